"""How the nouns are put into words, the same on a terminal and in a brief."""

from collections.abc import Iterable
from datetime import UTC, date, datetime

from accordingto.show.words import one_line
from accordingto.terms.blame import Stance
from accordingto.terms.casts import Sector
from accordingto.terms.claims import Factuality
from accordingto.terms.commitments import Commitment
from accordingto.terms.entities import Entity
from accordingto.terms.events import Event, EventType, Status
from accordingto.terms.figures import Bound, Figure, Harm, Who
from accordingto.terms.findings import About
from accordingto.terms.readings import Reading
from accordingto.terms.reports import UNKNOWN_OUTLET, Report
from accordingto.terms.summaries import CaseVoice
from accordingto.terms.times import day_words

HIDDEN = "a source that is not named"
NO_OUTLET = "an outlet that is not named"

STATUS = {
    Status.OCCURRED: "reported to have happened",
    Status.ONGOING: "reported as going on",
    Status.PLANNED: "planned",
    Status.HYPOTHETICAL: "spoken of as possible",
    Status.DENIED: "denied, or said to be over",
}
FACTUALITY = {
    Factuality.CERTAIN: "said outright",
    Factuality.PROBABLE: "said to be likely",
    Factuality.POSSIBLE: "said to be possible",
    Factuality.CERTAINLY_NOT: "denied",
    Factuality.PROBABLY_NOT: "said to be unlikely",
    Factuality.POSSIBLY_NOT: "said to be possibly not so",
    Factuality.KNOWN: "known to the speaker, who does not tell",
    Factuality.UNCERTAIN: "not verified by the speaker",
}
SECTOR = {
    Sector.GOV: "government",
    Sector.MIL: "armed forces",
    Sector.COP: "police",
    Sector.SPY: "intelligence",
    Sector.JUD: "courts",
    Sector.LEG: "parliament",
    Sector.PTY: "political party",
    Sector.OPP: "opposition",
    Sector.REB: "armed opposition",
    Sector.UAF: "armed group",
    Sector.CRM: "crime",
    Sector.CVL: "civilians",
    Sector.REF: "displaced people",
    Sector.ELI: "elites",
    Sector.REL: "religious body",
    Sector.LAB: "labour",
    Sector.BUS: "business",
    Sector.EDU: "education and research",
    Sector.HLH: "health",
    Sector.MED: "media",
    Sector.SOC: "social group",
    Sector.NGO: "non-governmental organisation",
    Sector.IGO: "organisation of states",
    Sector.IMG: "armed group of many countries",
}
STANCE = {  # the words before and after the one who is named
    Stance.BLAMES: ("held", "responsible for"),
    Stance.CLAIMS: ("claimed as its own act", ""),
    Stance.DENIES: ("denied that", "did it:"),
}
ONE = {  # where one alone is not called by the same word without its "s"
    Who.PEOPLE: "person",
    Who.CHILDREN: "child",
    Who.WOMEN: "woman",
    Who.MEN: "man",
    Who.ELDERLY: "elderly person",
    Who.POLICE: "police officer",
}
ABOUT = {
    About.KILLED: "how many were killed",
    About.INJURED: "how many were injured",
    About.TRAPPED: "how many are trapped",
    About.FIGURE: "how many",
    About.ACTOR: "who did it",
    About.CAUSE: "what caused it",
    About.PLACE: "where it was",
    About.TIME: "when it was",
    About.HAPPENED: "whether it happened",
    About.ONGOING: "whether it is still going on",
    About.WHO: "who is concerned",
    About.TRUTHFULNESS: "whether a voice is to be believed",
}


def counted(number: int, noun: str) -> str:
    """ "1 report", "2 reports", "1,200 reports"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def listed(items: Iterable[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    names = list(items)
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def both_zones(moment: datetime) -> str:
    """ "14 December 2016, 05:00 UTC+2 = 03:00 UTC": the clock as it was told, and the one everybody shares."""
    if not moment.utcoffset():
        return day_words(moment)
    shared = moment.astimezone(UTC)
    same_day = shared.date() == moment.date()
    return f"{day_words(moment)} = {f'{shared:%H:%M} UTC' if same_day else day_words(shared)}"


def iso_words(when: str | None) -> str | None:
    """The codebook's date in words: a day, a month, or a stretch of days; one that ends where it begins is a day."""
    if when is None:
        return None
    first, _, last = when.partition("/")
    return f"{_iso(first)} to {_iso(last)}" if last not in ("", first) else _iso(first)


def _iso(text: str) -> str:
    try:
        return day_words(date.fromisoformat(text)) if len(text) > 7 else f"{date.fromisoformat(f'{text}-01'):%B %Y}"
    except ValueError:
        return one_line(text)


def due_words(coming: Commitment) -> str:
    """When it is due: both clocks where the hour is known, else the day, else the words, else that nothing was said."""
    if coming.due_at:
        return f"due {both_zones(coming.due_at)}"
    if coming.due_day:
        return f"due by {day_words(coming.due_day)}"
    return "no moment that can be put in a calendar" if coming.due else "no time given"


