"""Writing a PDF to the disk: the whole file or nothing."""

from __future__ import annotations

import enum
import errno
import os
import tempfile
from contextlib import suppress
from pathlib import Path


class Trouble(enum.Enum):
    """Why a file could not be written, as far as the user can do something about it."""

    FOLDER_GONE = "folder_gone"
    DISK_FULL = "disk_full"
    NOT_ALLOWED = "not_allowed"


class FileNotWrittenError(Exception):
    """The file was not written; whatever stood there before is still there."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble


def write_whole(target: Path, data: bytes) -> None:
    """Write `data` to `target`, which is replaced only once everything is safely on the disk.

    Raises:
        FileNotWrittenError: the folder is gone, the disk is full, or the place may not be written.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=".wpl-", suffix=".part", dir=target.parent)
    except OSError as error:
        raise FileNotWrittenError(_trouble(error)) from error
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise FileNotWrittenError(_trouble(error)) from error


def _trouble(error: OSError) -> Trouble:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return Trouble.FOLDER_GONE
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return Trouble.DISK_FULL
    return Trouble.NOT_ALLOWED
