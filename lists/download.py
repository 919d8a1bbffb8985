"""Fetches a list from its publisher: politely, with limits, and never half of it.

The only importer of requests. What arrives is a file beside the others on their way in; whether
it is a list is for the reader to say, except for what can be told from its first bytes.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, metadata
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import SplitResult, urljoin, urlsplit

import requests
from tenacity import (
    RetryCallState,
    Retrying,
    retry_if_exception_type,
    stop_after_attempt,
    wait_random_exponential,
)

from lists.checksums import check_headers
from lists.first_bytes import described_head
from lists.packed import head_of
from lists.source import Source
from records import DownloadError, ListFormatError, UnreachableError

# A server that does not answer by then is down, or behind a wall.
CONNECT_SECONDS = 10
TOTAL_SECONDS = 15 * 60
"""OFAC's 121 MB need 20 s on an ordinary line; a server that trickles must not hold an update."""
# A choice: within a minute, waits included; longer troubles are for the next update.
ATTEMPTS = 4
FIRST_WAIT, LONGEST_WAIT = 1.0, 20.0
# A choice: a server that sends on more often leads in circles.
REDIRECTS = 5
_HTTPS_PORT = 443
# Bytes; larger blocks are not quicker than the network.
BLOCK = 1 << 16
TRANSIENT = {408, 425, 429, 500, 502, 503, 504}
# HTTP.
NOT_MODIFIED = 304


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """With what a server recognises the edition that we have."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """A file that arrived whole."""

    path: Path
    validators: Validators


class _TransientError(DownloadError):
    """A failure that may be gone in a moment."""


class _NoAnswerError(_TransientError, UnreachableError):
    """Nobody answers there, or there is no network."""


class _Session(requests.Session):
    """Follows redirects only to where a publisher could send us."""

    def get_redirect_target(self, resp: requests.Response) -> str | None:
        """Where an answer sends us; None for nowhere.

        Raises:
            DownloadError: to where nobody is asked.
        """
        target: str | None = super().get_redirect_target(resp)
        if target is not None:
            try:
                _check_redirect(resp.url, urljoin(resp.url, target))
            except DownloadError:
                resp.close()
                raise
        return target


def _check_redirect(before: str, after: str) -> None:
    """Refuse a redirect before it is followed: without encryption anybody on the way can send us
    to a service inside, and a publisher has no reason to send us to one.
    """
    old, new = urlsplit(before), urlsplit(after)
    host = _host(before)
    if new.scheme != "https" and old.scheme == "https":
        raise DownloadError(f"{host} redirects to an address without encryption")
    same_host = new.hostname == old.hostname
    if new.scheme == "https":
        if same_host or (_port(new) == _HTTPS_PORT and not _is_inside(new.hostname or "")):
            return
        raise DownloadError(f"{host} redirects to {new.netloc[:100]}, which is no publisher's")
    if not same_host or _port(new) != _port(old):
        raise DownloadError(
            f"{host} redirects without encryption to another host or port ({new.netloc[:100]})"
        )


def _port(of: SplitResult) -> int:
    return of.port or (_HTTPS_PORT if of.scheme == "https" else 80)


def _is_inside(host: str) -> bool:
    """Whether a host is an address, or a name, that only a network's own machines have."""
    try:
        return not ip_address(host).is_global
    except ValueError:
        return "." not in host.strip(".") or host.endswith((".local", ".internal", ".localhost"))


def user_agent() -> str:
    """What we call ourselves.

    OFAC's firewall has answered 403 since 2026-07-30 unless this begins with ``Mozilla/<digit>``
    and has 40 characters or more; this one does, and still says who asks.
    """
    try:
        package = metadata("namewarden")
    except PackageNotFoundError:  # run from a checkout that was never installed
        return _agent("0.0.0", [])
    return _agent(package["Version"], package.get_all("Project-URL") or [])


def _agent(version: str, pages: list[str]) -> str:
    # A Project-URL is "label, address".
    addresses = [page.partition(",")[2].strip() for page in pages]
    contact = f"; +{addresses[0]}" if addresses else "; sanctions list update"
    return f"Mozilla/5.0 (compatible; namewarden/{version}{contact})"


