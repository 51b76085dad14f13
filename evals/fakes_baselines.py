"""Two plain ways to fill the slots of FA-KES, for comparison: one pattern, and words near each other.

Both choose among their counts as the reader's are chosen (`told_most`), and know the same words of places, causes and
actors (`fakes_words.toml`).
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from evals.fakes import UNKNOWN, WAR_TOLL, WORDS, Slots, find_value, told_most

DEAD = WORDS["dead"]
NUMBER = r"(\d[\d,]*|" + "|".join(DEAD["numbers"]) + r")"
VERBS = "|".join(DEAD["words"])
AFTER = re.compile(rf"\b{NUMBER}\s+((?:[\w-]+\s+){{0,2}}?)(?:were |was |have been |are )?(?:{VERBS})\b", re.IGNORECASE)
BEFORE = re.compile(
    rf"\b(?:{VERBS})\s+(?:at least |more than |some |about )?{NUMBER}((?:\s+[\w-]+){{0,2}})", re.IGNORECASE
)
REACH = 6  # words between a count and the word of death nearest to it
NOUNS = 3  # words behind a count that say who is counted
WORD = re.compile(r"[\w'’-]+(?:,\d{3})*")


def fill_by_pattern(row: Mapping[str, Any]) -> Slots:
    """Counts right beside a word of death; of places, causes and actors the first of the list that is named at all."""
    body = f"{row['title']}\n\n{row['text']}"
    found = [(match.group(1), match.group(2)) for match in (*AFTER.finditer(body), *BEFORE.finditer(body))]
    counts = [(_value(number), _bears_arms(nouns.lower().split())) for number, nouns in found]
    return _filled(counts, body, first=False)


def fill_by_window(row: Mapping[str, Any]) -> Slots:
    """Every count with a word of death in reach and none of injury or measure nearer; else what is named first."""
    body = f"{row['title']}\n\n{row['text']}"
    return _filled(list(_near_counts([word.lower() for word in WORD.findall(body)])), body, first=True)


def _near_counts(words: list[str]) -> Iterator[tuple[int, bool]]:
    for at, word in enumerate(words):
        if not _value(word) or not _is_nearest(words, at):
            continue
        yield _value(word), _bears_arms(words[at + 1 : at + 1 + NOUNS])


def _is_nearest(words: list[str], at: int) -> bool:
    """Whether the nearest word that tells what was counted is one of death."""
    around = sorted(range(max(0, at - REACH), min(len(words), at + REACH + 1)), key=lambda place: abs(place - at))
    told = [words[place] for place in around if words[place] in DEAD["words"] or words[place] in DEAD["harmless"]]
    return bool(told) and told[0] in DEAD["words"]


def _filled(counts: list[tuple[int, bool]], body: str, *, first: bool) -> Slots:
    counts = [(value, armed) for value, armed in counts if 0 < value < WAR_TOLL]
    named = _named_first if first else find_value
    return Slots(
        told_most(value for value, armed in counts if not armed),
        told_most(value for value, armed in counts if armed),
        *(named(body, kind) or UNKNOWN for kind in ("provinces", "causes", "actors")),
    )


def _named_first(body: str, kind: str) -> str | None:
    """The value whose words stand first in the text."""
    padded = f" {body.lower()} "
    places = {value: min(_places(padded, names), default=None) for value, names in WORDS[kind].items()}
    found = {value: place for value, place in places.items() if place is not None}
    return min(found, key=lambda value: found[value]) if found else None


def _places(padded: str, names: list[str]) -> Iterator[int]:
    for name in names:
        match = re.search(rf"\b{re.escape(name)}\b", padded)
        if match:
            yield match.start()


def _value(word: str) -> int:
    """The number a word stands for, 0 where it is none."""
    if word.replace(",", "").isdigit():
        value = int(word.replace(",", ""))
        return 0 if len(word) == 4 and 1900 <= value <= 2100 else value
    return DEAD["numbers"].index(word.lower()) + 1 if word.lower() in DEAD["numbers"] else 0


def _bears_arms(nouns: list[str]) -> bool:
    return any(noun in DEAD["armed"] for noun in nouns)
