"""Subjects: who stands before a verb of saying, with asides, appositions and lost commas in between."""

from bisect import bisect_left

from accordingto.read import taggers as t
from accordingto.read.scenes import Scene, clause_start
from accordingto.read.taggers import Cue, Range
from accordingto.read.voices import Line
from accordingto.terms.attributions import Act

PLAIN_SUBJECT = 9  # words: a longer stretch before "said" is more than the name of one who speaks
LONGEST_NAME = 14  # words
LONGEST_ASIDE = 30  # words between a name and its verb; more of them are no aside
LEADS_IN = t.PREPOSITION | t.SUBORDINATE | t.CONNECTOR  # "In Harim the corps", "After the raid the corps"
OPENS_CLAUSE = t.POINT | t.QUOTE | t.TIME | t.SUBORDINATE | t.LINKER
NO_NOUN = t.VERB | t.AUXILIARY | t.POINT | t.QUOTE | t.RELATIVE | t.SUBORDINATE | t.TIME | t.PRONOUN


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
    cue = _cue_from(scene, end)
    if cue and cue.act is Act.ACCUSE and line.lower(cue.first).endswith("ed") and line.has(cue.last, t.PREPOSITION):
        return None  # "the army accused of the raid" accuses nobody
    start, end = _without_occasion(line, limit, end)
    charged = _accuser(scene, start, end) if cue and cue.frame == "object" else None
    if charged:
        return charged
    subject = speaking(line, start, end)
    if subject:
        no_one = line.lower(subject[0]) == "no"
        return None if no_one else (_full_name(line, clause_start(line, limit), subject[0]), end)
    return None


def _without_occasion(line: Line, limit: int, end: int) -> tuple[int | None, int]:
    """The noun phrase that ends here, or before "in a statement": "The corps | in a statement | accused"."""
    start = line.voice_before(end, limit)
    if start is not None and start - 1 > limit and line.opens_statement_place(start - 1):
        return line.voice_before(start - 1, limit), start - 1
    return start, end


def _cue_from(scene: Scene, place: int) -> Cue | None:
    """The first cue from this word on."""
    at = bisect_left(scene.cues, place, key=lambda cue: cue.first)
    return scene.cues[at] if at < len(scene.cues) else None


def _accuser(scene: Scene, start: int | None, end: int) -> tuple[int, int] | None:
    """ "The corps accused the army": only people accuse, so any noun that opens a clause can be one."""
    line, first = scene.line, clause_start(scene.line, scene.limit)
    if first < end == _noun_end(line, first, end):
        return first, end
    if start is None or not line.has(start, t.DETERMINER) or end - start > PLAIN_SUBJECT:
        return None
    led = line.has(scene.limit, LEADS_IN) and start - first <= LONGEST_ASIDE
    plain = led and not any(line.has(i, t.VERB) for i in range(first, start))
    return (start, end) if plain or line.has(start - 1, OPENS_CLAUSE) else None


def _before_comma(scene: Scene, comma: int) -> tuple[int, int] | None:
    """ "The UN envoy, Maha Darwish, confirmed": the whole of it; "SOHR, which relies on ..., said": SOHR."""
    line = scene.line
    named = _noun_with_aside(scene, comma)
    if named:
        return named
    opening = next((i for i in range(comma - 1, scene.limit, -1) if line.lower(i) == ","), None)
    if opening is None or opening == scene.limit:
        return speaking(line, line.voice_before(comma, scene.limit), comma)
    before = line.voice_before(opening, scene.limit)
    subject = speaking(line, before, opening)
    if subject is None and before is not None and line.has(before, t.DETERMINER) and _opens_aside(line, opening + 1):
        return before, opening
    if subject is None:
        return speaking(line, line.voice_before(comma, opening + 1), comma)
    return subject if _opens_aside(line, opening + 1) else (subject[0], comma)


def _opens_aside(line: Line, index: int) -> bool:
    """Whether words set apart by commas tell of the one before, and do not name that one: "which", "based", "in"."""
    marks = t.RELATIVE | t.PREPOSITION | t.SUBORDINATE | t.VERB | t.ADVERB
    return line.has(index, marks) or line.lower(index).endswith(("ing", "ed"))


def _noun_with_aside(scene: Scene, comma: int) -> tuple[int, int] | None:
    """ "The league, which sends crews to Harim, accused": the league; "The corps, a rescue service, accused": all."""
    line, first = scene.line, clause_start(scene.line, scene.limit)
    opening = _noun_end(line, first, comma)
    if not first < opening < comma - 1 <= opening + LONGEST_ASIDE or line.lower(opening) != ",":
        return None
    inner = [i + 1 for i in range(opening + 1, comma) if line.lower(i) == ","]
    if any(line.has(i, t.VERB | t.AUXILIARY | t.DETERMINER | t.PRONOUN) for i in inner):
        return None  # the clause has gone on: "The siege, which began in May, killed six, the league, ..., said"
    if line.lower(opening + 1) in ("a", "an"):
        return first, comma
    return (first, opening) if _opens_aside(line, opening + 1) else None


def _noun_end(line: Line, first: int, end: int) -> int:
    """Where the noun phrase ends that opens a clause with its article; `first` where none does."""
    index = first
    while index < min(end, first + PLAIN_SUBJECT) and not line.has(index, NO_NOUN):
        index += 1
    return index if line.has(first, t.DETERMINER) else first


def _before_aside(scene: Scene, end: int) -> tuple[int, int] | None:
    """ "The Observatory which relies on a network of activists said": the Observatory."""
    line = scene.line
    for index in range(end - 2, max(scene.limit, end - 25), -1):
        if line.has(index, t.RELATIVE) and line.lower(index) in ("which", "who", "that", "whose"):
            if line.has(index, t.CAPITAL) or not (line.has(index + 1, t.VERB) or line.lower(index + 1).endswith("s")):
                return None
            first = clause_start(line, scene.limit)
            if not line.has(index + 1, t.VOICE) and _noun_end(line, first, end) == index > first:
                return first, index
            subject = speaking(line, line.voice_before(index, scene.limit), index)
            opens = subject and (subject[0] <= first or line.has(subject[0] - 1, t.QUOTE))
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
