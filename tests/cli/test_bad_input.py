"""Bad input: one clear line on standard error, the right exit status, nothing reported as clear."""

import os
import re
import signal
import subprocess
import time
from pathlib import Path

import pytest
from program import Program, Ran, as_in_a_terminal

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


@pytest.mark.parametrize("names", [1, 2000], ids=["at the end", "in the middle"])
def test_a_reader_that_has_had_enough_is_no_crash(run: Program, names: int) -> None:
    program = subprocess.Popen(
        run.command("match", *["Mahan Air"] * names),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=run.environment,
    )
    assert program.stdout is not None
    program.stdout.close()
    _, err = program.communicate(timeout=60)
    assert program.returncode == 1
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
