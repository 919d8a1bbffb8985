"""A listed party while its pieces are still being met: OFAC spreads one over four sections."""

from dataclasses import dataclass, field

from records import Address, Entity, Identifier, Kind, ListedName, NameKind, Note, Relation

PAGE = "https://sanctionssearch.ofac.treas.gov/Details.aspx?id="
"""OFAC's public page about a party; its ids are the FixedRefs."""


@dataclass(slots=True)
class Draft:
    """What was read of a party so far."""

    source: str
    reference: str
    """FixedRef, OFAC's lasting number of the party."""
    kind: Kind = Kind.UNKNOWN
    names: list[ListedName] = field(default_factory=list)
    identifiers: list[Identifier] = field(default_factory=list)
    addresses: list[Address] = field(default_factory=list)
    countries: set[str] = field(default_factory=set)
    birth_dates: list[str] = field(default_factory=list)
    programmes: dict[str, None] = field(default_factory=dict)
    legal_basis: dict[str, None] = field(default_factory=dict)
    listed_on: str | None = None
    remarks: list[str] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def note(self, label: str, text: str) -> None:
        """Keep something that has no field of its own; an empty text says nothing."""
        if text:
            self.notes.append(Note(label=label, text=text))

    def tie_to(self, country: str | None) -> None:
        """Add a country that the publisher ties the party to."""
        if country:
            self.countries.add(country)

    def entity(self) -> Entity:
        """The finished record."""
        self.names.sort(key=lambda name: name.kind is not NameKind.PRIMARY)
        return Entity(
            id=f"{self.source}:{self.reference}",
            kind=self.kind,
            names=tuple(self.names),
            identifiers=tuple(self.identifiers),
            addresses=tuple(self.addresses),
            countries=tuple(sorted(self.countries)),
            birth_dates=tuple(dict.fromkeys(self.birth_dates)),
            programmes=tuple(self.programmes),
            legal_basis=tuple(self.legal_basis),
            listed_on=self.listed_on,
            remarks=tuple(self.remarks),
            relations=tuple(self.relations),
            url=PAGE + self.reference,
            notes=tuple(self.notes),
        )
