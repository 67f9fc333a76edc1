"""Logs: one line for each thing worth knowing afterwards, `level event key=value ...`, on standard error.

Logs are for whoever runs habeas; what a person must act on is said by the command itself.
Texts of documents and names of people are never logged.
"""

from __future__ import annotations

import json
import logging
import sys

from habeas.errors import HabeasError

_LEVELS = {"debug": logging.DEBUG, "info": logging.INFO, "warning": logging.WARNING, "error": logging.ERROR}


class _Lines(logging.Formatter):
    """`info added pages=3`: level, event, then the fields, quoted where they hold blanks."""

    def format(self, record: logging.LogRecord) -> str:
        fields: dict[str, object] = getattr(record, "fields", {})
        words = [record.levelname.lower(), record.getMessage()]
        for key, value in fields.items():
            text = str(value)
            plain = text.isprintable() and text and not set(text) & set(' "=')
            words.append(f"{key}={text if plain else json.dumps(text, ensure_ascii=False)}")
        return " ".join(words)


class Log:
    """A named logger whose events take fields."""

    def __init__(self, name: str) -> None:
        self._logger = logging.getLogger(f"habeas.{name}")

    def debug(self, event: str, **fields: object) -> None:
        """What helps to find a fault."""
        self._logger.debug(event, extra={"fields": fields})

    def info(self, event: str, **fields: object) -> None:
        """What was done."""
        self._logger.info(event, extra={"fields": fields})

    def warning(self, event: str, **fields: object) -> None:
        """What may be wrong."""
        self._logger.warning(event, extra={"fields": fields})


def configure(level: str) -> None:
    """Send logs of at least the level to standard error; called once, by the command line."""
    if level not in _LEVELS:
        raise HabeasError(f"HABEAS_LOG={level}: one of {', '.join(_LEVELS)} was expected; set it to one, or unset it")
    logger = logging.getLogger("habeas")
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Lines())
    logger.handlers[:] = [handler]
    logger.propagate = False
    logger.setLevel(_LEVELS[level])
