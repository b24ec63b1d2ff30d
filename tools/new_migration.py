"""Write a new migration from the difference between the models and the migrations there are."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from alembic import command
from alembic.config import Config

from wpl_desktop import paths
from wpl_desktop.storage.database import make_engine
from wpl_desktop.storage.schema import REVISIONS


def main(message: str) -> None:
    """Make the next revision on a scratch database that has all earlier ones."""
    with tempfile.TemporaryDirectory() as folder:
        # With the engine of the program: that of the system may be too old for the index of the search.
        engine = make_engine(Path(folder) / "scratch.db", bytes(32), foreign_keys=False, pooled=False)
        config = Config()
        config.set_main_option("script_location", str(paths.migrations()))
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            command.revision(config, message, autogenerate=True, rev_id=f"{len(REVISIONS) + 1:04d}")
        engine.dispose()


if __name__ == "__main__":
    main(" ".join(sys.argv[1:]))
