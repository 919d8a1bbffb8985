"""Words that Russian makes of English and Greek parts by their sound: *Юнисервис* is Uniservice,
*Чипдевайс* Chipdevice, *Спецтехнотрейд* Spetstechnotrade.
"""

import re
from functools import lru_cache

from matcher.lexicon.folding import fold
from matcher.lexicon.scripts import latin

# Letters of a compound, and of what is beside a part that may be others' syllable.
SHORTEST = 6
# Parts that Latin letters spell otherwise than one by one, wherever they stand in a word.
_ANYWHERE = {
    "аэро": "aero", "гидро": "hydro", "гипер": "hyper", "дивайс": "device", "девайс": "device",
    "джет": "jet", "изи": "easy", "кибер": "cyber", "клауд": "cloud", "контейнер": "container",
    "контроллер": "controller", "коннект": "connect", "крафт": "craft", "крипто": "crypto",
    "лайт": "light", "майнинг": "mining", "нано": "nano", "пауэр": "power", "пайп": "pipe",
    "сайнс": "science", "секьюрити": "security", "сервис": "service", "системс": "systems",
    "скай": "sky", "солюшн": "solution", "спейс": "space", "стоун": "stone", "стрим": "stream",
    "супер": "super", "тайм": "time", "техно": "techno", "технолоджи": "technology",
    "трейд": "trade", "трейдинг": "trading", "фарма": "pharma", "физ": "phys", "фото": "photo",
    "химо": "chemo", "хром": "chrom", "чейн": "chain", "шоп": "shop", "энерджи": "energy",
    "тауэр": "tower", "фэшн": "fashion", "логистик": "logistic", "эксчейндж": "exchange",
    "бридж": "bridge", "вейв": "wave", "вэйв": "wave", "веб": "web", "вайз": "wise",
    "глоуб": "globe", "дизайн": "design", "инжиниринг": "engineering", "коммьюникейшн":
    "communication", "маркетинг": "marketing", "мобайл": "mobile", "нетворк": "network",
    "оушен": "ocean", "партнерс": "partners", "пойнт": "point", "ридж": "ridge", "роуд": "road",
    "сейф": "safe", "смарт": "smart", "файненс": "finance", "форс": "force", "фьючер": "future",
    "фьюэл": "fuel", "хаус": "house", "центр": "center", "эйр": "air", "юни": "uni",
}  # fmt: skip
# Short ones only where a word begins or ends with them.
_BEGINNING = {"ай": "i", "ви": "v", "ди": "d", "ит": "it", "чип": "chip", "тех": "tech",
              "хим": "chem", "фин": "fin", "ю": "u", "он": "on", "эко": "eco"}  # fmt: skip
_END = {"грин": "green", "групп": "group", "груп": "group", "ком": "com", "лайн": "line",
        "лайнс": "lines", "нейт": "nate", "сити": "city", "серт": "cert", "тек": "tech",
        "тех": "tech", "хим": "chem", "шип": "ship", "шиппинг": "shipping", "лаб": "lab",
        "софт": "soft", "скан": "scan"}  # fmt: skip


def _any_of(parts: dict[str, str]) -> str:
    return "|".join(sorted(map(re.escape, map(fold, parts)), key=len, reverse=True))


_PART = re.compile(f"^(?:{_any_of(_BEGINNING)})|{_any_of(_ANYWHERE)}|(?:{_any_of(_END)})$")
_WRITTEN = {fold(part): way for part, way in {**_BEGINNING, **_END, **_ANYWHERE}.items()}


@lru_cache(maxsize=1 << 14)
def loan_compound(word: str) -> str:
    """A folded Cyrillic word with its loans as English spells them; empty where it has none."""
    if len(word) < SHORTEST or not _PART.search(word):
        return ""
    written, place = "", 0
    for met in _PART.finditer(word):
        written += _spelt(word[place : met.start()]) + _WRITTEN[met[0]]
        place = met.end()
    return written + _spelt(word[place:])


def _spelt(part: str) -> str:
    return latin(part) if part else ""
