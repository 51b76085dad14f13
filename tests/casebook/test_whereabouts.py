"""Whereabouts: the id of an incident goes on to lead somewhere when the incident becomes another."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from accordingto.casebook import Casebook, open_case
from accordingto.errors import Moved, NothingFound
from accordingto.read.reader import Reader
from accordingto.reconcile import growth
from accordingto.record.readings import keep_readings
from accordingto.terms.events import EventType
from accordingto.terms.findings import IncidentFindings
from accordingto.terms.ids import speakable
from accordingto.terms.readings import ReaderName, Reading
from accordingto.terms.reports import Report
from accordingto.terms.spans import Anchor, Span

LATER = datetime(2016, 6, 1, tzinfo=UTC)
OTHER = ReaderName("another (invented)", "1", "")


def add(case: Casebook, reader: Reader, *reports: Report) -> None:
    case.ingest(*reports)
    case.read(reader=reader)
    case.reconcile()


def told_in(case: Casebook, *report_ids: str) -> IncidentFindings:
    (one,) = (one for one in case.incidents() if set(one.incident.report_ids) == set(report_ids))
    return one


@pytest.fixture
def grown(reports: Mapping[str, Report], reader: Reader) -> tuple[Casebook, str]:
    """A case that gained a second report of one shelling, and the id that the incident had of the first alone."""
    case = open_case(":memory:")
    add(case, reader, reports["wire"], reports["jets"])
    before = told_in(case, reports["wire"].id).incident.id
    add(case, reader, reports["post"])
    return case, before


def test_an_incident_that_gained_an_account_is_led_to(
    grown: tuple[Casebook, str], reports: Mapping[str, Report]
) -> None:
    case, before = grown
    now = told_in(case, reports["wire"].id, reports["post"].id).incident
    for asked in (before, before[:12]):
        with pytest.raises(Moved, match=f"is now {now.name}") as caught:
            case.incident(asked)
        assert caught.value.successors == (now.id,)
        with pytest.raises(Moved):
            case.catalogue().incident(asked)
        with pytest.raises(Moved):
            case.why(asked)


def test_the_way_leads_on_however_often_the_incident_grows(
    grown: tuple[Casebook, str], reports: Mapping[str, Report], reader: Reader
) -> None:
    case, first = grown
    second = told_in(case, reports["wire"].id, reports["post"].id).incident.id
    add(case, reader, reports["rival"])
    now = told_in(case, *(reports[name].id for name in ("wire", "post", "rival"))).incident
    for before in (first, second):
        with pytest.raises(Moved) as caught:
            case.incident(before)
        assert caught.value.successors == (now.id,)


def test_an_incident_that_people_split_is_named_with_its_parts_and_is_itself_again_when_they_take_it_back(
    case: Casebook, told_by: Callable[..., IncidentFindings]
) -> None:
    whole = told_by("wire", "post", "rival").incident
    done = case.split(whole.id, ["rival"], "Ada", "another shelling", at=LATER)
    parts = told_by("wire", "post").incident, told_by("rival").incident
    with pytest.raises(Moved, match=f"stands in 2: {parts[0].name}, {parts[1].name}") as caught:
        case.incident(whole.name)
    assert caught.value.successors == tuple(part.id for part in parts)
    case.undo(done.review.id, "Ada", "it was one", at=LATER + timedelta(hours=1))
    assert case.incident(whole.name).incident == replace(whole, rulings=case.incident(whole.id).incident.rulings)
    with pytest.raises(Moved) as caught:
        case.incident(parts[0].id)
    assert caught.value.successors == (whole.id,)


def test_accounts_are_found_again_by_their_words_when_a_report_is_read_anew(grown: tuple[Casebook, str]) -> None:
    """Another reader sees a talk before the shelling: every event goes by another number."""
    case, before = grown
    anew = [_with_a_talk_first(reading) for reading in case.readings()]
    with case._store.writing() as record:
        keep_readings(record, anew)
    case.reconcile()
    with pytest.raises(Moved) as caught:
        case.incident(before)
    assert caught.value.successors
    assert {case.incident(name).incident.type for name in caught.value.successors} == {EventType.ASSAULT}


def _with_a_talk_first(reading: Reading) -> Reading:
    words = "News of"
    trigger = Anchor(reading.report.id, (Span(0, len(words)),), words)
    talk = replace(reading.events[0], trigger=trigger, type=EventType.CONSULT, mode=None)
    return replace(reading, reader=OTHER, events=(talk, *reading.events), figures=(), blame=(), claims=())


def test_what_earlier_rules_found_is_led_on_by_what_others_find(
    grown: tuple[Casebook, str], reports: Mapping[str, Report], reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    case, before = grown
    monkeypatch.setattr(growth, "RULES", -1)
    add(case, reader, reports["rival"])
    with pytest.raises(Moved) as caught:
        case.incident(before)
    assert caught.value.successors == (told_in(case, *(reports[n].id for n in ("wire", "post", "rival"))).incident.id,)


def test_an_incident_of_which_nothing_is_told_any_more_says_so(
    case: Casebook, told_by: Callable[..., IncidentFindings]
) -> None:
    lone = told_by("jets").incident
    report = case.report("jets")
    for find in case.finds(report.id):
        if find.item.kind == "event":
            case.reject(report.id, "event", find.item.id, "Ada", "no such raid", at=LATER)
    with pytest.raises(Moved, match=f"incident {lone.name} is no more.*{speakable(report.id)}") as caught:
        case.incident(lone.id)
    assert (caught.value.successors, caught.value.report_ids) == ((), (report.id,))


def test_a_name_that_never_was_one_is_nothing(case: Casebook) -> None:
    with pytest.raises(NothingFound, match="no incident goes by") as caught:
        case.incident("babab-babab")
    assert not isinstance(caught.value, Moved)


def test_a_second_run_leaves_no_trace(case: Casebook) -> None:
    assert not case.reconcile().changed
    with case._store.looking() as record:
        assert record.exec_driver_sql("SELECT count(*) FROM formers").scalar_one() == 0


def test_what_stands_in_one_incident_is_at_hand_in_the_past_under_the_id_it_had(
    grown: tuple[Casebook, str], reports: Mapping[str, Report], reader: Reader
) -> None:
    case, first = grown
    second = told_in(case, reports["wire"].id, reports["post"].id).incident
    add(case, reader, reports["rival"])
    past = case.as_of(date(2016, 5, 3))
    assert past.incident(first).incident.id == first
    assert past.incident(second.name).incident.id == first
