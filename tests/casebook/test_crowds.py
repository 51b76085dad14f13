"""Several people deciding at once, in threads and processes of their own, on one case file: nothing is lost."""

import multiprocessing
import shutil
import sys
import threading
from collections import Counter
from datetime import UTC, datetime

import pytest

from accordingto.casebook import open_case
from accordingto.errors import Overtaken
from accordingto.terms.reviews import Verdict

SIX = [f"Person {n} (invented)" for n in range(6)]
FORK = multiprocessing.get_context("fork" if sys.platform != "win32" else None)


@pytest.fixture
def path(tmp_path, reports, reader):
    """The file of a case that several people will open."""
    with open_case(tmp_path / "case.db") as case:
        case.ingest(*reports.values())
        case.read(reader=reader)
        case.reconcile()
    return tmp_path / "case.db"


def at_once(path, deed):
    """What became of the deed for each of six people, who all begin at the same moment: "done", or the error."""
    start, became = threading.Barrier(len(SIX)), {}

    def act(who):
        with open_case(path) as case:
            start.wait()
            try:
                deed(case, who)
                became[who] = "done"
            except Exception as error:
                became[who] = error

    threads = [threading.Thread(target=act, args=(who,)) for who in SIX]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return became


def check_one_of_six(path, became):
    """One was done and kept, and each of the others was told of it."""
    with open_case(path) as case:
        (kept,) = case.reviews()
    assert Counter(type(one) for one in became.values()) == {str: 1, Overtaken: 5}
    assert became[kept.review.author] == "done"
    for error in became.values():
        if error != "done":
            assert kept.review.words in str(error)


def test_of_six_words_on_one_find_one_is_kept_and_the_others_are_told(path):
    with open_case(path) as case:
        find = case.queue()[0].find
        named = (find.item.report_id, find.item.kind, find.item.id)

    def deed(case, who):
        verb = case.accept if int(who.split()[1]) % 2 else case.reject
        verb(*named, who, f"said by {who}", at=datetime.now(UTC), seen="")

    check_one_of_six(path, at_once(path, deed))


def test_of_six_splits_of_one_incident_one_is_kept_and_the_others_are_told(path):
    with open_case(path) as case:
        incident = max(case.incidents(), key=lambda found: len(found.incident.report_ids)).incident
        names = [case.report(report_id).id for report_id in incident.report_ids]
    ready = threading.Barrier(len(SIX))

    def deed(case, who):
        look = case.incident

        def looked(name):
            found = look(name)
            ready.wait()  # all six have looked before anybody decides
            return found

        case.incident = looked
        case.split(incident.id, [names[int(who.split()[1]) % 3]], who, f"said by {who}", at=datetime.now(UTC))

    check_one_of_six(path, at_once(path, deed))


def test_of_six_who_take_one_decision_back_one_is_kept(path):
    with open_case(path) as case:
        incident = max(case.incidents(), key=lambda found: len(found.incident.report_ids)).incident
        made = case.split(incident.id, [incident.report_ids[0]], "Zoe", "two", at=datetime.now(UTC)).review
    ready = threading.Barrier(len(SIX))

    def deed(case, who):
        look, first = case._made, []

        def looked():
            found = look()
            if not first:
                first.append(True)
                ready.wait()
            return found

        case._made = looked
        case.undo(made.id, who, f"said by {who}", at=datetime.now(UTC))

    became = at_once(path, deed)
    assert Counter(type(one) for one in became.values()) == {str: 1, Overtaken: 5}
    with open_case(path) as case:
        assert [kept.review.verdict for kept in case.reviews()] == [Verdict.SPLIT, Verdict.UNDO]


def test_words_on_six_finds_are_all_kept_in_the_order_they_came(path):
    with open_case(path) as case:
        finds = [one.find.item for one in case.queue()[:6]]
    moment = datetime.now(UTC)  # the same for all: who waits for another has the older clock

    def deed(case, who):
        item = finds[int(who.split()[1])]
        case.accept(item.report_id, item.kind, item.id, who, "as the words say", at=moment, seen="")

    assert set(at_once(path, deed).values()) == {"done"}
    with open_case(path) as case:
        assert {kept.review.author for kept in case.reviews()} == set(SIX)


def test_who_waited_for_another_decides_after_them_whatever_their_clock_said(path):
    with open_case(path) as one, open_case(path) as other:
        first, second = sorted(one.incidents(), key=lambda found: -len(found.incident.report_ids))[:2]
        item = one.queue()[0].find.item
        early, late = datetime(2026, 3, 1, 12, tzinfo=UTC), datetime(2026, 3, 1, 13, tzinfo=UTC)
        made = one._made

        def slow():
            kept = made()
            one._made = made
            other.accept(item.report_id, item.kind, item.id, "Omar", "quicker", at=late, seen="")
            return kept

        one._made = slow
        done = one.merge(first.incident.id, second.incident.id, "Mira", "one raid", at=early)
        assert [kept.review.author for kept in one.reviews()] == ["Omar", "Mira"]
        assert late < done.review.made_at


def _accept_all(path, who, finds, gate, told):
    gate.wait()
    counts = Counter()
    with open_case(path) as case:
        for item in finds:
            try:
                case.accept(item.report_id, item.kind, item.id, who, f"said by {who}", at=datetime.now(UTC), seen="")
                counts["kept"] += 1
            except Overtaken:
                counts["told"] += 1
    told.put((who, counts["kept"], counts["told"]))


@pytest.mark.skipif(sys.platform == "win32", reason="forks the way Unix does")
def test_two_processes_that_go_through_one_queue_keep_every_word_once(path, tmp_path):
    copy = shutil.copy(path, tmp_path / "shared.db")
    with open_case(copy) as case:
        finds = [one.find.item for one in case.queue()]
    gate, told = FORK.Barrier(2), FORK.Queue()
    workers = [FORK.Process(target=_accept_all, args=(copy, who, finds, gate, told)) for who in SIX[:2]]
    for worker in workers:
        worker.start()
    counts = [told.get(timeout=120) for _ in workers]
    for worker in workers:
        worker.join()
    assert sum(kept for _, kept, _ in counts) == len(finds)
    assert sum(refused for _, _, refused in counts) == len(finds)
    with open_case(copy) as case:
        assert Counter(kept.review.subject for kept in case.reviews()) == Counter(item.id for item in finds)
