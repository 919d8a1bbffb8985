"""Firms of everyday life that share an ordinary word with a listed party.

A stone, a flower, a star is what sanatoriums, shops and small companies are called by as well as
shipyards and institutes (``lexicon.usual_names``); a town's adjective is in the name of its dairy
and of its aircraft works.
"""

import re

from matcher.lexicon.everyday_trades import has_everyday_trade, is_everyday_trade
from matcher.lexicon.scripts import is_cyrillic
from matcher.lexicon.tables import COMPANY, Role
from matcher.lexicon.usual_names import usual_names
from matcher.names.parser import analyse
from matcher.names.roles import is_place_adjective
from matcher.names.term_weights import RARE
from matcher.names.variants import NameVariant
from matcher.names.word import Name, Word
from matcher.search.evidence import Aligned
from matcher.search.finder import Finder
from records import CRAFT, Kind

# Letters up to which a word in capitals is another firm's initials.
_INITIALS = 4
_WHOLE_GROUP = frozenset({"GROUP", "HOLDING"})
# The last words before a name in quotation marks, which ends at the end of them.
_BEFORE_QUOTED = re.compile(r"([^,;:/|()\[\]«»“”„\"'‘’]+)[«“„\"‘]\s*$")


def is_of_everyday_life(
    query: NameVariant, name: Name, kind: Kind, aligned: Aligned, finder: Finder
) -> bool:
    """Whether a query says a trade of everyday life that the listed party does not have, and shares
    but one ordinary word with it: *Санаторий «Янтарь»* is not the shipyard *Янтарь*, and no ship. A
    *Торговая компания «Новатор»* is no ship, either, and no *Design Bureau Novator*.

    Args:
        query: what was asked.
        name: the listed name.
        kind: of the listed party.
        aligned: the two beside each other.
        finder: the listed names.
    """
    shared = _only_word(query.name, aligned)
    if shared is None or not _is_everybodys(shared, finder):
        return False
    said = _said_beside(query, aligned)
    concepts = (word.concept for word in analyse(said).words)
    trades = [word.concept for word in name.words if word.role is Role.TRADE]
    if not has_everyday_trade(said) and not any(map(is_everyday_trade, concepts)):
        called = shared.form in usual_names() and bool(trades)
        return (kind in CRAFT or called) and _is_a_company(query)
    return not (any(map(is_everyday_trade, trades)) or has_everyday_trade(name.text))


def is_a_small_firm_s(query: NameVariant, name: Name, aligned: Aligned) -> bool:
    """Whether a limited company is asked for by an ordinary word or by initials in Cyrillic letters
    and its form, and the listed name has a trade more: *ООО «Кедр»* is not *LLC Kedr Digital*.

    There are a thousand companies *Кедр*, and each has the rest of its name for that reason. A
    joint stock company is one of few.
    """
    shared = _only_word(query.name, aligned)
    forms = [word for word in query.name.words if word.role is Role.LEGAL]
    if query.part or shared is None or _share_a_trade(query.name, aligned):
        return False
    if not forms or any(form.concept != "LLC" for form in forms):
        return False
    written = query.name.text[shared.start : shared.end]
    initials = is_cyrillic(written) and written.isupper() and len(written) <= _INITIALS
    if not (initials or shared.form in usual_names()):
        return False
    met = {place for one in aligned.weighed for place in one.link.name}
    more = [word for place, word in enumerate(name.words) if place not in met and word.is_content]
    trades = [word for word in more if word.role is Role.TRADE]
    return bool(trades) and any(word.concept not in _WHOLE_GROUP for word in trades)


def _only_word(query: Name, aligned: Aligned) -> Word | None:
    """The only word of a query that met one and is no trade, form or place; None where there is
    none or more than one.
    """
    met = {place for one in aligned.weighed for place in one.link.query}
    words = [query.words[place] for place in met if query.words[place].is_content]
    own = [word for word in words if word.role in (Role.WORD, Role.NUMBER)]
    return own[0] if len(own) == 1 else None


def _share_a_trade(query: Name, aligned: Aligned) -> bool:
    """Whether a trade word of a query met one: *Almaz-Antey Telecom LLC* and *Concern
    Almaz-Antey*, where *Almaz* is diamonds, too.
    """
    met = {place for one in aligned.weighed for place in one.link.query}
    return any(query.words[place].role is Role.TRADE for place in met)


def _is_everybodys(word: Word, finder: Finder) -> bool:
    return finder.zipf_of(word.form) != RARE or is_place_adjective(word.form)


def _said_beside(query: NameVariant, aligned: Aligned) -> str:
    """What a query says beside the words that met: all of it, or what stands right before the
    quotation marks around the part that was compared.
    """
    text, words = query.name.text, query.name.words
    if query.part and query.others is None:
        before = _BEFORE_QUOTED.search(text[: words[0].start])
        return before[1] if before else ""
    for place in sorted({place for one in aligned.weighed for place in one.link.query}):
        start, end = words[place].start, words[place].end
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _is_a_company(query: NameVariant) -> bool:
    """Whether a company's form stands right before the quotation marks around a part."""
    if not query.part or query.others is not None:
        return False
    before = _BEFORE_QUOTED.search(query.name.text[: query.name.words[0].start])
    forms = (word for word in analyse(before[1]).words) if before else ()
    return any(word.role is Role.LEGAL or word.concept in COMPANY for word in forms)
