"""A brand: the one word by which everybody calls a party, whose name has trade words beside it.

*VTB* is *VTB Bank*, *Kalashnikov* the *Kalashnikov Concern*. Who asks for nothing but the word
means it, and so does who asks for it with a town, a branch, a legal form or words of trade where
the word is no language's (*Huawei Vienna*, *Tinkoff Insurance*); a longer query says itself what it
means.
"""

from collections.abc import Callable, Iterator, Sequence

from matcher.columnar.arrays import Array
from matcher.comparison.word_table import ROLES
from matcher.lexicon.brands import brands
from matcher.lexicon.folding import fold
from matcher.lexicon.keys import skeleton
from matcher.lexicon.parts_of_the_world import WORLD
from matcher.lexicon.tables import Role
from matcher.names.nationalities import nationalities
from matcher.names.roles import is_place_adjective
from matcher.names.surrounding_cues import cues, regions, towns_in
from matcher.names.surroundings import others
from matcher.names.term_weights import RARE
from matcher.names.wade_giles import pinyin_syllables
from matcher.names.word import Name, Word

# Two letters are initials of many parties. A choice: a brand of two letters is not known alone.
SHORTEST = 3
# A name with more trade words than these is seldom called by its one other word.
MOST_TRADE_WORDS = 2
# From so many letters on a word is hardly another group's: the firms of one are called by it and
# their country (*Huawei Technologies Chile*). A choice.
LONG_BRAND = 6
# What words are a name's own; each is one that another name need not have.
OWN = frozenset({Role.WORD, Role.NUMBER})
# Letters from which on words that tables would write in the same way are one.
_LONG_RESPELT = 7
# Letters that stand for words have so many at most.
_LETTERS = 3
# Two Chinese syllables are the name of many companies, each with its trade.
_TWO = 2

_WORD, _TRADE, _PLACE = Role.WORD, Role.TRADE, Role.PLACE
_ARTICLE = "ال"


def is_bare(name: Name) -> bool:
    """Whether a name is one word and nothing else, and may be a brand."""
    if len(name.words) != 1:
        return False
    word = name.words[0]
    return _may_be_own(word) and len(word.form) >= SHORTEST


def is_distinctive(form: str, zipf_of: Callable[[str], float]) -> bool:
    """Whether a word is hardly another party's: a long one that no language has, or one that is
    known for it (``lexicon.brands``).
    """
    return form in brands() or (len(form) >= LONG_BRAND and zipf_of(form) == RARE)


def _may_be_own(word: Word) -> bool:
    return word.role is _WORD or (word.role is Role.TRADE and word.form in brands())


def may_be_brands(roles: Array, lengths: Array, rare: Array, known: Array) -> tuple[Array, Array]:
    """What ``asked_brands`` goes by, for many words at once.

    Args:
        roles: places in ``word_table.ROLES``.
        lengths: the letters of their forms.
        rare: whether ordinary language has none of them.
        known: whether each is of ``lexicon.brands``.

    Returns:
        For each word whether it may be a brand where it is all that is asked for, and whether it
        may be one in any query.
    """
    own = (roles == ROLES.index(_WORD)) | (known & (roles == ROLES.index(Role.TRADE)))
    return own & (lengths >= SHORTEST), own & (known | ((lengths >= LONG_BRAND) & rare))


def brand_of(name: Name) -> str | None:
    """The form of the only word that is a name's own, where trade words stand beside it, and beside
    a long one perhaps a country. A known brand needs no trade word beside it, and is one where it
    looks like a trade word itself (*Bank Tejarat*).
    """
    own = [word for word in name.words if word[3] in OWN]
    if len(own) > 1:
        # The common case.
        return None
    trade = [word for word in name.words if word[3] is _TRADE]
    places = sum([word[3] is _PLACE for word in name.words])
    if not own:
        own = [word for word in trade if word.form in brands()]
    if len(own) != 1 or len(trade) > MOST_TRADE_WORDS or own[0].role is Role.NUMBER:
        return None
    form = own[0].form
    if form not in brands() and (not trade or (places and len(form) < LONG_BRAND)):
        return None
    return None if places > 1 else form


def asked_brands(query: Name, zipf_of: Callable[[str], float]) -> Iterator[Word]:
    """The words of a query that may be the brand it asks for: its only one, or distinctive ones."""
    if is_bare(query):
        yield query.words[0]
        return
    for word in query.words:
        if _may_be_own(word) and is_distinctive(word.form, zipf_of):
            yield word


def says_no_party(word: Word) -> bool:
    """Whether a word beside a brand is one that many of a group's firms have, or letters that may
    be what kind of firm it is in its own language (*SK* for *strakhovaya kompaniya*).
    """
    return word.role not in OWN or word.form in WORLD or _is_letters(word)


def _is_letters(word: Word) -> bool:
    return word.role is _WORD and word.form.isalpha() and 1 < len(word.form) <= _LETTERS


