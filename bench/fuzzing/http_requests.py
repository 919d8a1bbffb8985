"""Requests made wrong, for every address of the service: what its OpenAPI document and the desk's
pages say may be sent, with values among them that nobody should send.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from random import Random
from typing import Any
from urllib.parse import quote

from fastapi import FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute

from service.app import PAGES

NOT_ASKED = {("POST", "/lists/update")}
"""Goes to the publishers' servers."""
ODD: tuple[str, ...] = (
    "", " ", "\0", "\r\nX: y", "\x1b[31m", "\u202e", "\ufeff", "\U0010ffff", "ﷺ" * 50,
    "..", "../..", "%", "%00", "%ff", "'", '"', "<b>", "{{1}}", "=1+1", ";", ",", "a,b", "null",
    "true", "NaN", "inf", "-inf", "1e999", "-1", "0", "0.5", "1.0000001", "9" * 30, "2147483648",
    "9223372036854775808", "٣", "0x1", "1_0", "2026-02-30", "0000-00-00", "9999-12-31",
    "10000-01-01", "2026-11-29T25:00", "2026-01-01T00:00:00+99:99", "A" * 5_000, "م " * 400, "C0",
    "C999999999", "A" + "9" * 18, "S0",
)  # fmt: skip
FIT: tuple[str, ...] = (
    "C1", "C2", "A1", "S1", "1", "2", "K-1", "Kalashnikov Concern", "us_ofac_sdn", "eu_fsf",
    "default", "sanctions", "open", "closed", "false_positive", "true_match", "escalated", "all",
    "oldest", "name", "organization", "person", "ru", "2026-11-01", "0.9", "10", "analyst", "admin",
    "assign", "comment", "reopen", "take-back", "ada", "local", "why", "match", "screen",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """One request; what it carries is one of form, JSON and bytes."""

    method: str
    path: str
    """With its query, percent-encoded."""
    accept: str = "*/*"
    form: tuple[tuple[str, str], ...] | None = None
    """``csrf`` is put in by who sends it."""
    json: str | None = None
    file: str | None = None
    """A file of the field ``file``, in Latin-1."""

    def text(self) -> str:
        """As it is kept."""
        return json.dumps(asdict(self), ensure_ascii=True, indent=1) + "\n"

    @staticmethod
    def of(text: str) -> "Asked":
        """The reverse of ``text``."""
        found = json.loads(text)
        form = found.pop("form")
        return Asked(**found, form=None if form is None else tuple(map(tuple, form)))


@dataclass(frozen=True, slots=True)
class Place:
    """What may be sent to an address with one method."""

    method: str
    path: str
    query: tuple[str, ...]
    form: tuple[str, ...] | None
    schema: dict[str, Any] | None
    page: bool

    def asked(self, dice: Random, schemas: dict[str, Any]) -> Asked:
        """A request, with something in it that may be odd."""
        path = re.sub(r"\{[^}]*\}", lambda _: quote(_value(dice) or "x", safe=""), self.path)
        query = [(key, _value(dice)) for key in self.query if dice.random() < 0.4]
        if dice.random() < 0.05:
            query.append((_value(dice), _value(dice)))
        path += "?" * bool(query) + "&".join(f"{_in_query(k)}={_in_query(v)}" for k, v in query)
        accept = "text/html" if self.page or dice.random() < 0.1 else "application/json"
        form, body, file = None, None, None
        if self.form is not None:
            form = tuple(self._fields(dice))
            if dice.random() < 0.7:
                file = dice.choice(("name\nMahan Air\n", "id;name\n1;\n", "", "\0\xff", "PK\3\4x"))
        elif self.schema is not None:
            value = _made(self.schema, schemas, dice, 0)
            body = json.dumps(value) if dice.random() < 0.95 else _value(dice)
        return Asked(self.method, path, accept, form, body, file)

    def _fields(self, dice: Random) -> Iterator[tuple[str, str]]:
        for key in self.form or ():
            for _ in range(dice.choice((0, 1, 1, 1, 1, 1, 1, 2))):
                yield key, _value(dice)


def _value(dice: Random) -> str:
    return dice.choice(ODD if dice.random() < 0.4 else FIT)


def _in_query(text: str) -> str:
    return quote(text, safe="", errors="surrogatepass")


def places(app: FastAPI) -> list[Place]:
    """Every address of the API and of the desk."""
    found = [*_of_api(app.openapi()), *_of_pages()]
    return [place for place in found if (place.method, place.path) not in NOT_ASKED]


def _of_api(document: dict[str, Any]) -> Iterator[Place]:
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            names = tuple(
                each["name"] for each in operation.get("parameters", ()) if each["in"] == "query"
            )
            content = operation.get("requestBody", {}).get("content", {})
            schema = content.get("application/json", {}).get("schema")
            form: tuple[str, ...] | None = None
            for kind in ("multipart/form-data", "application/x-www-form-urlencoded"):
                if kind in content:
                    fields = content[kind]["schema"]
                    fields = _resolved(fields, document["components"]["schemas"])
                    form = tuple(fields.get("properties", {}))
            yield Place(method.upper(), path, names, form, schema, page=False)


def _of_pages() -> Iterator[Place]:
    for module in PAGES:
        for route in module.router.routes:
            if not isinstance(route, APIRoute):
                continue
            query = tuple(_names(route.dependant, "query_params"))
            for method in sorted(route.methods or ()):
                form = tuple(_names(route.dependant, "body_params")) if method == "POST" else None
                yield Place(method, route.path, query, form, None, page=True)


def _names(dependant: Dependant, kind: str) -> Iterator[str]:
    yield from (each.alias for each in getattr(dependant, kind))
    for other in dependant.dependencies:
        yield from _names(other, kind)


def _resolved(schema: dict[str, Any], schemas: dict[str, Any]) -> dict[str, Any]:
    if "$ref" in schema:
        found: dict[str, Any] = schemas[schema["$ref"].rpartition("/")[2]]
        return found
    return schema


def _made(schema: dict[str, Any], schemas: dict[str, Any], dice: Random, depth: int) -> Any:
    """A value that fits a schema, or nearly."""
    if dice.random() < 0.08:
        return dice.choice((None, True, -1, 1e308, 10**30, "", [], {}, [[]], dice.choice(ODD)))
    schema = _resolved(schema, schemas)
    for key in ("anyOf", "oneOf", "allOf"):
        if key in schema:
            return _made(dice.choice(schema[key]), schemas, dice, depth + 1)
    if "enum" in schema:
        return dice.choice(schema["enum"])
    match schema.get("type"):
        case "object" if depth < 6:
            return _object(schema, schemas, dice, depth)
        case "array" if depth < 6:
            items = schema.get("items", {})
            many = dice.choice((0, 1, 1, 2, 3))
            return [_made(items, schemas, dice, depth + 1) for _ in range(many)]
        case "integer":
            return dice.choice((0, 1, 2, 10, -1, 1 << 31, 1 << 63, 10**20))
        case "number":
            return dice.choice((0, 0.5, 0.8, 1, -0.1, 1.1, 1e-300, 1e308))
        case "boolean":
            return dice.random() < 0.5
    return _value(dice)


def _object(
    schema: dict[str, Any], schemas: dict[str, Any], dice: Random, depth: int
) -> dict[str, Any]:
    required, found = schema.get("required", ()), {}
    for name, each in schema.get("properties", {}).items():
        if dice.random() < (0.95 if name in required else 0.4):
            found[name] = _made(each, schemas, dice, depth + 1)
    if dice.random() < 0.05 or schema.get("additionalProperties"):
        found[_value(dice)] = _value(dice)
    return found
