"""What the engine is: one fingerprint over everything that decides a score.

A version number is raised by hand, and a forgotten raise is an index of the old way that is
searched in the new one, which misses names in silence. So the code and the data are hashed
themselves: 3 MB, a few milliseconds, once per process.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable

PACKAGES = ("matcher", "records")
"""The scoring, and the records that it reads names, kinds and identifiers from."""
LIBRARIES = ("anyascii", "pypinyin", "rapidfuzz", "wordfreq")
"""They decide how a name is read and how alike two words are; wordfreq's release is its data.
(numpy is left out: it sorts and adds up, and scores are rounded.)"""
_DATA = "data"


@cache
def engine_fingerprint() -> str:
    """SHA-256 of the code, the data and the libraries that decide a score, in hexadecimal.

    The same on every machine and from every installation of the same source. Engines of one
    fingerprint give the same answers and read each other's indexes.
    """
    releases = [f"{name} {version(name)}" for name in LIBRARIES]
    # Letters, case and accents are what this version of Unicode says.
    releases.append(f"unicode {unicodedata.unidata_version}")
    return fingerprint_of([files(package) for package in PACKAGES], releases)


def fingerprint_of(packages: Iterable[Traversable], releases: Iterable[str]) -> str:
    """SHA-256 of some packages' source and data files, and of the releases of what they use.

    Args:
        packages: folders of source; each counts by its name, not by where it stands.
        releases: a line each, in their order.

    Raises:
        RuntimeError: a package has no source, so that its code cannot be told apart.
    """
    digest = sha256("\n".join(releases).encode())
    for package in packages:
        found = sorted(_deciding(package, package.name))
        if not any(name.endswith(".py") for name, _ in found):
            raise RuntimeError(f"{package}: no source files; install the package with its source")
        for name, file in found:
            # Git may write other line ends on another system.
            content = file.read_bytes().replace(b"\r\n", b"\n")
            digest.update(f"\n{name} {sha256(content).hexdigest()}".encode())
    return digest.hexdigest()


def _deciding(folder: Traversable, name: str) -> Iterator[tuple[str, Traversable]]:
    """Every source file below a folder, and every file of data, with its path in the package.

    What Python compiled, and what editors and systems leave behind, decides nothing.
    """
    for entry in folder.iterdir():
        inner = f"{name}/{entry.name}"
        if entry.name.startswith((".", "__pycache__")):
            continue
        if entry.is_dir():
            yield from _deciding(entry, inner)
        elif entry.name.endswith(".py") or f"/{_DATA}/" in inner:
            yield inner, entry
