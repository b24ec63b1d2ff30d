"""The question before a round becomes final: what is missing and why, the response, names, and what happens then."""

from __future__ import annotations

import json
import uuid
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from wpl_desktop.domain.errors import DomainError, EnvironmentTrouble
from wpl_desktop.services.finalising import Gap
from wpl_desktop.texts import error_message, round_kind_name
from wpl_desktop.ui import theme
from wpl_desktop.ui.language import filled, language, translate
from wpl_desktop.ui.report_rendering import renderer
from wpl_desktop.ui.rounds.round_gaps import gap_words, mended_at, other_names_words
from wpl_desktop.ui.widgets.buttons import quiet_button
from wpl_desktop.ui.widgets.card import Card, Hint
from wpl_desktop.ui.widgets.fields import Field, MessageLine
from wpl_desktop.ui.widgets.form_dialog import FormDialog
from wpl_desktop.ui.widgets.labels import Label, muted_label, section_label
from wpl_desktop.ui.widgets.text_area import TextArea

if TYPE_CHECKING:
    from wpl_desktop.services.bundle import Services

WIDTH = 720
#: Under which name the reasons that were typed survive the lock.
DRAFT = "finalise"
_ALL = "all"
#: What a label above a field takes, with the gap below it.
_LABEL = 25


class GapRow(QWidget):
    """One gap in words, the way to mend it, and the reason why it may stay."""

    mend_requested = Signal()

    def __init__(self, gap: Gap) -> None:
        super().__init__()
        self.gap = gap
        why = QCoreApplication.translate("GapRow", "Why may this stay so?")
        self.reason = TextArea(name="", placeholder=why, least_lines=1, most_lines=4)
        self.field = Field(gap_words(gap), self.reason)
        self.mend = quiet_button(QCoreApplication.translate("GapRow", "Fill in"), icon="edit")
        self.mend.setAccessibleName(f"{self.mend.text()}, {self.field.label()}")
        self.mend.clicked.connect(self.mend_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.scaled(12))
        row.addWidget(self.field, 1)
        self._beside = QVBoxLayout()
        self._beside.addWidget(self.mend)
        self._beside.addStretch(1)
        row.addLayout(self._beside)

    def ask(self, asks: bool) -> None:
        """Whether a reason of its own is asked."""
        self.reason.setVisible(asks)
        # Beside the reason, or beside the sentence when that stands alone.
        self._beside.setContentsMargins(0, theme.scaled(_LABEL) if asks else 0, 0, 0)
        if not asks:
            self.field.set_error(None)


