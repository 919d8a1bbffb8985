"""How the tables come to be what ``store.schema`` says, from whatever an earlier version left.

A change of the tables is a module in ``versions/`` and its number in ``schema.REVISIONS``; a test
compares what the migrations make with the metadata. Only writing imports this: Alembic takes a
quarter of a second to load.
"""

from pathlib import Path

import sqlalchemy as sa
from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory

from store.schema import metadata


def upgrade(connection: sa.Connection, revision: str | None) -> None:
    """Bring the tables to this version's, inside the transaction that the caller began.

    Args:
        connection: holds the database's lock against other writers.
        revision: what the tables are now, where no table of Alembic's says it; None for no tables.
    """
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    # Without it, Alembic warns about how it will split a list of paths that we do not give.
    config.set_main_option("path_separator", "os")
    script = ScriptDirectory.from_config(config)
    if revision is not None:
        _run(connection, config, script, revision, stamp=True)
    _run(connection, config, script, "head", stamp=False)


def _run(
    connection: sa.Connection, config: Config, script: ScriptDirectory, to: str, *, stamp: bool
) -> None:
    def steps(current: object, _: object) -> object:
        if stamp:
            return script._stamp_revs(to, current)  # type: ignore[arg-type]
        return script._upgrade_revs(to, current)  # type: ignore[arg-type]

    with EnvironmentContext(config, script, fn=steps) as environment:
        environment.configure(connection=connection, target_metadata=metadata)
        environment.run_migrations()
