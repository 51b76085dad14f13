"""Frames: for each kind of cue, where its source, its links and its content stand in the sentence."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from accordingto.read import taggers as t
from accordingto.read.voices import Line
from accordingto.read.quotations import Quotations
from accordingto.read.sentences import Sentence
from accordingto.read.taggers import Cue, Range
from accordingto.terms.attributions import Act

PLAIN_SUBJECT = 9  # words: a longer stretch before "said" is more than the name of one who speaks
LONGEST_NAME = 14  # words
BARE_REPORT = 25  # characters: "the blast", "the same toll"
DOUBLED = 40  # characters that only a repeated lead has twice in one sentence
LONG_QUOTATION = 2500  # characters: longer ones are taken for a lost closing mark, and cues inside them count
SHORT_LEFT = 3  # words: fewer before a source are an aside ("On Monday"), not something said


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution in the making: character ranges, and the sentence it stands in."""

    sentence: int
    source: Range | None
    cue: Range | None
    content: tuple[Range, ...]
    act: Act
    frame: str
    via: tuple[Range, ...] = ()
    hearer_end: int = 0  # the word after the cue and its hearer


@dataclass(slots=True)
class Scene:
    """One sentence being read: its words, the page's quotations, and what was found in it so far."""

    body: str
    number: int
    sentence: Sentence
    line: Line
    quotations: Quotations
    cues: tuple[Cue, ...]
    limit: int
    found: list[Found] = field(default_factory=list)
    consumed: int = 0

    def chars(self, first: int, last: int) -> Range:
        """Characters of words `first` to `last` (half-open)."""
        return self.line.words[first].start, self.line.words[last - 1].end


def read_sentence(scene: Scene) -> list[Found]:
    """Every attribution whose cue stands in this sentence, hidden sources left aside."""
    for index, cue in enumerate(scene.cues):
        frame = FRAMES.get(cue.frame)
        if frame is None or cue.first < scene.consumed or _is_verbatim(scene, cue) or _is_noun(scene, cue, index):
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


def _is_verbatim(scene: Scene, cue: Cue) -> bool:
    quotation = scene.quotations.around(scene.line.words[cue.first].start)
    return quotation is not None and quotation.closed and quotation.end - quotation.start < LONG_QUOTATION


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


def _verb_start(line: Line, cue: Cue, limit: int) -> tuple[int, int]:
    """Where the verb group of a cue begins, without and with the adverbs before it."""
    start = group = cue.first
    while group > limit and line.has(group - 1, t.AUXILIARY | t.ADVERB) and not line.has(group - 1, t.CAPITAL):
        group -= 1
        if line.has(group, t.AUXILIARY):
            start = group
    return start, group


def _is_passive(line: Line, start: int, cue: Cue) -> bool:
    return any(line.has(index, t.BEING) for index in range(start, cue.first))


def read_clause(scene: Scene, cue: Cue, index: int) -> Found | None:
    """ "S said C", "C S said", "C said S", "S told V that C", "S accused C"."""
    line = scene.line
    start, group = _verb_start(line, cue, scene.limit)
    if _is_negated(line, group, cue):
        return None
    if _is_passive(line, start, cue) or (line.lower(cue.last) == "by" and line.lower(cue.first).endswith("ed")):
        return _passive(scene, cue, start)
    end = line.skip_back(group, scene.limit)
    if cue.frame == "clause" and _said_before(scene, end) and not _opens_with_name(scene, end):
        inverted = _inverted(scene, cue, start, index)
        if inverted:
            return inverted
    subject = _subject(scene, end)
    if subject is None:
        other = _shared(scene, cue, start, end, index) or _inverted(scene, cue, start, index)
        subject = None if other or cue.guarded else _plain_subject(scene, end)
        if subject is None:
            return other
    hearer_end, via = _hearer(scene, cue)
    source = scene.chars(*subject)
    content = _sides(scene, subject[0], hearer_end, index, cue)
    return Found(scene.number, source, scene.chars(start, cue.last), content, cue.act, cue.frame, via, hearer_end)


def _is_negated(line: Line, group: int, cue: Cue) -> bool:
    """ "has not confirmed", "did not say": nothing is said."""
    return any(line.lower(index) in ("not", "n't", "never") for index in range(group, cue.first))


def _said_before(scene: Scene, end: int) -> bool:
    """Whether what stands before the verb is the end of something said rather than a source."""
    line = scene.line
    return end == scene.limit or line.has(end - 1, t.QUOTE) or line.lower(end - 1) in (",", "'")


