"""Ledgers: what has been worked out of a set of readings, kept by key, so that one more report looks up only its own.

`Ledger` is what comparing asks for; the record has one in its tables, `MemoryLedger` is one in dictionaries.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol

from accordingto.terms.findings import Agreement, Copy, IncidentFindings
from accordingto.terms.incidents import Account, Incident
from accordingto.terms.ledgers import Entry, Tie
from accordingto.terms.readings import Reading
from accordingto.terms.reports import Report


class Ledger(Protocol):
    """What has been worked out so far. Whatever is asked for is asked for by key, many keys at a time."""

    def entries(self, keys: Collection[int]) -> Mapping[int, Collection[Entry]]:
        """Every entry under these keys; keys without any are left out."""

    def enter(self, entries: Iterable[Entry]) -> None:
        """These entries are kept."""

    def strike(self, entries: Iterable[Entry]) -> None:
        """These entries are kept no more."""

    def crowded(self, keys: Collection[int]) -> set[int]:
        """Those of the keys that are marked as borne by too many."""

    def mark(self, keys: Collection[int]) -> None:
        """These keys are borne by too many."""

    def unmark(self, keys: Collection[int]) -> None:
        """These keys are borne by too many no more."""

    def pages(self, kind: str, reports: Collection[int]) -> Mapping[int, str]:
        """What is kept of each of these reports under a kind."""

    def all_pages(self, kind: str) -> Iterator[str]:
        """What is kept under a kind of every report."""

    def keep_pages(self, kind: str, pages: Mapping[int, str]) -> None:
        """This is kept of each of these reports, in place of what was."""

    def drop_pages(self, kind: str, reports: Collection[int]) -> None:
        """Nothing is kept of these reports under the kind."""

    def ties(self, reports: Collection[int]) -> Collection[Tie]:
        """Every tie of accounts of these reports, once from each end that is asked for."""

    def keep_ties(self, ties: Collection[Tie]) -> None:
        """These hold, in place of what held between the same accounts."""

    def drop_ties(self, ties: Collection[Tie]) -> None:
        """These hold no more, whatever their score was."""

    def copies(self, report_ids: Collection[str]) -> Collection[Copy]:
        """Every copy that one of these reports is part of."""

    def keep_copies(self, copies: Collection[Copy]) -> None:
        """These are copies, in place of what was found between the same reports."""

    def drop_copies(self, pairs: Collection[tuple[str, str]]) -> None:
        """Between these reports there is no copy."""

    def readings(self, report_ids: Collection[str]) -> Mapping[str, Reading]:
        """The readings of these reports that the ledger knows."""

    def reports(self, report_ids: Collection[str]) -> Mapping[str, Report]:
        """The reports whose readings the ledger knows, of these."""

    def keep_readings(self, readings: Collection[Reading]) -> None:
        """These are the readings of their reports from now on."""

    def drop_readings(self, report_ids: Collection[str]) -> None:
        """These reports are not compared any more."""

    def incidents_of(self, report_ids: Collection[str]) -> Mapping[Account, str]:
        """For each account of these reports that an incident tells of, the incident's id."""

    def keep_incidents(self, found: Collection[IncidentFindings]) -> None:
        """These are incidents of the case, each in place of what was known under its id."""

    def renew_incidents(self, incidents: Collection[Incident]) -> None:
        """These incidents are known in these words; what was found of them stays."""

    def drop_incidents(self, incident_ids: Collection[str]) -> None:
        """These are incidents no more."""

    def keep_agreements(self, rank: int, found: Mapping[str, Collection[Agreement]]) -> None:
        """For each of these reports, all agreements that are no incident's, of one rank."""

    def state(self) -> str:
        """What the last run left for the next to compare itself with; empty before the first."""

    def keep_state(self, state: str) -> None:
        """The next run finds this."""

    def clear(self) -> None:
        """Nothing has been worked out."""


