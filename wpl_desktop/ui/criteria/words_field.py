"""One text in several languages, side by side: to be read, or to be written."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import partial
from itertools import pairwise
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wpl_desktop.domain.criteria_content import Path
from wpl_desktop.domain.words import LANGUAGES
from wpl_desktop.ui import theme
from wpl_desktop.ui.criteria.content_words import language_name
from wpl_desktop.ui.style import ERROR_PROPERTY
from wpl_desktop.ui.widgets.buttons import IconButton
from wpl_desktop.ui.widgets.fields import MessageLine
from wpl_desktop.ui.widgets.labels import Label, muted_label
from wpl_desktop.ui.widgets.text_area import TextArea

COLUMN_GAP: Final = 16


class WordsField(QWidget):
    """A label, and below it one column a language; what may be taken out has a button beside its label."""

    changed = Signal(str, str)
    removal_requested = Signal()

    def __init__(
        self,
        label: str,
        words: Mapping[str, str],
        *,
        path: Path,
        editable: bool,
        removable: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """A field for the text at `path`; `removable` names the button that takes it out, empty: there is none."""
        super().__init__(parent)
        self.path = path
        self._name = label
        self._words = dict(words)
        self._editable = editable
        self._label = Label(label, role="button" if editable else "secondary_strong")
        self.remove_button = IconButton("trash", name=removable) if removable else None
        self.editors: dict[str, TextArea] = {}
        # Made when a language is first shown: a criterion has two dozen texts in each.
        self._columns: dict[str, QWidget] = {}
        self._downs: dict[str, QVBoxLayout] = {}
        self._messages: dict[str, MessageLine] = {}
        self._helpers: dict[str, Label] = {}
        self._errors: dict[str, str] = {}
        self._advice: dict[str, str] = {}
        self._row = QHBoxLayout()
        self._row.setSpacing(theme.scaled(COLUMN_GAP))
        self._assemble()

    def label(self) -> str:
        """The text of the label."""
        return self._label.text()

    def set_languages(self, languages: Collection[str]) -> None:
        """Show the columns of these languages."""
        for place, language in enumerate(LANGUAGES):
            if language in languages and language not in self._columns:
                before = sum(other in self._columns for other in LANGUAGES[:place])
                self._columns[language] = self._column(language)
                self._row.insertWidget(before, self._columns[language], 1)
                self._columns[language].show()
                self._set_tab_order()
                self._say(language)
            elif language in self._columns:
                self._columns[language].setVisible(language in languages)

    def set_error(self, language: str, text: str) -> None:
        """Say what is wrong with one text; empty: nothing."""
        if self._errors.get(language, "") != text:
            self._errors[language] = text
            self._say(language)

    def error(self, language: str) -> str:
        """What is said to be wrong with one text."""
        return self._errors.get(language, "")

    def set_helper(self, language: str, text: str) -> None:
        """Give advice below one text; empty: none."""
        if self._advice.get(language, "") != text:
            self._advice[language] = text
            self._say(language)

    def _set_tab_order(self) -> None:
        """Columns come later than the rest of the form: for the Tab key they stand where they are seen."""
        order: list[QWidget] = [self, *(self.editors[name] for name in LANGUAGES if name in self.editors)]
        if self.remove_button is not None:
            order.append(self.remove_button)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _say(self, language: str) -> None:
        """Show what is wrong and what is advised, where the text is shown."""
        editor = self.editors.get(language)
        if editor is None:
            return
        error, advice = self._errors.get(language, ""), self._advice.get(language, "")
        down = self._downs[language]
        if error and language not in self._messages:
            self._messages[language] = MessageLine()
            down.addWidget(self._messages[language])
        if advice and language not in self._helpers:
            self._helpers[language] = muted_label("")
            down.addWidget(self._helpers[language])
        if language in self._messages:
            self._messages[language].set_text(error)
            self._messages[language].setVisible(bool(error))
        if language in self._helpers:
            self._helpers[language].setText(advice)
            self._helpers[language].setVisible(bool(advice))
        editor.setProperty(ERROR_PROPERTY, bool(error))
        editor.setAccessibleDescription(error or advice)
        editor.update()

    def _column(self, language: str) -> QWidget:
        column = QWidget()
        down = self._downs[language] = QVBoxLayout(column)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(theme.scaled(4))
        down.setAlignment(Qt.AlignmentFlag.AlignTop)
        text = self._words.get(language, "")
        if self._editable:
            editor = TextArea(name=f"{self._name}, {language_name(language)}", most_lines=6)
            editor.set_text(text)
            editor.textChanged.connect(partial(self._on_changed, language))
            self.editors[language] = editor
            down.addWidget(editor)
        else:
            down.addWidget(Label(text or "–"))
        return column

    def _on_changed(self, language: str) -> None:
        self._words[language] = self.editors[language].text()
        self.changed.emit(language, self._words[language])

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.scaled(4))
        column.addWidget(self._label)
        column.addLayout(self._row)
        if self.remove_button is not None:
            self._row.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignTop)
            self.remove_button.clicked.connect(self.removal_requested)
