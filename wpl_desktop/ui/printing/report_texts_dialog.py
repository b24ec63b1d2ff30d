"""What is written once per round for its report: three sentences, the advice and the student's response."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from wpl_desktop.domain.errors import DomainError, EnvironmentTrouble
from wpl_desktop.domain.evaluations import RoundKind
from wpl_desktop.services.evaluations import ReportTexts
from wpl_desktop.texts import error_message
from wpl_desktop.ui import theme
from wpl_desktop.ui.language import filled, translate
from wpl_desktop.ui.printing.options_panel import form_title
from wpl_desktop.ui.printing.selection import form_of
from wpl_desktop.ui.widgets.action_bar import ActionBar
from wpl_desktop.ui.widgets.buttons import Button
from wpl_desktop.ui.widgets.fields import Field, IconMark, MessageLine
from wpl_desktop.ui.widgets.labels import Label, muted_label, section_label
from wpl_desktop.ui.widgets.text_area import TextArea

if TYPE_CHECKING:
    from wpl_desktop.services.bundle import Services

# Texts are kept within two seconds after the first change that was not kept yet.
AUTOSAVE_MILLISECONDS = 1500


class ReportTextsDialog(QDialog):
    """Keeps what is typed by itself; of a final round everything can be read and nothing changed."""

    def __init__(self, services: Services, *, parent: QWidget | None = None, round_id: uuid.UUID) -> None:
        super().__init__(parent)
        self._services = services
        self._round_id = round_id
        self._choice = next(
            (found for found in services.reporting.choices() if found.round_id == round_id), None
        )
        self._saved_values: ReportTexts | None = None
        self._may_lose = False
        self.setWindowTitle(self.tr("Texts of the report"))
        self.strong = TextArea(name="", least_lines=2, most_lines=5)
        self.grown = TextArea(name="", least_lines=2, most_lines=5)
        self.next_step = TextArea(name="", least_lines=2, most_lines=5)
        self.advice = TextArea(name="", least_lines=3, most_lines=8)
        self.response = TextArea(name="", least_lines=3, most_lines=8)
        self.no_response = QCheckBox(self.tr("No response"))
        self._advice_apart = MessageLine(icon="info")
        self._advice_apart.set_text(
            self.tr(
                "Coach and assessor are apart here: the assessor gives the advice in a report of their own."
            )
        )
        self._read_only = MessageLine(icon="lock")
        self._state = MessageLine()
        self._saved_mark = IconMark("check", size=16)
        self._saved = Label(role="secondary", tone="muted", wrap=False)
        self.close_button = Button(self.tr("Close"), kind="primary", height=36)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AUTOSAVE_MILLISECONDS)
        self._assemble()
        self._load()
        self._connect()
        # As large as needed, never larger than the screen it is on.
        room = self.screen().availableSize()
        self.resize(min(theme.scaled(640), room.width() - 32), min(theme.scaled(720), room.height() - 64))

    def values(self) -> ReportTexts:
        """What stands in the fields."""
        return ReportTexts(
            strong=self.strong.text(),
            grown=self.grown.text(),
            next_step=self.next_step.text(),
            advice=self.advice.text(),
            student_response=self.response.text(),
            no_response=self.no_response.isChecked(),
        )

    def error(self) -> str:
        """What went wrong while saving, as it is shown; empty when nothing did."""
        return self._state.text()

    def saved_text(self) -> str:
        """What the foot says about saving."""
        return self._saved.text()

    def is_read_only(self) -> bool:
        """Whether the round is final, so that the texts can only be read."""
        return self._choice is None or self._choice.final

    def flush(self) -> bool:
        """Keep what was typed, before the window is locked; False when it could not be."""
        return self._save()

    # Events

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._save() or self._may_lose:
            super().closeEvent(event)
        else:
            self._offer_to_lose()
            event.ignore()

    # Slots

    def accept(self) -> None:
        """Keep what was typed and close; stays open when it could not be kept."""
        if self._save() or self._may_lose:
            super().accept()
        else:
            self._offer_to_lose()

    def reject(self) -> None:
        """Escape closes too: everything was kept while it was typed."""
        self.accept()

    def _on_changed(self) -> None:
        self._show_response()
        self._saved.setText("")
        self._saved_mark.hide()
        if not self._timer.isActive():
            self._timer.start()

    def _save(self) -> bool:
        """Keep what was typed; False when that was not possible."""
        self._timer.stop()
        values = self.values()
        if self.is_read_only() or values == self._saved_values:
            return True
        try:
            self._services.evaluations.save_report_texts(self._round_id, values, origin=self)
        except (DomainError, EnvironmentTrouble) as error:
            self._state.set_text(error_message(error, translate))
            self._state.show()
            return False
        self._saved_values = values
        self._may_lose = False
        self._state.set_text("")
        self._state.hide()
        self.close_button.setText(self.tr("Close"))
        self._saved.setText(self.tr("Saved"))
        self._saved_mark.show()
        return True

    # Internals

    def _assemble(self) -> None:
        trouble = QHBoxLayout()
        trouble.setContentsMargins(theme.scaled(24), theme.scaled(4), theme.scaled(24), theme.scaled(4))
        trouble.addWidget(self._state)
        foot = ActionBar()
        foot.left.addWidget(self._saved_mark)
        foot.left.addWidget(self._saved)
        foot.right.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scrolling(self._form()), 1)
        column.addLayout(trouble)
        column.addWidget(foot)

    def _form(self) -> QWidget:
        form = QWidget()
        column = QVBoxLayout(form)
        margin = theme.scaled(24)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(theme.scaled(16))
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(Label(self._choice.student_name if self._choice else "", role="section"))
        head.addWidget(muted_label(self._subtitle()))
        column.addLayout(head)
        column.addWidget(self._read_only)
        column.addWidget(
            muted_label(
                self.tr(
                    "Nothing about health, family, origin or belief. Write down a measure, not a diagnosis: "
                    "“20 minutes of extra preparation time”."
                )
            )
        )
        column.addWidget(section_label(self.tr("Three sentences")))
        column.addWidget(Field(self.tr("Strong"), self.strong))
        column.addWidget(Field(self.tr("Grown"), self.grown))
        column.addWidget(Field(self.tr("Next step"), self.next_step))
        self._advice_field = Field(
            self.tr("Advice"),
            self.advice,
            helper=self.tr("No mark, no passed or failed: the programme decides."),
        )
        column.addWidget(self._advice_field)
        column.addWidget(self._advice_apart)
        self._response_field = Field(
            filled(self.tr("Response of the {student}")),
            self.response,
            helper=filled(self.tr("In the {student}'s own words. Nobody else changes them.")),
        )
        column.addWidget(self._response_field)
        column.addWidget(self.no_response)
        column.addStretch(1)
        return form

    def _scrolling(self, form: QWidget) -> QScrollArea:
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setWidget(form)
        return area

    def _subtitle(self) -> str:
        if self._choice is None:
            return ""
        return self.tr("{report}, round {number}").format(
            report=form_title(form_of(self._choice)), number=self._choice.round_number
        )

    def _load(self) -> None:
        texts = self._services.evaluations.report_texts(self._round_id)
        self.strong.set_text(texts.strong)
        self.grown.set_text(texts.grown)
        self.next_step.set_text(texts.next_step)
        self.advice.set_text(texts.advice)
        self.response.set_text(texts.student_response)
        self.no_response.setChecked(texts.no_response)
        self._saved_values = self.values()
        # Only the final form has an advice (6.2: 12), and where the assessor is apart it is not the coach's (0.1).
        has_advice = self._choice is not None and self._choice.kind is RoundKind.FINAL
        self._advice_field.setVisible(has_advice and not texts.advice_apart)
        self._advice_apart.setVisible(has_advice and texts.advice_apart)
        read_only = self.is_read_only()
        self._read_only.set_text(
            self.tr("This round is final: you can read the texts, not change them.") if read_only else ""
        )
        self._read_only.setVisible(read_only)
        for area in (self.strong, self.grown, self.next_step, self.advice, self.response):
            area.setReadOnly(read_only)
        self._state.hide()
        self._saved_mark.setVisible(False)
        if not read_only:
            self._saved.setText(self.tr("What you write here saves itself."))
        self._show_response()
        (self.close_button if read_only else self.strong).setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        for area in (self.strong, self.grown, self.next_step, self.advice, self.response):
            area.textChanged.connect(self._on_changed)
        self.no_response.toggled.connect(self._on_changed)
        self._timer.timeout.connect(self._save)
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)

    def _show_response(self) -> None:
        """Words and the tick exclude each other; each one says why it cannot be used."""
        has_words = bool(self.response.text().strip())
        if has_words and self.no_response.isChecked():
            self.no_response.setChecked(False)
        self.no_response.setEnabled(not has_words and not self.is_read_only())
        self.no_response.setToolTip(self.tr("There is a response.") if has_words else "")
        self.response.setEnabled(not self.no_response.isChecked())

    def _offer_to_lose(self) -> None:
        self._may_lose = True
        self.close_button.setText(self.tr("Close without saving"))
