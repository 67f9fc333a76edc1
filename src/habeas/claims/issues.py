"""Reading issues: words that look like claims and that the reader could not use, for those who mend the word lists.

Found only when asked for: they take trees of every sentence that speaks of custody, not only of those with a cue.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from habeas.claims.clauses import ClauseReader, case_of, word
from habeas.claims.counts import count_of
from habeas.claims.cues import Subject, subject_of, worth_parsing
from habeas.claims.dates import dates_in
from habeas.claims.drafts import Draft
from habeas.claims.frames import Lexicon, lexicon
from habeas.claims.kinds import KindReader
from habeas.claims.numbers import numbers_in
from habeas.claims.saying import is_word, speech_words
from habeas.claims.status import status_words
from habeas.claims.words import fold
from habeas.documents.model import Document
from habeas.documents.sentences import is_cut, sentence_spans
from habeas.syntax.model import Token, Tree
from habeas.syntax.parser import TOKEN_CAP

OPENING = 80  # characters of an overlong sentence that are shown


class IssueKind(StrEnum):
    """What the reader could not do, and where a word list may help."""

    UNKNOWN = "unknown head"
    """A verb or event noun over a word of custody that heads no frame: a list in `frames/`."""
    UNFILLED = "unfilled frame"
    """A cue over a word of custody whose frames found no arguments that fit: their conditions, or `classes.toml`."""
    COUNT = "unplaced count"
    """A number of people, in a sentence that tells a claim, that no claim took: `numbers.toml`."""
    DATE = "unplaced date"
    """A time, in a sentence that tells a claim, that no claim took: `calendar.toml`."""
    CUT = "cut sentence"
    """A sentence over the cap, read in pieces: nothing to mend in a list, but what spans two pieces is lost."""


@dataclass(frozen=True, slots=True)
class Issue:
    """Words of a document that the reader could not use."""

    document: str
    language: str
    kind: IssueKind
    words: str
    start: int
    """Offset of the first character in the document's text."""
    end: int
    entry: str
    """The words as a word list would hold them: a head's dictionary form, else the words folded."""
    sentence: str


def worth_explaining(text: str, spans: Iterable[tuple[int, int]], words: Lexicon) -> list[tuple[int, int]]:
    """Sentences that are read, and those that speak of custody or sanctions without a cue."""
    known = list(spans)
    read, folded = set(worth_parsing(text, known, words)), fold(text)
    return [span for span in known if span in read or words.context_pattern.search(folded, *span) is not None]


def issues_of(document: Document, trees: Sequence[Tree], drafts: Sequence[Draft]) -> tuple[Issue, ...]:
    """A document's issues in the order of its text; `trees` of what is worth explaining, `drafts` of what was read."""
    if document.language is None:
        return ()
    words = lexicon(document.language)
    subject = subject_of(document.text, words)
    told: dict[int, list[Draft]] = {}
    for draft in drafts:
        told.setdefault(draft.tree.start, []).append(draft)
    found = list(_cut(document, trees))
    for tree in trees:
        here = told.get(tree.start, [])
        found += _heads(document, tree, here, words, subject)
        if here:
            found += _counts(document, tree, here)
            found += _dates(document, tree, here)
    return tuple(sorted(found, key=lambda issue: (issue.start, issue.kind)))


def _issue(document: Document, tree: Tree, kind: IssueKind, start: int, end: int, entry: str = "") -> Issue:
    words = document.text[start:end]
    return Issue(document.id, tree.language, kind, words, start, end, entry or fold(words), tree.text)


def _cut(document: Document, trees: Sequence[Tree]) -> Iterator[Issue]:
    """Sentences over the cap of characters, each once however many pieces it has, or over that of tokens."""
    assert document.language is not None
    text, opened = document.text, None
    for start, end in sentence_spans(text, document.language):
        if not is_cut(text, (start, end)):
            if opened is not None:
                yield _overlong(document, opened, end)
            opened = None
        elif opened is None:
            opened = start
    for tree in trees:
        if len(tree.tokens) > TOKEN_CAP:
            yield _overlong(document, tree.start, tree.start + len(tree.text))


def _overlong(document: Document, start: int, end: int) -> Issue:
    assert document.language is not None
    opening = document.text[start : start + OPENING]
    return Issue(document.id, document.language, IssueKind.CUT, opening, start, end, fold(opening), opening)


