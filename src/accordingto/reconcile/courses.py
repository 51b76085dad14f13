"""Courses: what a sentence says of how an announced thing went: begun, kept, delayed, broken, or nothing.

A word of how stands for the thing whose word it stands by: "an assault to break a siege that began in July" tells of no
assault that began.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from accordingto.reconcile.lexicons import any_of, load_lexicon
from accordingto.terms.findings import OutcomeKind

NEAR = 200  # characters either way: further on in a long sentence something else is told of
BEFORE = 80  # characters from the thing to the word of how: "the buses with the wounded of the harbour quarter left"
AFTER = 45  # the other way about: "the collapse of a fragile week-long ceasefire"
BESIDE = 15  # characters from the thing to the "that" that stands for it: "the evacuation of Harrat that began"
BEHIND = (
    24  # characters from the comma to a word of how without a thing of its own: ", halted on Sunday, has now resumed"
)

_W = load_lexicon("outcomes")
_KINDS = {
    "begun": OutcomeKind.BEGUN,
    "kept": OutcomeKind.KEPT,
    "delayed": OutcomeKind.DELAYED,
    "broken": OutcomeKind.BROKEN,
}
GOOD = frozenset({OutcomeKind.KEPT, OutcomeKind.BEGUN})


def _pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    # "Rebel-held" tells of nothing that held.
    return re.compile(rf"(?<![\w-])(?:{any_of(phrases)})\b(?!-)", re.IGNORECASE)


_CUES = {kind: _pattern(_W[name]["words"]) for name, kind in _KINDS.items()}
_ANY = _pattern(word for name in _KINDS for word in _W[name]["words"])
_TOPICS = {topic: _pattern(words) for topic, words in _W["topics"].items()}
_PARTLY = _pattern(_W["partly"]["cues"])
_WHOLE, _NUMBER = (any_of(_W["partly"][key]) for key in ("before_whole", "numbers"))
_OF = re.compile(rf"\b[\w-]+ (?:out )?of (?:(?:{_WHOLE}) )?(?:\d|{_NUMBER})", re.IGNORECASE)
_COMING, _DENIED = (_pattern(_W["turned"][key]) for key in ("coming", "denied"))
_NOT = re.compile(rf"{_pattern(_W['turned']['not']).pattern}|n['’]t\b", re.IGNORECASE)
# "Promised to begin", but not "promised to the town".
_ABOUT_TO = re.compile(rf"\b(?:{any_of(_W['turned']['about_to'])})\s+(?:(?:be|have|\w+ly)\s+)?$", re.IGNORECASE)
TRUCE = "truce"
_TRUCE_FIRST = (OutcomeKind.BROKEN, OutcomeKind.BEGUN, OutcomeKind.KEPT, OutcomeKind.DELAYED)
_TRUCE_CUES = {_KINDS[name]: _pattern(words) for name, words in _W["truce"].items()}
_ONLY = {word: frozenset(one["topics"]) for one in _W["only"] for word in one["words"]}
_TELLING, _OTHERS = frozenset(_W["telling"]["words"]), frozenset(_W["other"]["words"])
_WISHED = re.compile(rf"\b(?:{any_of(_W['other']['wished'])})\s+(?:[\w-]+\s+){{0,3}}$", re.IGNORECASE)
_OTHER_KINDS = re.compile(
    rf"\b(?:{any_of(_W['other']['kinds'])})\s+(?:(?!(?:the|a|an|this)\b)[\w-]+\s+)?$", re.IGNORECASE
)
_PURPOSE = re.compile(rf"\s(?:{any_of(_W['purpose']['words'])})\s.*$", re.IGNORECASE | re.DOTALL)
_BREAK = re.compile(r"[,;:–—]|\s(?:but|after|although|while|when|since|as|amid|until|before|following|by|who)\s")
_THAT = re.compile(r"\s(?:that|which)\s")
_BREAK_AFTER = re.compile(rf"{_BREAK.pattern}|\s(?:and|in|on|at|from|that|which)\s")
_CLAUSE = re.compile(r"[,;:]| but | and | after | although | while | when ")
_REACH = _W["turned"]["reach"]


@lru_cache(maxsize=65536)
def topics_of(words: str) -> frozenset[str]:
    """What sort of thing some words are about: an evacuation, a truce, talks."""
    return frozenset(topic for topic, pattern in _TOPICS.items() if pattern.search(words))


def topics_announced(words: str) -> frozenset[str]:
    """What sort of thing an announcement is about; not what it is for, where it also says what it is."""
    return topics_of(_PURPOSE.sub("", words)) or topics_of(words)


@lru_cache(maxsize=65536)
def course_of(words: str) -> OutcomeKind | None:
    """How a sentence says that it went; None where it only tells what is to come, or may."""
    cues = _cues(words)
    for kind in _CUES:
        for match in cues[kind] if cues else ():
            if told := _told(kind, words, match):
                return OutcomeKind.BEGUN if told is OutcomeKind.KEPT and _is_part(words) else told
    return None


@lru_cache(maxsize=65536)
def courses_of(words: str) -> tuple[tuple[str, OutcomeKind], ...]:
    """How a sentence says that things went, for each sort of thing that it tells of by name."""
    cues, named = _cues(words), list(_named(words))
    found = ((topic, _course(words, cues, topic, named)) for topic in dict.fromkeys(one.topic for one in named))
    return tuple((topic, kind) for topic, kind in found if kind)


def _course(
    words: str, cues: dict[OutcomeKind, list[re.Match[str]]], topic: str, named: list["_Naming"]
) -> OutcomeKind | None:
    # What was broken does not also hold; what was halted may go on again.
    kinds = sorted(_CUES, key=_TRUCE_FIRST.index) if topic == TRUCE else list(_CUES)
    for kind in kinds:
        own = [*_TRUCE_CUES[kind].finditer(words)] if topic == TRUCE and kind in _TRUCE_CUES else []
        for match in (*(cue for cue in cues.get(kind, ()) if _fits(cue.group(), topic)), *own):
            if _tells_of(words, match, topic, named) and (told := _told(kind, words, match)):
                return OutcomeKind.BEGUN if told is OutcomeKind.KEPT and _is_part(words) else told
    return None


def _fits(cue: str, topic: str) -> bool:
    topics = _ONLY.get(" ".join(cue.lower().split()))
    return topics is None or topic in topics


@dataclass(frozen=True, slots=True)
class _Naming:
    """Where a sentence names a thing of some sort."""

    topic: str
    start: int
    end: int


def _named(words: str) -> Iterator[_Naming]:
    for topic, pattern in _TOPICS.items():
        for match in pattern.finditer(words):
            before = words[max(0, match.start() - NEAR) : match.start()]
            if match.group().lower() not in _OTHERS and not _WISHED.search(before) and not _OTHER_KINDS.search(before):
                yield _Naming(topic, *match.span())


def _tells_of(words: str, cue: re.Match[str], topic: str, named: list[_Naming]) -> bool:
    """Whether a word of how stands by a word of the thing, in its clause or right behind the comma."""
    near = [one for one in named if cue.start() - NEAR <= one.start <= cue.end() + NEAR]
    return any(_stands_by(words, one, cue, near) for one in near if one.topic == topic)


def _stands_by(words: str, one: _Naming, cue: re.Match[str], near: list[_Naming]) -> bool:
    if one.end <= cue.start():
        return _stands_before(words, one, cue, near)
    if cue.end() <= one.start:
        return one.start - cue.end() <= AFTER and not _BREAK_AFTER.search(words[cue.end() : one.start])
    return " ".join(cue.group().lower().split()) in _TELLING


def _stands_before(words: str, one: _Naming, cue: re.Match[str], near: list[_Naming]) -> bool:
    clause = cue.start() - len(_BREAK.split(words[max(0, cue.start() - NEAR) : cue.start()])[-1])
    if one.start >= clause:
        # "An assault to break a siege that began": who is far from "that" is not meant by it.
        return cue.start() - one.end <= BEFORE and not _THAT.search(words[one.end + BESIDE : cue.start()])
    # No thing is named in the clause, and hardly a word: it goes on about the one named last before.
    named_in = any(clause <= other.start < cue.start() for other in near)
    last = max(other.start for other in near if other.start < clause)
    return not named_in and one.start == last and cue.start() - clause <= BEHIND


def is_open(words: str) -> bool:
    """Whether a sentence has words of how it goes, or of what is to come, so that its deeds alone tell nothing."""
    return bool(_ANY.search(words) or _COMING.search(words) or _ABOUT_TO.search(words))


def _cues(words: str) -> dict[OutcomeKind, list[re.Match[str]]]:
    """The words of each kind, without those that stand inside longer ones: "held up" is not "held"."""
    if not _ANY.search(words):
        return {}
    found = {kind: list(pattern.finditer(words)) for kind, pattern in _CUES.items()}
    spans = [match.span() for matches in found.values() for match in matches]
    return {kind: [m for m in ms if not _is_inside(m.span(), spans)] for kind, ms in found.items()}


def _is_inside(span: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    return any(start <= span[0] and span[1] <= end and (start, end) != span for start, end in others)


def _told(kind: OutcomeKind, words: str, match: re.Match[str]) -> OutcomeKind | None:
    """The kind, turned round by "not" and "denied"; None behind "will" and "if"."""
    before = words[: match.start()]
    clause = _CLAUSE.split(before[-_REACH:])[-1]
    if _COMING.search(clause) or _ABOUT_TO.search(clause):
        return None
    turned = bool(_NOT.search(clause)) != bool(_DENIED.search(before[-2 * _REACH :]))
    if not turned:
        return kind
    return OutcomeKind.DELAYED if kind in GOOD else OutcomeKind.KEPT


def _is_part(words: str) -> bool:
    """Whether only some of it is told of: "20 of the 45 buses", "the first batch"."""
    return bool(_PARTLY.search(words) or _OF.search(words))


def is_denial(words: str) -> bool:
    """Whether somebody denies something in these words."""
    return bool(_DENIED.search(words))
