"""The small dialogs of the school year: days in a calendar, its first and last day, and a lesson hour."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from wpl_desktop.domain.errors import DomainError, EnvironmentTrouble
from wpl_desktop.domain.school_year import KINDS_OF, CalendarSide, Stretch, YearPlan
from wpl_desktop.services.school_calendar import LessonHourRow
from wpl_desktop.services.school_years import LONGEST_NAME, HourKey, HourValues, PeriodValues
from wpl_desktop.texts import error_message
from wpl_desktop.texts_talks import calendar_side_name, period_kind_name
from wpl_desktop.ui.language import chosen, translate, weekday_name, words
from wpl_desktop.ui.widgets.fields import Field, FormLayout
from wpl_desktop.ui.widgets.form_dialog import FormDialog
from wpl_desktop.ui.widgets.moments import DayEdit, QuarterEdit

if TYPE_CHECKING:
    from wpl_desktop.services import Services

_WIDTH = 520
_FIRST_HOUR, _LAST_HOUR = time(8, 30), time(9, 20)


class _SmallDialog(FormDialog):
    """A form of a few facts; what is wrong stands at its field."""

    def __init__(self, services: Services, *, parent: QWidget | None) -> None:
        super().__init__(parent, width=_WIDTH)
        self.services = services
        self.fields = FormLayout()
        self._names: frozenset[str] = frozenset()
        self.body.addLayout(self.fields)

    def close_form(self, *, names: frozenset[str]) -> None:
        """The fields are complete: `names` are those at which an error can stand."""
        self._names = names
        self.primary.setText(self.tr("Keep"))
        self.body.addStretch(1)
        self.finish()

    def keep(self) -> None:
        """Keep what stands in the form. Raises `DomainError` or `EnvironmentTrouble`."""
        raise NotImplementedError

    # Events

    def accept(self) -> None:
        self.set_message("")
        self.fields.set_errors({})
        try:
            self.keep()
        except (DomainError, EnvironmentTrouble) as error:
            field = error.field if isinstance(error, DomainError) else ""
            text = error_message(error, translate)
            if field in self._names:
                self.fields.set_errors({field: text})
                self.grow()
            else:
                self.set_message(text)
        else:
            super().accept()


class PeriodDialog(_SmallDialog):
    """Adds days to one of the calendars, or changes those that were shown."""

    def __init__(
        self,
        services: Services,
        *,
        first_year: int,
        side: CalendarSide,
        day: date,
        shown: Stretch | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, parent=parent)
        self._first_year = first_year
        self._side = side
        self._shown = shown
        self.period_id = shown.id if shown else None
        self._follows = shown is None
        self.kind = QComboBox()
        self._kinds = list(KINDS_OF[side])
        if shown is not None and shown.kind not in self._kinds:
            self._kinds.append(shown.kind)
        self.kind.addItems([period_kind_name(kind, translate, words()) for kind in self._kinds])
        self.name = QLineEdit(chosen(shown.name) if shown else "")
        self.name.setMaxLength(LONGEST_NAME)
        self.starts_on = DayEdit(shown.starts_on if shown else day)
        self.ends_on = DayEdit(shown.ends_on if shown else day)
        self.fields.add_field("kind", self.tr("What"), self.kind)
        self.fields.add_field("name", self.tr("Name"), self.name)
        self.fields.add_fields(
            {
                "starts_on": Field(self.tr("First day"), self.starts_on),
                "ends_on": Field(self.tr("Last day"), self.ends_on),
            }
        )
        self.setWindowTitle(self.tr("Change days") if shown else self.tr("Add days"))
        self.close_form(names=frozenset({"starts_on", "ends_on"}))
        if shown is not None:
            self.kind.setCurrentIndex(self._kinds.index(shown.kind))
        self._on_kind()
        self.kind.currentIndexChanged.connect(self._on_kind)
        self.starts_on.dateChanged.connect(self._on_first_day)
        self.ends_on.dateChanged.connect(self._on_last_day)
        self.kind.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Keep the days in the calendar."""
        years = self.services.school_calendar.years
        values = self._values()
        if self._shown is None:
            self.period_id = years.add_period(self._first_year, values, origin=self.parent())
        else:
            self.period_id = years.change_period(self._first_year, self._shown, values, origin=self.parent())

    def _values(self) -> PeriodValues:
        text = self.name.text().strip()
        name = {"nl": text, "en": text}
        # What nobody touched keeps its name in both languages.
        if self._shown is not None and text == chosen(self._shown.name):
            name = self._shown.name
        return PeriodValues(
            side=self._side,
            kind=self._kinds[self.kind.currentIndex()],
            name=name,
            starts_on=self.starts_on.value(),
            ends_on=self.ends_on.value(),
        )

    def _on_kind(self) -> None:
        # Without a name of its own it is called what it is.
        self.name.setPlaceholderText(self.kind.currentText())

    def _on_first_day(self) -> None:
        if self._follows:
            self.ends_on.set_value(self.starts_on.value())
            self._follows = True

    def _on_last_day(self) -> None:
        self._follows = False


