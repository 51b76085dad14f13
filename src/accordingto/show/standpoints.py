"""From which moment a case is seen, and how much of it is seen from there, in words and in JSON."""

from typing import Any

from accordingto.casebook import PastCase, Questions
from accordingto.show.phrases import both_zones, counted
from accordingto.terms.standpoints import Standpoint


def seen_from(case: Questions) -> str:
    """ "As of 15 April 2017, 18:00 UTC, by publication: 5 of 9 reports; 1 whose day is not known is left out."

    Nothing where the case is seen as it is.
    """
    if not isinstance(case, PastCase):
        return ""
    shown, later, undated = (len(some) for some in (case.reports(), case.later, case.undated))
    came = "came in later" if case.standpoint.known else "came later, or may have"
    rest = [
        f"{counted(later, 'report')} {came}" if later else "",
        f"{counted(undated, 'report')} whose day is not known left out" if undated else "",
    ]
    more = "".join(f"; {words}" for words in rest if words)
    return f"{standpoint_words(case.standpoint)}: {shown} of {counted(shown + later + undated, 'report')}{more}."


def standpoint_words(standpoint: Standpoint) -> str:
    """ "As of 15 April 2017, 18:00 UTC, by what the case held then"."""
    how = "by what the case held then" if standpoint.known else "by publication"
    return f"As of {both_zones(standpoint.moment)}, {how}"


def seen_form(case: Questions) -> dict[str, Any]:
    """What a line of JSON says of it; nothing where the case is seen as it is."""
    if not isinstance(case, PastCase):
        return {}
    return {"as_of": case.standpoint.moment.isoformat(), "known": case.standpoint.known}
