"""The document that a validator files: purpose, data, method, results, limits, sign-off."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from screening.assess.enforcement import Verdict
from screening.assess.outcomes import LOWEST, Outcome
from screening.assess.report.penalties import about, source, spelling
from screening.assess.report.words import CALLED, editions, percent, rounded_down, settings, share
from screening.assess.results import Results
from screening.assess.statistics import Point, Rate
from screening.assess.summary import Summary, WayFigures, misses
from screening.assess.ways import WAYS

_PURPOSE = """\
Does the filter find a listed party whose name is written as lists, people, forms and machines
write it, and does it leave ordinary names alone? This document answers for the lists, the engine
and the settings named below. Whoever files it decides whether that is enough for the risk of the
business: EBA/GL/2024/15 asks for tests with exact and with manipulated names, and supervisors
make their own."""
_METHOD = """\
- **Sample.** From all published names of the lists, by strata of list, kind, script, strength of
  the name and its length, in proportion to the square root of each stratum's size; inside one,
  spread over its programmes. Every figure weighs a name by how many published names it stands for.
- **Ways.** Each name is written in every way that makes sense on it, up to a fixed number of
  trials a way. A way that makes sense on fewer than 100 names of the sample is tried on names
  drawn for it from all of the lists. Ordinary names are written in the same ways.
- **Screening.** Through the public path: as names (`match`), as rows of a table (`batch`), in
  fields of payment messages and in sentences of many languages (`screen`).
- **Found** means: the entry that has the name is among the hits that a person sees (at most ten)
  at the threshold. Another entry of the same party on another list does not count. **First**
  means: no other entry of its list scored higher.
- **Intervals** are Wilson's of 95 %, for as many trials of equal weight as are worth the same.
- **Defensible** are misses of weak aliases and of names of one short word that were changed, and
  of ways that say so below. They count as missed all the same.
- The seed decides everything: the same command on the same lists gives the same document."""
_LIMITS = """\
- The ways were written by the filter's makers. They are other tables than the matcher's, but the
  same minds. `assess --file` takes a test that somebody else made.
- Errors are made one at a time (two where the way says so); what people hide on purpose combines
  them.
- Ordinary names of our own making are plainer than a customer file. `--ordinary FILE` takes yours,
  and only that gives a rate of false alarms for your business.
- Documents are one sentence each; how scans, tables and long files are read is tested elsewhere.
- Persons in running text are not looked for unless asked (`--kind`); documents are assessed for
  organisations, ships and aircraft.
