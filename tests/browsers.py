"""A Chromium for the browser tests: found, or installed where that is allowed. As a script it installs.

Order: `HABEAS_BROWSER`, what is on the machine, the system's package manager (apt-get as root or by
passwordless sudo, brew), Playwright's own download. Where none can be had, why is left in a note that
the skipped tests show; where a browser is required (`HABEAS_REQUIRE_BROWSER=1` or `CI=true`) that is a failure.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

NOTE = Path(sys.prefix) / ".no-browser"
"""Why no browser could be installed, in one line."""
PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")
MAC_APPS = ("Google Chrome", "Chromium", "Microsoft Edge")
INSTALL_SECONDS = 900


@dataclass(frozen=True, slots=True)
class Browser:
    """A Chromium that can be started."""

    path: str

    @property
    def launch(self) -> dict[str, object]:
        """Arguments for Playwright's `chromium.launch`; the sandbox does not work for root."""
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        return {"executable_path": self.path, "args": arguments}


def find() -> Browser | None:
    """The browser of this machine, if it has one."""
    named = os.environ.get("HABEAS_BROWSER")
    if named:
        return Browser(named) if os.access(named, os.X_OK) else None
    for program in PROGRAMS:
        path = shutil.which(program)
        if path is not None:
            return Browser(path)
    for app in MAC_APPS:
        inside = Path("/Applications") / f"{app}.app" / "Contents" / "MacOS" / app
        if inside.exists():
            return Browser(str(inside))
    return _playwrights_own()


def required() -> bool:
    """Whether the lack of a browser is a failure."""
    return os.environ.get("HABEAS_REQUIRE_BROWSER") == "1" or os.environ.get("CI") == "true"


def reason() -> str:
    """Why there is no browser, in one line."""
    if os.environ.get("HABEAS_BROWSER"):
        return f"no browser: HABEAS_BROWSER={os.environ['HABEAS_BROWSER']} is no program"
    return (
        NOTE.read_text(encoding="utf-8")
        if NOTE.exists()
        else "no browser: no Chromium found; `make browser` installs one"
    )


def install() -> Browser | None:
    """Try each way to get a browser; where all fail, say why in the note."""
    failures = []
    for name, commands in _ways():
        print(f"No Chromium here: installing one by {name} ...", flush=True)
        failure = next(filter(None, map(_failure, commands)), None)
        browser = find()
        if browser is not None:
            NOTE.unlink(missing_ok=True)
            return browser
        failures.append(f"{name}: {failure or 'none was there afterwards'}")
    NOTE.write_text(f"no browser: {'; '.join(failures)}", encoding="utf-8")
    return None


def _ways() -> list[tuple[str, list[list[str]]]]:
    ways: list[tuple[str, list[list[str]]]] = []
    if shutil.which("apt-get"):
        sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
        if not sudo or shutil.which("sudo"):
            apt = [*sudo, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
            ways.append(("apt-get", [[*apt, "update"], [*apt, "install", "-y", "--no-install-recommends", "chromium"]]))
    if shutil.which("brew"):
        ways.append(("brew", [["brew", "install", "--cask", "chromium"]]))
    ways.append(("Playwright", [[sys.executable, "-m", "playwright", "install", "chromium"]]))
    return ways


def _failure(command: list[str]) -> str | None:
    """What went wrong, in one line; None where nothing did."""
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=INSTALL_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    if done.returncode == 0:
        return None
    said = (done.stderr.strip() or done.stdout.strip()).splitlines()
    return said[-1] if said else f"it ended with {done.returncode}"


def _playwrights_own() -> Browser | None:
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return None
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return Browser(path) if Path(path).exists() else None


def main() -> int:
    """Find or install; 1 where a browser is required and cannot be had."""
    browser = find()
    if browser is None and not os.environ.get("HABEAS_BROWSER"):
        browser = install()
    if browser is not None:
        print(f"Browser: {browser.path}")
        return 0
    print(reason(), file=sys.stderr)
    return 1 if required() else 0


if __name__ == "__main__":
    sys.exit(main())
