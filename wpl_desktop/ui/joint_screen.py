"""Whether the student sees the screen too: no other students then, no coaching notes, nothing about wellbeing."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass
class _State:
    is_on: bool = False


_state = _State()


def is_on() -> bool:
    """Whether somebody looks along; pages and dialogs read it when they show something."""
    return _state.is_on


def set_on(on: bool) -> None:
    """Say that somebody looks along, or no longer does; pages that are open are made anew by the frame."""
    _state.is_on = on
