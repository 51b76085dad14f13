"""Times in TIMEX2's convention, which ships nowhere: what WikiWars was annotated to.

TIMEX2 cuts a range into its ends ("6-7 May" are two), lets an expression take in the clause that it is told from ("two
days after the vote"), counts words such as "former" and "at that time", and gives some expressions other values.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from accordingto.terms.times import TimeKind, TimeMention


@dataclass(frozen=True, slots=True)
class Timex:
    """An expression: a half-open range of characters, and its value."""

    start: int
    end: int
    value: str | None

    @property
    def extent(self) -> tuple[int, int]:
        return self.start, self.end

    def overlaps(self, other: "Timex") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


RANGE = re.compile(r"\s?[-–]\s?|\s+(?:and|to)\s+")
LOCAL = re.compile(r"\s+local(?:\s+time)?$", re.IGNORECASE)
CLAUSE = re.compile(r"\s+(?:after|before|following|since|of)\s+\w[^,.;:()\"“”]*|(?<=-day)\s+period\b", re.IGNORECASE)
DAY_RATE = re.compile(r"(?:daily|nightly|a day|(?:every|each) day)$", re.IGNORECASE)
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "winter": "WI"}
OTHER = re.compile(
    r"""(?P<past>\bformer(?:ly)?\b)
    |(?P<future>\bfuture\b)
    |(?P<present>\b(?:current|present)\b(?=\s+[a-z])|(?<=\bat\s)the\s+time\b(?!\s+(?:of|when|the|he|she|it|they)\b))
    |(?P<open>\b(?:that|this|the\s+same)\s+(?:time|period)\b|\bthe\s+time\s+(?:of|when)\s+[^,.;:()]+|\bsome\s+time\b
        |\ba\s+(?:very\s+)?short\s+time\b|\bthe\s+duration\s+of\s+[^,.;:()]+|\bthe\s+day\s+(?:after|before)\s+[^,.;:()]+)
    |(?P<daytime>\bdaytime\b)
    |(?P<night>\bnight\b)
    |(?P<season>\b(?:Spring|Summer|Autumn|Winter)\b)""",
    re.VERBOSE,
)
OTHER_VALUES = {
    "past": "PAST_REF",
    "future": "FUTURE_REF",
    "present": "PRESENT_REF",
    "daytime": "XXXX-XX-XXTDT",
    "night": "XXXX-XX-XXTNI",
}


def as_they_stand(mentions: Iterable[TimeMention]) -> tuple[Timex, ...]:
    """Extents and values as the reader ships them."""
    return tuple(Timex(m.anchor.start, m.anchor.end, m.value) for m in mentions)


def in_timex2(body: str, mentions: Sequence[TimeMention]) -> tuple[Timex, ...]:
    """The same expressions with TIMEX2's extents and values, and those that only TIMEX2 counts."""
    told = [part for mention in mentions for part in _parts(body, mention)]
    return tuple(sorted([*told, *_others(body, told)], key=lambda time: time.extent))


def _parts(body: str, mention: TimeMention) -> Iterator[Timex]:
    start, words, values = mention.anchor.start, mention.anchor.exact, (mention.value or "").split("/")
    joints = list(RANGE.finditer(words))
    if len(values) == 2 and joints:
        first, last = values
        yield Timex(start, start + joints[-1].start(), first)
        yield Timex(start + joints[-1].end(), mention.anchor.end, last)
    else:
        yield Timex(start, _end(body, mention), _value(mention))


def _end(body: str, mention: TimeMention) -> int:
    """With the clause that a length of time is told from, and without "local time"."""
    if mention.kind is TimeKind.DURATION and (clause := CLAUSE.match(body, mention.anchor.end)):
        return clause.end()
    local = LOCAL.search(mention.anchor.exact)
    return mention.anchor.start + local.start() if local else mention.anchor.end


def _value(mention: TimeMention) -> str | None:
    """A winter is of the year it ends in, a week told from another is a length, and a day's rate is of any day."""
    words, value = mention.anchor.exact.lower(), mention.value
    if value and value.endswith("-WI") and value[:4].isdigit() and value[:4] not in words:
        return f"{int(value[:4]) + 1}-WI"
    if value and re.fullmatch(r"\d{4}-W\d\d", value) and re.match(r"the\s+(?:following|next|previous)\b", words):
        return "P1W"
    return "XXXX-XX-XX" if mention.kind is TimeKind.SET and DAY_RATE.match(words) else value


def _others(body: str, told: Sequence[Timex]) -> Iterator[Timex]:
    """The words of time that only TIMEX2 counts, where no expression stands already."""
    taken = {place for time in told for place in range(*time.extent)}
    season_year = ((time.start, time.value[:4]) for time in told if time.value and time.value[:4].isdigit())
    years = dict(season_year)
    for match in OTHER.finditer(body):
        if taken.isdisjoint(range(*match.span())):
            yield Timex(*match.span(), _other_value(match, years))


def _other_value(match: re.Match[str], years: dict[int, str]) -> str | None:
    kind = match.lastgroup or ""
    if kind != "season":
        return OTHER_VALUES.get(kind)
    year = next((years[start] for start in sorted(years, reverse=True) if start < match.start()), "XXXX")
    return f"{year}-{SEASONS[match.group().lower()]}"
