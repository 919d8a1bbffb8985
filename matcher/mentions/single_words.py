"""When one word of a text is a listed name: it needs a cue, or must be such that it can be nothing
else. A listed name that is this very word is found by ``whole_names``; here it is a name with a
legal form, in another script, or with a slip.
"""

import re

from matcher.comparison.persons import person_names
from matcher.lexicon.brands import brands
from matcher.lexicon.deal_cues import is_dealt_with
from matcher.lexicon.everyday import LEAST
from matcher.lexicon.folding import fold, has_unspaced
from matcher.lexicon.keys import skeleton
from matcher.lexicon.known_as import press_words
from matcher.lexicon.scripts import script_of
from matcher.lexicon.tables import Role
from matcher.mentions.compounds import in_a_compound
from matcher.mentions.cues import (
    MentionContext,
    begin_of_word_before,
    has_agreeing_form,
    in_quotes,
    is_a_venues,
    is_called_a_party,
    is_called_a_place,
    is_owned,
    is_set_off,
    is_shouted,
    legal_forms,
    names_another,
    near_a_ship,
    raw,
    told_once,
)
from matcher.mentions.longer_ships import begins_a_firms_name, is_part_of_a_ships_name
from matcher.mentions.mention_policy import POLICY
from matcher.mentions.quoted_names import has_more_in_quotes
from matcher.mentions.ship_lists import is_a_forms_label
from matcher.mentions.town_lists import stands_among_towns
from matcher.mentions.whole_place import begins_before, followed_by_a_capital, word_before
from matcher.mentions.words_met import (
    MOST_LETTERS,
    commonness,
    differs_by_one_slip,
    is_a_town,
    is_letters,
    is_part,
    is_seldom,
    is_usual,
    lacking,
    listed_form,
    shares_words,
)
from matcher.names.parser import analyse
from matcher.names.surrounding_cues import regions
from matcher.names.word import Name, Word
from matcher.search.finder import Finder
from records import CRAFT, NameKind

# Zipf value up to which a word may be the listed name in another script.
COMMON_ABROAD = 3.8
# Characters of a word that has to have its legal form.
TWO_SIGNS = 2
# Characters before letters in brackets that may be what they stand for.
AROUND = 80
_INITIALS = re.compile(
    r"[^\W\d_]{2},?[ \u00a0](?:[^\W\d_a-zа-яա-և]\.[ \u00a0]?){1,2}$"
    r"|(?<![\w.])(?:[^\W\d_a-zа-яա-և]\.){1,2}$"
)
_VOWEL = re.compile("[aeiouy]")
_WORD_BEFORE = re.compile(r"([^\W\d_][\w'’-]*)[ \u00a0]$")


def is_a_name_alone(place: MentionContext, word: Word, known: Finder) -> bool:
    """Whether one word stands in the text as a name does.

    Args:
        place: where, and what it met.
        word: the word of the text.
        known: the information in a word.
    """
    usual, weight = is_usual(place, word, known), known.weight(word)
    if word.role is not Role.WORD or not _is_right(place, word, known):
        return False
    if place.kind in CRAFT:
        close = usual or weight < POLICY.rare_word or is_called_a_place(place)
        part = is_part_of_a_ships_name(place, _commonness_before(place, known))
        whole = not (lacking(place) or part or is_a_forms_label(place))
        return whole and near_a_ship(place, close=close)
    if in_a_compound(place):
        return False
    if has_more_in_quotes(place) and (usual or _is_inflected(place)):
        return False
    if usual and is_a_venues(place):
        return False
    if not in_quotes(place) and (is_called_a_place(place) or stands_among_towns(place)):
        return False
    if has_initials(place):
        return False
    if not is_whole(place.name) and weight < POLICY.rare_word and not is_set_off(place):
        # *Khorasan* of *Islamic State – Khorasan* is a region first.
        return False
    form = has_agreeing_form(place)
    if is_letters(place, word):
        # ``NDC`` is somebody else's as often; ``JSC UMP`` is not.
        if _behind_its_name(place):
            return True
        listed = form and bool(legal_forms(place.name)) and not lacking(place)
        return listed and not is_part(place, known)
    long = _is_rare_and_long(place, word, usual=usual, weight=weight)
    if (not long or _is_amid_a_name(place, word, known)) and is_part(place, known):
        return False
    cue = form or (in_quotes if _is_read_otherwise(place, word) else is_set_off)(place)
    if place.name_kind is NameKind.WEAK and (usual or not cue):
        return False
    if lacking(place):
        return _is_all_its_own(place, word, form=form, usual=usual, weight=weight)
    if not cue and names_another(place):
        return False
    if usual:
        return form or (
            _is_the_whole(place, word, known, weight) and (cue or _is_meant(place, word, known))
        )
    return cue or (
        word.form not in regions()
        and not (legal_forms(place.name) and _is_seldom(place, word, known))
        and not _is_read_otherwise(place, word)
        and len(word.form) >= POLICY.shortest_word
        and weight >= POLICY.own_word
    )


