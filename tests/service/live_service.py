"""A service that listens, for clients and browsers that are programs of their own."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import uvicorn
from fastapi import FastAPI

from service.app import create_app
from service.settings import ServiceSettings
from service.slow_headers import PatientProtocol
from store import Home

PATIENCE_SECONDS = 60


class Patient(PatientProtocol):
    """Patient enough for a busy machine, and for its test."""

    seconds = 2.0


@contextmanager
def served(home: Home, **chosen: Any) -> Iterator[str]:
    """A service in a thread of this process; yields its address."""
    with listening(create_app(ServiceSettings(**chosen), home)) as address:
        yield address


@contextmanager
def listening(app: FastAPI) -> Iterator[str]:
    """Any application in a thread of this process; yields its address."""
    with socket.create_server(("127.0.0.1", 0)) as port:
        config = uvicorn.Config(app, log_config=None, lifespan="on", http=Patient)
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, args=([port],))
        thread.start()
        try:
            until = time.monotonic() + PATIENCE_SECONDS
            while not server.started:
                assert thread.is_alive()
                assert time.monotonic() < until
                time.sleep(0.02)
            yield f"http://127.0.0.1:{port.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()
