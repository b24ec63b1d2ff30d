"""The whole job as a mentor does it: from an empty folder to a final report, a lock and a back-up put back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from tests.factory import PASSPHRASE, FixedClock
from tests.reports.reading import pages_of
from tests.ui.hands import Hands, button, dialog, focused, shown_words, top
from wpl_desktop.domain.trajectories import Role
from wpl_desktop.services import profiles
from wpl_desktop.ui import language
from wpl_desktop.ui.conversation.hold_dialog import HoldDialog
from wpl_desktop.ui.conversation.plan_dialog import PlanDialog
from wpl_desktop.ui.desktop import Desktop
from wpl_desktop.ui.evaluations.round_dialog import RoundDialog
from wpl_desktop.ui.evaluations.score_sheet_page import ScoreSheetPage
from wpl_desktop.ui.main_window import MainWindow
from wpl_desktop.ui.printing.finalise_dialog import FinaliseDialog
from wpl_desktop.ui.printing.printing_page import PrintingPage
from wpl_desktop.ui.students.student_dialog import StudentDialog
from wpl_desktop.ui.students.students_page import StudentsPage
from wpl_desktop.ui.unlock.first_run import FirstRun
from wpl_desktop.ui.unlock.restore_card import RestoreCard
from wpl_desktop.ui.unlock.unlock_window import UnlockWindow

RESOURCES = Path(__file__).parents[2] / "resources"
WAIT = 30_000
OWNER = "Griet Vanhaverbeke"
STUDENT = "Łukasz Wójcik"
SECOND_STUDENT = "Femke Dierckx"
MENTOR = "Mehmet Aslan"
NOTE = "Weinig geslapen, dus kort gehouden"
AGREEMENT = "Het bordplan vooraf tonen"
COMMENT = "Start de nabespreking zelf en luistert naar de groep"
EVIDENCE = "Les breuken van maandag"
CRITERIA: Final = 9
Key = Qt.Key
Control = Qt.KeyboardModifier.ControlModifier


@dataclass(frozen=True, kw_only=True)
class Words:
    """What a user reads on the screen and on paper in one language."""

    language: str
    nothing_kept: str
    wrong_code: str
    add_student: str
    clash: str
    did_not_go_ahead: str
    cause: str
    not_held: str
    level: str
    conditions_level: str
    draft: str
    ready: str
    preview: str
    save: str
    saved: str
    make_final: str
    locked: str
    wrong_passphrase: str
    put_back: str
    put_this_back: str
    was_put_back: str
    unlock: str
    criterion: str


DUTCH = Words(
    language="nl",
    nothing_kept="Nog niets bewaard",
    wrong_code="Dit is niet de code hierboven.",
    add_student="Student toevoegen",
    clash=f"{STUDENT} heeft al een gesprek van 15:45 tot",
    did_not_go_ahead="Ging niet door",
    cause="Student",
    not_held="ging niet door",
    level="zoals verwacht",
    conditions_level="in groei",
    draft="ONTWERP",
    ready="Klaar",
    preview="Voorbeeld",
    save="Bewaar als PDF",
    saved="Bewaard",
    make_final="Maak definitief",
    locked="Vergrendeld om",
    wrong_passphrase="Dit is niet de juiste wachtwoordzin. Probeer opnieuw.",
    put_back="Zet een back-up terug",
    put_this_back="Zet deze back-up terug",
    was_put_back="is teruggezet",
    unlock="Ontgrendel",
    criterion="",
)
ENGLISH = Words(
    language="en",
    nothing_kept="Nothing is kept yet",
    wrong_code="This is not the code above.",
    add_student="Add student",
    clash=f"{STUDENT} already has a conversation from 15:45 to",
    did_not_go_ahead="Did not go ahead",
    cause="Student",
    not_held="not held",
    level="as expected",
    conditions_level="growing",
    draft="DRAFT",
    ready="Ready",
    preview="Preview",
    save="Save as PDF",
    saved="Saved",
    make_final="Make final",
    locked="Locked at",
    wrong_passphrase="This is not the right passphrase. Try again.",
    put_back="Put a back-up back",
    put_this_back="Put this back-up back",
    was_put_back="was put back",
    unlock="Unlock",
    criterion="",
)
