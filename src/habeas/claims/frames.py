"""Frames: what each kind of claim is said with in a language, compiled from its word lists.

`docs/lexicons.md` describes the notation of the lists in `frames/`, of `classes.toml` and of `grammar.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

import msgspec

from habeas.claims.model import Kind, Means, Outcome, Status
from habeas.claims.words import Words, fold, word_list
from habeas.errors import HabeasError
from habeas.lexicons import holds, load

WordTest = Callable[[str], bool]

PRECEDENCE = (
    Kind.HELD,  # before detentions: "is being held since May" tells where somebody is, "was held in May" that he was taken
    Kind.RELEASE,
    Kind.DETENTION,
    Kind.SENTENCE,
    Kind.DEATH,
    Kind.EXPULSION,
    Kind.SANCTION,
    Kind.RELIEF,
    Kind.TALKS,
    Kind.DEAL,
    Kind.APPOINTMENT,  # before demands: "recalled its envoy" asks for nothing
    Kind.DEMAND,
)
"""In which order frames are tried: the first that a clause fills is its kind."""

FIGURES = "figures"
"""The list of frames by which somebody gives a figure for what was told before; it may be left out."""


class Role(StrEnum):
    """A place near a head where a frame wants, or does not want, certain words."""

    OBJECT = "object"
    SUBJECT = "subject"
    PARTICLE = "particle"
    COMPLEMENT = "complement"
    OBLIQUE = "oblique"
    OF = "of"
    WITHIN = "within"  # anywhere under the head
    BEFORE = "before"  # an adjective or noun put before a head noun
    AFTER = "after"  # the very next word
    ABOVE = "above"  # the word that governs the head
    HEAD = "head"  # the head word itself
    SENTENCE = "sentence"
    TEXT = "text"  # anywhere in the document


class Affected(StrEnum):
    """Which argument names the people, the target or the gainer."""

    OBJECT = "object"
    SUBJECT = "subject"
    RECIPIENT = "recipient"  # indirect object, "to" or "for", or the subject of "receive"
    OWNER = "owner"  # whose: possessor or "of" of the object
    OBLIQUE = "oblique"  # an oblique or complement with one of `cases`
    SELF = "self"  # the head noun itself: "counted 251 prisoners"
    FIGURE = "figure"  # the number told of: "puts it at 44", "the count is 44"
    ANY = "any"  # whatever is named
    NONE = "none"  # the frame names none


class FrameSpec(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A `[[frame]]` as written."""

    example: str
    verb: list[str] = []
    noun: list[str] = []
    phrase: list[str] = []
    carrier: list[str] = []
    with_: list[str] = msgspec.field(name="with", default_factory=list)
    unless: list[str] = []
    affected: Affected | None = None
    cases: list[str] = []
    class_: str = msgspec.field(name="class", default="any")
    strict: bool = False
    unsure: bool = False
    unsure_names: bool = False
    dense: bool = False
    weak: bool = False
    strong_after: list[str] = []
    strong_beside: list[str] = []
    act: bool = False
    topic: bool = False
    status: Status | None = None
    denied: bool = False
    means: Means | None = None
    outcome: Outcome | None = None


class FramesFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A kind's list: `frames/release.toml`."""

    frame: list[FrameSpec]


class ClassesFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`classes.toml`: each class's words; `@name` takes in another class."""

    classes: dict[str, list[str]]


class GrammarFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`grammar.toml`: function words, and the endings that `|` stands for."""

    endings: list[str]
    of: list[str]
    by: list[str]
    to: list[str]
    personal: list[str] = []
    drops_subjects: bool = False
    relative: list[str]
    negators: list[str]
    among: list[str]
    company: list[str] = []
    conditional: list[str]
    since: list[str] = []
    when: list[str] = []
    purpose: list[str]
    comparing: list[str] = []
    unperson: list[str]
    acts: list[str]
    undergoing: list[str] = []
    giving: list[str] = []
    stand_ins: dict[str, str] = {}
    contracted: dict[str, list[str]] = {}


@dataclass(frozen=True, slots=True)
class Condition:
    """Words wanted in a role; with cases, only after one of those adpositions."""

    role: Role
    cases: frozenset[str]
    fits: WordTest
    tags: frozenset[str]
    """Parts of speech that will do whatever the word."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One way to say a kind of claim."""

    index: int
    kind: Kind
    verb: WordTest
    noun: WordTest
    phrase: tuple[Condition, ...]
    carrier: WordTest
    wanted: tuple[Condition, ...]
    unwanted: tuple[Condition, ...]
    affected: Affected
    cases: frozenset[str]
    affected_class: str
    strict: bool
    """Whether a captive must be called one, whatever the text is about."""
    unsure: bool
    unsure_names: bool
    """Whether a bare name, number or pronoun is people only in a text that speaks of custody: "releases Aurora"."""
    dense: bool
    """Whether it counts only in a text that speaks of captives throughout."""
    weak: bool
    has_strong_after: bool
    has_strong_beside: bool
    """Whether there are words of the same sentence beside which even a weak head opens it: "put ... to death"."""
    strong_after: WordTest
    """Words right after which even a weak head opens a sentence: "to free"."""
    act: bool
    """A noun that needs an act word: "new sanctions take effect"."""
    same: bool
    """Whether the kind is that of the claim before: "Brussels puts the figure at 44". Such a frame needs a text about
    captives throughout, and its heads are everyday words."""
    topic: bool
    """Whether it must be about another kind: talks, deals, demands."""
    status: Status | None
    denied: bool
    """Whether its negation is part of the phrase: "не стало поэта"."""
    means: Means | None
    outcome: Outcome | None
    example: str


