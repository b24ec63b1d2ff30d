"""What the window can show: its pages, its dialogs and what is under *New*; each imported when first shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QWidget

from wpl_desktop.ui.language import filled
from wpl_desktop.ui.page import Page, PageEntry

Show = Callable[[str, dict[str, object]], None]
"""Opens a page or a dialog by name with its arguments."""


@dataclass(frozen=True, kw_only=True)
class DialogEntry:
    """A dialog that any page may ask for: `make` gets services, parent, the way on, and the arguments."""

    name: str
    make: Callable[[Any, QWidget, Show, dict[str, Any]], QDialog]


@dataclass(frozen=True, kw_only=True)
class NewAction:
    """One line of the menu under *New*: it opens a page or a dialog with arguments."""

    label: Callable[[], str]
    icon: str
    target: str
    arguments: dict[str, object] = field(default_factory=dict[str, object])
    shortcut: str = ""
    #: Whether it begins with what the page on screen is about.
    begins_with_subject: bool = False


def _students() -> Page:
    from wpl_desktop.ui.students.students_page import StudentsPage

    return StudentsPage()


def _today() -> Page:
    from wpl_desktop.ui.today.today_page import TodayPage

    return TodayPage()


def _student() -> Page:
    from wpl_desktop.ui.students.student_page import StudentPage

    return StudentPage()


def _conversation() -> Page:
    from wpl_desktop.ui.conversation.conversation_page import ConversationPage

    return ConversationPage()


def _score_sheet() -> Page:
    from wpl_desktop.ui.evaluations.score_sheet_page import ScoreSheetPage

    return ScoreSheetPage()


def _evaluations() -> Page:
    from wpl_desktop.ui.rounds.board_page import BoardPage

    return BoardPage()


def _round() -> Page:
    from wpl_desktop.ui.rounds.round_page import RoundPage

    return RoundPage()


def _side_by_side() -> Page:
    from wpl_desktop.ui.side_by_side.side_by_side_page import SideBySidePage

    return SideBySidePage()


def _paper_sheet() -> Page:
    from wpl_desktop.ui.evaluations.paper_page import PaperPage

    return PaperPage()


def _criteria() -> Page:
    from wpl_desktop.ui.criteria.criteria_page import CriteriaPage

    return CriteriaPage()


def _agenda() -> Page:
    from wpl_desktop.ui.agenda.agenda_page import AgendaPage

    return AgendaPage()


def _agreements() -> Page:
    from wpl_desktop.ui.agreements.agreements_page import AgreementsPage

    return AgreementsPage()


def _growth_plan() -> Page:
    from wpl_desktop.ui.growth_plan.growth_plan_page import GrowthPlanPage

    return GrowthPlanPage()


def _school_year() -> Page:
    from wpl_desktop.ui.school_year.school_year_page import SchoolYearPage

    return SchoolYearPage()


def _printing() -> Page:
    from wpl_desktop.ui.printing.printing_page import PrintingPage

    return PrintingPage()


def _settings() -> Page:
    from wpl_desktop.ui.settings.settings_page import SettingsPage

    return SettingsPage()


def _bin() -> Page:
    from wpl_desktop.ui.bin.bin_page import BinPage

    return BinPage()


PAGES: Final[tuple[PageEntry, ...]] = (
    PageEntry(
        name="today",
        icon="today",
        label=lambda: QCoreApplication.translate("MainWindow", "Today"),
        factory=_today,
    ),
    PageEntry(
        name="students",
        icon="students",
        label=lambda: filled("{Students}"),
        factory=_students,
    ),
    PageEntry(
        name="student",
        icon="students",
        label=lambda: filled("{Student}"),
        factory=_student,
        in_rail=False,
        belongs_to="students",
    ),
    PageEntry(
        name="agenda",
        icon="agenda",
        label=lambda: QCoreApplication.translate("MainWindow", "Agenda"),
        factory=_agenda,
    ),
    PageEntry(
        name="conversation",
        icon="talk",
        label=lambda: QCoreApplication.translate("MainWindow", "Conversation"),
        factory=_conversation,
        in_rail=False,
        belongs_to="agenda",
    ),
    PageEntry(
        name="agreements",
        icon="task",
        label=lambda: QCoreApplication.translate("MainWindow", "Agreements"),
        factory=_agreements,
        in_rail=False,
        in_commands=True,
        belongs_to="agenda",
    ),
    PageEntry(
        name="growth_plan",
        icon="seed",
        label=lambda: QCoreApplication.translate("MainWindow", "Growth plan"),
        factory=_growth_plan,
        in_rail=False,
        belongs_to="students",
    ),
    PageEntry(
        name="evaluations",
        icon="evaluations",
        label=lambda: QCoreApplication.translate("MainWindow", "Evaluations"),
        factory=_evaluations,
    ),
    PageEntry(
        name="round",
        icon="evaluations",
        label=lambda: QCoreApplication.translate("MainWindow", "Round"),
        factory=_round,
        in_rail=False,
        belongs_to="evaluations",
    ),
    PageEntry(
        name="score_sheet",
        icon="evaluations",
        label=lambda: QCoreApplication.translate("MainWindow", "Score sheet"),
        factory=_score_sheet,
        in_rail=False,
        belongs_to="evaluations",
    ),
    PageEntry(
        name="paper_sheet",
        icon="evaluations",
        label=lambda: QCoreApplication.translate("MainWindow", "Sheet on paper"),
        factory=_paper_sheet,
        in_rail=False,
        belongs_to="evaluations",
    ),
    PageEntry(
        name="side_by_side",
        icon="evaluations",
        label=lambda: QCoreApplication.translate("MainWindow", "Side by side"),
        factory=_side_by_side,
        in_rail=False,
        belongs_to="evaluations",
    ),
    PageEntry(
        name="printing",
        icon="print",
        label=lambda: QCoreApplication.translate("MainWindow", "Print"),
        factory=_printing,
    ),
    PageEntry(
        name="settings",
        icon="settings",
        label=lambda: QCoreApplication.translate("MainWindow", "Settings"),
        factory=_settings,
        shortcut="Ctrl+,",
        at_bottom=True,
    ),
    PageEntry(
        name="criteria",
        icon="file",
        label=lambda: QCoreApplication.translate("MainWindow", "Criteria"),
        factory=_criteria,
        in_rail=False,
        in_commands=True,
        belongs_to="settings",
    ),
    PageEntry(
        name="school_year",
        icon="agenda",
        label=lambda: QCoreApplication.translate("MainWindow", "School year"),
        factory=_school_year,
        in_rail=False,
        in_commands=True,
        belongs_to="settings",
    ),
    PageEntry(
        name="bin",
        icon="trash",
        label=lambda: QCoreApplication.translate("MainWindow", "Bin"),
        factory=_bin,
        in_rail=False,
        in_commands=True,
        belongs_to="settings",
    ),
)


def _student_dialog(services: Any, parent: QWidget, show: Show, arguments: dict[str, Any]) -> QDialog:
    from wpl_desktop.ui.students.student_dialog import StudentDialog

    del show
    return StudentDialog(services, parent=parent, **arguments)


def _plan_dialog(services: Any, parent: QWidget, show: Show, arguments: dict[str, Any]) -> QDialog:
    from wpl_desktop.ui.conversation.plan_dialog import PlanDialog

    del show
    return PlanDialog(services, parent=parent, **arguments)


def _hold_dialog(services: Any, parent: QWidget, show: Show, arguments: dict[str, Any]) -> QDialog:
    from wpl_desktop.ui.conversation.hold_dialog import HoldDialog

    dialog = HoldDialog(services, parent=parent, **arguments)
    # Its page, or why it did not go ahead.
    dialog.open_requested.connect(show)
    return dialog


def _not_held_dialog(services: Any, parent: QWidget, show: Show, arguments: dict[str, Any]) -> QDialog:
    from wpl_desktop.ui.conversation.not_held_dialog import NotHeldDialog

    dialog = NotHeldDialog(services, parent=parent, **arguments)
    # Another date than those proposed is chosen where talks are planned.
    dialog.open_requested.connect(show)
    return dialog


def _new_year_dialog(services: Any, parent: QWidget, show: Show, arguments: dict[str, Any]) -> QDialog:
    from wpl_desktop.ui.school_year.new_year_dialog import NewYearDialog

    dialog = NewYearDialog(services, parent=parent, **arguments)
    # What was begun is looked at where it can be changed.
    dialog.open_requested.connect(show)
    return dialog


def _calendar_dialog(services: Any, parent: QWidget, show: Show, arguments: dict[str, Any]) -> QDialog:
    from wpl_desktop.ui.calendar_saving import CalendarDialog

    del show
    return CalendarDialog(services, parent=parent, **arguments)


def _round_dialog(services: Any, parent: QWidget, show: Show, arguments: dict[str, Any]) -> QDialog:
    from wpl_desktop.ui.rounds.round_dialog import RoundDialog

    dialog = RoundDialog(services, parent=parent, **arguments)

    def go_on(round_id: object) -> None:
        show("round", {"round_id": round_id})

    dialog.round_opened.connect(go_on)
    dialog.open_requested.connect(show)
    return dialog


def _reveal_dialog(services: Any, parent: QWidget, show: Show, arguments: dict[str, Any]) -> QDialog:
    from wpl_desktop.ui.rounds.reveal_dialog import RevealDialog

    dialog = RevealDialog(services, parent=parent, **arguments)

    def look(round_id: object) -> None:
        show("side_by_side", {"round_id": round_id})

    dialog.revealed.connect(look)
    dialog.open_requested.connect(show)
    return dialog


def _finalise_dialog(services: Any, parent: QWidget, show: Show, arguments: dict[str, Any]) -> QDialog:
    from wpl_desktop.ui.rounds.finalise_dialog import FinaliseDialog

    dialog = FinaliseDialog(services, parent=parent, **arguments)
    # What is missing is mended elsewhere: a page or the dialog with the texts.
    dialog.open_requested.connect(show)
    return dialog


def _reopen_dialog(services: Any, parent: QWidget, show: Show, arguments: dict[str, Any]) -> QDialog:
    from wpl_desktop.ui.rounds.reopen_dialog import ReopenDialog

    del show
    return ReopenDialog(services, parent=parent, **arguments)


def _signature_dialog(services: Any, parent: QWidget, show: Show, arguments: dict[str, Any]) -> QDialog:
    from wpl_desktop.ui.rounds.signature_dialog import SignatureDialog

    del show
    return SignatureDialog(services, parent=parent, **arguments)


def _code_dialog(services: Any, parent: QWidget, show: Show, arguments: dict[str, Any]) -> QDialog:
    from wpl_desktop.ui.rounds.code_dialog import CodeDialog

    dialog = CodeDialog(services, parent=parent, **arguments)
    dialog.open_requested.connect(show)
    return dialog


def _phrases_dialog(services: Any, parent: QWidget, show: Show, arguments: dict[str, Any]) -> QDialog:
    from wpl_desktop.ui.evaluations.phrases_dialog import PhrasesDialog

    del show
    return PhrasesDialog(services, parent=parent, **arguments)


def _report_texts(services: Any, parent: QWidget, show: Show, arguments: dict[str, Any]) -> QDialog:
    from wpl_desktop.ui.printing.report_texts_dialog import ReportTextsDialog

    del show
    return ReportTextsDialog(services, parent=parent, **arguments)


DIALOGS: Final[tuple[DialogEntry, ...]] = (
    DialogEntry(name="student_dialog", make=_student_dialog),
    DialogEntry(name="plan_dialog", make=_plan_dialog),
    DialogEntry(name="hold_dialog", make=_hold_dialog),
    DialogEntry(name="not_held_dialog", make=_not_held_dialog),
    DialogEntry(name="new_year_dialog", make=_new_year_dialog),
    DialogEntry(name="calendar_dialog", make=_calendar_dialog),
    DialogEntry(name="round_dialog", make=_round_dialog),
    DialogEntry(name="reveal_dialog", make=_reveal_dialog),
    DialogEntry(name="finalise_dialog", make=_finalise_dialog),
    DialogEntry(name="reopen_dialog", make=_reopen_dialog),
    DialogEntry(name="signature_dialog", make=_signature_dialog),
    DialogEntry(name="code_dialog", make=_code_dialog),
    DialogEntry(name="phrases_dialog", make=_phrases_dialog),
    DialogEntry(name="report_texts", make=_report_texts),
)

NEW_ACTIONS: Final[tuple[NewAction, ...]] = (
    NewAction(
        label=lambda: QCoreApplication.translate("MainWindow", "Plan conversation"),
        icon="agenda",
        target="plan_dialog",
        shortcut="Ctrl+N",
        begins_with_subject=True,
    ),
    NewAction(
        label=lambda: filled(QCoreApplication.translate("MainWindow", "Add {student}")),
        icon="students",
        target="student_dialog",
    ),
)
