"""Views: what each voice of an incident holds on one subject, weighed pair by pair into agreements."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Generic, TypeVar

from accordingto.reconcile.ties import AGREEING, agreement_between, not_within, tie_words
from accordingto.reconcile.voices import Voice
from accordingto.terms.findings import About, Agreement, AgreementKind, Side
from accordingto.terms.times import day_words

Held = TypeVar("Held")


@dataclass(frozen=True, slots=True)
class View(Generic[Held]):
    """What one voice of one report holds on one subject, and the words it stands on."""

    voice: Voice
    side: Side
    held: Held

    @property
    def said(self) -> str:
        """The words and whose they are: “at dawn” (the miller, 3 May 2019)."""
        when = f", {day_words(self.side.as_of)}" if self.side.as_of else ""
        return f"“{' '.join(self.side.anchor.exact.split())}” ({self.voice.called}{when})"


@dataclass(frozen=True, slots=True)
class Verdict:
    """How two views stand to each other, and why; `sort` says what makes two only look opposed ("scope")."""

    kind: AgreementKind
    why: str
    sort: str = ""


Relate = Callable[[View[Held], View[Held]], Verdict | None]
_Judged = tuple[View[Held], View[Held], Verdict]


def weigh(about: About, views: Sequence[View[Held]], relate: Relate[Held]) -> tuple[Agreement, ...]:
    """At most one contradiction, one corroboration for each thing that is agreed on, a note of those who tell it alike
    but not independently, an update for each voice that corrected itself, and for what only looks opposed one note for
    each reason, in which no two voices stand that are told of already."""
    ordered = sorted(views, key=lambda view: (str(view.side.as_of or ""), view.side.report_id, view.side.anchor))
    judged: defaultdict[AgreementKind, list[_Judged[Held]]] = defaultdict(list)
    for one, other in combinations(ordered, 2):
        if (verdict := relate(one, other)) and (kind := _between(one, other, verdict.kind)):
            judged[kind].append((one, other, verdict))
    told = {_pair(found) for kind in judged if kind is not AgreementKind.COMPATIBLE for found in judged[kind]}
    borne_out = _by_reason(judged[AgreementKind.CORROBORATION])
    groups = [
        *((AgreementKind.CORROBORATION, group) for group in borne_out),
        *((AgreementKind.ALIKE, group) for group in _alike(judged[AgreementKind.ALIKE], borne_out)),
        (AgreementKind.CONTRADICTION, judged[AgreementKind.CONTRADICTION]),
        *((AgreementKind.UPDATE, group) for group in _by_voice(judged[AgreementKind.UPDATE])),
        *((AgreementKind.COMPATIBLE, group) for group in _by_sort(judged[AgreementKind.COMPATIBLE], told)),
    ]
    return tuple(_agreement(kind, about, group) for kind, group in groups if group)


def _between(one: View[Held], other: View[Held], kind: AgreementKind) -> AgreementKind | None:
    """What the verdict is worth between these two voices; None where it says nothing."""
    if one.voice.key == other.voice.key:
        again = kind is AgreementKind.CONTRADICTION and _later(one, other)
        return AgreementKind.UPDATE if again else None
    if one.side.report_id == other.side.report_id and not one.voice.kind == other.voice.kind == "source":
        return None  # an outlet's own words retell what it quotes further down
    if kind is AgreementKind.CORROBORATION:
        return agreement_between(one.voice, other.voice)
    return None if _one_text(one, other) else kind


def _later(one: View[Held], other: View[Held]) -> bool:
    return (
        one.voice.kind == "source"
        and one.voice.named
        and one.side.report_id != other.side.report_id
        and one.side.as_of != other.side.as_of
    )


def _one_text(one: View[Held], other: View[Held]) -> bool:
    """Whether a reprint may only have garbled what it repeats: its own words are its original's."""
    return one.voice.kind == other.voice.kind == "outlet" and bool(one.voice.links & other.voice.links)


def _pair(found: _Judged[Held]) -> frozenset[str]:
    return frozenset({found[0].voice.key, found[1].voice.key})


def _alike(
    found: Iterable[_Judged[Held]], borne_out: Iterable[Sequence[_Judged[Held]]]
) -> Iterator[list[_Judged[Held]]]:
    """Who agrees on one thing but not independently, without those who are borne out in the same thing by others."""
    known = {group[0][2].why: [pair[:2] for pair in group] for group in borne_out}
    for group in _by_reason(found):
        pairs = not_within([pair[:2] for pair in group], known.get(group[0][2].why, ()))
        left = {(id(one), id(other)) for one, other in pairs}
        yield [pair for pair in group if (id(pair[0]), id(pair[1])) in left]


def _by_voice(found: Iterable[_Judged[Held]]) -> list[list[_Judged[Held]]]:
    groups: defaultdict[str, list[_Judged[Held]]] = defaultdict(list)
    for one in found:
        groups[one[0].voice.key].append(one)
    return list(groups.values())


def _by_reason(found: Iterable[_Judged[Held]]) -> list[list[_Judged[Held]]]:
    """Those who agree on one thing: "both tell of shelling" is not "both tell of planes"."""
    groups: defaultdict[str, list[_Judged[Held]]] = defaultdict(list)
    for one in found:
        groups[one[2].why].append(one)
    return list(groups.values())


def _by_sort(found: Iterable[_Judged[Held]], told: set[frozenset[str]]) -> list[list[_Judged[Held]]]:
    """One group for each reason; a pair of voices stands in the first that fits it, and in none where they differ."""
    groups: defaultdict[str, list[_Judged[Held]]] = defaultdict(list)
    taken = dict.fromkeys(told, "")
    for one in found:
        if taken.setdefault(_pair(one), one[2].sort) == one[2].sort:
            groups[one[2].sort].append(one)
    return list(groups.values())


def _agreement(kind: AgreementKind, about: About, group: Sequence[_Judged[Held]]) -> Agreement:
    one, other, verdict = group[0]
    inside = {id(view): view for first, second, _ in group for view in (first, second)}
    sides = dict.fromkeys(view.side for view in (one, other, *inside.values()))
    tie = f"; {tie_words((one.voice, one.side), (other.voice, other.side))}" if kind in AGREEING else ""
    return Agreement(kind, about, tuple(sides), f"{one.said} {_BESIDE[kind]} {other.said}: {verdict.why}{tie}")


_BESIDE = {
    AgreementKind.CORROBORATION: "and",
    AgreementKind.ALIKE: "and",
    AgreementKind.CONTRADICTION: "against",
    AgreementKind.UPDATE: "and later",
    AgreementKind.COMPATIBLE: "beside",
}
