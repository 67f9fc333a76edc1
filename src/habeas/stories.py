"""Stories: copies of one report, whatever outlet and headline, are one story and count as one source.

Texts are compared by their runs of three words. A MinHash signature of each text finds pairs that may be
copies; the share of the shorter text's runs that stand in the longer then decides, so that cut, padded
and slightly rewritten copies are found and texts about one event in other words are not.

On 29 reports of three months, the three republished pairs share 0.90 to 0.96 of their runs, and the nearest
other pair 0.05.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from habeas import ids
from habeas.documents.model import Document

COPY = 0.5
"""Share of the shorter text's runs of three words from which the two are copies. On dev texts it finds every
copy with an agency's tag, 5 % other words, cut to 60 %, reordered or embedded, and no false pair."""
BRIEF_COPY = 0.8
"""The share asked of briefs, which are often cut from one pattern: of 76,000 one-paragraph items, pairs that
share less are mostly two countries' figures of the day. Two briefs with other figures are never one."""
UPDATE = 0.9
"""The share asked of two texts that may be one series rather than one story: of one publisher on different
days, or more than `_SERIES_DAYS` apart. Monthly updates share their template and differ in the figures."""
_EMBEDDED = 0.15  # share of the longer text: below it a digest quotes the shorter, and is no copy of it
_FEWEST = 12  # runs of three words: a shorter text is compared for equality alone
_SERIES_DAYS = 7
_BRIEF = 60  # runs of three words: a shorter text is a brief
_RUN = 3
_PERMUTATIONS = 128
_ROWS = 2  # per band: 64 bands of two find 98 % of pairs that share a quarter of all their runs
_LIKELY = 0.12  # estimated share below which a pair is not looked at closely: half a copy cut to half has 0.2
_CHUNK = 200_000  # candidate pairs estimated at once: 100 MB
_CROWD = 40  # texts with one band alike, beyond which each is compared with the one before it only
_PARAGRAPH = 120  # characters from which a paragraph reprinted word for word is no accident
_SEED = 20_201_126

Signature = npt.NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class Story:
    """Documents that tell one story, earliest published first, and why they are held to."""

    id: str
    """The id of its earliest document."""
    documents: tuple[str, ...]
    reasons: tuple[str, ...] = ()
    """One phrase for each link between two documents; empty where it has a single one."""


@dataclass(frozen=True, slots=True)
class Reprint:
    """A paragraph that stands word for word in several documents."""

    text: str
    places: tuple[tuple[str, int, int], ...]
    """Document id, start and end of each place, in the order of the documents given."""


def of(documents: Iterable[Document], signatures: Mapping[str, Signature] | None = None) -> dict[str, str]:
    """For each document that shares its story with another, by id, the story's id."""
    shared = (story for story in group(documents, signatures) if len(story.documents) > 1)
    return {document: story.id for story in shared for document in story.documents}


def group(documents: Iterable[Document], signatures: Mapping[str, Signature] | None = None) -> list[Story]:
    """The stories that the documents tell, each document in one; earliest published first.

    `signatures` holds those made before, by text hash (`sign`): only texts without one are signed.
    """
    ordered = sorted(documents, key=_age)
    known = signatures or {}
    links: list[tuple[int, int, str]] = []
    if len(ordered) > 1:
        signed = (known.get(document.hash) for document in ordered)
        matrix = np.stack([sign(own.text) if made is None else made for made, own in zip(signed, ordered, strict=True)])
        for first, second in _candidates(matrix):
            reason = _link(ordered[first], ordered[second])
            if reason is not None:
                links.append((first, second, reason))
    return _joined(ordered, links)


def sign(text: str) -> Signature:
    """The text's MinHash signature: 128 numbers, the same on any machine, that may be kept beside it."""
    from rensa import RMinHash

    made = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
    made.update(sorted(_grams(text)))
    return np.asarray(made.digest(), dtype=np.uint32)


def reprints(documents: Iterable[Document]) -> list[Reprint]:
    """Paragraphs that stand word for word in more than one of the documents, whether or not those are copies."""
    places: dict[str, list[tuple[str, int, int]]] = defaultdict(list)
    texts: dict[str, str] = {}
    for document in documents:
        for match in re.finditer(r"[^\n]+", document.text):
            if len(match[0]) >= _PARAGRAPH:
                key = ids.text_hash(" ".join(_words(match[0])))
                texts.setdefault(key, match[0])
                places[key].append((document.id, *match.span()))
    return [
        Reprint(texts[key], tuple(found)) for key, found in places.items() if len({place[0] for place in found}) > 1
    ]


