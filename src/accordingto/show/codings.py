"""Rounds of coding in words: how they stand, what a coder says of a find, and how far coders agree."""

from collections.abc import Mapping
from typing import Any

from accordingto.casebook import CodedItem, FieldReliability, RoundState
from accordingto.show.finds import field_words
from accordingto.show.phrases import counted, listed
from accordingto.show.words import one_line
from accordingto.terms.claims import ClaimKind
from accordingto.terms.codings import Code, Reliability
from accordingto.terms.reviews import Verdict
from accordingto.terms.times import day_words

PLURALS = {
    ClaimKind.STATEMENT: "statements",
    ClaimKind.EVENT: "events",
    ClaimKind.FIGURE: "counts of people",
    ClaimKind.BLAME: "blame",
    ClaimKind.COMMITMENT: "announcements",
}
SAID = {Verdict.ACCEPT: "accepts it", Verdict.REJECT: "rejects it", Verdict.CORRECT: "corrects it"}


def round_words(state: RoundState) -> str:
    """ "5 finds (events and blame), coded by ann and ben; drawn with seed 7 by Zoe on 29 November 2026: a trial"."""
    made = state.round
    kinds = listed(PLURALS[kind] for kind in made.kinds)
    whole = " of whole reports" if made.by_reports else ""
    drawn = f"drawn with seed {made.seed} by {one_line(made.author)} on {day_words(made.made_at.date())}"
    return (
        f"{counted(len(made.items), 'find')}{whole} ({kinds}), coded by {listed(map(one_line, made.coders))}; "
        f"{drawn}: {one_line(made.reason)}"
    )


def standing_words(state: RoundState) -> str:
    """ "being coded, answers hidden"; "finished"; "closed"."""
    if state.closed:
        return "closed, answers shown"
    return "being coded, answers hidden" if state.blind else "finished, answers shown"


def progress_words(state: RoundState, coder: str) -> str:
    """ "3 of 5 coded, finished"."""
    done = f"{state.coded.get(coder, 0)} of {len(state.round.items)} coded"
    return f"{done}, finished" if coder in state.finished else done


def code_words(item: CodedItem, code: Code) -> str:
    """ "corrects it: low 31, who women"."""
    words = field_words(item.find(code))
    changed = ", ".join(f"{field} {words[field]}" for field, _ in code.values)
    return f"{SAID[code.verdict]}{f': {changed}' if changed else ''}"


def read_words(item: CodedItem, fields: Mapping[str, Any]) -> str:
    """What the reader had read in these fields."""
    words = field_words(item.find())
    return ", ".join(f"{field} {words[field]}" for field in fields)


def alpha_words(found: Reliability) -> str:
    """ "0.743"; "undefined" where it is."""
    return "undefined" if found.alpha is None else f"{found.alpha:.3f}"


def interval_words(found: Reliability) -> str:
    """ "0.512 to 0.921"; nothing where there is none."""
    return "" if found.low is None or found.high is None else f"{found.low:.3f} to {found.high:.3f}"


def percent_words(found: Reliability) -> str:
    return "" if found.percent is None else f"{found.percent:.1f} %"


def note_words(found: Reliability) -> str:
    """Why alpha is undefined, or how many draws were."""
    if found.why:
        return found.why
    return f"{found.undefined} of {found.draws} draws without variation left out" if found.undefined else ""


def reliability_form(one: FieldReliability) -> dict[str, Any]:
    """How far coders agree on one field, as JSON."""
    found = one.reliability
    return {
        "kind": one.kind,
        "field": one.field,
        "level": found.level,
        "alpha": found.alpha,
        "low": found.low,
        "high": found.high,
        "percent": found.percent,
        "units": found.units,
        "pairs": found.pairs,
        "agreed": found.agreed,
        "draws": found.draws,
        "undefined_draws": found.undefined,
        "seed": found.seed,
        "why": found.why,
    }
