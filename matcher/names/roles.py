"""What a word does by its place in a name: a legal form stands first or last in its own way, a
little word between two others, and neither is ever all that a name has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.lexicon.scripts import latin
from matcher.lexicon.tables import COMPANY, Role, tables
from matcher.names.wade_giles import pinyin_syllables

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matcher.names.word import Word

_LEGAL, _WORD, _STOP, _NUMBER = Role.LEGAL, Role.WORD, Role.STOP, Role.NUMBER
_ROMAN = frozenset("ivx")

# Little words that are some country's legal form too (of, as, de, se).
_LITTLE = "al an and as at by da de del der di do du el en es et for in la le no of or se to un y"
STOPWORDS = frozenset(_LITTLE.split())
# Letters up to which a legal form inside a name is a word of it (*Bank AS Hansa*).
SHORT_LEGAL_FORM = 3
_IDLE = (Role.LEGAL, Role.STOP)
# Up to so many letters a form in front is one only where forms stand in front.
_SHORT_IN_FRONT = 4
# The short forms that stand before a name, by the languages in which they do. Of others the letters
# in front are the name: *ETS Solutions*, *SAD Import Export*, *EP-MHP*.
_FRONT = (
    # English as it renders other languages, German, Romance languages, Malay, Vietnamese.
    "jsc cjsc ojsc pjsc pjs jscb ujsc llc ltd llp lp plc gmbh ag kg sa sas sarl srl spa snc sc sca"
    " scs sci eurl sprl asbl ngo ong cia pt cv ud firm tnhh ctcp tcty tctcp gie"
    # Baltic and Nordic languages, Albanian, the languages of former Yugoslavia, Bulgarian.
    " uab ab as sia ou oy shpk doo ad ead ood eood dooel jp kd"
    # Russian, Ukrainian, Belarusian, Kazakh, Uzbek.
    " ooo oao zao pao nao ao too odo tdo tov tzov pat prat at zat aat taa chup chp up ip pp dp gp"
    " fgup gup mup fku fkp fgu fgbu fgbou gbou nko ano np akb kb pk spk gk vo pkf zhshs zhshq mchj"
    " fop td sp ik rao no moo roo mmo soo fsue fsbi fsai soe pmc chvk"
    # Belarus's unitary enterprises, Tajikistan.
    " rup rpup ptup chtup jsshk jdmm"
)
_IN_FRONT = frozenset(_FRONT.split())
# Nobody is called by these alone, as usual as they are.
_BEHIND = (
    "inc corp bv nv pte pty bhd asa aps oyj hf kft zrt nyrt bt sro sp rt se wll sae sal saog saoc"
    " ksc qsc qpsc psc bsc fze fzco fzc dmcc tbk pcl cv lda ltda sl slu eirl sac saa cia pvt"
    " aq aaq zhaq aak zhak zhchk"
)
_USUAL = frozenset(_BEHIND.split()) | _IN_FRONT
# Forms that few parties have are its name where a party has no other word.
_SELDOM = frozenset({"OTHER", "SOE", "NGO", "COOP", "MIL", "FIN", "SP", "GP", "REL", "JV"})
# Letters that are a word of some language between two others, and those of them that are even where
# all is written in capitals.
_BETWEEN = frozenset("aeiouyvkszw")
_BETWEEN_CAPITALS = frozenset("eiyv")
# Letters that both neighbours of a single one have, where it is a little word and no initial.
_LONG_NEIGHBOUR = 2
# Little words that are surnames where no word follows them: *Tariq Das*.
_SURNAMES = frozenset({"das", "du", "le", "an", "to", "do"})
# A Chinese name has so many words, of so many syllables each, and no little one.
_CHINESE_WORDS, _CHINESE_SYLLABLES = (2, 3), 2
# Russian little words that are met in Latin letters.
_FROM_RUSSIAN = "dlya dlia po pri iz ot na za do i v s k o"
_SLAVIC = frozenset(_FROM_RUSSIAN.split())

_PATRONYMIC = (
    *(
        "ovich",
        "evich",
        "yvich",
        "ovych",
        "evych",
        "avich",
        "ovitch",
        "evitch",
        "owitsch",
        "ewitsch",
    ),
    *("ovic", "evic", "ovna", "evna", "ivna", "ichna", "inichna", "ougly", "ogly", "oglu", "kyzy"),
)
# Letters of a word in capitals that is hardly an acronym.
_LONG_WORD = 5
# The same where an Arabic article hangs on it (*AL-AQSA*).
_HUNG_WORD, _ARTICLES = 3, frozenset({"al", "el"})
# Places in adjectives.
_OF_A_PLACE = ("skiy", "skii", "skij", "sky", "ski", "skoye", "skoe", "skaya", "skaja", "skogo")
# Letters; shorter words with these endings are surnames (*Babic*, *Popovic*).
_SHORTEST_PATRONYMIC = 8


def is_little(form: str, script: str, scripts: str) -> bool:
    """Whether a word is a little word in the script in which it is written (``tables``)."""
    return script in scripts or (script == "L" and "C" in scripts and form in _SLAVIC)


def edges(words: list[Word], text: str) -> list[Word]:
    """A short word is a legal form only at a name's edge (``A.S.`` at the end, not ``as`` in it),
    in front only if it is one that stands in front, and in brackets only if it is a usual one:
    ``(IKS)`` is short for the name.
    """
    telling, forms = [], []
    for place, word in enumerate(words):
        role = word[3]
        if role is _LEGAL:
            forms.append(place)
        elif role is not _STOP:
            telling.append(place)
    for place in forms if telling else ():
        word = words[place]
        if word.concept == "COMPANY":
            continue
        if place < telling[0]:
            front = len(word.form) <= _SHORT_IN_FRONT and word.form not in _IN_FRONT
            if front and not word.consonantal:
                words[place] = word._replace(role=_WORD, concept=None)
        elif _is_in_brackets(word, text) and _may_be_a_name(word):
            words[place] = word._replace(role=_WORD, concept=None)
        elif place < telling[-1] and len(word.form) <= SHORT_LEGAL_FORM:
            role = _STOP if word.form in STOPWORDS else _WORD
            words[place] = word._replace(role=role, concept=None)
    return words


def _is_in_brackets(word: Word, text: str) -> bool:
    return text[word.end : word.end + 1] == ")" and text[word.start - 1] == "("


def named(words: list[Word], text: str) -> list[Word]:
    """A number in words, a little word, or a legal form that few have, is the name where there is
    nothing else: ``Oktava JSC``, ``OSK JSC``, ``Corporation MIT``.
    """
    words = numbers_as_names(words, text)
    if any(word.is_content for word in words):
        return words
    little = [i for i, word in enumerate(words) if word.role is _STOP and len(word.form) > 1]
    seldom = [i for i, word in enumerate(words) if _is_seldom(word)]
    for place in seldom or (little if len(little) < len(words) or len(words) == 1 else ()):
        words[place] = words[place]._replace(role=_WORD, concept=None)
    if not (seldom or little):
        # Forms and nothing else: ``AO SPK``, ``LLC MBB``, ``RT``; the more usual one is the form.
        short = [i for i, word in enumerate(words) if _may_be_a_name(word)]
        for place in short[:1]:
            words[place] = words[place]._replace(role=_WORD, concept=None)
    return words


def numbers_as_names(words: Sequence[Word], text: str) -> list[Word]:
    """A number in words is the name where there is nothing else: ``Oktava JSC``."""
    named = list(words)
    if any(word.is_content and word.role is not _NUMBER for word in words):
        return named
    for place, word in enumerate(words):
        if word.role is _NUMBER:
            form = " ".join(map(latin, text[word.start : word.end].split()))
            if form.replace(" ", "").isalpha() and not _ROMAN.issuperset(form):
                named[place] = word._replace(role=_WORD, form=form)
    return named


def letters_behind(words: list[Word]) -> list[Word]:
    """Letters that are some country's form are the name behind words that every party has:
    ``Trading SAM``, ``Media Group PSA``.
    """
    if any(word.role is _WORD for word in words):
        return words
    for place in range(len(words) - 1, -1, -1):
        word = words[place]
        if word.is_content or not _may_be_a_name(word):
            break
        words[place] = word._replace(role=_WORD, concept=None)
    return words


def spelled_out(words: list[Word]) -> list[Word]:
    """The letters of a legal form that stand apart at a name's end or before it, put together:
    ``Qorvant W L L``, ``J S C Qorvant``.
    """
    single = [len(word.form) == 1 and not word.consonantal for word in words]
    last = len(words)
    while last and single[last - 1]:
        last -= 1
    if 0 < last < len(words) - 1 and any(word.is_content for word in words[:last]):
        meaning = _form_of(words[last:])
        if meaning is not None:
            words[last:] = [_joined(words[last:], meaning)]
    first = next((place for place, is_single in enumerate(single) if not is_single), 0)
    if first >= _SHORT_IN_FRONT - 1 and "".join(w.form for w in words[:first]) in _IN_FRONT:
        meaning = _form_of(words[:first])
        if meaning is not None:
            words[:first] = [_joined(words[:first], meaning)]
    return words


def _form_of(letters: list[Word]) -> str | None:
    """The concept of the legal form of which these are the letters."""
    meaning = tables().phrases.get(("".join([word.form for word in letters]),))
    return meaning.concept if meaning is not None and meaning.role is _LEGAL else None


def _joined(letters: list[Word], concept: str) -> Word:
    form = "".join([word.form for word in letters])
    return letters[0]._replace(end=letters[-1].end, form=form, role=_LEGAL, concept=concept)


def _is_seldom(word: Word) -> bool:
    seldom = word.role is _LEGAL and word.concept in _SELDOM
    return seldom and " " not in word.form and len(word.form) > 2


def _may_be_a_name(word: Word) -> bool:
    short = len(word.form) <= _SHORT_IN_FRONT and word.form not in _USUAL
    return short and word.role is _LEGAL and word.concept not in COMPANY


def little(words: list[Word], text: str) -> list[Word]:
    """A single letter is a little word between two words only, and one in capitals among others
    that are not is an initial or an acronym: ``V K Logistics``, ``Vitamin K``, ``(MIT)``.
    """
    doubtful = [i for i, word in enumerate(words) if word.role is _STOP and _is_doubtful(word)]
    if not doubtful:
        return words
    all_capitals = text.isupper()
    alone = {place for place in doubtful if _stands_alone(words, place)}
    chinese = _is_chinese(words)
    for place in doubtful:
        word = words[place]
        capitals = all_capitals or _is_among_capitals(words, place, text)
        if word.consonantal:
            if place in alone:
                words[place] = word._replace(role=_WORD)
            continue
        raw = text[word.start : word.end]
        if len(word.form) == 1:
            initial = text[word.end : word.end + 1] == "."
            reads = initial or _reads_as_little(word, raw, capitals)
            stays = reads and _is_between(words, place, text)
        else:
            stays = capitals or not raw.isupper()
            stays &= word.form not in _SLAVIC or _is_between(words, place, text)
            stays &= not chinese and not (word.form in _SURNAMES and word is words[-1])
        if not stays:
            words[place] = word._replace(role=_WORD)
    return words


def _is_chinese(words: Sequence[Word]) -> bool:
    """Whether a name is a Chinese one in pinyin by its words: *Du Wenyong*, *Chen Si*."""
    if len(words) not in _CHINESE_WORDS:
        return False
    counts = [pinyin_syllables(word.form) for word in words]
    return min(counts) == 1 and max(counts) <= _CHINESE_SYLLABLES


def _is_among_capitals(words: list[Word], place: int, text: str) -> bool:
    """Whether a word beside it that is no form and no acronym is in capitals, too: what is written
    around a name need not be (``HARAKAT SHAM AL-ISLAM, 12 Sadovaya Street``).
    """
    beside = [words[i] for i in (place - 1, place + 1) if 0 <= i < len(words)]
    hung = words[place].form in _ARTICLES and text[words[place].end : words[place].end + 1] == "-"
    return any(
        len(word.form) >= (_HUNG_WORD if hung else _LONG_WORD)
        and word.role not in _IDLE
        and text[word.start : word.end].isupper()
        for word in beside
    )


def _stands_alone(words: list[Word], place: int) -> bool:
    """Whether a little word of Arabic or Hebrew is none: at a name's edge, or beside another, it is
    a letter that is spelt out (``في في ان``, VVN).
    """
    if not words[place].consonantal:
        return False
    if not 0 < place < len(words) - 1:
        return True
    return any(words[other].role is _STOP for other in (place - 1, place + 1))


def _is_doubtful(word: Word) -> bool:
    return len(word.form) <= _SHORT_IN_FRONT


def _reads_as_little(word: Word, raw: str, capitals: bool) -> bool:
    if not raw.isascii():
        return True
    if raw.islower():
        return word.form in _BETWEEN
    return capitals and word.form in _BETWEEN_CAPITALS


def _is_between(words: list[Word], place: int, text: str) -> bool:
    """Whether longer words stand on both sides, and no sign."""
    if not 0 < place < len(words) - 1:
        return False
    before, after = words[place - 1], words[place + 1]
    if "&" in text[before.end : words[place].start] + text[words[place].end : after.start]:
        return False
    return min(len(before.form), len(after.form)) >= _LONG_NEIGHBOUR


def is_place_adjective(form: str) -> bool:
    """Whether a word may be a place in a Russian adjective: *Kazanskiy*, *Kirovskaya*."""
    return form.endswith(_OF_A_PLACE)


def is_patronymic(form: str) -> bool:
    """Whether a word says whose child a person is, in a language of the former Soviet Union; in
    Latin letters as any table writes them: *Anatolyevich*, *Anatolijevitch*, *Petrowitsch*. Some
    surnames are the same (*Abramovich*).
    """
    return len(form) >= _SHORTEST_PATRONYMIC and form.endswith(_PATRONYMIC)