def says_a_people(query: Name) -> bool:
    """Whether a query has a word for a country's people that is read as the country: who asks for
    *Indian Bank Sepah* means no *Bank Sepah* in India.
    """
    return any(
        word.role is _PLACE and fold(query.text[word.start : word.end]) in nationalities()
        for word in query.words
    )


def is_brand(
    query: Name, name: Name, zipf_of: Callable[[str], float], *, native: bool = False
) -> bool:
    """Whether a query is the brand of a listed name, perhaps among words that say nothing of a
    party, or of its trade.

    Args:
        query: the name asked for.
        name: the listed name.
        zipf_of: how often ordinary language has a word.
        native: whether the query is what Latin letters may write of another script. No other trade
            stands beside a brand then, and none beside an Arabic word with its article: that is the
            word (*al-Khaleej* is the Gulf; بنك أبوظبي التجاري is no بانک تجارت).
    """
    brand = brand_of(name) or (brand_behind_a_town(name) if _is_abroad(query) else None)
    if brand is None:
        return False
    asked = next((w for w in asked_brands(query, zipf_of) if is_same_brand(w.form, brand)), None)
    if asked is None:
        return False
    if asked.form != brand and (
        # Signs that are read alike are many (祥阁, *Xianghe*).
        native or not all(is_distinctive(word, zipf_of) for word in (asked.form, brand))
    ):
        return False
    if is_bare(query):
        return True
    if _is_a_place(asked):
        return False
    beside = _all_beside(query, asked) if native else _beside(query, asked)
    if native and query.text.startswith(_ARTICLE, asked.start):
        return asked.role is _WORD and not beside
    if native or asked.role is Role.TRADE:
        # *Tejarat* is a bank; beside another trade it is a word for trade, and so it is in the name
        # of an office or of another firm (مكتب النيل للتجارة).
        own = {word.form for word in name.words}
        if asked.role is Role.TRADE:
            rest = (word for word in query.words if word.role in OWN and word is not asked)
            beside = [*beside, *(word for word in rest if not towns_in([word]))]
        return all(word.form in own for word in beside)
    return _say_no_party(asked, beside)


def _is_abroad(query: Name) -> bool:
    """Whether a query has a country or a part of the world, and no town."""
    place = any(word.role is _PLACE or word.form in WORLD for word in query.words)
    return place and not towns_in(query.words)


def brand_behind_a_town(name: Name) -> str | None:
    """The brand of a Chinese name that begins with the town, which branches abroad leave out:
    *Shenzhen Qirutong Technology*. Of three syllables and more: those of two are many firms'.
    """
    if not name.words or name.words[0].form not in cues().towns:
        return None
    brand = brand_of(Name(name.text, name.words[1:]))
    return brand if brand is not None and pinyin_syllables(brand) > _TWO else None


def is_same_brand(asked: str, brand: str) -> bool:
    """Whether a word is a brand, or a long one but for what transliteration tables disagree on."""
    if asked == brand:
        return True
    return min(len(asked), len(brand)) >= _LONG_RESPELT and skeleton(asked) == skeleton(brand)


def _all_beside(query: Name, asked: Word) -> list[Word]:
    """The words of a reading that are no town and no branch: which words say which branch it is
    cannot be told by their order (``شعبه مرکزی تهران``).
    """
    towns, told = towns_in(query.words), (*OWN, _TRADE)
    return [
        word
        for place, word in enumerate(query.words)
        if word.role in told
        and word.form != asked.form
        and place not in towns
        and word.form not in cues().branch
    ]


def may_be_called_by(query: Name, asked: Word) -> bool:
    """Whether a query may be a brand that is one of its words, whoever is called by it: what
    ``is_brand`` asks of the query alone. A group may have hundreds of names, which need not be
    compared with what is no brand.
    """
    if is_bare(query) or asked.role is _TRADE or not query.text.isascii():
        return True
    return not _is_a_place(asked) and _say_no_party(asked, _beside(query, asked))


def _is_a_place(asked: Word) -> bool:
    """Whether a word that is no known brand is a region or a town: *Mordovia Saransk* is two,
    *Казанский* a works and a university.
    """
    form = asked.form
    if form in brands():
        return False
    return form in regions() or bool(towns_in([asked])) or is_place_adjective(form)


def _beside(query: Name, asked: Word) -> list[Word]:
    """The words of a query that may make another name of its brand."""
    place = next(i for i, word in enumerate(query.words) if word.form == asked.form)
    return [query.words[each] for each in others(query, range(place, place + 1))]


def _say_no_party(asked: Word, beside: Sequence[Word]) -> bool:
    """Whether words beside a brand are such as many of a group's firms have."""
    if asked.form in brands():
        # ``Zhejiang Dahua``: a province as much as a town.
        return all(says_no_party(word) or word.form in regions() for word in beside)
    if beside and pinyin_syllables(asked.form) == _TWO:
        return False
    return all(map(says_no_party, beside))
