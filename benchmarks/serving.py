"""How fast pages come: `python -m benchmarks.serving --case FILE`; a line for each kind of page.

The real server on one core, and readers who each ask for one page after another from a mix that the seed decides.
`--think 0` lets nobody rest, so that the server is never idle; with more, each rests so many seconds on average.
"""

import argparse
import os
import re
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, RemoteDisconnected
from pathlib import Path
from random import Random
from urllib.parse import quote, urlencode

from sqlalchemy import select

from accordingto.casebook import Casebook, open_case
from accordingto.record.tables import asked, reports, spoken, summaries
from accordingto.terms.ids import speakable

HOST = "127.0.0.1"
START = "from accordingto.cli.main import main; main()"  # the command itself, wherever the package stands
WARMED = 60  # pages asked for before the clock runs: each kind has been made once since the server began
SAMPLE = 400  # incidents, reports and sources that are asked for
# Of a hundred requests so many are for each kind of page; one in five asks for its data.
MIX = {
    "case": 8,
    "incidents": 14,
    "incident": 20,
    "report": 20,
    "source": 8,
    "sources": 4,
    "announcements": 4,
    "map": 4,
    "timeline": 6,
    "search": 8,
    "review": 4,
}
AS_DATA = 0.2
ASSET = re.compile(r'<(?:link rel="(?:stylesheet|icon)"|script)[^>]*?(?:href|src)="(/static/[^"]+)"')


@dataclass(frozen=True, slots=True)
class Answer:
    """What one request took: by the server's own clock, and by the reader's; and how many bytes it brought."""

    kind: str
    served: float
    waited: float
    size: int


@dataclass(frozen=True, slots=True)
class Pool:
    """What there is to be asked for."""

    incidents: Sequence[str]
    reports: Sequence[str]
    sources: Sequence[str]
    places: Sequence[str]
    days: Sequence[str]
    words: Sequence[str]

    @classmethod
    def of(cls, case: Casebook, chance: Random) -> "Pool":
        """Some of the case's own: incidents and reports evenly, voices as often as they are quoted."""
        with case._store.looking() as record:
            told = record.execute(select(summaries.c.name, summaries.c.place, summaries.c.first)).all()
            names = record.execute(select(asked.c.id, asked.c.report)).all()
            keys = record.execute(select(spoken.c.key)).scalars().all()
            some = [row.report for row in chance.sample(names, min(SAMPLE, len(names)))]
            titles = record.execute(select(reports.c.title).where(reports.c.seq.in_(some))).scalars().all()
        found = chance.sample(told, min(SAMPLE, len(told)))
        return cls(
            [row.name for row in found],
            [speakable(row.id) for row in chance.sample(names, min(SAMPLE, len(names)))],
            [chance.choice(keys) for _ in range(SAMPLE)],
            [row.place for row in found if row.place],
            [row.first for row in found if len(row.first) == len("2016-12-13")],
            sorted({word for title in titles for word in re.findall(r"\w{4,}", title)}),
        )


def addresses(pool: Pool, chance: Random) -> Iterator[tuple[str, str]]:
    """Kinds of pages with addresses, without end."""
    kinds = [kind for kind, often in MIX.items() for _ in range(often)]
    while True:
        kind = chance.choice(kinds)
        path, query = _address(kind, pool, chance)
        ending = ".json" if chance.random() < AS_DATA else ""
        path = "/case" if path == "/" and ending else path
        yield kind, f"{path}{ending}{f'?{urlencode(query)}' if query else ''}"


def _address(kind: str, pool: Pool, chance: Random) -> tuple[str, Mapping[str, str]]:
    match kind:
        case "case":
            return "/", {}
        case "incident":
            return f"/incidents/{chance.choice(pool.incidents)}", {}
        case "report":
            return f"/reports/{chance.choice(pool.reports)}", {}
        case "source":
            return f"/sources/{quote(chance.choice(pool.sources), safe='')}", {}
        case "search":
            return "/search", {"q": " ".join(chance.sample(pool.words, chance.randrange(1, 3)))}
        case "incidents" | "map" | "timeline":
            return f"/{kind}", _filter(pool, chance)
        case _:
            return f"/{kind}", {}


def _filter(pool: Pool, chance: Random) -> Mapping[str, str]:
    """Half ask for everything; others for a place, a type, a stretch of days, what is disputed, or a later page."""
    match chance.randrange(10):
        case 0:
            return {"place": chance.choice(pool.places)}
        case 1:
            return {"type": "ASSAULT"}
        case 2:
            return {"since": min(days := chance.choices(pool.days, k=2)), "until": max(days)}
        case 3:
            return {"disputed": "yes"}
        case 4:
            return {"page": str(chance.randrange(2, 6))}
        case _:
            return {}


@contextmanager
def served(path: Path, port: int, core: int) -> Iterator[int]:
    """The server over this case on this core; its process."""
    command = [sys.executable, "-c", START, "--case", str(path), "serve", "--port", str(port)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, preexec_fn=lambda: os.sched_setaffinity(0, {core}))
    try:
        _wait_for(port, server)
        yield server.pid
    finally:
        server.terminate()
        server.wait()


