"""Linking: which accounts are alike enough, kept up while tellings come and go; only candidates are compared."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import product

from accordingto.reconcile.candidates import CROWD, blocks_of, meet
from accordingto.reconcile.copying import copy_pair
from accordingto.reconcile.crowds import Change, exchange
from accordingto.reconcile.desks import TELLINGS, Desk, Node, ends_of, node_of
from accordingto.reconcile.incidents import Judge
from accordingto.reconcile.keys import key_of, number_of
from accordingto.reconcile.likeness import ENOUGH
from accordingto.reconcile.pages import write_tellings
from accordingto.reconcile.points import OFTEN_NAMED
from accordingto.reconcile.rulings import Rulings
from accordingto.reconcile.tellings import Telling
from accordingto.terms.decisions import Decisions
from accordingto.terms.ledgers import Entry, Tie

Told = Mapping[str, Sequence[Telling]]
"""Tellings by their report."""
Pair = tuple[Node, Node]
NOBODY = Rulings.of(
    Decisions(), {}
)  # likeness is kept as it is; what people ruled is laid over it when accounts are grouped


def exchange_tellings(desk: Desk, gone: Told, come: Told, copied: Collection[tuple[str, str]]) -> set[Node]:
    """The ties are those of the accounts that are there now; the accounts that may stand otherwise because of it.

    `copied` are the pairs of reports of which more, less or something else is shared than before.
    """
    left = _drop(desk, gone)
    _keep(desk, come)
    names = exchange(desk.ledger, _names(gone), _names(come), OFTEN_NAMED)
    blocks = exchange(desk.ledger, _in_blocks(gone), _in_blocks(come), CROWD)
    renamed = _renamed(desk, names, gone, come)
    new = {node_of(telling.account) for tellings in come.values() for telling in tellings}
    again = new | _members(blocks.fallen) | (renamed if names.fallen else set())
    candidates = _candidates(desk, again, blocks)
    # Not all of these are candidates still: what they shared may be gone, or have become a crowd.
    doubtful = _of_reports(desk, copied) | _of_copies(desk, again) | _tied(desk, renamed)
    doubtful |= _tied(desk, _members(blocks.risen), inside=True)
    changed = _judge(desk, candidates, doubtful - candidates)
    shaken = {node for pair in (*changed, *_of_reports(desk, copied)) for node in pair}
    return {*desk.at(left | renamed | shaken), *new}


def _drop(desk: Desk, gone: Told) -> set[Node]:
    """The tellings of these reports are gone, with their ties; the accounts at the other end of those."""
    numbers = {number_of(report_id) for report_id in gone}
    ties = desk.ledger.ties(numbers) if numbers else ()
    desk.ledger.drop_ties(ties)
    desk.ledger.drop_pages(TELLINGS, numbers)
    for report_id in gone:
        desk.put(report_id, None)
    return {ends_of(tie)[1] for tie in ties}


def _keep(desk: Desk, come: Told) -> None:
    pages = {number_of(report_id): write_tellings(report_id, tellings) for report_id, tellings in come.items()}
    desk.ledger.keep_pages(TELLINGS, pages)
    for report_id, tellings in come.items():
        desk.put(report_id, tellings)


def _names(told: Told) -> list[Entry]:
    """Each report under every place that it names."""
    return [
        Entry(key_of("name", name), number_of(report_id))
        for report_id, tellings in told.items()
        for name in {name for telling in tellings for name in telling.place.keys | telling.around}
    ]


def _in_blocks(told: Told) -> list[Entry]:
    return [
        Entry(block, number_of(report_id), telling.account.event)
        for report_id, tellings in told.items()
        for telling in tellings
        for block in blocks_of(telling)
    ]


def _renamed(desk: Desk, names: Change, gone: Told, come: Told) -> set[Node]:
    """The accounts at a place that has become usual, or is so no more."""
    crossed = {*names.risen, *names.fallen}
    if not crossed:
        return set()
    told = [t for some in (*gone.values(), *come.values()) for t in some]
    words = {name for telling in told for name in telling.place.keys | telling.around}
    moved = {name for name in words if key_of("name", name) in crossed}
    desk.forget_usual(moved)
    reports = {entry.report for held in (*names.risen.values(), *names.fallen.values()) for entry in held}
    tellings = (telling for some in desk.tellings(reports).values() for telling in some)
    return {node_of(telling.account) for telling in tellings if telling.place.keys & moved}


def _members(crossed: Mapping[int, Collection[Entry]]) -> set[Node]:
    return {Node(entry.report, entry.event) for held in crossed.values() for entry in held}


def _candidates(desk: Desk, nodes: Collection[Node], blocks: Change) -> set[Pair]:
    """Each of these accounts with every other in a block of its that is no crowd."""
    lying = {node: blocks_of(telling) for node, telling in desk.at(nodes).items()}
    asked = {block for some in lying.values() for block in some} - blocks.now.keys() - blocks.crowded
    crowded = desk.ledger.crowded(asked) if asked else set()
    held = {**blocks.now, **(desk.ledger.entries(asked - crowded) if asked else {})}
    beside = {node: {entry[1:3] for block in some for entry in held.get(block, ())} for node, some in lying.items()}
    return {_pair(node, Node(*other)) for node, others in beside.items() for other in others - {node}}


def _pair(one: Node, other: Node) -> Pair:
    return (one, other) if one < other else (other, one)


def _of_reports(desk: Desk, copied: Iterable[tuple[str, str]]) -> set[Pair]:
    """Every pair of accounts of two reports that are of one kind."""
    numbers = [(number_of(first), number_of(second)) for first, second in copied]
    told = desk.tellings({number for pair in numbers for number in pair})
    pairs = (pair for one, other in numbers for pair in product(told.get(one, ()), told.get(other, ())))
    return {_pair(node_of(a.account), node_of(b.account)) for a, b in pairs if a.family == b.family}


def _tied(desk: Desk, nodes: Collection[Node], *, inside: bool = False) -> set[Pair]:
    """The pairs that these accounts are tied in; with `inside`, only to each other."""
    if not nodes:
        return set()
    ends = (ends_of(tie) for tie in desk.ledger.ties({node.report for node in nodes}))
    return {_pair(*pair) for pair in ends if pair[0] in nodes and (not inside or pair[1] in nodes)}


def _of_copies(desk: Desk, nodes: Collection[Node]) -> set[Pair]:
    """Every pair of these accounts' reports with their copies."""
    names = {telling.account.report_id for telling in desk.at(nodes).values()}
    return _of_reports(desk, [copy_pair(copy) for copy in desk.copies(names)]) if names else set()


