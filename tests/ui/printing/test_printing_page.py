"""The printing page: choosing a report, the real PDF beside it, keys, empty states and what is said about the state."""

import io
import unicodedata
from time import monotonic

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests import factory
from tests.factory import add_round, add_student, score_all
from tests.ui.conftest import RESOURCES
from tests.ui.printing.helpers import (
    Window,
    choose_student,
    open_page,
    states,
    student_with_round,
    wait_for_preview,
)
from wpl_desktop.domain.base import Base
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import Perspective, RoundKind
from wpl_desktop.reports.evaluation import write_evaluation
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.evaluations import ReportTexts
from wpl_desktop.texts import untranslated
from wpl_desktop.ui import theme
from wpl_desktop.ui.printing.page_view import Fit
from wpl_desktop.ui.printing.printing_page import PrintingPage
from wpl_desktop.ui.printing.selection import Form

HOSTILE_NAME = "Zoë <b>R&D</b> \u202eنادية 李 " + "Lang" * 30
# What a choice may cost the person who chooses, in seconds.
LONGEST_TURN = 0.1


def button_of(options: QWidget, text: str) -> QAbstractButton:
    found = [button for button in options.findChildren(QAbstractButton) if button.text() == text]
    return next(button for button in found if not button.isHidden())


def click(options: QWidget, text: str) -> None:
    QTest.mouseClick(button_of(options, text), Qt.MouseButton.LeftButton)


def is_drawn(window: Window, number: int = 0) -> bool:
    """Whether there is ink on a sheet, and it is as sharp as the screen."""
    picture = window.page.preview.view.picture(number)
    if picture is None or picture.width() != window.page.preview.view.picture_width(number):
        return False
    ink = QColor("#1F2328").lightness() + 40
    row = [picture.pixelColor(x, y).lightness() for x in range(picture.width()) for y in range(30, 120, 3)]
    return min(row) < ink and max(row) == 255


def test_the_preview_shows_the_pages_of_the_real_report(qtbot: QtBot, services: Services) -> None:
    _, round_id = student_with_round(services)
    window = open_page(qtbot, services)
    file = wait_for_preview(qtbot, window.page)

    expected = io.BytesIO()
    report = services.reporting.evaluation_report(round_id, language="en", include_conditions=True)
    write_evaluation(report, expected, translate=untranslated)
    assert file.data == expected.getvalue()
    assert is_drawn(window)
    assert window.page.preview.place.text() == f"1–2 of {len(file.pages)}"


