"""What running text asks of words before they count as a name.

A query is a name because somebody typed it as one. In a text ``September``, ``Santa Ana`` and
``Technology, Inc`` are words first: the fewer words of a name are there, and the more ordinary they
are, the more must say that they are a name.
"""

import re
from collections.abc import Sequence

from matcher.comparison.features import LOOSE, Weighed
from matcher.lexicon.everyday import LEAST
from matcher.lexicon.folding import fold
from matcher.lexicon.scripts import script_of
from matcher.lexicon.tables import Role
from matcher.mentions.anothers import is_anothers
from matcher.mentions.compounds import in_a_compound
from matcher.mentions.cues import (
    MentionContext,
    crosses_a_bracket,
    has_agreeing_form,
    is_a_venues,
    is_called_a_party,
    is_owned,
    is_set_off,
    is_shouted,
    lacks_its_form,
    legal_forms,
    near_a_ship,
    raw,
)
from matcher.mentions.longer_ships import is_rather_a_person
from matcher.mentions.mention_policy import POLICY
from matcher.mentions.only_words import (
    honours,
    is_a_places_name,
    is_another_word,
    is_everybodys,
    is_part_of_a_compound,
    is_whose_name_it_has,
    says_only_where,
)
from matcher.mentions.ship_lists import is_called_a_ship
from matcher.mentions.single_words import is_a_name_alone, is_whole
from matcher.mentions.whole_place import is_joined_before
from matcher.mentions.words_met import (
    agreed,
    are_short,
    commonness,
    differs_by_one_slip,
    is_a_case,
    is_a_town,
    is_letters,
    is_part,
    is_usual,
    is_usual_form,
    lacking,
    listed_form,
    met,
)
from matcher.names.nationalities import countries_named
from matcher.names.term_weights import RARE
from matcher.names.word import Word
from matcher.search.finder import Finder
from records import CRAFT

# Set by hand. One at a time, a fifth to a half up or down, none of WITHOUT_COUNTRY,
# LONG_ENOUGH_TO_ERR, REST and LEAST_SHORT changes what is found in the 19 labelled documents or
# in 90 ordinary ones; LEAST_SHORT_USUAL at .75 loses six places of 293.

# What words of ordinary language must tell together to be a name, two of them or more: with the
# listed legal form, of a name that has none, and of one that the text writes without it.
WITH_FORM, WITHOUT_LISTED_FORM, WITHOUT_FORM = (0.35, 0.3), (0.5, 0.35), (0.85, 0.45)
# With the very words of the listed name.
WITH_FORM_SAME = 0.2
# A misspelt word that is shorter than this is another word, unless the rest is a name by itself.
LONG_ENOUGH_TO_ERR, REST = 6, 0.4
# A name that lacks its country must tell this much.
WITHOUT_COUNTRY = 1.6
# Letters of a word that a text may write as two.
JOINED = 9
# Letters of one torn by a stray space beside others of its name.
TORN_AMONG_OTHERS = 6
# A short form of one word tells at least this; one of ordinary language more.
LEAST_SHORT, LEAST_SHORT_USUAL = 0.45, 0.6

_HANGING = re.compile(r"[^\W\d_a-z][^\W_]*[-\u2010\u2011\u2013]$")


def looks_like_a_name(place: MentionContext, known: Finder, *, by_short_form: bool) -> bool:
    """Whether the words stand in the text as a name does.

    Args:
        place: where, and what they met.
        known: the information in a word.
        by_short_form: whether the text has named the entity in full, so that a part will do.
    """
    words = met(place)
    if not words or crosses_a_bracket(place) or says_only_where(place) or is_anothers(place):
        return False
    rarest = max(words, key=known.weight)
    if not place.small and not _is_capitalised(place, words, known):
        return False
    if by_short_form:
        return _may_be_short(place, words, rarest, known)
    if not _few_mistakes(place, known):
        return False
    if honours(place) or is_whose_name_it_has(place):
        return False
    if is_everybodys(place, words, min(commonness(place, word, known) for word in words)):
        return False
    if len(words) == 1 and not _numbered(place):
        return is_a_name_alone(place, rarest, known)
    return _enough_is_there(place, words, known) and _several(place, words, known)


def _is_capitalised(place: MentionContext, words: Sequence[Word], known: Finder) -> bool:
    """Whether a word of the name has a capital; ``One factor`` for ``Onefactor`` needs two."""
    for item in place.weighed:
        run = [place.query.words[i] for i in item.link.query]
        if len(run) < 2 or all(_has_capital(place, word) for word in run):
            continue
        if not _is_torn(place, item, known):
            return False
    return any(_has_capital(place, word) for word in words)


