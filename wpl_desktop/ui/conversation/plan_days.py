"""The days of a series before it is planned: by month, what is left out and why, and who is busy then."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wpl_desktop.domain.words import capital
from wpl_desktop.services.series import Occurrence
from wpl_desktop.ui import theme
from wpl_desktop.ui.language import chosen, day_and_month, month_and_year
from wpl_desktop.ui.widgets.card import Hint, ListBox
from wpl_desktop.ui.widgets.labels import Label, muted_label, section_label, small_heading


@dataclass(frozen=True)
class StudentDays:
    """The days of one student; `name` is empty where there is only one."""

    name: str
    days: Sequence[Occurrence]


class DaysPreview(QWidget):
    """The list of days; nothing can be changed here."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = muted_label("")
        self._months = ListBox()
        self._skipped_title = small_heading(self.tr("Left out"))
        self._skipped = Label("", role="secondary", tone="muted")
        self._clashes = Hint("", icon="warning")
        head = QHBoxLayout()
        head.setSpacing(theme.scaled(8))
        head.addWidget(section_label(self.tr("Days")))
        head.addWidget(self._count, 1, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.scaled(16))
        column.setSpacing(theme.scaled(8))
        column.addLayout(head)
        column.addWidget(self._clashes)
        column.addWidget(self._months)
        column.addWidget(self._skipped_title)
        column.addWidget(self._skipped)

    def set_days(self, students: Sequence[StudentDays]) -> None:
        """Show the days of everybody; the months are those of the first, what differs is told by name."""
        planned = [one for student in students for one in student.days if one.skipped is None]
        self._count.setText(self._count_words(len(planned)))
        self._months.clear()
        every = sorted({one.day for one in planned})
        for _, days in groupby(every, key=lambda day: (day.year, day.month)):
            self._months.add_row(self._month(list(days)))
        self._months.setVisible(bool(every))
        lines = list(_skipped_lines(students))
        self._skipped.setText("\n".join(lines))
        for label in (self._skipped_title, self._skipped):
            label.setVisible(bool(lines))
        clashes = list(self._clash_lines(planned))
        self._clashes.set_text("\n".join(clashes))
        self._clashes.setVisible(bool(clashes))

    def months(self) -> list[str]:
        """The rows from top to bottom, as they read."""
        return [row.property("line") for row in self._months.rows()]

    def left_out(self) -> str:
        """What is left out and why."""
        return self._skipped.text()

    def clashes(self) -> str:
        """Who is busy on which day."""
        return self._clashes.text() if self._clashes.isVisibleTo(self) else ""

    def _month(self, days: Sequence[date]) -> QWidget:
        row = QWidget()
        numbers = " · ".join(str(day.day) for day in days)
        name = month_and_year(days[0])
        row.setProperty("line", f"{name}: {numbers}")
        layout = QHBoxLayout(row)
        layout.setContentsMargins(theme.scaled(12), theme.scaled(5), theme.scaled(12), theme.scaled(5))
        layout.setSpacing(theme.scaled(12))
        month = Label(name, role="secondary", wrap=False)
        month.set_tone("muted")
        layout.addWidget(month, 1)
        layout.addWidget(Label(numbers, role="secondary", wrap=False))
        return row

    def _count_words(self, count: int) -> str:
        if count == 1:
            return self.tr("1 conversation")
        return self.tr("{count} conversations").format(count=count)

    def _clash_lines(self, planned: Iterable[Occurrence]) -> Iterator[str]:
        """One line for each person who is busy, with the days."""
        days: dict[str, list[date]] = {}
        for one in planned:
            for clash in one.clashes:
                days.setdefault(clash.person, []).append(one.day)
        for name, found in days.items():
            yield self.tr("{name} already has a conversation then on {days}.").format(
                name=name, days=", ".join(day_and_month(day) for day in sorted(set(found)))
            )


def _skipped_lines(students: Sequence[StudentDays]) -> Iterator[str]:
    """One line for each reason, with its days; with names where it is not everybody's."""
    whose: dict[tuple[str, date], list[str]] = {}
    for student in students:
        for one in student.days:
            if one.skipped is not None:
                whose.setdefault((capital(chosen(one.skipped)), one.day), []).append(student.name)
    lines: dict[tuple[str, str], list[date]] = {}
    for (reason, day), names in sorted(whose.items(), key=lambda item: item[0][1]):
        who = "" if len(names) == len(students) else ", ".join(names)
        lines.setdefault((reason, who), []).append(day)
    for (reason, who), days in lines.items():
        written = ", ".join(day_and_month(day) for day in days)
        yield f"{reason} ({who}): {written}" if who else f"{reason}: {written}"
