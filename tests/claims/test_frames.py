"""Each frame reads its own example, by the frame itself."""

import pytest
from grammar import parsed, readings

from habeas.claims.frames import Lexicon, lexicon
from habeas.errors import HabeasError

LANGUAGES = ("en", "es", "ru")

# How many examples the parser of a language gets wrong: may only fall.
MISPARSED = {"en": 0, "es": 7, "ru": 6}


@pytest.mark.packs
@pytest.mark.parametrize("language", LANGUAGES)
def test_frames_read_their_examples(language: str) -> None:
    frames = lexicon(language).frames
    unread = [
        f"{frame.kind}: {frame.example}"
        for frame, tree in zip(frames, parsed([frame.example for frame in frames], language), strict=True)
        if frame.kind not in {reading.frame.kind for reading in readings(tree)}
    ]
    assert len(unread) <= MISPARSED[language], "\n".join(unread)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_cue_is_opened_by_the_empty_word(language: str) -> None:
    assert lexicon(language).cue_pattern.search(" , . ") is None


def test_an_unknown_class_is_refused_by_name() -> None:
    with pytest.raises(HabeasError, match="no class 'gnomes'"):
        Lexicon("en").words(["@gnomes"])
