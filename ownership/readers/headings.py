"""What the columns of a customer's own table of owners are usually called."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from ownership.readers.lines import OwnershipFormatError

OWNER, OWNED = "owner", "owned"
ROLES: Mapping[str, str] = {
    OWNER: "owner | owner name | shareholder | shareholder name | parent | parent company | "
    "interested party | ubo | beneficial owner | eigentümer | anteilseigner | gesellschafter | "
    "aktionär | inhaber | propriétaire | actionnaire | associé | détenteur | propietario | "
    "accionista | socio | titular | proprietario | azionista | proprietário | acionista | "
    "aandeelhouder | eigenaar | właściciel | udziałowiec | akcjonariusz | ejer | ägare | "
    "собственник | владелец | акционер | участник | учредитель | власник | hissedar | ortak | "
    "股东 | 股东名称 | 株主 | 주주 | مالك | المساهم",
    OWNED: "owned | owned name | company | company name | subsidiary | entity | subject | issuer | "
    "asset | counterparty | customer | gesellschaft | unternehmen | firma | tochter | "
    "tochtergesellschaft | beteiligung | société | filiale | entreprise | sociedad | empresa | "
    "filial | società | azienda | controllata | sociedade | dochter | vennootschap | "
    "onderneming | spółka | selskab | bolag | компания | общество | организация | "
    "дочерняя компания | компанія | şirket | 公司 | 公司名称 | 会社 | 회사 | شركة",
    "share": "share | shares | share % | percent | percentage | ownership | ownership % | stake | "
    "holding | interest % | % | pct | anteil | anteile | beteiligungsquote | quote | prozent | "
    "part | parts | pourcentage | participation | participación | porcentaje | cuota | quota | "
    "percentuale | partecipazione | participação | percentagem | aandeel | belang | udział | "
    "andel | доля | процент | частка | hisse | pay | oran | 持股比例 | 比例 | 持株比率 | 지분율 | "
    "نسبة",
    "from": "from % | share from | minimum | min | at least | mindestens | minimum share | "
    "share min | minimum % | von % | de % | от %",
    "to": "to % | share to | maximum | max | at most | höchstens | maximum share | share max | "
    "maximum % | bis % | à % | до %",
    "owner_id": "owner id | owner number | owner no | shareholder id | eigentümer nr | "
    "gesellschafter nr | id propriétaire | id propietario | id владельца",
    "owned_id": "owned id | owned number | company id | company no | subsidiary id | entity id | "
    "customer id | customer number | firmennr | kundennummer | numéro client | "
    "id sociedad | id компании",
    "owner_lei": "owner lei | shareholder lei | parent lei",
    "owned_lei": "owned lei | company lei | subsidiary lei | lei",
    "owner_registration": "owner registration number | owner registration | "
    "shareholder registration number | owner company number",
    "owned_registration": "owned registration number | owned registration | registration number | "
    "company registration number | company number | handelsregisternummer | siren | огрн",
    "owner_country": "owner country | shareholder country | parent country | "
    "land des eigentümers | "
    "pays du propriétaire | país del propietario | страна владельца",
    "owned_country": "owned country | company country | country | land | pays | país | paese | "
    "страна | 国家",
    "interest": "interest | interest type | type | kind of interest | right | art | nature",
    "since": "since | start | start date | from | from date | valid from | seit | ab | von | "
    "depuis | desde | dal | sinds | od | с | от | начало",
    "until": "until | end | end date | to | to date | valid to | bis | jusqu au | hasta | al | "
    "tot | "
    "do | по | до | конец",
    "joint": "joint | joint arrangement | acting in concert | group | gemeinsam | "
    "conjointement | conjunto",
    "source": "source | evidence | document | quelle | beleg | fuente | fonte | bron | źródło | "
    "источник | 来源",
}
"""Role to headings, the likelier first."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column has which role; the places are from 0."""

    places: Mapping[str, int]

    def has(self, role: str) -> bool:
        """Whether a column has this role."""
        return role in self.places


def _plain(heading: str) -> str:
    text = unicodedata.normalize("NFKD", heading.casefold())
    letters = "".join(c for c in text if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^\w%]+|_", " ", letters.replace("%", " % ")).split())


@cache
def _ranked() -> dict[str, list[tuple[int, str]]]:
    found: dict[str, list[tuple[int, str]]] = {}
    for role, headings in ROLES.items():
        for rank, heading in enumerate(headings.split("|")):
            found.setdefault(_plain(heading), []).append((rank, role))
    return found


def choose_columns(headings: Sequence[str], given: Mapping[str, str] | None = None) -> Columns:
    """Which column means what.

    Args:
        headings: of the table.
        given: role to heading, where the user says it; the rest is guessed.

    Raises:
        OwnershipFormatError: no column for the owner or for the owned party, or one that was named
            is not there.
    """
    places: dict[str, int] = {}
    for role, heading in (given or {}).items():
        if role not in ROLES or heading not in headings:
            what = "column" if role in ROLES else "role"
            raise OwnershipFormatError(
                f"there is no {what} {(heading if role in ROLES else role)!r}"
                f" (roles: {', '.join(ROLES)})"
            )
        places[role] = list(headings).index(heading)
    best: dict[str, tuple[int, int]] = {}
    for place, heading in enumerate(headings):
        if place in places.values():
            continue
        for rank, role in _ranked().get(_plain(heading), ()):
            best[role] = min(best.get(role, (rank, place)), (rank, place))
    for role, (_, place) in sorted(best.items(), key=lambda item: item[1]):
        if role not in places and place not in places.values():
            places[role] = place
    for role in (OWNER, OWNED):
        if role not in places:
            raise OwnershipFormatError(
                f"no column says who is the {'owner' if role == OWNER else 'owned party'}: it has "
                f"{', '.join(map(repr, headings))[:200]}. Name it: --columns {role}=HEADING"
            )
    return Columns(places)
