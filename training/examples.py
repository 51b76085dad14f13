"""Documents turned into what the network learns from: passages with pivots and the tags each pivot asks for."""

import re
from dataclasses import dataclass
from random import Random

from tokenizers import Tokenizer

from accordingto.read.passages import LONGEST, Passage, cut_passages
from training.corpora import ACTS, ROLES, Convention, Document, Labelled, roughen, to_codebook
from training.model import CONVENTIONS, KINDS

LENGTHS = (112, 208)  # wordpieces: about what is read at once when it ships
SPEECH = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|add(?:s|ed|ing)?|stat(?:e|es|ed|ing|ement)|w(?:rite|rites|rote|riting)"
    r"|call(?:s|ed|ing)?|not(?:e|es|ed|ing)|report(?:s|ed|ing|edly)?|announc|describ|tweet|argu|explain|acknowledg|accus"
    r"|critici|declar|claim|warn|respond|repl(?:y|ies|ied)|den(?:y|ies|ied)|confirm|insist|urg|alleg|according|recall|cit"
    r"|admit|mention|predict|quot|condemn|vow|pledg|suggest|demand|dismiss|blam|reject)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Pivoted:
    """One attribution inside one passage: the pivot's word and kind, the tag of every word, the act (-1 unknown)."""

    convention: int
    word: int
    kind: int
    tags: tuple[int, ...]
    act: int


@dataclass(frozen=True, slots=True)
class Example:
    """A passage with its attributions. `kinds[c][i]` is the pivot kind of word i under convention c, -100 unknown."""

    passage: Passage
    kinds: tuple[tuple[int, ...], ...]
    pivots: tuple[Pivoted, ...]


def examples_of(document: Document, tokenizer: Tokenizer, rng: Random | None = None) -> list[Example]:
    """Every passage of the document. With `rng` the passages are cut anew each time, so that borders move."""
    longest = rng.randint(*LENGTHS) if rng else LONGEST
    return [_example(document, passage) for passage in cut_passages(document.text, tokenizer, longest=longest)]


def rough_examples(documents: list[Document], tokenizer: Tokenizer, rng: Random) -> list[Example]:
    """Every passage of the documents, the texts roughened and the passages cut anew."""
    out = []
    for document in documents:
        polite = document.convention is Convention.CODEBOOK  # these lost their commas already
        rough = roughen(document, rng, commas=0.0 if polite else 0.4, quotes=0.05 if polite else 0.25)
        out += examples_of(rough, tokenizer, rng)
    return out


def _example(document: Document, passage: Passage) -> Example:
    pivots = [found for item in document.labels for found in _pivots(document, passage, item)]
    kinds = [_kinds(document, passage, pivots, c) for c in range(len(CONVENTIONS))]
    return Example(passage, tuple(kinds), tuple(pivots))


def _pivots(document: Document, passage: Passage, item: Labelled) -> list[Pivoted]:
    """The attribution under its own convention; one of PolNeAR with a cue of saying also under the codebook's."""
    own = CONVENTIONS.index(document.convention)
    out = [_pivoted(passage, item, own)]
    if document.convention is Convention.POLNEAR and _is_speech(document.text, item):
        out.append(_pivoted(passage, to_codebook(document.text, item), CONVENTIONS.index(Convention.CODEBOOK)))
    return [found for found in out if found]


def _is_speech(text: str, item: Labelled) -> bool:
    return any(SPEECH.search(text, start, end) for start, end in item.cue)


def _pivoted(passage: Passage, item: Labelled, convention: int) -> Pivoted | None:
    tags = [0] * len(passage.words)
    for number, role in enumerate(ROLES):
        for start, end in item.ranges(role):
            begun = False
            for index, (left, right) in enumerate(passage.words):
                if left < end and start < right:
                    tags[index] = 2 * number + (2 if begun else 1)
                    begun = True
    lead = item.cue[0] if item.cue else item.content[0]
    word = next((i for i, (left, right) in enumerate(passage.words) if left < lead[1] and lead[0] < right), None)
    if word is None:
        return None
    act = ACTS.index(item.act) if item.act else -1
    return Pivoted(convention, word, KINDS.index("cue" if item.cue else "bare"), tuple(tags), act)


def _kinds(document: Document, passage: Passage, pivots: list[Pivoted], convention: int) -> tuple[int, ...]:
    """Under the own convention every other word is no pivot; under the other one only what is not in doubt."""
    if document.convention is CONVENTIONS[convention]:
        kinds = [0] * len(passage.words)
    elif CONVENTIONS[convention] is Convention.CODEBOOK:
        # PolNeAR does not mark nested attributions, and its beliefs may or may not be statements: leave those open.
        inside = [span for item in document.labels for role in ("cue", "content") for span in item.ranges(role)]
        kinds = [-100 if any(l < e and s < r for s, e in inside) else 0 for l, r in passage.words]  # noqa: E741
    else:
        return (-100,) * len(passage.words)
    for pivot in pivots:
        if pivot.convention == convention:
            kinds[pivot.word] = pivot.kind
    return tuple(kinds)
