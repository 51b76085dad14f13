"""Commitments: things said to be coming, by a statement or by the outlet, and when they are due."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from accordingto.read.dues import Due, is_over, read_due
from accordingto.read.holds import Hold
from accordingto.read.lexicons import load_lexicon
from accordingto.read.plans import Cue, Plan, PlanWords, find_plans
from accordingto.read.sentences import Page, Sentence
from accordingto.read.surroundings import Found, Surroundings, find_surroundings, innermost
from accordingto.terms.attributions import Act, Attribution
from accordingto.terms.commitments import Commitment
from accordingto.terms.events import Event, EventType, Status
from accordingto.terms.times import TimeKind, TimeMention

NO_PLAN = (Act.ACCUSE, Act.DEMAND, Act.DENY)  # what these statements say of the future is no commitment
DOUBTFUL = (Act.JUDGE, Act.WARN)  # nor what these do, unless the speaker is to do it, or a deed has its day
NEXT_WORD = re.compile(r"\s+([\w-]+)")
POINTS = (TimeKind.DATE, TimeKind.TIME)  # "for three days" says how long, so it belongs to the plan


@dataclass(frozen=True, slots=True)
class CommitmentWords:
    """The words by which plans are told, and those for deals, whose terms are plans."""

    plans: PlanWords
    deals: frozenset[str]

    @classmethod
    def load(cls) -> "CommitmentWords":
        table = load_lexicon("commitments")
        return cls(PlanWords.of(table), frozenset(table["deals"]))


def read_commitments(
    page: Page,
    statements: Sequence[Attribution],
    events: Sequence[Event],
    times: Sequence[TimeMention],
    lexicon: CommitmentWords,
) -> tuple[Commitment, ...]:
    """Everything that a statement or the outlet says is coming, in reading order."""
    found = Found(statements=statements, times=times)
    surroundings = find_surroundings(page, found)
    ahead = [_ahead(around, found, page) for around in surroundings]
    told = _Told.of(events)
    deal = any(event.type is EventType.AGREE for event in events)
    made = [
        _commitment(page, plan, around, found, told)
        for sentence, whole, around in zip(page.sentences, surroundings, ahead, strict=True)
        if sentence.end > len(page.report.title)
        for plan in find_plans(sentence, _stops(whole, found, page, lexicon), lexicon.plans)
        if _is_held_to(plan, around, found, deal=deal or _tells_deal(sentence, lexicon))
    ]
    # The outlet's own summary of what a statement announces is no second announcement.
    announced = {one.event for one in made if one.statement is not None and one.event is not None}
    return tuple(one for one in made if one.statement is not None or one.event not in announced)


def _ahead(around: Surroundings, found: Found, page: Page) -> Surroundings:
    """The same without the times that had gone by when the report was published."""
    return replace(around, times=[index for index in around.times if not is_over(found.times[index], page)])


def _stops(around: Surroundings, found: Found, page: Page, lexicon: CommitmentWords) -> list[int]:
    """Where in the sentence the words of a plan have to stop: at the edges of statements, cues and times."""
    spans = [span for index in around.statements for span in found.statements[index].content.spans]
    edges = [edge for span in spans for edge in (span.start, span.end)]
    edges += [edge for cue in around.cues for edge in (cue.start, cue.end)]
    whens = (found.times[index] for index in around.times if found.times[index].kind in POINTS)
    return sorted(edges + [when.anchor.start for when in whens if not _names(when, page, lexicon)])


def _names(when: TimeMention, page: Page, lexicon: CommitmentWords) -> bool:
    """Whether the thing that is planned is called by this time: "the Thursday meeting"."""
    after = NEXT_WORD.match(page.body, when.anchor.end)
    return after is not None and after[1].lower() in lexicon.plans.planned


def _is_held_to(plan: Plan, around: Surroundings, found: Found, *, deal: bool) -> bool:
    """Whether someone can be held to it: whoever announces it, says what will be done, or plans it by a firm cue.

    In the outlet's own voice "will" tells of a plan only with a day or an hour, or as the terms of a deal; what is
    heard as a judgement or a warning is one where the speaker is to do it, or where a deed has its day.
    """
    said = innermost(plan.cue[0], around, found)
    act = found.statements[said].act if said is not None else None
    timed = plan.due is not None or _due(plan, around, found) is not None
    if act is Act.ANNOUNCE:
        return plan.hold is not Hold.NONE or timed
    # What is told of an enemy's intentions commits nobody; "it was closing its schools" has to be announced.
    if act in NO_PLAN or plan.hold is Hold.NONE or plan.hostile or plan.kind is Cue.DOING:
        return False
    if act in DOUBTFUL:
        return plan.hold is Hold.OWN or (plan.hold is Hold.DEED and timed)
    if said is None:
        return plan.hold is Hold.FIRM or timed or (plan.hold is not Hold.LOOSE and deal)
    return plan.hold is not Hold.LOOSE or timed


def _tells_deal(sentence: Sentence, lexicon: CommitmentWords) -> bool:
    return any(word.lower in lexicon.deals for word in sentence.words)


def _commitment(page: Page, plan: Plan, around: Surroundings, found: Found, told: "_Told") -> Commitment:
    index = _due(plan, around, found)
    due = read_due(index, found.times, page) if index is not None else None
    words = (due.start, due.end) if due else plan.due
    return Commitment(
        what=page.anchor((plan.start, plan.end)),
        due=page.anchor(words) if words else None,
        due_at=due.moment if due else None,
        due_day=due.day if due else None,
        statement=_statement(plan, around, found),
        event=_event(plan, due, told),
    )


def _due(plan: Plan, around: Surroundings, found: Found) -> int | None:
    """The first time told in its clause or right where that stops; a day on the verb of vowing is none."""
    fit = (index for index in around.times if plan.start <= found.times[index].anchor.start <= plan.reach)
    return next((index for index in fit if found.times[index].kind in POINTS), None)


def _statement(plan: Plan, around: Surroundings, found: Found) -> int | None:
    """The statement that holds the plan, else the one whose cue the plan's own words are ("vowed")."""
    said = innermost(plan.end - 1, around, found)
    if said is not None:
        return said
    return next(
        (
            index
            for index in around.statements
            if (cue := found.statements[index].cue) and cue.start < plan.cue[1] and plan.cue[0] < cue.end
        ),
        None,
    )


@dataclass(frozen=True, slots=True)
class _Told:
    """Events by where their triggers stand, and the planned ones by where their times stand: (start, number)."""

    triggers: list[tuple[int, int]]
    times: list[tuple[int, int]]

    @classmethod
    def of(cls, events: Sequence[Event]) -> "_Told":
        planned = (
            (event.time.start, n) for n, event in enumerate(events) if event.time and event.status is Status.PLANNED
        )
        return cls(sorted((event.trigger.start, n) for n, event in enumerate(events)), sorted(planned))


def _event(plan: Plan, due: Due | None, told: _Told) -> int | None:
    """The event that its words name, else the planned one that is told for the same hour."""
    named = _first_between(told.triggers, plan.start, plan.end)
    if named is not None or due is None:
        return named
    return _first_between(told.times, due.start, due.end)


def _first_between(places: list[tuple[int, int]], start: int, end: int) -> int | None:
    """The lowest number of those that stand here."""
    inside = places[bisect_left(places, (start, 0)) : bisect_left(places, (end, 0))]
    return min((number for _, number in inside), default=None)
