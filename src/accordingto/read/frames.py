"""Frames: for each kind of cue, how its source, its links and its content stand in the sentence."""

from collections.abc import Callable
from dataclasses import replace

from accordingto.read import taggers as t
from accordingto.read.citations import read_quoted
from accordingto.read.contents import content_after, content_before, content_of, more_quoted
from accordingto.read.scenes import Found, Scene, clause_start, is_verbatim, last_with_source, quote_before, verb_start
from accordingto.read.subjects import find_subject, first_subject, opens_with_name, plain_subject, speaking
from accordingto.read.taggers import Cue, Range
from accordingto.read.voices import Line

BARE_REPORT = 25  # characters: "the blast", "the same toll"


def read_sentence(scene: Scene) -> list[Found]:
    """Every attribution whose cue stands in this sentence, hidden sources left aside."""
    for index, cue in enumerate(scene.cues):
        frame = FRAMES.get(cue.frame)
        if frame is None or cue.first < scene.consumed or is_verbatim(scene, cue) or _is_noun(scene, cue, index):
            continue
        found = frame(scene, cue, index)
        if found and found.content:
            scene.found.extend(_parts(scene, _with_outer(scene, found)))
            scene.consumed = max(scene.consumed, found.hearer_end)
    return scene.found


def _is_noun(scene: Scene, cue: Cue, index: int) -> bool:
    """ "reports said", "in a warning to": the word is no verb there."""
    line = scene.line
    follows = index + 1 < len(scene.cues) and scene.cues[index + 1].first == cue.last
    if cue.guarded and follows and scene.cues[index + 1].frame == "clause":
        return True
    return (
        cue.frame == "follow"
        and line.has(cue.first - 1, t.DETERMINER | t.PREPOSITION)
        and line.lower(cue.first - 1) != "by"
    )


def _parts(scene: Scene, found: Found) -> list[Found]:
    """One, or two where the reason is given verbatim: 'S claimed A as "B"'."""
    (start, end), *more = found.content
    quotation = scene.quotations.ending_within(end - 2, end + 2)
    if more or not quotation or quotation.start - start < 12:
        return [found]
    words = scene.body[start : quotation.start - 1].split()
    if words[-1] not in ("as", "because", "since") or len(scene.body[quotation.start : quotation.end].split()) < 4:
        return [found]
    if words[-2] not in scene.body[start : quotation.start]:
        return [found]
    first = replace(found, content=((start, start + scene.body[start : quotation.start].rindex(words[-1])),))
    return [first, replace(found, content=((quotation.start, quotation.end),))]


def _with_outer(scene: Scene, found: Found) -> Found:
    """With the outer speaker as a link, when this stands at the head of what another says."""
    if not scene.found or not found.source or found.frame in ("follow", "quote"):
        return found
    outer = scene.found[-1]
    inside = any(start <= found.source[0] < end for start, end in outer.content)
    if not inside or not outer.source or found.source == outer.source or outer.frame == "quote":
        return found
    return replace(found, via=(*found.via, outer.source))


def _is_passive(line: Line, start: int, cue: Cue) -> bool:
    return any(line.has(index, t.BEING) for index in range(start, cue.first))


def read_clause(scene: Scene, cue: Cue, index: int) -> Found | None:
    """ "S said C", "C S said", "C said S", "S told V that C", "S accused C"."""
    line = scene.line
    start, group = verb_start(line, cue, scene.limit)
    if _is_negated(line, group, cue):
        return None
    if _is_passive(line, start, cue) or (line.lower(cue.last) == "by" and line.lower(cue.first).endswith("ed")):
        return _passive(scene, cue, start)
    end = line.skip_back(group, scene.limit)
    if cue.frame == "clause" and _said_before(scene, end) and not opens_with_name(scene, end):
        inverted = _inverted(scene, cue, start, index)
        if inverted:
            return inverted
    subject = find_subject(scene, end)
    if subject is None:
        other = _shared(scene, cue, start, end, index) or _inverted(scene, cue, start, index)
        subject = None if other or cue.guarded else plain_subject(scene, end)
        if subject is None:
            return other
    hearer_end, via = _hearer(scene, cue)
    source = scene.chars(*subject)
    content = content_of(scene, subject[0], hearer_end, index, cue)
    return Found(scene.number, source, scene.chars(start, cue.last), content, cue.act, cue.frame, via, hearer_end)


