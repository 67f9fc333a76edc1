"""Errors are one line that can be shown, have an exit code of their own, and cross between processes."""

import pickle

import pytest

from habeas.errors import BadInput, HabeasError, LedgerError, MissingPack, NotFound


def test_bad_input_names_input_expectation_and_remedy():
    error = BadInput("scan.pdf", "a page of text was expected", "save it as HTML")
    assert str(error) == "scan.pdf: a page of text was expected; save it as HTML"
    assert (error.name, error.expected, error.remedy) == ("scan.pdf", "a page of text was expected", "save it as HTML")


def test_bad_input_crosses_between_processes():
    error = pickle.loads(pickle.dumps(BadInput("a", "b", "c")))
    assert (error.name, error.expected, error.remedy) == ("a", "b", "c")


@pytest.mark.parametrize("error", [BadInput("a", "b", "c"), MissingPack("a"), LedgerError("a"), NotFound("a")])
def test_every_error_is_a_habeas_error(error):
    assert isinstance(error, HabeasError)


def test_exit_codes_tell_kinds_apart():
    codes = [kind.exit_code for kind in (HabeasError, MissingPack, LedgerError, NotFound)]
    assert len(set(codes)) == len(codes)
    assert all(0 < code < 128 for code in codes)
