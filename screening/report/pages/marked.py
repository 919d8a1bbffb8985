"""Documents cut into what a page shows: texts with marks, pictures with boxes, and a card for each
mark.
"""

from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from records import (
    DocumentAnswer,
    DocumentStatus,
    Entity,
    Hit,
    NamedParty,
    PagePicture,
    Passage,
    Span,
)

# A longer document is shown around its marks only.
_WHOLE = 40_000
_CONTEXT = 600
STATUS = {
    DocumentStatus.SCREENED: "screened",
    DocumentStatus.PARTLY_SCREENED: "partly screened",
    DocumentStatus.NOT_SCREENED: "not screened",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A mark with all that it may name."""

    id: str
    span: Span
    hits: tuple[Hit, ...]

    @property
    def decision(self) -> str:
        """That of the best hit."""
        return self.hits[0].decision.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Text, marked or not."""

    text: str
    card: Card | None = None
    first: bool = False
    """Whether the mark begins here: it is the place that the card leads back to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A passage, or what is shown of it."""

    page: int | None
    place: str | None
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedBox:
    """A box on a picture, in per cent of it."""

    card: Card
    first: bool
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Plate:
    """The picture of a page."""

    page: int
    source: str
    boxes: tuple[MarkedBox, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A document on the page."""

    id: str
    answer: DocumentAnswer
    status: str
    cards: tuple[Card, ...]
    blocks: tuple[Block, ...]
    plates: tuple[Plate, ...]
    entries: dict[str, Entity]
    shortened: bool

    @property
    def found(self) -> bool:
        """Whether there is anything to look at: names, owners or places."""
        return bool(self.cards or self.answer.derived or self.answer.places)

    @property
    def boxed(self) -> frozenset[str]:
        """The cards whose words are boxed on a picture."""
        return frozenset(box.card.id for plate in self.plates for box in plate.boxes)

    @property
    def named(self) -> list[tuple[str, int, NamedParty]]:
        """Each name of an organisation once, with how often it stands there."""
        found: dict[str, list[NamedParty]] = {}
        for item in self.answer.names or ():
            found.setdefault(" ".join(item.span.text.split()), []).append(item)
        return [(text, len(items), items[0]) for text, items in found.items()]


def sheets(answers: Iterable[DocumentAnswer]) -> list[Sheet]:
    """What to show of each document, in their order."""
    return [_sheet(answer, f"d{number}") for number, answer in enumerate(answers, start=1)]


def _sheet(answer: DocumentAnswer, name: str) -> Sheet:
    groups = [(span, tuple(items)) for span, items in groupby(answer.hits, lambda i: i.span)]
    cards = tuple(
        Card(id=f"{name}-{number}", span=span, hits=tuple(item.hit for item in items))
        for number, (span, items) in enumerate(groups, start=1)
    )
    document = answer.document
    shortened = document.characters > _WHOLE
    return Sheet(
        id=name,
        answer=answer,
        status=STATUS[document.status],
        cards=cards,
        blocks=tuple(_blocks(document.passages, cards, shortened=shortened)),
        plates=tuple(_plate(picture, cards) for picture in answer.pictures or () if picture.png),
        entries={entry.id: entry for entry in answer.entries},
        shortened=shortened,
    )


def _blocks(
    passages: Sequence[Passage], cards: Sequence[Card], *, shortened: bool
) -> Iterator[Block]:
    left = sorted(cards, key=lambda card: (card.span.start, -card.span.end))
    for passage in sorted(passages, key=lambda item: item.start):
        end = passage.start + len(passage.text)
        inside = [card for card in left if passage.start <= card.span.start < end]
        if inside or not shortened:
            pieces = tuple(_pieces(passage, inside, shortened=shortened))
            yield Block(page=passage.page, place=passage.place, pieces=pieces)


def _pieces(passage: Passage, cards: Sequence[Card], *, shortened: bool) -> Iterator[Piece]:
    """The text of a passage, cut at its marks. Marks that overlap follow one another: the later
    one begins where the earlier one ends.
    """
    text, at = passage.text, 0
    for card in cards:
        start = max(at, card.span.start - passage.start)
        end = card.span.end - passage.start
        if start >= end:
            # All of its words are marked already: its place is the beginning of this point.
            yield Piece(text="", card=card, first=True)
            continue
        yield Piece(text=_gap(text[at:start], first=at == 0, last=False, cut=shortened))
        yield Piece(text=text[start:end], card=card, first=True)
        at = end
    yield Piece(text=_gap(text[at:], first=at == 0, last=True, cut=shortened))


def _gap(text: str, *, first: bool, last: bool, cut: bool) -> str:
    """What stands between marks; of a long document the words near them."""
    if not cut or len(text) <= 2 * _CONTEXT:
        return text
    head = "" if first else text[:_CONTEXT].rpartition(" ")[0]
    tail = "" if last else text[-_CONTEXT:].partition(" ")[2]
    return f"{head} … {tail}"


def _plate(picture: PagePicture, cards: Sequence[Card]) -> Plate:
    by_place = {(card.span.start, card.span.end): card for card in cards}
    boxes = tuple(
        MarkedBox(
            card=by_place[mark.start, mark.end],
            first=number == 0,
            left=100 * box.left,
            top=100 * box.top,
            width=100 * (box.right - box.left),
            height=100 * (box.bottom - box.top),
        )
        for mark in picture.marks
        for number, box in enumerate(mark.boxes)
    )
    source = "data:image/png;base64," + b64encode(picture.png).decode()
    return Plate(page=picture.page, source=source, boxes=boxes)
