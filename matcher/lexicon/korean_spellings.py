"""Which syllables of Korean a spelling in Latin letters may stand for: ``korean`` turned round.

*Young Sub* and *Yong Sop* are two spellings of 영섭. A spelling may be of several syllables (*jong*
is 정 and 종), so two spellings agree where they have one in common. Only syllables that given names
are made of are known: the rest would make syllables of other peoples' names.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product

from matcher.lexicon.korean import SURNAMES, letters, spellings

# Syllables of given names; compiled by Namewarden.
OF_GIVEN_NAMES = (
    "가강건걸겸경계고곤관광교구국권규균근금기길나남녕노단달담대덕도동두득라란람랑래려련렬령례로록룡루류률륜린림마만매명모목"
    "무묵문미민반배백범벽별병보복봉부분비빈사산삼상새서석선설섭성세소솔송수숙순승시식신실심아안애양언연열염엽영예오옥온완왕"
    "요용우욱운웅원월위유육윤율은을의이익인일임자장재전정제조종주준중지직진찬창채천철청초춘출충치칠태택평표필하학한함해향"
    "혁현협형혜호홍화환황회효훈휘흠흥희"
)
# How passports write a vowel or the last sound beside what ``korean`` has.
_VOWELS = (("ae", "ai"), ("oe", "oi"), ("yeo", "yu"), ("ui", "eui"), ("ui", "ee"))
_LAST = {"k": "g", "p": "b", "l": "r"}
_R, _SILENT, _U = 5, 11, 13
# The North's surnames, and the South's for the same families.
_SOUTHERN = dict(zip("리림류로라량렴려", "이임유노나양염여", strict=True))


@cache
def given_syllables() -> Mapping[str, frozenset[str]]:
    """Spellings of one syllable of a given name, and the syllables that each may be."""
    found: dict[str, set[str]] = {}
    for syllable in OF_GIVEN_NAMES:
        for spelled in _every_way(syllable):
            found.setdefault(spelled, set()).add(syllable)
    return {spelled: frozenset(of) for spelled, of in found.items()}


@cache
def surnames() -> Mapping[str, frozenset[str]]:
    """Spellings of surnames, and the surnames that each may be, as the South has them."""
    found: dict[str, set[str]] = {}
    for surname, ways in SURNAMES.items():
        if len(surname) == 1:
            for spelled in ways.split():
                found.setdefault(spelled, set()).add(_SOUTHERN.get(surname, surname))
    return {spelled: frozenset(of) for spelled, of in found.items()}


def given_names(words: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Given names of two syllables, as two words or one; the syllables in Hangul.

    Args:
        words: in ``a-z``.
    """
    known = given_syllables()
    cuts = [words] if len(words) == 2 else []
    if len(words) == 1:
        cuts = [(words[0][:at], words[0][at:]) for at in range(1, len(words[0]))]
    for first, second in cuts:
        if first in known and second in known:
            yield from product(sorted(known[first]), sorted(known[second]))


def _every_way(syllable: str) -> Iterator[str]:
    lead, vowel, _ = letters(syllable)
    for way in spellings(syllable):
        # Behind another syllable this letter is heard.
        if lead == _R and not way.startswith("r"):
            continue
        ways = {way, *(way.replace(one, other) for one, other in _VOWELS)}
        if lead == _R:
            ways |= {"l" + one[1:] for one in ways}
        if vowel == _U:
            ways |= {one.replace("u", "oo") for one in ways}
            ways |= {"w" + one for one in ways if lead == _SILENT and "oo" in one}
        yield from ways
        yield from (one[:-1] + _LAST[one[-1]] for one in ways if one[-1] in _LAST)