def count_words(low: int | None, high: int | None, top: int | None = None) -> str:
    """The number a figure allows: "82", "82 or more", "up to 40", "40 to 50"; "no number" when both sides are open.

    `top` is the highest number below an open end: "12 to 65 or more" never hides the 65.
    """
    if low is None:
        return "no number" if high is None else f"up to {high:,}"
    if high is None:
        return f"{low:,} to {top:,} or more" if top is not None and top > low else f"{low:,} or more"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def reads_as(figure: Figure) -> str:
    """What its words allow, in digits: "more than 100" starts above 100, "about 40" stays about."""
    if figure.bound is Bound.ABOUT and figure.low == figure.high and figure.low is not None:
        return f"about {figure.low:,}"
    if figure.bound is Bound.MORE_THAN and figure.low is not None and figure.high is None:
        return f"over {figure.low:,}"
    return count_words(figure.low, figure.high)


def people_words(who: Who, harm: Harm, low: int | None = None, high: int | None = None) -> str:
    """ "civilians killed", "people killed or injured"; of one alone "person killed"."""
    return f"{kind_words(who, low, high)} {harm_words(harm)}"


def harm_words(harm: Harm) -> str:
    """ "killed", "killed or injured"."""
    return {Harm.CASUALTIES: "killed or injured", Harm.OTHER: "affected"}.get(harm, harm.value)


def kind_words(who: Who, low: int | None = None, high: int | None = None) -> str:
    """ "aid workers", and of one alone "aid worker"."""
    return (
        ONE.get(who, who.value.removesuffix("s")).replace("-", " ") if low == high == 1 else who.value.replace("-", " ")
    )


def event_words(kind: EventType, mode: str | None) -> str:
    """ "assault (shelling)", "assault (ground fighting)"."""
    return f"{kind.value.lower()} ({_mode(mode)})" if mode and mode != "other" else kind.value.lower()


def _mode(mode: str) -> str:
    """A mode in words, which PLOVER joins by hyphens."""
    return one_line(mode).replace("-", " ")


def where_words(reading: Reading, event: Event) -> str | None:
    """The place in the report's words, with the gazetteer's name beside it where that says more."""
    if event.place is None:
        return None
    words = one_line(event.place.exact)
    name = reading.places[event.spot].name if event.spot is not None else words
    return words if name.casefold() in words.casefold() else f"{words} ({one_line(name)})"


def outlet_words(report: Report) -> str:
    """The outlet's name, or that nobody gave one."""
    return voice_name(report.outlet)


def published_words(report: Report) -> str:
    """The day of publication; where its text bears another altogether, or nobody gave one, the day in the text."""
    if report.published is None and report.written is None:
        return "day of publication not known"
    given = f" (given as {day_words(report.published)})" if report.is_dated_apart else ""
    dated = report.published is None or given
    return f"dated {day_words(report.written)} in its text{given}" if dated else day_words(report.published)


def statement_chain(reading: Reading, statement: int | None) -> tuple[str, ...]:
    """From the voice outwards to the outlet; a pronoun gives way to the name it stands for, a hidden voice is ""."""
    if statement is None:
        return (reading.report.outlet,)
    said = reading.statements[statement]
    voice = said.source.exact if said.source else ""
    if said.entity is not None:
        voice = reading.entities[said.entity].name
    return (voice, *(link.exact for link in said.via), reading.report.outlet)


def traits_words(entity: Entity | CaseVoice) -> str:
    """ "Syria; armed forces; on the side of the government": what is known of a voice, "" where nothing is."""
    sector = SECTOR[entity.sector] if entity.sector else ""
    side = f"on the side of {one_line(entity.side)}" if entity.side else ""
    return "; ".join(words for words in (one_line(entity.country or ""), sector, side) if words)


def chain_words(chain: tuple[str, ...]) -> str:
    """ "a military source <- the Reuters news agency <- The Example": from the voice outwards to the outlet."""
    return " <- ".join(voice_name(name) for name in chain) if chain else HIDDEN


def voice_name(name: str) -> str:
    """The name on one line, or that there is none."""
    if name == UNKNOWN_OUTLET:
        return NO_OUTLET
    return one_line(name) or HIDDEN


def voice_words(chain: tuple[str, ...]) -> str:
    """ "a military source, via the Reuters news agency": the chain without its outlet, or the outlet alone."""
    voice, links = voice_name(chain[0]) if chain else HIDDEN, chain[1:-1]
    voice = within(voice)
    return f"{voice}, via {listed(within(one_line(link)) for link in links)}" if links else voice


def within(name: str) -> str:
    """The name as it stands inside a sentence: "The army" becomes "the army", "Amnesty" stays."""
    article, space, rest = name.partition(" ")
    return f"{article.lower()} {rest}" if space and article in ("The", "A", "An") else name


def capital(words: str) -> str:
    """The words as they begin a sentence."""
    return words[:1].upper() + words[1:]
