"""The API for people: every address with what it takes, from the program's own description."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from service.access.principal import MATCH, Principal
from service.pages.render import page, person

router = APIRouter(include_in_schema=False)
_METHODS = ("get", "post", "put", "delete")


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A parameter, or a field of a body."""

    name: str
    where: str
    """``path``, ``query`` or ``body``."""
    kind: str
    needed: bool
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """One thing that a program can ask."""

    method: str
    path: str
    about: str
    values: tuple[Value, ...]

    @property
    def id(self) -> str:
        """Of its place on the page."""
        words = self.path.replace("{", "").replace("}", "").strip("/").replace("/", "-")
        return f"{self.method.lower()}-{words or 'root'}"


@router.get("/help/api")
async def api_help(
    request: Request, principal: Annotated[Principal, Depends(person(MATCH))]
) -> Response:
    """Every address of the API, by what it is about."""
    description = request.app.openapi()
    groups: dict[str, list[Address]] = {}
    for group, address in _addresses(description):
        groups.setdefault(group, []).append(address)
    base = str(request.base_url).rstrip("/")
    return page(request, "api.html", principal, groups=groups, base=base)


def _addresses(description: dict[str, Any]) -> Iterator[tuple[str, Address]]:
    for path, methods in description["paths"].items():
        for method in _METHODS:
            if method in methods:
                yield _address(description, path, method, methods[method])


def _address(
    description: dict[str, Any], path: str, method: str, said: dict[str, Any]
) -> tuple[str, Address]:
    body: dict[str, Any] = next(iter(said.get("requestBody", {}).get("content", {}).values()), {})
    values = [_value(description, each, each["in"]) for each in said.get("parameters", ())]
    values += _fields(description, body.get("schema", {}))
    address = Address(
        method=method.upper(),
        path=path,
        about=said.get("description") or said.get("summary", ""),
        values=tuple(values),
    )
    return next(iter(said.get("tags", ())), "other"), address


def _fields(description: dict[str, Any], schema: dict[str, Any]) -> Iterator[Value]:
    schema = _whole(description, schema)
    for one in schema.get("anyOf", ()):
        yield from _fields(description, one)
    needed = schema.get("required", ())
    for name, each in schema.get("properties", {}).items():
        yield _value(
            description, {"name": name, "schema": each, "required": name in needed}, "body"
        )


def _value(description: dict[str, Any], said: dict[str, Any], where: str) -> Value:
    schema = said.get("schema", {})
    return Value(
        name=said["name"],
        where=where,
        kind=_kind(description, schema),
        needed=said.get("required", False),
        about=said.get("description") or schema.get("description", ""),
    )


def _kind(description: dict[str, Any], schema: dict[str, Any]) -> str:
    """What a value is, in a word or a few: ``string``, ``list of string``, the words it may be."""
    schema = _whole(description, schema)
    if "enum" in schema:
        return ", ".join(map(str, schema["enum"]))
    if "anyOf" in schema:
        kinds = [_kind(description, one) for one in schema["anyOf"]]
        return " or ".join(dict.fromkeys(kind for kind in kinds if kind != "null"))
    if schema.get("type") == "array":
        return f"list of {_kind(description, schema.get('items', {}))}"
    return str(schema.get("title" if schema.get("type") == "object" else "type", "any"))


def _whole(description: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    """A schema itself, where there is only its address."""
    found = schema
    while "$ref" in found:
        *_, name = found["$ref"].split("/")
        found = description["components"]["schemas"][name]
    return found
