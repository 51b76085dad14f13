"""Counts: which figures of one incident agree, which replace earlier ones, and which cannot both be right."""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from accordingto.reconcile.scenes import Scenes
from accordingto.reconcile.scopes import ROUNDED, told_of_part, within_a_tenth
from accordingto.reconcile.stages import is_rising
from accordingto.reconcile.tallies import FIRM, KINDS, Count, counts_of, kind_of, with_stages
from accordingto.reconcile.ties import agreement_between, not_within, tie_words
from accordingto.reconcile.voices import Voices
from accordingto.terms.figures import EVERYBODY, Bound, Harm, Who
from accordingto.terms.findings import About, Agreement, AgreementKind, Side
from accordingto.terms.readings import Reading
from accordingto.terms.spans import Anchor
from accordingto.terms.times import day_words

SUBJECTS = {Harm.KILLED: About.KILLED, Harm.INJURED: About.INJURED, Harm.TRAPPED: About.TRAPPED}
STATES = frozenset({Harm.TRAPPED, Harm.BESIEGED, Harm.DISPLACED})  # how people stand, not what one incident did to them
TALLIED = FIRM | {Bound.ABOUT}  # what a counter gives as the number; "more than 20" and "up to 50" keep their distance
NOT_KNOWN = "they are two voices' counts, and nothing says that the one grew from the other"
RISING = frozenset({Harm.KILLED, Harm.INJURED, Harm.CASUALTIES})  # who was counted once is not taken off again


def compare_counts(counts: Iterable[Count], rivals: Collection[frozenset[str]] = ()) -> tuple[Agreement, ...]:
    """Of the counts of one incident for each harm at most one corroboration and one contradiction, and updates.

    There is one update for each voice whose count grew. `rivals` are the pairs of voices that are known to stand
    against each other: neither updates the other.
    """
    by_kind: defaultdict[tuple[Harm, Who], list[Count]] = defaultdict(list)
    for count in counts:
        kind = count.figure.who if count.figure.who in KINDS else Who.PEOPLE
        by_kind[count.figure.harm, kind].append(count)
    kinds = ((harm, who) for harm in Harm for who in Who if (harm, who) in by_kind)
    return tuple(a for kind in kinds for a in _agreements(kind[0], by_kind[kind], rivals))


def compare_states(readings: Sequence[Reading], voices: Voices, scenes: Scenes) -> tuple[Agreement, ...]:
    """Counts inside one report of people who are trapped, besieged or displaced in one place, by two voices."""
    found: list[Agreement] = []
    for reading in readings:
        counts = list(counts_of(reading, None, voices, scenes, harms=STATES))
        for one, other in combinations(counts, 2):
            same = (one.figure.harm, one.figure.who) == (other.figure.harm, other.figure.who)
            if same and one.voice.key != other.voice.key and one.scene.meets(other.scene) and not _equal(one, other):
                found.append(_state_agreement(one, other))
    return tuple(found)


def _agreements(harm: Harm, counts: Sequence[Count], rivals: Collection[frozenset[str]]) -> Iterable[Agreement]:
    pairs: defaultdict[AgreementKind, list[tuple[Count, Count]]] = defaultdict(list)
    known = Known.of(counts, rivals)
    for one, other in combinations(counts, 2):
        if kind := relation(one, other, known):
            pairs[kind].append((one, other))
    about = SUBJECTS.get(harm, About.FIGURE)
    pairs[AgreementKind.ALIKE] = not_within(pairs[AgreementKind.ALIKE], pairs[AgreementKind.CORROBORATION])
    for kind, why in _WHY.items():
        for group in _GROUPS.get(kind, _together)(pairs[kind]):
            yield Agreement(kind, about, _sides(group, counts), why(harm, group))


def _together(pairs: Sequence[tuple[Count, Count]]) -> Iterable[list[tuple[Count, Count]]]:
    return [list(pairs)] if pairs else []


def _by_number(pairs: Sequence[tuple[Count, Count]]) -> Iterable[list[tuple[Count, Count]]]:
    """Whoever gives one number of one kind of people: two who say 5 do not agree with two who say 8."""
    alike: defaultdict[Hashable, list[tuple[Count, Count]]] = defaultdict(list)
    for one, other in pairs:
        alike[one.number, kind_of(one.figure)].append((one, other))
    return list(alike.values())


