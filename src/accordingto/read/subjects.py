"""Subjects: who stands before a verb of saying, with asides, appositions and lost commas in between."""

from accordingto.read import taggers as t
from accordingto.read.scenes import Scene, clause_start
from accordingto.read.taggers import Range
from accordingto.read.voices import Line

PLAIN_SUBJECT = 9  # words: a longer stretch before "said" is more than the name of one who speaks
LONGEST_NAME = 14  # words


def find_subject(scene: Scene, end: int) -> tuple[int, int] | None:
    """Words of the noun phrase that ends here and can speak."""
    line, limit = scene.line, scene.limit
    if line.has(end - 1, t.PREPOSITION | t.DETERMINER | t.LINKER | t.SUBORDINATE) and not line.has(end - 1, t.CAPITAL):
        return None
    if line.lower(end - 1) == "," and end - 1 > limit:
        return _before_comma(scene, end - 1)
    if line.has(end - 1, t.RELATIVE) and not line.has(end - 1, t.VOICE & t.CAPITAL) and line.lower(end - 1) != "what":
        return speaking(line, line.voice_before(end - 1, limit), end - 1)
    aside = _before_aside(scene, end)
    if aside:
        return aside
    start = line.voice_before(end, limit)
    subject = speaking(line, start, end)
    first = clause_start(line, limit)
    if subject:
        return None if line.lower(subject[0]) == "no" else (_full_name(line, first, subject[0]), end)
    return None


def _before_comma(scene: Scene, comma: int) -> tuple[int, int] | None:
    """ "The UN envoy, Maha Darwish, confirmed": the whole of it; "SOHR, which relies on ..., said": SOHR."""
    line = scene.line
    opening = next((i for i in range(comma - 1, scene.limit, -1) if line.lower(i) == ","), None)
    if opening is None or opening == scene.limit:
        return speaking(line, line.voice_before(comma, scene.limit), comma)
    subject = speaking(line, line.voice_before(opening, scene.limit), opening)
    if subject is None:
        return speaking(line, line.voice_before(comma, opening + 1), comma)
    after = opening + 1
    if line.has(after, t.RELATIVE | t.PREPOSITION | t.SUBORDINATE | t.VERB | t.ADVERB) or line.lower(after).endswith(
        "ing"
    ):
        return subject
    return subject[0], comma


def _before_aside(scene: Scene, end: int) -> tuple[int, int] | None:
    """ "The Observatory which relies on a network of activists said": the Observatory."""
    line = scene.line
    for index in range(end - 2, max(scene.limit, end - 25), -1):
        if line.has(index, t.RELATIVE) and line.lower(index) in ("which", "who", "that", "whose"):
            if line.has(index, t.CAPITAL) or not (line.has(index + 1, t.VERB) or line.lower(index + 1).endswith("s")):
                return None
            subject = speaking(line, line.voice_before(index, scene.limit), index)
            opens = subject and (subject[0] <= clause_start(line, scene.limit) or line.has(subject[0] - 1, t.QUOTE))
            return subject if opens else None
        if line.has(index, t.POINT | t.QUOTE):
            return None
    return None


def _full_name(line: Line, first: int, start: int) -> int:
    """The start of the sentence, when all from there on is one name: "SOHR a Britain-based group said"."""
    words = range(first, start)
    plain = not any(
        line.has(i, t.VERB | t.RELATIVE | t.SUBORDINATE | t.QUOTE | t.TIME | t.PRONOUN | t.POINT | t.NUMBER)
        for i in words
    )
    named = line.has(start - 1, t.CAPITAL | t.VOICE) and any(line.has(i, t.VOICE | t.CAPITAL) for i in words)
    opens = not line.has(first, t.PREPOSITION | t.ADVERB | t.LINKER)
    return first if first < start and plain and named and opens and start - first <= LONGEST_NAME else start


def speaking(line: Line, start: int | None, end: int) -> tuple[int, int] | None:
    if start is None or not any(line.has(i, t.VOICE | t.PRONOUN | t.CAPITAL) for i in range(start, end)):
        return None
    if end - start == 1 and line.has(start, t.TIME):
        return None
    return start, end


def plain_subject(scene: Scene, end: int) -> tuple[int, int] | None:
    """Whoever stands before a "said": "The devastated shopkeeper's cousin"."""
    line, first = scene.line, clause_start(scene.line, scene.limit)
    start = line.voice_before(end, scene.limit)
    if start is None:
        return None
    plain = first < end and end - first <= PLAIN_SUBJECT and not any(line.has(i, t.VERB) for i in range(first, end))
    return (first if plain else start, end)


def opens_with_name(scene: Scene, end: int) -> bool:
    """ "The envoy, who arrived on Sunday, said": the comma closes an aside after the name."""
    if scene.line.lower(end - 1) != "," or end - 1 <= scene.limit:
        return False
    subject = _before_comma(scene, end - 1)
    return subject is not None and subject[0] <= clause_start(scene.line, scene.limit)


def first_subject(scene: Scene, before: int) -> Range | None:
    line, first = scene.line, clause_start(scene.line, scene.limit)
    opened = [i for i in range(first, before - 1) if line.lower(i) in ("when", "as", "while", "after")]
    first = opened[-1] + 1 if opened else first
    last = min(line.voice_after(first, before), before)
    found = speaking(line, first, last) if last > first else None
    return scene.chars(*found) if found else None
