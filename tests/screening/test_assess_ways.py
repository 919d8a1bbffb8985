"""Ways of writing a name: what each makes of it, and on which names it makes sense."""

import ast
import random
from pathlib import Path

import pytest

from records import Kind, NameKind, UsageError
from screening.assess import ways
from screening.assess.listed import ListedRecord, script
from screening.assess.trials import write_names
from screening.assess.ways import WAYS, chosen

BY_NAME = {way.name: way for way in WAYS}
COMPANY, PERSON, SHIP = Kind.ORGANIZATION, Kind.PERSON, Kind.VESSEL


def record(
    name: str, kind: Kind = COMPANY, others: tuple[str, ...] = (), **more: object
) -> ListedRecord:
    about = {"strength": NameKind.PRIMARY, "entity_id": "eu_fsf:1", "list": "eu_fsf"} | more
    return ListedRecord(name=name, kind=kind, others=others, **about)  # type: ignore[arg-type]


def written(way: str, name: str, kind: Kind = COMPANY, **more: object) -> str | None:
    return BY_NAME[way].written(record(name, kind, **more), random.Random(1))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("way", "kind", "name", "text"),
    [
        ("lower case", COMPANY, "Orion Valve LLC", "orion valve llc"),
        ("punctuation as spaces", COMPANY, "Orion-Valve, Inc.", "Orion Valve Inc"),
        ("punctuation closed up", COMPANY, "Orion-Valve, Inc.", "OrionValve Inc"),
        ("diacritics dropped", COMPANY, "Müller Çelik", "Muller Celik"),
        ("diacritics spelled out", COMPANY, "Müller Stahl", "Mueller Stahl"),
        ("letters spaced", COMPANY, "Orion AB", "O R I O N   A B"),
        ("full-width letters", COMPANY, "Orion", "Ｏｒｉｏｎ"),
        ("legal form dropped", COMPANY, "Orion Valve Co., Ltd.", "Orion Valve"),
        ("legal form dropped", COMPANY, "OOO Orion Valve", "Orion Valve"),
        ("legal form moved", COMPANY, "OOO Orion Valve", "Orion Valve OOO"),
        ("legal form glued", COMPANY, "OOO Orion Valve", "OOOOrion Valve"),
        ("first word last", COMPANY, "Orion Valve Works", "Valve Works Orion"),
        ("little words dropped", COMPANY, "Institute of Orion Valves", "Institute Orion Valves"),
        ("all words joined", COMPANY, "Orion Valve Works", "OrionValveWorks"),
        ("initials spaced", COMPANY, "Zavod ORN Valve", "Zavod O R N Valve"),
        ("initials dotted", COMPANY, "Zavod ORN Valve", "Zavod O.R.N. Valve"),
        ("initials joined", COMPANY, "Orion S.A. Valve", "Orion SA Valve"),
        ("surname on the other side", PERSON, "Ivan Orlovsky", "Orlovsky, Ivan"),
        ("surname on the other side", PERSON, "ORLOVSKY, Ivan", "Ivan ORLOVSKY"),
        ("patronymic dropped", PERSON, "Ivan Petrovich Orlovsky", "Ivan Orlovsky"),
        ("given name to its initial", PERSON, "Ivan Orlovsky", "I. Orlovsky"),
        ("number in words", COMPANY, "Orion Plant 9", "Orion Plant Nine"),
        ("number in Roman", COMPANY, "Orion Plant 9", "Orion Plant IX"),
        ("Roman number in digits", SHIP, "ORION VII", "ORION 7"),
        ("number glued", COMPANY, "Orion Plant 9", "Orion Plant9"),
        ("Cyrillic by bgn", COMPANY, "Щука Южный", "Shchuka Yuzhnyy"),
        ("Cyrillic by icao", COMPANY, "Щука Южный", "Shchuka Iuzhnyi"),
        ("Cyrillic by iso9", COMPANY, "Щука Южный", "Ŝuka Ûžnyj"),
        ("Cyrillic by german", COMPANY, "Щука Южный", "Schtschuka Juschnyi"),
        ("Cyrillic by polish", COMPANY, "Щука Южный", "Szczuka Jużnyj"),
        ("Greek by elot", COMPANY, "Ωρίων Βαλβίδα", "Orion Valvida"),
        ("traditional characters", COMPANY, "东方电气", "東方電氣"),
        ("simplified characters", COMPANY, "東方電氣", "东方电气"),
        ("Chinese in pinyin", PERSON, "王小明", "Wang Xiaoming"),
        ("Chinese in Wade-Giles", PERSON, "张小明", "Chang Hsiao-ming"),
        ("Korean in Revised Romanization", PERSON, "김정한", "Gim Jeong Han"),
        ("Korean in McCune-Reischauer", PERSON, "김정한", "Kim Chŏng Han"),
        ("article joined", COMPANY, "Bayt Al Sanabel", "Bayt AlSanabel"),
        ("article assimilated", COMPANY, "Bayt Al Sanabel", "Bayt As-Sanabel"),
        ("article assimilated", COMPANY, "Ansar Al-Sharia", "Ansar Ash-Sharia"),
        ("article dropped", COMPANY, "Bayt al-Sanabel", "Bayt Sanabel"),
        ("cut at 35", COMPANY, "Orion Valve Manufacturing and Trading Company",
         "Orion Valve Manufacturing and Tradi"),
        ("ship M/T", SHIP, "ORION STAR", "M/T ORION STAR"),
        ("ship number glued", SHIP, "ORION 7", "ORION7"),
    ],
)  # fmt: skip
def test_a_way_writes_a_name_so(way: str, kind: Kind, name: str, text: str) -> None:
    assert written(way, name, kind) == text


