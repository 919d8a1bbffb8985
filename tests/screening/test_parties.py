"""Entries of several lists that are one party: what joins them, and what keeps them apart."""

import json
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from records import Entity, Identifier, Joint, Kind, ListedName, ListedParty, NameKind
from records.as_json import entity_from_json
from screening.answers.form import Form
from screening.catalogue.inventory import show
from screening.catalogue.verify import verify
from screening.engine.engine import Engine
from screening.engine.settings import settings
from screening.names.match import match
from screening.parties.clues import clues
from screening.parties.groups import kept_apart, parties
from screening.parties.joints import joints
from screening.report.output import ENTRIES, write
from store import Home

GSTIR = "Wuhan Gaoxin Technology"


def entity(entity_id: str, *names: str, kind: Kind = Kind.ORGANIZATION, **more: Any) -> Entity:
    listed = tuple(ListedName(text=name, kind=NameKind.PRIMARY) for name in names)
    return Entity(id=entity_id, kind=kind, names=listed, **more)


def person(entity_id: str, *names: str, **more: Any) -> Entity:
    return entity(entity_id, *names, kind=Kind.PERSON, **more)


def numbered(kind: str, value: str, country: str | None = None) -> dict[str, Any]:
    return {"identifiers": (Identifier(type=kind, value=value, country=country),)}


def joined(*entities: Entity) -> list[Joint]:
    return joints([clues(one) for one in entities])


def grouped(entities: Iterable[Entity]) -> list[tuple[str, ...]]:
    found = {one.id: clues(one) for one in entities}
    made = joints(list(found.values()))
    return [party.members for party in parties(made, kept_apart(found, made))]


