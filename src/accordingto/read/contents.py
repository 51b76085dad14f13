"""Contents: the words said, before or after the cue, up to where another statement begins."""

from accordingto.read import taggers as t
from accordingto.read.scenes import Scene, clause_start, is_verbatim, quote_before, verb_start
from accordingto.read.taggers import Cue, Range
from accordingto.read.voices import Line

SHORT_LEFT = 3  # words: fewer before a source are an aside ("On Monday"), not something said
DOUBLED = 40  # characters that only a repeated lead has twice in one sentence


def content_of(scene: Scene, subject: int, after: int, index: int, cue: Cue) -> tuple[Range, ...]:
    """What was said: after the cue, or before the source."""
    line = scene.line
    if line.lower(subject - 1) == "," and line.lower(after) == "," and subject - scene.limit > SHORT_LEFT:
        return content_before(scene, subject) + content_after(scene, after, index)
    if _says_after(scene, subject, after, cue):
        return content_after(scene, after, index)
    return content_before(scene, subject) + more_quoted(scene, after)


def _says_after(scene: Scene, subject: int, after: int, cue: Cue) -> bool:
    line, first = scene.line, clause_start(scene.line, scene.limit)
    start, plain = _open_right(scene, after)
    if start is None or cue.frame == "object":
        return start is not None
    if plain or (subject - first < SHORT_LEFT and not (quote_before(scene) and line.lower(start).endswith("ing"))):
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
        if cue.first <= start or is_verbatim(scene, cue):
            continue
        if cue.frame in ("follow", "quote"):
            return cue.first
        if cue.frame in ("clause", "object", "tell"):
            _, group = verb_start(line, cue, start)
            if line.has(group - 1, t.LINKER):
                return group - 1
            subject = line.voice_before(line.skip_back(group, start), start)
            if subject is not None and subject > start and line.has(subject - 1, t.LINKER):
                return subject - 1
    return len(line.words)


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


def content_before(scene: Scene, end: int) -> tuple[Range, ...]:
    """The words said before word `end`: the clause, or the quotation that ends there even if it began sentences ago."""
    line = scene.line
    first = clause_start(line, _after_came_as(line, scene.limit, end))
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
        opening = next((i for i in range(index + 1, index + 4) if line.has(i, t.SUBORDINATE)), None)
        if line.has(index, t.OCCURRING) and opening is not None:
            return opening + 1
    return first


def more_quoted(scene: Scene, after: int) -> tuple[Range, ...]:
    """'"A" he said. "B"': B, when it stands in the same sentence."""
    words = scene.line.words
    if after >= len(words):
        return ()
    for quotation in scene.quotations.touching(words[after].start, scene.sentence.end):
        if quotation.start >= words[after].start and quotation.start - words[after].start < 8:
            return ((quotation.start, quotation.end),)
    return ()
