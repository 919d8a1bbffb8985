"""Every published name of every list in use, letter by letter: is it found, and if not, why?"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from records import Document, DocumentStatus, Hit, Kind, NameKind, Passage, Settings
from records.blocks import blocks
from screening.assess.channels.documents import KINDS
from screening.assess.listed import ListedRecord
from screening.documents.screen import screen
from screening.engine.engine import Engine
from screening.engine.workers import in_order
from screening.names.match import match

# As for ``channels.names``.
BLOCK = 512
NAME, TEXT = "match", "document"
_SENTENCES = {
    "Cyrl": "Счёт от {n} оплачен 12 мая.",
    "Arab": "تم دفع فاتورة {n} في 12 مايو.",
    "Hani": "我们与{n}的合同将于六月到期。",
    "Hang": "{n} 송장은 5월 12일에 지급되었습니다.",
    "Hebr": "החשבונית של {n} שולמה ב-12 במאי.",
}
_LATIN = "The invoice of {n} was paid on 12 May."
_VESSEL = "The cargo was loaded on the vessel {n} at the terminal."
Progress = Callable[[int, float], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """A published name that is not found."""

    record: ListedRecord
    where: str
    """``match`` or ``document``."""
    reason: str
    """Why, as far as can be told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What became of all names."""

    asked: int
    in_texts: int
    """Names that were looked for in a document too: those of persons are not."""
    lost: Sequence[Lost]


def coverage(
    engine: Engine,
    records: Sequence[ListedRecord],
    settings: Settings,
    *,
    workers: int,
    progress: Progress = lambda _done, _share: None,
) -> Coverage:
    """Look for every name, alone and in a sentence of a language of its script.

    Args:
        engine: the list editions.
        records: every published name.
        settings: threshold, limit, kinds.
        workers: processes.
        progress: told how many are done, and their share.
    """
    done, lost = 0, []
    cut = blocks(records, BLOCK)
    for size, found in in_order(engine, _Work(settings), cut, workers=workers):
        done += size
        lost += found
        progress(done, done / max(1, len(records)))
    return Coverage(asked=len(records), in_texts=sum(map(_in_texts, records)), lost=lost)


class _Work:
    def __init__(self, settings: Settings) -> None:
        self._settings, self._limit = settings, settings.limit
        self._texts = replace(settings, kinds=settings.kinds or KINDS)

    def __call__(self, engine: Engine, block: Sequence[ListedRecord]) -> tuple[int, list[Lost]]:
        return len(block), [*self._names(engine, block), *self._documents(engine, block)]

    def _names(self, engine: Engine, block: Sequence[ListedRecord]) -> Iterator[Lost]:
        answers = match(engine, [record.name for record in block], self._settings)
        for record, answer in zip(block, answers, strict=True):
            if not _has(answer.hits, record):
                yield Lost(record=record, where=NAME, reason=_why(record, answer.hits, self._limit))

    def _documents(self, engine: Engine, block: Sequence[ListedRecord]) -> Iterator[Lost]:
        for record in filter(_in_texts, block):
            answer = screen(engine, _document(record), self._texts)
            hits = [item.hit for item in answer.hits]
            if not _has(hits, record):
                yield Lost(record=record, where=TEXT, reason=_why(record, hits, self._limit))


def _in_texts(record: ListedRecord) -> bool:
    return record.kind in (*KINDS, Kind.UNKNOWN)


def _document(record: ListedRecord) -> Document:
    sentence = _VESSEL if record.kind is Kind.VESSEL else _SENTENCES.get(record.script, _LATIN)
    text = sentence.replace("{n}", record.name)
    return Document(
        path="",
        sha256="",
        media_type="text/plain",
        status=DocumentStatus.SCREENED,
        passages=(Passage(text=text),),
    )


def _has(hits: Sequence[Hit], record: ListedRecord) -> bool:
    return any(hit.entity_id == record.entity_id for hit in hits)


def _why(record: ListedRecord, hits: Sequence[Hit], limit: int) -> str:
    same = [hit for hit in hits if hit.list == record.list]
    if len(hits) >= limit:
        return "behind as many other entries as are shown"
    letters = sum(letter.isalnum() for letter in record.name)
    if not letters:
        return "no letter or digit to search for"
    if letters <= 3:
        return "three letters or fewer, which say nothing by themselves"
    if record.strength is NameKind.WEAK:
        return "a weak alias"
    if same:
        return f"another entry of the list is found by it: {same[0].entity_id}"
    if len(record.name.split()) == 1:
        return "one word alone"
    return "its words say too little, or are not seen as one name"
