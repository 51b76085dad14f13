"""Incidents: accounts held to tell of one moment, grouped so that distinct moments never chain together.

Pairs are joined from the likeliest down. A group takes in another only where no two of their accounts exclude each
other and the accounts are alike on the whole, not merely through one member. What a person decided holds before that.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from statistics import fmean

from accordingto.reconcile.likeness import ENOUGH, Likeness, compare, modes_agree, weigh, weigh_enough
from accordingto.reconcile.rulings import Rulings
from accordingto.reconcile.tellings import Telling
from accordingto.terms.ids import content_id
from accordingto.terms.incidents import Account, Incident, Link, Ruling
from accordingto.terms.reviews import Review

ON_THE_WHOLE = 0.65  # two groups join when their accounts reach this share of `ENOUGH` on average
COPIED = 2.0  # a copy tells of the same events as what it was copied from
EXCLUDED = float("-inf")  # the score of two accounts that cannot be one
SAME_WORDS = 0.8  # of the words around two events: the same passage, printed twice

Pair = tuple[Account, Account]
Ties = Mapping[tuple[int, int], float]
"""How alike two tellings are, by their numbers in a list, the lesser first; all are enough."""


def group_accounts(tellings: Sequence[Telling], ties: Ties, judge: "Judge", rulings: Rulings) -> list["Group"]:
    """The groups that these accounts make, which are in order and tied so."""
    judge.know(ties)
    together = judge.put_together(tellings)
    scores = {(a, b): judge.weigh(tellings[a], tellings[b]) for a, b in ties}
    scores = {pair: score for pair, score in scores.items() if score >= ENOUGH}
    scores.update(_numbered(tellings, together))
    groups = _joined(tellings, scores, judge, rulings)
    group_of = {number: index for index, group in enumerate(groups) for number in group}
    inside: defaultdict[int, list[Pair]] = defaultdict(list)
    for first, second in sorted(scores):
        if group_of[first] == group_of[second]:
            inside[group_of[first]].append((tellings[first].account, tellings[second].account))
    members = [[tellings[number] for number in group] for group in groups]
    return [Group.of(some, inside[index], together, judge, rulings) for index, some in enumerate(members)]


def _numbered(tellings: Sequence[Telling], together: Mapping[Pair, Likeness]) -> dict[tuple[int, int], float]:
    if not together:
        return {}
    number = {telling.account: n for n, telling in enumerate(tellings)}
    return {(number[first], number[second]): alike.score for (first, second), alike in together.items()}


@dataclass(frozen=True, slots=True)
class Group:
    """Accounts that make one incident; why they do is put into words when the incident is asked for.

    Most groups that are looked at again are known already, and all that is asked of them is their id.
    """

    id: str
    accounts: tuple[Account, ...]
    main: bool
    rulings: tuple[Ruling, ...]
    tellings: Sequence[Telling]
    pairs: Sequence[Pair]
    together: Mapping[Pair, Likeness]
    judge: "Judge"

    @classmethod
    def of(
        cls,
        tellings: Sequence[Telling],
        pairs: Sequence[Pair],
        together: Mapping[Pair, Likeness],
        judge: "Judge",
        rulings: Rulings,
    ) -> "Group":
        accounts = tuple(telling.account for telling in tellings)
        long_id = content_id("incident", *(f"{a.report_id}#{a.event}" for a in accounts))
        main = any(telling.event.main for telling in tellings)
        return cls(long_id, accounts, main, rulings.of_incident(accounts), tellings, pairs, together, judge)

    @property
    def is_told(self) -> bool:
        """Whether it is more than what one report mentions in passing; what a person decided of is."""
        return self.main or len({account.report_id for account in self.accounts}) > 1 or bool(self.rulings)

    def incident(self) -> Incident:
        """The incident, with its links in words."""
        return _incident(self, tuple(self._link(pair) for pair in self.pairs))

    def _link(self, pair: Pair) -> Link:
        alike = self.together.get(pair) or self.judge.between(pair)
        return Link(*pair, alike.score, alike.reasons, alike.points, alike.review)


class Judge:
    """Compares tellings once a pair, knowing the usual places, which reports are copies, and what people ruled."""

    def __init__(
        self,
        tellings: Iterable[Telling],
        usual: Collection[str],
        copied: Iterable[tuple[str, str]],
        rulings: Rulings,
    ) -> None:
        self._telling = {telling.account: telling for telling in tellings}
        self._rulings = rulings
        self._usual = usual
        self._copied = {both for a, b in copied for both in ((a, b), (b, a))}
        self._known: dict[tuple[int, int], float] = {}

    def know(self, ties: Ties) -> None:
        """The scores of these, by the numbers of the tellings that it was given, need not be worked out again."""
        tellings = tuple(self._telling.values())
        for (first, second), score in ties.items():
            one, other = tellings[first], tellings[second]
            if not self._ruled_apart(one, other):
                self._known[id(one), id(other)] = self._known[id(other), id(one)] = score

    def weigh(self, one: Telling, other: Telling) -> float:
        """How alike the two are by themselves: the score of their likeness, which is worked out once."""
        pair = (id(one), id(other))  # its own tellings, which it holds: an account takes longer to look up
        if pair not in self._known:
            known = self._is_beside(one, other)
            score = self._judged(one, other).score if known else weigh(one, other, self._usual)
            self._known[pair] = self._known[pair[1], pair[0]] = score
        return self._known[pair]

    def weigh_enough(self, one: Telling, other: Telling) -> float:
        """The score of their likeness where it is enough, or less than any where it is not."""
        if not self._is_beside(one, other):
            return weigh_enough(one, other, self._usual)
        score = self._judged(one, other).score
        return score if score >= ENOUGH else EXCLUDED

    def _is_beside(self, one: Telling, other: Telling) -> bool:
        """Whether more is known of the two than what they tell: that they share a text, or what people ruled."""
        reports = one.account.report_id, other.account.report_id
        return reports in self._copied or self._ruled_apart(one, other) is not None

    def score(self, one: Telling, other: Telling) -> float:
        """How alike the two are; accounts that a person put together are judged by their side that is most alike."""
        held = self._rulings.sides
        if not held or (one.account not in held and other.account not in held) or self._ruled_apart(one, other):
            return self.weigh(one, other)
        sides = [held.get(telling.account, ((telling.account,),)) for telling in (one, other)]
        return max(fmean(self.score_of((a, b)) for a in some for b in others) for some, others in product(*sides))

    def put_together(self, tellings: Iterable[Telling]) -> dict[Pair, Likeness]:
        """The pairs that a person put together, with that person's words before what likeness itself would say."""
        together = self._rulings.together
        pairs = {pair for telling in tellings for _, pair in self._rulings.pairs.get(telling.account, ())}
        return {pair: _put_together(self.between(pair), together[pair]) for pair in pairs if pair in together}

    def between(self, pair: Pair) -> Likeness:
        """How alike the two accounts are, and why."""
        return self._judged(self._telling[pair[0]], self._telling[pair[1]])

    def score_of(self, pair: Pair) -> float:
        return self.weigh(self._telling[pair[0]], self._telling[pair[1]])

    def _ruled_apart(self, one: Telling, other: Telling) -> Review | None:
        if not self._rulings.apart:
            return None
        pair = min(one.account, other.account), max(one.account, other.account)
        return self._rulings.apart.get(pair)

    def _judged(self, one: Telling, other: Telling) -> Likeness:
        if review := self._ruled_apart(one, other):
            return Likeness(EXCLUDED, (review.words,))
        alike = compare(one, other, self._usual)
        if (one.account.report_id, other.account.report_id) not in self._copied:
            return alike
        if alike.score > EXCLUDED:
            reasons = (*alike.reasons, "the reports share one text")
            return Likeness(alike.score + COPIED, reasons, (*alike.points, COPIED))
        # A reprint tells of what its original tells of, even where a day or a place was misread in one of them.
        copied = Likeness(ENOUGH + COPIED, ("the same words of one text",), (ENOUGH + COPIED,))
        return copied if _same_words(one, other) else alike


