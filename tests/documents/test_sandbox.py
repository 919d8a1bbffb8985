"""What the parsing process may do, and what becomes of a file that brings it down."""

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from read_helpers import inside, one

from documents import Sandbox
from documents.landlock import version
from documents.sandbox import environment
from records import DocumentStatus

pytest_plugins = ["read_fixtures"]

# A child that is confined, and then tries what its argument says.
_TRY = """
import socket, subprocess, sys, os, shutil
from documents.confine import confine
confine()
try:
    exec(sys.argv[1])
except Exception as error:
    print(type(error).__name__)
else:
    print("done")
"""


def _tries(code: str, folder: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-c", _TRY, code], capture_output=True, text=True, cwd=folder, check=False
    )
    return done.stdout.strip() or done.stderr.splitlines()[-1]


@pytest.mark.parametrize(
    "code",
    [
        "open('x', 'w')",
        "open('there.txt', 'a')",
        "os.remove('there.txt')",
        "os.mkdir('x')",
        "socket.socket().connect(('127.0.0.1', 9))",
        "subprocess.run(['true'])",
        "os.system('true')",
        "os.open('x', os.O_WRONLY | os.O_CREAT)",
    ],
)
def test_a_parser_neither_writes_nor_connects_nor_starts_anything(
    code: str, tmp_path: Path
) -> None:
    (tmp_path / "there.txt").write_text("kept")
    assert _tries(code, tmp_path) == "PermissionError"
    assert [path.name for path in tmp_path.iterdir()] == ["there.txt"]


@pytest.mark.skipif(version() < 1, reason="where the kernel has Landlock")
@pytest.mark.parametrize(
    "code",
    [
        "print(open('there.txt').read())",
        "os.listdir('.')",
        "open(f'/proc/{os.getppid()}/environ').read()",
        "os.open('/etc/passwd', os.O_RDONLY)",
    ],
)
def test_a_parser_reads_no_file_but_the_program(code: str, tmp_path: Path) -> None:
    (tmp_path / "there.txt").write_text("a customer's")
    assert _tries(code, tmp_path) == "PermissionError"


# By the C library itself, as native code would: no audit hook of Python's sees it. (0x4206 is
# PTRACE_SEIZE, which does not stop whom it traces.)
_NATIVE = """
import ctypes
libc = ctypes.CDLL(None, use_errno=True)
assert {call} == -1
raise OSError(ctypes.get_errno(), "refused")
"""


@pytest.mark.parametrize(
    ("call", "since"),
    [
        ("libc.ptrace(0x4206, os.getppid(), 0, 0)", 1),
        ("libc.open(b'there.txt', 0)", 1),
        ("libc.open(b'made.txt', 65, 0o644)", 1),
        ("libc.unlink(b'there.txt')", 1),
        ("libc.kill(os.getppid(), 0)", 6),
    ],
)
def test_native_code_neither_opens_nor_signals_nor_traces(
    call: str, since: int, tmp_path: Path
) -> None:
    if version() < since:
        pytest.skip("where the kernel's Landlock can")
    (tmp_path / "there.txt").write_text("kept")
    assert _tries(_NATIVE.format(call=call), tmp_path) == "PermissionError"
    assert [path.name for path in tmp_path.iterdir()] == ["there.txt"]


def test_a_parser_is_told_no_secret_of_the_service() -> None:
    ours = {
        "PATH": "/usr/bin",
        "LC_ALL": "C.UTF-8",
        "NAMEWARDEN_DATABASE": "postgresql://a:secret@db/x",
        "NAMEWARDEN_SERVE_OIDC_CLIENT_SECRET": "secret",
        "AWS_SECRET_ACCESS_KEY": "secret",
        "PGPASSWORD": "secret",
    }
    told = environment(ours)
    assert {"PATH", "LC_ALL"} < told.keys()
    assert "secret" not in "".join(told.values())


@pytest.mark.skipif(
    not Path("/proc/self/environ").exists(), reason="where processes show their environment"
)
def test_the_parser_that_runs_has_none_either(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NAMEWARDEN_KEY", "a-secret-of-ours")
    with Sandbox() as fresh:
        assert one(b"<p>Wuhan Gaoxin Technology", fresh)
        child = fresh._child
        assert child is not None
        shown = Path(f"/proc/{child._process.pid}/environ").read_bytes()
    assert b"OMP_THREAD_LIMIT" in shown
    assert b"a-secret-of-ours" not in shown


@pytest.mark.skipif(sys.platform != "linux", reason="other platforms do not keep to the limit")
def test_a_parser_has_no_more_memory_than_it_may(tmp_path: Path) -> None:
    assert _tries("bytearray(4_000_000_000)", tmp_path) == "MemoryError"


def test_a_crash_makes_one_file_unread_and_the_next_is_read(sandbox: Sandbox) -> None:
    assert one(b"<html><p>One</html>", sandbox).text == "One"
    assert sandbox._child is not None
    os.kill(sandbox._child._process.pid, 9)
    assert one(b"<html><p>Two</html>", sandbox).text == "Two"


def test_what_takes_too_long_is_stopped_and_said() -> None:
    page = b"<html>" + b"<p>word" * 400_000
    with Sandbox(quiet=0.01) as hasty:
        document = one(page, hasty)
    assert document.status is DocumentStatus.NOT_SCREENED
    assert "took longer" in str(document.reason)


def test_a_module_in_the_folder_we_stand_in_is_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("lxml", "json", "documents"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit(3)")
    monkeypatch.chdir(tmp_path)
    with Sandbox() as fresh:
        assert one(b"<html><p>One</html>", fresh).text == "One"


def _zip(**members: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def test_files_in_an_archive_have_paths_and_the_archive_speaks_for_them(sandbox: Sandbox) -> None:
    inner = _zip(**{"annex/2.txt": b"Kalashnikov", "bad.pdf": b"%PDF-1.7 \x00"})
    documents = inside(_zip(**{"deal.zip": inner, "a.txt": b"Era"}), sandbox, "all.zip")
    assert {document.path: document.status.value for document in documents} == {
        "all.zip": "partly_screened",
        "all.zip!/deal.zip": "partly_screened",
        "all.zip!/deal.zip!/annex/2.txt": "screened",
        "all.zip!/deal.zip!/bad.pdf": "not_screened",
        "all.zip!/a.txt": "screened",
    }
    assert documents[0].reason == "1 of 2 files in it not or not wholly read: deal.zip"
