"""An explanation on a terminal: its title and rule, then each step with the words it stands on."""

from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.text import Text

from accordingto.show.terminal.layout import HEADING, NAME, QUIET, WORDS, indented, labelled, plain, section
from accordingto.show.why.explanations import Explanation, Part, Quotation, Step, points_words
from accordingto.show.words import one_line, quoted

LABEL = 7  # "+2.745" and a space
SENTENCE_SHOWN = 420


def explanation_view(told: Explanation) -> RenderableType:
    """The title, the rule in words, and every part with its steps."""
    return Group(
        plain(told.title, NAME),
        Rule(style=HEADING, characters="="),
        plain(f"{told.kind.capitalize()} {told.name} ({told.id})", QUIET),
        *([plain(f"Rule: {told.rule}")] if told.rule else []),
        *(row for part in told.parts for row in section(part.title, _steps(part))),
        Text(""),
    )


def _steps(part: Part) -> list[RenderableType]:
    """The steps of a part; a sentence that several of them stand on is written once."""
    written: set[tuple[str, str]] = set()
    rows: list[RenderableType] = []
    for step in part.steps:
        quotations = []
        for one in step.words:
            quotations.append(_quotation(one, again=(one.report, one.sentence) in written))
            written.add((one.report, one.sentence))
        rows.append(Group(_says(step), *(indented(quotation) for quotation in quotations)))
    return rows


def _says(step: Step) -> RenderableType:
    if step.points is None:
        return plain(step.says)
    sign = "+" if step.points >= 0 else ""
    return labelled([(f"{sign}{points_words(step.points)}", step.says)], LABEL, style="")


def _quotation(one: Quotation, *, again: bool) -> Text:
    where = f"[{one.report}, {one.start}-{one.end}]"
    if again:
        return Text(quoted(one.exact), style=WORDS).append(f"  in a sentence above {where}", f"not italic {QUIET}")
    sentence = quoted(one.sentence, SENTENCE_SHOWN)
    words = Text(sentence, style=WORDS)
    exact = one_line(one.exact)
    at = sentence.find(exact)
    if at >= 0:
        words.stylize("bold", at, at + len(exact))
    return words.append(f"  {one.outlet}, {one.published} {where}", f"not italic {QUIET}")
