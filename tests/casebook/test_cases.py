import os
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

import accordingto
from accordingto.casebook import Casebook, latest_publication, load_inputs, look, open_case
from accordingto.errors import InputError, NothingFound
from accordingto.read.reader import Reader
from accordingto.terms.findings import Comparison
from accordingto.terms.readings import ReaderName
from accordingto.terms.reports import Report

DAY = date(2016, 12, 13)
TEXTS = (
    (
        "Shells hit Qarra market",
        "At least 12 people were killed when shells hit a market in Idlib on Monday, medics said.",
    ),
    ("Qarra toll rises", "The shelling of a market in Idlib on Monday killed 15 people, the Syrian Red Crescent said."),
    ("Army denies it", "The army denied that it shelled the market in Idlib, state media reported."),
)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


@pytest.fixture
def reports() -> tuple[Report, ...]:
    return tuple(
        Report.of(title=title, text=text, outlet=f"Outlet {n} (invented)", published=DAY, ref=f"r{n}")
        for n, (title, text) in enumerate(TEXTS)
    )


@pytest.fixture
def case(tmp_path: Path) -> Casebook:
    return open_case(tmp_path / "case.db")


@pytest.fixture
def full(case: Casebook, reports: tuple[Report, ...], reader: Reader) -> Casebook:
    case.ingest(*reports)
    case.read(reader=reader)
    case.reconcile()
    return case


def test_every_verb_run_again_changes_nothing(case: Casebook, reports: tuple[Report, ...], reader: Reader) -> None:
    assert case.ingest(*reports).new == reports
    assert case.read(reader=reader) == accordingto.ReadDone(3, 0, reader.name)
    assert case.reconcile().changed
    before = (case.reports(), case.readings(), case.comparison())
    again = case.ingest(*reports)
    assert (again.new, again.known) == ((), reports)
    assert case.read(reader=reader) == accordingto.ReadDone(0, 3, reader.name)
    assert not case.reconcile().changed
    assert (case.reports(), case.readings(), case.comparison()) == before


def test_the_case_is_there_when_opened_again(full: Casebook, tmp_path: Path) -> None:
    before = (full.reports(), full.readings(), full.comparison())
    full.close()
    with accordingto.open(tmp_path / "case.db") as case:
        assert (case.reports(), case.readings(), case.comparison()) == before


def test_what_is_recorded_is_what_looking_without_a_case_finds(
    full: Casebook, reports: tuple[Report, ...], reader: Reader
) -> None:
    readings, comparison = look(reports, reader=reader)
    assert full.readings() == readings
    assert full.comparison() == comparison


def test_a_case_in_memory_has_the_same_verbs(reports: tuple[Report, ...], reader: Reader) -> None:
    with accordingto.open(":memory:") as case:
        case.ingest(*reports)
        case.read(reader=reader)
        assert case.reconcile().incidents == len(case.incidents())


def test_the_same_text_under_another_ref_is_known(case: Casebook, reports: tuple[Report, ...]) -> None:
    first = reports[0]
    twin = Report.of(title=first.title, text=first.text, outlet=first.outlet, published=DAY, ref="another")
    done = case.ingest(first, twin)
    assert done.new == (first,)
    assert [report.ref for report in done.known] == ["another"]
    assert case.report("another") == case.report("r0") == first
    assert len(case.reports()) == 1


def test_a_new_report_is_all_that_is_read(case: Casebook, reports: tuple[Report, ...], reader: Reader) -> None:
    case.ingest(*reports[:2])
    case.read(reader=reader)
    case.ingest(*reports)
    steps: list[tuple[int, int]] = []
    done = case.read(reader=reader, on_progress=lambda n, total: steps.append((n, total)))
    assert (done.new, done.skipped) == (1, 2)
    assert steps == [(1, 1)]


def test_two_workers_read_what_one_does(
    case: Casebook, full: Casebook, reports: tuple[Report, ...], reader: Reader
) -> None:
    with open_case(":memory:") as other:
        other.ingest(*reports)
        steps: list[int] = []
        assert other.read(workers=2, on_progress=lambda n, _: steps.append(n)).reader == reader.name
        assert other.readings() == full.readings()
        assert steps == [1, 2, 3]


