"""Counts how many background reports use each word: `python -m training.count_words`.

Writes `reconcile/lexicons/rarity.txt`: counts only. Counted are the FA-KES reports outside the months of the two
measuring windows, and PolNeAR's train articles: no text that likeness is measured on says which words are rare.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from accordingto.reconcile.tellings import WORD
from training.corpora import SHARED, polnear

OUT = Path(__file__).resolve().parents[1] / "src" / "accordingto" / "reconcile" / "lexicons" / "rarity.txt"
WINDOWS = ("2016-07", "2017-04")  # the months of july16 and april17b
FEWEST = 3  # reports; what fewer use is rare enough, whichever it is


def main() -> None:
    texts = [*_fakes(), *(document.text for document in polnear("train"))]
    OUT.write_text("\n".join(_lines(len(texts), count_texts(texts))) + "\n", encoding="utf-8")


def _fakes() -> Iterator[str]:
    for line in (SHARED / "data" / "fakes" / "reports.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["published"][:7] not in WINDOWS:
            yield f"{row['title']}\n\n{row['text']}"


def count_texts(texts: Iterable[str]) -> Counter[str]:
    """In how many of the texts each word stands."""
    return Counter(word for text in texts for word in set(WORD.findall(text.lower())))


def _lines(texts: int, counts: Counter[str]) -> Iterator[str]:
    """The number of texts, then for each count the words that so many of them use."""
    words: defaultdict[int, list[str]] = defaultdict(list)
    for word, count in counts.items():
        if count >= FEWEST:
            words[count].append(word)
    yield f"{texts} texts"
    yield from (f"{count} {' '.join(sorted(words[count]))}" for count in sorted(words, reverse=True))


if __name__ == "__main__":
    main()
