"""The main job on samples that ship with the project, in a home that is thrown away afterwards."""

import tempfile
from collections.abc import Callable
from dataclasses import replace
from importlib.resources import as_file, files
from pathlib import Path
from typing import TextIO

from documents import read
from records import DocumentAnswer, Kind, Snapshot, StoreError
from screening.documents.screen import screen
from screening.engine.engine import Engine
from screening.engine.settings import settings
from screening.report.output import DOCUMENTS, Form, write
from screening.updates.update import update
from store.catalogue import Catalogue
from store.home import Home

_KINDS = (Kind.ORGANIZATION.value, Kind.VESSEL.value, Kind.AIRCRAFT.value)
_TITLES = {"us_ofac_sdn": "United States, OFAC SDN list", "eu_fsf": "European Union, FSF list"}


def run(out: TextIO, *, notify: Callable[[str], None]) -> DocumentAnswer:
    """Screen the sample article against the sample lists and print what was found.

    Args:
        out: where the result goes.
        notify: told what is going on.

    Returns:
        The answer that was printed.

    Raises:
        StoreError: there is no room for a temporary home.
    """
    with (
        as_file(files("screening") / "demo_data") as samples,
        tempfile.TemporaryDirectory(prefix="namewarden-demo-") as folder,
    ):
        home = Home(Path(folder))
        notify("Importing the sample lists …")
        snapshots = _import(home, samples / "lists")
        answer = _screen(home, samples / "article.txt")
    out.write(_before(snapshots))
    write([answer], DOCUMENTS, Form.TABLE, out)
    out.write(_AFTER)
    return answer


def _import(home: Home, lists: Path) -> tuple[Snapshot, ...]:
    results = update(home, (), from_path=lists, accept_excerpts=True, notify=lambda _: None)
    for result in results:
        if result.status == "failed":
            raise StoreError(f"the demonstration cannot start: {result.message}")
    return Catalogue(home).active()


def _screen(home: Home, article: Path) -> DocumentAnswer:
    chosen = settings(threshold=None, limit=3, kinds=_KINDS, lists=None, as_of=None, home=home)
    document = read(article, shown_as="sample article")
    answer = screen(Engine.open(home), document, chosen)
    # What is printed around it says that the lists are old.
    return replace(answer, warnings=())


def _before(snapshots: tuple[Snapshot, ...]) -> str:
    lines = [
        f"  {item.source:<12} {_TITLES[item.source]}: {item.entities} entries of {item.edition}\n"
        for item in snapshots
    ]
    return (
        "\nThis is a demonstration. Its lists are OLD SAMPLES, of no use for screening:\n"
        f"{''.join(lines)}"
        "The article was written for it. »Arrows« mark what may name a listed party.\n\n"
    )


_AFTER = """
What next:
  namewarden update               fetch the lists of today from their publishers
  namewarden screen YOURFILE      screen a document, a folder, or - for a pipe
  namewarden match "A NAME"       screen one name
"""
