"""Sample reports: 29 pages by invented outlets, telling of real events; `README.md` beside this file says more."""

from contextlib import AbstractContextManager
from importlib.resources import as_file, files
from pathlib import Path


def sample_pages() -> AbstractContextManager[Path]:
    """The folder of the sample's pages, for as long as the context is open."""
    return as_file(files(__name__).joinpath("pages"))
