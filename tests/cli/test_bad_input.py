"""Bad input: one clear line on standard error, the right exit status, nothing reported as clear."""

import os
import re
import signal
import socket
import subprocess
import time
from pathlib import Path
from typing import get_type_hints

import pytest
from program import Program, Ran, as_in_a_terminal

from cli import app

pytest_plugins = ["program_fixtures"]


def one_line(ran: Ran, status: int, *words: str) -> None:
    assert ran.status == status
    assert ran.out == ""
    assert ran.err.count("\n") == 1
    assert "Traceback" not in ran.err
    for word in words:
        assert word in ran.err


@pytest.mark.parametrize("arguments", [("match", "x"), ("screen", "a.txt"), ("show", "x:1")])
def test_without_a_list_there_is_no_answer(
    run: Program, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    (tmp_path / "a.txt").write_text("x")
    ran = run(*arguments, NAMEWARDEN_HOME=str(tmp_path / "empty"))
    one_line(ran, 1, "namewarden update")
    assert not (tmp_path / "empty").exists()


def test_lists_of_an_empty_home_says_what_to_do(run: Program, tmp_path: Path) -> None:
    ran = run("lists", NAMEWARDEN_HOME=str(tmp_path / "empty"))
    one_line(ran, 0, "namewarden update")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("match", "x", "--lists", "ofac"), "'us_ofac_sdn'"),
        (("screen", "a.txt", "--lists", "eu_fsff"), "'eu_fsf'"),
        (("update", "ofac"), "'us_ofac_sdn'"),
        (("match", "x", "--kind", "company"), "organization"),
        (("match",), "--file"),
        (("match", "x", "--file", "names.txt"), "not both"),
        (("compare", "x"), "two names"),
        (("compare", "x", "y", "--file", "pairs.csv"), "not both"),
        (("show", "us_ofac_sdn:0"), "us_ofac_sdn:0"),
        (("match", "x", "--as-of", "yesterday"), "yesterday"),
        (("match", "x", "--as-of", "2999-01-01"), "in the future"),
        (("screen", "a.txt", "--as-of", "2999-01-01T00:00:00Z"), "in the future"),
        (("show", "eu_fsf:1", "--as-of", "2999-01-01"), "in the future"),
        (("lists", "export", "--as-of", "2999-01-01"), "in the future"),
        (("diff", "2999-01-01"), "in the future"),
        (("match", "x", "--lists", ","), "names nothing"),
        (("match", "x", "--kind", " , "), "names nothing"),
        (("match", "x", "--lists", ""), "names nothing"),
        (("screen", "a.txt", "--kind", ","), "names nothing"),
        (("compare", "", "Mahan Air"), "nothing was compared"),
        (("alerts", "--state", "opne"), "unknown state 'opne'"),
        (("audit", "list", "--of", "A99"), "'A99'"),
        (("serve", "--port", "99999"), "99999"),
        (("match", "x", "--born", "soon"), "--born: 'soon' is not understood"),
        (("match", "x", "--nationality", "Narnia"), "--nationality: 'Narnia'"),
        (("match", "x", "--gender", "x"), "--gender: 'x'"),
        (("match", "x", "--identifier", "imo"), "--identifier 'imo' is not TYPE=VALUE"),
        (("match", "x", "--identifier", "imoo=9187629"), "--identifier: 'imoo' is not known"),
    ],
)
def test_wrong_usage_is_one_line_and_2(
    run: Program, arguments: tuple[str, ...], words: str
) -> None:
    one_line(run(*arguments), 2, words)


@pytest.mark.parametrize("arguments", [("match", "x", "--threshold", "2"), ("frob",), ("screen",)])
def test_wrong_options_end_with_2(run: Program, arguments: tuple[str, ...]) -> None:
    ran = run(*arguments)
    assert ran.status == 2
    assert ran.out == ""


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b"a,b\n1,2\n", "'left' and 'right'"),
        (b"left,right\nonly one\n", "line 2"),
        (b"left,right\nAcme,--\n", "line 2"),
        (b"left,right\n", "no pairs"),
        (b'left,right\n"a,b\n', "line"),
        (b"%PDF-1.4\n", "a PDF file"),
        (b"\x00\x01\x02", "binary"),
    ],
)
def test_a_bad_pairs_file_is_one_line_and_1(
    run: Program, tmp_path: Path, content: bytes, words: str
) -> None:
    (tmp_path / "pairs.csv").write_bytes(content)
    one_line(run("compare", "--file", "pairs.csv"), 1, "pairs.csv", words)


