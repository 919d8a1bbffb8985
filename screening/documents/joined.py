"""Lines that readers join, in case a name goes on, say again what stands in them."""

from collections.abc import Iterable

from documents import CUT, MEET
from records import SpanHit

# How the places of such passages end.
JOINED = "joined"
AGAIN = ("without mark-up", "decoded", "in plain letters", "turned round", "fields parted")


def without_repeats(hits: Iterable[SpanHit]) -> tuple[SpanHit, ...]:
    """Without hits in joined lines that go over no line's end, of parties that the document names
    where nothing is joined, and without those in cut words where no word was cut.
    """
    every = tuple(one for one in hits if not _is_uncut(one))
    plain = {one.hit.entity_id for one in every if not _is_joined(one)}
    return tuple(
        one
        for one in every
        if not _is_joined(one)
        or one.hit.entity_id not in plain
        or ("\n" in one.span.text and not _says_again(one))
    )


def _is_uncut(one: SpanHit) -> bool:
    return (one.span.place or "").endswith(CUT) and MEET not in one.span.text


def _says_again(one: SpanHit) -> bool:
    """Whether it stands in a text that is read a second time: all of it, not the ends of lines."""
    return (one.span.place or "").endswith((CUT, *AGAIN))


def _is_joined(one: SpanHit) -> bool:
    return (one.span.place or "").endswith((JOINED, CUT, *AGAIN))
