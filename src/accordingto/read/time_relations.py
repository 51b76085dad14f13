"""Times told from another time: yesterday, last week, two days ago, the past three days, and bare lengths of time."""

import re
from datetime import date, timedelta

from accordingto.read.calendars import Stretch, one_day, shift, span_back, third_of, unit_around, weekend_of
from accordingto.read.time_settings import TimeSetting
from accordingto.terms.times import TimeKind

BACK, ON = -1, 1
DEICTIC_DAYS = {"yesterday": BACK, "today": 0, "tomorrow": ON}
LONG_UNITS = {"10Y": "DE", "100Y": "CE"}
STEPS = {"last": BACK, "previous": BACK, "preceding": BACK, "next": ON, "following": ON}
SO_FAR = re.compile(r"\b(?:to|until|till|up to)\s+$", re.IGNORECASE)
RATE = re.compile(r"(?:\d\W*|\b(?:million|billion|thousand|hundred|times?|twice|once)|\b[a-z]+s|\))\s+$", re.IGNORECASE)


def deictic_day(match: re.Match[str], setting: TimeSetting) -> Stretch | None:
    """ "yesterday evening", "tonight", "this morning", "overnight" (the day and the one before it)."""
    if match["beyond"]:
        return one_day(_moved(setting.today, -2 if match["beyond"].lower().startswith("before") else 2))
    if match["night"]:
        return _night(match["night"].lower(), setting)
    if match["word"]:
        if setting.history and not match["part"] and match["word"].lower() == "today":
            return Stretch(TimeKind.DATE, "PRESENT_REF")
        return one_day(_moved(setting.today, DEICTIC_DAYS[match["word"].lower()]), setting.part(match["part"]))
    which, part = match["which"].lower().split()[-1], setting.part(match["part_2"])
    if which == "this":
        return one_day(setting.today, part)
    return one_day(
        _moved(setting.near, {"previous": BACK, "last": BACK, "next": ON, "following": ON}.get(which, 0)), part
    )


def calendar_unit(match: re.Match[str], setting: TimeSetting) -> Stretch | None:
    """ "last week" (Monday to Sunday), "earlier this month" (its days so far), "the previous day", "that year"."""
    if match["weekend"]:
        return _weekend(setting)
    rel, unit = match["rel"].lower(), "D" if match["unit"].lower() == "date" else setting.unit(match["unit"])
    if match["unit"].lower() == "weekend" and rel == "this":
        return _weekend(setting)
    if rel == "this" and unit == "D" and _means_now(match):
        return Stretch(TimeKind.DATE, "PRESENT_REF")
    near = setting.history or unit == "D" or rel not in ("this", "last", "next")
    start = setting.around(unit) if near else setting.day
    if start is None:
        return Stretch(TimeKind.DATE, None)
    step = STEPS.get(rel.split()[-1], 0)
    whole = unit_around(shift(start, step, unit), unit)
    return _part_so_far(whole, match["mod"], start) if whole else None


def _means_now(match: re.Match[str]) -> bool:
    """Whether "this day" is the reader's: "it stands empty to this day."""
    led = SO_FAR.search(match.string, max(0, match.start() - 16), match.start())
    return led is not None and match.string[match.end() : match.end() + 1] in ".,;:)"


def edge_of_unit(match: re.Match[str], setting: TimeSetting) -> Stretch | None:
    """ "the end of the year", "later in the month": a third of it, and all of it as its value."""
    unit, rel = setting.unit(match["unit"] or match["ends"]), (match["rel"] or "the").lower()
    start = setting.day if rel in ("this", "last", "next") else setting.around(unit)
    if start is None:
        return Stretch(TimeKind.DATE, None)
    whole = unit_around(shift(start, STEPS.get(rel.split()[-1], 0), unit), unit)
    return third_of(whole, "end" if match["ends"] else match["edge"]) if whole else None


def day_beside(match: re.Match[str], setting: TimeSetting) -> Stretch | None:
    """ "a day earlier", "the year before": beside the day last named."""
    unit = setting.unit(match["unit"])
    step = BACK if match["way"].lower() in ("before", "earlier") else ON
    told = setting.around(unit)
    return unit_around(shift(told, step, unit), unit) if told else Stretch(TimeKind.DATE, None)


def counted_back(match: re.Match[str], setting: TimeSetting) -> Stretch | None:
    """ "two days ago", "three weeks later"; a vague count has a length and no day."""
    way = re.sub(r"\s+", " ", (match["way"] or match["way_2"]).lower())
    step = ON if way.startswith(("later", "after", "from")) else BACK
    number, unit = setting.number(match["number"]), setting.unit(match["unit"] or _single(match["some"]))
    start = setting.today if way in ("ago", "from now") else setting.around(unit)
    if number is None or start is None:
        return Stretch(TimeKind.DATE, "PAST_REF" if step == BACK else "FUTURE_REF")
    then = shift(start, step * int(number), unit)
    return one_day(then) if unit in ("TM", "TH", "D") else unit_around(then, unit) or one_day(then)


def _single(units: str) -> str:
    return units.lower().replace("centurie", "century")


def rolling(match: re.Match[str], setting: TimeSetting) -> Stretch | None:
    """ "the past three days": from three days back to the day itself; "the next two weeks": from it on."""
    unit_word = match["unit"] or match["unit_2"] or match["unit_3"] or match["unit_4"] or match["unit_5"]
    unit, number = setting.unit(unit_word), setting.number(match["number"])
    if number is None and (match["number"] or match["unit_2"]):
        return Stretch(TimeKind.DURATION, _length(None, unit))
    count = int(number or 1)
    length = _length(count, unit)
    if setting.day is None:
        return Stretch(TimeKind.DURATION, length)
    if match["way"].lower() in setting.words["lists"]["coming"]:
        return Stretch(TimeKind.DURATION, length, setting.day, _ahead(setting.day, count, unit))
    return Stretch(TimeKind.DURATION, length, span_back(setting.day, count, unit), setting.day)


