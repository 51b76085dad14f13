"""Codings: the rounds of a case in which people judge finds blind, from the draw to the last coder's last word."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from accordingto.casebook.adjudications import Adjudications
from accordingto.casebook.blind import items_of_round, named_round, state_of
from accordingto.casebook.coded import RoundState, checked_code, code_said, sampled_of
from accordingto.casebook.rounds import new_round, sampled_items, step_made
from accordingto.casebook.samples import draw
from accordingto.errors import BadReview, NothingFound
from accordingto.terms.claims import ClaimKind
from accordingto.terms.codings import Code, CodingRound, StepKind
from accordingto.terms.ids import goes_by
from accordingto.terms.reviews import Verdict

Said = tuple[str, Verdict | str, Mapping[str, Any], str]  # an item, a verdict, the fields that differ, and a reason


class Codings(Adjudications):
    """The rounds of one case. Each verb is one transaction; `at` is when the person acts."""

    def start(
        self,
        name: str,
        coders: Sequence[str],
        author: str,
        reason: str,
        *,
        sample: int,
        at: datetime,
        seed: int = 0,
        kinds: Iterable[ClaimKind | str] = (),
        by_reports: bool = False,
        confidence: bool = False,
    ) -> CodingRound:
        """A new round: so many finds of these kinds (of all where none is named), or all those of so many reports.

        The same reports, readings and seed draw the same. With `confidence`, coders see how sure the reader was.
        """
        from accordingto.record.codings import find_candidates, keep_round, load_readings_by_id, load_rounds

        planned = new_round(name, kinds, coders, (author, reason, at), seed, whole=by_reports, sure=confidence)
        with self._store.writing() as record:
            if planned.id in {one.id for one in load_rounds(record)}:
                raise BadReview(f"the case has a round {planned.name!r} already; give this one another name")
            drawn = draw(find_candidates(record, planned.kinds), sample=sample, seed=seed, by_reports=by_reports)
            readings = load_readings_by_id(record, {reading for _, reading, *_ in drawn})
            made = replace(planned, items=sampled_items(drawn, readings))
            keep_round(record, made)
        return made

    def code(
        self,
        name: str,
        item: str,
        verdict: Verdict | str,
        coder: str,
        reason: str,
        *,
        at: datetime,
        values: Mapping[str, Any] | None = None,
    ) -> Code:
        """The coder says of the item that it is right, none, or otherwise in these fields; the last word counts."""
        return self.code_all(name, [(item, verdict, values or {}, reason)], coder, at=at)[0]

    def code_all(self, name: str, said: Iterable[Said], coder: str, *, at: datetime) -> tuple[Code, ...]:
        """All of these codes of one coder are kept, or none where one of them cannot be."""
        from accordingto.record.codings import keep_codes

        with self._store.writing() as record:
            state = named_round(record, name)
            state.check_open_to(coder)
            meant = [(sampled_of(state.round, one[0]).item.id, one) for one in said]
            only = {item for item, _ in meant}
            items = {one.sampled.item.id: one for one in items_of_round(record, state.round, coder, only)}
            made = []
            for item, (_, verdict, values, reason) in meant:
                coded = items[item]
                code = code_said(state.round, coded.sampled, verdict, (coder, reason, at), values)
                made.append(checked_code(code, coded.sampled, coded.reading))
            keep_codes(record, made)
        return tuple(made)

    def undo(self, name: str, code: str, author: str, reason: str, *, at: datetime) -> Code:
        """A code is taken back by its coder while the round is open to them; an adjudication by anybody.

        With an adjudication go the reviews that it made.
        """
        from accordingto.record.codings import keep_codes, load_codes

        with self._store.writing() as record:
            state = named_round(record, name)
            fits = [one for one in load_codes(record, state.round, author) if goes_by(one.id, code)]
            if len(fits) != 1 or fits[0].verdict is Verdict.UNDO:
                raise NothingFound(f"no code of round {state.round.name!r} that you may take back goes by {code!r}")
            taken = fits[0]
            if taken.final:
                self._take_back(record, state.round, {taken.item_id}, (author, reason, at))
            else:
                state.check_open_to(author)
            who = author if taken.final else taken.coder
            back = Code(state.round.id, taken.item_id, who, Verdict.UNDO, (), at, reason, taken.id, taken.final)
            keep_codes(record, [back])
        return back

    def finish(self, name: str, coder: str, reason: str, *, at: datetime) -> RoundState:
        """The coder is done. When the last one is, all see what all said."""
        return self._step(name, StepKind.FINISH, (coder, reason, at))

    def resume(self, name: str, coder: str, reason: str, *, at: datetime) -> RoundState:
        """The coder goes on after all; not once the others' answers could be seen."""
        return self._step(name, StepKind.RESUME, (coder, reason, at))

    def close(self, name: str, author: str, reason: str, *, at: datetime) -> RoundState:
        """Nobody codes in the round any more, finished or not, and all see what all said."""
        return self._step(name, StepKind.CLOSE, (author, reason, at))

    def _step(self, name: str, kind: StepKind, who: tuple[str, str, datetime]) -> RoundState:
        from accordingto.record.codings import keep_step

        with self._store.writing() as record:
            state = named_round(record, name)
            step = step_made(state, kind, who)
            if step:
                keep_step(record, state.round, step)
            return state_of(record, state.round)
