"""What can be taken along from a page about an incident or a source: its sentence, its numbers, and its citation."""

from urllib.parse import urlencode

from accordingto.show.clippings import CITATION, SENTENCE, Clipping
from accordingto.show.families import reported_range, strands_words, toll_families
from accordingto.show.incidents import incident_title, named_voices, voices_words
from accordingto.show.phrases import both_zones, capital
from accordingto.show.web.desk import Home
from accordingto.show.web.pages.parts import source_href
from accordingto.show.words import one_line, quoted
from accordingto.terms.findings import IncidentFindings, Toll
from accordingto.terms.histories import Edition
from accordingto.terms.tolls import TollRule

RANGE, VOICES = "range", "voices"


def incident_clippings(found: IncidentFindings, edition: Edition, home: Home, rule: TollRule) -> tuple[Clipping, ...]:
    """What is told of the incident in a sentence; the reports and origins behind it; the range; and how to cite it."""
    toll = _first_toll(found, rule)
    return (
        Clipping(SENTENCE, f"{incident_title(found)}: {summed_up(found, rule)}"),
        Clipping(VOICES, f"{named_voices(found)}."),
        *([range_clipping(toll, found, edition)] if toll else []),
        Clipping(CITATION, incident_citation(found, edition, home)),
    )


def summed_up(found: IncidentFindings, rule: TollRule) -> str:
    """ "23 to 53 people reported killed (23 according to the army; 53 according to the League). Told in 6 reports."."""
    strands = strands_words(found.tolls, rule)
    return f"{strands}. Told in {voices_words(found)}." if strands else f"told in {named_voices(found)}."


def _first_toll(found: IncidentFindings, rule: TollRule) -> Toll | None:
    """The toll that a reader asks for first: of the gravest harm, of all people."""
    wholes = (toll for group, _ in toll_families(found.tolls) for toll in group if toll.rule is rule)
    return next(wholes, None)


def range_clipping(toll: Toll, found: IncidentFindings, edition: Edition) -> Clipping:
    """The range of a toll with the rule that makes it and the state of the case that it was made in."""
    why = one_line(toll.why).rstrip(".")
    by = f"by the rule {quoted(toll.rule)} ({why})" if why else f"by the rule {quoted(toll.rule)}"
    text = f"{reported_range(toll)}, counted {by}: {incident_title(found)}, {as_of(edition)}."
    return Clipping(RANGE, capital(text))


def as_of(edition: Edition) -> str:
    """ "as of 15 December 2016, 18:00 UTC, by publication, case 0f3a..."."""
    how = "what the case held then" if edition.known else "publication"
    moment = f"as of {both_zones(edition.moment)}, by {how}, " if edition.moment else ""
    return f"{moment}case {edition.hash}"


def incident_citation(found: IncidentFindings, edition: Edition, home: Home) -> str:
    """Title, names, and the address at which it can be seen again as it is now, whatever comes in later."""
    incident = found.incident
    named = f"incident {incident.name} of the case {quoted(home.case)}"
    address = f"{home.address}{permanent_address(f'/incidents/{incident.id}', edition)}"
    return f"{quoted(incident_title(found))}, {named}, {as_of(edition)}. {address}"


def source_citation(name: str, key: str, counts: str, edition: Edition, home: Home) -> Clipping:
    """How much one voice is reported to have said in this edition of the case, and where it stands."""
    address = f"{home.address}{permanent_address(source_href(key), edition)}"
    told = f"{capital(name)}: {counts} of the case {quoted(home.case)}, {as_of(edition)}. {address}"
    return Clipping(CITATION, told)


def permanent_address(path: str, edition: Edition) -> str:
    """The address of a page as it is in this edition."""
    if edition.moment is None:
        return path
    known = {"known": "yes"} if edition.known else {}
    return f"{path}?{urlencode({'as_of': edition.moment.isoformat(), **known})}"
