"""Arguments and options that several verbs share, and what their words become."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import wraps
from typing import Any, TypeVar, cast

import click
from click.core import ParameterSource

from accordingto.terms.tolls import TollRule

Verb = TypeVar("Verb", bound=Callable[..., Any])


def input_options(verb: Verb) -> Verb:
    """What the files do not say of themselves: outlet, day of publication, the headers of a table."""
    published = "Day or moment of publication (2016-12-13, 2016-12-13T18:00+02:00) where the file does not say."
    column = "A table's header for one of id, outlet, published, title, text; may be repeated."
    for option in (
        click.option("--column", "columns", metavar="NAME=HEADER", multiple=True, callback=_columns, help=column),
        click.option("--outlet", metavar="NAME", help="Who published it, where the file does not say."),
        click.option("--published", metavar="WHEN", help=published),
    ):
        verb = option(verb)
    return verb


def _columns(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    pairs = [value.partition("=") for value in values]
    for name, equals, header in pairs:
        if not (name.strip() and equals and header.strip()):
            raise click.BadParameter(f"write NAME=HEADER, as in --column text=Body, not {name + equals + header!r}")
    return {name.strip(): header.strip() for name, _, header in pairs}


def now_option(verb: Verb) -> Verb:
    """The clock that announcements are held against. Only here, at the edge, is the present looked up."""
    text = "The clock to hold announcements against (2016-12-15, 2016-12-15T08:00+02:00; UTC where no zone is given)."
    return click.option("--now", metavar="WHEN", callback=_moment, help=f"{text}  [default: the present]")(verb)


def _moment(ctx: click.Context, param: click.Parameter, value: str | None) -> datetime:
    if value is None:
        return datetime.now(UTC)
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"{value!r} is no moment; write 2016-12-15 or 2016-12-15T08:00+02:00") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def rule_option(verb: Verb) -> Verb:
    """The rule under which tolls are told; None where nobody said."""
    text = "The rule for tolls. What each means: `accordingto rules`."
    keys = click.Choice([rule.key for rule in TollRule])
    return click.option("--rule", type=keys, callback=_rule, help=text)(verb)


def _rule(ctx: click.Context, param: click.Parameter, value: str | None) -> TollRule | None:
    return next((rule for rule in TollRule if rule.key == value), None)


def decision_options(verb: Verb) -> Verb:
    """Who decides and why: nobody's decision is kept without both."""
    by = "Who decides. [env var: ACCORDINGTO_AUTHOR; default: your name on this machine]"
    why = "Why, in words that somebody else can check."
    for option in (
        click.option("--reason", metavar="WORDS", required=True, help=why),
        click.option("--by", "author", metavar="NAME", help=by),
    ):
        verb = option(verb)
    return verb


def standpoint_options(verb: Verb) -> Verb:
    """From which moment the case is seen: the verb gets a `Standpoint`, None for the case as it is.

    Where the verb has a clock for announcements, that stands at the same moment unless it is set.
    """

    @wraps(verb)
    def seen(*arguments: Any, as_of: date | datetime | None, known: bool, **more: Any) -> Any:
        from accordingto.terms.standpoints import Standpoint

        if known and as_of is None:
            raise click.UsageError("--known needs a moment: --as-of 2017-04-15T18:00 --known")
        standpoint = None if as_of is None else Standpoint.at(as_of, known=known)
        clock = click.get_current_context().get_parameter_source("now")
        if standpoint and clock is ParameterSource.DEFAULT:
            more["now"] = standpoint.moment
        return verb(*arguments, standpoint=standpoint, **more)

    held = (
        "With --as-of: by what the case held by then (reports, readings, casts, decisions), not by what was published."
    )
    told = (
        "The case as it stood at this moment or at the end of this day (2017-04-15T18:00; UTC where no zone is given)."
    )
    known = click.option("--known", is_flag=True, help=held)
    return known(click.option("--as-of", metavar="WHEN", callback=_day_or_moment, help=told)(cast(Verb, seen)))


def _day_or_moment(ctx: click.Context, param: click.Parameter, value: str | None) -> date | datetime | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(value) if len(value) <= len("2017-04-15") else datetime.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"{value!r} is no day and no moment; write 2017-04-15 or 2017-04-15T18:00") from None


def format_option(*choices: str, default: str) -> Callable[[Verb], Verb]:
    """How the answer is written: for people, or one JSON object a line for programs."""
    return click.option(
        "--format", "form", type=click.Choice(choices), default=default, show_default=True, help="How to write it."
    )


def workers_option(verb: Verb) -> Verb:
    """How many processes read; None where nobody said, and the settings decide."""
    text = "Processes to read with. [env var: ACCORDINGTO_WORKERS; default: 1]"
    return click.option("--workers", type=click.IntRange(1), metavar="N", help=text)(verb)
