import json
from pathlib import Path

import pytest

from cli.conftest import Habeas
from habeas.cli.exits import Exit
from habeas.syntax import packs


@pytest.fixture(autouse=True)
def no_packs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(packs.VARIABLE, str(tmp_path / "packs"))
    monkeypatch.setattr(packs, "_official", lambda *_: None)


def test_languages_are_listed_with_what_is_missing(habeas: Habeas) -> None:
    ran = habeas("languages")
    assert ran.code == Exit.DONE
    assert "habeas languages add en" in ran.out
    rows = {row["language"]: row for row in json.loads(habeas("languages", "list", "--json").out)}
    assert rows["en"]["word_lists"]
    assert not rows["en"]["ready"]
    assert rows["es"]["licence"] == "GPL-3.0"


def test_a_wheel_that_is_not_the_pinned_one_is_refused(habeas: Habeas, tmp_path: Path) -> None:
    wheel = tmp_path / "some.whl"
    wheel.write_bytes(b"not it")
    ran = habeas("languages", "add", "es", "--yes", "--wheel", str(wheel))
    assert ran.code == Exit.FAILED
    assert "licence GPL-3.0" in ran.out
    assert "SHA-256" in ran.err


def test_an_unknown_language_is_refused(habeas: Habeas) -> None:
    ran = habeas("languages", "add", "zz")
    assert ran.code == Exit.FAILED
    assert "zz" in ran.err


def test_one_wheel_is_for_one_language(habeas: Habeas) -> None:
    assert habeas("languages", "add", "en", "es", "--wheel", "x.whl").code == Exit.USAGE
