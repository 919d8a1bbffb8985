"""Japanese names as Latin letters may write them: persons, kana by their sound, loanwords as the
words that they write, and trade words.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import groupby

from matcher.lexicon.chinese_names import LONGEST_PERSON
from matcher.lexicon.english_sounds import english_by_sound, name_by_sound
from matcher.lexicon.folding import fold
from matcher.lexicon.han_readings import on_readings, ways_in_hangul
from matcher.lexicon.japanese import as_person, given_name, hepburn, surnames
from matcher.lexicon.katakana import as_foreign_word, without_n_before_m
from matcher.lexicon.korean import as_word
from matcher.lexicon.korean_kana import as_person as korean_in_kana
from matcher.lexicon.letter_names import FEWEST, as_initials, letter_names
from matcher.lexicon.native_words import japanese_words, native_words
from matcher.lexicon.phrase_lengths import lengths_by_first
from matcher.lexicon.scripts import HAN
from matcher.lexicon.waiting import waiting
from matcher.names.native_pieces import LONGEST_PHRASE, Cut, CutKind, Piece, padded, together

KANA = re.compile("[\u3040-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f]")
_FORM = re.compile(
    "[株有]式?(?:会社|會社)|合[同資名]会社|一般[社財]団法人|公益[社財]団法人|協同組合"
)
# Words that Chinese has otherwise; names that have one are read as Chinese, too.
_ALSO_CHINESE = re.compile("工場|航空機|自動車|製作所|企業所|総会社|[貿易営]会社")
# What tells that a firm is Korean.
_OF_KOREA = re.compile("朝[鲜鮮]|平[壌壤]|羅先|企業所|総会社|[貿易営]会社")
# What stands before and behind a number.
_COUNTED = frozenset("第号號")
# A gang or society, whose name may as well be Chinese.
_SOCIETY = waiting(f"(?:[二三四五六七八九十]代目)?[{HAN}]{{1,3}}[組会會]")
_RUN = waiting(f"[{HAN}]+|[\u3040-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f]+")
_DOTTED = re.compile("[\u30a0-\u30fa\u30fc]+(?:・[\u30a0-\u30fa\u30fc]+)+")
# A surname of one syllable, and a given name of two at most, whole or by syllables.
_KOREAN = re.compile("[\u30a1-\u30fa]{1,4}・[\u30a1-\u30fa]{1,8}(?:・[\u30a1-\u30fa]{1,4})?")
_BETWEEN_DOTS = re.compile("[^・]+")
_HAN = waiting(f"[{HAN}]+")
# A letter's name in kana: ダブリュー.
LONGEST_LETTER = 5
# Kana of a known word inside a longer run; and at its end, of a trade word (サクラホテル).
SHORTEST_IN_KANA, SHORTEST_AT_END = 4, 3
# Characters that are read so, and ways that are looked for. A choice, for time.
LONGEST_ON, MOST_ON = 4, 6


@lru_cache(maxsize=1 << 8)
def is_japanese(text: str) -> bool:
    """Whether a name has kana, a legal form that only Japanese companies have, or a character that
    only Japan writes so (実, 桜).
    """
    if KANA.search(text) is not None or _FORM.search(text) is not None:
        return True
    if not _HAN.search(text):
        return False
    return any(map(_is_only_japanese, text)) or _is_mixed("".join(_HAN.findall(text)))


@lru_cache(maxsize=1 << 13)
def _is_only_japanese(character: str) -> bool:
    """Whether Japan's standard has a character, and neither China's nor Taiwan's has it."""
    if character.isascii() or not _HAN.fullmatch(character):
        return False
    return _has("shift_jis", character) and not (
        _has("gb2312", character) or _has("big5", character)
    )


def _is_mixed(characters: str) -> bool:
    """Whether Japan writes all of these characters, and neither China nor Taiwan does: 国 is
    China's, and 際 is Taiwan's. So few as a person's name are as often mixed by hand.
    """
    return (
        len(characters) > LONGEST_PERSON
        and _has("shift_jis", characters)
        and not (_has("gb2312", characters) or _has("big5", characters))
    )


def _has(standard: str, characters: str) -> bool:
    try:
        characters.encode(standard)
    except UnicodeEncodeError:
        return False
    return True


def japanese_cuts(text: str) -> Iterator[Cut]:
    """The ways to cut a name that has kana or Chinese characters; none where it is not read as
    Japanese.
    """
    runs = [(met.start(), met[0]) for met in _RUN.finditer(text)]
    letters = [*_spelled_out(text)]
    together = "".join(run for _, run in runs)
    person = as_person(together) if _HAN.fullmatch(together) else None
    if person:
        places = [start + offset for start, run in runs for offset in range(len(run))]
        length, surname, given = person
        yield (
            [
                Piece(places[0], places[length - 1] + 1, padded(surname)),
                Piece(places[length], places[-1] + 1, padded(given)),
            ],
            CutKind.PERSON,
        )
    yield from _koreans(text)
    if is_japanese(text) or _SOCIETY.fullmatch(text.strip()) or _ALSO_CHINESE.search(text):
        apart = [run for run in runs if not any(one.start <= run[0] < one.end for one in letters)]
        pieces = sorted([*letters, *(one for start, run in apart for one in _words(run, start))])
        if pieces:
            yield pieces, CutKind.NAME
        if _OF_KOREA.search(text):
            korean = [_korean(piece, text) for piece in pieces]
            if korean != pieces:
                yield korean, CutKind.NAME
        heard = [_heard(piece, text) for piece in pieces]
        # One word alone sounds like too many.
        if heard != pieces and len(pieces) > 1:
            yield heard, CutKind.NAME