def _is_negated(line: Line, group: int, cue: Cue) -> bool:
    """ "has not confirmed", "did not say": nothing is said."""
    return any(line.lower(index) in ("not", "n't", "never") for index in range(group, cue.first))


def _said_before(scene: Scene, end: int) -> bool:
    """Whether what stands before the verb is the end of something said rather than a source."""
    line = scene.line
    return end == scene.limit or line.has(end - 1, t.QUOTE) or line.lower(end - 1) in (",", "'")


def _inverted(scene: Scene, cue: Cue, start: int, index: int) -> Found | None:
    """ "C said S"."""
    line = scene.line
    if cue.frame != "clause" or (start - scene.limit < 2 and not quote_before(scene)) or line.has(start - 1, t.LINKER):
        return None
    first = cue.last
    last = line.voice_after(first, len(line.words))
    if last == first or line.has(first, t.PRONOUN) or not speaking(line, first, last):
        return None
    if line.has(start - 1, t.PRONOUN | t.RELATIVE) and not line.has(start - 1, t.QUOTE):
        return None
    content = content_before(scene, start) + more_quoted(scene, last)
    if line.lower(start - 1) == "," and line.lower(last) == ",":  # "A, said S, B"
        content += content_after(scene, last, index)
    return Found(
        scene.number, scene.chars(first, last), scene.chars(start, cue.last), content, cue.act, cue.frame, (), last
    )


def _shared(scene: Scene, cue: Cue, start: int, end: int, index: int) -> Found | None:
    """ "S blamed A and said B": the source of the verb before."""
    before = last_with_source(scene)
    if not (scene.line.has(end - 1, t.LINKER) or scene.line.lower(end - 1) == ","):
        return None
    source = before.source if before else first_subject(scene, end - 1)
    hearer_end, via = _hearer(scene, cue)
    content = content_after(scene, hearer_end, index)
    return (
        Found(scene.number, source, scene.chars(start, cue.last), content, cue.act, cue.frame, via, hearer_end)
        if source
        else None
    )


def _passive(scene: Scene, cue: Cue, start: int) -> Found | None:
    """ "C was confirmed by S"."""
    line = scene.line
    if line.lower(cue.last) != "by" or cue.frame == "tell":
        return None
    last = line.voice_after(cue.last + 1, len(line.words))
    if not speaking(line, cue.last + 1, last):
        return None
    first = line.voice_before(start, scene.limit) if start == cue.first else None  # "an attack claimed by S"
    content = content_before(scene, start) if first is None else (scene.chars(first, start),)
    return Found(
        scene.number, scene.chars(cue.last + 1, last), scene.chars(start, cue.last), content, cue.act, "passive"
    )


def _hearer(scene: Scene, cue: Cue) -> tuple[int, tuple[Range, ...]]:
    """The word after the one who is told, and that one as a link when it carries words on."""
    line, end = scene.line, len(scene.line.words)
    if cue.frame != "tell":
        return _spoken_to(scene, cue.last)
    last = line.voice_after(cue.last, end, lone=True)
    if last == cue.last:
        return cue.last, ()
    hears = any(line.has(i, t.HEARER) for i in range(cue.last, last)) or _is_paper(line, cue.last)
    after, more = _spoken_to(scene, last)
    return after, ((scene.chars(cue.last, last), *more) if hears else more)


def _is_paper(line: Line, first: int) -> bool:
    """ "told The Morning Post": a capital on the article in the midst of a sentence is the title of a publication."""
    return line.words[first].text == "The" and first + 1 < len(line.words) and line.has(first + 1, t.CAPITAL)


def _spoken_to(scene: Scene, first: int) -> tuple[int, tuple[Range, ...]]:
    """ "in a statement to SANA", "in an interview with CNN": the outlet is a link."""
    line = scene.line
    by = first + (line.lower(first) in ("carried", "published", "quoted", "cited"))
    if line.lower(by) == "by":
        last = line.voice_after(by + 1, len(line.words), lone=True)
        if any(line.has(i, t.HEARER) for i in range(by + 1, last)):
            return last, (scene.chars(by + 1, last),)
    for place in range(first, min(first + 6, len(line.words))):
        if line.has(place, t.STATEMENT_PLACE) and line.lower(first) in ("in", "during", "on", "speaking"):
            carrier = place + 2
            last = line.voice_after(carrier, len(line.words), lone=True)
            if line.lower(place + 1) in ("to", "with", "by", "on") and any(
                line.has(i, t.HEARER) for i in range(carrier, last)
            ):
                return last, (scene.chars(carrier, last),)
            return first, ()
        if line.has(place, t.POINT | t.QUOTE | t.VERB):
            break
    return first, ()


