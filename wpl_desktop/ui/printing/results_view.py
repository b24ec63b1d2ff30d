"""What became of the reports of all students: who has one now, and who has not and why."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wpl_desktop.texts import error_message
from wpl_desktop.ui import theme
from wpl_desktop.ui.language import filled, translate
from wpl_desktop.ui.printing.all_reports import written_words
from wpl_desktop.ui.printing.batch import BatchResult, Ending, Outcome
from wpl_desktop.ui.printing.light_list import LightList, LightRow
from wpl_desktop.ui.printing.pdf_file import FileNotWrittenError
from wpl_desktop.ui.printing.report_output import trouble_words
from wpl_desktop.ui.widgets.buttons import Button
from wpl_desktop.ui.widgets.labels import Label, muted_label


class ResultsView(QWidget):
    """A list that stays until the preview is asked for again; who has no report stands first."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label(role="section")
        self.place = muted_label("")
        self.back = Button(self.tr("Back to the preview"), icon="chevron-left")
        self.list = LightList(name=self.tr("What was written and what was not"), mark="icon")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.place)
        head = QHBoxLayout()
        head.setSpacing(theme.scaled(12))
        head.addLayout(words, 1)
        head.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.scaled(12))
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        self.back.clicked.connect(self.closed)

    def show_result(self, result: BatchResult) -> None:
        """List how it ended for everybody."""
        self.title.setText(written_words(result))
        files = [outcome.file for outcome in result.outcomes if outcome.file is not None]
        self.place.setText(self.tr("In {folder}").format(folder=files[0].parent) if files else "")
        self.place.setVisible(bool(files))
        in_order = sorted(result.outcomes, key=lambda outcome: outcome.ending is Ending.WRITTEN)
        self.list.set_rows([_row(number, outcome) for number, outcome in enumerate(in_order)])
        self.list.end_with_last_row()

    def tab_stops(self) -> list[QWidget]:
        """What takes the focus, in reading order."""
        return [self.back, self.list]


def _row(number: int, outcome: Outcome) -> LightRow:
    return LightRow(
        value=number,
        title=outcome.student_name,
        second=_words(outcome),
        icon={
            Ending.WRITTEN: "check",
            Ending.THERE_ALREADY: "file",
            Ending.NO_ROUND: "info",
            Ending.EMPTY: "info",
        }.get(outcome.ending, "warning"),
    )


def _words(outcome: Outcome) -> str:
    """The file, or why there is none."""
    if isinstance(outcome.error, FileNotWrittenError):
        return QCoreApplication.translate("ResultsView", "Not written. {why}").format(
            why=trouble_words(outcome.error.trouble)
        )
    if outcome.error is not None:
        return QCoreApplication.translate("ResultsView", "Not written. {why}").format(
            why=error_message(outcome.error, translate)
        )
    name = outcome.file.name if outcome.file is not None else ""
    return {
        Ending.WRITTEN: name,
        Ending.THERE_ALREADY: QCoreApplication.translate(
            "ResultsView", "Skipped: {file} was there already."
        ).format(file=name),
        Ending.NO_ROUND: filled(
            QCoreApplication.translate("ResultsView", "Skipped: this {student} has no such round.")
        ),
        Ending.EMPTY: QCoreApplication.translate(
            "ResultsView", "Skipped: in this round nothing has been filled in yet."
        ),
        Ending.STOPPED: QCoreApplication.translate("ResultsView", "Not made: it was stopped before."),
    }.get(outcome.ending, "")
