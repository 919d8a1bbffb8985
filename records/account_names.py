"""Names of accounts, and whether two of them could be taken for one.

Two people have to agree to some decisions; who reads the audit log has only their names to go by.
"""

import re
import unicodedata

PROGRAM = "key:"
"""How a program without an owner is called in the audit log; no person's name begins so."""
_LIKE_LATIN = str.maketrans(
    "авсеԁһіјкмнорԛгѕтуүԝхαβεηικνορτυχγ",
    "abcedhijkmhopqrstyywxabenikvoptuxy",
)
_SPACES = re.compile(r"\s+")


def look(name: str) -> str:
    """What a name looks like: case, width, accents, spaces, invisible signs, and letters of other
    alphabets that look like Latin ones make no difference.
    """
    text = unicodedata.normalize("NFKD", name).casefold()
    shown = (sign for sign in text if unicodedata.category(sign) not in {"Cf", "Cc", "Mn"})
    return _SPACES.sub("", "".join(shown)).translate(_LIKE_LATIN)
