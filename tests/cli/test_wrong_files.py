"""Files and settings that are not what a command needs: told before the work; nothing is lost."""

import os
from pathlib import Path

import pytest
from program import Program
from test_bad_input import one_line

from records import UsageError
from screening.answers.output_file import check_output

pytest_plugins = ["program_fixtures"]

TABLE = "name,id\nMahan Air,1\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "customers.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


@pytest.mark.parametrize("output", ["customers.csv", "./customers.csv", "link.csv"])
@pytest.mark.parametrize(
    "command", [("batch",), ("assess", "--columns", "record=id,expected=name", "--file")]
)
def test_results_never_replace_the_table_that_they_are_of(
    run: Program, tmp_path: Path, table: Path, command: tuple[str, ...], output: str
) -> None:
    (tmp_path / "link.csv").symlink_to(table)
    one_line(run(*command, "customers.csv", "--output", output), 2, "the file that is read")
    assert table.read_text("utf-8") == TABLE


def test_results_of_an_earlier_run_are_replaced(run: Program, tmp_path: Path, table: Path) -> None:
    (tmp_path / "out.csv").write_text("old")
    assert run("batch", "customers.csv", "--output", "out.csv").status == 3
    assert "Mahan Air" in (tmp_path / "out.csv").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("batch", "in"), "a folder, not a file"),
        (("batch", "empty"), "a folder without files"),
        (("match", "--file", "in"), "a folder, not a file"),
        (("monitor", "import", "in"), "a folder, not a file"),
        (("ownership", "import", "in"), "a folder, not a file"),
        (("ownership", "import", "gone.csv"), "gone.csv: no such file"),
    ],
)
def test_a_folder_or_nothing_for_a_file_is_one_line_and_1(
    run: Program, tmp_path: Path, arguments: tuple[str, ...], words: str
) -> None:
    (tmp_path / "in" / "deep").mkdir(parents=True)
    (tmp_path / "in" / "deep" / "customers.csv").write_text(TABLE, encoding="utf-8")
    (tmp_path / "empty" / "emptier").mkdir(parents=True)
    one_line(run(*arguments), 1, words)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("alerts", "export", "gone/out.csv"), "there is no folder gone"),
        (("screen", "a_file", "--resume", "gone/out.csv"), "there is no folder gone"),
        (("audit", "export", "folder.csv"), "a folder, not a file to write"),
        (("report", "A1", "--output", "gone/out.html"), "there is no folder gone"),
        (("assess", "--output", "a_file"), "a file, not a folder"),
        (("assess", "--coverage", "--output", "gone/out.csv"), "there is no folder gone"),
        (("assess", "--write-floors", "gone/floors.json"), "there is no folder gone"),
    ],
)
def test_a_place_that_cannot_be_written_is_told_before_the_work(
    run: Program, tmp_path: Path, arguments: tuple[str, ...], words: str
) -> None:
    (tmp_path / "folder.csv").mkdir()
    (tmp_path / "a_file").write_text("x")
    one_line(run(*arguments), 2, words)
    assert {item.name for item in tmp_path.iterdir()} == {"folder.csv", "a_file"}


@pytest.mark.parametrize(
    "arguments",
    [
        ("batch", "customers.csv", "--output", "pipe.csv"),
        ("screen", "customers.csv", "--resume", "pipe.csv"),
        ("alerts", "export", "pipe.csv"),
        ("report", "A1", "--output", "pipe.html"),
    ],
)
def test_a_pipe_is_never_replaced_by_a_file(
    run: Program, tmp_path: Path, table: Path, arguments: tuple[str, ...]
) -> None:
    pipe = tmp_path / arguments[-1]
    os.mkfifo(pipe)
    one_line(run(*arguments), 2, "a device or a pipe", "Nothing was done")
    assert pipe.is_fifo()


@pytest.mark.parametrize("path", ["/dev/null", "/dev/stdout", "/dev/results", "/proc/self/fd/1"])
def test_a_device_is_never_replaced_by_a_file(path: str) -> None:
    """Root may write in /dev, and would have a file instead of /dev/null. (Only asked, since a
    command that did not refuse would do it.)
    """
    with pytest.raises(UsageError, match="a device or a pipe"):
        check_output(Path(path))


