"""What leaves the preview: a PDF on the disk or pages on a printer, made on workers and told in one line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from wpl_desktop.ui import background
from wpl_desktop.ui.printing import paper
from wpl_desktop.ui.printing.batch import free_name
from wpl_desktop.ui.printing.documents import ReportFile
from wpl_desktop.ui.printing.pdf_file import FileNotWrittenError, Trouble, write_whole
from wpl_desktop.ui.printing.work_line import WorkLine
from wpl_desktop.ui.sheet_printing import documents_folder

AskForFile = Callable[[QWidget, Path], Path | None]
AskForPrinter = Callable[[QWidget, ReportFile], QPrinter | None]


def ask_for_file(parent: QWidget, proposal: Path) -> Path | None:
    """Let the user choose where a PDF goes; None when nothing is saved."""
    title = QCoreApplication.translate("ReportOutput", "Save as PDF")
    kinds = QCoreApplication.translate("ReportOutput", "PDF files (*.pdf)")
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(proposal), kinds)
    return Path(chosen) if chosen else None


def ask_for_folder(parent: QWidget, proposal: Path) -> Path | None:
    """Let the user choose the folder for many PDFs; None when nothing is saved."""
    title = QCoreApplication.translate("ReportOutput", "Folder for the reports")
    chosen = QFileDialog.getExistingDirectory(parent, title, str(proposal))
    return Path(chosen) if chosen else None


def trouble_words(trouble: Trouble) -> str:
    """What is wrong with the place, and what to do."""
    return {
        Trouble.FOLDER_GONE: QCoreApplication.translate(
            "ReportOutput", "This folder does not exist any more. Choose another folder."
        ),
        Trouble.DISK_FULL: QCoreApplication.translate(
            "ReportOutput", "The disk is full. Make room or choose another place, and save again."
        ),
        Trouble.NOT_ALLOWED: QCoreApplication.translate(
            "ReportOutput",
            "You may not write there, or the file is open in another program. "
            "Close it or choose another folder.",
        ),
    }[trouble]


def as_pdf(chosen: Path) -> Path:
    """The file that was chosen, with its ending; another number when that replaced a file nobody was asked about."""
    if chosen.suffix.lower() == ".pdf":
        return chosen
    return free_name(chosen.with_name(f"{chosen.name}.pdf"))


class ReportOutput(QObject):
    """Saves and prints the report that is shown; one print at a time."""

    printing_changed = Signal()
    folder_chosen = Signal(str)

    def __init__(
        self,
        work: WorkLine,
        *,
        window: QWidget,
        choose_file: AskForFile = ask_for_file,
        choose_printer: AskForPrinter = paper.ask_for_printer,
        has_printer: Callable[[], bool] = paper.has_printer,
    ) -> None:
        """Tell what happens in `work`.

        Args:
            work: the line in the action bar.
            window: what the dialogs of the system belong to; owns this object.
            choose_file: asks where a PDF goes.
            choose_printer: asks for printer, pages and copies.
            has_printer: whether this computer knows a printer.
        """
        super().__init__(window)
        self._work = work
        self._window = window
        self.choose_file = choose_file
        self.choose_printer = choose_printer
        self.has_printer = has_printer
        self.folder: Path | None = None
        self._printing: background.Job | None = None
        work.stop_requested.connect(self.stop)

    def is_printing(self) -> bool:
        """Whether pages are on their way to a printer."""
        return self._printing is not None

    def save(self, file: ReportFile) -> None:
        """Ask where, and write the file there: whole or not at all."""
        target = self.choose_file(self._window, self.folder_to_propose() / file.file_name)
        if target is None:
            return
        target = as_pdf(target)
        self.remember(target.parent)
        background.run(
            lambda _progress: write_whole(target, file.data),
            context=self,
            done=lambda _nothing: self._work.show_done(self.tr("Saved: {file}").format(file=target)),
            failed=self._on_not_saved,
        )

    def print(self, file: ReportFile) -> None:
        """Ask for a printer and print."""
        if self.is_printing():
            return
        if not self.has_printer():
            self._work.show_trouble(
                self.tr("This computer knows no printer. Save the report as PDF and print it elsewhere.")
            )
            return
        printer = self.choose_printer(self._window, file)
        if printer is None:
            return
        self._show_printed(0, len(paper.chosen_pages(printer, len(file.pages))))
        self._printing = background.run(
            lambda progress: paper.print_pages(file, printer, progress=progress),
            context=self,
            done=self._on_printed,
            failed=self._on_not_printed,
            progress=self._show_printed,
        )
        self.printing_changed.emit()

    def stop(self) -> None:
        """Stop printing; the printer drops what it has not printed yet."""
        if self._printing is not None:
            self._printing.cancel()
            self._printing = None
            self._work.show_done(self.tr("Printing was stopped."))
            self.printing_changed.emit()

    def _on_not_saved(self, error: Exception) -> None:
        if not isinstance(error, FileNotWrittenError):
            raise error
        words = trouble_words(error.trouble)
        self._work.show_trouble(self.tr("Not saved. {why}").format(why=words))

    def _show_printed(self, done: int, total: int) -> None:
        words = self.tr("Printing: page {page} of {count}").format(page=min(done + 1, total), count=total)
        self._work.show_progress(words, done, total)

    def _on_printed(self, count: int) -> None:
        self._printing = None
        sent = (
            self.tr("Sent to the printer: {count} pages.")
            if count != 1
            else self.tr("Sent to the printer: 1 page.")
        )
        self._work.show_done(sent.format(count=count))
        self.printing_changed.emit()

    def _on_not_printed(self, error: Exception) -> None:
        self._printing = None
        self.printing_changed.emit()
        if not isinstance(error, paper.NotPrintedError):
            self._work.show_quiet()
            raise error
        self._work.show_trouble(
            self.tr("Not printed: the printer does not answer. Look whether it is on, and print again.")
        )

    def remember(self, folder: Path) -> None:
        """Propose this folder from now on."""
        self.folder = folder
        self.folder_chosen.emit(str(folder))

    def folder_to_propose(self) -> Path:
        """Where the last PDF went, else the user's documents."""
        if self.folder is not None and self.folder.is_dir():
            return self.folder
        return documents_folder()
