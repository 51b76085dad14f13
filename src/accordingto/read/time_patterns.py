"""The grammar of time expressions, built from the rules of time_rules.toml and the words of times.toml."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

FLAGS = re.IGNORECASE | re.VERBOSE
OPENING_TABLES = (
    "months",
    "weekdays",
    "short_weekdays",
    "numbers",
    "ordinals",
    "units",
    "parts",
    "moments",
    "seasons",
    "fixed_days",
)
OPENING_LISTS = (
    "openers",
    "tens",
    "moving_days",
    "nearly",
    "early",
    "vague_numbers",
    "sets",
    "present_refs",
    "past_refs",
    "future_refs",
)
PLACEHOLDER = re.compile(r"<(\w+)>")


def build_grammar(words: Mapping[str, Any]) -> tuple[re.Pattern[str], dict[str, re.Pattern[str]]]:
    """The pattern that finds any expression (its last group names the rule), and each rule's own pattern."""
    parts = _parts(words)
    rules = {name: _filled(pattern, parts) for name, pattern in words["rules"].items()}
    anywhere = "|".join(f"(?P<{name}>{_anonymous(rule)})" for name, rule in rules.items())
    found = re.compile(rf"(?<![\w$€£.,])(?=[0-9a-z])(?:{anywhere})", FLAGS)
    return found, {name: re.compile(rule, FLAGS) for name, rule in rules.items()}


def build_dated(words: Mapping[str, Any]) -> re.Pattern[str]:
    """The pattern of a month with its year, in any order of its day."""
    months = alternation(words["months"])
    return re.compile(rf"\b{months}\.?(?:\s+[0-3]?\d)?,?\s+(?P<year>1\d\d\d|20[0-4]\d)\b", re.IGNORECASE)


def find_openers(words: Mapping[str, Any]) -> frozenset[str]:
    """Every word that an expression can begin with."""
    lists = words["lists"]
    phrases = [phrase for table in OPENING_TABLES for phrase in words[table]]
    phrases += [phrase for name in OPENING_LISTS for phrase in lists[name]] + [
        f"{word}s" for word in (*words["units"], *words["weekdays"])
    ]
    return frozenset(re.split(r"[\s'’-]", phrase)[0] for phrase in phrases)


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
        "NUMBER": rf"(?:{alternation(lists['tens'])}[-\s]{alternation(lists['ones'])}|{alternation(words['numbers'])})",
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
        "YEAR": r"(?:19\d\d|20[0-4]\d)",
        "ANY_YEAR": r"(?:1\d\d\d|20[0-4]\d)",
        "INTENSE": alternation(lists["intense"]),
        "SAME_YEAR": r"(?:that|the\s+same)\s+year\b",
        "WAY": rf"(?:{alternation(lists['ways'])}\b|(?:before|after|following)\b(?=\s*[.,;:]))",
        "ZONE": zone,
    }
    for name, pattern in words["clocks"].items():
        parts[name] = _filled(pattern.replace("{0}", ""), parts)
        parts[f"{name}_2"] = _filled(pattern.replace("{0}", "_2"), parts)
    return parts


def _filled(pattern: str, parts: Mapping[str, str]) -> str:
    return PLACEHOLDER.sub(lambda slot: parts[slot[1]] if slot[1] in parts else slot[0], pattern)


def _anonymous(rule: str) -> str:
    return re.sub(r"\(\?P<\w+>", "(?:", rule)