def _heads(
    document: Document, tree: Tree, drafts: Sequence[Draft], words: Lexicon, subject: Subject
) -> Iterator[Issue]:
    """Heads above words of custody that no frame takes."""
    kinds = KindReader(ClauseReader(tree, words), subject)
    used = {draft.reading.clause.head.i for draft in drafts}
    seen: set[int] = set()
    for token in tree.tokens:
        if not words.is_a("context", word(token)):
            continue
        below = token
        for upper in tree.ancestors(token):
            if upper.i in used or upper.i in seen:
                break
            kind = _stopped_by(upper, below, kinds)
            if kind is not None:
                seen.add(upper.i)
                yield _issue(document, tree, kind, upper.start, upper.end, fold(upper.lemma))
                break
            if upper.upos == "VERB":
                break
            below = upper


def _stopped_by(head: Token, below: Token, kinds: KindReader) -> IssueKind | None:
    """Why a head over a word of custody tells nothing; None where it is no head of a claim, or is read."""
    words = kinds.lexicon
    if any(not frame.same for frame in words.heads(word(head))):
        unread = head.deprel != "amod" and kinds.read(head) is None
        return IssueKind.UNFILLED if unread and head.upos in ("VERB", "NOUN") else None
    if head.upos == "VERB":
        return None if _is_known(head, words) else IssueKind.UNKNOWN
    complement = case_of(kinds.tree, below) in words.of or (not words.of and below.feats.get("Case") == "Gen")
    if head.upos != "NOUN" or below.deprel != "nmod" or not complement:
        return None
    named = any(words.is_a(name, word(head)) for name in ("person", "thing", "time", "context"))
    return None if named or _is_known(head, words) else IssueKind.UNKNOWN


def _is_known(head: Token, words: Lexicon) -> bool:
    """Whether a word list tells what the head makes of a claim: saying, wanting, refusing, happening."""
    said, held = speech_words(words.language), status_words(words.language)
    tests = (said.says, said.counts, said.announces, said.accuses, said.avows, said.hearsay, said.rumours, words.acts)
    return any(is_word(head, test) for test in (*tests, *held.governors.values(), *held.modals.values(), held.destined))


def _counts(document: Document, tree: Tree, drafts: Sequence[Draft]) -> Iterator[Issue]:
    readings = [draft.reading.affected for draft in drafts if draft.reading.affected is not None]
    spans = [(found.start, found.end) for noun in readings if (found := count_of(tree, noun)) is not None]
    spans += [(date.start, date.end) for date in dates_in(tree.text, tree.language, tree.start)]
    for number in numbers_in(tree.text, tree.language, tree.start):
        if number.people and not any(start < number.number_end and number.number_start < end for start, end in spans):
            yield _issue(document, tree, IssueKind.COUNT, number.start, number.end)


def _dates(document: Document, tree: Tree, drafts: Sequence[Draft]) -> Iterator[Issue]:
    taken = {dated.mention.said_start for draft in drafts for dated in draft.dates}
    for date in dates_in(tree.text, tree.language, tree.start):
        if date.said_start not in taken:
            yield _issue(document, tree, IssueKind.DATE, date.start, date.end)


@dataclass(frozen=True, slots=True)
class Tally:
    """How often an entry is missed in a language, with one sentence for example."""

    language: str
    kind: IssueKind
    entry: str
    times: int
    sentence: str


def tally(issues: Iterable[Issue]) -> list[Tally]:
    """Issues by entry, the commonest first: the order in which to mend a word list."""
    times: Counter[tuple[str, IssueKind, str]] = Counter()
    sentences: dict[tuple[str, IssueKind, str], str] = {}
    for issue in issues:
        key = (issue.language, issue.kind, issue.entry)
        times[key] += 1
        sentences.setdefault(key, issue.sentence)
    ranked = sorted(times.items(), key=lambda entry: (-entry[1], entry[0]))
    return [Tally(*key, number, sentences[key]) for key, number in ranked]


def to_record(issue: Issue) -> dict[str, Any]:
    """The issue as `habeas read --issues --jsonl` prints it."""
    return {
        "document": issue.document,
        "lang": issue.language,
        "issue": issue.kind.value,
        "words": issue.words,
        "start": issue.start,
        "end": issue.end,
        "entry": issue.entry,
        "sentence": issue.sentence,
    }
