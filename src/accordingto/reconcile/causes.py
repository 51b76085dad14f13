"""Causes: how each voice says that people were killed or a place was hit, and which of these cannot both be.

The words stand in `lexicons/causes.toml`, each with the finest ways it leaves open: two accounts exclude each other
where none is left in common. That a chemical was in it is asked apart: a plane may have dropped it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from accordingto.reconcile.blows import Tolls, tolls_of
from accordingto.reconcile.days import as_of
from accordingto.reconcile.lexicons import any_of, load_lexicon
from accordingto.reconcile.passages import Passage, passages_of, says_what_it_was
from accordingto.reconcile.views import Verdict, View, weigh
from accordingto.reconcile.voices import Voices
from accordingto.terms.attributions import Act
from accordingto.terms.blame import Stance
from accordingto.terms.events import EventType
from accordingto.terms.findings import About, Agreement, AgreementKind, Side
from accordingto.terms.incidents import Incident
from accordingto.terms.spans import Anchor

NEAR = 110  # characters from the trigger: further on in the same sentence another attack may be told of
BESIDE = 40  # characters between "sarin" and "air strike" that are quoted as one

_W = load_lexicon("causes")
_FAMILIES = {family: frozenset(ways) for family, ways in _W["families"].items()}
_SINGLE = frozenset(_W["single"]["ways"])
_MANY_WEAPONS = frozenset(_W["single"]["not_in_modes"])
_WAYS: dict[str, frozenset[str]] = {kind: frozenset(one["may_be"]) for kind, one in _W["kinds"].items()}


def _loose(phrase: str) -> str:
    """A pattern in which a blank may be a hyphen or nothing, and a plural may follow unless "=" ends the phrase."""
    words = r"[\s-]*".join(re.escape(word) for word in phrase.rstrip("=").split())
    return words if phrase.endswith("=") else rf"{words}s?"


_BY_PHRASE: dict[str, str] = {phrase: kind for kind, one in _W["kinds"].items() for phrase in one["words"]}
_PHRASES = sorted(_BY_PHRASE, key=len, reverse=True)
_KIND_OF = {re.sub(r"[\s-]", "", phrase.rstrip("=")): kind for phrase, kind in _BY_PHRASE.items()}
_WORDS = re.compile(rf"\b(?:{'|'.join(_loose(phrase) for phrase in _PHRASES)})\b", re.IGNORECASE)
_CHEMICAL = re.compile(rf"\b(?:{'|'.join(map(_loose, _W['chemical']['words']))})\b", re.IGNORECASE)
_CONVENTIONAL = re.compile(rf"\b(?:{'|'.join(map(_loose, _W['chemical']['conventional']))})\b", re.IGNORECASE)
_STOCKS = re.compile(
    rf"^(?:[\s-]*weapons?'?)?[\s-]*(?:{'|'.join(map(_loose, _W['chemical']['stocks']))})\b", re.IGNORECASE
)
_NO = re.compile(rf"(?<!\w)(?:{any_of(_W['saying_no']['before'])})\b", re.IGNORECASE)
_CLAUSE = re.compile("|".join(re.escape(end) for end in _W["saying_no"]["clause_ends"]), re.IGNORECASE)
_UNSURE = re.compile(rf"\b(?:{any_of(_W['unsure']['cues'])})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cause:
    """The kinds of attack that some words name and those they rule out; if a chemical was in it, None if untold.

    `outright` where they are there to say what it was: "the blast was caused by a gas leak".
    """

    kinds: tuple[str, ...]
    denied: frozenset[str] = frozenset()
    chemical: bool | None = None
    outright: bool = False

    @property
    def ways(self) -> frozenset[str]:
        """The finest ways that the words leave open."""
        return frozenset(way for kind in self.kinds for way in _WAYS[kind])

    @property
    def ruled_out(self) -> frozenset[str]:
        return frozenset(way for kind in self.denied for way in _WAYS[kind]) - self.ways

    @property
    def called(self) -> str:
        return " and ".join(self.kinds)


def compare_causes(incident: Incident, voices: Voices) -> tuple[Agreement, ...]:
    """What the accounts of an attack agree and disagree on as its cause."""
    if incident.type is not EventType.ASSAULT or incident.mode in _MANY_WEAPONS:
        return ()
    views = find_causes(incident, voices)
    tolls = tolls_of(incident, voices, {view.side.report_id for view in views})
    return weigh(About.CAUSE, views, partial(_relate, tolls=tolls))


def _relate(one: View[Cause], other: View[Cause], *, tolls: Mapping[str, Tolls]) -> Verdict | None:
    verdict = relate_causes(one.held, other.held)
    if verdict is None or verdict.kind is not AgreementKind.CONTRADICTION:
        return verdict
    # Only what has one toll has one cause; and of two told in one report, one is set against the other or neither is.
    mine, theirs = one.side.report_id, other.side.report_id
    alike = bool(tolls[mine] & tolls[theirs]) and mine != theirs
    if alike or _set_against(one.held, other.held):
        return verdict
    return Verdict(AgreementKind.COMPATIBLE, "of one day and place, but not of one toll", "other blows")


def _set_against(one: Cause, other: Cause) -> bool:
    """Whether one rules out what the other holds, says outright what it was, or both speak of one single blow."""
    said = bool(one.denied or other.denied) or one.outright or other.outright
    return said or None not in (one.chemical, other.chemical) or (_single(one) and _single(other))


def _single(cause: Cause) -> bool:
    return bool(cause.ways & _SINGLE)


def find_causes(incident: Incident, voices: Voices) -> list[View[Cause]]:
    """What each voice of each report tells of the cause: one that names planes here and shells there tells of both."""
    told: defaultdict[tuple[str, str], list[View[Cause]]] = defaultdict(list)
    for passage in passages_of(incident, voices):
        if found := _read_passage(passage):
            cause, anchor = found
            voice = voices.voice(passage.reading.report.id, passage.statement)
            side = Side(passage.reading.report.id, anchor, voice.chain, as_of(passage.reading.report))
            told[side.report_id, voice.key].append(View(voice, side, cause))
    return [_as_one(views) for views in told.values()]


def _as_one(views: Sequence[View[Cause]]) -> View[Cause]:
    kinds = _finest(kind for view in views for kind in view.held.kinds)
    denied = frozenset(kind for view in views for kind in view.held.denied)
    chemicals = {view.held.chemical for view in views} - {None}
    first = next((view for view in views if view.held.chemical is not None), views[0])
    # Who tells of a gas here and of plain bombs there does not say that no gas was in it.
    outright = any(view.held.outright for view in views)
    return replace(first, held=Cause(kinds, denied, True in chemicals if chemicals else None, outright))


def _read_passage(passage: Passage) -> tuple[Cause, Anchor] | None:
    start, end = _stretch(passage)
    cause = read_cause(passage.reading.report.body[start:end], denied=_is_denial(passage))
    if cause is None:
        return None
    held, (left, right) = replace(cause[0], outright=says_what_it_was(passage.words)), cause[1]
    return held, Anchor.at(passage.reading.report.id, passage.reading.report.body, (start + left, start + right))


def _stretch(passage: Passage) -> tuple[int, int]:
    """The whole of a statement; of the event's own sentence what stands near its trigger."""
    start, end = passage.span.start, passage.span.end
    if not passage.near:
        return start, end
    return max(start, passage.event.trigger.start - NEAR), max(start, min(end, passage.event.trigger.end + NEAR))


