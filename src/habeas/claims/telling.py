"""Telling: which readings of a sentence tell something, and which are background, or what somebody asks for."""

from __future__ import annotations

from habeas.claims.clauses import Clause, ClauseReader, word
from habeas.claims.forms import Form
from habeas.claims.frames import Affected
from habeas.claims.kinds import Reading
from habeas.claims.model import Kind, Status
from habeas.claims.status import directed, standing
from habeas.syntax.model import Token, Tree

ABOUT = frozenset({Kind.TALKS, Kind.DEAL, Kind.DEMAND})
"""Kinds that are about another kind."""

ASKED_FOR = frozenset({Kind.RELEASE, Kind.RELIEF, Kind.SANCTION})
"""Kinds that "must" or "should" turns into a demand."""

BESIDE = frozenset({"nsubj", "conj", "parataxis", "acl:relcl", "advcl", "punct"})


def telling(readings: list[Reading], reader: ClauseReader, *, topical: bool = False) -> list[Reading]:
    """The readings that tell something of their own; `topical` is whether the text before them tells what talks are about."""
    return _foreground(_about_something(readings, reader, topical=topical), reader)


def _foreground(readings: list[Reading], reader: ClauseReader) -> list[Reading]:
    """Without background that tells no happening of its own, and without the noun inside a verb's own frame."""
    objects = {
        (reading.frame.kind, token.i)
        for reading in readings
        if reading.clause.form is not Form.NOUN
        for token in (reading.clause.object, reading.clause.subject)
        if token is not None
    }
    affected = {
        reading.affected.i
        for reading in readings
        if reading.affected is not None
        and reading.affected.i != reading.clause.head.i
        and reading.clause.form is not Form.PARTICIPLE
    }
    freed = {
        _named_first(reading.affected, reader.tree).i
        for reading in readings
        if reading.frame.kind is Kind.RELEASE and reading.affected is not None and _has_happened(reading, reader)
    }
    dead = {
        reading.affected.i for reading in readings if reading.frame.kind is Kind.DEATH and reading.affected is not None
    }
    told: list[Reading] = []
    seen: set[tuple[Kind, int]] = set()
    for reading in readings:
        clause, kind = reading.clause, reading.frame.kind
        if clause.form is Form.NOUN:
            if (kind, clause.head.i) in objects:
                continue
            if reading.frame.affected is Affected.SELF and clause.head.i in affected:
                continue
            if not reading.frame.topic and not tells_by_itself(reading, reader) and not _is_mooted(reading, reader):
                continue
        hung = _is_hung_on_its_affected(reading) and (kind is Kind.HELD or directed(clause, reader) is None)
        host = clause.host
        aside = host is not None and host.i in affected
        if hung and not (has_time(clause, reader, nested=not aside) or _is_headline(clause)):
            held = kind is Kind.HELD
            counted = (
                held and host is not None and _is_counted_or_named(host, reader) and not _is_a_people(host, reader)
            )
            if host is None or host.i in affected or not (counted or (clause.subject is not None and not held)):
                continue
        if kind is Kind.HELD and clause.form is Form.PHRASE and host is not None and host.i in dead:
            continue  # "killed 31 inmates in the prison"
        if reading.frame.affected is Affected.NONE and kind in {
            other.frame.kind for other in readings if other is not reading
        }:
            continue  # "sentences her to seven years, with a total sentence of 33"
        if kind.counts_people and _is_charged(clause, reader):
            continue
        if _is_what_it_is_for(clause) or _is_a_rank(reading, reader) or _is_hung_on_a_measure(reading, reader):
            continue
        if kind is Kind.HELD and clause.head.deprel in _BESIDE and not has_time(clause, reader):
            kept = reading.affected
            if kept is not None and _named_first(kept, reader.tree).i in freed:
                continue  # "who was held captive, is freed": served before the release
        if reading.affected is not None:
            if (kind, reading.affected.i) in seen and not has_time(clause, reader):
                continue  # "arrested and detained": one happening
            seen.add((kind, reading.affected.i))
        told.append(reading)
    return told


def _has_happened(reading: Reading, reader: ClauseReader) -> bool:
    return standing(reading.frame.kind, reading.clause, reader).status is Status.ACTUAL


_BESIDE = frozenset({"acl", "acl:relcl", "advcl", "amod", "appos"})


def _named_first(token: Token, tree: Tree) -> Token:
    """The noun that a chain of appositions begins with."""
    while token.deprel == "appos":
        token = tree.tokens[token.head]
    return token


def _is_mooted(reading: Reading, reader: ClauseReader) -> bool:
    """Whether an event noun tells what is planned, sought or refused: "talks about the release of hostages"."""
    affected, head = reading.affected, reading.clause.head
    if affected is None or (affected.upos == "PRON" and affected.head == head.i):
        return False
    return standing(reading.frame.kind, reading.clause, reader).status is not Status.ACTUAL


