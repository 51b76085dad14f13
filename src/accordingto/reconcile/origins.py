"""Origins: the voices that the claims of one incident first came from: "5 reports, 1 origin"."""

from collections import defaultdict

from accordingto.reconcile.voices import Voice, Voices
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
    """Who is behind the event itself, its figures and the blame for it, each voice once under each of its names."""
    reading = voices.readings[account.report_id]
    statements = [reading.events[account.event].statement]
    statements += [figure.statement for figure in reading.figures if figure.event == account.event]
    statements += [blame.by for blame in reading.blame if blame.event == account.event]
    said = {number for number in statements if number is not None}
    found = {(v.key, v.name): v for number in sorted(said) if not (v := voices.voice(account.report_id, number)).hidden}
    # What stands in the outlet's own voice beside a named source is that source's telling, retold.
    return list(found.values()) or [voices.voice(account.report_id, min(said, default=None))]


def _origin(key: str, carried: list[tuple[str, Voice]]) -> Origin:
    # Named for the body where it speaks itself, else for the fullest name of whoever speaks.
    voice = min((voice for _, voice in carried), key=lambda voice: (voice.deputy, -len(voice.name), voice.name))
    chains: dict[tuple[str, ...], tuple[Hop, ...]] = {}
    for _, carrier in sorted(carried, key=lambda pair: pair[0]):
        chains.setdefault(carrier.chain, carrier.hops)
    reports = tuple(sorted({report_id for report_id, _ in carried}))
    return Origin(key, voice.name, voice.kind, reports, tuple(chains.values()), voice.side)
