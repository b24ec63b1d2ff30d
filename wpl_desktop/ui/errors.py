"""What the user sees when something goes wrong that is not about the data typed."""

import logging
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType
from typing import Final

from PySide6.QtCore import (
    QCoreApplication,
    QMessageLogContext,
    Qt,
    QThread,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from wpl_desktop.domain.errors import DomainError, EnvironmentTrouble
from wpl_desktop.ui import theme
from wpl_desktop.ui.widgets.buttons import Button
from wpl_desktop.ui.widgets.fields import IconMark
from wpl_desktop.ui.widgets.labels import Label

_LOGGER: Final = logging.getLogger("wpl_desktop")
# Whether a dialog is open: one at a time.
_open_dialogs: list[bool] = []


def describe(kind: type[BaseException], frames: TracebackType | None) -> str:
    """The type of an exception and its frames: never the message, which may hold what people typed."""
    places = [
        f"  {_short_path(frame.filename)}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(frames)
    ]
    return "\n".join([f"{kind.__module__}.{kind.__qualname__}", *places])


def install_excepthook() -> None:
    """From now on every unexpected exception is logged without content and explained in one dialog.

    Qt's own warnings go to the same log.
    """
    sys.excepthook = _on_exception
    threading.excepthook = _on_thread_exception
    qInstallMessageHandler(_on_qt_message)


def explain(parent: QWidget | None, title: str, text: str, details: str = "") -> None:
    """Explain an error of the environment: what happened, what is safe, what to do next.

    Args:
        parent: the window that waits for the reader.
        title: what happened, in a few words.
        text: what is safe and what to do next.
        details: technical words without content, which can be copied.
    """
    _ErrorDialog(title, text, details=details, parent=parent).exec()


def write_log(entry: str) -> None:
    """Add an entry without content to the log of the program."""
    _LOGGER.error(entry)


def _short_path(filename: str) -> str:
    # Only the end of a path: the beginning holds the name of the user's folder.
    return "/".join(Path(filename).parts[-3:])


def _on_exception(kind: type[BaseException], error: BaseException, frames: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        QCoreApplication.exit(1)
        return
    details = describe(kind, frames)
    write_log(details)
    application = QCoreApplication.instance()
    if not isinstance(application, QApplication) or QThread.currentThread() is not application.thread():
        return
    if _open_dialogs:
        # An error while the dialog is open, perhaps because of it: the log has it.
        return
    _open_dialogs.append(True)
    try:
        if isinstance(error, DomainError | EnvironmentTrouble):
            _explain_known(error)
        else:
            _explain_unknown(details)
    finally:
        _open_dialogs.clear()


def _explain_known(error: DomainError | EnvironmentTrouble) -> None:
    """A full disk or a record that is gone is no fault of the program, also where no page expected it."""
    # The names of roles and levels in `texts` need SQLAlchemy, which must not delay the first window (trap 6).
    from wpl_desktop.texts import error_message

    explain(
        QApplication.activeWindow(),
        QCoreApplication.translate("Errors", "This was not done"),
        error_message(error, QCoreApplication.translate),
    )


def _explain_unknown(details: str) -> None:
    explain(
        QApplication.activeWindow(),
        QCoreApplication.translate("Errors", "Something went wrong in the program"),
        QCoreApplication.translate(
            "Errors",
            "What you did last may not have been done. Everything saved before is safe.\n\n"
            "You can go on working. If it happens again, close the program and open it again, "
            "and send the details below to whoever helps you. They hold no names and no notes.",
        ),
        details=details,
    )


def _on_thread_exception(arguments: threading.ExceptHookArgs) -> None:
    write_log(describe(arguments.exc_type, arguments.exc_traceback))


def _on_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    if kind in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
        return
    # Qt's messages can quote a text or a path: the category and the kind are enough.
    write_log(f"Qt {kind.name} {context.category or 'default'}")
    _LOGGER.debug("%s", message)


class _ErrorDialog(QDialog):
    """What happened, what is safe, what to do next; details to copy."""

    def __init__(self, title: str, text: str, *, details: str, parent: QWidget | None) -> None:
        # Not before something goes wrong.
        from PySide6.QtWidgets import QPlainTextEdit

        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.setMinimumWidth(theme.scaled(480))
        self._details = QPlainTextEdit(details)
        self._close = Button(self.tr("Close"), kind="primary", height=36)
        self._copy = Button(self.tr("Copy details"), icon="copy", height=36)
        self._assemble(title, text, has_details=bool(details))
        self._close.setDefault(True)
        self._close.clicked.connect(self.accept)
        self._copy.clicked.connect(self._on_copy)

    def _assemble(self, title: str, text: str, *, has_details: bool) -> None:
        self._details.setReadOnly(True)
        self._details.setTabChangesFocus(True)
        self._details.setAccessibleName(self.tr("Details"))
        self._details.setFixedHeight(theme.scaled(120))
        self._details.setVisible(has_details)
        self._copy.setVisible(has_details)
        head = QHBoxLayout()
        head.setSpacing(theme.scaled(12))
        head.addWidget(IconMark("warning", tone="amber", size=24), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(Label(title, role="section"), 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._copy)
        buttons.addWidget(self._close)
        column = QVBoxLayout(self)
        margin = theme.scaled(24)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(theme.scaled(16))
        column.addLayout(head)
        column.addWidget(Label(text))
        column.addWidget(self._details)
        column.addLayout(buttons)
        self._close.setFocus()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details.toPlainText())
        self._copy.setText(self.tr("Copied"))
