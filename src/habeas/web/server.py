"""The server: on loopback unless told otherwise, on the next free port where the wanted one is taken."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from typing import TYPE_CHECKING

import uvicorn

from habeas.errors import BadInput, HabeasError
from habeas.web.access import LOOPBACK
from habeas.web.app import create_app

if TYPE_CHECKING:
    from habeas.web.holdings import Holdings

_TRIES = 50
"""Ports tried from the wanted one upwards."""


def listen(host: str, port: int) -> socket.socket:
    """A socket on the host at the port, or the next free one; 0 lets the system choose.

    Raises BadInput where the host is none of this machine's, HabeasError where no port is free.
    """
    try:
        family, _, _, _, _ = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except OSError as error:
        raise BadInput(f"--host {host}", "an address of this machine was expected", "use 127.0.0.1") from error
    for wanted in range(port, min(port + _TRIES, 65536)) if port else [0]:
        listener = socket.socket(family, socket.SOCK_STREAM)
        # Only to take over a port that a server which has just ended still keeps waiting; never one in use.
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, wanted))
            listener.listen(128)
        except OSError as error:
            listener.close()
            if isinstance(error, PermissionError):
                raise BadInput(f"--port {wanted}", "a port one may open was expected", "use one above 1023") from error
            continue
        return listener
    raise HabeasError(f"ports {port} to {port + _TRIES - 1} are all taken; give another with --port")


def address(listener: socket.socket) -> str:
    """What to type into a browser."""
    host, port = listener.getsockname()[:2]
    named = f"[{host}]" if ":" in host else host
    return f"http://{named}:{port}/"


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach the host."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def names(host: str) -> frozenset[str]:
    """Host names to answer under: loopback's, and the one that was asked for."""
    return LOOPBACK | {f"[{host}]" if ":" in host else host}


def serve(holdings: Holdings, host: str, port: int, tell: Callable[[str], None]) -> None:
    """Serve until stopped; `tell` is given the address once it is open."""
    listener = listen(host, port)
    config = uvicorn.Config(
        create_app(holdings, names(host)), log_level="warning", access_log=False, server_header=False, date_header=False
    )
    tell(address(listener))
    uvicorn.Server(config).run(sockets=[listener])
