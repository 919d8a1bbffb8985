"""OFAC's reference value sets: what the numbers stand for that fill the rest of the file."""

from typing import TYPE_CHECKING

from lists.source import ParseReport
from lists.xml_stream import local

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

SCRIPTS = {"Latin": "Latn", "Hebrew": "Hebr", "Japanese": "Jpan", "Korean": "Kore"}
"""OFAC's ScriptCode where it is not ISO 15924; the other codes are."""

OTHER_COUNTRIES = {
    "antigua & barbuda": "ag",
    "british virgin islands": "vg",
    "cameroon": "cm",
    "chad": "td",
    "cook islands": "ck",
    "democratic people's republic of korea": "kp",
    "eswatini": "sz",
    "gabon": "ga",
    "gambia": "gm",
    "isle of man": "im",
    "kiribati": "ki",
    "kosovo": "xk",
    "netherlands antilles": "an",
    "region: gaza": "ps",
    "region: northern mali": "ml",
    "region: west bank": "ps",
    "republic of palau": "pw",
    "sao tome & principe": "st",
    "sao tome and principe": "st",
    "sint maarten": "sx",
    "st. kitts & nevis": "kn",
    "st. kitts and nevis": "kn",
    "st. vincent and grenadines": "vc",
    "st. vincent and the grenadines": "vc",
    "togo": "tg",
    "tuvalu": "tv",
    "west bank": "ps",
}
"""Names, mostly of flags, that OFAC writes beside its own country values, or gives no code for.
Kosovo's xk and the Antilles' an are in use but not (any more) in ISO 3166."""


class References:
    """Looks up reference ids. An id that no set has must not cost the rest of the list: it is
    counted in the report and stands for itself.
    """

    def __init__(self, report: ParseReport) -> None:
        self._reading = report
        self._texts: dict[str, dict[str, str]] = {}
        self._countries: dict[str, str] = {}
        self._country_names: dict[str, str] = {}
        self._scripts: dict[str, str] = {}
        self._party_types: dict[str, str] = {}

    def read(self, sets: "Element") -> None:
        """Take in the ``ReferenceValueSets`` element."""
        for values in sets:
            for value in values:
                self._add(local(value), value)

    def _add(self, name: str, value: "Element") -> None:
        key, text = value.get("ID", ""), (value.text or "").strip()
        self._texts.setdefault(name, {})[key] = text
        if name == "Country" and (code := value.get("ISO2")):
            self._countries[key] = code.lower()
            self._country_names[text.casefold()] = code.lower()
        elif name == "Script":
            code = value.get("ScriptCode", "")
            self._scripts[key] = SCRIPTS.get(code, code)
        elif name == "PartySubType":
            self._party_types[key] = value.get("PartyTypeID", "")

    def text(self, name: str, key: str | None) -> str:
        """What a reference id stands for, or set and id themselves when no set has it."""
        try:
            return self._texts[name][key or ""]
        except KeyError:
            return self._unknown(name, key)

    def _unknown(self, name: str, key: str | None) -> str:
        text = f"{name} {key}"
        self._reading.oddities[f"unknown {text}"] += 1
        return text

    def unusual(self, name: str, key: str | None, usual: str) -> str:
        """What a reference id stands for, but empty when it is what it always is."""
        text = self.text(name, key)
        return "" if text == usual else text

    def country(self, key: str | None) -> str | None:
        """ISO 3166-1 alpha-2 in lower case, or None for "undetermined"."""
        code = self._countries.get(key or "")
        return code or self.country_named(self._texts.get("Country", {}).get(key or "", ""))

    def country_named(self, text: str) -> str | None:
        """The same, for a country's name in OFAC's words."""
        name = text.strip().casefold()
        return self._country_names.get(name) or OTHER_COUNTRIES.get(name)

    def script(self, key: str | None) -> str | None:
        """ISO 15924 code."""
        return self._scripts.get(key or "") or self._unknown("Script", key)

    def party_types(self, key: str | None) -> tuple[str, str]:
        """The party type and subtype that a ``PartySubTypeID`` means. "Unknown" is a subtype of
        people and of entities, so only the two together tell.
        """
        return self.text("PartyType", self._party_types.get(key or "")), self.text(
            "PartySubType", key
        )

    def odd(self, what: str) -> None:
        """Count something that has no place in the format as it is known."""
        self._reading.oddities[what] += 1
