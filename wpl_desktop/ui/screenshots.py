"""Pictures of every page and dialog, made from the demo in a throw-away folder."""

from __future__ import annotations

import sys
import tempfile
import uuid
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QEventLoop, QThread, QThreadPool
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from wpl_desktop.domain.clock import Clock
from wpl_desktop.domain.conversations import ConversationState, Hat
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.domain.people import Party
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.conversation_rows import ConversationRow
from wpl_desktop.services.demo import make_demo
from wpl_desktop.ui import language, theme
from wpl_desktop.ui.changes import Changes
from wpl_desktop.ui.hand_over_window import HandOverWindow
from wpl_desktop.ui.joint_window import Frame, JointMode
from wpl_desktop.ui.main_window import MainWindow
from wpl_desktop.ui.side_by_side.trialogue_printing import trialogue_dialog
from wpl_desktop.ui.students.growth_printing import growth_dialog

WINDOW = (1366, 768)
SCHEMES: tuple[theme.Scheme, ...] = ("light", "dark")
TEXT_SCALES = (1.0, 1.25, 1.5)
HANDED_STEPS = ("welcome", "own", "intro", "about", "sharing", "end", "leaving", "thanks")
#: How long a picture waits for what is drawn in the background, at most, in milliseconds.
LONGEST_WAIT = 8_000


@dataclass(frozen=True, kw_only=True)
class Variant:
    """One way in which every picture is made; `text_scale` 1.5 is a school laptop at 150 %."""

    language: str
    scheme: theme.Scheme
    text_scale: float

    @property
    def stem(self) -> str:
        """The start of the file names."""
        return f"{self.language}-{self.scheme}-{round(self.text_scale * 100)}"


def variants(languages: Sequence[str]) -> Iterator[Variant]:
    """Each language in light and dark, each at 100, 125 and 150 %."""
    for code in languages:
        for scheme in SCHEMES:
            for text_scale in TEXT_SCALES:
                yield Variant(language=code, scheme=scheme, text_scale=text_scale)


def run(*, out: Path, data_dir: Path, clock: Clock, resources: Path, languages: Sequence[str]) -> int:
    """Write `<language>-<scheme>-<percent>-<page>.png` for every page into `out`; gives the exit code."""
    del data_dir  # nobody's own data are ever in a picture
    application = QApplication.instance() or QApplication(["wpl-desktop"])
    if not isinstance(application, QApplication):
        raise TypeError("pictures need a running application")
    QCursor.setPos(640, 30)  # the offscreen pointer starts on the rail, which would look hovered
    out.mkdir(parents=True, exist_ok=True)
    count = 0
    for code in languages:
        with _demo(clock, code) as (folder, services):
            for variant in variants([code]):
                theme.install(
                    application, resources=resources, scheme=variant.scheme, text_scale=variant.text_scale
                )
                language.install(code, resources=resources)
                language.set_words(services.profile.values().words(code))
                for name, widget in every_view(services, folder=folder, clock=clock):
                    widget.grab().save(str(out / f"{variant.stem}-{name}.png"))
                    count += 1
    sys.stdout.write(f"{count} pictures in {out}\n")
    return 0


@contextmanager
def _demo(clock: Clock, code: str) -> Generator[tuple[Path, Services], None, None]:
    with tempfile.TemporaryDirectory(prefix="wpl-screenshots-") as folder:
        _, services = make_demo(Path(folder), clock=clock, language=code)
        try:
            yield Path(folder), services
        finally:
            services.close()


def every_view(services: Services, *, folder: Path, clock: Clock) -> Iterator[tuple[str, QWidget]]:
    """Every page and dialog in turn, shown and settled: its name and the widget to take a picture of."""
    yield from _before_unlock(folder, clock)
    changes = Changes()
    window = MainWindow(services=services, changes=changes, now=clock.local)
    values = services.profile.values()
    window.set_profile(values.owner_name, demo=values.demo)
    window.set_backup(services.last_backup_at())
    window.resize(*WINDOW)
    window.show()
    try:
        for name, show in _steps(window, services):
            shown = show()
            _settle()
            yield name, shown
            if shown is not window:
                shown.close()
        yield from _joint(window, services, changes, clock)
        yield from _handed_over(services, clock)
    finally:
        window.close()
        window.deleteLater()
        _settle()


