"""Why accounts stand together: an incident, one link of it, and what a person decided."""

from collections.abc import Iterator

from accordingto.casebook import Why
from accordingto.show.incidents import account_reading, incident_title, voices_words
from accordingto.show.phrases import event_words, listed
from accordingto.show.reviews import about_words, decided_words, ruling_words, standing_words
from accordingto.show.why.explanations import Explanation, Part, Sources, Step, points_words
from accordingto.show.words import one_line, quoted
from accordingto.terms.decisions import OF_ACCOUNTS, Decision, KeptReview
from accordingto.terms.findings import IncidentFindings
from accordingto.terms.incidents import Account, Link
from accordingto.terms.readings import Reading
from accordingto.terms.reviews import Review
from accordingto.terms.times import day_words

JOINED = (
    "Accounts are joined from the likeliest pair down. A group takes in another only where no two of their accounts "
    "exclude each other and they are alike on the whole. What a person decided holds before that."
)
RULED = (
    "A person's decision holds whatever likeness says, until it is undone or a later one is about the same accounts."
)


def explain_incident(found: IncidentFindings, why: Why) -> Explanation:
    """Which accounts, the ties between them, and what people decided of them."""
    sources = Sources(why.readings)
    accounts = [_account(account, sources) for account in found.incident.accounts]
    ties = [Step(f"{_pair(link, sources)}: {_sum(link, why.enough)} [why {link.spoken}]") for link in _best(found)]
    rulings = [Step(ruling_words(one, sources.names())) for one in found.incident.rulings]
    title = f"{incident_title(found)}: {voices_words(found)}"
    parts = [Part("Accounts", tuple(accounts)), Part("Ties", tuple(ties)), Part("Decisions", tuple(rulings))]
    return Explanation(found.incident.id, "incident", title, JOINED, tuple(part for part in parts if part.steps))


def _account(account: Account, sources: Sources) -> Step:
    reading = account_reading(account, sources.readings)
    if reading is None:
        return Step(f"{sources.name(account.report_id)}: read anew since it was compared")
    event = reading.events[account.event]
    when = f", {one_line(event.date)}" if event.date else ""
    where = f", {one_line(event.place.exact)}" if event.place else ""
    says = f"{sources.name(account.report_id)}: {event_words(event.type, event.mode)}{where}{when}"
    return Step(says, sources.quote(event.trigger))


def _best(found: IncidentFindings) -> list[Link]:
    return sorted(found.incident.links, key=lambda link: (link.review is None, -link.score, link.first, link.second))


def _pair(link: Link, sources: Sources) -> str:
    return f"{sources.name(link.first.report_id)} and {sources.name(link.second.report_id)}"


def _sum(link: Link, enough: float) -> str:
    if link.review is not None:
        return f"put together by a person; likeness alone gives {points_words(link.score)} of {points_words(enough)}"
    return f"{points_words(link.score)}, where {points_words(enough)} is enough"


def explain_link(link: Link, why: Why) -> Explanation:
    """Each point of likeness with what it adds, the sum, and the words in both reports."""
    sources = Sources(why.readings)
    points = link.points or (None,) * len(link.reasons)
    reasons = tuple(Step(one_line(reason), (), point) for reason, point in zip(link.reasons, points, strict=True))
    parts = [
        *([Part("Decision", _decided(link.review, why))] if link.review is not None else []),
        Part("Points", (*reasons, Step(f"together {_sum(link, why.enough)}"))),
        *(Part(f"The words of {sources.name(a.report_id)}", _words(a, sources)) for a in (link.first, link.second)),
    ]
    title = f"{_pair(link, sources)} are held to tell of one incident"
    rule = f"Points for likeness are added up: from {points_words(why.enough)} on, two may be one incident. {JOINED}"
    return Explanation(link.id, "link", title, RULED if link.review is not None else rule, tuple(parts))


def _decided(review_id: str, why: Why) -> tuple[Step, ...]:
    return tuple(Step(decided_words(kept.review)) for kept in why.reviews if kept.review.id == review_id)


def _words(account: Account, sources: Sources) -> tuple[Step, ...]:
    """What the account is compared by, with the words that say so."""
    reading = account_reading(account, sources.readings)
    return tuple(_compared(reading, account.event, sources)) if reading else ()


def _compared(reading: Reading, number: int, sources: Sources) -> Iterator[Step]:
    event = reading.events[number]
    yield Step(f"what: {event_words(event.type, event.mode)}", sources.quote(event.trigger))
    day = f"when: {one_line(event.date)}" if event.date else "when: no day is told"
    told = reading.report.day
    news = f"; the report is of {day_words(told)}" if told else ""
    yield Step(f"{day}{news}", sources.quote(event.time))
    if event.place:
        spot = f" (on the map: {one_line(reading.places[event.spot].name)})" if event.spot is not None else ""
        yield Step(f"where: {quoted(event.place.exact)}{spot}", sources.quote(event.place))
    who = (*event.actor, *event.recipient)
    if who:
        yield Step(f"who: {listed(quoted(anchor.exact) for anchor in who)}", sources.quote(*who))
    figures = [figure.anchor for figure in reading.figures if figure.event == number]
    if figures:
        yield Step(f"how many: {listed(quoted(anchor.exact) for anchor in figures)}", sources.quote(*figures))


def explain_review(kept: KeptReview, why: Why) -> Explanation:
    """Who decided what, when and why; of which accounts, in which words; and what it does now."""
    sources, review = Sources(why.readings), kept.review
    steps = [Step(about_words(review, sources.names())), Step(f"now {standing_words(kept, sources.names())}")]
    steps += [Step(f"shapes {found.incident.name}: {incident_title(found)}") for found in why.incidents]
    parts = [Part("Decision", tuple(steps)), *_both_sides(review, sources)]
    return Explanation(review.id, "review", decided_words(review), RULED, tuple(parts))


def _both_sides(review: Review, sources: Sources) -> Iterator[Part]:
    if review.verdict in OF_ACCOUNTS:
        decision = Decision.of(review)
        for title, side in (("These accounts", decision.first), ("and these", decision.second)):
            told = [Step(sources.name(a.report_id), sources.quote(a)) for a in side if a.report_id in sources.readings]
            yield Part(title, tuple(told))
