"""Places: which words name which state, in three languages."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.claims.gazetteer import PlaceList, fold, states
from habeas.claims.places import Role, gazetteer, salience
from habeas.documents.model import Document
from habeas.lexicons import load

LANGUAGES = ("en", "es", "ru")


def named(language: str, text: str, on: date | None = None) -> list[tuple[str, str, str]]:
    """Words, first code and role of each mention that has a code."""
    return [
        (mention.words, mention.codes[0], mention.role.value)
        for mention in gazetteer(language).mentions(text, on=on)
        if mention.codes
    ]


ENGLISH = [
    ("South Korea frees two.", [("South Korea", "KR", "state")]),
    ("North Korean guards", [("North Korean", "KP", "adjective")]),
    ("Guinea-Bissau and Guinea", [("Guinea-Bissau", "GW", "state"), ("Guinea", "GN", "state")]),
    ("the Republic of the Congo", [("Republic of the Congo", "CG", "state")]),
    ("Equatorial Guinea’s rulers", [("Equatorial Guinea", "GQ", "state")]),
    ("Papua New Guinea", [("Papua New Guinea", "PG", "state")]),
    ("a Dominican Republic court", [("Dominican Republic", "DO", "state")]),
    ("a jail in New Mexico", [("New Mexico", "US", "region")]),
    ("Georgian riot police in Tbilisi", [("Georgian", "GE", "adjective"), ("Tbilisi", "GE", "capital")]),
    ("the U.S. and the UK", [("U.S.", "US", "state"), ("UK", "GB", "state")]),
    ("U.S.-led talks", [("U.S.", "US", "state")]),
    ("anti-Russian unrest", [("Russian", "RU", "adjective")]),
    ("three Cubans", [("Cubans", "CU", "demonym")]),
    ("MINSK, Nov 3 (Northwire) - Guards", [("MINSK", "BY", "capital")]),
    ("President Alexander Lukashenko", [("Alexander Lukashenko", "BY", "leader")]),
    ("the Kremlin and the State Department", [("Kremlin", "RU", "organ"), ("State Department", "US", "organ")]),
    ("taken to Evin Prison", [("Evin Prison", "IR", "prison")]),
    ("the European Union", [("European Union", "EU", "body")]),
    ("handed over by Hamas", [("Hamas", "PS", "group")]),
    ("Myanmar\njunta", [("Myanmar", "MM", "state")]),
    ("a court in Chelyabinsk", [("Chelyabinsk", "RU", "city")]),
]

SPANISH = [
    ("EE. UU. y la UE", [("EE. UU.", "US", "state"), ("UE", "EU", "body")]),
    ("un tribunal bielorruso", [("bielorruso", "BY", "adjective")]),
    ("dos venezolanas", [("venezolanas", "VE", "adjective")]),
    ("en Guinea Ecuatorial", [("Guinea Ecuatorial", "GQ", "state")]),
    ("la Casa Blanca", [("Casa Blanca", "US", "organ")]),
    ("La Habana soltó a dos", [("La Habana", "CU", "capital")]),
    ("los presos birmanos", [("birmanos", "MM", "adjective")]),
    ("trasladado a El Helicoide", [("El Helicoide", "VE", "prison")]),
    ("tres franceses", [("franceses", "FR", "adjective")]),
    ("una alemana", [("alemana", "DE", "adjective")]),
    ("dos iraníes", [("iraníes", "IR", "adjective")]),
]

RUSSIAN = [
    ("власти Белоруссии", [("Белоруссии", "BY", "state")]),
    ("в Беларуси", [("Беларуси", "BY", "state")]),
    ("белорусского суда", [("белорусского", "BY", "adjective")]),
    ("пятеро украинцев", [("украинцев", "UA", "demonym")]),
    ("переговоры с Южной Кореей", [("Южной Кореей", "KR", "state")]),
    ("санкции Евросоюза", [("Евросоюза", "EU", "body")]),
    ("в Белом доме", [("Белом доме", "US", "organ")]),
    ("с Трампом", [("Трампом", "US", "leader")]),
    ("из тюрьмы Эвин", [("Эвин", "IR", "prison")]),
    ("в Соединенных Штатах", [("Соединенных Штатах", "US", "state")]),
    ("в Соединённых Штатах", [("Соединённых Штатах", "US", "state")]),
    ("граждан Азербайджана", [("Азербайджана", "AZ", "state")]),
    ("израильтян", [("израильтян", "IL", "demonym")]),
    ("из Саудовской Аравии", [("Саудовской Аравии", "SA", "state")]),
    ("в Челябинске", [("Челябинске", "RU", "city")]),
    ("россиянами", [("россиянами", "RU", "demonym")]),
]

PHRASES = [
    *(("en", *row) for row in ENGLISH),
    *(("es", *row) for row in SPANISH),
    *(("ru", *row) for row in RUSSIAN),
]


@pytest.mark.parametrize(("language", "text", "wanted"), PHRASES)
def test_names_of_a_phrase(language: str, text: str, wanted: list[tuple[str, str, str]]) -> None:
    assert named(language, text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Jordan Millerby was freed",
        "Paris Hollowell met Chad Smithson",
        "lawyer Nadia Washington said",
        "a turkey and a jar of chili",
        "give us the mali",
        "Reading the list took an hour",
        "she fled the ice",
    ],
)
def test_no_place_in_persons_and_common_words(text: str) -> None:
    assert named("en", text) == []


def test_outlet_cited_after_a_sentence_is_no_place() -> None:
    assert named("en", "Two men are freed. (Nairobi Lantern) (AFP via Oslo Bugle)") == []


def test_outlet_named_in_a_sentence_is_no_place() -> None:
    assert named("en", "the Jakarta Post told") == []


def test_georgia_is_the_state_that_the_text_speaks_of() -> None:
    assert named("en", "Two are jailed in Atlanta, Georgia.")[-1] == ("Georgia", "US", "state")
    assert named("en", "Two are jailed in Tbilisi, Georgia.")[-1] == ("Georgia", "GE", "state")


def test_surname_counts_only_in_office() -> None:
    assert named("en", "Bush said", on=date(2005, 5, 1)) == [("Bush", "US", "leader")]
    assert named("en", "Bush said", on=date(2025, 5, 1)) == []


def test_carriers_have_no_code() -> None:
    found = gazetteer("en").mentions("the court and the police")
    assert [(mention.words, mention.codes, mention.role) for mention in found] == [
        ("court", (), Role.CARRIER),
        ("police", (), Role.CARRIER),
    ]


def test_start_is_added() -> None:
    (mention,) = gazetteer("en").mentions("in Cuba", 100)
    assert (mention.start, mention.end) == (103, 107)


def test_letters_that_grow_when_lowered_keep_offsets() -> None:
    text = "İİİ Çağlar İzmirli was taken to Belarus."
    (mention,) = [one for one in gazetteer("en").mentions(text) if one.codes == ("BY",)]
    assert text[mention.start : mention.end] == "Belarus"


def test_salience_begins_with_the_state_the_report_is_about() -> None:
    document = Document(
        "a",
        "VIENNA, May 2 (Northwire) - Belarus freed nine people, Minsk said. Austria welcomed it.",
        date(2025, 5, 2),
        "en",
        "Belarus frees nine",
    )
    assert salience(document)[0] == "BY"


def test_salience_of_a_document_without_a_language_is_unknown() -> None:
    assert salience(Document("a", "Belarus", None, None)) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_of_the_world_is_named_in_english_and_most_elsewhere(language: str) -> None:
    listed = load(f"{language}/places", PlaceList).state
    assert len(listed) >= 190
    assert set(listed) <= states()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_listed_name_is_found(language: str) -> None:
    """A name alone is found as a whole, unless a list gives it to an outlet or needs its years."""
    lists = load(f"{language}/places", PlaceList)
    for role in ("state", "adjective", "capital", "organ", "prison"):
        for code, names in getattr(lists, role).items():
            for name in names:
                found = [mention for mention in gazetteer(language).mentions(name) if mention.words == name]
                assert found, (role, code, name)
                assert found[0].codes, name


texts = st.text(
    alphabet=st.one_of(st.sampled_from("İıßŉǰΐﬀёЁ’'-.–\u00a0\n ()"), st.characters(), st.sampled_from("abcUSДаБel")),
    max_size=60,
)
pieces = st.lists(
    st.one_of(texts, st.sampled_from(["Belarus", "U.S.", "Беларуси", "EE. UU.", "Guinea-Bissau"])), max_size=8
)


@settings(max_examples=150, deadline=None)
@given(pieces, st.sampled_from(LANGUAGES), st.integers(0, 50))
def test_offsets_slice_to_the_words(parts: list[str], language: str, start: int) -> None:
    text = " ".join(parts)
    last = 0
    for mention in gazetteer(language).mentions(text, start):
        assert text[mention.start - start : mention.end - start] == mention.words
        assert mention.start - start >= last
        last = mention.end - start


@given(st.text(max_size=80))
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)
