"""Adjudications: where coders differ somebody decides; what is decided and what all agree on become reviews."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from accordingto.casebook.aftermaths import keep_and_follow
from accordingto.casebook.applying import Answer, reviews_of_answers
from accordingto.casebook.blind import BlindQuestions, items_of_round, named_round
from accordingto.casebook.coded import Applied, CodedItem, Concord, checked_code, code_said, sampled_of
from accordingto.casebook.looks import moment_of
from accordingto.casebook.rounds import check_adjudicator, check_picked, check_seen, looked_over_since
from accordingto.errors import BadReview
from accordingto.terms.codings import Code, CodingRound
from accordingto.terms.decisions import takers_back
from accordingto.terms.reviews import Review, Verdict

if TYPE_CHECKING:
    from accordingto.record.store import Record


class Adjudications(BlindQuestions):
    """The rounds of one case, whose answers are decided on and taken over."""

    def adjudicate(
        self,
        name: str,
        item: str,
        author: str,
        reason: str,
        *,
        at: datetime,
        pick: str | None = None,
        verdict: Verdict | str | None = None,
        values: Mapping[str, Any] | None = None,
        own: bool = False,
        seen: str | None = None,
    ) -> Code:
        """Where coders differ, one of their answers holds (`pick` names the coder), or a third one; it is a review now.

        A coder of the round is refused, unless `own` says that they decide all the same. Whoever says with `seen` which
        decision of it was the last they saw ("" for none) is refused with Overtaken where somebody has decided since.
        """
        from accordingto.record.codings import keep_codes

        with self._store.writing() as record:
            state = named_round(record, name)
            check_adjudicator(state, author, own)
            coded = items_of_round(record, state.round, author, [sampled_of(state.round, item).item.id])[0]
            check_seen(coded, seen)
            said = check_picked(coded, pick) if pick else None
            if coded.concord in (Concord.AGREED, Concord.NONE):
                raise BadReview(f"there is nothing to adjudicate: the item is {coded.concord}")
            made = code_said(
                state.round,
                coded.sampled,
                said.verdict if said else verdict or "",
                (author, reason, at),
                dict(said.values) if said else values or {},
            )
            final = checked_code(replace(made, final=True, picked=pick), coded.sampled, coded.reading)
            keep_codes(record, [final])
            why = f"{final.reason} (coding round {state.round.name})"
            answer = Answer(CodedItem(coded.sampled, coded.reading, coded.codes, final), why)
            self._apply(record, state.round, [answer], author, at)
        return final

    def apply(self, name: str, author: str, *, at: datetime) -> Applied:
        """What all coders of an item say is a review now; what was adjudicated is one already.

        Items that people have looked over since the round was begun are left as they are, and named.
        """
        from accordingto.record.reviews import load_reviews

        with self._store.writing() as record:
            state = named_round(record, name)
            state.check_seen()
            items = items_of_round(record, state.round, author, None)
            done = _applied_items(record, state.round)
            agreed = [one for one in items if one.concord is Concord.AGREED]
            new = [one for one in agreed if one.sampled.item.id not in done]
            since = looked_over_since(state.round, new, load_reviews(record))
            left = {one.sampled.item.id for one in since}
            answers = [
                Answer(one, f"{' and '.join(code.coder for code in one.codes)} agreed, coding round {state.round.name}")
                for one in new
                if one.sampled.item.id not in left
            ]
            made = self._apply(record, state.round, answers, author, at)
        unanswered = tuple(one for one in items if one.answer is None)
        return Applied(made, len(answers), len(agreed) - len(new), since, unanswered)

    def take_back(self, name: str, author: str, reason: str, *, at: datetime) -> tuple[Review, ...]:
        """Every review that came of the round is taken back; its codes and adjudications stay."""
        with self._store.writing() as record:
            asked = named_round(record, name).round
            return self._take_back(record, asked, None, (author, reason, at))

    def _apply(
        self, record: "Record", asked: CodingRound, answers: Sequence[Answer], author: str, at: datetime
    ) -> tuple[Review, ...]:
        from accordingto.record.codings import keep_applied
        from accordingto.record.readings import load_readings_of, own_seqs
        from accordingto.record.reviews import load_reviews

        kept = load_reviews(record)
        reports = {answer.coded.sampled.item.report_id for answer in answers}
        own = load_readings_of(record, reports, lambda of: own_seqs(of=of))
        made = tuple(reviews_of_answers(answers, own, kept, author, at))
        new = [review for review, _ in made]
        keep_and_follow(record, self._shelf, kept, new, reports, grouping=False)
        keep_applied(record, asked, [(review.id, item) for review, item in made])
        return tuple(new)

    def _take_back(
        self, record: "Record", asked: CodingRound, items: Collection[str] | None, who: tuple[str, str, datetime]
    ) -> tuple[Review, ...]:
        from accordingto.record.reviews import load_reviews

        kept, (author, reason, at) = load_reviews(record), who
        mine = {review: item for review, item in _in_force(record, asked).items() if items is None or item in items}
        made = tuple(Review(review, Verdict.UNDO, author, moment_of(at), reason) for review in mine)
        if late := [one for one in kept if one.id in mine and one.made_at >= moment_of(at)]:
            raise BadReview(
                f"{late[0].name} was made {late[0].made_at.isoformat()}, which is later: set the clock right"
            )
        reports = {one.item.report_id for one in asked.items if one.item.id in set(mine.values())}
        keep_and_follow(record, self._shelf, kept, made, reports, grouping=False)
        return made


def _in_force(record: "Record", asked: CodingRound) -> dict[str, str]:
    """The reviews that came of the round and are not taken back, each with its item."""
    from accordingto.record.codings import load_applied
    from accordingto.record.reviews import load_reviews

    undone = takers_back(load_reviews(record))
    return {review: item for review, item in load_applied(record, asked).items() if review not in undone}


def _applied_items(record: "Record", asked: CodingRound) -> frozenset[str]:
    return frozenset(_in_force(record, asked).values())
