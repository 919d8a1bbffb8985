"""The entries that a test file means: by id, by the publisher's part of it, or by a name."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

from records import Kind, NameKind
from screening.assess.listed import ListedRecord
from screening.assess.nearest import Nearest
from screening.assess.outcomes import NEAREST, Outcome
from screening.assess.trials import NAME, Trial
from screening.engine.engine import Engine


class Entries:
    """Finds the entries of an engine's lists."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._nearest = Nearest(engine)

    @cached_property
    def _by_text(self) -> Mapping[str, frozenset[str]]:
        index = self._engine.index
        ids = [index.entity_ids[number] for number in range(index.entity_count)]
        found: dict[str, set[str]] = defaultdict(set)
        for entity_id in ids:
            found[entity_id.casefold()].add(entity_id)
            found[entity_id.partition(":")[2].casefold()].add(entity_id)
        for number, entity in enumerate(index.arrays["name_entity"].tolist()):
            found[_key(index.name_texts[number])].add(ids[entity])
        return {
            text: frozenset(e for e in each if e.partition(":")[0] in self._engine.chosen)
            for text, each in found.items()
        }

    def meant_by(self, text: str) -> frozenset[str]:
        """The ids of the entries that a text means; none where no list in use has one."""
        return self._by_text.get(_key(text), frozenset()) if text else frozenset()

    def nearest(self, asked: str, wanted: frozenset[str]) -> str:
        """How near the nearest of some entries is to a name that did not find it, in words."""
        if not wanted:
            return "the expected entry is on none of the lists searched"
        best = max((self._one(asked, each) for each in sorted(wanted)), key=lambda one: one.score)
        if best.score < NEAREST:
            return f"the expected entry scores below {NEAREST}"
        return f"the expected entry scores {best.score:.2f}: {best.reason}"

    def _one(self, asked: str, entity_id: str) -> Outcome:
        record = ListedRecord(
            entity_id=entity_id,
            list=entity_id.partition(":")[0],
            kind=Kind.UNKNOWN,
            name=asked,
            strength=NameKind.PRIMARY,
        )
        trial = Trial(channel=NAME, way="", group="", severity=0, record=record, written=asked)
        return self._nearest.of(Outcome(trial=trial))


def _key(text: str) -> str:
    return " ".join(text.split()).casefold()
