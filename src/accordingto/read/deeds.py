"""Deeds: what each sentence tells of in PLOVER's terms, acts of speech among them.

The codebook wants the incidents of a report, in which speech alone is no event. PLOVER codes sentences, and there a
demand, a charge or a threat is an event like any other. Both conventions share `EventType`; this one is only measured.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from accordingto.read.lexicons import load_lexicon
from accordingto.read.phrases import spelled_out
from accordingto.read.sentences import Page, Sentence
from accordingto.terms.events import EventType

NOTHING = "none"
NAMED = re.compile(r"<(\w+)>")
GAP = r"(?:\s+[^\s.;]+){0,6}?\s+"  # "sent .. aid": up to six words between, none of them the end of a clause
BEHIND = 2  # words from "who" or "after" to what is told in passing: "who has vowed"


@dataclass(frozen=True, slots=True)
class Deed:
    """A wording that tells of a deed: a half-open range of the body. `type` is None for what only looks like one.

    `weak`: a noun, or a word of other trades too. `mild`: an appeal, short of a demand. `aside`: told in passing.
    """

    type: EventType | None
    start: int
    end: int
    weak: bool
    mild: bool
    aside: bool


@dataclass(frozen=True, slots=True)
class Kind:
    """Deeds of one type that are told as clearly, and their wordings as one pattern."""

    type: EventType | None
    weak: bool
    mild: bool
    wordings: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class DeedWords:
    """Every kind of deed; and the words that something is told in passing behind."""

    kinds: tuple[Kind, ...]
    before: frozenset[str]
    opening: frozenset[str]

    @classmethod
    def load(cls) -> "DeedWords":
        table = load_lexicon("deeds")
        kinds = tuple(_kind(row, table["verbs"]) for row in table["deeds"])
        return cls(kinds, frozenset(table["asides"]["before"]), frozenset(table["asides"]["opening"]))


def _kind(row: Mapping[str, Any], verbs: Mapping[str, list[str]]) -> Kind:
    type_ = None if row["type"] == NOTHING else EventType(row["type"])
    return Kind(type_, row.get("weak", False), row.get("mild", False), _any_of(row["phrases"], verbs))


def _any_of(phrases: list[str], verbs: Mapping[str, list[str]]) -> re.Pattern[str]:
    """Any wording of these phrases as whole words, the longest first."""
    wordings = {words for phrase in phrases for words in spelled_out(phrase)}
    longest = sorted(wordings, key=lambda words: (-len(words), words))
    return re.compile(r"(?<![\w-])(?:" + "|".join(_wording(words, verbs) for words in longest) + r")(?![\w-])")


def _wording(words: tuple[str, ...], verbs: Mapping[str, list[str]]) -> str:
    pieces = [_word(word, verbs) for word in words]
    return r"\s+".join(pieces).replace(r"\s+" + GAP + r"\s+", GAP).removesuffix(r"\s+" + GAP)


def _word(word: str, verbs: Mapping[str, list[str]]) -> str:
    if word == "..":
        return GAP
    named = NAMED.fullmatch(word)
    if named:
        return "(?:" + "|".join(re.escape(verb).replace(r"\ ", r"\s+") for verb in verbs[named[1]]) + ")"
    return re.escape(word).replace(r"\*", r"[\w-]*")


def read_deeds(page: Page, lexicon: DeedWords) -> tuple[tuple[Deed, ...], ...]:
    """For each sentence its deeds, the one that it tells of first; the rest are told in passing or by weaker words."""
    return tuple(tuple(sorted(_deeds(page, one, lexicon), key=_order)) for one in page.sentences)


def _order(deed: Deed) -> tuple[bool, bool, int, int]:
    return deed.weak, deed.aside, deed.start, -deed.end


def _deeds(page: Page, sentence: Sentence, lexicon: DeedWords) -> Iterator[Deed]:
    text = page.body[sentence.start : sentence.end].lower()
    point = _point(text, lexicon)
    for kind in lexicon.kinds:
        for match in kind.wordings.finditer(text):
            start, end = (sentence.start + at for at in match.span())
            aside = match.start() < point or _is_aside(text[: match.start()], lexicon)
            yield Deed(kind.type, start, end, kind.weak, kind.mild, aside)


def _point(text: str, lexicon: DeedWords) -> int:
    """Where a sentence comes to its point: behind the comma of a clause that it opens with, else at once."""
    first = text.split(maxsplit=1)[0] if text.strip() else ""
    return text.find(",") + 1 if first in lexicon.opening else 0


def _is_aside(before: str, lexicon: DeedWords) -> bool:
    return any(word in lexicon.before for word in before.split()[-BEHIND:])