def test_published_entries_of_one_party_are_joined_and_no_others(data: Path) -> None:
    entries = [
        entity_from_json(json.loads(line))
        for path in sorted(data.glob("*/expected.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    assert len(entries) == 200
    found = {
        (one.left, one.right): (one.by.value, one.evidence[0].value) for one in joined(*entries)
    }
    assert found == {
        ("au_dfat:2", "gb_fcdo:AFG0006"): ("reference", "TAi.002"),
        ("au_dfat:3", "un_sc:110578"): ("reference", "TAi.003"),
        ("eu_fsf:13", "un_sc:6908048"): ("names", "al hussein saddam tikriti, 1937-04-28"),
        ("eu_fsf:4880", "us_ofac_sdn:46633"): ("identifier", "914201000668186736"),
    }


@pytest.mark.parametrize(
    ("one", "other", "are_joined"),
    [
        (("imo", "9187629"), ("imo", "IMO 9187629"), True),
        (("registration", "100534485", "by"), ("tax", "100534485", "by"), True),
        (("registration", "100534485", "by"), ("registration", "100534485", "cn"), False),
        (("registration", "1429927", "hk"), ("registration", "1429927"), False),
        (("registration", "100534485"), ("tax", "100534485", "by"), True),
        (("tax", "TIN7813252159"), ("tax", "7813252159", "ru"), True),
        (("registration", "100534485", "by"), ("passport", "100534485", "by"), False),
        (("registration", "00000000", "by"), ("registration", "00000000", "by"), False),
        (("bik", "044525225"), ("bik", "044525225"), False),
    ],
)
def test_a_number_joins_where_only_one_party_can_have_it(
    one: tuple[str, ...], other: tuple[str, ...], are_joined: bool
) -> None:
    left = entity("eu_fsf:1", "MZKT", **numbered(*one))
    right = entity("us_ofac_sdn:1", "Minsk Wheel Tractor Plant", **numbered(*other))
    assert bool(joined(left, right)) is are_joined


def test_a_short_number_joins_where_a_name_agrees() -> None:
    left = entity("eu_fsf:1", "E-Sail Shipping", **numbered("registration", "1429927", "hk"))
    right = entity("us_ofac_sdn:1", "E-Sail Shipping", **numbered("registration", "1429927"))
    assert joined(left, right)


def test_a_number_that_many_entries_share_is_no_evidence() -> None:
    number = numbered("tax", "7727004113", "ru")
    ours = [entity(f"eu_fsf:{n}", f"Branch {n} of a bank", **number) for n in range(3)]
    assert joined(*ours, entity("us_ofac_sdn:1", "Another", **number)) == []


def test_two_entries_of_a_list_with_one_number_are_two_parties_unless_a_name_agrees() -> None:
    number = numbered("passport", "C4H1NVBKN")
    father = person("un_sc:1", "Mohammed Kashlaf", **number)
    assert joined(father, person("un_sc:2", "Salem Kashlaf", **number)) == []
    assert joined(father, person("un_sc:2", "Kashlaf Mohammed", **number))


@pytest.mark.parametrize(
    ("remark", "are_joined"),
    [
        ("TAi.007. Title: Maulavi. Height 170cm.", True),
        ("Review concluded on 27 Jul. 2010. UN Ref TAi.007.", True),
        ("Brother-in-law of Abdul Latif Mansur (TAi.007).", False),
        ("Listed under permanent reference number TAi.007 is the group he led.", False),
    ],
)
def test_the_un_s_number_in_a_remark_counts_where_it_is_the_entry_s_own(
    remark: str, are_joined: bool
) -> None:
    un = person("un_sc:110554", "Abdul Latif Mansur", **numbered("un_reference", "TAi.007"))
    assert bool(joined(un, person("au_dfat:5", "Mansur", remarks=(remark,)))) is are_joined


def test_a_reference_without_a_word_in_common_is_taken_for_a_slip() -> None:
    number = numbered("un_reference", "CDi.008")
    one = person("un_sc:1", "Bernard Maheshe Byamungu", **number)
    assert joined(one, person("gb_fcdo:1", "Sultani Makenga", **number)) == []


def test_ofac_s_number_is_one_on_both_of_its_lists() -> None:
    sdn = entity("us_ofac_sdn:17016", "Gazprombank")
    assert joined(sdn, entity("us_ofac_cons:17016", "Gazprombank"))
    assert joined(sdn, entity("eu_fsf:17016", "Gazprombank")) == []


NAMES = ("Natalya Vladimirovna Gubareva", "Наталья Владимировна Губарева")


def test_names_that_agree_in_two_scripts_join_and_in_one_do_not() -> None:
    assert joined(person("ca_sema:1", *NAMES), person("gb_fcdo:1", *NAMES))
    assert joined(person("ca_sema:1", *NAMES), person("gb_fcdo:1", NAMES[0])) == []


def test_a_forename_and_a_surname_alone_are_many_persons() -> None:
    names = ("Ali Azadi", "علی آزادی")
    assert joined(person("ca_sema:1", *names), person("eu_fsf:1", *names)) == []
    born = {"birth_dates": ("1966",)}
    assert joined(person("ca_sema:1", *names, **born), person("eu_fsf:1", *names, **born))


def test_a_name_that_a_list_has_twice_is_no_evidence() -> None:
    twice = [person(f"gb_fcdo:{n}", *NAMES) for n in range(2)]
    assert joined(person("ca_sema:1", *NAMES), *twice) == []


def test_one_name_joins_with_the_day_of_birth_and_not_with_the_year() -> None:
    def two(*days: str) -> list[Joint]:
        left, right = (
            person(f"{list_}:1", "Yuri Aisovich Napso", birth_dates=(day,))
            for list_, day in zip(("gb_fcdo", "us_ofac_sdn"), days, strict=True)
        )
        return joined(left, right)

    assert two("1973-04-17", "1973-04-17")
    assert two("1973", "1973") == []
    assert two("1973-01-01", "1973-01-01") == []  # a year, as many write it


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"birth_dates": ("1973-04-17",)}, {"birth_dates": ("1974-04-17",)}),
        ({"countries": ("ir",)}, {"countries": ("ru",)}),
        ({"kind": Kind.VESSEL}, {"kind": Kind.ORGANIZATION}),
        (numbered("imo", "9187629"), numbered("imo", "9074729")),
    ],
)
def test_names_do_not_join_what_contradicts(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert joined(entity("ca_sema:1", *NAMES, **one), entity("gb_fcdo:1", *NAMES, **other)) == []


def test_a_contradiction_inside_a_group_splits_it() -> None:
    """The EU's entry has numbers of two companies; OFAC has each of them for itself."""
    both = (
        Identifier(type="ogrn", value="1237700447324"),
        Identifier(type="registration", value="100534485", country="by"),
    )
    eu = entity("eu_fsf:4838", "Stratim", identifiers=both)
    one = entity("us_ofac_sdn:50246", "Stratim", **numbered("ogrn", "1237700447324"))
    two = entity("us_ofac_sdn:51445", "Independent Registrar", **numbered("tax", "100534485", "by"))
    assert len(joined(eu, one, two)) == 2
    assert grouped((eu, one, two)) == [("eu_fsf:4838", "us_ofac_sdn:50246")]


def test_what_only_another_list_holds_together_is_apart_without_it() -> None:
    """Otherwise an answer on two lists would depend on a third that nobody asked for."""
    eu = person("eu_fsf:1", "Mansur", **numbered("passport", "D0009720"))
    un = person(
        "un_sc:1",
        "Abdul Latif Mansur",
        identifiers=(
            Identifier(type="passport", value="D0009720"),
            Identifier(type="un_reference", value="TAi.007"),
        ),
    )
    au = person("au_dfat:1", "Mansur Abdul", remarks=("TAi.007. Title: Maulavi.",))
    assert grouped((eu, un, au)) == [("au_dfat:1", "eu_fsf:1", "un_sc:1")]
    assert grouped((eu, au)) == []


Opened = Callable[..., Engine]
ASKED = settings(threshold=0.8, limit=10, kinds=None, lists=None, as_of=None)


def test_every_hit_says_which_entries_are_its_party(excerpts_home: Home, opened: Opened) -> None:
    (answer,) = match(opened(excerpts_home), [GSTIR], ASKED)
    members = ("eu_fsf:4880", "us_ofac_sdn:46633")
    assert {hit.entity_id for hit in answer.hits} == {*members}
    found = {hit.party for hit in answer.hits}
    assert found == {ListedParty(id="eu_fsf:4880", members=members)}


def test_on_one_list_alone_a_party_has_the_entries_of_that_list(
    excerpts_home: Home, opened: Opened
) -> None:
    engine = opened(excerpts_home, lists=["us_ofac_sdn"])
    assert engine.party("us_ofac_sdn:46633").members == ("us_ofac_sdn:46633",)


def test_parties_are_kept_by_an_update_and_made_anew_when_damaged(
    own_home: Home, opened: Opened
) -> None:
    (kept,) = own_home.parties.glob("*.json")
    whole = kept.read_bytes()
    kept.write_bytes(whole.replace(b"us_ofac_sdn:46633", b"us_ofac_sdn:46634"))
    assert [one.state for one in verify(own_home, notify=lambda _: None)] == ["damaged"]
    assert opened(own_home).party("eu_fsf:4880").members[1] == "us_ofac_sdn:46633"
    assert kept.read_bytes() == whole
    assert list(verify(own_home, notify=lambda _: None)) == []


def test_show_puts_the_entries_of_a_party_side_by_side_and_says_why(
    excerpts_home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    entry = show(excerpts_home, "us_ofac_sdn:46633")
    assert [one.id for one in entry.others] == ["eu_fsf:4880"]
    write([entry], ENTRIES, Form.TABLE, sys.stdout)
    shown = " ".join(capsys.readouterr().out.split())
    assert "one party on the lists in use, 2 entries" in shown
    assert "eu_fsf:4880 = us_ofac_sdn:46633: same uscc 914201000668186736" in shown
    party = ENTRIES.as_json(entry)["party"]
    assert party["id"] == "eu_fsf:4880"
    assert party["joints"][0]["evidence"][0] == {
        "by": "identifier", "what": "uscc", "value": "914201000668186736",
    }  # fmt: skip
    assert [one["id"] for one in party["others"]] == ["eu_fsf:4880"]


def test_an_entry_that_nothing_joins_is_a_party_of_one(excerpts_home: Home) -> None:
    entry = show(excerpts_home, "eu_fsf:13")
    assert (entry.party.members, entry.joints, entry.others) == (("eu_fsf:13",), (), ())


def test_the_same_entries_in_any_order_make_the_same_parties(data: Path) -> None:
    lines = [
        line
        for path in sorted(data.glob("*/expected.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    entries = [entity_from_json(json.loads(line)) for line in lines]
    assert joined(*entries) == joined(*reversed(entries))
    assert grouped(entries) == grouped(reversed(entries))


def test_a_weak_name_joins_nothing() -> None:
    names = tuple(ListedName(text=name, kind=NameKind.WEAK) for name in NAMES)
    weak = replace(person("ca_sema:1"), names=names)
    assert joined(weak, person("gb_fcdo:1", *NAMES)) == []
