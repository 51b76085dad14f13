"""Lookalikes: counts and authors of one incident that look opposed and are not, each with the reason."""

from collections.abc import Sequence
from itertools import combinations

from accordingto.reconcile.counts import SUBJECTS, Known, relation, said
from accordingto.reconcile.scopes import counted_apart, told_of_part, within_a_tenth
from accordingto.reconcile.tallies import Count
from accordingto.terms.figures import Bound, Harm
from accordingto.terms.findings import About, Agreement, AgreementKind


def compare_lookalikes(
    counts: Sequence[Count], rivals: frozenset[frozenset[str]] = frozenset()
) -> tuple[Agreement, ...]:
    """Of the counts of one incident at most one note for each harm and reason, and for two voices no more than one."""
    by_harm = {harm: [count for count in counts if count.figure.harm is harm] for harm in dict.fromkeys(_harms(counts))}
    return tuple(note for harm, found in by_harm.items() for note in _notes(harm, found, rivals))


def _harms(counts: Sequence[Count]) -> list[Harm]:
    return sorted((count.figure.harm for count in counts), key=list(Harm).index)


def _notes(harm: Harm, counts: Sequence[Count], rivals: frozenset[frozenset[str]]) -> list[Agreement]:
    known = Known.of(counts, rivals)
    groups: dict[str, list[tuple[Count, Count, str]]] = {}
    told: set[frozenset[str]] = set()
    for one, other in combinations(counts, 2):
        pair = frozenset({one.voice.key, other.voice.key})
        if pair not in told and relation(one, other, known) is None and (found := _why_both(one, other)):
            told.add(pair)
            groups.setdefault(found[0], []).append((one, other, found[1]))
    return [_note(harm, group) for group in groups.values()]


def _why_both(one: Count, other: Count) -> tuple[str, str] | None:
    """The sort of reason, and why two counts that differ can both hold; None where nobody would wonder."""
    if one.voice.key == other.voice.key or one.number == other.number or _vague(one) or _vague(other):
        return None
    if one.reading.report.id == other.reading.report.id and not one.voice.kind == other.voice.kind == "source":
        return None
    less, more = sorted((one, other), key=lambda count: count.number)
    if one.figure.who is not other.figure.who:
        apart = counted_apart(less.figure, more.figure)
        return ("kind", apart) if apart else None
    if part := told_of_part(less.figure, less.reading.report.body, more.figure, more.reading.report.body):
        return "part", part
    if within_a_tenth(one.figure, other.figure):
        return "round number", "a round number stands for what lies near it"
    if one.figure.may_equal(other.figure):
        return "bound", _bound(less, more)
    return None


def _vague(count: Count) -> bool:
    return count.figure.bound is Bound.VAGUE


def _bound(less: Count, more: Count) -> str:
    if less.figure.high is None:
        return f"“{less.figure.anchor.exact}” sets no upper limit"
    if more.figure.low is None:
        return f"“{more.figure.anchor.exact}” sets no lower limit"
    return "one number fits both"


def _note(harm: Harm, group: Sequence[tuple[Count, Count, str]]) -> Agreement:
    one, other, why = group[0]
    sides = dict.fromkeys(count.side for first, second, _ in group for count in (first, second))
    words = f"{said(one)} beside {said(other)} {harm}: {why}"
    return Agreement(AgreementKind.COMPATIBLE, SUBJECTS.get(harm, About.FIGURE), tuple(sides), words)
