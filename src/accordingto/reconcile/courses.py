"""Courses: what a sentence says of how an announced thing went: begun, kept, delayed, broken, or nothing."""

import re
from collections.abc import Iterable
from functools import lru_cache

from accordingto.reconcile.lexicons import any_of, load_lexicon
from accordingto.terms.findings import OutcomeKind

NEAR = 110  # characters between the thing and what became of it: the two stand in one clause or in two that follow

_W = load_lexicon("outcomes")
_KINDS = {
    "begun": OutcomeKind.BEGUN,
    "kept": OutcomeKind.KEPT,
    "delayed": OutcomeKind.DELAYED,
    "broken": OutcomeKind.BROKEN,
}
GOOD = frozenset({OutcomeKind.KEPT, OutcomeKind.BEGUN})


def _pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(phrases)})\b", re.IGNORECASE)


_CUES = {kind: _pattern(_W[name]["words"]) for name, kind in _KINDS.items()}
_ANY = _pattern(word for name in _KINDS for word in _W[name]["words"])
_TOPICS = {topic: _pattern(words) for topic, words in _W["topics"].items()}
_PARTLY = _pattern(_W["partly"]["cues"])
_WHOLE, _NUMBER = (any_of(_W["partly"][key]) for key in ("before_whole", "numbers"))
_OF = re.compile(rf"\b[\w-]+ (?:out )?of (?:(?:{_WHOLE}) )?(?:\d|{_NUMBER})", re.IGNORECASE)
_NOT, _COMING, _DENIED = (_pattern(_W["turned"][key]) for key in ("not", "coming", "denied"))
# "Promised to begin", but not "promised to the town".
_ABOUT_TO = re.compile(rf"\b(?:{any_of(_W['turned']['about_to'])})\s+(?:(?:be|have|\w+ly)\s+)?$", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;:]| but | and | after | although | while | when ")
_REACH = _W["turned"]["reach"]


@lru_cache(maxsize=65536)
def topics_of(words: str) -> frozenset[str]:
    """What sort of thing some words are about: an evacuation, a truce, talks."""
    return frozenset(topic for topic, pattern in _TOPICS.items() if pattern.search(words))


@lru_cache(maxsize=65536)
def course_of(words: str) -> OutcomeKind | None:
    """How a sentence says that it went; None where it only tells what is to come, or may."""
    cues = _cues(words)
    for kind in _CUES:
        for match in cues[kind] if cues else ():
            if told := _told(kind, words, match):
                return OutcomeKind.BEGUN if told is OutcomeKind.KEPT and _is_part(words) else told
    return None


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
