from datetime import date

import pytest
from grammar import claims, need_pack

from habeas.claims.find import find_claims
from habeas.claims.model import Kind
from habeas.documents.model import Document

pytestmark = pytest.mark.packs


def test_documents_come_back_in_order() -> None:
    need_pack("en")
    documents = [Document(str(i), f"The army freed {i} miners.", date(2025, 1, 1), "en") for i in range(2, 80)]
    found = list(find_claims(documents))
    assert [document.id for document, _ in found] == [document.id for document in documents]
    assert [claim.count.min for _, own in found for claim in own if claim.count] == list(range(2, 80))


def test_the_same_text_gives_the_same_claims() -> None:
    text = "The army freed ten miners on Monday and arrested a tailor."
    assert claims(text) == claims(text)


def test_a_document_of_unknown_language_has_no_claims() -> None:
    [(_, found)] = find_claims([Document("x", "The army freed ten miners.", None, None)])
    assert found == ()


def test_an_empty_document_has_no_claims() -> None:
    assert claims("") == ()


def test_what_is_no_claim() -> None:
    assert claims("Mirelle Vant releases her new album. The city was freed from snow.") == ()


def test_several_kinds_in_one_sentence() -> None:
    text = "The army freed ten prisoners in exchange for two pilots, and the council lifted sanctions on Lorvia."
    assert {Kind.RELEASE, Kind.RELIEF} <= {claim.kind for claim in claims(text)}
