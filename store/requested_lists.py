"""The lists that a home is meant to have: those that an update was ever asked for.

Otherwise nobody would miss a list that was asked for and never arrived. It is kept in a
file beside the snapshots, for it is about them: homes that share a database may have other lists.
"""

import json
import re
from collections.abc import Iterable

from records import StoreError
from records.sealed import sealed, unsealed
from store.atomic import replace_text
from store.home import Home
from store.times import now_text

FILE = "wanted.json"
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def requested_lists(home: Home) -> dict[str, str]:
    """The lists, sorted, each with the time at which it was first asked for (ISO 8601 UTC).

    Raises:
        StoreError: the file cannot be read.
    """
    path = home.path / FILE
    try:
        data = path.read_bytes()
        found = _before_checksums(data)
        names = unsealed(data)["lists"] if found is None else found
        return {str(name): str(since) for name, since in sorted(names.items())}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, AttributeError) as error:
        raise StoreError(
            f"{path}: cannot be read ({error}). Nothing was screened. Remove it, and run: "
            "namewarden update"
        ) from error


def is_there(home: Home) -> bool:
    """Whether there is a file of the lists that were asked for."""
    return (home.path / FILE).exists()


def _before_checksums(data: bytes) -> dict[str, str] | None:
    """The lists of a file that an earlier version wrote, which had nothing but them and times."""
    found = json.loads(data)
    if isinstance(found, dict) and all(
        isinstance(since, str) and _TIME.fullmatch(since) for since in found.values()
    ):
        return found
    return None


def request_lists(home: Home, names: Iterable[str]) -> None:
    """Ask for lists; those that are asked for already keep their time. The caller holds the lock.

    Raises:
        StoreError: the home cannot be read or written.
    """
    now = now_text()
    before = requested_lists(home)
    after = dict.fromkeys(names, now) | before
    if after != before:
        _write(home, after)


def forget(home: Home, name: str) -> bool:
    """Stop asking for a list. The caller holds the lock.

    Returns:
        Whether it was asked for.

    Raises:
        StoreError: the home cannot be read or written.
    """
    before = requested_lists(home)
    if name not in before:
        return False
    _write(home, {each: since for each, since in before.items() if each != name})
    return True


def _write(home: Home, names: dict[str, str]) -> None:
    path = home.path / FILE
    try:
        replace_text(path, sealed({"lists": names}))
    except OSError as error:
        raise StoreError(f"{path}: cannot be written ({error.strerror or error})") from error
