"""Corpora in one form, and texts roughened as broken archives keep them. Every text is invented."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from training.corpora import Convention, Document, Labelled, codebook, polnear, roughen, to_codebook

TEXT = 'The mayor, who fled, said that the bridge was shut. "We wait," she said.'


def at(words: str) -> tuple[tuple[int, int], ...]:
    start = TEXT.index(words)
    return ((start, start + len(words)),)


def words(text: str, pieces: tuple[tuple[int, int], ...]) -> list[str]:
    return [text[start:end] for start, end in pieces]


LABELS = (
    Labelled(source=at("The mayor, who fled"), cue=at("said"), content=at("that the bridge was shut")),
    Labelled(source=at("she"), cue=at("said."), content=at('"We wait,"')),
)
DOCUMENT = Document("invented", TEXT, LABELS, Convention.POLNEAR)


def test_a_content_is_cut_as_the_codebook_cuts_it() -> None:
    cut = [words(TEXT, to_codebook(TEXT, label).content) for label in LABELS]
    assert cut == [["the bridge was shut"], ["We wait"]]


def test_labels_move_with_the_words_when_marks_are_lost() -> None:
    rough = roughen(DOCUMENT, Random(1), commas=1.0, quotes=1.0)
    assert "," not in rough.text
    assert '"' not in rough.text
    assert [words(rough.text, label.content) for label in rough.labels] == [["that the bridge was shut"], ["We wait"]]
    assert words(rough.text, rough.labels[0].source) == ["The mayor who fled"]


@given(st.integers(0, 1000), st.floats(0, 1), st.floats(0, 1))
def test_roughening_loses_nothing_but_marks(seed: int, commas: float, quotes: float) -> None:
    rough = roughen(DOCUMENT, Random(seed), commas=commas, quotes=quotes)
    assert set(TEXT) - set(rough.text) <= set(',"')
    assert len(rough.labels) == len(LABELS)


def test_both_corpora_load_with_their_words_in_place(shared: object) -> None:
    reports, articles = codebook("train1"), polnear("dev")
    assert sum(len(report.labels) for report in reports) > 150
    assert sum(len(article.labels) for article in articles) > 2000
    for document in (*reports, *articles):
        for label in document.labels:
            assert all(document.text[start:end].strip() for start, end in label.content)