def _courses(pairs: Sequence[tuple[Count, Count]]) -> Iterable[list[tuple[Count, Count]]]:
    """For each voice the steps of its own count; of one that counted once, the earlier counts of others it replaced."""
    replaced: defaultdict[str, list[tuple[Count, Count]]] = defaultdict(list)
    for one, other in pairs:
        replaced[other.voice.key].append((one, other))
    return [[pair for pair in found if pair[0].voice.key == key] or found for key, found in replaced.items()]


@dataclass(frozen=True, slots=True)
class Known:
    """What all counts of one harm tell of any two: who is against whom, since when each counts, whose is too low."""

    rivals: frozenset[frozenset[str]]
    since: Mapping[str, date]
    told: Mapping[Hashable, Sequence[Count]]
    outdone: frozenset[tuple[str, Anchor]]

    @classmethod
    def of(cls, counts: Sequence[Count], rivals: Collection[frozenset[str]]) -> "Known":
        pairs = list(combinations((count for count in counts if not count.replaced), 2))
        opposed = [pair for pair in pairs if _exclude(*pair)]
        disputing = {frozenset({a.voice.key, b.voice.key}) for a, b in opposed if _dispute(a, b)}
        excluded = [sorted(pair, key=lambda count: count.number) for pair in opposed]
        # Who counts fewer than others had counted by then does not tell of an earlier stage.
        outdone = frozenset(less.mark for less, more in excluded if more.number > less.number and more.day <= less.day)
        told: defaultdict[Hashable, list[Count]] = defaultdict(list)
        since: dict[str, date] = {}
        for count in counts:
            told[_whose(count)].append(count)
            since[count.voice.key] = min(count.day, since.get(count.voice.key, count.day))
        return cls(frozenset(disputing | {*rivals}), since, told, outdone)

    def has_counted_on(self, count: Count, day: date) -> bool:
        """Whether its voice had counted more by that day: whoever counts on is held to the last count."""
        return any(c.number > count.number and c.day <= day for c in self.told[_whose(count)])


def _whose(count: Count) -> Hashable:
    return count.voice.key, kind_of(count.figure)


def replaced_counts(counts: Sequence[Count], rivals: Collection[frozenset[str]] = ()) -> frozenset[tuple[str, Anchor]]:
    """The marks of those that a later count replaces: the next of the same voice, or of the report that tells it."""
    rising = sorted(with_stages(counts), key=lambda count: (count.day, count.number, count.mark))
    known, pairs = Known.of(rising, rivals), combinations(rising, 2)
    later = ((one, other) for one, other in pairs if relation(one, other, known) is AgreementKind.UPDATE)
    return frozenset(one.mark for one, other in later if replaces(one, other))


def replaces(earlier: Count, later: Count) -> bool:
    """Whether of an update the later takes the earlier back: a voice its own, or a page the one it tells as earlier.

    Another voice's later and higher count may be the same count, grown; but it does not know of the first.
    """
    own = earlier.voice.key == later.voice.key
    return own or (earlier.replaced and later.voice.kind != "source")


def relation(one: Count, other: Count, known: Known) -> AgreementKind | None:
    """How a count stands to one of the same day or later, beside all that are known; None where it says nothing."""
    if one.is_vague or other.is_vague or one.rest or other.rest:
        return None
    if one.replaced or other.replaced:
        return AgreementKind.UPDATE if _outgrown(one, other) else None
    if _may_be_one(one, other) or not (_same_people(one, other) or _counts_on(one, other)):
        return None
    same_report = one.reading.report.id == other.reading.report.id
    if _equal(one, other):
        retold = same_report and not _told_apart(one, other)
        return None if retold else agreement_between(one.voice, other.voice)
    if one.voice.key == other.voice.key:
        step = not same_report and _is_step(one, other) and not _of_other_days(one, other)
        return AgreementKind.UPDATE if step else None
    if same_report and not _told_apart(one, other):
        return None  # "a monitor" in the headline is the body named further down
    if one.day < other.day and other.number > one.number and _replaces(other, one, known):
        return AgreementKind.UPDATE
    if _exclude(one, other) and not _may_have_grown(one, other, known) and not _differ_in_scope(one, other):
        return AgreementKind.CONTRADICTION
    return None


