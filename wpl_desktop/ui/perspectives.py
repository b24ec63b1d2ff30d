"""The shape of each perspective: the same on every page (2.3)."""

from __future__ import annotations

from typing import Final

from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.ui.widgets.shapes import Shape

SHAPES: Final[dict[Perspective, Shape]] = {
    Perspective.STUDENT: "circle",
    Perspective.WORKPLACE: "square",
    Perspective.INSTITUTE: "triangle",
}
