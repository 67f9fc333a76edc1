import io
import json

from hypothesis import given
from hypothesis import strategies as st

from habeas.claims.model import Claim, to_record
from habeas.exports.exporter import export
from habeas.exports.jsonl import JsonlExporter
from strategies import claims


@given(st.lists(claims(), max_size=4))
def test_every_claim_is_a_line_that_reads_back(found: list[Claim]) -> None:
    stream = io.StringIO()
    assert export(map(to_record, found), JsonlExporter(stream)) == len(found)
    lines = stream.getvalue().split("\n")
    assert lines.pop() == ""
    assert [json.loads(line) for line in lines] == [to_record(claim) for claim in found]


def test_other_scripts_are_written_as_they_are() -> None:
    stream = io.StringIO()
    export([{"quote": "освободили 52"}], JsonlExporter(stream))
    assert stream.getvalue() == '{"quote": "освободили 52"}\n'
