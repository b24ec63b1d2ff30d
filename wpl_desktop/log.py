"""The log of the program: types and places of errors, never content (P23); a few small files."""

from __future__ import annotations

import logging
from pathlib import Path

LOG_BYTES = 200_000
LOGS_KEPT = 3


def start(file: Path) -> None:
    """Log into `file` from now on; a file that cannot be written is no reason to stop."""
    handler = _LogOnDemand(file)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logger = logging.getLogger("wpl_desktop")
    for old in tuple(logger.handlers):
        logger.removeHandler(old)
        old.close()
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    logger.propagate = False


class _LogOnDemand(logging.Handler):
    """Writes to a file that is kept small; nothing is imported or made before there is a line to write."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self._file = file
        self._handler: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        if self._handler is None:
            self._handler = _rotating_log(self._file)
            self._handler.setFormatter(self.formatter)
        self._handler.handle(record)

    def close(self) -> None:
        if self._handler is not None:
            self._handler.close()
        super().close()


def _rotating_log(file: Path) -> logging.Handler:
    from logging.handlers import RotatingFileHandler

    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        return RotatingFileHandler(
            file, maxBytes=LOG_BYTES, backupCount=LOGS_KEPT, encoding="utf-8", delay=True
        )
    except OSError:
        return logging.NullHandler()
