"""The bank of own phrases: searched, changed, taken out and put back, added; kept by itself."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests import factory
from tests.ui.reading import clipped_in, nameless_in
from wpl_desktop.services.bundle import Services
from wpl_desktop.ui.evaluations.phrases_dialog import PhrasesDialog

FIRST, SECOND = "Plans three weeks ahead.", "Asks for help in time."


@pytest.fixture
def filled_services(services: Services) -> Services:
    for text in (SECOND, FIRST):
        services.phrases.keep(text, criterion_code="C1")
    return services


@pytest.fixture
def dialog(filled_services: Services, window: QWidget) -> Iterator[PhrasesDialog]:
    made = shown(filled_services, window)
    yield made
    made.close()


def shown(services: Services, window: QWidget) -> PhrasesDialog:
    made = PhrasesDialog(services, window)
    made.open()
    QTest.qWait(20)
    return made


def texts(services: Services) -> list[str]:
    return [phrase.text for phrase in services.phrases.all()]


def test_search_narrows_the_list_while_typing(dialog: PhrasesDialog) -> None:
    assert dialog.shown_texts() == [FIRST, SECOND]
    QTest.keyClicks(dialog.line, "help")
    assert dialog.shown_texts() == [SECOND]
    assert dialog.text.text() == SECOND
    QTest.keyClicks(dialog.line, "zzz")
    assert dialog.shown_texts() == []


def test_a_change_is_kept_by_itself_and_the_list_follows(
    dialog: PhrasesDialog, filled_services: Services
) -> None:
    dialog.list.setCurrentRow(1)
    dialog.text.set_text("Asks for help early.")
    assert dialog.flush()
    assert texts(filled_services) == [FIRST, "Asks for help early."]
    assert dialog.shown_texts() == [FIRST, "Asks for help early."]
    assert dialog.list.currentRow() == 1


def test_going_to_another_phrase_keeps_the_text_of_the_first(
    dialog: PhrasesDialog, filled_services: Services
) -> None:
    dialog.list.setCurrentRow(1)
    dialog.text.set_text("Asks for help early.")
    dialog.list.setCurrentRow(0)
    assert dialog.text.text() == FIRST
    assert texts(filled_services) == [FIRST, "Asks for help early."]


def test_what_is_deleted_can_be_put_back_at_once(dialog: PhrasesDialog, filled_services: Services) -> None:
    dialog.list.setCurrentRow(0)
    dialog.delete.click()
    assert texts(filled_services) == [SECOND]
    assert dialog.undo.hasFocus()
    QTest.keyClick(dialog.undo, Qt.Key.Key_Space)
    assert set(texts(filled_services)) == {FIRST, SECOND}
    assert dialog.text.text() == FIRST
    assert not dialog.undo.isVisible()


def test_a_phrase_is_added_once_and_then_changed(dialog: PhrasesDialog, filled_services: Services) -> None:
    dialog.add.click()
    assert dialog.text.hasFocus()
    QTest.keyClicks(dialog.text, "Links theory")
    assert dialog.flush()
    QTest.keyClicks(dialog.text, " to practice.")
    assert dialog.flush()
    assert set(texts(filled_services)) == {FIRST, SECOND, "Links theory to practice."}
    assert dialog.text.hasFocus()


def test_the_name_of_a_student_is_refused_there_and_said_before_closing(
    dialog: PhrasesDialog, filled_services: Services
) -> None:
    factory.add_student(filled_services)
    dialog.list.setCurrentRow(0)
    dialog.text.set_text("Łukasz plans ahead.")
    dialog.accept()
    assert dialog.isVisible()
    assert "leave out the name Łukasz" in (dialog.field.error() or "")
    assert texts(filled_services) == [FIRST, SECOND]
    dialog.text.set_text("Plans ahead.")
    dialog.accept()
    assert not dialog.isVisible()
    assert texts(filled_services) == ["Plans ahead.", SECOND]


def test_an_empty_bank_teaches_and_holds_the_button(services: Services, window: QWidget) -> None:
    dialog = shown(services, window)
    assert dialog.empty.isVisible()
    assert not dialog.list.isVisible()
    dialog.empty.button.click()
    QTest.keyClicks(dialog.text, FIRST)
    dialog.accept()
    assert texts(services) == [FIRST]


def test_everything_has_a_name_and_fits(dialog: PhrasesDialog, window: QWidget) -> None:
    assert nameless_in(dialog) == []
    assert clipped_in(dialog) == []
    assert dialog.height() <= window.height()