def _opens_with_name(scene: Scene, end: int) -> bool:
    """ "The envoy, who arrived on Sunday, said": the comma closes an aside after the name."""
    if scene.line.lower(end - 1) != "," or end - 1 <= scene.limit:
        return False
    subject = _before_comma(scene, end - 1)
    return subject is not None and subject[0] <= _clause_start(scene.line, scene.limit)


def _subject(scene: Scene, end: int) -> tuple[int, int] | None:
    """Words of the noun phrase that ends here and can speak."""
    line, limit = scene.line, scene.limit
    if line.has(end - 1, t.PREPOSITION | t.DETERMINER | t.LINKER | t.SUBORDINATE) and not line.has(end - 1, t.CAPITAL):
        return None
    if line.lower(end - 1) == "," and end - 1 > limit:
        return _before_comma(scene, end - 1)
    if line.has(end - 1, t.RELATIVE) and not line.has(end - 1, t.VOICE & t.CAPITAL) and line.lower(end - 1) != "what":
        return _speaking(line, line.voice_before(end - 1, limit), end - 1)
    aside = _before_aside(scene, end)
    if aside:
        return aside
    start = line.voice_before(end, limit)
    subject = _speaking(line, start, end)
    first = _clause_start(line, limit)
    if subject:
        return None if line.lower(subject[0]) == "no" else (_full_name(line, first, subject[0]), end)
    return None


def _plain_subject(scene: Scene, end: int) -> tuple[int, int] | None:
    """Whoever stands before a "said": "The devastated shopkeeper's cousin"."""
    line, first = scene.line, _clause_start(scene.line, scene.limit)
    start = line.voice_before(end, scene.limit)
    if start is None:
        return None
    plain = first < end and end - first <= PLAIN_SUBJECT and not any(line.has(i, t.VERB) for i in range(first, end))
    return (first if plain else start, end)


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


def _speaking(line: Line, start: int | None, end: int) -> tuple[int, int] | None:
    if start is None or not any(line.has(i, t.VOICE | t.PRONOUN | t.CAPITAL) for i in range(start, end)):
        return None
    if end - start == 1 and line.has(start, t.TIME):
        return None
    return start, end


def _before_comma(scene: Scene, comma: int) -> tuple[int, int] | None:
    """ "The UN envoy, Staffan de Mistura, confirmed": the whole of it; "SOHR, which relies on ..., said": SOHR."""
    line = scene.line
    opening = next((i for i in range(comma - 1, scene.limit, -1) if line.lower(i) == ","), None)
    if opening is None or opening == scene.limit:
        return _speaking(line, line.voice_before(comma, scene.limit), comma)
    subject = _speaking(line, line.voice_before(opening, scene.limit), opening)
    if subject is None:
        return _speaking(line, line.voice_before(comma, opening + 1), comma)
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
            start = line.voice_before(index, scene.limit)
            speaks = start is not None and any(line.has(i, t.VOICE) for i in range(start, index))
            return (start, index) if start is not None and speaks else None
        if line.has(index, t.POINT | t.QUOTE):
            return None
    return None


def _clause_start(line: Line, limit: int) -> int:
    while limit < len(line.words) and line.has(limit, t.CONNECTOR | t.POINT | t.QUOTE):
        limit += 1
    return limit


def _inverted(scene: Scene, cue: Cue, start: int, index: int) -> Found | None:
    """ "C said S"."""
    line = scene.line
    if cue.frame != "clause" or (start - scene.limit < 2 and not _quote_before(scene)) or line.has(start - 1, t.LINKER):
        return None
    first = cue.last
    last = line.voice_after(first, len(line.words))
    if last == first or line.has(first, t.PRONOUN) or not _speaking(line, first, last):
        return None
    if line.has(start - 1, t.PRONOUN | t.RELATIVE) and not line.has(start - 1, t.QUOTE):
        return None
    content = content_before(scene, start) + _more_quoted(scene, last)
    return Found(
        scene.number, scene.chars(first, last), scene.chars(start, cue.last), content, cue.act, cue.frame, (), last
    )


def _quote_before(scene: Scene) -> bool:
    return scene.quotations.ending_within(scene.sentence.start - 3, scene.sentence.start) is not None


def _shared(scene: Scene, cue: Cue, start: int, end: int, index: int) -> Found | None:
    """ "S blamed A and said B": the source of the verb before."""
    before = _last_with_source(scene)
    if not (scene.line.has(end - 1, t.LINKER) or scene.line.lower(end - 1) == ","):
        return None
    source = before.source if before else _first_subject(scene, end - 1)
    hearer_end, via = _hearer(scene, cue)
    content = content_after(scene, hearer_end, index)
    return (
        Found(scene.number, source, scene.chars(start, cue.last), content, cue.act, cue.frame, via, hearer_end)
        if source
        else None
    )


