"""The grammar of time expressions: one pattern a rule, built from the words of the lexicon."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

PLACEHOLDER = re.compile(r"<(\w+)>")
# Each rule is tried in this order at each place of the text; the first that fits has it.
RULES = {
    "clock": r"""(?:<HOUR12>|<HOUR24>)(?:\s*\(?(?P<zone><ZONE>)\)?|\s+local(?:\s+time)?\b)?
                 (?:\s*[(,/]\s*(?:<HOUR12_2>|<HOUR24_2>)\s*(?P<zone_2><ZONE>)\)?)?""",
    "iso": r"(?P<year>\d{4})-(?P<month>[01]\d)-(?P<day>[0-3]\d)\b",
    "month_day": r"""(?:(?P<weekday><WEEKDAY>|<SHORT_WEEKDAY>)\b[.,]?\s+)?(?P<month><MONTH>)\b\.?\s+(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b
                     (?:\s?[-–]\s?(?P<last>[0-3]?\d)\b)?(?![.,:]\d)(?:,?\s+(?P<year><YEAR>)\b)?(?!\s+(?:<COUNTED>)\b)""",
    "day_month": r"""(?:(?P<weekday><WEEKDAY>|<SHORT_WEEKDAY>)\b[.,]?\s+)?(?P<day>[0-3]?\d)(?:st|nd|rd|th)?
                     (?:(?:\s?[-–]\s?|\s+(?:and|to)\s+)(?P<last>[0-3]?\d)(?:st|nd|rd|th)?)?
                     \s+(?:of\s+)?(?P<month><MONTH>)\b\.?(?:,?\s+(?P<year><YEAR>)\b)?""",
    "month": r"""(?:(?P<mod><EARLY>)[\s-]?)?(?:(?:the\s+)?(?P<edge>beginning|start|middle|end)\s+of\s+)?
                 (?:(?P<rel>last|next|this|past)\s+)?(?P<month><MONTH>)\b
                 (?:\.?,?\s+(?:of\s+)?(?:(?P<year><YEAR>)\b(?!\s+(?:<COUNTED>)\b)|(?P<whose>last|this|next)\s+year\b))?""",
    "weekday": r"""(?:(?P<mod>early|late)\s+)?(?:(?P<rel>last|next|this|past|coming|every|each)\s+)?(?P<weekday><WEEKDAY>)
                   (?P<plural>s)?\b(?:['’]s\b(?=\s+(?:<PART>)\b))?(?:\s+(?P<part><PART>)\b)?
                   (?:\s+(?:of\s+)?(?P<week>last|this|next)\s+week\b)?""",
    "half_of": r"""the\s+(?P<order>first|second|last)\s+(?:(?P<half>half)|(?P<quarter>quarter)|(?P<number><NUMBER>|\d+)\s+months)
                   \s+of\s+(?P<year><YEAR>)\b""",
    "season": r"""(?:(?P<mod><EARLY>)[\s-]?)?(?:the\s+)?(?:(?P<rel>last|next|this)\s+)?(?P<season><SEASON>)(?:\s+(?:of\s+)?(?P<year><YEAR>))?\b""",
    "decade": r"(?:the\s+)?(?:(?P<mod><EARLY>)[\s-]?)?(?P<year>(?:1[0-9]|20)\d0)['’]?s\b",
    "century": r"(?:the\s+)?(?:(?P<mod><EARLY>)[\s-]?)?(?P<number>\d\d?(?:st|nd|rd|th)|<ORDINAL>)[\s-]century\b",
    "deictic": r"""(?:the\s+)?day\s+(?P<beyond>before\s+yesterday|after\s+tomorrow)\b
                   |(?:(?P<mod>early|earlier|late|later)\s+)?(?P<word>today|yesterday|tomorrow)\b(?:['’]s\b(?=\s+(?:<PART>)\b))?(?:\s+(?P<part><PART>)\b)?
                   |(?P<night>tonight|overnight|last\s+night)\b
                   |(?:(?P<which>this|that|the\s+same|the\s+previous|the\s+next|the\s+following|last)\s+)(?P<part_2><PART>)\b""",
    "unit_now": r"""(?:(?P<mod>earlier|later|early|late)\s+)?(?P<rel>this|last|next|the\s+same|that|the\s+previous|the\s+following|the\s+next)\s+
                    (?P<unit>day|week|weekend|month|year|decade)\b|(?:the|at\s+the)\s+(?P<weekend>weekend)\b""",
    "before_that": r"(?:the|a)\s+(?P<unit>day|week|month|year)\s+(?P<way>before|earlier|after|later)\b(?!\s+(?:the|a|an|he|she|it|they|we|two|[A-Z]))",
    "ago": r"""(?:<NEARLY>\s+)?(?P<number><NUMBER>|\d+(?:-1/2|½)?|<VAGUE>)[\s-]+(?P<unit><UNIT>)s?\s+(?P<way>ago|earlier|previously|before\s+that|later|after\s+that|afterwards|from\s+now)\b""",
    "rolling": r"""(?:the\s+|these\s+|his\s+|its\s+)?(?P<way>last|past|previous|preceding|next|coming|following)\s+
                   (?:(?P<number><NUMBER>|\d+|<VAGUE>)[\s-]+(?P<unit><UNIT>)s?\b|(?P<unit_2><UNIT>)s\b|(?<=the\ last\ )(?P<unit_3><UNIT>)\b|(?<=past\ )(?P<unit_4><UNIT>)\b|(?<=the\ coming\ )(?P<unit_5><UNIT>)\b)""",
    "recent": r"(?:the\s+)?(?:more\s+|most\s+)?recent\s+(?P<unit>hours|days|weeks|months|years|times)\b",
    "nth_day": r"(?<=for\ )(?:the\s+|a\s+)(?P<order><ORDINAL>)\s+(?:straight\s+|consecutive\s+|successive\s+)?day\b(?:\s+(?:running|in\s+a\s+row))?|(?<=on\ the\ )(?P<order_2><ORDINAL>)\s+(?:straight\s+|consecutive\s+|successive\s+)?day\b",
    "set": r"""(?:every|each)\s+(?:(?P<number><NUMBER>|\d+|other)\s+)?(?P<unit><UNIT>|<WEEKDAY>|<PART>)s?\b|(?P<word><SET>)\b
               |(?:once|twice|(?:<NUMBER>|\d+)\s+times)\s+(?:a|every|each|per)\s+(?P<per><UNIT>)\b""",
    "early_hours": r"(?:the\s+)?(?:early|small)\s+hours(?:\s+of\s+(?P<weekday><WEEKDAY>)\b)?",
    "part_of_day": r"(?:the\s+)?(?P<part>morning|afternoon|evening|night)\s+of\s+(?P<weekday><WEEKDAY>)\b",
    "moment": r"(?:(?:shortly|just)\s+(?:after|before)\s+)?(?P<moment><MOMENT>)\b|(?<=in\ )the\s+(?P<part>morning|afternoon|evening)\b|(?<=at\ )(?P<night>night)\b",
    "fixed_day": r"(?P<day><FIXED_DAY>)\b(?:\s+(?P<year><YEAR>)\b)?",
    "moving_day": r"(?P<day><MOVING_DAY>)\b(?:\s+(?P<year><YEAR>)\b)?",
    "duration": r"""(?P<number><NUMBER>|\d+(?:[.,]\d+)?(?:-1/2|½)?|<VAGUE>)[\s-]+(?P<unit><UNIT>)(?:s['’]?|['’]s)?\b(?P<old>[\s-]+old)?(?:-long\b)?
                    |(?<=for\ )(?P<many><UNIT>)s\b|(?P<many_2>decades|years|months|weeks|days|hours)(?=\s+of\b)""",
    "year": r"(?:(?P<mod><EARLY>)[\s-]?|(?:the\s+)?(?P<edge>beginning|start|middle|end)\s+of\s+)?(?P<year><YEAR>)(?![\w/]|[.,:]\d|-\d(?!\d{3}\b))(?!\s+(?:<COUNTED>)\b)",
    "vague": r"(?P<present><PRESENT>)\b|(?P<past><PAST>)\b|(?P<coming><FUTURE>)\b",
}
CLOCKS = {
    "HOUR12": r"(?P<hour{0}>0?[1-9]|1[0-2])(?:[:.](?P<minute{0}>[0-5]\d))?\s?(?P<half{0}>[ap])\.?m\b\.?",
    "HOUR24": r"(?P<hour24{0}>[01]?\d|2[0-3])(?::(?P<minute24{0}>[0-5]\d)\b(?![:.]?\d)|\.?(?P<minute_dot{0}>[0-5]\d)\b(?=\s*(?:hours\b|hrs\b|local\b|\(?<ZONE>)))(?:\s*(?:hours|hrs)\b)?",
}


def build_grammar(words: Mapping[str, Any]) -> tuple[re.Pattern[str], dict[str, re.Pattern[str]]]:
    """The pattern that finds any expression (its last group names the rule), and each rule's own pattern."""
    parts = _parts(words)
    rules = {name: _filled(pattern, parts) for name, pattern in RULES.items()}
    anywhere = "|".join(f"(?P<{name}>{_anonymous(rule)})" for name, rule in rules.items())
    flags = re.IGNORECASE | re.VERBOSE
    return re.compile(rf"(?<![\w$€£.,-])(?:{anywhere})", flags), {n: re.compile(r, flags) for n, r in rules.items()}


def alternation(words: Iterable[str]) -> str:
    """A pattern that matches any of the words, the longest first; their spaces match any white space."""
    escaped = (re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=lambda w: (-len(w), w)))
    return f"(?:{'|'.join(escaped)})"


def _parts(words: Mapping[str, Any]) -> dict[str, str]:
    lists = words["lists"]
    zone = rf"(?:{alternation(words['zones'])}(?:\s*[+-]\s*\d{{1,2}}(?::?[0-5]\d)?)?)\b"
    parts = {
        "MONTH": alternation(words["months"]),
        "WEEKDAY": alternation(words["weekdays"]),
        "SHORT_WEEKDAY": alternation(words["short_weekdays"]),
        "NUMBER": alternation(words["numbers"]),
        "ORDINAL": alternation(words["ordinals"]),
        "UNIT": alternation(words["units"]),
        "PART": alternation(words["parts"]),
        "MOMENT": alternation(words["moments"]),
        "SEASON": alternation(words["seasons"]),
        "FIXED_DAY": alternation(words["fixed_days"]),
        "MOVING_DAY": alternation(lists["moving_days"]),
        "EARLY": alternation(lists["early"]),
        "NEARLY": alternation(lists["nearly"]),
        "VAGUE": alternation(lists["vague_numbers"]),
        "COUNTED": alternation(lists["counted"]),
        "SET": alternation(lists["sets"]),
        "PRESENT": alternation(lists["present_refs"]),
        "PAST": alternation(lists["past_refs"]),
        "FUTURE": alternation(lists["future_refs"]),
        "YEAR": r"(?:19[0-9]\d|20[0-4]\d)",
        "ZONE": zone,
    }
    for name, pattern in CLOCKS.items():
        parts[name] = _filled(pattern.replace("{0}", ""), parts)
        parts[f"{name}_2"] = _filled(pattern.replace("{0}", "_2"), parts)
    return parts


def _filled(pattern: str, parts: Mapping[str, str]) -> str:
    return PLACEHOLDER.sub(lambda slot: parts[slot[1]] if slot[1] in parts else slot[0], pattern)


def _anonymous(rule: str) -> str:
    return re.sub(r"\(\?P<\w+>", "(?:", rule)
