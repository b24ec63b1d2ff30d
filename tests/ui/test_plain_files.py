"""Whether the window writes a student's data beside the profile: in its settings, the log or a temporary file (P18)."""

import logging
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.factory import Pristine
from tests.test_privacy import SECRETS, fill, found_in
from wpl_desktop import log
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.domain.growth_plans import PlanPart
from wpl_desktop.domain.talk_timing import TalkTiming
from wpl_desktop.paths import DataDir
from wpl_desktop.ui.changes import Changes
from wpl_desktop.ui.main_window import MainWindow
from wpl_desktop.ui.settings_file import SettingsFile
from wpl_desktop.ui.widgets.filter_line import FilterLine


@pytest.mark.parametrize("shut", [False, True], ids=["open", "closed"])
def test_every_page_leaves_nothing_beside_the_profile(
    qtbot: QtBot, pristine: Pristine, data_dir: Path, shut: bool
) -> None:
    layout = DataDir(data_dir)
    log.start(layout.log_file)
    services = pristine.open_in(data_dir)
    round_id = fill(services)
    trajectory_id = services.student_list.names()[0].trajectory_id
    talk = services.conversations.of_student(trajectory_id)[0]
    window = MainWindow(
        services=services,
        changes=Changes(),
        now=services.clock.local,
        settings=SettingsFile(layout.settings_file),
        idle_minutes=0,
    )
    qtbot.addWidget(window)
    window.show()
    window.show_page("today")
    window.show_page("students")
    for tab in ("timeline", "evaluations", "conversations", "data"):
        window.show_page("student", trajectory_id=trajectory_id, tab=tab)
    window.show_page("conversation", conversation_id=talk.id)
    window.show_page(
        "score_sheet", round_id=round_id, perspective=Perspective.WORKPLACE, strand=Strand.STUDENT_PART
    )
    window.show_page("printing", round_id=round_id)
    plan_id = services.growth_plans.begin(trajectory_id)
    services.growth_plans.save_text(plan_id, PlanPart.FACTS, SECRETS["coaching note"], version=1)
    window.show_page("growth_plan", trajectory_id=trajectory_id)
    window.show_page("school_year")
    for page in ("agreements", "agenda"):
        window.show_page(page)
        for line in window.findChildren(FilterLine):
            line.setText(SECRETS["call name"])
    services.talks.keep_timing(
        talk.id, TalkTiming(seen_at=services.clock.now(), running=True, at=1, seconds={1: 3.0})
    )
    services.removal.delete_conversation(talk)
    window.show_page("bin")
    window.show_page("settings")
    window.search.line.setText(SECRETS["call name"])
    qtbot.wait(200)
    logging.getLogger("wpl_desktop").warning("a line of the test")
    window.close()
    if shut:
        services.close()
    try:
        assert "a line of the test" in layout.log_file.read_text(encoding="utf-8")
        assert str(layout.settings_file) in {str(file) for file in data_dir.rglob("*")}
        assert found_in([data_dir]) == set()
        assert str(trajectory_id) not in layout.settings_file.read_text(encoding="utf-8")
    finally:
        services.close()
