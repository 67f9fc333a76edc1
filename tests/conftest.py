"""What all tests share: the measuring texts, the browser, the network's absence, and reasons for what was skipped."""

import socket
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

import browsers

ROOT = Path(__file__).resolve().parent.parent

# Machines that share their cores are slow now and then: a deadline would fail tests that are right.
settings.register_profile("habeas", deadline=None, max_examples=100)
settings.load_profile("habeas")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of measuring texts beside the project; tests that need it are skipped where it is not."""
    folder = ROOT.parent / "shared"
    if not (folder / "cases").is_dir():
        pytest.skip("the measuring texts are not beside the project (../shared)")
    return folder


@pytest.fixture(scope="session")
def chromium() -> browsers.Browser:
    """The machine's Chromium; where it is required and there is none, that fails instead of skipping."""
    browser = browsers.find()
    if browser is None:
        (pytest.fail if browsers.required() else pytest.skip)(browsers.reason())
    return browser


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """Let no test reach past this machine."""
    connect = socket.socket.connect

    def only_here(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in ("127.0.0.1", "::1", "localhost"):
            raise AssertionError(f"a test reached for the network: {address[0]}")
        connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", only_here)
        yield


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say at the end why tests were skipped, each reason once with how many tests it took."""
    reasons = Counter(
        str(report.longrepr[2]).removeprefix("Skipped: ")
        if isinstance(report.longrepr, tuple)
        else str(report.longrepr)
        for report in terminalreporter.stats.get("skipped", [])
    )
    for reason, number in sorted(reasons.items()):
        terminalreporter.write_line(f"skipped {number}: {reason}", yellow=True)
