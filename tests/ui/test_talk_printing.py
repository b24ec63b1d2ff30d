"""How the papers of conversations leave the program: made on a worker, saved or printed, named without names."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from tests import factory
from tests.reports.reading import pages_of
from tests.ui.reading import clipped_in, nameless_in
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.conversations import ConversationRow
from wpl_desktop.ui import language, talk_printing, theme
from wpl_desktop.ui.talk_printing import TalkSheetDialog

RESOURCES = Path(__file__).parents[2] / "resources"
STARTS_AT = datetime.fromisoformat("2026-01-27T15:45")
DAY = date(2026, 1, 26)


@pytest.fixture
def planned(services: Services, trajectory_id: uuid.UUID) -> ConversationRow:
    """A talk of which no file may say what it is about."""
    return factory.add_conversation(services, trajectory_id, key="concern_conversation", starts_at=STARTS_AT)


@pytest.fixture(params=["minutes", "preparation", "week", "month"])
def dialog_of(
    request: pytest.FixtureRequest, services: Services, planned: ConversationRow
) -> Callable[[], TalkSheetDialog]:
    """What makes the dialog of each kind of sheet."""
    return {
        "minutes": lambda: talk_printing.minutes_dialog(None, services, planned.id),
        "preparation": lambda: talk_printing.preparation_dialog(None, services, planned.id),
        "week": lambda: talk_printing.week_dialog(None, services, DAY),
        "month": lambda: talk_printing.month_dialog(None, services, DAY),
    }[str(request.param)]


def shown(qtbot: QtBot, dialog: TalkSheetDialog) -> TalkSheetDialog:
    """The dialog once its sheet is there."""
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.save_button.isEnabled, timeout=20_000)
    return dialog


def saving(services: Services, conversation_id: uuid.UUID, folder: Path) -> TalkSheetDialog:
    """The minutes, saved in a folder under the name that is proposed."""
    return TalkSheetDialog(
        None,
        title="Minutes",
        what="A4.",
        make=lambda wanted, words: talk_printing.minutes_file(services, conversation_id, wanted, words),
        choose_file=lambda _parent, proposal: folder / proposal.name,
        knows_printer=lambda: False,
    )


def test_each_sheet_is_made_and_offered(qtbot: QtBot, dialog_of: Callable[[], TalkSheetDialog]) -> None:
    dialog = dialog_of()
    assert not dialog.save_button.isEnabled() or not dialog.isVisible()
    shown(qtbot, dialog)
    assert dialog.said() == ""
    assert (clipped_in(dialog), nameless_in(dialog)) == ([], [])


@pytest.mark.parametrize("wanted", ["nl", "en"])
def test_file_names_say_neither_who_nor_what_it_is_about(
    services: Services, planned: ConversationRow, wanted: str
) -> None:
    words = language.translator_for(wanted)
    files = [
        talk_printing.minutes_file(services, planned.id, wanted, words),
        talk_printing.preparation_file(services, planned.id, wanted, words),
        talk_printing.week_file(services, DAY, wanted, words),
        talk_printing.month_file(services, DAY, wanted, words),
    ]
    assert all(file.data.startswith(b"%PDF-") for file in files)
    assert len({file.file_stem for file in files}) == 4
    for file in files:
        assert not any(
            part in file.file_stem.casefold() for part in ("łukasz", "wójcik", "griet", "zorg", "concern")
        )


def test_saving_writes_the_sheet_in_the_chosen_language(
    qtbot: QtBot, services: Services, planned: ConversationRow, tmp_path: Path
) -> None:
    dialog = shown(qtbot, saving(services, planned.id, tmp_path))
    dialog.save_button.click()
    english = tmp_path / "minutes_2025-26_S1_2026-01-27.pdf"
    assert "Łukasz Wójcik" in pages_of(english.read_bytes())[0]
    dialog.languages.findChildren(QRadioButton)[0].click()
    assert not dialog.save_button.isEnabled()
    qtbot.waitUntil(dialog.save_button.isEnabled, timeout=20_000)
    dialog.save_button.click()
    dutch = tmp_path / "gespreksverslag_2025-26_S1_2026-01-27.pdf"
    assert "dinsdag" in pages_of(dutch.read_bytes())[0].casefold()
    assert {file.name for file in tmp_path.iterdir() if file.is_file()} == {english.name, dutch.name}


def test_a_language_chosen_again_is_there_at_once(
    qtbot: QtBot, services: Services, planned: ConversationRow, tmp_path: Path
) -> None:
    dialog = shown(qtbot, saving(services, planned.id, tmp_path))
    buttons = dialog.languages.findChildren(QRadioButton)
    buttons[0].click()
    qtbot.waitUntil(dialog.save_button.isEnabled, timeout=20_000)
    buttons[1].click()
    assert dialog.save_button.isEnabled()


def test_without_a_printer_the_button_still_says_why(
    qtbot: QtBot, services: Services, planned: ConversationRow, tmp_path: Path
) -> None:
    dialog = shown(qtbot, saving(services, planned.id, tmp_path))
    assert not dialog.print_button.isEnabled()
    assert "Save the sheet as PDF" in dialog.print_button.toolTip()


def test_printing_draws_the_page_standing(
    qtbot: QtBot, services: Services, planned: ConversationRow, tmp_path: Path
) -> None:
    target = tmp_path / "printed.pdf"
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    dialog = TalkSheetDialog(
        None,
        title="Minutes",
        what="A4.",
        make=lambda wanted, words: talk_printing.minutes_file(services, planned.id, wanted, words),
        choose_printer=lambda _parent, _name: printer,
        knows_printer=lambda: True,
    )
    shown(qtbot, dialog).print_button.click()
    assert not dialog.isVisible()
    with pypdfium2.PdfDocument(target.read_bytes()) as document:
        width, height = document[0].get_size()
    assert height > width


def test_a_talk_that_is_gone_is_said_and_nothing_can_be_saved(
    qtbot: QtBot, services: Services, planned: ConversationRow, tmp_path: Path
) -> None:
    dialog = saving(services, uuid.uuid4(), tmp_path)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.said() != "", timeout=20_000)
    assert not dialog.save_button.isEnabled()
    assert planned is not None


def test_a_dialog_that_is_closed_meanwhile_leaves_nothing_behind(
    qtbot: QtBot, services: Services, planned: ConversationRow, window: QWidget
) -> None:
    talk_printing.offer_minutes(window, services, planned.id)
    [dialog] = window.findChildren(TalkSheetDialog)
    dialog.close()
    qtbot.waitUntil(lambda: not window.findChildren(TalkSheetDialog), timeout=20_000)


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
def test_large_text_and_dutch_fit(
    qtbot: QtBot,
    qapp: QApplication,
    dialog_of: Callable[[], TalkSheetDialog],
    scale: float,
) -> None:
    language.install("nl", resources=RESOURCES)
    theme.install(qapp, resources=RESOURCES, scheme="dark", text_scale=scale)
    dialog = shown(qtbot, dialog_of())
    assert (clipped_in(dialog), nameless_in(dialog)) == ([], [])
    assert dialog.height() <= 720