def _steps(window: MainWindow, services: Services) -> Iterator[tuple[str, Callable[[], QWidget]]]:
    def page(name: str, **arguments: object) -> Callable[[], QWidget]:
        def show() -> QWidget:
            window.show_page(name, **arguments)
            return window

        return show

    def dialog(name: str, **arguments: object) -> Callable[[], QWidget]:
        return lambda: window.show_dialog(name, **arguments)

    draft = next(choice for choice in services.reporting.choices() if choice.begun and not choice.final)
    about = {"trajectory_id": draft.trajectory_id}
    talks = services.conversations.of_student(draft.trajectory_id)
    planned = next(row for row in reversed(talks) if row.state is ConversationState.PLANNED)
    held = (row for row in talks if row.hat is Hat.EVALUATE and row.state is ConversationState.HELD)
    evaluating = next(held, planned)
    yield "today", page("today")
    yield "students", page("students")
    for tab in ("timeline", "evaluations", "conversations", "data"):
        yield f"student-{tab}", page("student", **about, tab=tab)
    yield "conversation-planned", page("conversation", conversation_id=planned.id)
    yield "conversation", page("conversation", conversation_id=evaluating.id)
    yield from _talks(services, page, talks=talks)
    for strand in Strand:
        sheet = {"round_id": draft.round_id, "perspective": Perspective.WORKPLACE, "strand": strand}
        yield f"score-sheet-{strand.value.replace('_', '-')}", page("score_sheet", **sheet)
    yield "evaluations", page("evaluations")
    for name, round_id in _rounds(services).items():
        yield f"round-{name}", page("round", round_id=round_id)
        yield f"side-by-side-{name}", page("side_by_side", round_id=round_id)
    for perspective in (Perspective.STUDENT, Perspective.INSTITUTE):
        sheet = {"round_id": _rounds(services).get("planned", draft.round_id), "perspective": perspective}
        yield f"paper-sheet-{perspective.value}", page("paper_sheet", **sheet)
    yield "criteria", page("criteria")
    yield "criteria-draft", page("criteria", draft_id=_draft_of_criteria(services))
    yield "printing", page("printing", round_id=draft.round_id)
    yield "settings", page("settings")
    yield "school-year", page("school_year")
    yield "bin", page("bin")
    window.show_page("students")
    yield "student-dialog", dialog("student_dialog", **about)
    yield "plan-dialog", dialog("plan_dialog", **about)
    yield "plan-dialog-several", dialog("plan_dialog", trajectory_ids=tuple(services.round_board.order()))
    yield "hold-dialog", dialog("hold_dialog", **about, conversation=planned)
    yield "not-held-dialog", dialog("not_held_dialog", conversation_id=planned.id)
    yield "new-year-dialog", dialog("new_year_dialog")
    yield "calendar-dialog", dialog("calendar_dialog", conversation_id=planned.id)
    yield "round-dialog", dialog("round_dialog", **about)
    everybody = tuple(services.round_board.order())
    yield "round-dialog-several", dialog("round_dialog", trajectory_ids=everybody)
    yield "round-dialog-change", dialog("round_dialog", round_id=draft.round_id)
    yield "report-texts", dialog("report_texts", round_id=draft.round_id)
    rounds = _rounds(services)
    yield "reveal-dialog", dialog("reveal_dialog", round_id=rounds.get("planned", draft.round_id))
    yield "finalise-dialog", dialog("finalise_dialog", round_id=draft.round_id)
    if "final" in rounds:
        final = rounds["final"]
        yield "reopen-dialog", dialog("reopen_dialog", round_id=final)
        yield "signature-dialog", dialog("signature_dialog", round_id=final, party=Party.STUDENT)
    yield "code-dialog", dialog("code_dialog")
    services.phrases.keep("Vraagt nu zelf om hulp voor de les begint.", criterion_code="C2")
    yield "phrases-dialog", dialog("phrases_dialog")
    yield "growth-sheet", lambda: _shown(growth_dialog(window, services, draft.trajectory_id))
    yield "trialogue-sheet", lambda: _shown(trialogue_dialog(window, services, draft.round_id))


