"""Listed names that a text has in another script, as translations and transliterations write them.

The words of the text and the ways to write them in Latin letters (``native_units``) point to the
listed names that need such words (``native_names``); where all needed words stand side by side, the
stretch is asked like a query, with all its readings, and counts where the listed name is there
whole.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from matcher.columnar.code_points import other_scripts
from matcher.comparison.model import score
from matcher.index.native_names import NativeName
from matcher.lexicon.everyday import LEAST
from matcher.lexicon.native_letters import has_native
from matcher.lexicon.tables import Role
from matcher.mentions.anothers import sounds_otherwise
from matcher.mentions.document import Text
from matcher.mentions.han_names import by_characters
from matcher.mentions.loan_spots import loans
from matcher.mentions.mention_policy import POLICY
from matcher.mentions.native_units import Unit, is_known, parts_of
from matcher.mentions.searcher import Searcher
from matcher.mentions.spots import HIT, Spot
from matcher.mentions.work_budget import AGAIN, Work
from matcher.names.parser import analyse
from matcher.names.variants import NameVariant
from matcher.names.word import Name
from matcher.search.evidence import align_names
from matcher.search.match import Policy, Scored, score_of
from matcher.search.query import ParsedQuery
from records import FoundBy, Query

# No word of a name is further from the word that it was found by.
REACH = 48
# What a name must score: the text says less about what is a name than a query does.
ENOUGH = 0.9
# Zipf value from which a word that only sounds like a listed one is one that every text has.
FUNCTION = 5.0
# What it costs to ask for a stretch, which has many readings.
ASKED = 8.0
# So few words that are all everyday words of their language are its words first.
FEW = 2
# Between two words of a name: what hangs before the second, with no word by itself.
_JOINT = re.compile(r"[\W_]*[^\W\d_]{0,3}")
_TWO_BEFORE = re.compile(r"([^\W\d_]+)[ \u00a0]([^\W\d_]+)[ \u00a0]$")
# Letters of the same Korean word: ``한국전자기술연구소`` is another institute.
_IN_A_WORD = re.compile("[\uac00-\ud7a3]$")
# ``香港豐聯電子（香港）有限公司`` is no *Hong Kong Electronics*: brackets are of the longer name.
_BRACKET = re.compile(r"[(（\[【)）]")
# What no name in these scripts goes over.
_PARTED = re.compile(r"[,،、;؛:：。.!?؟！？|]|\n\s*\n|\t")


@dataclass(slots=True)
class NativeSpotter:
    """Looks for such names in one text; what repeats is asked once."""

    text: Text
    finder: Searcher
    policy: Policy
    work: Work
    _asked: dict[tuple[str, int], Spot | None] = field(default_factory=dict)

    def spots(self) -> tuple[list[Spot], int | None]:
        """The names in the order of the text, and the code point up to which all were looked for;
        None where that is the whole text.
        """
        text = self.text.text
        stretches = other_scripts(text)
        if not stretches:
            # Most texts: the names that are looked for here need not even be made.
            return [], None
        found = list(self._loans(stretches))
        if not any(has_native(text[start:end]) for start, end in stretches):
            return found, None
        units = self.finder.native_words.units(text, stretches)
        starts = [unit.start for unit in units]
        having = _having(units)
        for unit in units:
            names = self.finder.native_names.pointed(unit.parts)
            if not names:
                continue
            if not self.work.compare(AGAIN * len(names)):
                return found, unit.start
            near = range(
                bisect_left(starts, unit.start - REACH), bisect_left(starts, unit.end + REACH)
            )
            for name in names:
                if self._allows(name) and _may_meet(unit, near, name, having):
                    found += self._found(unit, units[near.start : near.stop], name)
            if self.work.comparisons < 0:
                return found, unit.start
        return found, None

    def _allows(self, name: NativeName) -> bool:
        return self.policy.allowed is None or bool(self.policy.allowed[name.number])

    def _loans(self, stretches: Sequence[tuple[int, int]]) -> Iterator[Spot]:
        """Names of one word that the text writes by their sound."""
        finder, policy = self.finder, self.policy
        for loan in loans(self.text.text, stretches, finder.loan_names, finder.index):
            number = loan.name.number
            if policy.allowed is not None and not policy.allowed[number]:
                continue
            if not self.work.compare(1):
                return
            reading = NameVariant(analyse(loan.name.word))
            found = align_names(reading, number, finder).found
            # No more than this is sure of a sound.
            value = min(score(found, finder.index.name_kind(number)), ENOUGH)
            if value >= policy.threshold:
                self.work.compare(HIT)
                entity = int(finder.index.arrays["name_entity"][number])
                how = FoundBy.SIMILAR_NAME
                yield Spot(loan.start, loan.end, value, entity, number, how, reading=reading)

    def _found(self, unit: Unit, near: Sequence[Unit], name: NativeName) -> Iterator[Spot]:
        """The stretch around a word that is the name, if any is."""
        met = _met(unit, near, name)
        if met is None:
            return
        text = self.text.text
        met.sort()
        start, end = met[0].start, met[-1].end
        if not all(_JOINT.fullmatch(text, one.end, two.start) for one, two in pairwise(met)):
            return
        if _PARTED.search(text, start, end):
            return
        if name.words <= FEW and self._are_words(met, name):
            return
        if name.trade and (
            _is_named_before(text, start)
            or _IN_A_WORD.search(text, max(0, start - 1), start)
            or _BRACKET.search(text, start, end)
        ):
            return
        spot = self._spot(start, end, name)
        if spot is not None:
            self.work.compare(HIT)
            yield spot

    def _are_words(self, met: Sequence[Unit], name: NativeName) -> bool:
        """Whether few words of a text are those of its language before they are a name."""
        everyday = self.finder.index.language.everyday
        written = [self.text.text[one.start : one.end] for one in met]
        zipfs = [everyday.zipf_of(word) for word in written]
        heard = [zipf for zipf, word in zip(zipfs, written, strict=True) if not is_known(word)]
        turned = _stand_otherwise(met, self.finder.name(name.number))
        if max(heard, default=0.0) >= (LEAST if turned else FUNCTION):
            # ``للسياحة خلال`` (for tourism during), ``قدس سره`` (blessed be his grave)
            return True
        # ``البنك التجاري``: any commercial bank, before it is *Bank Tejarat*; ``أنصار الحركة``, the
        # movement's supporters, are not *Harakat ul-Ansar*.
        least = POLICY.common_word if name.trade or turned else POLICY.everyday
        return all(zipf >= least for zipf in zipfs)

    def _spot(self, start: int, end: int, name: NativeName) -> Spot | None:
        written = self.text.text[start:end]
        key = written, name.number
        if key not in self._asked:
            self._asked[key] = self._judged(written, name) if self.work.compare(ASKED) else None
        spot = self._asked[key]
        return None if spot is None else spot._replace(start=start, end=end)

    def _judged(self, written: str, name: NativeName) -> Spot | None:
        index = self.finder.index
        entity = int(index.arrays["name_entity"][name.number])
        if by_characters(written) and any(
            by_characters(index.name(number).text) for number in index.names_of_entity(entity)
        ):
            return None
        asked = ParsedQuery.of(Query(name=" ".join(written.split())))
        scored = [
            score_of(asked, number, name.number, self.finder) for number in range(len(asked.names))
        ]
        best = max(
            (one for one in scored if _is_whole(one, asked, self.finder)),
            key=lambda one: one.score,
            default=None,
        )
        if best is None or best.score < max(ENOUGH, self.policy.threshold):
            return None
        how, reading = FoundBy.SIMILAR_NAME, asked.names[best.asked].reading
        return Spot(0, len(written), best.score, entity, name.number, how, reading=reading)


def _stand_otherwise(met: Sequence[Unit], name: Name) -> bool:
    """Whether two words stand the other way round than the listed ones, and none before is what
    the party is, which comes first in these languages: ``بنك تجارت`` is *Tejarat Bank*.
    """
    places = [
        [
            number
            for number, word in enumerate(name.words)
            if word.is_content and not one.parts.isdisjoint(parts_of(word))
        ]
        for one in met
    ]
    if len(places) != FEW or not all(places):
        return False
    first, last = (some[0] for some in places)
    return first > last and name.words[first].role is not Role.TRADE


def _is_named_before(text: str, start: int) -> bool:
    """Whether a company's name has begun two words before: ``شركة ينبع الوطنية للبتروكيماويات``
    is no *National Petrochemical Company*.
    """
    before = _TWO_BEFORE.search(text, max(0, start - REACH), start)
    if before is None:
        return False
    kind, own = (analyse(word).words for word in before.groups())
    return all(word.role is Role.LEGAL for word in kind) and any(
        word.role in (Role.WORD, Role.PLACE) for word in own
    )


def _is_whole(one: Scored, asked: ParsedQuery, finder: Searcher) -> bool:
    """Whether all words that say something met, on both sides."""
    links = [weighed.link for weighed in one.aligned.weighed]
    query, name = asked.names[one.asked].name, finder.name(one.name)
    if any(sounds_otherwise(weighed, query, name) for weighed in one.aligned.weighed):
        return False
    mine = {place for link in links for place in link.query}
    theirs = {place for link in links for place in link.name}
    return all(
        place in met
        for words, met in ((query.words, mine), (name.words, theirs))
        for place, word in enumerate(words)
        if word.is_content
    )


def _having(units: Sequence[Unit]) -> dict[str, list[int]]:
    """For each part of a name the units that have it, rising."""
    having: dict[str, list[int]] = {}
    for number, unit in enumerate(units):
        for part in unit.parts:
            having.setdefault(part, []).append(number)
    return having


def _may_meet(
    unit: Unit, near: range, name: NativeName, having: Mapping[str, Sequence[int]]
) -> bool:
    """Whether some units nearby have what the name needs: without them ``_met`` is None."""

    def stands(part: str) -> bool:
        if part in unit.parts:
            return True
        places = having.get(part, ())
        place = bisect_left(places, near.start)
        return place < len(places) and places[place] < near.stop

    return all(map(stands, name.needed)) and all(any(map(stands, one)) for one in name.trades)


def _met(unit: Unit, near: Iterable[Unit], name: NativeName) -> list[Unit] | None:
    """The words of a text that are the name's, the nearest ones; None where some are not there."""
    found = [unit]
    missing = set(name.needed) - unit.parts
    trades = [trade for trade in name.trades if unit.parts.isdisjoint(trade)]
    # Of a word with and without what hangs before it the latter.
    ranked = sorted(
        near, key=lambda one: (max(one.start - unit.end, unit.start - one.end), -one.start)
    )
    for other in ranked:
        if not (missing or trades):
            return found
        if any(other.end > one.start and other.start < one.end for one in found):
            continue
        left = [trade for trade in trades if other.parts.isdisjoint(trade)]
        if len(left) < len(trades) or not missing.isdisjoint(other.parts):
            found.append(other)
            missing -= other.parts
            trades = left
    return None if missing or trades else found
