"""Tolls: what the figures of one incident add up to, under rules that are named beside every number.

Figures are never summed: each is somebody's count of the whole. Parts ("including 11 women") stay in their whole, and
running totals ("since 2011") stay outside.
"""

from collections import defaultdict
from collections.abc import Collection, Container, Mapping, Sequence
from dataclasses import replace
from functools import partial

from accordingto.reconcile.authors import rival_voices
from accordingto.reconcile.counts import replaced_counts
from accordingto.reconcile.denials import denial_words, find_deniers
from accordingto.reconcile.entries import toll_entry
from accordingto.reconcile.layouts import Layout
from accordingto.reconcile.remainders import find_remainders
from accordingto.reconcile.rules import RULES, Counted
from accordingto.reconcile.running import running_figures
from accordingto.reconcile.shares import wholes_of
from accordingto.reconcile.strays import find_strays
from accordingto.reconcile.tallies import Count
from accordingto.reconcile.voices import Voices
from accordingto.terms.figures import EVERYBODY, Figure, Harm, Who
from accordingto.terms.findings import Toll
from accordingto.terms.incidents import Incident
from accordingto.terms.readings import Reading
from accordingto.terms.tolls import TollRule

WHOLES = (Who.PEOPLE, Who.CIVILIANS, *(who for who in Who if who not in (Who.PEOPLE, Who.CIVILIANS)))
ARMED = (Who.FIGHTERS, Who.SOLDIERS)

Key = tuple[Harm, Who]
Told = Mapping[Key, Sequence[Counted]]


def find_tolls(incident: Incident, voices: Voices) -> tuple[Toll, ...]:
    """For each harm and kind of people one toll under each rule, the whole before its parts."""
    told = _told(incident, voices)
    denial = _denial(incident, voices)
    order = sorted(told, key=partial(_place, told))
    return tuple(_toll(key, rule, told[key], denial or _other_status(key, told)) for key in order for rule in TollRule)


def _told(incident: Incident, voices: Voices) -> Told:
    """Every count of the incident by harm and kind of people, each once a report, in order of time."""
    running = running_figures(incident, voices)
    counted: defaultdict[Key, list[Counted]] = defaultdict(list)
    for account in incident.accounts:
        reading = voices.readings[account.report_id]
        strays = find_strays(reading)
        for number, figure in enumerate(reading.figures):
            known = (figure.low, figure.high) != (None, None) and number not in strays
            known = known and (account.report_id, number) not in running
            if figure.event == account.event and known and not _inside_its_like(figure, reading):
                counted[figure.harm, figure.who].append(Counted(*toll_entry(account.report_id, number, voices)))
    wholes = {key: _wholes(key, found, counted, voices) for key, found in counted.items()}
    rivals = rival_voices(incident, voices)
    return {key: _marked(_once_a_report(found, voices), voices, rivals) for key, found in wholes.items() if found}


def _wholes(key: Key, found: list[Counted], counted: Told, voices: Voices) -> list[Counted]:
    """Without "14 others" beside nine children where somebody counts all: those 14 are no other count of the dead."""
    harm, who = key
    if who not in EVERYBODY:
        return found
    everybody = (one for kind in EVERYBODY for one in counted.get((harm, kind), ()))
    anyone = any(not (_is_remainder(one, voices) or one.is_vague or one.entry.inside) for one in everybody)
    return [one for one in found if not (anyone and _is_remainder(one, voices))]


def _is_remainder(one: Counted, voices: Voices) -> bool:
    return one.entry.figure in find_remainders(voices.readings[one.entry.report_id])


def _inside_its_like(figure: Figure, reading: Reading) -> bool:
    """Whether it is a share of people of its own kind: "40 of the 100 dead" is not another count of the dead."""
    mine = (figure.harm, figure.who, figure.event)
    return any((whole.harm, whole.who, whole.event) == mine for whole in wholes_of(figure, reading))


