"""Where everything of the page of the criteria stands: list at the left, form at the right, bar below."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from wpl_desktop.domain.criteria_editing import level_count
from wpl_desktop.domain.words import LANGUAGES
from wpl_desktop.ui import theme
from wpl_desktop.ui.criteria.content_form import ContentForm
from wpl_desktop.ui.criteria.content_words import edition_words, language_name, level_words, use_words
from wpl_desktop.ui.criteria.side_list import SideList
from wpl_desktop.ui.language import chosen, filled, language
from wpl_desktop.ui.widgets.action_bar import ActionBar
from wpl_desktop.ui.widgets.buttons import plain_button, primary_button, quiet_button
from wpl_desktop.ui.widgets.content import PAGE_MARGIN, side_margin
from wpl_desktop.ui.widgets.fields import MessageLine
from wpl_desktop.ui.widgets.labels import muted_label, section_label
from wpl_desktop.ui.widgets.switch import SegmentedSwitch

if TYPE_CHECKING:
    from wpl_desktop.services.criteria_sets import CriteriaSetRow

SIDE_WIDTH: Final = 320
# Below this width the list stands above the form, and one language is shown at a time.
_NARROW: Final = 860
_BOTH: Final = "both"
_GAP: Final = 24
# A size that changes is told to one box around it at a time: field, card, form, area.
_LAYOUT_PASSES: Final = 5


class CriteriaFrame(QWidget):
    """Has no data of its own: the page says what is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.side = SideList()
        self.heading = section_label("")
        self.facts = muted_label("")
        self.message = MessageLine()
        self.done = muted_label("")
        self.switch = SegmentedSwitch(
            [
                *((name, language_name(name)) for name in LANGUAGES),
                (_BOTH, self.tr("Side by side")),
            ],
            name=self.tr("Language of the texts"),
            value=language(),
        )
        self.state = muted_label("")
        self.state.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.export_button = plain_button(self.tr("Export…"), icon="disk", height=36)
        self.for_new_button = plain_button(filled(self.tr("Give to new {students}")), height=36)
        self.new_button = primary_button(self.tr("Make a new version"), icon="edit", height=36)
        self.throw_away_button = quiet_button(self.tr("Throw away…"), icon="trash", height=36, muted=True)
        self.publish_button = primary_button(self.tr("Put into use…"), icon="check", height=36)
        self.bar = ActionBar()
        self._form: ContentForm | None = None
        self._is_narrow: bool | None = None
        self._side_area = QScrollArea()
        self._form_area = QScrollArea()
        self._column = QVBoxLayout()
        self._beside = QHBoxLayout()
        self._names = QVBoxLayout()
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._assemble()
        self.switch.chosen.connect(self._show_languages)

    def languages(self) -> tuple[str, ...]:
        """The languages of which the texts are shown, first the one the keyboard goes to."""
        value = self.switch.value()
        return LANGUAGES if value == _BOTH else (str(value),)

    def show_language(self, wanted: str) -> None:
        """Show the texts in this language, if they are not shown yet."""
        if wanted not in self.languages():
            self.switch.set_value(wanted)
            self._show_languages()

    def show_editor(self, editor: QWidget) -> None:
        """Put the keyboard in a text and scroll to it."""
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        # A form that was just made has its places only after it was laid out, and its texts their lines after that.
        QTimer.singleShot(0, editor, partial(self._scroll_to, editor))

    def show_head(self, content: Mapping[str, Any], *, row: CriteriaSetRow | None) -> None:
        """Say which version or draft this is, and have the buttons that go with it; a draft has no `row`."""
        self.heading.setText(chosen(content["name"]) or self.tr("Without a name"))
        facts = [edition_words(content["version"]) if row is not None else self.tr("Draft")]
        facts.append(level_words(level_count(content)))
        facts.append(self.tr("{count} criteria").format(count=len(content["criteria"])))
        if row is not None:
            facts.append(use_words(row))
        if row is not None and row.is_default:
            facts.append(filled(self.tr("for new {students}")))
        self.facts.setText(" · ".join(facts))
        self.new_button.setVisible(row is not None)
        self.export_button.setVisible(row is not None)
        self.for_new_button.setVisible(row is not None and not row.is_default)
        self.throw_away_button.setVisible(row is None)
        self.publish_button.setVisible(row is None)

    def show_state(self, row: CriteriaSetRow | None, *, lacking: int) -> None:
        """Say in the bar why a version does not change, or how far a draft is."""
        if row is not None and row.running:
            text = filled(
                self.tr(
                    "This version stays as it is. Whoever started with it keeps it until the trajectory closes."
                )
            )
        elif row is not None:
            text = self.tr("This version stays as it is. Make a new version to change something.")
        elif lacking:
            text = self.tr("Still to fill in: {count}").format(count=lacking)
        else:
            text = self.tr("Complete. Nothing changes for anybody until you put it into use.")
        self.state.setText(text)

    def say(self, text: str) -> None:
        """Say what went wrong; empty: nothing."""
        self.message.set_text(text)
        self.message.setVisible(bool(text))
        self.done.hide()

    def say_done(self, text: str) -> None:
        """Say what was done."""
        self.say("")
        self.done.setText(text)
        self.done.show()

    def set_form(self, form: ContentForm, *, keep_place: bool) -> None:
        """Show another part; the same one made again stays at its place."""
        place = self._form_area.verticalScrollBar().value() if keep_place else 0
        if self._form is not None:
            self._column.removeWidget(self._form)
            self._form.hide()
            self._form.deleteLater()
        self._form = form
        self._show_languages()
        self._column.addWidget(form)
        form.show()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        self._form_area.verticalScrollBar().setValue(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = side_margin(self.width())
        self._beside.setContentsMargins(side, 0, side, 0)
        narrow = self.width() < theme.scaled(_NARROW)
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self._place_side()

    def _scroll_to(self, editor: QWidget) -> None:
        for _pass in range(_LAYOUT_PASSES):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        self._form_area.ensureWidgetVisible(editor, 0, theme.scaled(96))

    def _show_languages(self) -> None:
        if self._form is not None:
            self._form.set_languages(self.languages())

    def _place_side(self) -> None:
        """The list in an area of its own beside the form, or above it in the same one."""
        direction = QBoxLayout.Direction
        self._head.setDirection(direction.TopToBottom if self._is_narrow else direction.LeftToRight)
        if self._is_narrow:
            self._side_area.takeWidget()
            self._side_area.hide()
            self._column.insertWidget(0, self.side)
            # The buttons take the whole bar there.
            self._names.addWidget(self.state)
        else:
            self._column.removeWidget(self.side)
            self._side_area.setWidget(self.side)
            self.bar.left.addWidget(self.state, 1)
            self._side_area.show()
        self.side.show()

    def _assemble(self) -> None:
        head = self._head
        head.setSpacing(theme.scaled(16))
        names = self._names
        names.setSpacing(theme.scaled(2))
        names.addWidget(self.heading)
        names.addWidget(self.facts)
        head.addLayout(names, 1)
        head.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignTop)
        self._column.setSpacing(theme.scaled(16))
        head.setContentsMargins(0, 0, 0, 0)
        # In a widget of its own: a row within a column is given the height of its narrowest words.
        box = QWidget()
        box.setLayout(head)
        self._column.addWidget(box)
        self._column.addWidget(self.message)
        self._column.addWidget(self.done)
        self.message.hide()
        self.done.hide()
        inner = QWidget()
        # Else the smallest height is that of the narrowest form, in which every label wraps.
        inner.setMinimumHeight(1)
        inner.setLayout(self._column)
        gap = theme.scaled(PAGE_MARGIN)
        # Room at the right for the focus ring, and for the scroll bar.
        self._column.setContentsMargins(4, gap, theme.scaled(8), gap)
        self.side.setContentsMargins(4, gap, 4, gap)
        for area in (self._side_area, self._form_area):
            area.setWidgetResizable(True)
            area.setFrameShape(QFrame.Shape.NoFrame)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._form_area.setWidget(inner)
        self._side_area.setFixedWidth(theme.scaled(SIDE_WIDTH))
        self._beside.setSpacing(theme.scaled(_GAP))
        self._beside.addWidget(self._side_area)
        self._beside.addWidget(self._form_area, 1)
        for button in (
            self.throw_away_button, self.export_button, self.for_new_button, self.new_button, self.publish_button,
        ):  # fmt: skip
            self.bar.right.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._beside, 1)
        whole.addWidget(self.bar)
