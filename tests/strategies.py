"""Hypothesis strategies for the records that stages share: every field, every value that the shapes allow."""

from datetime import date

from hypothesis import strategies as st

from habeas.claims.model import Claim, Kind, Means, Outcome, Quote, Reason, SourceType, Speaker, Status
from habeas.documents.model import Document
from habeas.events.model import Event, Rung
from habeas.intervals import Basis, Count, Period

words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=12)
names = words.filter(bool)
days = st.dates(date(1990, 1, 1), date(2030, 12, 31))
codes = st.sampled_from(["BY", "CU", "MM", "RU", "VE", "EU", "a militia"])


@st.composite
def counts(draw: st.DrawFn) -> Count:
    """Any count: exact, open above, open below, a range."""
    low, high = draw(st.integers(0, 10_000)), draw(st.none() | st.integers(0, 10_000))
    if high is not None and high < low:
        low, high = high, low
    return Count(low, high, open_below=low == 0 and draw(st.booleans()))


@st.composite
def periods(draw: st.DrawFn) -> Period:
    """Any period, open ends too."""
    first, last = draw(st.none() | days), draw(st.none() | days)
    if first is not None and last is not None and last < first:
        first, last = last, first
    return Period(first, last, draw(st.sampled_from(Basis)))


def documents() -> st.SearchStrategy[Document]:
    """Any document the ledger can keep, of no page."""
    return st.builds(
        Document,
        id=names,
        text=words,
        published=st.none() | days,
        language=st.none() | st.sampled_from(["en", "es", "ru", "uk"]),
        title=st.none() | words,
        publisher=st.none() | words,
        agency=st.none() | words,
        url=st.none() | names,
        page=st.none(),
        name=st.none() | names,
    )


def claims(document: str = "d1") -> st.SearchStrategy[Claim]:
    """Any claim of the document."""
    return st.builds(
        Claim,
        id=names,
        document=st.just(document),
        kind=st.sampled_from(Kind),
        status=st.sampled_from(Status),
        quote=st.builds(Quote, words, st.integers(0, 99), st.integers(0, 99)),
        count=st.none() | counts(),
        when=st.none() | periods(),
        place=st.lists(codes, max_size=2).map(tuple),
        by=st.lists(codes, max_size=2).map(tuple),
        speakers=st.lists(st.builds(Speaker, st.sampled_from(SourceType), words), max_size=2).map(tuple),
        cumulative=st.booleans(),
        persons=st.lists(words, max_size=2).map(tuple),
        means=st.none() | st.sampled_from(Means),
        group=st.none() | words,
        outcome=st.none() | st.sampled_from(Outcome),
        part_of=st.none() | names,
        reader=words,
        reasons=st.lists(st.builds(Reason, words, words, words), max_size=2).map(tuple),
    )


def events() -> st.SearchStrategy[Event]:
    """Any event."""
    return st.builds(
        Event,
        id=names,
        kind=st.sampled_from(Kind),
        status=st.sampled_from(Rung),
        count=st.none() | counts(),
        date=st.none() | periods(),
        place=st.lists(codes, max_size=2).map(tuple),
        by=st.lists(codes, max_size=2).map(tuple),
        what=words,
        claims=st.lists(names, max_size=3).map(tuple),
        documents=st.lists(names, max_size=3).map(tuple),
        sources=st.integers(1, 9),
        cumulative=st.booleans(),
        outcome=st.none() | st.sampled_from(Outcome),
        reasons=st.lists(words, max_size=2).map(tuple),
        means=st.none() | st.sampled_from(Means),
        persons=st.lists(words, max_size=2).map(tuple),
    )
