"""The reports of all students: whole files or none, the reason for each that is missing, and a stop that keeps."""

import os
import resource
import shutil
import signal
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdfium2 import PdfDocument
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests import factory
from tests.factory import add_round, add_student
from tests.ui.printing.helpers import Window, answer, open_page, student_with_round, wait_for_preview
from tests.ui.reading import clipped_in, nameless_in
from wpl_desktop.domain.evaluations import RoundKind
from wpl_desktop.services.bundle import Services
from wpl_desktop.ui.printing.all_dialog import AllStudentsDialog, ExistingDialog, OutputKind
from wpl_desktop.ui.printing.batch import Existing

NAMES = ("Anna Eerst", "Bea Later", "Carla Leeg", "Dora Zonder")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "reports"
    made.mkdir()
    return made


@pytest.fixture
def window(qtbot: QtBot, services: Services) -> Window:
    """Two students with a report, one of whose round is empty, and one without a round."""
    for name in NAMES[:2]:
        student_with_round(services, name=name)
    add_round(services, add_student(services, name=NAMES[2]))
    add_student(services, name=NAMES[3])
    return open_page(qtbot, services)


def begin(window: Window, folder: Path | None, *, kind: OutputKind = OutputKind.EACH) -> None:
    """Press All students…, choose the form and the folder."""
    window.page.all_reports.choose_folder = lambda _parent, _proposal: folder
    window.page.all_button.click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, AllStudentsDialog)
    dialog.kinds.set_value(kind)
    dialog.go_on.click()


def ended(qtbot: QtBot, window: Window) -> dict[str, str]:
    """Wait for the end; gives the list that is shown: who, and what became of it."""
    qtbot.waitUntil(lambda: not window.page.all_reports.is_running(), timeout=20_000)
    qtbot.waitUntil(window.page.area.results.isVisible)
    return {row.title: row.second for row in window.page.area.results.list.rows()}


