"""Labels: where names stand in a picture, so that none stands on another, on a sign, or half outside.

Signs stand in percent of a picture and move apart in a wider one; names keep their size. So a place for a name is free
only if it is in the picture at each of the widths that it may be shown at.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

LETTER, LINE = 7.0, 15.0  # pixels that a letter and a line of a label need
SQUARE = 48.0  # pixels: a label touches two or three such squares, and few others stand in them

Size = tuple[float, float]  # the width and the height of a picture, in pixels
Box = tuple[float, float, float, float]  # left, top, right, bottom, in pixels
Cover = tuple[Box, ...]  # what one thing covers in the picture, at each of its sizes


@dataclass(frozen=True, slots=True)
class Label:
    """Where a name stands beside its sign, in pixels from its middle."""

    dx: float
    dy: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A sign that is to be named: its middle in percent of the picture, its half in pixels, and its name."""

    x: float
    y: float
    half: float
    name: str

    def cover(self, sizes: Sequence[Size]) -> Cover:
        """What the sign covers."""
        return cover_of(self.x, self.y, (-self.half, -self.half, self.half, self.half), sizes)


def cover_of(x: float, y: float, around: Box, sizes: Sequence[Size]) -> Cover:
    """What a box of pixels around this point covers."""
    left, top, right, bottom = around
    points = ((x * width / 100, y * height / 100) for width, height in sizes)
    return tuple((px + left, py + top, px + right, py + bottom) for px, py in points)


def middle_cover(x: float, y: float, long: float, sizes: Sequence[Size]) -> Cover:
    """What a name so long covers whose middle stands here."""
    return cover_of(x, y, (-long / 2, -LINE / 2, long / 2, LINE / 2), sizes)


class Room:
    """What is free of a picture at each of its sizes. Boxes are kept by the squares that they touch."""

    def __init__(self, sizes: Sequence[Size]) -> None:
        self.sizes = sizes
        self._taken: list[dict[tuple[int, int], list[Box]]] = [defaultdict(list) for _ in sizes]

    def take(self, cover: Cover) -> None:
        """From now on nothing else may stand there."""
        for box, taken in zip(cover, self._taken, strict=True):
            for square in _squares(box):
                taken[square].append(box)

    def is_free(self, cover: Cover, own: Cover = ()) -> bool:
        """Whether it stands inside the picture and on nothing taken but its own sign, at every size."""
        return self._holds(cover) and not any(
            _meet(box, other) and other not in own
            for box, taken in zip(cover, self._taken, strict=True)
            for square in _squares(box)
            for other in taken.get(square, ())
        )

    def _holds(self, cover: Cover) -> bool:
        return all(
            box[0] >= 0 and box[1] >= 0 and box[2] <= width and box[3] <= height
            for box, (width, height) in zip(cover, self.sizes, strict=True)
        )


def _squares(box: Box) -> Iterator[tuple[int, int]]:
    left, top, right, bottom = (int(side // SQUARE) for side in box)
    return product(range(left, right + 1), range(top, bottom + 1))


def _meet(box: Box, other: Box) -> bool:
    return box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3]


def name_dots(dots: Sequence[Dot], room: Room) -> list[Label | None]:
    """For each dot a label that stands on no other and on no dot, None where there is no room; the room is taken.

    The largest dot has the first choice; of several with one name it alone is named, for "Aleppo" written beside a
    city's dot and beside its province's ring would be read as two cities.
    """
    covers = [dot.cover(room.sizes) for dot in dots]
    for cover in covers:
        room.take(cover)
    told: dict[int, Label | None] = {}
    named: set[str] = set()
    for n, dot in sorted(enumerate(dots), key=lambda one: -one[1].half):
        told[n] = None if dot.name in named else _labelled(dot, covers[n], room)
        named |= {dot.name} if told[n] else set()
    return [told[n] for n in range(len(dots))]


def name_dot(dot: Dot, room: Room) -> Label | None:
    """The label of one more dot; None where there is no room for both, and then neither takes any."""
    own = dot.cover(room.sizes)
    label = _labelled(dot, own, room) if room.is_free(own) else None
    if label:
        room.take(own)
    return label


def _labelled(dot: Dot, own: Cover, room: Room) -> Label | None:
    for label, around in _beside(dot):
        cover = cover_of(dot.x, dot.y, around, room.sizes)
        if room.is_free(cover, own):
            room.take(cover)
            return label
    return None


def _beside(dot: Dot) -> Iterable[tuple[Label, Box]]:
    """Right, left, above, below, then farther above and below."""
    long = LETTER * len(dot.name)
    beside, step = dot.half + 5, dot.half + LINE
    for anchor, dx, left in (("start", beside, beside), ("end", -beside, -beside - long)):
        yield Label(dx, 4, anchor), (left, -LINE / 2, left + long, LINE / 2)
    for dy in (-dot.half - 4, step, -step - 4, step + LINE, -step - LINE - 4):
        yield Label(0, round(dy, 1), "middle"), (-long / 2, dy - LINE, long / 2, dy)
