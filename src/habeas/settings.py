"""Settings: every knob in one frozen object, with its name, default, meaning and environment variable.

Nothing reads the environment but `Settings.from_env`; what needs a setting is given it.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from habeas.errors import HabeasError


def _setting(default: Any, env: str, meaning: str) -> Any:
    return field(default=default, metadata={"env": env, "meaning": meaning})


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set, each by its environment variable; the command line's options come before these."""

    ledger: str = _setting(
        "habeas.db",
        "HABEAS_LEDGER",
        "The ledger: a file, or a postgresql:// address. Relative to the working directory.",
    )
    reviewer: str | None = _setting(None, "HABEAS_REVIEWER", "Who is judging, as kept with each judgement.")
    workers: int = _setting(0, "HABEAS_WORKERS", "Processes that read documents; 0 is one for each core.")
    batch: int = _setting(
        200, "HABEAS_BATCH", "Documents kept in one transaction; an interruption loses at most these."
    )
    wait: int = _setting(10, "HABEAS_WAIT", "Seconds to wait for another writer of the same ledger before giving up.")
    log: str = _setting("warning", "HABEAS_LOG", "How much is logged to standard error: debug, info, warning or error.")

    @classmethod
    def from_env(cls, environ: Mapping[str, str] | None = None, **given: Any) -> Settings:
        """Settings from the environment; `given` values that are not None come first."""
        environ = os.environ if environ is None else environ
        values = {name: value for name, value in given.items() if value is not None}
        for spec in fields(cls):
            text = environ.get(spec.metadata["env"], "")
            if text and spec.name not in values:
                values[spec.name] = _number(spec.metadata["env"], text) if isinstance(spec.default, int) else text
        return cls(**values)

    @property
    def cores(self) -> int:
        """Processes to read with."""
        if self.workers:
            return self.workers
        # Cores this process may use, which is fewer than the machine's inside a container.
        return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _number(env: str, text: str) -> int:
    if not text.isascii() or not text.isdigit():
        raise HabeasError(f"{env}={text}: a whole number was expected; set it to one, or unset it")
    return int(text)
