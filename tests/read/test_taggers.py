from collections.abc import Callable

import pytest

from accordingto.read import taggers as t
from accordingto.read.sentences import SentenceWords, divide
from accordingto.read.taggers import LexiconTagger, Tags
from accordingto.terms.attributions import Act
from accordingto.terms.reports import Report

TAGGER = LexiconTagger.load()


def tags_of(report: Report) -> tuple[list[str], Tags]:
    """The words of the first sentence after the title, and the tags of the page."""
    page = divide(report, SentenceWords.load())
    return [word.text for word in page.sentences[1].words], TAGGER.tag(page)


@pytest.mark.parametrize(
    ("text", "word", "mark"),
    [
        ("The monitor spoke", "monitor", t.VOICE),
        ("He told Reuters", "Reuters", t.HEARER),
        ("on Tuesday", "Tuesday", t.TIME),
        ("troops shelled it", "shelled", t.VERB),
        ("Near Harasta", "Harasta", t.CAPITAL),
        ("a group which left", "which", t.RELATIVE),
    ],
)
def test_a_word_is_marked_with_the_part_it_can_play(
    report_of: Callable[..., Report], text: str, word: str, mark: int
) -> None:
    words, tags = tags_of(report_of(text))
    assert tags.marks[1][words.index(word)] & mark


def test_a_capital_that_only_opens_the_sentence_is_no_name(report_of: Callable[..., Report]) -> None:
    _, tags = tags_of(report_of("The army left"))
    assert not tags.marks[1][0] & t.CAPITAL


@pytest.mark.parametrize(
    ("text", "cue", "frame", "act"),
    [
        ("The envoy said it was over.", "said", "clause", Act.ASSERT),
        ("It burned, according to residents.", "according to", "according", Act.ASSERT),
        ("Norland called on all sides to stop.", "called on", "object", Act.DEMAND),
        ("They accused the army of looting.", "accused", "object", Act.ACCUSE),
        ("The guard told reporters so.", "told", "tell", Act.ASSERT),
        ("The army reportedly left.", "reportedly", "hidden adverb", Act.ASSERT),
        ("The mayor put the death toll at nine.", "put", "clause", Act.ASSERT),
    ],
)
def test_a_cue_is_found_with_all_its_words(
    report_of: Callable[..., Report], text: str, cue: str, frame: str, act: Act
) -> None:
    words, tags = tags_of(report_of(text))
    [found] = tags.cues[1]
    assert (" ".join(words[found.first : found.last]), found.frame, found.act) == (cue, frame, act)


@pytest.mark.parametrize(
    "text", ["The United States moved troops.", "The blast claimed the lives of six.", "A dog ran."]
)
def test_what_only_looks_like_a_cue_makes_no_frame(report_of: Callable[..., Report], text: str) -> None:
    _, tags = tags_of(report_of(text))
    assert [cue.frame for cue in tags.cues[1] if cue.frame != "none"] == []
