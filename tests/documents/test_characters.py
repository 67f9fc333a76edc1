"""Characters: what a text may hold, and how bytes become one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.documents.characters import clean, decode
from habeas.errors import BadInput


def test_invisible_characters_go_and_spaces_become_plain() -> None:
    assert clean("Ex\u00adample\u200b\u202e town\u00a0hall\ufeff\u2028next") == "Example town hall\nnext"


def test_joiners_stay_where_the_script_needs_them() -> None:
    assert clean("می\u200cخواهم") == "می\u200cخواهم"
    assert clean("ex\u200dample") == "example"


def test_letters_are_composed() -> None:
    assert clean("и\u0306од") == "йод"


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("Й".encode(), "Й"),
        (b"\xef\xbb\xbf" + "Й".encode(), "Й"),
        ("Й".encode("utf-16"), "Й"),
        ('<meta charset="windows-1251">Й'.encode("cp1251"), '<meta charset="windows-1251">Й'),
        ("<meta charset=iso-8859-1>“ñ”".encode("cp1252"), "<meta charset=iso-8859-1>“ñ”"),
        ('<?xml version="1.0" encoding="koi8-r"?>Й'.encode("koi8-r"), '<?xml version="1.0" encoding="koi8-r"?>Й'),
        # Saved by a browser, which converts the bytes and leaves the declaration.
        ('<meta charset="windows-1251">Й'.encode(), '<meta charset="windows-1251">Й'),
    ],
)
def test_charsets_declared_in_html_are_honoured(body: bytes, text: str) -> None:
    assert decode(body, "a.html", html=True) == text


def test_bytes_that_are_no_text_are_refused_by_place() -> None:
    with pytest.raises(BadInput, match=r"a\.txt: invalid UTF-8 at byte 3"):
        decode(b"abc\xff", "a.txt")
    with pytest.raises(BadInput, match="unknown charset"):
        decode(b'<meta charset="x-none">\xff', "a.html", html=True)
