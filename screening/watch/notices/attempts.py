"""A few attempts with growing waits between them."""

from collections.abc import Callable

from tenacity import (
    RetryCallState,
    Retrying,
    retry_if_exception_type,
    stop_after_attempt,
    wait_random_exponential,
)

from records import NoticeError

# A choice: within a minute and a half, waits included; longer troubles are told of.
ATTEMPTS = 4
FIRST_WAIT, LONGEST_WAIT = 2.0, 30.0


class TransientNoticeError(NoticeError):
    """A failure that may be gone in a moment."""


def attempts(what: str, notify: Callable[[str], None], first_wait: float) -> Retrying:
    """Call something again while its failures may be gone in a moment.

    Args:
        what: how to call it in a line.
        notify: gets a line for each new attempt.
        first_wait: seconds before the second attempt; later ones wait longer.
    """

    def say(state: RetryCallState) -> None:
        error = state.outcome.exception() if state.outcome else None
        notify(f"{what}: {error}; trying again")

    return Retrying(
        retry=retry_if_exception_type(TransientNoticeError),
        stop=stop_after_attempt(ATTEMPTS),
        wait=wait_random_exponential(multiplier=first_wait, max=LONGEST_WAIT),
        before_sleep=say,
        reraise=True,
    )
