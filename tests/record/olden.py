"""Cases as earlier versions left them: their tables are those that the migrations made until then."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, create_engine

from accordingto.record import store
from accordingto.record.store import APPLICATION_ID


def make_old_case(path: Path, version: int, *statements: str) -> None:
    """A case in this file with the tables of this version, and what these statements put into it."""
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as record:
        _migrate(record, f"{version:04}")
        for statement in statements:
            record.exec_driver_sql(statement)
        record.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        record.exec_driver_sql(f"PRAGMA user_version = {version}")
    engine.dispose()


def _migrate(record: Connection, revision: str) -> None:
    config = Config(attributes={"connection": record})
    config.set_main_option("script_location", str(Path(store.__file__).parent / "migrations"))
    command.upgrade(config, revision)
