"""Corpora: enough different reports to measure on, with or without the folder `shared`."""

import pytest

from benchmarks import corpora
from benchmarks.corpora import load_corpus, long_report


@pytest.fixture
def examples_only(monkeypatch, tmp_path):
    monkeypatch.setattr(corpora, "FAKES", tmp_path / "absent.jsonl")


def test_a_corpus_is_as_large_as_asked_and_no_report_is_there_twice(examples_only):
    corpus = load_corpus(40)
    assert len({report.id for report in corpus.reports}) == 40
    assert "examples" in corpus.name


def test_a_smaller_corpus_is_the_beginning_of_a_larger_one(examples_only):
    assert load_corpus(40).reports[:7] == load_corpus(7).reports


def test_a_long_report_has_about_the_words_asked_for(examples_only):
    words = len(long_report(load_corpus(6), 5_000).body.split())
    assert 5_000 <= words < 5_400
