"""The report as one HTML page: charts and tables, nothing from outside."""

from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby

from screening.assess.alarms import false_alarms
from screening.assess.enforcement import Verdict
from screening.assess.listed import script
from screening.assess.outcomes import NEAREST, Outcome
from screening.assess.report.charts import bars, curves
from screening.assess.report.penalties import about, spelling
from screening.assess.report.words import CALLED, editions, percent, rounded_down, settings, share
from screening.assess.results import Results
from screening.assess.statistics import Rate
from screening.assess.summary import Summary, WayFigures, misses

SHOWN = 3
"""Misses of one way on the page; all of them are in the CSV."""
ALARMS = 6
"""Ordinary names of one script and list on the page."""
_STYLE = """
body{font:15px/1.45 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222}
h1{font-size:1.6rem}h2{margin-top:2.2rem;border-bottom:1px solid #ddd}
table{border-collapse:collapse;margin:.6rem 0;font-size:13px}
td,th{border-bottom:1px solid #e4e4e4;padding:.2rem .6rem .2rem 0;
text-align:left;vertical-align:top;overflow-wrap:anywhere}
td:first-child,th{overflow-wrap:normal}
.big{display:flex;flex-wrap:wrap;gap:1rem}.big div{border:1px solid #ddd;padding:.6rem 1rem}
.big b{display:block;font-size:1.5rem}.quiet{color:#666;font-size:13px}
svg{max-width:100%;height:auto}
"""


def page(results: Results, summary: Summary, penalties: Sequence[Verdict] = ()) -> str:
    """The page."""
    facts = results.facts
    parts = [
        "<h1>What the filter finds, and what it misses</h1>",
        f'<p class="quiet">{escape(facts["engine"])}. Lists: '
        f"{escape('; '.join(editions(facts)))}. {escape(settings(facts))}.</p>",
        _headline(summary),
        "<h2>Over thresholds</h2>"
        "<p>Solid: listed names whose right entry is found. Broken: ordinary names with a hit. "
        "The upright line stands at the threshold. First names handed in one by one, then the "
        "other ways in.</p>",
        curves(
            [
                ("as published", summary.curve_exact),
                ("written otherwise", summary.curve_manipulated),
            ],
            summary.threshold,
        ),
        curves(
            [(CALLED[channel], points) for channel, points in summary.curve_channels.items()],
            summary.threshold,
        ),
        "<h2>Ways of writing a name</h2>",
        bars(summary.ways),
        _ways(summary.ways),
        "<h2>Ways in</h2>",
        _channels(summary),
        "<h2>By list, kind, script, strength, length, severity</h2>",
        *(_dimension(name, rows) for name, rows in summary.by.items()),
        *(["<h2>Published penalties</h2>", _penalties(penalties)] if penalties else []),
        "<h2>What was missed</h2>",
        _misses(misses(results), results),
        "<h2>False alarms</h2>",
        *(_alarm_rates(name, rows) for name, rows in summary.alarms_by.items()),
        _alarms(false_alarms(results)),
    ]
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>Namewarden: assessment</title><style>{_STYLE}</style></head><body>"
        + "\n".join(parts)
        + "</body></html>\n"
    )


def _headline(summary: Summary) -> str:
    tiles = (
        ("names as published, found", percent(summary.exact)),
        ("of these, the right entry first", percent(summary.exact_first)),
        ("names written otherwise, found", percent(summary.manipulated)),
        ("of these, the right entry first", percent(summary.manipulated_first)),
        ("mean over the ways", f"{summary.mean:.1%}"),
        ("ordinary names with a hit", percent(summary.alarms_exact)),
        ("ordinary names written otherwise", percent(summary.alarms_manipulated)),
    )
    inside = "".join(
        f"<div><b>{escape(v.split(' (')[0])}</b>{escape(k)}<br>"
        f'<span class="quiet">{escape(_interval(v))}</span></div>'
        for k, v in tiles
    )
    return f'<div class="big">{inside}</div>'


def _interval(text: str) -> str:
    return f"({text.split(' (')[1]}" if " (" in text else ""


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    top = "".join(f"<th>{escape(cell)}</th>" for cell in head)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>" for cells in rows
    )
    return f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"


def _ways(ways: Sequence[WayFigures]) -> str:
    head = ("way", "group", "severity", "found", "right entry first", "misses defensible",
            "ordinary names with a hit")  # fmt: skip
    return _table(head, (
        (w.way, w.group, str(w.severity), f"{percent(w.found)} of {w.found.trials}",
         percent(w.first), f"{w.excused} of {w.found.trials - w.found.hits}", share(w.alarms))
        for w in ways
    ))  # fmt: skip