def _last_with_source(scene: Scene) -> Found | None:
    return next((found for found in reversed(scene.found) if found.source), None)


def _passive(scene: Scene, cue: Cue, start: int) -> Found | None:
    """ "C was confirmed by S"."""
    line = scene.line
    if line.lower(cue.last) != "by" or cue.frame == "tell":
        return None
    last = line.voice_after(cue.last + 1, len(line.words))
    if not _speaking(line, cue.last + 1, last):
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
    hears = any(line.has(i, t.HEARER) for i in range(cue.last, last))
    after, more = _spoken_to(scene, last)
    return after, ((scene.chars(cue.last, last), *more) if hears else more)


def _spoken_to(scene: Scene, first: int) -> tuple[int, tuple[Range, ...]]:
    """ "in a statement to SANA", "in an interview with CNN": the outlet is a link."""
    line = scene.line
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


def _sides(scene: Scene, subject: int, after: int, index: int, cue: Cue) -> tuple[Range, ...]:
    """What was said: after the cue, or before the source."""
    line = scene.line
    if line.lower(subject - 1) == "," and line.lower(after) == "," and subject - scene.limit > SHORT_LEFT:
        return content_before(scene, subject) + content_after(scene, after, index)
    if _says_after(scene, subject, after, cue):
        return content_after(scene, after, index)
    return content_before(scene, subject) + _more_quoted(scene, after)


def _says_after(scene: Scene, subject: int, after: int, cue: Cue) -> bool:
    line, first = scene.line, _clause_start(scene.line, scene.limit)
    start, plain = _open_right(scene, after)
    if start is None or cue.frame == "object":
        return start is not None
    if plain or (subject - first < SHORT_LEFT and not (_quote_before(scene) and line.lower(start).endswith("ing"))):
        return True
    if line.has(subject - 1, t.QUOTE) or (line.lower(subject - 1) == "," and line.has(subject - 2, t.QUOTE)):
        return False
    if line.has(subject - 1, t.LINKER | t.SUBORDINATE | t.RELATIVE):
        return True
    if any(line.has(i, t.SUBORDINATE) for i in range(start, start + 3)):
        return False
    if line.has(start, t.PREPOSITION) or line.lower(start).endswith("ing"):
        return False
    if line.has(first, t.PREPOSITION | t.SUBORDINATE) and line.lower(first) not in ("among", "some"):
        return True
    return not any(line.has(i, t.VERB) for i in range(first, subject))


def _open_right(scene: Scene, after: int) -> tuple[int | None, bool]:
    """Where words said after the cue begin, None where there are none; and whether "that" or a colon says so."""
    line, end = scene.line, len(scene.line.words)
    index = _skip_aside(line, after)
    said = False
    while (
        index < end and line.lower(index) != "." and (line.has(index, t.POINT | t.QUOTE) or line.lower(index) == "that")
    ):
        said = said or line.lower(index) in ("that", ":")
        if line.has(index, t.QUOTE) or line.lower(index) == "that":
            index += 1
            break
        index += 1
    while line.has(index, t.QUOTE):
        index += 1
    if (
        index >= end
        or line.lower(index) == "."
        or any(cue.first == index and cue.frame in ("follow", "quote") for cue in scene.cues)
    ):
        return None, False
    return index, said


def _skip_aside(line: Line, index: int) -> int:
    """Past times and places of saying: "on Sunday", "late Thursday", "in a statement on Facebook"."""
    end = len(line.words)
    while index < end:
        if line.has(index, t.TIME) or (line.has(index, t.ADVERB) and line.has(index + 1, t.TIME)):
            index += 1
        elif line.lower(index) == "on" and line.has(index + 1, t.TIME):
            index += 2
        elif line.has(index, t.NUMBER) and line.has(index - 1, t.TIME):
            index += 1
        elif line.lower(index) in ("in", "on", "at", "during", "via", "by", "through", "from") and (
            place := _statement_place(line, index)
        ):
            index = place
        else:
            break
    return index


def _statement_place(line: Line, index: int) -> int | None:
    for place in range(index + 1, min(index + 5, len(line.words))):
        if line.has(place, t.STATEMENT_PLACE):
            last = place + 1
            if line.lower(last) in ("on", "to", "in", "by", "from", "of", "released", "published", "issued"):
                last = max(line.voice_after(last + 1, len(line.words), lone=True), last)
                while line.has(last, t.TIME | t.STATEMENT_PLACE):
                    last += 1
            return last
        if line.has(place, t.POINT | t.QUOTE | t.VERB | t.PRONOUN):
            return None
    return None


