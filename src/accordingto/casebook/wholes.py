"""The catalogue of a case that is at hand whole: worked out from everything, for a past, which has no rows of its own.

It says what `KeptCatalogue` says, and tests hold the two together.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from typing import Protocol

from accordingto.casebook.catalogues import Catalogue, What, When
from accordingto.casebook.looks import latest_publication
from accordingto.terms.entities import Entity
from accordingto.terms.findings import (
    Agreement,
    AgreementKind,
    Comparison,
    IncidentFindings,
    Outcome,
    OutcomeKind,
    Toll,
)
from accordingto.terms.incidents import Account, Incident
from accordingto.terms.items import LISTS
from accordingto.terms.places import Place, Spot
from accordingto.terms.prospects import printing, promise_of
from accordingto.terms.readings import Reading
from accordingto.terms.reports import Report
from accordingto.terms.summaries import DRAWN, NOWHERE, CaseNumbers, CaseVoice, Pin, Stretch, Summary, Wanted


class Whole(Protocol):
    """A case that answers with all it has."""

    def reports(self) -> tuple[Report, ...]: ...
    def readings(self) -> tuple[Reading, ...]: ...
    def incident(self, id_or_name: str) -> IncidentFindings: ...
    def comparison(self, *, now: datetime | None = None) -> Comparison: ...


class WholeCatalogue(Catalogue):
    """The catalogue of a case that is loaded whole, once. `usual` is the clock where none is asked for."""

    def __init__(self, case: Whole, *, now: datetime | None = None, usual: datetime | None = None) -> None:
        self._case, self._now, self._usual = case, now, usual

    @cached_property
    def _readings(self) -> dict[str, Reading]:
        return {reading.report.id: reading for reading in self._case.readings()}

    @cached_property
    def _comparison(self) -> Comparison:
        return self._case.comparison(now=self._now)

    @cached_property
    def _found(self) -> dict[str, IncidentFindings]:
        return {one.incident.id: one for one in self._comparison.incidents}

    @cached_property
    def _summaries(self) -> tuple[Summary, ...]:
        """Every incident, those that reports are about first."""
        every = (Summary.of(one, find_pin(one.incident, self._readings)) for one in self._found.values())
        return tuple(sorted(every, key=lambda one: one.rank))

    @cached_property
    def _spoken(self) -> Mapping[str, Sequence[tuple[Reading, int, Entity]]]:
        """Every statement of a named voice, by the voice's key, in the order of the reports."""
        found: defaultdict[str, list[tuple[Reading, int, Entity]]] = defaultdict(list)
        for reading in self._readings.values():
            for number, said in enumerate(reading.statements):
                entity = reading.entities[said.entity] if said.entity is not None else None
                if entity and entity.key:
                    found[entity.key].append((reading, number, entity))
        return found

    @property
    def clock(self) -> datetime | None:
        return self._now or self._usual or latest_publication(r.report for r in self._readings.values())

    def numbers(self) -> CaseNumbers:
        reports, passing = self._case.reports(), sum(one.passing for one in self._summaries)
        unread = sum(report.id not in self._readings for report in reports)
        finds = sum(len(getattr(one, name)) for one in self._readings.values() for name, _ in LISTS.values())
        return CaseNumbers(len(reports), unread, len(self._summaries) - passing, passing, finds)

    def newest(self, most: int) -> tuple[Report, ...]:
        return self._case.reports()[: -most - 1 : -1]

    def readings(self, report_ids: Collection[str]) -> Mapping[str, Reading]:
        return {name: self._readings[name] for name in report_ids if name in self._readings}

    def quoted(self, report_ids: Collection[str]) -> Mapping[str, Reading]:
        return self.readings(report_ids)

    def incident(self, id_or_name: str) -> IncidentFindings:
        return self._case.incident(id_or_name)

    def found(self, incident_ids: Collection[str]) -> tuple[IncidentFindings, ...]:
        return tuple(one for name, one in self._found.items() if name in incident_ids)

    def tolls(self, incident_ids: Collection[str]) -> Mapping[str, tuple[Toll, ...]]:
        return {name: self._found[name].under() for name in incident_ids if name in self._found}

    def summaries(self, wanted: Wanted, start: int, most: int) -> Stretch[Summary]:
        return Stretch.of(self._wanted(wanted), start, most)

    def _wanted(self, wanted: Wanted) -> list[Summary]:
        return [one for one in self._summaries if wanted.fits(one)]

    def summaries_of(self, report_id: str) -> tuple[Summary, ...]:
        told = (one for one in self._summaries if report_id in self._found[one.id].incident.report_ids)
        return tuple(sorted(told, key=lambda one: (not one.main, one.id)))

    def alike(self, incident: Incident, most: int) -> tuple[Summary, ...]:
        others = (one for one in self._summaries if one.id != incident.id)
        return tuple(
            sorted(others, key=lambda o: (o.type is not incident.type, o.place != incident.place, o.id))[:most]
        )

    def titled(self, words: Sequence[str], what: What, when: When, most: int) -> tuple[Summary, ...]:
        def title(one: Summary) -> str:
            place = " ".join((one.place or NOWHERE).split()).casefold()
            return f"{what(one.type.value, one.mode)}, {place}, {when(one.date)} {one.name}"

        every = sorted(self._summaries, key=lambda one: one.dated) if words else []
        return tuple(one for one in every if all(word in title(one) for word in words))[:most]

    def days(self, wanted: Wanted) -> tuple[tuple[str, int], ...]:
        return tuple(sorted(Counter(one.day for one in self._wanted(wanted)).items()))

    def on(self, wanted: Wanted, days: Sequence[str], most: int) -> tuple[Summary, ...]:
        chosen = [one for one in self._wanted(wanted) if one.day in days]
        chosen.sort(key=lambda one: (one.day, -one.reports))
        return tuple(_few(chosen, lambda one: one.day, most))

    def pins(self, wanted: Wanted, most: int) -> Stretch[tuple[Pin, int]]:
        drawn = Counter(_spot(one.pin) for one in self._wanted(wanted) if one.pin and one.pin.prec <= DRAWN)
        return Stretch.of(sorted(drawn.items(), key=lambda one: -one[1]), 0, most)

    def placed(self, wanted: Wanted, pins: Sequence[Pin], most: int) -> tuple[Summary, ...]:
        spots = {_spot(pin) for pin in pins}
        chosen = [one for one in self._wanted(wanted) if one.pin and _spot(one.pin) in spots]
        return tuple(_few(chosen, lambda one: one.pin and _spot(one.pin), most))

    def unplaced(self, wanted: Wanted, start: int, most: int) -> Stretch[Summary]:
        chosen = (one for one in self._wanted(wanted) if one.pin is None or one.pin.prec > DRAWN)
        return Stretch.of(chosen, start, most)

    def voices(self, words: Sequence[str], start: int, most: int) -> Stretch[CaseVoice]:
        every = (_voice(key, said) for key, said in self._spoken.items())
        named = [one for one in every if all(word in " ".join(one.name.split()).casefold() for word in words)]
        return Stretch.of(sorted(named, key=lambda one: (-one.statements, one.name, one.key)), start, most)

    def voice(self, key: str) -> CaseVoice | None:
        said = self._spoken.get(key)
        return _voice(key, said) if said else None

    def names(self, key: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(entity.name for _, _, entity in self._spoken.get(key, ())))

    def spoken(self, key: str, start: int, most: int) -> Stretch[tuple[str, int]]:
        said = [(reading.report.id, number) for reading, number, _ in self._spoken.get(key, ())]
        return Stretch.of(said, start, most)

    def heard(self, key: str, kind: AgreementKind, start: int, most: int) -> Stretch[Agreement]:
        behind: defaultdict[str, list[int]] = defaultdict(list)
        for reading, number, _ in self._spoken.get(key, ()):
            behind[reading.report.id].append(number)

        def has_side(one: Agreement) -> bool:
            return any(
                self._readings[side.report_id].statements[number].content.holds(side.anchor)
                for side in one.sides
                for number in behind.get(side.report_id, ())
            )

        own = (one for one in self._comparison.agreements if one.kind is kind and has_side(one))
        return Stretch.of(own, start, most)

    def promises(self, kinds: Iterable[OutcomeKind], start: int, most: int) -> Stretch[tuple[Outcome, ...]]:
        kinds = frozenset(kinds)
        families: defaultdict[tuple[object, ...], list[Outcome]] = defaultdict(list)
        chosen = (one for one in self._at_hand() if one.kind in kinds)
        for one in sorted(chosen, key=lambda o: printing(self._readings[o.report_id], o.announcement)):
            families[(*promise_of(self._readings[one.report_id], one.announcement), one.kind)].append(one)
        return Stretch.of(map(tuple, families.values()), start, most)

    def outcomes_of(self, report_ids: Collection[str]) -> tuple[Outcome, ...]:
        def promise(one: Outcome) -> tuple[str, str]:
            return promise_of(self._readings[one.report_id], one.announcement)

        own = {promise(one) for one in self._at_hand() if one.report_id in report_ids}
        return tuple(one for one in self._at_hand() if promise(one) in own)

    def _at_hand(self) -> Iterator[Outcome]:
        """The outcomes of announcements that the readings have."""
        for one in self._comparison.outcomes:
            reading = self._readings.get(one.report_id)
            if reading and one.announcement < len(reading.announcements):
                yield one


