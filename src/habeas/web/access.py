"""Who may ask, and what a page may do: the Host check and the headers of every answer.

A page elsewhere could make a browser send requests here under its own name (DNS rebinding);
so only the names this server was started for are answered.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]"})

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
"""Sent with every answer; nothing is kept in a browser's cache on a machine that may be searched."""


def host_name(header: str) -> str:
    """The host of a Host header, without its port, in small letters."""
    if header.startswith("["):
        return header.partition("]")[0].lower() + "]"
    return header.partition(":")[0].lower()


class Guard:
    """ASGI layer that refuses foreign hosts and sets the headers."""

    def __init__(self, app: ASGIApp, hosts: Iterable[str] = LOOPBACK) -> None:
        self.app = app
        self.hosts = frozenset(host.lower() for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or refuse with 400."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                added = [(name.lower().encode(), value.encode()) for name, value in HEADERS.items()]
                kept = {name for name, _ in added}
                message["headers"] = [pair for pair in message["headers"] if pair[0].lower() not in kept] + added
            await send(message)

        hosts = [value.decode("latin-1") for name, value in scope["headers"] if name == b"host"]
        if len(hosts) != 1 or host_name(hosts[0]) not in self.hosts:
            from starlette.responses import PlainTextResponse

            refusal = PlainTextResponse(
                "This server answers only under its own name. Open the address it printed when it started.\n", 400
            )
            await refusal(scope, receive, guarded)
            return
        await self.app(scope, receive, guarded)
