"""The page of the school year by keys: both calendars, lesson hours, the choice of holidays and what it teaches."""

from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests import factory
from tests.ui.reading import clipped_in, nameless_in
from wpl_desktop.domain.school_year import CalendarSide, HolidaySet, PeriodKind
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.school_years import HourValues, PeriodValues
from wpl_desktop.ui import language, theme
from wpl_desktop.ui.school_year.period_dialog import BoundsDialog, HourDialog, PeriodDialog
from wpl_desktop.ui.school_year.school_year_page import SchoolYearPage
from wpl_desktop.ui.widgets.table import CELL_GAP, FIRST_LEFT
from wpl_desktop.ui.widgets.table_lines import heights

Kind = TypeVar("Kind", bound=QWidget)
RESOURCES = Path(__file__).parents[3] / "resources"


def shown(services: Services, qtbot: QtBot, *, width: int = 1278, **arguments: object) -> SchoolYearPage:
    """The page as the frame shows it."""
    language.set_words(services.profile.values().words("en"))
    page = SchoolYearPage()
    qtbot.addWidget(page)
    page.set_services(services)
    page.resize(width, 650)
    if not page.open(**arguments):
        page.refresh()
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.focus_first()
    QApplication.processEvents()
    return page


def dialog_of(page: SchoolYearPage, kind: type[Kind]) -> Kind:
    """The small dialog that is open."""
    return next(found for found in page.findChildren(kind) if found.isVisible())


def names(page: SchoolYearPage) -> list[str]:
    return [period.name["en"] for period in page.school.periods()]


def press(page: SchoolYearPage, key: Qt.Key) -> None:
    focused = page.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)
    QApplication.processEvents()


class TestCalendars:
    """Both lists, changed where they stand."""

    def test_the_year_of_today_with_flemish_holidays(self, services: Services, qtbot: QtBot) -> None:
        page = shown(services, qtbot)
        assert page.year_label.text() == "2025-26"
        assert names(page)[:2] == ["Autumn holiday", "Armistice Day"]
        assert page.academic.periods() == []
        assert "return days" in page.academic.nothing.text()
        assert not page.hint.isVisible()

    def test_delete_takes_the_current_one_out_and_undo_brings_it_back(
        self, services: Services, qtbot: QtBot
    ) -> None:
        page = shown(services, qtbot)
        press(page, Qt.Key.Key_Delete)
        assert names(page)[0] == "Armistice Day"
        # The next one is current, so that one can go on.
        assert page.focusWidget() is page.school.table
        press(page, Qt.Key.Key_Delete)
        assert names(page)[0] == "Christmas holiday"
        services.history.undo()
        services.history.undo()
        page.refresh()
        assert names(page)[0] == "Autumn holiday"

    def test_enter_changes_a_period_and_says_at_the_field_what_is_wrong(
        self, services: Services, qtbot: QtBot
    ) -> None:
        page = shown(services, qtbot)
        press(page, Qt.Key.Key_Return)
        dialog = dialog_of(page, PeriodDialog)
        dialog.ends_on.set_value(date(2025, 10, 20))
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert dialog.isVisible()
        assert dialog.fields.field("ends_on").error() == "The last day is before the first day."
        dialog.ends_on.set_value(date(2025, 11, 4))
        dialog.name.setText("Autumn, longer")
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert names(page)[0] == "Autumn, longer"
        first = page.school.periods()[0]
        assert (first.name["nl"], first.ends_on) == ("Autumn, longer", date(2025, 11, 4))
        assert page.school.table.current_key() == first.id

    def test_a_name_that_nobody_touched_stays_in_both_languages(
        self, services: Services, qtbot: QtBot
    ) -> None:
        page = shown(services, qtbot)
        press(page, Qt.Key.Key_Return)
        dialog = dialog_of(page, PeriodDialog)
        dialog.ends_on.set_value(date(2025, 11, 3))
        dialog.accept()
        assert page.school.periods()[0].name == {"nl": "Herfstvakantie", "en": "Autumn holiday"}

    def test_a_return_day_is_added_and_its_last_day_follows_the_first(
        self, services: Services, qtbot: QtBot
    ) -> None:
        page = shown(services, qtbot)
        qtbot.mouseClick(page.academic.add_button, Qt.MouseButton.LeftButton)
        dialog = dialog_of(page, PeriodDialog)
        dialog.starts_on.set_value(date(2026, 3, 25))
        assert dialog.ends_on.value() == date(2026, 3, 25)
        dialog.accept()
        [period] = page.academic.periods()
        assert (period.kind, period.starts_on) == (PeriodKind.RETURN_DAY, date(2026, 3, 25))
        assert period.name["en"] == "Return day"
        assert not page.academic.nothing.isVisible()

    def test_the_same_days_twice_are_refused_at_the_field(self, services: Services, qtbot: QtBot) -> None:
        services.school_calendar.years.add_period(
            2025,
            PeriodValues(
                side=CalendarSide.ACADEMIC,
                kind=PeriodKind.RETURN_DAY,
                name={"nl": "", "en": ""},
                starts_on=date(2026, 3, 25),
                ends_on=date(2026, 3, 25),
            ),
        )
        page = shown(services, qtbot)
        page.academic.add_requested.emit()
        dialog = dialog_of(page, PeriodDialog)
        dialog.starts_on.set_value(date(2026, 3, 25))
        dialog.accept()
        assert "in the calendar already" in (dialog.fields.field("ends_on").error() or "")

    def test_the_first_and_last_day(self, services: Services, qtbot: QtBot) -> None:
        page = shown(services, qtbot)
        page.school.bounds_requested.emit()
        dialog = dialog_of(page, BoundsDialog)
        dialog.ends_on.set_value(date(2025, 8, 1))
        dialog.accept()
        assert dialog.fields.field("ends_on").error()
        dialog.ends_on.set_value(date(2026, 6, 26))
        dialog.accept()
        assert page.school.bounds.text() == "1 Sept 2025 to 26 Jun 2026"