def read_according(scene: Scene, cue: Cue, index: int) -> Found | None:
    """ "according to S"."""
    line = scene.line
    first = cue.last + (line.lower(cue.last) == "to")
    opens = cue.first <= clause_start(line, scene.limit) or line.has(cue.first - 1, t.LINKER)
    last = line.voice_after(first, len(line.words), lone=opens and line.has(first, t.CAPITAL))
    if not speaking(line, first, last):
        return None
    if scene.found and not opens and _carries(scene, scene.found[-1], cue, scene.chars(first, last)):
        return None
    content = content_after(scene, last, index) if opens else content_before(scene, cue.first)
    return Found(
        scene.number, scene.chars(first, last), scene.chars(cue.first, cue.last), content, cue.act, cue.frame, (), last
    )


def _is_bare_report(scene: Scene, before: Found) -> bool:
    """ "reported the blast, saying C": only C is said."""
    start, end = before.content[0][0], before.content[-1][1]
    if end - start >= BARE_REPORT:
        return False
    return not any(
        mark & t.VERB
        for word, mark in zip(scene.line.words, scene.line.marks, strict=True)
        if start <= word.start < end
    )


def _carries(scene: Scene, inner: Found, cue: Cue, carrier: Range) -> bool:
    """ "S confirmed C according to V": V is a link of what S said."""
    (start, end), position = inner.content[-1], scene.line.words[cue.first].start
    if not (start < position < end) or inner.cue is None or inner.cue[0] > start:
        return False
    pieces = (*inner.content[:-1], (start, position))
    scene.found[-1] = replace(inner, content=pieces, via=(*inner.via, carrier))
    return True


def read_follow(scene: Scene, cue: Cue, index: int) -> Found | None:
    """ "..., adding that C": the source of the verb before, or the subject of the sentence."""
    line = scene.line
    content = content_after(scene, cue.last, index)
    own = line.voice_before(cue.first, scene.limit)
    before = last_with_source(scene)
    if own is not None and line.lower(own - 1) == "with":
        source: Range | None = scene.chars(own, cue.first)
    elif before:
        source = before.source
    else:
        source = first_subject(scene, cue.first)
    via = before.via if before and source == before.source and before.frame != "tell" else ()
    if before and before.frame == "clause" and _is_bare_report(scene, before):
        scene.found.remove(before)
    return (
        Found(scene.number, source, scene.chars(cue.first, cue.last), content, cue.act, cue.frame, via)
        if source
        else None
    )


def read_show(scene: Scene, cue: Cue, index: int) -> Found | None:
    """ "footage showed C"."""
    line = scene.line
    for place in range(cue.first - 1, max(scene.limit, cue.first - 14) - 1, -1):
        if line.has(place, t.SHOWER):
            start = place
            while start > scene.limit and not line.has(start - 1, BEFORE_SHOWER):
                start -= 1
            if start > scene.limit and line.has(start - 1, t.DETERMINER):
                start -= 1
            content = content_after(scene, cue.last, index)
            return Found(
                scene.number,
                scene.chars(start, place + 1),
                scene.chars(cue.first, cue.last),
                content,
                cue.act,
                cue.frame,
            )
        if line.has(place, t.QUOTE):
            break
    return None


BEFORE_SHOWER = (
    t.VERB | t.PREPOSITION | t.DETERMINER | t.RELATIVE | t.SUBORDINATE | t.LINKER | t.POINT | t.QUOTE | t.ADVERB
)


Frame = Callable[[Scene, Cue, int], Found | None]


FRAMES: dict[str, Frame] = {
    "clause": read_clause,
    "object": read_clause,
    "tell": read_clause,
    "according": read_according,
    "follow": read_follow,
    "show": read_show,
    "quote": read_quoted,
}
