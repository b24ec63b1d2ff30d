"""Unexpected errors: what is logged, what is shown, and that neither holds what people typed."""

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer, qInstallMessageHandler, qWarning
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from wpl_desktop import log
from wpl_desktop.domain.errors import StorageFull, refused
from wpl_desktop.ui import errors
from wpl_desktop.ui.widgets.buttons import Button
from wpl_desktop.ui.widgets.labels import Label

SECRET = "Yasmine is worried about her father"


@pytest.fixture
def log_file(tmp_path: Path) -> Iterator[Path]:
    hook, thread_hook = sys.excepthook, threading.excepthook
    handler = qInstallMessageHandler(None)
    path = tmp_path / "logs" / "program.log"
    log.start(path)
    errors.install_excepthook()
    yield path
    sys.excepthook, threading.excepthook = hook, thread_hook
    qInstallMessageHandler(handler)


class Reader:
    """Reads the dialog that appears and closes it."""

    def __init__(self) -> None:
        self.labels: list[str] = []
        self.details: list[str] = []
        self.copied: list[str] = []
        self.opened = 0

    def read_soon(self) -> None:
        QTimer.singleShot(50, self._read)

    def _read(self) -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        self.opened += 1
        self.labels += [label.text() for label in dialog.findChildren(Label)]
        self.details += [box.toPlainText() for box in dialog.findChildren(QPlainTextEdit) if box.isVisible()]
        by_text = {button.text(): button for button in dialog.findChildren(Button)}
        if by_text["Copy details"].isVisible():
            by_text["Copy details"].click()
            self.copied.append(QGuiApplication.clipboard().text())
        by_text["Close"].click()


def fail() -> None:
    raise ValueError(SECRET)


def caught() -> BaseException:
    with pytest.raises(ValueError, match="worried") as info:
        fail()
    return info.value


def test_the_log_has_type_and_frames_and_no_content(qtbot: QtBot, log_file: Path) -> None:
    error, reader = caught(), Reader()
    reader.read_soon()
    sys.excepthook(type(error), error, error.__traceback__)
    text = log_file.read_text(encoding="utf-8")
    assert "builtins.ValueError" in text
    assert "test_errors.py" in text
    assert "fail" in text
    assert SECRET not in text
    assert str(Path.cwd()) not in text


def test_the_dialog_says_what_is_safe_and_can_be_copied(qtbot: QtBot, log_file: Path) -> None:
    error, reader = caught(), Reader()
    reader.read_soon()
    sys.excepthook(type(error), error, error.__traceback__)
    assert reader.labels[0] == "Something went wrong in the program"
    assert "saved before is safe" in reader.labels[1]
    assert "ValueError" in reader.details[0]
    assert SECRET not in reader.details[0]
    assert reader.copied == reader.details


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (StorageFull(detail="ENOSPC"), "no room on the disk"),
        (refused("not_found"), "does not exist any more"),
    ],
    ids=["environment", "data"],
)
def test_what_is_no_fault_of_the_program_is_said_in_its_own_words(
    qtbot: QtBot, log_file: Path, error: Exception, sentence: str
) -> None:
    reader = Reader()
    reader.read_soon()
    sys.excepthook(type(error), error, None)
    assert reader.labels[0] == "This was not done"
    assert sentence in reader.labels[1]
    assert reader.details == []
    assert type(error).__name__ in log_file.read_text(encoding="utf-8")


def test_an_error_while_the_dialog_is_open_opens_no_second_one(qtbot: QtBot, log_file: Path) -> None:
    error, reader = caught(), Reader()
    QTimer.singleShot(10, lambda: sys.excepthook(type(error), error, error.__traceback__))
    reader.read_soon()
    sys.excepthook(type(error), error, error.__traceback__)
    assert reader.opened == 1
    assert log_file.read_text(encoding="utf-8").count("ValueError") == 2


def test_an_error_on_another_thread_is_logged_without_a_dialog(qtbot: QtBot, log_file: Path) -> None:
    error = caught()
    arguments = threading.ExceptHookArgs((type(error), error, error.__traceback__, None))
    threading.excepthook(arguments)
    text = log_file.read_text(encoding="utf-8")
    assert "ValueError" in text
    assert SECRET not in text
    assert QApplication.activeModalWidget() is None


def test_warnings_of_qt_are_logged_without_their_text(log_file: Path) -> None:
    qWarning(SECRET)
    text = log_file.read_text(encoding="utf-8")
    assert "QtWarningMsg" in text
    assert SECRET not in text


def test_a_log_that_cannot_be_written_stops_nothing(qtbot: QtBot, tmp_path: Path, log_file: Path) -> None:
    blocker = tmp_path / "file"
    blocker.write_text("in the way", encoding="utf-8")
    log.start(blocker / "program.log")
    errors.write_log("entry")
    assert blocker.read_text(encoding="utf-8") == "in the way"


def test_a_long_log_starts_anew(log_file: Path) -> None:
    log_file.parent.mkdir()
    log_file.write_text("x" * log.LOG_BYTES, encoding="utf-8")
    errors.write_log("fresh")
    assert log_file.stat().st_size < 100
    assert log_file.with_name(f"{log_file.name}.1").stat().st_size == log.LOG_BYTES


def test_an_explained_error_shows_only_words(qtbot: QtBot) -> None:
    parent, reader = QWidget(), Reader()
    qtbot.addWidget(parent)
    parent.show()
    reader.read_soon()
    errors.explain(parent, "The stick is full", "Your data are safe. Choose another place.")
    assert reader.labels == ["The stick is full", "Your data are safe. Choose another place."]
    assert reader.details == []