def _is_torn(place: MentionContext, item: Weighed, known: Finder) -> bool:
    """``Rosobo ronexport``, ``Bank Te jarat``: a listed word with a stray space in it, where a
    piece is a word of no language.
    """
    run = [place.query.words[i] for i in item.link.query]
    form, alone = listed_form(place, item), len(place.weighed) == 1
    if item.link.how != "joined" or "".join(word.form for word in run) != form:
        return False
    if len(form) < (JOINED if alone else TORN_AMONG_OTHERS) or known.zipf_of(form) > RARE:
        return False
    everyday = known.index.language.everyday
    return any(
        known.zipf_of(word.form) == RARE and everyday.zipf_of(raw(place, word)) < LEAST
        for word in run
    )


def _has_capital(place: MentionContext, word: Word) -> bool:
    return not raw(place, word)[:1].islower() or _hangs_on_a_capital(place, word)


def _hangs_on_a_capital(place: MentionContext, word: Word) -> bool:
    """``Al-sharif``."""
    first = place.start + word.start
    return _HANGING.search(place.text[max(0, first - 30) : first]) is not None


def _numbered(place: MentionContext) -> bool:
    """Whether a number of the listed name is there: ``LLC Group 99``; ships are numbered, too."""
    return place.kind not in CRAFT and any(
        place.name.words[j].role is Role.NUMBER for item in place.weighed for j in item.link.name
    )


def _may_be_short(
    place: MentionContext, words: Sequence[Word], rarest: Word, known: Finder
) -> bool:
    if place.kind in CRAFT or len(words) > 1:
        return True
    equal = all(item.link.how == "equal" for item in place.weighed)
    capitals = equal and raw(place, rarest).isupper() and not is_shouted(place)
    if capitals and not lacking(place):
        # ``DIO Director``.
        return True
    if is_part(place, known) or is_a_town(rarest) or countries_named(rarest):
        return False
    letters = capitals or any(item.link.how == "acronym" for item in place.weighed)
    least = LEAST_SHORT_USUAL if is_usual_form(rarest, known) else LEAST_SHORT
    return letters or (rarest.role is Role.WORD and known.weight(rarest) >= least)


def _few_mistakes(place: MentionContext, known: Finder) -> bool:
    """Of two words one must be right, and a wrong one must be no word by itself: ``Thanh Huong``
    is not ``Thinh Cuong``, ``Your Full`` not ``Your Fuel``. The word that matters most may have
    one slip.
    """
    telling = [w for w in place.weighed if place.query.words[w.link.query[0]].is_content]
    wrong = [item for item in telling if _may_be_wrong(place, item, known)]
    if not wrong:
        return True
    right = sum(item.name_weight for item in telling if item not in wrong)
    for item in wrong:
        if item.name_weight > right and not _may_be_a_slip(place, item, right):
            return False
        if is_another_word(place, item, telling, known):
            return False
    if len(telling) > 2:
        return True
    if len(telling) == len(wrong) == 2:
        return False
    others = [place.query.words[i] for item in wrong for i in item.link.query]
    if any(map(known.is_word, others)):
        return False
    return len(telling) == 1 or not any(is_usual(place, word, known) for word in others)


def _may_be_wrong(place: MentionContext, item: Weighed, known: Finder) -> bool:
    """Whether a word may be another one that only looks or sounds like the listed one."""
    if item.link.how in LOOSE:
        return True
    words = [place.query.words[i] for i in item.link.query]
    concepts = {word.concept for word in (*words, *(place.name.words[j] for j in item.link.name))}
    if len(concepts) == 1 and None not in concepts:
        # ``Kontsern``, ``Concern``: the tables know both as one.
        return False
    if item.link.how == "equal" and len(words) == len(item.link.name) == 1:
        # Read without vowels, ``لهذا`` (for this) is ``الحظاء``.
        return _is_other_writing(place, words[0], place.name.words[item.link.name[0]], known)
    return (
        item.link.how == "spelling"
        and place.query.text.isascii()
        and place.name.text.isascii()
        and any(is_usual(place, word, known) for word in words)
    )


def _is_other_writing(place: MentionContext, word: Word, listed: Word, known: Finder) -> bool:
    """Whether a usual word is written otherwise than the listed one, in its own script, though
    both are read alike.
    """
    written = raw(place, word)
    there = place.name.text[listed.start : listed.end]
    if written.isascii() or script_of(written) != script_of(there):
        return False
    mine, theirs = fold(written), fold(there)
    return not (mine.endswith(theirs) or theirs.endswith(mine)) and is_usual(place, word, known)


def _may_be_a_slip(place: MentionContext, item: Weighed, right: float) -> bool:
    if item.link.how != "typo" or is_a_case(place, item):
        return True
    if len(listed_form(place, item)) < LONG_ENOUGH_TO_ERR and right < REST:
        return False
    return differs_by_one_slip(place, item)


