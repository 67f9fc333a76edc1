import pytest
from grammar import claims, parsed

from habeas.claims.model import Claim
from habeas.claims.reasons import to_records

pytestmark = pytest.mark.packs

PATHS = [
    ("Police freed ten prisoners.", "prisoners", "freed", "prisoners -obj-> freed"),
    ("The ministry said that guards freed ten.", "said", "freed", "said <-ccomp- freed"),
    ("Guards freed ten on Friday.", "freed", "freed", "freed"),
]


@pytest.mark.parametrize(("sentence", "token", "head", "path"), PATHS)
def test_paths_go_up_and_down_the_tree(sentence: str, token: str, head: str, path: str) -> None:
    [tree] = parsed([sentence])
    at = {each.text: each for each in tree.tokens}
    assert tree.path(at[token], at[head]) == path


def _by_field(claim: Claim) -> dict[str, dict[str, str]]:
    return {record["field"]: record for record in to_records(claim)}


def test_each_field_has_its_words_relations_and_rule() -> None:
    [claim] = claims("Two journalists may be arrested by police tomorrow, according to Nordwatch.")
    found = _by_field(claim)
    assert found["kind"]["words"] == "arrested"
    assert found["kind"]["relations"].startswith("passive")
    assert "as in" in found["kind"]["rule"]
    assert found["affected"]["relations"] == "journalists -nsubj:pass-> arrested"
    assert found["actor"]["relations"] == "police -obl:agent-> arrested"
    assert (found["status"]["rule"], found["status"]["relations"]) == ("modal", "aux root")
    assert found["count"]["words"] == "Two journalists"
    assert found["when"]["words"] == "tomorrow"
    assert found["source"]["words"] == "Nordwatch"
    assert {"place", "by"} <= set(found)


def test_names_and_totals_have_reasons() -> None:
    [named] = claims("The court freed the editor Mira Solan on Monday.")
    assert _by_field(named)["persons"]["words"] == "Mira Solan"
    [total] = claims("The court has freed 40 editors since July.")
    assert _by_field(total)["cumulative"]["words"]