def _put_together(alike: Likeness, review: Review) -> Likeness:
    points = alike.points or (0.0,) * len(alike.reasons)  # what rules a pair out adds nothing
    score = alike.score if alike.points else 0.0
    return Likeness(score, (review.words, *alike.reasons), (0.0, *points), review.id)


def _same_words(one: Telling, other: Telling) -> bool:
    if one.family != other.family or not modes_agree(one.event.mode, other.event.mode):
        return False
    smaller = min(len(one.words), len(other.words))
    return one.event.main == other.event.main and len(one.words & other.words) >= SAME_WORDS * smaller > 0


def _joined(
    tellings: Sequence[Telling], scores: Mapping[tuple[int, int], float], judge: Judge, rulings: Rulings
) -> list[list[int]]:
    """The numbers of the tellings of each group, in order."""
    group_of = _held_together(tellings, rulings)
    apart: set[tuple[tuple[int, int], tuple[int, int]]] = set()
    for first, second in sorted(scores, key=lambda pair: (-scores[pair], pair)):
        one, other = group_of[first], group_of[second]
        if one is other or (_as_now(one), _as_now(other)) in apart:
            continue
        if _belong_together([tellings[n] for n in one], [tellings[n] for n in other], judge):
            merged = sorted([*one, *other])
            group_of.update(dict.fromkeys(merged, merged))
        else:  # as long as neither has grown: what another pair of theirs is asked has the same answer
            apart |= {(_as_now(one), _as_now(other)), (_as_now(other), _as_now(one))}
    return [group for number, group in sorted(group_of.items()) if group[0] == number]