def download(
    source: Source,
    address: str,
    target: Path,
    known: Validators,
    notify: Callable[[str], None],
    *,
    first_wait: float = FIRST_WAIT,
    attempts: int = ATTEMPTS,
) -> Download | None:
    """Fetch a source's file, unless the server says that it is the one we have.

    Args:
        source: what to expect.
        address: from where.
        target: the file to write; a file that arrived but is not the list stays there.
        known: of the edition in use; empty to fetch in any case.
        notify: gets a line for each new attempt.
        attempts: how often to ask, at most.
        first_wait: seconds before the second attempt; later ones wait longer, up to 20 s.

    Returns:
        None when the edition in use is the current one.

    Raises:
        UnreachableError: its server cannot be reached.
        DownloadError: it did not arrive, not whole, too large, or is no list.
        OSError: the file cannot be written.
    """

    def say(state: RetryCallState) -> None:
        error = state.outcome.exception() if state.outcome else None
        notify(f"{source.name}: {error}; trying again")

    retrying = Retrying(
        retry=retry_if_exception_type(_TransientError),
        stop=stop_after_attempt(attempts),
        wait=wait_random_exponential(multiplier=first_wait, max=LONGEST_WAIT),
        before_sleep=say,
        reraise=True,
    )
    return retrying(_fetch, source, address, target, known, notify)


def _fetch(
    source: Source,
    address: str,
    target: Path,
    known: Validators,
    notify: Callable[[str], None],
) -> Download | None:
    headers = {"User-Agent": user_agent(), "Accept": "*/*"}
    if known.etag:
        headers["If-None-Match"] = known.etag
    if known.last_modified:
        headers["If-Modified-Since"] = known.last_modified
    with _Session() as session:
        session.max_redirects = REDIRECTS
        try:
            timeout = (CONNECT_SECONDS, source.patience_seconds)
            with session.get(address, headers=headers, stream=True, timeout=timeout) as response:
                _check_answer(response)
                if response.status_code == NOT_MODIFIED and known != Validators():
                    return None
                _write(response, target, source.at_most_bytes)
        except requests.ConnectionError as error:
            raise _NoAnswerError(f"no answer from {_host(address)} ({_cause(error)})") from error
        except requests.Timeout as error:
            raise _TransientError(f"no answer from {_host(address)} ({_cause(error)})") from error
        except requests.exceptions.ChunkedEncodingError as error:
            raise _TransientError(f"the download broke off ({_cause(error)})") from error
        except requests.RequestException as error:
            raise DownloadError(f"cannot ask {_host(address)} ({_cause(error)})") from error
    if "Content-Encoding" not in response.headers:
        check_headers(response.headers, target)
    _check_content(source, target, response.headers.get("Content-Type", ""), notify)
    return Download(
        path=target,
        validators=Validators(
            etag=response.headers.get("ETag"), last_modified=response.headers.get("Last-Modified")
        ),
    )


def _check_answer(response: requests.Response) -> None:
    status = response.status_code
    if status in (requests.codes.ok, NOT_MODIFIED):
        return
    error = _TransientError if status in TRANSIENT else DownloadError
    raise error(f"{_host(response.url)} answered {status} {response.reason or ''}".rstrip())


def _write(response: requests.Response, target: Path, limit: int) -> None:
    """Write the body as sent, and compare its length with what was announced.

    requests does not notice by itself when a connection ends early (urllib3 does, for some).
    """
    announced = response.headers.get("Content-Length", "")
    plain = "Content-Encoding" not in response.headers
    if announced.isdigit() and int(announced) > limit:
        raise DownloadError(f"{int(announced) >> 20} MB announced, at most {limit >> 20} expected")
    written, until = 0, time.monotonic() + TOTAL_SECONDS
    with target.open("wb") as file:
        for block in response.iter_content(BLOCK):
            written += file.write(block)
            if written > limit:
                raise DownloadError(f"more than {limit >> 20} MB, which no list has")
            if time.monotonic() > until:
                raise DownloadError(f"not whole after {TOTAL_SECONDS // 60} minutes")
    if plain and announced.isdigit() and written != int(announced):
        raise _TransientError(f"the download broke off: {written:,} of {int(announced):,} bytes")


def _check_content(
    source: Source, target: Path, media_type: str, notify: Callable[[str], None]
) -> None:
    try:
        head = head_of(target)
    except ListFormatError as error:
        raise DownloadError(f"the publisher's answer is no list: {error}") from error
    if not source.recognises(head):
        raise DownloadError(f"the publisher's answer is {described_head(head)}, not this list")
    kind = media_type.partition(";")[0].strip().lower()
    if kind and source.media_types and kind not in source.media_types:
        notify(f"{source.name}: served as {kind}, which is new; the content is what counts")


def _host(address: str) -> str:
    return urlsplit(address).hostname or address


def _cause(error: BaseException) -> str:
    inner = error.__cause__ or error.__context__
    return type(inner or error).__name__
