"""What can be shown at the right: versions and drafts, the parts of the one chosen, and what it still lacks."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wpl_desktop.domain.criteria_content import MOST_CRITERIA, ContentProblem, Path
from wpl_desktop.services.criteria_sets import CriteriaDraftRow, CriteriaSetRow
from wpl_desktop.ui import theme
from wpl_desktop.ui.criteria.content_words import (
    edition_words,
    level_words,
    part_name,
    place_words,
    use_words,
)
from wpl_desktop.ui.language import chosen, filled, when
from wpl_desktop.ui.widgets.buttons import Button
from wpl_desktop.ui.widgets.card import ListBox
from wpl_desktop.ui.widgets.fields import MessageLine
from wpl_desktop.ui.widgets.labels import small_heading
from wpl_desktop.ui.widgets.option_list import Option, OptionList

#: More places than this are counted: the list is for the next ones.
MOST_PLACES: Final = 5


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """Which version or draft is shown."""

    id: uuid.UUID
    is_draft: bool


class SideList(QWidget):
    """Choosing shows; nothing here changes anything by itself."""

    chosen = Signal(object)
    #: The part to show: None for the name and the levels, or the position of a criterion.
    part_chosen = Signal(object)
    place_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.versions = OptionList(name=self.tr("Versions and drafts"))
        self.import_button = Button(self.tr("Import…"), icon="folder")
        self.trouble = MessageLine()
        self.parts = OptionList(name=self.tr("In this version"))
        self.add_button = Button(self.tr("Add a criterion"), kind="quiet", icon="plus")
        self.places_heading = small_heading("")
        self.places = QWidget()
        self.place_buttons: list[PlaceButton] = []
        self._places = QVBoxLayout(self.places)
        self._assemble()
        self.versions.chosen.connect(self.chosen)
        self.parts.chosen.connect(self._on_part)

    def show_rows(
        self, sets: Sequence[CriteriaSetRow], drafts: Sequence[CriteriaDraftRow], *, today: date
    ) -> None:
        """Show these versions and drafts; what is chosen stays chosen."""
        options = [self._draft_option(row, today=today) for row in drafts]
        options += [self._set_option(row) for row in sets]
        if tuple(options) != self.versions.options():
            self._keep_focus(self.versions, options, value=self.versions.value())

    def show_parts(
        self,
        content: Mapping[str, Any],
        *,
        part: int | None,
        problems: Sequence[ContentProblem],
        editable: bool,
    ) -> None:
        """Show the parts of a version, in a draft with how much each still lacks."""
        lacking: dict[int | None, int] = {}
        for problem in problems:
            where = problem.path[1] if problem.path[:1] == ("criteria",) and len(problem.path) > 1 else None
            key = where if isinstance(where, int) else None
            lacking[key] = lacking.get(key, 0) + 1
        positions: list[int | None] = [None, *range(len(content["criteria"]))]
        options = [
            Option(
                value=_value(position),
                title=part_name(content, position),
                trailing=str(lacking[position]) if position in lacking else "",
            )
            for position in positions
        ]
        if tuple(options) != self.parts.options():
            self._keep_focus(self.parts, options, value=_value(part))
        else:
            self.parts.set_value(_value(part))
        self.add_button.setVisible(editable)
        self.add_button.set_available(
            len(content["criteria"]) < MOST_CRITERIA,
            reason=self.tr("A set has at most {most} criteria.").format(most=MOST_CRITERIA),
        )
        self._show_places(content, problems if editable else ())

    def say(self, text: str) -> None:
        """Say why a file was not taken in; empty: nothing."""
        self.trouble.set_text(text)
        self.trouble.setVisible(bool(text))

    def _show_places(self, content: Mapping[str, Any], problems: Sequence[ContentProblem]) -> None:
        self.places_heading.setText(self.tr("Still to fill in: {count}").format(count=len(problems)))
        self.places_heading.setVisible(bool(problems))
        self.places.setVisible(bool(problems))
        wanted = [(place_words(content, problem.path), problem.path) for problem in problems[:MOST_PLACES]]
        while len(self.place_buttons) < len(wanted):
            button = PlaceButton()
            button.pressed_at.connect(self.place_chosen)
            self.place_buttons.append(button)
            self._places.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        for number, button in enumerate(self.place_buttons):
            button.setVisible(number < len(wanted))
            if number < len(wanted):
                button.set_place(*wanted[number])

    def _on_part(self, value: object) -> None:
        self.part_chosen.emit(_position(value))

    def _keep_focus(self, options_of: OptionList, options: Sequence[Option], *, value: object) -> None:
        focus = cast("QWidget | None", self.focusWidget())
        focused = focus is not None and options_of.isAncestorOf(focus)
        options_of.set_options(options, value=value)
        if focused:
            options_of.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_option(self, row: CriteriaSetRow) -> Option:
        facts = [edition_words(row.edition), level_words(row.level_count), use_words(row)]
        if row.is_default:
            facts.append(filled(self.tr("for new {students}")))
        return Option(
            value=Chosen(id=row.id, is_draft=False), title=chosen(row.name), subtitle=" · ".join(facts)
        )

    def _draft_option(self, row: CriteriaDraftRow, *, today: date) -> Option:
        saved = when(row.saved_at.astimezone().replace(tzinfo=None), today=today)
        facts = (self.tr("draft"), level_words(row.level_count), self.tr("changed {when}").format(when=saved))
        return Option(
            value=Chosen(id=row.id, is_draft=True),
            title=chosen(row.name) or self.tr("Without a name"),
            subtitle=" · ".join(facts),
        )

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.scaled(8))
        column.addWidget(small_heading(self.tr("Versions and drafts")))
        column.addWidget(_boxed(self.versions))
        column.addWidget(self.import_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.trouble)
        column.addSpacing(theme.scaled(8))
        column.addWidget(self.places_heading)
        column.addWidget(self.places)
        column.addWidget(small_heading(self.tr("In this version")))
        column.addWidget(_boxed(self.parts))
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._places.setContentsMargins(0, 0, 0, 0)
        self._places.setSpacing(0)
        self.trouble.hide()


class PlaceButton(Button):
    """A place in the draft where something is missing; pressing it goes there."""

    pressed_at = Signal(object)

    def __init__(self) -> None:
        super().__init__("", kind="muted", icon="chevron-right")
        self._path: Path = ()
        self.clicked.connect(lambda: self.pressed_at.emit(self._path))

    def set_place(self, text: str, path: Path) -> None:
        """Lead to another place."""
        self._path = path
        self.setText(text)


def _boxed(options: OptionList) -> ListBox:
    box = ListBox()
    box.add_row(options)
    return box


def _value(position: int | None) -> object:
    # An option that is chosen has a value; None would be no choice.
    return -1 if position is None else position


def _position(value: object) -> int | None:
    return value if isinstance(value, int) and value >= 0 else None
