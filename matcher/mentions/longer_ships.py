"""Whether a ship's name is something else's there: of one word a part of another ship's (*Ocean
Harmony* is not the *Harmony*), of two whom the ship is named after (*Yevgeny Primakov*).
"""

import re
from collections.abc import Iterator
from itertools import takewhile

from matcher.comparison.persons import person_names
from matcher.lexicon.folding import UNSPACED
from matcher.lexicon.keys import skeleton
from matcher.lexicon.scripts import MARKS
from matcher.lexicon.tables import Role
from matcher.mentions.cues import MentionContext, is_shouted, near_a_ship
from matcher.mentions.document import QUOTES
from matcher.mentions.ship_cues import BESIDE, says_ship, ship_cues
from matcher.mentions.whole_place import OPENS
from matcher.names.parser import analyse

# Capitals of up to so many letters beside a name are a prefix or a reference: ``MT``, ``ETA``.
PREFIX = 3
# Words as short that ships' names begin with: ``m/t NEW HORIZON``.
_FIRST_WORDS = frozenset(("NEW", "OLD", "SEA", "SUN", "SKY", "ICE", "BIG", "RED"))
# Capitals that a fleet puts before the names of all its ships.
FLEET = range(2, 5)
_OWN = frozenset({Role.WORD, Role.TRADE})
_BEFORE = re.compile(r"([^\W\d_][\w'’.&/-]*)[ \u00a0]$")
_AFTER = re.compile(r"[ \u00a0]([^\W\d_][\w'’-]*)")
_BEHIND = re.compile(r"(?:[ \u00a0][^\W\d_a-z][\w&.'’-]*){1,5}")
_LAST_WORD = re.compile(rf"[^\W\d_][\w/.{MARKS}]*\W{{1,3}}$")
_OPENING = re.compile(r"(?:^|[.!?:;]\s{1,2}|\n\s*)$")
# ``m.v. Grand Pioneer``: stops that end no sentence.
_DOTTED = re.compile(r"(?<![^\W_])(?:[^\W\d_]\.){2,}\s{1,2}$")
_LABELLED = re.compile(r":\s{1,2}$")
# ``VESSEL: COSCO SHIPPING ARIES``: up to three words behind a label, in a line of capitals, too.
_FIELD = re.compile(r":[ \u00a0]{1,3}((?:[^\W\d_][\w'’.&/-]*[ \u00a0]){1,3})$")
_CELL_BEFORE = re.compile(r"(?:^|[\n\t|])[ \u00a0]*((?:[^\W\d_][\w'’.&/-]*[ \u00a0])*)$")
_CELL_BEHIND = re.compile(r"((?:[ \u00a0][^\W\d_][\w'’.&/-]*)*)[ \u00a0]*(?:[\n\t|]|$)")
# Chinese and Japanese write a name right behind its label: ``船名Orient Pearl``.
_IN_A_ROW = re.compile(rf"^.*[{UNSPACED}]")
# ``Dolphin 5.``: the number is the last of the ship's name, and no day, tonnage or share.
_NUMBERED = re.compile(r"[ \u00a0-](?:\d{1,2}|[IVX]{1,4})(?![\w%])(?![.,]\d)(?=[.,;)»”\"\n]|$)")
_WORDS = re.compile(r"[^\W\d_]{2,}")
# Code points of a line on either side, and so many words that make a line of capitals.
LINE, SENTENCE = 80, 3
_OF = re.compile(r"[ \u00a0](?:of|de|di|do|da|du|del|al|el)[ \u00a0](?:the[ \u00a0])?([^\W\d_])")


def is_part_of_a_ships_name(place: MentionContext, before: float = OPENS) -> bool:
    """Whether a word right beside the name is written as the name is, and says nothing of ships.

    Args:
        place: the name.
        before: the Zipf value of the word right before, in the language that has it most often. At
            the beginning of a sentence only one that is seldom a word is part of a name: ``Stena
            Superior adlı tanker``, but not ``Yesterday Superior sailed``.
    """
    written = place.text[place.start : place.end]
    if place.small or not written[:1].isupper():
        return False
    if any(_goes_with(word, written, placed=True) for word in _words_of_a_field(place)):
        return True
    if any(_goes_with(word, written, placed=True) for word in _words_of_a_cell(place, written)):
        return True
    # In a line of capitals a name in small letters has its own.
    if written.isupper() and (is_shouted(place) or _is_in_capitals(place)):
        return False
    if _NUMBERED.match(place.text, place.end):
        return True
    of = _OF.match(place.text, place.end)
    if of is not None and of[1].isupper() and not written.isupper():
        return True
    if _has_its_fleet_before(place, written):
        return True
    if any(_goes_with(neighbour, written) for neighbour in _neighbours(place, before)):
        return True
    return any(_goes_with(word, written, placed=True) for word in _labelled_words(place))


