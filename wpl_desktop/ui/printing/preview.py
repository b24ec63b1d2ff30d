"""The preview: a bar with the title, pages and zoom above the sheets of the real PDF."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QImage,
    QKeySequence,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from wpl_desktop.ui import background, theme
from wpl_desktop.ui.printing.documents import PageSize, ReportFile, page_picture
from wpl_desktop.ui.printing.page_view import Fit, PageView
from wpl_desktop.ui.style import RADIUS, rounded_box
from wpl_desktop.ui.widgets.buttons import Button, IconButton
from wpl_desktop.ui.widgets.labels import Label

if TYPE_CHECKING:
    from wpl_desktop.ui.background import Job

BAR_HEIGHT: Final = 44
PERCENTS: Final = (50, 75, 100, 150, 200)
# What is shown until a report is there: a report has more than one page.
EMPTY_SHEET: Final = PageSize(width=595.28, height=841.89)


class Preview(QWidget):
    """Shows the pages of one report; pictures are made on a worker, those in view first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.file: ReportFile | None = None
        self._shown: object = None
        self._drawing: Job | None = None
        self._bar = QWidget()
        self._title = Label(role="secondary_strong")
        self._facts = Label(role="secondary", tone="muted")
        self.back = IconButton("chevron-left", name=self.tr("Previous page (Page Up)"))
        self.place = Label(role="secondary", wrap=False)
        self.forth = IconButton("chevron-right", name=self.tr("Next page (Page Down)"))
        self.smaller = IconButton("minus", name=self.tr("Smaller (Ctrl+−)"))
        self.zoom = Button("", kind="muted")
        self.larger = IconButton("plus", name=self.tr("Larger (Ctrl++)"))
        self.view = PageView()
        self._assemble()
        self._add_zoom_menu()
        self._connect()
        self._show_place()

    # What the page tells the preview

    def set_heading(self, title: str, facts: str) -> None:
        """Say what is shown, and in which state; the number of pages is added once it is known."""
        self._title.setText(title)
        self._facts.setText(facts)
        self._facts.setVisible(bool(facts))
        self._fit_bar()

    def show_loading(self, key: object) -> None:
        """Wait for a report; a newer version of what is shown keeps its old pages until then."""
        self.file = None
        if key != self._shown:
            self._shown = key
            self.view.set_pages((EMPTY_SHEET, EMPTY_SHEET), keep_place=False)
        self._show_place()

    def show_file(self, file: ReportFile, key: object) -> None:
        """Show a report that was written; `key` says which one it is."""
        keep_place = key == self._shown
        self._shown = key
        self.file = file
        self.view.set_pages(file.pages, keep_place=keep_place)
        self._show_place()

    def forget(self) -> None:
        """Let go of the report and its pictures."""
        self.file = None
        self._shown = None
        self.view.set_pages((), keep_place=False)
        self._show_place()

    def is_complete(self) -> bool:
        """Whether every page in view is drawn sharp."""
        return self.file is not None and self._drawing is None and not self.view.wanted()

    def add_shortcuts(self, owner: QWidget) -> None:
        """Turn pages and change the size by keyboard wherever the focus is in `owner`."""
        view = self.view
        for keys, action in (
            ("PgUp", lambda: view.go(-1)),
            ("PgDown", lambda: view.go(1)),
            ("Ctrl++", view.zoom_in),
            ("Ctrl+=", view.zoom_in),
            ("Ctrl+-", view.zoom_out),
            ("Ctrl+0", lambda: view.set_fit(Fit.PAGE)),
        ):
            QShortcut(QKeySequence(keys), owner).activated.connect(action)

    def tab_stops(self) -> list[QWidget]:
        """What takes the focus, in reading order."""
        return [self.back, self.forth, self.smaller, self.zoom, self.larger, self.view]

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_bar()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = theme.tokens()
        painter = QPainter(self)
        rounded_box(painter, self.rect(), fill=tokens.canvas, line=None)
        inside = QPainterPath()
        inside.addRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(inside)
        bar = self._bar.geometry()
        painter.fillRect(0, 0, self.width(), bar.bottom() + 1, tokens.surface)
        painter.fillRect(0, bar.bottom() + 1, self.width(), 1, tokens.line)
        painter.restore()
        focused = self.view.hasFocus()
        line, width = (tokens.accent, 2) if focused else (tokens.line, 1)
        rounded_box(painter, self.rect(), fill=None, line=line, width=width)
        painter.end()

    # Slots

    def _show_place(self) -> None:
        places = self.view.current_pages() if self.file is not None else None
        count = len(self.file.pages) if self.file is not None else 0
        if places is None:
            self.place.setText("")
        elif places[0] == places[1]:
            self.place.setText(self.tr("{page} of {count}").format(page=places[0] + 1, count=count))
        else:
            self.place.setText(
                self.tr("{first}–{last} of {count}").format(
                    first=places[0] + 1, last=places[1] + 1, count=count
                )
            )
        has_pages = places is not None
        bar = self.view.verticalScrollBar()
        self.back.setEnabled(has_pages and bar.value() > 0)
        self.forth.setEnabled(has_pages and bar.value() < bar.maximum())
        self.zoom.setText(
            self.tr("{percent} %").format(percent=self.view.zoom_percent()) if has_pages else "–"
        )
        for button in (self.smaller, self.zoom, self.larger):
            button.setEnabled(has_pages)
        self.view.setAccessibleName(
            self.tr("Preview of the report, {place}").format(place=self.place.text() or self.tr("loading"))
        )

    def _draw_wanted(self) -> None:
        """Draw the next page in view that has no sharp picture; one at a time."""
        file = self.file
        if file is None or (self._drawing is not None and self._drawing.is_running()):
            return
        wanted = self.view.wanted()
        if not wanted:
            return
        number = wanted[0]
        width = self.view.picture_width(number)

        def draw(progress: background.Progress) -> QImage:
            progress.check()
            return page_picture(file, number, width=width)

        def done(picture: QImage) -> None:
            self._drawing = None
            if file is self.file:
                self.view.set_picture(number, picture)
            self._draw_wanted()

        def failed(error: Exception) -> None:
            self._drawing = None
            raise error

        self._drawing = background.run(draw, context=self, done=done, failed=failed)

    # Internals

    def _assemble(self) -> None:
        self.place.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.place.setMinimumWidth(theme.scaled(64))
        self.zoom.setToolTip(self.tr("Choose the size"))
        self.zoom.setAccessibleName(self.tr("Size"))
        self._words = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._words.addWidget(self._title)
        for label in (self._title, self._facts):
            label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._words.addWidget(self._facts, 1)
        self._controls = QHBoxLayout()
        controls = self._controls
        controls.setSpacing(theme.scaled(4))
        for widget in (self.back, self.place, self.forth):
            controls.addWidget(widget)
        controls.addSpacing(theme.scaled(8))
        for widget in (self.smaller, self.zoom, self.larger):
            controls.addWidget(widget)
        self._bar_row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._bar)
        self._bar_row.setContentsMargins(theme.scaled(16), theme.scaled(5), theme.scaled(12), theme.scaled(5))
        self._bar_row.setSpacing(theme.scaled(8))
        self._bar_row.addLayout(self._words, 1)
        self._bar_row.addLayout(controls)
        self._bar_row.setAlignment(controls, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._bar.setMinimumHeight(theme.scaled(BAR_HEIGHT))
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 1, 2, 2)
        column.setSpacing(1)
        column.addWidget(self._bar)
        column.addWidget(self.view, 1)

    def _add_zoom_menu(self) -> None:
        menu = QMenu(self.zoom)
        group = QActionGroup(menu)
        self._choices: list[tuple[QAction, Callable[[], bool]]] = []

        def add(text: str, choose: Callable[[], None], is_chosen: Callable[[], bool]) -> None:
            action = menu.addAction(text)
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(lambda _checked=False: choose())
            self._choices.append((action, is_chosen))

        view = self.view
        add(
            self.tr("Whole page (Ctrl+0)"),
            lambda: view.set_fit(Fit.PAGE),
            lambda: view.fit() is Fit.PAGE,
        )
        add(self.tr("Page width"), lambda: view.set_fit(Fit.WIDTH), lambda: view.fit() is Fit.WIDTH)
        menu.addSeparator()
        for percent in PERCENTS:
            add(
                self.tr("{percent} %").format(percent=percent),
                lambda percent=percent: view.set_zoom(percent),
                lambda percent=percent: view.fit() is None and view.zoom_percent() == percent,
            )
        menu.aboutToShow.connect(self._check_choice)
        self.zoom.setMenu(menu)

    def _check_choice(self) -> None:
        for action, is_chosen in self._choices:
            action.setChecked(is_chosen())

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self.view.go(-1))
        self.forth.clicked.connect(lambda: self.view.go(1))
        self.smaller.clicked.connect(self.view.zoom_out)
        self.larger.clicked.connect(self.view.zoom_in)
        self.view.place_changed.connect(self._show_place)
        self.view.pictures_wanted.connect(self._draw_wanted)

    def _fit_bar(self) -> None:
        """Title and facts in one line with the controls; below each other as far as there is no room."""
        room = self.width() - theme.scaled(44)
        controls = self._controls.sizeHint().width()
        title = self._title.fontMetrics().horizontalAdvance(self._title.text())
        facts = self._facts.fontMetrics().horizontalAdvance(self._facts.text())
        beside = max(title, facts) + controls <= room
        words_in_line = title + facts + theme.scaled(8) + (controls if beside else 0) <= room
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._words.setDirection(across if words_in_line else down)
        self._words.setSpacing(theme.scaled(8) if words_in_line else 0)
        for label in (self._title, self._facts):
            label.setWordWrap(not words_in_line)
        self._bar_row.setDirection(across if beside else down)
        self._bar_row.setSpacing(theme.scaled(8 if beside else 0))
