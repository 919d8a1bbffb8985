"""What is told of a whole name without its surroundings is what no surroundings change."""

import random
from collections.abc import Iterator

import pytest

from matcher.comparison import align as aligning
from matcher.index.build import build
from matcher.lexicon.deal_cues import is_dealt_with
from matcher.mentions.compounds import is_close_to_it
from matcher.mentions.cues import in_quotes, is_called_a_party, near_a_ship
from matcher.mentions.document import Text
from matcher.mentions.home_cues import ANYWHERE
from matcher.mentions.searcher import Searcher
from matcher.mentions.whole_names import WholeMention, whole_mentions
from matcher.mentions.whole_place import stands_alone
from matcher.mentions.whole_spots import BEST_SURROUNDINGS, WholeSpotter, others_to_be_named
from matcher.mentions.work_budget import Work
from matcher.names.parser import analyse
from matcher.names.term_weights import Language
from matcher.search.match import Policy
from records import Entity, Kind, ListedName, NameKind

POLICY = Policy(0.8)


@pytest.fixture(scope="module")
def searcher(language: Language) -> Searcher:
    name = ListedName(text="Mahan Air", kind=NameKind.PRIMARY)
    return Searcher(build([Entity(id="t:1", kind=Kind.ORGANIZATION, names=(name,))], language))


_WHOLE = {
    (Kind.ORGANIZATION, NameKind.PRIMARY): (
        "Suex OTC|October LLC|Bank Zenit PJSC|CARD|Tinkoff Bank JSC|Lake Forest Ltd|Geopolitica|"
        "Tin Mining Company|Газпром нефть|南海公司"
    ),
    (Kind.ORGANIZATION, NameKind.WEAK): "ANA|Integrated Solutions|IRIB",
    (Kind.VESSEL, NameKind.PRIMARY): "JUSTICE|Qorvant Star",
    (Kind.VESSEL, NameKind.WEAK): "Profit",
}
# Before and behind a name.
_BESIDE = (
    *(("", ""), ("he said ", " and"), ("“", "”"), ("(", ")"), ("the company ", " of")),
    *(("M/V ", ", IMO"), ("tanker ", ""), ("steelmaker ", " said"), ("New ", " Group")),
    *(("THE BIG RED ", " WAS SOLD BY ALL"), ("pro-", "-Tochter"), ("Board of the ", "")),
    *(("ООО «", "»"), ("vessel named ", " sails"), ("\n", "\n\n")),
    *(("by ", " Europe GmbH"), ("by ", " Leasing Cyprus")),
)


def _written() -> Iterator[tuple[str, str]]:
    """Texts that have listed names, or one word of these, in any case and surroundings."""
    own = "|".join(_WHOLE.values()).split("|")
    parts = (part for name in own for part in name.split() if len(part) > 2)
    for name in (*own, *parts):
        for word in sorted({name, name.lower(), name.upper(), name.title()}):
            for before, after in _BESIDE:
                yield before, word + after
                yield before.lower(), (word + after).lower()


def test_what_can_be_no_name_is_none_whatever_stands_around_it(language: Language) -> None:
    listed = [
        Entity(id=f"t:{name}", kind=kind, names=(ListedName(text=name, kind=how),))
        for (kind, how), names in _WHOLE.items()
        for name in names.split("|")
    ]
    finder = Searcher(build(listed, language))
    rows, may = finder.index.whole_names, finder.worth_finding(None)
    verdicts = list[tuple[bool, bool]]()
    for before, rest in _written():
        text = Text.of([before + rest], finder.search(None).words)
        spotter = WholeSpotter(text, finder, POLICY, Work())
        for met in whole_mentions(text, rows, may, finder.folded_words):
            home = finder.home(int(rows.name[met.row]))
            whole = spotter._place_in(text.text, met.start, met, home)
            alone = spotter._alone(met)
            assert alone is None or spotter._placed(met, alone) == whole
            verdicts.append((others_to_be_named(whole) is not None, alone is not None))
            assert verdicts[-1] != (True, False), (text.text, rows.name[met.row])
    assert sum(is_one for is_one, _ in verdicts) > 100
    assert sum(not can for _, can in verdicts) > 100


def test_best_surroundings_say_what_they_are_for(searcher: Searcher) -> None:
    text = Text.of(["X"], searcher.search(None).words)
    spotter = WholeSpotter(text, searcher, POLICY, Work())
    met = WholeMention(0, 4, 0, unspaced=False)
    quoted, called, dealt, paid, ship, firm, linked = (
        spotter._place_in(before + "Vega" + after, len(before), met, ANYWHERE).place
        for before, after in BEST_SURROUNDINGS
    )
    assert in_quotes(quoted)
    assert stands_alone(quoted)
    assert is_called_a_party(called)
    assert stands_alone(called)
    assert is_dealt_with(dealt.text, dealt.start, dealt.end)
    assert in_quotes(paid)
    assert is_dealt_with(paid.text, paid.start, paid.end)
    assert near_a_ship(ship, close=True)
    assert firm.text[firm.end :] == " GmbH"
    assert is_close_to_it(linked)


_JOINED = (
    ("UralCivil", "Ural Civil"), ("MIO", "Marine Industries Organization"), ("Rosneft", "Ros Neft"),
    ("Abdulatif", "Abdul Latif"), ("KTRV", "Korporatsiya Takticheskoe Raketnoe Vooruzhenie"),
    ("LPA", "Limited Liability Partners of Asia"), ("Qodsaviation", "Kods Aviation"),
    ("Khimprommash", "Him Prom Mash"), ("TsNII", "Tsentr Nauchno Issledovatelsky Institut"),
)  # fmt: skip


def test_words_that_cannot_begin_a_run_meet_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = random.Random(5)
    beside = "of the Aviation 7 ii Maritime Rossiya LLC Kuwait Universal".split()  # noqa: SIM905
    pairs = []
    for _ in range(400):
        written = list(rng.choice(_JOINED))
        rng.shuffle(written)
        around = [" ".join(rng.choices(beside, k=rng.randint(0, 3))) for _ in range(4)]
        left, right = (f"{around[n]} {written[n]} {around[n + 2]}" for n in range(2))
        pairs.append((analyse(left), analyse(right)))
    quick = [aligning.align(left, right) for left, right in pairs]
    monkeypatch.setattr(aligning._Aligner, "_may_begin", lambda *asked: asked[-1])
    assert [aligning.align(left, right) for left, right in pairs] == quick
    assert sum(link.how in ("joined", "acronym") for links in quick for link in links) > 100
