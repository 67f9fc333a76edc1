"""Reasons: what the fields of a claim rest on, told so that a reader of the language can follow and mend it.

Each names the rule, the words, and the relations by which the words hang together in their sentence's tree.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from habeas.claims.kinds import Reading
from habeas.claims.model import Claim, Reason
from habeas.syntax.model import Tree


def of_reading(tree: Tree, reading: Reading) -> Iterator[Reason]:
    """Why it is of its kind, and who is affected and acts, by the frame and the clause that fills it."""
    clause, frame = reading.clause, reading.frame
    head = clause.head
    form = f"{'passive ' if clause.passive else ''}{clause.form.name.lower()}"
    yield Reason("kind", f'{frame.kind}, as in "{frame.example}"', head.text, f"{form}, {head.deprel}")
    for field, token in (("affected", reading.affected), ("actor", reading.actor)):
        if token is not None:
            whom = f"the {frame.affected} of the frame" if field == "affected" else "who acts in the clause"
            yield Reason(field, whom, token.text, tree.path(token, head))


def of_rest(reading: Reading, claim: Claim, total: str) -> Iterator[Reason]:
    """Why of what else a claim tells: names, the window of its total (in the words `total`), means and outcome."""
    head = reading.clause.head.text
    if claim.persons:
        yield Reason("persons", "names in the phrase of the affected", "; ".join(claim.persons))
    if claim.cumulative:
        yield Reason("cumulative", "counted over a window of time", total)
    if claim.means is not None:
        yield Reason("means", "of the frame", head)
    if claim.outcome is not None:
        yield Reason("outcome", "of the frame", head)


def to_records(claim: Claim) -> list[dict[str, Any]]:
    """A claim's reasons as `habeas read --explain` prints them."""
    return [
        {"field": reason.field, "rule": reason.rule, "words": reason.words, "relations": reason.relations}
        for reason in claim.reasons
    ]
