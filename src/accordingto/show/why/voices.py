"""Why a voice is one origin, and why two reports are held to share one text."""

from collections.abc import Iterator

from accordingto.casebook import Why
from accordingto.show.incidents import copy_words, origin_words
from accordingto.show.phrases import capital, counted, listed, voice_name
from accordingto.show.why.explanations import Explanation, Part, Sources, Step
from accordingto.show.words import one_line
from accordingto.terms.findings import Copy, Hop, Origin
from accordingto.terms.reports import Report
from accordingto.terms.sentences import find_sentence_ends
from accordingto.terms.spans import Anchor

KINDS = {
    "source": "The first voice that the text names in the chain is the origin; who passes it on is none of its own.",
    "outlet": "The outlet says it in its own voice and credits nobody: its own page is the origin.",
    "agency": "The outlet credits an agency: the agency's text is the origin, the page that prints it is none.",
}
ONE = "Reports that share wording, or pass on the same voice, have one origin between them."
SHARED = (
    "Texts are compared by the runs of words they share; who took from whom is known by a credit, by the hour of "
    "publication, or because one text holds the other, and else is left open."
)
SENTENCES_SHOWN = 3
LONG = 60  # characters: a shorter sentence is shared by chance


def explain_origin(origin: Origin, why: Why) -> Explanation:
    """Each chain hop by hop with the sentence it stands in, and which report copies or credits whom."""
    sources = Sources(why.readings)
    chains = [
        Part(f"Chain {number}" if len(origin.chains) > 1 else "Chain", tuple(_hops(chain, sources)))
        for number, chain in enumerate(origin.chains, 1)
    ]
    carried = Step(f"carried by {listed(sources.name(report_id) for report_id in origin.report_ids)}")
    copies = [Step(f"{copy_words(copy, sources.names())} [why {copy.spoken}]") for copy in _between(origin, why)]
    side = f", on the side of {one_line(origin.side)}" if origin.side else ""
    title = (
        f"{capital(origin_words(origin))} ({origin.kind}{side}): {counted(len(origin.report_ids), 'report')}, 1 origin"
    )
    rule = f"{KINDS.get(origin.kind, '')} {ONE}".strip()
    return Explanation(origin.id, "origin", title, rule, (*chains, Part("Reports", (carried, *copies))))


def _hops(chain: tuple[Hop, ...], sources: Sources) -> Iterator[Step]:
    for number, hop in enumerate(chain):
        lead = "voice:" if number == 0 else "passed on by"
        where = "" if hop.anchor else ", on its own page"
        yield Step(f"{lead} {voice_name(hop.name)}{where}", sources.quote(hop.anchor))


def _between(origin: Origin, why: Why) -> list[Copy]:
    """The copies between the reports that carry it, each once."""
    inside = set(origin.report_ids)
    copies = (copy for found in why.incidents for copy in found.copies if {copy.first, copy.second} <= inside)
    return list(dict.fromkeys(copies))


def explain_copy(copy: Copy, why: Why) -> Explanation:
    """How much is shared, how it is known who was first, and sentences that stand in both."""
    sources = Sources(why.readings)
    reasons = tuple(Step(one_line(reason)) for reason in copy.reasons)
    parts = [Part("Why", reasons), Part("In both", tuple(_shared_sentences(copy, sources)))]
    title = copy_words(copy, sources.names())
    return Explanation(copy.id, "copy", capital(title), SHARED, tuple(part for part in parts if part.steps))


def _shared_sentences(copy: Copy, sources: Sources) -> Iterator[Step]:
    if copy.first not in sources.readings or copy.second not in sources.readings:
        return
    first, second = (sources.readings[report_id].report for report_id in (copy.first, copy.second))
    found = 0
    for start, end in _sentences(first):
        words = first.body[start:end]
        at = second.body.find(words)
        if at >= 0 and found < SENTENCES_SHOWN:
            found += 1
            ours, theirs = Anchor.at(first.id, first.body, (start, end)), (at, at + len(words))
            yield Step("the same words", sources.quote(ours, Anchor.at(second.id, second.body, theirs)))


def _sentences(report: Report) -> Iterator[tuple[int, int]]:
    """Where the longer sentences of the text stand in the body, the title left out."""
    start = len(report.title) + 2
    for end in [*find_sentence_ends(report.body, start), len(report.body)]:
        stripped = report.body[start:end].strip()
        if len(stripped) >= LONG:
            begins = report.body.index(stripped, start)
            yield begins, begins + len(stripped)
        start = end
