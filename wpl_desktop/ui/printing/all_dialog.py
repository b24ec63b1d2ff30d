"""What is asked before the reports of all students are written: in which form, and what of files already there."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from wpl_desktop.ui import theme
from wpl_desktop.ui.language import filled
from wpl_desktop.ui.printing.batch import Existing
from wpl_desktop.ui.widgets.buttons import Button
from wpl_desktop.ui.widgets.labels import Label, muted_label
from wpl_desktop.ui.widgets.option_list import Option, OptionList

# More names than these are only counted.
MOST_NAMES: Final = 3


class OutputKind(enum.Enum):
    """In which form the reports of all students come."""

    EACH = "each"
    ONE = "one"


class _Question(QDialog):
    """A short dialog as high as its wrapped sentences need."""

    def __init__(self, parent: QWidget | None, *, title: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setFixedWidth(theme.scaled(520))
        self.column = QVBoxLayout(self)
        margin = theme.scaled(24)
        self.column.setContentsMargins(margin, margin, margin, margin)
        self.column.setSpacing(theme.scaled(16))
        # Qt's own smallest height supposes narrower sentences than these.
        self.column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(theme.scaled(12))
        self.buttons.addStretch(1)

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.column.heightForWidth(self.width()))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.resize(self.sizeHint())


class AllStudentsDialog(_Question):
    """Says what will be made and for how many, and asks for one PDF each or one for all."""

    def __init__(
        self, *, parent: QWidget | None, report_title: str, format_words: str, count: int, total: int
    ) -> None:
        super().__init__(parent, title=filled(self.tr("All {students}")))
        self._what = Label(report_title, role="section")
        self._format = muted_label(format_words)
        sentences = (
            self.tr("All {total} {students} have this report.")
            if count == total
            else self.tr("{count} of {total} {students} have this report. The others are listed afterwards.")
        )
        self._count = Label(filled(sentences, count=count, total=total))
        self.kinds = OptionList(
            [
                Option(
                    value=OutputKind.EACH,
                    title=filled(self.tr("A PDF for each {student}")),
                    subtitle=self.tr("In a folder that you choose. File names hold no names."),
                ),
                Option(
                    value=OutputKind.ONE,
                    title=self.tr("One PDF, to print in one go"),
                    subtitle=self.tr(
                        "Every report begins on a sheet of its own, also when you print on both sides."
                    ),
                ),
            ],
            name=self.tr("In which form"),
            value=OutputKind.EACH,
        )
        self.cancel = Button(self.tr("Cancel"), height=36)
        self.go_on = Button("", kind="primary", icon="folder", height=36)
        self._assemble()
        self.kinds.chosen.connect(self._show_step)
        self.cancel.clicked.connect(self.reject)
        self.go_on.clicked.connect(self.accept)
        self._show_step()

    def kind(self) -> OutputKind:
        """What was chosen."""
        value = self.kinds.value()
        return value if isinstance(value, OutputKind) else OutputKind.EACH

    def _assemble(self) -> None:
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(self._what)
        head.addWidget(self._format)
        self.column.addLayout(head)
        self.column.addWidget(self.kinds)
        self.column.addWidget(self._count)
        self.buttons.addWidget(self.cancel)
        self.buttons.addWidget(self.go_on)
        self.column.addLayout(self.buttons)
        for button in (self.cancel, self.go_on):
            button.setAutoDefault(True)
        self.go_on.setDefault(True)
        self.kinds.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_step(self) -> None:
        each = self.kind() is OutputKind.EACH
        self.go_on.setText(self.tr("Choose folder…") if each else self.tr("Choose file…"))


class ExistingDialog(_Question):
    """Asks once what becomes of files that are in the folder already; Esc leaves everything as it is."""

    def __init__(self, names: Sequence[str], *, parent: QWidget | None) -> None:
        super().__init__(parent, title=self.tr("Files that are there already"))
        self.choice: Existing | None = None
        count = len(names)
        self._title = Label(
            self.tr("{count} files are in this folder already.").format(count=count)
            if count != 1
            else self.tr("1 file is in this folder already."),
            role="section",
        )
        listed = ", ".join(names[:MOST_NAMES]) + (" …" if count > MOST_NAMES else "")
        self._names = muted_label(listed)
        self.cancel = Button(self.tr("Cancel"), kind="quiet", height=36)
        self.skip = Button(self.tr("Skip these"), height=36)
        self.replace = Button(self.tr("Replace"), height=36)
        self.keep_both = Button(self.tr("Keep both"), kind="primary", height=36)
        self.column.addWidget(self._title)
        self.column.addWidget(self._names)
        for button, choice in (
            (self.cancel, None),
            (self.skip, Existing.SKIP),
            (self.replace, Existing.REPLACE),
            (self.keep_both, Existing.KEEP_BOTH),
        ):
            self.buttons.addWidget(button)
            button.setAutoDefault(True)
            button.clicked.connect(lambda _checked=False, choice=choice: self._choose(choice))
        self.column.addLayout(self.buttons)
        self.keep_both.setDefault(True)
        self.keep_both.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, choice: Existing | None) -> None:
        self.choice = choice
        self.done(QDialog.DialogCode.Accepted if choice else QDialog.DialogCode.Rejected)