def _wait_for(port: int, server: "subprocess.Popen[bytes]") -> None:
    for _ in range(600):
        try:
            _ask(HTTPConnection(HOST, port, timeout=60), "case", "/static/mark.svg")
            return
        except ConnectionError:
            if server.poll() is not None:
                raise SystemExit("the server did not start") from None
            time.sleep(0.1)
    raise SystemExit("the server did not answer")


def _ask(connection: HTTPConnection, kind: str, address: str) -> tuple[Answer, str]:
    began = time.perf_counter()
    try:
        connection.request("GET", address)
        response = connection.getresponse()
    except RemoteDisconnected:  # the server lets go of who has rested for long
        connection.close()
        connection.request("GET", address)
        response = connection.getresponse()
    body = response.read()
    waited = 1000 * (time.perf_counter() - began)
    if response.status != 200:
        raise SystemExit(f"{address}: {response.status} {body[:300]!r}")
    took = float((response.getheader("server-timing") or "dur=nan").partition("dur=")[2])
    return Answer(kind, took, waited, len(body)), body.decode("utf-8", "replace")


def read_on(port: int, pool: Pool, requests: int, think: float, seed: int) -> list[Answer]:
    """What one reader gets."""
    chance, connection = Random(seed), HTTPConnection(HOST, port, timeout=600)
    found: list[Answer] = []
    for kind, address in addresses(pool, chance):
        found.append(_ask(connection, kind, address)[0])
        if len(found) == requests:
            return found
        time.sleep(chance.expovariate(1 / think) if think else 0)
    return found


def first_load(port: int) -> tuple[int, int]:
    """The bytes of the first page, and of it with everything that it asks for."""
    connection = HTTPConnection(HOST, port, timeout=600)
    page, body = _ask(connection, "case", "/")
    return page.size, page.size + sum(_ask(connection, "file", file)[0].size for file in set(ASSET.findall(body)))


def spent_by(process: int) -> float:
    """The seconds of the processor that the process has taken."""
    told = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(") ")[2].split()
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


def peak_of(process: int) -> float:
    """The most memory the process has held, in MB."""
    told = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    return int(re.findall(r"VmHWM:\s+(\d+) kB", told)[0]) / 1e3


def _report(answers: Sequence[Answer], seconds: float) -> None:
    by_kind: defaultdict[str, list[Answer]] = defaultdict(list)
    for one in answers:
        by_kind[one.kind].append(one)
    for kind in (*MIX, ""):
        some = by_kind[kind] if kind else list(answers)
        if some:
            served = sorted(one.served for one in some)
            size = sum(one.size for one in some) / len(some) / 1000
            print(
                f"{kind or 'all':14} {len(some):5} asked: median {_at(served, 0.5):7.1f} ms, "
                f"95 % under {_at(served, 0.95):7.1f} ms, longest {served[-1]:7.1f} ms; {size:6.1f} kB"
            )
    print(f"{'':14} {len(answers) / seconds:.0f} pages a second", flush=True)


def _at(ordered: Sequence[float], share: float) -> float:
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.serving", description=__doc__)
    parser.add_argument("--case", type=Path, required=True, help="the case to serve")
    parser.add_argument("--readers", type=int, default=8, help="who ask at once (8)")
    parser.add_argument("--requests", type=int, default=100, help="of each reader (100)")
    parser.add_argument("--think", type=float, default=0.0, help="seconds that a reader rests between pages (0)")
    parser.add_argument("--port", type=int, default=8399)
    parser.add_argument("--core", type=int, default=0, help="the core that the server may use (0)")
    parser.add_argument("--seed", type=int, default=1)
    told = parser.parse_args()
    with open_case(told.case) as case:
        pool = Pool.of(case, Random(told.seed))
        numbers = case.catalogue().numbers()
    print(f"{told.case.name}: {numbers}, {told.case.stat().st_size / 1e6:,.0f} MB")
    with served(told.case, told.port, told.core) as process:
        page, whole = first_load(told.port)
        print(f"first load: {page / 1000:.0f} kB of page, {whole / 1000:.0f} kB with its files", flush=True)
        read_on(told.port, pool, WARMED, 0, told.seed - 1)
        spent = spent_by(process)
        with ThreadPoolExecutor(told.readers) as readers:
            seeds = range(told.seed, told.seed + told.readers)
            began = time.perf_counter()
            read = [readers.submit(read_on, told.port, pool, told.requests, told.think, seed) for seed in seeds]
            answers = [one for reader in read for one in reader.result()]
        _report(answers, time.perf_counter() - began)
        print(f"{'processor':14} {1000 * (spent_by(process) - spent) / len(answers):.1f} ms a page")
        print(f"{'memory':14} {peak_of(process):.0f} MB at most", flush=True)


if __name__ == "__main__":
    main()
