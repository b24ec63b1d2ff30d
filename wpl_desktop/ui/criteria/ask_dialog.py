"""The question before texts of a draft are thrown away."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from wpl_desktop.ui.widgets.question_dialog import QuestionDialog


class AskDialog(QuestionDialog):
    """The question, in the words of who asks."""

    def __init__(self, title: str, text: str, *, action: str, parent: QWidget | None) -> None:
        cancel = QCoreApplication.translate("AskDialog", "Cancel")
        super().__init__(title, text, action=action, cancel=cancel, parent=parent)
