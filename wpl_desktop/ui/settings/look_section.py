"""The language, the words and the colours of the program, and when it locks itself."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from wpl_desktop.services import content
from wpl_desktop.services.profile import ProfileValues
from wpl_desktop.ui import theme
from wpl_desktop.ui.language import language
from wpl_desktop.ui.settings.section import Section
from wpl_desktop.ui.widgets.buttons import Button
from wpl_desktop.ui.widgets.fields import Field
from wpl_desktop.ui.widgets.labels import muted_label
from wpl_desktop.ui.widgets.switch import SegmentedSwitch

# A language is offered by its own name.
_LANGUAGES: Final = (("nl", "Nederlands"), ("en", "English"))
_SHOWN_WORDS: Final = ("mentor", "institute_supervisor", "trialogue", "return_day")
IDLE_MINUTES: Final = (2, 5, 10, 20)


class LookSection(Section):
    """Language and words wait for the next unlock; colours change at once."""

    chosen = Signal()
    scheme_chosen = Signal(str)
    lock_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Language, words and colours"), icon="book", parent=parent)
        self._at_unlock: tuple[str, str] | None = None
        self.languages = SegmentedSwitch(_LANGUAGES, name=self.tr("Language of the program"))
        self.vocabularies = SegmentedSwitch(
            [(entry.key, entry.name[language()]) for entry in content.vocabularies()],
            name=self.tr("Words of your workplace"),
        )
        self.schemes = SegmentedSwitch(
            [
                ("system", self.tr("Like this computer")),
                ("light", self.tr("Light")),
                ("dark", self.tr("Dark")),
            ],
            name=self.tr("Colours"),
        )
        self._words = Field(self.tr("Words of your workplace"), self.vocabularies)
        self.later = muted_label("")
        self.lock_button = Button(self.tr("Lock now"), icon="lock")
        self._assemble()
        self.languages.chosen.connect(self._on_chosen)
        self.vocabularies.chosen.connect(self._on_chosen)
        self.schemes.chosen.connect(self._on_scheme)
        self.lock_button.clicked.connect(self.lock_requested)

    def show_values(self, values: ProfileValues) -> None:
        """Show the profile as it is kept; the first time that is also how the window was opened."""
        if self._at_unlock is None:
            self._at_unlock = (values.language, values.vocabulary)
        self.languages.set_value(values.language)
        self.vocabularies.set_value(values.vocabulary)
        self.schemes.set_value(theme.scheme())
        self._show_words()

    def merged(self, values: ProfileValues) -> ProfileValues:
        """`values` with what is chosen."""
        return replace(
            values,
            language=cast("str", self.languages.value()),
            vocabulary=cast("str", self.vocabularies.value()),
        )

    def _on_chosen(self) -> None:
        self._show_words()
        self.chosen.emit()

    def _on_scheme(self, scheme: object) -> None:
        theme.set_scheme(cast("theme.Scheme", scheme))
        self.scheme_chosen.emit(str(scheme))

    def _show_words(self) -> None:
        wanted = (str(self.languages.value()), str(self.vocabularies.value()))
        known = content.words(wanted[1], wanted[0])
        shown = ", ".join(known[key] for key in _SHOWN_WORDS if key in known)
        self._words.set_helper(self.tr("You then see: {words}.").format(words=shown))
        waits = wanted != self._at_unlock
        self.later.setText(
            self.tr("Kept. You see it from the next time you unlock.")
            if waits
            else self.tr("Another language or other words are seen from the next time you unlock.")
        )
        self.lock_button.setVisible(waits)

    def _assemble(self) -> None:
        later = QHBoxLayout()
        later.setSpacing(theme.scaled(16))
        later.addWidget(self.later, 1, Qt.AlignmentFlag.AlignVCenter)
        later.addWidget(self.lock_button, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addWidget(Field(self.tr("Language of the program"), self.languages))
        self.column.addWidget(self._words)
        self.column.addLayout(later)
        self.column.addWidget(Field(self.tr("Colours"), self.schemes))


class LockSection(Section):
    """How long nobody may use the program before it locks itself (P18)."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Locking"), icon="lock", parent=parent)
        self.minutes = SegmentedSwitch(
            [(minutes, self.tr("{minutes} minutes").format(minutes=minutes)) for minutes in IDLE_MINUTES],
            name=self.tr("Lock by itself after"),
        )
        self.column.addWidget(
            Field(
                self.tr("Lock by itself after"),
                self.minutes,
                helper=self.tr("Without key or mouse. Ctrl+L locks at once."),
            )
        )
        self.minutes.chosen.connect(self.chosen)

    def show_values(self, values: ProfileValues) -> None:
        """Show the profile as it is kept; another number of minutes leaves nothing chosen."""
        self.minutes.set_value(values.idle_minutes)

    def merged(self, values: ProfileValues) -> ProfileValues:
        """`values` with what is chosen."""
        chosen = self.minutes.value()
        return replace(values, idle_minutes=chosen) if isinstance(chosen, int) else values
