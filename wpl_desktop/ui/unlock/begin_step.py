"""The first step of the first run: what to begin with, in which language and in which words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from wpl_desktop.services import content
from wpl_desktop.ui import theme
from wpl_desktop.ui.unlock.answers import Answers, Choice
from wpl_desktop.ui.unlock.step import Step
from wpl_desktop.ui.widgets.fields import Field
from wpl_desktop.ui.widgets.option_list import Option, OptionList
from wpl_desktop.ui.widgets.switch import SegmentedSwitch

# A language is offered by its own name.
_LANGUAGES = (("nl", "Nederlands"), ("en", "English"))
_SHOWN_WORDS = ("mentor", "institute_supervisor", "trialogue", "return_day")


class BeginStep(Step):
    """Three ways to begin; language and words count for all of them."""

    language_chosen = Signal(str)

    def __init__(self, *, place: str, parent: QWidget | None = None) -> None:
        super().__init__(place=place, parent=parent)
        self.set_title(self.tr("Welcome. What do you want to begin with?"))
        self._language = ""
        self.options = OptionList(
            [
                Option(
                    value="new",
                    title=self.tr("Make a new profile"),
                    subtitle=self.tr(
                        "For your own students. You choose a passphrase and print a recovery sheet."
                    ),
                    icon="plus",
                ),
                Option(
                    value="demo",
                    title=self.tr("Look at the demo year first"),
                    subtitle=self.tr("Made-up students in a school year. There is nothing to set up."),
                    icon="book",
                ),
                Option(
                    value="restore",
                    title=self.tr("Put a back-up back"),
                    subtitle=self.tr("From another computer or from a USB stick of the school."),
                    icon="restore",
                ),
            ],
            name=self.tr("What to begin with"),
            kind="cards",
        )
        self.languages = SegmentedSwitch(_LANGUAGES, name=self.tr("Language"))
        self.vocabularies = SegmentedSwitch(
            [(entry.key, "") for entry in content.vocabularies()], name=self.tr("Words of your workplace")
        )
        self._words = Field(self.tr("Words of your workplace"), self.vocabularies)
        self._switches = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._assemble()
        self.languages.chosen.connect(self._on_language)
        self.vocabularies.chosen.connect(self._show_words)

    def load(self, answers: Answers) -> None:
        self._language = answers.language
        self.options.set_value(answers.choice)
        self.languages.set_value(answers.language)
        for entry in content.vocabularies():
            self.vocabularies.set_text(entry.key, entry.name[answers.language])
        self.vocabularies.set_value(answers.vocabulary)
        self._show_words()

    def store(self, answers: Answers) -> None:
        answers.choice = cast("Choice", self.options.value())
        answers.language = str(self.languages.value())
        answers.vocabulary = str(self.vocabularies.value())

    def focus_first(self) -> None:
        self.options.setFocus(Qt.FocusReason.TabFocusReason)

    def focus_language(self) -> None:
        """Put the focus back on the switch after the window changed its language."""
        self.languages.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_language(self, language: object) -> None:
        if language != self._language:
            self.language_chosen.emit(str(language))

    def _show_words(self) -> None:
        words: Mapping[str, str] = content.words(str(self.vocabularies.value()), self._language)
        shown = ", ".join(words[key] for key in _SHOWN_WORDS if key in words)
        self._words.set_helper(self.tr("You then see: {words}.").format(words=shown))

    def _assemble(self) -> None:
        self.column.addSpacing(theme.scaled(4))
        self.column.addWidget(self.options)
        self._switches.setContentsMargins(0, theme.scaled(16), 0, 0)
        self._switches.setSpacing(theme.scaled(24))
        self._switches.addWidget(Field(self.tr("Language"), self.languages), 0, Qt.AlignmentFlag.AlignTop)
        self._switches.addSpacing(theme.scaled(24))
        self._switches.addWidget(self._words, 1, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(self._switches)
        self.column.addStretch(1)
