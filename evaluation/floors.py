"""Floors: for each language the least that the reader must reach. They rise with it; lowering one takes a reason."""

from __future__ import annotations

import math
from datetime import UTC, datetime
from pathlib import Path

import msgspec

PATH = Path(__file__).parent / "floors.toml"
DIGITS = 1000
"""Floors are kept in thousandths, rounded down."""

HEAD = """\
# The least F1 that the reader must reach on the labelled reports, by language; `make check` fails below it.
# Written by `evaluation/score.py --raise`, and by `--lower LANGUAGE --reason WHY`; never by hand.
"""


class Floor(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a language's reader must reach."""

    found: float
    """F1 of finding claims."""
    strict: float
    """F1 of claims whose kind, status, count, time, place and source are all right."""


class Lowered(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A floor that was lowered, and why."""

    language: str
    day: str
    before: Floor
    reason: str


class Floors(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file of floors."""

    floors: dict[str, Floor] = {}
    lowered: list[Lowered] = []


def read(path: Path = PATH) -> Floors:
    """The floors that stand; none where the file is not there yet."""
    return msgspec.toml.decode(path.read_bytes(), type=Floors) if path.exists() else Floors()


def write(floors: Floors, path: Path = PATH) -> None:
    """Write the file; the same floors give the same bytes."""
    lines = [HEAD]
    for language, floor in sorted(floors.floors.items()):
        lines.append(f"[floors.{language}]\nfound = {floor.found}\nstrict = {floor.strict}\n")
    lines += [
        f'[[lowered]]\nlanguage = "{entry.language}"\nday = "{entry.day}"\n'
        f"before = {{ found = {entry.before.found}, strict = {entry.before.strict} }}\n"
        f"reason = {msgspec.json.encode(entry.reason).decode()}\n"
        for entry in floors.lowered
    ]
    path.write_text("\n".join(lines), encoding="utf-8")


def reached(found: float, strict: float) -> Floor:
    """The floor that figures allow."""
    return Floor(math.floor(found * DIGITS) / DIGITS, math.floor(strict * DIGITS) / DIGITS)


def missed(floors: Floors, measured: dict[str, Floor]) -> list[str]:
    """What lies below its floor, a line each; a language that was not measured does too."""
    lines = []
    for language, floor in sorted(floors.floors.items()):
        now = measured.get(language)
        if now is None:
            lines.append(f"{language}: not measured, and it has a floor")
            continue
        lines += [
            f"{language}: {name} F1 {getattr(now, name):.3f} is below its floor {getattr(floor, name):.3f}"
            for name in ("found", "strict")
            if getattr(now, name) < getattr(floor, name)
        ]
    return lines


def risen(floors: Floors, measured: dict[str, Floor]) -> Floors:
    """Floors at the higher of what stood and what was measured."""
    new = dict(floors.floors)
    for language, now in measured.items():
        old = new.get(language, Floor(0, 0))
        new[language] = Floor(max(old.found, now.found), max(old.strict, now.strict))
    return Floors(new, floors.lowered)


def lowered(floors: Floors, language: str, now: Floor, reason: str) -> Floors:
    """Floors with one language's at what was measured, and the reason kept."""
    entry = Lowered(language, datetime.now(UTC).date().isoformat(), floors.floors[language], reason)
    return Floors({**floors.floors, language: now}, [*floors.lowered, entry])
