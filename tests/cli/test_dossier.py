"""The short dossier in a terminal."""

from io import StringIO

from rich.console import Console

from habeas.cli.dossier import print_dossier
from habeas.dossiers import Evidence, build
from holdings import invented


def printed(place: str, evidence: Evidence) -> str:
    out = StringIO()
    print_dossier(build(place, "Examplia", evidence), Console(file=out, width=110))
    return out.getvalue()


def test_counts_are_shown_as_said_with_their_words() -> None:
    text = printed("XA", invented().evidence("XA"))
    assert "at least 300" in text
    assert "At least 300 are still held" in text
    assert "denied" in text
    assert "1 in 2" in text


def test_empty_lists_say_so() -> None:
    text = printed("ZZ", invented().evidence("ZZ"))
    assert "Nobody has published a count of people held." in text
    assert "No promise is on record." in text


def test_words_of_a_report_are_no_markup_and_no_control() -> None:
    text = printed("XA", invented().evidence("XA"))
    assert "\x1b" not in text
    assert "<script>" in text
