"""Openings: the dateline that a story begins with, "BEIRUT (Reuters) -": where it was filed, not where it happened."""

from accordingto.read.sentences import Page, Sentence

LONGEST = 14  # words: "UNITED NATIONS / GENEVA, Wednesday, Dec. 14, 2016 (Reuters) -"
FIRST = 6  # sentences in which a story begins, below its headline, its credits and its day
DASHES = frozenset("-–—") | {"--"}
BETWEEN = frozenset(",/.()|:")


def find_openings(page: Page) -> tuple[tuple[int, int], ...]:
    """The datelines at the head of the text, as ranges of the body."""
    begun = [sentence for sentence in page.sentences[: FIRST + 1] if sentence.start > len(page.report.title)]
    ends = ((sentence.start, _end(sentence)) for sentence in begun)
    return tuple((start, end) for start, end in ends if end is not None)


def _end(sentence: Sentence) -> int | None:
    """Where the dateline of a sentence ends: at a dash with nothing but names, numbers and an agency before it."""
    words = sentence.words[: LONGEST + 1]
    for at, word in enumerate(words[:-1]):
        if word.text in DASHES:
            apart = word.end < words[at + 1].start or (at and words[at - 1].text == ")")
            return word.end if at and apart else None
        if at and words[at - 1].text == ")" and (word.text[0] == "_" or not word.text[0].isascii()):
            return words[at - 1].end  # what a broken encoding leaves of the dash
        if not (word.text[0].isupper() or word.text[0].isdigit() or word.text in BETWEEN):
            return None
    return None
