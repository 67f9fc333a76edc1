"""Ids are the same on any machine, and differ where content does."""

from hypothesis import given
from hypothesis import strategies as st

from habeas.ids import ID_LENGTH, content_id, sha256, text_hash

parts = st.lists(st.text(st.characters(exclude_characters="\x1f")), min_size=1, max_size=4)


def test_sha256_is_what_sha256sum_prints():
    assert sha256(b"abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_text_hash_is_of_the_utf8_bytes():
    assert text_hash("Беляцкий") == sha256("Беляцкий".encode())


def test_text_with_a_lone_surrogate_has_a_hash_of_its_own():
    assert text_hash("\ud800") != text_hash("\ud801")


def test_id_is_pinned_so_that_a_change_of_rule_is_seen():
    assert content_id("page", 7, None) == sha256(b"page\x1f7\x1f")[:ID_LENGTH]


def test_border_between_parts_counts():
    assert content_id("ab", "c") != content_id("a", "bc")


@given(parts, parts)
def test_ids_are_equal_only_for_equal_parts(one, other):
    assert (content_id(*one) == content_id(*other)) == (one == other)