def _held_together(tellings: Sequence[Telling], rulings: Rulings) -> dict[int, list[int]]:
    """For each telling those that people hold together with it, itself included."""
    group_of = {number: [number] for number in range(len(tellings))}
    numbers = {telling.account: number for number, telling in enumerate(tellings)} if rulings.groups else {}
    for held in (group for group in rulings.groups if group[0] in numbers):
        group = [numbers[account] for account in held]
        group_of.update(dict.fromkeys(group, group))
    return group_of


def _as_now(group: Sequence[int]) -> tuple[int, int]:
    """What tells a group from all others, and from what it was before it took in another: groups only grow."""
    return group[0], len(group)


def _belong_together(one: Sequence[Telling], other: Sequence[Telling], judge: Judge) -> bool:
    scores: list[float] = []
    for a, b in product(one, other):
        scores.append(judge.score(a, b))
        if scores[-1] == EXCLUDED:
            return False
    return fmean(scores) >= ENOUGH * ON_THE_WHOLE


def _incident(one: Group, links: tuple[Link, ...]) -> Incident:
    group = one.tellings
    mains = [telling for telling in group if telling.event.main] or list(group)
    lead = mains[0].event
    return Incident(
        id=one.id,
        type=lead.type,
        mode=_commonest(t.event.mode for t in mains if t.event.mode != "other") or lead.mode,
        date=_commonest(t.event.date for t in mains) or _commonest(t.event.date for t in group),
        place=_finest(mains) or _finest(group),
        accounts=one.accounts,
        links=links,
        main=one.main,
        rulings=one.rulings,
    )


def _commonest(values: Iterable[str | None]) -> str | None:
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda value: (-counts[value], value)) if counts else None


def _finest(group: Iterable[Telling]) -> str | None:
    """The name most accounts share; of equals, the one that says most."""
    spellings: defaultdict[frozenset[str], list[str]] = defaultdict(list)
    for telling in group:
        if telling.event.place and telling.place.keys:
            spellings[telling.place.keys].append(telling.event.place.exact)
    if not spellings:
        return None
    keys = min(spellings, key=lambda k: (-len(spellings[k]), sorted(k)))
    return _commonest(spellings[keys])
