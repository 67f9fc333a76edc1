"""What is declared, what is pinned and what is imported are the same."""

import ast
import re
import sys
import tomllib
from functools import cache
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
OF_ANOTHER = {"starlette": "fastapi", "markupsafe": "jinja2"}
"""Modules that belong to another package's interface."""


@cache
def declared() -> tuple[list[Requirement], list[Requirement]]:
    """Requirements of the package and of its development, as `pyproject.toml` names them."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = project["project"]["optional-dependencies"].values()
    own = [*project["project"]["dependencies"], *(text for extra in extras for text in extra)]
    return list(map(Requirement, own)), list(map(Requirement, project["dependency-groups"]["dev"]))


@cache
def pinned() -> dict[str, list[str]]:
    """Versions of each package in the lock file: more than one where Pythons differ."""
    versions: dict[str, list[str]] = {}
    for name, version in re.findall(r"^([\w.\-\[\]]+)==([\w.+!]+)", LOCK, flags=re.MULTILINE):
        versions.setdefault(canonicalize_name(name.split("[")[0]), []).append(version)
    return versions


def test_lock_pins_what_is_declared_at_versions_it_allows():
    wrong = [
        f"{requirement} is pinned at {pinned().get(canonicalize_name(requirement.name))}"
        for requirement in [*declared()[0], *declared()[1]]
        if not any(requirement.specifier.contains(v) for v in pinned().get(canonicalize_name(requirement.name), []))
    ]
    assert not wrong, "run `make lock`"


def test_lock_pins_nothing_as_declared_that_is_not():
    names = {canonicalize_name(requirement.name) for requirement in [*declared()[0], *declared()[1]]}
    blocks = re.split(r"^(?=[\w.\-]+==)", LOCK, flags=re.MULTILINE)[1:]
    ours = {canonicalize_name(block.split("==")[0]) for block in blocks if "habeas (pyproject.toml" in block}
    assert ours == names, "run `make lock`"


def test_every_pin_has_hashes_and_no_address():
    blocks = re.split(r"^(?=[\w.\-]+==)", LOCK, flags=re.MULTILINE)[1:]
    assert all("--hash=sha256:" in block for block in blocks)
    assert "://" not in LOCK
    assert "--index" not in LOCK


def test_every_import_is_a_declared_dependency():
    names = {canonicalize_name(requirement.name) for requirement in declared()[0]}
    used = set()
    for path in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                used |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                used.add(str(node.module).split(".")[0])
    packages = {OF_ANOTHER.get(name, name) for name in used - set(sys.stdlib_module_names) - {"habeas"}}
    assert {canonicalize_name(name) for name in packages} <= names
