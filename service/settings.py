"""The service's settings: one TOML file, overridden by the environment, checked at the start.

Every setting is a field here with its meaning; docs/reference/service.md is kept to it by a test.
"""

import ipaddress
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from types import UnionType
from typing import Any, get_args, get_origin

from records import UsageError

FILE_VARIABLE = "NAMEWARDEN_CONFIG"
PREFIX = "NAMEWARDEN_SERVE_"
MIB = 1 << 20


def _says(default: Any, meaning: str) -> Any:
    return field(default=default, metadata={"meaning": meaning})


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceSettings:
    """How the service runs. ``read_settings`` makes one from file and environment."""

    host: str = _says("127.0.0.1", "address to listen on; another than loopback needs sign-in")
    port: int = _says(8484, "port to listen on")
    processes: int = _says(1, "worker processes; each has the index in its memory")
    authentication: str = _says(
        "required", "`required`, or `none` for one person on their own machine (loopback only)"
    )
    local_token: str | None = _says(
        None, "what a service without sign-in asks for; new at each start, and printed"
    )
    public_url: str | None = _says(
        None, "address under which people reach the service, behind a proxy: `https://desk.example`"
    )
    trusted_proxies: tuple[str, ...] = _says(
        (), "addresses of proxies whose `X-Forwarded-*` headers are believed"
    )
    poll_seconds: float = _says(2.0, "how often each process looks for new list editions")
    max_age_days: int | None = _says(
        None,
        "refuse to answer on lists older than so many days; without it each list's own limit "
        "makes the service not ready",
    )
    body_limit: int = _says(2 * MIB, "largest request in bytes, uploads apart")
    upload_limit: int = _says(100 * MIB, "largest document in bytes")
    uploads_at_once: int = _says(
        8, "documents that one process takes in at once; the next is told to come back (503)"
    )
    document_processes: int = _says(
        2, "documents that are screened at once, each in a process of its own"
    )
    document_seconds: float = _says(
        120.0, "longest time for one document; what takes longer is `not_screened`"
    )
    names_limit: int = _says(1000, "names in one request")
    requests_per_minute: int = _says(
        12_000, "requests of one key or person in a minute, over all processes"
    )
    session_hours: float = _says(8.0, "a person is signed in for so long after the last request")
    log_names: bool = _says(False, "write the names that were asked for into the log")
    oidc_issuer: str | None = _says(
        None, "OpenID Connect issuer; people then sign in there: `https://login.example/realm`"
    )
    oidc_client_id: str | None = _says(None, "this service's id at the issuer")
    oidc_client_secret: str | None = _says(None, "its secret; better given by the environment")
    oidc_role_claim: str = _says("roles", "claim that holds `analyst`, `approver` or `admin`")

    @property
    def is_loopback(self) -> bool:
        """Whether nobody but this machine can reach the service."""
        return is_loopback(self.host)

    @property
    def is_secure(self) -> bool:
        """Whether people reach it by HTTPS, so that cookies are sent there only."""
        return (self.public_url or "").startswith("https://")


def is_loopback(host: str) -> bool:
    """Whether an address is this machine's own."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def read_settings(environment: Mapping[str, str] = os.environ, **chosen: object) -> ServiceSettings:
    """Read the settings: defaults, then the TOML file, then the environment, then what was chosen.

    Args:
        environment: ``NAMEWARDEN_CONFIG`` names the file; ``NAMEWARDEN_SERVE_PORT`` and so on
            override what is in it.
        chosen: settings given otherwise, as on the command line; None means not given.

    Raises:
        UsageError: a setting is unknown, has the wrong type, or would leave the service open.
    """
    known = {each.name: each.type for each in fields(ServiceSettings)}
    values: dict[str, Any] = {}
    path = environment.get(FILE_VARIABLE)
    if path:
        for name, value in _from_file(Path(path)).items():
            values[name] = _checked(path, name, value, known)
    for variable, text in environment.items():
        if variable.startswith(PREFIX):
            name = variable.removeprefix(PREFIX).lower()
            values[name] = _from_text(variable, name, text, known)
    values |= {name: value for name, value in chosen.items() if value is not None}
    settings = ServiceSettings(**values)
    _refuse_open(settings)
    return settings


def _from_file(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(
            f"{path}: cannot be read as TOML ({error}). The service was not started. "
            f"Correct it, or unset {FILE_VARIABLE}"
        ) from error


def _checked(where: str, name: str, value: Any, known: Mapping[str, Any]) -> Any:
    wanted = _plain(_known(where, name, known))
    if wanted is tuple and isinstance(value, list):
        return tuple(str(item) for item in value)
    if wanted is float and type(value) is int:
        return float(value)
    if type(value) is not wanted:
        raise UsageError(
            f"{where}: {name} is {value!r}, {wanted.__name__} expected. The service was not started"
        )
    return value


def _from_text(where: str, name: str, text: str, known: Mapping[str, Any]) -> Any:
    wanted = _plain(_known(where, name, known))
    if wanted is tuple:
        return tuple(filter(None, (part.strip() for part in text.split(","))))
    if wanted is bool:
        if text.lower() in ("true", "1", "yes", "false", "0", "no"):
            return text.lower() in ("true", "1", "yes")
    elif wanted is str:
        return text
    else:
        try:
            return wanted(text)
        except ValueError:
            pass
    raise UsageError(
        f"{where}: {text!r} is not a valid {wanted.__name__}. The service was not started"
    )


def _known(where: str, name: str, known: Mapping[str, Any]) -> Any:
    if name not in known:
        raise UsageError(
            f"{where}: unknown setting {name!r}; expected one of: {', '.join(sorted(known))}"
        )
    return known[name]


def _plain(annotation: Any) -> type:
    """The plain type behind an annotation like ``int | None`` or ``tuple[str, ...]``."""
    if isinstance(annotation, UnionType):
        annotation = next(each for each in get_args(annotation) if each is not type(None))
    plain: type = get_origin(annotation) or annotation
    return plain


def _refuse_open(settings: ServiceSettings) -> None:
    if settings.authentication not in ("required", "none"):
        raise UsageError(
            f"authentication is {settings.authentication!r}, 'required' or 'none' expected"
        )
    if settings.authentication == "none" and not settings.is_loopback:
        raise UsageError(
            f"{settings.host} can be reached from outside and authentication is 'none': the "
            'service was not started. Set authentication = "required", or listen on 127.0.0.1'
        )
