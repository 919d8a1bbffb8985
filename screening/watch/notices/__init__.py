"""Notices, to a web address or by mail: of what an update did, and of the cases' work.

Of an update is told: a list that failed, a list that is loaded for the first time, and an edition
in which an entry was added, removed or changed. Of cases: ``screening.watch.case_notices``.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from records import NoticeError, UsageError
from screening.updates.update import UpdateResult
from screening.watch.notices import webhook
from screening.watch.notices.mail import Mail
from screening.watch.notices.mail import send as send_mail
from screening.watch.notices.message import Notice, notice, worth_telling

WEBHOOK, MAIL_TO = "NAMEWARDEN_WEBHOOK", "NAMEWARDEN_MAIL_TO"


@dataclass(frozen=True, slots=True, kw_only=True)
class Channels:
    """Where notices go; nowhere when both are None."""

    webhook: str | None = None
    """A web address that takes JSON by POST."""
    secret: bytes | None = field(default=None, repr=False)
    """With which what goes there is signed; None for unsigned."""
    mail: Mail | None = None

    @staticmethod
    def of(web: str | None, mail_to: str | None, environment: Mapping[str, str]) -> "Channels":
        """What was asked for by options, else by the environment.

        Raises:
            UsageError: an address is none, or a mail server is not told.
        """
        address = web or environment.get(WEBHOOK)
        to = mail_to or environment.get(MAIL_TO)
        if address and not address.startswith(("https://", "http://")):
            raise UsageError(
                f"{address!r} is not a web address; expected one that begins with https://"
            )
        return Channels(
            webhook=address,
            secret=webhook.secret_of(environment),
            mail=Mail.of(to, environment) if to else None,
        )

    def each(self) -> Iterator[tuple[str, "Channels"]]:
        """Each channel by its name, alone."""
        if self.webhook is not None:
            yield "webhook", replace(self, mail=None)
        if self.mail is not None:
            yield "mail", replace(self, webhook=None)


def send(
    channels: Channels, results: Sequence[UpdateResult], notify: Callable[[str], None]
) -> None:
    """Tell of results, if there is anything to tell.

    Args:
        channels: where to.
        results: of one update.
        notify: gets a line for each new attempt.

    Raises:
        NoticeError: a notice did not get through; the others were sent.
    """
    told = worth_telling(results)
    if told:
        try:
            deliver(channels, notice(told), notify)
        except NoticeError as error:
            raise NoticeError(f"{error}. The lists are as the results say") from error


def deliver(channels: Channels, told: Notice, notify: Callable[[str], None]) -> None:
    """Send one notice everywhere.

    Raises:
        NoticeError: it did not get through somewhere.
    """
    senders: list[Callable[[], None]] = []
    if channels.webhook is not None:
        secret = channels.secret
        senders.append(partial(webhook.post, channels.webhook, told, notify, secret=secret))
    if channels.mail is not None:
        senders.append(partial(send_mail, channels.mail, told, notify))
    failures = []
    for sender in senders:
        try:
            sender()
        except NoticeError as error:
            failures.append(str(error))
    if failures:
        raise NoticeError("; ".join(failures))


__all__ = ["Channels", "Notice", "deliver", "notice", "send", "worth_telling"]
