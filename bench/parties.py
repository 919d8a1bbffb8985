"""How many joints of entries to parties are right: against labelled names, and against numbers that
were hidden from the joining.

    python bench/parties.py DATA [--write]

DATA holds ``cross_authority.csv``: names as the EU wrote them, with OFAC's entries of the same
party (linked by numbers). Measured on the lists of NAMEWARDEN_HOME, with OFAC's SDN and the EU's
among them:

``labelled``         the EU entries that have a labelled name, joined by all that there is;
``labelled, names``  the same by names alone;
``hidden``           every two entries that are joined by names alone and both have a number (a UN
                     reference, INN, OGRN, IMO …) that the joining did not see: right where one
                     agrees. Registers' slips count as wrong.
"""

import argparse
import csv
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from kept_results import circumstances, keep

from records import ListedParty
from screening.parties.clues import Clues, clues, script_and_words
from screening.parties.groups import kept_apart, parties
from screening.parties.joints import joints
from store import Home
from store.catalogue import Catalogue
from store.entities import entities

EU, OFAC = "eu_fsf", "us_ofac_sdn"
NUMBERS = ("imo", "inn", "ogrn", "uscc", "lei")
"""Of which a party has one; persons have several passports."""
Entries = Mapping[str, Clues]


def key(name: str) -> str:
    """A name whatever its case and order of words."""
    return " ".join(sorted(script_and_words(name)[1]))


def labelled(data: Path, names: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """By EU entry OFAC's entries of the party; a name that several entries have is left out."""
    found: dict[str, set[str]] = defaultdict(set)
    with (data / "cross_authority.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            holders = names.get(key(row["query"]), set())
            if len(holders) == 1:
                found[next(iter(holders))] |= {f"{OFAC}:{i}" for i in row["ofac_ids"].split("|")}
    return found


def joined(entries: Entries) -> tuple[int, dict[str, ListedParty]]:
    """How many joints there are, and the party of each entry that has others."""
    made = joints(list(entries.values()))
    found = parties(made, kept_apart(entries, made))
    return len(made), {member: party for party in found for member in party.members}


def against_labels(entries: Entries, wanted: Mapping[str, set[str]]) -> dict[str, object]:
    """Precision over OFAC's entries that were joined, recall over the EU's."""
    _, party_of = joined(entries)
    right = wrong = met = 0
    for eu, ofac in wanted.items():
        members = party_of[eu].members if eu in party_of else ()
        got = {member for member in members if member.startswith(f"{OFAC}:")}
        right, wrong, met = right + len(got & ofac), wrong + len(got - ofac), met + bool(got & ofac)
    return {"parties": len(wanted), "right": right, "wrong": wrong, "found": met}


def against_numbers(entries: Entries) -> dict[str, object]:
    """Joints by names alone whose entries have numbers of a type, hidden while they were joined."""
    counted: Counter[bool] = Counter()
    for joint in joints([by_names(one) for one in entries.values()]):
        left, right = entries[joint.left], entries[joint.right]
        both = [pair for pair in (numbers(left, right), references(left, right)) if all(pair)]
        if both:
            counted[any(one & other for one, other in both)] += 1
    return {"joints": sum(counted.values()), "right": counted[True], "wrong": counted[False]}


def numbers(*sides: Clues) -> tuple[set[str], ...]:
    """Each side's numbers of the types that both have."""
    types = set(NUMBERS).intersection(*({kind for kind, _, _ in side.numbers} for side in sides))
    return tuple({value for kind, value, _ in side.numbers if kind in types} for side in sides)


def references(*sides: Clues) -> tuple[set[str], ...]:
    """Each side's references of the UN."""
    return tuple({v for kind, v in side.references if kind == "un_reference"} for side in sides)


def by_names(one: Clues) -> Clues:
    """An entry without its numbers."""
    return replace(one, numbers=frozenset(), references=frozenset())


def rates(found: dict[str, object]) -> str:
    """A line for a person."""
    right, wrong = int(str(found["right"])), int(str(found["wrong"]))
    precision = f"precision {right / (right + wrong):.4f}" if right + wrong else "nothing joined"
    share = (
        f", recall {int(str(found['found'])) / int(str(found['parties'])):.3f}"
        if "found" in found
        else ""
    )
    return f"{right} right, {wrong} wrong: {precision}{share}"


def loaded(home: Home) -> tuple[Entries, dict[str, set[str]], list[str]]:
    """What is compared of every entry, the EU's entries by name, and the editions."""
    found: dict[str, Clues] = {}
    names: dict[str, set[str]] = defaultdict(set)
    editions = Catalogue(home).active()
    for snapshot in editions:
        for entity in entities(snapshot):
            found[entity.id] = clues(entity)
            if entity.source == EU:
                for name in entity.names:
                    names[key(name.text)].add(entity.id)
    return found, names, [f"{each.source} {each.edition}" for each in editions]


def main(arguments: Iterable[str] | None = None) -> None:
    """Measure, print, and keep it if asked to."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--write", action="store_true", help="keep the result in bench/results")
    asked = parser.parse_args(arguments if arguments is None else list(arguments))
    entries, names, editions = loaded(Home.default())
    wanted = labelled(asked.data, names)
    count, party_of = joined(entries)
    found: dict[str, dict[str, object]] = {
        "labelled": against_labels(entries, wanted),
        "labelled, names": against_labels({i: by_names(e) for i, e in entries.items()}, wanted),
        "hidden": against_numbers(entries),
    }
    print(
        f"{len(entries)} entries, {count} joints, {len({p.id for p in party_of.values()})} parties"
    )
    for what, figures in found.items():
        print(f"{what}: {rates(figures)}")
    if asked.write:
        kept = {
            **circumstances(),
            "editions": editions,
            "entries": len(entries),
            "joints": count,
            **found,
        }
        keep("parties", kept)


if __name__ == "__main__":
    main()
