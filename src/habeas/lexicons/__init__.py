"""Word lists: TOML files, a folder for each language, and `states.toml` for the world.

Only this module opens them. The module that uses a list gives the shape it must have as a
`msgspec.Struct`; a list that does not fit is refused with its name and place.
"""

from functools import cache
from importlib.resources import files
from typing import TypeVar

import msgspec

from habeas.errors import HabeasError

T = TypeVar("T")


def languages() -> list[str]:
    """Codes of the languages that have a folder of word lists, in order."""
    return sorted(
        entry.name for entry in files(__name__).iterdir() if entry.is_dir() and not entry.name.startswith("_")
    )


def holds(name: str) -> bool:
    """Whether there is a list of the name: some are optional."""
    return files(__name__).joinpath(f"{name}.toml").is_file()


@cache
def load(name: str, shape: type[T]) -> T:
    """Read the list `name` ("en/numbers", "states") into `shape`; loaded once in a process."""
    raw = files(__name__).joinpath(f"{name}.toml").read_bytes()
    try:
        return msgspec.toml.decode(raw, type=shape)
    except msgspec.DecodeError as error:
        raise HabeasError(f"lexicons/{name}.toml: {error}; mend the word list") from error
