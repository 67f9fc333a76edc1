"""What a command's exit code says; the one place where codes are listed."""

from enum import IntEnum


class Exit(IntEnum):
    """Exit codes of every command."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    NO_PACK = 3
    LEDGER = 4
    NOT_FOUND = 5
    PARTIAL = 6
    STOPPED = 130
    CLOSED = 141

    @property
    def meaning(self) -> str:
        """The code in words, for the help page."""
        return _MEANINGS[self]


_MEANINGS = {
    Exit.DONE: "all went well",
    Exit.FAILED: "refused; one line on standard error says what and why",
    Exit.USAGE: "the command was not understood",
    Exit.NO_PACK: "a language pack is not installed",
    Exit.LEDGER: "the ledger could not be opened, read or written",
    Exit.NOT_FOUND: "nothing answers to that name",
    Exit.PARTIAL: "done but for some inputs; a line each on standard error says why",
    Exit.STOPPED: "stopped by Ctrl-C; what was committed is kept",
    Exit.CLOSED: "whoever read the output stopped reading",
}
