"""CSV: one record a row, for spreadsheets.

Ranges become two columns (`count_min`, `count_max`, `when_from`, `when_to`), lists are joined by "; ".
A cell that a spreadsheet would take for a formula gets an apostrophe before it, as spreadsheets
themselves mark text: reports are other people's words, and may be written to harm who opens them.
"""

from __future__ import annotations

import csv
from typing import Any, TextIO

from habeas.exports.exporter import Record

_RANGES = {"count": ("count_min", "count_max"), "when": ("when_from", "when_to"), "date": ("date_from", "date_to")}
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


class CsvExporter:
    """Writes a heading from the first record's fields, then a row for each record."""

    def __init__(self, stream: TextIO) -> None:
        self._rows = csv.writer(stream, lineterminator="\r\n")  # RFC 4180; a cell with either of the two is quoted
        self._columns: list[str] | None = None

    def write(self, record: Record) -> None:
        """Add one row; every record has the fields of the first."""
        cells = _flat(record)
        if self._columns is None:
            self._columns = list(cells)
            self._rows.writerow(self._columns)
        self._rows.writerow([safe_cell(cells[column]) for column in self._columns])

    def finish(self) -> None:
        """Nothing comes last."""


def safe_cell(value: object) -> str:
    """The value as a cell that no spreadsheet takes for a formula; None is an empty cell."""
    if value is None:
        return ""
    text = ("yes" if value else "no") if isinstance(value, bool) else str(value)
    # A formula may hide behind blanks, or behind the full-width forms that spreadsheets fold.
    start = text.lstrip(" \u00a0\ufeff")[:1].translate(str.maketrans("＝＋－＠", "=+-@"))
    return "'" + text if start in _FORMULA and start else text


def _flat(record: Record) -> dict[str, object]:
    cells: dict[str, object] = {}
    for field, value in record.items():
        if field in _RANGES:
            cells.update(zip(_RANGES[field], value or (None, None), strict=True))
        else:
            cells[field] = _cell(value)
    return cells


def _cell(value: Any) -> object:
    match value:
        case {"type": kind, "name": name}:
            return name or kind
        case list():
            return "; ".join(str(_cell(item)) for item in value)
        case _:
            return value
