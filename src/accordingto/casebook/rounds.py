"""Rounds being made and moved on: what an editor or a coder asks for is done, or refused with the reason."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from accordingto.casebook.coded import CodedItem, RoundState
from accordingto.casebook.looks import moment_of
from accordingto.casebook.samples import Candidate
from accordingto.errors import BadReview, NothingFound, Overtaken
from accordingto.terms.claims import ClaimKind
from accordingto.terms.codings import Code, CodingRound, RoundStep, SampledItem, StepKind
from accordingto.terms.decisions import takers_back
from accordingto.terms.items import item_of
from accordingto.terms.readings import Reading
from accordingto.terms.reviews import Review
from accordingto.terms.users import name_key

FEWEST = 2  # coders: with one there is nothing to agree with
LONGEST = 60  # characters of a name that stands in addresses and lists
Who = tuple[str, str, datetime]


def new_round(
    name: str, kinds: Iterable[ClaimKind | str], coders: Sequence[str], who: Who, seed: int, *, whole: bool, sure: bool
) -> CodingRound:
    """A round without its sample; BadReview where it cannot be. `whole` reports are drawn, `sure` shows confidence."""
    author, reason, at = (" ".join(who[0].split()), " ".join(who[1].split()), moment_of(who[2]))
    called, people = name.strip(), tuple(" ".join(coder.split()) for coder in coders)
    if not author or not reason:
        raise BadReview("a round needs an author and a reason: who reads it later has nothing else")
    if not called or len(called) > LONGEST or "/" in called:
        raise BadReview(f"{name!r} names no round: it takes 1 to {LONGEST} characters without a slash")
    if len(people) < FEWEST or len(set(people)) != len(people) or not all(people):
        raise BadReview(f"a round takes {FEWEST} coders or more, each named once, not {', '.join(people) or 'none'}")
    return CodingRound(called, _kinds(kinds), people, seed, whole, sure, (), author, at, reason)


def _kinds(asked: Iterable[ClaimKind | str]) -> tuple[ClaimKind, ...]:
    """These kinds in their usual order; all of them where none is named. "figures" is as good as "figure"."""
    named: list[ClaimKind] = []
    for one in asked:
        word = str(one).strip().lower()
        fits = [kind for kind in ClaimKind if word in (kind.value, f"{kind.value}s")]
        if word in ("announcement", "announcements"):
            fits = [ClaimKind.COMMITMENT]
        if not fits:
            raise BadReview(f"{one!r} is no kind of find; the kinds are {', '.join(ClaimKind)}")
        named += fits
    return tuple(kind for kind in ClaimKind if kind in named or not named)


def sampled_items(drawn: Sequence[Candidate], readings: Mapping[str, Reading]) -> tuple[SampledItem, ...]:
    """The finds that were drawn as items, report by report in the order of their words."""
    items = [
        SampledItem(item_of(readings[reading], kind, number), reading, number) for _, reading, kind, number in drawn
    ]
    return tuple(sorted(items, key=lambda one: (one.item.report_id, one.item.anchor.spans, one.item.id)))


def step_made(state: RoundState, kind: StepKind, who: Who) -> RoundStep | None:
    """The step as it is kept; None where the round stands so already, BadReview where it cannot be taken."""
    author, reason, at = (" ".join(who[0].split()), " ".join(who[1].split()), moment_of(who[2]))
    named, done = f"round {state.round.name!r}", author in state.finished
    if not author or not reason:
        raise BadReview("a step needs an author and a reason: who reads it later has nothing else")
    if kind is StepKind.CLOSE:
        return None if state.closed else RoundStep(kind, author, at, reason)
    if author not in state.round.coders:
        raise BadReview(f"{author} does not code in {named}; its coders: {', '.join(state.round.coders)}")
    if done == (kind is StepKind.FINISH):
        return None
    if state.closed:
        raise BadReview(f"{named} is closed: its codes stay as they are")
    if kind is StepKind.RESUME and not state.blind:
        raise BadReview(f"all coders of {named} have finished and see each other's answers: nobody codes on")
    return RoundStep(kind, author, at, reason)


def check_adjudicator(state: RoundState, author: str, own: bool) -> None:
    """Raise unless this person may decide between coders now: all is seen, and they gave no answer or say they did."""
    state.check_seen()
    coded = {name_key(coder) for coder in state.round.coders}
    if name_key(author) in coded and not own:
        raise BadReview(
            f"{author} coded in round {state.round.name!r} and would decide about their own answer: "
            "let somebody else, or say that you decide all the same"
        )


def check_picked(coded: CodedItem, pick: str) -> Code:
    """The code of the coder whose answer is taken over."""
    found = next((code for code in coded.codes if code.coder == pick), None)
    if found is None:
        raise NothingFound(f"{pick!r} has not coded this item; {', '.join(c.coder for c in coded.codes)} did")
    return found


def check_seen(coded: CodedItem, seen: str | None) -> None:
    """Raise Overtaken where somebody has decided about the item, or taken that back, since a person looked."""
    if seen is not None and seen != (coded.final.id if coded.final else ""):
        first = f"{coded.final.coder} did: {coded.final.reason}" if coded.final else "what was decided was taken back"
        raise Overtaken(f"somebody else decided first: {first}; look at it and decide again")


def looked_over_since(
    asked: CodingRound, items: Iterable[CodedItem], reviews: Sequence[Review]
) -> tuple[CodedItem, ...]:
    """Those items of which somebody has decided since the round was begun, and has not taken it back.

    Their word is not overruled unseen.
    """
    undone = takers_back(reviews)
    since = {one.subject for one in reviews if one.made_at >= asked.made_at and one.id not in undone}
    return tuple(one for one in items if one.sampled.item.id in since)