def _age(document: Document) -> tuple[bool, str, str]:
    """The earliest published first, those without a day last."""
    return document.published is None, str(document.published), document.id


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


@lru_cache(maxsize=256)  # a text's candidates come one after another; holding all texts' runs took 650 MB for 76,000
def _grams(text: str) -> frozenset[str]:
    words = _words(text)
    if len(words) <= _RUN:
        return frozenset({" ".join(words)})
    return frozenset(" ".join(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))


def _candidates(matrix: npt.NDArray[np.uint32]) -> list[tuple[int, int]]:
    """Pairs of rows that have a band alike and are estimated to share enough, in order."""
    found: set[int] = set()
    size = len(matrix)
    for band in range(0, _PERMUTATIONS, _ROWS):
        keys = matrix[:, band].astype(np.uint64) << np.uint64(32) | matrix[:, band + 1].astype(np.uint64)
        order = np.argsort(keys, kind="stable")
        ranked = keys[order]
        starts = np.flatnonzero(np.concatenate(([True], ranked[1:] != ranked[:-1])))
        ends = np.append(starts[1:], size)
        for start, end in zip(starts[ends - starts > 1], ends[ends - starts > 1], strict=True):
            found.update(int(first) * size + int(second) for first, second in _alike(order[start:end]))
    pairs = np.fromiter(found, dtype=np.int64, count=len(found))
    pairs.sort()
    likely: list[tuple[int, int]] = []
    for chunk in np.array_split(pairs, max(1, len(pairs) // _CHUNK)):
        first, second = np.divmod(chunk, size)
        share = (matrix[first] == matrix[second]).mean(axis=1)
        keep = share >= _LIKELY
        likely.extend(zip(first[keep].tolist(), second[keep].tolist(), strict=True))
    return likely


def _alike(rows: npt.NDArray[np.intp]) -> Iterator[tuple[int, int]]:
    """Pairs among rows with one band alike, the lower first; of a crowd only neighbours."""
    if len(rows) > _CROWD:
        yield from pairwise(rows)
        return
    for at, first in enumerate(rows):
        for second in rows[at + 1 :]:
            yield first, second


def _link(a: Document, b: Document) -> str | None:
    """Why two documents tell one story; None where they do not."""
    grams, others = _grams(a.text), _grams(b.text)
    shorter, longer = sorted((len(grams), len(others)))
    common = len(grams & others)
    share = common / shorter if common >= _EMBEDDED * longer else 0.0
    if shorter < _FEWEST and grams != others:
        return None
    if shorter < _BRIEF and longer < _BRIEF and _figures(a.text) != _figures(b.text):
        return None
    if share < (UPDATE if _may_be_series(a, b) else COPY if shorter >= _BRIEF else BRIEF_COPY):
        return None
    credit = f", both credited to {a.agency}" if a.agency is not None and a.agency == b.agency else ""
    return f"{a.id} and {b.id} share {share:.0%} of their wording{credit}"


def _figures(text: str) -> set[str]:
    return set(re.findall(r"\d+(?:[.,]\d+)*", text))


def _may_be_series(a: Document, b: Document) -> bool:
    if a.published is None or b.published is None:
        return False
    apart = abs((a.published - b.published).days)
    return apart > _SERIES_DAYS or (apart > 0 and a.publisher is not None and a.publisher == b.publisher)


def _joined(documents: Sequence[Document], links: Sequence[tuple[int, int, str]]) -> list[Story]:
    """Stories of the linked documents; a story is named after its first."""
    leader = list(range(len(documents)))

    def find(number: int) -> int:
        while leader[number] != number:
            leader[number] = leader[leader[number]]
            number = leader[number]
        return number

    for first, second, _ in links:
        low, high = sorted((find(first), find(second)))
        leader[high] = low
    members: dict[int, list[str]] = defaultdict(list)
    for number, document in enumerate(documents):
        members[find(number)].append(document.id)
    reasons: dict[int, list[str]] = defaultdict(list)
    for first, _, reason in links:
        reasons[find(first)].append(reason)
    return [Story(documents[first].id, tuple(found), tuple(reasons[first])) for first, found in members.items()]
