"""Words that Russian and Arabic make of English and Greek parts by their sound: *Юнисервис* is
Uniservice, *Чипдевайс* Chipdevice, *Спецтехнотрейд* Spetstechnotrade, ``بتروكيك`` Petrokick.
"""

import re
from functools import lru_cache

from matcher.lexicon.arabic import foreign, guesses
from matcher.lexicon.english_sounds import english_by_sound
from matcher.lexicon.folding import fold
from matcher.lexicon.scripts import latin
from matcher.lexicon.waiting import waiting

# Letters of a compound, and of what is beside a part that may be others' syllable.
SHORTEST = 6
# Letters of what a part leaves, and ways to spell the whole.
SHORTEST_REST, MOST_COMPOUNDS = 3, 4
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

# Parts with which Arabic firms' foreign words begin, and with which they end.
_ARABIC_BEGINNING = {
    "بترو": "petro", "كيم": "chem", "انفو": "info", "الكترو": "electro", "بيو": "bio",
    "ايرو": "aero", "اوتو": "auto", "جيو": "geo", "هيدرو": "hydro", "يوني": "uni",
    "يورو": "euro", "سينو": "sino", "ترانس": "trans", "انتر": "inter", "ملتي": "multi",
    "سوبر": "super", "فارما": "pharma", "اغرو": "agro", "اجرو": "agro", "تكنو": "techno",
    "اوشن": "ocean", "اوشين": "ocean", "شيب": "ship", "سي": "sea", "مارين": "marine",
    "غلوب": "glob", "جلوب": "glob", "فير": "fair", "مايكرو": "micro", "ميكرو": "micro",
    "نانو": "nano", "ايكو": "eco", "سولار": "solar", "اير": "air", "غاز": "gas", "جاز": "gas",
    "ميد": "med", "بلو": "blue", "جرين": "green", "غرين": "green", "جولد": "gold", "ستار": "star",
}  # fmt: skip
_ARABIC_END = {
    "تيك": "tech", "تك": "tech", "لينك": "link", "كوم": "com", "نت": "net", "تريد": "trade",
    "لاين": "line", "لاينز": "lines", "شيب": "ship", "شيبينغ": "shipping", "شيبنغ": "shipping",
    "شيبينج": "shipping", "ميكس": "mix", "لوجيك": "logic", "كيم": "chem", "لاب": "lab",
    "سوفت": "soft", "جروب": "group", "غروب": "group", "غاز": "gas", "جاز": "gas",
    "بلاست": "plast", "ستيل": "steel", "تكس": "tex", "تيكس": "tex", "ماكس": "max", "مكس": "max",
    "بلس": "plus", "اير": "air", "مارين": "marine", "مانجمنت": "management",
    "مانجمينت": "management", "وورلد": "world", "هاوس": "house", "لاند": "land", "سيتي": "city",
    "بروم": "prom", "نفط": "neft", "كيك": "kick", "ستار": "star", "فارم": "pharm", "ميد": "med",
    "كس": "x", "شيبس": "ships", "باور": "power", "اويل": "oil", "ترانس": "trans", "كو": "co",
}  # fmt: skip


def _any_of(parts: dict[str, str]) -> str:
    return "|".join(sorted(map(re.escape, map(fold, parts)), key=len, reverse=True))


_PART = waiting(f"^(?:{_any_of(_BEGINNING)})|{_any_of(_ANYWHERE)}|(?:{_any_of(_END)})$")
_BEGUN = {fold(part): way for part, way in _ARABIC_BEGINNING.items()}
_ENDED = {fold(part): way for part, way in _ARABIC_END.items()}
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


@lru_cache(maxsize=1 << 14)
def arabic_compounds(word: str) -> tuple[str, ...]:
    """The ways to spell a foreign word of Arabic letters that begins or ends with a usual part;
    none for others.

    Args:
        word: folded.
    """
    found = list[str]()
    for place in range(2, len(word) - 1):
        first, last = word[:place], word[place:]
        begun, ended = _BEGUN.get(first), _ENDED.get(last)
        if begun and ended:
            return (begun + ended,)
        if begun and len(last) >= SHORTEST_REST:
            found += [begun + way for way in _heard(last)]
        elif ended and len(first) >= SHORTEST_REST:
            found += [way + ended for way in _heard(first)]
    return tuple(dict.fromkeys(found))[:MOST_COMPOUNDS]


def _heard(part: str) -> tuple[str, ...]:
    ways = (*english_by_sound(part)[:1], *foreign(part)[:1], *guesses(part, persian=False)[:1])
    return tuple(dict.fromkeys(ways))[:2]
