"""Restricted places in a document's addresses, with the words that name them."""

from collections.abc import Iterable, Iterator, Sequence

from records import Passage, PlaceHit, PlaceKind, PlaceSpan, Settings, Span
from screening.documents.address_fields import AddressField, Piece, address_fields
from screening.engine.engine import Engine
from screening.places.hits import hits_in


def places_in(
    engine: Engine, passages: Sequence[Passage], settings: Settings
) -> tuple[PlaceSpan, ...]:
    """The restricted places that the addresses of a document name, each place once an address.

    Returns:
        In the order of the text.
    """
    found: dict[tuple[str, int, int], PlaceSpan] = {}
    for address in address_fields(passages):
        for span in _in_address(engine, address, settings):
            found.setdefault((span.hit.place, span.span.start, span.span.end), span)
    return tuple(sorted(found.values(), key=lambda one: (one.span.start, one.span.end)))


def _in_address(engine: Engine, address: AddressField, settings: Settings) -> Iterator[PlaceSpan]:
    seen: set[str] = set()
    for text, pieces in address.texts():
        for hit in hits_in(engine, text, settings):
            if hit.place not in seen:
                seen.add(hit.place)
                yield PlaceSpan(span=_span(hit, pieces), hit=hit)


def _span(hit: PlaceHit, pieces: Iterable[Piece]) -> Span:
    """Where the words stand; all of the address where they are cut over several lines."""
    pieces = list(pieces)
    if hit.kind is not PlaceKind.ADDRESS:
        for piece in pieces:
            at = piece.text.find(hit.found) if hit.found else -1
            if at >= 0:
                return Span.of(piece.passage, piece.start + at, piece.start + at + len(hit.found))
    first = pieces[0]
    same = [piece for piece in pieces if piece.passage is first.passage]
    return Span.of(first.passage, first.start, max(piece.end for piece in same))
