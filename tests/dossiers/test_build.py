"""What a dossier holds."""

from datetime import date

import pytest

import cases
from habeas.dossiers import SECTIONS, build, known_by, to_record
from holdings import invented


def test_headline_never_gives_a_false_single_figure() -> None:
    dossier = build("XA", "Examplia", invented().evidence("XA"))
    text = "".join(piece.text for piece in dossier.headline)
    assert "Example Watch counted at least 300 held in Examplia" in text
    assert "The government denied it" in text
    assert "Sanctions were last eased by the European Union" in text


@pytest.mark.parametrize("name", cases.NAMES)
def test_no_claim_is_dropped(name: str) -> None:
    case = cases.load(name)
    place = "VE" if name.startswith("venezuela") else "BY"
    dossier = build(place, place, known_by(None, case.claims, case.documents, cases.STORIES))
    about = {claim.id for claim in case.claims if place in claim.place}
    shown = {claim.id for section in SECTIONS for told in dossier.section(section) for claim in told.claims}
    shown |= {claim.id for claim in dossier.held_persons}
    for counter in dossier.held:
        for held in counter.counts:
            shown |= {held.claim.id, *(repeat.id for repeat in held.repeats)}
    assert shown == about
    assert {number for _, number in dossier.numbers()} == about


@pytest.mark.parametrize("name", cases.NAMES)
def test_each_event_leads_to_words_with_its_figure_where_there_are_such(name: str) -> None:
    case = cases.load(name)
    place = "VE" if name.startswith("venezuela") else "BY"
    dossier = build(place, place, known_by(None, case.claims, case.documents, cases.STORIES))
    for section in SECTIONS:
        for told in dossier.section(section):
            if any(claim.count == told.event.count for claim in told.claims):
                assert told.claims[0].count == told.event.count


def test_as_of_knows_nothing_of_later_reports() -> None:
    case = cases.load("belarus-2025")
    day = date(2025, 9, 12)
    dossier = build("BY", "Belarus", known_by(day, case.claims, case.documents, cases.STORIES), day)
    assert {document.id for document in dossier.documents} == {"by2-01"}
    assert dossier.left_out == 7


def test_record_is_plain_data() -> None:
    import json

    record = to_record(build("XA", "Examplia", invented().evidence("XA")))
    assert json.loads(json.dumps(record)) == record
