from dataclasses import fields

import pytest

from habeas.errors import HabeasError
from habeas.settings import Settings


def test_what_is_given_comes_before_the_environment_and_that_before_the_default() -> None:
    environ = {"HABEAS_LEDGER": "env.db", "HABEAS_BATCH": "7"}
    settings = Settings.from_env(environ, ledger="given.db", batch=None)
    assert (settings.ledger, settings.batch, settings.wait) == ("given.db", 7, Settings().wait)


def test_an_empty_variable_is_unset() -> None:
    assert Settings.from_env({"HABEAS_LEDGER": ""}).ledger == "habeas.db"


@pytest.mark.parametrize("text", ["many", "-1", "1.5", "٣"])
def test_a_number_that_is_none_is_refused_by_its_variable(text: str) -> None:
    with pytest.raises(HabeasError, match=r"^HABEAS_BATCH=.*: a whole number was expected"):
        Settings.from_env({"HABEAS_BATCH": text})


def test_cores_are_those_asked_for_or_those_there_are() -> None:
    assert Settings(workers=3).cores == 3
    assert Settings(workers=0).cores >= 1


def test_every_setting_says_what_it_means() -> None:
    for setting in fields(Settings):
        assert setting.metadata["env"].startswith("HABEAS_")
        assert setting.metadata["meaning"].endswith(".")
