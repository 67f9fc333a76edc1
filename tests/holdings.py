"""Holdings made for tests: a small invented state, with hostile words among them, and a server over them."""

import contextlib
import threading
from collections.abc import Iterator
from datetime import date
from typing import Any

from habeas.claims.model import Claim, Kind, Means, Outcome, Quote, SourceType, Speaker, Status
from habeas.documents.model import Document
from habeas.ids import content_id
from habeas.intervals import Count, Period
from habeas.web.holdings import MemoryHoldings

TEXT = (
    "Forty people walked out of Examplian prisons on Monday, the Example Watch group said.\n\n"
    "At least 300 are still held, it said, while the government says that there are none. "
    "Minister Otto Example promised to free ten more <script>alert(1)</script> by June.\n\n"
    "The Union eased its sanctions on Examplian banks on Tuesday."
)
HOSTILE = 'Nobody <img src=x onerror="alert(1)"> was freed "by & by" </mark></p><script>alert(2)</script> on Monday.'
ARABIC = "أفرج عن أربعين شخصا يوم الاثنين"


def document(name: str, text: str, day: str | None, **rest: Any) -> Document:
    """A document in English unless told otherwise."""
    rest.setdefault("language", "en")
    rest.setdefault("title", f"Title of {name}")
    rest.setdefault("publisher", "The Invented Courier")
    return Document(id=name, text=text, published=None if day is None else date.fromisoformat(day), **rest)


def claim(
    source: Document, kind: Kind, words: str, count: Count | None = None, when: str | None = None, **rest: Any
) -> Claim:
    """A claim about XA whose quote is the words, found in the text."""
    start = source.text.index(words)
    voice = rest.pop("voice", None)
    rest.setdefault("place", ("XA",))
    rest.setdefault("status", Status.ACTUAL)
    return Claim(
        id=content_id(source.hash, kind, start, words, rest["status"], count),
        document=source.id,
        kind=kind,
        quote=Quote(words, start, start + len(words)),
        count=count,
        when=None if when is None else Period.from_days([when, when]),
        speakers=() if voice is None else (Speaker(SourceType.NAMED, voice),),
        **rest,
    )


def invented() -> MemoryHoldings:
    """Four reports about XA: one plain, its copy, one hostile, one from right to left."""
    plain = document("plain", TEXT, "2031-03-04")
    copy = document("copy", TEXT.replace("Forty", "40"), "2031-03-05")
    hostile = document(
        "hostile/../report?x=1#y",
        HOSTILE,
        "2031-03-06",
        title="<b>Title</b> & 'more'",
        publisher='"><script>alert(3)</script>',
        language='en" onload="alert(4)',
    )
    arabic = document("arabic", ARABIC, "2031-04-01", language="ar", title=None, publisher=None)
    forty = {"count": Count.exactly(40), "when": "2031-03-03"}
    claims = [
        claim(
            plain, Kind.RELEASE, "Forty people walked out of Examplian prisons on Monday", **forty, outcome=Outcome.FREE
        ),
        claim(copy, Kind.RELEASE, "40 people walked out of Examplian prisons on Monday", **forty, outcome=Outcome.FREE),
        claim(
            plain, Kind.HELD, "At least 300 are still held", Count.at_least(300), "2031-03-04", voice="Example Watch"
        ),
        claim(
            plain,
            Kind.HELD,
            "the government says that there are none",
            Count.at_least(2),
            "2031-03-04",
            voice="the government",
            status=Status.REFUSED,
        ),
        claim(
            plain,
            Kind.RELEASE,
            "promised to free ten more <script>alert(1)</script> by June",
            Count.exactly(10),
            status=Status.PLANNED,
        ),
        claim(plain, Kind.RELIEF, "The Union eased its sanctions on Examplian banks", when="2031-03-04", by=("EU",)),
        claim(
            hostile,
            Kind.RELEASE,
            'Nobody <img src=x onerror="alert(1)"> was freed',
            None,
            "2031-03-03",
            means=Means.PARDON,
        ),
        claim(
            hostile,
            Kind.DETENTION,
            'was freed "by & by" </mark></p><script>alert(2)</script>',
            Count.exactly(1),
            persons=("<i>Ana</i> Ejemplo",),
            voice="<b>voice</b>",
        ),
        claim(arabic, Kind.RELEASE, "أفرج عن أربعين شخصا", Count.exactly(40), "2031-03-31"),
    ]
    documents = {each.id: each for each in (plain, copy, hostile, arabic)}
    return MemoryHoldings(tuple(claims), documents, {"plain": "plain", "copy": "plain"})


@contextlib.contextmanager
def served(holdings: MemoryHoldings) -> Iterator[str]:
    """A real server on loopback over the holdings; its address without the last slash."""
    import uvicorn

    from habeas.web.app import create_app
    from habeas.web.server import address, listen

    listener = listen("127.0.0.1", 0)
    server = uvicorn.Server(uvicorn.Config(create_app(holdings), log_level="critical", lifespan="off"))
    thread = threading.Thread(target=lambda: server.run(sockets=[listener]), daemon=True)
    thread.start()
    try:
        yield address(listener).rstrip("/")
    finally:
        server.should_exit = True
        thread.join(10)
        listener.close()
