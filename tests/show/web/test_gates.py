"""Pages are made a few at a time, of one moment of the case, and told as data exactly as they are."""

import json
import threading
import time
from dataclasses import asdict

import pytest

from accordingto.casebook import open_case
from accordingto.show.web.data import Data
from accordingto.show.web.desk import Desk, Home
from accordingto.show.web.gates import Gate
from accordingto.show.web.pages.cases import case_page
from accordingto.show.web.pages.filters import Filter
from accordingto.show.web.pages.incidents import incident_page
from accordingto.show.web.pages.maps import map_page
from accordingto.terms.reports import Report


def at_once(number, deed):
    threads = [threading.Thread(target=deed) for _ in range(number)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_so_many_pass_at_a_time_and_all_of_them_pass():
    gate, inside, most, passed = Gate(2), [], [], []

    def deed():
        with gate.passed():
            inside.append(1)
            most.append(len(inside))
            time.sleep(0.01)
            inside.pop()
            passed.append(1)

    at_once(8, deed)
    assert max(most) == 2
    assert len(passed) == 8


def test_what_is_not_held_passes_a_gate_that_is_full():
    gate = Gate(1)
    with gate.passed(), gate.passed(held=False):
        pass
    with pytest.raises(ZeroDivisionError), gate.passed():
        raise ZeroDivisionError
    with gate.passed():  # who fails within leaves the gate open
        pass


def test_a_page_is_told_as_data_exactly_as_it_is(case, main):
    desk = Desk(case)
    pages = (
        case_page(desk, "aleppo"),
        map_page(desk, Filter(all="yes")),
        incident_page(desk, Home("aleppo"), main.incident.id),
    )
    for page in pages:
        assert json.loads(Data(page).body) == json.loads(json.dumps(asdict(page)))


def test_what_has_no_shape_as_data_is_an_error():
    with pytest.raises(TypeError):
        Data({"what": object()})


def test_all_that_a_page_asks_is_of_one_moment(own_case):
    with own_case.at_once():
        before = own_case.catalogue().numbers()
        with open_case(own_case._store._path) as other:
            other.ingest(Report.of(title="A mill", text="The mill was mended.", outlet="X (invented)"))
        assert own_case.catalogue().numbers() == before
    assert own_case.catalogue().numbers().reports == before.reports + 1
