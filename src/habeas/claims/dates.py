"""Dates: the time expressions of a sentence, found by one language's forms, each ready to be resolved.

`lexicons/*/calendar.toml` holds the forms as patterns with slots; here they are compiled and searched for,
joined with what bounds them (since, until, by, from .. to), and turned into DateMentions.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from habeas.claims.calendar import Unit
from habeas.claims.calendar_words import CalendarLexicon, FormEntry
from habeas.claims.date_mentions import Bound, DateMention
from habeas.claims.expressions import Expression, Meaning
from habeas.claims.numbers import number_finder
from habeas.claims.patterns import DIGIT, SLOT, beginnings, blanks
from habeas.claims.words import fold
from habeas.lexicons import load

__all__ = ["Bound", "Calendar", "DateMention", "calendar", "dates_in"]

REACH = 64  # characters before a date in which its bound is looked for
WORD = re.compile(r"\w+")
SHORT_YEARS = 70  # "05" is of this century, "95" of the last
KNOWN_WORDS = 50_000  # words whose forms are remembered; a text of a million words must not fill the memory


@dataclass(frozen=True, slots=True)
class _Pattern:
    regex: re.Pattern[str]
    form: FormEntry


class Calendar:
    """One language's time expressions, ready to be found."""

    def __init__(self, lexicon: CalendarLexicon, language: str) -> None:
        self.lexicon = lexicon
        self._numbers = number_finder(language)
        self._one = frozenset(map(fold, lexicon.one))
        self._lists: dict[str, list[re.Pattern[str]]] = {
            name: [re.compile(fold(pattern)) for pattern in patterns]
            for name, patterns in {
                "month": lexicon.months,
                "short_month": lexicon.short_months,
                "weekday": lexicon.weekdays,
                "season": lexicon.seasons,
                "ordinal": lexicon.ordinals,
                "unit": list(lexicon.units.values()),
                "part": list(lexicon.parts.values()),
                "year_step": list(lexicon.year_steps.values()),
                "decade_word": list(lexicon.decades.values()) or ["(?!)"],
            }.items()
        }
        self._slots = self._slot_sources()
        self._patterns = [
            _Pattern(re.compile(self._source(words)), form) for form in lexicon.form for words in form.words
        ]
        self._openings = self._by_opening()
        self._known: dict[str, tuple[_Pattern, ...]] = {}
        bounds = lexicon.bounds
        self._bounds = {
            bound: re.compile(rf"(?<!\w)(?:{'|'.join(map(blanks, map(fold, words)))})\s{{1,3}}$")
            for bound, words in (
                (Bound.BY, bounds.by),
                (Bound.UNTIL, bounds.until),
                (Bound.BEFORE, bounds.before),
                (Bound.AFTER, bounds.after),
                (Bound.SINCE, bounds.since),
            )
        }
        self._leads = re.compile(rf"(?<!\w)(?:{'|'.join(map(blanks, map(fold, lexicon.leads)))})\s{{1,3}}$")
        self._ranges = [
            (
                re.compile(rf"(?<!\w)(?:{blanks(fold(opening))})\s{{0,3}}$"),
                re.compile(rf"\s{{0,3}}(?:{blanks(fold(joint))})\s{{0,3}}"),
            )
            for opening, joint in bounds.ranges
        ]
        self._happening = re.compile(rf"(?<!\w)(?:{blanks(fold(bounds.since_happening))})")
        self._reach = re.compile(blanks(fold(bounds.since_reach)))

    # --- compiling -------------------------------------------------------------------------------

    def _slot_sources(self) -> dict[str, str]:
        def any_of(name: str) -> str:
            return "(?:" + "|".join(pattern.pattern for pattern in self._lists[name]) + r")(?!\w)"

        cardinals = sorted(self._numbers.numerals.small_words(), key=len, reverse=True)
        number = "|".join(map(re.escape, [*self._one, *cardinals]))
        year, day = r"(?:1[5-9]|2[01])\d\d(?!\d)", r"(?:0?[1-9]|[12]\d|3[01])(?![\d:]|[.,]\d)"
        months = self._lists["month"]
        both = "|".join([*(pattern.pattern for pattern in months), *(p.pattern for p in self._lists["short_month"])])
        return {
            "month": any_of("month"),
            "short_month": rf"(?:{both})(?!\w)",
            "weekday": any_of("weekday").removesuffix(r"(?!\w)"),
            "season": any_of("season"),
            "ordinal": "(?:" + "|".join(pattern.pattern for pattern in reversed(self._lists["ordinal"])) + r")(?!\w)",
            "unit": any_of("unit"),
            "part": "(?:" + "|".join(pattern.pattern for pattern in self._lists["part"]) + ")",
            "year_step": any_of("year_step"),
            "year": rf"(?<![\d.,]){year}",
            "year_number": year,
            "short_year": r"\d\d(?!\d)",
            "decade_word": any_of("decade_word"),
            "decade": r"(?<![\d.,])(?:1[5-9]|2[01])\d0",
            "day_number": r"(?:0?[1-9]|[12]\d|3[01])(?!\d)",
            "day": rf"(?<![\d:.,]){day}",
            "month_number": r"(?:0?[1-9]|1[0-2])(?!\d)",
            "n": rf"(?<![\d.,])(?:\d{{1,3}}(?![\d.,:])|(?:{number})(?:[\s-](?:{number}))?(?!\w))",
            "mark": f"(?:{fold(self.lexicon.day_mark)})" if self.lexicon.day_mark else "",
        }

    def _source(self, words: str) -> str:
        def slot(match: re.Match[str]) -> str:
            name = match.group(1)
            source = self._slots[name.rstrip("02")] if name not in self._slots else self._slots[name]
            return f"(?P<{name}>{source})" if name != "mark" else f"(?:{source})"

        return SLOT.sub(slot, blanks(fold(words))) + r"(?!\w)"

    def _by_opening(self) -> dict[str, list[tuple[str, int]]]:
        """For each first character the beginnings of words that may open a form, with the form's number."""
        lists = {name: [pattern.pattern for pattern in patterns] for name, patterns in self._lists.items()}
        lists["short_month"] = [*lists["month"], *lists["short_month"]]
        lists["n"] = ["{digits}", *self._one, *self._numbers.numerals.small_words()]
        found: dict[str, list[tuple[str, int]]] = {}
        words = [fold(words) for form in self.lexicon.form for words in form.words]
        for number, pattern in enumerate(words):
            for opening in beginnings(pattern, lists):
                found.setdefault(opening[:1], []).append((opening, number))
        return found

    def _opened_by(self, word: str) -> tuple[_Pattern, ...]:
        """The forms that the word may open."""
        known = self._known.get(word)
        if known is None:
            entries = self._openings.get(DIGIT if word[0].isdecimal() else word[0], [])
            numbers = {number for opening, number in entries if opening == DIGIT or word.startswith(opening)}
            numbers.update(number for _, number in self._openings.get("", []))
            known = tuple(self._patterns[number] for number in sorted(numbers))
            if len(self._known) < KNOWN_WORDS:
                self._known[word] = known
        return known

    # --- finding ---------------------------------------------------------------------------------

    def find(self, text: str, start: int = 0) -> tuple[DateMention, ...]:
        """All time expressions of a sentence, in order; `start` is its offset in the document."""
        folded = fold(text)
        mentions = self._joined(list(self._expressions(text, folded)), folded)
        bounded = self._bounded(mentions, folded)
        return tuple(
            replace(
                one,
                start=one.start + start,
                end=one.end + start,
                said_start=one.said_start + start,
                words=text[one.start : one.end],
            )
            for one in bounded
        )

    def _expressions(self, text: str, folded: str) -> Iterator[DateMention]:
        at = 0
        for word in WORD.finditer(folded):
            if word.start() < at:
                continue
            patterns = self._opened_by(word.group())
            best = self._longest(patterns, text, folded, word.start()) if patterns else None
            if best is not None:
                yield best
                at = best.end

    def _longest(self, patterns: tuple[_Pattern, ...], text: str, folded: str, start: int) -> DateMention | None:
        best: tuple[int, Expression, FormEntry] | None = None
        before = folded[max(0, start - REACH) : start]
        for pattern in patterns:
            match = pattern.regex.match(folded, start)
            if match is None or (best is not None and match.end() <= best[0]):
                continue
            if self._stands(pattern.form, match, before, text):
                expression = self._expression(pattern.form, match)
                if expression.in_order:
                    best = (match.end(), expression, pattern.form)
        if best is None:
            return None
        end, expression, form = best
        return DateMention(start, end, "", expression, Bound.SINCE if form.since else None, None, start)

    def _stands(self, form: FormEntry, match: re.Match[str], before: str, text: str) -> bool:
        """Whether capitals and the word before let the form be a date here."""
        if self.lexicon.capitals:
            groups = match.groupdict()
            for name in ("month", "month2", "short_month", "short_month2", "weekday"):
                if groups.get(name) and not text[match.start(name)].isupper():
                    return False
        word = before.rsplit(maxsplit=1)[-1] if before.strip() else ""
        if form.not_after and fold(word) in map(fold, form.not_after) and before[-1:].isspace():
            return False
        if not form.lead:
            return True
        return self._leads.search(before) is not None or self._bound_before(before) is not None

    def _bound_before(self, before: str) -> tuple[Bound, int] | None:
        """The bound that ends the text before, and how many characters it takes: the longest."""
        found = [
            (bound, len(before) - match.start())
            for bound, regex in self._bounds.items()
            if (match := regex.search(before)) is not None
        ]
        return max(found, key=lambda entry: entry[1], default=None)

    # --- bounds and ranges -----------------------------------------------------------------------

    def _joined(self, mentions: list[DateMention], folded: str) -> list[DateMention]:
        joined: list[DateMention] = []
        for mention in mentions:
            last = joined[-1] if joined else None
            if last is not None and last.upto is None and last.bound is None and self._is_range(last, mention, folded):
                joined[-1] = replace(last, end=mention.end, upto=mention.expression)
            else:
                joined.append(mention)
        return joined

    def _is_range(self, first: DateMention, second: DateMention, folded: str) -> bool:
        between = folded[first.end : second.start]
        if len(between) > 12:
            return False
        before = folded[max(0, first.start - REACH) : first.start]
        return any(joint.fullmatch(between) and opening.search(before) for opening, joint in self._ranges)

    def _bounded(self, mentions: list[DateMention], folded: str) -> list[DateMention]:
        found, previous = [], 0
        for mention in mentions:
            floor = max(previous, mention.start - REACH)
            before = folded[floor : mention.start]
            single = mention.upto is None and mention.bound is None and not mention.expression.is_range
            bound = self._bound_before(before) if single else None
            if bound is not None:
                mention = replace(mention, bound=bound[0], start=mention.start - bound[1])
            elif single and (reach := self._reach.search(before)) is not None:
                mention = replace(mention, bound=Bound.SINCE, start=floor + reach.start())
            previous = mention.end
            found.append(mention)
        starts = [mention.start for mention in found]
        for match in self._happening.finditer(folded):
            near = found[(at := max(0, bisect_left(starts, match.end()) - 1)) : at + 1]
            if not (near and near[0].start < match.end() and match.start() < near[0].end):
                first, last = match.span()
                found.append(DateMention(first, last, "", Expression(Meaning.UNKNOWN), Bound.SINCE, None, first))
        return sorted(found, key=lambda mention: mention.start)

    # --- reading the slots -----------------------------------------------------------------------

    def _index(self, name: str, text: str | None) -> int | None:
        if text is None:
            return None
        return next((i for i, pattern in enumerate(self._lists[name]) if pattern.fullmatch(text)), None)

    def _month(self, groups: dict[str, str | None], number: str) -> int | None:
        for name in ("month", "short_month"):
            text = groups.get(name + number)
            found = self._index("month", text)
            found = self._index("short_month", text) if found is None else found
            if found is not None:
                return found + 1
        text = groups.get("month_number" + number)
        return None if text is None else int(text)

    def _number(self, text: str | None) -> int:
        if text is None or text in self._one:
            return 1
        found = self._numbers.find(text)
        return found[0].count.min if found else 1

    def _expression(self, form: FormEntry, match: re.Match[str]) -> Expression:
        groups = match.groupdict()
        ordinal = self._index("ordinal", groups.get("ordinal"))
        day, day2 = groups.get("day") or groups.get("day_number"), groups.get("day2")
        year, year2 = (
            groups.get("year") or groups.get("year_number") or groups.get("decade"),
            groups.get("year2") or groups.get("decade2"),
        )
        decade = self._index("decade_word", groups.get("decade_word"))
        if decade is not None:
            year = list(self.lexicon.decades)[decade]
        elif short := groups.get("short_year"):
            year = f"{20 if int(short) < SHORT_YEARS else 19}{short}"
        unit = self._index("unit", groups.get("unit"))
        part = self._index("part", groups.get("part"))
        step = self._index("year_step", groups.get("year_step"))
        month = self._month(groups, "")
        month2 = self._month(groups, "2")
        return Expression(
            form.meaning,
            day=int(day) if day else (ordinal + 1 if ordinal is not None else form.day),
            day2=int(day2) if day2 else form.day2,
            month=month if month is not None else form.month,
            month2=month2,
            year=int(year) if year else None,
            year2=int(year2) if year2 else None,
            year_step=None if step is None else int(list(self.lexicon.year_steps)[step]),
            anchor_year=form.anchor_year,
            weekday=self._index("weekday", groups.get("weekday")) if form.meaning is not Meaning.DAY else None,
            season=self._index("season", groups.get("season")),
            unit=form.unit or Unit.DAY if unit is None else list(self.lexicon.units)[unit],
            number=self._number(groups["n"]) if groups.get("n") else form.number,
            step=form.step,
            week_step=form.week_step,
            part=form.part if part is None else list(self.lexicon.parts)[part],
            counted=bool(groups.get("n")),
            more=form.more,
            night=form.night,
            ending=form.ending,
            orthodox=form.orthodox,
        )


@cache
def calendar(language: str) -> Calendar:
    """The time expressions of a language, compiled once."""
    return Calendar(load(f"{language}/calendar", CalendarLexicon), language)


@lru_cache(maxsize=512)
def dates_in(text: str, language: str, start: int = 0) -> tuple[DateMention, ...]:
    """All time expressions of a sentence, in order, with document offsets."""
    return calendar(language).find(text, start)
