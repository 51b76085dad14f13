"""Acts: what a source does by saying something: it asserts, denies, accuses, announces, demands, warns or judges.

A cue often tells ("urged", "denied"). Where it is as plain as "said", the words said tell: a future in the main clause
announces, a charge of wrongdoing accuses where it names whose, and an opinion in strong words judges.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from accordingto.read.lexicons import load_lexicon
from accordingto.read.phrases import spelled_out
from accordingto.terms.attributions import Act

Pattern = re.Pattern[str]

NEW_THING = re.compile(r"(?:an?|its|his|her|their)\s|the\s+\w+(?:\s+of\b|$)", re.IGNORECASE)  # "a truce", "the end of"
FINITE = re.compile(r"\b(?:has|have|had|was|were|is|are|said)\b", re.IGNORECASE)
PASSIVE = re.compile(r"\b(?:is|are|was|were|been|being)\b", re.IGNORECASE)
SUBJECT = 6  # words in which the subject of what is said is named
DEED = 6  # words between that subject and what it did
OPENING = 12  # words in which the main verb of what is said stands, when no parse is at hand
RELATIVE = re.compile(r"\b(?:which|who|that)(?:\s+\w+){0,4}\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Acts:
    """The wordings that tell each act, in a cue and in what is said."""

    cues: tuple[tuple[Act, Pattern], ...]
    first: tuple[tuple[Act, Pattern], ...]
    openings: tuple[tuple[Act, Pattern], ...]
    last: tuple[tuple[Act, Pattern], ...]
    plans: Pattern
    no_plans: Pattern
    proclaiming: Pattern
    charges: Pattern
    authorship: Pattern
    unsure: Pattern
    parties: Pattern
    authors: Pattern
    deeds: Pattern
    tellers: Pattern
    offices: Pattern
    partisans: Pattern
    rumours: Pattern

    @classmethod
    def load(cls) -> "Acts":
        """From acts.toml, and the sides of blame.toml."""
        words, blame = load_lexicon("acts"), load_lexicon("blame")
        actors = blame["actors"]
        parties = [*actors["sides"], *actors["phrases"], *_armed(actors), *words["accuse"]["second_person"]]
        return cls(
            _table(words["cues"]),
            _table(words["first"]),
            _table(words["openings"]),
            _table(words["last"]),
            _any_of(words["plans"]["words"]),
            _any_of(words["plans"]["never"]),
            _any_of(words["plans"]["proclaiming"]),
            _any_of(words["accuse"]["charges"]),
            _any_of(words["accuse"]["authorship"]),
            _any_of(words["accuse"]["unsure"]),
            _any_of(parties),
            _any_of([*parties, *actors["weak"]]),
            _any_of(blame["attacks"]["verbs"]),
            _any_of(words["sources"]["tellers"]),
            _any_of(words["sources"]["offices"]),
            _any_of(words["sources"]["partisans"]),
            _any_of(words["sources"]["rumours"]),
        )

    def of_words(self, act: Act, cue: str, source: str, content: str) -> Act:
        """The act, given what the cue by itself tells, ASSERT where that is nothing."""
        if act is not Act.ASSERT:
            return act
        if not source or (self.tellers.search(source) and not self.offices.search(source)):
            return self._of_teller(cue, source, content)
        own = _first(self.cues, cue) or self._of_content(cue, content)
        if own is None and self.partisans.search(source) and self._is_charged(source, content):
            return Act.ACCUSE
        return own or Act.ASSERT

    def _of_teller(self, cue: str, source: str, content: str) -> Act:
        """Who only tells what happened may accuse or pass on a plan, and does nothing else."""
        rumoured = not source and self.rumours.search(cue) and self._is_charged(source, content)
        if rumoured or _first(self.cues, cue) is Act.ACCUSE:
            return Act.ACCUSE
        return self._accused(content) or self._planned(_opening(content)) or Act.ASSERT

    def _is_charged(self, source: str, content: str) -> bool:
        """Whether it tells what a side other than the source did."""
        side = self.parties.search(" ".join(content.split()[:SUBJECT]))
        if side is None or side.group().lower() in source.lower():
            return False
        done = " ".join(content[side.end() :].split()[:DEED])
        return bool(self.deeds.search(done)) and not PASSIVE.search(done)

    def _of_content(self, cue: str, content: str) -> Act | None:
        opening = _opening(content)
        told = _first(self.first, content) or _first(self.openings, opening)
        thing = NEW_THING.match(opening) and not FINITE.search(opening)
        if told is None and thing and self.proclaiming.search(cue) and not self.no_plans.search(opening):
            return Act.ANNOUNCE
        return told or self._accused(content) or self._planned(opening) or _first(self.last, content)

    def _accused(self, content: str) -> Act | None:
        """A charge that names whose, or words whose point is who did it."""
        if self.charges.search(content) and self.parties.search(content):
            return Act.ACCUSE
        author = self.authorship.search(content)
        if not author or RELATIVE.search(content, 0, author.start()) or self.unsure.search(content):
            return None
        return Act.ACCUSE if self.authors.search(content, author.end()) else None

    def _planned(self, opening: str) -> Act | None:
        plan = self.plans.search(opening)
        return Act.ANNOUNCE if plan and not self.no_plans.search(opening) else None


def _opening(content: str) -> str:
    return " ".join(content.split()[:OPENING])


def _armed(actors: Mapping[str, list[str]]) -> list[str]:
    """ "Syrian jets", "government forces"."""
    return [f"{weak} {arms}" for weak in actors["weak"] for arms in actors["arms"]]


def _table(words: Mapping[str, list[str]]) -> tuple[tuple[Act, Pattern], ...]:
    """In the order of the table: the first that fits is the act."""
    return tuple((Act(name), _any_of(phrases)) for name, phrases in words.items())


def _first(table: tuple[tuple[Act, Pattern], ...], text: str) -> Act | None:
    return next((act for act, pattern in table if pattern.search(text)), None)


def _any_of(phrases: Iterable[str]) -> Pattern:
    """Any wording of these phrases ("will/would begin") as whole words; "crime*" is any word that begins so."""
    wordings = {wording for phrase in phrases for wording in spelled_out(phrase)}
    longest = sorted(wordings, key=lambda words: (-len(words), words))
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(_wording, longest)) + r")(?![\w-])", re.IGNORECASE)


def _wording(words: tuple[str, ...]) -> str:
    return r"\s+".join(re.escape(word).replace(r"\*", r"[\w-]*") for word in words)
