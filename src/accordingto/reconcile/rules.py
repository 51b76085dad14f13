"""Rules: one toll of many figures, each way under its name, with the figures it stands on and those it leaves out.

No rule judges whose count is true: they choose by time, by whose voice it is, and by the number itself.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from accordingto.reconcile.lexicons import any_of, load_lexicon
from accordingto.reconcile.voices import Voice
from accordingto.terms.figures import Bound
from accordingto.terms.findings import LeftOut, TollEntry, widest
from accordingto.terms.times import day_words
from accordingto.terms.tolls import TollRule

_VAGUE: dict[str, int] = load_lexicon("vague")["acled"]
_VAGUE_WORD = re.compile(rf"\b({any_of(_VAGUE)})\b(?:\s+of\s+({any_of(_VAGUE)})\b)?", re.IGNORECASE)

SUPERSEDED = "a later figure of the same origin supersedes it"
REPRINTED = "a reprint of another report's text"
REPLACED = "a later count, grown from it, replaces it"
VAGUE = "a vague word beside numbers"


@dataclass(frozen=True, slots=True)
class Counted:
    """One figure and the voice it came from.

    `reprinted` where its report takes it over with the text of another; `replaced` where a later count, its own or
    another's that grew from it, stands in its place.
    """

    entry: TollEntry
    voice: Voice
    reprinted: bool = False
    replaced: bool = False

    @property
    def is_vague(self) -> bool:
        return self.entry.bound is Bound.VAGUE

    @property
    def when(self) -> str:
        return self.entry.as_of.isoformat() if self.entry.as_of else ""

    @property
    def order(self) -> tuple[str, str, int]:
        return self.when, self.entry.report_id, self.entry.figure


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a rule makes of the figures: the range, best where it has one, what it stands on, and why."""

    low: int | None
    high: int | None
    kept: tuple[Counted, ...]
    left_out: tuple[LeftOut, ...]
    why: str
    best: int | None = None


Rule = Callable[[Sequence[Counted], str], Ruling]
"""From the figures in order of time, and how the harm is contested ("" where it is not), to the toll."""


def all_figures(counted: Sequence[Counted], contest: str) -> Ruling:
    """The lowest and the highest number that anyone gives. Our own rule: it leaves nothing out."""
    why = f"the lowest and the highest of {_counted(len(counted), 'figure')}; parts are not added to their whole"
    return Ruling(*_range(counted), tuple(counted), (), why)


def latest_per_origin(counted: Sequence[Counted], contest: str) -> Ruling:
    """The range of the last figure of each origin. Our own rule: who counts again takes the earlier count back."""
    kept, left = _latest(counted)
    origins = _counted(len(kept), "origin")
    return Ruling(*_range(kept), kept, left, f"the last figure of each of {origins}; earlier ones are superseded")


def independent_origins(counted: Sequence[Counted], contest: str) -> Ruling:
    """The range of the last figures of origins whose chains share no link. Our own rule: an echo is no second count."""
    kept, left = _independent(counted)
    why = f"the last figure of each of {_counted(len(kept), 'origin')} that share no link{_one_side(kept)}"
    alone = sum(one.why not in (SUPERSEDED, REPRINTED) for one in left)
    return Ruling(*_range(kept), kept, left, f"{why}; {alone} left out as not independent")


def acled_conservative(counted: Sequence[Counted], contest: str) -> Ruling:
    """One number, the lowest of the last figures that no later count replaces (`counts.replaces`).

    ACLED, knowledge base, "Fatalities" (as of 7 May 2024): where reports differ or are vague it uses "the most
    conservative estimate available"; totals are revised, upward or downward, when better information becomes available;
    "tens", "dozens" and "hundreds" are coded as 10, 12 and 100. Our reading of it: a count that a later one updates (as
    `counts.relation` tells an update from a dispute) is revised; of all that still stand against each other the lowest
    is taken. ACLED also weighs which sources are reliable; that is judged nowhere here. What it codes where no number
    is given at all is left aside: without a figure there is no toll.
    """
    latest, left = _latest(counted)
    definite = tuple(one for one in latest if not one.is_vague) or latest
    standing = tuple(one for one in definite if not one.replaced) or definite
    left += _out(latest, definite, VAGUE) + _out(definite, standing, REPLACED)
    lowest = min((number for one in standing if (number := _coded(one)) is not None), default=None)
    why = f"the most conservative of {_counted(len(standing), 'figure')} that no later count replaces"
    if lowest is None:
        return Ruling(*_range(standing), standing, left, f"{why}; none of them gives a lowest number")
    return Ruling(lowest, lowest, standing, left, why + _in_words(standing, lowest), lowest)


def _coded(one: Counted) -> int | None:
    """The number of a figure; of a vague word the one that ACLED codes for it, else its lowest."""
    words = _VAGUE_WORD.search(one.entry.anchor.exact) if one.is_vague else None
    if words is None:
        return one.entry.low
    return _VAGUE[words[1].lower()] * _VAGUE.get((words[2] or "").lower(), 1)


def _in_words(standing: Sequence[Counted], lowest: int) -> str:
    words = [one.entry.anchor.exact for one in standing if one.is_vague and one.entry.low != lowest == _coded(one)]
    return f"; “{words[0]}” is coded as {lowest}" if words else ""


