"""Drafts: the readings of a document's trees put together into claims, field by field."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce
from operator import add

from habeas.claims.answers import Earlier
from habeas.claims.clauses import ClauseReader
from habeas.claims.counts import TOGETHER, count_of
from habeas.claims.cues import subject_of
from habeas.claims.custody import custodian
from habeas.claims.dates import DateMention, dates_in
from habeas.claims.dating import Earlier as Times
from habeas.claims.dating import Question, dating, is_weighed, told_before
from habeas.claims.ellipsis import with_remnants
from habeas.claims.expressions import Meaning
from habeas.claims.frames import lexicon
from habeas.claims.kinds import KindReader, Reading
from habeas.claims.model import Claim, Kind, Means, Quote, Reason, Status
from habeas.claims.persons import Cast, persons_of
from habeas.claims.quotes import quote, remnant_quote
from habeas.claims.reasons import of_reading, of_rest
from habeas.claims.repeats import without_repeats
from habeas.claims.scene import Arguments, Scene
from habeas.claims.speakers import SILENCE, Told, Voice, heard, is_first_person, speakers_of
from habeas.claims.status import Standing, standing
from habeas.claims.tallies import kind_before, tallied, teller
from habeas.claims.telling import ABOUT, ASKED_FOR, telling
from habeas.claims.timing import Dated, SentenceDates, Tense, tense_of
from habeas.claims.topics import is_topical
from habeas.claims.words import fold
from habeas.documents.model import Document
from habeas.ids import content_id
from habeas.intervals import Count
from habeas.syntax.model import Token, Tree


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim in the making: its reading, and what its sentence says of it."""

    tree: Tree
    reading: Reading
    kind: Kind
    standing: Standing
    quote: Quote
    told: Told
    """Who is said to say it."""
    company: tuple[Token, ...]
    """Whom it happens to besides the affected."""
    tense: Tense
    dates: tuple[Dated, ...]
    """Dates that may be its own, the likeliest first."""
    sentence_dates: tuple[Dated, ...]
    """All dates of its sentence."""
    heads: frozenset[int]
    """Indices of the sentence's tokens that head claims."""


def draft_claims(document: Document, trees: Sequence[Tree], reader: str) -> tuple[Claim, ...]:
    """All claims of a document, in the order of its sentences."""
    drafts = drafts_of(document, trees)
    return without_repeats(_claims(document, drafts, reader)) if drafts else ()


def drafts_of(document: Document, trees: Sequence[Tree]) -> list[Draft]:
    """All readings of a document's trees that tell a claim, in the order of its sentences."""
    if document.language is None:
        return []
    words = lexicon(document.language)
    subject = subject_of(document.text, words)
    drafts: list[Draft] = []
    voice = SILENCE
    for tree in trees:
        kinds = KindReader(ClauseReader(tree, words), subject)
        for draft in _drafts(document, kinds, voice):
            kind: Kind | None = draft.kind
            if draft.reading.frame.same:
                kind = draft.reading.counts or kind_before([earlier.kind for earlier in drafts])
            if kind is not None:
                drafts.append(replace(draft, kind=kind))
        voice = heard(tree, voice)
    return drafts


def _drafts(document: Document, kinds: KindReader, voice: Voice) -> Iterator[Draft]:
    tree, reader = kinds.tree, kinds.reader
    found = tallied([reading for token in tree.tokens if (reading := kinds.read(token)) is not None], reader)
    topical = any(one.frame.topic for one in found) and is_topical(
        document.text, tree.start, kinds.subject, kinds.lexicon
    )
    told_of = telling(found, reader, topical=topical)
    readings = [part for reading in told_of for part in with_remnants(reading, kinds)]
    if not readings:
        return
    heads = frozenset(reading.clause.head.i for reading in readings)
    dates = SentenceDates(reader, dates_in(tree.text, tree.language, tree.start), heads)
    for reading in readings:
        if _is_of_no_people(reading, kinds):
            continue
        stand = standing(reading.frame.kind, reading.clause, reader)
        if stand.hypothetical:
            continue
        asked = stand.demanded and reading.frame.kind in ASKED_FOR
        if asked:
            stand = replace(stand, status=Status.ACTUAL)  # asking is done by saying so
        elif reading.frame.denied and stand.status is Status.REFUSED:
            stand = replace(stand, status=Status.ACTUAL)
        elif reading.frame.status is not None and stand.status is Status.ACTUAL:
            stand = replace(stand, status=reading.frame.status)
        asks = asked or (reading.frame.kind is Kind.DEMAND and is_first_person(tree, reading.clause.head))
        told = speakers_of(tree, reading.clause.head, document.text, voice, asks=asks)
        yield Draft(
            tree=tree,
            reading=reading,
            kind=Kind.DEMAND if asked else reading.frame.kind,
            standing=stand,
            quote=_quote(document.text, tree, reading),
            told=teller(reading, reader, told) if reading.frame.same else told,
            company=kinds.company(reading),
            tense=tense_of(reading.clause, reader),
            dates=dates.of(reading, stand.status),
            sentence_dates=tuple(dates.dates),
            heads=heads,
        )


