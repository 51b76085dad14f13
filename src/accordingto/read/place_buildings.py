"""Buildings, roads and landmarks: runs of capitals that a word such as "Hospital" ends or "University of" begins."""

from collections.abc import Sequence

from accordingto.read.place_words import PlaceWords
from accordingto.read.sentences import Word

LONGEST_BUILDING = 7  # words: "University of the West of England"


def end_of_building(words: Sequence[Word], at: int, lexicon: PlaceWords) -> int | None:
    """The word after the name of a building that begins at word `at`; None where no such name begins there."""
    after = _end_of_run(words, at, lexicon)
    if words[at].lower in lexicon.landmarks and after > at + 1:
        return after
    heads = (n for n in range(after - 1, at, -1) if _plain(words[n]) in lexicon.buildings)
    last = next(heads, None)
    return None if last is None else last + 1


def _end_of_run(words: Sequence[Word], at: int, lexicon: PlaceWords) -> int:
    """The word after a run of capitals; small joining words may stand inside it, never at its end."""
    after = at + 1
    for number in range(at + 1, min(len(words), at + LONGEST_BUILDING)):
        if words[number - 1].lower.endswith(("'s", "’s")):
            break
        if words[number].text[0].isupper():
            after = number + 1
        elif words[number].lower not in lexicon.in_names:
            break
    return after


def _plain(word: Word) -> str:
    return word.lower[:-2] if word.lower.endswith(("'s", "’s")) else word.lower
