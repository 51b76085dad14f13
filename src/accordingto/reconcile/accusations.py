"""Accusations of lying, each linked to the statements it attacks."""

import re
from collections.abc import Sequence

from accordingto.reconcile.days import as_of
from accordingto.reconcile.lexicons import any_of, load_lexicon
from accordingto.reconcile.tellings import surroundings
from accordingto.reconcile.voices import Voices
from accordingto.terms.attributions import Act, Attribution
from accordingto.terms.findings import About, Agreement, AgreementKind, Side
from accordingto.terms.readings import Reading

BEFORE = 120  # who is accused stands before the lie, in the same clause: "accused A and B of spreading lies"
WISHES = frozenset({Act.ANNOUNCE, Act.DEMAND})  # neither true nor false

_W = load_lexicon("assertions")


_LYING = re.compile(rf"\b(?:{any_of(_W['lying']['cues'])})\b")
_YOU = re.compile(rf"\b(?:{any_of(_W['lying']['second_person'])})\b")
_NATIONS = {
    nation: re.compile(rf"(?<![\w.])(?:{any_of(names)})(?![\w])", re.IGNORECASE)
    for nation, names in _W["nations"].items()
}
_PRONOUN = re.compile(r"\bus\b")  # "killing us" names no country


def find_accusations(readings: Sequence[Reading], voices: Voices) -> tuple[Agreement, ...]:
    """One contradiction for each accusation of lying whose target speaks in the same report."""
    found = (_accusation(reading, number, voices) for reading in readings for number in range(len(reading.statements)))
    return tuple(accusation for accusation in found if accusation)


def _accusation(reading: Reading, number: int, voices: Voices) -> Agreement | None:
    said = reading.statements[number]
    lie = _LYING.search(said.content.exact.lower())
    if not lie:
        return None
    targets = _targets(reading, said, lie.start())
    attacked = [n for n in _others(reading, number, voices) if _speaks_for(reading, n) & targets]
    if not attacked:
        return None
    sides = tuple(_side(reading, n, voices) for n in (number, *attacked))
    told = surroundings(said.content.exact, lie.start(), lie.end()).strip()
    names = ", ".join(name.title() for name in sorted(targets))
    why = f"{sides[0].chain[0]} accuses {names} of untruth: “{told}”; this attacks what {sides[1].chain[0]} says"
    return Agreement(AgreementKind.CONTRADICTION, About.TRUTHFULNESS, sides, why)


def _targets(reading: Reading, said: Attribution, lie: int) -> frozenset[str]:
    """Who is called a liar: named before the lie, or addressed as "you" in the sentence that quotes it."""
    words = said.content.exact
    own = nations_named(said.source.exact) if said.source else frozenset()
    named = nations_named(words[max(0, lie - BEFORE) : lie]) - own
    if named or not _YOU.search(words.lower()):
        return named
    spot = said.source or said.cue or said.content
    return nations_named(surroundings(reading.report.body, spot.start, spot.end)) - own - {"united nations"}


def _others(reading: Reading, number: int, voices: Voices) -> list[int]:
    """Statements that could be attacked: what other voices hold to be so."""
    mine = voices.voice(reading.report.id, number).key
    spoken = {n: voices.voice(reading.report.id, n) for n in range(len(reading.statements))}
    return [n for n, v in spoken.items() if v.key != mine and not v.hidden and reading.statements[n].act not in WISHES]


def _speaks_for(reading: Reading, number: int) -> frozenset[str]:
    said = reading.statements[number]
    entity = reading.entities[said.entity] if said.entity is not None else None
    names = [said.source.exact if said.source else ""]
    if entity:
        names += [mention.exact for mention in entity.mentions] + [entity.country or "", entity.name]
    return frozenset(nation for name in names for nation in _first_nation(name))


def _first_nation(name: str) -> frozenset[str]:
    """Whose envoy it is: "the US ambassador to the UN" speaks for the country named first."""
    starts = {nation: match.start() for nation, pattern in _NATIONS.items() if (match := pattern.search(name))}
    return frozenset({min(starts, key=lambda nation: (starts[nation], nation))}) if starts else frozenset()


def nations_named(words: str) -> frozenset[str]:
    """The countries and camps that some words name."""
    plain = _PRONOUN.sub("", words)
    return frozenset(nation for nation, pattern in _NATIONS.items() if pattern.search(plain))


def _side(reading: Reading, number: int, voices: Voices) -> Side:
    report = reading.report
    anchor = reading.statements[number].content
    return Side(report.id, anchor, voices.voice(report.id, number).chain, as_of(report))