def names_in(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_each_student_gets_a_whole_file_and_the_others_a_reason(
    qtbot: QtBot, window: Window, folder: Path
) -> None:
    begin(window, folder)
    shown = ended(qtbot, window)
    assert names_in(folder) == ["midterm_2025-26_S1_R1_v1.pdf", "midterm_2025-26_S2_R1_v1.pdf"]
    assert shown == {
        "Carla Leeg": "Skipped: in this round nothing has been filled in yet.",
        "Dora Zonder": "Skipped: this student has no such round.",
        "Anna Eerst": "midterm_2025-26_S1_R1_v1.pdf",
        "Bea Later": "midterm_2025-26_S2_R1_v1.pdf",
    }
    assert window.page.work.text() == "2 of 4 reports are written."
    for file in folder.iterdir():
        with PdfDocument(file.read_bytes()) as document:
            assert len(document) >= 2
    assert clipped_in(window.page) == []
    assert nameless_in(window.page) == []

    window.page.area.results.back.click()
    assert wait_for_preview(qtbot, window.page).report.student_name == "Anna Eerst"
    assert window.page.preview.isVisible()


def test_the_file_is_that_of_the_preview(qtbot: QtBot, window: Window, folder: Path) -> None:
    shown = wait_for_preview(qtbot, window.page)
    begin(window, folder)
    ended(qtbot, window)
    assert (folder / shown.file_name).read_bytes() == shown.data


@pytest.mark.parametrize(
    ("how", "files"),
    [
        (Existing.REPLACE, ["S1", "S2"]),
        (Existing.KEEP_BOTH, ["S1", "S1-2", "S2"]),
        (Existing.SKIP, ["S1", "S2"]),
    ],
)
def test_files_that_are_there_are_asked_about_once(
    qtbot: QtBot, window: Window, folder: Path, how: Existing, files: list[str]
) -> None:
    name = "midterm_2025-26_S1_R1_v1"
    (folder / f"{name}.pdf").write_bytes(b"old")
    asked: list[Sequence[str]] = []

    def ask(parent: QWidget, names: Sequence[str]) -> Existing:
        assert parent is window.page
        asked.append(names)
        return how

    window.page.all_reports.ask_existing = ask
    begin(window, folder)
    shown = ended(qtbot, window)
    assert asked == [[f"{name}.pdf"]]
    numbers = sorted(
        file.split("_")[2] + file.removesuffix(".pdf").partition("v1")[2] for file in names_in(folder)
    )
    assert numbers == files
    is_old = (folder / f"{name}.pdf").read_bytes() == b"old"
    assert is_old is (how is not Existing.REPLACE)
    assert (shown["Anna Eerst"] == f"Skipped: {name}.pdf was there already.") is (how is Existing.SKIP)


def test_no_answer_about_existing_files_writes_nothing(qtbot: QtBot, window: Window, folder: Path) -> None:
    (folder / "midterm_2025-26_S1_R1_v1.pdf").write_bytes(b"old")
    window.page.all_reports.ask_existing = lambda _parent, _names: None
    begin(window, folder)
    assert not window.page.all_reports.is_running()
    assert names_in(folder) == ["midterm_2025-26_S1_R1_v1.pdf"]
    qtbot.wait(10)
    assert window.page.print_button.isEnabled()


def test_one_file_begins_every_report_on_a_sheet_of_its_own(
    qtbot: QtBot, window: Window, folder: Path
) -> None:
    target = folder / "all.pdf"
    proposals = answer(window.page, target=target)
    begin(window, None, kind=OutputKind.ONE)
    ended(qtbot, window)
    assert proposals[0].name == "midterm_2025-26_R1_all.pdf"
    texts = [page.extract_text() for page in PdfReader(target).pages]
    first = next(number for number, text in enumerate(texts) if "Bea Later" in text)
    assert first % 2 == 0
    assert not any("Anna Eerst" in text and "Bea Later" in text for text in texts)
    assert names_in(folder) == ["all.pdf"]


def test_stop_keeps_what_is_written_and_lists_the_rest(qtbot: QtBot, window: Window, folder: Path) -> None:
    begin(window, folder)
    window.page.all_reports.stop()
    shown = ended(qtbot, window)
    written = [name for name, words in shown.items() if words.endswith(".pdf")]
    assert len(names_in(folder)) == len(written) <= 1
    assert "Not made: it was stopped before." in shown.values()
    assert window.page.work.text().startswith("Stopped.")


def test_stop_of_one_file_writes_nothing(qtbot: QtBot, window: Window, folder: Path) -> None:
    answer(window.page, target=folder / "all.pdf")
    begin(window, None, kind=OutputKind.ONE)
    window.page.all_reports.stop()
    ended(qtbot, window)
    assert names_in(folder) == []


def test_locking_stops_the_work(qtbot: QtBot, window: Window, folder: Path) -> None:
    begin(window, folder)
    assert window.page.flush()
    assert "Not made: it was stopped before." in ended(qtbot, window).values()


def test_a_folder_that_vanished_is_named_and_ends_the_work(
    qtbot: QtBot, window: Window, folder: Path
) -> None:
    shutil.rmtree(folder)
    begin(window, folder)
    shown = ended(qtbot, window)
    assert shown["Anna Eerst"] == "Not written. This folder does not exist any more. Choose another folder."
    assert shown["Bea Later"] == "Not made: it was stopped before."
    assert window.page.work.text().startswith("This folder does not exist any more.")


@pytest.fixture
def small_files(window: Window) -> Iterator[None]:
    """No file may grow beyond 30 kB: the kernel refuses the rest, as a full disk does."""
    # Only once the profile is open: it is larger than that.
    del window
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)
    signal.signal(signal.SIGXFSZ, handler)


@pytest.mark.usefixtures("small_files")
@pytest.mark.parametrize("kind", list(OutputKind))
def test_a_full_disk_is_named_and_leaves_nothing_half(
    qtbot: QtBot, window: Window, folder: Path, kind: OutputKind
) -> None:
    answer(window.page, target=folder / "all.pdf")
    begin(window, folder, kind=kind)
    shown = ended(qtbot, window)
    assert names_in(folder) == []
    assert shown["Anna Eerst"].startswith("Not written. The disk is full.")
    assert window.page.work.text().startswith("The disk is full.")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_rights_is_named(qtbot: QtBot, window: Window, folder: Path) -> None:
    folder.chmod(0o500)
    begin(window, folder)
    shown = ended(qtbot, window)
    assert shown["Anna Eerst"].startswith("Not written. You may not write there")


