"""French is read by a pack alone: word lists and a parser's weights, by the grammar of the others."""

from datetime import date

import pytest
from grammar import claims, need_pack, parsed, readings

from habeas.claims.calendar import Direction
from habeas.claims.dates import calendar
from habeas.claims.frames import lexicon
from habeas.claims.gazetteer import PlaceList, states
from habeas.claims.model import Claim
from habeas.claims.numbers import number_finder
from habeas.claims.places import gazetteer
from habeas.intervals import Period
from habeas.lexicons import load

pytestmark = pytest.mark.packs

WEDNESDAY = date(2024, 5, 15)
SUNDAY = Period.day(date(2024, 3, 10))

# (sentence, kind, status, count, days, place, speaker), of a report of Wednesday 26 November 2025.
SENTENCES = [
    (
        "Les autorités biélorusses ont libéré 52 prisonniers politiques jeudi.",
        ("release", "actual", [52, 52], ["2025-11-20", "2025-11-20"], ("BY",), None),
    ),
    (
        "Deux journalistes ont été arrêtés par la police à Bamako lundi dernier.",
        ("detention", "actual", [2, 2], ["2025-11-24", "2025-11-24"], ("ML",), None),
    ),
    (
        "Plus de 300 militants sont toujours en prison au Venezuela, selon l'association Nordwatch.",
        ("held", "actual", [301, None], ["2025-11-26", "2025-11-26"], ("VE",), "l'association Nordwatch"),
    ),
    (
        "Quatre-vingt-dix militants, libérés mercredi, ont quitté le pays.",
        ("release", "actual", [90, 90], ["2025-11-26", "2025-11-26"], (), None),
    ),
    (
        "Le militant Adama Kolo est mort en détention le 3 mars 2025.",
        ("death", "actual", [1, 1], ["2025-03-03", "2025-03-03"], (), None),
    ),
    (
        "Trois diplomates ont été expulsés d'Iran vendredi.",
        ("expulsion", "actual", [3, 3], ["2025-11-21", "2025-11-21"], ("IR",), None),
    ),
    (
        "Londres a imposé des sanctions contre trois juges russes la semaine dernière.",
        ("sanction", "actual", None, ["2025-11-17", "2025-11-23"], ("RU",), None),
    ),
    (
        "Une source anonyme affirme que deux otages seront libérés vendredi prochain.",
        ("release", "planned", [2, 2], ["2025-11-28", "2025-11-28"], (), "Une source anonyme"),
    ),
    (
        "Au moins trente personnes pourraient être libérées demain.",
        ("release", "possible", [30, None], ["2025-11-27", "2025-11-27"], (), None),
    ),
    (
        "Le ministère a déclaré que 14 prisonniers avaient été libérés en avril.",
        ("release", "actual", [14, 14], ["2025-04-01", "2025-04-30"], (), "Le ministère"),
    ),
    (
        "Un tribunal de Minsk a condamné trois avocats à dix ans de prison.",
        ("sentence", "actual", [3, 3], ["2025-11-26", "2025-11-26"], ("BY",), None),
    ),
    (
        "Près de 600 prisonniers ont été libérés depuis le début de l'année.",
        ("release", "actual", [540, 600], ["2025-01-01", "2025-11-26"], (), None),
    ),
    (
        "La libération de 14 détenus a été annoncée mardi.",
        ("release", "actual", [14, 14], ["2025-11-25", "2025-11-25"], (), None),
    ),
]


def told(claim: Claim) -> tuple[object, ...]:
    return (
        claim.kind.value,
        claim.status.value,
        None if claim.count is None else claim.count.to_ends(),
        None if claim.when is None else claim.when.to_days(),
        claim.place,
        None if claim.source is None else claim.source.name,
    )


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_sentences_are_read(sentence: str, expected: tuple[object, ...]) -> None:
    [claim] = claims(sentence, "fr")
    assert told(claim) == expected


def test_a_name_is_read() -> None:
    [claim] = claims("Le militant Adama Kolo est mort en détention le 3 mars 2025.", "fr")
    assert claim.persons == ("Adama Kolo",)


def test_a_total_is_one() -> None:
    [claim] = claims("Près de 600 prisonniers ont été libérés depuis le début de l'année.", "fr")
    assert claim.cumulative


@pytest.mark.parametrize(
    "sentence",
    [
        "La mairie a libéré des fonds pour la cantine.",
        "Le navire a été arrêté au port.",
        "Les recettes ont dépassé 300 millions d'euros.",
    ],
)
def test_other_things_are_no_claims(sentence: str) -> None:
    assert claims(sentence, "fr") == ()


def test_frames_read_their_examples() -> None:
    need_pack("fr")
    frames = lexicon("fr").frames
    unread = [
        f"{frame.kind}: {frame.example}"
        for frame, tree in zip(frames, parsed([frame.example for frame in frames], "fr"), strict=True)
        if frame.kind not in {reading.frame.kind for reading in readings(tree)}
    ]
    assert unread == []


def test_forms_of_time_read_their_examples() -> None:
    for form in calendar("fr").lexicon.form:
        for example, meant in form.examples.items():
            basis, _, ends = meant.rpartition(":")
            direction = Direction.PRESENT if basis == "present" else Direction.PAST
            if form.step == 1 and basis != "anchor":
                direction = Direction.FUTURE
            (mention,) = calendar("fr").find(f"Xx {example}, xx.")
            period = mention.resolve(WEDNESDAY, direction, SUNDAY if basis == "anchor" else None)
            first, _, last = ends.partition("/")
            assert period is not None, example
            assert period.to_days() == [first, last or first], example


@pytest.mark.parametrize(
    ("phrase", "ends"),
    [
        ("soixante-dix", [70, 70]),
        ("quatre-vingt-deux", [82, 82]),
        ("soixante et onze", [71, 71]),
        ("trois cent vingt et un", [321, 321]),
        ("mille deux cents", [1200, 1200]),
        ("plus d'une centaine", [101, None]),
        ("près de 300", [270, 300]),
        ("entre 20 et 30", [20, 30]),
    ],
)
def test_numbers(phrase: str, ends: list[int | None]) -> None:
    (mention,) = number_finder("fr").find(f"Xx {phrase} xx")
    assert mention.count.to_ends() == ends


def test_every_listed_place_is_found() -> None:
    lists = load("fr/places", PlaceList)
    assert len(lists.state) >= 190
    assert set(lists.state) <= states()
    for role in ("state", "adjective", "capital"):
        for code, names in getattr(lists, role).items():
            for name in names:
                found = [mention for mention in gazetteer("fr").mentions(name) if mention.words == name]
                assert found, (role, code, name)
