"""The learned encoder, with the weights that ship. Every sentence is invented."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.read.encoders import CODEBOOK, FAINT, POLNEAR, Encoder, best_tags


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder.load()


def words(body: str, pieces: tuple[tuple[int, int], ...]) -> list[str]:
    return [body[start:end] for start, end in pieces]


@pytest.mark.parametrize(
    ("body", "source", "cue", "content"),
    [
        ("The mayor said that the bridge was closed.", "The mayor", "said", "the bridge was closed"),
        ("The bridge was closed on Monday the mayor said.", "the mayor", "said", "The bridge was closed on Monday"),
        ("According to the Red Crescent, nine people died.", "the Red Crescent", "According to", "nine people died"),
    ],
)
def test_who_said_what_is_heard(encoder: Encoder, body: str, source: str, cue: str, content: str) -> None:
    [heard] = encoder.hear(body)
    assert (words(body, heard.source), words(body, heard.cue)) == ([source], [cue])
    assert words(body, heard.content) == [content]


def test_the_link_between_speaker_and_outlet_is_heard(encoder: Encoder) -> None:
    body = "A military source told the Reuters news agency that the convoy would leave at dawn."
    [heard] = encoder.hear(body)
    assert words(body, heard.source) == ["A military source"]
    assert words(body, heard.via) == ["the Reuters news agency"]


def test_a_statement_inside_a_statement_is_heard_beside_it(encoder: Encoder) -> None:
    body = "A resident told AFP that the army had announced that the road was safe."
    outer, inner = encoder.hear(body, threshold=FAINT)
    assert (words(body, outer.source), words(body, outer.via)) == (["A resident"], ["AFP"])
    assert (words(body, inner.source), words(body, inner.via)) == (["the army"], ["A resident"])


def test_each_convention_cuts_the_content_its_own_way(encoder: Encoder) -> None:
    body = '"We will not leave," the commander said.'
    [ours] = encoder.hear(body, convention=CODEBOOK)
    [theirs] = encoder.hear(body, convention=POLNEAR)
    assert words(body, ours.content) == ["We will not leave"]
    assert words(body, theirs.content)[0].startswith('"We')


@pytest.mark.parametrize(
    "body", ["", " \n\n ", "word", "\x00\x07", "日本語のテキスト", "نص عربي", "said " * 2000, "x" * 20000]
)
def test_no_text_is_too_odd_to_be_listened_to(encoder: Encoder, body: str) -> None:
    for heard in encoder.hear(body):
        assert all(0 <= start < end <= len(body) for pieces in (heard.source, heard.content) for start, end in pieces)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(["The army", "said", "told Reuters", '"', ",", ".", "he", "9 dead", "\n\n", "that"])))
def test_what_is_heard_stands_in_the_text_and_is_the_same_each_time(encoder: Encoder, parts: list[str]) -> None:
    body = " ".join(parts)
    found = encoder.hear(body, threshold=0.05)
    assert found == encoder.hear(body, threshold=0.05)
    for heard in found:
        assert 0 <= heard.chance <= 1
        for pieces in (heard.source, heard.cue, heard.content, heard.via):
            assert all(0 <= start < end <= len(body) for start, end in pieces)
            assert list(pieces) == sorted(pieces)


@given(st.integers(0, 2**32 - 1))
def test_the_best_run_of_tags_is_lawful(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(2, 12, 9)).astype(np.float32) * 3
    for run in best_tags(scores).tolist():
        for before, after in zip([0, *run], run, strict=False):
            assert after == 0 or after % 2 == 1 or before in (after, after - 1)