def _has_its_fleet_before(place: MentionContext, written: str) -> bool:
    """Whether a fleet's letters stand between a ship's prefix and the name: ``m/v ONE Apus``."""
    before = _BEFORE.search(place.text, max(0, place.start - 30), place.start)
    if before is None or written.isupper() or not before[1].isupper():
        return False
    if len(before[1]) not in FLEET or not before[1].isalpha() or says_ship(before[1]):
        return False
    # ``Cargo per M/V Toba``: only what stands right before the letters is the prefix.
    first = place.text[max(0, before.start() - BESIDE) : before.start()].rstrip(QUOTES)
    prefix = _LAST_WORD.search(first)
    return prefix is not None and ship_cues().before.search(prefix[0]) is not None


def begins_a_firms_name(place: MentionContext) -> bool:
    """Whether words with capitals follow, a legal form among them: ``Heng Tai Foods Limited``."""
    behind = _BEHIND.match(place.text, place.end)
    if behind is None:
        return False
    # Letters without case go on with the sentence: ``FU YUAN YU 8691 لحساب شركة``.
    own = takewhile(lambda word: word[0].isupper(), behind[0].split())
    return any(word.role is Role.LEGAL for word in analyse(" ".join(own)).words)


def is_rather_a_person(place: MentionContext) -> bool:
    """Whether a given name and another word stand in a sentence that speaks of no ship."""
    words = [word for word in place.query.words if word.is_content]
    if len(words) != len(place.query.words) or len(words) != 2:
        return False
    if words[1].role is not Role.WORD or skeleton(words[0].form) not in person_names().groups:
        return False
    before = place.text[max(0, place.start - 30) : place.start]
    after = place.text[place.end : place.end + 30]
    beside = (_BEFORE.search(before), _AFTER.match(after))
    in_a_sentence = any(word is not None and word[1].islower() for word in beside)
    return in_a_sentence and not near_a_ship(place, close=False)


def _is_in_capitals(place: MentionContext) -> bool:
    """Whether its line has no small letter and other words: ``SHIPMENT PER MV VEGA ONLY``."""
    before = place.text[max(0, place.start - LINE) : place.start].rpartition("\n")[2]
    line = before + " " + place.text[place.end : place.end + LINE].partition("\n")[0]
    return line == line.upper() and len(_WORDS.findall(line)) >= SENTENCE


def _neighbours(place: MentionContext, common: float) -> Iterator[str]:
    before = _BEFORE.search(place.text, max(0, place.start - 30), place.start)
    if before is not None:
        opens = _OPENING.search(place.text, max(0, before.start() - 3), before.start())
        dotted = _DOTTED.search(place.text, max(0, before.start() - BESIDE), before.start())
        if opens is None or dotted or before[1].isupper() or common < OPENS:
            yield before[1]
    after = _AFTER.match(place.text, place.end)
    if after is not None:
        yield after[1]


def _labelled_words(place: MentionContext) -> Iterator[str]:
    """The word before the name, if a label right before it says that a ship's name begins there:
    ``Vessel: Ocean Glory``, ``船名Ocean Glory``. It may be a place.
    """
    before = _BEFORE.search(place.text, max(0, place.start - 30), place.start)
    if before is None:
        return
    label = _IN_A_ROW.match(before[1])
    start = before.start() + (label.end() if label else 0)
    first = place.text[max(0, start - BESIDE) : start]
    if label or (_LABELLED.search(first) and ship_cues().before.search(first)):
        yield place.text[start : before.end(1)]


def _words_of_a_field(place: MentionContext) -> Iterator[str]:
    """The words between a label for a ship's name and the name, one space between any two; a
    prefix or a word about ships may begin it.
    """
    first = max(0, place.start - LINE)
    field = _FIELD.search(place.text, first, place.start)
    if field is None:
        return
    label = place.text[max(0, field.start() - BESIDE) : field.start() + 2]
    if ship_cues().before.search(label):
        yield field[1].split()[-1]


def _words_of_a_cell(place: MentionContext, written: str) -> Iterator[str]:
    """The word beside a name in capitals that has a line or a cell with one or two others, none of
    which says something of ships: ``AMALTHEA STAR`` below ``Vessel``.
    """
    if not written.isupper():
        return
    ends = _CELL_BEHIND.match(place.text, place.end, place.end + LINE)
    cell = ends and _CELL_BEFORE.search(place.text, max(0, place.start - LINE), place.start)
    if cell is None or ends is None:
        return
    words = [*cell[1].split(), *ends[1].split()]
    if 0 < len(words) < SENTENCE and not any(map(says_ship, words)):
        yield words[len(cell[1].split()) - 1 if cell[1] else 0]


def _goes_with(neighbour: str, written: str, *, placed: bool = False) -> bool:
    """Whether both have capitals alike, and the neighbour is no word about ships, no country unless
    one may begin the name, no legal form and no abbreviation.
    """
    if not neighbour[:1].isupper() or neighbour.isupper() != written.isupper():
        return False
    if neighbour.isupper() and len(neighbour) <= PREFIX and neighbour not in _FIRST_WORDS:
        return False
    parts = [neighbour, *re.split(r"[-./]", neighbour)]
    if any(map(says_ship, parts)) or neighbour.endswith(("'s", "’s")):
        return False
    words = analyse(neighbour).words
    return any(word.role in (_OWN | {Role.PLACE} if placed else _OWN) for word in words)
