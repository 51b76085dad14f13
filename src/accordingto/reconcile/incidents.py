"""Incidents: accounts held to tell of one moment, grouped so that distinct moments never chain together.

Pairs are joined from the likeliest down. A group takes in another only where no two of their accounts exclude each
other and the accounts are alike on the whole, not merely through one member.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from statistics import fmean

from accordingto.reconcile.candidates import candidate_pairs
from accordingto.reconcile.likeness import ENOUGH, Custom, Likeness, compare, modes_agree
from accordingto.reconcile.tellings import Telling
from accordingto.terms.ids import content_id
from accordingto.terms.incidents import Account, Incident, Link

ON_THE_WHOLE = 0.65  # two groups join when their accounts reach this share of `ENOUGH` on average
COPIED = 2.0  # a copy tells of the same events as what it was copied from
SAME_WORDS = 0.8  # of the words around two events: the same passage, printed twice

Pair = tuple[Account, Account]


def find_incidents(tellings: Sequence[Telling], copied: Iterable[tuple[str, str]] = ()) -> tuple[Incident, ...]:
    """Every incident, in order of date and place; the same for the same tellings in any order."""
    copied = tuple(copied)
    judge = _Judge(tellings, copied)
    pairs = {(a.account, b.account): judge.likeness(a, b) for a, b in candidate_pairs(tellings, copied)}
    links = {pair: alike for pair, alike in pairs.items() if alike.is_enough}
    groups = _joined(tellings, links, judge)
    number = {telling.account: index for index, group in enumerate(groups) for telling in group}
    inside: defaultdict[int, list[Link]] = defaultdict(list)
    for (first, second), alike in sorted(links.items(), key=lambda item: item[0]):
        if number[first] == number[second]:
            inside[number[first]].append(Link(first, second, alike.score, alike.reasons))
    incidents = [_incident(group, inside[index]) for index, group in enumerate(groups)]
    return tuple(sorted(incidents, key=lambda i: (i.date or "9", i.place or "", i.id)))


class _Judge:
    """Compares tellings once a pair, knowing which words are rare and which reports are copies."""

    def __init__(self, tellings: Sequence[Telling], copied: Iterable[tuple[str, str]]) -> None:
        self._custom = Custom.of(tellings)
        self._copied = {frozenset(pair) for pair in copied}
        self._known: dict[Pair, Likeness] = {}

    def likeness(self, one: Telling, other: Telling) -> Likeness:
        pair = (one.account, other.account) if one.account < other.account else (other.account, one.account)
        if pair not in self._known:
            self._known[pair] = self._judged(one, other)
        return self._known[pair]

    def _judged(self, one: Telling, other: Telling) -> Likeness:
        alike = compare(one, other, self._custom)
        if frozenset((one.account.report_id, other.account.report_id)) not in self._copied:
            return alike
        if alike.score > float("-inf"):
            return Likeness(alike.score + COPIED, (*alike.reasons, "the reports share one text"))
        # A reprint tells of what its original tells of, even where a day or a place was misread in one of them.
        return Likeness(ENOUGH + COPIED, ("the same words of one text",)) if _same_words(one, other) else alike


def _same_words(one: Telling, other: Telling) -> bool:
    if one.family != other.family or not modes_agree(one.event.mode, other.event.mode):
        return False
    smaller = min(len(one.words), len(other.words))
    return one.event.main == other.event.main and len(one.words & other.words) >= SAME_WORDS * smaller > 0


def _joined(tellings: Sequence[Telling], links: Mapping[Pair, Likeness], judge: _Judge) -> list[list[Telling]]:
    by_account = {telling.account: telling for telling in tellings}
    group_of = {account: [telling] for account, telling in by_account.items()}
    for first, second in sorted(links, key=lambda pair: (-links[pair].score, pair)):
        one, other = group_of[first], group_of[second]
        if one is not other and _belong_together(one, other, judge):
            merged = sorted([*one, *other], key=lambda telling: telling.account)
            group_of.update((telling.account, merged) for telling in merged)
    return [group for account, group in sorted(group_of.items()) if group[0].account == account]


def _belong_together(one: Sequence[Telling], other: Sequence[Telling], judge: _Judge) -> bool:
    scores = [judge.likeness(a, b).score for a in one for b in other]
    return min(scores) > float("-inf") and fmean(scores) >= ENOUGH * ON_THE_WHOLE


def _incident(group: Sequence[Telling], links: Sequence[Link]) -> Incident:
    accounts = tuple(telling.account for telling in group)
    mains = [telling for telling in group if telling.event.main] or list(group)
    lead = mains[0].event
    return Incident(
        id=content_id("incident", *(f"{a.report_id}#{a.event}" for a in accounts)),
        type=lead.type,
        mode=_commonest(t.event.mode for t in mains if t.event.mode != "other") or lead.mode,
        date=_commonest(t.event.date for t in mains) or _commonest(t.event.date for t in group),
        place=_finest(mains) or _finest(group),
        accounts=accounts,
        links=tuple(links),
        main=any(telling.event.main for telling in group),
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
