"""What people read for the program's codes."""

from screening.cases.due import Due

WORDS = {
    "match": "match",
    "review": "review",
    "no_match": "no match",
    "open": "open",
    "true_match": "true match",
    "false_positive": "false positive",
    "pending": "waits for a second person",
    "good_guy": "good guy",
    "escalated": "escalated",
    "closed": "decided",
    "weak_names": "weak aliases on the lists",
    "aliases": "the customer's other names",
    "kind": "the customer's kind",
    "countries": "the customer's countries",
    "identifiers": "the customer's identifiers",
    "organization": "organization",
    "person": "person",
    "vessel": "vessel",
    "aircraft": "aircraft",
    "unknown": "unknown",
    "screened": "screened",
    "partly_screened": "partly screened",
    "not_screened": "NOT SCREENED",
    Due.FRESH.value: "in time",
    Due.SOON.value: "due soon",
    Due.OVERDUE.value: "overdue",
}
ACTIONS = {
    "decide": "decided",
    "propose": "proposed",
    "approve": "agreed",
    "reject": "disagreed and proposed",
    "reopen": "opened again",
    "take-back": "took the decision back",
    "assign": "assigned",
    "comment": "commented",
}
"""What somebody did."""
FOUND = {
    "new": "found by screening",
    "changed": "changed on the list",
    "gone": "no longer found by screening",
    "again": "found again by screening",
}
"""What a run of monitoring found."""
_LISTS = {
    "us_ofac_sdn": "OFAC SDN",
    "us_ofac_cons": "OFAC non-SDN",
    "us_csl": "US CSL",
    "eu_fsf": "EU",
    "un_sc": "UN",
    "gb_fcdo": "UK",
    "ch_seco": "Switzerland",
    "fr_dgt": "France",
    "au_dfat": "Australia",
    "ca_sema": "Canada",
    "jp_mof": "Japan MOF",
    "jp_meti": "Japan METI",
    "wb_debarred": "World Bank",
}


def list_word(name: str) -> str:
    """A list in a word or two; a team's own list by its own name."""
    return _LISTS.get(name) or name.replace("_", " ")


def plain(code: str) -> str:
    """A code of the program as a person writes it."""
    return WORDS.get(code) or code.replace("_", " ")