def test_what_cannot_be_replaced_is_named_and_the_rest_goes_on(
    qtbot: QtBot, window: Window, folder: Path
) -> None:
    """A folder with the name of the file stands for a file that another program holds."""
    (folder / "midterm_2025-26_S1_R1_v1.pdf").mkdir()
    window.page.all_reports.ask_existing = lambda _parent, _names: Existing.REPLACE
    begin(window, folder)
    shown = ended(qtbot, window)
    assert shown["Anna Eerst"].startswith("Not written. You may not write there")
    assert shown["Bea Later"] == "midterm_2025-26_S2_R1_v1.pdf"
    assert not [name for name in names_in(folder) if name.endswith(".part")]


def test_a_final_report_is_that_of_everybody_whatever_its_number(
    qtbot: QtBot, services: Services, folder: Path
) -> None:
    student_with_round(services, name="Anna Eerst", kind=RoundKind.FINAL, number=2)
    student_with_round(services, name="Bea Later", kind=RoundKind.FINAL, number=3)
    student_with_round(services, name="Carla Tussentijds", number=2)
    window = open_page(qtbot, services)
    begin(window, folder)
    shown = ended(qtbot, window)
    assert names_in(folder) == ["final-report_2025-26_S1_R2_v1.pdf", "final-report_2025-26_S2_R3_v1.pdf"]
    assert shown["Carla Tussentijds"] == "Skipped: this student has no such round."


def test_final_reports_are_kept_once_they_were_written(
    qtbot: QtBot, services: Services, folder: Path
) -> None:
    """The worker writes files only; the window keeps what it made, and the next time that is what is written."""
    rounds = [student_with_round(services, name=name)[1] for name in ("Anna Eerst", "Bea Later")]
    for round_id in rounds:
        factory.finalise(services, round_id, language="nl")
    window = open_page(qtbot, services)
    begin(window, folder)
    ended(qtbot, window)
    language = str(window.page.options.languages.value())
    for number, round_id in enumerate(rounds, start=1):
        document = services.finalising.document(round_id, language=language, render=lambda _report: b"never")
        assert (folder / names_in(folder)[number - 1]).read_bytes() == document.data


def test_the_folder_is_remembered(qtbot: QtBot, window: Window, folder: Path) -> None:
    with qtbot.waitSignal(window.page.remember_requested) as kept:
        begin(window, folder)
    assert kept.args == ["printing.folder", str(folder)]
    ended(qtbot, window)
    window.page.recall({"printing.folder": str(folder)}.get)
    assert window.page.output.folder_to_propose() == folder


def test_while_it_works_nothing_else_is_printed_but_the_page_answers(
    qtbot: QtBot, window: Window, folder: Path
) -> None:
    begin(window, folder)
    assert window.page.work.stop.isVisible()
    assert not window.page.all_button.isEnabled()
    assert window.page.print_button.toolTip() == "Reports are being written."
    assert window.page.options.isEnabled()
    ended(qtbot, window)
    assert window.page.all_button.isEnabled()


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_dialogs_are_whole(qtbot: QtBot, qapp: QApplication, scale: float) -> None:
    from tests.ui.conftest import RESOURCES
    from wpl_desktop.ui import theme

    theme.install(qapp, resources=RESOURCES, scheme="light", text_scale=scale)
    first = AllStudentsDialog(
        parent=None, report_title="Final report, round 3", format_words="English", count=3, total=4
    )
    second = ExistingDialog(["midterm_2025-26_S1_R1_v1.pdf"] * 5, parent=None)
    for dialog in (first, second):
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.wait(20)
        assert clipped_in(dialog) == []
        assert nameless_in(dialog) == []
    second.reject()
    assert second.choice is None
