"""Shares: the count that a report says another is a part of: "82, 14 of them children"."""

from accordingto.terms.figures import Figure
from accordingto.terms.readings import Reading


def whole_of(figure: Figure, reading: Reading) -> Figure | None:
    """The figure that this one is a share of, None where it is no share of any."""
    if figure.part_of is None or figure.part_of >= len(reading.figures):
        return None
    return reading.figures[figure.part_of]


def wholes_of(figure: Figure, reading: Reading) -> list[Figure]:
    """The figure that this one is a share of, the one that that is a share of, and so on outwards."""
    found: list[Figure] = []
    while (whole := whole_of(figure, reading)) and whole not in found:
        found.append(whole)
        figure = whole
    return found
