"""A party's name as people, programs and scanners write it."""

from collections.abc import Callable, Iterator

from asking.subjects import Subject, Subjects

_ZERO_WIDTH = ("\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u200e", "\u202a")
_AROUND = (
    "{n}, 12 Main Street, London",
    "Attn: {n}",
    "c/o {n}",
    "Messrs. {n}",
    "M/s {n}",
    "To: {n}",
    "{n} - Head Office",
    "{n} (in liquidation)",
    "{n} Hamburg Branch",
    "{n} Dubai",
    "{n}, Istanbul, Turkey",
    "{n} account 0012345678",
    "INV 20331 {n}",
    "Ref: {n}",
    "the {n}",
    "formerly {n}",
    "a.k.a. {n}",
    "Blue Lantern Partners a/k/a {n}",
    "Blue Lantern Partners t/a {n}",
    "Blue Lantern Partners ({n})",
    "{n} (Blue Lantern Partners)",
    "Blue Lantern Partners / {n}",
    "Blue Lantern Partners, {n}",
    "Blue Lantern Partners; {n}",
    "Blue Lantern Partners and {n}",
    "{n} OR ORDER",
    "by order of {n}",
    "on behalf of {n}",
    "{n}'s",
    "№ 17 {n}",
)
_SIGNS: dict[str, Callable[[str], str]] = {
    "as published": str,
    "capitals": str.upper,
    "small letters": str.lower,
    "title case": str.title,
    "capitals and small letters swapped": str.swapcase,
    "full width": lambda name: "".join(
        chr(ord(letter) + 0xFEE0) if "!" <= letter <= "~" else letter for letter in name
    ),
    "ideographic spaces": lambda name: name.replace(" ", "\u3000"),
    "no-break spaces": lambda name: name.replace(" ", "\u00a0"),
    "thin spaces": lambda name: name.replace(" ", "\u2009"),
    "two spaces": lambda name: name.replace(" ", "  "),
    "tabs": lambda name: name.replace(" ", "\t"),
    "a space at both ends": lambda name: f"  {name} ",
    "full stops between": lambda name: name.replace(" ", ". "),
    "hyphens between": lambda name: name.replace(" ", "-"),
    "underscores between": lambda name: name.replace(" ", "_"),
    "slashes between": lambda name: name.replace(" ", "/"),
    "commas left out": lambda name: name.replace(",", ""),
    "full stops left out": lambda name: name.replace(".", ""),
    "straight quotation marks": lambda name: f'"{name}"',
    "German quotation marks": lambda name: f"„{name}“",
    "French quotation marks": lambda name: f"« {name} »",
    "Chinese quotation marks": lambda name: f"《{name}》",
    "brackets": lambda name: f"({name})",
    "square brackets": lambda name: f"[{name}]",
    "an exclamation mark": lambda name: f"{name}!",
    "a colon": lambda name: f"{name}:",
    "an asterisk before": lambda name: f"* {name}",
    "bold mathematical letters": lambda name: "".join(map(_bold, name)),
    "letters in circles": lambda name: "".join(map(_circled, name)),
    "accents apart from their letters": lambda name: name.replace("e", "e\u0301"),
    "& escaped as in HTML": lambda name: name.replace(" ", "&nbsp;"),
    "words from the back": lambda name: " ".join(reversed(name.split())),
    "first word last": lambda name: " ".join([*name.split()[1:], name.split()[0]]),
    "the name twice": lambda name: f"{name} {name}",
    "one letter left out": lambda name: _long_word(name, lambda word: word[:2] + word[3:]),
    "one letter twice": lambda name: _long_word(name, lambda word: word[:3] + word[2:]),
    "two letters swapped": lambda name: _long_word(
        name, lambda word: word[:2] + word[3] + word[2] + word[4:]
    ),
    "the first two words as one": lambda name: name.replace(" ", "", 1),
}