@pytest.mark.parametrize(("content", "words"), [(b"", "empty"), (b"\x00\x01", "binary")])
def test_a_bad_names_file_is_one_line_and_1(
    run: Program, tmp_path: Path, content: bytes, words: str
) -> None:
    (tmp_path / "names.txt").write_bytes(content)
    one_line(run("match", "--file", "names.txt"), 1, "names.txt", words)


@pytest.mark.parametrize("name", ["", "’’ — ((", "\U00020089"])
def test_a_name_without_a_word_is_no_clear_name(run: Program, name: str) -> None:
    one_line(run("match", name), 2, "nothing was screened")


def test_a_line_of_signs_alone_is_told_of(run: Program, tmp_path: Path) -> None:
    names = tmp_path / "names.txt"
    names.write_text("Blue Lantern\n\n—\n((\n", encoding="utf-8")
    ran = run("match", "--file", str(names))
    assert ran.out.count("\n") == 4
    assert f"{names}: NOT SCREENED: line 3 and 1 more" in ran.err
    assert ran.status == 1
    decisions = ["no_match", "not_screened", "not_screened", "not_screened"]
    assert [each["decision"] for each in ran.answers] == decisions
    rows = run("match", "--file", str(names), "--format", "csv").out.splitlines()[1:]
    assert [row.split(",")[1] for row in rows] == decisions
    table = run("match", "--file", str(names), "--format", "table").out
    assert table.count("NOT SCREENED: no word") == 2
    assert "2 without, 2 NOT SCREENED" in table


def test_one_name_without_a_word_keeps_no_other_from_being_answered(run: Program) -> None:
    ran = run("match", "Blue Lantern Bakery", "((", "Mahan Air")
    assert [each["decision"] for each in ran.answers][:2] == ["no_match", "not_screened"]
    assert ran.answers[2]["hits"]
    assert ran.status == 3
    assert "NOT SCREENED: '(('" in ran.err
    assert run("match", "Blue Lantern Bakery", "((").status == 1


def test_a_missing_names_file_is_one_line_and_1(run: Program) -> None:
    one_line(run("match", "--file", "gone.txt"), 1, "gone.txt: no such file")


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "empty"), (b" \n", "only spaces"), (b"%PDF-1.7", "damaged PDF"), (b"a\x00b", "binary")],
)
def test_an_unread_document_is_never_clear(
    run: Program, tmp_path: Path, content: bytes, words: str
) -> None:
    (tmp_path / "a.txt").write_bytes(content)
    ran = run("screen", "a.txt")
    assert ran.status == 1
    assert ran.answers[0]["status"] == "not_screened"
    assert words in ran.answers[0]["reason"]
    assert words in ran.err


def test_one_bad_file_does_not_stop_a_folder(run: Program, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "in" / "b.txt").write_text("Wuhan Gaoxin Technology")
    ran = run("screen", "in", "gone")
    assert ran.status == 3
    assert [answer["status"] for answer in ran.answers] == [
        "not_screened", "screened", "not_screened",
    ]  # fmt: skip


def test_a_file_name_that_is_no_text_is_still_screened(run: Program, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    Path(os.fsdecode(os.fsencode(tmp_path / "in") + b"/\xff.txt")).write_text("x y z")
    ran = run("screen", "in")
    assert ran.status == 0
    assert ran.answers[0]["document"].endswith("\udcff.txt")


@pytest.mark.parametrize(
    ("arguments", "status"),
    [(("compare", "Mahan Air", "Mahan Air"), 3), (("match", *["Mahan Air"] * 2000), 141)],
    ids=["at the end", "in the middle"],
)
def test_a_reader_that_has_had_enough_is_no_crash(
    run: Program, arguments: tuple[str, ...], status: int
) -> None:
    """It ends as the answer did where that is known, else as the shell says of a closed pipe."""
    program = subprocess.Popen(
        run.command(*arguments),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**run.environment, "PYTHONUNBUFFERED": ""},
    )
    assert program.stdout is not None
    program.stdout.close()
    _, err = program.communicate(timeout=60)
    assert program.returncode == status
    assert err == b""


