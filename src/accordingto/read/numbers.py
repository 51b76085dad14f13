"""Numbers: digits, number words and vague counts in a sentence, each with the bounds that the words around it set.

It knows nothing of people or harm. What cannot count people for its neighbours' sake (a date, an age, a label, a
share, a measure) is left out here.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from accordingto.read.lexicons import load_lexicon
from accordingto.read.phrases import Phrases
from accordingto.read.sentences import Word
from accordingto.terms.figures import Bound

DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")
THOUSANDS = re.compile(
    r"\d00"
)  # "200 000": a lost separator leaves a group of three, told from a second count by its noughts
YEARS = range(1900, 2101)
YEAR_DIGITS = 4  # "1,999" is no year
ROUND = 2000  # far more often a round count of people
DAYS = range(1, 32)
GLUED_DATE = re.compile(r"(?:0?[1-9]|[12]\d|3[01])(?:19|20)\d\d")  # "March 142019": a lost comma
LONGEST = 12  # digits; anything longer is no count of people
AGE = re.compile(r"-?years?(?:-olds?)?")


Fixed = tuple[int | None, int | None, Bound]  # low, high and bound of a phrase that is always the same number


@dataclass(frozen=True, slots=True)
class Number:
    """Words `first` to `last` (half-open) of a sentence and the count they give. An open side is None.

    `article` is true of "a", "an" and "another", which count one only beside a noun for one person; `date_like` of what
    may be a day or a year ("July 25", "11 2016") and counts only beside a noun for people.
    """

    first: int
    last: int
    low: int | None
    high: int | None
    bound: Bound
    article: bool = False
    date_like: bool = False


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The words that make and bound a number."""

    small: dict[str, int]
    scales: dict[str, int]
    phrases: Phrases[Fixed]
    articles: frozenset[str]
    bounds: Phrases[Bound]
    bounds_behind: Phrases[Bound]
    ranges: Mapping[str, frozenset[str]]
    joining: frozenset[str]
    unbounding: Mapping[str, frozenset[str]]
    months: frozenset[str]
    labels: frozenset[str]
    sizes: Phrases[str]
    year_cues: frozenset[str]
    askers: frozenset[str]
    measures: frozenset[str]
    glue: frozenset[str]

    @classmethod
    def load(cls) -> "NumberWords":
        table = load_lexicon("numbers")
        nots = table["not_counts"]
        return cls(
            small=table["small"],
            scales=table["scales"],
            phrases=_fixed_phrases(table),
            articles=frozenset(table["articles"]["words"]),
            bounds=Phrases.of((words, Bound(name)) for words, name in table["bounds"].items()),
            bounds_behind=Phrases.of((words, Bound(name)) for words, name in table["bounds_behind"].items()),
            ranges={name: frozenset(words) for name, words in table["ranges"].items()},
            joining=frozenset(table["joining"]["words"]),
            unbounding={word: frozenset(before) for word, before in table["unbounding"].items()},
            months=frozenset(nots["months"]),
            labels=frozenset(nots["before"]),
            sizes=Phrases.of((words, words) for words in nots["sizes"]),
            year_cues=frozenset(nots["year_after"]),
            askers=frozenset(nots["asking"]),
            measures=frozenset(nots["after"]),
            glue=frozenset(nots["glue"]),
        )


def _fixed_phrases(table: dict[str, Any]) -> Phrases[Fixed]:
    vague: list[tuple[str, Fixed]] = [(words, (low, None, Bound.VAGUE)) for words, low in table["vague"].items()]
    exact: list[tuple[str, Fixed]] = [(words, (value, value, Bound.EXACT)) for words, value in table["exact"].items()]
    unknown: list[tuple[str, Fixed]] = [(words, (None, None, Bound.VAGUE)) for words in table["open"]["phrases"]]
    return Phrases.of(vague + exact + unknown)


def find_numbers(words: tuple[Word, ...], lexicon: NumberWords) -> Iterator[Number]:
    """Every number that could count people, in order, none touching another."""
    at = 0
    while at < len(words):
        number = _bounded_at(words, at, lexicon) or _number_at(words, at, lexicon)
        if number is None:
            at += 1
            continue
        number = _range_from(words, number, lexicon)
        if number.article or not (_is_measure(words, number, lexicon) or _is_stray(words, number, lexicon)):
            yield _with_bound_behind(words, number, lexicon)
        at = number.last


