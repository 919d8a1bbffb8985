"""Letters of scripts in which texts are searched for names that lists have in Latin letters."""

import re

from matcher.lexicon.scripts import HAN

# Arabic and Hebrew words, with what may stand inside one.
SPACED = re.compile(
    "[\u0620-\u065f\u066e-\u06ef\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc\u200c]+"
    "|[\u0590-\u05ff\ufb1d-\ufb4f]+(?:[\"'׳״][\u0590-\u05ff]+)*"
)
HEBREW = re.compile("[\u0590-\u05ff\ufb1d-\ufb4f]")
HANGUL = re.compile("[\uac00-\ud7a3]+")
# Characters and katakana: hiragana is what stands between the words of a Japanese text.
CHARACTERS = re.compile(f"[{HAN}\u30a1-\u30ff]+")
KANA = re.compile("[\u30a1-\u30ff]+")
NATIVE = re.compile(f"{SPACED.pattern}|{HANGUL.pattern}|{CHARACTERS.pattern}")


def has_native(text: str) -> bool:
    """Whether a text has such letters."""
    return not text.isascii() and NATIVE.search(text) is not None
