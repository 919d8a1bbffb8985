"""Asks through a real service: its own API, yente's endpoints, and the pages of the desk."""

import os
import re
import secrets
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import quote

import requests

from asking.documents import Paper
from asking.question import Answer, ParsedQuery, of_hits
from asking.subjects import Subject

_PATIENCE_SECONDS = 120
_ENTRY = re.compile(r"/entries/([^\"'#?]+)")
_REFUSALS = (400, 404, 413, 422, 429, 503)
Names = Sequence[tuple[str, str, frozenset[str]]]


@dataclass(frozen=True, slots=True)
class Service:
    """A running service and what it asks of programs on its own machine."""

    address: str
    token: str

    def post(self, path: str, **what: Any) -> requests.Response:
        """The answer to a POST."""
        return requests.post(self.address + path, headers=self._headers(), timeout=300, **what)

    def get(self, path: str, **asked: Any) -> requests.Response:
        """The answer to a GET with a query."""
        return requests.get(self.address + path, headers=self._headers(), params=asked, timeout=300)

    def put(self, path: str, body: dict[str, Any]) -> requests.Response:
        """The answer to a PUT of JSON."""
        return requests.put(self.address + path, headers=self._headers(), json=body, timeout=300)

    def _headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}


@contextmanager
def started(home: Path, port: int) -> Iterator[Service]:
    """``namewarden serve`` as a process of its own; ended afterwards.

    Raises:
        RuntimeError: it does not answer within two minutes.
    """
    token = secrets.token_urlsafe(24)
    process = subprocess.Popen(
        [sys.executable, "-m", "cli", "serve", "--no-sign-in", "--port", str(port)],
        env={
            **os.environ,
            "NAMEWARDEN_HOME": str(home),
            "NAMEWARDEN_SERVE_LOCAL_TOKEN": token,
        },
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    service = Service(f"http://127.0.0.1:{port}", token)
    try:
        _wait(service, process)
        yield service
    finally:
        process.terminate()
        process.wait()


def _wait(service: Service, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + _PATIENCE_SECONDS
    while time.monotonic() < until and process.poll() is None:
        try:
            if requests.get(f"{service.address}/healthz", timeout=5).ok:
                return
        except requests.ConnectionError:
            time.sleep(0.2)
    raise RuntimeError(f"the service at {service.address} does not answer")


def ask(
    service: Service,
    names: Names,
    party: Subject,
    countries: Sequence[tuple[str, str]],
    papers: Sequence[Paper],
) -> Iterator[ParsedQuery]:
    """Every door with every name, and with the party's country in every way it may be written."""
    for way, text, ids in names:
        yield ParsedQuery("API: match", way, _matched(service, {"name": text}, ids))
        yield ParsedQuery("API: yente match", way, _yente(service, {"name": [text]}, ids))
        yield ParsedQuery("API: yente search", way, _yente_search(service, text, ids))
        yield ParsedQuery("desk: search", way, _desk(service, ids, q=text))
    for way, country in countries:
        body: dict[str, Any] = {"name": party.name, "countries": [country]}
        yield ParsedQuery("API: countries", way, _matched(service, body, party.ids))
        example = {"name": [party.name], "country": [country]}
        yield ParsedQuery("API: yente countries", way, _yente(service, example, party.ids))
        yield ParsedQuery(
            "desk: countries", way, _desk(service, party.ids, q=party.name, country=country)
        )
        yield ParsedQuery("API: counterparties", way, _stored(service, body))
    yield from _shapes(service, party)
    for paper in papers:
        yield ParsedQuery(
            "API: documents", f"{paper.kind}: {paper.place}", _document(service, paper, party)
        )


def _shapes(service: Service, party: Subject) -> Iterator[ParsedQuery]:
    """The other forms of a request to match."""
    name = party.name
    bodies: dict[str, dict[str, Any]] = {
        "as an alias": {"name": "Blue Lantern Partners", "aliases": [name]},
        "as a company": {"name": name, "kind": "organization"},
        "as a vessel": {"name": name, "kind": "vessel"},
        "kinds: person": {"name": name, "kinds": ["person"]},
        "an unknown list": {"name": name, "lists": ["no_such_list"]},
        "no list": {"name": name, "lists": []},
        "limit 1": {"name": name, "limit": 1},
        "threshold 1": {"name": name, "threshold": 1.0},
        "an unknown field": {"name": "Blue Lantern Partners", "alias": name},
        "second of several": {"queries": [{"name": "Blue Lantern Partners"}, {"name": name}]},
    }
    for way, body in bodies.items():
        if way in ("kinds: person", "threshold 1", "as a vessel"):
            continue  # asked for less: an answer without the party is the right one
        yield ParsedQuery("API: shapes", way, _matched(service, body, party.ids))
    for schema in ("Company", "Organization", "LegalEntity", "Thing", "PublicBody"):
        yield ParsedQuery(
            "API: shapes", f"yente {schema}", _yente(service, {"name": [name]}, party.ids, schema)
        )
    for field in ("alias", "weakAlias", "previousName"):
        example = {"name": ["Blue Lantern Partners"], field: [name]}
        yield ParsedQuery("API: shapes", f"yente {field}", _yente(service, example, party.ids))


def _matched(service: Service, body: dict[str, Any], ids: frozenset[str]) -> Answer:
    answer = service.post("/v1/match", json=body)
    if not answer.ok:
        return _refused(answer)
    told = answer.json()
    answers = told if isinstance(told, list) else told.get("answers", [told])
    return of_hits({hit["entity_id"] for one in answers for hit in one["hits"]}, ids, told=False)


def _yente(
    service: Service, properties: dict[str, Any], ids: frozenset[str], schema: str = "LegalEntity"
) -> Answer:
    query = {"queries": {"q": {"schema": schema, "properties": properties}}}
    answer = service.post("/match/default", json=query)
    if not answer.ok:
        return _refused(answer)
    results = answer.json()["responses"]["q"]["results"]
    return of_hits({result["id"] for result in results}, ids, told=False)


def _yente_search(service: Service, text: str, ids: frozenset[str]) -> Answer:
    answer = service.get("/search/default", q=text)
    if not answer.ok:
        return _refused(answer)
    return of_hits({result["id"] for result in answer.json()["results"]}, ids, told=False)


def _desk(service: Service, ids: frozenset[str], **asked: str) -> Answer:
    answer = service.get("/", **asked)
    if not answer.ok:
        return _refused(answer)
    page = answer.text
    if "No name reaches" in page:
        return Answer.CLEAR
    found = {unescape(each) for each in _ENTRY.findall(page)}
    plain = found | {each.replace("%3A", ":") for each in found}
    return of_hits(plain, ids, told='role="alert"' in page)


def _stored(service: Service, body: dict[str, Any]) -> Answer:
    """A country that is kept is one that ``monitor`` compares by: two letters, or it is refused."""
    answer = service.put("/v1/counterparties/c1", body)
    if not answer.ok:
        return _refused(answer)
    kept = service.get("/v1/counterparties/c1").json().get("countries", [])
    good = all(re.fullmatch("[a-z]{2}", each) for each in kept)
    return Answer.FOUND if good and (kept or not any(body["countries"])) else Answer.CLEAR


def _document(service: Service, paper: Paper, party: Subject) -> Answer:
    answer = service.post("/v1/screen", files={"file": (f"a{quote(paper.suffix)}", paper.data)})
    if not answer.ok:
        return _refused(answer)
    documents = answer.json()["documents"]
    ids = {hit["entity_id"] for document in documents for hit in document["hits"]}
    told = any(document["status"] != "screened" for document in documents)
    return of_hits(ids, party.ids, told=told)


def _refused(answer: requests.Response) -> Answer:
    return Answer.TOLD if answer.status_code in _REFUSALS else Answer.BROKEN