def _bounded_at(words: tuple[Word, ...], at: int, lexicon: NumberWords) -> Number | None:
    found = lexicon.bounds.at(words, at)
    if found is None or found[0] >= len(words) or (at and _is_taken(words, at, lexicon)):
        return None
    number = _number_at(words, found[0], lexicon) or _bare_scale_at(words, found[0], lexicon)
    if number is None or number.article or not number.low:
        return None
    return _bounded(replace(number, first=at), found[1])


def _is_taken(words: tuple[Word, ...], at: int, lexicon: NumberWords) -> bool:
    """ "handed over 17 prisoners", "three were under ten": the word before has the bounding word for itself."""
    return words[at - 1].lower in lexicon.unbounding.get(words[at].lower, ())


def _number_at(words: tuple[Word, ...], at: int, lexicon: NumberWords) -> Number | None:
    lower = words[at].lower
    if lower[0].isdigit():
        return _digits_at(words, at, lexicon)
    fixed = lexicon.phrases.at(words, at)
    if fixed is not None:
        return Number(at, fixed[0], *fixed[1])
    if lower in lexicon.articles:
        return Number(at, at + 1, 1, 1, Bound.EXACT, article=True)
    return _spelled_at(words, at, lexicon)


def _digits_at(words: tuple[Word, ...], at: int, lexicon: NumberWords) -> Number | None:
    text = words[at].text
    if len(text) > LONGEST or not text.isascii() or not DIGITS.fullmatch(text):
        return None
    if GLUED_DATE.fullmatch(text) and at and _is_month(words[at - 1], lexicon):
        return None
    last = at + 1
    value = float(text.replace(",", ""))
    while last < len(words) and value < 1000 * 1000 and "." not in text and _is_group(words, last):
        value, last = value * 1000 + int(words[last].text), last + 1
    scaled = _scale_at(words, last, lexicon)
    if scaled is not None:
        value, last = value * scaled, last + 1
    elif value != int(value):
        return None
    whole = round(value)
    return Number(at, last, whole, whole, Bound.EXACT, date_like=last == at + 1 and _is_date(words, at, whole, lexicon))


def _is_date(words: tuple[Word, ...], at: int, value: int, lexicon: NumberWords) -> bool:
    before = at - 1 - (at > 1 and words[at - 1].text == ".")  # "Oct. 18"
    return (value in YEARS and len(words[at].text) == YEAR_DIGITS and value != ROUND) or (
        value in DAYS and at > 0 and _is_month(words[before], lexicon)
    )


def _is_month(word: Word, lexicon: NumberWords) -> bool:
    """ "12 May" is a day, "470,000 may have died" a count."""
    return word.lower in lexicon.months and not word.text.islower()


def _is_group(words: tuple[Word, ...], at: int) -> bool:
    before, word = words[at - 1], words[at]
    return word.start == before.end + 1 and len(before.text) <= 3 and THOUSANDS.fullmatch(word.text) is not None


def _scale_at(words: tuple[Word, ...], at: int, lexicon: NumberWords) -> int | None:
    return lexicon.scales.get(words[at].lower) if at < len(words) else None


def _spelled_at(words: tuple[Word, ...], at: int, lexicon: NumberWords) -> Number | None:
    total = part = 0
    last = at
    while last < len(words):
        lower = words[last].lower
        small, scale = _small(lower, lexicon), lexicon.scales.get(lower)
        if small is not None and not (part % 10) and (part % 100 == 0 or small < 10 <= part % 100):
            part += small
        elif scale is not None and part:
            part, total = (part * scale, total) if scale <= 100 else (0, total + part * scale)
        elif not (lower in lexicon.joining and _goes_on(words, last, part or total, lexicon)):
            break
        last += 1
    value = total + part
    return Number(at, last, value, value, Bound.EXACT) if last > at and value else None


def _bare_scale_at(words: tuple[Word, ...], at: int, lexicon: NumberWords) -> Number | None:
    """ "more than hundred", which lost its article."""
    value = _scale_at(words, at, lexicon)
    return Number(at, at + 1, value, value, Bound.EXACT) if value else None


def _small(lower: str, lexicon: NumberWords) -> int | None:
    """ "fifty-one" is 51."""
    if "-" not in lower:
        return lexicon.small.get(lower)
    tens, _, ones = lower.partition("-")
    high, low = lexicon.small.get(tens), lexicon.small.get(ones)
    return high + low if high and low and high % 10 == 0 and low < 10 else None


def _goes_on(words: tuple[Word, ...], at: int, value: int, lexicon: NumberWords) -> bool:
    """Whether "and" joins parts of one number: "one hundred and five", never "two and three"."""
    follows = at + 1 < len(words) and _small(words[at + 1].lower, lexicon) is not None
    return follows and value >= 100 and words[at - 1].lower in lexicon.scales


