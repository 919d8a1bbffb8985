"""Which of a query's names may be listed ones, and these: ``candidates`` for a block of queries."""

from collections.abc import Mapping, Sequence

from matcher.columnar.arrays import Array
from matcher.index.index import NameIndex
from matcher.names.variants import NameVariant
from matcher.search.candidates import generate_candidates
from matcher.search.finder import Finder
from matcher.search.middle_names import least_before
from matcher.search.qualifiers import least_name_score
from matcher.search.query import ParsedQuery
from records import Kind

# Listed names compared word by word for one reading. Of 5,000 names that were asked of five lists
# (78,000 names) none has more that could reach the threshold; of those with many namesakes and of
# groups' firms 3 to 6 % have more than 40. What a name promises does not say how it compares, so a
# lower number hides parties.
COMPARED = 300

Proposed = tuple[int, Mapping[int, float]]
"""Which of a query's names may be listed ones, these, and what each promises
(``generate_candidates``)."""


def propose(
    block: Sequence[ParsedQuery],
    finder: Finder,
    threshold: float,
    limit: int,
    allowed: Array | None,
) -> list[list[Proposed]]:
    """For each query those of its names that may be listed ones, and these.

    Args:
        block: the queries.
        finder: the listed names.
        threshold: the score that counts.
        limit: how many parties are told of one query.
        allowed: for every listed name whether it may be found; None for all.
    """
    found: list[list[Proposed]] = [[] for _ in block]
    finder.vocabulary.learn([one.name for asked in block for one in asked.names])
    groups: dict[bool | None, list[tuple[int, int, NameVariant, float]]] = {}
    for place, asked in enumerate(block):
        person = is_of_persons(asked.kind)
        least = least_name_score(asked, threshold)
        members = groups.setdefault(person, [])
        for number, one in enumerate(asked.names):
            reading = one.reading
            before = least_before(reading, least, person=person)
            members.append((place, number, reading, before))
    for person, members in groups.items():
        names = generate_candidates(
            [reading.name for _, _, reading, _ in members],
            finder.vocabulary,
            parts=[reading.part for _, _, reading, _ in members],
            threshold=[least for _, _, _, least in members],
            limit=max(COMPARED, 2 * limit),
            allowed=allowed_names(finder.index, allowed, person=person),
        )
        for (place, number, _, _), listed in zip(members, names, strict=True):
            if listed:
                found[place].append((number, listed))
    return found


def is_of_persons(kind: Kind | None) -> bool | None:
    """Whether a party of a kind is looked for among persons; None where it is among all."""
    return None if kind is None else kind is Kind.PERSON


def allowed_names(index: NameIndex, allowed: Array | None, *, person: bool | None) -> Array | None:
    """The listed names that may be found, when it is known whether a person is asked for.

    Args:
        index: the listed names.
        allowed: for every one of them whether it may be found at all; None for all.
        person: what ``is_of_persons`` says of what is asked for.
    """
    if person is None:
        return allowed
    mask = index.names_of_persons if person else index.names_of_others
    return mask if allowed is None else mask & allowed
