"""The audit log's records as its page shows them: what was done, and its details, in words.

The records are kept in codes, and ``namewarden audit`` and the export show these.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

from records import AuditRecord
from service.pages.language import gettext, mark, number
from service.pages.words import list_word, plain

ACTS = {
    "admit": mark("let in"),
    "approve": mark("agreed"),
    "approve-profile": mark("agreed to a profile"),
    "assign": mark("assigned"),
    "attach": mark("attached a file"),
    "batch": mark("screened a table, kept"),
    "comment": mark("commented"),
    "decide": mark("decided"),
    "decide-case": mark("decided a case"),
    "end": mark("ended access"),
    "export": mark("exported"),
    "good-guy": mark("cleared a name"),
    "identity": mark("bound to a sign-in elsewhere"),
    "import": mark("imported counterparties"),
    "login": mark("gave a login of the machine"),
    "match": mark("screened names, kept"),
    "monitor": mark("screened the register"),
    "own": mark("gave a key to a person"),
    "ownership-confirmed": mark("confirmed an owner"),
    "ownership-import": mark("imported ownership data"),
    "ownership-rejected": mark("rejected an owner"),
    "policy": mark("set the rules"),
    "profile": mark("set a profile"),
    "propose": mark("proposed"),
    "propose-profile": mark("proposed a profile"),
    "reject": mark("disagreed and proposed"),
    "remove": mark("took counterparties out"),
    "remove-good-guy": mark("struck a cleared name out"),
    "reopen": mark("opened again"),
    "repair": mark("repaired"),
    "screen": mark("screened a document"),
    "search": mark("searched"),
    "sign-in": mark("signed in"),
    "sign-in-failed": mark("could not sign in"),
    "sign-out": mark("signed out"),
    "take-back": mark("took the decision back"),
    "team": mark("set a team"),
    "threshold": mark("set the threshold"),
    "update-lists": mark("updated the lists"),
}
"""What may be done, by its code."""
DETAILS = {
    "added": mark("added"),
    "address": mark("address"),
    "after": mark("after"),
    "alerts": mark("alerts"),
    "answer_sha256": mark("SHA-256 of the answer"),
    "at": mark("at"),
    "attachment": mark("attachment"),
    "audit_names": mark("names in the audit log"),
    "before": mark("before"),
    "changed": mark("changed"),
    "characters": mark("characters"),
    "complete": mark("whole register"),
    "count": mark("names asked for"),
    "counterparties": mark("counterparties"),
    "dated": mark("as of"),
    "decisions": mark("answers"),
    "due_days": mark("overdue after days"),
    "entity_id": mark("listed entry"),
    "expires_at": mark("holds until"),
    "false_positive_days": mark("false positives hold for days"),
    "file": mark("file"),
    "files": mark("files"),
    "first": mark("first day"),
    "formats": mark("formats"),
    "four_eyes": mark("four eyes"),
    "full": mark("everybody"),
    "gaps": mark("owners not named"),
    "gone": mark("not found any more"),
    "head": mark("head"),
    "hits": mark("hits"),
    "holdings": mark("holdings"),
    "how": mark("how"),
    "identity": mark("identity"),
    "ids": mark("ids"),
    "imported_at": mark("imported at"),
    "inbox": mark("inbox"),
    "input_sha256": mark("SHA-256 of the question"),
    "issuer": mark("issuer"),
    "key": mark("key"),
    "last": mark("last day"),
    "list_warnings": mark("warnings"),
    "lists": mark("lists"),
    "login": mark("login"),
    "members": mark("members"),
    "missing": mark("missing"),
    "name": mark("name"),
    "names": mark("names"),
    "not_understood": mark("not understood"),
    "opened": mark("alerts opened"),
    "origin": mark("origin"),
    "parties": mark("parties"),
    "party": mark("party"),
    "profile": mark("profile"),
    "reason": mark("reason"),
    "removed": mark("removed"),
    "reopened": mark("opened again"),
    "role": mark("role"),
    "rules": mark("rules"),
    "scopes": mark("may"),
    "screened": mark("counterparties screened"),
    "sha256": mark("SHA-256"),
    "signs_in_here": mark("signs in here"),
    "size": mark("size in bytes"),
    "soon_days": mark("due soon after days"),
    "source": mark("source"),
    "state": mark("decision"),
    "statuses": mark("documents"),
    "unchanged": mark("unchanged"),
    "understood": mark("understood"),
    "unread": mark("not understood"),
    "version": mark("version"),
    "what": mark("what"),
}
"""What a record says of it, by its key."""
_SUBJECTS = {
    "calendar": mark("calendar"),
    "counterparties": mark("counterparties"),
    "document": mark("document"),
    "lists": mark("lists"),
    "names": mark("names"),
    "policy": mark("rules"),
}
_NUMBERED = {"good guy": mark("cleared name"), "profile": mark("profile"), "team": mark("team")}
"""Subjects that are a word and which one of them: ``good guy 3``."""
_HASH = re.compile(r"[0-9a-f]{64}")
_WORDS: Mapping[str, Callable[[str], str]] = {
    **dict.fromkeys(("state", "role", "decisions", "statuses", "how", "rules"), plain),
    "lists": list_word,
}
"""Details whose values are codes, too, with what makes words of them; those of others are data."""


def act(record: AuditRecord) -> str:
    """What was done."""
    known = ACTS.get(record.action)
    if record.action == "screen" and record.subject.startswith("S"):
        known = mark("screened documents, kept")
    return gettext(known) if known else record.action


def about(record: AuditRecord) -> str:
    """What it was done to: an id stays as it is."""
    for word, said in _NUMBERED.items():
        if record.subject.startswith(f"{word} "):
            return f"{gettext(said)} {record.subject[len(word) + 1 :]}"
    known = _SUBJECTS.get(record.subject)
    return gettext(known) if known else record.subject


def details(record: AuditRecord) -> list[tuple[str, str]]:
    """What else the record says: each with its value; what says nothing is left out."""
    return [
        (gettext(DETAILS[key]) if key in DETAILS else key, _value(value, _WORDS.get(key, str)))
        for key, value in record.data.items()
        if value is not None and value != [] and value != {}
    ]


def _value(value: Any, words: Callable[[str], str]) -> str:
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    if isinstance(value, int):
        return number(value)
    if isinstance(value, Mapping):
        return ", ".join(
            f"{words(key)}: {_value(each, words)}"
            for key, each in value.items()
            if each is not None
        )
    if isinstance(value, list):
        return ", ".join(_value(each, words) for each in value)
    text = str(value)
    if _HASH.fullmatch(text):
        return f"{text[:12]}…"
    return words(text)
