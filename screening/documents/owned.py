"""Listed parties that own or control the parties of a document's fields, or may.

A document is looked through for owners as far as its fields say who a party is: the name of a
payment's creditor, an LEI, the cell under *Supplier*. Running text names nobody so surely.
"""

import re
from collections.abc import Iterator, Sequence

from matcher.mentions.organisations import party_field
from records import DerivedSpan, Identifier, Passage, Query, Settings, Span
from screening.engine.engine import Engine
from screening.ownership.beside import owners_beside
from screening.ownership.derived import derived_for_all

_LEI_FIELD = re.compile(r"\bLEI\b")
_LEI = re.compile(r"[A-Z0-9]{18}\d{2}")


def owned_in(
    engine: Engine, passages: Sequence[Passage], settings: Settings
) -> tuple[DerivedSpan, ...] | None:
    """The owners of a document's parties.

    Returns:
        In the order of the text; None where no ownership data is loaded.
    """
    owners = owners_beside(engine, settings)
    if owners is None:
        return None
    named = list(_parties(passages))
    # A column repeats its values: each is looked for once.
    once = list(dict.fromkeys(query for query, _ in named))
    found = derived_for_all(owners, [(query, None) for query in once])
    hits = dict(zip(once, found, strict=True))
    return tuple(DerivedSpan(span=span, hit=hit) for query, span in named for hit in hits[query])


def _parties(passages: Sequence[Passage]) -> Iterator[tuple[Query, Span]]:
    for passage in passages:
        if not passage.place or passage.place.endswith("lines joined"):
            continue
        field = party_field(passage.text, passage.place)
        if field is not None:
            name = passage.text[field.start : field.end]
            yield Query(name=name), Span.of(passage, field.start, field.end)
        elif _LEI_FIELD.search(passage.place) and (lei := _LEI.search(passage.text)):
            number = Identifier(type="lei", value=lei[0])
            yield Query(name=lei[0], identifiers=(number,)), Span.of(passage, *lei.span())
