"""The command as a process: standard streams, signals, exit codes."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from habeas.cli.exits import Exit

HABEAS = [sys.executable, "-m", "habeas"]


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    """No packs, no settings: documents are kept and not read, which needs no parser."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("HABEAS_")}
    return kept | {"HABEAS_PACKS": str(tmp_path / "packs"), "HABEAS_WORKERS": "2"}


def lines(number: int) -> bytes:
    record = {"published": "2031-05-01", "text": "Ketään ei vapautettu. " * 40, "lang": "fi"}
    return b"".join(json.dumps({"id": f"d{n}", **record}).encode() + b"\n" for n in range(number))


def test_standard_input_is_read(environ: dict[str, str], tmp_path: Path) -> None:
    done = subprocess.run(
        [*HABEAS, "read", "--documents", "-"],
        input=lines(3),
        capture_output=True,
        env=environ,
        cwd=tmp_path,
        check=False,
    )
    assert done.returncode == Exit.DONE, done.stderr
    assert len(done.stdout.splitlines()) == 3


def test_documents_come_out_in_order_over_two_processes(environ: dict[str, str], tmp_path: Path) -> None:
    done = subprocess.run(
        [*HABEAS, "read", "--jsonl", "-"],
        input=lines(1500),
        capture_output=True,
        env=environ,
        cwd=tmp_path,
        check=False,
    )
    assert done.returncode == Exit.PARTIAL
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == [f"d{n}" for n in range(1500)]
    assert len(done.stderr.splitlines()) == 1500


def test_no_progress_where_nobody_looks(environ: dict[str, str], tmp_path: Path) -> None:
    done = subprocess.run(
        [*HABEAS, "add", "-"], input=lines(1), capture_output=True, env=environ, cwd=tmp_path, check=False
    )
    assert done.returncode == Exit.PARTIAL
    assert len(done.stderr.splitlines()) == 1
    assert b"\x1b" not in done.stdout + done.stderr


def test_output_is_utf_8_whatever_the_locale(environ: dict[str, str], tmp_path: Path) -> None:
    environ |= {"PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}
    record = '{"id": "d1", "title": "Президент \\ud83d", "text": "Ketään ei vapautettu.", "lang": "fi"}'
    done = subprocess.run(
        [*HABEAS, "read", "--documents", "-"],
        input=record.encode(),
        capture_output=True,
        env=environ,
        cwd=tmp_path,
        check=False,
    )
    assert done.stdout == b"" or json.loads(done.stdout)["title"].startswith("Президент")
    assert b"Traceback" not in done.stderr


def test_closed_standard_input_is_a_line(environ: dict[str, str], tmp_path: Path) -> None:
    command = f"{sys.executable} -m habeas read --documents - <&-"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, env=environ, cwd=tmp_path, check=False)
    assert (done.returncode, done.stderr) == (Exit.PARTIAL, "-: standard input is not connected; name a file instead\n")


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")
def test_a_reader_that_goes_away_is_met_with_silence(environ: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "many.jsonl").write_bytes(lines(3000))
    process = subprocess.Popen(
        [*HABEAS, "read", "--documents", "--workers", "1", "many.jsonl"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environ,
        cwd=tmp_path,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(30) == Exit.CLOSED


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")
def test_ctrl_c_twice_loses_nothing_that_was_committed(environ: dict[str, str], tmp_path: Path) -> None:
    environ["HABEAS_BATCH"] = "10"
    process = subprocess.Popen(
        [*HABEAS, "add", "--workers", "1", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environ,
        cwd=tmp_path,
    )
    assert process.stdin is not None
    assert process.stderr is not None
    process.stdin.write(lines(2000))
    process.stdin.flush()  # left open: it waits for more
    ledger = tmp_path / "habeas.db"
    for _ in range(300):
        if kept(ledger, environ):
            break
    process.send_signal(signal.SIGINT)
    process.send_signal(signal.SIGINT)
    assert process.wait(30) in (Exit.STOPPED, -signal.SIGINT)
    assert b"Traceback" not in process.stderr.read()
    process.stdin.close()
    process.stderr.close()
    done = subprocess.run([*HABEAS, "doctor", "--json"], capture_output=True, env=environ, cwd=tmp_path, check=False)
    record = json.loads(done.stdout)
    assert record["faults"] == []
    assert record["holds"]["documents"] >= 10


def kept(ledger: Path, environ: dict[str, str]) -> bool:
    """Whether the ledger holds a document yet."""
    import sqlite3
    import time

    time.sleep(0.1)
    if not ledger.exists():
        return False
    try:
        with sqlite3.connect(ledger) as connection:
            found = connection.execute("SELECT count(*) FROM documents").fetchone()[0]
        connection.close()
    except sqlite3.OperationalError:
        return False
    return bool(found)
