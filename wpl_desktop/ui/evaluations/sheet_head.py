"""The line above the score sheet: which strand, whose view, and what a level means at this moment."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import Collected, Perspective
from wpl_desktop.services.sheets import SheetView
from wpl_desktop.texts import strand_name
from wpl_desktop.ui import joint_screen, theme
from wpl_desktop.ui.language import chosen, filled, translate, words
from wpl_desktop.ui.perspectives import SHAPES
from wpl_desktop.ui.widgets.buttons import IconButton
from wpl_desktop.ui.widgets.card import Hint
from wpl_desktop.ui.widgets.labels import Label
from wpl_desktop.ui.widgets.shapes import ShapeMark
from wpl_desktop.ui.widgets.switch import SegmentedSwitch

_EARLY_UNTIL: Final = 10
_MIDDLE_UNTIL: Final = 20


def moment_words(day: date) -> str:
    """The moment in the year as one says it: `end of January`."""
    month = QLocale().standaloneMonthName(day.month)
    if day.day <= _EARLY_UNTIL:
        return QCoreApplication.translate("SheetHead", "start of {month}").format(month=month)
    if day.day <= _MIDDLE_UNTIL:
        return QCoreApplication.translate("SheetHead", "mid {month}").format(month=month)
    return QCoreApplication.translate("SheetHead", "end of {month}").format(month=month)


class SheetHead(QWidget):
    """Strand switch, perspective and the line of R3; below it, when needed, whose sheet this is."""

    strand_chosen = Signal(Strand)
    perspective_chosen = Signal(Perspective)
    help_toggled = Signal()
    #: Whose sheet on paper is to be typed over.
    paper_wanted = Signal(Perspective)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.strand = SegmentedSwitch(
            [(strand, strand_name(strand, translate, words())) for strand in Strand],
            name=self.tr("What is scored"),
        )
        self._marks = {perspective: ShapeMark(shape, size=10) for perspective, shape in SHAPES.items()}
        self.who = _Who()
        self.whose = IconButton("chevron-down", name=self.tr("Another view: type over a sheet on paper"))
        self._expected = Label(role="secondary", tone="muted")
        self._sentences: tuple[str, ...] = ()
        self.help_button = IconButton("info", name=self.tr("About this criterion"))
        self._notice = Hint("")
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._first = QHBoxLayout()
        self._assemble()
        self.strand.chosen.connect(self.strand_chosen)
        self.help_button.clicked.connect(self.help_toggled)
        self.who.clicked.connect(self._on_who_clicked)

    def show_sheet(self, view: SheetView, *, own_ready: bool) -> None:
        """Say whose view this is and what may be expected; `own_ready` is about the workplace's own sheet."""
        self.strand.set_value(view.strand)
        for perspective, mark in self._marks.items():
            mark.setVisible(perspective is view.perspective)
        self.who.setText(self._who_words(view.perspective))
        self._offer(view)
        self._sentences = self._expected_sentences(view)
        notice = self._notice_words(view, own_ready=own_ready)
        self._notice.set_text(notice)
        self._notice.setVisible(bool(notice))
        self._arrange()

    def expected_text(self) -> str:
        """The line with phase, moment and what may be expected (R3)."""
        return " ".join(self._sentences)

    def who_text(self) -> str:
        """Whose view this is."""
        return self.who.text()

    def notice_text(self) -> str:
        """What is said about a sheet of somebody else or a final round; empty when nothing is."""
        return "" if self._notice.isHidden() else self._notice.text()

    def set_help_folded(self, folded: bool) -> None:
        """Show the button that brings the folded help column."""
        self.help_button.setVisible(folded)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # Internals

    def _assemble(self) -> None:
        gap = theme.scaled(12)
        self._first.setSpacing(gap)
        self._first.addWidget(self.strand)
        who = QHBoxLayout()
        who.setSpacing(theme.scaled(6))
        for mark in self._marks.values():
            who.addWidget(mark)
        who.addWidget(self.who)
        who.addWidget(self.whose)
        self.whose.setMenu(QMenu(self.whose))
        self._first.addSpacing(theme.scaled(4))
        self._first.addLayout(who)
        self._first.addStretch(1)
        self._line.setSpacing(gap)
        self._line.addLayout(self._first)
        self._line.addWidget(self._expected, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap)
        top = QHBoxLayout()
        top.setSpacing(gap)
        top.addLayout(self._line, 1)
        top.addWidget(self.help_button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        column.addWidget(self._notice)
        self._notice.hide()
        self.help_button.hide()

    def _arrange(self) -> None:
        # On one line beside the switch; else two small lines there; else below it.
        room = self.width() - self._first.sizeHint().width() - theme.scaled(24)
        if not self.help_button.isHidden():
            room -= self.help_button.sizeHint().width() + theme.scaled(12)
        whole = QFontMetrics(theme.font("secondary")).horizontalAdvance(self.expected_text())
        small = QFontMetrics(theme.font("label"))
        halves = max((small.horizontalAdvance(sentence) for sentence in self._sentences), default=0)
        in_two = whole > room >= halves
        beside = whole <= room or in_two
        directions = QBoxLayout.Direction
        self._line.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        self._line.setSpacing(theme.scaled(12 if beside else 6))
        side = Qt.AlignmentFlag.AlignRight if beside else Qt.AlignmentFlag.AlignLeft
        self._expected.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self._expected.setFont(theme.font("label" if in_two else "secondary"))
        self._expected.setText("\n".join(self._sentences) if in_two else self.expected_text())

    def _offer(self, view: SheetView) -> None:
        """The other views of the round; on a screen that the student sees too there is no way to them (R5)."""
        menu = self.whose.menu()
        menu.clear()
        for perspective in view.perspectives:
            action = menu.addAction(self._type_words(perspective))
            action.setCheckable(True)
            action.setChecked(perspective is view.perspective)
            action.triggered.connect(
                lambda _checked=False, perspective=perspective: self.perspective_chosen.emit(perspective)
            )
        if not view.final:
            menu.addSeparator()
            for perspective in view.perspectives:
                if perspective is not Perspective.WORKPLACE:
                    action = menu.addAction(self._paper_words(perspective))
                    action.triggered.connect(
                        lambda _checked=False, perspective=perspective: self.paper_wanted.emit(perspective)
                    )
        offered = len(view.perspectives) > 1 and not joint_screen.is_on()
        self.whose.setVisible(offered)
        self.who.set_clickable(offered)

    def _on_who_clicked(self) -> None:
        self.whose.setFocus(Qt.FocusReason.MouseFocusReason)
        self.whose.showMenu()

    def _type_words(self, perspective: Perspective) -> str:
        """What one does in a view: look for oneself, or type in for somebody else."""
        views = {
            Perspective.STUDENT: self.tr("Type in for the {student}"),
            Perspective.WORKPLACE: self.tr("View of the workplace: you"),
            Perspective.INSTITUTE: self.tr("Type in for the {institute_supervisor}"),
        }
        return filled(views[perspective])

    def _paper_words(self, perspective: Perspective) -> str:
        papers = {
            Perspective.STUDENT: self.tr("Type over the paper sheet of the {student}…"),
            Perspective.INSTITUTE: self.tr("Type over the paper sheet of the {institute_supervisor}…"),
        }
        return filled(papers[perspective])

    def _who_words(self, perspective: Perspective) -> str:
        views = {
            Perspective.STUDENT: self.tr("View of the {student}"),
            Perspective.WORKPLACE: self.tr("View of the workplace: you"),
            Perspective.INSTITUTE: self.tr("View of the institute"),
        }
        return filled(views[perspective])

    def _expected_sentences(self, view: SheetView) -> tuple[str, ...]:
        moment = moment_words(view.held_on)
        if view.phase is None:
            when = self.tr("No phase, {moment}.").format(moment=moment)
        else:
            when = self.tr("Phase {phase}, {moment}.").format(phase=view.phase, moment=moment)
        level = view.expected_level
        expected = self.tr("{level} {word} = what may be expected now.").format(
            level=level, word=chosen(view.level_labels[level - 1])
        )
        return (when, expected)

    def _whose_words(self, view: SheetView) -> str:
        by_themselves = view.collected is Collected.OWN_SCREEN and view.collected_on is not None
        if view.perspective is Perspective.STUDENT:
            words = (
                self.tr("This is {name}'s own view, filled in on this computer.")
                if by_themselves
                else self.tr("This is {name}'s own view. You type it in for them, in their words.")
            )
            return words.format(name=view.student_name)
        return filled(
            self.tr("This is the view of the {institute_supervisor}, filled in on this computer.")
            if by_themselves
            else self.tr("This is the view of the {institute_supervisor}. You type it in for them.")
        )

    def _notice_words(self, view: SheetView, *, own_ready: bool) -> str:
        sentences: list[str] = []
        if view.hidden:
            return ""
        if view.final:
            sentences.append(self.tr("This round is final: you can read it, not change it."))
        if view.perspective is Perspective.STUDENT:
            sentences.append(self._whose_words(view))
            if view.strand is Strand.WORKPLACE_PART:
                sentences.append(self.tr("Sharing this is voluntary; “–” is always a good answer."))
        elif view.perspective is Perspective.INSTITUTE:
            sentences.append(self._whose_words(view))
        if view.perspective is Perspective.WORKPLACE and not view.blind and not view.final:
            sentences.append(
                self.tr("Not blind: a level was changed after another view could be seen.")
                if view.revealed
                else self.tr(
                    "Not blind: a level was changed after the view of somebody else had been typed in."
                )
            )
        if view.perspective is not Perspective.WORKPLACE and not view.final:
            if not view.blind and view.revealed:
                sentences.append(self.tr("Not blind."))
            elif not view.blind:
                sentences.append(self.tr("Not blind: it was begun before your own sheet was ready."))
            elif not own_ready:
                sentences.append(
                    self.tr("Your own sheet is not ready yet: what you type now is kept as “not blind”.")
                )
        return " ".join(sentences)


class _Who(Label):
    """Whose view this is; a click on the words opens the menu beside them, as the arrow does."""

    clicked = Signal()

    def __init__(self) -> None:
        super().__init__(wrap=False)
        self._clickable = False

    def set_clickable(self, clickable: bool) -> None:
        """Whether there is another view to go to."""
        self._clickable = clickable
        shape = Qt.CursorShape.PointingHandCursor if clickable else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._clickable and event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit()
        else:
            super().mousePressEvent(event)