class FinaliseDialog(FormDialog):
    """Asks once; Cancel is the default. What stands in the way is said at its place."""

    open_requested = Signal(str, dict)

    def __init__(self, services: Services, *, round_id: uuid.UUID, parent: QWidget | None = None) -> None:
        super().__init__(parent, width=WIDTH)
        self._services = services
        self._round_id = round_id
        self._found = services.finalising.checklist(round_id)
        self._texts = services.evaluations.report_texts(round_id)
        self.setWindowTitle(self.tr("Make final"))
        self.rows = [GapRow(gap) for gap in self._found.gaps]
        self.same_reason = QCheckBox(self.tr("The same reason for all"))
        self.reason = TextArea(name="", least_lines=1, most_lines=4)
        self.reason_field = Field(self.tr("Why may this stay so?"), self.reason)
        self.no_response = QCheckBox(filled(self.tr("No response of the {student}")))
        self.response_message = MessageLine()
        self.texts_button = quiet_button(filled(self.tr("Write the response…")), icon="edit")
        self.names_seen = QCheckBox(self.tr("I looked at this"))
        self.names_message = MessageLine()
        self.primary.setText(self.tr("Make final"))
        self._assemble()
        self.finish()
        self._load()
        self._connect()

    def reasons(self) -> dict[str, str]:
        """The reason of each gap, by its key."""
        if self._is_same():
            return {row.gap.key: self.reason.text() for row in self.rows}
        return {row.gap.key: row.reason.text() for row in self.rows}

    def flush(self) -> bool:
        """Keep the reasons that were typed, before the window is locked; False when they could not be."""
        try:
            self._services.round_steps.keep_draft(self._round_id, DRAFT, self._draft())
        except (DomainError, EnvironmentTrouble):
            return False
        return True

    # Events

    def accept(self) -> None:
        """Make the round final; what is missing is said here and the dialog stays."""
        self._clear_errors()
        self._show_waiting(True)
        try:
            self._services.finalising.finalise(
                self._round_id,
                reasons=self.reasons(),
                names_seen=self.names_seen.isChecked(),
                language=language(),
                render=renderer(language()),
                origin=self,
            )
            self._services.round_steps.keep_draft(self._round_id, DRAFT, "")
        except (DomainError, EnvironmentTrouble) as error:
            self._show_waiting(False)
            self._show_error(error)
            return
        self._show_waiting(False)
        super().accept()

    def reject(self) -> None:
        """Leave it a draft; the reasons are there again when the dialog is opened."""
        self.flush()
        super().reject()

    # Slots

    def _on_same(self) -> None:
        same = self._is_same()
        if same and not self.reason.text():
            self.reason.set_text(next((row.reason.text() for row in self.rows if row.reason.text()), ""))
        self._show_reasons()
        (self.reason if same else self.rows[0].reason).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_no_response(self, ticked: bool) -> None:
        """The tick is part of the report: kept at once."""
        values = replace(self._texts, no_response=ticked)
        self.response_message.hide()
        try:
            self._services.evaluations.save_report_texts(self._round_id, values, origin=self)
        except (DomainError, EnvironmentTrouble) as error:
            self._say_at(self.response_message, error_message(error, translate))
            return
        self._texts = values

    def _on_mend(self, row: GapRow) -> None:
        self._go(*mended_at(row.gap, round_id=self._round_id))

    def _go(self, name: str, arguments: dict[str, object]) -> None:
        self.reject()
        self.open_requested.emit(name, arguments)

    # Building

    def _assemble(self) -> None:
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(Label(self._found.student_name, role="title"))
        heading = self.tr("Report of round {number}, {kind}, version {edition}").format(
            number=self._found.round_number,
            kind=round_kind_name(self._found.round_kind, translate),
            edition=self._found.edition,
        )
        head.addWidget(muted_label(heading))
        self.body.addLayout(head)
        if self.rows:
            self.body.addLayout(self._gaps())
        self.body.addLayout(self._response())
        self.names_part = self._names()
        self.body.addWidget(self.names_part)
        self.body.addWidget(self._what_happens())
        self.body.addStretch(1)

    def _gaps(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(theme.scaled(12))
        title = QVBoxLayout()
        title.setSpacing(0)
        title.addWidget(section_label(self.tr("What is still missing")))
        title.addWidget(
            muted_label(
                self.tr("Fill it in, or say why it may stay so. The reasons are printed with the report.")
            )
        )
        column.addLayout(title)
        column.addWidget(self.same_reason, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.reason_field)
        for row in self.rows:
            column.addWidget(row)
        return column

    def _response(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(theme.scaled(4))
        column.addWidget(section_label(filled(self.tr("Response of the {student}"))))
        response = self._texts.student_response.strip()
        if response:
            card = Card(padding=(10, 12))
            card.add(Label(response))
            column.addWidget(card)
        row = QHBoxLayout()
        row.addWidget(self.no_response, 1)
        row.addWidget(self.texts_button)
        column.addLayout(row)
        column.addWidget(self.response_message)
        if response:
            self.no_response.hide()
            self.texts_button.hide()
        return column

    def _names(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.scaled(8))
        lines = other_names_words(self._found.other_names)
        self.names_hint = Hint("\n".join(lines), icon="warning")
        column.addWidget(self.names_hint)
        self.names_hint.setVisible(bool(lines))
        column.addWidget(self.names_seen, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.names_message)
        return part

    def _what_happens(self) -> QWidget:
        return muted_label(
            self.tr(
                "From now on the round can be read but no longer changed. The report becomes version {edition}, "
                "without a draft mark and with a code on the paper; its PDF is kept as it is. "
                "Opening it again takes a reason."
            ).format(edition=self._found.edition)
        )

    # Internals

    def _load(self) -> None:
        kept = self._services.round_steps.draft(self._round_id, DRAFT)
        typed = cast("dict[str, str]", json.loads(kept)) if kept else {}
        for row in self.rows:
            row.reason.set_text(typed.get(row.gap.key, ""))
        self.reason.set_text(typed.get(_ALL, ""))
        self.same_reason.setChecked(_ALL in typed and len(self.rows) > 1)
        self.no_response.setChecked(self._texts.no_response)
        self.names_part.setVisible(bool(self._found.other_names))
        for message in (self.response_message, self.names_message):
            message.hide()
        self._show_reasons()
        if self._found.final:
            self.set_message(error_message(DomainError("round_final"), translate))
            self.primary.setEnabled(False)

    def _connect(self) -> None:
        for row in self.rows:
            row.mend_requested.connect(lambda row=row: self._on_mend(row))
        self.same_reason.toggled.connect(self._on_same)
        self.no_response.toggled.connect(self._on_no_response)
        self.texts_button.clicked.connect(lambda: self._go("report_texts", {"round_id": self._round_id}))
        # Nothing brings this draft back without a reason: Enter leaves it as it is until somebody moves.
        self.cancel.setDefault(True)
        for button in (self.cancel, self.primary):
            button.setAutoDefault(True)
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _is_same(self) -> bool:
        return self.same_reason.isChecked() and len(self.rows) > 1

    def _draft(self) -> str:
        """The reasons that were typed, as text; empty when there are none."""
        typed = {row.gap.key: row.reason.text() for row in self.rows if row.reason.text().strip()}
        if self._is_same():
            typed[_ALL] = self.reason.text()
        return json.dumps(typed) if typed else ""

    def _show_reasons(self) -> None:
        same = self._is_same()
        self.same_reason.setVisible(len(self.rows) > 1)
        self.reason_field.setVisible(same)
        for row in self.rows:
            row.ask(not same)

    def _show_waiting(self, waiting: bool) -> None:
        """The PDF is written now: say so before it begins."""
        self.primary.setText(self.tr("One moment…") if waiting else self.tr("Make final"))
        self.primary.setEnabled(not waiting)
        self.cancel.setEnabled(not waiting)
        if waiting:
            QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
            self.bar.repaint()
        else:
            QGuiApplication.restoreOverrideCursor()

    def _clear_errors(self) -> None:
        self.set_message("")
        for field in (self.reason_field, *(row.field for row in self.rows)):
            field.set_error(None)
        for message in (self.response_message, self.names_message):
            message.hide()

    def _show_error(self, error: DomainError | EnvironmentTrouble) -> None:
        message = error_message(error, translate)
        code = error.code
        if code == "reason_missing":
            self._show_missing_reasons(message)
        elif code == "response_missing":
            self._say_at(self.response_message, message)
            self.no_response.setFocus(Qt.FocusReason.OtherFocusReason)
        elif code == "names_not_checked":
            self.names_part.show()
            self._say_at(self.names_message, message)
            self.names_seen.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.set_message(message)

    def _show_missing_reasons(self, message: str) -> None:
        """At every gap without a reason, not only at the first."""
        fields = [self.reason_field] if self._is_same() else []
        fields += [row.field for row in self.rows if not fields and not row.reason.text().strip()]
        for field in fields:
            field.set_error(message)
        if fields:
            fields[0].editor.setFocus(Qt.FocusReason.OtherFocusReason)
            self.show_field(fields[0])

    def _say_at(self, line: MessageLine, text: str) -> None:
        line.set_text(text)
        line.show()
        self.grow()
        self.show_field(line)
