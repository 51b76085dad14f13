"""A brief: one incident in plain sentences, each with the report, outlet, day and exact words it stands on.

It says what is reported, disputed, announced and not known. It never says true or false, and it scores nobody.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

from accordingto.show.citations import Citations, asked_by, told_once
from accordingto.show.gaps import gap_lines
from accordingto.show.incidents import (
    copy_words,
    hop_sentences,
    incident_outcomes,
    incident_title,
    named_voices,
    origin_words,
    outcome_families,
    telling_copies,
)
from accordingto.show.phrases import ABOUT, capital, counted, due_words, listed, voice_words
from accordingto.show.reviews import decided_words, held_words
from accordingto.show.sentences import gloss
from accordingto.show.tellings import blame_lines, quoted_sentence, said_by, telling_lines
from accordingto.show.tolls import running_lines, toll_lines
from accordingto.show.words import markdown, markdown_quoted
from accordingto.terms.findings import Agreement, AgreementKind, Copy, IncidentFindings, Origin, Outcome, Side
from accordingto.terms.readings import Reading
from accordingto.terms.sentences import WORDS_SHOWN
from accordingto.terms.times import day_words
from accordingto.terms.tolls import TollRule

CAUTION = (
    "Every line below is what reports say, with the report it stands in. "
    "None of it has been verified here: “reported” is not “happened”."
)


def brief(
    found: IncidentFindings,
    readings: Mapping[str, Reading],
    outcomes: Sequence[Outcome],
    *,
    seen: str = "",
    rule: TollRule | None = None,
) -> str:
    """The incident as Markdown. `readings` by report id; `outcomes` of the whole case, of which it takes its own.

    `seen` says from which moment, where the case is not seen as it is. Tolls stand under every rule, or under the one
    asked for with what it leaves out.
    """
    own = incident_outcomes(found, readings, outcomes)
    citations = Citations.of(_standing_on(found, own), readings)
    parts = [
        f"# {markdown(incident_title(found))}\n",
        *([f"**{markdown(seen)}**\n"] if seen else []),
        f"{markdown(named_voices(found))}.\n\n{_in_short(found)}{CAUTION}\n",
        *_section("What is said to have happened", telling_lines(found, readings, citations)),
        *_section("How many", toll_lines(found, readings, citations, rule)),
        *_section("Running totals, in no toll", running_lines(found, readings, citations)),
        *_section("Who is held responsible", blame_lines(found, readings, citations)),
        *_section("What is disputed", _agreements(found, AgreementKind.CONTRADICTION, readings, citations)),
        *_section("What later reports say", _agreements(found, AgreementKind.UPDATE, readings, citations)),
        *_section("What only looks disputed", _agreements(found, AgreementKind.COMPATIBLE, readings, citations)),
        *_section(
            "What independent voices agree on", _agreements(found, AgreementKind.CORROBORATION, readings, citations)
        ),
        *_section(
            "What is told alike, but not independently",
            _agreements(found, AgreementKind.ALIKE, readings, citations),
        ),
        *_section("What was announced, and what became of it", _announced(own, readings, citations)),
        *_section("Where it comes from", _voices(found, citations, readings)),
        *_section("What people decided", _decided(found, citations)),
        *_section("What is not known", gap_lines(found, readings, citations)),
        *_section("Reports", [*citations.lines(), "", _readers(citations, readings)]),
    ]
    return "\n".join(parts)


def _standing_on(found: IncidentFindings, outcomes: Sequence[Outcome]) -> list[str]:
    evidence = [side.report_id for outcome in outcomes for side in outcome.evidence]
    disputed = [report_id for one in found.agreements for report_id in one.report_ids]
    announced = [outcome.report_id for outcome in outcomes]
    decided = [account.report_id for ruling in found.incident.rulings for account in ruling.others]
    return [*found.incident.report_ids, *disputed, *announced, *evidence, *decided]


def _in_short(found: IncidentFindings) -> str:
    disputes = [ABOUT[one.about] for one in found.agreements if one.kind is AgreementKind.CONTRADICTION]
    return f"**Disputed: {listed(dict.fromkeys(disputes))}.** " if disputes else ""


def _section(title: str, lines: Sequence[str]) -> list[str]:
    return [f"## {title}\n", *lines, ""] if lines else []


def _agreements(
    found: IncidentFindings, kind: AgreementKind, readings: Mapping[str, Reading], citations: Citations
) -> list[str]:
    chosen = [one for one in found.agreements if one.kind is kind]
    return [line for number, one in enumerate(chosen, 1) for line in _agreement(number, one, readings, citations)]


def _agreement(number: int, agreement: Agreement, readings: Mapping[str, Reading], citations: Citations) -> list[str]:
    head = (
        f"{number}. **{capital(ABOUT[agreement.about])}**: {markdown(agreement.why).rstrip('.')}.{asked_by(agreement)}"
    )
    return [head, *(f"    - {line}" for line in told_once(_sides(agreement.sides, readings), citations))]


def _sides(sides: Iterable[Side], readings: Mapping[str, Reading]) -> Iterator[tuple[Hashable, str, str]]:
    for side in sides:
        words = markdown_quoted(side.anchor.exact, WORDS_SHOWN)
        beside = markdown(gloss(readings.get(side.report_id), side.anchor))
        voice = markdown(voice_words(side.chain))
        as_of = f", as of {day_words(side.as_of)}" if side.as_of else ""
        key = (words.casefold(), beside, side.chain[:1])
        yield key, f"{words}{f' {beside}' if beside else ''}, according to {voice}{as_of}", side.report_id


def _announced(outcomes: Iterable[Outcome], readings: Mapping[str, Reading], citations: Citations) -> list[str]:
    """One entry for each announcement and outcome, the reports that pass on the same one named together."""
    return [line for group in outcome_families(outcomes, readings) for line in _outcome(group, readings, citations)]


def _outcome(group: list[Outcome], readings: Mapping[str, Reading], citations: Citations) -> list[str]:
    outcome = group[0]
    reading = readings[outcome.report_id]
    coming = reading.announcements[outcome.announcement]
    head = f"{said_by(reading, coming.statement)}: {quoted_sentence(reading, coming.what)}"
    told = f", in the report's words {markdown_quoted(coming.due.exact)}" if coming.due else ""
    late = f", {counted(round(outcome.hours_late), 'hour')} late" if outcome.hours_late else ""
    return [
        *(f"- {line}" for line in told_once(((head, head, one.report_id) for one in group), citations)),
        f"    - {capital(due_words(coming))}{told}.",
        f"    - What became of it: **{outcome.kind.value}**{late}. {_sentence(outcome.why)}".rstrip()
        + asked_by(outcome),
        *(f"    - {line}" for line in told_once(_sides(outcome.evidence, readings), citations)),
    ]


def _sentence(words: str) -> str:
    return f"{capital(markdown(words).rstrip('.'))}." if words else ""


def _voices(found: IncidentFindings, citations: Citations, readings: Mapping[str, Reading]) -> list[str]:
    return [
        *(line for one in found.origins for line in _origin(one, citations, readings)),
        *(_copy(one, citations) for one in telling_copies(found.copies)),
    ]


def _origin(origin: Origin, citations: Citations, readings: Mapping[str, Reading]) -> list[str]:
    """The origin, and under it each sentence that shows its hops."""
    carried = listed(citations.number(report_id) for report_id in origin.report_ids)
    side = f", on the side of {markdown(origin.side)}" if origin.side else ""
    voice = f"**{markdown(capital(origin_words(origin)))}** ({markdown(origin.kind)}{side})"
    head = f"- {voice}, carried by {carried}.{asked_by(origin)}"
    hops = [
        (sentence, f"{markdown(capital(names))}: {markdown_quoted(sentence, WORDS_SHOWN)}", report_id)
        for names, sentence, report_ids in hop_sentences(origin, readings)
        for report_id in report_ids
    ]
    return [head, *(f"    - {line}" for line in told_once(hops, citations))]


def _copy(copy: Copy, citations: Citations) -> str:
    return f"- {copy_words(copy, citations.names())}.{asked_by(copy)}"


def _decided(found: IncidentFindings, citations: Citations) -> list[str]:
    names = citations.names()
    return [f"- {held_words(one, names)}: {markdown(decided_words(one.review))}." for one in found.incident.rulings]


def _readers(citations: Citations, readings: Mapping[str, Reading]) -> str:
    names = dict.fromkeys(str(readings[report.id].reader) for report in citations.reports)
    return f"Read by {listed(markdown(name) for name in names)}."