def _koreans(text: str) -> Iterator[Cut]:
    """A Korean's name in katakana: ``キム・ジョンマン``, *Kim Jong Man*."""
    met = _KOREAN.fullmatch(text.strip())
    read = korean_in_kana(tuple(met[0].split("・"))) if met else None
    if met and read:
        start, dot = text.index(met[0]), met[0].index("・")
        yield (
            [
                Piece(start, start + dot, padded(read[0])),
                Piece(start + dot + 1, start + len(met[0]), padded(read[1])),
            ],
            CutKind.PERSON,
        )


def _spelled_out(text: str) -> Iterator[Piece]:
    """Letters by their names with a dot between each two: ``ケー・ビー・シー``, *KBC*."""
    names = letter_names("kana")
    for met in _DOTTED.finditer(text):
        parts = [(one.start(), one.end(), names.get(fold(one[0]), "")) for one in _letters_in(met)]
        for spelled, group in groupby(parts, key=lambda part: bool(part[2])):
            letters = [*group] if spelled else []
            if len(letters) >= FEWEST:
                ways = as_initials([letter for _, _, letter in letters])
                yield Piece(letters[0][0], letters[-1][1], padded(ways))


def _letters_in(run: re.Match[str]) -> Iterator[re.Match[str]]:
    return _BETWEEN_DOTS.finditer(run.string, run.start(), run.end())


def _heard(piece: Piece, text: str) -> Piece:
    """A piece in kana that no table knows, as a foreign name or word that it may write."""
    run = text[piece.start : piece.end]
    if piece.ways != padded(hepburn(run)):
        return piece
    heard = without_n_before_m(run)
    named, guessed = (*name_by_sound(heard), *english_by_sound(heard)), as_foreign_word(run)
    ways = dict.fromkeys((*named[:2], *guessed[:1], *named[2:], *guessed[1:]))
    return piece._replace(ways=padded(tuple(ways))) if ways else piece


def _korean(piece: Piece, text: str) -> Piece:
    """Characters that no table knows, as Koreans read them: 興進, *Hungjin*."""
    run = text[piece.start : piece.end]
    if piece.ways != padded(_read_in_japanese(run)):
        return piece
    ways = dict.fromkeys(way for read in ways_in_hangul(run) for way in as_word(read))
    return piece._replace(ways=padded(tuple(ways))) if ways else piece


def _words(run: str, start: int) -> Iterator[Piece]:
    """A run of kana or of characters cut into known words and what is left between them."""
    own = place = 0
    while place < len(run):
        length, ways = _known(run[place:])
        if _is_by_chance(run, place, length) or (own < place and length < 2):
            place += 1
            continue
        yield from _own(run[own:place], start + own)
        yield Piece(start + place, start + place + length, padded(ways))
        own = place = place + length
    yield from _own(run[own:], start + own)


def _is_by_chance(run: str, place: int, length: int) -> bool:
    """Whether a known word is none, or a few kana of a longer word: ``ハッサン`` ends in *sun*."""
    if not length or length >= SHORTEST_IN_KANA or length == len(run) or not KANA.match(run):
        return not length
    ends = SHORTEST_AT_END <= length == len(run) - place
    return not (ends and fold(run[place:]) in japanese_words())


def _known(run: str) -> tuple[int, tuple[str, ...]]:
    """How many characters the longest known word has that a run begins with, and how it is
    written.
    """
    folded = fold(run)
    # Folding may join characters of half width: then every length has to be tried.
    same = folded == run
    ends = _lengths().get(run[0], ()) if same else range(min(len(run), LONGEST_PHRASE), 1, -1)
    for end in ends:
        if end > len(run):
            continue
        word = folded[:end] if same else fold(run[:end])
        ways = japanese_words().get(word) or native_words().get(word) or surnames().get(word)
        if ways:
            return end, ways
    names, letters, place = letter_names("kana"), list[str](), 0
    while place < len(run):
        lengths = range(min(LONGEST_LETTER, len(run) - place), 1, -1)
        end = next((e for e in lengths if fold(run[place : place + e]) in names), 0)
        if not end:
            break
        letters.append(names[fold(run[place : place + end])])
        place += end
    if len(letters) >= FEWEST and place == len(run):
        return place, as_initials(letters)
    return 0, ()


@cache
def _lengths() -> Mapping[str, tuple[int, ...]]:
    """Those of words; the characters of a surname are a word only if they are two."""
    words = (*japanese_words(), *native_words(), *surnames())
    return lengths_by_first((word for word in words if len(word) > 1), LONGEST_PHRASE)


def _by_on(run: str) -> tuple[str, ...]:
    """Characters of a firm's own name, as Japanese took them from Chinese."""
    return tuple(together(on_readings(run))[:MOST_ON]) if len(run) <= LONGEST_ON else ()


def _read_in_japanese(run: str) -> tuple[str, ...]:
    return (*given_name(fold(run)), *_by_on(run))


def _own(run: str, start: int) -> Iterator[Piece]:
    """What no table knows: kana by their sound, characters where names are read with them."""
    if not run:
        return
    if run in _COUNTED:
        # 第9工場, *Plant 9*.
        yield Piece(start, start + len(run), (" ",))
        return
    ways = hepburn(run) if KANA.search(run) else _read_in_japanese(run)
    if ways:
        yield Piece(start, start + len(run), padded(ways))
