"""Tables of scores as lines to read: a heading, then a row a measure."""

from typing import Any


def table_lines(heading: str, scores: dict[str, Any]) -> str:
    """The measures of a scorer's table, each with its percents; what is only a count stands in the heading."""
    tables = {name: value for name, value in scores.items() if isinstance(value, dict)}
    width = max(map(len, tables), default=0)
    rows = [f"  {name:{width}} " + "  ".join(f"{k} {v}" for k, v in value.items()) for name, value in tables.items()]
    return "\n".join([heading, *rows])
