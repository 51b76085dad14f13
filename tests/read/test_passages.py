"""Passages: a body cut into what an encoder reads at once. Every text is invented."""

from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from accordingto.read.passages import CLS, SEP, cut_passages


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    text = resources.files("accordingto.read.weights").joinpath("tokenizer.json").read_text(encoding="utf-8")
    made = Tokenizer.from_str(text)
    made.no_truncation()
    made.no_padding()
    return made


@given(st.text())
def test_every_word_stands_where_its_passage_says_and_none_comes_twice(tokenizer: Tokenizer, body: str) -> None:
    words = [word for passage in cut_passages(body, tokenizer) for word in passage.words]
    assert all(0 <= start < end <= len(body) for start, end in words)
    assert words == sorted(set(words))


def test_a_short_text_is_one_passage_with_a_mark_after_each_paragraph(tokenizer: Tokenizer) -> None:
    body = "Shells fell.\n\nThe mayor spoke."
    [passage] = cut_passages(body, tokenizer)
    assert (passage.pieces[0], passage.pieces[-1], passage.pieces.count(SEP)) == (CLS, SEP, 2)
    assert [body[start:end] for start, end in passage.words] == ["Shells", "fell", ".", "The", "mayor", "spoke", "."]


def test_paragraphs_stay_whole_where_they_fit(tokenizer: Tokenizer) -> None:
    body = "\n\n".join(["The mayor of the town spoke to us about it."] * 8)
    lengths = {passage.pieces.count(SEP) for passage in cut_passages(body, tokenizer, longest=40)}
    assert lengths == {3, 2} or lengths == {3}


@pytest.mark.parametrize("body", ["word " * 3000, "x" * 3000, "One sentence here. " * 400])
def test_no_passage_is_longer_than_asked(tokenizer: Tokenizer, body: str) -> None:
    passages = list(cut_passages(body, tokenizer, longest=64))
    assert all(len(passage.pieces) <= 64 for passage in passages if len(passage.words) > 1)


def test_a_long_paragraph_is_cut_after_a_sentence(tokenizer: Tokenizer) -> None:
    body = "The convoy left at dawn. " * 30
    first, *_ = cut_passages(body, tokenizer, longest=64)
    start, end = first.words[-1]
    assert body[start:end] == "."
