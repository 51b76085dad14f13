"""Tolls as JSON: what the figures of an incident add up to, step by step, and the rules that add them."""

from collections.abc import Mapping
from typing import Any

from accordingto.show.export.words import asked_form, day_form, words_form
from accordingto.terms.findings import RunningTotal, Toll, TollEntry
from accordingto.terms.tolls import DEFAULT_RULE, TollRule

Json = dict[str, Any]


def toll_form(toll: Toll, names: Mapping[str, str]) -> Json:
    """One toll under its rule, with the figures it stands on and those left out (`names`: report id to name)."""
    return {
        **asked_form(toll),
        "harm": toll.harm,
        "who": toll.who,
        "low": toll.low,
        "best": toll.best,
        "high": toll.high,
        "top": toll.top,
        "rule": toll.rule,
        "why": toll.why,
        "entries": [_entry(entry, names) for entry in toll.entries],
        "left_out": [{**_entry(one.entry, names), "why": one.why} for one in toll.left_out],
        "by_origin": [
            {"origin": one.origin, "side": one.side, "low": one.low, "high": one.high, "top": one.top}
            for one in toll.by_origin
        ],
    }


def _entry(entry: TollEntry, names: Mapping[str, str]) -> Json:
    return {
        "report": names.get(entry.report_id, entry.report_id),
        "figure": entry.figure,
        **words_form(entry.anchor),
        "low": entry.low,
        "high": entry.high,
        "bound": entry.bound,
        "origin": entry.origin,
        "side": entry.side,
        "as_of": day_form(entry.as_of),
        "note": entry.note,
        "flag": entry.flag,
    }


def series_form(toll: Toll, names: Mapping[str, str]) -> Json:
    """How the count of one harm to one kind of people grew, in order of time."""
    return {"harm": toll.harm, "who": toll.who, "steps": [_entry(entry, names) for entry in toll.growth]}


def running_form(total: RunningTotal, names: Mapping[str, str]) -> Json:
    """A count over more than the incident, which no toll of it adds."""
    own = {**asked_form(total), "harm": total.harm, "who": total.who, "over": total.over}
    return {**own, **_entry(total.entry, names)}


def rule_form(rule: TollRule) -> Json:
    """A rule for tolls: the word to ask for it by, its name, what it means, whose it is."""
    return {
        "rule": rule,
        "key": rule.key,
        "default": rule is DEFAULT_RULE,
        "meaning": rule.meaning,
        "basis": rule.basis,
    }
