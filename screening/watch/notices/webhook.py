"""Notices to a web address, as JSON by POST."""

from collections.abc import Callable
from urllib.parse import urlsplit

import requests

from lists.download import TRANSIENT, user_agent
from records import NoticeError
from screening.watch.notices.attempts import FIRST_WAIT, TransientNoticeError, attempts
from screening.watch.notices.message import Notice

SECONDS = 20


def post(
    address: str,
    told: Notice,
    notify: Callable[[str], None],
    *,
    first_wait: float = FIRST_WAIT,
) -> None:
    """Send a notice.

    Args:
        address: what takes it; only its host is ever told, for the rest may be a secret.
        told: the notice.
        notify: gets a line for each new attempt.
        first_wait: seconds before the second attempt.

    Raises:
        NoticeError: it was not taken.
    """
    attempts("webhook", notify, first_wait)(_post, address, told)


def _post(address: str, told: Notice) -> None:
    host = urlsplit(address).hostname or "the webhook"
    try:
        response = requests.post(
            address,
            json=told.json,
            headers={"User-Agent": user_agent()},
            timeout=SECONDS,
            # A redirected POST would arrive as a GET without its body.
            allow_redirects=False,
        )
    except requests.RequestException as error:
        cause = type(error.__cause__ or error).__name__
        raise TransientNoticeError(f"no notice to {host}: no answer ({cause})") from error
    if response.status_code in TRANSIENT:
        raise TransientNoticeError(f"no notice to {host}: it answered {response.status_code}")
    if not response.ok or response.is_redirect:
        raise NoticeError(f"no notice to {host}: it answered {response.status_code}")
