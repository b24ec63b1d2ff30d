"""What is known of a back-up without a passphrase."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True, kw_only=True)
class BackupEntry:
    """Whose back-up a file is, the name that profile's folder has, and when it was made (local time)."""

    file: Path
    name: str
    owner: str
    place: str
    made_at: datetime