def _of_other_days(one: Count, other: Count) -> bool:
    """Whether the two are told of two days, each by words of its own: the one is no stage of the other."""
    return None not in (one.struck, other.struck) and one.struck != other.struck


def _may_have_grown(one: Count, other: Count, known: Known) -> bool:
    """Whether a toll that only rises may have been the one on an earlier day and the other on a later."""
    if one.figure.harm not in RISING:
        return False
    if known.has_counted_on(min(one, other, key=lambda count: count.number), max(one.day, other.day)):
        return True
    later = one.day < other.day and one.number < other.number
    return later and frozenset({one.voice.key, other.voice.key}) not in known.rivals


def _differ_in_scope(one: Count, other: Count) -> bool:
    """Whether one only counts a part of what the other counts."""
    less, more = sorted((one, other), key=lambda count: count.number)
    return told_of_part(less.figure, less.reading.report.body, more.figure, more.reading.report.body) is not None


def _outgrown(one: Count, other: Count) -> bool:
    """Whether the first is an earlier stage of the other by the words of its report."""
    one_source = one.voice.key == other.voice.key or one.reading.report.id == other.reading.report.id
    grown = kind_of(one.figure) == kind_of(other.figure) and one.number < other.number
    return one.replaced and not other.replaced and one_source and grown


def _told_apart(one: Count, other: Count) -> bool:
    """Whether the two of one report are two voices for sure: "rescuers" named after the Observatory are not it."""
    first = min(one, other, key=lambda count: count.figure.anchor)
    return first.voice.named and not (one.voice.hidden or other.voice.hidden)


def _may_be_one(one: Count, other: Count) -> bool:
    """Whether "almost a dozen" may be the 11 that another counts."""
    return within_a_tenth(one.figure, other.figure) and not _equal(one, other)


def _is_step(one: Count, other: Count) -> bool:
    """Whether a voice that counts again counts more, or corrects one firm number by another."""
    return other.number > one.number or one.figure.bound is other.figure.bound is Bound.EXACT


def _counts_on(one: Count, other: Count) -> bool:
    """Whether a voice that counted civilians now counts more people: it went on counting the same dead."""
    same = one.voice.key == other.voice.key and kind_of(one.figure) == kind_of(other.figure)
    return same and one.day < other.day and one.number < other.number


def _replaces(later: Count, earlier: Count, known: Known) -> bool:
    """Whether a later and higher count of another voice may be the same count, grown."""
    # Who counted before replaces only their own earlier count; a rival's stays a rival's.
    counted_before = known.since[later.voice.key] < later.day
    rivals = frozenset({later.voice.key, earlier.voice.key}) in known.rivals
    return not (counted_before or rivals or earlier.mark in known.outdone or _of_other_days(earlier, later))


def _dispute(one: Count, other: Count) -> bool:
    """Whether two that exclude each other are of the same people, and time alone does not explain it."""
    grown = one.day < other.day and other.number > one.number
    return _same_people(one, other) and not grown and not _equal(one, other)


def _exclude(one: Count, other: Count) -> bool:
    if _may_be_one(one, other) or _is_growing(one, other):
        return False
    return not _may_equal(one, other) or (one.day == other.day and _rivals(one, other))


def _may_equal(one: Count, other: Count) -> bool:
    less = one if one.number <= other.number else other
    return less.least or one.figure.may_equal(other.figure)


def _is_growing(one: Count, other: Count) -> bool:
    """Whether two reports' counts of one day may be two stages of it, since one says that more are to come."""
    if one.day != other.day or one.figure.harm not in RISING or one.reading.report.id == other.reading.report.id:
        return False
    less = one if one.number <= other.number else other
    return less.least and (is_rising(one.reading.report) or is_rising(other.reading.report))


