"""The errors habeas raises on purpose.

Every message names the input, says what was expected and what to do next, in one line,
so that it can be shown to a person as it is.
"""

from __future__ import annotations


class HabeasError(Exception):
    """Anything habeas refuses on purpose; its text is fit to be shown."""

    exit_code = 1


class BadInput(HabeasError):
    """One input that cannot be used: which, what was expected, what to do.

    The rest of a batch goes on after it.
    """

    def __init__(self, name: str, expected: str, remedy: str) -> None:
        super().__init__(f"{name}: {expected}; {remedy}")
        self.name = name
        self.expected = expected
        self.remedy = remedy

    def __reduce__(self) -> tuple[type[BadInput], tuple[str, str, str]]:
        return type(self), (self.name, self.expected, self.remedy)  # so that one can cross between processes


class MissingPack(HabeasError):
    """A language's parser is not installed."""

    exit_code = 3


class LedgerError(HabeasError):
    """The ledger cannot be opened, read or written as asked."""

    exit_code = 4


class NotFound(HabeasError):
    """Nothing in the ledger answers to that name or id."""

    exit_code = 5