class TestHolidaySet:
    """Whose holidays count, and what the program does not know."""

    def test_in_the_netherlands_the_region_is_asked_for_first(self, tmp_path: Path, qtbot: QtBot) -> None:
        services = factory.make_services(tmp_path, vocabulary="education_nl")
        try:
            page = shown(services, qtbot)
            assert page.focusWidget() is page.holiday_set
            assert "Choose the region" in page.hint.text()
            assert not page.school.add_button.isEnabled()
            press(page, Qt.Key.Key_Down)
            page.holiday_set.activated.emit(page.holiday_set.findData(HolidaySet.NETHERLANDS_SOUTH.value))
            assert names(page)[0] == "Autumn holiday"
            assert page.school.periods()[0].starts_on == date(2025, 10, 11)
            assert page.school.add_button.isEnabled()
            assert "advice" in page.advice.text()
            page.after_button.click()
            assert page.year_label.text() == "2026-27"
            assert page.school.periods()[0].starts_on == date(2026, 10, 17)
            for _ in range(6):
                page.after_button.click()
            assert "not known to the program" in page.hint.text()
            assert "King's Day" in names(page)
        finally:
            services.close()


class TestBelow:
    """Own lesson hours and who is where."""

    def test_a_lesson_hour_is_added_changed_and_deleted(self, services: Services, qtbot: QtBot) -> None:
        page = shown(services, qtbot)
        assert page.hours.nothing.isVisible()
        qtbot.mouseClick(page.hours.add_button, Qt.MouseButton.LeftButton)
        dialog = dialog_of(page, HourDialog)
        dialog.label.setText("class L3")
        dialog.accept()
        [hour] = services.school_calendar.lesson_hours()
        assert (hour.weekday, hour.from_minute, hour.to_minute, hour.label) == (1, 510, 560, "class L3")
        page.hours.table.setFocus(Qt.FocusReason.OtherFocusReason)
        press(page, Qt.Key.Key_Return)
        dialog = dialog_of(page, HourDialog)
        dialog.end.setTime(dialog.begin.time())
        dialog.accept()
        assert dialog.fields.field("to").error() == "The end lies before the beginning."
        dialog.reject()
        page.hours.table.setFocus(Qt.FocusReason.OtherFocusReason)
        press(page, Qt.Key.Key_Delete)
        assert services.school_calendar.lesson_hours() == []

    def test_a_student_opens_their_dialog(self, services: Services, qtbot: QtBot) -> None:
        key = factory.add_student(services)
        page = shown(services, qtbot)
        assert page.students.keys() == [key]
        page.students.table.setFocus(Qt.FocusReason.OtherFocusReason)
        with qtbot.waitSignal(page.open_requested) as asked:
            press(page, Qt.Key.Key_Return)
        assert asked.args == ["student_dialog", {"trajectory_id": key}]


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
@pytest.mark.parametrize("width", [1278, 720])
def test_nothing_is_clipped_and_everything_has_a_name(
    services: Services, qtbot: QtBot, qapp: QApplication, width: int, scale: float
) -> None:
    theme.install(qapp, resources=RESOURCES, scheme="light", text_scale=scale)
    factory.add_student(services, name="Yasmine El Idrissi")
    services.school_calendar.years.save_hour(HourValues(weekday=3, from_minute=510, to_minute=725))
    page = shown(services, qtbot, width=width)
    assert clipped_in(page) == []
    assert nameless_in(page) == []


def test_a_long_name_makes_its_row_higher(services: Services, qtbot: QtBot) -> None:
    long = "Examinations at the university college: light presence, agreed before"
    services.school_calendar.years.add_period(
        2025,
        PeriodValues(
            side=CalendarSide.ACADEMIC,
            kind=PeriodKind.EXAMS,
            name={"en": long, "nl": long},
            starts_on=date(2026, 1, 5),
            ends_on=date(2026, 1, 30),
        ),
    )
    table = shown(services, qtbot, first_year=2025).academic.table
    row = next(
        number
        for number in range(table.table_model.rowCount())
        if table.table_model.index(number, 0).data() == long
    )
    qtbot.waitUntil(lambda: table.rowHeight(row) > theme.scaled(48))
    width = table.columnWidth(0) - theme.scaled(CELL_GAP + FIRST_LEFT)
    needed = sum(heights(long, "", width=width, roles=("strong", "secondary")))
    assert needed > theme.scaled(48)
    assert table.rowHeight(row) > needed
    assert table.height() == table.contents_height()


def test_what_is_chosen_for_the_year_ends_where_the_cards_end(services: Services, qtbot: QtBot) -> None:
    page = shown(services, qtbot)
    button, card = page.new_year_button, page.academic
    right = [widget.mapTo(page, widget.rect().topRight()).x() for widget in (button, card)]
    assert right[0] == right[1]
