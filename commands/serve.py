"""The command ``serve``: HTTP API and review desk."""

import os
import secrets
import socket
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from commands.extras import needs
from commands.options import renamed, say
from records import NamewardenError, UsageError

if TYPE_CHECKING:
    from service.settings import ServiceSettings

SHUTDOWN_SECONDS = 20


def serve(
    host: Annotated[
        str | None, typer.Option("--host", help="Address to listen on. Default: 127.0.0.1.")
    ] = None,
    port: Annotated[int | None, typer.Option("--port", help="Default: 8484.")] = None,
    workers: Annotated[
        int | None,
        typer.Option("--workers", metavar="N", min=1, help="Number of processes. Default: 1."),
    ] = None,
    processes: Annotated[int | None, renamed("--processes", "--workers")] = None,
    no_sign_in: Annotated[
        bool,
        typer.Option("--no-sign-in", help="No sign-in; for this machine only."),
    ] = False,
    config: Annotated[
        Path | None,
        typer.Option(
            "--config", metavar="TOML", help="See docs/reference/service.md.", readable=False
        ),
    ] = None,
) -> None:
    """Answer over HTTP: an API for programs and a review desk for people."""
    with needs("service"):
        # Imported here so that the absence of one becomes a message.
        import uvicorn  # noqa: F401

        from service import request_log, settings  # noqa: F401

    chosen = {
        "HOST": host,
        "PORT": port,
        "PROCESSES": processes if workers is None else workers,
        "AUTHENTICATION": "none" if no_sign_in else None,
    }
    _run(_settings(chosen, config))


def _settings(chosen: Mapping[str, object], config: Path | None) -> "ServiceSettings":
    """The settings, with the options of the command line put into the environment: worker processes
    start afresh and read theirs from there.
    """
    from service.settings import FILE_VARIABLE, PREFIX, read_settings

    for name, value in chosen.items():
        if value is not None:
            os.environ[PREFIX + name] = str(value)
    if config is not None:
        os.environ[FILE_VARIABLE] = str(config.resolve())
    settings = read_settings()
    if settings.authentication == "none" and settings.local_token is None:
        # If each worker made its own, every worker would know a different one.
        os.environ[f"{PREFIX}LOCAL_TOKEN"] = secrets.token_urlsafe(24)
        settings = read_settings()
    return settings


def _run(settings: "ServiceSettings") -> None:
    """Run the service until it is stopped.

    Raises:
        NamewardenError: it could not be started.
    """
    import uvicorn

    from service.access import rates
    from service.request_log import configure_logging
    from service.slow_headers import PatientProtocol

    configure_logging()
    # Read when a worker starts: of many cores each would else keep memory for threads that the
    # matcher never runs (measured: 127 MB for a worker, 156 without this).
    os.environ.setdefault("MALLOC_ARENA_MAX", "2")
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    check_free(settings.host, settings.port)
    with tempfile.TemporaryDirectory(prefix="namewarden-serve-") as shared:
        if settings.processes > 1:
            # Read by prometheus_client when a worker imports it.
            os.environ["PROMETHEUS_MULTIPROC_DIR"] = shared
            file = str(Path(shared) / "rates.sqlite3")
            # Made before they start, so that no two make it at once.
            rates.Rates(file).close()
            os.environ[rates.VARIABLE] = file
        is_open = settings.authentication == "none"
        way_in = f"/open?token={settings.local_token}" if is_open else ""
        say(f"namewarden: http://{settings.host}:{settings.port}{way_in} (stop with Ctrl-C)")
        try:
            uvicorn.run(
                "service.app:from_environment",
                factory=True,
                http=PatientProtocol,
                host=settings.host,
                port=settings.port,
                workers=settings.processes,
                log_config=None,
                access_log=False,
                server_header=False,
                proxy_headers=bool(settings.trusted_proxies),
                forwarded_allow_ips=list(settings.trusted_proxies),
                timeout_graceful_shutdown=SHUTDOWN_SECONDS,
            )
        except SystemExit as ended:
            # Uvicorn ends with 3 when it cannot start, which elsewhere means hits to review.
            if ended.code:
                raise NamewardenError("the service could not be started; see above") from ended
            raise


def check_free(host: str, port: int) -> None:
    """Whether the service can listen there.

    Raises:
        UsageError: there is no such port.
        NamewardenError: another program listens there, or this machine has no such address.
    """
    if not 0 <= port < 1 << 16:
        raise UsageError(f"port {port} is not between 1 and 65535. The service was not started")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        socket.create_server((host, port), family=family).close()
    except OSError as error:
        why = error.strerror or error
        raise NamewardenError(
            f"{host}:{port}: {why}. The service was not started. Is it already running? "
            "Otherwise choose another --port or --host"
        ) from error
