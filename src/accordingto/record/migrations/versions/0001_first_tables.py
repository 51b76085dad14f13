"""The first tables of a case, and the index of its words.

A migration is never changed once it has left the house: it says what the file looked like then.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """An empty file becomes a case."""
    op.create_table(
        "comparisons",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), server_default=sa.func.now(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "reports",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("name", sa.String(11), nullable=False),
        sa.Column("ref", sa.Text()),
        sa.Column("outlet", sa.Text(), nullable=False),
        sa.Column("published", sa.String(40)),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("noun", sa.JSON(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), server_default=sa.func.now(), nullable=False),
        sa.PrimaryKeyConstraint("seq"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("ix_reports_name", "reports", ["name"])
    op.create_table(
        "reviews",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("change", sa.Text()),
        sa.Column("recorded_at", sa.DateTime(), server_default=sa.func.now(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_reviews_subject", "reviews", ["subject"])
    op.create_table(
        "incidents",
        sa.Column("comparison", sa.String(32), nullable=False),
        sa.Column("idx", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text()),
        sa.Column("date", sa.Text()),
        sa.Column("place", sa.Text()),
        sa.Column("main", sa.Boolean(), nullable=False),
        sa.Column("noun", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["comparison"], ["comparisons.id"]),
        sa.PrimaryKeyConstraint("comparison", "idx"),
    )
    op.create_index("ix_incidents_id", "incidents", ["id"])
    op.create_table(
        "readings",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("report", sa.Integer(), nullable=False),
        sa.Column("reader", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("settings", sa.Text(), nullable=False),
        sa.Column("notes", sa.JSON(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), server_default=sa.func.now(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["reports.seq"]),
        sa.PrimaryKeyConstraint("seq"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("ix_readings_report", "readings", ["report"])
    op.create_table(
        "refs",
        sa.Column("ref", sa.Text(), nullable=False),
        sa.Column("report", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["reports.seq"]),
        sa.PrimaryKeyConstraint("ref", "report"),
    )
    op.create_table(
        "accounts",
        sa.Column("comparison", sa.String(32), nullable=False),
        sa.Column("incident", sa.Integer(), nullable=False),
        sa.Column("report", sa.String(32), nullable=False),
        sa.Column("event", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["comparison", "incident"], ["incidents.comparison", "incidents.idx"]),
        sa.ForeignKeyConstraint(["report"], ["reports.id"]),
        sa.PrimaryKeyConstraint("comparison", "incident", "report", "event"),
    )
    op.create_table(
        "announcements",
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("idx", sa.Integer(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("due", sa.Text()),
        sa.Column("due_at", sa.Text()),
        sa.Column("due_day", sa.Text()),
        sa.Column("statement", sa.Integer()),
        sa.Column("noun", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["reading"], ["readings.seq"]),
        sa.PrimaryKeyConstraint("reading", "idx"),
    )
    op.create_table(
        "blame",
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("idx", sa.Integer(), nullable=False),
        sa.Column("event", sa.Integer()),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("by", sa.Integer()),
        sa.Column("stance", sa.Text(), nullable=False),
        sa.Column("noun", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["reading"], ["readings.seq"]),
        sa.PrimaryKeyConstraint("reading", "idx"),
    )
    op.create_table(
        "claims",
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("idx", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("index", sa.Integer(), nullable=False),
        sa.Column("factuality", sa.Text(), nullable=False),
        sa.Column("statement", sa.Integer()),
        sa.Column("voice", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("noun", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["reading"], ["readings.seq"]),
        sa.PrimaryKeyConstraint("reading", "idx"),
    )
    op.create_table(
        "compared",
        sa.Column("comparison", sa.String(32), nullable=False),
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["comparison"], ["comparisons.id"]),
        sa.ForeignKeyConstraint(["reading"], ["readings.seq"]),
        sa.PrimaryKeyConstraint("comparison", "reading"),
    )
    op.create_table(
        "entities",
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("idx", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("key", sa.Text()),
        sa.Column("country", sa.Text()),
        sa.Column("side", sa.Text()),
        sa.Column("noun", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["reading"], ["readings.seq"]),
        sa.PrimaryKeyConstraint("reading", "idx"),
    )
    op.create_index("ix_entities_key", "entities", ["key"])
    op.create_table(
        "events",
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("idx", sa.Integer(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text()),
        sa.Column("trigger", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("place", sa.Text()),
        sa.Column("date", sa.Text()),
        sa.Column("main", sa.Boolean(), nullable=False),
        sa.Column("statement", sa.Integer()),
        sa.Column("noun", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["reading"], ["readings.seq"]),
        sa.PrimaryKeyConstraint("reading", "idx"),
    )
    op.create_table(
        "figures",
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("idx", sa.Integer(), nullable=False),
        sa.Column("low", sa.Integer()),
        sa.Column("high", sa.Integer()),
        sa.Column("bound", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("harm", sa.Text(), nullable=False),
        sa.Column("part_of", sa.Integer()),
        sa.Column("statement", sa.Integer()),
        sa.Column("event", sa.Integer()),
        sa.Column("noun", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["reading"], ["readings.seq"]),
        sa.PrimaryKeyConstraint("reading", "idx"),
    )
    op.create_table(
        "findings",
        sa.Column("comparison", sa.String(32), nullable=False),
        sa.Column("idx", sa.Integer(), nullable=False),
        sa.Column("incident", sa.Integer()),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("noun", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["comparison", "incident"], ["incidents.comparison", "incidents.idx"]),
        sa.ForeignKeyConstraint(["comparison"], ["comparisons.id"]),
        sa.PrimaryKeyConstraint("comparison", "idx"),
    )
    op.create_table(
        "places",
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("idx", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("where_prec", sa.Integer()),
        sa.Column("kind", sa.Text()),
        sa.Column("country", sa.Text()),
        sa.Column("noun", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["reading"], ["readings.seq"]),
        sa.PrimaryKeyConstraint("reading", "idx"),
    )
    op.create_index("ix_places_kind", "places", ["kind"])
    op.create_table(
        "statements",
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("idx", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text()),
        sa.Column("cue", sa.Text()),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("hedge", sa.Text()),
        sa.Column("entity", sa.Integer()),
        sa.Column("noun", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["reading"], ["readings.seq"]),
        sa.PrimaryKeyConstraint("reading", "idx"),
    )
    op.create_table(
        "times",
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("idx", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("value", sa.Text()),
        sa.Column("earliest", sa.Text()),
        sa.Column("latest", sa.Text()),
        sa.Column("date_prec", sa.Integer()),
        sa.Column("noun", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["reading"], ["readings.seq"]),
        sa.PrimaryKeyConstraint("reading", "idx"),
    )

    if op.get_bind().dialect.name == "sqlite":
        _index_words()


def _index_words() -> None:
    """Full text over titles and texts, without a second copy of them. Accents and case make no difference."""
    op.execute("CREATE VIEW report_bodies AS SELECT seq, title || char(10) || char(10) || text AS body FROM reports")
    op.execute(
        "CREATE VIRTUAL TABLE report_words USING fts5(body, content='report_bodies', content_rowid='seq', "
        "tokenize='unicode61 remove_diacritics 2')"
    )
