"""A server of the Model Context Protocol: assistants may ask, and decide nothing.

Four tools, all of which only read: match names, screen a document, show an entry, list editions.
Every answer carries the editions it was made on, what is wrong with them, and that it clears
nobody, since an assistant repeats what it is given.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import wraps
from pathlib import Path
from threading import Lock
from typing import Any

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import ToolAnnotations

from matcher.search.query import unsearchable
from records import Kind, NamewardenError, NoListsError, Query, Settings, UsageError
from records.profile import in_words
from screening.answers.json_lines import document_answer, list_warning, name_answer
from screening.catalogue.inventory import list_inventory, show
from screening.documents.files import File, ScreenRequest, screen_file
from screening.engine.engine import ENGINE, VERSION, Engine
from screening.engine.freshness import standing
from screening.engine.settings import settings
from screening.names.match import match_queries
from screening.ownership.answers import Owners
from screening.ownership.derived import with_derived
from screening.report.shapes import ENTRIES
from screening.report.shapes import LISTS as SHAPE
from screening.tables.named_countries import countries
from service.editions import Editions
from store import Home

NO_CLEARANCE = (
    "This is not a clearance. A hit is a reason for a person to look; no hit says only that these "
    "editions have nothing alike enough. A person decides, not the assistant."
)
MOST_NAMES = 100
DOCUMENT_KINDS = ("organization", "vessel", "aircraft")
_READS = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)


@dataclass(frozen=True)
class Asked:
    """What the tools do; one for each process."""

    home: Home
    editions: Editions
    folder: Path | None
    """Where documents may be read from; None for nowhere."""
    _one_at_a_time: Lock = field(default_factory=Lock)

    def match(
        self,
        names: list[str],
        kind: str | None = None,
        countries_of: list[str] | None = None,
        lists: list[str] | None = None,
        threshold: float | None = None,
        profile: str | None = None,
    ) -> dict[str, Any]:
        """Screen names (one party each) against the sanctions lists: hits with evidence.

        kind: organization, person, vessel or aircraft. countries_of: countries that all the names
        are tied to. lists: only these; by default all that are loaded. threshold: 0 to 1.
        profile: the team's screening profile, which says lists and threshold instead.
        """
        if not 1 <= len(names) <= MOST_NAMES:
            raise UsageError(f"{len(names)} names; 1 to {MOST_NAMES} can be asked for at once")
        chosen = self._chosen(threshold, None, lists, profile)
        what = _kind(kind)
        tied = countries(countries_of or (), "countries_of: ")
        queries = [Query(name=name, kind=what, countries=tied) for name in names]
        for query in queries:
            if reason := unsearchable(query):
                raise UsageError(f"{query.name[:60]!r} has {reason}")
        with self._engine(chosen.lists) as engine:
            owners = Owners.open(self.home, engine, threshold=chosen.threshold, as_of=None)
            answers = list(with_derived(owners, queries, match_queries(engine, queries, chosen)))
            told = [name_answer(each) for each in answers]
            return self._told(engine, **_profile(chosen), answers=told)

    def screen_document(
        self,
        path: str | None = None,
        text: str | None = None,
        lists: list[str] | None = None,
        profile: str | None = None,
    ) -> dict[str, Any]:
        """Find listed names in a document: a file in the folder that the operator opened, or text.

        lists: only these; by default all that are loaded. profile: the team's screening profile,
        which says lists and threshold instead. What could not be read is partly_screened or
        not_screened, never clear.
        """
        if (path is None) == (text is None):
            raise UsageError("give path or text, one of them")
        data = None if text is None else text.encode()
        file = File(shown_as="text.txt" if path is None else str(self._inside(path)), data=data)
        chosen = self._chosen(None, DOCUMENT_KINDS, lists, profile)
        with self._engine(chosen.lists) as engine:
            answers = screen_file(engine, file, request=ScreenRequest(settings=chosen))
            told = [document_answer(each) for each in answers]
            return self._told(engine, **_profile(chosen), documents=told)

    def show_entry(self, entity_id: str) -> dict[str, Any]:
        """One entry of a list as it was published, like us_ofac_sdn:46633, and its edition."""
        return self._told(None, entry=ENTRIES.as_json(show(self.home, entity_id)))

    def list_editions(self) -> dict[str, Any]:
        """The loaded lists, each with its edition and age."""
        return self._told(None)

    def _chosen(
        self,
        threshold: float | None,
        usual_kinds: Sequence[str] | None,
        lists: Sequence[str] | None,
        profile: str | None,
    ) -> Settings:
        return settings(
            threshold=threshold,
            limit=10,
            kinds=None,
            lists=lists,
            as_of=None,
            profile=profile,
            usual_kinds=usual_kinds,
            home=self.home,
        )

    @contextmanager
    def _engine(self, lists: Sequence[str] | None) -> Iterator[Engine]:
        """The engine of the editions that are in use now."""
        with self._one_at_a_time:
            self.editions.refresh()
            if self.editions.problem is not None:
                raise NoListsError(f"{self.editions.problem} Nothing was screened")
            with self.editions.lease() as engine:
                yield engine.on(lists)

    def _inside(self, path: str) -> Path:
        """A file below the folder; what a document tells an assistant to read is no reason to.

        Raises:
            UsageError: it lies elsewhere, or no folder was opened.
        """
        if self.folder is None:
            raise UsageError(
                "no folder was opened: namewarden mcp --documents FOLDER; or give text"
            )
        found = (self.folder / path).resolve()
        if not found.is_relative_to(self.folder.resolve()) or not found.is_file():
            raise UsageError(f"{path!r} is no file in the folder that was opened")
        return found

    def _told(self, engine: Engine | None, **answer: Any) -> dict[str, Any]:
        """An answer with the editions that it was made on."""
        warnings = standing(self.home) if engine is None else engine.warnings
        return {
            "not_a_clearance": NO_CLEARANCE,
            "engine": ENGINE,
            "editions": [SHAPE.as_json(each) for each in list_inventory(self.home)],
            "warnings": [list_warning(each) for each in warnings],
            **answer,
        }


def server(home: Home, folder: Path | None) -> MCPServer[Any]:
    """The server; ``run`` makes it answer on standard input and output."""
    asked = Asked(home=home, editions=Editions(home), folder=folder)
    made: MCPServer[Any] = MCPServer(
        "namewarden", version=VERSION, instructions=f"Sanctions screening. {NO_CLEARANCE}"
    )
    tools: Mapping[str, Callable[..., dict[str, Any]]] = {
        "match": asked.match,
        "screen_document": asked.screen_document,
        "show_entry": asked.show_entry,
        "list_editions": asked.list_editions,
    }
    for name, work in tools.items():
        made.add_tool(_spoken(work), name=name, annotations=_READS)
    return made


def _spoken(work: Callable[..., dict[str, Any]]) -> Callable[..., dict[str, Any]]:
    """A tool whose errors reach the assistant in our words; others it is told of without theirs."""

    @wraps(work)
    def call(*given: Any, **named: Any) -> dict[str, Any]:
        try:
            return work(*given, **named)
        except NamewardenError as error:
            raise ToolError(f"{error}. Nobody is cleared by this") from error

    return call


def _profile(chosen: Settings) -> dict[str, str]:
    """The profile of an answer and what it leaves out, in a sentence, where one was asked for."""
    said = in_words(chosen)
    return {} if said is None else {"profile": said}


def _kind(text: str | None) -> Kind | None:
    try:
        return None if text is None else Kind(text)
    except ValueError as error:
        known = ", ".join(kind.value for kind in Kind)
        raise UsageError(f"unknown kind {text!r}; expected one of: {known}") from error
