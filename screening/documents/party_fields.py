"""Fields that hold a party's name: the beneficiary of a payment, the cell under ``Supplier``.

Running text asks of a short name that something says it is one. In such a field the field says it,
so its value is looked for as a name that somebody asked about. Payments and forms have persons as
parties, too: where a document is screened for all kinds but persons, which is how running text is
by default, its party fields are screened for persons as well.
"""

from collections.abc import Iterable, Mapping, Sequence

from matcher.mentions.find import Mention
from matcher.mentions.organisations import party_field
from matcher.search.finder import Finder
from matcher.search.match import Policy, match_all
from records import FoundBy, Kind, Passage

# What running text is screened for unless somebody asks for other kinds: it is full of persons.
IN_TEXT = (Kind.ORGANIZATION, Kind.VESSEL, Kind.AIRCRAFT)


def kinds_in_fields(kinds: tuple[Kind, ...] | None) -> tuple[Kind, ...] | None:
    """The kinds of parties that party fields are screened for.

    Args:
        kinds: those that the document is screened for; None for all.
    """
    return None if kinds is not None and set(kinds) == set(IN_TEXT) else kinds


def in_party_fields(
    passages: Sequence[Passage], finder: Finder, policy: Policy
) -> Mapping[int, list[Mention]]:
    """What the values of party fields match.

    Args:
        passages: those of a document.
        finder: the listed names.
        policy: which names, from which score on, and how many for one field.

    Returns:
        By the number of the passage.
    """
    fields = [
        (number, field)
        for number, passage in enumerate(passages)
        if passage.place and (field := party_field(passage.text, passage.place))
    ]
    # A column repeats its values: each is looked for once.
    names = [passages[number].text[field.start : field.end] for number, field in fields]
    once = list(dict.fromkeys(names))
    matches = dict(zip(once, match_all(once, finder, policy), strict=True))
    return {
        number: [
            Mention(
                field.start, field.end, match, by_short_form=False, found_by=FoundBy.PARTY_FIELD
            )
            for match in matches[name]
        ]
        for (number, field), name in zip(fields, names, strict=True)
    }


def merged(in_text: Iterable[Mention], in_field: Iterable[Mention]) -> list[Mention]:
    """Both, in the order of the text; an entity that running text has there too is there once, by
    the words that met it.
    """
    found = list(in_text)
    for item in in_field:
        if not any(
            other.match.entity == item.match.entity
            and other.start < item.end
            and item.start < other.end
            and (not other.by_short_form or item.match.score <= other.match.score)
            for other in found
        ):
            found.append(item)
    return sorted(found, key=lambda item: (item.start, item.end, -item.match.score))
