"""The service takes up ownership data as it comes, and opens it once."""

from functools import partial

from support.desk_work import SETTINGS, entity, put_edition

from records import Decision, Identifier, Query
from screening.engine.engine import Engine
from screening.ownership.imports import import_edition
from service.owners import OwnersInUse
from service.state import _asked
from store import Home

LEI = "5299000000000000AA11"
HEAD = "owner,owned,share,owner id,owned id,owner lei\n"


def take_in(home: Home, share: int, dated: str) -> None:
    path = home.path / "owners.csv"
    path.write_text(f"{HEAD}Orlovia,Brightwater Foods,{share},,K-1,{LEI}\n", encoding="utf-8")
    import_edition(home, [path], author="ann", notify=lambda _: None, dated=dated)


def test_answers_have_owners_from_the_next_look_on(home: Home) -> None:
    lei = Identifier(type="lei", value=LEI)
    put_edition(home, [entity("us_ofac_sdn:9", "Orlovia", identifiers=(lei,))], "us_ofac_sdn")
    engine = Engine.open(home)
    owners = OwnersInUse(home)
    ask = partial(_asked, owners, engine, [Query(name="Brightwater Foods")], SETTINGS)
    assert ask()[0].derived is None
    take_in(home, 60, "2026-05-01")
    assert ask()[0].derived is None
    owners.refresh()
    (answer,) = ask()
    assert answer.decision is Decision.REVIEW
    assert [(hit.entity_id, hit.rules[0].total) for hit in answer.derived or ()] == [
        ("us_ofac_sdn:9", "60 %")
    ]
    opened = owners.beside(engine, SETTINGS.threshold)
    assert owners.beside(engine, SETTINGS.threshold) is opened
    take_in(home, 75, "2026-06-01")
    owners.refresh()
    assert owners.beside(engine, SETTINGS.threshold) is not opened
    assert [hit.rules[0].total for hit in ask()[0].derived or ()] == ["75 %"]
    engine.close()
