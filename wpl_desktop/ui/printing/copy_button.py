"""The button that puts the words of the report, or of one section, on the clipboard."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from wpl_desktop.domain.evaluation_report import EvaluationReport
from wpl_desktop.ui.language import translator_for
from wpl_desktop.ui.widgets.buttons import Button


class CopyButton(Button):
    """Opens a list of the sections of the report shown; each is copied as plain text, for another program's form."""

    copied = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", kind="quiet", icon="copy", parent=parent)
        self.setText(self.tr("Copy as text"))
        self._report: EvaluationReport | None = None
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)

    def set_report(self, report: EvaluationReport | None) -> None:
        """Copy from this report from now on; None while there is none."""
        self._report = report

    def _fill(self) -> None:
        """List the sections of the report as it is now."""
        from wpl_desktop.reports.evaluation_text import sections, whole_text

        self._menu.clear()
        report = self._report
        if report is None:
            return
        translate = translator_for(report.language)
        everything = self.tr("The whole report")
        self._add(everything, whole_text(report, translate))
        self._menu.addSeparator()
        for section in sections(report, translate):
            self._add(section.title, section.text)

    def _add(self, title: str, text: str) -> None:
        def copy() -> None:
            QGuiApplication.clipboard().setText(text)
            self.copied.emit(title)

        # An ampersand would underline the letter after it.
        self._menu.addAction(title.replace("&", "&&")).triggered.connect(copy)
