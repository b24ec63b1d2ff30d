"""The right of the printing page: the preview, what stands in its place, or what became of all reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from wpl_desktop.ui import theme
from wpl_desktop.ui.language import day_with_year
from wpl_desktop.ui.printing.batch import BatchResult
from wpl_desktop.ui.printing.documents import ReportFile
from wpl_desktop.ui.printing.preview import Preview
from wpl_desktop.ui.printing.results_view import ResultsView
from wpl_desktop.ui.widgets.buttons import Button
from wpl_desktop.ui.widgets.card import Hint
from wpl_desktop.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from wpl_desktop.services.finalising import VersionRow


class ReportArea(QStackedWidget):
    """Shows one thing at a time; an empty state says what to do next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preview = Preview()
        self.warning = Hint("", icon="warning")
        self.superseded = Hint("", icon="warning")
        self.to_current = Button(self.tr("Show the newest"), kind="quiet", icon="chevron-right")
        self.superseded.add(self.to_current)
        self.superseded.column.setAlignment(self.to_current, Qt.AlignmentFlag.AlignLeft)
        self.no_round = EmptyState("", action=self.tr("Open a round…"), icon="evaluations")
        self.nothing_yet = EmptyState(
            self.tr(
                "In this round nothing has been filled in yet. A report shows what somebody scored or wrote."
            ),
            action=self.tr("To the score sheet"),
            icon="evaluations",
        )
        self.no_report = EmptyState("")
        self.results = ResultsView()
        self._shown = QWidget()
        column = QVBoxLayout(self._shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.scaled(12))
        column.addWidget(self.superseded)
        column.addWidget(self.warning)
        column.addWidget(self.preview, 1)
        self.superseded.hide()
        self.warning.hide()
        self._tops = {empty: at_top(empty) for empty in (self.no_round, self.nothing_yet, self.no_report)}
        for widget in (self._shown, *self._tops.values(), self.results):
            self.addWidget(widget)

    def show_preview(self) -> None:
        """Show the sheets of paper."""
        self.setCurrentWidget(self._shown)

    def show_instead(self, empty: EmptyState) -> None:
        """Say in the place of the preview why there is none."""
        self.preview.forget()
        self.setCurrentWidget(self._tops[empty])

    def show_no_round(self, name: str, *, joint: bool) -> None:
        """Say that there is no round to print; who looks along sees none before it is put side by side (R5)."""
        words = self.tr("{name} has no round yet. A report shows one round.")
        if joint:
            words = self.tr(
                "A report of {name} comes here once the levels of its round are put side by side."
            )
        self.no_round.set_text(words.format(name=name))
        self.no_round.button.setVisible(not joint)
        self.show_instead(self.no_round)

    def show_results(self, result: BatchResult) -> None:
        """List what became of the reports of all students."""
        self.results.show_result(result)
        self.setCurrentWidget(self.results)

    def show_missing(self, file: ReportFile) -> None:
        """Say which characters stand as a box on the paper, because no font has them."""
        self.warning.setVisible(bool(file.missing))
        if file.missing:
            self.warning.set_text(
                self.tr(
                    "No font here has these characters; the paper shows a box instead: {characters}"
                ).format(characters=", ".join(f"{sign} (U+{ord(sign):04X})" for sign in file.missing))
            )

    def show_superseded(self, version: VersionRow | None) -> None:
        """Say that what is shown is an older version that no longer holds; None for the one that does."""
        self.superseded.setVisible(version is not None)
        if version is None:
            return
        reopened = version.reopened_at or version.finalised_at
        words = self.tr(
            "Version {number} of {day} no longer holds: the round was opened again on {reopened}."
        )
        self.superseded.set_text(
            words.format(
                number=version.edition,
                day=day_with_year(version.finalised_at.date()),
                reopened=day_with_year(reopened.date()),
            )
        )

    def tab_stops(self) -> list[QWidget]:
        """What takes the focus, in reading order."""
        return [
            self.no_round.button,
            self.nothing_yet.button,
            self.to_current,
            *self.preview.tab_stops(),
            *self.results.tab_stops(),
        ]


def at_top(widget: QWidget) -> QWidget:
    """A column with the widget at its top and nothing below."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(widget)
    column.addStretch(1)
    return holder
