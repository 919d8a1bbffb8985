"""How far the program is, and what it says when it is stopped."""

import signal
import subprocess
from pathlib import Path

import pytest
from program import Program, as_in_a_terminal

from commands import progress

pytest_plugins = ["program_fixtures"]


def test_monitoring_goes_on_by_itself_until_it_is_stopped(
    sample_home: Path, tmp_path: Path
) -> None:
    import shutil

    shutil.copytree(sample_home, tmp_path / "home")
    (tmp_path / "crm.csv").write_text("id,name\nC-1,Mahan Air\n", "utf-8")
    program = Program(tmp_path / "home", tmp_path)
    assert program("monitor", "import", "crm.csv").status == 0
    watching = subprocess.Popen(
        program.command("monitor", "run", "--watch"),
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path, env=program.environment,
        preexec_fn=as_in_a_terminal, text=True,
    )  # fmt: skip
    try:
        assert watching.stdout is not None
        assert '"screening": "S1"' in watching.stdout.readline()
        (tmp_path / "crm.csv").write_text("id,name\nC-2,Mahan Air\n", "utf-8")
        assert program("monitor", "import", "crm.csv").status == 0
        assert '"screening": "S2"' in watching.stdout.readline()
        watching.send_signal(signal.SIGINT)
        _, err = watching.communicate(timeout=60)
    finally:
        watching.kill()
    assert (watching.returncode, err.splitlines()[-1]) == (0, "stopped")
    assert program("monitor", "run", "--watch", "--full").status == 2


def test_who_stops_the_work_reads_how_to_go_on(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(KeyboardInterrupt), progress.stopped_means("Go on with --resume"):
        raise KeyboardInterrupt
    assert capsys.readouterr().err.strip() == "Go on with --resume"


def test_a_pace_is_told_once_there_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    assert progress._pace(0, 0.0) == ""
    monkeypatch.setattr("time.monotonic", lambda: 12.0)
    assert progress._pace(400, 10.0) == ", 200 a second"


def test_a_long_file_of_names_says_how_far_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    done = list(progress.counted(range(5_000), 5_000, beside_results=False, unit="names"))
    assert done == list(range(5_000))
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "screening: 2,000 names, 40%"
    assert lines[-1] == "screening: 5,000 names, 100%"