def _channels(summary: Summary) -> str:
    rows = [way for name in ("payment", "document") for way in summary.channels[name]]
    table = _table(
        ("in", "found", "right entry first", "ordinary names with a hit"),
        ((w.way, f"{percent(w.found)} of {w.found.trials}", percent(w.first), share(w.alarms))
         for w in rows),
    )  # fmt: skip
    in_rows = summary.channels["row"]
    found = sum(way.found.hits for way in in_rows)
    tried = sum(way.found.trials for way in in_rows)
    same = summary.rows_as_names
    return (
        f"<p>Rows of a table: {found:,} of {tried:,} trials found; the same trials as names: "
        f"{same.hits:,} of {same.trials:,}.</p>{table}"
    )


def _dimension(name: str, rows: Sequence[tuple[str, Rate, Rate]]) -> str:
    return f"<h3>{escape(name)}</h3>" + _table(
        (name, "as published", "trials", "written otherwise", "trials"),
        ((label, percent(a), f"{a.trials:,}", percent(b), f"{b.trials:,}") for label, a, b in rows),
    )


def _alarm_rates(name: str, rows: Sequence[tuple[str, Rate, Rate]]) -> str:
    return f"<h3>Ordinary names with a hit, by {escape(name)}</h3>" + _table(
        (name, "as they are", "trials", "written otherwise", "trials"),
        ((label, percent(a), f"{a.trials:,}", percent(b), f"{b.trials:,}") for label, a, b in rows),
    )


def nearest(one: Outcome) -> str:
    """The score of the right entry in words."""
    if one.score < NEAREST:
        return f"below {NEAREST}"
    # What a text does not say loudly enough may still be a hit when it is asked for.
    asked = "asked as a name: " if one.trial.text and one.rank is None else ""
    return f"{asked}{rounded_down(one.score)} with '{one.matched_name}'"


def _misses(found: Sequence[Outcome], results: Results) -> str:
    out = [
        f"<p>{len(found):,} names were missed; {SHOWN} of each way are shown, those without an "
        "excuse first. All of them: trials.csv.</p>"
    ]
    for way, group in groupby(found, key=lambda one: one.trial.way):
        members = list(group)
        out.append(f"<h3>{escape(way)} ({len(members):,})</h3>")
        out.append(_table(
            ("listed", "handed in", "nearest", "why", "first hit instead", "defensible"),
            ((f"{o.trial.record.name} ({o.trial.record.entity_id})", o.trial.written, nearest(o),
              o.reason[:300], _instead(o, results.threshold), o.trial.excuse)
             for o in members[:SHOWN]),
        ))  # fmt: skip
    return "".join(out)


def _penalties(penalties: Sequence[Verdict]) -> str:
    head = ("date", "authority, firm", "penalty", "name asked for", "spelling", "listed party",
            "found", "score")  # fmt: skip
    return f"<p>{escape(about(penalties))}</p>" + _table(head, (
        (v.case.date, f"{v.case.authority}, {v.case.firm}", v.case.penalty, v.case.written,
         spelling(v.case), v.case.party.caption, "yes" if v.found else "no", rounded_down(v.score))
        for v in penalties
    ))  # fmt: skip


def _instead(one: Outcome, at: float) -> str:
    if one.first_score < at:
        return ""
    return f"{one.first_name} ({one.first_id}) {rounded_down(one.first_score)}"


def _alarms(found: Sequence[Outcome]) -> str:
    groups: dict[tuple[str, str], list[Outcome]] = {}
    for one in found:
        groups.setdefault((script(one.trial.written), one.first_id.partition(":")[0]), []).append(
            one
        )
    said = (
        f"<p>{len(found):,} trials with ordinary names had a hit. {ALARMS} of each script and list "
        "of the best hit are shown, each name once; all of them: trials.csv.</p>"
    )
    return said + _table(
        ("script", "list", "trials", "name", "way", "met", "score"),
        (
            (of if not n else "", source if not n else "", f"{len(members):,}" if not n else "",
             o.trial.written[:120], o.trial.way, f"{o.first_name} ({o.first_id})",
             rounded_down(o.first_score))
            for (of, source), members in sorted(groups.items(), key=lambda pair: -len(pair[1]))
            for n, o in enumerate(_each_once(members)[:ALARMS])
        ),
    )  # fmt: skip


def _each_once(found: Sequence[Outcome]) -> list[Outcome]:
    """The first trial of each ordinary name."""
    return list({one.trial.record.name: one for one in reversed(found)}.values())[::-1]