def _range_from(words: tuple[Word, ...], low: Number, lexicon: NumberWords) -> Number:
    """The whole of "between 40 and 50", "40 to 50", "40-50"; else the number as it is."""
    if low.article or low.low is None or low.high is None or low.last + 1 >= len(words):
        return low
    before = words[low.first - 1].lower if low.first else ""
    opened = before in lexicon.ranges["openers"]
    joiners = lexicon.ranges["inside" if opened else "free"]
    if words[low.last].lower not in joiners or before in lexicon.ranges["apart"]:
        return low
    high = _number_at(words, low.last + 1, lexicon)
    if high is None or high.article or high.high is None or not 0 < low.low < high.high:
        return low
    return Number(low.first - opened, high.last, low.low, high.high, Bound.RANGE)


def _is_measure(words: tuple[Word, ...], number: Number, lexicon: NumberWords) -> bool:
    before = words[number.first - 1] if number.first else None
    after = words[number.last] if number.last < len(words) else None
    if before and (_is_labelled(before.lower, number, lexicon) or _is_year(before, number, lexicon)):
        return True
    if after and (after.lower in lexicon.measures or AGE.fullmatch(after.lower) or _is_month(after, lexicon)):
        return True
    if lexicon.sizes.ends_at(words, number.first):
        return True
    return _is_glued(words, number, lexicon)


def _is_stray(words: tuple[Word, ...], number: Number, lexicon: NumberWords) -> bool:
    """ "67 At least 45 died", "191 A total of 24": what stands right before a number is left from another line."""
    if number.last == len(words):
        return False
    fresh = words[number.last].text.istitle() and words[number.last].lower in lexicon.articles
    return fresh or _bounded_at(words, number.last, lexicon) is not None


def _is_labelled(before: str, number: Number, lexicon: NumberWords) -> bool:
    """ "Brigade 93", "in 2013", "how many": the word before says that it counts nobody."""
    if number.low is None:
        return before in lexicon.askers
    exact = number.bound is Bound.EXACT
    return exact and (before in lexicon.labels or (number.date_like and before in lexicon.year_cues))


def _is_year(before: Word, number: Number, lexicon: NumberWords) -> bool:
    """ "Jun 2014 militants attacked": a year for all the people that follow."""
    return number.date_like and number.low in YEARS and _is_month(before, lexicon)


def _is_glued(words: tuple[Word, ...], number: Number, lexicon: NumberWords) -> bool:
    """Whether a hyphen, slash or colon ties it to another number: "28-04-2016", "7/9", "10:07"."""
    first, last = number.first, number.last
    before = first >= 2 and words[first - 1].text in lexicon.glue and _tied(words, first - 2, first)
    after = last + 1 < len(words) and words[last].text in lexicon.glue and _tied(words, last - 1, last + 1)
    return before or after


def _tied(words: tuple[Word, ...], left: int, right: int) -> bool:
    no_gap = words[right].start - words[left].end == 1
    return no_gap and words[left].text[-1:].isdigit() and words[right].text[:1].isdigit()


def _with_bound_behind(words: tuple[Word, ...], number: Number, lexicon: NumberWords) -> Number:
    """The number with a bound told behind it: "12 or more"."""
    if number.bound is not Bound.EXACT or number.article or number.last == len(words):
        return number
    behind = lexicon.bounds_behind.at(words, number.last)
    if behind and behind[0] < len(words) and _number_at(words, behind[0], lexicon):
        return number  # "67 at least 45": the bound is the next number's
    return _bounded(replace(number, last=behind[0]), behind[1]) if behind else number


def bound_told_behind(words: tuple[Word, ...], number: Number, end: int, lexicon: NumberWords) -> Number:
    """The number with a bound told behind its people: "killed 17 civilians at least"."""
    if end >= len(words) or number.article or number.bound is not Bound.EXACT or number.last == end:
        return number
    behind = lexicon.bounds_behind.at(words, end)
    if behind is None or (behind[0] < len(words) and _number_at(words, behind[0], lexicon)):
        return number
    return _bounded(number, behind[1])


def _bounded(number: Number, bound: Bound) -> Number:
    """The number under this bound. A vague count stays vague: "at least dozens" opens no other side."""
    if number.bound is Bound.VAGUE:
        return number
    value = number.low
    if bound in (Bound.AT_LEAST, Bound.MORE_THAN):
        return replace(number, bound=bound, high=None)
    if bound is Bound.UP_TO:
        return replace(number, bound=bound, low=None, high=value)
    return replace(number, bound=bound)
