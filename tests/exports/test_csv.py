import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.claims.model import Claim, to_record
from habeas.exports.csv import CsvExporter, safe_cell
from habeas.exports.exporter import export
from strategies import claims


def rows(*records: dict[str, object]) -> list[dict[str, str]]:
    stream = io.StringIO(newline="")
    export(records, CsvExporter(stream))
    return list(csv.DictReader(io.StringIO(stream.getvalue(), newline="")))


def test_ranges_are_two_columns_and_lists_one_cell() -> None:
    [row] = rows({"count": [101, None], "when": None, "persons": ["Ada Ficta", "Ben Ficto"], "cumulative": True})
    assert row == {
        "count_min": "101",
        "count_max": "",
        "when_from": "",
        "when_to": "",
        "persons": "Ada Ficta; Ben Ficto",
        "cumulative": "yes",
    }


def test_a_source_is_its_name_or_its_kind() -> None:
    assert rows({"source": {"type": "named", "name": "Ada Ficta"}}) == [{"source": "Ada Ficta"}]
    assert rows({"source": {"type": "anonymous", "name": ""}}) == [{"source": "anonymous"}]


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u00a0=1", "＝1", "＠x", "\ufeff=1"]
)
def test_what_a_spreadsheet_would_run_is_marked_as_text(text: str) -> None:
    assert safe_cell(text) == "'" + text


@pytest.mark.parametrize("text", ["", "freed 52", "a = b", "'already", "— said he"])
def test_other_words_stay_as_they_are(text: str) -> None:
    assert safe_cell(text) == text


@given(st.lists(claims(), min_size=1, max_size=4))
def test_every_claim_is_a_row_with_the_same_columns(found: list[Claim]) -> None:
    read = rows(*map(to_record, found))
    assert len(read) == len(found)
    for row, claim in zip(read, found, strict=True):
        assert row["kind"] == claim.kind.value
        assert None not in row
        assert not any(cell.lstrip(" \u00a0\ufeff").startswith(("=", "+", "@")) for cell in row.values())
