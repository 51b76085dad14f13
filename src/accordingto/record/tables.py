"""The tables of a case, as the last migration leaves them.

A noun's row holds the noun as JSON in `noun`, and beside it those of its fields that questions are asked of, under the
field's own name. Nothing is overwritten: reports, readings, casts and reviews are only ever added. What comparing found
is worked out from the readings, so only what holds now is kept, and the accounts of incidents that are no more; and of
users and their sessions, who may come in now.
"""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    func,
)

META = MetaData()


def _recorded() -> Column[object]:
    return Column("recorded_at", DateTime, server_default=func.now(), nullable=False)


reports = Table(
    "reports",
    META,
    Column("seq", Integer, primary_key=True),  # the order they came in
    Column("id", String(32), nullable=False, unique=True),
    Column("name", String(11), nullable=False, index=True),  # the speakable id
    Column("ref", Text),
    Column("outlet", Text, nullable=False),
    Column("published", String(40)),  # ISO, a day or a moment with its zone, as it was told
    Column("title", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("noun", JSON, nullable=False),  # the fields that have no column
    _recorded(),
)

# One text may have come in under several ids of its own files; all of them find it.
refs = Table(
    "refs",
    META,
    Column("ref", Text, primary_key=True),
    Column("report", ForeignKey("reports.seq"), primary_key=True),
)

readings = Table(
    "readings",
    META,
    Column("seq", Integer, primary_key=True),  # the latest reading of a report has the highest
    Column("id", String(32), nullable=False, unique=True),
    Column("report", ForeignKey("reports.seq"), nullable=False, index=True),
    Column("reader", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("settings", Text, nullable=False),
    Column("notes", JSON, nullable=False),
    _recorded(),
    Column("base", Integer),  # the `seq` of the reader's own, of which this is what people made; NULL for an own one
)

# Which reading of a report is asked: the last that its reader made, or took up again after another's.
choices = Table(
    "choices",
    META,
    Column("seq", Integer, primary_key=True),
    Column("reading", ForeignKey("readings.seq"), nullable=False, index=True),
    _recorded(),
)


def _list_of_reading(name: str, *keys: Column[object]) -> Table:
    """The table of one list of a reading, under the list's own name; `idx` counts as in the list."""
    reading: Column[int] = Column("reading", ForeignKey("readings.seq"), primary_key=True)
    idx = Column("idx", Integer, primary_key=True)
    return Table(name, META, reading, idx, *keys, Column("noun", JSON, nullable=False))


statements = _list_of_reading(
    "statements",
    Column("source", Text),
    Column("cue", Text),
    Column("form", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("hedge", Text),
    Column("entity", Integer),
)
entities = _list_of_reading(
    "entities",
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("key", Text, index=True),
    Column("country", Text),
    Column("side", Text),
    Column("sector", Text),
)
events = _list_of_reading(
    "events",
    Column("type", Text, nullable=False),
    Column("mode", Text),
    Column("trigger", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("place", Text),
    Column("date", Text),
    Column("main", Boolean, nullable=False),
    Column("statement", Integer),
)
figures = _list_of_reading(
    "figures",
    Column("low", Integer),
    Column("high", Integer),
    Column("bound", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("harm", Text, nullable=False),
    Column("part_of", Integer),
    Column("statement", Integer),
    Column("event", Integer),
)
blame = _list_of_reading(
    "blame",
    Column("event", Integer),
    Column("actor", Text, nullable=False),
    Column("by", Integer),
    Column("stance", Text, nullable=False),
)
announcements = _list_of_reading(
    "announcements",
    Column("what", Text, nullable=False),
    Column("due", Text),
    Column("due_at", Text),
    Column("due_day", Text),
    Column("statement", Integer),
)
places = _list_of_reading(
    "places",
    Column("name", Text, nullable=False),
    Column("where_prec", Integer),
    Column("kind", Text, index=True),  # the gazetteer's; NULL where it does not know the place
    Column("country", Text),
)
times = _list_of_reading(
    "times",
    Column("kind", Text, nullable=False),
    Column("value", Text),
    Column("earliest", Text),
    Column("latest", Text),
    Column("date_prec", Integer),
)
# `voice`, `words` and `place` are folded for asking: see record/questions.py.
claims = _list_of_reading(
    "claims",
    Column("kind", Text, nullable=False),
    Column("index", Integer, nullable=False),
    Column("factuality", Text, nullable=False),
    Column("statement", Integer),
    Column("voice", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("place", Text, nullable=False),
)
LISTS = (statements, entities, events, figures, blame, announcements, places, times, claims)

# What comparing is worked out from, and what it found. `ledger` is one row: what the last run left for the next one,
# and the last of the `choices` that it knew.
ledger = Table(
    "ledger",
    META,
    Column("number", Integer, primary_key=True),
    Column("state", Text, nullable=False),
    Column("choice", Integer, nullable=False),
    _recorded(),
)

# The reading of each report that was compared.
compared = Table(
    "compared",
    META,
    Column("report", ForeignKey("reports.id"), primary_key=True),
    Column("reading", ForeignKey("readings.seq"), nullable=False),
    sqlite_with_rowid=False,
)

# Keys and reports are hashes of 64 bits here: a shingle, a day with a place, a name; `crowds` are borne by too many.
entries = Table(
    "entries",
    META,
    Column("key", BigInteger, primary_key=True),
    Column("report", BigInteger, primary_key=True),
    Column("event", Integer, primary_key=True),
    Column("day", Integer),
    sqlite_with_rowid=False,
)
crowds = Table("crowds", META, Column("key", BigInteger, primary_key=True), sqlite_with_rowid=False)

# What is worked out of one report, each kind by itself, in a form that only comparing reads.
pages = Table(
    "pages",
    META,
    Column("kind", Text, primary_key=True),
    Column("report", BigInteger, primary_key=True),
    Column("text", Text, nullable=False),
)

# Accounts that are alike enough, each pair from either end.
ties = Table(
    "ties",
    META,
    Column("one", BigInteger, primary_key=True),
    Column("one_event", Integer, primary_key=True),
    Column("other", BigInteger, primary_key=True),
    Column("other_event", Integer, primary_key=True),
    Column("score", Float, nullable=False),
    sqlite_with_rowid=False,
)

copies = Table(
    "copies",
    META,
    Column("first", ForeignKey("reports.id"), primary_key=True),
    Column("second", ForeignKey("reports.id"), primary_key=True, index=True),
    Column("noun", JSON, nullable=False),
)

incidents = Table(
    "incidents",
    META,
    Column("id", String(32), primary_key=True),
    Column("type", Text, nullable=False),
    Column("mode", Text),
    Column("date", Text),
    Column("place", Text),
    Column("main", Boolean, nullable=False),
    Column("noun", JSON, nullable=False),
)

accounts = Table(
    "accounts",
    META,
    Column("report", ForeignKey("reports.id"), primary_key=True),
    Column("event", Integer, primary_key=True),
    Column("incident", ForeignKey("incidents.id"), nullable=False, index=True),
)

# What was found of one incident.
findings = Table(
    "findings",
    META,
    Column("incident", ForeignKey("incidents.id"), primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("idx", Integer, primary_key=True),
    Column("noun", JSON, nullable=False),
)

# Agreements that belong to no incident, by what sort they are and the report that they begin with.
agreements = Table(
    "agreements",
    META,
    Column("rank", Integer, primary_key=True),
    Column("report", ForeignKey("reports.id"), primary_key=True),
    Column("idx", Integer, primary_key=True),
    Column("noun", JSON, nullable=False),
)

# The catalogue: in few words what lists show, so that a page of a large case looks up no more than it shows. It follows
# from what stands above, and is kept up with it. `catalogue` is one row: whether all of the case is in it.
catalogue = Table(
    "catalogue", META, Column("number", Integer, primary_key=True), Column("made", Integer, nullable=False)
)

# The reading of each report that is asked, how many finds it has, and when the report speaks (UTC).
asked = Table(
    "asked",
    META,
    Column("report", ForeignKey("reports.seq"), primary_key=True),
    Column("id", String(32), nullable=False, unique=True),
    Column("reading", ForeignKey("readings.seq"), nullable=False),
    Column("finds", Integer, nullable=False),
    Column("moment", Text, index=True),
)

# Every statement of a named voice in the readings asked, with the stretches of what it says.
spoken = Table(
    "spoken",
    META,
    Column("report", ForeignKey("reports.seq"), primary_key=True),
    Column("idx", Integer, primary_key=True),
    Column("key", Text, nullable=False),
    Column("entity", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("spans", JSON, nullable=False),
    Index("ix_spoken_key", "key", "report", "idx", "name"),
    sqlite_with_rowid=False,
)

# One row a named voice. Its fullest name stands as an entity of a report.
voices = Table(
    "voices",
    META,
    Column("key", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False),
    Column("statements", Integer, nullable=False),
    Column("reports", Integer, nullable=False),
    Column("report", ForeignKey("reports.seq"), nullable=False),
    Column("entity", Integer, nullable=False),
    Index("ix_voices_statements", "statements", "name"),
)

# One row an incident: `rank` and `dated` are the orders of lists, `first` and `last` its days, "" where none is known.
summaries = Table(
    "summaries",
    META,
    Column("incident", ForeignKey("incidents.id"), primary_key=True),
    Column("name", String(11), nullable=False),  # the speakable id
    Column("type", Text, nullable=False),
    Column("mode", Text),
    Column("date", Text, index=True),
    Column("place", Text),
    Column("main", Boolean, nullable=False),
    Column("reports", Integer, nullable=False),
    Column("origins", Integer, nullable=False),
    Column("side", Text),
    Column("disputed", Text, nullable=False),
    Column("contested", Boolean, nullable=False),
    Column("passing", Boolean, nullable=False),
    Column("rank", Text, nullable=False),
    Column("dated", Text, nullable=False),
    Column("first", Text, nullable=False),
    Column("last", Text, nullable=False),
    Column("folded", Text, nullable=False),
    Column("lon", Float),
    Column("lat", Float),
    Column("prec", Integer),
    Column("spot", Text),
    Index("ix_summaries_filter", "passing", "rank", "incident", "contested", "first", "last", "type", "folded", "prec"),
    Index("ix_summaries_day", "passing", "first"),
    Index("ix_summaries_pin", "passing", "lon", "lat", "prec", "rank"),
    Index("ix_summaries_contested", "contested", "passing", "rank"),
    Index("ix_summaries_titled", "dated", "incident", "type", "mode", "date", "place", "folded", "name"),
    Index("ix_summaries_kind", "type", "mode"),
    Index("ix_summaries_type", "type", "incident"),
    Index("ix_summaries_like", "type", "place", "incident"),
)

# When summaries of incidents last changed, by how their ids begin: see record/turns.py.
turns = Table(
    "turns",
    META,
    Column("bucket", Integer, primary_key=True),
    Column("turn", Integer, nullable=False, index=True),
)

# Which named voices are behind an agreement: one of an incident, or one beside them by its rank and report.
heard = Table(
    "heard",
    META,
    Column("key", Text, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("dated", Text, primary_key=True),
    Column("owner", String(40), primary_key=True, index=True),
    Column("idx", Integer, primary_key=True),
    sqlite_with_rowid=False,
)

# The reports whose words stand on a side of a contradiction of an incident.
contested = Table(
    "contested",
    META,
    Column("report", ForeignKey("reports.id"), primary_key=True),
    Column("incident", ForeignKey("incidents.id"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)

# What became of each announcement. What waits for news is overdue after `late_from` (UTC), and then `overdue` says why.
outcomes = Table(
    "outcomes",
    META,
    Column("report", ForeignKey("reports.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("page", BigInteger, nullable=False, index=True),  # the report as a ledger numbers it
    Column("wording", String(32), nullable=False, index=True),
    Column("promise", String(32), nullable=False, index=True),
    Column("printed", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("late_from", Text),
    Column("overdue", Text),
    Column("noun", JSON, nullable=False),
    Index("ix_outcomes_kind", "kind", "late_from", "promise", "printed"),
)

# By what news of announcements is looked up, and announcements by news: see reconcile/following.py.
hints = Table(
    "hints",
    META,
    Column("role", Integer, primary_key=True),
    Column("key", BigInteger, primary_key=True),
    Column("report", BigInteger, primary_key=True, index=True),
    sqlite_with_rowid=False,
)
WORKED_OUT = (
    hints,
    outcomes,
    contested,
    heard,
    summaries,
    agreements,
    findings,
    accounts,
    incidents,
    copies,
    ties,
    pages,
    crowds,
    entries,
    compared,
    ledger,
)

# The incidents that were found once and are no more: each account as the reading and the number of its event.
formers = Table(
    "formers",
    META,
    Column("incident", String(32), primary_key=True),
    Column("accounts", Text, nullable=False),
    _recorded(),
)

# The casts that the case has or had of its own; the one with the highest number is in force.
casts = Table(
    "casts",
    META,
    Column("number", Integer, primary_key=True),
    Column("id", String(32), nullable=False),
    Column("noun", JSON, nullable=False),
    _recorded(),
)

reviews = Table(
    "reviews",
    META,
    Column("id", String(32), primary_key=True),
    Column("subject", Text, nullable=False, index=True),
    Column("verdict", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("change", Text),
    _recorded(),
)

# Rounds in which finds are coded blind. `coder` stands beside the noun because others' codes are hidden by it; which
# reviews a round has led to is kept so that they are made once, and can be taken back together.
rounds = Table(
    "rounds",
    META,
    Column("seq", Integer, primary_key=True),
    Column("id", String(32), nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("noun", JSON, nullable=False),
    _recorded(),
)

codes = Table(
    "codes",
    META,
    Column("seq", Integer, primary_key=True),  # the order they were made in
    Column("id", String(32), nullable=False, unique=True),
    Column("round", ForeignKey("rounds.id"), nullable=False, index=True),
    Column("coder", Text, nullable=False),
    Column("noun", JSON, nullable=False),
    _recorded(),
)

round_steps = Table(
    "round_steps",
    META,
    Column("seq", Integer, primary_key=True),
    Column("round", ForeignKey("rounds.id"), nullable=False, index=True),
    Column("noun", JSON, nullable=False),
    _recorded(),
)

applied = Table(
    "applied",
    META,
    Column("review", ForeignKey("reviews.id"), primary_key=True),
    Column("round", ForeignKey("rounds.id"), nullable=False, index=True),
    Column("item", String(32), nullable=False),
)

# Who may sign in to a workspace of this case; `key` is the name as it is compared, `password` what argon2id made of it.
users = Table(
    "users",
    META,
    Column("key", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("password", Text, nullable=False),
    _recorded(),
)

# Who is signed in: `id` is a hash of what the browser holds, so that who reads the file cannot sign in with it.
sessions = Table(
    "sessions",
    META,
    Column("id", String(64), primary_key=True),
    Column("user", ForeignKey("users.key", ondelete="CASCADE"), nullable=False, index=True),
    Column("begun_at", DateTime, nullable=False),
    Column("used_at", DateTime, nullable=False),
)
