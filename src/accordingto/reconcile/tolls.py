"""Tolls: what the figures of one incident add up to, under rules that are named beside every number.

Figures are never summed: each is somebody's count of the whole; parts ("including 11 women") stay in their whole.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from accordingto.reconcile.voices import Voice, Voices
from accordingto.terms.figures import Bound, Figure, Harm, Who
from accordingto.terms.findings import Toll, TollEntry
from accordingto.terms.incidents import Incident

ALL = "all figures"
LATEST = "latest per origin"
INDEPENDENT = "independent origins"

Counted = tuple[TollEntry, Voice, bool]
"""An entry, the voice it came from, and whether its number is vague."""


def find_tolls(incident: Incident, voices: Voices) -> tuple[Toll, ...]:
    """For each harm and kind of people one toll under each rule, the whole before its parts."""
    counted: defaultdict[tuple[Harm, Who], list[Counted]] = defaultdict(list)
    for account in incident.accounts:
        reading = voices.readings[account.report_id]
        for number, figure in enumerate(reading.figures):
            if figure.event == account.event and (figure.low, figure.high) != (None, None):
                counted[figure.harm, figure.who].append(_entry(account.report_id, number, figure, voices))
    harms, kinds = list(Harm), list(Who)
    order = sorted(counted, key=lambda key: (harms.index(key[0]), -len(counted[key]), kinds.index(key[1])))
    return tuple(_toll(key, rule, counted[key]) for key in order for rule in _RULES)


def _entry(report_id: str, number: int, figure: Figure, voices: Voices) -> Counted:
    voice = voices.voice(report_id, figure.statement)
    reading = voices.readings[report_id]
    part = figure.part_of is not None and figure.part_of < len(reading.figures)
    note = f"part of {reading.figures[figure.part_of].anchor.exact}" if part and figure.part_of is not None else ""
    as_of = reading.report.published or reading.report.day
    entry = TollEntry(report_id, number, figure.anchor, figure.low, figure.high, voice.name, as_of, note)
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
