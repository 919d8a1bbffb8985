"""What went wrong, as the desk says it: in the reader's language, and without the command line.

Errors come from far below, where nobody knows who will read them. Those that people at the desk
meet stand here with ``{}`` for what they are about; any other is shown as it came.
"""

import re
from functools import cache

from service.pages.language import gettext, mark
from service.pages.words import LIST_NAMES, list_word

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
    mark("An internal error: nothing was decided. Give the operator the request id."),
    mark("{} is not monitored."),
    mark("{} is neither a person who may sign in nor a team. Nothing was changed"),
    mark("due soon after {} days is later than overdue after {}. Nothing was changed"),
    mark("{} is a person's name. Nothing was changed"),
    mark("nobody called {} may sign in. Nothing was changed."),
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
    # What is wrong with what somebody entered.
    mark(
        "{} is not understood as a birth date. Nothing was done. Write 1960-05-23, 1960-05, 1960, "
        "1958/1962 or circa 1960"
    ),
    mark("{} is not understood. Nothing was done. Say male or female"),
    mark(
        "{} is not understood as a country. Nothing was done. Write its name or its ISO 3166-1 "
        "code (ru, RUS), or leave it out to look everywhere"
    ),
    mark(
        "the profile {} says threshold, lists and kinds. Leave these out, or the profile. Nothing "
        "was screened"
    ),
    mark("threshold {} is not between 0 and 1"),
    mark(
        "{} names at once, at most {} fit on a page. Nothing was screened. Send more of them as a "
        "table, on the customers' page"
    ),
    mark("{} may be {}. Nothing was done. Say which by its code"),
    mark(
        "{} has no word that can be searched for, and no identifier is given. Nothing was screened"
    ),
    mark(
        "{} has {} characters, more than a name has: screen it as a document. Nothing was screened"
    ),
    mark("{} is not a day; expected one like 2026-11-24"),
    mark("{}: the year is not between {} and {}"),
    mark("the period ends ({}) before it begins ({})"),
    mark("{} to {} is longer than {} days. Ask for less"),
    mark("{} is already past, so the decision would not hold"),
    mark("{} has no alert on the party {}. Nothing was done"),
    mark("{} may not approve what another decided. Nothing was done."),
    mark("{} is no name for filters. Nothing was saved"),
    mark("{} filters are saved already. Nothing was saved. Forget one"),
    mark("{} is no name for a team. Nothing was changed"),
    mark("no profile {}; expected one of: {}."),
    mark("no profile {}; there are none yet."),
    mark("the profile {} is not in force: {}. Nothing was screened"),
    mark(
        "{} is no name for a profile; expected small letters, digits, - and _, as in payments. "
        "Nothing was changed"
    ),
    mark("a profile needs a reason. Nothing was changed"),
    mark("threshold {} is not above 0 and at most 1. Nothing was changed"),
    mark("{} is not a threshold. Nothing was changed"),
    mark("{} waits for nobody. Nothing was changed"),
    mark("a good guy needs a name, a reason and an author. Nothing was entered"),
    mark(
        "{} has uncleared alerts, and {} may not approve, so it stays as it is. Nothing was "
        "changed. Decide the alerts first, or ask an approver"
    ),
    mark(
        "{} looks like {}, who is somebody else. Nothing was changed. Choose a name that nobody "
        "would take for another's"
    ),
    mark("{} is not a valid name for a person"),
    mark("An administrator has revoked the access of {}."),
    mark("People sign in here with name and password."),
    mark("no entry {}."),
    mark(
        "More than {} requests a minute. Nothing was screened. Send several names in one request, "
        "or wait."
    ),
    # What is wrong with a table.
    mark(
        "{}: no column for the name among {}. Nothing was screened. If this is a party and not a "
        "line of headings, put a line of headings above it"
    ),
    mark(
        "{}: the column {} has surnames, and no column for the given names is known among {}. "
        "Nothing was screened."
    ),
    mark("{}: binary data, not a table: it was not read. Save it as CSV in UTF-8."),
    mark("{}: its first line has no headings: nothing was read."),
    mark("{}: {}, not a table: it was not read. Give CSV, TSV, XLSX, ODS, Parquet or JSON lines."),
    mark("{}: a spreadsheet without rows: nothing to screen."),
    mark("{}: a damaged spreadsheet ({}): nothing was read."),
    mark("{}: a locked spreadsheet ({}): nothing was read."),
    # Why a document was not screened, or not all of it.
    mark("the file is empty: nothing to screen"),
    mark("the file has only spaces and line ends: nothing to screen"),
    mark("no text in it: nothing to screen"),
    mark("no text in its {} pages: not read. {}"),
    mark("no text in it: it was not read. {}"),
    mark("a picture of words: it was not read. {}"),
    mark("a picture without words: nothing to screen"),
    mark("an encrypted PDF file: it needs a password and was not read. Save it without one."),
    mark("an encrypted spreadsheet: it needs a password and was not read. Save it without one."),
    mark("encrypted: it needs a password and was not read"),
    mark("a damaged PDF file: it was not read. Is it whole? Open it and save it again."),
    mark("a damaged ZIP file (its table of contents cannot be read): nothing in it was read. {}"),
    mark("binary data of an unknown kind, not text: it was not read. {}"),
    mark("there is no reader for it: it was not read"),
    mark("an archive without files: nothing to screen"),
    mark("larger than {} MB: nothing was read. Split it and screen the parts."),
    mark("new hit"),
    mark("the counterparty changed"),
    mark("the listed entry's {} changed"),
    mark("its time is over"),
    mark("taken back within a minute"),
    mark("to {}"),
    mark("to nobody"),
)
_WHERE = re.compile(
    r"(Country|Birth date|Nationality|Gender|Address|Place of birth|Identifier): ", re.IGNORECASE
)
_LIST = re.compile(rf"\b(?:{'|'.join(map(re.escape, LIST_NAMES))})\b(?![:.])")
_COMMAND = re.compile(
    r"\s*Say which it is: --columns (?:'[^']*'|[^ .]*)\.?|(?<=reason): --\w+"
    r"|\s*(?:(?:Run|See|Look again|Look at it again|Set one|Make one|Then): namewarden[^.]*?"
    r"(?: \(or, [^)]*\))?(?:\.(?=\s|$)|$)"
    r"|To (?:decide it again|make one)[^.]*: (?:namewarden|--)[^.]*(?:\.|$)"
    r"|, or use namewarden \w+)"
)


def said(text: object) -> str:
    """A message of the program for a person at the desk."""
    plain = _COMMAND.sub("", str(text)).strip()
    if field := _WHERE.match(plain):
        return f"{gettext(field[1].capitalize())}: {said(plain[field.end() :])}"
    for pattern, known in _patterns():
        found = pattern.fullmatch(plain)
        if found:
            return _lists_named(_filled(gettext(known), found.groups()))
    return _lists_named(plain)


def _lists_named(text: str) -> str:
    """Lists by the names that people know them by; an entry's id stays as it is."""
    return _LIST.sub(lambda found: list_word(found[0]), text)


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