class Lexicon:
    """A language's frames, classes and function words, ready for use."""

    def __init__(self, language: str) -> None:
        self.language = language
        grammar = load(f"{language}/grammar", GrammarFile)
        self._endings = tuple(map(fold, grammar.endings))
        self._classes = load(f"{language}/classes", ClassesFile).classes
        self._tests: dict[str, WordTest] = {}
        self.of = frozenset(grammar.of)
        self.by = frozenset(grammar.by)
        self.to = frozenset(grammar.to)
        self.personal = frozenset(grammar.personal)
        self.drops_subjects = grammar.drops_subjects
        self._contracted = {fold(case): frozenset(map(fold, forms)) for case, forms in grammar.contracted.items()}
        self.relative = self.words(grammar.relative)
        self.negators = self.words(grammar.negators)
        self.among = self.words(grammar.among)
        self.company = frozenset(grammar.company)
        self.since = self.words(grammar.since)
        self.when = self.words(grammar.when)
        self.conditional = self.words(grammar.conditional)
        self.purpose = frozenset(grammar.purpose)
        self.comparing = frozenset(grammar.comparing)
        self.unperson = self.words(grammar.unperson)
        self.acts = self.words(grammar.acts)
        self.undergoing = self.words(grammar.undergoing)
        self.giving = self.words(grammar.giving)
        self.stand_ins = tuple(sorted(grammar.stand_ins.items(), key=lambda pair: -len(pair[0])))
        written = _written(language)
        self.frames = tuple(self._compile(i, kind, spec) for i, (kind, spec) in enumerate(written))
        heads: dict[str, set[int]] = {}
        for i, (_, spec) in enumerate(written):
            for pattern in (*spec.verb, *spec.noun, *self._last_words(spec.phrase)):
                heads.setdefault(pattern, set()).add(i)
        self._heads = Words(heads, self._endings)
        beside: dict[str, set[int]] = {}
        for i, (_, spec) in enumerate(written):
            for pattern in self._spread(spec.strong_beside, ()):
                beside.setdefault(pattern, set()).add(i)
        self._beside = Words(beside, self._endings)
        self._frames_of: dict[frozenset[int], tuple[Frame, ...]] = {}
        self.cue_pattern: re.Pattern[str] = self._heads.regex()
        self.context_pattern = self._pattern("context")
        self.dense_pattern = self._pattern("dense")

    def _pattern(self, name: str) -> re.Pattern[str]:
        return Words(dict.fromkeys(self._spread([f"@{name}"], ()), (0,)), self._endings).regex()

    def heads(self, word: str) -> tuple[Frame, ...]:
        """Frames that the folded word may head, in the order of the file."""
        values = self._heads.values(word)
        if not values:
            return ()
        found = self._frames_of.get(values)
        if found is None:
            found = self._frames_of[values] = tuple(self.frames[i] for i in sorted(values))
        return found

    def strengthened(self, word: str) -> frozenset[int]:
        """Indices of the frames whose weak heads the folded word makes strong where it stands in their sentence."""
        return self._beside.values(word)

    def words(self, patterns: Iterable[str]) -> WordTest:
        """A test for a list of patterns; `@name` stands for a class."""
        return word_list(self._spread(patterns, ()), self._endings)

    def is_a(self, name: str, word: str) -> bool:
        """Whether the folded word is of the class."""
        test = self._tests.get(name)
        if test is None:
            if name not in self._classes:
                raise HabeasError(f"lexicons/{self.language}/classes.toml: no class {name!r}; add it or mend the frame")
            test = self._tests[name] = self.words([f"@{name}"])
        return test(word)

    def _spread(self, patterns: Iterable[str], above: tuple[str, ...]) -> list[str]:
        """Patterns with the classes they name put in."""
        found: list[str] = []
        for pattern in patterns:
            if not pattern.startswith("@"):
                found.append(pattern)
                continue
            name = pattern[1:]
            if name not in self._classes or name in above:
                raise HabeasError(
                    f"lexicons/{self.language}: no class {name!r}, or it holds itself; mend the word list"
                )
            found += self._spread(self._classes[name], (*above, name))
        return found

    def _last_words(self, phrases: Iterable[str]) -> list[str]:
        return self._spread([word for phrase in phrases for word in phrase.split()[1:]], ())

    def _cases(self, cases: Iterable[str]) -> frozenset[str]:
        """Adpositions with the forms they take before an article: "de" is also "del"."""
        plain = frozenset(map(fold, cases))
        return plain.union(*(self._contracted.get(case, ()) for case in plain))

    def _condition(self, text: str) -> Condition:
        """From "object bail parole" or "oblique from+off @list"."""
        role, *rest = text.split()
        cases: frozenset[str] = frozenset()
        if role == Role.OBLIQUE:
            cases = self._cases(case.replace("_", " ") for case in rest[0].split("+"))
            rest = rest[1:]
        tags = frozenset(part[1:] for part in rest if part.startswith("^"))
        return Condition(Role(role), cases, self.words(part for part in rest if not part.startswith("^")), tags)

    def _compile(self, index: int, kind: Kind | None, spec: FrameSpec) -> Frame:
        same = kind is None
        default = Affected.OBJECT if spec.verb or spec.noun else Affected.SUBJECT
        if same:
            default = Affected.FIGURE
        return Frame(
            index=index,
            kind=Kind.HELD if kind is None else kind,
            verb=self.words(spec.verb),
            noun=self.words(spec.noun),
            phrase=tuple(self._condition(f"oblique {phrase}") for phrase in spec.phrase),
            carrier=self.words(spec.carrier),
            wanted=tuple(map(self._condition, spec.with_)),
            unwanted=tuple(map(self._condition, spec.unless)),
            affected=spec.affected or default,
            cases=self._cases(spec.cases),
            affected_class=spec.class_,
            strict=spec.strict,
            denied=spec.denied,
            unsure=spec.unsure,
            unsure_names=spec.unsure_names,
            dense=spec.dense or same,
            weak=spec.weak or same,
            has_strong_after=bool(spec.strong_after),
            has_strong_beside=bool(spec.strong_beside),
            strong_after=self.words(spec.strong_after),
            act=spec.act,
            same=same,
            topic=spec.topic,
            status=spec.status,
            means=spec.means,
            outcome=spec.outcome,
            example=spec.example,
        )


def _written(language: str) -> list[tuple[Kind | None, FrameSpec]]:
    """A language's frames as written, in the order they are tried; those of figures have no kind of their own."""
    found: list[tuple[Kind | None, FrameSpec]] = []
    for kind in PRECEDENCE:
        if kind is Kind.TALKS and holds(f"{language}/frames/{FIGURES}"):
            # before what is about another kind: "speaks of 44", "raises the total to 44"
            found += [(None, spec) for spec in load(f"{language}/frames/{FIGURES}", FramesFile).frame]
        found += [(kind, spec) for spec in load(f"{language}/frames/{kind}", FramesFile).frame]
    return found


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language, compiled once in a process."""
    return Lexicon(language)