def content_after(scene: Scene, after: int, index: int) -> tuple[Range, ...]:
    """The words said after word `after`, up to where another statement or the sentence ends."""
    start, _ = _open_right(scene, after)
    if start is None:
        return ()
    end = _cut(scene, start, index)
    if end <= start:
        return ()
    left, right = scene.chars(start, end)
    quotation = scene.quotations.around(right - 1) or scene.quotations.around(right)
    if quotation and quotation.start >= scene.sentence.start and end == len(scene.line.words):
        right = max(right, quotation.end)
    return ((left, right),)


def _cut(scene: Scene, start: int, index: int) -> int:
    """The word where what is said ends: before "adding", before "and said", before "while S2 said"."""
    line = scene.line
    for cue in scene.cues[index + 1 :]:
        if cue.first <= start or _is_verbatim(scene, cue):
            continue
        if cue.frame in ("follow", "quote"):
            return cue.first
        if cue.frame in ("clause", "object", "tell"):
            _, group = _verb_start(line, cue, start)
            if line.has(group - 1, t.LINKER):
                return group - 1
            subject = line.voice_before(line.skip_back(group, start), start)
            if subject is not None and subject > start and line.has(subject - 1, t.LINKER):
                return subject - 1
    return len(line.words)


def content_before(scene: Scene, end: int) -> tuple[Range, ...]:
    """The words said before word `end`: the clause, or the quotation that ends there even if it began sentences ago."""
    line = scene.line
    first = _clause_start(line, _after_came_as(line, scene.limit, end))
    while end > first and (line.has(end - 1, t.POINT | t.QUOTE | t.LINKER) or line.lower(end - 1) == "'"):
        end -= 1
    left = line.words[first].start if first < end else scene.sentence.start
    right = line.words[end - 1].end if first < end else scene.sentence.start
    quotation = scene.quotations.ending_within(right - 3, right + 3)
    if quotation and (quotation.start < scene.sentence.start or quotation.start - left < 12):
        return ((min(quotation.start, max(left, quotation.start)), quotation.end),)
    return ((_past_doubled(scene.body, left, right), right),) if left < right else ()


def _past_doubled(body: str, left: int, right: int) -> int:
    """Where the second telling starts, when a lead stands twice in a row."""
    again = body.rfind(body[left : left + DOUBLED], left + DOUBLED, right)
    return again if again > left else left


def _after_came_as(line: Line, first: int, end: int) -> int:
    """ "The strikes came as C": C."""
    for index in range(first, min(first + 12, end - 3)):
        if line.lower(index) in ("came", "comes", "come") and line.lower(index + 1) in (
            "as",
            "after",
            "when",
            "hours",
            "days",
        ):
            return index + 2
    return first


def _more_quoted(scene: Scene, after: int) -> tuple[Range, ...]:
    """'"A" he said. "B"': B, when it stands in the same sentence."""
    words = scene.line.words
    if after >= len(words):
        return ()
    for quotation in scene.quotations.touching(words[after].start, scene.sentence.end):
        if quotation.start >= words[after].start and quotation.start - words[after].start < 8:
            return ((quotation.start, quotation.end),)
    return ()


