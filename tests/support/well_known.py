"""Parties that everybody knows to be listed, in the names that their publishers give them.

The excerpts under tests/data are real but small; these add the ways of naming that they lack:
numbered plants, acronyms, brackets, weak names, ships and aircraft with telling names.
"""

from records import Entity, Kind, ListedName, NameKind

ORGANIZATIONS = (
    ("Joint Stock Company Gazprombank", "Gazprombank AO", "АО Газпромбанк"),
    ("Rosneft Trading S.A.",),
    ("Open Joint-Stock Company Rosneft Oil Company", "OAO Rosneft Oil Company"),
    ("Joint Stock Company Plant No. 9", "АО Завод № 9"),
    ("Korea Mining Development Trading Corporation (KOMID)",),
    ("Spetsialnoe Konstruktorskoe Byuro Vychislitelnoi Tekhniki AO",),
    ("Penza Research Electrotechnical Institute",),
    ("Bank Rossiya", "Акционерный банк Россия"),
    ("Tanchon Commercial Bank", "Changgwang Credit Bank"),
    ("Mahan Air", "Mahan Airlines"),
    ("Islamic Republic of Iran Shipping Lines", "IRISL"),
    ("Public Joint Stock Company Sovcomflot", "ПАО Совкомфлот"),
    ("Joint Stock Company Research and Production Corporation Uralvagonzavod",),
    ("Iran Electronics Industries", "Sanaye Electronic Iran"),
    ("Iran Communications Industries",),
    ("Bank Melli Iran",),
    ("Bank Mellat",),
    ("Namchongang Trading Corporation",),
    ("Limited Liability Company Santa Trading",),
)
VESSELS = (("Adrian Darya 1", "Grace 1"), ("Lady M",))


def well_known() -> tuple[Entity, ...]:
    """The parties as entities of a list of their own."""
    kinds = [*[(Kind.ORGANIZATION, n) for n in ORGANIZATIONS], *[(Kind.VESSEL, n) for n in VESSELS]]
    return tuple(
        Entity(id=f"well_known:{number}", kind=kind, names=tuple(_names(names)))
        for number, (kind, names) in enumerate(kinds, start=1)
    )


def _names(texts: tuple[str, ...]) -> list[ListedName]:
    kinds = [NameKind.PRIMARY, *[NameKind.ALIAS] * (len(texts) - 1)]
    return [ListedName(text=text, kind=kind) for text, kind in zip(texts, kinds, strict=True)]
