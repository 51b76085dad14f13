"""Scopes: whether two counts of one harm only look opposed, because one lies inside the other or leaves room for it."""

import re

from accordingto.reconcile.lexicons import any_of, load_lexicon
from accordingto.reconcile.stages import number_of
from accordingto.reconcile.tellings import surroundings
from accordingto.terms.figures import Bound, Figure, Who

ROUNDED = 0.1  # of the larger number: "about 40" may be 37 or 43, and is not 25

_W = load_lexicon("scopes")
_PART, _WHOLE = (re.compile(rf"\b(?:{any_of(_W[key]['words'])})\b", re.IGNORECASE) for key in ("part", "whole"))
_INSIDE = {  # who is counted among whom; people are everybody
    Who.CIVILIANS: frozenset(
        {Who.CHILDREN, Who.WOMEN, Who.MEN, Who.ELDERLY, Who.MEDICS, Who.AID_WORKERS, Who.JOURNALISTS}
    ),
    Who.FIGHTERS: frozenset({Who.SOLDIERS}),
}


def counted_apart(less: Figure, more: Figure) -> str | None:
    """Why a smaller count of some people and a larger one of others can both hold; None for one kind of people."""
    if less.who is more.who:
        return None
    if more.who is Who.PEOPLE or less.who in _INSIDE.get(more.who, ()):
        return f"the {less.who} may be among the {more.who}"
    if less.who is Who.PEOPLE or more.who in _INSIDE.get(less.who, ()):
        return None  # more children than people: no whole holds such a part
    return f"the one counts {less.who}, the other {more.who}"


def told_of_part(less: Figure, less_body: str, more: Figure, more_body: str) -> str | None:
    """Why the smaller count may be a part of the larger by what stands beside them; None where nothing says so."""
    part = _PART.search(_beside(less, less_body))
    whole = _WHOLE.search(_beside(more, more_body))
    if part and not _PART.search(_beside(more, more_body)):
        return f"the smaller is told of a part: “{_flat(part)}”"
    if whole and not _WHOLE.search(_beside(less, less_body)):
        return f"the larger is told of more than that: “{_flat(whole)}”"
    return None


def _flat(match: re.Match[str]) -> str:
    return " ".join(match.group().split())


def _beside(figure: Figure, body: str) -> str:
    return surroundings(body, figure.anchor.start, figure.anchor.end)


def within_a_tenth(one: Figure, other: Figure) -> bool:
    """Whether a round number stands for the other: "about 40" and "42"."""
    if Bound.ABOUT is not one.bound and Bound.ABOUT is not other.bound:
        return False
    less, more = sorted((number_of(one), number_of(other)))
    return more - less <= ROUNDED * more
