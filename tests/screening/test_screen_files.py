"""Many files: in their order whatever the number of processes, and gone on with when stopped."""

import io
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from documents import read
from records import DocumentAnswer, Kind, Settings, UsageError
from records.as_json import to_json
from screening.answers.form import Form
from screening.documents.files import File, ScreenRequest, files_in, screen_files
from screening.documents.organisations import names_in
from screening.documents.resume import ResumableRun, made_with
from screening.documents.spacy_model import EntityModel
from screening.engine.engine import Engine
from store import Home

ASKED = Settings(threshold=0.8, kinds=(Kind.ORGANIZATION, Kind.VESSEL, Kind.AIRCRAFT))
WANTED = ScreenRequest(settings=ASKED, names=True)


@pytest.fixture(scope="module")
def engine(excerpts_home: Home, opened: Callable[..., Engine]) -> Engine:
    return opened(excerpts_home)


@pytest.fixture
def folder(tmp_path: Path, data: Path) -> Path:
    """Six files, one of them damaged, one with files inside it."""
    path = tmp_path / "in"
    (path / "sub").mkdir(parents=True)
    for name in ("letter.docx", "mail.eml", "table.csv"):
        shutil.copy(data / "documents" / name, path / name)
    (path / "a.txt").write_text("Sold by Valerian Labs, Inc. today")
    (path / "bad.pdf").write_bytes(b"%PDF-1.7 \x00")
    (path / "sub" / "z.txt").write_text("Nothing here.")
    return path


def _files(folder: Path) -> list[File]:
    return list(files_in([folder], io.BytesIO()))


def _flat(answers: list[list[DocumentAnswer]]) -> list[object]:
    return [to_json(answer) for about_file in answers for answer in about_file]


def test_two_processes_answer_as_one_does(engine: Engine, folder: Path) -> None:
    one = list(screen_files(engine, _files(folder), WANTED))
    two = list(screen_files(engine, _files(folder), WANTED, workers=2))
    assert _flat(one) == _flat(two)
    assert [Path(about[0].document.path).name for about in one] == [
        "a.txt", "bad.pdf", "letter.docx", "mail.eml", "z.txt", "table.csv",
    ]  # fmt: skip


def test_a_pipe_is_read_where_it_stands(engine: Engine, folder: Path) -> None:
    files = files_in([folder / "a.txt", Path("-")], io.BytesIO(b"by Era-Media TOV"))
    answers = [answer for (answer,) in screen_files(engine, files, WANTED)]
    assert [answer.document.path for answer in answers] == [str(folder / "a.txt"), "-"]
    assert all(answer.hits for answer in answers)


def test_the_organisations_named_are_there_when_asked_for(engine: Engine, folder: Path) -> None:
    ((answer,),) = screen_files(engine, [File(shown_as=str(folder / "table.csv"))], WANTED)
    assert answer.names is not None
    found = {(item.span.text, item.span.place, item.how) for item in answer.names}
    assert ("Wuhan Global Sensor Technology Co., Ltd", "A2 (Supplier)", "field") in found
    assert all(
        answer.document.text[item.span.start : item.span.end] == item.span.text
        for item in answer.names
    )


def test_what_a_model_finds_stands_beside_what_the_rules_find() -> None:
    text = "Era-Media TOV met Redlepus in Kyiv."
    document = read(data=text.encode(), shown_as="a.txt")
    model = EntityModel("xx_test", lambda text: iter([(0, 9), (text.index("Red"), 26)]))
    found = [(item.span.text, item.how) for item in names_in(document, model)]
    assert found == [("Era-Media TOV", "legal form"), ("Redlepus", "xx_test")]


def test_boxes_and_entries_come_with_what_is_drawn(engine: Engine, data: Path) -> None:
    wanted = ScreenRequest(settings=ASKED, drawn=True)
    files = [File(shown_as=str(data / "documents" / "letter.pdf"))]
    ((answer,),) = screen_files(engine, files, wanted)
    assert [picture.page for picture in answer.pictures or ()] == [1, 2]
    marked = {mark.start for picture in answer.pictures or () for mark in picture.marks}
    assert marked == {item.span.start for item in answer.hits}
    assert {entry.id for entry in answer.entries} == {item.hit.entity_id for item in answer.hits}
    assert answer.document.content is None


def _run(engine: Engine, folder: Path, to: Path, form: Form, *, stop: int | None = None) -> int:
    """Go on with a run; stop after so many files as a kill would: nothing is put in order."""
    with ResumableRun(to, made_with(engine, WANTED, form), form) as run:
        for number, about in enumerate(screen_files(engine, run.left(_files(folder)), WANTED)):
            if number == stop:
                break
            run.add(about, lambda _: None)
        return run.status


def _append(path: Path, data: bytes) -> None:
    with path.open("ab") as file:
        file.write(data)


@pytest.mark.parametrize("form", [Form.JSONL, Form.CSV])
@pytest.mark.parametrize("torn", [b"", b'{"document": "x\n'])
def test_a_stopped_run_is_gone_on_with_and_nothing_is_doubled_or_lost(
    engine: Engine, folder: Path, tmp_path: Path, form: Form, torn: bytes
) -> None:
    whole, parts = tmp_path / "whole", tmp_path / "parts"
    status = _run(engine, folder, whole, form)
    for stop in (0, 1, 3, None):
        assert _run(engine, folder, parts, form, stop=stop) <= status
        if stop is not None:
            # Killed while it wrote: answers of a file that is not finished, half a note on it.
            _append(parts, torn)
            _append(parts.with_name("parts.journal"), torn[:9])
    assert parts.read_bytes() == whole.read_bytes()
    assert _run(engine, folder, parts, form) == status == 3
    assert parts.read_bytes() == whole.read_bytes()


def test_answers_that_were_lost_with_the_power_are_made_again(
    engine: Engine, folder: Path, tmp_path: Path
) -> None:
    whole, parts = tmp_path / "whole", tmp_path / "parts"
    _run(engine, folder, whole, Form.JSONL)
    _run(engine, folder, parts, Form.JSONL)
    with parts.open("r+b") as file:
        file.truncate(100)
    _run(engine, folder, parts, Form.JSONL)
    assert parts.read_bytes() == whole.read_bytes()


def test_a_run_is_not_gone_on_with_under_other_settings(
    engine: Engine, folder: Path, tmp_path: Path
) -> None:
    _run(engine, folder, tmp_path / "out", Form.JSONL, stop=2)
    before = (tmp_path / "out").read_bytes()
    other = ScreenRequest(settings=Settings(threshold=0.9))
    with pytest.raises(UsageError, match="started with other lists, settings"):
        ResumableRun(tmp_path / "out", made_with(engine, other, Form.JSONL), Form.JSONL)
    assert (tmp_path / "out").read_bytes() == before


def test_a_file_of_something_else_is_not_written_over(engine: Engine, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(UsageError, match="was not started with --resume"):
        ResumableRun(tmp_path / "mine.txt", {}, Form.JSONL)
    assert (tmp_path / "mine.txt").read_text() == "mine"
    with pytest.raises(UsageError, match="jsonl or csv"):
        ResumableRun(tmp_path / "new.html", {}, Form.HTML)
    assert not (tmp_path / "new.html").exists()