def _talks(
    services: Services,
    page: Callable[..., Callable[[], QWidget]],
    *,
    talks: Sequence[ConversationRow],
) -> Iterator[tuple[str, Callable[[], QWidget]]]:
    """The agenda in its three ways, the other kinds of talk, what was agreed, and a growth plan."""
    day = services.clock.local().date()
    for view in ("week", "month", "list"):
        yield f"agenda-{view}", page("agenda", view=view, day=day)
    yield "agreements", page("agreements")
    coached = (row for row in talks if row.hat is Hat.COACH and row.state is ConversationState.HELD)
    together = (row for row in talks if row.group_id is not None)
    for name, row in (("held", next(coached, None)), ("group", next(together, None))):
        if row is not None:
            yield f"conversation-{name}", page("conversation", conversation_id=row.id)
    empty = services.student_list.names()[0].trajectory_id
    yield "growth-plan-empty", page("growth_plan", trajectory_id=empty)
    yield "growth-plan", page("growth_plan", trajectory_id=_with_growth_plan(services))


def _with_growth_plan(services: Services) -> uuid.UUID:
    """The last student, with a growth plan: the story's own, or one that is just begun."""
    trajectory_id = services.student_list.names()[-1].trajectory_id
    if not services.growth_plans.of_trajectory(trajectory_id):
        services.growth_plans.begin(trajectory_id)
    return trajectory_id


def _rounds(services: Services) -> dict[str, uuid.UUID]:
    """A round that is planned, one that lies side by side, and one that is final, as far as there are."""
    found: dict[str, uuid.UUID] = {}
    for choice in services.reporting.choices():
        name = "final" if choice.final else "open" if choice.begun else "planned"
        found.setdefault(name, choice.round_id)
    return found


def _draft_of_criteria(services: Services) -> uuid.UUID:
    drafts = services.criteria_sets.drafts()
    return drafts[0].id if drafts else services.criteria_sets.new_draft(services.criteria_sets.sets()[0].id)


def _shown(dialog: QDialog) -> QDialog:
    dialog.open()
    return dialog


def _handed_over(services: Services, clock: Clock) -> Iterator[tuple[str, QWidget]]:
    """The laptop in the hands of the student, step by step."""
    round_id = _rounds(services).get("planned")
    if round_id is None:
        return
    window = HandOverWindow(
        services,
        services.hand_over.view(round_id, Perspective.STUDENT),
        now=clock.local,
        demo=True,
    )
    window.resize(*WINDOW)
    window.show()
    try:
        for name, step in zip(HANDED_STEPS, window.page.steps(), strict=True):
            window.page.show_step(step)
            _settle()
            yield f"handed-over-{name}", window
    finally:
        window.hide()
        window.deleteLater()
        _settle()


def _joint(
    window: MainWindow, services: Services, changes: Changes, clock: Clock
) -> Iterator[tuple[str, QWidget]]:
    """The joint screen on three of its pages, in the place of the main window."""
    mode = JointMode(window, Frame(services=services, changes=changes, now=clock.local))
    draft = next(choice for choice in services.reporting.choices() if choice.begun and not choice.final)
    about: dict[str, object] = {"trajectory_id": draft.trajectory_id}
    pages: dict[str, tuple[str, dict[str, object]]] = {
        name: ("student", {**about, "tab": name}) for name in ("timeline", "evaluations", "conversations")
    }
    pages["side-by-side"] = ("side_by_side", {"round_id": draft.round_id})
    for name, (page, arguments) in pages.items():
        mode.begin(page, arguments, draft.trajectory_id)
        _settle()
        joint = mode.window()
        if joint is not None:
            yield f"joint-{name}", joint
        mode.end()


def _before_unlock(folder: Path, clock: Clock) -> Iterator[tuple[str, QWidget]]:
    from wpl_desktop.ui.settings_file import SettingsFile
    from wpl_desktop.ui.unlock.unlock_window import UnlockWindow

    for name, data_dir in (("unlock", folder), ("first-run", folder / "empty")):
        window = UnlockWindow(
            data_dir=data_dir,
            clock=clock,
            memory=SettingsFile(folder / "picture-settings.json"),
            language=language.language(),
        )
        window.resize(*WINDOW)
        window.show_start()
        window.show()
        _settle()
        yield name, window
        window.close()
        window.deleteLater()


def _settle() -> None:
    """Let everything that was asked for be laid out and drawn, in the background too."""
    pool = QThreadPool.globalInstance()
    deadline = QDeadlineTimer(LONGEST_WAIT)
    quiet = 0
    while quiet < 3 and not deadline.hasExpired():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        quiet = quiet + 1 if pool.activeThreadCount() == 0 else 0
        QThread.msleep(15)
