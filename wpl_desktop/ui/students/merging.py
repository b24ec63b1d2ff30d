"""How two changes to one student come together, so that nobody's typing is lost."""

from __future__ import annotations

from dataclasses import fields, replace

from wpl_desktop.services.trajectories import StudentValues


def merged(base: StudentValues, mine: StudentValues, theirs: StudentValues) -> StudentValues:
    """`theirs` with everything that was changed here since `base`, so that nobody's typing is lost."""
    changed = {
        field.name: getattr(mine, field.name)
        for field in fields(StudentValues)
        if getattr(mine, field.name) != getattr(base, field.name)
    }
    return replace(theirs, **changed)
