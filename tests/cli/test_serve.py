"""`habeas serve` as a program."""

import os
import re
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from habeas.store.session import open_ledger


@pytest.mark.skipif(os.name == "nt", reason="stopped by a signal that Windows has not")
def test_serve_says_its_address_answers_there_and_stops_when_told(tmp_path: Path) -> None:
    open_ledger(tmp_path / "habeas.db", create=True).close()
    command = [sys.executable, "-m", "habeas", "serve", "--port", "0", "--ledger", str(tmp_path / "habeas.db")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as program:
        try:
            assert program.stdout is not None
            found = re.search(r"http://127\.0\.0\.1:\d+/", program.stdout.readline())
            assert found is not None
            with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(found.group(), timeout=20) as answer:
                assert "Nothing is in this ledger yet" in answer.read().decode()
        finally:
            program.send_signal(signal.SIGINT)
            program.wait(20)


def test_serve_without_a_ledger_says_what_is_missing(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "habeas", "serve", "--ledger", str(tmp_path / "none.db")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 4
    assert "none.db" in done.stderr
