"""Words in letters of another guise: in circles or boxes, small capitals, raised or lowered, in
Braille, upside down. A person reads them as plain letters, and nobody looks for them so.

Sources: the blocks of the Unicode Standard that are called Enclosed Alphanumerics, Enclosed
Alphanumeric Supplement, Phonetic Extensions, Superscripts and Subscripts, Braille Patterns.
"""

import re
from collections.abc import Mapping

_A_TO_Z = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
# Where rows of 26 begin: in brackets, in circles, in boxes, white on black, of flags.
_ROWS = (0x249C, 0x24B6, 0x24D0, 0x1F110, 0x1F130, 0x1F150, 0x1F170, 0x1F1E6)
_ALPHABETS: tuple[tuple[str, str], ...] = (
    *((_A_TO_Z, "".join(chr(first + number) for number in range(26))) for first in _ROWS),
    ("ABCDEFGHIJKLMNOPQRSTUVWYZ", "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢ"),
    ("ABCDEFGHIJKLMNOPRSTUVWXYZ", "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ"),
    ("ABDEGHIJKLMNOPRTUVW", "ᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ"),
    ("AEHIJKLMNOPRSTUVX", "ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ"),
    (_A_TO_Z, "⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚⠅⠇⠍⠝⠕⠏⠟⠗⠎⠞⠥⠧⠺⠭⠽⠵"),
)
_PLAIN: Mapping[str, str] = {
    own: plain
    for plains, owns in _ALPHABETS
    for plain, own in zip(plains, owns, strict=True)
}  # fmt: skip
_IN_GUISE = re.compile(f"[{''.join(_PLAIN)}]")
# Small capitals of these look like small letters, and are written with them.
_WORD = f"[{''.join(_PLAIN)}cosvwxzCOSVWXZ]+"
_WORDS = re.compile(rf"(?<!\w){_WORD}(?: +{_WORD})*(?!\w)")
_TO_PLAIN = str.maketrans(dict(_PLAIN))

# Letters that stand on their heads, and those that are other ones, or the same, if they do.
_ON_HEADS = "ɐɔǝɟƃɓɥᴉıɾʞʃɯɹʇʌʍʎ∀Ɔ∃Ⅎ⅁ſ⅂Ԁ⅄"
_ON_HEAD = f"[{_ON_HEADS}bdlnopqsuxzHINOSXZ]+"
_TURNED = re.compile(rf"(?<!\w){_ON_HEAD}(?: +{_ON_HEAD})*(?!\w)")
_TO_FEET = str.maketrans(f"{_ON_HEADS}bdnpqu", "acefgghiijklmrtvwyACEFGJLPYqpudbn")
_HEAD = re.compile(f"[{_ON_HEADS}]")
# So many different ones, and so many in a row, are a word; fewer stand in formulas, dates, tables
# of sounds, and as flags.
_LEAST, _LEAST_IN_A_ROW = 4, 3


def plainly(text: str) -> str:
    """A text with its words in such letters as words in plain ones: capitals, since they stand
    out. The text itself where there are none.
    """
    if text.isascii():
        return text
    if _IN_GUISE.search(text):
        text = _WORDS.sub(_in_plain, text)
    if _HEAD.search(text):
        text = _TURNED.sub(_on_feet, text)
    return text


def _in_plain(words: re.Match[str]) -> str:
    return words[0].translate(_TO_PLAIN).upper() if _are_words(words[0], _IN_GUISE) else words[0]


def _on_feet(words: re.Match[str]) -> str:
    """What is read from its end when it is turned."""
    return words[0].translate(_TO_FEET)[::-1] if _are_words(words[0], _HEAD) else words[0]


def _are_words(words: str, letter: re.Pattern[str]) -> bool:
    is_long = any(len(word) >= _LEAST_IN_A_ROW for word in words.split(" "))
    return is_long and len(set(letter.findall(words))) >= _LEAST
