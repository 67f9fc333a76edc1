"""Who does what to whom, in each form a clause can take."""

import pytest
from grammar import clauses

from habeas.claims.clauses import Clause
from habeas.claims.forms import Form

pytestmark = pytest.mark.packs


def clause(sentence: str, head: str, language: str = "en") -> Clause:
    reader = clauses(sentence, language)
    return reader.clause(next(token for token in reader.tree.tokens if token.text == head))


def texts(found: Clause) -> tuple[str | None, str | None]:
    """Subject and object."""
    return (found.subject.text if found.subject else None, found.object.text if found.object else None)


CONSTRUCTIONS = [
    ("en", "The army freed ten miners.", "freed", Form.FINITE, ("army", "miners")),
    ("en", "Ten miners were freed by the army.", "freed", Form.FINITE, ("army", "miners")),
    ("en", "The ten miners freed by the army went home.", "freed", Form.PARTICIPLE, ("army", "miners")),
    ("en", "The ten miners who were freed on Monday went home.", "freed", Form.FINITE, (None, "miners")),
    ("en", "The ten miners whom the army freed went home.", "freed", Form.FINITE, ("army", "miners")),
    ("en", "The army celebrated by freeing ten miners.", "freeing", Form.GERUND, ("army", "miners")),
    ("en", "The army promised to free ten miners.", "free", Form.INFINITIVE, ("army", "miners")),
    ("en", "Villagers urged the army to free ten miners.", "free", Form.INFINITIVE, ("army", "miners")),
    ("en", "The army's release of ten miners was filmed.", "release", Form.NOUN, ("army", "miners")),
    ("en", "The release of ten miners by the army was filmed.", "release", Form.NOUN, ("army", "miners")),
    ("en", "The tailor was arrested and jailed.", "jailed", Form.FINITE, (None, "tailor")),
    ("en", "The army arrested and questioned ten miners.", "arrested", Form.FINITE, ("army", "miners")),
    ("en", "The guards let ten miners go.", "let", Form.FINITE, ("guards", "miners")),
    ("en", "64 miners were arrested and 38 released.", "released", Form.FINITE, (None, "38")),
    ("es", "El ejército liberó a diez mineros.", "liberó", Form.FINITE, ("ejército", "mineros")),
    ("es", "Diez mineros fueron liberados por el ejército.", "liberados", Form.FINITE, ("ejército", "mineros")),
    ("ru", "Армия освободила десять шахтёров.", "освободила", Form.FINITE, ("Армия", "шахтёров")),
    ("ru", "Десять шахтёров были освобождены армией.", "освобождены", Form.FINITE, ("армией", "шахтёров")),
    ("ru", "Армия, освободившая десять шахтёров, ушла.", "освободившая", Form.PARTICIPLE, ("Армия", "шахтёров")),
    ("ru", "Певицу лишили гражданства и выслали.", "выслали", Form.FINITE, (None, "Певицу")),
    ("ru", "Певцу удалось выйти на свободу.", "выйти", Form.INFINITIVE, ("Певцу", None)),
    ("ru", "Казнь двух курьеров состоялась в пятницу.", "Казнь", Form.NOUN, (None, "курьеров")),
]


@pytest.mark.parametrize(("language", "sentence", "head", "form", "roles"), CONSTRUCTIONS)
def test_roles(language: str, sentence: str, head: str, form: Form, roles: tuple[str | None, str | None]) -> None:
    found = clause(sentence, head, language)
    assert (found.form, texts(found)) == (form, roles)


def test_the_recipient_of_a_passive_keeps_the_object() -> None:
    found = clause("The tailor was given nine years.", "given")
    assert found.recipient is not None
    assert found.recipient.text == "tailor"


def test_a_quantifier_after_the_subject_is_no_subject() -> None:
    reader = clauses("Three skippers each received four years in prison.")
    verb = next(token for token in reader.tree.tokens if token.text == "received")
    subject = reader.clause(verb).subject
    assert subject is not None
    assert subject.text == "skippers"
