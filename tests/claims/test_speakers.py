"""Who is said to say it: complements, inserted clauses, phrases, adverbs, quotations."""

import pytest

from habeas.claims.model import SourceType, Speaker
from habeas.claims.speakers import SILENCE, Voice, heard, speakers_of
from habeas.syntax import Tree, load_parser
from habeas.syntax.packs import find

pytestmark = pytest.mark.packs

NAMED, ANONYMOUS = SourceType.NAMED, SourceType.ANONYMOUS


def parse(language: str, *texts: str) -> list[Tree]:
    if find(language) is None:
        pytest.skip(f"the language pack {language} is not installed (habeas languages add {language})")
    document = " ".join(texts)
    starts = [document.index(text) for text in texts]
    return list(load_parser(language).parse(zip(texts, starts, strict=True)))


def chain(language: str, text: str, word: str, voice: Voice = SILENCE) -> list[tuple[SourceType, str]]:
    (tree,) = parse(language, text)
    head = next(token for token in tree.tokens if token.text == word)
    return [(speaker.type, speaker.name) for speaker in speakers_of(tree, head, text, voice).speakers]


@pytest.mark.parametrize(
    ("text", "word", "wanted"),
    [
        ("Nordwatch said that ten miners were freed.", "freed", [(NAMED, "Nordwatch")]),
        ("Ten miners were freed, Nordwatch said.", "freed", [(NAMED, "Nordwatch")]),
        ("Ten miners were freed, said Mira Olan.", "freed", [(NAMED, "Mira Olan")]),
        ("According to Nordwatch, ten miners were freed.", "freed", [(NAMED, "Nordwatch")]),
        ("Ten miners were freed in May, according to the ministry.", "freed", [(NAMED, "the ministry")]),
        ("Nordwatch has documented 61 arrests.", "arrests", [(NAMED, "Nordwatch")]),
        ("The miners were freed after eight years, as Mira Olan noted.", "freed", [(NAMED, "Mira Olan")]),
        ("The king rejected the plan, saying that ten miners were freed.", "freed", [(NAMED, "The king")]),
        ("The king denied that ten miners were freed.", "freed", [(NAMED, "The king")]),
        # nobody named
        ("Ten miners were reportedly freed.", "freed", [(ANONYMOUS, "")]),
        ("Sources say that ten miners were freed.", "freed", [(ANONYMOUS, "Sources")]),
        ("The miner is believed to be held in Tarvo.", "held", [(ANONYMOUS, "")]),
        ("An official who asked not to be named said that ten miners were freed.", "freed", [(ANONYMOUS, "An official")]),
        ("Ten miners were freed, an official said on condition of anonymity.", "freed", [(ANONYMOUS, "an official")]),
        # the report's own voice
        ("Ten miners were freed on Monday.", "freed", []),
        ("The king announced the release of ten miners.", "release", []),
        ("The king promised to free ten miners.", "free", []),
        ("Mira Olan, who was jailed in 2021, said that she was ill.", "jailed", []),
        ("The king ordered the police to free ten miners.", "free", []),
        # a chain, nearest first
        ("Nordwatch said that the ministry had confirmed that ten miners were freed.", "freed", [(NAMED, "the ministry"), (NAMED, "Nordwatch")]),
    ],
)  # fmt: skip
def test_english(text: str, word: str, wanted: list[tuple[SourceType, str]]) -> None:
    assert chain("en", text, word) == wanted


@pytest.mark.parametrize(
    ("text", "word", "wanted"),
    [
        ("El ministro dijo que diez mineros fueron liberados.", "liberados", [(NAMED, "El ministro")]),
        ("Diez mineros fueron liberados, informó el ministro.", "liberados", [(NAMED, "el ministro")]),
        ("Según la organización, diez mineros fueron liberados.", "liberados", [(NAMED, "la organización")]),
        ("El ministro negó que hubieran sido liberados diez mineros.", "liberados", [(NAMED, "El ministro")]),
        ("Según fuentes diplomáticas, diez mineros fueron liberados.", "liberados", [(ANONYMOUS, "fuentes diplomáticas")]),
        ("Diez mineros fueron liberados el lunes.", "liberados", []),
        ("El rey se negó a liberar a diez mineros.", "liberar", []),
    ],
)  # fmt: skip
def test_spanish(text: str, word: str, wanted: list[tuple[SourceType, str]]) -> None:
    assert chain("es", text, word) == wanted


@pytest.mark.parametrize(
    ("text", "word", "wanted"),
    [
        ("Министр заявил, что освобождены десять шахтёров.", "освобождены", [(NAMED, "Министр")]),
        ("Освобождены десять шахтёров, сообщил министр.", "Освобождены", [(NAMED, "министр")]),
        ("Освобождены десять шахтёров, сообщили в МВД.", "Освобождены", [(NAMED, "МВД")]),
        ("По словам адвоката, освобождены десять шахтёров.", "освобождены", [(NAMED, "адвоката")]),
        ("Источник рассказал, что освобождены десять шахтёров.", "освобождены", [(ANONYMOUS, "Источник")]),
        ("Десять шахтёров якобы освобождены.", "освобождены", [(ANONYMOUS, "")]),
        ("По нашим данным, освобождены десять шахтёров.", "освобождены", []),
        ("Десять шахтёров освобождены в мае.", "освобождены", []),
    ],
)
def test_russian(text: str, word: str, wanted: list[tuple[SourceType, str]]) -> None:
    assert chain("ru", text, word) == wanted


def test_a_pronoun_is_who_spoke_last() -> None:
    first, second = parse("en", "Mira Olan said that ten were freed.", "She added that forty are still held.")
    voice = heard(first)
    assert voice.speaker == Speaker(NAMED, "Mira Olan")
    head = next(token for token in second.tokens if token.text == "held")
    assert speakers_of(second, head, "", voice).speakers == (Speaker(NAMED, "Mira Olan"),)


def test_the_official_after_an_unnamed_official_is_not_named_either() -> None:
    first, second = parse(
        "en",
        "A Tarvo official who asked not to be named said that ten were freed.",
        "The official said that forty are still held.",
    )
    head = next(token for token in second.tokens if token.text == "held")
    assert speakers_of(second, head, "", heard(first)).speakers[0].type is ANONYMOUS


def test_a_quotation_goes_on_over_sentences() -> None:
    texts = ["“Ten were freed,” said Mira Olan.", "“Forty are still held."]
    first, second = parse("en", *texts)
    head = next(token for token in second.tokens if token.text == "held")
    document = " ".join(texts)
    assert speakers_of(second, head, document, heard(first)).speakers == (Speaker(NAMED, "Mira Olan"),)
    assert speakers_of(second, head, document).speakers == ()


@pytest.mark.parametrize(
    ("language", "text", "word", "told"),
    [
        ("en", 'The lawyer Orla Venn: "Nine men were arrested on Monday."', "arrested", [NAMED]),
        ("ru", "Адвокат Орла Венн: «В понедельник задержали девять человек».", "задержали", [NAMED]),
        ("en", 'Arrests in Tarvo: "Nine men were arrested on Monday."', "arrested", []),
    ],
)
def test_who_is_named_before_a_colon_speaks_the_quotation(
    language: str, text: str, word: str, told: list[SourceType]
) -> None:
    assert [kind for kind, _ in chain(language, text, word)] == told


def test_silence_stays_silent() -> None:
    (tree,) = parse("en", "Ten miners were freed on Monday.")
    assert heard(tree) == SILENCE