def _bold(letter: str) -> str:
    if "A" <= letter <= "Z":
        return chr(0x1D400 + ord(letter) - ord("A"))
    return chr(0x1D41A + ord(letter) - ord("a")) if "a" <= letter <= "z" else letter


def _circled(letter: str) -> str:
    if "A" <= letter <= "Z":
        return chr(0x24B6 + ord(letter) - ord("A"))
    return chr(0x24D0 + ord(letter) - ord("a")) if "a" <= letter <= "z" else letter


def _long_word(name: str, change: Callable[[str], str]) -> str:
    longest = max(name.split(), key=len)
    return name.replace(longest, change(longest), 1)


def spellings(subject: Subject) -> Iterator[tuple[str, str]]:
    """One name in other signs: what was done, and the text."""
    for what, change in _SIGNS.items():
        yield what, change(subject.name)
    for sign in _ZERO_WIDTH:
        word = subject.words[0]
        inside = subject.name.replace(word, word[:2] + sign + word[2:], 1)
        yield f"U+{ord(sign):04X} inside a word", inside
        yield f"U+{ord(sign):04X} beside the spaces", subject.name.replace(" ", f" {sign}")


def surroundings(subject: Subject) -> Iterator[tuple[str, str]]:
    """A name with what else stands in the same field."""
    for around in _AROUND:
        yield around, around.format(n=subject.name)


def beside_another(first: Subject, second: Subject) -> Iterator[tuple[str, str]]:
    """Two listed names in one field."""
    for between in (" ", "  ", ", ", " / ", " and ", " - ", "; ", "\t"):
        yield f"two names, {between!r} between", f"{first.name}{between}{second.name}"
        yield f"second of two names, {between!r} between", f"{second.name}{between}{first.name}"


def of_persons(person: Subject) -> Iterator[tuple[str, str]]:
    """A person's name in other orders."""
    given, surname = person.name.split(" ", 1)
    yield "given name, surname", person.name
    yield "SURNAME, given name", f"{surname.upper()}, {given}"
    yield "surname given name", f"{surname} {given}"
    yield "Mr", f"Mr {person.name}"
    yield "Herr Dr.", f"Herr Dr. {person.name}"
    yield "small letters", person.name.lower()
    yield "capitals", person.name.upper()
    yield "with a date of birth", f"{person.name}, born 1 May 1970"


def of_ships(ship: Subject) -> Iterator[tuple[str, str]]:
    """A ship's name with a Roman numeral."""
    name, numeral = ship.name.rsplit(" ", 1)
    wide = "".join(chr(ord(letter) + 0xFEE0) for letter in numeral)
    yield "as published", ship.name
    yield "small letters", ship.name.lower()
    yield "capitals", ship.name.upper()
    yield "title case", ship.name.title()
    yield "full-width numeral", f"{name} {wide}"
    yield "full-width numeral in small letters", f"{name} {wide.lower()}"
    yield "one sign for the numeral", f"{name} {_numeral_sign(numeral)}"
    yield "small sign for the numeral", f"{name} {_numeral_sign(numeral).lower()}"
    yield "M/V", f"M/V {ship.name}"
    yield "MT", f"MT {ship.name.title()}"


def _numeral_sign(numeral: str) -> str:
    ones = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
    return chr(0x2160 + ones.index(numeral.upper()))


def names(subjects: Subjects) -> Iterator[tuple[str, str, frozenset[str]]]:
    """Everything that may be typed as a name: what was done, the text, the entries it means."""
    first = subjects.organisation
    for way, text in (
        *spellings(first),
        *surroundings(first),
        *beside_another(first, subjects.neighbour),
    ):
        yield way, text, first.ids
    if subjects.person:
        for way, text in of_persons(subjects.person):
            yield f"person: {way}", text, subjects.person.ids
    if subjects.ship:
        for way, text in of_ships(subjects.ship):
            yield f"ship: {way}", text, subjects.ship.ids
