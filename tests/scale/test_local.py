import os
from collections.abc import Callable, Iterator

import pytest

from accordingto.scale.local import Local


def load_double() -> Callable[[int], int]:
    return lambda number: 2 * number


def load_process() -> Callable[[int], tuple[int, int]]:
    made_in = os.getpid()
    return lambda number: (made_in, os.getpid())


def load_fussy() -> Callable[[int], int]:
    def work(number: int) -> int:
        if number == 3:
            raise ValueError("three is too many")
        return number

    return work


@pytest.mark.parametrize("workers", [1, 2])
def test_results_come_in_the_order_of_the_items(workers: int) -> None:
    assert list(Local(workers).map(load_double, range(20))) == [2 * n for n in range(20)]


def test_one_worker_works_in_this_process() -> None:
    assert set(Local(1).map(load_process, range(3))) == {(os.getpid(), os.getpid())}


def test_more_workers_work_elsewhere_and_load_once_each() -> None:
    seen = set(Local(2).map(load_process, range(12)))
    assert all(made_in == worked_in != os.getpid() for made_in, worked_in in seen)
    assert len(seen) <= 2


@pytest.mark.parametrize("workers", [1, 2])
def test_an_error_comes_out_where_its_result_would(workers: int) -> None:
    results = Local(workers).map(load_fussy, range(5))
    assert [next(results) for _ in range(3)] == [0, 1, 2]
    with pytest.raises(ValueError, match="three is too many"):
        next(results)


@pytest.mark.parametrize("workers", [1, 2])
def test_items_are_taken_as_they_are_needed(workers: int) -> None:
    taken = []

    def items() -> Iterator[int]:
        for number in range(1000):
            taken.append(number)
            yield number

    results = Local(workers).map(load_double, items())
    assert next(results) == 0
    assert len(taken) < 20


@pytest.mark.parametrize("workers", [1, 2])
def test_no_items_are_no_results(workers: int) -> None:
    assert list(Local(workers).map(load_double, [])) == []
