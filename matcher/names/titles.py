"""Titles before a person's name: *Sheikh Hassan Faisal* is read as *Hassan Faisal*, too.

A list seldom has the same title, and as one name more of a person's it speaks against the match. As
part of a party's name (*Doctor Who Ltd*) it stays.
"""

from matcher.lexicon.tables import Role
from matcher.names.word import Name

# In the languages in which customers are written down; no given name is among them that stands
# first in a name more often than the title does.
TITLES = frozenset(
    {
        *("mr", "mrs", "ms", "miss", "mister", "madam", "sir", "dame", "lord", "hon", "esq"),
        *("dr", "doctor", "prof", "professor", "eng", "engineer", "ing", "dipl", "lic", "dott"),
        *("rev", "reverend", "father", "bishop", "imam", "president", "minister", "senator"),
        *("ambassador", "governor", "judge", "chief", "prince", "princess", "king", "honourable"),
        *("general", "gen", "lieutenant", "lt", "colonel", "col", "major", "maj", "captain"),
        *("capt", "brigadier", "brig", "admiral", "adm", "commander", "cmdr", "sergeant", "sgt"),
        *("marshal", "commodore", "commandant", "cdt"),
        *("herr", "herrn", "frau", "doktor", "monsieur", "madame", "mme", "mlle", "maitre"),
        *("senor", "senora", "sr", "sra", "don", "dona", "signor", "signora", "dottor", "dom"),
        *("sheikh", "sheik", "shaykh", "shaikh", "cheikh", "scheich", "cheick", "sheyh", "seyh"),
        *("haji", "hajji", "hadji", "hajj", "alhaj", "alhaji", "elhaj", "haci", "hadzhi"),
        *("mullah", "mulla", "molla", "maulana", "maulavi", "maulvi", "mawlawi", "mawlana"),
        *("molavi", "qari", "ayatollah", "ayatullah", "hojatoleslam", "hojjatoleslam", "ustad"),
        *("ustadh", "emir", "gospodin", "gospozha", "pan", "pani", "bay", "bayan", "bapak", "ibu"),
    }
)
# Words of a person's name without title, at least.
_FEWEST = 2


def untitled(name: Name) -> Name | None:
    """A name without the titles before it; None where it has none, or is not a person's for sure.

    Args:
        name: a query in Latin letters.
    """
    words = name.words
    first = 0
    while first < len(words) and words[first].form in TITLES:
        first += 1
    left = words[first:]
    if not first or any(word.role not in (Role.WORD, Role.STOP) for word in left):
        return None
    told = sum(word.role is Role.WORD and len(word.form) > 1 for word in left)
    return Name(name.text, left) if told >= _FEWEST else None
