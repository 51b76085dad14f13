"""Languages: whether a report is in the one that the reader knows. It is read as far as it goes either way."""

from dataclasses import dataclass

from accordingto.read.lexicons import load_lexicon
from accordingto.read.sentences import Page

FEWEST = 20  # words: a shorter text says too little of its language
LEAST = 0.02  # share of these words: at least 0.08 in 204 English reports, mojibake and all; 0 in five other languages
SEEN = 2000  # words looked at: the rest of a long text is taken to go on as it began


@dataclass(frozen=True, slots=True)
class LanguageWords:
    """Words that tell English from other languages."""

    english: frozenset[str]

    @classmethod
    def load(cls) -> "LanguageWords":
        return cls(frozenset(load_lexicon("languages")["english"]))


def language_notes(page: Page, lexicon: LanguageWords) -> tuple[str, ...]:
    """A note where the text seems not to be English, else nothing."""
    words = [word.lower for sentence in page.sentences for word in sentence.words if word.text[0].isalpha()][:SEEN]
    if len(words) < FEWEST:
        return ()
    share = sum(word in lexicon.english for word in words) / len(words)
    if share >= LEAST:
        return ()
    return ("the text seems not to be English; it was read as far as it goes",)
