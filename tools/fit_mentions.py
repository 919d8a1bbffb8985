"""Whether one monotone model of what stands in and around a listed name would judge mentions better
than the rules do.

    NAMEWARDEN_HOME=… python tools/fit_mentions.py DATA [--names N] [--every N] [--seed N]

DATA has ``documents_gold.jsonl``, ``documents_ordinary.jsonl``, ``verbatim_templates.json`` and
``documents_ordinary_world.jsonl.xz``. Every listed name that stands whole in a text is a candidate
(``mentions/whole_spots.py``), whatever the rules say of it. Right are those at a labelled mention
of their party, and at a listed name that was put into a sentence, as it is or with a slip; wrong
are all in ordinary documents, but for parties that these truly name.

A logistic model with weights of zero and above is fitted on all languages but one, the threshold is
the lowest at which no more of the other languages' ordinary documents alarm than by the rules, and
the language that was left out is judged. Printed are, for each language and for all, the mentions
found and the ordinary documents alarmed by the rules and by the model, and the model's weights on
everything. It writes nothing: docs/decisions/0024 says what came out.
"""

import argparse
import json
import lzma
import random
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from mention_model import Candidate, Model, alarmed, found, threshold

from matcher.lexicon.everyday import LEAST
from matcher.mentions import cues
from matcher.mentions.document import Text
from matcher.mentions.searcher import Searcher
from matcher.mentions.whole_names import whole_mentions
from matcher.mentions.whole_place import WholePlace, has_capitals, stands_alone
from matcher.mentions.whole_rules import tells_enough
from matcher.mentions.whole_spots import WholeSpotter
from matcher.mentions.work_budget import Work
from matcher.search.match import Policy
from records import CRAFT, Kind, NameKind
from screening.engine.engine import Engine
from store.home import Home

SLIPPED_LETTERS = 6
KINDS = (Kind.ORGANIZATION, Kind.VESSEL, Kind.AIRCRAFT)


def told_of(whole: WholePlace) -> Mapping[str, float]:
    """The figures of a candidate, each such that more of it speaks for a mention."""
    place = whole.place
    written = place.text[place.start : place.end]
    words = len(written.split())
    letters = sum(map(str.isalnum, written))
    craft, told = place.kind in CRAFT, whole.information
    alone, capitals = stands_alone(place), has_capitals(place, written)
    form = cues.has_agreeing_form(place) and not whole.formless
    return {
        "information": min(told, 2.0),
        "information of several": min(told, 2.0) * (words > 1),
        "rare": max(0.0, 5.0 - whole.common),
        "unknown to all languages": float(whole.common < LEAST),
        "letters": min(letters, 12) / 12,
        "letters without spaces": whole.unspaced * min(letters, 8) / 8,
        "several": float(words > 1),
        "legal form": float(form),
        "as published": float(not (whole.formless or whole.part or whole.exonym)),
        "without its form only": float(not whole.bare),
        "no slip": float(not whole.slips),
        "not weak": float(place.name_kind is not NameKind.WEAK),
        "capitals": float(capitals),
        "capitals on it alone": float(alone and capitals),
        "capitals and information": min(told, 2.0) * capitals,
        "alone and rare": max(0.0, 5.0 - whole.common) * (alone and capitals),
        "set off": float(cues.is_set_off(place)),
        "called a party": float(cues.is_called_a_party(place)),
        "exonym": float(whole.exonym),
        "no craft": float(not craft),
        "ship close": float(craft and cues.near_a_ship(place, close=True)),
        "ship near": float(craft and cues.near_a_ship(place, close=False)),
        "craft of several": float(craft and words > 1),
    }


@dataclass(frozen=True, slots=True)
class Collector:
    """Finds the candidates of texts."""

    finder: Searcher
    policy: Policy
    names: list[str] = field(default_factory=list)
    """Of the figures."""

    def candidates(
        self,
        text: str,
        language: str,
        document: str,
        right: Callable[[int, int, str], str | bool | None],
    ) -> Iterator[Candidate]:
        """All candidates of a text.

        Args:
            text: it.
            language: of the text.
            document: its name.
            right: for a place and an entity the mention that it is right for, None where it is
                wrong, True where nobody knows.
        """
        finder = self.finder
        search = finder.search(self.policy.allowed)
        cut = Text.of([text], search.words)
        spotter = WholeSpotter(cut, finder, self.policy, Work())
        index = finder.index
        names, owners = index.whole_names, index.arrays["name_entity"]
        may = finder.worth_finding(self.policy.allowed)
        met = whole_mentions(cut, names, may, finder.folded_words)
        seen = set[tuple[object, ...]]()
        for one in met:
            if not spotter.may_stand(one):
                continue
            mention = right(one.start, one.end, index.entity_ids[owners[names.name[one.row]]])
            if mention is True:
                continue
            whole = spotter.place(one)
            told = told_of(whole)
            figures, ruled = tuple(told.values()), tells_enough(whole)
            self.names[:] = list(told)
            key = mention, figures, ruled
            if key not in seen:
                seen.add(key)
                yield Candidate(language, mention or None, document, figures, ruled)


