"""What people read for the program's codes."""

from collections.abc import Iterator, Mapping

from screening.cases.due import Due
from service.pages.language import gettext, mark


class Words(Mapping[str, str]):
    """Codes in words, in the language that is spoken when they are asked for."""

    def __init__(self, words: dict[str, str]) -> None:
        self._words = words

    def __getitem__(self, code: str) -> str:
        return gettext(self._words[code])

    def __iter__(self) -> Iterator[str]:
        return iter(self._words)

    def __len__(self) -> int:
        return len(self._words)


WORDS = Words(
    {
        "match": mark("match"),
        "review": mark("review"),
        "no_match": mark("no match"),
        "open": mark("open"),
        "true_match": mark("true match"),
        "false_positive": mark("false positive"),
        "pending": mark("waits for a second person"),
        "good_guy": mark("good guy"),
        "escalated": mark("escalated"),
        "closed": mark("closed"),
        "weak_names": mark("weak aliases on the lists"),
        "aliases": mark("the customer's other names"),
        "countries": mark("the customer's countries"),
        "identifiers": mark("the customer's identifiers"),
        "birth_dates": mark("the customer's birth dates"),
        "birth_places": mark("the customer's birth places"),
        "nationalities": mark("the customer's nationalities"),
        "gender": mark("the customer's gender"),
        "addresses": mark("the customer's addresses"),
        "screened": mark("screened"),
        "partly_screened": mark("partly screened"),
        "not_screened": mark("NOT SCREENED"),
        Due.FRESH.value: mark("in time"),
        Due.SOON.value: mark("due soon"),
        Due.OVERDUE.value: mark("overdue"),
    }
)
ACTIONS = Words(
    {
        "decide": mark("decided"),
        "propose": mark("proposed"),
        "approve": mark("agreed"),
        "reject": mark("disagreed and proposed"),
        "reopen": mark("opened again"),
        "take-back": mark("took the decision back"),
        "assign": mark("assigned"),
        "comment": mark("commented"),
    }
)
"""What somebody did."""
FOUND = Words(
    {
        "new": mark("found by screening"),
        "changed": mark("changed on the list"),
        "gone": mark("no longer found by screening"),
        "again": mark("found again by screening"),
    }
)
"""What a run of monitoring found."""
LIST_NAMES = {
    "us_ofac_sdn": "OFAC SDN",
    "us_ofac_cons": "OFAC non-SDN",
    "us_csl": "US CSL",
    "eu_fsf": mark("EU"),
    "un_sc": mark("UN"),
    "gb_fcdo": mark("UK"),
    "ch_seco": mark("Switzerland"),
    "fr_dgt": mark("France"),
    "au_dfat": mark("Australia"),
    "ca_sema": mark("Canada"),
    "jp_mof": mark("Japan MOF"),
    "jp_meti": mark("Japan METI"),
    "wb_debarred": mark("World Bank"),
}
_MORE = {
    # Kinds of parties, of names, of evidence; who may do what.
    "organization": mark("organization"),
    "person": mark("person"),
    "female": mark("female"),
    "male": mark("male"),
    "vessel": mark("vessel"),
    "aircraft": mark("aircraft"),
    "unknown": mark("unknown"),
    "kind": mark("the customer's kind"),
    "primary": mark("primary name"),
    "alias": mark("alias"),
    "former": mark("former name"),
    "former name": mark("former name"),
    "weak": mark("weak alias"),
    "weak alias": mark("weak alias"),
    "equal": mark("equal"),
    "transliteration": mark("transliteration"),
    "translation": mark("translation"),
    "spelling": mark("spelling"),
    "inflection": mark("inflection"),
    "typo": mark("typo"),
    "consonants": mark("consonants"),
    "joined": mark("joined"),
    "related": mark("related"),
    "abbreviation": mark("abbreviation"),
    "cut": mark("beginning of a word"),
    "initial": mark("initial"),
    "given name": mark("same given name"),
    "known as": mark("known as"),
    "beside": mark("not part of the name"),
    "around": mark("around the name"),
    "acronym": mark("acronym"),
    "legal form": mark("legal form"),
    "missing": mark("missing in ours"),
    "extra": mark("only in ours"),
    "identifier": mark("identifier"),
    "other identifier": mark("other identifier"),
    "country": mark("country"),
    "contact": mark("contact"),
    "birth date agrees": mark("birth date agrees"),
    "birth date near": mark("birth date near"),
    "birth date differs": mark("birth date differs"),
    "birth date unknown": mark("birth date unknown"),
    "birth place agrees": mark("birth place agrees"),
    "birth place near": mark("birth place near"),
    "birth place differs": mark("birth place differs"),
    "birth place unknown": mark("birth place unknown"),
    "nationality agrees": mark("nationality agrees"),
    "nationality near": mark("nationality near"),
    "nationality differs": mark("nationality differs"),
    "nationality unknown": mark("nationality unknown"),
    "gender agrees": mark("gender agrees"),
    "gender near": mark("gender near"),
    "gender differs": mark("gender differs"),
    "gender unknown": mark("gender unknown"),
    "address agrees": mark("address agrees"),
    "address near": mark("address near"),
    "address differs": mark("address differs"),
    "address unknown": mark("address unknown"),
    "agrees": mark("agrees"),
    "close": mark("close"),
    "differs": mark("differs"),
    "password": mark("password"),
    "single sign-on": mark("single sign-on"),
    "token of this start": mark("token of this start"),
    "analyst": mark("analyst"),
    "approver": mark("approver"),
    "admin": mark("admin"),
    "key": mark("key"),
    "new hit": mark("new hit"),
    "me": mark("me"),
    # What stands beside each other on a case's page.
    "Names": mark("Names"),
    "Kind": mark("Kind"),
    "Born": mark("Born"),
    "Born in": mark("Born in"),
    "Nationality": mark("Nationality"),
    "Gender": mark("Gender"),
    "Countries": mark("Countries"),
    "Addresses": mark("Addresses"),
    "Identifiers": mark("Identifiers"),
    "Roles and ties": mark("Roles and ties"),
    # Columns of a customer's table.
    "Name": mark("Name"),
    "Other name": mark("Other name"),
    "Country": mark("Country"),
    "Your id": mark("Your id"),
    "Birth date": mark("Birth date"),
    "Birth place": mark("Birth place"),
    "City": mark("City"),
    "Address": mark("Address"),
    "Part of": mark("Part of"),
    "Role": mark("Role"),
    # Of the figures.
    "up to 1 day": mark("up to 1 day"),
    "2 to 7 days": mark("2 to 7 days"),
    "8 to 30 days": mark("8 to 30 days"),
    "31 to 90 days": mark("31 to 90 days"),
    "over 90 days": mark("over 90 days"),
    "searches": mark("searches"),
    "documents": mark("documents"),
    "screen": mark("documents, kept"),
    "batch": mark("tables"),
    "monitor": mark("monitoring"),
}


def list_word(name: str) -> str:
    """A list in a word or two; a team's own list by its own name."""
    known = LIST_NAMES.get(name)
    return gettext(known) if known else name.replace("_", " ")


def plain(code: str) -> str:
    """A code of the program as a person writes it."""
    if code in WORDS:
        return WORDS[code]
    known = _MORE.get(code)
    return gettext(known) if known else code.replace("_", " ")
