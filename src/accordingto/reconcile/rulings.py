"""Rulings: which accounts people's decisions hold together and which apart, once clashes between them are settled."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from accordingto.terms.decisions import OF_ACCOUNTS, Decision, Decisions, KeptReview, Standing, in_order, takers_back
from accordingto.terms.incidents import Account, Ruling
from accordingto.terms.reviews import Review
from accordingto.terms.spans import Anchor

Pair = tuple[Account, Account]
Sides = tuple[tuple[Account, ...], ...]


@dataclass(frozen=True, slots=True)
class Rulings:
    """Pairs of accounts with the review that holds them together or apart; of two that clash, the later one holds.

    `groups` are the accounts held together, directly or through others. `sides` has for each of them the accounts that
    stood together before anybody decided: what is alike with one side is alike with the whole. `pairs` has for each
    account all that is ruled of it.
    """

    together: Mapping[Pair, Review]
    apart: Mapping[Pair, Review]
    pairs: Mapping[Account, tuple[tuple[Review, Pair], ...]]
    groups: tuple[tuple[Account, ...], ...]
    sides: Mapping[Account, Sides]

    @classmethod
    def of(cls, decisions: Decisions, triggers: Mapping[Account, Anchor]) -> "Rulings":
        """What the decisions say of these accounts, given with their triggers; the same in any order of accounts."""
        fitted = [_Fitted.of(decision, fits_of(decision, triggers)) for decision in decisions.made]
        group_of: dict[Account, frozenset[Account]] = {}
        together: dict[Pair, Review] = {}
        apart: dict[Pair, Review] = {}
        for found in reversed(fitted):
            kept = together if found.decision.together else apart
            for pair in found.pairs():
                if _holds(pair, found.decision, group_of, apart):
                    kept.setdefault(pair, found.decision.review)
        groups = sorted({tuple(sorted(group)) for group in group_of.values()})
        sides = _sides(groups, fitted, set(together.values()))
        return cls(together, apart, _by_account(together, apart), tuple(groups), sides)

    def of_incident(self, accounts: Sequence[Account]) -> tuple[Ruling, ...]:
        """What people decided of an incident of these accounts, in the order of the decisions."""
        found: defaultdict[Review, set[Account]] = defaultdict(set)
        for review, pair in (said for account in accounts for said in self.pairs.get(account, ())):
            found[review].update(pair)
        inside = frozenset(accounts)
        ordered = sorted(found, key=lambda review: (review.made_at, review.id))
        return tuple(Ruling(r, tuple(sorted(found[r] & inside)), tuple(sorted(found[r] - inside))) for r in ordered)


@dataclass(frozen=True, slots=True)
class _Fitted:
    """A decision with the accounts that its two sides are now."""

    decision: Decision
    first: tuple[Account, ...]
    second: tuple[Account, ...]

    @classmethod
    def of(cls, decision: Decision, fits: Mapping[Anchor, Account]) -> "_Fitted":
        first, second = ({fits[a] for a in side if a in fits} for side in (decision.first, decision.second))
        return cls(decision, tuple(sorted(first)), tuple(sorted(second)))

    def pairs(self) -> Iterator[Pair]:
        return ((min(pair), max(pair)) for pair in product(self.first, self.second) if pair[0] != pair[1])


def fits_of(decision: Decision, triggers: Mapping[Account, Anchor]) -> dict[Anchor, Account]:
    """The account that each trigger of a decision stands for now: the one whose own shares most characters with it.

    Read anew, a report may have no event there any more: then the trigger fits none, and waits.
    """
    reports = {anchor.report_id for anchor in decision.anchors}
    near = [(account, own) for account, own in triggers.items() if account.report_id in reports]
    found = ((anchor, [(a, own) for a, own in near if own.touches(anchor)]) for anchor in decision.anchors)
    return {anchor: min(some, key=lambda fit: _distance(fit, anchor))[0] for anchor, some in found if some}


def _distance(fit: tuple[Account, Anchor], anchor: Anchor) -> tuple[int, bool, Account]:
    account, own = fit
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in own.spans for b in anchor.spans)
    return -shared, own.exact != anchor.exact, account


def _holds(
    pair: Pair, decision: Decision, group_of: dict[Account, frozenset[Account]], apart: Mapping[Pair, Review]
) -> bool:
    """Whether later decisions leave room for this one about a pair; if so, those put together become one group."""
    one, other = (group_of.get(account, frozenset({account})) for account in pair)
    if not decision.together:
        return one != other
    if one != other and any((min(p), max(p)) in apart for p in product(one, other)):
        return False
    group_of.update(dict.fromkeys(one | other, one | other))
    return True


def _by_account(*ruled: Mapping[Pair, Review]) -> dict[Account, tuple[tuple[Review, Pair], ...]]:
    said: defaultdict[Account, list[tuple[Review, Pair]]] = defaultdict(list)
    for pair, review in (item for pairs in ruled for item in pairs.items()):
        for account in pair:
            said[account].append((review, pair))
    return {account: tuple(some) for account, some in said.items()}


def _sides(
    groups: Sequence[tuple[Account, ...]], fitted: Sequence[_Fitted], holding: set[Review]
) -> dict[Account, Sides]:
    merges = [found for found in fitted if found.decision.together and found.decision.review in holding]
    sides: dict[Account, Sides] = {}
    for group in groups:
        stood: defaultdict[tuple[bool, ...], list[Account]] = defaultdict(list)
        for account in group:
            stood[tuple(account in side for found in merges for side in (found.first, found.second))].append(account)
        sides.update(dict.fromkeys(group, tuple(tuple(side) for side in stood.values())))
    return sides


def find_standings(reviews: Iterable[Review], triggers: Mapping[Account, Anchor]) -> tuple[KeptReview, ...]:
    """What each review does now to accounts with these triggers, in the order they were made."""
    ordered = in_order(reviews)
    undone, rulings = takers_back(ordered), Rulings.of(Decisions.of(ordered), triggers)
    ruling = {*rulings.together.values(), *rulings.apart.values()}
    return tuple(_standing(review, undone.get(review.id), triggers, ruling) for review in ordered)


def _standing(
    review: Review, undone_by: Review | None, triggers: Mapping[Account, Anchor], ruling: set[Review]
) -> KeptReview:
    if review.verdict not in OF_ACCOUNTS:
        return KeptReview(review, Standing.UNDONE if undone_by else Standing.IN_FORCE, undone_by)
    decision = Decision.of(review)
    fits = fits_of(decision, triggers)
    waiting = tuple(anchor for anchor in decision.anchors if anchor not in fits)
    if undone_by:
        return KeptReview(review, Standing.UNDONE, undone_by, waiting)
    if review in ruling:
        return KeptReview(review, Standing.IN_FORCE, waiting=waiting)
    says_something = any(_Fitted.of(decision, fits).pairs())
    return KeptReview(review, Standing.REPLACED if says_something else Standing.RESTING, waiting=waiting)