def _same_people(one: Count, other: Count) -> bool:
    """The same kind of people; or more civilians than there are people in all; or two tolls set side by side.

    A share, "68 of them children", is set against shares: "24 children" told alone may be those of one house.
    """
    if (one.figure.part_of is None) != (other.figure.part_of is None):
        return False
    if one.figure.who == other.figure.who:
        return True
    if {one.figure.who, other.figure.who} != EVERYBODY:
        return False
    if one.reading.report.id == other.reading.report.id and one.voice.kind == other.voice.kind == "source":
        return True
    civilians, people = (one, other) if one.figure.who is Who.CIVILIANS else (other, one)
    return civilians.number >= people.number


def _rivals(one: Count, other: Count) -> bool:
    """Two counters' tallies of one day: "at least 40" and "at least 52" are not meant to leave room for each other.

    "At least 22" and "at least 24" are: the counting went on.
    """
    counted = one.figure.bound in TALLIED and other.figure.bound in TALLIED
    less, more = sorted((one, other), key=lambda count: count.number)
    close = less.least and more.least and more.number - less.number <= ROUNDED * more.number
    return counted and not close and one.voice.kind == other.voice.kind == "source"


def _equal(one: Count, other: Count) -> bool:
    return (one.figure.low, one.figure.high) == (other.figure.low, other.figure.high) or one.number == other.number


def _sides(pairs: Sequence[tuple[Count, Count]], counts: Sequence[Count]) -> tuple[Side, ...]:
    inside = {id(count) for pair in pairs for count in pair}
    return tuple(count.side for count in counts if id(count) in inside)


def _why_same(harm: Harm, pairs: Sequence[tuple[Count, Count]]) -> str:
    one, other = pairs[0]
    tie = tie_words((one.voice, one.side), (other.voice, other.side))
    return f"{said(one)} and {said(other)} give the same number of {harm}; {tie}"


def _why_not_both(harm: Harm, pairs: Sequence[tuple[Count, Count]]) -> str:
    one, other = max(pairs, key=lambda pair: abs(pair[0].number - pair[1].number))
    reason = "tallies of one day" if _may_equal(one, other) else "no number fits both"
    return f"{said(one)} against {said(other)} {harm}: {reason}"


def _why_later(harm: Harm, pairs: Sequence[tuple[Count, Count]]) -> str:
    first, last = pairs[0][0], max((other for _, other in pairs), key=lambda count: (count.day, count.number))
    widest = max(pairs, key=lambda pair: abs(pair[0].number - pair[1].number))
    one, other = (first, last) if first.number != last.number else widest
    course = "rises" if other.number > one.number else "is corrected"
    if replaces(one, other):
        return f"the count of {harm} {course} from {said(one)} to {said(other)}: the later replaces the earlier"
    why = "the report tells the first as an earlier count" if one.replaced else NOT_KNOWN
    return f"a later count of {harm} is higher, {said(other)} after {said(one)}: {why}"


def said(count: Count) -> str:
    """The words with whose they are, and of which day: “41” (the mayor, 3 May 2019)."""
    day = count.reading.report.day
    told = "an earlier count in a report of " if count.replaced else ""
    when = f", {told}{day_words(day)}" if day else ""
    return f"“{count.figure.anchor.exact}” ({count.voice.called}{when})"


def _state_agreement(one: Count, other: Count) -> Agreement:
    less, more = sorted((one, other), key=lambda count: count.number)
    about = SUBJECTS.get(one.figure.harm, About.FIGURE)
    sides = (one.side, other.side)
    if not one.figure.may_equal(other.figure):
        why = f"{said(one)} against {said(other)} {one.figure.harm}: no number fits both"
        return Agreement(AgreementKind.CONTRADICTION, about, sides, why)
    low, high = less.figure.anchor.exact, more.figure.anchor.exact
    why = f"“{low}” sets no upper limit, so “{high}” {more.figure.harm} can hold beside it"
    return Agreement(AgreementKind.COMPATIBLE, about, sides, why)


_GROUPS = {
    AgreementKind.CORROBORATION: _by_number,
    AgreementKind.ALIKE: _by_number,
    AgreementKind.UPDATE: _courses,
}
_WHY = {
    AgreementKind.CORROBORATION: _why_same,
    AgreementKind.ALIKE: _why_same,
    AgreementKind.CONTRADICTION: _why_not_both,
    AgreementKind.UPDATE: _why_later,
}
