"""How the trialogue is laid out: list beside detail, folded in a narrow window, scrolling in a low one."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.texts import perspective_name, strand_name
from wpl_desktop.ui import theme
from wpl_desktop.ui.language import translate, words
from wpl_desktop.ui.side_by_side.agreed import AgreedBlock
from wpl_desktop.ui.side_by_side.detail import Detail
from wpl_desktop.ui.side_by_side.list import LEFT, CriteriaList
from wpl_desktop.ui.side_by_side.list import WIDTH as LIST_WIDTH
from wpl_desktop.ui.style import rounded_box
from wpl_desktop.ui.widgets.buttons import Button, plain_button
from wpl_desktop.ui.widgets.switch import SegmentedSwitch

# A window of 1180 px without the rail and the margins of the page: below it the list folds away.
_BESIDE_FROM: Final = 1044
_GAP: Final = 16
# Below this what was agreed scrolls along with the rest.
_LOW: Final = 400
_LEAST: Final = 120


class TalkHead(QWidget):
    """Which strand, at the top of the list; while that is not there, in a line of its own with the way to it."""

    strand_chosen = Signal(Strand)
    list_toggled = Signal()

    def __init__(self, criteria: CriteriaList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._criteria = criteria
        self._folded = False
        self._offered = False
        self._in_list = False
        self.strand = SegmentedSwitch(
            [(strand, name) for strand, name in _whole_names().items()],
            name=self.tr("What is talked about"),
            small=True,
        )
        self.list_button = plain_button("", icon="evaluations")
        self._list_name = self.tr("All criteria")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.scaled(8))
        self._row.addWidget(self.strand)
        self._row.addWidget(self.list_button)
        self._row.addStretch(1)
        self.list_button.setAccessibleName(self._list_name)
        self.list_button.hide()
        self.strand.chosen.connect(self.strand_chosen)
        self.list_button.clicked.connect(self.list_toggled)
        self._name_strands(theme.scaled(LIST_WIDTH - 2 * LEFT))

    def set_list_folded(self, folded: bool) -> None:
        """Show the button that brings the folded list."""
        self._folded = folded
        self._place()

    def set_talk_offered(self, offered: bool) -> None:
        """Whether there is a list to go through."""
        self._offered = offered
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # Internals

    def _place(self) -> None:
        """Put the switch where it belongs now; the keyboard stays on it."""
        in_list = self._offered and not self._folded
        self.list_button.setVisible(self._offered and self._folded)
        if in_list != self._in_list:
            self._in_list = in_list
            focused = self.strand.focusWidget() if self.strand.isAncestorOf(self.focusWidget()) else None
            if in_list:
                self._row.removeWidget(self.strand)
                self._criteria.set_top(self.strand)
            else:
                self._criteria.take_top(self.strand)
                self._row.insertWidget(0, self.strand)
            self.strand.show()
            if focused is not None:
                focused.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setVisible(not in_list)
        self._arrange()

    def _arrange(self) -> None:
        # The words of the button go where there is no room; its name and its tip keep them.
        for text in (self._list_name, ""):
            _say(self.list_button, text, tip=self._list_name)
            if self._row.sizeHint().width() <= self.width():
                return

    def _name_strands(self, room: int) -> None:
        """Long words of a vocabulary make room: first the workplace's name alone, then the student's too."""
        whole = _whole_names()
        short = {
            Strand.STUDENT_PART: perspective_name(Perspective.STUDENT, translate, words()),
            Strand.WORKPLACE_PART: perspective_name(Perspective.WORKPLACE, translate, words()),
        }
        half = {**whole, Strand.WORKPLACE_PART: short[Strand.WORKPLACE_PART]}
        for names in (whole, half, short):
            for strand, name in names.items():
                self.strand.set_text(strand, name)
            self.strand.setToolTip("" if names is whole else " · ".join(whole.values()))
            if self.strand.sizeHint().width() <= room:
                return


class DetailCard(QWidget):
    """One criterion with what is agreed below it; the upper part scrolls, in a low window both do."""

    def __init__(self, detail: Detail, block: AgreedBlock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._block = block
        self._inside = QWidget()
        self._within = QVBoxLayout(self._inside)
        self._within.setContentsMargins(0, 0, 0, 0)
        self._within.setSpacing(0)
        self._within.addWidget(detail, 1)
        # Its height follows from its width; the least height of narrow lines would be far too much.
        self._inside.setMinimumHeight(1)
        self.area = QScrollArea()
        self.area.setWidget(self._inside)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.viewport().setAutoFillBackground(False)
        self._inside.setAutoFillBackground(False)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        self._column.addWidget(self.area, 1)
        self._column.addWidget(block)

    def minimumSizeHint(self) -> QSize:
        # However much there is, it scrolls.
        return QSize(super().minimumSizeHint().width(), theme.scaled(_LEAST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        low = self.height() < theme.scaled(_LOW)
        layout, other = (self._within, self._column) if low else (self._column, self._within)
        if layout.indexOf(self._block) < 0:
            focused = self._block.focusWidget() if self._block.isAncestorOf(self.focusWidget()) else None
            other.removeWidget(self._block)
            layout.addWidget(self._block)
            self._block.show()
            if focused is not None:
                focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        tokens = theme.tokens()
        rounded_box(painter, self.rect(), fill=tokens.surface, line=tokens.line)
        painter.end()


class TalkColumns(QWidget):
    """The list at the left of the card; in a narrow window it lies over it when asked for."""

    folded = Signal(bool)

    def __init__(self, criteria: CriteriaList, card: DetailCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = criteria
        self._wanted = False
        self._is_folded: bool | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.scaled(_GAP))
        self._row.addWidget(criteria)
        self._row.addWidget(card, 1)

    def is_folded(self) -> bool:
        """Whether the list stands no longer beside the card."""
        return bool(self._is_folded)

    def is_list_shown(self) -> bool:
        """Whether the list can be seen."""
        return not self._is_folded or self._wanted

    def toggle_list(self) -> None:
        """Bring the folded list, or put it away."""
        self._wanted = not self._wanted
        self._place()

    def put_list_away(self) -> None:
        """Put away the list that lies over the card."""
        if self._wanted:
            self.toggle_list()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        folds = self.width() < theme.scaled(_BESIDE_FROM)
        if folds != self._is_folded:
            self._is_folded = folds
            if folds:
                self._row.removeWidget(self._list)
            else:
                self._wanted = False
                self._row.insertWidget(0, self._list)
                self._list.show()
            # Before it is hidden: the keyboard must not get lost with it.
            self.folded.emit(folds)
        self._list.set_floating(folds)
        self._list.setVisible(not folds or self._wanted)
        self._list.setFixedWidth(min(theme.scaled(LIST_WIDTH), self.width()))
        if folds:
            self._list.setGeometry(QRect(0, 0, self._list.width(), self.height()))
            self._list.raise_()


def _whole_names() -> dict[Strand, str]:
    return {strand: strand_name(strand, translate, words()) for strand in Strand}


def _say(button: Button, text: str, *, tip: str) -> None:
    button.setText(text)
    button.setToolTip("" if text else tip)
    button.updateGeometry()