def read_according(scene: Scene, cue: Cue, index: int) -> Found | None:
    """ "according to S"."""
    line = scene.line
    first = cue.last + (line.lower(cue.last) == "to")
    opens = cue.first <= _clause_start(line, scene.limit) or line.has(cue.first - 1, t.LINKER)
    last = line.voice_after(first, len(line.words), lone=opens and line.has(first, t.CAPITAL))
    if not _speaking(line, first, last):
        return None
    if scene.found and not opens and _carries(scene, scene.found[-1], cue, scene.chars(first, last)):
        return None
    content = content_after(scene, last, index) if opens else content_before(scene, cue.first)
    return Found(
        scene.number, scene.chars(first, last), scene.chars(cue.first, cue.last), content, cue.act, cue.frame, (), last
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
    before = _last_with_source(scene)
    if own is not None and line.lower(own - 1) == "with":
        source: Range | None = scene.chars(own, cue.first)
    elif before:
        source = before.source
    else:
        source = _first_subject(scene, cue.first)
    via = before.via if before and source == before.source and before.frame != "tell" else ()
    if before and before.frame == "clause" and before.content[-1][1] - before.content[0][0] < BARE_REPORT:
        scene.found.remove(before)  # "reported the blast, saying C" says C
    return (
        Found(scene.number, source, scene.chars(cue.first, cue.last), content, cue.act, cue.frame, via)
        if source
        else None
    )


def _first_subject(scene: Scene, before: int) -> Range | None:
    line, first = scene.line, _clause_start(scene.line, scene.limit)
    opened = [i for i in range(first, before - 1) if line.lower(i) in ("when", "as", "while", "after")]
    first = opened[-1] + 1 if opened else first
    last = min(line.voice_after(first, before), before)
    speaking = _speaking(line, first, last) if last > first else None
    return (
        scene.chars(*speaking)
        if speaking and any(line.has(i, t.VOICE | t.PRONOUN | t.CAPITAL) for i in range(*speaking))
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


def read_quoted(scene: Scene, cue: Cue, index: int) -> Found | None:
    """ "V quoted S as saying C", "V reported citing S": the source is S, the one who quotes is a link."""
    line = scene.line
    if line.lower(cue.last) == "by":
        return _quoted_by(scene, cue, index)
    if line.lower(cue.last) == "as" and line.has(cue.first - 1, t.BEING):
        return _quoted_as(scene, cue, index)
    last = line.voice_after(cue.last, len(line.words))
    if not _speaking(line, cue.last, last):
        return None
    cited, outer = scene.chars(cue.last, last), _last_with_source(scene)
    after = _past_as_saying(scene, last)
    if outer and outer.frame != "quote" and after == last and not _ends_quote_gap(scene, outer, cue):
        _cite(scene, outer, cited, cue)
        return None
    start, group = _verb_start(line, cue, scene.limit)
    subject = _subject(scene, line.skip_back(group, scene.limit)) if cue.frame == "quote" else None
    via = (scene.chars(*subject),) if subject else ()
    content = content_after(scene, after, index) if after > last else ()
    content = content or content_before(scene, subject[0] if subject else start)
    return Found(scene.number, cited, scene.chars(start, cue.last), content, cue.act, cue.frame, via, after)


def _ends_quote_gap(scene: Scene, outer: Found, cue: Cue) -> bool:
    """Whether another clause stands between the verb before and this cue."""
    return outer.cue is None or scene.line.words[cue.first].start - outer.cue[1] > 200


def _past_as_saying(scene: Scene, index: int) -> int:
    line = scene.line
    if line.lower(index) not in ("as", "saying"):
        return index
    index += line.lower(index) == "as"
    while index < len(line.words) and line.lower(index) in (
        "saying",
        "having",
        "said",
        "telling",
        "stating",
        "confirming",
    ):
        index += 1
    return index


def _cite(scene: Scene, outer: Found, cited: Range, cue: Cue) -> None:
    """Turn "V reported C" into C by the one cited, with V as the link."""
    words = scene.line.words
    together = outer.cue and words[cue.first].start - outer.cue[1] <= 2
    span = (outer.cue[0], words[cue.last - 1].end) if together and outer.cue else scene.chars(cue.first, cue.last)
    via = (outer.source, *outer.via) if outer.source else outer.via
    scene.found[scene.found.index(outer)] = replace(outer, source=cited, cue=span, via=via, frame="quote")


def _quoted_as(scene: Scene, cue: Cue, index: int) -> Found | None:
    """ "S was quoted as saying by V"."""
    line = scene.line
    start, group = _verb_start(line, cue, scene.limit)
    subject = _subject(scene, line.skip_back(group, scene.limit))
    after = _past_as_saying(scene, cue.last)
    last = line.voice_after(after + 1, len(line.words)) if line.lower(after) == "by" else after
    via = (scene.chars(after + 1, last),) if last > after + 1 else ()
    if not subject:
        return None
    content = content_after(scene, last, index) or content_before(scene, subject[0])
    return Found(
        scene.number,
        scene.chars(*subject),
        scene.chars(start, after),
        content,
        cue.act,
        cue.frame,
        via,
        max(last, after),
    )


def _quoted_by(scene: Scene, cue: Cue, index: int) -> Found | None:
    """ "S was quoted by V as saying C", "C, S said, quoted by V"."""
    line = scene.line
    last = line.voice_after(cue.last + 1, len(line.words))
    carrier = scene.chars(cue.last + 1, last) if last > cue.last + 1 else None
    outer = _last_with_source(scene)
    if outer and carrier and line.lower(last) != "as":
        scene.found[scene.found.index(outer)] = replace(outer, via=(*outer.via, carrier))
        return None
    start, group = _verb_start(line, cue, scene.limit)
    subject = _subject(scene, line.skip_back(group, scene.limit))
    if not subject:
        return None
    content = content_after(scene, _past_as_saying(scene, last), index)
    via = (carrier,) if carrier else ()
    return Found(scene.number, scene.chars(*subject), scene.chars(start, cue.last), content, cue.act, cue.frame, via)


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
