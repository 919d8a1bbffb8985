"""Latin words in which letters of another alphabet stand that look the same, as they were meant.

``Rеsсuе Соmmittее`` with Cyrillic е, с and С passes for Latin with every reader but a computer.
Which alphabet a word is in is told by its letters that have no double; a word of doubles alone is
in the alphabet of the words around it. (Unicode TR 39, "confusables", the pairs of whole letters.)
"""

import re

_PAIRS = (
    # Cyrillic.
    ("аеорсухіјѕһԁԛԝАЕОРСУХІЈЅКМТВНԚԜ", "aeopcyxijshdqwAEOPCYXIJSKMTBHQW"),
    # Greek.
    ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοανρικτυ", "ABEZHIKMNOPTYXoavpiktu"),
)
_TO_LATIN = {ord(a): b for others, latin in _PAIRS for a, b in zip(others, latin, strict=True)}
_TO_CYRILLIC = {
    ord(b): a for a, b in zip("аеорсухАЕОРСУХКМТВН", "aeopcyxAEOPCYXKMTBH", strict=True)
}
_CYRILLIC_WORD = re.compile("[\u0400-\u052f]+")
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile("[A-Za-z]")
_OTHER = re.compile("[\u0370-\u03ff\u0400-\u052f]")
# Latin letters that no Cyrillic or Greek word has a double of.
_ONLY_LATIN = re.compile("[DFGJLQRSUVWZbdfghijlmnqrstuvwz]")


def undisguised(text: str) -> str:
    """A text whose Latin words are in Latin letters; as long as it was.

    Args:
        text: a name or running text, in any script.
    """
    if text.isascii() or not (_OTHER.search(text) and _LATIN.search(text)):
        return text
    words = list(_WORD.finditer(text))
    mixed = [word for word in words if _is_disguised(word[0])]
    if not mixed:
        return text
    letters = list(text)
    for word in words:
        if _OTHER.search(word[0]) and _has_doubles(word[0]):
            letters[word.start() : word.end()] = word[0].translate(_TO_LATIN)
    return "".join(letters)


def in_cyrillic(text: str) -> list[tuple[int, int, str]]:
    """Words in Latin letters that Cyrillic ones look like, in a name with Cyrillic words.

    ``Остек-CMT`` may be typed on two keyboards. Nobody can tell by the word itself (``CAT`` is one
    in either alphabet), so it is another way to read the name.

    Args:
        text: a name in any script.

    Returns:
        Their stretches and what they are in Cyrillic letters, in their order; empty where there are
        none, or no Cyrillic word beside them.
    """
    if text.isascii():
        return []
    words = list(_WORD.finditer(text))
    if not any(_CYRILLIC_WORD.fullmatch(word[0]) for word in words):
        return []
    return [
        (word.start(), word.end(), word[0].translate(_TO_CYRILLIC))
        for word in words
        if len(word[0]) > 1 and all(ord(letter) in _TO_CYRILLIC for letter in word[0])
    ]


def _is_disguised(word: str) -> bool:
    """Whether a Latin word has letters of another alphabet in it."""
    other = _OTHER.findall(word)
    if not other or not _has_doubles(word):
        return False
    latin = _LATIN.findall(word)
    return len(latin) >= len(other) or (bool(latin) and _ONLY_LATIN.search(word) is not None)


def _has_doubles(word: str) -> bool:
    """Whether all its letters of other alphabets have Latin doubles."""
    return all(ord(letter) in _TO_LATIN for letter in _OTHER.findall(word))
