"""Growth: what comparing finds is kept up while reports come and go, and only what they touch is worked out anew.

What a ledger holds is told by the readings in it alone: by which they are, never by the order in which they came.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import islice

from accordingto.reconcile.agreement import compare_incident
from accordingto.reconcile.blame import find_blame
from accordingto.reconcile.copies import Text
from accordingto.reconcile.copying import Pair, exchange_texts
from accordingto.reconcile.desks import Desk, Node, node_of
from accordingto.reconcile.families import Families, listen
from accordingto.reconcile.grouping import Regrouped, regroup, ruled_on
from accordingto.reconcile.hearing import exchange_words
from accordingto.reconcile.houses import Houses, houses_of
from accordingto.reconcile.keys import number_of
from accordingto.reconcile.ledgers import Ledger
from accordingto.reconcile.linking import exchange_tellings
from accordingto.reconcile.origins import find_origins
from accordingto.reconcile.relations import find_related
from accordingto.reconcile.rulings import Rulings
from accordingto.reconcile.running import find_running_totals
from accordingto.reconcile.tellings import unfold_one
from accordingto.reconcile.tolls import find_tolls
from accordingto.terms.casts import Cast
from accordingto.terms.decisions import Decisions
from accordingto.terms.findings import IncidentFindings
from accordingto.terms.ids import content_id
from accordingto.terms.incidents import Account, Incident
from accordingto.terms.readings import Reading
from accordingto.terms.reports import Report

AT_ONCE = 500  # readings taken in together: their look-ups share questions, and no more of them are held at a time
TOUCHED = 2000  # accounts grouped anew together, with all that hang together with them
AT_HAND = 500  # readings that the findings of some incidents are worked out from, asked for together
RULES = 8  # of how accounts are compared; a ledger made under others is made anew


def grow(
    ledger: Ledger,
    come: Iterable[Reading],
    gone: Collection[str] = (),
    *,
    decisions: Decisions | None = None,
    cast: Cast | None = None,
) -> bool:
    """The ledger is that of its readings without the reports gone and with those that come; whether this is new.

    Of a report that it knows, the reading that comes takes the place of the other. With another cast, or made by other
    rules, it must be cleared before: see `is_current`.
    """
    desk, shaken, left = Desk(ledger), Shaken(), iter(come)
    changed = _take(desk, list(islice(left, AT_ONCE)), gone, shaken, cast)
    while some := list(islice(left, AT_ONCE)):
        changed |= _take(desk, some, (), shaken, cast)
    return _settle(desk, shaken, decisions or Decisions(), cast) or changed


@dataclass(slots=True)
class Shaken:
    """What has changed until now: the accounts that may stand otherwise, those that are no more, the reports heard."""

    touched: set[Node] = field(default_factory=set)
    vanished: set[Account] = field(default_factory=set)
    heard: set[str] = field(default_factory=set)


def is_current(ledger: Ledger, cast: Cast | None) -> bool:
    """Whether what the ledger holds was worked out by these rules and under this cast, so that it can grow."""
    state = ledger.state()
    return not state or json.loads(state)["made"] == _made(cast)


def _made(cast: Cast | None) -> str:
    sided = cast is not None and any(actor.side for actor in cast.actors)
    # All else that a cast says, but whose texts others print, stands in the readings.
    return content_id("ledger", RULES, cast if sided else None, houses_of(cast).version)


def _take(desk: Desk, come: Sequence[Reading], gone: Collection[str], shaken: Shaken, cast: Cast | None) -> bool:
    """These reports are looked up by what they say, and others with them; whether any is new, and what that shakes."""
    ledger = desk.ledger
    known = ledger.readings({*gone, *(reading.report.id for reading in come)})
    new = {reading.report.id: reading for reading in come if known.get(reading.report.id) != reading}
    lost = {name: known[name] for name in (*gone, *new) if name in known}
    left = lost.keys() - new.keys()
    shared = _texts(desk, lost, new, houses_of(cast))
    desk.forget_copies()
    touched, vanished = _tellings(desk, lost, new, shared)
    ledger.drop_readings(left)
    ledger.keep_readings(list(new.values()))
    desk.forget_readings(lost)
    desk.put_readings(new.values())
    there = {name for pair in shared for name in pair} - left
    families = Families.of(desk.copies, {*new, *there})
    heard = families.around({*new, *there})
    exchange_words(desk, left, heard, families, cast)
    shaken.touched |= touched
    shaken.vanished |= vanished
    shaken.heard = (shaken.heard | heard) - left
    return bool(new or lost)


def _settle(desk: Desk, shaken: Shaken, decisions: Decisions, cast: Cast | None) -> bool:
    """The incidents are those of all accounts as they are tied now; whether people ruled otherwise than before."""
    ledger, rulings = desk.ledger, ruled_on(desk, decisions)
    before = ledger.state()
    ruled, state = _ruled(before, rulings, cast)
    touched = shaken.touched | {node_of(account) for account in ruled}
    touched |= {node_of(account) for account in ledger.incidents_of(shaken.heard)}
    _drop_vanished(ledger, shaken.vanished)
    left, grouped = iter(sorted(touched)), set[Node]()
    while some := list(islice(left, TOUCHED)):
        found = regroup(desk, desk.at(set(some) - grouped).keys(), rulings)
        _keep_incidents(desk, found, touched, shaken.heard, cast)
        grouped |= {node_of(account) for account in found.accounts}
    if state != before:
        ledger.keep_state(state)
    return bool(ruled)


def _texts(desk: Desk, lost: Mapping[str, Reading], new: Mapping[str, Reading], houses: Houses) -> frozenset[Pair]:
    """The copies are those of the reports that are there now; the pairs of which something else is found."""
    gone = [Text.of(lost[name].report) for name in sorted(lost.keys() - new.keys())]
    come = [Text.of(new[name].report) for name in sorted(new.keys() - lost.keys())]

    def load(report_ids: Collection[str]) -> Mapping[str, Report]:
        own = {name: new[name].report for name in report_ids if name in new}
        return {**desk.ledger.reports([name for name in report_ids if name not in own]), **own}

    return exchange_texts(desk.ledger, gone, come, load, houses)


def _tellings(
    desk: Desk, lost: Mapping[str, Reading], new: Mapping[str, Reading], shared: Collection[Pair]
) -> tuple[set[Node], frozenset[Account]]:
    """The accounts that may stand otherwise now, and those that are no more."""
    before = desk.tellings({number_of(name) for name in lost})
    gone = {name: before.get(number_of(name), ()) for name in lost}
    come = {name: unfold_one(reading) for name, reading in new.items()}
    touched = exchange_tellings(desk, gone, come, shared)
    accounts = [{t.account for tellings in told.values() for t in tellings} for told in (gone, come)]
    return touched, frozenset(accounts[0] - accounts[1])


def _ruled(state: str, rulings: Rulings, cast: Cast | None) -> tuple[set[Account], str]:
    """The accounts of which people rule otherwise than at the last run, and what is left for the next run."""
    before: dict[str, str] = json.loads(state)["ruled"] if state else {}
    now = {
        f"{account.report_id}#{account.event}": content_id("ruled", said, rulings.sides.get(account))
        for account, said in rulings.pairs.items()
    }
    moved = {name for name in (*before, *now) if before.get(name) != now.get(name)}
    accounts = {Account(report_id, int(event)) for report_id, _, event in (name.rpartition("#") for name in moved)}
    return accounts, json.dumps({"made": _made(cast), "ruled": now}, sort_keys=True)


def _drop_vanished(ledger: Ledger, vanished: Collection[Account]) -> None:
    """The incidents that had these accounts are none any more; what is left of them is touched."""
    ledger.drop_incidents(_incidents_before(ledger, vanished))


def _incidents_before(ledger: Ledger, accounts: Collection[Account]) -> set[str]:
    known = ledger.incidents_of({account.report_id for account in accounts}) if accounts else {}
    return {known[account] for account in accounts if account in known}


def _keep_incidents(desk: Desk, found: Regrouped, touched: Set[Node], heard: Set[str], cast: Cast | None) -> None:
    """The incidents that these accounts make now are kept in place of those they made before.

    `touched` are all accounts that may stand otherwise, these or others: of an incident without any, nothing is new.
    """
    ledger = desk.ledger
    before = _incidents_before(ledger, found.accounts)
    told = [group for group in found.groups if group.is_told]
    fresh = {one.id: one for one in told if one.id not in before or any(a.report_id in heard for a in one.accounts)}
    moved = {account for account in found.accounts if node_of(account) in touched}
    again = [one for one in told if one.id not in fresh and not moved.isdisjoint(one.accounts)]
    ledger.drop_incidents(before - {group.id for group in told})
    ledger.renew_incidents([group.incident() for group in again])
    for some in _at_hand(group.incident() for group in fresh.values()):
        ledger.keep_incidents(_findings(desk, some, cast))


def _at_hand(incidents: Iterable[Incident]) -> Iterator[list[Incident]]:
    """The incidents in lists of which the reports are looked at together."""
    some, reports = list[Incident](), set[str]()
    for incident in incidents:
        if some and len(reports.union(incident.report_ids)) > AT_HAND:
            yield some
            some, reports = [], set()
        some.append(incident)
        reports.update(incident.report_ids)
    if some:
        yield some


def _findings(desk: Desk, incidents: Sequence[Incident], cast: Cast | None) -> list[IncidentFindings]:
    """All that comparing the accounts of each of these incidents finds, told by their reports and these' families."""
    reports = {name for incident in incidents for name in incident.report_ids}
    families = Families.of(desk.copies, reports)
    readings = desk.readings(families.around(reports))
    return [_found(incident, families, readings, cast) for incident in incidents]


def _found(
    incident: Incident, families: Families, readings: Mapping[str, Reading], cast: Cast | None
) -> IncidentFindings:
    inside = set(incident.report_ids)
    voices, scenes = listen([readings[name] for name in families.around(inside)], families.copies, cast)
    return IncidentFindings(
        incident,
        copies=tuple(copy for copy in families.copies if copy.first in inside and copy.second in inside),
        origins=find_origins(incident, voices),
        tolls=find_tolls(incident, voices),
        agreements=compare_incident(incident, voices, scenes),
        running=find_running_totals(incident, voices),
        blame=find_blame(incident, voices),
        elsewhere=tuple(copy for copy in families.copies if (copy.first in inside) != (copy.second in inside)),
        related=find_related(incident, voices),
    )
