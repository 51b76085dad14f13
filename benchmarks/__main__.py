"""Speed and memory, on one thread: `python -m benchmarks` (under a minute), `--reports 60` for a quick look."""

import argparse
from time import process_time

from accordingto.read.reader import Reader
from accordingto.reconcile.accounts import compare_accounts
from benchmarks.corpora import Corpus, load_corpus, long_report
from benchmarks.hearing import measure_hearing
from benchmarks.memory import peak
from benchmarks.peers import MODELS, measure_beside
from benchmarks.reading import ReadingSpeed, measure_reading
from benchmarks.startup import measure_help, measure_interpreter

PARSED = 100  # reports given to the peer, and to the encoder alone
LONG = 30_000  # words of the long report: a hundred times the usual, so that anything quadratic shows


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--reports", type=int, default=600, help="how many reports to read and reconcile (600)")
    corpus = load_corpus(parser.parse_args().reports)
    _line("reports", f"{len(corpus.reports)} of {corpus.name}, {corpus.words:,} words")
    _start_up()
    speed = _reading(corpus)
    _hearing(corpus)
    _long(corpus, speed)
    _beside(corpus)
    _reconciling(speed)


def _start_up() -> None:
    bare, helped = measure_interpreter(), measure_help()
    _line("start-up", f"accordingto --help {helped:.2f} s; a bare interpreter {bare:.2f} s; ratio {helped / bare:.1f}")


def _reading(corpus: Corpus) -> ReadingSpeed:
    began = process_time()
    reader = Reader()
    _line("reader", f"ready after {process_time() - began:.2f} CPU s, {peak():.0f} MB")
    speed = measure_reading(corpus.reports, reader)
    _line("reading", f"{speed.words_per_second:,.0f} words per CPU second, {speed.seconds:.1f} CPU s, {peak():.0f} MB")
    for name, seconds in speed.parts.items():
        _line("", f"{seconds / speed.seconds:6.1%}  {1e6 * seconds / speed.words:6.1f} microseconds a word  {name}")
    return speed


def _hearing(corpus: Corpus) -> None:
    seconds = measure_hearing(corpus.reports[:PARSED])
    words = sum(len(report.body.split()) for report in corpus.reports[:PARSED])
    _line("hearing", f"weights ready after {seconds.pop('load'):.2f} CPU s")
    for name, spent in seconds.items():
        _line("", f"        {1e6 * spent / words:6.1f} microseconds a word  {name}")


def _long(corpus: Corpus, usual: ReadingSpeed) -> None:
    speed = measure_reading((long_report(corpus, LONG),), Reader())
    ratio = speed.words_per_second / usual.words_per_second
    _line(
        "one long report",
        f"{speed.words:,} words: {speed.words_per_second:,.0f} words per CPU second; {ratio:.2f} of the usual",
    )


def _beside(corpus: Corpus) -> None:
    ours, parsed = measure_beside(corpus.reports[:PARSED], Reader())
    _line("attributions", f"{ours:,.0f} words per CPU second")
    if parsed is None:
        _line("peer", f"spaCy's {MODELS[0]} is not installed (extra `peers`): nothing to set beside them")
    else:
        _line("peer", f"spaCy's {MODELS[0]}, parse alone, in turn: {parsed:,.0f}; ratio {ours / parsed:.2f}")


def _reconciling(speed: ReadingSpeed) -> None:
    began = process_time()
    found = compare_accounts(speed.readings)
    seconds = process_time() - began
    rate = len(speed.readings) / seconds
    _line(
        "reconciling",
        f"{rate:,.0f} reports per CPU second, {seconds:.1f} CPU s, {len(found.incidents)} incidents, {peak():.0f} MB",
    )


def _line(what: str, words: str) -> None:
    print(f"{what:16} {words}", flush=True)


if __name__ == "__main__":
    main()
