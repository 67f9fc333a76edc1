"""Speakers: who is said to say what a clause tells, nearest first.

`speakers_of` is a pure function of the tree, the head of the claim's clause and the `Voice` that the sentences
before left behind; `heard` gives the voice that a sentence leaves.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from habeas.claims.model import Reason, SourceType, Speaker
from habeas.claims.quotations import quotations
from habeas.claims.saying import Saying, is_word
from habeas.claims.speech import SpeechReader
from habeas.syntax.model import Token, Tree


@dataclass(frozen=True, slots=True)
class Voice:
    """Who spoke last before a sentence."""

    speaker: Speaker | None = None
    noun: str | None = None
    """Lemma of the head of the phrase for the speaker, for "the official" of a later sentence."""
    until: int = 0
    """Offset after the sentence in which they spoke."""


SILENCE = Voice()


@dataclass(frozen=True, slots=True)
class Told:
    """Who is said to say it; an empty chain is the report's own voice."""

    speakers: tuple[Speaker, ...]
    reason: Reason


def speakers_of(tree: Tree, head: Token, text: str, voice: Voice = SILENCE, *, asks: bool = False) -> Told:
    """The chain of who is said to say the clause that `head` heads; `text` is the document's.

    `asks` is whether the speaker asks for it ("must be freed, she said"): then who speaks is who demands, and no source.
    """
    reader = SpeechReader(tree)
    if asks:
        return Told((), Reason("source", "the speaker's own demand", head.text))
    sayings = list(reader.over(head))
    if not sayings:
        beside = reader.by_place(head)
        sayings = [] if beside is None else [beside]
    chain: list[Speaker] = []
    for saying in sayings:
        speaker = _speaker(reader, saying, voice)
        if speaker not in chain:
            chain.append(speaker)
    if chain:
        return Told(
            tuple(chain), Reason("source", sayings[0].rule, sayings[0].word.text, tree.path(sayings[0].word, head))
        )
    if voice.speaker is not None and _is_quoted(text, tree, head):
        return Told((voice.speaker,), Reason("source", "quotation of who spoke last", head.text))
    return Told((), Reason("source", "the report's own voice", head.text))


def heard(tree: Tree, voice: Voice = SILENCE) -> Voice:
    """The voice after a sentence: its last saying's, else the one before."""
    reader = SpeechReader(tree)
    words = reader.words
    for token in reversed(tree.tokens):
        saying = reader.phrase(token)
        if saying is None and token.upos == "VERB" and is_word(token, words.says):
            saying = reader.by_verb("saying", token)
        if saying is not None and saying.who is not None:
            speaker = _speaker(reader, saying, voice)
            noun = voice.noun if speaker == voice.speaker else saying.who.lemma.lower()
            return Voice(speaker, noun, tree.start + len(tree.text))
    return voice


def _speaker(reader: SpeechReader, saying: Saying, voice: Voice) -> Speaker:
    """The speaker of a saying; a pronoun, or "the official" after an official, is who spoke last."""
    who = saying.who
    if who is None:
        if saying.unnamed:
            return Speaker(SourceType.ANONYMOUS, "")
        return voice.speaker or Speaker(SourceType.NAMED, "")
    name = name_of(reader.tree, who)
    if saying.unnamed:
        return Speaker(SourceType.ANONYMOUS, name)
    if voice.speaker is not None:
        if who.upos in ("PRON", "DET", "NUM") or is_word(who, reader.words.same):
            return voice.speaker
        if who.upos == "NOUN" and who.lemma.lower() == voice.noun and voice.speaker.type is SourceType.ANONYMOUS:
            return replace(voice.speaker, name=name)
    return Speaker(SourceType.NAMED, name)


def is_first_person(tree: Tree, head: Token) -> bool:
    """Whether the clause is told by "I" or "we"."""
    subject = tree.child(head, "nsubj", "nsubj:pass")
    return head.feats.get("Person") == "1" or (subject is not None and subject.feats.get("Person") == "1")


_OUTSIDE_A_NAME = frozenset(
    {"acl:relcl", "acl", "appos", "parataxis", "punct", "case", "advcl", "conj", "cc", "cop", "mark"}
)


def name_of(tree: Tree, who: Token) -> str:
    """The phrase for somebody as written, without clauses and appositions hung on it."""
    first = last = who.i
    queue = [who.i]
    while queue:
        i = queue.pop()
        first, last = min(first, i), max(last, i)
        queue += [
            kid.i
            for kid in tree.children(tree.tokens[i])
            if not (kid.deprel in _OUTSIDE_A_NAME and (i == who.i or kid.deprel != "case"))
        ]
    for i in range(last, who.i, -1):  # nothing that was left out may stand inside
        if tree.tokens[i].deprel in ("acl:relcl", "appos", "parataxis"):
            last = i - 1
    start, end = tree.tokens[first].start - tree.start, tree.tokens[last].end - tree.start
    return tree.text[start:end].strip(" ,;:—-")


def _is_quoted(text: str, tree: Tree, head: Token) -> bool:
    """Whether a word stands in a quotation that takes in the sentence's beginning."""
    opened = quotations(text).opened_before(head.start)
    return opened is not None and opened <= tree.start
