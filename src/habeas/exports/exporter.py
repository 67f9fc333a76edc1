"""What every format does."""

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

Record = Mapping[str, Any]
"""A claim, event or document as its `to_record` gives it."""


class Exporter(Protocol):
    """Writes records one by one to the stream it was made with."""

    def write(self, record: Record) -> None:
        """Add one record."""

    def finish(self) -> None:
        """Write what must come last; the stream stays open."""


def export(records: Iterable[Record], exporter: Exporter) -> int:
    """Write all records; how many."""
    number = 0
    for number, record in enumerate(records, start=1):  # noqa: B007
        exporter.write(record)
    exporter.finish()
    return number
