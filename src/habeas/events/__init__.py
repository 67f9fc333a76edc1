"""Event: one happening that claims are about; from claims, with the reasons for every grouping.

`group` is pure: the same claims give the same events, in whatever order they come.
"""

from habeas.events.grouping import group
from habeas.events.model import Event, Rung, happenings, to_record

__all__ = ["Event", "Rung", "group", "happenings", "to_record"]
