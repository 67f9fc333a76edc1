"""Objects, recipients, subjects and predicates told apart where people acted upon stand with an adposition."""

import pytest

from habeas.syntax import load_parser
from habeas.syntax.packs import find

pytestmark = pytest.mark.packs

SENTENCES = [
    # pronouns written into a verb stand by themselves
    ("Lorvia prometió liberarlos.", "los obj liberar|liberar xcomp prometió"),
    ("El juez acabó juzgándolos.", "los obj juzgándo"),
    # what stands first, bare and after the verb, is what the subject is said to be
    ("Siguen presos los dos pintores.", "presos xcomp Siguen|pintores nsubj Siguen"),
    ("Unas 300 personas permanecen detenidas en Lorvia.", "detenidas xcomp permanecen"),
    # subjects joined by a conjunction
    ("Cuatro pintores y su guía fueron liberados ayer.", "pintores nsubj:pass liberados|guía conj pintores"),
    # a passive has no object
    ("Cuatro pintores fueron entregados ayer a una misión.", "misión obl entregados"),
    # a pronoun that repeats a noun, and a recipient beside an object
    ("Al otro se le concedió la libertad.", "le expl concedió"),
    ("A 19 de ellos se los aprehendió en sus casas.", "19 obj aprehendió|los expl aprehendió"),
    # days are no objects
    ("El Gobierno dejó libres la noche del sábado a tres mineros.", "noche obl dejó|libres xcomp dejó"),
    # the noun of an adposition can be seen
    ("Aún permanecen en manos del Frente seis personas.", "manos obl permanecen|Frente nmod manos|en case manos"),
    # the copula of a state is none of the passive
    ("El poeta está detenido.", "está cop detenido"),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_arguments_of_spanish_verbs(text: str, expected: str) -> None:
    if find("es") is None:
        pytest.skip("the language pack es is not installed")
    (tree,) = load_parser("es").parse([(text, 0)])
    found = {f"{token.text} {token.deprel} {tree.tokens[token.head].text}" for token in tree.tokens}
    assert set(expected.split("|")) <= found


def test_offsets_of_split_pronouns_are_those_of_the_text() -> None:
    if find("es") is None:
        pytest.skip("the language pack es is not installed")
    text = "Lorvia prometió liberarlos, no juzgándolos, sino dárselos a ellos."
    (tree,) = load_parser("es").parse([(text, 7)])
    assert [text[token.start - 7 : token.end - 7] for token in tree.tokens] == [token.text for token in tree.tokens]
