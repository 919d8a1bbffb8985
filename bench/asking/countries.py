"""Ways of writing a country, from CLDR: another source than the program's own tables."""

from collections.abc import Iterator

from babel import Locale
from babel.core import get_global

_LANGUAGES = (
    "en", "de", "fr", "es", "it", "pt", "nl", "pl", "cs", "sv", "da", "fi", "hu", "ro", "el", "tr",
    "ru", "uk", "ar", "fa", "he", "hi", "zh", "zh_Hant", "ja", "ko", "vi", "th", "id", "bg",
)  # fmt: skip


def ways(code: str) -> Iterator[tuple[str, str]]:
    """How and what for an ISO 3166-1 alpha-2 code in any case; nothing for an empty one."""
    upper = code.upper()
    if not upper:
        return
    for other, codes in get_global("territory_aliases").items():
        if upper in codes and len(codes) == 1 and len(other) == 3:
            yield f"code {other}", other
            yield f"code {other.lower()}", other.lower()
    yield "alpha-2", upper
    yield "alpha-2 in small letters", upper.lower()
    for language in _LANGUAGES:
        name = Locale.parse(language).territories.get(upper)
        if name:
            yield f"in {language}", name
    english = Locale.parse("en").territories[upper]
    yield "capitals", english.upper()
    yield "with spaces around", f"  {english} "
    yield "name and code", f"{english} ({upper})"
    yield "not a country", "Atlantis"
    yield "empty", ""
