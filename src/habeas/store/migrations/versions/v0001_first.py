"""The first schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

words = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make every table."""
    op.create_table(
        "events",
        sa.Column("id", words, nullable=False),
        sa.Column("ordinal", sa.Integer, nullable=False),
        sa.Column("kind", words, nullable=False),
        sa.Column("status", words, nullable=False),
        sa.Column("counted", sa.Boolean, nullable=False),
        sa.Column("low", sa.Integer),
        sa.Column("high", sa.Integer),
        sa.Column("timed", sa.Boolean, nullable=False),
        sa.Column("first", words),
        sa.Column("last", words),
        sa.Column("basis", words),
        sa.Column("place", sa.Text, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("what", words, nullable=False),
        sa.Column("claims", sa.Text, nullable=False),
        sa.Column("documents", sa.Text, nullable=False),
        sa.Column("sources", sa.Integer, nullable=False),
        sa.Column("cumulative", sa.Boolean, nullable=False),
        sa.Column("outcome", words),
        sa.Column("reasons", sa.Text, nullable=False),
        sa.Column("means", words),
        sa.Column("persons", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_events"),
    )
    op.create_index("ix_events_kind", "events", ["kind"])
    op.create_table(
        "judgements",
        sa.Column("id", words, nullable=False),
        sa.Column("who", words, nullable=False),
        sa.Column("made", words, nullable=False),
        sa.Column("why", words, nullable=False),
        sa.Column("verdict", words, nullable=False),
        sa.Column("hash", words),
        sa.Column("start", sa.Integer),
        sa.Column("end", sa.Integer),
        sa.Column("kind", words),
        sa.Column("value", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_judgements"),
    )
    op.create_index("ix_judgements_hash_start_end_kind", "judgements", ["hash", "start", "end", "kind"])
    op.create_table(
        "pages",
        sa.Column("sha256", words, nullable=False),
        sa.Column("name", words, nullable=False),
        sa.Column("shape", words, nullable=False),
        sa.Column("url", words),
        sa.Column("fetched", words),
        sa.Column("added", words, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("body", sa.LargeBinary),
        sa.Column("withdrawn", words),
        sa.Column("why", words),
        sa.PrimaryKeyConstraint("sha256", name="pk_pages"),
    )
    op.create_index("ix_pages_url", "pages", ["url"])
    op.create_table(
        "runs",
        sa.Column("id", sa.Integer, autoincrement=True, nullable=False),
        sa.Column("command", words, nullable=False),
        sa.Column("started", words, nullable=False),
        sa.Column("finished", words),
        sa.Column("version", words, nullable=False),
        sa.Column("pages", sa.Integer, nullable=False),
        sa.Column("documents", sa.Integer, nullable=False),
        sa.Column("claims", sa.Integer, nullable=False),
        sa.Column("refused", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_runs"),
    )
    op.create_table(
        "documents",
        sa.Column("id", words, nullable=False),
        sa.Column("hash", words, nullable=False),
        sa.Column("page", words, sa.ForeignKey("pages.sha256", name="fk_documents_page")),
        sa.Column("name", words),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("replaces", words, sa.ForeignKey("documents.id", name="fk_documents_replaces")),
        sa.Column("title", words),
        sa.Column("published", words),
        sa.Column("publisher", words),
        sa.Column("agency", words),
        sa.Column("language", words),
        sa.Column("url", words),
        sa.Column("text", words, nullable=False),
        sa.Column("added", words, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_documents"),
    )
    op.create_index("ix_documents_hash", "documents", ["hash"])
    op.create_index("ix_documents_name", "documents", ["name"])
    op.create_index("ix_documents_page", "documents", ["page"])
    op.create_index("ix_documents_published_id", "documents", ["published", "id"])
    op.create_index("ix_documents_replaces", "documents", ["replaces"])
    op.create_index("ix_documents_url", "documents", ["url"])
    op.create_table(
        "event_places",
        sa.Column("event", words, sa.ForeignKey("events.id", name="fk_event_places_event"), nullable=False),
        sa.Column("place", words, nullable=False),
        sa.Column("role", words, nullable=False),
        sa.PrimaryKeyConstraint("event", "place", "role", name="pk_event_places"),
    )
    op.create_index("ix_event_places_place_role", "event_places", ["place", "role"])
    op.create_table(
        "claim_places",
        sa.Column("document", words, sa.ForeignKey("documents.id", name="fk_claim_places_document"), nullable=False),
        sa.Column("claim", words, nullable=False),
        sa.Column("place", words, nullable=False),
        sa.Column("role", words, nullable=False),
        sa.PrimaryKeyConstraint("document", "claim", "place", "role", name="pk_claim_places"),
    )
    op.create_index("ix_claim_places_place_role", "claim_places", ["place", "role"])
    op.create_table(
        "claims",
        sa.Column("document", words, sa.ForeignKey("documents.id", name="fk_claims_document"), nullable=False),
        sa.Column("id", words, nullable=False),
        sa.Column("ordinal", sa.Integer, nullable=False),
        sa.Column("kind", words, nullable=False),
        sa.Column("status", words, nullable=False),
        sa.Column("quote", words, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("counted", sa.Boolean, nullable=False),
        sa.Column("low", sa.Integer),
        sa.Column("high", sa.Integer),
        sa.Column("timed", sa.Boolean, nullable=False),
        sa.Column("first", words),
        sa.Column("last", words),
        sa.Column("basis", words),
        sa.Column("place", sa.Text, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("speakers", sa.Text, nullable=False),
        sa.Column("cumulative", sa.Boolean, nullable=False),
        sa.Column("persons", sa.Text, nullable=False),
        sa.Column("means", words),
        sa.Column("group", words),
        sa.Column("outcome", words),
        sa.Column("part_of", words),
        sa.Column("reader", words, nullable=False),
        sa.Column("reasons", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("document", "id", name="pk_claims"),
    )
    op.create_index("ix_claims_id", "claims", ["id"])
    op.create_index("ix_claims_kind", "claims", ["kind"])
    op.create_table(
        "issues",
        sa.Column("name", words, nullable=False),
        sa.Column("kind", words, nullable=False),
        sa.Column("expected", words, nullable=False),
        sa.Column("remedy", words, nullable=False),
        sa.Column("document", words, sa.ForeignKey("documents.id", name="fk_issues_document")),
        sa.PrimaryKeyConstraint("name", "kind", name="pk_issues"),
    )
    op.create_table(
        "readings",
        sa.Column("document", words, sa.ForeignKey("documents.id", name="fk_readings_document"), nullable=False),
        sa.Column("reader", words, nullable=False),
        sa.PrimaryKeyConstraint("document", name="pk_readings"),
    )
    op.create_table(
        "stories",
        sa.Column("document", words, sa.ForeignKey("documents.id", name="fk_stories_document"), nullable=False),
        sa.Column("story", words, nullable=False),
        sa.PrimaryKeyConstraint("document", name="pk_stories"),
    )
    op.create_index("ix_stories_story", "stories", ["story"])


def downgrade() -> None:
    """There is nothing before it."""
    raise NotImplementedError("the first schema has none before it")
