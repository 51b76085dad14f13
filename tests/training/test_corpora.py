"""Corpora in one form, and texts roughened as broken archives keep them. Every text is invented."""

from pathlib import Path
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from training.corpora import (
    ACTS,
    ROLES,
    Convention,
    Document,
    Labelled,
    codebook,
    own,
    own_sets,
    polnear,
    roughen,
    to_codebook,
)

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


def test_what_we_annotated_stands_inside_its_texts(shared: object) -> None:
    documents = [document for name in own_sets() for document in own(name)]
    assert len(documents) > 200
    for document in documents:
        for label in document.labels:
            pieces = [piece for role in ROLES for piece in label.ranges(role)]
            assert label.content
            assert label.act in ACTS
            assert all(0 <= start < end <= len(document.text) for start, end in pieces)


def test_no_wording_of_a_measuring_set_is_learned_from(shared: Path) -> None:
    measured = {run for name in ("seed", "april17b", "july16") for document in codebook(name) for run in runs(document)}
    for name in own_sets():
        for document in own(name):
            told = runs(document)
            assert len(told & measured) <= 0.1 * len(told), document.id


def runs(document: Document) -> set[str]:
    """Runs of eight words."""
    found = document.text.lower().split()
    return {" ".join(found[at : at + 8]) for at in range(len(found) - 7)}
