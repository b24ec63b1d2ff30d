"""Tries every part of an installed program once, in a throw-away folder: what `--self-test` runs."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool
from PySide6.QtWidgets import QApplication

from wpl_desktop import paths
from wpl_desktop.domain.clock import Clock
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import Perspective, level_mark
from wpl_desktop.domain.trajectories import Role
from wpl_desktop.services import content, open_profile, profiles
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.evaluations import ScoreValues
from wpl_desktop.services.profile_entries import NewProfile, ProfileEntry
from wpl_desktop.texts import Translate
from wpl_desktop.ui import language, theme

PASSPHRASE = "een zin voor de zelftest"  # of a folder that is thrown away
STUDENT = "Łukasz Wójcik"


def run(*, clock: Clock, resources: Path, translator_for: Callable[[str], Translate]) -> int:
    """Make a profile, score, print, back up, open it again and paint its window; 0 when all of it worked.

    Any error ends the test with its own traceback: there is no user's data in it.
    """
    with tempfile.TemporaryDirectory(prefix="wpl-self-test-") as folder:
        data_dir = Path(folder)
        entry, services = _new_profile(data_dir, clock=clock)
        try:
            pages = _score_and_print(services, translator_for=translator_for)
            services.back_up()
            services.check()
        finally:
            services.close()
        _check_nothing_in_clear(data_dir)
        widgets = _open_again_in_window(entry, data_dir=data_dir, clock=clock, resources=resources)
    sys.stdout.write(f"self-test ok: {pages} report pages, {widgets} pages of the window\n")
    return 0


def _new_profile(data_dir: Path, *, clock: Clock) -> tuple[ProfileEntry, Services]:
    new = NewProfile(
        owner_name="Griet Vanhaverbeke",
        role=Role.SCHOOL_MENTOR,
        workplace="Basisschool De Vlinderboom",
        purpose=content.text("default_purpose", "nl"),
        device_confirmed=True,
    )
    code = profiles.new_recovery_code()
    return profiles.create_profile(data_dir, new, passphrase=PASSPHRASE, recovery_code=code, clock=clock)


def _score_and_print(services: Services, *, translator_for: Callable[[str], Translate]) -> int:
    """One student, one scored round, one report in each language; gives how many pages they have together."""
    import pypdfium2

    from wpl_desktop.reports.evaluation import write_evaluation

    values = services.trajectories.new_student_values()
    trajectory_id = services.trajectories.add_student(replace(values, name=STUDENT, phase=2))
    round_id = services.rounds.open(trajectory_id, services.rounds.new_values(trajectory_id))
    sheet = services.evaluations.sheet(
        round_id, perspective=Perspective.WORKPLACE, strand=Strand.STUDENT_PART
    )
    for criterion in sheet.criteria:
        services.evaluations.save_score(
            round_id,
            ScoreValues(mark=level_mark(len(sheet.level_labels))),
            perspective=Perspective.WORKPLACE,
            strand=Strand.STUDENT_PART,
            criterion_id=criterion.id,
        )
    pages = 0
    for report_language in ("nl", "en"):
        target = BytesIO()
        data = services.reporting.evaluation_report(round_id, language=report_language)
        write_evaluation(data, target, translate=translator_for(report_language))
        with closing(pypdfium2.PdfDocument(target.getvalue())) as document, closing(document[0]) as page:
            page.render(scale=1)
            pages += len(document)
    return pages


def _check_nothing_in_clear(data_dir: Path) -> None:
    name = STUDENT.encode()
    open_files = [file for file in data_dir.rglob("*") if file.is_file() and name in file.read_bytes()]
    if open_files:
        raise RuntimeError(f"a student's name can be read in {len(open_files)} files")


def _open_again_in_window(entry: ProfileEntry, *, data_dir: Path, clock: Clock, resources: Path) -> int:
    """Unlock the profile again and paint every page of its window; gives how many there are."""
    from wpl_desktop.ui.changes import Changes
    from wpl_desktop.ui.main_window import PAGES, MainWindow

    application = QApplication.instance() or QApplication(["wpl-desktop"])
    if not isinstance(application, QApplication):
        raise TypeError("a window needs a running application")
    theme.install(application, resources=resources)
    language.install("nl", resources=resources)
    key = profiles.unlock(entry.folder, passphrase=PASSPHRASE)
    services = open_profile(
        entry.folder, key, clock=clock, backups=paths.DataDir(data_dir).backups_of(entry.name)
    )
    try:
        language.set_words(services.profile.values().words())
        window = MainWindow(services=services, changes=Changes(), now=clock.local)
        for page in PAGES:
            if page.in_rail:
                window.show_page(page.name)
                if window.grab().isNull():
                    raise RuntimeError(f"page {page.name} cannot be painted")
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    finally:
        # What is drawn in the background may not outlive the program.
        QThreadPool.globalInstance().waitForDone()
        application.processEvents()
        services.close()
    return sum(page.in_rail for page in PAGES)
