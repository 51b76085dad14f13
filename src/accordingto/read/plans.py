"""Plans: the stretches of a sentence that tell of something to come."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from accordingto.read.phrases import Phrases
from accordingto.read.sentences import Sentence, Word

DEED = 5  # words after "will" among which its verb stands: "will also continue to", "would soon be leaving"
OBJECT = 7  # words after "announced a" among which the planned thing stands: "a major new offensive"
QUOTES = '"“”'  # a mark right before the cue quotes only that: the evacuation was "imminent"
TOWARD = 3  # words after "vowed" among which its "to" stands: "vowed on Sunday to"
SHORTEST = 3  # words of a plan: "the operation" alone only names one
LONGEST = 28  # words of a plan on one side of its cue; a text that lost its commas gives no other end


class Cue(StrEnum):
    """How a phrase tells of what is to come."""

    FUTURE = "future"  # "will": when a verb of doing follows, or somebody announces it
    SET = "set"  # "is due to", "to be held": whatever follows
    VOW = "vows"  # "vowed to": what follows is the plan
    THING = "things"  # "announced a": when a thing that is planned follows


@dataclass(frozen=True, slots=True)
class Plan:
    """The words of one plan, of its cue, and of the when that names no day: character ranges.

    `reach` is where its clause stops: a day or an hour that stands there is when it is due. A `firm` cue tells of a
    plan by itself; after "will" only a `deed` does.
    """

    start: int
    end: int
    reach: int
    cue: tuple[int, int]
    due: tuple[int, int] | None
    firm: bool
    deed: bool


@dataclass(frozen=True, slots=True)
class PlanWords:
    """Phrases that tell of what is to come, words for when, and the words that bound a plan or spoil it."""

    cues: Phrases[Cue]
    dues: Phrases[bool]
    planned: dict[str, bool]
    deeds: dict[str, bool]
    spoilers: dict[str, bool]
    tolls: dict[str, bool]
    openers: dict[str, bool]
    closers: dict[str, bool]
    trailers: dict[str, bool]
    articles: dict[str, bool]

    @classmethod
    def of(cls, table: dict[str, Any]) -> "PlanWords":
        cues = Phrases.of((phrase, cue) for cue in Cue for phrase in table[cue])
        dues = Phrases.of((phrase, True) for phrase in table["dues"])
        names = "planned", "deeds", "spoilers", "tolls", "openers", "closers", "trailers", "articles"
        return cls(cues, dues, *(dict.fromkeys(table[name], True) for name in names))


def find_plans(sentence: Sentence, stops: Sequence[int], lexicon: PlanWords) -> Iterator[Plan]:
    """The plans of a sentence, in reading order, none overlapping; none runs over one of the `stops`."""
    reached = sentence.start
    for first, last, cue in lexicon.cues.find(sentence.words):
        words = sentence.words
        if words[first].start < reached or not _holds(words, first, last, cue, lexicon):
            continue
        plan = _plan(words, first, last, cue, [*stops, reached], lexicon)
        if plan:
            yield plan
            reached = plan.end


def _holds(words: Sequence[Word], first: int, last: int, cue: Cue, lexicon: PlanWords) -> bool:
    """Whether the words after the cue make it a plan, and none around it spoils that."""
    before, around = words[max(0, first - TOWARD) : first], words[max(0, first - TOWARD) : last + TOWARD]
    spoilt = any(word.lower in lexicon.spoilers for word in around) or any(w.lower in lexicon.tolls for w in before)
    if cue is not Cue.VOW and spoilt:
        return False
    if cue is Cue.THING:
        return any(word.lower in lexicon.planned for word in words[last : last + OBJECT])
    return True


def _plan(
    words: Sequence[Word], first: int, last: int, cue: Cue, stops: Sequence[int], lexicon: PlanWords
) -> Plan | None:
    begin, end = last, _end(words, last, stops, lexicon)
    if cue in (Cue.FUTURE, Cue.SET):
        begin = _begin(words, first, stops, lexicon)
    elif cue is Cue.VOW:
        begin = _toward(words, last)
        end = _end(words, begin + 1, stops, lexicon)
    elif words[last - 1].lower in lexicon.articles:
        begin = last - 1
    reach = words[end].start if end < len(words) else words[-1].end
    while end > last and words[end - 1].lower in lexicon.trailers:
        end -= 1
    if end - begin < SHORTEST:
        return None
    deed = any(word.lower in lexicon.deeds for word in words[last : last + DEED])
    whens = ((words[a].start, words[b - 1].end) for a, b, _ in lexicon.dues.find(words) if begin - OBJECT <= a <= end)
    span = words[first].start, words[last - 1].end
    return Plan(words[begin].start, words[end - 1].end, reach, span, next(whens, None), cue is not Cue.FUTURE, deed)


def _begin(words: Sequence[Word], first: int, stops: Sequence[int], lexicon: PlanWords) -> int:
    """The first word of the clause that the cue stands in."""
    begin = first
    while begin > max(0, first - LONGEST):
        opens = words[begin - 1].lower in lexicon.openers and not (begin == first and words[begin - 1].text in QUOTES)
        if opens or _is_stop(words[begin].start, words[begin - 1].end, stops):
            break
        begin -= 1
    return begin


def _end(words: Sequence[Word], last: int, stops: Sequence[int], lexicon: PlanWords) -> int:
    """The end of the clause, as a number of words."""
    end = last
    while end < min(len(words), last + LONGEST):
        if words[end].lower in lexicon.closers or (end > 0 and _is_stop(words[end].start, words[end - 1].end, stops)):
            break
        end += 1
    return end


def _toward(words: Sequence[Word], last: int) -> int:
    """Where the plan begins after "vowed": at its "to", which may stand after a day."""
    if words[last - 1].lower == "to":
        return last - 1
    return next((at for at in range(last, min(len(words), last + TOWARD)) if words[at].lower == "to"), last)


def _is_stop(start: int, before: int, stops: Sequence[int]) -> bool:
    """Whether a stop lies between the end of one word and the start of the next."""
    return any(before <= stop <= start for stop in stops)
