"""Writing the reports of all students: asks where, works in the background, and tells how far it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from wpl_desktop.ui import background
from wpl_desktop.ui.printing.all_dialog import ExistingDialog, OutputKind
from wpl_desktop.ui.printing.batch import Batch, BatchResult, Existing, there_already
from wpl_desktop.ui.printing.report_output import ReportOutput, as_pdf, ask_for_folder, trouble_words

if TYPE_CHECKING:
    from wpl_desktop.services.finalising import PreparedDocument
    from wpl_desktop.ui.printing.work_line import WorkLine

AskForFolder = Callable[[QWidget, Path], Path | None]
AskAboutExisting = Callable[[QWidget, Sequence[str]], Existing | None]


def ask_about_existing(parent: QWidget, names: Sequence[str]) -> Existing | None:
    """Let the user say what becomes of files that are there already; None leaves everything as it is."""
    dialog = ExistingDialog(names, parent=parent)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return dialog.choice if accepted else None


class AllReports(QObject):
    """One batch at a time; what is written stays, also when it is stopped."""

    running_changed = Signal()
    ended = Signal(object)
    #: A final report that was written for the first time: the document and its bytes.
    made_final = Signal(object, object)
    _made = Signal(object, object)

    def __init__(
        self,
        work: WorkLine,
        *,
        output: ReportOutput,
        window: QWidget,
        choose_folder: AskForFolder = ask_for_folder,
        ask_existing: AskAboutExisting = ask_about_existing,
    ) -> None:
        """Tell what happens in `work`; `output` knows the folder that was used last and asks for a file."""
        super().__init__(window)
        self._work = work
        self._output = output
        self._window = window
        self.choose_folder = choose_folder
        self.ask_existing = ask_existing
        self._batch: Batch | None = None
        self._is_open = True
        work.stop_requested.connect(self.stop)
        # From the worker to the window, which is the only one that writes.
        self._made.connect(self._on_made)

    def is_running(self) -> bool:
        """Whether reports are being written."""
        return self._batch is not None

    def start(self, batch: Batch, kind: OutputKind, *, file_name: str) -> None:
        """Ask where, and write; `file_name` is proposed for all reports in one file."""
        if self.is_running():
            return
        kept = replace(batch, keep=self._made.emit)
        if kind is OutputKind.EACH:
            self._start_each(kept)
        else:
            self._start_one(kept, file_name)

    def stop(self) -> None:
        """End after the report that is being made now."""
        if self._batch is not None:
            self._batch.stop()

    def drop(self) -> None:
        """Stop, and keep nothing any more of what still arrives: the profile is about to be closed."""
        self._is_open = False
        self.stop()

    def _start_each(self, batch: Batch) -> None:
        folder = self.choose_folder(self._window, self._output.folder_to_propose())
        if folder is None:
            return
        self._output.remember(folder)
        existing: Existing | None = Existing.KEEP_BOTH
        names = there_already(batch, folder)
        if names:
            existing = self.ask_existing(self._window, names)
        if existing is not None:
            how = existing
            self._run(batch, lambda progress: batch.to_folder(folder, existing=how, progress=progress))

    def _start_one(self, batch: Batch, file_name: str) -> None:
        chosen = self._output.choose_file(self._window, self._output.folder_to_propose() / file_name)
        if chosen is None:
            return
        target = as_pdf(chosen)
        self._output.remember(target.parent)
        self._run(batch, lambda progress: batch.to_file(target, progress=progress))

    def _run(self, batch: Batch, task: Callable[[background.Progress], BatchResult]) -> None:
        self._batch = batch
        self._is_open = True
        self._on_progress(0, len(batch.wanted))
        background.run(
            task, context=self, done=self._on_done, failed=self._on_failed, progress=self._on_progress
        )
        # A worker outlives the page; what it would write after that nobody has asked for any more.
        self.destroyed.connect(batch.stop)
        self.running_changed.emit()

    def _on_made(self, document: PreparedDocument, data: bytes) -> None:
        if self._is_open:
            self.made_final.emit(document, data)

    def _on_progress(self, done: int, total: int) -> None:
        words = self.tr("{number} of {total} reports").format(number=min(done + 1, total), total=total)
        self._work.show_progress(words, done, total, icon="file")

    def _on_done(self, result: BatchResult) -> None:
        self._batch = None
        self._tell(result)
        self.running_changed.emit()
        self.ended.emit(result)

    def _on_failed(self, error: Exception) -> None:
        self._batch = None
        self._work.show_trouble(
            self.tr("Writing stopped: one report could not be made. What was written before it is complete.")
        )
        self.running_changed.emit()
        raise error

    def _tell(self, result: BatchResult) -> None:
        words = written_words(result)
        if result.trouble is not None:
            self._work.show_trouble(f"{trouble_words(result.trouble)} {words}")
        elif result.stopped:
            self._work.show_done(self.tr("Stopped. {written}").format(written=words))
        elif not result.written():
            self._work.show_trouble(words)
        else:
            self._work.show_done(words)


def written_words(result: BatchResult) -> str:
    """How many of how many were written."""
    count, total = result.written(), len(result.outcomes)
    words = QCoreApplication.translate("AllReports", "{count} of {total} reports are written.")
    return words.format(count=count, total=total)
