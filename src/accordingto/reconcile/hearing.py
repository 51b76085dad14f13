"""Hearing: what single reports say of how things stand and what is to come, kept up while reports come and go."""

from collections.abc import Collection, Iterator, Mapping
from datetime import datetime

from accordingto.reconcile.accusations import find_accusations
from accordingto.reconcile.agreement import CLASHES, Clash, find_contradiction, keys_of
from accordingto.reconcile.assertions import Assertion, find_assertions
from accordingto.reconcile.counts import compare_states
from accordingto.reconcile.desks import Desk
from accordingto.reconcile.families import Families, listen
from accordingto.reconcile.keys import number_of
from accordingto.reconcile.ledgers import Ledger
from accordingto.reconcile.outcomes import find_dues, follow_dues
from accordingto.reconcile.pages import read_dues, read_stands, write_dues, write_stands
from accordingto.terms.casts import Cast
from accordingto.terms.findings import Agreement, Outcome
from accordingto.terms.ledgers import Entry

STANDS, DUES = "stands", "dues"  # the kinds of pages
STATES, ACCUSATIONS = len(CLASHES), len(CLASHES) + 1  # ranks of agreements, after those of the clashes

Stands = Mapping[int, Collection[Assertion]]


def follow_pages(ledger: Ledger, *, now: datetime | None = None) -> tuple[Outcome, ...]:
    """What became of each announcement of the reports of a ledger, in order of report and announcement."""
    return follow_dues(map(read_dues, ledger.all_pages(DUES)), now=now)


def exchange_words(
    desk: Desk, gone: Collection[str], heard: Collection[str], families: Families, cast: Cast | None
) -> None:
    """What the reports heard say is kept in place of what was, and of those that are gone nothing."""
    stands, dues, agreements = _heard(desk, heard, families, cast)
    numbers = {number_of(report_id): report_id for report_id in (*gone, *heard)}
    before = {number: read_stands(page) for number, page in desk.ledger.pages(STANDS, numbers).items()}
    lost = [number_of(report_id) for report_id in gone]
    written = {number: write_stands(numbers[number], some) for number, some in stands.items()}
    for kind, pages in ((STANDS, written), (DUES, dues)):
        desk.ledger.drop_pages(kind, lost)
        desk.ledger.keep_pages(kind, pages)
    desk.ledger.strike(_entries(before))
    desk.ledger.enter(_entries(stands))
    for rank, found in agreements.items():
        desk.ledger.keep_agreements(rank, {**dict.fromkeys(gone, ()), **found})
    _contradict(desk, numbers, before, stands)


def _heard(
    desk: Desk, heard: Collection[str], families: Families, cast: Cast | None
) -> tuple[dict[int, tuple[Assertion, ...]], dict[int, str], dict[int, dict[str, tuple[Agreement, ...]]]]:
    """The assertions, the page of dues and the agreements by rank of each of these reports."""
    stands: dict[int, tuple[Assertion, ...]] = {}
    dues: dict[int, str] = {}
    agreements: dict[int, dict[str, tuple[Agreement, ...]]] = {STATES: {}, ACCUSATIONS: {}}
    readings = desk.readings(families.around(heard))
    for family in {families.members[report_id] for report_id in heard}:
        told = [readings[name] for name in sorted(family)]
        voices, scenes = listen(told, families.copies, cast)
        for name in sorted(family.intersection(heard)):
            number, reading = number_of(name), readings[name]
            stands[number] = find_assertions(reading, voices, scenes)
            dues[number] = write_dues(find_dues(reading, voices.root(name), voices, scenes))
            agreements[STATES][name] = compare_states([reading], voices, scenes)
            agreements[ACCUSATIONS][name] = find_accusations([reading], voices)
    return stands, dues, agreements


def _entries(stands: Stands) -> list[Entry]:
    keys = {(key, number) for number, some in stands.items() for one in some for key in keys_of(one)}
    return [Entry(key, number) for key, number in sorted(keys)]


def _contradict(desk: Desk, numbers: Mapping[int, str], before: Stands, now: Stands) -> None:
    """Every report that takes a stand which may be spoken against otherwise than before is looked at again."""
    moved = [(number, one) for stands in (before, now) for number, some in stands.items() for one in some]
    for rank, clash in enumerate(CLASHES):
        own = {number for number, one in moved if one.stand is clash.stand}
        keys = {key for _, one in moved if one.stand is clash.counter for key in clash.taken_by(one)}
        again = own | _bearers(desk, keys)
        if again:
            desk.ledger.keep_agreements(rank, dict(_contradictions(desk, clash, again, numbers)))


def _bearers(desk: Desk, keys: Collection[int]) -> set[int]:
    return {entry.report for held in desk.ledger.entries(keys).values() for entry in held} if keys else set()


def _contradictions(
    desk: Desk, clash: Clash, reports: Collection[int], numbers: Mapping[int, str]
) -> Iterator[tuple[str, tuple[Agreement, ...]]]:
    """For each of these reports what speaks against the stands that it takes now, all of it in one agreement."""
    taken = _stands(desk, reports)
    firm = {number: [one for one in some if one.stand is clash.stand] for number, some in taken.items()}
    keys = {number: {key for one in some for key in clash.against(one)} for number, some in firm.items()}
    bearers = desk.ledger.entries({key for some in keys.values() for key in some})
    spoken = _stands(desk, {entry.report for held in bearers.values() for entry in held})
    for number in sorted(reports):
        against = {entry.report for key in keys.get(number, ()) for entry in bearers.get(key, ())}
        found = find_contradiction(clash, firm.get(number, ()), (one for n in against for one in spoken[n]))
        name = numbers.get(number) or firm[number][0].side.report_id
        yield name, found


def _stands(desk: Desk, reports: Collection[int]) -> Stands:
    pages = desk.ledger.pages(STANDS, reports) if reports else {}
    return {number: read_stands(page) for number, page in pages.items()}
