"""The question before something is removed for good: nothing brings it back."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from wpl_desktop.ui.widgets.question_dialog import QuestionDialog


class RemoveDialog(QuestionDialog):
    """The question about `what`, which is named on it and not in the title of the window."""

    def __init__(self, what: str, *, parent: QWidget | None) -> None:
        remove = QCoreApplication.translate("RemoveDialog", "Remove for good")
        super().__init__(
            what,
            QCoreApplication.translate(
                "RemoveDialog",
                "After this it cannot be put back any more. It goes from this profile at once; in back-ups it stays "
                "until they are too old to be kept.",
            ),
            action=remove,
            cancel=QCoreApplication.translate("RemoveDialog", "Cancel"),
            parent=parent,
        )
        self.setWindowTitle(remove)