- Names alone are compared. Dates of birth, countries and numbers, which clear or confirm a hit,
  are not part of this."""
_SIGN_OFF = (
    "Assessed by",
    "Reviewed by (independent of the first)",
    "Accepted by the owner of the filter",
)


def model_document(results: Results, summary: Summary, penalties: Sequence[Verdict] = ()) -> str:
    """The document, in Markdown."""
    facts = results.facts
    parts = [
        "# Assessment of the name filter",
        f"Engine: {facts['engine']}. Settings: {settings(facts)}.",
        "## Purpose\n\n" + _PURPOSE,
        "## Data\n\n" + "\n".join(f"- {each}" for each in editions(facts)),
        f"Ordinary names: {facts['ordinary']}.",
        "## Method\n\n" + _METHOD,
        "## Results",
        _headline(summary),
        "### Over thresholds\n\nNames found, and ordinary names with a hit, in per cent.\n\n"
        + _curve(summary),
        "The same for the other ways in: listed names found, and ordinary names with a hit.\n\n"
        + _channel_curves(summary),
        "### Ways of writing a name\n\n" + _ways(summary.ways),
        "### Ways in\n\n" + _channels(summary),
        *(f"### By {name}\n\n" + _dimension(name, rows) for name, rows in summary.by.items()),
        "### Ordinary names with a hit\n\n" + _alarms(summary),
        "## What was missed\n\n" + _misses(misses(results)),
        *(["## Published penalties\n\n" + _penalties(penalties)] if penalties else []),
        "## The ways\n\n" + _definitions(),
        "## Limits\n\n" + _LIMITS,
        "## Sign-off\n\n" + _table(("", "name", "date", "signature"),
                                   ((who, "", "", "") for who in _SIGN_OFF)),
    ]  # fmt: skip
    return "\n\n".join(parts) + "\n"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(_cell(cell) for cell in line)} |" for line in lines)


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())


def _headline(summary: Summary) -> str:
    def line(label: str, rate: Rate) -> tuple[str, str, str]:
        return label, percent(rate), f"{rate.trials:,}"

    return _table(("", "share (95 % interval)", "trials"), (
        line("names as published: found", summary.exact),
        line("names as published: found, right entry first", summary.exact_first),
        line("written otherwise: found", summary.manipulated),
        line("written otherwise: found, right entry first", summary.manipulated_first),
        ("mean over the ways", f"{summary.mean:.1%}", f"{len(summary.ways) - 1} ways"),
        line("ordinary names with a hit", summary.alarms_exact),
        line("ordinary names written otherwise with a hit", summary.alarms_manipulated),
    ))  # fmt: skip


def _curve(summary: Summary) -> str:
    def cells(a: Point, b: Point) -> tuple[str, ...]:
        values = (a.found, b.found, a.alarms, b.alarms)
        return (f"{a.threshold:.2f}", *(f"{value * 100:.1f}" for value in values))

    pairs = list(zip(summary.curve_exact, summary.curve_manipulated, strict=True))
    kept = [pair for pair in pairs if _shown(pair[0])]
    return _table(
        ("threshold", "as published", "otherwise", "ordinary alarming", "ordinary otherwise"),
        (cells(*pair) for pair in kept),
    ) + f"\n\nBelow {LOWEST} nothing was looked for."  # fmt: skip


def _channel_curves(summary: Summary) -> str:
    curves = {channel: points for channel, points in summary.curve_channels.items() if points}
    head = [f"{CALLED[channel]}{what}" for channel in curves for what in (": found", ": ordinary")]
    levels = [level for level in zip(*curves.values(), strict=True) if _shown(level[0])]
    return _table(
        ("threshold", *head),
        (
            (f"{points[0].threshold:.2f}",
             *(f"{share * 100:.1f}" for point in points for share in (point.found, point.alarms)))
            for points in levels
        ),
    )  # fmt: skip


def _shown(point: Point) -> bool:
    return round(point.threshold * 100) % 5 == 0


def _ways(ways: Sequence[WayFigures]) -> str:
    return _table(
        ("way", "severity", "found", "trials", "right first", "defensible misses", "alarms"),
        (
            (w.way, str(w.severity), percent(w.found), str(w.found.trials), share(w.first),
             f"{w.excused} of {w.found.trials - w.found.hits}", share(w.alarms))
            for w in ways
        ),
    )  # fmt: skip


def _channels(summary: Summary) -> str:
    rows = summary.channels["row"]
    said = (
        f"Rows of a table: {sum(w.found.hits for w in rows):,} of "
        f"{sum(w.found.trials for w in rows):,} trials found; the same as names: "
        f"{summary.rows_as_names.hits:,} of {summary.rows_as_names.trials:,}. A row has a country, "
        "a name alone has not.\n\n"
    )
    ways = [*summary.channels["payment"], *summary.channels["document"]]
    return said + _table(
        ("in", "found", "trials", "ordinary alarming"),
        ((w.way, percent(w.found), str(w.found.trials), share(w.alarms)) for w in ways),
    )


def _dimension(name: str, rows: Sequence[tuple[str, Rate, Rate]]) -> str:
    return _table(
        (name, "as published", "trials", "written otherwise", "trials"),
        ((label, percent(a), f"{a.trials:,}", percent(b), f"{b.trials:,}") for label, a, b in rows),
    )


def _alarms(summary: Summary) -> str:
    said = "By script, kind and list of the hit; a name with hits of two lists counts for both.\n\n"
    return said + _table(
        ("ordinary names", "as they are", "trials", "written otherwise", "trials"),
        (
            (f"{name}: {label}", percent(a), f"{a.trials:,}", percent(b), f"{b.trials:,}")
            for name, rows in summary.alarms_by.items()
            for label, a, b in rows
        ),
    )


def _misses(found: Sequence[Outcome]) -> str:
    said = (
        f"{len(found):,} of the trials with listed names. The worst ways, with the first miss of "
        "each that no excuse covers; every miss with its score and reason is in trials.csv.\n\n"
    )
    groups = [(way, list(group)) for way, group in groupby(found, key=lambda o: o.trial.way)]
    groups.sort(key=lambda pair: -len(pair[1]))
    return said + _table(
        ("way", "missed", "listed", "handed in", "its score"),
        ((way, str(len(members)), _short(members[0].trial.record.name),
          _short(members[0].trial.written),
          f"{rounded_down(members[0].score)}{_as_a_name(members[0])}")
         for way, members in groups[:40]),
    )  # fmt: skip


def _as_a_name(one: Outcome) -> str:
    return " as a name" if one.trial.text and one.rank is None else ""


def _penalties(penalties: Sequence[Verdict]) -> str:
    cases = _table(
        ("date", "authority, firm", "name asked for", "spelling", "listed party", "found", "score"),
        ((v.case.date, f"{v.case.authority}, {v.case.firm}", v.case.written, spelling(v.case),
          v.case.party.caption, "yes" if v.found else "no", rounded_down(v.score))
         for v in penalties),
    )  # fmt: skip
    sources = "\n".join(f"- {line}" for line in dict.fromkeys(source(v.case) for v in penalties))
    return f"{about(penalties)}\n\n{cases}\n\nSources:\n\n{sources}"


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"


def _definitions() -> str:
    return _table(
        ("way", "group", "severity", "makes sense on", "a miss is defensible"),
        (
            (w.name, w.group, str(w.severity), w.sense,
             ("always: " if w.may_miss else "") + w.defensible)
            for w in WAYS
        ),
    ) + (
        "\n\nSeverity 0: as published; 1: the same name to any reader; 2: a usual variation; 3: an "
        "error or another convention; 4: made hard to find, or less than the listed name. From 2 "
        "on, weak aliases and names of one short word may be missed."
    )  # fmt: skip
