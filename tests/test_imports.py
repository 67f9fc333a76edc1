"""The import rules: which module may know which. Read from the source, so that a lazy import counts too."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import habeas

PACKAGE = Path(habeas.__file__).parent

SHARED = ("habeas", "errors", "ids", "intervals", "logs", "settings", "lexicons", "parallel")
"""What any module may use."""
STAGES = {
    "sample": (),
    "pages": (),
    "documents": ("pages",),
    "stories": ("documents",),
    "syntax": (),
    "claims": ("documents", "syntax"),
    "authorities": (),
    "events": ("documents", "stories", "claims", "authorities"),
    "dossiers": ("documents", "stories", "claims", "events", "authorities"),
}
"""Each stage of the flow, in order, with the records before it that it may use."""
JOINERS = ("reading", "store", "pipeline", "exports", "imports", "web", "cli", "__main__")
"""Where stages are joined, kept and shown."""
TOP = ("web", "cli", "__main__")
"""What nothing below may know."""

NETWORK = {"urllib", "http", "socket", "requests", "httpx", "aiohttp", "ftplib", "pip", "urllib3"}
HARMLESS = {"urllib.parse", "http.HTTPStatus"}
LISTENERS = {"web.server imports socket"}
"""What listens on this machine, and fetches nothing."""
PINS = {("syntax.packs", "packs.toml")}
"""Data files that hold no words of a language."""
SQL = {"sqlalchemy", "alembic", "sqlite3", "psycopg"}
PARSERS = {"spacy", "slovnet", "navec", "natasha", "thinc", "pymorphy3"}
HTML = {"jinja2", "fastapi", "starlette", "markupsafe"}
HEAVY = SQL | PARSERS | HTML | {"numpy", "trafilatura", "lxml", "py3langid", "rich", "rensa", "uvicorn", "pydantic"}


def modules() -> Iterator[tuple[str, ast.Module]]:
    """Each module's dotted name inside the package ("claims.find") with its syntax."""
    for path in sorted(PACKAGE.rglob("*.py")):
        inside = path.relative_to(PACKAGE).with_suffix("")
        yield ".".join(inside.parts).removesuffix(".__init__"), ast.parse(path.read_text(encoding="utf-8"))


def imports(tree: ast.Module) -> Iterator[str]:
    """Dotted names that the module imports, wherever in it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


MODULES = list(modules())


def inner(tree: ast.Module) -> set[str]:
    """First names of the package's own modules that this one imports."""
    return {name.split(".")[1] for name in imports(tree) if name.startswith("habeas.")}


def outer(tree: ast.Module, libraries: set[str]) -> set[str]:
    """What the module imports of the libraries."""
    return {
        name
        for name in imports(tree)
        if name.split(".")[0] in libraries and not any(name == h or name.startswith(h + ".") for h in HARMLESS)
    }


def of(name: str, *places: str) -> bool:
    """Whether the module is one of the places or inside one."""
    return any(name == place or name.startswith(place + ".") for place in places)


def outside(libraries: set[str], *places: str) -> list[str]:
    """Modules outside the places that import one of the libraries, with what they import."""
    return [
        f"{name} imports {', '.join(sorted(used))}"
        for name, tree in MODULES
        if not of(name, *places) and (used := outer(tree, libraries))
    ]


def strings(tree: ast.Module) -> Iterator[str]:
    """String constants of the module, its docstrings left out."""
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docstrings = {ast.get_docstring(node, clean=False) for node in ast.walk(tree) if isinstance(node, documented)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value not in docstrings:
            yield node.value


def test_every_module_has_a_place_in_the_flow():
    known = {*SHARED, *STAGES, *JOINERS, "__init__"}
    assert not [name for name, _ in MODULES if name.split(".")[0] not in known], "say in this test where it stands"


def test_shared_values_know_no_stage():
    found = [
        f"{name} imports {other}"
        for name, tree in MODULES
        for other in sorted(inner(tree) - set(SHARED) - {"__version__"})
        if name.split(".")[0] in SHARED
    ]
    assert not found


def test_stages_import_only_what_comes_before_them():
    found = [
        f"{name} imports {other}"
        for name, tree in MODULES
        if (stage := name.split(".")[0]) in STAGES
        for other in sorted(inner(tree) - {stage, "__version__", *SHARED, *STAGES[stage]})
    ]
    assert not found


def test_nothing_below_knows_the_web_or_the_command_line():
    found = [name for name, tree in MODULES if not of(name, *TOP) and inner(tree) & set(TOP)]
    assert not found


def test_only_pages_and_packs_reach_the_network():
    assert not [line for line in outside(NETWORK, "pages", "syntax.packs") if line not in LISTENERS]


def test_only_the_store_speaks_sql():
    assert not outside(SQL, "store")


def test_only_lexicons_open_word_lists():
    assert not outside({"tomllib"}, "lexicons")
    found = {
        (name, text)
        for name, tree in MODULES
        if not of(name, "lexicons")
        for text in strings(tree)
        if text.endswith(".toml")
    }
    assert found <= PINS


def test_only_syntax_imports_a_parser():
    assert not outside(PARSERS, "syntax")


def test_only_the_web_writes_html():
    assert not outside(HTML, "web")


@pytest.mark.parametrize(
    "command", [["-c", "import habeas"], ["-m", "habeas", "--help"]], ids=["import habeas", "habeas --help"]
)
def test_start_is_quick_because_nothing_heavy_is_imported(command):
    done = subprocess.run([sys.executable, "-X", "importtime", *command], capture_output=True, text=True, check=True)
    seen = {line.rsplit("|", 1)[-1].strip().split(".")[0] for line in done.stderr.splitlines() if "|" in line}
    assert not seen & HEAVY
