"""The service as deploy/Containerfile has it run: by a user without rights, on a root that nobody
may write to, with a volume for the home and a ``tmpfs`` for ``/tmp``.
"""

import json
import re
import shutil
import socket
import subprocess
import sys
import sysconfig
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from service.access.manage import add_key
from store import Home
from store.accounts import Accounts
from store.database import Database

ROOT = Path(__file__).parent.parent
CONTAINERFILE = (ROOT / "deploy" / "Containerfile").read_text("utf-8")
USER = "10001:10001"
SERVE = "import sys; sys.argv = ['namewarden', *sys.argv[1:]]; from cli import main; main()"
PATIENCE_SECONDS = 120
SHUT_IN = f"""
set -e
mount --make-rprivate /
mount --bind / "$1/root"
mount -o remount,bind,ro "$1/root"
for folder in dev proc; do mount --rbind /$folder "$1/root/$folder"; done
mount -t tmpfs -o mode=1777 tmpfs "$1/root/tmp"
cp -r "$1/home" "$1/root/tmp/data"
chown -R {USER} "$1/root/tmp/data"
# Where everybody may read them, wherever they are here.
for part in program:"$2" python:"$3" packages:"$4"; do
  place="$1/root/tmp/${{part%%:*}}"
  mkdir "$place"
  mount --bind "${{part#*:}}" "$place"
  mount -o remount,bind,ro "$place"
done
cd /
exec chroot --userspec={USER} "$1/root" /usr/bin/env -i NAMEWARDEN_HOME=/tmp/data \
  NAMEWARDEN_SERVE_HOST=127.0.0.1 PYTHONPATH=/tmp/program:/tmp/packages \
  LD_LIBRARY_PATH=/tmp/python/lib \
  "/tmp/python/bin/$5" -c "$6" serve --port "$7"
"""
"""Arguments: a folder with ``home`` and ``root``, the checkout, where Python is, where its packages
are, its name, what it runs, the port."""


def health_check(port: int) -> int:
    """The exit status of the container's own health check."""
    found = re.search(r"^HEALTHCHECK.*\\\n\s*CMD (\[.*\])$", CONTAINERFILE, re.MULTILINE)
    assert found is not None
    _, *arguments = json.loads(found[1].replace("8484", str(port)))
    done = subprocess.run([sys.executable, *arguments], capture_output=True, check=False)
    return done.returncode


def can_be_shut_in() -> bool:
    """Whether this process may make mounts of its own."""
    probe = ["unshare", "--mount", "mount", "--make-rprivate", "/"]
    able = all(map(shutil.which, ("unshare", "chroot")))
    return able and subprocess.run(probe, capture_output=True, check=False).returncode == 0


@pytest.fixture
def container(own_home: Home, tmp_path: Path) -> Iterator[tuple[int, str]]:
    """The port of a service that runs so, and a key for it."""
    if not can_be_shut_in():
        pytest.skip("takes the rights of root")
    key = add_key(Accounts(Database.of(own_home)), "payments", ["match", "screen"], author="ann")
    (tmp_path / "root").mkdir()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    assert health_check(port) != 0
    python = f"python{sys.version_info.major}.{sys.version_info.minor}"
    parts = [str(tmp_path), str(ROOT), sys.base_prefix, sysconfig.get_path("purelib")]
    given = [*parts, python, SERVE, str(port)]
    process = subprocess.Popen(["unshare", "--mount", "sh", "-c", SHUT_IN, "sh", *given])
    try:
        until = time.monotonic() + PATIENCE_SECONDS
        while health_check(port) != 0:
            assert process.poll() is None
            assert time.monotonic() < until
        yield port, key
    finally:
        process.terminate()
        process.wait()


def test_the_service_runs_on_a_root_that_it_cannot_write_to(container: tuple[int, str]) -> None:
    port, key = container
    asks = {"base_url": f"http://127.0.0.1:{port}", "headers": {"authorization": f"Bearer {key}"}}
    with httpx.Client(**asks, timeout=60) as client:  # type: ignore[arg-type]
        found = client.post("/v1/match", json={"name": "Wuhan Gaoxin Technology"})
        assert found.status_code == 200
        assert found.json()["hits"]
        letter = b"Two hundred detectors came from Hapjanggang Trading Corporation.\n"
        sent = client.post("/v1/screen", files={"file": ("letter.txt", letter)})
        assert sent.status_code == 200
        assert sent.json()["documents"][0]["status"] == "screened"


def test_the_image_is_built_for_a_user_and_says_how_it_is() -> None:
    assert re.search(r"^USER namewarden$", CONTAINERFILE, re.MULTILINE)
    assert CONTAINERFILE.index("USER namewarden") < CONTAINERFILE.index('CMD ["namewarden"')
    assert "--require-hashes" in CONTAINERFILE