@dataclass(slots=True)
class MemoryLedger:
    """A ledger for as long as somebody holds it."""

    _entries: dict[int, dict[tuple[int, int], Entry]] = field(default_factory=lambda: defaultdict(dict))
    _crowded: set[int] = field(default_factory=set)
    _pages: dict[str, dict[int, str]] = field(default_factory=lambda: defaultdict(dict))
    _ties: dict[int, dict[tuple[int, int, int], Tie]] = field(default_factory=lambda: defaultdict(dict))
    _copies: dict[str, dict[tuple[str, str], Copy]] = field(default_factory=lambda: defaultdict(dict))
    _readings: dict[str, Reading] = field(default_factory=dict)
    _incidents: dict[str, IncidentFindings] = field(default_factory=dict)
    _told: dict[str, dict[Account, str]] = field(default_factory=lambda: defaultdict(dict))
    _agreements: dict[tuple[int, str], tuple[Agreement, ...]] = field(default_factory=dict)
    _state: str = ""

    def entries(self, keys: Collection[int]) -> Mapping[int, Collection[Entry]]:
        return {key: tuple(held.values()) for key in keys if (held := self._entries.get(key))}

    def enter(self, entries: Iterable[Entry]) -> None:
        for entry in entries:
            self._entries[entry.key][entry.report, entry.event] = entry

    def strike(self, entries: Iterable[Entry]) -> None:
        for entry in entries:
            self._entries[entry.key].pop((entry.report, entry.event), None)

    def crowded(self, keys: Collection[int]) -> set[int]:
        return self._crowded.intersection(keys)

    def mark(self, keys: Collection[int]) -> None:
        self._crowded.update(keys)

    def unmark(self, keys: Collection[int]) -> None:
        self._crowded.difference_update(keys)

    def pages(self, kind: str, reports: Collection[int]) -> Mapping[int, str]:
        kept = self._pages[kind]
        return {report: kept[report] for report in reports if report in kept}

    def all_pages(self, kind: str) -> Iterator[str]:
        return iter(self._pages[kind].values())

    def keep_pages(self, kind: str, pages: Mapping[int, str]) -> None:
        self._pages[kind].update(pages)

    def drop_pages(self, kind: str, reports: Collection[int]) -> None:
        for report in reports:
            self._pages[kind].pop(report, None)

    def ties(self, reports: Collection[int]) -> Collection[Tie]:
        return [tie for report in reports for tie in self._ties[report].values()]

    def keep_ties(self, ties: Collection[Tie]) -> None:
        for tie in both_ways(ties):
            self._ties[tie.one][tie.one_event, tie.other, tie.other_event] = tie

    def drop_ties(self, ties: Collection[Tie]) -> None:
        for tie in both_ways(ties):
            self._ties[tie.one].pop((tie.one_event, tie.other, tie.other_event), None)

    def copies(self, report_ids: Collection[str]) -> Collection[Copy]:
        return {pair: copy for name in report_ids for pair, copy in self._copies[name].items()}.values()

    def keep_copies(self, copies: Collection[Copy]) -> None:
        for copy in copies:
            for name in (copy.first, copy.second):
                self._copies[name][copy.first, copy.second] = copy

    def drop_copies(self, pairs: Collection[tuple[str, str]]) -> None:
        for pair in pairs:
            for name in pair:
                self._copies[name].pop(pair, None)

    def readings(self, report_ids: Collection[str]) -> Mapping[str, Reading]:
        return {name: self._readings[name] for name in report_ids if name in self._readings}

    def reports(self, report_ids: Collection[str]) -> Mapping[str, Report]:
        return {name: reading.report for name, reading in self.readings(report_ids).items()}

    def keep_readings(self, readings: Collection[Reading]) -> None:
        self._readings.update((reading.report.id, reading) for reading in readings)

    def drop_readings(self, report_ids: Collection[str]) -> None:
        for name in report_ids:
            self._readings.pop(name, None)

    def incidents_of(self, report_ids: Collection[str]) -> Mapping[Account, str]:
        return {account: long_id for name in report_ids for account, long_id in self._told[name].items()}

    def keep_incidents(self, found: Collection[IncidentFindings]) -> None:
        for one in found:
            self._incidents[one.incident.id] = one
            for account in one.incident.accounts:
                self._told[account.report_id][account] = one.incident.id

    def renew_incidents(self, incidents: Collection[Incident]) -> None:
        for incident in incidents:
            self._incidents[incident.id] = replace(self._incidents[incident.id], incident=incident)

    def drop_incidents(self, incident_ids: Collection[str]) -> None:
        for long_id in incident_ids:
            for account in self._incidents.pop(long_id).incident.accounts:
                if self._told[account.report_id].get(account) == long_id:
                    del self._told[account.report_id][account]

    def keep_agreements(self, rank: int, found: Mapping[str, Collection[Agreement]]) -> None:
        self._agreements.update(((rank, name), tuple(some)) for name, some in found.items())

    def state(self) -> str:
        return self._state

    def keep_state(self, state: str) -> None:
        self._state = state

    def clear(self) -> None:
        for name in ("entries", "crowded", "pages", "ties", "copies", "readings", "incidents", "told", "agreements"):
            getattr(self, f"_{name}").clear()
        self._state = ""

    def all_copies(self) -> tuple[Copy, ...]:
        """Every copy, in order of ids."""
        found = {pair: copy for some in self._copies.values() for pair, copy in some.items()}
        return tuple(found[pair] for pair in sorted(found))

    def all_incidents(self) -> tuple[IncidentFindings, ...]:
        """Every incident with its findings, in order of date and place."""
        return tuple(sorted(self._incidents.values(), key=in_order))

    def all_agreements(self) -> tuple[Agreement, ...]:
        """Every agreement that is no incident's, in order of rank and report."""
        return tuple(agreement for key in sorted(self._agreements) for agreement in self._agreements[key])


def both_ways(ties: Iterable[Tie]) -> Iterator[Tie]:
    """Each tie from either end."""
    for tie in ties:
        yield tie
        yield tie.turned()


def in_order(found: IncidentFindings) -> tuple[str, str, str]:
    """What incidents are ordered by: date, place, id; those without a date come last."""
    return found.incident.date or "9", found.incident.place or "", found.incident.id
