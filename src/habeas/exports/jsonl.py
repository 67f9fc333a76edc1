"""JSONL: one record a line, as it is."""

import json
from typing import TextIO

from habeas.exports.exporter import Record


class JsonlExporter:
    """Writes each record as a line of JSON."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, record: Record) -> None:
        """Add one line."""
        # Half a surrogate pair cannot be written in UTF-8; ASCII escapes would hide all other scripts, so only it is one.
        line = json.dumps(record, ensure_ascii=False)
        self._stream.write(line.encode("utf-8", "backslashreplace").decode("utf-8") + "\n")

    def finish(self) -> None:
        """Nothing comes last."""
