"""Triggers: the words of a sentence that name an event, told apart into one group an event."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from accordingto.read.phrases import Phrases
from accordingto.read.sentences import Sentence
from accordingto.terms.events import EventType

FIGHTING = "ground-fighting"
NAMED, HARM = 3, 1  # ranks: a name of the event ("air strikes") comes before the harm it did ("killed")
MANY = 12  # triggers of one event that are looked at in one sentence; a text without full stops has no end of them
BESIDE = 4  # words from one trigger to the next when both are told in one breath ("air strikes and heavy shelling")


@dataclass(frozen=True, slots=True)
class Kind:
    """What a phrase of the lexicon stands for. A `firm` name leaves no doubt of the mode; a hint only suggests one."""

    type: EventType
    mode: str | None
    firm: bool
    rank: int
    keep: str
    state: str | None
    background: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase of the lexicon in a sentence: a half-open range of its words."""

    first: int
    last: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class TriggerWords:
    """Every phrase that names or hints at an event, and the tools that settle the mode of a hint."""

    phrases: Phrases[Kind]
    tools: Phrases[str]
    families: dict[str, str]
    single: dict[str, bool]  # modes that one report rarely tells of twice, however many places it names

    @classmethod
    def of(cls, table: dict[str, Any]) -> "TriggerWords":
        names = [(phrase, _kind(row, firm=True)) for row in table["names"] for phrase in row["phrases"]]
        hints = [(phrase, _kind(row, firm=False)) for row in table["hints"] for phrase in row["phrases"]]
        tools = [(phrase, mode) for mode, phrases in table["tools"].items() for phrase in phrases]
        return cls(
            Phrases.of(names + hints),
            Phrases.of(tools),
            dict(table["families"]),
            dict.fromkeys(table["around"]["single"], True),
        )


def find_groups(sentence: Sentence, lexicon: TriggerWords) -> tuple[tuple[Hit, ...], ...]:
    """The triggers of a sentence, one group an event, in reading order; within a group the best name comes first."""
    groups: list[list[Hit]] = []
    for first, last, kind in lexicon.phrases.find(sentence.words):
        hit = Hit(first, last, kind)
        home = next((group for group in reversed(groups) if _joins(hit, group, lexicon)), None)
        if home is None:
            groups.append([hit])
        elif len(home) < MANY:
            home.append(hit)
    return tuple(tuple(sorted(group, key=_worth)) for group in groups)


def find_tools(sentence: Sentence, lexicon: TriggerWords) -> Iterator[tuple[int, str]]:
    """Each tool in the sentence, as the number of its word and the mode it speaks for."""
    return ((first, mode) for first, _, mode in lexicon.tools.find(sentence.words))


def same_kind(one: str | None, other: str | None, lexicon: TriggerWords) -> bool:
    """Whether two modes can be told of one event: a suicide bombing is a bombing."""
    return one == other or lexicon.families.get(one or "", one) == lexicon.families.get(other or "", other)


def _kind(row: dict[str, Any], *, firm: bool) -> Kind:
    return Kind(
        EventType(row["type"]),
        row.get("mode"),
        firm,
        row.get("rank", NAMED),
        row.get("keep", "always"),
        row.get("state"),
        row.get("background", False),
    )


def _worth(hit: Hit) -> tuple[bool, int, int]:
    return not hit.kind.firm, -hit.kind.rank, hit.first


def _joins(hit: Hit, group: list[Hit], lexicon: TriggerWords) -> bool:
    """Whether the trigger tells of the group's event: two firm names of different modes do not, unless side by side."""
    kind = hit.kind
    if kind.type is not group[0].kind.type:
        return False
    if kind.background != any(old.kind.background for old in group):
        # "the war has killed": the harm is the war's; "clashes" in the same sentence are not.
        return kind.rank == HARM or all(old.kind.rank == HARM for old in group)
    named = [old for old in group if _names(old)]
    if not _names(hit) or not named or hit.first - group[-1].last < BESIDE:
        return True
    return any(same_kind(old.kind.mode, kind.mode, lexicon) for old in named)


def _names(hit: Hit) -> bool:
    return hit.kind.firm or hit.kind.rank == NAMED
