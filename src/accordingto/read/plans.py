"""Plans: the stretches of a sentence that tell of something to come."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from accordingto.read.holds import Hold, HoldWords, hold_of, is_doing
from accordingto.read.phrases import Phrases
from accordingto.read.sentences import Sentence, Word

OBJECT = 7  # words after "announced a" among which the planned thing stands: "a major new offensive"
QUOTES = '"“”'  # a mark right before the cue quotes only that: the evacuation was "imminent"
NEAR = 3  # words around a cue among which what spoils it stands
TOWARD = 8  # words after "vowed" among which its "to" stands: "vowed in a speech on Sunday to"
SHORTEST = 3  # words of a plan: "the operation" alone only names one
INTENDER = 12  # words before an intention among which the one who has it stands
LONGEST = 28  # words of a plan on one side of its cue; a text that lost its commas gives no other end


class Cue(StrEnum):
    """How a phrase tells of what is to come."""

    FUTURE = "future"  # "will": when a verb of doing follows
    LIKELY = "likely"  # "is expected to": the same, in any voice
    SET = "set"  # "is due to", "to be held": whatever follows
    VOW = "vows"  # "vowed to": what follows is the plan
    INTENT = "intents"  # "is preparing to": the same, unless it is told by those who fight him
    BOUND = "bound"  # "agreed to": the same, when a verb of doing follows
    THING = "things"  # "announced a": when a thing that is planned follows
    MADE = "made"  # "a truce announced by": when a thing that is planned stands before
    DOING = "doing"  # "it was", in what is announced: when it goes on with "suspending"


SUBJECTS = (Cue.FUTURE, Cue.LIKELY, Cue.SET, Cue.MADE, Cue.DOING)  # the words before these belong to the plan
TOWARDS = (Cue.VOW, Cue.INTENT, Cue.BOUND)  # what follows these begins with "to"


@dataclass(frozen=True, slots=True)
class Plan:
    """The words of one plan, of its cue, and of the when that names no day: character ranges.

    `reach` is where its clause stops: a day or an hour that stands there is when it is due. `hostile` is the intention
    of somebody whom the text calls by a name of blame.
    """

    start: int
    end: int
    reach: int
    cue: tuple[int, int]
    due: tuple[int, int] | None
    kind: Cue
    hold: Hold
    hostile: bool


@dataclass(frozen=True, slots=True)
class PlanWords:
    """Phrases that tell of what is to come, words for when, and the words that bound a plan or spoil it."""

    cues: Phrases[Cue]
    dues: Phrases[bool]
    holds: HoldWords
    planned: AbstractSet[str]
    spoilers: AbstractSet[str]
    conditions: AbstractSet[str]
    hearsay: AbstractSet[str]
    over: AbstractSet[str]
    doubts: AbstractSet[str]
    relatives: AbstractSet[str]
    foes: AbstractSet[str]
    openers: AbstractSet[str]
    closers: AbstractSet[str]
    restarts: AbstractSet[str]
    trailers: AbstractSet[str]
    prepositions: AbstractSet[str]
    bargains: AbstractSet[str]
    after_as: AbstractSet[str]
    articles: AbstractSet[str]

    @classmethod
    def of(cls, table: dict[str, Any]) -> "PlanWords":
        cues = Phrases.of((phrase, cue) for cue in Cue for phrase in table[cue])
        dues = Phrases.of((phrase, True) for phrase in table["dues"])
        names = "planned", "spoilers", "conditions", "hearsay", "over", "doubts", "relatives", "foes"
        bounds = "openers", "closers", "restarts", "trailers", "prepositions", "bargains", "after_as", "articles"
        return cls(cues, dues, HoldWords.of(table), *(frozenset(table[name]) for name in (*names, *bounds)))


def find_plans(sentence: Sentence, stops: Sequence[int], lexicon: PlanWords) -> Iterator[Plan]:
    """The plans of a sentence, in reading order, none overlapping; none runs over one of the `stops`."""
    reached = sentence.start
    for first, last, cue in lexicon.cues.find(sentence.words):
        words = sentence.words
        if words[first].start < reached or _is_spoilt(words, first, last, cue, lexicon):
            continue
        plan = _plan(words, first, last, cue, [*stops, reached], lexicon)
        if plan:
            yield plan
            reached = plan.end if cue is not Cue.DOING else reached


def _is_spoilt(words: Sequence[Word], first: int, last: int, cue: Cue, lexicon: PlanWords) -> bool:
    """Whether a word near the cue says that it is no plan, or only hearsay of one."""
    before, after = words[max(0, first - NEAR) : first], words[last : last + NEAR]
    if _has(before, lexicon.hearsay) or _is_name(words[first]):
        return True
    is_adjective = first > 0 and words[first - 1].lower in lexicon.articles  # "an announced offensive"
    if is_adjective and cue in (Cue.THING, Cue.SET):
        return True
    if cue is Cue.THING:
        return _has(words[last : last + NEAR + 1], lexicon.over) or _has(before, lexicon.spoilers)
    return cue not in (Cue.VOW, Cue.INTENT) and _has((*before, *words[first:last], *after), lexicon.spoilers)


def _is_name(word: Word) -> bool:
    """Whether it is written as initials are: "the way for IS to move on Marea"."""
    return len(word.text) > 1 and word.text.isupper()


def _has(words: Sequence[Word], any_of: AbstractSet[str]) -> bool:
    return any(word.lower in any_of for word in words)


def _plan(
    words: Sequence[Word], first: int, last: int, cue: Cue, stops: Sequence[int], lexicon: PlanWords
) -> Plan | None:
    begin, end = _bounds(words, first, last, cue, stops, lexicon)
    reach = words[end].start if end < len(words) else words[-1].end
    while end > last and words[end - 1].lower in lexicon.trailers:
        end -= 1
    plan = words[begin:end]
    if _only_names(plan, cue) or _has(plan, lexicon.conditions) or not _tells(words, begin, first, last, cue, lexicon):
        return None
    hold = _hold(words, begin, first, last, cue, lexicon)
    whens = ((words[a].start, words[b - 1].end) for a, b, _ in lexicon.dues.find(words) if begin - OBJECT <= a <= end)
    span = words[first].start, words[last - 1].end
    hostile = cue is Cue.INTENT and _has(words[max(0, first - INTENDER) : first], lexicon.foes)
    return Plan(words[begin].start, words[end - 1].end, reach, span, next(whens, None), cue, hold, hostile)


def _only_names(plan: Sequence[Word], cue: Cue) -> bool:
    """Whether it only names what the reader knows of: "announced the operation"; "announced a truce" is news."""
    news = cue is Cue.THING and len(plan) == SHORTEST - 1 and plan[0].lower in ("a", "an")
    return len(plan) < SHORTEST and not news


def _hold(words: Sequence[Word], begin: int, first: int, last: int, cue: Cue, lexicon: PlanWords) -> Hold:
    """What somebody can be held to: after "will" and "agreed to" it hangs on the verb."""
    if cue not in (Cue.FUTURE, Cue.LIKELY, Cue.BOUND):
        return Hold.FIRM
    hold = hold_of(words, begin, first, last, lexicon.holds)
    return Hold.FIRM if cue is Cue.LIKELY and hold is Hold.DEED else hold


def _tells(words: Sequence[Word], begin: int, first: int, last: int, cue: Cue, lexicon: PlanWords) -> bool:
    """Whether what the cue asks for stands around it."""
    if cue not in SUBJECTS and words[begin].lower in lexicon.prepositions:  # "vowed in a speech", and no "to" came
        return False
    if cue is Cue.THING:
        return _names_first(words[last : last + OBJECT], lexicon)
    if cue is Cue.MADE:
        return _has(words[begin:first], lexicon.planned)
    if cue is Cue.DOING:
        return is_doing(words, last)
    if _has(words[max(begin, first - NEAR) : first], lexicon.doubts):
        return False
    # "talks in which terms will be told": the relative clause only describes something else.
    aside = begin < first and begin > 0 and words[begin - 1].lower in lexicon.relatives
    return not aside and (cue is not Cue.SET or begin < first)


def _names_first(words: Sequence[Word], lexicon: PlanWords) -> bool:
    """Whether the first of these to name a plan or a deal names a plan: of a deal the terms are to come, not itself."""
    named = (word.lower for word in words if word.lower in lexicon.planned or word.lower in lexicon.bargains)
    return next(named, None) in lexicon.planned


def _bounds(
    words: Sequence[Word], first: int, last: int, cue: Cue, stops: Sequence[int], lexicon: PlanWords
) -> tuple[int, int]:
    """The words of the plan: its first, and its end."""
    if cue is Cue.MADE:  # what a statement holds may end right before it: "a truce announced by the army"
        return _begin(words, first, [stop for stop in stops if stop < words[first - 1].end], lexicon), first
    if cue in SUBJECTS:
        return _begin(words, first, stops, lexicon), _end(words, last, stops, lexicon)
    begin = _toward(words, last) if cue in TOWARDS else last - (words[last - 1].lower in lexicon.articles)
    return begin, _end(words, begin + 1, stops, lexicon)


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
        anew = words[end].lower == "and" and end + 1 < len(words) and words[end + 1].lower in lexicon.restarts
        if anew or _closes(words, end, lexicon) or (end > 0 and _is_stop(words[end].start, words[end - 1].end, stops)):
            break
        end += 1
    return end


def _closes(words: Sequence[Word], at: int, lexicon: PlanWords) -> bool:
    """Whether the clause is over before this word; "as a result" and "as well" go on with it."""
    goes_on = words[at].lower == "as" and at + 1 < len(words) and words[at + 1].lower in lexicon.after_as
    return words[at].lower in lexicon.closers and not goes_on


def _toward(words: Sequence[Word], last: int) -> int:
    """Where the plan begins after "vowed": at its "to", which may stand after a day, or behind "that"."""
    if words[last - 1].lower in ("to", "that"):
        return last - (words[last - 1].lower == "to")
    return next((at for at in range(last, min(len(words), last + TOWARD)) if words[at].lower == "to"), last)


def _is_stop(start: int, before: int, stops: Sequence[int]) -> bool:
    """Whether a stop lies between the end of one word and the start of the next."""
    return any(before <= stop <= start for stop in stops)