def _is_denial(passage: Passage) -> bool:
    """Whether the passage denies the thing itself; who only denies to have done it is told of among the authors."""
    number = passage.statement
    if number is None or passage.reading.statements[number].act is not Act.DENY:
        return False
    return not any(b.by == number and b.stance is Stance.DENIES for b in passage.reading.blame)


@lru_cache(maxsize=16384)
def read_cause(words: str, *, denied: bool = False) -> tuple[Cause, tuple[int, int]] | None:
    """What some words tell of the cause, and where; None where they tell nothing or are not sure."""
    found = list(_WORDS.finditer(words))
    chemical = _chemical(words, denied=denied)
    if (not found and chemical is None) or _UNSURE.search(words):
        return None
    named = [match for match in found if not (denied or _is_denied(words, match.start()))]
    kinds = _finest(_kind(match) for match in named)
    ruled_out = frozenset(_kind(match) for match in found if match not in named)
    spot = _deciding([m for m in named if _kind(m) in kinds] or found, chemical[1] if chemical else None)
    return Cause(kinds, ruled_out, chemical[0] if chemical else None), _with_negation(words, spot)


def _kind(match: re.Match[str]) -> str:
    return _KIND_OF[_bare(match.group())]


def _bare(words: str) -> str:
    bare = re.sub(r"[\s-]", "", words.lower())
    return bare if bare in _KIND_OF else bare.removesuffix("s")


