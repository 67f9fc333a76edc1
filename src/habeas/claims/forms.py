"""Form and voice of a clause's head, read off relations and features."""

from __future__ import annotations

from enum import Enum, auto

from habeas.syntax.model import Token, Tree

SUBJECTS = ("nsubj", "nsubj:pass", "csubj")


class Form(Enum):
    """The form a head stands in."""

    FINITE = auto()
    INFINITIVE = auto()
    PARTICIPLE = auto()
    GERUND = auto()
    NOUN = auto()
    PHRASE = auto()


def is_verbal(token: Token) -> bool:
    """Whether a token is a verb or an auxiliary."""
    return token.upos in ("VERB", "AUX")


def is_past_participle(token: Token) -> bool:
    """Whether a token is a past or passive participle."""
    feats = token.feats
    return feats.get("VerbForm") == "Part" and (feats.get("Tense") == "Past" or feats.get("Voice") == "Pass")


def is_bare_participle(tree: Tree, verb: Token) -> bool:
    """Whether a participle has no finite auxiliary: "held", "being held"."""
    return (
        is_past_participle(verb)
        and tree.child(verb, "mark") is None
        and all(aux.feats.get("VerbForm") in ("Part", "Ger") for aux in tree.children(verb, "aux", "aux:pass"))
    )


def has_own_subject(tree: Tree, verb: Token) -> bool:
    """Whether a subject hangs on the verb itself."""
    return tree.child(verb, *SUBJECTS) is not None


def is_passive(tree: Tree, verb: Token) -> bool:
    """Passive by auxiliary, passive subject, reflexive, feature, or as a bare past participle."""
    if tree.child(verb, "nsubj:pass", "aux:pass", "csubj:pass", "expl:pass", "obl:agent") is not None:
        return True
    if verb.feats.get("Voice") == "Pass":
        return True
    upper = tree.parent(verb)
    if verb.deprel == "conj" and upper is not None and is_verbal(upper) and tree.child(verb, "obj", "aux") is None:
        subject = tree.child(verb, "nsubj")
        if subject is not None and subject.upos == "NUM":
            return is_passive(tree, upper)  # "64 were arrested and 38 released"
    if _is_past_after_a_passive(tree, verb):
        return True
    if not is_past_participle(verb) or verb.feats.get("Voice") == "Act":
        return False
    if tree.child(verb, "aux") is not None:
        return False
    if tree.child(verb, "nsubj") is not None:
        # "Ten fans detained in Tarvo": a headline leaves the auxiliary out
        return verb.deprel != "acl:relcl" and tree.child(verb, "obj", "iobj", "ccomp", "xcomp") is None
    if verb.deprel == "conj" and upper is not None and is_verbal(upper):
        # "was arrested and jailed": as its first; "has arrested and jailed" is active
        return is_passive(tree, upper)
    return True


def _is_past_after_a_passive(tree: Tree, verb: Token) -> bool:
    """Whether a verb joined to a passive lacks subject and object, its participle taken for a past: "was stopped and led away"."""
    upper = tree.parent(verb)
    if verb.deprel != "conj" or upper is None or verb.feats.get("Tense") != "Past" or verb.feats.get("Voice") == "Act":
        return False
    if tree.child(verb, "nsubj", "obj", "aux", "ccomp", "xcomp", "iobj") is not None:
        return False
    return tree.child(upper, "aux:pass") is not None and is_past_participle(upper)


def form_of(tree: Tree, verb: Token) -> Form:
    """The form a head stands in."""
    feats = verb.feats
    if not is_verbal(verb) and (feats.get("VerbForm") is None or _is_counted_as_a_noun(tree, verb)):
        return Form.NOUN
    has_subject = has_own_subject(tree, verb)
    has_aux = tree.child(verb, "aux", "aux:pass", "cop") is not None
    form = feats.get("VerbForm")
    if verb.deprel == "acl" and has_aux and not has_subject and tree.child(verb, "mark") is None:
        return Form.PARTICIPLE  # "the ten being held"
    if form == "Inf" and not has_aux:
        return Form.FINITE if has_subject and tree.child(verb, "mark") is None else Form.INFINITIVE
    if form in ("Ger", "Conv") or (form == "Part" and feats.get("Tense") == "Pres"):
        return Form.FINITE if has_aux and has_subject else Form.GERUND
    if form == "Part" and not has_subject and _is_passive_infinitive(tree, verb):
        return Form.INFINITIVE
    if form == "Part" and not has_aux and not has_subject:
        upper = tree.parent(verb)
        if verb.deprel == "conj" and upper is not None and is_verbal(upper):
            return form_of(tree, upper)  # "was arrested and jailed"
        return Form.PARTICIPLE
    return Form.FINITE


def _is_passive_infinitive(tree: Tree, participle: Token) -> bool:
    """As in "to be freed": the auxiliary is an infinitive, and none is finite."""
    forms = [aux.feats.get("VerbForm") for aux in tree.children(participle, "aux", "aux:pass")]
    return "Inf" in forms and "Fin" not in forms


def _is_counted_as_a_noun(tree: Tree, participle: Token) -> bool:
    """As in "forty *deported*", said of people."""
    return (
        participle.deprel not in ("amod", "acl", "acl:relcl", "xcomp") and tree.child(participle, "nummod") is not None
    )