class BoundsDialog(_SmallDialog):
    """Changes the first and last day of school, or of the academic year."""

    def __init__(
        self, services: Services, *, plan: YearPlan, side: CalendarSide, parent: QWidget | None = None
    ) -> None:
        super().__init__(services, parent=parent)
        self._plan = plan
        self._side = side
        is_school = side is CalendarSide.SCHOOL
        self.starts_on = DayEdit(plan.starts_on if is_school else plan.academic_starts_on)
        self.ends_on = DayEdit(plan.ends_on if is_school else plan.academic_ends_on)
        self.fields.add_fields(
            {
                "starts_on": Field(self.tr("First day"), self.starts_on),
                "ends_on": Field(self.tr("Last day"), self.ends_on),
            }
        )
        name = calendar_side_name(side, translate, words())
        self.setWindowTitle(self.tr("First and last day: {calendar}").format(calendar=name))
        self.close_form(names=frozenset({"starts_on", "ends_on"}))
        self.starts_on.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Keep the bounds of the year."""
        self.services.school_calendar.years.change_bounds(
            self._plan,
            side=self._side,
            starts_on=self.starts_on.value(),
            ends_on=self.ends_on.value(),
            origin=self.parent(),
        )


class HourDialog(_SmallDialog):
    """Adds an hour that the owner teaches each week, or changes the one that was shown."""

    def __init__(
        self, services: Services, *, shown: LessonHourRow | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(services, parent=parent)
        self._shown = shown
        self.hour_id = shown.id if shown else None
        self.weekday = QComboBox()
        self.weekday.addItems([weekday_name(day) for day in range(1, 8)])
        self.weekday.setCurrentIndex(shown.weekday - 1 if shown else 0)
        self.begin, self.end = QuarterEdit(), QuarterEdit()
        self.begin.set_value(_moment(_clock(shown.from_minute) if shown else _FIRST_HOUR))
        self.end.set_value(_moment(_clock(shown.to_minute) if shown else _LAST_HOUR))
        self.label = QLineEdit(shown.label if shown else "")
        self.label.setMaxLength(LONGEST_NAME)
        self.label.setPlaceholderText(self.tr("for example: class L3"))
        self.fields.add_fields(
            {
                "weekday": Field(self.tr("Day"), self.weekday),
                "from": Field(self.tr("From"), self.begin),
                "to": Field(self.tr("Until"), self.end),
            }
        )
        self.fields.add_field("label", self.tr("What"), self.label)
        self.setWindowTitle(self.tr("Change lesson hour") if shown else self.tr("Add lesson hour"))
        self.close_form(names=frozenset({"weekday", "from", "to"}))
        self.weekday.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Keep the hour."""
        shown = HourKey(id=self._shown.id, version=self._shown.version) if self._shown else None
        values = HourValues(
            weekday=self.weekday.currentIndex() + 1,
            from_minute=_minutes(self.begin.value()),
            to_minute=_minutes(self.end.value()),
            label=self.label.text(),
        )
        self.hour_id = self.services.school_calendar.years.save_hour(
            values, shown=shown, origin=self.parent()
        )


def _clock(minutes: int) -> time:
    last = 24 * 60 - 1
    return time(min(minutes, last) // 60, min(minutes, last) % 60)


def _minutes(moment: time) -> int:
    return moment.hour * 60 + moment.minute


def _moment(moment: time) -> datetime:
    return datetime.combine(date.min, moment)