def _is_denied(words: str, at: int) -> bool:
    before = words[max(0, at - _W["saying_no"]["reach"]) : at]
    clause = _CLAUSE.split(before)[-1]
    return bool(_NO.search(clause))


def _finest(kinds: Iterable[str]) -> tuple[str, ...]:
    """The kinds named, in their order, without those that another only says more finely."""
    named = list(dict.fromkeys(kinds))
    return tuple(kind for kind in named if not any(_WAYS[other] < _WAYS[kind] for other in named))


def _chemical(words: str, *, denied: bool) -> tuple[bool, re.Match[str]] | None:
    if plain := _CONVENTIONAL.search(words):
        return False, plain
    for match in _CHEMICAL.finditer(words):
        if not _STOCKS.search(words[match.end() :]):
            return not (denied or _is_denied(words, match.start())), match
    return None


def _deciding(named: Sequence[re.Match[str]], chemical: re.Match[str] | None) -> tuple[int, int]:
    """Where the words stand that decide: of the chemical, with those of how it came where they stand beside it."""
    if chemical is None:
        return named[0].span()
    beside = [m for m in named if abs(m.start() - chemical.start()) <= BESIDE]
    return min(m.start() for m in (chemical, *beside)), max(m.end() for m in (chemical, *beside))


def _with_negation(words: str, spot: tuple[int, int]) -> tuple[int, int]:
    """The deciding words with the "no" or "not" before them, so that what is quoted says what is meant."""
    before = words[max(0, spot[0] - _W["saying_no"]["reach"]) : spot[0]]
    offset = spot[0] - len(before)
    clause = _CLAUSE.split(before)[-1]
    negations = list(_NO.finditer(clause))
    return (offset + len(before) - len(clause) + negations[0].start(), spot[1]) if negations else spot


def relate_causes(one: Cause, other: Cause) -> Verdict | None:
    """How two causes of one blow stand to each other; None where one says nothing on what the other says."""
    if {one.chemical, other.chemical} == {True, False}:
        return Verdict(AgreementKind.CONTRADICTION, "one says that a chemical was in it, the other that none was")
    if any(a.ways and a.ways <= b.ruled_out for a, b in ((one, other), (other, one))):
        return Verdict(AgreementKind.CONTRADICTION, "one rules out the very way that the other tells of")
    if one.ways and other.ways and not one.ways & other.ways:
        return _nothing_shared(one, other)
    if one.chemical and other.chemical:
        return Verdict(AgreementKind.CORROBORATION, "both say that a chemical was in it")
    return _both_told(one, other) if one.ways and other.ways else _delivered(one, other)


def _nothing_shared(one: Cause, other: Cause) -> Verdict:
    families = [{family for family, ways in _FAMILIES.items() if ways & cause.ways} for cause in (one, other)]
    if families[0] & families[1]:
        why = f"an attack with {one.called} may also be one with {other.called}"
        return Verdict(AgreementKind.COMPATIBLE, why, "several weapons")
    return Verdict(AgreementKind.CONTRADICTION, f"{one.called} and {other.called} leave no way in common")


def _delivered(one: Cause, other: Cause) -> Verdict | None:
    """What it carried beside how it came."""
    if not (one.chemical or other.chemical) or not (one.ways or other.ways):
        return None
    return Verdict(AgreementKind.COMPATIBLE, "one says what was in it, the other how it came", "delivery")


def _both_told(one: Cause, other: Cause) -> Verdict | None:
    if one.ways == other.ways:
        # "Bombing" is no finding that another could bear out.
        return None if _COARSE & {*one.kinds} else Verdict(AgreementKind.CORROBORATION, f"both tell of {one.called}")
    if {*one.kinds} & {*other.kinds}:
        return None  # nobody takes "planes and guns" to stand against "planes"
    if one.ways < other.ways or other.ways < one.ways:
        fine, coarse = (one, other) if one.ways < other.ways else (other, one)
        why = f"what is called {coarse.called} may be {fine.called}"
        return Verdict(AgreementKind.COMPATIBLE, why, "coarser word")
    shared = " or ".join(sorted(one.ways & other.ways))
    return Verdict(AgreementKind.COMPATIBLE, f"both words leave room for {shared}", "overlapping words")


_COARSE = frozenset({"bombing", "bombardment"})