def _is_all_its_own(
    place: MentionContext, word: Word, *, form: bool, usual: bool, weight: float
) -> bool:
    """Whether the word is all that the listed name has besides trades, and stands as one."""
    own = [other for other in lacking(place) if other.role is not Role.TRADE]
    listed = in_quotes(place) or (form and bool(legal_forms(place.name)))
    its_own = weight >= POLICY.rare_word and not (usual or is_a_town(_listed(place)))
    written = raw(place, word)
    if has_unspaced(written) and len(written) <= TWO_SIGNS and not form:
        # ``“南海”`` is a sea: of two characters as many are words as are names.
        return False
    return listed and not own and its_own


def _is_inflected(place: MentionContext) -> bool:
    """``АО «Туполевский рынок»``: an adjective of the word begins another name."""
    return any(item.link.how == "inflection" for item in place.weighed)


def _is_the_whole(place: MentionContext, word: Word, known: Finder, weight: float) -> bool:
    """``Rosneft`` is listed so; ``Citadel LLC`` is only known with its legal form."""
    alone = is_whole(place.name) and all(w.role is not Role.LEGAL for w in place.name.words)
    if not alone or len(word.form) < POLICY.shortest_word or weight < POLICY.usual_word:
        return False
    common = commonness(place, word, known)
    if is_owned(place):
        # ``Dragons of Flame``.
        return False
    if fold(raw(place, word)) == fold(place.name.text):
        return common <= POLICY.common_word
    # ``Роснефть``, ``Хамас``; but ``Ветеран`` is a word.
    abroad = script_of(raw(place, word)) != script_of(place.name.text)
    read = all(item.link.how in ("equal", "spelling") for item in place.weighed)
    return abroad and read and common <= COMMON_ABROAD and _has_its_vowels(place, word)


def _is_seldom(place: MentionContext, word: Word, known: Finder) -> bool:
    """Whether English has the word, or the listed one that a text in another script has."""
    return is_seldom(word.form, known) or is_seldom(_listed(place).form, known)


def _is_meant(place: MentionContext, word: Word, known: Finder) -> bool:
    """Whether the text says that the word is a party's, or languages have it for the party's sake:
    ``Хамас``, but not ``Феникс``; or has letters that are no word: ``ЛДПР``.
    """
    if _listed(place).form in press_words() or _listed(place).form in brands():
        return True
    written = raw(place, word)
    if len(written) >= MOST_LETTERS and written.isupper() and not is_shouted(place):
        return known.zipf_of(word.form) < LEAST and not is_seldom(word.form, known)
    return is_called_a_party(place) or is_dealt_with(place.text, place.start, place.end)


def _has_its_vowels(place: MentionContext, word: Word) -> bool:
    """``Αβάνα`` (Havana) has a vowel less than *Aviana*, which a transliteration would have."""
    return len(_VOWEL.findall(word.form)) == len(_VOWEL.findall(_listed(place).form))


def _listed(place: MentionContext) -> Word:
    """The word of the listed name that met the text's one word."""
    # An article may be joined with it (*Alkhaleej* for *Al-Khaleej*).
    own = (place.name.words[number] for item in place.weighed for number in item.link.name)
    return next(word for word in own if word.is_content)


