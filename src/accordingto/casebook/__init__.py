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
    Queued,
    ReadDone,
    Reconciled,
    Stake,
    Why,
)
from accordingto.casebook.cases import Casebook, open_case
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
from accordingto.terms.reports import Report

__all__ = [
    "Added",
    "Casebook",
    "CastKept",
    "ClaimHit",
    "Decided",
    "Find",
    "Hit",
    "Ingested",
    "Input",
    "PastCase",
    "Questions",
    "Queued",
    "ReadDone",
    "Reconciled",
    "Report",
    "Stake",
    "Typed",
    "Upload",
    "Users",
    "Why",
    "add_layer",
    "latest_about",
    "latest_publication",
    "list_layers",
    "load_inputs",
    "load_reader",
    "look",
    "open_case",
    "parse_cast",
    "remove_layer",
    "value_asked",
]
