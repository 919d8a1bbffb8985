"""``--workers`` on the command line: the same output, and Ctrl-C ends all."""

import os
import signal
import subprocess
import time
from pathlib import Path

from program import Program, as_in_a_terminal

pytest_plugins = ["program_fixtures"]


def _names(folder: Path, count: int) -> Path:
    file = folder / "names.txt"
    file.write_text("Kontsern Kalashnikov\nBlue Lantern\n" * (count // 2), encoding="utf-8")
    return file


def test_output_is_the_same_for_any_number_of_workers(run: Program, tmp_path: Path) -> None:
    file = str(_names(tmp_path, 2500))
    one, two = (run("match", "--file", file, "--workers", n) for n in ("1", "2"))
    assert one.status == two.status == 3
    assert one.out == two.out
    assert len(two.answers) == 2500


def test_control_c_ends_every_worker_without_a_traceback(run: Program, tmp_path: Path) -> None:
    command = run.command("match", "--file", str(_names(tmp_path, 60_000)), "--workers", "2")
    started = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=run.environment,
        text=True,
        # The end may come in the middle of a letter.
        errors="replace",
        start_new_session=True,
        preexec_fn=as_in_a_terminal,
    )
    assert started.stdout is not None
    started.stdout.readline()
    os.killpg(started.pid, signal.SIGINT)
    _, said = started.communicate(timeout=60)
    assert started.returncode == 130
    assert "Traceback" not in said
    assert "Error" not in said
    assert not _alive(started.pid)


def _alive(group: int) -> bool:
    for _ in range(50):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return False
        time.sleep(0.1)
    return True
