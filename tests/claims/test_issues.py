import pytest
from grammar import PUBLISHED, need_pack

from habeas.claims.find import explain, find_claims
from habeas.claims.issues import Issue, IssueKind, tally
from habeas.documents.model import Document

pytestmark = pytest.mark.packs


def issues(text: str, language: str = "en") -> list[Issue]:
    need_pack(language)
    [(_, _, found)] = explain([Document("test", text, PUBLISHED, language)])
    return list(found)


def entries(text: str) -> list[tuple[str, str]]:
    return [(issue.kind.value, issue.entry) for issue in issues(text)]


def test_a_verb_over_prisoners_that_heads_no_frame() -> None:
    text = "The governor shepherded twelve detainees across the river."
    [issue] = issues(text)
    assert (issue.kind, issue.entry, issue.words, issue.language) == (IssueKind.UNKNOWN, "shepherd", "shepherded", "en")
    assert text[issue.start : issue.end] == issue.words
    assert issue.sentence == text


def test_an_event_noun_that_heads_no_frame() -> None:
    assert ("unknown head", "repainting") in entries("The repainting of prisoners drew little notice in Tarvo.")


def test_a_verb_of_saying_is_no_issue() -> None:
    assert entries("The ministry said nothing of the prisoners.") == []


def test_a_cue_whose_frame_nothing_fills() -> None:
    assert ("unfilled frame", "lift") in entries("The guards lifted a curtain in the prison.")


def test_a_read_claim_leaves_no_issue() -> None:
    assert entries("The court freed three editors on Monday.") == []


def test_a_number_and_a_date_that_no_claim_took() -> None:
    found = entries("The court freed three editors, while forty farmers had walked home in 1987.")
    assert ("unplaced count", "forty") in found
    assert ("unplaced date", "in 1987") in found or ("unplaced date", "1987") in found


def test_a_sentence_over_the_cap_is_told_once() -> None:
    text = "Guards freed " + "a baker and " * 1_000 + "a smith."
    cut = [issue for issue in issues(text) if issue.kind is IssueKind.CUT]
    whole = [issue for issue in cut if issue.end - issue.start > 10_000]
    assert len(whole) == 1
    assert len(whole[0].words) == 80


def test_explaining_finds_the_same_claims() -> None:
    need_pack("en")
    text = (
        "The court freed three editors on Monday. The governor shepherded twelve detainees across the river.\n\n"
        "Prisons were painted. Police arrested two of them in May, Nordwatch said."
    )
    document = Document("test", text, PUBLISHED, "en")
    [(_, found)] = find_claims([document])
    [(_, explained, _)] = explain([document])
    assert len(found) >= 2
    assert explained == found


def test_a_document_without_language_has_no_issues() -> None:
    [(_, found, issues_found)] = explain([Document("test", "Prisoners were ushered away.", PUBLISHED, None)])
    assert (found, issues_found) == ((), ())


def test_tallies_put_the_commonest_first() -> None:
    found = issues("He ushered ten detainees out. She ushered two hostages in. They repainted the prisoners.")
    first = tally(found)[0]
    assert (first.entry, first.times, first.language) == ("usher", 2, "en")
