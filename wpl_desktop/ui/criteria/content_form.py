"""One part of a set of criteria below each other: its name and levels, or one criterion; read or edited."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import partial
from typing import Any, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from wpl_desktop.domain.criteria import FEWEST_LEVELS, MOST_LEVELS, Strand
from wpl_desktop.domain.criteria_content import MOST_ITEMS, ContentProblem, Path
from wpl_desktop.domain.criteria_editing import level_count, no_words
from wpl_desktop.domain.words import LANGUAGES, Words, fill
from wpl_desktop.services.content import words as known_words
from wpl_desktop.texts import strand_name
from wpl_desktop.ui import theme
from wpl_desktop.ui.criteria.content_words import choices_of, language_name, problem_words
from wpl_desktop.ui.criteria.words_field import COLUMN_GAP, WordsField
from wpl_desktop.ui.language import chosen, filled, translate, words
from wpl_desktop.ui.widgets.buttons import Button
from wpl_desktop.ui.widgets.card import Card
from wpl_desktop.ui.widgets.fields import Field
from wpl_desktop.ui.widgets.labels import Label, muted_label, section_label, small_heading


class ContentForm(QWidget):
    """Writes what is typed straight into `content`, the draft, and says so; a set that is read changes nothing."""

    #: A text or a choice is another one.
    edited = Signal()
    #: Something came or went: the form must be made again. The path is where the keyboard goes.
    restructured = Signal(object)
    level_added = Signal()
    level_removal_requested = Signal(int)

    def __init__(
        self, content: dict[str, Any], *, editable: bool, vocabulary: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.content = content
        self.editable = editable
        self._vocabulary = vocabulary
        self.fields: dict[Path, WordsField] = {}
        self._heads: dict[str, Label] = {}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.scaled(16))

    def set_languages(self, languages: Collection[str]) -> None:
        """Show the texts in these languages; with more than one, each column says its language."""
        for field in self.fields.values():
            field.set_languages(languages)
        for language, head in self._heads.items():
            head.setVisible(language in languages and len(languages) > 1)

    def show_problems(self, problems: Iterable[ContentProblem], *, advice: Iterable[ContentProblem]) -> None:
        """Say at each field what is wrong there, and what is advised."""
        wrong = {problem.path: problem_words(problem.code, dict(problem.values)) for problem in problems}
        advised = {problem.path: problem_words(problem.code, dict(problem.values)) for problem in advice}
        for path, field in self.fields.items():
            for language in LANGUAGES:
                field.set_error(language, wrong.get((*path, language), ""))
                field.set_helper(language, advised.get((*path, language), ""))

    def field_at(self, path: Path) -> tuple[WordsField, str] | None:
        """The field of a text and its language; None when it is not in this form."""
        field = self.fields.get(path[:-1])
        return (field, str(path[-1])) if field is not None and path[-1] in LANGUAGES else None

    # For the parts

    def add_languages(self) -> None:
        """The names of the languages above their columns; what is written may have words in braces."""
        if self.editable:
            self.column.addWidget(
                muted_label(
                    self.tr(
                        "Words in braces, such as {mentor}, become the word of your own kind of workplace."
                    )
                )
            )
        row = QHBoxLayout()
        row.setSpacing(theme.scaled(COLUMN_GAP))
        for language in LANGUAGES:
            self._heads[language] = small_heading(language_name(language))
            row.addWidget(self._heads[language], 1)
        self.column.addLayout(row)

    def card(self, title: str, explanation: str = "") -> Card:
        """A box with a heading, below what is there."""
        box = Card(padding=(16, 20))
        box.column.setSpacing(theme.scaled(12))
        box.add(section_label(title))
        if explanation:
            box.add(muted_label(explanation))
        self.column.addWidget(box)
        return box

    def add_words(self, box: Card, label: str, path: Path, *, removable: str = "") -> WordsField:
        """A text of the content in a box."""
        field = WordsField(
            label,
            self._words_at(path),
            path=path,
            editable=self.editable,
            removable=removable if self.editable else "",
        )
        field.changed.connect(partial(self._on_words, path))
        self.fields[path] = field
        box.add(field)
        return field

    def add_choice(
        self, row: QHBoxLayout, label: str, path: Path, choices: Iterable[tuple[object, str]]
    ) -> None:
        """A choice out of a few, in a row with others; where it is only read, in words."""
        values = list(choices)
        current = self._at(path)
        if not self.editable:
            name = next((name for value, name in values if value == current), "")
            row.addWidget(muted_label(f"{label}: {name}"))
            return
        box = QComboBox()
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for _value, name in values:
            box.addItem(name)
        box.setCurrentIndex(next((n for n, (value, _) in enumerate(values) if value == current), -1))
        box.currentIndexChanged.connect(partial(self._on_choice, path, values))
        row.addWidget(Field(label, box), 1, Qt.AlignmentFlag.AlignTop)

    def add_button(self, box: Card, button: Button) -> None:
        """A button below what a box has."""
        box.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def remove_item(self, path: Path) -> None:
        """Take one item out of its list."""
        items: list[Any] = self._at(path[:-1])
        del items[cast("int", path[-1])]
        self.restructured.emit(None)

    def append_item(self, path: Path, item: dict[str, Any]) -> None:
        """Put one item at the end of a list, and the keyboard in its first text."""
        items: list[Any] = self._at(path)
        items.append(item)
        self.restructured.emit((*path, len(items) - 1, "text"))

    # Internals

    def _words_at(self, path: Path) -> Words:
        """A text as it is written, or where it is only read, as it reads with the words of the profile."""
        kept: Words = self._at(path) or no_words()
        if self.editable:
            return kept
        return {
            language: fill(text, known_words(self._vocabulary, language)) for language, text in kept.items()
        }

    def _at(self, path: Path) -> Any:
        value: Any = self.content
        for step in path:
            value = value[step]
        return value

    def _on_words(self, path: Path, language: str, text: str) -> None:
        parent = self._at(path[:-1])
        if parent[path[-1]] is None:
            parent[path[-1]] = no_words()
        parent[path[-1]][language] = text
        self.edited.emit()

    def _on_choice(self, path: Path, values: Sequence[tuple[object, str]], index: int) -> None:
        self._at(path[:-1])[path[-1]] = values[index][0]
        self.edited.emit()


class ScaleForm(ContentForm):
    """The name of the set, how many levels, and the word of each level in both strands."""

    def __init__(
        self, content: dict[str, Any], *, editable: bool, vocabulary: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(content, editable=editable, vocabulary=vocabulary, parent=parent)
        count = level_count(content)
        self.level_button = Button(self.tr("Add a level"), icon="plus")
        self.add_languages()
        self.add_words(self.card(self.tr("Name")), self.tr("Name of the set"), ("name",))
        for strand in Strand:
            self._add_labels(strand, count=count)
        self._add_scale(count)
        self.column.addStretch(1)

    def _add_labels(self, strand: Strand, *, count: int) -> None:
        box = self.card(strand_name(strand, translate, words()))
        for number in range(count):
            # Levels go by row, in both strands at once: the button stands at the first of the two.
            can_go = strand is Strand.STUDENT_PART and count > FEWEST_LEVELS
            field = self.add_words(
                box,
                self.tr("Level {level}").format(level=number + 1),
                ("levels", strand.value, number, "label"),
                removable=self.tr("Remove level {level}").format(level=number + 1) if can_go else "",
            )
            field.removal_requested.connect(lambda level=number + 1: self.level_removal_requested.emit(level))

    def _add_scale(self, count: int) -> None:
        box = self.card(
            self.tr("Scale"),
            self.tr(
                "A scale has {fewest} to {most} levels, each with its own text in every criterion. "
                "Levels of one version are never converted into those of another."
            ).format(fewest=FEWEST_LEVELS, most=MOST_LEVELS),
        )
        labels = self.content["levels"][Strand.STUDENT_PART.value]
        choices = [(row["level"], f"{row['level']} {chosen(row['label'])}".strip()) for row in labels]
        row = QHBoxLayout()
        self.add_choice(row, self.tr("May be expected now"), ("expected_level",), choices)
        row.addStretch(1)
        box.column.addLayout(row)
        if self.editable:
            self.add_button(box, self.level_button)
            self.level_button.set_available(
                count < MOST_LEVELS,
                reason=self.tr("There are at most {most} levels.").format(most=MOST_LEVELS),
            )
            self.level_button.clicked.connect(self.level_added)
        else:
            self.level_button.setParent(self)
            self.level_button.hide()


class CriterionForm(ContentForm):
    """One criterion: what it is, the texts of its levels, indicators, questions and tips."""

    moved = Signal(int)
    removal_requested = Signal()

    def __init__(
        self,
        content: dict[str, Any],
        *,
        position: int,
        editable: bool,
        vocabulary: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(content, editable=editable, vocabulary=vocabulary, parent=parent)
        self._path: Path = ("criteria", position)
        self._position = position
        self.add_languages()
        self._add_what()
        for strand in Strand:
            self._add_strand(strand)
        self._add_questions()
        self._add_tips()
        if editable:
            self._add_order()
        self.column.addStretch(1)

    def _add_what(self) -> None:
        criterion = self._at(self._path)
        box = self.card(criterion["code"])
        self.add_words(box, self.tr("Name"), (*self._path, "name"))
        self.add_words(box, self.tr("Description"), (*self._path, "description"))
        if self.editable or criterion["reading_hint"]:
            label = self.tr("Reading hint, where one could read it upside down (may be empty)")
            self.add_words(
                box, label if self.editable else self.tr("Reading hint"), (*self._path, "reading_hint")
            )
        row = QHBoxLayout()
        self.add_choice(row, self.tr("In whose hands"), (*self._path, "weight"), choices_of("weight"))
        row.addStretch(1)
        box.column.addLayout(row)

    def _add_strand(self, strand: Strand) -> None:
        box = self.card(strand_name(strand, translate, words()))
        labels = self.content["levels"][strand.value]
        for number, level in enumerate(labels):
            self.add_words(
                box,
                f"{level['level']} {chosen(level['label'])}".strip(),
                (*self._path, "level_texts", strand.value, number, "text"),
            )
        path: Path = (*self._path, "indicators")
        mine = [n for n, item in enumerate(self._at(path)) if item["strand"] == strand.value]
        if mine or self.editable:
            box.add(small_heading(self.tr("What to look at")))
        for order, number in enumerate(mine, start=1):
            self._add_item(
                box,
                self.tr("Indicator {number}").format(number=order),
                (*path, number),
                removable=self.tr("Remove indicator {number}").format(number=order),
            )
        self._add_more(box, self.tr("Add an indicator"), path, {"strand": strand.value, "text": no_words()})

    def _add_questions(self) -> None:
        path: Path = (*self._path, "questions")
        box = self.card(self.tr("Coaching questions"))
        for number in range(len(self._at(path))):
            self._add_item(
                box,
                self.tr("Question {number}").format(number=number + 1),
                (*path, number),
                removable=self.tr("Remove question {number}").format(number=number + 1),
            )
        self._add_more(box, self.tr("Add a question"), path, {"text": no_words()})

    def _add_tips(self) -> None:
        path: Path = (*self._path, "tips")
        box = self.card(self.tr("Tips"))
        for number in range(len(self._at(path))):
            self._add_item(
                box,
                self.tr("Tip {number}").format(number=number + 1),
                (*path, number),
                removable=self.tr("Remove tip {number}").format(number=number + 1),
            )
            row = QHBoxLayout()
            row.setSpacing(theme.scaled(COLUMN_GAP))
            at: Path = (*path, number)
            self.add_choice(row, self.tr("For whom"), (*at, "audience"), choices_of("audience"))
            self.add_choice(row, self.tr("When"), (*at, "situation"), choices_of("situation"))
            row.addStretch(1)
            box.column.addLayout(row)
        new = {"audience": "mentor", "situation": "apply", "text": no_words()}
        self._add_more(box, self.tr("Add a tip"), path, new)

    def _add_item(self, box: Card, label: str, path: Path, *, removable: str) -> None:
        field = self.add_words(box, label, (*path, "text"), removable=removable)
        field.removal_requested.connect(lambda: self.remove_item(path))

    def _add_more(self, box: Card, text: str, path: Path, item: dict[str, Any]) -> None:
        if self.editable:
            button = Button(text, kind="quiet", icon="plus")
            button.set_available(
                len(self._at(path)) < MOST_ITEMS,
                reason=self.tr("There is room for {most} here.").format(most=MOST_ITEMS),
            )
            button.clicked.connect(lambda: self.append_item(path, item))
            self.add_button(box, button)
        elif not self._at(path):
            box.add(muted_label(self.tr("None")))

    def _add_order(self) -> None:
        count = len(self.content["criteria"])
        up = Button(self.tr("Move up"), kind="muted", icon="chevron-up")
        down = Button(self.tr("Move down"), kind="muted", icon="chevron-down")
        remove = Button(self.tr("Remove this criterion…"), kind="muted", icon="trash")
        up.set_available(self._position > 0, reason=self.tr("This is the first one."))
        down.set_available(self._position < count - 1, reason=self.tr("This is the last one."))
        remove.set_available(count > 1, reason=filled(self.tr("A set has at least one criterion.")))
        up.clicked.connect(lambda: self.moved.emit(self._position - 1))
        down.clicked.connect(lambda: self.moved.emit(self._position + 1))
        remove.clicked.connect(self.removal_requested)
        box = self.card(self.tr("Order"))
        for button in (up, down, remove):
            self.add_button(box, button)
