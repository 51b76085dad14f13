"""Tolls: what the figures of one incident add up to, under rules that are named beside every number.

Figures are never summed: each is somebody's count of the whole; parts ("including 11 women") stay in their whole.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from accordingto.reconcile.days import as_of
from accordingto.reconcile.voices import Voice, Voices
from accordingto.terms.figures import Bound, Figure, Harm, Who
from accordingto.terms.findings import Toll, TollEntry
from accordingto.terms.incidents import Incident
from accordingto.terms.readings import Reading

ALL = "all figures"
LATEST = "latest per origin"
INDEPENDENT = "independent origins"
WHOLES = (Who.PEOPLE, Who.CIVILIANS, *(who for who in Who if who not in (Who.PEOPLE, Who.CIVILIANS)))

Counted = tuple[TollEntry, Voice, bool]
"""An entry, the voice it came from, and whether its number is vague."""


def find_tolls(incident: Incident, voices: Voices) -> tuple[Toll, ...]:
    """For each harm and kind of people one toll under each rule, the whole before its parts."""
    counted: defaultdict[tuple[Harm, Who], list[Counted]] = defaultdict(list)
    for account in incident.accounts:
        reading = voices.readings[account.report_id]
        for number, figure in enumerate(reading.figures):
            known = (figure.low, figure.high) != (None, None)
            if figure.event == account.event and known and not _inside_its_like(figure, reading):
                counted[figure.harm, figure.who].append(_entry(account.report_id, number, figure, voices))
    told = {key: _told_once(found, voices) for key, found in counted.items()}
    return tuple(_toll(key, rule, told[key]) for key in sorted(told, key=partial(_place, told)) for rule in _RULES)


def _inside_its_like(figure: Figure, reading: Reading) -> bool:
    """Whether it is a share of people of its own kind: "40 of the 100 dead" is not another count of the dead."""
    if figure.part_of is None or figure.part_of >= len(reading.figures):
        return False
    whole = reading.figures[figure.part_of]
    return (whole.harm, whole.who, whole.event) == (figure.harm, figure.who, figure.event)


def _told_once(counted: Sequence[Counted], voices: Voices) -> list[Counted]:
    """One entry for a number that a report gives twice, in its headline and below, by name and by office."""
    kept: defaultdict[tuple[str, int | None, int | None], dict[str, Counted]] = defaultdict(dict)
    for one in sorted(counted, key=lambda one: _rank(one, voices)):
        entry, voice, _ = one
        same = kept[entry.report_id, entry.low, entry.high]
        if voice.kind == "source" or not same:  # a headline's number is that of the source further down
            same.setdefault(voice.key, one)
    return [one for same in kept.values() for one in same.values()]


def _rank(counted: Counted, voices: Voices) -> tuple[bool, bool, int]:
    """Sources before the outlet's own words, and figures with a breakdown before bare ones."""
    entry, voice, _ = counted
    parts = any(figure.part_of == entry.figure for figure in voices.readings[entry.report_id].figures)
    return voice.kind != "source", not parts, entry.figure


def _place(told: Mapping[tuple[Harm, Who], Sequence[Counted]], key: tuple[Harm, Who]) -> tuple[int, bool, int]:
    harm, who = key
    only_parts = all(entry.note for entry, _, _ in told[key])
    return list(Harm).index(harm), only_parts, WHOLES.index(who)


def _entry(report_id: str, number: int, figure: Figure, voices: Voices) -> Counted:
    voice = voices.voice(report_id, figure.statement)
    reading = voices.readings[report_id]
    part = figure.part_of is not None and figure.part_of < len(reading.figures)
    note = f"part of {reading.figures[figure.part_of].anchor.exact}" if part and figure.part_of is not None else ""
    when = as_of(reading.report)
    entry = TollEntry(report_id, number, figure.anchor, figure.low, figure.high, voice.name, when, note)
    return entry, voice, figure.bound is Bound.VAGUE


def _toll(key: tuple[Harm, Who], rule: str, counted: Sequence[Counted]) -> Toll:
    ordered = sorted(counted, key=lambda one: (_when(one[0]), one[0].report_id, one[0].figure))
    chosen, why = _RULES[rule](ordered)
    low, high = _range([one for one in chosen if not one[2]] or chosen)
    return Toll(*key, low, high, rule, tuple(entry for entry, _, _ in chosen), why)


def _range(counted: Sequence[Counted]) -> tuple[int | None, int | None]:
    """The lowest number anyone gives, and the highest; the top stays open where someone's "at least" lies above."""
    entries = [entry for entry, _, _ in counted]
    lows = [entry.low for entry in entries if entry.low is not None]
    highs = [entry.high for entry in entries if entry.high is not None]
    floors = [entry.low for entry in entries if entry.high is None and entry.low is not None]
    top = max(highs, default=None)
    return min(lows, default=None), None if top is None or max(floors, default=0) > top else top


def _all(counted: Sequence[Counted]) -> tuple[list[Counted], str]:
    return list(counted), f"the lowest and the highest of {_figures(len(counted))}; parts are not added to their whole"


def _latest(counted: Sequence[Counted]) -> tuple[list[Counted], str]:
    last = {voice.key: (entry, voice, vague) for entry, voice, vague in _rising(counted)}
    kept = sorted(last.values(), key=lambda one: (_when(one[0]), one[0].report_id, one[0].figure))
    return kept, f"the last figure of each of {_origins(len(kept))}; earlier ones are superseded"


def _independent(counted: Sequence[Counted]) -> tuple[list[Counted], str]:
    chosen: list[Counted] = []
    latest, _ = _latest(counted)
    sourced = {entry.report_id for entry, voice, _ in counted if voice.kind == "source"}
    for entry, voice, vague in sorted(latest, key=lambda one: (one[1].kind != "source", _when(one[0]), one[1].key)):
        retold = voice.kind != "source" and entry.report_id in sourced  # an outlet repeating whom it quotes
        if not (voice.hidden or retold) and all(voice.independent_of(other) for _, other, _ in chosen):
            chosen.append((entry, voice, vague))
    left = len(latest) - len(chosen)
    return (
        chosen,
        f"the last figure of each of {_origins(len(chosen))} that share no link; {left} left out as not independent",
    )


def _rising(counted: Iterable[Counted]) -> list[Counted]:
    """In order of time; of one report's several, the largest last, since a total follows its shares."""
    return sorted(counted, key=lambda one: (_when(one[0]), one[0].low or one[0].high or 0, -one[0].figure))


def _when(entry: TollEntry) -> str:
    return entry.as_of.isoformat() if entry.as_of else ""


def _figures(count: int) -> str:
    return "1 figure" if count == 1 else f"{count} figures"


def _origins(count: int) -> str:
    return "1 origin" if count == 1 else f"{count} origins"


_RULES: dict[str, Callable[[Sequence[Counted]], tuple[list[Counted], str]]] = {
    ALL: _all,
    LATEST: _latest,
    INDEPENDENT: _independent,
}
