"""The school year: both calendars, own lesson hours, who is where, and the step into the next year."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout

from wpl_desktop.domain.errors import DomainError, EnvironmentTrouble
from wpl_desktop.domain.school_year import CalendarSide, HolidaySet, Stretch, YearPlan
from wpl_desktop.services.holiday_sets import advice
from wpl_desktop.services.school_calendar import LessonHourRow
from wpl_desktop.services.school_years import HourKey
from wpl_desktop.texts import error_message
from wpl_desktop.texts_talks import holiday_set_name
from wpl_desktop.ui import theme
from wpl_desktop.ui.language import chosen, translate
from wpl_desktop.ui.page import Page
from wpl_desktop.ui.school_year.calendar_card import CalendarCard
from wpl_desktop.ui.school_year.people_cards import HoursCard, StudentsCard
from wpl_desktop.ui.school_year.period_dialog import BoundsDialog, HourDialog, PeriodDialog
from wpl_desktop.ui.school_year.year_words import year_name
from wpl_desktop.ui.widgets.buttons import IconButton, plain_button
from wpl_desktop.ui.widgets.card import Hint
from wpl_desktop.ui.widgets.content import ContentArea, side_margin
from wpl_desktop.ui.widgets.labels import Label, muted_label

if TYPE_CHECKING:
    from wpl_desktop.services.bundle import Services

# Under this width the cards stand below each other.
_TWO_COLUMNS_FROM: Final = 860
_GAP: Final = 24


class SchoolYearPage(Page):
    """Every change is kept at once and taken back with Ctrl+Z; the first one keeps the whole year as rows."""

    shows: ClassVar[frozenset[str]] = frozenset(
        {
            "SchoolYear",
            "CalendarPeriod",
            "LessonHour",
            "Trajectory",
            "Person",
            "BlockPlacement",
            "PresencePeriod",
            "Profile",
        }
    )

    def __init__(self) -> None:
        super().__init__()
        self._first_year = 0
        self._plan: YearPlan | None = None
        self.before_button = IconButton("chevron-left", name=self.tr("The school year before"))
        self.year_label = Label(role="title", wrap=False)
        self.after_button = IconButton("chevron-right", name=self.tr("The next school year"))
        self.set_label = muted_label(self.tr("Holidays"))
        self.holiday_set = QComboBox()
        self.new_year_button = plain_button(self.tr("New school year…"), icon="agenda")
        self.hint = Hint("")
        self.advice = muted_label("")
        self.school = CalendarCard(CalendarSide.SCHOOL)
        self.academic = CalendarCard(CalendarSide.ACADEMIC)
        self.hours = HoursCard()
        self.students = StudentsCard()
        self._area = QScrollArea()
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._calendars = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._people = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._assemble()
        self._connect()

    # What the frame asks

    def open(self, **arguments: object) -> bool:
        """Show a school year; without one that of today."""
        first_year = arguments.get("first_year")
        if isinstance(first_year, int):
            self._first_year = first_year
            self.refresh()
            return True
        return False

    def title(self) -> str:
        """The title in the top bar."""
        return self.tr("School year")

    def subtitle(self) -> str:
        """Which one."""
        return year_name(self._first_year) if self._first_year else ""

    def place(self) -> dict[str, object]:
        """The year that is shown."""
        return {"first_year": self._first_year} if self._first_year else {}

    @property
    def back_target(self) -> str | None:
        """The settings."""
        return "settings"

    def refresh(self) -> None:
        """Show the school year as it is now."""
        calendar = self._bundle().school_calendar
        self._first_year = self._first_year or calendar.years.current()
        plan = calendar.years.year(self._first_year)
        self._plan = plan
        self.year_label.setText(year_name(self._first_year))
        self._show_set(plan)
        self.school.show_plan(plan)
        self.academic.show_plan(plan)
        self.hours.show_hours(calendar.lesson_hours())
        first = min(plan.starts_on, plan.academic_starts_on)
        self.students.show_students(calendar.students(first, max(plan.ends_on, first)))
        self.heading_changed.emit()

    def focus_first(self) -> None:
        """Start with what is to be chosen first, else with the calendar of the school."""
        needs_set = self._plan is not None and self._plan.holiday_set is None
        first = self.holiday_set if needs_set else self.school.table
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        inner = self.width() - 2 * side_margin(self.width())
        direction = QBoxLayout.Direction
        wide = inner >= theme.scaled(_TWO_COLUMNS_FROM)
        for row in (self._head, self._calendars, self._people):
            row.setDirection(direction.LeftToRight if wide else direction.TopToBottom)

    # Slots

    def _on_before(self) -> None:
        self._first_year -= 1
        self.refresh()

    def _on_after(self) -> None:
        self._first_year += 1
        self.refresh()

    def _on_set(self, number: int) -> None:
        wanted = cast("str | None", self.holiday_set.itemData(number))
        plan = self._plan
        if wanted is None or plan is None or (plan.holiday_set and plan.holiday_set.value == wanted):
            return
        years = self._bundle().school_calendar.years
        try:
            years.choose_set(self._first_year, HolidaySet(wanted), origin=self)
        except (DomainError, EnvironmentTrouble) as error:
            self._say(error_message(error, translate))
            return
        self.saved.emit()
        self.refresh()

    def _on_new_year(self) -> None:
        self.open_requested.emit("new_year_dialog", {})

    def _on_student(self, trajectory_id: object) -> None:
        self.open_requested.emit("student_dialog", {"trajectory_id": trajectory_id})

    def _on_add(self, card: CalendarCard) -> None:
        if self._plan is None:
            return
        today = self._bundle().clock.local().date()
        inside = self._plan.starts_on <= today <= self._plan.ends_on
        dialog = PeriodDialog(
            self._bundle(),
            first_year=self._first_year,
            side=card.side,
            day=today if inside else self._plan.starts_on,
            parent=self,
        )
        self._show(dialog, card)

    def _on_change(self, period: Stretch) -> None:
        card = self._card(period)
        dialog = PeriodDialog(
            self._bundle(),
            first_year=self._first_year,
            side=card.side,
            day=period.starts_on,
            shown=period,
            parent=self,
        )
        self._show(dialog, card)

    def _show(self, dialog: PeriodDialog, card: CalendarCard) -> None:
        def kept() -> None:
            self._kept()
            if dialog.period_id is not None:
                card.select(dialog.period_id)
            card.table.setFocus(Qt.FocusReason.OtherFocusReason)

        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(kept)
        dialog.open()

    def _on_delete(self, period: Stretch) -> None:
        card = self._card(period)
        years = self._bundle().school_calendar.years
        place = card.periods().index(period)
        try:
            years.delete_period(self._first_year, period, origin=self)
        except (DomainError, EnvironmentTrouble) as error:
            self._say(error_message(error, translate))
            return
        self._kept()
        left = card.periods()
        if left:
            next_one = left[min(place, len(left) - 1)]
            card.select(next_one.id)
            card.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            card.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_bounds(self, card: CalendarCard) -> None:
        if self._plan is not None:
            dialog = BoundsDialog(self._bundle(), plan=self._plan, side=card.side, parent=self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.accepted.connect(self._kept)
            dialog.open()

    def _on_hour(self, shown: LessonHourRow | None = None) -> None:
        dialog = HourDialog(self._bundle(), shown=shown, parent=self)

        def kept() -> None:
            self._kept()
            self.hours.select(dialog.hour_id)

        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(kept)
        dialog.open()

    def _on_delete_hour(self, shown: LessonHourRow) -> None:
        key = HourKey(id=shown.id, version=shown.version)
        try:
            self._bundle().school_calendar.years.delete_hour(key, origin=self)
        except (DomainError, EnvironmentTrouble) as error:
            self._say(error_message(error, translate))
            return
        self._kept()

    # Internals

    def _bundle(self) -> Services:
        return cast("Services", self.services)

    def _card(self, period: Stretch) -> CalendarCard:
        return self.school if period.side is CalendarSide.SCHOOL else self.academic

    def _kept(self) -> None:
        self.saved.emit()
        self.refresh()

    def _say(self, text: str) -> None:
        self.hint.set_text(text)
        self.hint.setVisible(bool(text))

    def _show_set(self, plan: YearPlan) -> None:
        """Whose holidays these are, and what still has to be said or filled in."""
        self.holiday_set.blockSignals(True)
        self.holiday_set.clear()
        if plan.holiday_set is None:
            self.holiday_set.addItem(self.tr("Choose the region"), None)
        for one in HolidaySet:
            self.holiday_set.addItem(holiday_set_name(one, translate), one.value)
        if plan.holiday_set is not None:
            self.holiday_set.setCurrentIndex(self.holiday_set.findData(plan.holiday_set.value))
        self.holiday_set.blockSignals(False)
        has_set = plan.holiday_set is not None
        for button in (self.school.add_button, self.academic.add_button, self.new_year_button):
            button.set_available(has_set, reason=self.tr("First choose whose holidays count."))
        for button in (self.school.bounds_button, self.academic.bounds_button):
            button.setEnabled(has_set)
        if not has_set:
            self._say(
                self.tr("Choose the region whose holidays count. Until then only public holidays are known.")
            )
        elif not plan.is_known:
            self._say(
                self.tr(
                    "The holidays of {year} are not known to the program. "
                    "The public holidays are there; add the holidays from the school's own guide."
                ).format(year=year_name(plan.first_year))
            )
        else:
            self._say("")
        is_dutch = has_set and plan.holiday_set is not HolidaySet.FLANDERS
        self.advice.setText(chosen(advice()) if is_dutch else "")
        self.advice.setVisible(is_dutch)

    def _assemble(self) -> None:
        self.holiday_set.setAccessibleName(self.tr("Whose holidays"))
        self.holiday_set.setMinimumWidth(theme.scaled(200))
        self.set_label.setWordWrap(False)
        year = QHBoxLayout()
        year.setSpacing(theme.scaled(8))
        year.addWidget(self.before_button)
        year.addWidget(self.year_label)
        year.addWidget(self.after_button)
        year.addStretch(1)
        choices = QHBoxLayout()
        choices.setSpacing(theme.scaled(12))
        choices.addWidget(self.set_label, 0, Qt.AlignmentFlag.AlignVCenter)
        choices.addWidget(self.holiday_set)
        choices.addWidget(self.new_year_button)
        choices.addStretch(1)
        self._head.setSpacing(theme.scaled(12))
        self._head.addLayout(year, 1)
        self._head.addLayout(choices)
        for row, cards in (
            (self._calendars, (self.school, self.academic)),
            (self._people, (self.hours, self.students)),
        ):
            row.setSpacing(theme.scaled(_GAP))
            for card in cards:
                row.addWidget(card, 1, Qt.AlignmentFlag.AlignTop)
        content = ContentArea()
        # Else the smallest height is that of the narrowest page, in which every label wraps.
        content.setMinimumHeight(1)
        content.body.addLayout(self._head)
        content.body.addWidget(self.hint)
        content.body.addWidget(self.advice)
        content.body.addLayout(self._calendars)
        content.body.addSpacing(theme.scaled(8))
        content.body.addLayout(self._people)
        content.body.addStretch(1)
        self.hint.hide()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)

    def _connect(self) -> None:
        self.before_button.clicked.connect(self._on_before)
        self.after_button.clicked.connect(self._on_after)
        self.holiday_set.activated.connect(self._on_set)
        self.new_year_button.clicked.connect(self._on_new_year)
        for card in (self.school, self.academic):
            card.add_requested.connect(lambda card=card: self._on_add(card))
            card.bounds_requested.connect(lambda card=card: self._on_bounds(card))
            card.change_requested.connect(self._on_change)
            card.delete_requested.connect(self._on_delete)
        self.hours.add_requested.connect(self._on_hour)
        self.hours.change_requested.connect(self._on_hour)
        self.hours.delete_requested.connect(self._on_delete_hour)
        self.students.student_requested.connect(self._on_student)
