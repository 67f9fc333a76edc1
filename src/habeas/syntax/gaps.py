"""Gaps: clauses whose verb is left out, "in May 14, in June 52" or, with a dash in the verb's place, "14 — в мае".

What is counted stands for such a clause: it is hung by `conj` on the verb that is meant, and what was said with the
verb is hung on it, so that each remnant carries its own time or complement.
"""

from __future__ import annotations

from collections.abc import Sequence

from habeas.syntax.arcs import Arcs

DASHES = frozenset({"—", "–", "-"})
COUNTED = ("NUM", "NOUN", "PROPN")


def fill_orphan(arcs: Arcs, orphan: int) -> None:
    """Where an adverbial was made to stand for the clause, let what is counted stand for it: "in May, 14"."""
    stand_in = arcs.head[orphan]
    if arcs.rel[stand_in] != "conj" or arcs.head[stand_in] == stand_in:
        return
    cased = [any(arcs.rel[kid] == "case" for kid in arcs.kids[i]) for i in (stand_in, orphan)]
    if cased == [True, False] and arcs.upos[orphan] in COUNTED:
        arcs.move(orphan, arcs.head[stand_in])
        arcs.rel[orphan] = "conj"
        arcs.move(stand_in, orphan)
        arcs.rel[stand_in] = "obl"
    elif cased == [False, True]:
        arcs.rel[orphan] = "obl"


def fill_dashes(arcs: Arcs) -> None:
    """Read each dash between a number and an adverbial as the verb before them said again."""
    for i, text in enumerate(arcs.text):
        if text not in DASHES or not 0 < i < len(arcs.text) - 1:
            continue
        left, right = _stretch(arcs, i, -1), _stretch(arcs, i, 1)
        for counted, beside in ((left, right), (right, left)):
            number, verb = _counted(arcs, counted), _verb_before(arcs, left)
            if number is not None and verb is not None and _is_adverbial(arcs, beside):
                _join(arcs, number, beside, verb)
                break


def _stretch(arcs: Arcs, dash: int, step: int) -> Sequence[int]:
    """Words from the dash to the next mark or conjunction."""
    found = []
    at = dash + step
    while 0 <= at < len(arcs.text) and arcs.upos[at] not in ("PUNCT", "CCONJ"):
        found.append(at)
        at += step
    return sorted(found)


def _counted(arcs: Arcs, stretch: Sequence[int]) -> int | None:
    """What a stretch counts, where it is a number, with or without a noun, and nothing else."""
    numbers = [i for i in stretch if arcs.upos[i] == "NUM"]
    if not numbers or any(arcs.upos[i] in ("ADP", "VERB", "AUX") for i in stretch):
        return None
    last = stretch[-1]
    if last == numbers[-1]:
        return last
    return last if arcs.upos[last] == "NOUN" and last > numbers[-1] else None


def _is_adverbial(arcs: Arcs, stretch: Sequence[int]) -> bool:
    if not stretch or any(arcs.upos[i] in ("VERB", "AUX") for i in stretch):
        return False
    return arcs.upos[stretch[0]] == "ADP" or arcs.upos[stretch[-1]] == "ADV"


def _verb_before(arcs: Arcs, stretch: Sequence[int]) -> int | None:
    start = stretch[0] if stretch else 0
    for i in range(start - 1, -1, -1):
        feats = arcs.feats[i]
        if arcs.upos[i] == "VERB" and (feats.get("VerbForm") == "Fin" or feats.get("Variant") == "Short"):
            return i
    return None


def _join(arcs: Arcs, number: int, beside: Sequence[int], verb: int) -> None:
    """Hang the number on the verb, and on it the words beside it that hang elsewhere."""
    arcs.move(number, verb)
    arcs.rel[number] = "conj"
    inside = set(beside)
    if arcs.upos[beside[0]] == "ADP":
        noun = next((i for i in beside if arcs.upos[i] in ("NOUN", "PROPN", "NUM")), None)
        if noun is None:
            return
        nouns = [i for i in beside if i > noun and arcs.upos[i] == "NOUN" and arcs.upos[i - 1] in ("NUM", "ADJ")]
        noun = nouns[0] if nouns and arcs.upos[noun] == "NUM" else noun
        arcs.move(noun, number)
        arcs.move(beside[0], noun)
        arcs.rel[noun], arcs.rel[beside[0]] = "obl", "case"
    for i in beside:
        if i != number and arcs.head[i] not in inside and arcs.head[i] != number:
            arcs.move(i, number)
            arcs.rel[i] = "obl" if arcs.upos[i] in ("NOUN", "PROPN", "NUM") else "advmod"
