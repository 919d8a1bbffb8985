"""Notices to a web address, as JSON by POST, signed as Standard Webhooks says.

https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
"""

import binascii
import hmac
import json
import time
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

import requests

from lists.download import TRANSIENT, user_agent
from records import NoticeError, UsageError
from screening.watch.notices.attempts import FIRST_WAIT, TransientNoticeError, attempts
from screening.watch.notices.message import Notice

SECRET, PREFIX = "NAMEWARDEN_WEBHOOK_SECRET", "whsec_"
LEAST_BYTES, MOST_BYTES = 24, 64
"""Of a secret, by the specification."""
# How long the receiver may be silent.
SECONDS = 20


def secret_of(environment: Mapping[str, str]) -> bytes | None:
    """The secret with which notices are signed; None where none is set.

    Raises:
        UsageError: it is none of the kind.
    """
    text = environment.get(SECRET)
    if not text:
        return None
    try:
        secret = b64decode(text.removeprefix(PREFIX), validate=True)
    except binascii.Error:
        secret = b""
    if not LEAST_BYTES <= len(secret) <= MOST_BYTES:
        raise UsageError(
            f"{SECRET} is no secret; expected {PREFIX} and {LEAST_BYTES} to {MOST_BYTES} random "
            f"bytes in base64. Make one: echo {PREFIX}$(openssl rand -base64 32)"
        )
    return secret


def post(
    address: str,
    told: Notice,
    notify: Callable[[str], None],
    *,
    secret: bytes | None = None,
    first_wait: float = FIRST_WAIT,
) -> None:
    """Send a notice.

    Args:
        address: what takes it; only its host is ever told, for the rest may be a secret.
        told: the notice.
        notify: gets a line for each new attempt.
        secret: to sign it with; None to send it unsigned.
        first_wait: seconds before the second attempt.

    Raises:
        NoticeError: it was not taken.
    """
    attempts("webhook", notify, first_wait)(_post, address, told, secret)


def signature(secret: bytes, id_: str, timestamp: str, body: bytes) -> str:
    """The value of ``webhook-signature``."""
    signed = b".".join((id_.encode(), timestamp.encode(), body))
    return "v1," + b64encode(hmac.digest(secret, signed, "sha256")).decode()


def _headers(told: Notice, body: bytes, secret: bytes | None) -> dict[str, str]:
    timestamp = str(int(time.time()))
    named = {
        "User-Agent": user_agent(),
        "Content-Type": "application/json",
        "webhook-id": told.id,
        "webhook-timestamp": timestamp,
    }
    if secret is not None:
        named["webhook-signature"] = signature(secret, told.id, timestamp, body)
    return named


def _post(address: str, told: Notice, secret: bytes | None) -> None:
    host = urlsplit(address).hostname or "the webhook"
    body = json.dumps(told.json, ensure_ascii=False).encode()
    try:
        response = requests.post(
            address,
            data=body,
            headers=_headers(told, body, secret),
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
