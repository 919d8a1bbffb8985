"""Names of languages and scripts, as publishers write them, to ISO 639-1 and ISO 15924 codes.

A table and not a guess: a word that is not in it, or is misspelt, gives no code; the name keeps it
as published.
"""

LANGUAGES = {
    "arabic": "ar", "belarusian": "be", "bosnian": "bs", "bulgarian": "bg", "burmese": "my",
    "chinese": "zh", "croatian": "hr", "czech": "cs", "english": "en", "farsi": "fa",
    "french": "fr", "georgian": "ka", "german": "de", "greek": "el", "hebrew": "he",
    "italian": "it", "japanese": "ja", "kazakh": "kk", "khmer": "km", "kirghiz": "ky",
    "korean": "ko", "kyrgyz": "ky", "lao": "lo", "pashto": "ps", "persian": "fa",
    "persian/farsi": "fa", "polish": "pl", "romanian": "ro", "russian": "ru", "serbian": "sr",
    "spanish": "es", "thai": "th", "turkish": "tr", "ukrainian": "uk", "urdu": "ur",
}  # fmt: skip
SCRIPTS = {
    "arabic": "Arab", "burmese": "Mymr", "chinese": "Hani", "cyrillic": "Cyrl",
    "georgian": "Geor", "greek": "Grek", "hangul": "Hang", "hebrew": "Hebr", "khmer": "Khmr",
    "lao": "Laoo", "latin": "Latn", "persian": "Arab", "thai": "Thai",
}  # fmt: skip


def language_code(name: str) -> str | None:
    """ISO 639-1 in lower case, or None when the table does not have the name."""
    return LANGUAGES.get(name.strip().casefold())


def script_code(name: str) -> str | None:
    """ISO 15924, or None when the table does not have the name."""
    return SCRIPTS.get(name.strip().casefold())


THREE_LETTERS = {
    "ALB": "sq", "ARA": "ar", "ARM": "hy", "AZE": "az", "BEL": "be", "BOS": "bs", "BUL": "bg",
    "BUR": "my", "CES": "cs", "CHI": "zh", "CZE": "cs", "DUT": "nl", "ENG": "en", "FAS": "fa",
    "FRE": "fr", "GEO": "ka", "GER": "de", "GRE": "el", "HEB": "he", "HRV": "hr", "IND": "id",
    "ITA": "it", "JPN": "ja", "KAZ": "kk", "KHM": "km", "KIR": "ky", "KOR": "ko", "KUR": "ku",
    "LAO": "lo", "MAY": "ms", "PER": "fa", "POL": "pl", "POR": "pt", "PUS": "ps", "RON": "ro",
    "RUM": "ro", "RUS": "ru", "SOM": "so", "SPA": "es", "SRP": "sr", "SWA": "sw", "THA": "th",
    "TUR": "tr", "UKR": "uk", "URD": "ur", "UZB": "uz", "VIE": "vi", "ZHO": "zh",
}  # fmt: skip
"""ISO 639-2 (bibliographic or terminologic) to ISO 639-1:
https://www.loc.gov/standards/iso639-2/php/code_list.php"""


def three_letter_code(code: str) -> str | None:
    """ISO 639-1 for a code of ISO 639-2, or None when the table does not have it."""
    return THREE_LETTERS.get(code.strip().upper())
