"""A publisher for tests: EU lists of any size and date, and a server that serves or fails."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

ENTRY = (
    '<sanctionEntity logicalId="{number}"><regulation programme="UKR" numberTitle="269/2014"/>'
    '<subjectType code="enterprise" classificationCode="E"/>'
    '<nameAlias wholeName="Company number {number}" strong="true"/></sanctionEntity>'
)


def eu_list(entities: int = 20, edition: str = "2026-01-10") -> bytes:
    """A list in the layout of the EU's."""
    entries = "".join(ENTRY.format(number=number) for number in range(1, entities + 1))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<export xmlns="http://eu.europa.ec/fpi/fsd/export" '
        f'generationDate="{edition}T08:00:00.000+01:00" globalFileId="1">{entries}</export>'
    ).encode()


@dataclass
class Answer:
    """What the server says to one request."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    announced: int | None = None
    """Content-Length, when it is not the truth."""


@dataclass
class Server:
    """A running server: answers in the order given, the last one again and again."""

    address: str
    answers: list[Answer]
    seen: list[dict[str, str]] = field(default_factory=list)


@contextmanager
def serving(*answers: Answer) -> Iterator[Server]:
    """Serve these answers on this machine."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            server.seen.append({**dict(self.headers.items()), "path": self.path})
            answer = server.answers.pop(0) if len(server.answers) > 1 else server.answers[0]
            self.send_response(answer.status)
            for key, value in answer.headers.items():
                self.send_header(key, value)
            length = len(answer.body) if answer.announced is None else answer.announced
            self.send_header("Content-Length", str(length))
            self.end_headers()
            self.wfile.write(answer.body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing."""

    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server = Server(f"http://127.0.0.1:{httpd.server_port}/list.xml", list(answers))
    thread = threading.Thread(target=httpd.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield server
    finally:
        httpd.shutdown()
        thread.join()
        httpd.server_close()
