"""Growth: what comparing finds is kept up while reports come and go, and only what they touch is worked out anew.

What a ledger holds is told by the readings in it alone: by which they are, never by the order in which they came.
"""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
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

AT_ONCE = 200  # readings taken in together: their look-ups share questions, and no more of them are held at a time
RULES = 4  # of how accounts are compared; a ledger made under others is made anew


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
    desk, rulings, changed = Desk(ledger), decisions or Decisions(), False
    left = iter(come)
    changed |= _take(desk, list(islice(left, AT_ONCE)), gone, rulings, cast)
    while some := list(islice(left, AT_ONCE)):
        changed |= _take(desk, some, (), rulings, cast)
    return changed


def is_current(ledger: Ledger, cast: Cast | None) -> bool:
    """Whether what the ledger holds was worked out by these rules and under this cast, so that it can grow."""
    state = ledger.state()
    return not state or json.loads(state)["made"] == _made(cast)


def _made(cast: Cast | None) -> str:
    sided = cast is not None and any(actor.side for actor in cast.actors)
    # All else that a cast says, but whose texts others print, stands in the readings.
    return content_id("ledger", RULES, cast if sided else None, houses_of(cast).version)


def _take(desk: Desk, come: Sequence[Reading], gone: Collection[str], decisions: Decisions, cast: Cast | None) -> bool:
    ledger = desk.ledger
    known = ledger.readings({*gone, *(reading.report.id for reading in come)})
    new = {reading.report.id: reading for reading in come if known.get(reading.report.id) != reading}
    lost = {name: known[name] for name in (*gone, *new) if name in known}
    shared = _texts(desk, lost, new, houses_of(cast))
    desk.forget_copies()
    touched, vanished = _tellings(desk, lost, new, shared)
    ledger.drop_readings(lost.keys() - new.keys())
    ledger.keep_readings(list(new.values()))
    desk.forget_readings(lost)
    desk.put_readings(new.values())
    there = {name for pair in shared for name in pair} - (lost.keys() - new.keys())
    families = Families.of(desk.copies, {*new, *there})
    heard = families.around({*new, *there})
    exchange_words(desk, lost.keys() - new.keys(), heard, families, cast)
    rulings = ruled_on(desk, decisions)
    before = ledger.state()
    ruled, state = _ruled(before, rulings, cast)
    touched |= desk.at({node_of(account) for account in ruled}).keys()
    touched |= {node_of(account) for account in ledger.incidents_of(heard) if account not in vanished}
    _regroup(desk, touched, vanished, heard, rulings, cast)
    if state != before:
        ledger.keep_state(state)
    return bool(new or lost or ruled)


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


def _regroup(
    desk: Desk,
    touched: Collection[Node],
    vanished: Collection[Account],
    heard: frozenset[str],
    rulings: Rulings,
    cast: Cast | None,
) -> None:
    """The incidents of all that hang together with the accounts touched are kept in place of those they made before."""
    ledger, found = desk.ledger, regroup(desk, touched, rulings)
    before = _incidents_before(ledger, found, vanished)
    told = [incident for incident in found.incidents if is_told(incident)]
    fresh = [one for one in told if one.id not in before or not heard.isdisjoint(one.report_ids)]
    moved = {telling.account for telling in desk.at(touched).values()}
    ledger.drop_incidents(before - {incident.id for incident in told})
    ledger.renew_incidents([one for one in told if one not in fresh and not moved.isdisjoint(one.accounts)])
    ledger.keep_incidents(_findings(desk, fresh, cast))


def _incidents_before(ledger: Ledger, found: Regrouped, vanished: Collection[Account]) -> set[str]:
    names = {account.report_id for account in (*found.accounts, *vanished)}
    known = ledger.incidents_of(names) if names else {}
    return {known[account] for account in (*found.accounts, *vanished) if account in known}


def is_told(incident: Incident) -> bool:
    """Whether it is more than what one report mentions in passing; what a person decided of is."""
    return incident.main or len(incident.report_ids) > 1 or bool(incident.rulings)


def _findings(desk: Desk, incidents: Sequence[Incident], cast: Cast | None) -> list[IncidentFindings]:
    """All that comparing the accounts of each of these incidents finds, told by their reports and these' families."""
    families = Families.of(desk.copies, {name for incident in incidents for name in incident.report_ids})
    return [_found(desk, incident, families, cast) for incident in incidents]


def _found(desk: Desk, incident: Incident, families: Families, cast: Cast | None) -> IncidentFindings:
    inside = set(incident.report_ids)
    readings = desk.readings(families.around(inside))
    voices, scenes = listen(list(readings.values()), families.copies, cast)
    return IncidentFindings(
        incident,
        copies=tuple(copy for copy in families.copies if copy.first in inside and copy.second in inside),
        origins=find_origins(incident, voices),
        tolls=find_tolls(incident, voices),
        agreements=compare_incident(incident, voices, scenes),
        running=find_running_totals(incident, voices),
        blame=find_blame(incident, voices),
    )
