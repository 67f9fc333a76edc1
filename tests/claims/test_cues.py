from habeas.claims.cues import find_cues, mentions_of_captives, worth_parsing
from habeas.claims.frames import lexicon

EN = lexicon("en")


def cues(text: str) -> list[str]:
    return [cue.word for cue in find_cues(text, EN)]


def test_cues_keep_their_offsets_under_letters_that_change_length() -> None:
    text = "İzmir police arrested nine poets."
    [cue] = find_cues(text, EN)
    assert text[cue.start : cue.end] == "arrested"


def test_a_word_inside_a_name_is_no_cue() -> None:
    assert "arrest" not in cues("A band called Grand Arrest played.")


def test_a_phrase_needs_its_adposition() -> None:
    assert "row" not in cues("The row of houses is closed.")
    assert "row" in cues("Nine poets are on death row.")


def test_everyday_words_need_company() -> None:
    text = "They let him go on Monday."
    assert worth_parsing(text, [(0, len(text))], EN) == []
    beside = "They let the prisoner go on Monday."
    assert worth_parsing(beside, [(0, len(beside))], EN) == [(0, len(beside))]


def test_only_sentences_with_cues_are_parsed() -> None:
    first, second = "It rained all day.", "Police arrested nine poets."
    text = f"{first} {second}"
    spans = [(0, len(first)), (len(first) + 1, len(text))]
    assert worth_parsing(text, spans, EN) == spans[1:]


def test_captives_are_counted() -> None:
    assert mentions_of_captives("The prisoners and hostages left the jail.", EN) == 3
