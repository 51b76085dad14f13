"""Hidden sources: "reportedly", "is believed to", "reports of": somebody says it, and the text does not say who."""

from accordingto.read import taggers as t
from accordingto.read.contents import content_after
from accordingto.read.scenes import Found, Scene
from accordingto.read.taggers import Cue, Range
from accordingto.terms.attributions import Act

MOST = 3  # hidden sources in one sentence: more are a list of words, not a sentence


def read_hidden(scene: Scene) -> list[Found]:
    """Attributions of this sentence without a source, outside what somebody named is found to say."""
    found: list[Found] = []
    for index, cue in enumerate(scene.cues):
        if cue.frame in ("hidden adverb", "hidden noun") and not _is_told(scene, cue.first):
            item = _adverb(scene, cue) if cue.frame == "hidden adverb" else _noun(scene, cue, index)
            if item and item.content:
                found.append(item)
        if len(found) == MOST:
            break
    return found or _passives(scene)


def _is_told(scene: Scene, word: int) -> bool:
    position = scene.line.words[word].start
    told = any(start <= position < end for item in scene.found for start, end in item.content)
    quotation = scene.quotations.around(position)
    return told or (quotation is not None and quotation.closed)


def _adverb(scene: Scene, cue: Cue) -> Found:
    """Both sides of the adverb, as far as the clause goes."""
    line = scene.line
    if line.lower(cue.last).endswith("ing"):
        content: tuple[Range, ...] = (scene.chars(cue.last, _end(scene, cue.last)),)
    elif line.lower(cue.last).endswith("ed") and not line.has(cue.first - 1, t.AUXILIARY):
        start = line.voice_before(cue.first, scene.limit)
        named = (scene.chars(start, cue.first),) if start is not None else ()
        content = (*named, scene.chars(cue.last, _end(scene, cue.last)))
    else:
        content = _both_sides(scene, cue.first, cue.last)
    return Found(scene.number, None, scene.chars(cue.first, cue.last), content, cue.act, cue.frame)


def _both_sides(scene: Scene, first: int, last: int) -> tuple[Range, ...]:
    line = scene.line
    left = first
    while (
        left > scene.limit
        and not line.has(left - 1, t.QUOTE | t.SUBORDINATE | t.RELATIVE)
        and line.lower(left - 1) not in CLAUSE_ENDS
    ):
        left -= 1
    while left < first and line.has(left, t.CONNECTOR | t.POINT | t.LINKER):
        left += 1
    pieces = []
    if left < first:
        pieces.append(scene.chars(left, first))
    right = _end(scene, last)
    if right > last:
        pieces.append(scene.chars(last, right))
    return tuple(pieces)


CLAUSE_ENDS = frozenset([";", "while", "but"])


def _end(scene: Scene, first: int) -> int:
    line, last = scene.line, len(scene.line.words)
    for index in range(first, last):
        if line.lower(index) in CLAUSE_ENDS:
            return index
    while last > first and line.has(last - 1, t.POINT):
        last -= 1
    return last


def _noun(scene: Scene, cue: Cue, index: int) -> Found | None:
    """ "reports of C", unless the sentence says whose reports."""
    line = scene.line
    if (
        line.has(cue.first - 1, t.VOICE)
        or line.lower(cue.first - 1).endswith(("'s", "’s", "s'"))
        or line.lower(cue.first - 1) in OWNERS
    ):
        return None
    last = cue.last if line.lower(cue.first) == "based" else cue.first + 1
    return Found(
        scene.number, None, scene.chars(cue.first, last), content_after(scene, cue.last, index), cue.act, cue.frame
    )


OWNERS = frozenset(["his", "her", "their", "its", "had", "has", "have"])


def _passives(scene: Scene) -> list[Found]:
    """ "C are believed to C", "it is reported that C"."""
    line = scene.line
    for index in range(scene.limit + 1, len(line.words)):
        if not line.has(index, t.HIDDEN_VERB) or _is_told(scene, index):
            continue
        start = index
        while start > scene.limit and line.has(start - 1, t.AUXILIARY | t.ADVERB):
            start -= 1
        being = any(line.has(i, t.BEING) for i in range(start, index))
        tells = line.lower(index + 1) in ("to", "that") or line.has(index, t.TELLING)
        if being and tells and line.lower(index + 1) != "by":
            return [_passive(scene, start, index)]
    return []


def _passive(scene: Scene, start: int, index: int) -> Found:
    line = scene.line
    cue = scene.chars(start, index + 1)
    if line.lower(index + 1) == "that":
        content: tuple[Range, ...] = (
            (scene.chars(index + 2, _end(scene, index + 2)),) if index + 2 < len(line.words) else ()
        )
    else:
        content = _both_sides(scene, start, index + 1)
    return Found(scene.number, None, cue, content, Act.ASSERT, "hidden passive")
