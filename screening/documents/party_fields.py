"""Fields that hold a party's name: the beneficiary of a payment, the cell under ``Supplier``.

Running text asks of a short name that something says it is one. In such a field the field says it,
so its value is looked for as a name that somebody asked about. Payments and forms have persons as
parties, too: where a document is screened for all kinds but persons, which is how running text is
by default, its party fields are screened for persons as well.
"""

from collections.abc import Iterable, Mapping, Sequence

from matcher.mentions.find import Mention
from matcher.mentions.organisations import party_field
from matcher.mentions.party_lines import party_lines
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
    spans = ((number, field.start, field.end) for number, field in fields)
    return matched(passages, spans, finder, policy)


def in_party_lines(
    passages: Sequence[Passage], finder: Finder, policy: Policy
) -> Mapping[int, list[Mention]]:
    """What the lines of running text match whose label says that they are a party's name
    (``Beneficiary: ISIS``). Takes and gives what ``in_party_fields`` does.
    """
    spans = (
        (number, line.start, line.end)
        for number, passage in enumerate(passages)
        for line in party_lines(passage.text)
    )
    return matched(passages, spans, finder, policy)


def matched(
    passages: Sequence[Passage],
    spans: Iterable[tuple[int, int, int]],
    finder: Finder,
    policy: Policy,
) -> dict[int, list[Mention]]:
    """What stretches of passages match, each asked as a name.

    Args:
        passages: those of a document.
        spans: the number of a passage, and code points of its text.
        finder: the listed names.
        policy: which names, from which score on, and how many for one stretch.
    """
    asked = [(number, start, end, passages[number].text[start:end]) for number, start, end in spans]
    # A column repeats its values: each is looked for once.
    once = list(dict.fromkeys(name for *_, name in asked))
    matches = dict(zip(once, match_all(once, finder, policy), strict=True))
    how, found = FoundBy.PARTY_FIELD, dict[int, list[Mention]]()
    for number, start, end, name in asked:
        met = (
            Mention(start, end, match, by_short_form=False, found_by=how) for match in matches[name]
        )
        found.setdefault(number, []).extend(met)
    return found


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
