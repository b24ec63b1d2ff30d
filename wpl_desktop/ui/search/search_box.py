"""The search field of the top bar and the list that opens below it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final, cast

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from wpl_desktop.services.search import HitGroup
from wpl_desktop.ui import theme
from wpl_desktop.ui.search.search_list import SearchList
from wpl_desktop.ui.search.search_rows import Command, SearchRow, Show, rows_of
from wpl_desktop.ui.style import rounded_box
from wpl_desktop.ui.widgets.buttons import IconButton
from wpl_desktop.ui.widgets.fields import IconMark
from wpl_desktop.ui.widgets.key_hint import KeyCap
from wpl_desktop.ui.widgets.labels import Label
from wpl_desktop.ui.widgets.top_bar import Foldable

FULL_WIDTH: Final = 312
LEAST_WIDTH: Final = 220
LIST_WIDTH: Final = 520
HEIGHT: Final = 36
SHORTCUT: Final = "Ctrl+K"
_ICON_SIZE: Final = 18
_PADDING: Final = 12
#: Between the last key and the search: short enough not to be noticed, long enough to pass over fast typing.
_PAUSE: Final = 40
_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class SearchLine(QLineEdit):
    """The field itself: magnifier, words that invite, and the keys that lead here."""

    moved = Signal(int)
    entered = Signal()
    escaped = Signal()
    focused = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = IconMark("search", tone="muted", size=_ICON_SIZE, parent=self)
        self._cap = KeyCap("Ctrl K", parent=self)
        self.setPlaceholderText(self.tr("Search everything"))
        self.setAccessibleName(self.tr("Search everything"))
        self.textChanged.connect(self._show_cap)
        self._show_cap()

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(FULL_WIDTH), theme.scaled(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.scaled(LEAST_WIDTH), theme.scaled(HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._mark.resize(self._mark.sizeHint())
        self._mark.move(theme.scaled(_PADDING), (self.height() - self._mark.height()) // 2)
        self._cap.resize(self._cap.sizeHint())
        side = theme.scaled(8)
        self._cap.move(self.width() - self._cap.width() - side, (self.height() - self._cap.height()) // 2)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_cap()
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_cap()
        # The menu of the field itself takes the focus only for a moment.
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.focused.emit(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        is_plain = held == Qt.KeyboardModifier.NoModifier
        key = Qt.Key(event.key())
        if is_plain and key in _STEPS:
            self.moved.emit(_STEPS[key])
        elif is_plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif is_plain and key == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def _show_cap(self) -> None:
        self._cap.setVisible(not self.hasFocus() and not self.text())
        right = 0 if self._cap.isHidden() else self._cap.sizeHint().width() + theme.scaled(4)
        self.setTextMargins(theme.scaled(_PADDING + _ICON_SIZE), 0, right, 0)


class SearchPopup(QWidget):
    """What opens below the field: a list, or one sentence; it lies on the window and never takes the focus."""

    def __init__(self, *, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.list = SearchList(name=name)
        self.sentence = Label(role="secondary", tone="muted")
        column = self._column = QVBoxLayout(self)
        edge = theme.scaled(5)
        column.setContentsMargins(1, edge, 1, edge)
        column.setSpacing(0)
        self.sentence.setContentsMargins(theme.scaled(_PADDING), edge, theme.scaled(_PADDING), edge)
        column.addWidget(self.list)
        column.addWidget(self.sentence)
        self.hide()

    def show_sentence(self, text: str) -> None:
        """Say something instead of a list."""
        self.list.set_rows(())
        self.list.hide()
        self.sentence.setText(text)
        self.sentence.show()

    def show_list(self) -> None:
        """Show the list instead of the sentence."""
        self.sentence.hide()
        self.list.show()

    def place_below(self, field: QWidget) -> None:
        """Stand below `field`, its right edges in line, inside the window and as high as its content asks."""
        window = cast("QWidget", self.parentWidget())
        gap = theme.scaled(4)
        corner = field.mapTo(window, QPoint(field.width(), field.height() + gap))
        margins = self._column.contentsMargins()
        width, around = field.width(), margins.top() + margins.bottom()
        if self.list.isVisibleTo(self):
            width = min(max(width, theme.scaled(LIST_WIDTH)), window.width() - 2 * gap)
            height = self.list.contents_height() + around
        else:
            height = self.sentence.heightForWidth(width - margins.left() - margins.right()) + around
        height = min(height, window.height() - corner.y() - theme.scaled(40))
        self.setGeometry(max(gap, corner.x() - width), corner.y(), width, height)
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = theme.tokens()
        painter = QPainter(self)
        rounded_box(painter, self.rect(), fill=tokens.surface, line=tokens.line_strong)
        painter.end()


class SearchBox(Foldable):
    """The field with its list; in a narrow bar only a button, which opens the field."""

    def __init__(
        self,
        *,
        find: Callable[[str], Sequence[HitGroup]],
        show: Show,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        """A search over everything.

        Args:
            find: what is found for what was typed.
            show: opens a page by name with its arguments.
            today: the day of the user.
        """
        super().__init__(parent)
        self._find = find
        self._show = show
        self._today = today
        self._commands: tuple[Command, ...] = ()
        self._is_compact = False
        self._before: QWidget | None = None
        self._popup: SearchPopup | None = None
        self.line = SearchLine()
        self.button = IconButton("search", name=self.tr("Search everything (Ctrl+K)"), height=36)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._assemble()
        self._connect()

    def set_commands(self, commands: Sequence[Command]) -> None:
        """What can be done by its words, besides what can be found."""
        self._commands = tuple(commands)

    def set_room(self, width: int) -> None:
        """Take at most this width; where it is too little for the field, be only a button until it is used."""
        is_compact = width < theme.scaled(LEAST_WIDTH)
        full = theme.scaled(FULL_WIDTH)
        self.setMaximumWidth(full if is_compact else min(width, full))
        if is_compact != self._is_compact:
            self._is_compact = is_compact
            self._show_field(spread=not is_compact or self.line.hasFocus())

    def begin(self) -> None:
        """Put the cursor in the field; what was typed before is selected."""
        if not self.line.hasFocus():
            self._before = QApplication.focusWidget()
        self._show_field(spread=True)
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def popup(self) -> SearchPopup | None:
        """The list below the field, while it is shown."""
        return self._popup if self._popup is not None and self._popup.isVisible() else None

    def search_now(self) -> None:
        """Look for what stands in the field, without waiting for the next key."""
        self._pause.stop()
        if not self.line.hasFocus():
            return
        popup = self._open_popup()
        query = self.line.text()
        if not query.strip():
            popup.show_sentence(self.tr("Type a name, a word from a note, or what you want to do"))
        else:
            rows = rows_of(
                self._find(query), self._commands, query=query, show=self._show, today=self._today()
            )
            if rows:
                popup.show_list()
                popup.list.set_rows(rows)
            else:
                popup.show_sentence(self._nothing_found(query.strip()))
        popup.place_below(self.line)
        popup.show()
        # The heading of the first group too.
        popup.list.scrollToTop()
        self._announce()

    # Events

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.popup() is not None:
            QTimer.singleShot(0, self, self._place)
        return super().eventFilter(watched, event)

    # Slots

    def _on_text_edited(self) -> None:
        self._pause.start()

    def _on_focused(self, has_focus: bool) -> None:
        if has_focus:
            self.search_now()
            return
        self._pause.stop()
        if self._popup is not None:
            self._popup.hide()
        self._show_field(spread=not self._is_compact)

    def _on_moved(self, step: int) -> None:
        popup = self.popup()
        if popup is not None:
            popup.list.move_by(step)
            self._announce()

    def _on_entered(self) -> None:
        if self._pause.isActive() or self.popup() is None:
            self.search_now()
        popup = self.popup()
        if popup is not None:
            self._run(popup.list.current_row())

    def _on_row_chosen(self, number: int) -> None:
        popup = self.popup()
        if popup is not None:
            self._run(popup.list.rows()[number])

    # Internals

    def _assemble(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.button)
        row.addWidget(self.line)
        self.button.hide()
        self.line.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _connect(self) -> None:
        self.line.textChanged.connect(self._on_text_edited)
        self.line.moved.connect(self._on_moved)
        self.line.entered.connect(self._on_entered)
        self.line.escaped.connect(self._leave)
        self.line.focused.connect(self._on_focused)
        self.button.clicked.connect(self.begin)
        self._pause.timeout.connect(self.search_now)

    def _show_field(self, *, spread: bool) -> None:
        self.line.setVisible(spread)
        self.button.setVisible(not spread)
        self.unfolded.emit(spread and self._is_compact)

    def _open_popup(self) -> SearchPopup:
        if self._popup is None:
            window = self.window()
            self._popup = SearchPopup(name=self.tr("Found"), parent=window)
            self._popup.list.row_chosen.connect(self._on_row_chosen)
            window.installEventFilter(self)
        return self._popup

    def _place(self) -> None:
        popup = self.popup()
        if popup is not None:
            popup.place_below(self.line)

    def _run(self, row: SearchRow | None) -> None:
        if row is not None and row.run is not None:
            self._leave()
            row.run()

    def _leave(self) -> None:
        """Empty and close the field; the keyboard goes back to where it was."""
        self.line.clear()
        self._pause.stop()
        before, self._before = self._before, None
        try:
            can_return = before is not None and before.isVisible() and before.isEnabled()
        except RuntimeError:
            # The page it stood on was made anew.
            can_return = False
        if before is not None and can_return:
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.line.hasFocus():
            self.line.clearFocus()

    def _nothing_found(self, query: str) -> str:
        return self.tr(
            "Nothing found for “{query}”. Searched: names, programmes, notes, comments, report texts and agreements. "
            "Try the beginning of a word."
        ).format(query=query)

    def _announce(self) -> None:
        """Tell who does not see it what is chosen now, or that nothing was found."""
        popup = self.popup()
        if popup is None or not QAccessible.isActive():
            return
        row = popup.list.current_row()
        text = row.spoken if row is not None else popup.sentence.text()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.line, text))
