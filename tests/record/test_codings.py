"""Rounds of coding in the record: kept as they were, and hidden from whoever may not see them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Connection

from accordingto.record.codings import (
    count_coded,
    find_candidates,
    keep_codes,
    keep_round,
    keep_step,
    load_codes,
    load_readings_by_id,
    load_rounds,
    load_steps,
)
from accordingto.record.readings import keep_readings
from accordingto.record.reports import keep_reports
from accordingto.terms.claims import ClaimKind
from accordingto.terms.codings import Code, CodingRound, RoundStep, SampledItem, StepKind
from accordingto.terms.items import item_of
from accordingto.terms.readings import Reading
from accordingto.terms.reviews import Verdict

ANN, BEN, ZOE = "Ann (invented)", "Ben (invented)", "Zoe (invented)"
NOON = datetime(2020, 5, 4, 12, tzinfo=UTC)
FINISH = RoundStep(StepKind.FINISH, ANN, NOON, "done")


@pytest.fixture
def kept(record: Connection, full_reading: Reading) -> CodingRound:
    """A round of both figures of the reading."""
    keep_reports(record, [full_reading.report])
    keep_readings(record, [full_reading])
    items = tuple(SampledItem(item_of(full_reading, ClaimKind.FIGURE, n), full_reading.id, n) for n in range(2))
    made = CodingRound("a trial", (ClaimKind.FIGURE,), (ANN, BEN), 7, False, True, items, ZOE, NOON, "why not")
    keep_round(record, made)
    return made


def code(kept: CodingRound, coder: str, number: int = 0, **more: object) -> Code:
    item = kept.items[number].item.id
    made = Code(kept.id, item, coder, Verdict.CORRECT, (("anchor", [3, 9]), ("low", None)), NOON, "so it is")
    return replace(made, **more)


def test_a_round_and_its_codes_come_back_as_they_were(record: Connection, kept: CodingRound) -> None:
    made = (code(kept, ANN), code(kept, ANN, 1, verdict=Verdict.REJECT, values=()))
    keep_codes(record, made)
    assert load_rounds(record) == (kept,)
    assert load_codes(record, kept, ANN) == made


def test_only_ones_own_codes_are_handed_out_before_the_last_coder_has_finished(
    record: Connection, kept: CodingRound
) -> None:
    keep_codes(record, [code(kept, ANN), code(kept, BEN)])
    keep_step(record, kept, FINISH)
    assert [one.coder for one in load_codes(record, kept, ANN)] == [ANN]
    assert [one.coder for one in load_codes(record, kept, BEN)] == [BEN]
    assert load_codes(record, kept, ZOE) == load_codes(record, kept, "") == ()
    keep_step(record, kept, replace(FINISH, author=BEN))
    assert [one.coder for one in load_codes(record, kept, ZOE)] == [ANN, BEN]


def test_who_goes_on_hides_the_codes_again_and_closing_opens_them(record: Connection, kept: CodingRound) -> None:
    keep_codes(record, [code(kept, ANN), code(kept, BEN)])
    steps = [FINISH, replace(FINISH, kind=StepKind.RESUME), replace(FINISH, author=BEN)]
    for step in steps:
        keep_step(record, kept, step)
    assert load_steps(record, kept) == tuple(steps)
    assert [one.coder for one in load_codes(record, kept, BEN)] == [BEN]
    keep_step(record, kept, RoundStep(StepKind.CLOSE, ZOE, NOON, "time is up"))
    assert len(load_codes(record, kept, BEN)) == 2


def test_counting_leaves_out_what_was_taken_back_and_what_adjudicators_say(
    record: Connection, kept: CodingRound
) -> None:
    first, again = code(kept, ANN), code(kept, ANN, made_at=NOON + timedelta(hours=1))
    keep_codes(record, [first, again, code(kept, ANN, 1), code(kept, ZOE, final=True)])
    assert count_coded(record, kept) == {ANN: 2}
    for one in (first, again):
        keep_codes(record, [code(kept, ANN, verdict=Verdict.UNDO, values=(), takes=one.id)])
    assert count_coded(record, kept) == {ANN: 1}


def test_finds_are_drawn_from_the_readers_own_readings(
    record: Connection, kept: CodingRound, full_reading: Reading
) -> None:
    kinds = (ClaimKind.FIGURE, ClaimKind.BLAME)
    found = find_candidates(record, kinds)
    report = full_reading.report.id
    assert set(found) == {(report, full_reading.id, kind, n) for kind in kinds for n in range(2)}
    assert load_readings_by_id(record, {full_reading.id, "0" * 32}) == {full_reading.id: full_reading}
