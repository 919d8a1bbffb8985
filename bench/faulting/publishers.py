"""Servers that are slow, broken or lie, asked for a list: the edition in use stays, with a line."""

import os
import signal
import socket
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from faulting.asked import damage, difference, state
from faulting.ground import copied
from faulting.outcome import AS_AFTER, REFUSED, Row
from faulting.plan import Plan
from faulting.strike import Ran, forked

Serve = Callable[[socket.socket], None]
SECONDS = 3
"""What a server may take here; an update gives it a quarter of an hour."""


def answer(body: bytes, *headers: str, length: int | None = None, status: str = "200 OK") -> bytes:
    """An HTTP answer, with whatever length it claims."""
    said = len(body) if length is None else length
    lines = [f"HTTP/1.1 {status}", "Content-Type: application/xml", "Connection: close", *headers]
    if said >= 0:
        lines.append(f"Content-Length: {said}")
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def _says(data: bytes) -> Serve:
    return lambda client: client.sendall(data)


def _chunks(body: bytes) -> bytes:
    """One chunk of two, and no end."""
    head = answer(b"", "Transfer-Encoding: chunked", length=-1)
    half = body[: len(body) // 2]
    return head + f"{len(half):x}\r\n".encode() + half + b"\r\n"


def _stalls(client: socket.socket) -> None:
    client.sendall(b"HTTP/1.1 200 OK\r\nContent-")
    time.sleep(SECONDS * 2)


def _trickles(body: bytes) -> Serve:
    def serve(client: socket.socket) -> None:
        client.sendall(answer(b"", length=len(body)))
        for place in range(len(body)):
            client.sendall(body[place : place + 1])
            time.sleep(0.02)

    return serve


def _never_ends(client: socket.socket) -> None:
    client.sendall(answer(b'<?xml version="1.0"?><export>', length=-1))
    while True:
        client.sendall(b" " * (1 << 20))


def servers(ground: Path) -> dict[str, Serve]:
    """What each does, by what it is called in the table."""
    now = (ground / "lists" / "eu_fsf.xml").read_bytes()
    old = (ground / "eu_old.xml").read_bytes()
    other = (ground / "lists" / "us_ofac_sdn.xml").read_bytes()
    shorter = old.replace(b"2026-07-01", b"2026-08-22")
    found = "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: "
    return {
        "ends in the middle": _says(answer(now[: len(now) // 2], length=len(now))),
        "ends in the middle, no length": _says(answer(now[: len(now) // 2], length=-1)),
        "ends in a chunk": _says(_chunks(now)),
        "announces less than it sends": _says(answer(now, length=len(now) - 2000)),
        "announces more than it sends": _says(answer(now, length=len(now) + 2000)),
        "stalls in the headers": _stalls,
        "sends 50 bytes a second": _trickles(now),
        "never ends": _never_ends,
        "redirects to itself": _says(f"{found}/list.xml\r\n\r\n".encode()),
        "redirects to an inner address": _says(f"{found}http://169.254.169.254/\r\n\r\n".encode()),
        "answers 200 with a page": _says(answer(b"<!DOCTYPE html><html><p>Sorry</html>")),
        "answers 200 with nothing": _says(answer(b"")),
        "answers 403": _says(answer(b"no", status="403 Forbidden")),
        "answers 503": _says(answer(b"later", status="503 Service Unavailable")),
        "answers 304 to no question": _says(b"HTTP/1.1 304 Not Modified\r\n\r\n"),
        "sends another list": _says(answer(other)),
        "says gzip, and it is not": _says(answer(now, "Content-Encoding: gzip")),
        "sends another digest": _says(answer(now, "Repr-Digest: sha-256=:AAAA:")),
        "sends an old body under a new tag": _says(answer(old, 'ETag: "new"')),
        "sends less under the same date": _says(answer(shorter, 'ETag: "new"')),
        "speaks no HTTP": _says(os.urandom(2000)),
        "hangs up": lambda client: client.close(),
    }


def lying_servers(plan: Plan) -> Iterator[Row]:
    """Each server asked once: each does the same every time."""
    before = state(plan.ground)
    for name, serve in servers(plan.ground).items():
        if plan.only and name not in plan.only:
            continue
        row = Row("publisher's server", name)
        copy = copied(plan.ground, plan.folder / "struck")
        with _serving(serve) as address:
            ran = _asked(copy, address)
        now = state(copy)
        row.wrong += damage(now)
        other = difference(before, now)
        if ran.is_refusal:
            row.add(REFUSED, [f"{name}: refused, but {other} changed"] * bool(other))
        else:
            wrong = f"{name}: status {ran.status}, {other} changed: {ran.complaint}"
            row.add(AS_AFTER if ran.status == 0 else "other", [wrong])
        yield row


def _asked(copy: Path, address: str) -> Ran:
    """The EU's list fetched from there, with less patience than people have."""

    def run() -> None:
        from cli import main
        from lists import download, source
        from screening.updates import update

        download.CONNECT_SECONDS = 1
        download.LONGEST_WAIT = 0.1
        download.TOTAL_SECONDS = SECONDS
        vars(update)["ATTEMPTS"] = 2
        vars(update)["source"] = lambda name: replace(source(name), patience_seconds=SECONDS)
        os.chdir(copy)
        os.environ["NAMEWARDEN_HOME"] = str(copy / "home")
        os.environ["NAMEWARDEN_URL_EU_FSF"] = address
        sys.argv = ["namewarden", "update", "eu_fsf", "--accept-excerpts"]
        main()

    return forked(run)


@contextmanager
def _serving(serve: Serve) -> Iterator[str]:
    """A server in a process of its own, since this one forks and may have no threads."""
    with socket.create_server(("127.0.0.1", 0)) as port:
        child = os.fork()
        if child == 0:
            signal.alarm(120)
            while True:
                client, _ = port.accept()
                with client, suppress(OSError):
                    client.settimeout(SECONDS)
                    client.recv(1 << 16)
                    serve(client)
        try:
            yield f"http://127.0.0.1:{port.getsockname()[1]}/list.xml"
        finally:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
