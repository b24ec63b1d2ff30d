"""One party says on this screen that the report was seen and discussed, or that they do not sign (6.4)."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from wpl_desktop.domain.errors import DomainError, EnvironmentTrouble
from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.domain.people import Party
from wpl_desktop.domain.words import capital
from wpl_desktop.services import content
from wpl_desktop.services.finalising import SignatoryRow
from wpl_desktop.texts import error_message, party_name, role_name
from wpl_desktop.ui import theme
from wpl_desktop.ui.language import clock_time, language, long_day, translate, words
from wpl_desktop.ui.perspectives import SHAPES
from wpl_desktop.ui.rounds.round_words import round_heading
from wpl_desktop.ui.widgets.buttons import quiet_button
from wpl_desktop.ui.widgets.card import Hint
from wpl_desktop.ui.widgets.fields import Field, FormLayout
from wpl_desktop.ui.widgets.form_dialog import FormDialog
from wpl_desktop.ui.widgets.labels import Label, muted_label
from wpl_desktop.ui.widgets.shapes import ShapeMark
from wpl_desktop.ui.widgets.switch import SegmentedSwitch
from wpl_desktop.ui.widgets.text_area import TextArea

if TYPE_CHECKING:
    from wpl_desktop.services.bundle import Services

WIDTH = 600


class SignatureDialog(FormDialog):
    """One at a time, in turn; what was said can be read afterwards and taken back."""

    # Those who sign one after the other sit in the same place; it is forgotten with the session.
    _last_place: ClassVar[str] = ""

    def __init__(
        self,
        services: Services,
        *,
        round_id: uuid.UUID,
        party: Party,
        refused: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, width=WIDTH)
        self._services = services
        self._round_id = round_id
        self._party = party
        self._view = services.round_steps.view(round_id)
        self._row = next(
            (row for row in services.finalising.signatories(round_id) if row.party is party),
            SignatoryRow(party=party, name="", role=None, statement=None),
        )
        self.said = SegmentedSwitch(
            [(False, self.tr("Seen and discussed"), "check"), (True, self.tr("I do not sign"), "close")],
            name=self.tr("What this person says"),
            value=refused,
        )
        self.sentence = Label("", role="strong")
        self.name = QLineEdit()
        self.role = QLineEdit()
        self.place = QLineEdit()
        self.reason = TextArea(name="", least_lines=2, most_lines=5)
        self.statement = Label("")
        self.take_back = quiet_button(self.tr("Take back"), icon="undo")
        self.nature = Hint(
            self.tr(
                "This is a record in this program, with date and time. It is no (qualified) electronic signature. "
                "Whoever wants that signs the printed report with a pen."
            )
        )
        self._form = FormLayout()
        self._fields = QWidget()
        self._assemble()
        self.finish()
        self._load()
        self._connect()

    def is_said(self) -> bool:
        """Whether this party has said something about this version already."""
        return self._row.statement is not None

    def has_unsaved(self) -> bool:
        """Whether leaving would lose a reason that was typed."""
        return not self.is_said() and self._refuses() and bool(self.reason.text().strip())

    def field_error(self, name: str) -> str | None:
        """What stands below a field (`name`, `place`, `reason`), None when nothing does."""
        return self._form.field(name).error()

    # Events

    def accept(self) -> None:
        """Record it with date and time; what is missing is said at its field."""
        if self.is_said():
            super().accept()
            return
        self._form.set_errors({})
        self.set_message("")
        try:
            self._services.finalising.sign(
                self._round_id,
                party=self._party,
                name=self.name.text(),
                role=self.role.text(),
                place=self.place.text(),
                is_refused=self._refuses(),
                reason=self.reason.text() if self._refuses() else "",
                origin=self,
            )
        except (DomainError, EnvironmentTrouble) as error:
            self._show_error(error)
            return
        SignatureDialog._last_place = self.place.text().strip()
        super().accept()

    # Slots

    def _show_choice(self) -> None:
        refuses = self._refuses()
        self._show_title(refuses=refuses)
        self.sentence.setText(
            self.tr("I do not sign this report. That is recorded and blocks nothing.")
            if refuses
            else f"“{self._sentence_words()}”"
        )
        self._form.field("reason").setVisible(refuses)
        self.primary.setText(self.tr("Record") if refuses else self.tr("I have seen and discussed this"))
        self._form.set_errors({})

    def _on_take_back(self) -> None:
        try:
            self._services.finalising.withdraw_signature(self._round_id, party=self._party, origin=self)
        except (DomainError, EnvironmentTrouble) as error:
            self.set_message(error_message(error, translate))
            return
        super().accept()

    # Internals

    def _assemble(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.scaled(12))
        mark = ShapeMark(SHAPES[Perspective(self._party.value)], size=theme.scaled(16))
        head.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(Label(capital(party_name(self._party, translate, words())), role="title"))
        texts.addWidget(muted_label(f"{self._view.student_name}, {round_heading(self._view)}"))
        head.addLayout(texts, 1)
        self.body.addLayout(head)
        self.body.addWidget(self.said, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.sentence)
        self.body.addWidget(self.statement)
        self._form.add_field("name", self.tr("Name"), self.name)
        self._form.add_fields(
            {
                "role": Field(self.tr("Function"), self.role),
                "place": Field(self.tr("Place"), self.place),
            }
        )
        self._form.add_field(
            "reason",
            self.tr("Reason"),
            self.reason,
            helper=self.tr("In the words of who does not sign. It is printed with the report."),
        )
        self._form.setContentsMargins(0, 0, 0, 0)
        self._fields.setLayout(self._form)
        self.body.addWidget(self._fields)
        self.body.addWidget(self.nature)
        self.body.addStretch(1)
        self.bar.left.addWidget(self.take_back)

    def _load(self) -> None:
        said = self._row.statement
        self.take_back.setVisible(said is not None)
        self.said.setVisible(said is None)
        self._fields.setVisible(said is None)
        self.sentence.setVisible(said is None)
        self.statement.setVisible(said is not None)
        if said is not None:
            self._show_title(refuses=said.refused)
            self.statement.setText(self._statement_words())
            self.primary.setText(self.tr("Close"))
            self.cancel.hide()
            return
        self.name.setText(self._row.name)
        self.role.setText("" if self._row.role is None else role_name(self._row.role, translate, words()))
        self.place.setText(SignatureDialog._last_place)
        self._show_choice()
        (self.reason if self._refuses() else self.place).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_title(self, *, refuses: bool) -> None:
        self.setWindowTitle(self.tr("Does not sign") if refuses else self.tr("Sign on the screen"))

    def _sentence_words(self) -> str:
        """The sentence above the signature of this party (6.4)."""
        vocabulary = self._services.profile.values().vocabulary
        return content.signature_sentence(self._party.value, language(), vocabulary=vocabulary)

    def _statement_words(self) -> str:
        said = self._row.statement
        if said is None:
            return ""
        moment = f"{long_day(said.said_at.date())}, {clock_time(said.said_at)}"
        who = ", ".join(part for part in (said.name, said.role, said.place) if part)
        if said.refused:
            what = self.tr("Does not sign: {reason}").format(reason=said.reason)
        else:
            what = self.tr("Seen and discussed on this screen.")
        return f"{what}\n{who}\n{moment}"

    def _connect(self) -> None:
        self.said.chosen.connect(self._on_choice)
        self.take_back.clicked.connect(self._on_take_back)

    def _on_choice(self) -> None:
        self._show_choice()
        self.grow()

    def _refuses(self) -> bool:
        return self.said.value() is True

    def _show_error(self, error: DomainError | EnvironmentTrouble) -> None:
        message = error_message(error, translate)
        if isinstance(error, DomainError) and error.field in {"name", "place", "reason"}:
            self._form.set_errors({error.field: message})
            self.show_field(self._form.field(error.field))
        else:
            self.set_message(message)
