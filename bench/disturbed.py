"""Listed names as others may write them: one or two disturbances of every kind that names meet.

Made from real names by a seeded chance, so the same seed gives the same queries everywhere.
"""

import re
from collections.abc import Callable, Sequence
from random import Random

from counterparties import other_form
from noise import ocr, typo

Way = Callable[[str, Random], str]

# The same letters as other tables write them; what a name has of the left is written as the right.
TABLES = (
    ("kh", "h"), ("h", "kh"), ("ts", "c"), ("shch", "sch"), ("sh", "sch"), ("zh", "j"),
    ("ch", "tch"), ("ya", "ia"), ("yu", "iu"), ("ii", "y"), ("iy", "y"), ("y", "j"), ("y", "i"),
    ("v", "w"), ("x", "ks"), ("ks", "x"), ("k", "q"), ("oo", "u"), ("ou", "u"), ("f", "ph"),
)  # fmt: skip
CYRILLIC = dict(zip("abvgdezijklmnoprstufhy", "абвгдезийклмнопрстуфхы", strict=True))
ADDED = ("Global", "Trading", "Kolibri", "Holding", "Moscow", "of", "II", "No. 5")
AROUND = (
    "{} Kazan", "{}, Hamburg Branch", "Attn: {}", "{}, 12 Sadovaya Street, Riga", "INV 20331 {}",
    "Gazprombank {}", "{} Quendry Logistics", "MV {}",
)  # fmt: skip
_LETTERS = re.compile(r"[^\W\d_]+")


def shuffled(text: str, chance: Random) -> str:
    """The words in another order."""
    words = text.split()
    chance.shuffle(words)
    return " ".join(words)


def dropped(text: str, chance: Random) -> str:
    """One word left out."""
    words = text.split()
    if len(words) > 1:
        del words[chance.randrange(len(words))]
    return " ".join(words)


def lengthened(text: str, chance: Random) -> str:
    """One word put in."""
    words = text.split()
    words.insert(chance.randrange(len(words) + 1), chance.choice(ADDED))
    return " ".join(words)


def joined(text: str, chance: Random) -> str:
    """Two neighbours, at times three, written as one word, or with a hyphen."""
    words = text.split()
    many = min(len(words), chance.choice([2, 2, 3]))
    place = chance.randrange(len(words) - many + 1)
    words[place : place + many] = [chance.choice(["", "", "-"]).join(words[place : place + many])]
    return " ".join(words)


def split(text: str, chance: Random) -> str:
    """A longer word written as two."""
    words = [met for met in _LETTERS.finditer(text) if len(met[0]) > 5]
    if not words:
        return text
    word = chance.choice(words)
    place = chance.randrange(word.start() + 2, word.end() - 2)
    return f"{text[:place]}{chance.choice([' ', '-'])}{text[place:]}"


def letters(text: str, chance: Random) -> str:
    """The first letters of some neighbours, or of all, in their place."""
    words = text.split()
    if len(words) < 3:
        return text
    first = chance.randrange(len(words) - 2)
    end = chance.randrange(first + 3, len(words) + 1)
    words[first:end] = ["".join(word[0] for word in words[first:end]).upper()]
    return " ".join(words)


def with_letters(text: str, chance: Random) -> str:
    """The name and its letters, one of them in brackets."""
    short = "".join(word[0] for word in text.split()).upper()
    return f"{text} ({short})" if chance.random() < 0.5 else f"{short} ({text})"


def in_brackets(text: str, chance: Random) -> str:
    """A word in brackets or quotation marks."""
    words = text.split()
    place = chance.randrange(len(words))
    words[place] = chance.choice(["({})", "«{}»", '"{}"', "[{}]"]).format(words[place])
    return " ".join(words)


def respelt(text: str, chance: Random) -> str:
    """As another table writes some of its letters."""
    small = text.lower()
    ways = [way for way in TABLES if way[0] in small] or [("", "")]
    for source, target in chance.sample(ways, min(2, len(ways))):
        small = small.replace(source, target)
    return small.title()


def in_cyrillic(text: str, chance: Random) -> str:
    """One word, or all, letter by letter in Cyrillic where its letters have such."""
    words = text.split()
    chosen = range(len(words)) if chance.random() < 0.5 else [chance.randrange(len(words))]
    for place in chosen:
        if set(words[place].lower()) <= CYRILLIC.keys():
            words[place] = "".join(CYRILLIC[letter] for letter in words[place].lower()).title()
    return " ".join(words)


def surrounded(text: str, chance: Random) -> str:
    """A place, an address, an addressee, a reference or other words around it."""
    return chance.choice(AROUND).format(text)


def in_other_signs(text: str, chance: Random) -> str:
    """In small letters, its hyphens and apostrophes left out, made blanks or each other."""
    sign = chance.choice(["", " ", "’", "-"])
    return re.sub(r"(?<=\w)[-'’‘`](?=\w)", sign, text.lower())


def cut(text: str, chance: Random) -> str:
    """What a field of some length leaves of it."""
    return text[: chance.randrange(18, 40)].rstrip()


def unspaced(text: str, chance: Random) -> str:
    """Some of its spaces left out, and one put in."""
    words = text.split()
    kept = "".join([word + chance.choice(["", " "]) for word in words]).strip()
    place = chance.randrange(1, len(kept)) if len(kept) > 1 else 0
    return f"{kept[:place]} {kept[place:]}"


def shortened(text: str, chance: Random) -> str:
    """Its longer words cut short: a beginning, or one and the last consonant."""
    words = text.split()
    for place, word in enumerate(words):
        if len(word) > 6 and chance.random() < 0.5:
            head = word[: chance.randrange(3, len(word) - 2)]
            tail = [letter for letter in word.lower() if letter not in "aeiou"][-1:]
            words[place] = head + chance.choice(["", *tail])
    return " ".join(words)


def by_other_tables(text: str, chance: Random) -> str:
    """As German, Polish or French tables write it."""
    table = chance.choice([(("shch", "schtsch"), ("ch", "tsch"), ("sh", "sch"), ("kh", "ch"),
                            ("ts", "z"), ("v", "w")),
                           (("shch", "szcz"), ("kh", "x"), ("ch", "cz"), ("sh", "sz"), ("ts", "c")),
                           (("ch", "tch"), ("sh", "ch"), ("zh", "j"), ("u", "ou"))])  # fmt: skip
    small = text.lower()
    for source, target in table:
        small = small.replace(source, target)
    return small.title()


WAYS: tuple[Way, ...] = (
    typo, shuffled, dropped, lengthened, other_form, joined, split, letters, with_letters,
    in_brackets, respelt, in_cyrillic, ocr, surrounded, in_other_signs,
    cut, unspaced, shortened, by_other_tables,
)  # fmt: skip


def disturbed(names: Sequence[str], count: int, seed: int) -> list[str]:
    """So many queries: names drawn and disturbed in one way, every third in two.

    Every way has its turn. A name that a way does not suit stays as it is.
    """
    chance = Random(seed)
    queries = []
    for number in range(count):
        text = WAYS[number % len(WAYS)](chance.choice(names), chance)
        queries.append(chance.choice(WAYS)(text, chance) if number % 3 == 0 else text)
    return queries
