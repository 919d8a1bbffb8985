"""What a UK list says of one party, whichever of its formats says it.

The words are those of the XML; the tables' headings are brought to them. A table says most things
again in every row of a party: each is kept once.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lists.texts import one_line

NAME_PARTS = ("Name1", "Name2", "Name3", "Name4", "Name5", "Name6")
"""In the order of speech: Name6 is the family name, or the whole name of an entity or ship."""
ADDRESS_PARTS = (
    "AddressLine1", "AddressLine2", "AddressLine3", "AddressLine4", "AddressLine5",
    "AddressLine6", "AddressPostalCode", "AddressCountry",
)  # fmt: skip

Pairs = tuple[tuple[str, str], ...]
"""Words of the list, and what stands under them."""


@dataclass(frozen=True, slots=True)
class WrittenName:
    """One name as it stands in the list."""

    parts: Pairs
    kind: str
    strength: str


@dataclass(frozen=True, slots=True)
class OriginalName:
    """A name in another script; the list does not say of which name it is the original."""

    text: str
    script: str
    language: str


@dataclass(frozen=True, slots=True)
class Document:
    """A passport or national identifier."""

    label: str
    number: str
    details: str


@dataclass(slots=True)
class Record:
    """One designation while it is gathered."""

    reference: str
    names: dict[WrittenName, None] = field(default_factory=dict)
    originals: dict[str, OriginalName] = field(default_factory=dict)
    addresses: dict[Pairs, None] = field(default_factory=dict)
    documents: dict[Document, None] = field(default_factory=dict)
    fields: dict[str, dict[str, None]] = field(default_factory=dict)

    def add(self, label: str, text: str | None) -> None:
        """Keep a text under its word, once; line ends inside it are kept."""
        if text := (text or "").strip():
            self.fields.setdefault(label, {})[text] = None

    def add_name(self, said: Mapping[str, str], kind: str, strength: str) -> None:
        """Keep a name from its parts."""
        if parts := pairs(said, NAME_PARTS):
            self.names[WrittenName(parts, one_line(kind), one_line(strength))] = None

    def add_original(self, text: str, script: str, language: str) -> None:
        """Keep a name in another script, once; some rows say its script and others do not."""
        if text := one_line(text):
            met = self.originals.get(text, OriginalName(text, "", ""))
            script, language = met.script or one_line(script), met.language or one_line(language)
            self.originals[text] = OriginalName(text, script, language)

    def add_address(self, said: Mapping[str, str]) -> None:
        """Keep an address from its lines."""
        if parts := pairs(said, ADDRESS_PARTS):
            self.addresses[parts] = None

    def add_document(self, label: str, number: str, details: str) -> None:
        """Keep a passport or identifier; of one without a number, what is said of it."""
        if number := number.strip():
            self.documents[Document(label, number, details.strip())] = None
        else:
            self.add(f"details of {label}", details)

    def texts(self, label: str) -> tuple[str, ...]:
        """What stands under a word, in the list's order."""
        return tuple(self.fields.get(label, ()))

    def first(self, label: str) -> str:
        """The first text under a word; empty when there is none."""
        return next(iter(self.fields.get(label, ())), "")


def pairs(said: Mapping[str, str], labels: Iterable[str]) -> Pairs:
    """The texts that are there under these words, in the order of the words."""
    texts = ((label, one_line(said.get(label))) for label in labels)
    return tuple((label, text) for label, text in texts if text)
