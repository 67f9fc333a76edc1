"""Stories: copies are one story, reports of one event in other words are not."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from habeas import stories
from habeas.documents.model import Document

LEAD = (
    "EXAMPLEVILLE - Twelve people walked out of the town prison on Monday after the council of elders asked the governor "
    "to let them go, a spokesman for the council said in a short statement read out at the gate. "
)
REST = (
    "The governor had refused three such requests since spring, and nobody among the relatives who waited in the rain "
    "expected a fourth to be heard. Those freed include a baker, two teachers and the editor of a village paper.\n\n"
    "The editor told reporters that he would go back to work the next day. His paper has not come out since he was taken "
    "from his desk, and its printing press was carted away by men who did not give their names.\n\n"
    "Eight others are still inside, the council said, and it means to ask for them again before the first snow."
)
OTHER = (
    "Relatives embraced a dozen former inmates outside Exampleville jail at the start of the week. According to the "
    "council of elders, the governor gave in at last. Among the people set free was a newspaper editor, who said his press "
    "was gone but his pen was not. Another eight villagers stay behind bars, and a new petition for them is being drafted "
    "by lawyers who work without pay."
)


def made(id_: str, text: str, day: int = 1, publisher: str | None = None, agency: str | None = None) -> Document:
    return Document(id_, text, date(2025, 5, day), "en", publisher=publisher, agency=agency)


def told(*documents: Document) -> set[tuple[str, ...]]:
    return {story.documents for story in stories.group(documents)}


def test_a_copy_with_another_lead_and_cut_is_the_same_story() -> None:
    cut = "EXAMPLEVILLE (Wire) — " + LEAD[15:] + REST[: len(REST) // 2]
    assert told(made("a", LEAD + REST), made("b", cut), made("c", OTHER)) == {("a", "b"), ("c",)}


def test_a_story_is_named_after_its_earliest_document_and_says_why() -> None:
    documents = [made("a", LEAD + REST, 2, agency="Wire"), made("b", LEAD + REST + " More.", 1, agency="Wire")]
    [story] = stories.group(documents)
    assert story.id == "b"
    assert story.reasons == ("b and a share 100% of their wording, both credited to Wire",)
    assert stories.of([*documents, made("c", OTHER)]) == {"a": "b", "b": "b"}


def test_a_digest_that_quotes_a_report_whole_is_no_copy_of_it() -> None:
    others = "\n\n".join(" ".join(f"word{number}of{item}" for number in range(90)) for item in range(12))
    assert told(made("a", LEAD + REST), made("digest", LEAD + REST + others)) == {("a",), ("digest",)}


def test_one_publisher_s_updates_of_a_template_are_not_one_story() -> None:
    changed = " ".join(f"{word} indeed" if at % 12 == 0 else word for at, word in enumerate((LEAD + REST).split()))
    assert told(made("a", LEAD + REST, 1, "Weekly"), made("b", changed, 8, "Weekly")) == {("a",), ("b",)}
    assert told(made("a", LEAD + REST, 1, "Weekly"), made("b", changed, 1, "Daily")) == {("a", "b")}


def test_briefs_cut_from_one_pattern_are_told_apart() -> None:
    pattern = (
        "The health office of {} reports {} new cases over the past day, which brings the total of this year to {}."
    )
    assert (
        len(told(made("a", pattern.format("Northland", 120, 4000)), made("b", pattern.format("Southland", 77, 910))))
        == 2
    )


def test_briefs_with_other_figures_are_never_one_story() -> None:
    brief = "The town council of Exampleville said on Monday that {} people had been let out of the prison by the river since spring began, and that it would go on asking for the others who are still held there."
    assert len(told(made("a", brief.format(52)), made("b", brief.format(31)))) == 2
    assert len(told(made("a", brief.format(52)), made("b", brief.format(52) + " It thanked all."))) == 1


def test_signatures_kept_from_before_give_the_same_stories() -> None:
    documents = [made("a", LEAD + REST), made("b", LEAD + REST[:300]), made("c", OTHER)]
    kept = {document.hash: stories.sign(document.text) for document in documents[:2]}
    assert stories.group(documents, kept) == stories.group(documents)


def test_a_paragraph_reprinted_word_for_word_is_found_wherever_it_stands() -> None:
    paragraph = REST.split("\n\n")[1]
    documents = [made("a", LEAD + REST), made("b", f"{OTHER}\n\n{paragraph}")]
    [reprint] = stories.reprints(documents)
    assert reprint.text == paragraph
    for (id_, start, end), document in zip(reprint.places, documents, strict=True):
        assert id_ == document.id
        assert document.text[start:end] == paragraph


def test_no_documents_tell_no_stories() -> None:
    assert stories.group([]) == []
    assert stories.of([made("a", "")]) == {}


@given(st.permutations(["a", "b", "c", "d"]))
def test_the_order_of_documents_does_not_matter(order: list[str]) -> None:
    texts = {"a": LEAD + REST, "b": LEAD + REST[:200], "c": OTHER, "d": OTHER + " It rained."}
    assert told(*(made(id_, texts[id_]) for id_ in order)) == {("a", "b"), ("c", "d")}


def test_documents_without_a_day_come_last() -> None:
    documents = [replace(made("a", LEAD + REST), published=None), made("b", LEAD + REST)]
    [story] = stories.group(documents)
    assert story.documents == ("b", "a")