def _once_a_report(counted: Sequence[Counted], voices: Voices) -> list[Counted]:
    """One entry for a number that a report gives twice, in its headline and below, by name and by office."""
    kept: defaultdict[tuple[str, int | None, int | None], dict[str, Counted]] = defaultdict(dict)
    for one in sorted(counted, key=lambda one: _rank(one, voices)):
        same = kept[one.entry.report_id, one.entry.low, one.entry.high]
        if one.voice.kind == "source" or not same:  # a headline's number is that of the source further down
            same.setdefault(one.voice.key, one)
    found = [one for same in kept.values() for one in same.values()]
    bounds = {(one.entry.report_id, one.voice.key, one.entry.low) for one in found if one.entry.high is None}
    return [one for one in found if not _leaves_out_its_bound(one, bounds, voices)]


def _leaves_out_its_bound(one: Counted, bounds: Container[tuple[str, str, int | None]], voices: Voices) -> bool:
    """Whether it is a headline's "43" for the "at least 43" of its source in the text."""
    if one.entry.high is None or (one.entry.report_id, one.voice.key, one.entry.low) not in bounds:
        return False
    return Layout.of(voices.readings[one.entry.report_id].report).in_headline(one.entry.anchor)


def _rank(one: Counted, voices: Voices) -> tuple[bool, bool, bool, int]:
    """Sources before the outlet's own words; figures inside a whole, or broken down, before bare ones."""
    parts = any(figure.part_of == one.entry.figure for figure in voices.readings[one.entry.report_id].figures)
    return one.voice.kind != "source", not one.entry.inside, not parts, one.entry.figure


def _marked(counted: Sequence[Counted], voices: Voices, rivals: Collection[frozenset[str]]) -> list[Counted]:
    """In order of time, those marked that only reprint another report, or that a later count replaces."""
    given = {(one.entry.report_id, *_number(one)) for one in counted}
    told = [replace(one, reprinted=_reprints(one, given, voices)) for one in counted]
    replaced = replaced_counts([_count(one, voices) for one in told if not one.reprinted], rivals)
    marked = (replace(one, replaced=(one.entry.report_id, one.entry.anchor) in replaced) for one in told)
    return sorted(marked, key=lambda one: one.order)


def _reprints(one: Counted, given: Container[tuple[str, str, int | None, int | None]], voices: Voices) -> bool:
    root = voices.root(one.entry.report_id)
    return root != one.entry.report_id and (root, *_number(one)) in given


def _count(one: Counted, voices: Voices) -> Count:
    reading = voices.readings[one.entry.report_id]
    return Count(reading.figures[one.entry.figure], reading, one.voice)


def _number(one: Counted) -> tuple[str, int | None, int | None]:
    return one.voice.key, one.entry.low, one.entry.high


def _place(told: Told, key: Key) -> tuple[int, bool, int]:
    harm, who = key
    only_parts = all(one.entry.note for one in told[key])
    return list(Harm).index(harm), only_parts, WHOLES.index(who)


def _toll(key: Key, rule: TollRule, counted: Sequence[Counted], contest: str) -> Toll:
    made = RULES[rule](counted, contest)
    entries = tuple(one.entry for one in sorted(made.kept, key=lambda one: one.order))
    return Toll(*key, made.low, made.high, rule, entries, made.why, made.best, made.left_out)


def _denial(incident: Incident, voices: Voices) -> str:
    """ "the army denies that it took place"; "" where nobody does."""
    return denial_words(find_deniers(incident, voices))


def _other_status(key: Key, told: Told) -> str:
    """Who counts as fighters as many as an independent voice counts as civilians; "" where nobody does."""
    harm, who = key
    if who is not Who.CIVILIANS:
        return ""
    for armed in (one for kind in ARMED for one in told.get((harm, kind), ())):
        for civil in told[key]:
            same = _number(armed)[1:] == _number(civil)[1:]
            if same and not (armed.entry.note or civil.entry.note) and armed.voice.independent_of(civil.voice):
                return f"{armed.voice.called} counted as many as {harm} fighters, {civil.voice.called} as civilians"
    return ""
