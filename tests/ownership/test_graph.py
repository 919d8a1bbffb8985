"""Editions written and read again, and several as one graph."""

from pathlib import Path

from ownership.edition import Edition, EditionWriter
from ownership.graph import Graph
from ownership.reach import ListedOwner, Outcome, reach
from ownership.rules import rules
from ownership.share import percent
from ownership.statements import Gap, Holding, Interest, OwnershipParty, PartyKind, Statement
from records import Identifier

OFAC = next(rule for rule in rules() if rule.id == "us_ofac_50")


def lei(value: str) -> tuple[Identifier, ...]:
    return (Identifier(type="lei", value=value),)


def holding(owner: str, owned: str, share: int) -> Holding:
    return Holding(
        owner=owner,
        owned=owned,
        interest=Interest.SHARES,
        share=percent(share),
        nature="shareholding",
        statement=f"{owner}>{owned}",
    )


def edition(folder: Path, label: str, statements: list[Statement]) -> Edition:
    folder.mkdir()
    EditionWriter(folder).write(statements)
    return Edition(folder, label)


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    party = OwnershipParty(
        key="a",
        name="Ünal Holding",
        kind=PartyKind.COMPANY,
        identifiers=(Identifier(type="registration", value="12-3", country="tr"),),
        country="tr",
    )
    found = edition(
        tmp_path / "one", "own", [holding("b", "a", 40), party, Gap(owned="a", reason="X")]
    )
    number = found.with_key("a")
    assert number is not None
    assert found.party(number) == party
    assert [(str(one.share), one.statement) for one in found.edges(number)] == [("40 %", "b>a")]
    assert found.gaps[number] == ("X",)
    other = found.with_key("b")
    assert other is not None
    assert found.party(other) == OwnershipParty(key="b", name="")


def test_a_party_that_two_sources_know_by_one_number_is_one(tmp_path: Path) -> None:
    first = edition(
        tmp_path / "one",
        "register",
        [OwnershipParty(key="m", name="Middle", identifiers=lei("L1")), holding("boss", "m", 60)],
    )
    second = edition(
        tmp_path / "two",
        "own",
        [OwnershipParty(key="7", name="MIDDLE LTD", identifiers=lei("L1")), holding("7", "c", 50)],
    )
    graph = Graph([first, second])
    (target,) = graph.by_key("c", (True, True))
    (boss,) = graph.by_key("boss", (True, True))
    found = reach(graph, target, {boss: ListedOwner("p", sure=True)}, OFAC, "2026-01-01")
    assert found.outcome is Outcome.REACHED
    assert [step.counted[0].edges[0].source for step in found.steps] == ["register", "own"]
    assert graph.by_name("middle ltd.") == graph.by_identifiers(lei("L1"))


def test_a_later_statement_without_a_name_does_not_take_the_name_away(tmp_path: Path) -> None:
    said: list[Statement] = [
        OwnershipParty(key="a", name="Alpha", identifiers=lei("L1")),
        OwnershipParty(key="a", name="", identifiers=lei("L1")),
    ]
    found = edition(tmp_path / "one", "gleif", said)
    assert found.party(0).name == "Alpha"
