"""Dossier: what is shown of one state, as plain data; pages, reports and exports are views of it.

A dossier is built from claims and documents known by a day, so that an as-of view needs no memory of its own.
Nothing is dropped: each claim about the state is in exactly one event or one count of people held, and in the evidence.
"""

from habeas.dossiers.build import build, known_by
from habeas.dossiers.model import SECTIONS, Counter, Dossier, Evidence, HeldCount, Piece, Told, to_record

__all__ = ["SECTIONS", "Counter", "Dossier", "Evidence", "HeldCount", "Piece", "Told", "build", "known_by", "to_record"]
