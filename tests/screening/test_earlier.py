"""What an earlier version kept, without contributions, is the same answer."""

from collections.abc import Callable

from records import Settings
from screening.answers.json_lines import hit
from screening.answers.old_versions import as_kept, without_contributions
from screening.engine.engine import Engine
from screening.names.match import match
from store import Home


def kept_before(found: dict[str, object]) -> dict[str, object]:
    rows = found["evidence"]
    assert isinstance(rows, list)
    evidence = [{k: row[k] for k in ("query", "name", "how", "score", "weight")} for row in rows]
    return {key: found[key] for key in found if key != "base"} | {"evidence": evidence}


def test_a_hit_compares_with_a_kept_one_by_what_both_say(
    excerpts_home: Home, opened: Callable[..., Engine]
) -> None:
    engine = opened(excerpts_home)
    (answer,) = match(engine, ["Valerian Labs"], Settings(threshold=0.8))
    now = hit(answer.hits[0])
    assert without_contributions(now) == kept_before(now)
    assert as_kept(now, kept_before(now)) == kept_before(now)
    assert as_kept(now, now) == now
    assert as_kept(now, kept_before(now) | {"score": 0.1}) != kept_before(now) | {"score": 0.1}
    assert as_kept(None, now) is None
    assert as_kept(now, None) == now