def is_whole(name: Name) -> bool:
    """Whether a listed name is all of what was published, no part behind a dash or in brackets."""
    words = name.words
    return name.text == name.text[words[0].start : words[-1].end]


def _behind_its_name(place: MentionContext) -> bool:
    """``Iran Aviation Industries Organization (IAIO)``: letters in brackets, and before them the
    words that the list has with them.
    """
    before = place.text[max(0, place.start - AROUND) : place.start]
    listed = place.name.text.replace(place.query.text, " ")
    return before[-1:] in ("(", "（") and shares_words(before, listed)


def _is_rare_and_long(place: MentionContext, word: Word, *, usual: bool, weight: float) -> bool:
    """``Buyer Promsvyazbank``: a word that only this party has, whatever stands beside it."""
    same = all(item.link.how in ("equal", "legal form") for item in place.weighed)
    shouted = is_shouted(place)
    least = POLICY.long_without_form if shouted else POLICY.long_among_capitals
    long = len(word.form) >= least
    return same and long and not usual and weight >= POLICY.own_word and not is_a_person(place)


def _is_amid_a_name(place: MentionContext, word: Word, known: Finder) -> bool:
    """Whether a firm's name begins before a word that is not the longest, and goes on behind it
    with more than a form: ``AAPICO Hitech Public Company Limited``.
    """
    if len(word.form) >= POLICY.long_without_form:
        return False
    if not (followed_by_a_capital(place) and begins_a_firms_name(place)):
        return False
    return begins_before(place, _commonness_before(place, known))


def _commonness_before(place: MentionContext, known: Finder) -> float:
    before = word_before(place)
    return known.index.language.everyday.zipf_of(before[1]) if before else 0.0


@told_once
def is_a_person(place: MentionContext) -> bool:
    """``Alexei Ilyushin``: a given name before a word makes a surname of it."""
    first = begin_of_word_before(place.text, place.start, 30)
    before = _WORD_BEFORE.search(place.text, first, place.start)
    # Without a capital it is a word that sounds so: *met*.
    if before is None or (before[1][0].islower() and not place.small):
        return False
    return any(skeleton(word.form) in person_names().groups for word in analyse(before[1]).words)


@told_once
def has_initials(place: MentionContext) -> bool:
    """``the sculptor G. Asatryan``: letters with full stops before a word make a surname of it. At
    the beginning of a line they count items, unless no space follows them: ``-- M.Asatryan``.
    """
    return _INITIALS.search(place.text, max(0, place.start - 30), place.start) is not None


def _is_read_otherwise(place: MentionContext, word: Word) -> bool:
    """Whether the word is only read like the listed one, which is in a script without capitals,
    or stands in one itself: then anything may sound so.
    """
    written, listed = raw(place, word), place.name.text
    if has_unspaced(written) or has_unspaced(listed):
        return has_unspaced(written) is None or has_unspaced(listed) is None
    return not _is_cased(written) and _is_cased(listed)


def _is_cased(text: str) -> bool:
    return any(letter.islower() or letter.isupper() for letter in text)


def _is_right(place: MentionContext, word: Word, known: Finder) -> bool:
    """Whether it is the listed word letter by letter, or in another script or case; a long one may
    have a slip.
    """
    item = next(w for w in place.weighed if place.query.words[w.link.query[0]].is_content)
    if item.link.how in ("equal", "joined"):
        return True
    if item.link.how == "consonants" and not (has_agreeing_form(place) or is_set_off(place)):
        # What one word has for consonants, many words have.
        return False
    if not raw(place, word).isascii() and item.link.how in ("spelling", "inflection", "consonants"):
        form = has_agreeing_form(place) or not legal_forms(place.name)
        return form or len(word.form) >= POLICY.long_among_capitals
    if len(listed_form(place, item)) < _longest_needed(place) or known.is_word(word):
        return False
    return not is_usual(place, word, known) and differs_by_one_slip(place, item)


def _longest_needed(place: MentionContext) -> int:
    """So many letters a word has to have that is only nearly the listed one."""
    listed = bool(legal_forms(place.name))
    if listed and has_agreeing_form(place):
        return POLICY.long_with_form
    if listed and not in_quotes(place):
        return POLICY.long_without_form
    return POLICY.long_word
