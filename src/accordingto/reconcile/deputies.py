"""Deputies: who speaks for a body, so that "the army" and "an army spokesman" are counted as one voice, not as two."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from accordingto.reconcile.lexicons import load_lexicon
from accordingto.reconcile.memories import REMEMBERED
from accordingto.reconcile.speakers import Speaker

_LEXICON = load_lexicon("bodies")
_OFFICES, _BRANCHES, _POSSESSIVES = (frozenset(_LEXICON[key]) for key in ("offices", "branches", "possessives"))
_WORD = re.compile(r"[^\W_]+(?:[-.][^\W_]+)*")
_OWNER = re.compile(r"['’]s\b")
_ARTICLES = frozenset({"the", "a", "an"})


@lru_cache(maxsize=REMEMBERED)
def find_principals(speakers: tuple[Speaker, ...]) -> Mapping[str, str]:
    """For each voice of a report that speaks for a body of the same report, the key of that body."""
    found: dict[str, str] = {}
    for number, speaker in enumerate(speakers):
        if speaker.key not in found and not speaker.hidden and (body := _principal(number, speakers)):
            found[speaker.key] = body
    return {key: body for key, body in found.items() if body not in found}


def _principal(number: int, speakers: Sequence[Speaker]) -> str | None:
    words = words_of(speakers[number].name)
    if not _OFFICES & {*words} or _is_known(speakers[number], speakers):
        return None
    others = [s for s in speakers if s.key != speakers[number].key and not s.hidden and _is_body(s)]
    if words[0] in _POSSESSIVES:  # "its director": of the body that spoke last
        before = [s for s in speakers[:number] if s in others]
        return before[-1].key if before and before[-1].named else None
    named = [(start, -len(words_of(s.name)), s.key) for s in others if (start := _start(words_of(s.name), words)) >= 0]
    return min(named)[2] if named else None  # "Russia's ambassador to the UN" speaks for whom it names first


def _is_known(speaker: Speaker, speakers: Sequence[Speaker]) -> bool:
    """Whether the key is a body's already, so that nobody else's can be meant: "its head" is of no other that spoke."""
    return speaker.deputy or any(other.key == speaker.key and _is_body(other) for other in speakers)


def _is_body(speaker: Speaker) -> bool:
    return not _OFFICES & {*words_of(speaker.name)}


def _start(body: Sequence[str], words: Sequence[str]) -> int:
    """Where the whole name of the body begins among the words; -1 where it does not stand there."""
    starts = range(len(words) - len(body) + 1) if 0 < len(body) < len(words) else ()
    return next((start for start in starts if words[start : start + len(body)] == body), -1)


@lru_cache(maxsize=65536)
def words_of(name: str) -> tuple[str, ...]:
    """The words of a name in lower case, articles and the marks of possession left out."""
    return tuple(word for word in _WORD.findall(_OWNER.sub("", name.lower())) if word not in _ARTICLES)


@lru_cache(maxsize=65536)
def find_wholes(speaker: Speaker, speakers: tuple[Speaker, ...]) -> frozenset[str]:
    """Keys of the bodies that this voice is of, as office-holder or as a branch: it is independent of none of them."""
    words = {*words_of(speaker.name)}
    if not words & (_OFFICES | _BRANCHES):
        return frozenset()
    others = ((s.key, {*words_of(s.name)}) for s in speakers if s.key != speaker.key)
    return frozenset(key for key, whole in others if whole and whole <= words - _OFFICES - _BRANCHES)


def one_key_each(principals: Iterable[Mapping[str, str]]) -> Mapping[str, str]:
    """For each voice the key it is counted under in the whole case: a body's for whoever speaks for it anywhere.

    A named person who speaks for "the army" in two reports makes it one army.
    """
    bodies: dict[str, set[str]] = {}
    for found in principals:
        for key, body in found.items():
            bodies.setdefault(key, set()).add(body)
    chosen = {key: min(found, key=lambda body: (body.startswith("unnamed:"), body)) for key, found in bodies.items()}
    unnamed = {body: chosen[key] for key, found in bodies.items() for body in found if body.startswith("unnamed:")}
    return {key: body for key, body in {**unnamed, **chosen}.items() if key != body}
