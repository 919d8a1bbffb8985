"""Days that names are made of: *Frente 12 de Junio*, *17 November*, *Mouvement du 23 mars*.

A word for a month is one beside a number only: *April*, *Mars* and *Julio* are names, too.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from matcher.lexicon.tables import Role
from matcher.names.word import Word

# Months in English, French, Spanish, Portuguese, Italian, German, Dutch, Turkish, Russian and
# Ukrainian (nominative and genitive), in ``a-z``.
_MONTHS = (
    "january janvier enero janeiro gennaio januar januari ocak yanvar yanvarya ianvarya sichnya",
    "february fevrier febrero fevereiro febbraio februar februari subat fevral fevralya lyutogo",
    "march mars marzo marco marz maerz maart mart marta bereznya",
    "april avril abril aprile nisan aprel aprelya kvitnya",
    "may mai mayo maio maggio mei mayis mayya maya travnya",
    "june juin junio junho giugno juni haziran iyun iyunya chervnya",
    "july juillet julio julho luglio juli temmuz iyul iyulya lypnya",
    "august aout agosto augustus agustos avgust avgusta serpnya",
    "september septembre septiembre setembro settembre eylul sentyabr sentyabrya veresnya",
    "october octobre octubre outubro ottobre oktober ekim oktyabr oktyabrya zhovtnya",
    "november novembre noviembre novembro kasim noyabr noyabrya noemvri",
    "december decembre diciembre dezembro dicembre dezember aralik dekabr dekabrya hrudnya",
)
# Short number words that name a day beside a month and other things elsewhere.
_DAYS = {
    "one": "1", "first": "1", "two": "2", "four": "4", "five": "5", "six": "6", "nine": "9",
    "ten": "10",
    "un": "1", "uno": "1", "premier": "1", "primero": "1", "primeiro": "1", "primo": "1",
    "dos": "2", "deux": "2", "due": "2", "dois": "2", "tres": "3", "trois": "3", "tre": "3",
    "cuatro": "4", "quatre": "4", "quatro": "4", "cinco": "5", "cinq": "5", "seis": "6", "sei": "6",
    "siete": "7", "sept": "7", "sete": "7", "ocho": "8", "huit": "8", "oito": "8", "otto": "8",
    "nueve": "9", "neuf": "9", "nove": "9", "diez": "10", "dix": "10", "dez": "10", "once": "11",
    "onze": "11", "doce": "12", "doze": "12", "douze": "12", "trece": "13", "treze": "13",
    "treize": "13", "quince": "15", "quinze": "15", "seize": "16",
}  # fmt: skip
_LITTLE = frozenset({"de", "of", "di", "the", "e"})
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er|o|e)?")
_MOST_DAYS = 31


@cache
def _months() -> Mapping[str, int]:
    return {form: number for number, forms in enumerate(_MONTHS, 1) for form in forms.split()}


def may_be_month(form: str) -> bool:
    """Whether a word may be a month's: a quick look."""
    return form in _months()


def dates(words: Sequence[Word]) -> frozenset[tuple[int, int]]:
    """The days that words name, each as month and day."""
    return frozenset((month, day) for month, day, _ in _dates(words))


def days_in_words(words: Sequence[Word]) -> list[tuple[int, int, str]]:
    """Short number words beside a month as digits: *Doce de Junio*.

    Args:
        words: of a name.

    Returns:
        The stretches of its text that change, in their order, and what they become.
    """
    return [
        (word.start, word.end, _DAYS[word.form])
        for _, _, word in _dates(words)
        if word.role is not Role.NUMBER and word.form in _DAYS
    ]


def _dates(words: Sequence[Word]) -> Iterator[tuple[int, int, Word]]:
    named = [word for word in words if word.form not in _LITTLE]
    for left, right in pairwise(named):
        for month, day in ((left, right), (right, left)):
            number = _months().get(month.form)
            counted = _day(day)
            if number and counted:
                yield number, counted, day


def _day(word: Word) -> int:
    digits = _ORDINAL.fullmatch(_DAYS.get(word.form, word.form))
    day = int(digits[1]) if digits else 0
    return day if day <= _MOST_DAYS else 0