def _few(ones: Iterable[Summary], key: Callable[[Summary], object], most: int) -> Iterator[Summary]:
    """Of those that share a key, so many."""
    seen: Counter[object] = Counter()
    for one in ones:
        seen[key(one)] += 1
        if seen[key(one)] <= most:
            yield one


def _spot(pin: Pin) -> Pin:
    """The same for all that is drawn there, whatever it is called."""
    return Pin(pin.lon, pin.lat, pin.prec, "")


def _voice(key: str, said: Sequence[tuple[Reading, int, Entity]]) -> CaseVoice:
    fullest = max((entity for _, _, entity in said), key=lambda entity: (len(entity.name), entity.name))
    reports = {reading.report.id for reading, _, _ in said}
    return CaseVoice(key, fullest.name, fullest.country, fullest.side, fullest.sector, len(said), len(reports))


def find_pin(incident: Incident, readings: Mapping[str, Reading]) -> Pin | None:
    """Where the incident is drawn: of the accounts that name its place as it does, else the finest."""
    places = [place for place in _places(incident.accounts, readings) if place.spot]
    named = [place for place in places if place.anchor.exact == incident.place]
    best = min(named or places, key=_fineness, default=None)
    if best is None or best.spot is None or best.spot.lon is None or best.spot.lat is None or best.where_prec is None:
        return None
    return Pin(best.spot.lon, best.spot.lat, best.where_prec, best.name)


def _places(accounts: Iterable[Account], readings: Mapping[str, Reading]) -> Iterator[Place]:
    for account in accounts:
        reading = readings.get(account.report_id)
        if reading and account.event < len(reading.events):
            spot = reading.events[account.event].spot
            if spot is not None:
                yield reading.places[spot]


def _fineness(place: Place) -> tuple[int, str]:
    return place.where_prec or 9, place.spot.id if isinstance(place.spot, Spot) else ""
