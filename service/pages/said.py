"""What went wrong, as the desk says it: in the reader's language, and without the command line.

Errors come from far below, where nobody knows who will read them. Those that people at the desk
meet stand here with ``{}`` for what they are about; any other is shown as it came.
"""

import re
from functools import cache

from service.pages.language import gettext, mark

KNOWN = (
    mark(
        "{}: changed since you looked (version {}, you saw {}). Nothing was done. Look at it again"
    ),
    mark("{}: somebody changed it in the meantime. Nothing was done."),
    mark("{}: everything is decided already. Nothing was done"),
    mark("{}: {} has already decided this; a second person has to agree. Nothing was done"),
    mark("{}: nothing in it waits. Nothing was done"),
    mark("{}: nothing in it is decided. Nothing was done"),
    mark("{}: already open. Nothing was done"),
    mark("{}: already decided ({}, {}). Nothing was done."),
    mark("a reason is needed: somebody will read it next year"),
    mark("no case {}: no counterparty of that number has an alert"),
    mark("no alert {}."),
    mark(
        "“{}” has no word that can be searched for. Nothing was screened: enter a name with letters"
    ),
    mark("your id for the customer is missing. Nothing was changed"),
    mark("No file was chosen."),
    mark("No file was chosen. Nothing was screened."),
    mark("No case is ticked."),
    mark("choose what to do with the ticked cases. Nothing was done"),
    mark("this table is not kept any more (a day at most). Send it again"),
    mark("{} is not a country that is known. Nothing was screened"),
    mark("The form has expired. Nothing was changed. Reload the page."),
    mark("The form has expired. Try again."),
    mark("Name or password is wrong."),
    mark("The password is wrong."),
    mark("{} may not do this: the role lacks “{}”."),
    mark("{} is added. Alerts open with the next run of monitoring."),
    mark("{} is changed. Alerts open with the next run of monitoring."),
    mark("{} is already known like this. Alerts open with the next run of monitoring."),
    mark("Reading the lists …"),
    mark("{} of {} customers screened"),
    mark("{} added, {} changed; they are being screened …"),
    mark(
        "{} customers were added, {} changed, {} were known. {} were screened: {} new alerts, "
        "{} opened again."
    ),
    mark("The work was stopped. Send the table again."),
    mark("profile {}, version {}: leaves out nothing"),
    mark("profile {}, version {}: {}"),
    mark("usual"),
    mark("Not Found"),
    mark("Forbidden"),
    mark("Conflict"),
    mark("Unauthorized"),
    mark("Internal Server Error"),
    mark("Unprocessable Entity"),
    mark("Unprocessable Content"),
    mark("Service Unavailable"),
    mark("There is no such page."),
    mark("The new password is not the same twice."),
    mark("Too many tries. Wait a minute."),
    mark("the password has {} characters; at least {} are needed"),
    mark("The update was stopped."),
    mark("an update is under way already"),
    mark("the file is empty or has no name. Nothing was attached"),
    mark("the file has more than {} MB. Nothing was attached. Attach a part of it"),
    mark(
        "{}: nothing that {} decided here can be taken back: that goes for {} seconds, while "
        "nobody has done anything else to it. Nothing was done. To open it again, give a reason"
    ),
    mark(
        "{} is stale: its edition of {} was last known to be current {} days ago, at most {} "
        "are usual. Newer entries are not looked for."
    ),
    mark("{} was loaded before copies had checksums, so damage on the disk would not be seen."),
    mark("{} is {}'s own: a second person has to agree. Nothing was changed"),
    mark("{} says the same. Nothing was changed"),
    mark(
        "{} is the last admin, and without one nobody could grant access. Nothing was changed. "
        "Make somebody else admin first"
    ),
    mark("Older than allowed: {}. Update the lists before you rely on answers."),
    mark("An internal error: nothing was decided. Give the operator the request id."),
    mark("{} is not monitored."),
    mark("{} is neither a person who may sign in nor a team. Nothing was changed"),
    mark("due soon after {} days is later than overdue after {}. Nothing was changed"),
    mark("{} is a person's name. Nothing was changed"),
    mark("nobody called {} may sign in. Nothing was changed."),
    mark("Older than allowed: {}. Update the lists before you rely on answers."),
    mark(
        "{} lists are stale, days since they were last known to be current: {}. "
        "Newer entries are not looked for."
    ),
    mark(
        "{} lists are missing: {}. They were asked for but are not loaded, so nothing on them is "
        "found."
    ),
    mark("{} is missing: it was asked for but is not loaded, so nothing on it is found."),
    mark(
        "{} lists were loaded before copies had checksums, so damage on the disk would not be "
        "seen: {}."
    ),
    mark("new hit"),
    mark("the counterparty changed"),
    mark("the listed entry's {} changed"),
    mark("its time is over"),
    mark("taken back within a minute"),
    mark("to {}"),
    mark("to nobody"),
)
_COMMAND = re.compile(
    r"\s*(?:(?:Run|See|Look again|Look at it again|Set one|Make one|Then): namewarden[^.]*?"
    r"(?: \(or, [^)]*\))?(?:\.(?=\s|$)|$)"
    r"|To (?:decide it again|make one)[^.]*: (?:namewarden|--)[^.]*(?:\.|$)"
    r"|, or use namewarden \w+)"
)


def said(text: object) -> str:
    """A message of the program for a person at the desk."""
    plain = _COMMAND.sub("", str(text)).strip()
    for pattern, known in _patterns():
        found = pattern.fullmatch(plain)
        if found:
            return _filled(gettext(known), found.groups())
    return plain


def _filled(text: str, values: tuple[str, ...]) -> str:
    """A text with values for its ``{}``, in their order or by their numbers (``{1}``)."""
    usual = f"({gettext('usual')}: "
    return text.format(*(value.replace("(usual: ", usual) for value in values))


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile("(.+?)".join(map(re.escape, known.split("{}"))) + r"\.?"), known)
        for known in KNOWN
    )
