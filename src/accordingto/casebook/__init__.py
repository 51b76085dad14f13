"""One investigation: reports are ingested, read, recorded, reconciled and asked about; one transaction a verb.

Only this folder brings the rooms together, and only it opens transactions. A room is imported by the verb that needs
it, so that reading a report needs no database and a help page needs neither.
"""

from accordingto.casebook.answers import (
    Added,
    CastKept,
    ClaimHit,
    Decided,
    Find,
    Hit,
    Ingested,
    LookedOver,
    Queued,
    ReadDone,
    Reconciled,
    Stake,
    Why,
)
from accordingto.casebook.cases import Casebook, open_case
from accordingto.casebook.catalogues import Catalogue
from accordingto.casebook.coded import Applied, CodedItem, Concord, FieldReliability, RoundState, coded_reading
from accordingto.casebook.coded_files import said_in_lines
from accordingto.casebook.codings import Codings
from accordingto.casebook.inputs import (
    Input,
    Typed,
    Upload,
    add_layer,
    list_layers,
    load_inputs,
    load_reader,
    parse_cast,
    remove_layer,
)
from accordingto.casebook.looks import latest_publication, look
from accordingto.casebook.pasts import PastCase
from accordingto.casebook.questions import Questions
from accordingto.casebook.reviews import latest_about
from accordingto.casebook.users import Users
from accordingto.casebook.values import value_asked
from accordingto.terms.codings import CodingRound
from accordingto.terms.reports import Report

__all__ = [
    "Added",
    "Applied",
    "Casebook",
    "CastKept",
    "Catalogue",
    "ClaimHit",
    "CodedItem",
    "CodingRound",
    "Codings",
    "Concord",
    "Decided",
    "FieldReliability",
    "Find",
    "Hit",
    "Ingested",
    "Input",
    "LookedOver",
    "PastCase",
    "Questions",
    "Queued",
    "ReadDone",
    "Reconciled",
    "Report",
    "RoundState",
    "Stake",
    "Typed",
    "Upload",
    "Users",
    "Why",
    "add_layer",
    "coded_reading",
    "latest_about",
    "latest_publication",
    "list_layers",
    "load_inputs",
    "load_reader",
    "look",
    "open_case",
    "parse_cast",
    "remove_layer",
    "said_in_lines",
    "value_asked",
]