@pytest.mark.parametrize("name", ["-", "/dev/stdout"])
def test_a_batch_takes_the_names_of_standard_output_for_it(
    run: Program, table: Path, name: str
) -> None:
    plain = run("batch", "customers.csv")
    asked = run("batch", "customers.csv", "--output", name)
    assert asked.status == plain.status == 3
    assert asked.answers == plain.answers
    assert table.parent.joinpath("-").exists() is False


@pytest.mark.parametrize(
    "arguments",
    [
        ("batch", "customers.csv", "--output", "shut/out.csv"),
        ("screen", "customers.csv", "--resume", "shut/out.csv"),
        ("alerts", "export", "shut/out.csv"),
    ],
)
def test_a_folder_that_may_not_be_written_in_is_told_before_the_work(
    run: Program, tmp_path: Path, table: Path, arguments: tuple[str, ...]
) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere")
    (tmp_path / "shut").mkdir(mode=0o555)
    one_line(run(*arguments), 2, "no permission to write in", "Nothing was done")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("batch", "customers.csv", "--columns", "name=Firma"), "no column 'Firma' among"),
        (("batch", "customers.csv", "--columns", "firm=name"), "'firm' is not a role"),
        (("batch", "customers.csv", "--columns", "name"), "not ROLE=HEADING"),
        (
            ("update", "--from", "customers.csv", "--columns", "name=x"),
            "namewarden update custom --from FILE",
        ),
        (("update", "--watch", "--every", "0"), "--every 0: too often"),
    ],
)
def test_a_wrong_value_is_named_as_it_was_written(
    run: Program, table: Path, arguments: tuple[str, ...], words: str
) -> None:
    assert table.exists()
    one_line(run(*arguments), 2, words)


def test_a_table_of_which_each_line_is_screened_as_a_name_is_told_of(
    run: Program, tmp_path: Path, table: Path
) -> None:
    assert table.exists()
    ran = run("match", "--file", "customers.csv")
    assert len(ran.answers) == 2
    assert "For a table: namewarden batch customers.csv" in ran.err
    (tmp_path / "names.txt").write_text("Mahan Air\n")
    assert "batch" not in run("match", "--file", "names.txt").err


def test_an_unknown_kind_is_named_with_those_that_there_are(run: Program) -> None:
    ran = run("compare", "A Ltd", "B Ltd", "--kind", "boat")
    assert ran.status == 2
    assert "'boat' is none of: organization, person, vessel, aircraft, unknown." in ran.err


@pytest.mark.parametrize("address", ["mysql://me:secret@host/name", "nonsense"])
def test_a_database_of_another_make_is_refused_without_its_password(
    run: Program, address: str
) -> None:
    ran = run("match", "Mahan Air", NAMEWARDEN_DATABASE=address)
    one_line(ran, 1, "NAMEWARDEN_DATABASE", "postgresql://user:password@host/name")
    assert "secret" not in ran.err


def test_an_empty_queue_without_a_list_says_that_nobody_is_screened(
    run: Program, tmp_path: Path
) -> None:
    ran = run("alerts", NAMEWARDEN_HOME=str(tmp_path / "empty"))
    one_line(ran, 0, "no list is loaded", "namewarden update")
    assert "no list" not in run("alerts").err


def test_a_broken_list_of_ones_own_is_no_new_format(
    run: Program, tmp_path: Path, table: Path
) -> None:
    table.write_text("a,b\n1,2\n", encoding="utf-8")
    home = str(tmp_path / "home")
    ran = run("update", "custom", "--from", "customers.csv", NAMEWARDEN_HOME=home)
    assert ran.status == 1
    assert "--columns name=COLUMN" in ran.err
    assert "Is the format new?" not in ran.err
    assert "See docs/lists/custom.md" in ran.err


def test_the_line_of_usage_says_once_what_may_stand_more_often(run: Program) -> None:
    for command in ("screen", "match", "update", "diff"):
        usage = run(command, "--help").out.splitlines()[0]
        assert "...]..." not in usage
        assert "...}..." not in usage
        assert "[[" not in usage
