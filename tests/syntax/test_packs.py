"""Packs are installed whole or not at all, and only as pinned."""

import hashlib
import zipfile
from pathlib import Path

import msgspec
import pytest

from habeas.errors import BadInput, HabeasError, MissingPack
from habeas.syntax import packs


def pinned(tmp_path: Path, entries: dict[str, str]) -> tuple[packs.Pack, Path]:
    """An invented pack and its wheel."""
    wheel = tmp_path / "tiny_model-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for name, text in entries.items():
            archive.writestr(name, text)
    pack = msgspec.structs.replace(
        packs.available()["en"],
        package="tiny-model",
        version="1.0",
        wheel=wheel.name,
        sha256=hashlib.sha256(wheel.read_bytes()).hexdigest(),
        official=(),
        folder="tiny/data/",
        skip=("ner/",),
    )
    return pack, wheel


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    chosen = tmp_path / "packs"
    monkeypatch.setenv(packs.VARIABLE, str(chosen))
    return chosen


def use(monkeypatch: pytest.MonkeyPatch, pack: packs.Pack) -> None:
    monkeypatch.setattr(packs, "available", lambda: {"xx": pack})


GOOD = {
    "tiny/data/config.cfg": "a",
    "tiny/data/ner/model": "b",
    "tiny/data/vocab/strings": "c",
    "tiny/__init__.py": "d",
}


def test_every_pack_is_pinned_by_a_whole_hash() -> None:
    for pack in packs.available().values():
        assert len(pack.sha256) == 64
        assert pack.wheel.startswith(f"{pack.package.replace('-', '_')}-{pack.version}-")
        assert pack.folder.endswith("/")


def test_a_wheel_at_hand_is_unpacked_without_code_and_what_no_parse_needs(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack, wheel = pinned(tmp_path, GOOD)
    use(monkeypatch, pack)
    assert packs.find("xx") is None
    found = packs.add("xx", wheel)
    assert packs.find("xx") == found
    assert found.name == "tiny-model 1.0"
    written = sorted(path.relative_to(found.path).as_posix() for path in found.path.rglob("*") if path.is_file())
    assert written == ["config.cfg", packs.STAMP, "vocab/strings"]
    assert [path.name for path in folder.iterdir()] == [pack.directory]


def test_adding_twice_changes_nothing(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pack, wheel = pinned(tmp_path, GOOD)
    use(monkeypatch, pack)
    assert packs.add("xx", wheel) == packs.add("xx", wheel)


def test_another_wheel_is_refused(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pack, wheel = pinned(tmp_path, GOOD)
    use(monkeypatch, pack)
    wheel.write_bytes(wheel.read_bytes() + b"\0")
    with pytest.raises(BadInput, match="SHA-256"):
        packs.add("xx", wheel)
    assert packs.find("xx") is None


@pytest.mark.parametrize("name", ["tiny/data/../../out", "tiny/data//etc/out", "tiny/data/..\\out", "tiny/data/c:out"])
def test_a_path_that_leaves_the_pack_is_refused(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    pack, wheel = pinned(tmp_path, {**GOOD, name: "x"})
    use(monkeypatch, pack)
    with pytest.raises(BadInput, match="inside the pack"):
        packs.add("xx", wheel)
    assert packs.find("xx") is None


def test_a_half_written_pack_is_put_right(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pack, wheel = pinned(tmp_path, GOOD)
    use(monkeypatch, pack)
    (folder / pack.directory).mkdir(parents=True)
    (folder / pack.directory / "junk").touch()
    assert packs.find("xx") is None
    found = packs.add("xx", wheel)
    assert not (found.path / "junk").exists()


def test_a_missing_pack_names_the_command(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, msgspec.structs.replace(packs.available()["en"], official=()))
    with pytest.raises(MissingPack, match="habeas languages add xx"):
        packs.require("xx")


def test_a_language_without_a_parser_is_refused() -> None:
    with pytest.raises(BadInput, match="zz"):
        packs.require("zz")


def test_a_failure_of_pip_is_told(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pack, _ = pinned(tmp_path, GOOD)
    use(monkeypatch, pack)
    monkeypatch.setattr(packs.sys, "executable", "/bin/false")
    with pytest.raises(HabeasError, match="pip"):
        packs.add("xx")
    assert list(folder.iterdir()) == []
