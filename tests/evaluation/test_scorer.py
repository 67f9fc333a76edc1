"""The scorer: what pairs, what is right, and the same figures as the guide's own script."""

import json
import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from labelled import REPORTS, Mark, load
from scorer import RIGHT, Score, pairs

MARK = Mark.from_record(
    {
        "kind": "release",
        "status": "actual",
        "count": [52, 52],
        "when": ["2025-09-11", "2025-09-11"],
        "place": "BY",
        "by": "BY",
        "source": None,
        "means": "pardon",
        "quote": "Belarus let 52 people go on Thursday",
    }
)


def with_fields(**fields: object) -> Mark:
    made = Mark.from_record({"kind": MARK.kind, "status": MARK.status, "quote": MARK.quote, **fields})
    return replace(MARK, **{name: getattr(made, name) for name in fields})


def test_all_fields_of_a_claim_agree_with_itself():
    assert all(rule(MARK, MARK) for rule in RIGHT.values())


@pytest.mark.parametrize(
    ("gold", "said", "right"),
    [
        ([52, 52], [53, 53], False),
        ([360, 440], [361, 441], True),  # approximate: within 2 %
        ([360, 440], [340, 440], False),
        ([101, None], [101, None], True),
        ([101, None], [102, None], False),  # an open end is not approximate
        ([None, 14], [None, 14], True),
        (None, [1, 1], False),
        (None, None, True),
    ],
)
def test_counts_are_equal_but_for_approximate_ones(gold, said, right):
    assert RIGHT["count"](with_fields(count=gold), with_fields(count=said)) is right


@pytest.mark.parametrize(
    ("gold", "said", "right"),
    [
        (["2025-09-01", "2025-09-30"], ["2025-09-01", "2025-09-15"], True),
        (["2025-09-01", "2025-09-30"], ["2025-09-01", "2025-09-14"], False),
        (["2025-09-01", "2025-09-30"], ["2025-10-01", "2025-10-01"], False),
        (None, ["2025-10-01", "2025-10-01"], False),
        (None, [None, "2025-10-01"], True),  # what is open at one end is not compared
        (None, None, True),
    ],
)
def test_periods_share_half_of_their_days(gold, said, right):
    assert RIGHT["when"](with_fields(when=gold), with_fields(when=said)) is right


@pytest.mark.parametrize(
    ("gold", "said", "right"),
    [("BY", "BY", True), ("BY", "US", False), (None, "US", True), ("a militia", None, True), ("EU", None, False)],
)
def test_actor_is_compared_where_it_is_a_state(gold, said, right):
    assert RIGHT["by"](with_fields(by=gold), with_fields(by=said)) is right


def test_claims_of_another_kind_or_without_a_word_in_common_do_not_pair():
    assert pairs([MARK], [replace(MARK, kind="detention")]) == []
    assert pairs([MARK], [replace(MARK, quote="fifty-two freed")]) == []


def test_best_pair_wins_and_each_claim_pairs_once():
    assert pairs([MARK], [with_fields(count=[9, 9]), MARK]) == [(0, 1)]


def test_figures_are_those_of_the_guides_own_script(shared: Path, tmp_path: Path):
    reports = list(load(REPORTS))
    rows = [json.loads(line) for path in sorted(REPORTS.glob("*.gold.jsonl")) for line in path.open(encoding="utf-8")]
    chance = random.Random(7)
    said = [{"id": row["id"], "claims": [_spoilt(claim, chance) for claim in row["claims"]]} for row in rows]
    score = Score()
    for report, row in zip(reports, said, strict=True):
        score.add(row["id"], report.marks, [Mark.from_record(claim) for claim in row["claims"]])

    for name, content in (("gold", rows), ("said", said)):
        (tmp_path / name).write_text("\n".join(map(json.dumps, content)), encoding="utf-8")
    script = [sys.executable, str(shared / "gold" / "score.py"), str(tmp_path / "gold"), str(tmp_path / "said")]
    told = subprocess.run(script, capture_output=True, text=True, check=True).stdout
    found, strict = score.found, score.strict
    assert f"found: precision {found.precision:.3f} recall {found.recall:.3f} F1 {found.f1:.3f}" in told
    assert f"strict: precision {strict.precision:.3f} recall {strict.recall:.3f} F1 {strict.f1:.3f}" in told
    for name in RIGHT:
        assert f"{name:12} right in {score.fields[name] / found.agreed:.2f} of pairs" in told


def _spoilt(claim: dict, chance: random.Random) -> dict:
    """The claim with about every other one of its fields made another's."""
    others = {
        "status": ["actual", "planned"],
        "count": [None, [5, 5], [90, 110], [3, None]],
        "when": [None, ["2025-01-01", "2025-12-31"], [None, "2025-01-01"]],
        "place": [None, "BY", ["RU", "UA"]],
        "by": [None, "US", "a militia"],
        "source": [None, {"type": "anonymous", "name": ""}],
        "quote": ["nothing in common at all", claim["quote"][:20]],
        "kind": ["release", claim["kind"]],
    }
    return claim | {name: chance.choice(values) for name, values in others.items() if chance.random() < 0.4}
