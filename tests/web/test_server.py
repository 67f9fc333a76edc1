"""Where the server listens."""

import socket

import pytest

from habeas.errors import BadInput
from habeas.web.server import address, is_loopback, listen, names


def test_taken_port_gives_the_next_free_one() -> None:
    with listen("127.0.0.1", 0) as first:
        taken = first.getsockname()[1]
        with listen("127.0.0.1", taken) as second:
            assert second.getsockname()[1] > taken
            assert address(second) == f"http://127.0.0.1:{second.getsockname()[1]}/"


def test_host_that_is_none_is_refused() -> None:
    with pytest.raises(BadInput, match=r"127\.0\.0\.1"):
        listen("no such host.invalid", 8765)


@pytest.mark.skipif(not socket.has_ipv6, reason="this machine has no IPv6")
def test_address_of_the_other_kind_is_bracketed() -> None:
    try:
        listener = listen("::1", 0)
    except Exception as error:
        pytest.skip(f"IPv6 loopback is off: {error}")
    with listener:
        assert address(listener).startswith("http://[::1]:")


@pytest.mark.parametrize(
    ("host", "loopback"), [("127.0.0.1", True), ("::1", True), ("localhost", True), ("0.0.0.0", False)]
)
def test_loopback_is_told_apart(host: str, loopback: bool) -> None:
    assert is_loopback(host) is loopback


def test_server_answers_under_loopback_and_its_own_name() -> None:
    assert names("ledger.example") == {"127.0.0.1", "localhost", "[::1]", "ledger.example"}
