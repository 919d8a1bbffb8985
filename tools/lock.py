"""Write the lock of the container: python tools/lock.py > deploy/requirements.lock

What `namewarden[service,postgres]` needs on Python 3.12 and Linux, x86-64 and ARM, each package
with its version and the SHA-256 of its wheels; pip resolves it and downloads nothing else.
"""

import json
import re
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
EXTRAS = ("service", "postgres")
PYTHON = "3.12"
MACHINES = ("x86_64", "aarch64")
_PLATFORMS = ("manylinux_2_28", "manylinux_2_17", "manylinux2014")
_HEAD = "# Written by tools/lock.py; deploy/Containerfile installs it with --require-hashes.\n"


def requirements() -> list[str]:
    """What pyproject.toml asks for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    return [*project["dependencies"], *(each for name in EXTRAS for each in extras[name])]


def resolved(machine: str) -> dict[str, tuple[str, str]]:
    """Each package's version and SHA-256 on a machine, as pip would install them.

    Raises:
        CalledProcessError: pip finds no solution, or no registry.
    """
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        platforms = [f"--platform={each}_{machine}" for each in _PLATFORMS]
        command = [sys.executable, "-m", "pip", "install", "-q", "--dry-run", "--ignore-installed"]
        command += ["--only-binary=:all:", f"--python-version={PYTHON}", *platforms]
        command += [f"--target={folder}/none", f"--report={report}", *requirements()]
        subprocess.run(command, check=True, stdout=sys.stderr)  # noqa: S603 (our own arguments)
        found = json.loads(report.read_text("utf-8"))["install"]
    return {
        re.sub(r"[-_.]+", "-", one["metadata"]["name"]).lower(): (
            one["metadata"]["version"],
            one["download_info"]["archive_info"]["hashes"]["sha256"],
        )
        for one in found
    }


def lock() -> str:
    """The lock file."""
    every = [resolved(machine) for machine in MACHINES]
    lines = []
    for name in sorted({name for one in every for name in one}):
        found = [one[name] for one in every if name in one]
        versions = {version for version, _ in found}
        if len(versions) > 1:
            raise SystemExit(f"{name} has another version on another machine: {sorted(versions)}")
        hashes = sorted({f"--hash=sha256:{sha256}" for _, sha256 in found})
        lines.append(" \\\n    ".join([f"{name}=={versions.pop()}", *hashes]))
    return _HEAD + "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(lock())
