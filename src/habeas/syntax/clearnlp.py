"""ClearNLP to Universal Dependencies: the English model's labels put into UD v2.

Most labels only change their name. What changes shape: prepositions (the noun becomes the dependent and the
preposition its `case`, or `mark` where it opens a clause), the copula (the predicate becomes the head, also
"is in jail", "are behind bars"), and chains of coordination (each conjunct hangs on the first).
One thing is kept from ClearNLP: in "five were freed, officials said" the verb of saying stays the head and
what is said its `ccomp`, which is how the grammar reads speakers in every word order.
"""

from __future__ import annotations

from habeas.syntax.arcs import Arcs

RELATIONS = {
    "ROOT": "root",
    "acomp": "xcomp",
    "attr": "xcomp",
    "auxpass": "aux:pass",
    "csubjpass": "csubj:pass",
    "dative": "iobj",
    "dobj": "obj",
    "intj": "discourse",
    "meta": "dep",
    "neg": "advmod",
    "nsubjpass": "nsubj:pass",
    "oprd": "xcomp",
    "pcomp": "advcl",
    "pobj": "obl",
    "poss": "nmod:poss",
    "preconj": "cc:preconj",
    "predet": "det:predet",
    "prep": "advmod",
    "prt": "compound:prt",
    "quantmod": "advmod",
    "relcl": "acl:relcl",
}
_PREPOSITIONAL = frozenset({"prep", "agent", "dative", "advmod", "quantmod", "amod", "npadvmod", "mark", "prt", "dep"})
_OBJECTS = ("pobj", "pcomp")
_VERBAL = frozenset({"VERB", "AUX"})
_OBLIQUE_HEADS = _VERBAL | {"ADJ", "ADV", "ADP", "SCONJ", "PART", "INTJ"}


def to_ud(arcs: Arcs, copulas: frozenset[str]) -> None:
    """Turn the arcs of one sentence into UD v2, in place; `copulas` are lemmas of the copula."""
    for preposition in arcs.postorder():
        _lift_object(arcs, preposition)
    raw = arcs.rel[:]
    _relabel(arcs)
    for i, lemma in enumerate(arcs.lemma):
        if lemma in copulas and raw[i] not in ("aux", "auxpass"):
            _lift_predicate(arcs, i, raw)
    arcs.flatten_coordination()
    arcs.single_root()


def _lift_object(arcs: Arcs, preposition: int) -> None:
    """Put a preposition below its object, and the object in its place."""
    rel, kids = arcs.rel, arcs.kids[preposition]
    noun = next((kid for name in _OBJECTS for kid in kids if rel[kid] == name), None)
    if noun is None and rel[preposition] == "prep":  # "out of the country": the inner one is lifted already
        noun = next((kid for kid in kids if rel[kid] == "obl"), None)
    if noun is None:
        return
    old = rel[preposition]
    clause = arcs.upos[noun] in _VERBAL
    above = arcs.upos[arcs.head[preposition]]
    arcs.exchange(preposition, noun, "mark" if clause else "case")
    if arcs.upos[preposition] == "VERB":  # "including", "according", "following"
        arcs.upos[preposition] = "ADP"
    if old == "agent":
        rel[noun] = "obl:agent"
    elif old in _PREPOSITIONAL:
        on_verb = above in _OBLIQUE_HEADS
        rel[noun] = ("advcl" if on_verb else "acl") if clause else ("obl" if on_verb else "nmod")
    for kid in arcs.kids[noun]:
        if rel[kid] == "obl" and arcs.upos[noun] not in _OBLIQUE_HEADS and kid > noun:
            rel[kid] = "nmod"


def _relabel(arcs: Arcs) -> None:
    rel = arcs.rel
    for i, name in enumerate(rel):
        above = arcs.head[i]
        if name == "npadvmod":
            rel[i] = "obl:tmod" if arcs.upos[above] in _VERBAL and arcs.upos[i] != "PRON" else "obl"
        elif name == "nmod" and not any(rel[kid] == "case" for kid in arcs.kids[i]):
            rel[i] = "compound" if i < above else "nmod"
        elif name == "aux" and arcs.tag[i] == "TO":
            rel[i] = "mark"
        elif name == "neg":
            rel[i] = "advmod"
            arcs.add_feature(i, "Polarity", "Neg")
        elif name == "auxpass":
            rel[i] = "aux:pass"
            arcs.add_feature(above, "Voice", "Pass")
        else:
            rel[i] = RELATIONS.get(name, name)


def _lift_predicate(arcs: Arcs, copula: int, raw: list[str]) -> None:
    """Make the predicate the head of its copula; "there are forty" keeps its verb, with the forty as subject."""
    rel, kids = arcs.rel, arcs.kids[copula]
    predicate = next((kid for kid in kids if raw[kid] in ("attr", "acomp", "oprd")), None)
    if any(rel[kid] == "expl" for kid in kids) and not any(rel[kid] == "nsubj" for kid in kids):
        if predicate is not None and raw[predicate] == "attr":
            rel[predicate] = "nsubj"
        return
    if predicate is None and not any(rel[kid] in ("ccomp", "xcomp", "obj") for kid in kids):
        predicate = next((kid for kid in kids if kid > copula and rel[kid] == "obl"), None)
        if predicate is None:
            predicate = next((kid for kid in kids if kid > copula and raw[kid] == "advmod"), None)
    if predicate is not None:
        arcs.exchange(copula, predicate, "cop")