def recent(match: re.Match[str], setting: TimeSetting) -> Stretch | None:
    """ "recent days": gone by, nobody says how far."""
    return Stretch(TimeKind.DATE, "PAST_REF")


def nth_day(match: re.Match[str], setting: TimeSetting) -> Stretch | None:
    """ "for the second day": the day and the one before it."""
    number = setting.ordinal(match["order"] or match["order_2"])
    if setting.day is None:
        return Stretch(TimeKind.DURATION, _length(number, "D"))
    return Stretch(TimeKind.DURATION, _length(number, "D"), setting.day - timedelta(days=number - 1), setting.day)


def repeated(match: re.Match[str], setting: TimeSetting) -> Stretch | None:
    """ "every day", "daily", "twice a week"; capitals inside a sentence are a paper's name."""
    if match["word"]:
        unit = {"daily": "D", "nightly": "D", "weekly": "W", "monthly": "M", "hourly": "TH"}.get(
            match["word"].lower(), "Y"
        )
        return None if match["word"][0].isupper() else Stretch(TimeKind.SET, _length(1, unit))
    word = (match["unit"] or match["per"] or match["rate"]).lower()
    if word not in setting.words["units"]:
        return Stretch(TimeKind.SET, None)
    number = 2 if (match["number"] or "").lower() == "other" else setting.number(match["number"]) or 1
    return Stretch(TimeKind.SET, _length(number, setting.unit(word)))


def moment_of_day(match: re.Match[str], setting: TimeSetting) -> Stretch | None:
    """ "at dawn", "shortly after midnight", "in the morning": on the day last named, else the report's."""
    part = setting.part(match["moment"] or match["part"] or match["night"])
    return one_day(None if match["night"] and setting.history else setting.near, part)


def length_of_time(match: re.Match[str], setting: TimeSetting) -> Stretch | None:
    """ "three days", "six-year-old war": so long, with no place in the calendar."""
    unit = setting.unit(
        match["unit"] or match["many"] or match["long"] or match["longs"] or match["many_2"].lower().removesuffix("s")
    )
    kind = TimeKind.SET if _is_rate(match) else TimeKind.DURATION
    number = None if match["longs"] else 1 if match["long"] else setting.number(match["number"])
    number = number + 0.5 if number and match["half"] else number
    if unit == "Y" and number and setting.today and _is_of_what_lasts(match, setting):
        began = shift(setting.today, -round(12 * number), "M")
        return Stretch(kind, _length(number, unit), began.replace(month=1, day=1), setting.today)
    return Stretch(kind, _length(number, unit))


def _is_of_what_lasts(match: re.Match[str], setting: TimeSetting) -> bool:
    """ "the six-year-old civil war": it has gone on for so long, and still does."""
    after = match.string[match.end() : match.end() + 32].lower().split()[:2]
    lasting = setting.words["lists"]["lasting"]
    return not match.group().endswith("s") and any(word.strip(".,;") in lasting for word in after)


def _is_rate(match: re.Match[str]) -> bool:
    """ "40 shells a day": so many in each."""
    if (match["number"] or "").lower() not in ("a", "an"):
        return False
    return RATE.search(match.string, max(0, match.start() - 32), match.start()) is not None


def vague(match: re.Match[str], setting: TimeSetting) -> Stretch | None:
    """ "recently", "now", "the future"."""
    value = "PRESENT_REF" if match["present"] else "PAST_REF" if match["past"] else "FUTURE_REF"
    return Stretch(TimeKind.DATE, value)


def _moved(day: date | None, count: int) -> date | None:
    return shift(day, count, "D") if day else None


def _night(word: str, setting: TimeSetting) -> Stretch:
    if word == "tonight":
        return one_day(setting.today, "NI")
    before = _moved(setting.today, BACK)
    if word != "overnight" or before is None:
        return one_day(before, "NI")
    return Stretch(TimeKind.TIME, f"{before.isoformat()}TNI", before, setting.today)


def _weekend(setting: TimeSetting) -> Stretch:
    """The one just gone or under way; the one to come where the clause looks ahead."""
    if setting.day is None:
        return Stretch(TimeKind.DATE, "XXXX-WXX-WE")
    gone = not setting.ahead and setting.day.weekday() < 5
    return weekend_of(shift(setting.day, BACK, "W") if gone else setting.day)


def _part_so_far(whole: Stretch, mod: str | None, day: date) -> Stretch:
    earliest, latest = whole.earliest, whole.latest
    if not mod or not earliest or not latest or not earliest <= day <= latest:
        return whole
    if mod.lower() == "earlier":
        return Stretch(whole.kind, whole.value, earliest, day)
    return Stretch(whole.kind, whole.value, day, latest) if mod.lower() == "later" else whole


def _ahead(day: date, count: int, unit: str) -> date:
    back = day - span_back(day, count, unit) if unit in ("TH", "TM") else None
    return day + back if back is not None else shift(day, count, unit)


def _length(count: float | None, unit: str) -> str:
    """TIMEX3's value of a duration: "P3D", "PT24H", "P2DE" for two decades, "PXD" for some days."""
    if unit in LONG_UNITS:
        return f"P{'X' if count is None else f'{count:g}'}{LONG_UNITS[unit]}"
    many, letter = re.fullmatch(r"(\d*)([A-Z]+)", unit).groups()  # type: ignore[union-attr]
    amount = "X" if count is None else f"{count * int(many or 1):g}"
    return f"PT{amount}{letter[1:]}" if letter in ("TH", "TM") else f"P{amount}{letter}"