def _is_hung_on_its_affected(reading: Reading) -> bool:
    """As in "The men convicted of it": background, unless it says when or by whom."""
    clause = reading.clause
    return (
        clause.form is Form.PARTICIPLE
        and clause.head.deprel in ("acl", "amod")
        and clause.host is not None
        and clause.host is reading.affected
    )


def _is_headline(clause: Clause) -> bool:
    """Whether there is no verb but the participle: "Ten people arrested in clashes"."""
    return clause.host is not None and clause.host.deprel == "root" and clause.host.upos in ("NOUN", "PROPN", "NUM")


def _is_what_it_is_for(clause: Clause) -> bool:
    """As in "The first woman to be executed"."""
    relations = ("acl", "acl:relcl")
    return clause.form is Form.INFINITIVE and clause.passive and clause.head.deprel in relations


def _is_charged(clause: Clause, reader: ClauseReader) -> bool:
    """As in "held on suspicion of kidnapping a judge": what somebody is said to have done."""
    upper = reader.tree.parent(clause.head)
    if upper is None or clause.form not in (Form.GERUND, Form.NOUN) or has_time(clause, reader):
        return False
    return reader.lexicon.is_a("charge", word(upper))


def _is_a_rank(reading: Reading, reader: ClauseReader) -> bool:
    """As in "The tailor is the first woman to be executed since May": what somebody is among others, told elsewhere."""
    tree, clause, affected = reader.tree, reading.clause, reading.affected
    if affected is None or clause.form not in (Form.PARTICIPLE, Form.INFINITIVE, Form.FINITE):
        return False
    if clause.form is Form.FINITE and affected.head != clause.head.i:
        return False
    is_hung = clause.host is affected and clause.head.deprel in ("acl", "acl:relcl", "amod")
    is_told_of = affected.head == clause.head.i and clause.head.deprel in ("ccomp", "xcomp")
    if not is_hung and not is_told_of:
        return False
    if tree.child(affected, "nummod") is not None:
        return False
    is_predicate = affected.deprel in ("appos", "xcomp", "ccomp") or tree.child(affected, "cop") is not None
    ranked = any(reader.lexicon.is_a("ranked", word(kid)) for kid in tree.children(affected, "amod", "advmod", "det"))
    return ranked and (is_predicate or is_told_of)


def _is_hung_on_a_measure(reading: Reading, reader: ClauseReader) -> bool:
    """As in "lifted the sanctions imposed on Lorvia": which measure it is, unless it says when."""
    clause = reading.clause
    if clause.form is not Form.PARTICIPLE or clause.head.deprel not in ("acl", "amod") or clause.host is None:
        return False
    if clause.host is reading.affected or clause.host.upos != "NOUN" or clause.object is not clause.host:
        return False
    if clause.subject is not None or (reading.frame.kind is Kind.RELEASE and _is_named(reading.affected)):
        return False
    return not has_time(clause, reader) and not _is_headline(clause)


def _is_named(token: Token | None) -> bool:
    return token is not None and token.upos == "PROPN"


def tells_by_itself(reading: Reading, reader: ClauseReader) -> bool:
    """Whether an event noun has its own number, name or time, or an act word above it."""
    clause = reading.clause
    upper = reader.tree.parent(clause.head)
    if upper is not None and upper.upos in ("VERB", "AUX") and reader.lexicon.acts(word(upper)):
        return True
    affected = reading.affected
    if has_time(clause, reader):
        return True
    if affected is None:
        return reading.frame.affected is not Affected.OBJECT
    return affected.upos != "PRON" and (_is_counted_or_named(affected, reader) or clause.subject is not None)


def has_time(clause: Clause, reader: ClauseReader, *, nested: bool = True) -> bool:
    """Whether the clause has a time of its own under its head; `nested` takes one inside a noun too: "in the *May* raid"."""
    tree = reader.tree
    for oblique in (*clause.obliques, *reader.obliques(clause.head)):
        noun = oblique.noun
        near = (noun, *tree.children(noun)) if nested or noun.upos == "NUM" else (noun,)
        if noun.deprel == "obl:tmod" or any(reader.lexicon.is_a("time", word(token)) for token in near):
            return True
        if noun.text.isdigit() and len(noun.text) == 4:
            return True
    return any(reader.lexicon.is_a("time", word(kid)) for kid in tree.children(clause.head))


def _is_a_people(name: Token, reader: ClauseReader) -> bool:
    """As in "every *American* held abroad", "all *Lorvians* held there": neither somebody nor so many."""
    if name.upos != "PROPN" or reader.tree.child(name, "nummod", "appos", "flat", "compound") is not None:
        return False
    article = reader.tree.child(name, "det")
    return name.feats.get("Number") == "Plur" or (article is not None and article.feats.get("Definite") != "Ind")


def _is_counted_or_named(token: Token, reader: ClauseReader) -> bool:
    plural = token.feats.get("Number") == "Plur"  # "the detention of U.S. nationals", "of Americans": names no one
    if token.upos == "NUM" or (token.upos == "PROPN" and not plural):
        return True
    return any(
        kid.deprel == "nummod"
        or kid.upos == "NUM"
        or (kid.upos == "PROPN" and not (plural and kid.deprel == "compound"))
        or kid.feats.get("Definite") == "Ind"
        for kid in reader.tree.children(token, "nummod", "appos", "flat", "compound", "det")
    )


