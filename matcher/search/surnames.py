"""Surnames that end as those of a people do: *-enko*, *-ović*, *-chuk*. Two slips are forgiven in a
long word, but of *Kharchenko* and *Kurchenko* all that tells two families apart is in front.
"""

import re

from rapidfuzz.distance import OSA

from matcher.lexicon.keys import skeleton
from matcher.lexicon.tables import Role
from matcher.names.word import Name
from matcher.search.evidence import Aligned

# As the tables of several languages write them.
_ENDING = re.compile(
    r"(?:t?s?ch|c|k)?(?:ye|ie|e)nko$|(?:y|i|ch)uk$|(?:o|e)[vw]s?k(?:y|i|iy|ii|yi|aya|aia|a)$"
    r"|(?:a|e)shvili$|adze$|oglu$|zadeh?$|opoulos$"
)
# A third name that ends so is a father's, which tables write in many ways (*Sergeyevich*,
# *Serhiyovych*).
_FATHERS = re.compile(r"(?:o|e)v(?:y|i)(?:ch|cz|tch|tj|c)$")
_NAMES_WITHOUT_FATHER = 2
# Letters of what stands before the ending, up to which two wrong ones make another name of it.
_SHORT, _WRONG = 5, 2


def is_of_another_family(query: Name, name: Name, aligned: Aligned) -> bool:
    """Whether two surnames that met by slips have the ending in common, and little before it.

    Args:
        query: a person's name that was asked for.
        name: a listed one.
        aligned: the two beside each other.
    """
    count = max(sum(word.is_content for word in words) for words in (query.words, name.words))
    endings = (_ENDING, _FATHERS) if count <= _NAMES_WITHOUT_FATHER else (_ENDING,)
    met = [
        (query.words[one.link.query[0]], name.words[one.link.name[0]])
        for one in aligned.weighed
        if one.link.how == "typo" and len(one.link.query) == len(one.link.name) == 1
    ]
    return any(
        asked.role is Role.WORD and _are_two(asked.form, listed.form, ending)
        for asked, listed in met
        for ending in endings
    )


def _are_two(asked: str, listed: str, ending: re.Pattern[str]) -> bool:
    ends = ending.search(asked), ending.search(listed)
    if ends[0] is None or ends[1] is None:
        return False
    stems = asked[: ends[0].start()], listed[: ends[1].start()]
    if not all(stems) or min(map(len, stems)) > _SHORT:
        return False
    heard = OSA.distance(skeleton(stems[0]), skeleton(stems[1]))
    return min(OSA.distance(*stems), heard) >= _WRONG