def test_a_full_disk_under_the_output_is_one_line_and_1(run: Program) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no /dev/full")
    with full.open("wb") as out:
        done = subprocess.run(
            run.command("match", "x"),
            stdout=out,
            stderr=subprocess.PIPE,
            env=run.environment,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1


def test_ctrl_c_ends_with_130_and_no_traceback(run: Program) -> None:
    program = subprocess.Popen(
        run.command("screen", "-"),
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=run.environment,
        preexec_fn=as_in_a_terminal,
    )
    time.sleep(2)  # it waits for its input by then
    program.send_signal(signal.SIGINT)
    _, err = program.communicate(timeout=30)
    assert program.returncode == 130
    assert b"Traceback" not in err


def test_colour_is_left_out_when_asked(run: Program) -> None:
    ran = run("match", "Mahan Air", "--format", "table", NO_COLOR="1", FORCE_COLOR="1")
    assert "Mahan Air" in ran.out
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]", ran.out)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("batch", "t.csv", "--output", "out.pdf"), "unknown format 'pdf'"),
        (("batch", "t.csv", "--output", "out.xls"), "unknown format 'xls'"),
        (("batch", "t.csv", "--output", "out.xlsx", "--format", "csv"), "the extension is .xlsx"),
        (("batch", "t.csv", "--output", "gone/out.csv"), "no folder"),
        (("batch", "t.csv", "--output", "folder"), "a folder"),
        (("screen", "t.csv", "--resume", "out.pdf"), "unknown format 'pdf'"),
        (("screen", "t.csv", "--resume", "out.csv", "--format", "jsonl"), "the extension is .csv"),
        (("report", "A1", "--output", "out.pdf"), "unknown format 'pdf'"),
        (("report", "A1", "--output", "out.json", "--format", "html"), "the extension is .json"),
    ],
)
def test_a_file_that_would_be_misread_by_its_name_is_not_written(
    run: Program, tmp_path: Path, arguments: tuple[str, ...], words: str
) -> None:
    (tmp_path / "t.csv").write_text("name\nMahan Air\n")
    (tmp_path / "folder").mkdir()
    one_line(run(*arguments), 2, words)
    assert {item.name for item in tmp_path.iterdir()} == {"t.csv", "folder"}


def test_the_ending_says_the_form(run: Program, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("name\nMahan Air\n")
    assert run("screen", "t.csv", "--resume", "out.csv").status == 3
    assert (tmp_path / "out.csv").read_text("utf-8").startswith("document,status")


def test_a_taken_port_is_one_line_and_1(run: Program) -> None:
    """Uvicorn's own status for it is 3, which here means hits to review."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        one_line(run("serve", "--no-sign-in", "--port", port), 1, port, "not started")


def test_no_path_is_refused_before_the_command_sees_it() -> None:
    """One file that may not be read would end the screening of all others with 2."""
    commands = [
        item.callback
        for group in (app, *(one.typer_instance for one in app.registered_groups))
        for item in (group.registered_commands if group else ())
    ]
    said = [
        extra.readable
        for command in filter(None, commands)
        for hint in get_type_hints(command, include_extras=True).values()
        if "pathlib.Path" in str(hint)
        for extra in getattr(hint, "__metadata__", ())
    ]
    assert len(said) >= 10
    assert not any(said)


def test_a_file_that_may_not_be_read_does_not_stop_the_others(run: Program, tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may read everything")
    (tmp_path / "a.txt").write_text("We fly with Mahan Air.")
    (tmp_path / "b.txt").write_text("secret")
    (tmp_path / "b.txt").chmod(0)
    ran = run("screen", "b.txt", "a.txt")
    assert ran.status == 3
    assert [item["status"] for item in ran.answers] == ["not_screened", "screened"]
    assert run("screen", "b.txt").status == 1


def test_a_path_that_cannot_even_be_looked_at_is_not_screened_and_the_others_are(
    run: Program, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("We fly with Mahan Air.")
    ran = run("screen", "x" * 5000, "a.txt")
    assert ran.status == 3
    assert [item["status"] for item in ran.answers] == ["not_screened", "screened"]
    assert run("screen", "x" * 5000).status == 1
