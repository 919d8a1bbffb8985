from pathlib import Path

import pytest
from same_answers import differences, without_engine


def kept(folder: Path, *lines: str) -> Path:
    folder.mkdir()
    text = "".join(without_engine(line) + "\n" for line in lines)
    (folder / "match.jsonl").write_text(text, encoding="utf-8")
    return folder


def test_answers_that_differ_in_the_engine_alone_are_equal(tmp_path: Path) -> None:
    before = kept(tmp_path / "before", '{"score": 0.5, "engine": "one"}')
    after = kept(tmp_path / "after", '{"score": 0.5, "engine": "two"}')
    assert list(differences(before, after)) == []


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(('{"score": 0.51}', '{"score": 0.7}'), id="another score"),
        pytest.param(('{"score": 0.5}',), id="an answer fewer"),
        pytest.param(('{"score": 0.5}', '{"score": 0.7}', "{}"), id="an answer more"),
        pytest.param(('{"score": 0.5, "x": null}', '{"score": 0.7}'), id="a field more"),
    ],
)
def test_any_other_difference_is_told(tmp_path: Path, lines: tuple[str, ...]) -> None:
    before = kept(tmp_path / "before", '{"score": 0.5}', '{"score": 0.7}')
    assert list(differences(before, kept(tmp_path / "after", *lines)))


def test_answers_that_are_not_there_are_not_equal(tmp_path: Path) -> None:
    before = kept(tmp_path / "before", '{"score": 0.5}')
    assert list(differences(before, tmp_path / "nowhere"))
    assert list(differences(tmp_path / "nowhere", tmp_path / "nowhere"))