def _is_of_no_people(reading: Reading, kinds: KindReader) -> bool:
    """Whether the affected are money or things that the frame let pass: words for no people, that count none."""
    affected = reading.affected
    if affected is None or not reading.frame.kind.counts_people or affected.upos in ("PRON", "DET", "VERB", "AUX"):
        return False
    return not kinds.people.is_person(affected) and count_of(kinds.tree, affected) is None


def _quote(text: str, tree: Tree, reading: Reading) -> Quote:
    if reading.remnant is not None:
        return remnant_quote(text, tree, reading.remnant, reading.until)
    return quote(text, tree, reading.clause, reading.affected, reading.actor)


def _claims(document: Document, drafts: list[Draft], reader: str) -> Iterator[Claim]:
    scene = Scene(document)
    holders = Earlier()
    times = Times()
    language = drafts[0].tree.language
    mentions = dates_in(document.text, language, 0) if is_weighed(language) else ()
    group: Count | None = None
    cast = Cast()
    for ordinal, draft in enumerate(drafts):
        held_by = custodian(draft.kind, arguments_of(draft), scene, holders)
        holders.add(held_by, draft.quote.start)
        dated = dating(asked_of(draft, mentions, document.published), times)
        times.add(dated, draft.tree.start)
        when, said, why = dated.period, dated.said, dated.reason
        count, why_count = _count(draft, group)
        if count is not None and count.min > 1:
            group = count
        asking = draft.reading.clause.head if draft.reading.frame.kind is Kind.DEMAND else None
        persons = persons_of(draft.tree, draft.reading.affected, document.text, cast, asking)
        cast = cast.after(persons)
        released = draft.kind is Kind.RELEASE
        claim = Claim(
            id=content_id(document.hash, draft.kind, draft.quote.start, draft.quote.end, ordinal),
            document=document.id,
            kind=draft.kind,
            status=draft.standing.status,
            quote=draft.quote,
            count=count,
            when=when,
            place=held_by.place,
            by=held_by.by,
            speakers=draft.told.speakers,
            persons=persons,
            cumulative=_is_running_total(draft, said, count),
            means=draft.reading.frame.means if released else None,
            outcome=draft.reading.frame.outcome if released else None,
            reader=reader,
            reasons=(
                *of_reading(draft.tree, draft.reading),
                draft.standing.reason,
                why_count,
                why,
                draft.told.reason,
                *held_by.reasons,
            ),
        )
        rest = of_rest(draft.reading, claim, "" if said is None else said.words)
        yield replace(claim, reasons=(*claim.reasons, *rest))


def _count(draft: Draft, group: Count | None) -> tuple[Count | None, Reason]:
    """The people affected; `group` is the last group told of before, whom a pronoun for several stands for."""
    affected = draft.reading.affected
    if not draft.kind.counts_people:
        return None, Reason("count", "counts no people", "")
    if affected is None:
        act = draft.reading.clause.head
        article = draft.tree.child(act, "det")
        if article is not None and article.feats.get("Definite") == "Ind" and act.feats.get("Number") == "Sing":
            return Count.exactly(1), Reason("count", "one act", act.text)  # "appealed *a* sentence of ten years"
        return None, Reason("count", "counts no people", "")
    verbs = (draft.reading.clause.head, *draft.tree.children(draft.reading.clause.head, "aux", "aux:pass"))
    if affected.feats.get("VerbForm") == "Fin" and affected in verbs:  # a subject left out
        one = Count.exactly(1) if affected.feats.get("Number") == "Sing" else group
        return one, Reason("count", "by the verb's number", affected.text, affected.deprel)
    told_of = _is_told_of(draft, affected) and not _is_one_by_its_clause(draft)
    found = count_of(draft.tree, affected, whole=told_of)
    others = [count_of(draft.tree, other) for other in draft.company]
    if found is not None and found.rule.startswith(TOGETHER) and _is_one_by_its_verb(draft.tree, affected):
        return Count.exactly(1), Reason("count", "one, by its verb", found.words, affected.deprel)
    if found is not None and others and all(others):
        together = reduce(add, (other.count for other in others if other is not None), found.count)
        return together, Reason("count", "with their company", found.words, affected.deprel)
    if found is not None:
        return found.count, Reason("count", found.rule, found.words, affected.deprel)
    if affected.upos in ("PRON", "DET"):
        if group is None and affected.feats.get("Number") == "Plur":
            return Count.at_least(2), Reason("count", "several, by pronoun", affected.text, affected.deprel)
        return group, Reason("count", "the group told of before", affected.text, affected.deprel)
    return None, Reason("count", "unsaid", affected.text, affected.deprel)


