"""Renews the excerpt in README.md from the brief that the program writes: `python scripts/excerpt.py`."""

from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

from accordingto.casebook import open_case
from accordingto.show.brief import brief
from accordingto.show.incidents import main_first

PROJECT = Path(__file__).resolve().parents[1]
README = PROJECT / "README.md"
BEGIN, END = "<!-- excerpt: begin -->\n", "<!-- excerpt: end -->\n"
EVENING = datetime(2016, 12, 15, 18, tzinfo=UTC)  # of the day of the last example
SECTIONS = ("How many", "What is disputed", "What was announced, and what became of it")
LINES = 3  # of the first item of each section: enough to see what a brief is like


def excerpt() -> str:
    """The head of the main incident's brief and the beginning of some of its sections, as a quotation in Markdown."""
    title, *sections = _brief_of_the_examples().split("\n## ")
    wanted = [section for name in SECTIONS for section in sections if section.startswith(name)]
    lines = [
        f"### {title.strip().removeprefix('# ')}",
        "",
        *(line for section in wanted for line in _beginning(section)),
    ]
    return "".join(f"> {line}".rstrip() + "\n" for line in "\n".join(lines).splitlines())


def _brief_of_the_examples() -> str:
    with open_case(":memory:") as case:
        case.ingest(PROJECT / "examples" / "aleppo")
        case.read()
        case.reconcile()
        readings = {reading.report.id: reading for reading in case.readings()}
        outcomes = case.comparison(now=EVENING).outcomes
        return brief(main_first(case.incidents())[0], readings, outcomes)


def _beginning(section: str) -> list[str]:
    title, *lines = [line for line in section.splitlines() if line.strip()]
    starts = [number for number, line in enumerate(lines) if not line.startswith(" ")] + [len(lines)]
    first, second = next(pairwise(starts))
    cut = ["", "..."] if len(lines) > second or second - first > LINES else []
    return [f"**{title}**", "", *lines[first : min(second, first + LINES)], *cut, ""]


def renewed(readme: str) -> str:
    """The readme with the excerpt that the program writes now."""
    before, rest = readme.split(BEGIN)
    return f"{before}{BEGIN}{excerpt()}{END}{rest.split(END)[1]}"


if __name__ == "__main__":
    README.write_text(renewed(README.read_text(encoding="utf-8")), encoding="utf-8")
