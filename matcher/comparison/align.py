"""Which word of one name meets which word of the other, and how."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from matcher.comparison.acronyms import LONGEST_ACRONYM, SHORTEST_ACRONYM, stands_for
from matcher.comparison.by_letters import LetterRun
from matcher.comparison.hung_articles import with_article
from matcher.comparison.similarity import SAME_SKELETON, similarity
from matcher.lexicon.abbreviations import means
from matcher.lexicon.keys import KEPT, joined_skeleton, skeleton
from matcher.lexicon.related_families import NO_FAMILY, related_family
from matcher.lexicon.tables import Role
from matcher.names.parser import is_roman, roman
from matcher.names.surroundings import FARTHEST
from matcher.names.word import Name, Word

# How alike words are that met so. The weights of the score are fitted with these, so who changes
# one fits again (tools/fit_score.py). One at a time, by .05 to .15 either way, they change F1 of
# the 806 labelled pairs by nothing; TRANSLATED at .97 takes .003 (companies) and .005 (persons)
# off.
TRANSLATED = 0.9
ABBREVIATED = 0.88
RELATED = 0.7
SAME_LEGAL_FORM = 0.95
JOINED = 0.97
# What is left of a word at a field's end.
CUT = 0.95
ACRONYM = 0.85
# Of a name's words so many are looked for as one; at two F1 of labelled persons loses .002, four
# find nothing more.
LONGEST_JOINED = 3
# A stopword or a form of so many letters may be a part of a word: ``Al Nur``, ``Ra'ad``.
LITTLE = 3
# Shorter words are joined or split only letter by letter: two coarse spellings of six letters in
# two pieces meet by chance (Ira Jay, IRay).
LONG_ENOUGH_TO_ERR = 8


class Link(NamedTuple):
    """Words of the query that met words of the listed name."""

    query: tuple[int, ...]
    name: tuple[int, ...]
    how: str
    score: float


Meet = Callable[[Word, Word], tuple[str, float]]


def align(
    query: Name,
    name: Name,
    meet: Meet | None = None,
    *,
    runs: bool = True,
    letters: bool = True,
    slips: bool = False,
    spelled: Sequence[LetterRun] = (),
) -> tuple[Link, ...]:
    """Pair the words of two names, the surest pairs first.

    Args:
        query: the name asked for.
        name: the listed name.
        meet: how two words meet; ``pair`` when None.
        runs: whether one word may meet several, too, joined or as their letters.
        letters: whether it may do so as their letters: nobody writes a person's name in them.
        slips: whether several may be joined with a slip of the pen, or letter by letter with long
            stopwords between them; no list is searched for that.
        spelled: the words of both that have the same letters (``by_letters.runs``).

    Returns:
        Links in the query's order. Each word is in one link at most; order of words is free.
    """
    aligner = _Aligner(query.words, name.words, meet or pair, letters, slips)
    aligner.by_letters(spelled)
    return aligner.links(runs=runs)


class _Aligner:
    """The words of both names that are still free."""

    def __init__(
        self, left: Sequence[Word], right: Sequence[Word], meet: Meet, letters: bool, slips: bool
    ) -> None:
        self.meet, self.letters, self.slips = meet, letters, slips
        self.left, self.right = left, right
        self.free_left, self.free_right = set(range(len(left))), set(range(len(right)))
        self.found: list[Link] = []

    def by_letters(self, runs: Sequence[LetterRun]) -> None:
        """Take the words that have the same letters with other spaces between them."""
        for query, name, cut in runs:
            words = *(self.left[i] for i in query), *(self.right[j] for j in name)
            if len(words) > 2 or words[0].form != words[1].form:
                self._take(query, name, "cut" if cut else "joined", CUT if cut else JOINED)

    def links(self, *, runs: bool) -> tuple[Link, ...]:
        self._equal(little=False)
        if runs and self.free_left and self.free_right:
            self._together(self.left, self.right, self.free_left, self.free_right, reverse=False)
            self._together(self.right, self.left, self.free_right, self.free_left, reverse=True)
        if self.free_left and self.free_right:
            self._equal(little=True)
            self._alike()
        self._leave_far_words()
        if runs and self.free_left and self.free_right:
            self._runs(self.left, self.right, self.free_left, self.free_right, reverse=False)
            self._runs(self.right, self.left, self.free_right, self.free_left, reverse=True)
        return tuple(sorted(self.found, key=lambda link: link.query))

    def _take(self, query: tuple[int, ...], name: tuple[int, ...], how: str, score: float) -> None:
        self.free_left.difference_update(query)
        self.free_right.difference_update(name)
        self.found.append(Link(query, name, how, score))

    def _equal(self, *, little: bool) -> None:
        """The common case, fast: the same words, wherever they stand. An article may belong to
        another word than the first that has one, so stopwords (``little``) come later.
        """
        left, right, places = self.left, self.right, dict[str, list[int]]()
        for number in sorted(self.free_right):
            word = right[number]
            if little or word[3] is not _STOP:
                places.setdefault(word[2], []).append(number)
        # (By their places in the tuple: of a text there are many words, which meet nothing.)
        for number in sorted([one for one in self.free_left if left[one][2] in places]):
            same = places[left[number][2]]
            if same:
                self._take((number,), (same.pop(0),), "equal", 1.0)

    def _together(
        self,
        ones: Sequence[Word],
        manies: Sequence[Word],
        free_ones: set[int],
        free_manies: set[int],
        *,
        reverse: bool,
    ) -> None:
        """One word on one side that is several neighbours on the other, letter by letter."""
        if len(free_manies) < 2:
            return
        for i in sorted(free_ones):
            if not _can_stand_for_many(ones[i]):
                continue
            form = ones[i].form.replace(" ", "")
            run, score = _spelled_by(form, manies, free_manies), JOINED
            if not run:
                run, score = with_article(form, manies, free_manies), JOINED * SAME_SKELETON
            if run:
                query, name = (run, (i,)) if reverse else ((i,), run)
                self._take(query, name, "joined", score)

    def _alike(self) -> None:
        pairs, meet, left, right = [], self.meet, self.left, self.right
        lefts, rights = self.free_left, self.free_right
        if meet is pair:
            # Most words of a text are little ones, which meet nothing.
            lefts = {i for i in lefts if left[i][3] is not _STOP}
            rights = {j for j in rights if right[j][3] is not _STOP}
        for i in lefts:
            one = left[i]
            for j in rights:
                other = right[j]
                if meet is pair and (one[3] is _LEGAL) is not (other[3] is _LEGAL):
                    continue
                how, score = meet(one, other)
                if score:
                    pairs.append((-score, abs(i - j), i, j, how))
        for negative, _, i, j, how in sorted(pairs):
            if i in self.free_left and j in self.free_right:
                self._take((i,), (j,), how, -negative)

    def _leave_far_words(self) -> None:
        """Of a query of more words than a name has, look no further at what stands far from all
        that the listed name has met there.
        """
        if len(self.left) <= FARTHEST or not self.found:
            return
        near: set[int] = set()
        for link in self.found:
            for place in link.query:
                near.update(range(place - FARTHEST, place + FARTHEST + 1))
        self.free_left &= near

    def _may_begin(self, form: str, many: Sequence[Word], free: set[int]) -> set[int]:
        """Free words with which a run may begin that is one word joined or its letters."""
        # Most are told by how they begin.
        if self.slips:
            return free
        letters = self.letters and len(form) >= SHORTEST_ACRONYM and form.isalpha()
        head = skeleton(form)[:1] if len(form) >= LONG_ENOUGH_TO_ERR else ""
        found = set()
        for place in free:
            _, _, begun, role, _, _ = many[place]
            if (
                begun[0] == form[0]
                or (letters and (" " in begun or role is _STOP))
                or (head and skeleton(begun)[:1] == head)
            ):
                found.add(place)
        return found

    def _one_for_many(self, one: Word, many: Sequence[Word]) -> tuple[str, float]:
        score = _joined(one, many, slips=self.slips)
        if score:
            return "joined", score
        words = [word.form for word in many if word.role is not Role.STOP]
        if self.letters and stands_for(one.form, words):
            return "acronym", ACRONYM
        return "", 0.0

    def _runs(
        self,
        ones: Sequence[Word],
        manies: Sequence[Word],
        free_ones: set[int],
        free_manies: set[int],
        *,
        reverse: bool,
    ) -> None:
        """One word on one side against several neighbours on the other."""
        for i in sorted(free_ones):
            if not _can_stand_for_many(ones[i]):
                continue
            begins = self._may_begin(ones[i].form, manies, free_manies)
            if not begins:
                continue
            for run in _neighbours(manies, free_manies, begins):
                how, score = self._one_for_many(ones[i], [manies[j] for j in run])
                if score:
                    query, name = (run, (i,)) if reverse else ((i,), run)
                    self._take(query, name, how, score)
                    break


def pair(left: Word, right: Word) -> tuple[str, float]:
    """How two words meet, and how well in [0, 1]; a score of 0 when they do not."""
    # Taken apart at once: this is asked for every two words of names and texts.
    _, _, form, role, concept, vowelless = left
    _, _, other_form, other_role, other_concept, other_vowelless = right
    # Not by a set: the hash of an Enum's member is worked out in Python.
    if role is _LEGAL or role is _STOP or role is _NUMBER:
        return _like_only(left, right)
    if other_role is _LEGAL or other_role is _STOP or other_role is _NUMBER:
        return _like_only(left, right)
    score, how = similarity(form, other_form, vowelless or other_vowelless)
    if concept is None and other_concept is None:
        return how, score
    if concept is not None and concept == other_concept:
        return ("spelling", score) if score > TRANSLATED else ("translation", TRANSLATED)
    family = related_family(concept)
    if family != NO_FAMILY and family == related_family(other_concept):
        return "related", RELATED
    if concept is not None and other_concept is not None and score < SAME_SKELETON:
        # Two words of the tables are two words: Niger is no typo of Nigeria.
        return "", 0.0
    if score < ABBREVIATED:
        # One may be short for a trade word: ``Inst``, ``Petrochem``, ``Mfg``.
        first = role is _WORD and other_role is _TRADE and concept is None
        second = other_role is _WORD and role is _TRADE and other_concept is None
        if (first and means(form, other_concept)) or (second and means(other_form, concept)):
            return "abbreviation", ABBREVIATED
    return how, score


_WORD, _TRADE = Role.WORD, Role.TRADE
_LEGAL, _STOP, _NUMBER = Role.LEGAL, Role.STOP, Role.NUMBER
_LIKE_ONLY = frozenset({Role.LEGAL, Role.STOP, Role.NUMBER})


def _like_only(left: Word, right: Word) -> tuple[str, float]:
    """Legal forms, stopwords and numbers meet their like only."""
    if left.role is Role.LEGAL or right.role is Role.LEGAL:
        same = left.role is right.role and left.concept == right.concept
        return ("legal form", SAME_LEGAL_FORM) if same else ("", 0.0)
    if left.role is Role.STOP or right.role is Role.STOP:
        return "", 0.0
    return ("equal", 1.0) if number_of(left) == number_of(right) else ("", 0.0)


def number_of(word: Word) -> str:
    """The number that a word is: ``ii`` in small letters was left a word, since ``xi`` is one."""
    numeral = word.form.upper()
    if word.role is Role.WORD and is_roman(numeral):
        return str(roman(numeral))
    return word.form


def _can_stand_for_many(word: Word) -> bool:
    return word.role not in _LIKE_ONLY and len(word.form) >= 2


def joins(words: Sequence[Word]) -> bool:
    """Whether neighbours may be one word letter by letter: what tells nothing must be short, and
    legal forms alone make no word.
    """
    may = all(word.is_content or len(word.form) <= LITTLE for word in words)
    return may and any(word.role is not Role.LEGAL for word in words)


def _spelled_by(form: str, words: Sequence[Word], free: set[int]) -> tuple[int, ...]:
    """The free neighbours that are written as one word; empty for none."""
    for first in sorted(free):
        begun = words[first].form
        # Most are told by their first letters.
        if begun[0] != form[0] or not form.startswith(begun.split(" ", 1)[0]):
            continue
        joined, run = words[first].form.replace(" ", ""), [first]
        while len(joined) < len(form) and len(run) < LONGEST_JOINED and run[-1] + 1 in free:
            run.append(run[-1] + 1)
            joined += words[run[-1]].form.replace(" ", "")
        if joined == form and len(run) > 1 and joins([words[place] for place in run]):
            return tuple(run)
    return ()


def _neighbours(
    words: Sequence[Word], free: set[int], begins: set[int]
) -> Iterator[tuple[int, ...]]:
    """Runs of free words that stand together and begin with some of them, longest first; stopwords
    inside count as free.
    """
    places = [i for i in sorted(free) if words[i].role is not Role.LEGAL]
    for length in range(min(LONGEST_ACRONYM, len(places)), 1, -1):
        for first in range(len(places) - length + 1):
            begun, ended = places[first], places[first + length - 1]
            if begun in begins and ended - begun == length - 1:
                yield tuple(range(begun, ended + 1))


def _joined(one: Word, many: Sequence[Word], *, slips: bool) -> float:
    """How well one word is neighbours written as one, in [0, 1]."""
    little = any(word.role is Role.STOP for word in many)
    if len(many) > LONGEST_JOINED or (little and not slips):
        return 0.0
    form, forms = one.form.replace(" ", ""), [word.form for word in many]
    joined = "".join(forms).replace(" ", "")
    if form == joined:
        return JOINED
    if little or min(len(form), len(joined)) < LONG_ENOUGH_TO_ERR:
        return 0.0
    if slips:
        score = similarity(form, joined, one.consonantal).score
        return score * JOINED if score >= TRANSLATED else 0.0
    alike = not (set(form) ^ set(joined)) & KEPT and skeleton(form) == joined_skeleton(forms)
    return JOINED * SAME_SKELETON if alike else 0.0