def _gold(data: Path, collect: Collector) -> Iterator[Candidate]:
    for line in (data / "documents_gold.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)

        def right(start: int, end: int, entity: str, row: Any = row) -> str | bool | None:
            for number, each in enumerate(row["mentions"]):
                if each["start"] < end and start < each["end"]:
                    there = entity in each["listed_ids"]
                    return f"{row['id']} {number}" if there else bool(each["listed_ids"]) or None
            return None

        yield from collect.candidates(row["text"], "en", f"gold {row['id']}", right)


def _ordinary(
    data: Path, collect: Collector, every: int, captions: Mapping[str, str]
) -> Iterator[Candidate]:
    with lzma.open(data / "documents_ordinary_world.jsonl.xz", "rt", encoding="utf-8") as file:
        world = [json.loads(line) for line in file]
    press = [
        {"language": "en", "truly_named": (), **json.loads(line)}
        for line in (data / "documents_ordinary.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    for row in (*world[::every], *press[::every]):
        named = frozenset(row["truly_named"])

        def right(_: int, __: int, entity: str, named: Any = named) -> str | bool | None:
            return True if captions.get(entity) in named else None

        yield from collect.candidates(row["text"], row["language"], row["id"], right)


def _verbatim(
    data: Path, collect: Collector, count: int, draw: random.Random
) -> Iterator[Candidate]:
    """Listed names in sentences, letter by letter and with a slip."""
    sets = json.loads((data / "verbatim_templates.json").read_text(encoding="utf-8"))
    pools = _pools(collect.finder, collect.policy)
    for title, one in sets.items():
        pool = pools.get((one["kind"], one["script"]), ())
        for entity, name in draw.sample(pool, min(count, len(pool))):
            for slip in (False, True) if not one["variant"] else (False,):
                written = _slipped(name, draw) if slip else _varied(name, one["variant"])
                if written is None:
                    continue
                before, _, after = draw.choice(one["sentences"]).partition("{n}")
                text, at = before + written + after, len(before)
                document = f"verbatim {title} {name} {slip}"

                def right(
                    start: int,
                    end: int,
                    met: str,
                    span: tuple[int, int] = (at, at + len(written)),
                    entity: str = entity,
                    document: str = document,
                ) -> str | bool | None:
                    if start < span[1] and span[0] < end:
                        return document if met == entity else True
                    return None

                yield from collect.candidates(text, title.split()[0], document, right)


def _pools(finder: Searcher, policy: Policy) -> Mapping[tuple[str, str], Sequence[tuple[str, str]]]:
    """Listed names by the kinds and scripts of the templates."""
    index, pools = finder.index, defaultdict[tuple[str, str], list[tuple[str, str]]](list)
    for number in range(index.name_count):
        entity = int(index.arrays["name_entity"][number])
        if policy.allowed is not None and not policy.allowed[number]:
            continue
        name, kind = index.name(number).text, index.entity_kind(entity)
        if index.name_kind(number) is NameKind.WEAK or not 4 <= len(name) <= 80:
            continue
        if kind not in (Kind.ORGANIZATION, Kind.VESSEL):
            continue
        script = _script(name)
        single = kind is Kind.ORGANIZATION and script != "HAN" and len(name.split()) < 2
        pools["single" if single else kind.value, script].append((index.entity_ids[entity], name))
    return pools


def _script(text: str) -> str:
    letter = next((each for each in text if each.isalpha()), "?")
    first = unicodedata.name(letter, "?").split(" ")[0].split("-")[0]
    return "HAN" if first == "CJK" else first


def _varied(name: str, variant: str) -> str | None:
    if variant in ("", "lower", "upper"):
        return {"": name, "lower": name.lower(), "upper": name.upper()}[variant]
    return None


def _slipped(name: str, draw: random.Random) -> str | None:
    """The name without one letter of its longest word."""
    word = max(name.split(), key=len, default="")
    if len(word) < SLIPPED_LETTERS or not word.isalpha():
        return None
    at = draw.randrange(1, len(word) - 1)
    return name.replace(word, word[:at] + word[at + 1 :], 1)


def main() -> None:
    """Collect, fit, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--names", type=int, default=40, help="listed names for each set")
    parser.add_argument("--every", type=int, default=1, help="every how many ordinary documents")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    engine = Engine.open(Home.default())
    policy = Policy(0.8, 20, engine.allowed(KINDS))
    collect = Collector(engine.searcher, policy)
    index = engine.searcher.index
    captions = {
        index.entity_ids[number]: index.name(index.names_of_entity(number)[0]).text
        for number in range(len(index.entity_ids))
        if index.names_of_entity(number)
    }
    every = [
        *_gold(asked.data, collect),
        *_ordinary(asked.data, collect, asked.every, captions),
        *_verbatim(asked.data, collect, asked.names, random.Random(asked.seed)),  # noqa: S311,
    ]
    _report(every, collect.names)


def _report(every: Sequence[Candidate], names: Sequence[str]) -> None:
    languages = sorted({one.language for one in every})
    totals = np.zeros(5, dtype=int)
    for language in languages:
        others = [one for one in every if one.language != language]
        left_out = [one for one in every if one.language == language]
        model = Model(others)
        accepted = (model.scores(left_out) > threshold(model, others)).tolist()
        ruled = [one.ruled for one in left_out]
        figures = (
            len(found(left_out, [True] * len(left_out))),
            len(found(left_out, ruled)),
            len(found(left_out, accepted)),
            len(alarmed(left_out, ruled)),
            len(alarmed(left_out, accepted)),
        )
        totals += figures
        _print(language, figures)
    _print("all", totals.tolist())
    weights = Model(every).weights
    for name, weight in zip(("intercept", *names), weights, strict=True):
        print(f"  {weight:8.2f} {name}")  # noqa: T201


def _print(language: str, figures: Sequence[int]) -> None:
    there, ruled, modelled, rule_alarms, model_alarms = figures
    print(  # noqa: T201
        f"{language}: {there} mentions, found by rules {ruled}, by the model {modelled};"
        f" documents alarmed by rules {rule_alarms}, by the model {model_alarms}"
    )


if __name__ == "__main__":
    main()
