"""Ownership data in a home: imported, kept, asked, and told beside the hits of a name."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa
from editions import company, edition

from ownership.readers.lines import OwnershipFormatError
from records import (
    Decision,
    Document,
    DocumentStatus,
    Entity,
    Identifier,
    Part,
    Passage,
    Query,
    Relation,
    Settings,
    StoreError,
    UsageError,
)
from screening.answers import json_lines
from screening.answers.form import TableForm
from screening.batch.run import batch, plan, with_workers
from screening.documents.screen import screen
from screening.engine.engine import Engine
from screening.engine.portable import pack, unpacked
from screening.names.match import match
from screening.ownership.answers import Owners
from screening.ownership.beside import owners_beside
from screening.ownership.derived import derived_for_all, derived_hits, with_derived
from screening.ownership.diff import changes
from screening.ownership.imports import OwnershipImport, import_edition
from screening.ownership.show import UnknownPartyError, show_party
from screening.ownership.words import say_of_owner
from screening.report.shapes import DOCUMENTS
from store import Home
from store import ownership as kept
from store.catalogue import Catalogue
from store.database import Database
from store.schema import audit

HEAD = "owner,owned,share,owner id,owned id,owner lei\n"
LISTED_LEI = "5299000000000000AA11"
DAY = "2026-06-01"
LISTS = (
    Entity(
        **{
            **{name: getattr(company(1, "Kowaltek Combine"), name) for name in Entity.__slots__},
            "id": "us_ofac_sdn:1",
            "identifiers": (Identifier(type="lei", value=LISTED_LEI),),
        }
    ),
    company(2, "Zaporin Mining Works", source="us_ofac_sdn"),
    Entity(
        **{
            **{name: getattr(company(3, "Orlovia Shipping"), name) for name in Entity.__slots__},
            "id": "us_ofac_sdn:3",
            "relations": (Relation(type="Owned or Controlled By", target="us_ofac_sdn:2"),),
            "identifiers": (Identifier(type="imo", value="9074729"),),
        }
    ),
)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    folder = tmp_path / "home"
    made = edition(folder, LISTS, source="us_ofac_sdn")
    Catalogue(Home(folder)).add_and_activate(made)
    return Home(folder)


def take_in(home: Home, text: str, **more: object) -> OwnershipImport:
    path = home.path / "owners.csv"
    path.write_text(HEAD + text, encoding="utf-8")
    given = {"author": "ada", "notify": lambda _: None, "dated": "2026-05-01", **more}
    return import_edition(home, [path], **given)  # type: ignore[arg-type]


def outcome(home: Home, asked: str, rule: str = "us_ofac_50") -> str:
    (found,) = show_party(home, asked, rule=rule, as_of=None, threshold=None, notify=lambda _: None)
    return found.outcome.value


@pytest.fixture
def engine(home: Home) -> Iterator[Engine]:
    opened = Engine.open(home)
    yield opened
    opened.close()


def test_an_owner_met_by_its_number_counts_and_one_met_by_name_may(home: Home) -> None:
    take_in(home, f"Some Holding,Beta,50,,K-1,{LISTED_LEI}\nZaporin Mining Works,Gamma,70,,K-2,\n")
    assert outcome(home, "K-1") == "reached"
    assert outcome(home, "K-2") == "possible"


def test_a_persons_word_makes_a_name_count_or_takes_it_out(home: Home) -> None:
    take_in(home, "Zaporin Mining Works,Gamma,70,,K-2,\n")
    for state, expected in (
        (kept.CONFIRMED, "reached"),
        (kept.REJECTED, "not_reached_on_this_data"),
    ):
        say_of_owner(home, "Zaporin Mining Works", "us_ofac_sdn:2", state, reason="r", author="ada")
        assert outcome(home, "K-2") == expected
    with pytest.raises(UsageError, match="no ownership data"):
        say_of_owner(home, "Nobody", "us_ofac_sdn:2", kept.CONFIRMED, reason="r", author="ada")
    with Database.of(home).reading() as view:
        assert view is not None
        actions = view.execute(sa.select(audit.c.action)).scalars().all()
    assert actions == ["ownership-import", "ownership-confirmed", "ownership-rejected"]


def test_listed_owners_are_added_up_with_their_evidence(home: Home) -> None:
    take_in(home, f"A,Beta,30,,K-1,{LISTED_LEI}\nZaporin Mining Works,Beta,25,,K-1,\n")
    say_of_owner(home, "Zaporin Mining Works", "us_ofac_sdn:2", "confirmed", reason="r", author="a")
    (found,) = show_party(
        home, "K-1", rule="us_ofac_50", as_of=None, threshold=None, notify=lambda _: None
    )
    (step,) = found.answers[0].reach.steps
    assert str(step.total) == "55 %"
    edges = [edge for holder in step.counted for edge in holder.edges]
    assert {(edge.source, edge.statement) for edge in edges} == {
        ("table 2026-05-01", "row 1"),
        ("table 2026-05-01", "row 2"),
    }


def test_what_a_list_says_of_its_own_parties_makes_them_owned_by_others(home: Home) -> None:
    take_in(home, "X,Y,1,,K-1,\n")
    with_number = Query(name="Ship", identifiers=(Identifier(type="imo", value="9074729"),))
    engine = Engine.open(home)
    owners = Owners.open(home, engine, threshold=0.7)
    assert owners is not None
    (hit,) = derived_hits(owners, with_number)
    assert (hit.entity_id, hit.by, hit.rules[0].outcome) == (
        "us_ofac_sdn:2",
        "identifier",
        "possible",
    )


def test_match_has_hits_by_ownership_only_where_there_is_data(home: Home, engine: Engine) -> None:
    asked = Settings(threshold=0.7)
    (plain,) = with_derived(None, [Query(name="Beta")], match(engine, ["Beta"], asked))
    assert plain.derived is None
    take_in(home, f"Some Holding,Beta,50,,K-1,{LISTED_LEI}\n")
    owners = Owners.open(home, engine, threshold=0.7)
    names = ["BETA", "Nobody"]
    queries = [Query(name=name) for name in names]
    found, other = with_derived(owners, queries, match(engine, names, asked))
    assert (found.decision, found.hits) == (Decision.REVIEW, ())
    assert [hit.entity_id for hit in found.derived or ()] == ["us_ofac_sdn:1"]
    assert (other.decision, other.derived) == (Decision.NO_MATCH, ())


def test_batch_finds_a_counterparty_by_its_own_number(home: Home, engine: Engine) -> None:
    take_in(home, f"Some Holding,Beta,50,,K-1,{LISTED_LEI}\n")
    table, output = home.path / "customers.csv", home.path / "found.csv"
    table.write_text("id,name\nK-1,Betta Trading\nK-2,Nobody\n", encoding="utf-8")
    job = plan(
        engine, table, None, Settings(threshold=0.7), form=TableForm.CSV, every=False,
        notify=lambda _: None,
    )  # fmt: skip
    made = batch(job, output, screened_by=lambda job, rows: with_workers(job, rows, workers=1))
    assert (made["with_hits"], made["match"]) == (1, 1)
    row = output.read_text(encoding="utf-8").splitlines()[1]
    assert "derived" in row
    assert "us_ofac_50: reached" in row


def test_an_edition_that_lost_much_or_cannot_be_read_replaces_nothing(home: Home) -> None:
    good = take_in(home, "".join(f"A{n},B{n},10,,,\n" for n in range(20))).edition
    for text in ("A,B,10,,,\n", ""):
        with pytest.raises(OwnershipFormatError):
            take_in(home, text)
    assert kept.active(home) == (good,)
    assert [path.name for path in (home.ownership / "table").iterdir()] == [good.sha256]
    assert take_in(home, "A,B,10,,,\n", allow_shrunk=True).edition.holdings == 1


def test_a_changed_share_is_told_and_the_past_can_be_asked(home: Home) -> None:
    take_in(home, "A,Beta,40,,K-1,\n")
    assert take_in(home, "A,Beta,40,,K-1,\n").unchanged
    take_in(home, "A,Beta,60,,K-1,\n")
    (change,) = changes(home, "table")
    assert (change.owned, change.old, change.new) == ("Beta (K-1)", "40 %", "60 %")


def test_a_damaged_edition_is_refused(home: Home) -> None:
    made = take_in(home, "A,Beta,40,,K-1,\n").edition
    file = made.folder(home) / "high.npy"
    file.write_bytes(file.read_bytes()[:-1])
    with pytest.raises(StoreError, match=r"high\.npy is not what was written"):
        outcome(home, "K-1")


def test_a_party_that_the_data_does_not_have_is_no_answer(home: Home) -> None:
    with pytest.raises(UnknownPartyError, match="there is no ownership data"):
        outcome(home, "K-1")
    take_in(home, "A,Beta,40,,K-1,\n")
    with pytest.raises(UnknownPartyError, match="nothing is known of its owners"):
        outcome(home, "Gamma")


def test_a_document_is_looked_through_for_owners_of_the_parties_of_its_fields(
    home: Home, engine: Engine
) -> None:
    take_in(home, f"Some Holding,Beta Handels GmbH,60,,K-1,{LISTED_LEI}\n")
    fields = (
        Passage(text="Beta Handels GmbH", place="creditor name (/Document/Cdtr/Nm)"),
        Passage(text="Gamma AG", start=20, place="debtor name (/Document/Dbtr/Nm)"),
        Passage(text="Beta Handels GmbH wrote a letter.", start=40),
    )
    document = Document(
        path="pay.xml", sha256="0" * 64, media_type="text/xml", status=DocumentStatus.SCREENED,
        passages=fields,
    )  # fmt: skip
    answer = screen(engine, document, Settings(threshold=0.8))
    (found,) = answer.derived or ()
    assert (found.span.text, found.span.start) == ("Beta Handels GmbH", 0)
    assert (found.hit.entity_id, found.hit.rules[0].total) == ("us_ofac_sdn:1", "60 %")
    told = json_lines.document_answer(answer)
    assert [one["entity_id"] for one in told["derived"]] == ["us_ofac_sdn:1"]
    assert DOCUMENTS.status(answer) == 3


def test_an_lei_in_a_payment_finds_the_party_whatever_it_is_called_there(
    home: Home, engine: Engine
) -> None:
    path = home.path / "owners.csv"
    path.write_text(
        "owner,owned,share,owner lei,owned lei\n"
        f"Some Holding,Beta,60,{LISTED_LEI},5299000000000000ZZ99\n"
    )
    import_edition(home, [path], author="a", notify=lambda _: None, dated="2026-05-01")
    lei = Passage(text="5299000000000000ZZ99", place="creditor LEI (/Document/Cdtr/LEI)")
    document = Document(
        path="pay.xml", sha256="0" * 64, media_type="text/xml", status=DocumentStatus.SCREENED,
        passages=(lei,),
    )  # fmt: skip
    (found,) = screen(engine, document, Settings(threshold=0.8)).derived or ()
    assert (found.hit.decision, found.hit.found_by) == (Decision.MATCH, "identifier")


def test_without_ownership_data_a_document_has_no_owners(engine: Engine) -> None:
    document = Document(
        path="a.txt", sha256="0" * 64, media_type="text/plain", status=DocumentStatus.SCREENED,
        passages=(Passage(text="Beta", place="creditor name"),),
    )  # fmt: skip
    answer = screen(engine, document, Settings(threshold=0.8))
    assert answer.derived is None
    assert "derived" not in json_lines.document_answer(answer)


def test_new_data_and_a_persons_word_are_taken_up_beside_the_same_engine(
    home: Home, engine: Engine
) -> None:
    chosen = Settings(threshold=0.8)
    assert owners_beside(engine, chosen) is None
    take_in(home, "Zaporin Mining Works,Gamma,70,,K-2,\n")
    first = owners_beside(engine, chosen)
    assert first is not None
    assert owners_beside(engine, chosen) is first
    say_of_owner(home, "Zaporin Mining Works", "us_ofac_sdn:2", "rejected", reason="r", author="a")
    assert owners_beside(engine, chosen) is not first


def test_each_part_has_its_own_owners_and_the_hit_says_whose(home: Home, engine: Engine) -> None:
    take_in(home, f"Some Holding,Beta,60,,K-1,{LISTED_LEI}\nZaporin Mining Works,Gamma,70,,K-2,\n")
    owners = Owners.open(home, engine, threshold=0.7)
    assert owners is not None
    by_id = Part(role="supplier", query=Query(name="Other name"), id="K-1")
    by_name = Part(role="owner", query=Query(name="Gamma"))
    asked = Query(name="Brightwater", parts=(by_id, by_name))
    found = {hit.entity_id: hit for hit in derived_hits(owners, asked)}
    assert found["us_ofac_sdn:1"].part == "supplier: Other name"
    assert found["us_ofac_sdn:1"].reason.startswith("By its supplier: Other name: ")
    assert found["us_ofac_sdn:2"].part == "owner: Gamma"
    # By its own number a part is surer than the counterparty by its name.
    own = {hit.entity_id: hit for hit in derived_hits(owners, replace(asked, name="Beta"), "K-1")}
    assert own["us_ofac_sdn:1"].part is None


def test_an_engine_that_was_carried_elsewhere_has_its_owners(home: Home, tmp_path: Path) -> None:
    take_in(home, f"Some Holding,Beta,60,,K-1,{LISTED_LEI}\nZaporin Mining Works,Gamma,70,,K-2,\n")
    say_of_owner(home, "Zaporin Mining Works", "us_ofac_sdn:2", "confirmed", reason="r", author="a")
    engine, folder = Engine.open(home), tmp_path / "elsewhere"
    pack(engine, tmp_path / "engine.tar")
    shutil.unpack_archive(tmp_path / "engine.tar", folder, filter="data")
    there = unpacked(folder)
    asked = [(Query(name="Beta"), "K-1"), (Query(name="Gamma"), "K-2"), (Query(name="Z"), None)]
    chosen = Settings(threshold=0.7)
    found = []
    for one in (engine, there):
        owners = owners_beside(one, chosen)
        assert owners is not None
        found.append(derived_for_all(owners, asked))
    assert found[0] == found[1]
    assert [len(hits) for hits in found[0]] == [1, 1, 0]
    engine.close()
    there.close()
