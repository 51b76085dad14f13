"""Origins: the voices that the claims of one incident first came from: "5 reports, 1 origin"."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from accordingto.reconcile.bodies import is_own_name
from accordingto.reconcile.strays import find_strays
from accordingto.reconcile.voices import Voice, Voices
from accordingto.terms.claims import ClaimKind
from accordingto.terms.findings import Hop, Origin
from accordingto.terms.incidents import Account, Incident


def find_origins(incident: Incident, voices: Voices) -> tuple[Origin, ...]:
    """Every voice behind the incident, the ones that most reports go back to first."""
    carried: defaultdict[str, list[tuple[str, Voice]]] = defaultdict(list)
    for account in incident.accounts:
        for voice in account_voices(account, voices):
            carried[voice.key].append((account.report_id, voice))
    origins = [_origin(key, carried[key]) for key in carried]
    return tuple(sorted(origins, key=lambda origin: (-len(origin.report_ids), origin.kind != "source", origin.key)))


def account_voices(account: Account, voices: Voices) -> list[Voice]:
    """Who is behind the event itself, its figures and the blame for it, each voice once under each of its names.

    A running total that hangs on the event ("since 2011") is no claim of the account.
    """
    reading, running = voices.readings[account.report_id], voices.stretches.get(account.report_id, {})
    claims, strays = [(ClaimKind.EVENT, account.event)], find_strays(reading)
    claims += [
        (ClaimKind.FIGURE, number)
        for number, figure in enumerate(reading.figures)
        if figure.event == account.event and number not in running and number not in strays
    ]
    event, *counted = (voices.claim_voice(account.report_id, *claim) for claim in claims)
    blaming = [
        voices.claim_voice(account.report_id, ClaimKind.BLAME, n)
        for n, blame in enumerate(reading.blame)
        if blame.event == account.event
    ]
    if counted and all(voice.kind == "source" for voice in (event, *counted)):
        # What happened and to how many is somebody's: the page's own word on who did it only puts that in its place.
        blaming = [voice for voice in blaming if voice.kind == "source"]
    others = [*counted, *blaming]
    found = others if _adds_nothing(event, others) else [event, *others]
    return list({(voice.key, voice.name): voice for voice in found}.values())


def _adds_nothing(event: Voice, others: Sequence[Voice]) -> bool:
    """Whether a page names the event alone, and leaves all that is known of it to its sources."""
    named = [voice for voice in others if voice.kind == "source"]
    return event.kind != "source" and len(named) == len(others) and not all(voice.hidden for voice in named)


def _naming(voice: Voice, reports: int) -> tuple[bool, bool, int, int, str]:
    """Which of its names an origin is shown by, the least first: its own before that of whoever speaks for it.

    Of a body's own the one that it is known by, else the one that most reports use; of several the fullest.
    """
    return voice.deputy, not is_own_name(voice.name), 0 if voice.deputy else -reports, -len(voice.name), voice.name


def _origin(key: str, carried: list[tuple[str, Voice]]) -> Origin:
    told = Counter(name for _, name in {(report_id, voice.name) for report_id, voice in carried})
    voice = min((voice for _, voice in carried), key=lambda voice: _naming(voice, told[voice.name]))
    chains: dict[tuple[str, ...], tuple[Hop, ...]] = {}
    # Of two chains by the same names the one that needs no note.
    for _, carrier in sorted(carried, key=lambda pair: (any(hop.note for hop in pair[1].hops), pair[0])):
        chains.setdefault(carrier.chain, carrier.hops)
    reports = tuple(sorted({report_id for report_id, _ in carried}))
    return Origin(key, voice.name, voice.kind, reports, tuple(chains.values()), voice.side)
