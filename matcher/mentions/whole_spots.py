"""Listed names that stand whole in a text and tell enough, as places that may be hits."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from matcher.comparison.model import SAME_WORDS, score
from matcher.index.whole_names import information
from matcher.lexicon.brands import brands
from matcher.lexicon.everyday import LEAST
from matcher.lexicon.folding import fold
from matcher.lexicon.tables import Role
from matcher.mentions.cues import MOST_AROUND, MentionContext, in_quotes, is_called_a_party
from matcher.mentions.document import Text
from matcher.mentions.folded_words import mended
from matcher.mentions.group_brands import is_a_groups
from matcher.mentions.home_cues import ANYWHERE, Home
from matcher.mentions.never_whole import is_one_nowhere
from matcher.mentions.other_names import is_a_places
from matcher.mentions.press_rules import LETTERS
from matcher.mentions.searcher import Searcher
from matcher.mentions.spots import HIT, Spot
from matcher.mentions.whole_names import WholeMention, unbroken, whole_mentions
from matcher.mentions.whole_place import WholePlace, word_before
from matcher.mentions.whole_rules import others_needed
from matcher.mentions.words_met import is_abbreviation, is_seldom
from matcher.mentions.work_budget import AGAIN, Work
from matcher.names.parser import analyse
from matcher.names.term_weights import RARE
from matcher.names.variants import NameVariant
from matcher.search.evidence import align_names
from matcher.search.match import Policy
from records import CRAFT, FoundBy

# What is sure of the name that another language has for a party.
CALLED_SO = 0.95
# What surroundings can say for a name, in one of these at least: it is set off, or called a
# party's, a ship's or a group's firm; no capital, hyphen or line of capitals beside it speaks
# against it.
BEST_SURROUNDINGS = (
    ('"', '"'),
    ("company ", ""),
    ("paid to ", ""),
    ('paid to "', '"'),
    ("M/V ", ""),
    ("", " GmbH"),
    ("", "-linked"),
)
# Words beside a name of which is kept what they can be at most; some 20 MB.
REMEMBERED = 1 << 14


@dataclass(slots=True)
class WholeSpotter:
    """Judges whole names in one text; what repeats is judged once."""

    text: Text
    finder: Searcher
    policy: Policy
    work: Work
    among_others: list[Spot] = field(default_factory=list)
    places: set[str] = field(default_factory=set)
    """Words, folded, that the document somewhere calls a place's name."""
    parties: set[str] = field(default_factory=set)
    """The same of a party's."""
    _spots: dict[tuple[object, ...], Spot | None] = field(default_factory=dict)
    _told: tuple[int, int, dict[str, object]] = (0, 0, {})
    """What was told of the last place, for the names that it may be."""
    _starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        """Take down where the texts begin: each name asks for it."""
        self._starts = self.text.starts.tolist()

    def spots(self) -> tuple[list[Spot], int | None]:
        """The names that tell enough, in the order of the text, and the code point up to which all
        were judged; None where that is the whole text. Those that tell enough beside other listed
        parties only are left in ``among_others``.
        """
        text, finder = self.text, self.finder
        may = finder.worth_finding(self.policy.allowed)
        mentions = whole_mentions(text, finder.index.whole_names, may, finder.folded_words)
        found: list[Spot] = []
        for met in sorted(mentions, key=lambda met: (met.start, met.end, met.row)):
            if not self.may_stand(met):
                continue
            if not self.work.compare(AGAIN):
                return found, met.start
            alone = self._alone(met)
            spot = None if alone is None else self._judged(met, alone)
            if spot is not None:
                self.work.compare(HIT)
                kept = self.among_others if spot.others else found
                kept.append(spot._replace(start=met.start, end=met.end))
        return found, None

    def may_stand(self, met: WholeMention) -> bool:
        """Whether the name stands in one of the document's texts."""
        starts = self._starts
        return bisect_right(starts, met.start) == bisect_right(starts, met.end - 1)

    def _commonness(self, place: MentionContext, *, alone: bool, exonym: bool) -> float:
        """The Zipf value of the rarest word as the text has it; of the one word of a longer name
        one that English seldom has (*lotteries*) is no rarer than other languages' words.
        """
        written, language = place.query.text, self.finder.index.language
        if alone and language.zipf_of(place.query.words[0].form) < RARE:
            return LEAST
        if is_abbreviation(place, written) and not (exonym and len(written) > LETTERS):
            # *HUAWEI* is what others call it in capitals.
            return 0.0
        everyday = language.everyday
        if any(word.form in brands() for word in place.query.words):
            # Texts have them for the party's sake.
            return 0.0
        words = [word for word in place.query.words if word.is_content] or place.query.words
        raws = (mended(written[word.start : word.end]) for word in words)
        parts = [part for raw in raws for part in raw.split()]
        return min(map(everyday.zipf_of, parts))

    def _everyday(self, place: MentionContext) -> float:
        """The Zipf value of all letters as one word: of capitals that of the languages that lists
        are written in, since in others they are no word.
        """
        written, language = place.query.text, self.finder.index.language
        if is_abbreviation(place, written):
            return language.zipf_of(fold(written))
        return language.everyday.zipf_of(mended(written))

    def _judged(self, met: WholeMention, alone: WholePlace) -> Spot | None:
        text = self.text.text
        around = text[max(0, met.start - MOST_AROUND) : met.end + MOST_AROUND]
        key = met.row, min(met.start, MOST_AROUND), met.end - met.start, around
        if key not in self._spots:
            self.work.compare(1)
            self._spots[key] = self._spot(met, alone)
        return self._spots[key]

    def _alone(self, met: WholeMention) -> WholePlace | None:
        """The words as if nothing stood around them; None where they are the name in no
        surroundings. Most never are, and are told so once for all documents.
        """
        written, known = self.text.text[met.start : met.end], self.finder.can_be_whole
        key = met.row, written, met.slips, met.respelt, self._is_small(met)
        if key not in known:
            if len(known) >= REMEMBERED:
                known.clear()
            whole = self._place_in(written, 0, met, ANYWHERE)
            can_be = not is_one_nowhere(whole) and any(
                others_to_be_named(_surrounded(whole, before, after)) is not None
                for before, after in BEST_SURROUNDINGS
            )
            known[key] = whole if can_be else None
        return known[key]

    def _is_small(self, met: WholeMention) -> bool:
        return bool(self.text.without_capitals[bisect_right(self._starts, met.start) - 1])

    def _placed(self, met: WholeMention, alone: WholePlace) -> WholePlace:
        """What the rules are asked about a name that stands whole: of words that have small
        letters only where they stand is new (``_commonness``).
        """
        text, written = self.text.text, alone.place.text
        if written.isupper():
            return self.place(met)
        home = self._home(met)
        place = alone.place.moved(text, met.start, met.end, self._told_of(met))
        return alone._replace(place=place, home=home, before=self._commonness_before(place))

    def place(self, met: WholeMention) -> WholePlace:
        """What the rules are asked about a name where it stands."""
        return self._place_in(self.text.text, met.start, met, self._home(met), self._told_of(met))

    def _told_of(self, met: WholeMention) -> dict[str, object]:
        start, end, told = self._told
        if (start, end) != (met.start, met.end):
            told = {}
            self._told = met.start, met.end, told
        return told

    def _home(self, met: WholeMention) -> Home:
        return self.finder.home(int(self.finder.index.whole_names.name[met.row]))

    def _commonness_before(self, place: MentionContext) -> float:
        before = word_before(place)
        return self.finder.index.language.everyday.zipf_of(before[1]) if before else 0.0

    def _place_in(
        self,
        text: str,
        start: int,
        met: WholeMention,
        home: Home,
        answered: dict[str, object] | None = None,
    ) -> WholePlace:
        """The same where the words stand in some text, and the party is from somewhere."""
        index = self.finder.index
        names = index.whole_names
        number = int(names.name[met.row])
        end = start + met.end - met.start
        query = analyse(unbroken(text[start:end]))
        place = MentionContext(
            text=text,
            start=start,
            end=end,
            query=query,
            name=self.finder.name(number),
            weighed=(),
            kind=self.finder.mention_kind(int(index.arrays["name_entity"][number])),
            name_kind=index.name_kind(number),
            small=self._is_small(met),
            told={} if answered is None else answered,
        )
        # The row's is that of all that was published, also where this is but the letters of it.
        told = min(float(names.information[met.row]), information(query.words, index.language))
        own = [word for word in query.words if word.is_content and word.role is not Role.NUMBER]
        formless, bare = bool(names.is_formless[met.row]), bool(names.is_bare[met.row])
        exonym = bool(names.is_exonym[met.row])
        return WholePlace(
            place=place,
            information=told,
            part=bool(names.is_part[met.row]),
            unspaced=met.unspaced,
            common=self._commonness(place, alone=bare and len(query.words) == 1, exonym=exonym),
            formless=formless,
            bare=bare,
            slips=met.slips,
            respelt=met.respelt,
            exonym=exonym,
            seldom=len(own) == 1 and is_seldom(own[0].form, index.language),
            home=home,
            everyday=self._everyday(place),
            before=self._commonness_before(place),
        )

    def _take_down(self, whole: WholePlace) -> None:
        """What the text calls a name of one word."""
        place = whole.place
        if len(place.query.words) == 1 and place.kind not in CRAFT:
            if is_a_places(whole):
                self.places.add(fold(place.query.text))
            elif in_quotes(place) or is_called_a_party(place):
                self.parties.add(fold(place.query.text))

    def without_places(self, spots: Iterable[Spot]) -> list[Spot]:
        """Without words that are a place's name in the whole document, since it says so once and
        never calls them a party: ``the people of Argos``.
        """
        places, text = self.places - self.parties, self.text.text
        return [
            spot
            for spot in spots
            if not places
            or fold(text[spot.start : spot.end]) not in places
            or self.finder.mention_kind(spot.entity) in CRAFT
        ]

    def _spot(self, met: WholeMention, alone: WholePlace) -> Spot | None:
        index, whole = self.finder.index, self._placed(met, alone)
        self._take_down(whole)
        others = others_to_be_named(whole)
        if others is None:
            return None
        number = int(index.whole_names.name[met.row])
        entity = int(index.arrays["name_entity"][number])
        if whole.exonym and not is_written_so(whole):
            how, reading = FoundBy.SIMILAR_NAME, NameVariant(whole.place.name)
            spot = Spot(met.start, met.end, CALLED_SO, entity, number, how, reading=reading)
            # Of *Аль-Каида* the list's *Usama Bin Laden Organization* is no short form.
            return spot._replace(others=others, licenses=False, called=True)
        value = self._score(whole, number)
        if value < self.policy.threshold:
            return None
        how = (
            FoundBy.SIMILAR_NAME
            if whole.formless or met.slips or met.respelt
            else FoundBy.WHOLE_NAME
        )
        spot = Spot(met.start, met.end, value, entity, number, how)
        # A brand that many of a group share names none of them in full.
        shared = whole.exonym or (whole.bare and len(whole.place.query.words) == 1)
        # What is misspelt twice is no brand yet.
        brand = others == 1 and not met.slips
        # ``Gazprom Neft`` is all of *Public Joint Stock Company Gazprom Neft*.
        whole_but_form = not (shared or whole.bare or whole.part or met.slips or met.respelt)
        return spot._replace(
            others=others, brand=brand, licenses=not shared, complete=whole_but_form
        )

    def _score(self, whole: WholePlace, number: int) -> float:
        """What the words score beside the listed name, wherever they stand."""
        query, known = whole.place.query, self.finder.whole_scores
        value = known.get((query.text, number))
        if value is None:
            if len(known) >= REMEMBERED:
                known.clear()
            found = align_names(NameVariant(query), number, self.finder).found
            value = max(score(found, whole.place.name_kind), SAME_WORDS)
            known[query.text, number] = value
        return value


def others_to_be_named(whole: WholePlace) -> int | None:
    """How many other listed parties have to be named beside a name (``others_needed``)."""
    others = others_needed(whole)
    if others != 0 and is_a_groups(whole) and not is_a_places(whole):
        return 0
    return others


def _surrounded(whole: WholePlace, before: str, after: str) -> WholePlace:
    """A place that is a whole text, where that stands between others."""
    place, start = whole.place, len(before)
    text, end = before + place.text + after, start + len(place.text)
    return whole._replace(place=place.moved(text, start, end))


def is_written_so(whole: WholePlace) -> bool:
    """Whether the list has the very words of the text."""
    forms = [[word.form for word in one.words] for one in (whole.place.query, whole.place.name)]
    return forms[0] == forms[1]