def _judge(desk: Desk, candidates: Collection[Pair], doubtful: Collection[Pair]) -> set[Pair]:
    """Each of these pairs is tied if it is a candidate and alike enough; those of which this was not so before."""
    pairs = {*candidates, *doubtful}
    told = desk.at({node for pair in pairs for node in pair})
    copied = _copied(desk, told.values())
    judge = Judge(told.values(), desk.usual_among(told.values()), copied, NOBODY)
    weighed = {(a, b): judge.weigh_enough(told[a], told[b]) for a, b in pairs if a in told and b in told}
    scores = {pair: score for pair, score in weighed.items() if score >= ENOUGH}
    for pair in _parted(desk, scores.keys() & doubtful, told, copied):
        del scores[pair]
    before = {pair: tie.score for tie in _ties_of(desk, pairs) if (pair := _pair(*ends_of(tie))) in pairs}
    changed = {pair for pair in pairs if scores.get(pair) != before.get(pair)}
    desk.ledger.drop_ties([Tie(*a, *b, before[a, b]) for a, b in changed & before.keys() - scores.keys()])
    desk.ledger.keep_ties([Tie(*a, *b, scores[a, b]) for a, b in changed & scores.keys()])
    return changed


def _parted(
    desk: Desk, pairs: Iterable[Pair], told: Mapping[Node, Telling], copied: Collection[tuple[str, str]]
) -> list[Pair]:
    """Those pairs that share no text, and no block but crowds."""
    reports = {(a, b): sorted(told[node].account.report_id for node in (a, b)) for a, b in pairs}
    own = [pair for pair, names in reports.items() if (names[0], names[1]) not in copied]
    crowded = desk.ledger.crowded({block for a, b in own for block in blocks_of(told[a]) & blocks_of(told[b])})
    return [(a, b) for a, b in own if not meet(told[a], told[b], crowded)]


def _ties_of(desk: Desk, pairs: Collection[Pair]) -> Iterable[Tie]:
    reports = {one.report for one, _ in pairs}
    return desk.ledger.ties(reports) if reports else ()


def _copied(desk: Desk, tellings: Iterable[Telling]) -> set[tuple[str, str]]:
    copies = desk.copies({telling.account.report_id for telling in tellings})
    return {copy_pair(copy) for copy in copies}