@pytest.mark.parametrize("place", ["first", "middle", "last"])
def test_a_slip_is_made_at_its_place(place: str) -> None:
    text = written(f"letter left out, {place}", "Orionvalve")
    expected = {"first": ["rionvalve"], "last": ["Orionvalv"]}
    inside = ["Orionvalve"[:at] + "Orionvalve"[at + 1 :] for at in range(1, 9)]
    assert text in expected.get(place, inside)


def test_a_letter_is_put_in_before_the_first_and_behind_the_last() -> None:
    assert (written("letter put in, first", "Orionvalve") or "")[1:].lower() == "orionvalve"
    assert (written("letter put in, last", "Orionvalve") or "")[:-1] == "Orionvalve"


@pytest.mark.parametrize(
    ("way", "name", "kind"),
    [
        ("lower case", "orion", COMPANY),
        ("legal form dropped", "Orion Valve", COMPANY),
        ("ship MV", "Orion Valve", COMPANY),
        ("patronymic dropped", "Ivan Orlovsky", PERSON),
        ("title before", "Orion Valve", COMPANY),
        ("Cyrillic by bgn", "Orion Valve", COMPANY),
        ("letter changed, middle", "AB Co", COMPANY),
        ("acronym alone", "Orion Valve Works Limited", COMPANY),
    ],
)
def test_a_way_leaves_names_alone_on_which_it_makes_no_sense(
    way: str, name: str, kind: Kind
) -> None:
    assert written(way, name, kind) is None


def test_an_acronym_is_tried_only_where_the_entry_has_it() -> None:
    name = "Orion Valve Engineering Works"
    assert written("acronym alone", name, others=("OVEW",)) == "OVEW"
    assert written("acronym alone", name, others=("OVE",)) is None


def test_a_miss_is_defensible_for_weak_and_for_short_names_that_were_changed() -> None:
    weak, short = record("Orionvalve", strength=NameKind.WEAK), record("Orion")
    changed, plain = BY_NAME["letter changed, middle"], BY_NAME["lower case"]
    assert changed.excuses(weak)
    assert changed.excuses(short)
    assert not changed.excuses(record("Orion Valve Works"))
    assert not plain.excuses(weak)
    assert BY_NAME["other given name"].excuses(record("Ivan Orlovsky", PERSON))


def test_every_way_says_what_it_is() -> None:
    assert len(BY_NAME) == len(WAYS) > 100
    for way in WAYS:
        assert way.group
        assert way.sense
        assert 0 <= way.severity <= 4
        assert bool(way.defensible) or not way.may_miss


def test_ways_are_chosen_by_name_and_by_group() -> None:
    assert [way.name for way in chosen(["Lower Case"])] == ["lower case"]
    assert {way.group for way in chosen(["numbers", "ships"])} == {"numbers", "ships"}
    with pytest.raises(UsageError, match="unknown way 'upside down'"):
        chosen(["upside down"])


def test_the_same_seed_writes_the_same_names_and_another_one_others() -> None:
    names = [record(f"Orion Valve Works {word} Limited") for word in ("East", "Northern", "Gulf")]
    first, again, other = (
        [one.written for one in write_names(names, (), WAYS, seed=seed, per_way=2)]
        for seed in (1, 1, 2)
    )
    assert first == again
    assert first != other


def test_a_rare_way_is_tried_on_names_drawn_for_it() -> None:
    sample = [record("Orion Valve Works")]
    everything = [*sample, *(record(f"Orion Plant {number}", weight=5.0) for number in range(1, 9))]
    trials = write_names(sample, everything, chosen(["number in words"]), seed=1, per_way=5)
    assert len(trials) == 5
    assert {one.record.weight for one in trials} == {1.0}


def test_the_instrument_shares_no_table_with_the_matcher() -> None:
    for path in (Path(ways.__file__).parent).glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            module = getattr(node, "module", None) or ""
            assert not module.startswith("matcher"), path.name


def test_the_script_of_a_name_is_that_of_most_letters() -> None:
    assert [script(text) for text in ("Orion", "Орион AB", "أوريون", "猎户座", "123")] == [
        "Latn", "Cyrl", "Arab", "Hani", "Zyyy",
    ]  # fmt: skip
