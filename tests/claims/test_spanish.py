"""Spanish constructions: who is affected, how many, and whether it happened."""

import pytest
from grammar import claims

from habeas.claims.model import Kind, Status
from habeas.intervals import Count

pytestmark = pytest.mark.packs

CAPTIVES = " Los presos, los detenidos, los reclusos y los rehenes esperan noticias."

READ = [
    # people acted upon stand with an adposition, wherever the parser hangs them
    ("La policía capturó el miércoles en Tarvo a cuatro presuntos miembros de la banda.", Kind.DETENTION, 4),
    ("El juez dejó en libertad bajo fianza a dos camioneros.", Kind.RELEASE, 2),
    ("Un tribunal sentenció el miércoles a quince años a tres zapadores.", Kind.SENTENCE, 3),
    ("La banda tiene cautivos a 17 comerciantes.", Kind.HELD, 17),
    ("El régimen dejó marchar a nueve monjas el domingo.", Kind.RELEASE, 9),
    # objects put first and repeated by a pronoun
    ("A los tres poetas los detuvieron el martes.", Kind.DETENTION, 3),
    ("A 19 de ellos se los aprehendió en sus casas.", Kind.DETENTION, 19),
    # passives, with and without an auxiliary
    ("Fueron excarcelados cinco dirigentes la noche del lunes.", Kind.RELEASE, 5),
    ("Se detuvo a tres personas en el puerto.", Kind.DETENTION, 3),
    ("Se liberaron diez mineros.", Kind.RELEASE, 10),
    ("El poeta fue detenido en mayo y condenado en junio a doce años de cárcel.", Kind.SENTENCE, 1),
    # subjects after the verb, and subjects left out
    ("Recuperaron la libertad seis campesinos.", Kind.RELEASE, 6),
    ("Siguen presos los dos pintores.", Kind.HELD, 2),
    ("Fue condenada a muerte por un tribunal militar.", Kind.SENTENCE, 1),
    # states, not happenings
    ("El poeta está detenido desde mayo.", Kind.HELD, 1),
    ("Unas 40 personas permanecen en manos de la guerrilla.", Kind.HELD, None),
    ("Son 97 los encarcelados.", Kind.HELD, 97),
    # event nouns with their complement hung elsewhere
    ("El ministerio confirmó el arresto, el lunes, de dos ingenieros.", Kind.DETENTION, 2),
    # what is joined to an object
    ("La guerrilla liberó el jueves a dos policías y un soldado.", Kind.RELEASE, 3),
    # clauses parted by a semicolon
    ("Nueve fueron soltados esa noche; los soldados detuvieron a otros cuatro en Tarvo.", Kind.DETENTION, 4),
]


@pytest.mark.parametrize(("text", "kind", "count"), READ)
def test_spanish_clauses(text: str, kind: Kind, count: int | None) -> None:
    found = [claim for claim in claims(text + CAPTIVES, "es") if claim.kind is kind and claim.quote.start < len(text)]
    assert found, "no such claim"
    if count is not None:
        assert Count.exactly(count) in {claim.count for claim in found}


STATUS = [
    ("La junta liberará el lunes a nueve presos.", Status.PLANNED),
    ("La junta va a liberar a nueve presos.", Status.PLANNED),
    ("La junta podría liberar a nueve presos.", Status.POSSIBLE),
    ("La junta liberaría a nueve presos.", Status.POSSIBLE),
    ("Nueve presos habrían sido liberados.", Status.ACTUAL),
    ("La junta no ha liberado a los nueve presos.", Status.REFUSED),
    ("Ni uno de los presos ha recuperado la libertad.", Status.REFUSED),
    ("La junta rechazó liberar a nueve presos.", Status.REFUSED),
]


@pytest.mark.parametrize(("text", "status"), STATUS)
def test_spanish_status(text: str, status: Status) -> None:
    assert [claim.status for claim in claims(text, "es") if claim.kind is Kind.RELEASE] == [status]


DEMANDS = [
    "El obispo pidió a la junta que ponga en libertad a los detenidos.",
    "El obispo instó al presidente a liberarlos sin condiciones.",
    "El obispo exige la libertad de todos los presos.",
]


@pytest.mark.parametrize("text", DEMANDS)
def test_spanish_demands_are_no_releases(text: str) -> None:
    assert [claim.kind for claim in claims(text, "es")] == [Kind.DEMAND]


NOTHING = [
    "La federación sancionó con tres partidos al defensa.",
    "El Consejo sancionó el nuevo arancel del gas.",
    "El diario condenó la campaña contra la isla.",
    "La policía liberó la carretera.",
    "El tren se detuvo en la frontera.",
    "Amnistía Internacional publicará un informe.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_spanish_look_alikes_are_no_claims(text: str) -> None:
    assert claims(text, "es") == ()
