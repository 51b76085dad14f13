"""Work on this machine: in this process for one worker, in a pool of processes for more."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
Load = Callable[[], Callable[[Item], Result]]

AHEAD = 4  # items a worker may have waiting: enough that none idles, few enough that a long queue stays out of memory


@dataclass(frozen=True, slots=True)
class Local:
    """As many workers as asked for; every one makes its function once and keeps it."""

    workers: int = 1

    def map(self, load: Load[Item, Result], items: Iterable[Item]) -> Iterator[Result]:
        """What the loaded function makes of each item, in order. With more than one worker, `load` is pickled."""
        if self.workers <= 1:
            return map(load(), items)
        return self._map_in_pool(load, items)

    def _map_in_pool(self, load: Load[Item, Result], items: Iterable[Item]) -> Iterator[Result]:
        # Spawned, not forked: an open case file must not be carried into another process.
        context = get_context("spawn")
        waiting: deque[Future[Result]] = deque()
        with ProcessPoolExecutor(self.workers, context, initializer=_take_up, initargs=(load,)) as pool:
            for item in items:
                waiting.append(pool.submit(_work, item))
                if len(waiting) >= self.workers * AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()


class _Worker:
    """What this worker process has loaded: a pool hands its tasks nothing else to keep it in."""

    work: Callable[[Any], Any] | None = None


def _take_up(load: Callable[[], Callable[[Any], Any]]) -> None:
    _Worker.work = load()


def _work(item: Any) -> Any:
    assert _Worker.work is not None
    return _Worker.work(item)
