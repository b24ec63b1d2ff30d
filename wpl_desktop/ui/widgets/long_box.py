"""Boxes to choose one of many: as quick with a thousand entries as with ten."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QComboBox, QListView

#: What a box asks room for, in letters: its longest entry is not looked for.
_LETTERS: Final = 16


def fill_box(box: QComboBox, texts: Sequence[str]) -> None:
    """Give a box these entries; all are as high as the first, and the box is as wide as its place."""
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(_LETTERS)
    view = box.view()
    if isinstance(view, QListView):
        view.setUniformItemSizes(True)
    box.setModel(QStringListModel(list(texts), box))