def _about_something(readings: list[Reading], reader: ClauseReader, *, topical: bool) -> list[Reading]:
    """Without talks, deals and demands about nothing of ours, and without what a demand asks for."""
    tree, words = reader.tree, reader.lexicon
    heads = {reading.clause.head.i: reading for reading in readings}
    dropped: set[int] = set()
    for reading in readings:
        if not reading.frame.topic:
            continue
        asked = _below(tree, reading.clause.head, reading.actor)
        if reading.frame.kind is Kind.DEMAND:
            asked += _said_of_the_asked(tree, reading.clause)
        dropped.update(i for i in asked if i in heads and heads[i].frame.kind is reading.frame.kind)  # "met to discuss"
        inner = [
            i
            for i in asked
            if i in heads and heads[i].frame.kind not in ABOUT and not _is_hung_on_its_affected(heads[i])
        ]
        if reading.frame.kind is Kind.DEMAND and not any(heads[i].frame.kind in ASKED_FOR for i in inner):
            inner = []  # "urged them to arrest him" asks for no release
        topics = "askable" if reading.frame.kind is Kind.DEMAND else "topic"
        if not inner and not any(words.is_a(topics, word(tree.tokens[i])) for i in asked):
            if not (topical and _goes_on(reading, reader)):
                dropped.add(reading.clause.head.i)
        elif reading.frame.kind is Kind.DEMAND:
            dropped.update(inner)
    return [reading for reading in readings if reading.clause.head.i not in dropped]


def _goes_on(reading: Reading, reader: ClauseReader) -> bool:
    """Whether talks or a deal are what a sentence tells, with no topic of another kind: "The *talks* resumed on Monday"."""
    clause, head = reading.clause, reading.clause.head
    if reading.frame.kind is Kind.DEMAND or head.deprel in _HUNG:
        return False
    if reader.tree.child(head, "xcomp", "ccomp") is not None:
        return False
    if clause.form is Form.NOUN:
        upper = reader.tree.parent(head)
        if upper is None or head.deprel not in ("nsubj", "nsubj:pass", "obj"):
            return False
        is_told = reader.lexicon.acts(word(upper)) or reader.tree.child(upper, "expl") is not None
        return is_told and reader.tree.child(head, "nmod", "obl") is None
    if reading.frame.wanted:
        things = [noun for noun in (clause.object, clause.subject) if noun is not None]
        matters = [noun for noun in things if not reader.lexicon.is_a("official", word(noun))]
        return not any(_is_of_another_matter(noun, reading, reader) for noun in matters)
    who = clause.subject  # "met": officials do for talks, others for company
    if who is None or clause.passive:
        return False
    if who.upos == "PROPN":  # a country or city, and no person's two names
        return reader.tree.child(who, "flat", "compound", "appos") is None
    return reader.lexicon.is_a("official", word(who))


def _is_of_another_matter(noun: Token, reading: Reading, reader: ClauseReader) -> bool:
    """Whether a deal or talks have a matter of their own: "an agreement on *fish*"."""
    near = [one.noun for one in reading.clause.obliques if noun.i < one.noun.i <= noun.i + _NEAR]
    for kid in (*reader.tree.children(noun, "nmod"), *near):
        if reader.lexicon.is_a("time", word(kid)):
            continue
        known = reader.lexicon.is_a("official", word(kid)) or any(one.fits(word(kid)) for one in reading.frame.wanted)
        if kid.upos == "NOUN" and not known:
            return True
    return False


_NEAR = 3  # words from "agreement" to what it is on
_HUNG = frozenset({"acl", "acl:relcl", "amod", "advcl"})


def _said_of_the_asked(tree: Tree, clause: Clause) -> list[int]:
    """What parsers take for a relative clause of whoever is asked: "asked the junta that it free them"."""
    found: list[int] = []
    for asked in (clause.object, clause.recipient):
        if asked is not None:
            for relative in tree.children(asked, "acl:relcl"):
                if all(token.upos != "PUNCT" for token in tree.tokens[asked.i : relative.i]):
                    found += [token.i for token in tree.subtree(relative)]
    return found


def _below(tree: Tree, head: Token, actor: Token | None) -> list[int]:
    """Indices under a head, without its subject, other clauses beside it, and relative clauses."""
    found: list[int] = []
    queue = [
        j
        for j in tree.kids[head.i]
        if tree.tokens[j].deprel not in ("nsubj", "conj", "parataxis", "acl:relcl", "punct")
    ]
    while queue:
        i = queue.pop()
        if actor is not None and i == actor.i:
            continue
        found.append(i)
        queue.extend(j for j in tree.kids[i] if tree.tokens[j].deprel not in ("acl:relcl", "parataxis", "advcl"))
    return found
