"""Custody: whom a claim's place and actor name, by what the text around it says."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.claims.answers import Answers, Custodian, Earlier
from habeas.claims.custody import Surroundings, Weights, candidates, chances, custodian
from habeas.claims.model import Kind
from habeas.claims.scene import Arguments, Scene, Span
from habeas.documents.model import Document
from habeas.lexicons import load
from habeas.syntax.model import Token, Tree

DAY = date(2025, 6, 10)


def scene(text: str, language: str = "en", title: str | None = None) -> Scene:
    return Scene(Document("d", text, DAY, language, title))


def span(text: str, words: str | None) -> Span | None:
    return None if words is None else (text.index(words), text.index(words) + len(words))


def ask(
    kind: Kind,
    text: str,
    clause: str | None = None,
    *,
    language: str = "en",
    cue: str | None = None,
    actor: str | None = None,
    affected: str | None = None,
    mutual: bool = False,
    title: str | None = None,
) -> Custodian:
    """The custodian of a clause of a text of one sentence."""
    whole = (0, len(text))
    arguments = Arguments(
        span(text, clause) or whole, whole, span(text, cue), span(text, actor), span(text, affected), None, mutual
    )
    return custodian(kind, arguments, scene(text, language, title))


@pytest.mark.parametrize(
    ("kind", "text", "parts", "place", "by"),
    [
        (
            Kind.DETENTION,
            "Turkish police detain twelve teachers in Izmir",
            {"cue": "detain", "actor": "Turkish police", "affected": "twelve teachers"},
            "TR",
            "TR",
        ),
        (
            Kind.SENTENCE,
            "A court in Kazakhstan sentences two miners to six years",
            {"cue": "sentences", "actor": "A court in Kazakhstan", "affected": "two miners"},
            "KZ",
            "KZ",
        ),
        (
            Kind.RELEASE,
            "Cuba frees fourteen prisoners",
            {"cue": "frees", "actor": "Cuba", "affected": "fourteen prisoners"},
            "CU",
            "CU",
        ),
        (
            Kind.SANCTION,
            "The United States imposes sanctions on nine Nicaraguan judges",
            {"cue": "imposes", "actor": "The United States", "affected": "nine Nicaraguan judges"},
            "NI",
            "US",
        ),
        (
            Kind.RELIEF,
            "The European Union lifts sanctions on Syria",
            {"cue": "lifts", "actor": "The European Union", "affected": "on Syria"},
            "SY",
            "EU",
        ),
        (
            Kind.APPOINTMENT,
            "Norway recalls its ambassador to Iran",
            {"cue": "recalls", "actor": "Norway", "affected": "its ambassador to Iran"},
            "IR",
            "NO",
        ),
        (
            Kind.EXPULSION,
            "Poland expels four Belarusian diplomats",
            {"cue": "expels", "actor": "Poland", "affected": "four Belarusian diplomats"},
            "PL",
            "PL",
        ),
    ],
)
def test_plain_clauses(kind: Kind, text: str, parts: dict[str, str], place: str, by: str) -> None:
    found = ask(kind, text, **parts)  # type: ignore[arg-type]
    assert (found.place, found.by) == ((place,), (by,))


@pytest.mark.parametrize(
    ("language", "kind", "text", "place"),
    [
        ("es", Kind.RELEASE, "Venezuela excarceló a 14 presos políticos", "VE"),
        ("es", Kind.SANCTION, "Estados Unidos impuso sanciones contra tres jueces de Nicaragua", "NI"),
        ("ru", Kind.RELEASE, "Власти Белоруссии освободили 14 политзаключённых", "BY"),
        ("ru", Kind.SANCTION, "Евросоюз ввёл санкции против судей из Грузии", "GE"),
    ],
)
def test_other_languages(language: str, kind: Kind, text: str, place: str) -> None:
    assert ask(kind, text, language=language).place == (place,)


def test_place_is_carried_from_the_lead_and_the_title() -> None:
    text = "Belarus freed nine people on Monday, Minsk said.\n\nTwo more were arrested the next day."
    clause = span(text, "Two more were arrested the next day")
    assert clause is not None
    arguments = Arguments(clause, (clause[0], len(text)))
    found = custodian(Kind.DETENTION, arguments, scene(text, title="Belarus frees nine"))
    assert found.place == ("BY",)


def test_both_sides_of_an_exchange_are_named() -> None:
    text = "Armenia and Azerbaijan exchange eight captives"
    found = ask(Kind.RELEASE, text, cue="exchange", actor="Armenia and Azerbaijan", mutual=True)
    assert found.place == ("AM", "AZ")


def test_two_states_that_act_are_both_meant() -> None:
    text = "Latvia and Poland both expel Belarusian envoys"
    found = ask(Kind.EXPULSION, text, cue="expel", actor="Latvia", affected="Belarusian envoys")
    assert (found.place, found.by) == (("LV", "PL"), ("LV", "PL"))


def test_nothing_named_is_unknown() -> None:
    found = ask(Kind.RELEASE, "Six people were freed on bail", cue="freed")
    assert found.place == ()
    assert found.by == ()


def test_reasons_tell_rule_and_words() -> None:
    found = ask(Kind.RELEASE, "Cuba frees fourteen prisoners", cue="frees", actor="Cuba")
    assert [reason.field for reason in found.reasons] == ["place", "by"]
    assert all(reason.rule for reason in found.reasons)
    assert found.reasons[0].words == "Cuba"


def test_earlier_answers_speak_for_the_same_state() -> None:
    """In a document of two states the one that the claims before named is likelier than without them."""
    text = "Envoys of Serbia and Croatia met in May. Two men were let go."
    clause = span(text, "Two men were let go")
    assert clause is not None
    arguments = Arguments(clause, (clause[0], len(text)))
    for state in ("RS", "HR"):
        earlier = Earlier([Custodian((state,), (state,), ())] * 3)
        assert custodian(Kind.RELEASE, arguments, scene(text), earlier).place == (state,)


def test_a_document_without_a_language_is_refused() -> None:
    with pytest.raises(ValueError, match="language"):
        Scene(Document("d", "Cuba", DAY, None))


def test_arguments_of_a_tree_leave_out_clauses_hung_on_the_noun() -> None:
    words = [
        ("Cuba", 1, "nsubj"),
        ("frees", 1, "root"),
        ("miners", 1, "obj"),
        ("who", 4, "nsubj"),
        ("struck", 2, "acl:relcl"),
    ]
    text, tokens, at = "Cuba frees miners who struck", [], 0
    for i, (word, head, relation) in enumerate(words):
        tokens.append(Token(i, word, word, "X", {}, head, relation, at, at + len(word)))
        at += len(word) + 1
    tree = Tree.of(text, 0, "en", tuple(tokens))
    found = Arguments.of(tree, (0, len(text)), tokens[1], tokens[0], tokens[2])
    assert (found.actor, found.affected, found.cue) == ((0, 4), (11, 17), (5, 10))
    assert found.under == (11, len(text))


def test_weights_are_for_named_features() -> None:
    weights = load("custody", Weights)
    assert weights.place
    assert weights.by
    assert all("|" in name for name in (*weights.place, *weights.by))


texts = st.lists(
    st.sampled_from(["Cuba", "İran", "Белоруссия", "police", "freed", "in", "U.S.", ".", "(", "Hamas", "\n\n", "’s"]),
    max_size=12,
).map(" ".join)


@settings(max_examples=100, deadline=None)
@given(texts, st.sampled_from(Kind), st.sampled_from(["en", "es", "ru"]), st.data())
def test_answers_are_among_what_the_text_names(text: str, kind: Kind, language: str, data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(text)))
    last = data.draw(st.integers(first, len(text)))
    here = scene(text, language)
    arguments = Arguments((first, last), (0, len(text)), (first, last), (0, first), (last, last))
    found = custodian(kind, arguments, here)
    assert set(found.place) | set(found.by) <= set(candidates(Surroundings(arguments, here), Answers()))


@given(st.lists(st.floats(-50, 50), min_size=1, max_size=8))
def test_chances_sum_to_one(scores: list[float]) -> None:
    assert sum(chances(scores)) == pytest.approx(1)


def test_a_report_of_a_hundred_states_asks_only_about_those_near_and_most_told_of() -> None:
    names = [
        "Peru",
        "Chile",
        "Kenya",
        "Ghana",
        "Malta",
        "Nepal",
        "Oman",
        "Qatar",
        "Iraq",
        "Laos",
        "Mali",
        "Fiji",
        "Togo",
        "Cuba",
        "Haiti",
        "Libya",
        "Sudan",
        "Niger",
        "Spain",
        "Italy",
    ]
    text = " ".join(f"{name} met. " * 3 for name in names) + "Yemen freed ten."
    here = scene(text, "en")
    start = text.index("Yemen")
    asked = candidates(Surroundings(Arguments((start, len(text)), (start, len(text))), here), Answers())
    assert "YE" in asked
    assert len(asked) < len(here.codes) + 1
