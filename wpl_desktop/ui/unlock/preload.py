"""What is imported while the user types the passphrase, so that the profile opens at once (trap 6)."""

from __future__ import annotations

import importlib
from typing import Final

# SQLAlchemy comes with the first two.
_MODULES: Final = (
    "wpl_desktop.services.bundle",
    "wpl_desktop.texts",
    "wpl_desktop.ui.main_window",
)


def preload() -> None:
    """Import what an open profile needs; call it outside the GUI thread."""
    for name in _MODULES:
        importlib.import_module(name)