def test_another_reader_reads_again_and_adds(full: Casebook) -> None:
    class Careful(Reader):
        @property
        def name(self) -> ReaderName:
            return ReaderName("careful", "1", "none")

    assert full.read(reader=Careful()).new == 3
    assert {reading.reader.name for reading in full.readings()} == {"careful"}
    assert full.read(reader=Careful()).new == 0


def test_a_reader_has_one_name_in_every_process(reader: Reader) -> None:
    code = "from accordingto.read.reader import Reader; print(Reader().name)"
    for seed in ("1", "2"):
        environ = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environ)
        assert done.stdout.strip() == str(reader.name), "else another run would read everything again"


def test_a_reader_that_fails_leaves_no_half_of_its_work(
    case: Casebook, reports: tuple[Report, ...], reader: Reader
) -> None:
    class Failing(Reader):
        def read(self, report: Report) -> accordingto.Reading:
            if report.ref == "r2":
                raise RuntimeError("no more")
            return super().read(report)

    case.ingest(*reports)
    with pytest.raises(RuntimeError, match="no more"):
        case.read(reader=Failing())
    assert case.readings() == ()
    assert case.read(reader=reader).new == 3


def test_incidents_are_found_by_id_beginning_and_name(full: Casebook) -> None:
    for found in full.incidents():
        for name in (found.incident.id, found.incident.name):
            assert full.incident(name) == found
    assert full.incidents(), "the invented reports tell of at least one incident"


@pytest.mark.parametrize("asked", ["", "nothing", "%"])
def test_an_incident_nobody_has_is_not_found(full: Casebook, asked: str) -> None:
    with pytest.raises(NothingFound, match="no incident goes by"):
        full.incident(asked)


def test_an_empty_case_answers_every_question_with_nothing(case: Casebook, reader: Reader) -> None:
    assert case.ingest() == accordingto.Ingested((), (), ())
    assert (case.reports(), case.readings(), case.incidents(), case.claims(), case.search("words")) == ((),) * 5
    assert case.comparison() == Comparison((), (), (), ())
    assert case.read(reader=reader).new == 0
    assert case.reconcile().incidents == 0


def test_search_finds_the_words_where_they_stand(full: Casebook) -> None:
    (hit,) = full.search("denied")
    assert hit.report.ref == "r2"
    assert hit.report.body[hit.start : hit.end] == "denied"
    assert "denied that it shelled" in hit.snippet


def test_claims_are_found_with_their_reading(full: Casebook) -> None:
    for hit in full.claims(about="killed"):
        assert hit.reading.report == hit.report
        assert hit.claim in hit.reading.claims
    assert full.claims(source="nobody at all") == ()


def test_a_file_and_what_is_wrong_with_another(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("A title\n\nTwo people were killed in Idlib.\n", encoding="utf-8")
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    loaded = load_inputs(tmp_path / "good.txt", str(tmp_path / "empty.txt"), outlet="The Post", published="2016-12-13")
    assert [(report.title, report.outlet, report.published) for report in loaded.new] == [("A title", "The Post", DAY)]
    assert [type(error).__name__ for error in loaded.refused] == ["EmptyReport"]
    assert all(isinstance(error, InputError) for error in loaded.refused)


NIGHT = datetime(2016, 12, 14, 1, tzinfo=timezone(timedelta(hours=2)))


@pytest.mark.parametrize(
    ("published", "latest"),
    [
        ([], None),
        ([None], None),
        ([DAY], datetime(2016, 12, 13, tzinfo=UTC)),
        ([DAY, None, NIGHT], NIGHT),
        ([date(2016, 12, 14), NIGHT], datetime(2016, 12, 14, tzinfo=UTC)),
        ([datetime(2016, 12, 13, 5)], datetime(2016, 12, 13, 5, tzinfo=UTC)),
    ],
)
def test_the_clock_stands_at_the_latest_publication(published: list[date | None], latest: datetime | None) -> None:
    reports = [Report.of(title=f"{n}", text="Words.", published=when) for n, when in enumerate(published)]
    assert latest_publication(reports) == latest


def test_a_report_dated_in_its_text_alone_moves_the_clock_too() -> None:
    reports = [
        Report.of(title="A", text="Words.", published=DAY),
        Report.of(title="B", text="W.", written=date(2017, 1, 2)),
    ]
    assert latest_publication(reports) == datetime(2017, 1, 2, tzinfo=UTC)
