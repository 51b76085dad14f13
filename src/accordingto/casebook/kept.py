"""The catalogue that the record keeps: each question looks up rows by key, and readings only of what is shown."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from accordingto.casebook.answers import Stake
from accordingto.casebook.catalogues import Catalogue, What, When
from accordingto.casebook.hands import AtHand
from accordingto.casebook.looks import latest_publication
from accordingto.casebook.whereabouts import incident_at
from accordingto.terms.findings import Agreement, AgreementKind, IncidentFindings, Outcome, OutcomeKind, Toll
from accordingto.terms.incidents import Incident
from accordingto.terms.readings import Reading
from accordingto.terms.reports import Report
from accordingto.terms.summaries import CaseNumbers, CaseVoice, Pin, Stretch, Summary, Wanted

if TYPE_CHECKING:
    from accordingto.record.store import Store


class KeptCatalogue(Catalogue):
    """The catalogue of a case as it stands."""

    def __init__(self, store: "Store", at_hand: AtHand, now: datetime | None) -> None:
        self._store, self._at_hand, self._now = store, at_hand, now

    @cached_property
    def clock(self) -> datetime | None:
        from accordingto.record.numbers import latest_report

        if self._now:
            return self._now
        with self._store.looking() as record:
            last = latest_report(record)
        return latest_publication([last] if last else [])

    def numbers(self) -> CaseNumbers:
        from accordingto.record.numbers import case_numbers

        with self._store.looking() as record:
            return case_numbers(record)

    def newest(self, most: int) -> tuple[Report, ...]:
        from accordingto.record.numbers import newest_reports

        with self._store.looking() as record:
            return newest_reports(record, most)

    def readings(self, report_ids: Collection[str]) -> Mapping[str, Reading]:
        with self._store.looking() as record:
            return self._at_hand.readings(record, report_ids)

    def quoted(self, report_ids: Collection[str]) -> Mapping[str, Reading]:
        return self.readings(report_ids)

    def incident(self, id_or_name: str) -> IncidentFindings:
        with self._store.looking() as record:
            return incident_at(record, id_or_name)

    def found(self, incident_ids: Collection[str]) -> tuple[IncidentFindings, ...]:
        from accordingto.record.comparisons import load_found

        with self._store.looking() as record:
            return load_found(record, incident_ids)

    def tolls(self, incident_ids: Collection[str]) -> Mapping[str, tuple[Toll, ...]]:
        from accordingto.record.comparisons import load_tolls

        with self._store.looking() as record:
            return load_tolls(record, incident_ids)

    def reports_at_stake(self, stake: Stake, after: str, most: int) -> list[str]:
        """Reports on whose finds so much can hang, in order of id, from the first after this one on."""
        from accordingto.record import queues

        asked = {
            Stake.SIDE: queues.reports_with_sides,
            Stake.DISPUTED: queues.reports_of_disputed,
            Stake.HARM: queues.reports_with_harm,
            Stake.TOLD: queues.reports_of_disputed,
            Stake.OTHER: queues.reports_read,
        }
        with self._store.looking() as record:
            return asked[stake](record, after, most)

    def disputes_at(self, report_ids: Collection[str]) -> tuple[IncidentFindings, ...]:
        """The incidents that these reports tell of or have words in a contradiction of, with these alone."""
        from accordingto.record.queues import load_disputes

        with self._store.looking() as record:
            return load_disputes(record, report_ids)

    def summaries(self, wanted: Wanted, start: int, most: int) -> Stretch[Summary]:
        from accordingto.record.lists import list_summaries

        with self._store.looking() as record:
            return list_summaries(record, self._at_hand.roll(record), wanted, start, most)

    def summaries_of(self, report_id: str) -> tuple[Summary, ...]:
        from accordingto.record.lists import summaries_of

        with self._store.looking() as record:
            return summaries_of(record, report_id)

    def alike(self, incident: Incident, most: int) -> tuple[Summary, ...]:
        from accordingto.record.lists import list_alike

        with self._store.looking() as record:
            return list_alike(record, incident, most)

    def titled(self, words: Sequence[str], what: What, when: When, most: int) -> tuple[Summary, ...]:
        from accordingto.record.titles import list_titled

        with self._store.looking() as record:
            return list_titled(record, self._at_hand.roll(record), words, what, when, most)

    def days(self, wanted: Wanted) -> tuple[tuple[str, int], ...]:
        from accordingto.record.lists import list_days

        with self._store.looking() as record:
            return list_days(self._at_hand.roll(record), wanted)

    def on(self, wanted: Wanted, days: Sequence[str], most: int) -> tuple[Summary, ...]:
        from accordingto.record.lists import list_on

        with self._store.looking() as record:
            return list_on(record, self._at_hand.roll(record), wanted, days, most)

    def pins(self, wanted: Wanted, most: int) -> Stretch[tuple[Pin, int]]:
        from accordingto.record.lists import list_pins

        with self._store.looking() as record:
            return list_pins(self._at_hand.roll(record), wanted, most)

    def placed(self, wanted: Wanted, pins: Sequence[Pin], most: int) -> tuple[Summary, ...]:
        from accordingto.record.lists import list_placed

        with self._store.looking() as record:
            return list_placed(record, self._at_hand.roll(record), wanted, pins, most)

    def unplaced(self, wanted: Wanted, start: int, most: int) -> Stretch[Summary]:
        from accordingto.record.lists import list_unplaced

        with self._store.looking() as record:
            return list_unplaced(record, self._at_hand.roll(record), wanted, start, most)

    def voices(self, words: Sequence[str], start: int, most: int) -> Stretch[CaseVoice]:
        from accordingto.record.voices import list_voices

        with self._store.looking() as record:
            return list_voices(record, words, start, most)

    def voice(self, key: str) -> CaseVoice | None:
        from accordingto.record.voices import find_voice

        with self._store.looking() as record:
            return find_voice(record, key)

    def names(self, key: str) -> tuple[str, ...]:
        from accordingto.record.voices import list_names

        with self._store.looking() as record:
            return list_names(record, key)

    def spoken(self, key: str, start: int, most: int) -> Stretch[tuple[str, int]]:
        from accordingto.record.voices import list_spoken

        with self._store.looking() as record:
            return list_spoken(record, key, start, most)

    def heard(self, key: str, kind: AgreementKind, start: int, most: int) -> Stretch[Agreement]:
        from accordingto.record.heard import list_heard

        with self._store.looking() as record:
            return list_heard(record, key, kind, start, most)

    def promises(self, kinds: Iterable[OutcomeKind], start: int, most: int) -> Stretch[tuple[Outcome, ...]]:
        from accordingto.record.outcomes import list_promises

        clock = self.clock
        with self._store.looking() as record:
            return list_promises(record, kinds, clock, start, most)

    def outcomes_of(self, report_ids: Collection[str]) -> tuple[Outcome, ...]:
        from accordingto.record.outcomes import list_outcomes

        clock = self.clock
        with self._store.looking() as record:
            return list_outcomes(record, report_ids, clock)