def _enough_is_there(place: MentionContext, words: Sequence[Word], known: Finder) -> bool:
    """The name's rarest words must be among those that met: ``Santa Monica`` is not its Dairy,
    ``Law Enforcement`` not ``Iran's Law Enforcement Forces``.
    """
    missing = [known.weight(word) for word in lacking(place)]
    there = sum(item.link.score * item.name_weight for item in place.weighed)
    loose = any(item.link.how in LOOSE for item in place.weighed)
    if len(words) == 2 and missing and (loose or _is_respelt_in_another_trade(place)):
        return False
    rarest = max(map(known.weight, words))
    most_missing = POLICY.most_missing * (there + sum(missing))
    if rarest < POLICY.rare_word and sum(missing) > most_missing:
        return False
    return max(missing, default=0.0) < POLICY.rarer * rarest


def _is_respelt_in_another_trade(place: MentionContext) -> bool:
    """``Al Jazira Club`` is not *Jazirah Aviation Club*."""
    respelt = any(item.link.how == "spelling" for item in place.weighed)
    return respelt and any(word.role is Role.TRADE for word in lacking(place))


def _several(place: MentionContext, words: Sequence[Word], known: Finder) -> bool:
    """Several words: with one that only names have they are a name; words of ordinary language
    must be all of the listed name, and no part of a longer one.
    """
    lacks, agree = lacking(place), agreed(place)
    if agree < WITHOUT_COUNTRY and any(word.role is Role.PLACE for word in lacks):
        return False
    if len(words) == 2 and is_a_places_name(place):
        return False
    if all(word.role is Role.TRADE for word in words) and (
        not is_whole(place.name) or is_joined_before(place)
    ):
        # A *National Security Agency* is any country's; ``whole_rules`` asks for the party's.
        return False
    if place.kind in CRAFT and is_rather_a_person(place):
        return False
    if not all(_is_plain(place, word, known) for word in words):
        return not are_short(words) or _in_order(place)
    if lacks or _has_more(place) or is_part(place, known) or in_a_compound(place):
        return False
    if (is_owned(place) or is_a_venues(place)) and not has_agreeing_form(place):
        return False
    if are_short(words) and not _in_order(place):
        return False
    if place.kind in CRAFT and not near_a_ship(place, close=False):
        return False
    if any(is_part_of_a_compound(place, item) for item in place.weighed):
        return False
    hows = {item.link.how for item in place.weighed}
    if "joined" in hows and hows - {"joined", "equal", "legal form"}:
        # ``Trans World Airlines`` is not ``Transworld Aviation``.
        return False
    if _is_one_rare_word(place, known):
        return True
    if lacks_its_form(place) and all(word.role is Role.WORD for word in words):
        # ``Star Sapphire`` is a stone before it is a company of that name.
        return is_called_a_party(place) or (is_set_off(place) and not is_called_a_ship(place))
    if len(words) == 1:
        # ``3rd Floor``: a number and a word are a name with the legal form of one.
        return has_agreeing_form(place)
    return agree >= _needed(place, words)


def _is_one_rare_word(place: MentionContext, known: Finder) -> bool:
    """``Gazprom Bank``: two words with capitals that the list writes as one, letter by letter, and
    that no language has as one.
    """
    own = [item for item in place.weighed if item.link.how != "legal form"]
    if len(own) != 1 or own[0].link.how != "joined":
        return False
    form = listed_form(place, own[0])
    return len(form) >= JOINED and known.zipf_of(form) == RARE and not is_shouted(place)


def _is_plain(place: MentionContext, word: Word, known: Finder) -> bool:
    """Whether a word is one of ordinary language, or letters that many have."""
    return is_usual(place, word, known) or is_letters(place, word)


def _in_order(place: MentionContext) -> bool:
    """Whether the words that met stand as the list has them: ``Ban Yi`` is not ``Yi-Ban``."""
    listed = [item.link.name[0] for item in place.weighed]
    return listed == sorted(listed)


def _needed(place: MentionContext, words: Sequence[Word]) -> float:
    """What the words must tell together, since they are those of ordinary language."""
    more = sum(len(word.form.split(" ")) for word in words) > 2
    if has_agreeing_form(place):
        same = all(item.link.how in ("equal", "legal form") for item in place.weighed)
        return WITH_FORM_SAME if same else WITH_FORM[more]
    if legal_forms(place.name) or not is_whole(place.name):
        return WITHOUT_FORM[more]
    # ``Bank Rossiya``, ``Iran Air``.
    country = any(word.role is Role.PLACE for word in words)
    return WITH_FORM[more] if country else WITHOUT_LISTED_FORM[more]


def _has_more(place: MentionContext) -> bool:
    """Whether a word between those that met says something else."""
    there = {i for item in place.weighed for i in item.link.query}
    return any(word.is_content for i, word in enumerate(place.query.words) if i not in there)