def test_the_words_loading_stand_on_white_paper_first(qtbot: QtBot, services: Services) -> None:
    student_with_round(services)
    window = Window(services)
    qtbot.addWidget(window)
    window.show()
    view = window.page.preview.view
    assert view.picture(0) is None
    sheet = view.viewport().grab().toImage()
    middle = [sheet.pixelColor(x, sheet.height() // 2) for x in range(0, sheet.width(), 2)]
    assert QColor("white") in middle
    assert view.accessibleName().endswith("loading")
    assert not window.page.save_button.isEnabled()
    assert not window.page.print_button.isEnabled()
    wait_for_preview(qtbot, window.page)
    assert window.page.save_button.isEnabled()
    assert window.page.print_button.isEnabled()


def test_a_choice_does_not_keep_the_window_waiting(qtbot: QtBot, services: Services) -> None:
    for name in ("Yasmine El Idrissi", "Łukasz Wójcik"):
        student_with_round(services, name=name)
    window = open_page(qtbot, services)
    shortest = LONGEST_TURN * 10
    for name in ("Łukasz Wójcik", "Yasmine El Idrissi") * 3:
        start = monotonic()
        choose_student(window.page, name)
        shortest = min(shortest, monotonic() - start)
        assert window.page.preview.file is None
        wait_for_preview(qtbot, window.page)
    assert shortest < LONGEST_TURN


def test_choices_that_follow_each_other_end_with_the_last_one(qtbot: QtBot, services: Services) -> None:
    names = ("Yasmine El Idrissi", "Łukasz Wójcik", "Zoë Van den Broeck")
    for name in names:
        student_with_round(services, name=name)
    window = open_page(qtbot, services)
    for name in (*names, names[1]):
        choose_student(window.page, name)
    assert wait_for_preview(qtbot, window.page).report.student_name == names[1]


def test_the_form_follows_from_the_round(qtbot: QtBot, services: Services) -> None:
    trajectory_id, first = student_with_round(services)
    final = add_round(services, trajectory_id, number=2, kind=RoundKind.FINAL)
    score_all(services, final)
    window = open_page(qtbot, services, round_id=first)
    options = window.page.options
    assert options.what.value() is Form.MIDTERM
    assert not options.conditions.isEnabled()

    click(options.what, "Final report")
    file = wait_for_preview(qtbot, window.page)
    assert file.report.round_number == 2
    assert file.report.is_final_form
    assert options.rounds.value() == final
    assert options.conditions.isEnabled()

    click(options.rounds, "1")
    assert wait_for_preview(qtbot, window.page).report.round_number == 1
    assert options.what.value() is Form.MIDTERM


def test_a_form_without_a_round_says_why_it_cannot_be_chosen(qtbot: QtBot, services: Services) -> None:
    student_with_round(services)
    window = open_page(qtbot, services)
    final = button_of(window.page.options.what, "Final report")
    assert not final.isEnabled()
    assert final.toolTip() == "There is no final round yet."


def test_conditions_can_be_left_out(qtbot: QtBot, services: Services) -> None:
    _, round_id = student_with_round(services, kind=RoundKind.FINAL)
    factory.score_all(services, round_id, strand=Strand.WORKPLACE_PART)
    window = open_page(qtbot, services)
    with_block = wait_for_preview(qtbot, window.page)
    window.page.options.conditions.click()
    without = wait_for_preview(qtbot, window.page)
    assert with_block.report.include_conditions
    assert not without.report.include_conditions
    assert with_block.data != without.data


def test_the_language_of_the_report_is_not_that_of_the_window(qtbot: QtBot, services: Services) -> None:
    student_with_round(services)
    window = open_page(qtbot, services)
    click(window.page.options.languages, "Nederlands")
    file = wait_for_preview(qtbot, window.page)
    assert file.report.language == "nl"
    assert file.report.criteria[0].name == "Leren door reflectie"
    assert window.page.title() == "Printing"


def test_every_student_says_how_far_the_newest_round_is(qtbot: QtBot, services: Services) -> None:
    student_with_round(services, name="Anna Draft")
    _, ready = student_with_round(services, name="Bea Ready")
    for perspective in Perspective:
        services.evaluations.mark_ready(ready, perspective=perspective, strand=Strand.STUDENT_PART)
    carla, final = student_with_round(services, name="Carla Final")
    factory.finalise(services, final)
    add_round(services, carla, number=2, kind=RoundKind.FINAL)
    add_student(services, name="Dora None")
    window = open_page(qtbot, services)
    shown = states(window.page)
    assert shown == {
        "Anna Draft": "draft",
        "Bea Ready": "ready",
        "Carla Final": "round 2 draft",
        "Dora None": "no round",
    }


def test_opened_for_a_round_it_shows_that_round(qtbot: QtBot, services: Services) -> None:
    student_with_round(services, name="Anna Eerst")
    _, wanted = student_with_round(services, name="Zoë Later")
    window = open_page(qtbot, services, round_id=wanted)
    assert wait_for_preview(qtbot, window.page).report.student_name == "Zoë Later"


def test_without_students_the_page_says_how_to_begin(qtbot: QtBot, services: Services) -> None:
    window = open_page(qtbot, services)
    assert window.page.no_students.isVisible()
    assert not window.page.print_button.isVisible()
    QTest.mouseClick(window.page.no_students.button, Qt.MouseButton.LeftButton)
    assert window.asked == [("student_dialog", {})]


def test_a_student_without_a_round_offers_to_open_one(qtbot: QtBot, services: Services) -> None:
    trajectory_id = add_student(services, name=HOSTILE_NAME)
    window = Window(services)
    qtbot.addWidget(window)
    window.show()
    assert window.page.area.no_round.isVisible()
    assert services.student_list.names()[0].name in window.page.area.no_round.text()
    assert not window.page.texts_button.isEnabled()
    assert window.page.print_button.toolTip() == "There is no round yet."
    QTest.mouseClick(window.page.area.no_round.button, Qt.MouseButton.LeftButton)
    assert window.asked == [("round_dialog", {"trajectory_id": trajectory_id})]


def test_hostile_names_and_texts_reach_the_paper(qtbot: QtBot, services: Services) -> None:
    _, round_id = student_with_round(services, name=HOSTILE_NAME)
    odd = "<img src=/etc/passwd> & \U00010400 \x07" + "woord" * 400
    services.evaluations.save_report_texts(round_id, ReportTexts(strong=odd, student_response=odd))
    window = open_page(qtbot, services)
    file = wait_for_preview(qtbot, window.page)
    assert is_drawn(window)
    assert HOSTILE_NAME[:3] not in file.file_name
    assert window.page.area.warning.isVisible() is bool(file.missing)


def test_characters_without_a_font_are_named_above_the_preview(qtbot: QtBot, services: Services) -> None:
    cuneiform = "\U00012000"
    assert unicodedata.name(cuneiform).startswith("CUNEIFORM")
    _, round_id = student_with_round(services)
    services.evaluations.save_report_texts(round_id, ReportTexts(strong=f"Sterk {cuneiform}"))
    window = open_page(qtbot, services)
    assert window.page.area.warning.isVisible()
    assert f"{cuneiform} (U+12000)" in window.page.area.warning.text()

    services.evaluations.save_report_texts(round_id, ReportTexts(strong="Sterk"))
    window.page.refresh()
    wait_for_preview(qtbot, window.page)
    assert not window.page.area.warning.isVisible()


def test_keys_turn_pages_and_change_the_size(qtbot: QtBot, services: Services) -> None:
    student_with_round(services, kind=RoundKind.FINAL)
    window = open_page(qtbot, services)
    preview, page = window.page.preview, window.page
    assert preview.view.fit() is Fit.BEST
    first = preview.view.zoom_percent()
    QTest.keyClick(page, Qt.Key.Key_PageDown)
    assert preview.place.text().startswith("3–4 of")
    QTest.keyClick(page, Qt.Key.Key_PageUp)
    assert preview.place.text().startswith("1–2 of")
    assert not preview.back.isEnabled()
    QTest.keyClick(page, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert preview.view.zoom_percent() > first
    QTest.keyClick(page, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(page, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert preview.view.zoom_percent() < first
    QTest.keyClick(page, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert preview.view.zoom_percent() == first
    wait_for_preview(qtbot, page)
    assert is_drawn(window)


def test_a_larger_size_is_drawn_again_and_not_stretched(qtbot: QtBot, services: Services) -> None:
    student_with_round(services)
    window = open_page(qtbot, services)
    small = window.page.preview.view.picture_width(0)
    window.page.preview.view.set_zoom(150)
    wait_for_preview(qtbot, window.page)
    assert window.page.preview.view.picture_width(0) > 2 * small
    assert is_drawn(window)


def test_what_changed_elsewhere_is_shown_at_the_same_place(qtbot: QtBot, services: Services) -> None:
    _, round_id = student_with_round(services, kind=RoundKind.FINAL)
    window = open_page(qtbot, services)
    before = wait_for_preview(qtbot, window.page)
    window.page.preview.view.go(1)
    wait_for_preview(qtbot, window.page)
    place = window.page.preview.view.verticalScrollBar().value()
    assert place > 0
    services.evaluations.save_report_texts(round_id, ReportTexts(grown="Gegroeid in het vragen stellen."))
    window.page.refresh()
    assert window.page.preview.view.picture(2) is not None
    after = wait_for_preview(qtbot, window.page)
    assert after.data != before.data
    assert window.page.preview.view.verticalScrollBar().value() == place


def test_the_page_hears_of_changes_under_their_own_names() -> None:
    """A misspelt name in `shows` would leave an old preview on the screen."""
    known = {mapper.class_.__name__ for mapper in Base.registry.mappers}
    assert PrintingPage.shows <= known
    assert {"Score", "RoundReport", "Round", "Person"} <= PrintingPage.shows


def test_tab_follows_the_reading_order(qtbot: QtBot, services: Services) -> None:
    for name in ("Yasmine El Idrissi", "Łukasz Wójcik"):
        trajectory_id, _ = student_with_round(services, name=name)
        score_all(services, add_round(services, trajectory_id, number=2, kind=RoundKind.FINAL))
    page = open_page(qtbot, services).page
    choose_student(page, "Yasmine El Idrissi")
    wait_for_preview(qtbot, page)
    button_of(page.options.what, "Final report").setFocus()
    names: list[str] = []
    for _ in range(16):
        focused = QApplication.focusWidget()
        assert focused is not None
        text = focused.text() if isinstance(focused, QAbstractButton) else ""
        names.append(focused.accessibleName() or text)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert names == [
        "Final report",
        "For whom",
        "2",
        "English",
        "Conditions at the workplace",
        "Texts of the report…",
        "Make final…",
        "Copy as text",
        "Next page (Page Down)",
        "Smaller (Ctrl+−)",
        "Size",
        "Larger (Ctrl++)",
        f"Preview of the report, {page.preview.place.text()}",
        "All students…",
        "Save as PDF",
        "Print",
    ]


def test_everything_is_reachable_and_named(qtbot: QtBot, services: Services) -> None:
    student_with_round(services, kind=RoundKind.FINAL)
    window = open_page(qtbot, services)
    for widget in window.page.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled():
            text = widget.text() if isinstance(widget, QAbstractButton) else ""
            assert widget.accessibleName() or text, type(widget)


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_is_cut_off_on_a_small_laptop(
    qtbot: QtBot, qapp: QApplication, services: Services, scale: float
) -> None:
    theme.install(qapp, resources=RESOURCES, scheme="light", text_scale=scale)
    _, round_id = student_with_round(services)
    score_all(services, round_id, perspective=Perspective.STUDENT)
    window = Window(services)
    qtbot.addWidget(window)
    window.resize(round(1366 - 88 * scale), round(768 - 84 * scale))
    window.page.resize(window.size())
    window.show()
    wait_for_preview(qtbot, window.page)
    for button in window.page.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.width() >= button.minimumSizeHint().width(), button.text()
    assert window.page.minimumSizeHint().width() <= window.page.width()
    assert window.page.work.isVisible()


def test_a_final_report_shows_the_bytes_that_are_kept(qtbot: QtBot, services: Services) -> None:
    _, round_id = student_with_round(services)
    factory.finalise(services, round_id, language="nl")
    kept = services.finalising.document(round_id, language="nl", render=factory.rendered).data
    window = open_page(qtbot, services, round_id=round_id)
    click(window.page.options.languages, "Nederlands")
    assert wait_for_preview(qtbot, window.page).data == kept


def test_another_language_of_a_final_report_is_kept_once_it_was_shown(
    qtbot: QtBot, services: Services
) -> None:
    _, round_id = student_with_round(services)
    factory.finalise(services, round_id, language="nl")
    window = open_page(qtbot, services, round_id=round_id)
    click(window.page.options.languages, "English")
    shown = wait_for_preview(qtbot, window.page).data
    again = services.finalising.document(round_id, language="en", render=lambda _report: b"never")
    assert again.data == shown


def test_an_older_version_is_shown_as_it_was_and_says_that_it_no_longer_holds(
    qtbot: QtBot, services: Services
) -> None:
    _, round_id = student_with_round(services)
    factory.finalise(services, round_id, language="en")
    first = services.finalising.document(round_id, language="en", render=factory.rendered).data
    services.finalising.reopen(round_id, reason="fout")
    window = open_page(qtbot, services, round_id=round_id, edition=1)
    page = window.page
    assert wait_for_preview(qtbot, page).data == first
    assert "Version 1" in page.area.superseded.text()
    assert page.area.superseded.isVisible()
    assert not page.final_button.isEnabled()
    QTest.mouseClick(page.area.to_current, Qt.MouseButton.LeftButton)
    assert wait_for_preview(qtbot, page).report.draft
    assert not page.area.superseded.isVisible()
    assert page.final_button.isEnabled()


def test_making_final_is_asked_of_the_window(qtbot: QtBot, services: Services) -> None:
    _, round_id = student_with_round(services)
    window = open_page(qtbot, services, round_id=round_id)
    QTest.mouseClick(window.page.final_button, Qt.MouseButton.LeftButton)
    assert window.asked == [("finalise_dialog", {"round_id": round_id})]


def test_an_empty_round_is_not_made_final_here(qtbot: QtBot, services: Services) -> None:
    round_id = add_round(services, add_student(services))
    window = open_page(qtbot, services, round_id=round_id)
    assert window.page.area.nothing_yet.isVisible()
    assert not window.page.final_button.isEnabled()
    assert not window.page.texts_button.isEnabled()
