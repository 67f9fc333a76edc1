"""Names of the people a phrase is about, told from places, bodies and titles."""

import pytest

from habeas.claims.persons import Cast, persons_in, persons_of, whole_name
from habeas.syntax import Token, Tree, load_parser
from habeas.syntax.packs import find

pytestmark = pytest.mark.packs


def parse(language: str, text: str) -> Tree:
    if find(language) is None:
        pytest.skip(f"the language pack {language} is not installed (habeas languages add {language})")
    return next(load_parser(language).parse([(text, 0)]))


def affected(tree: Tree, verb: str) -> Token:
    """Object, or passive subject, of a verb."""
    head = next(token for token in tree.tokens if token.text == verb)
    found = tree.child(head, "obj", "nsubj:pass")
    assert found is not None
    return found


def names(language: str, text: str, verb: str) -> list[str]:
    tree = parse(language, text)
    return [name.text for name in persons_in(tree, affected(tree, verb))]


@pytest.mark.parametrize(
    ("text", "verb", "wanted"),
    [
        ("Soldiers freed Mira Olan.", "freed", ["Mira Olan"]),
        ("Soldiers freed Mira Olan, Tomas Kray and Ivo Lundgren on Monday.", "freed", ["Mira Olan", "Tomas Kray", "Ivo Lundgren"]),
        ("The court jailed former Prime Minister Tomas Kray.", "jailed", ["Tomas Kray"]),
        ("Police arrested journalist Mira Olan, 34, and lawyer Ivo Lundgren.", "arrested", ["Mira Olan", "Ivo Lundgren"]),
        ("Lee Kang-min was arrested on Friday.", "arrested", ["Lee Kang-min"]),
        ("Police arrested Ahmed al-Karrani in May.", "arrested", ["Ahmed al-Karrani"]),
        ("Two singers, Mira Olan and Tomas Kray, were freed.", "freed", ["Mira Olan", "Tomas Kray"]),
        ("Rebels freed nine miners, including Ivo Lundgren.", "freed", ["Ivo Lundgren"]),
        # no people's names
        ("Rebels freed Kharkiv in May.", "freed", []),
        ("The court fined the Tarvo Workers Party.", "fined", []),
        ("Police arrested forty Belarusians.", "arrested", []),
        ("Police arrested ten people.", "arrested", []),
    ],
)  # fmt: skip
def test_english(text: str, verb: str, wanted: list[str]) -> None:
    assert names("en", text, verb) == wanted


@pytest.mark.parametrize(
    ("text", "verb", "wanted"),
    [
        ("La policía detuvo a la periodista Ana Belmonte.", "detuvo", ["Ana Belmonte"]),
        ("Fueron liberados Ana Belmonte y Tomás Grisales.", "liberados", ["Ana Belmonte", "Tomás Grisales"]),
        ("El tribunal condenó a Lucía de la Vega Montes.", "condenó", ["Lucía de la Vega Montes"]),
        ("La policía detuvo a diez venezolanos.", "detuvo", []),
    ],
)
def test_spanish(text: str, verb: str, wanted: list[str]) -> None:
    assert names("es", text, verb) == wanted


@pytest.mark.parametrize(
    ("text", "verb", "wanted"),
    [
        ("Суд оштрафовал журналистку Миру Оланову.", "оштрафовал", ["Миру Оланову"]),
        ("Освобождены Мира Оланова и Томаш Крайский.", "Освобождены", ["Мира Оланова", "Томаш Крайский"]),
        ("Полиция задержала десять человек.", "задержала", []),
    ],
)
def test_russian(text: str, verb: str, wanted: list[str]) -> None:
    assert names("ru", text, verb) == wanted


def test_a_pronoun_stands_for_the_last_one_told_of() -> None:
    tree = parse("en", "He was freed in June.")
    cast = Cast().after(("Mira Olan", "Tomas Kray")).after(("Ivo Lundgren",))
    assert persons_of(tree, affected(tree, "freed"), tree.text, cast) == ("Ivo Lundgren",)
    assert persons_of(tree, affected(tree, "freed"), tree.text, Cast()) == ()


def test_a_pronoun_for_several_does_not_stand_for_one() -> None:
    tree = parse("en", "They were freed in June.")
    one = Cast().after(("Ivo Lundgren",))
    assert persons_of(tree, affected(tree, "freed"), tree.text, one) == ()
    assert persons_of(tree, affected(tree, "freed"), tree.text, one.after(("Mira Olan", "Tomas Kray"))) == ("Mira Olan", "Tomas Kray")  # fmt: skip


@pytest.mark.parametrize(
    ("name", "text", "language", "wanted"),
    [
        ("Olan", "Judge Mira Olan was freed. Olan is ill.", "en", "Mira Olan"),
        ("Olan", "It was July. Olan is ill.", "en", "Olan"),
        ("Olan", "J. Olan was freed. Olan is ill.", "en", "J. Olan"),
        ("Крайского", "Томаш Крайский вышел. Крайского ждали.", "ru", "Томаш Крайский"),
        ("Olan", "Prime Minister Olan was freed.", "en", "Olan"),
    ],
)
def test_a_surname_is_made_whole_by_the_text_before(name: str, text: str, language: str, wanted: str) -> None:
    assert whole_name(name, text, len(text), language) == wanted
