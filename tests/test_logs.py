import pytest

from habeas.errors import HabeasError
from habeas.logs import Log, configure


def test_an_event_is_one_line_with_its_fields(capsys: pytest.CaptureFixture[str]) -> None:
    configure("info")
    Log("test").info("added", pages=3, name="two words", empty="")
    Log("test").debug("not said")
    assert capsys.readouterr().err == 'info added pages=3 name="two words" empty=""\n'


def test_a_line_break_in_a_field_does_not_break_the_line(capsys: pytest.CaptureFixture[str]) -> None:
    configure("info")
    Log("test").warning("odd", name="a\nb")
    assert capsys.readouterr().err == 'warning odd name="a\\nb"\n'


def test_an_unknown_level_is_refused() -> None:
    with pytest.raises(HabeasError, match="HABEAS_LOG=loud: one of debug, info, warning, error"):
        configure("loud")