def ucdp_ged(counted: Sequence[Counted], contest: str) -> Ruling:
    """Low, best and high: lowest and highest of independent origins; best is the latest of a named source.

    UCDP GED (variables of version 20.1): low is "the lowest reliable estimate of total fatalities", high the highest,
    best "the best (most likely) estimate of total fatalities resulting from an event". UCDP's coders judge what is
    reliable and likely. We judge neither; our reading is mechanical and may differ from what a coder would write:
    reliable is an origin that shares no link with the others, and best is the last figure of a source that is named
    (nobody hidden or unnamed, no outlet of its own knowledge); of several as of one day the lowest, so that best never
    claims more than all of them bear. Without a named source there is no best.
    """
    kept, left = _independent(counted)
    low, high = _range(kept)
    definite = [one for one in kept if not one.is_vague] or list(kept)
    named = [one for one in definite if _is_named(one) and one.entry.low is not None]
    why = f"the lowest and the highest of {_counted(len(kept), 'independent origin')}{_one_side(kept)}"
    if not named:
        return Ruling(low, high, kept, left, f"{why}; no best, since none of them is a named source with a number")
    last = max(one.when[:10] for one in named)
    best = min((one for one in named if one.when[:10] == last), key=lambda one: (one.entry.low or 0, one.order))
    day = f", as of {day_words(best.entry.as_of)}" if best.entry.as_of else ""
    several = [one for one in named if one.when[:10] == last]
    lowest = f", the lowest of {len(several)} of one day" if len(several) > 1 else ""
    why = f"{why}; best is the last figure of a named source, {best.voice.called}{day}{lowest}"
    return Ruling(low, high, kept, left, why, best.entry.low)


def _is_named(one: Counted) -> bool:
    return one.voice.kind == "source" and one.voice.named and not one.voice.hidden


def contested_from_zero(counted: Sequence[Counted], contest: str) -> Ruling:
    """The range of the last figures, from 0 where the harm itself is contested.

    The practice of one recorder, Airwars (airwars.org, "Methodology"), as it is told of: what is contested adds nothing
    to the minimum. Its own words on the minimum could not be confirmed; contested means here that somebody denies that
    it took place, or that an independent voice counts as fighters as many as others count as civilians. Who did it
    may be disputed without any effect: the dead are counted all the same.
    """
    kept, left = _latest(counted)
    low, high = _range(kept)
    why = f"the last figure of each of {_counted(len(kept), 'origin')}"
    if not contest:
        return Ruling(low, high, kept, left, f"{why}; nobody contests the harm, so the minimum stands")
    return Ruling(0, high, kept, left, f"{why}, the minimum set to 0: {contest}")


RULES: dict[TollRule, Rule] = {
    TollRule.ALL: all_figures,
    TollRule.LATEST: latest_per_origin,
    TollRule.INDEPENDENT: independent_origins,
    TollRule.CONSERVATIVE: acled_conservative,
    TollRule.GED: ucdp_ged,
    TollRule.CONTESTED: contested_from_zero,
}


def _range(counted: Iterable[Counted]) -> tuple[int | None, int | None]:
    """The range of the numbers; of vague words only where there is nothing else."""
    given = list(counted)
    return widest(one.entry for one in [one for one in given if not one.is_vague] or given)


def _latest(counted: Sequence[Counted]) -> tuple[tuple[Counted, ...], tuple[LeftOut, ...]]:
    """The last figure of each origin in order of time. A reprint tells nothing anew, whenever it is printed."""
    firsthand = [one for one in counted if not one.reprinted]
    last = {one.voice.key: one for one in sorted(firsthand, key=_rising)}
    kept = tuple(sorted(last.values(), key=lambda one: one.order))
    reprints = tuple(LeftOut(one.entry, REPRINTED) for one in counted if one.reprinted)
    return kept, _out(firsthand, kept, SUPERSEDED) + reprints


def _rising(one: Counted) -> tuple[str, int, int]:
    """In order of time; of one report's several, the largest last, since a total follows its shares."""
    return one.when, one.entry.low or one.entry.high or 0, -one.entry.figure


def _independent(counted: Sequence[Counted]) -> tuple[tuple[Counted, ...], tuple[LeftOut, ...]]:
    latest, left = _latest(counted)
    sourced = {one.entry.report_id for one in counted if one.voice.kind == "source"}
    chosen: list[Counted] = []
    echoes: list[LeftOut] = []
    for one in sorted(latest, key=lambda one: (one.voice.kind != "source", one.when, one.voice.key)):
        why = _dependence(one, chosen, sourced)
        if why:
            echoes.append(LeftOut(one.entry, why))
        else:
            chosen.append(one)
    return tuple(chosen), (*echoes, *left)


def _dependence(one: Counted, chosen: Sequence[Counted], sourced: set[str]) -> str:
    """Why a voice is no second one; "" where it stands by itself."""
    if one.voice.hidden:
        return "a hidden source may be anybody's"
    if one.voice.kind != "source" and one.entry.report_id in sourced:
        return "the outlet retells whom it quotes"
    shared = next((other for other in chosen if not one.voice.independent_of(other.voice)), None)
    return f"it shares a link with {shared.voice.called}" if shared else ""


def _one_side(kept: Sequence[Counted]) -> str:
    """ ", both of one side (the government)": counts that agree, but not from two sides."""
    sides = {one.voice.side for one in kept}
    side = next(iter(sides), None)
    if len(kept) < 2 or len(sides) > 1 or side is None:
        return ""
    return f", {'both' if len(kept) == 2 else 'all'} of one side ({side})"


def _out(all_of_them: Iterable[Counted], kept: Sequence[Counted], why: str) -> tuple[LeftOut, ...]:
    return tuple(LeftOut(one.entry, why) for one in all_of_them if one not in kept)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