def _is_told_of(draft: Draft, noun: Token) -> bool:
    """Whether the clause, or what governs it, is hung on the noun: "13 men who had refused to *go* into exile"."""
    head = draft.reading.clause.head
    if draft.reading.clause.host is noun:
        return True
    governors = (head, *draft.tree.ancestors(head))
    return any(upper.deprel in ("acl", "acl:relcl") and upper.head == noun.i for upper in governors[:4])


def _is_one_by_its_clause(draft: Draft) -> bool:
    """Whether a relative clause is told of one of several: "one of the men who *was* freed"."""
    head = draft.reading.clause.head
    verbs = (head, *draft.tree.children(head, "aux", "aux:pass", "cop"))
    return any(verb.feats.get("VerbForm") == "Fin" and verb.feats.get("Number") == "Sing" for verb in verbs)


def _is_one_by_its_verb(tree: Tree, subject: Token) -> bool:
    """Whether nouns joined are said of one person: "The founder and owner Adan Mireh *is* held"."""
    verb = tree.parent(subject)
    if verb is None or subject.deprel not in ("nsubj", "nsubj:pass"):
        return False
    finite = [
        token for token in (verb, *tree.children(verb, "aux", "aux:pass", "cop")) if token.feats.get("Person") == "3"
    ]
    return bool(finite) and all(token.feats.get("Number") == "Sing" for token in finite)


def asked_of(draft: Draft, mentions: Sequence[DateMention], published: date | None) -> Question:
    """A draft as dating asks for it; `mentions` are all dates of its document."""
    clause = draft.reading.clause
    return Question(
        kind=draft.kind,
        status=draft.standing.status,
        tense=draft.tense,
        form=clause.form.name.lower() if draft.reading.remnant is None else "remnant",
        tree=draft.tree,
        head=clause.head,
        heads=draft.heads,
        own=draft.dates,
        sentence=draft.sentence_dates,
        before=told_before(mentions, draft.tree.start),
        published=published,
    )


_WINDOWS = frozenset({Meaning.WINDOW, Meaning.SO_FAR})


def _is_running_total(draft: Draft, said: DateMention | None, count: Count | None) -> bool:
    """Whether the count is a total over a window: "178 freed since July"."""
    if said is None or draft.kind in (Kind.HELD, Kind.APPOINTMENT, *ABOUT) or count == Count.exactly(1):
        return False
    return said.since or said.upto is not None or said.expression.meaning in _WINDOWS


def _is_of_an_exchange(draft: Draft) -> bool:
    """Whether talks or a deal are about an exchange, in which both sides let people go."""
    words = lexicon(draft.tree.language)
    below = draft.tree.subtree(draft.reading.clause.head)
    return any(frame.means is Means.EXCHANGE for token in below for frame in words.heads(fold(token.text)))


def arguments_of(draft: Draft) -> Arguments:
    """Where the parts of a draft's clause stand, as custody asks for them."""
    reading = draft.reading
    span = (draft.quote.start, draft.quote.end)
    mutual = reading.frame.means is Means.EXCHANGE or (
        draft.kind in (Kind.TALKS, Kind.DEAL) and _is_of_an_exchange(draft)
    )
    form = f"{reading.clause.form.name.lower()}{', passive' if reading.clause.passive else ''}"
    return Arguments.of(draft.tree, span, reading.clause.head, reading.actor, reading.affected, mutual, form)
