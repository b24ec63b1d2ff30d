"""A power cut during a talk: at most two seconds of what was typed and five of the clock are lost."""

from __future__ import annotations

import subprocess
import sys
import time
import uuid
from itertools import pairwise
from pathlib import Path
from typing import Final

from tests import factory
from tests.factory import Pristine
from wpl_desktop.domain.clock import SystemClock
from wpl_desktop.services import open_profile
from wpl_desktop.services.bundle import Services

ROOT = Path(__file__).resolve().parents[2]
MOST_OF_NOTES: Final = 2.0
MOST_OF_CLOCK: Final = 5.0
#: So long that both were kept more than once.
TYPES_FOR: Final = 8.0
#: The clock looks once a second.
TICK: Final = 1.0

TYPIST = """
import sys, time, uuid
from datetime import timedelta
from pathlib import Path
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from wpl_desktop.domain.clock import SystemClock
from wpl_desktop.services import open_profile
from wpl_desktop.ui import language, theme
from wpl_desktop.ui.conversation.conversation_page import ConversationPage
application = QApplication([])
resources = Path("resources")
language.install("en", resources=resources)
theme.install(application, resources=resources, scheme="light", text_scale=1.0)
folder = Path(sys.argv[1])
services = open_profile(folder, bytes.fromhex(sys.argv[2]), clock=SystemClock(), backups=folder.parent)
page = ConversationPage()
page.set_services(services)
page.resize(1278, 684)
page.open(conversation_id=uuid.UUID(sys.argv[3]))
page.show()
page.activateWindow()
QTest.qWaitForWindowActive(page)
page.focus_first()
QTest.keyClick(page, Qt.Key.Key_F8)
page.parts.notes.editor.text_area.setFocus()
typed = 0
def type_on():
    global typed
    QTest.keyClick(QApplication.focusWidget(), "x")
    typed += 1
    print(time.monotonic(), typed, flush=True)
timer = QTimer()
timer.timeout.connect(type_on)
timer.start(100)
application.exec()
"""


def test_a_killed_talk_keeps_nearly_everything(
    pristine: Pristine, data_dir: Path, services: Services
) -> None:
    services.close()
    folder, key = services.folder, services.key
    opened = open_profile(folder, key, clock=SystemClock(), backups=folder.parent)
    talk_id = plan_a_talk_now(opened)
    opened.close()
    lines = type_and_be_killed(folder, key=key, talk_id=talk_id)
    killed_at, (begun_at, _) = lines[-1][0], lines[0]
    # A busy computer does everything later, typing too.
    lag = max(later[0] - earlier[0] for earlier, later in pairwise(lines))
    safe = max(count for moment, count in lines if moment <= killed_at - MOST_OF_NOTES - lag)
    again = pristine.open_in(data_dir)
    try:
        again.check()
        view = again.talks.view(talk_id)
        kept = max((len(note) for note in (view.row.summary, *(item.note for item in view.items))), default=0)
        assert 0 < safe <= kept <= lines[-1][1]
        timing = again.talks.timing(talk_id)
        assert timing is not None
        assert timing.running
        assert killed_at - begun_at - MOST_OF_CLOCK - TICK - lag <= timing.total
        assert view.started_at is not None
    finally:
        again.close()


def plan_a_talk_now(services: Services) -> uuid.UUID:
    """A talk of this minute, whatever day it is."""
    now = services.clock.local().replace(second=0, microsecond=0)
    trajectory_id = factory.add_student(
        services, starts_on=now.date(), ends_on=now.date(), weekdays=(1, 2, 3, 4, 5, 6, 7)
    )
    return factory.add_conversation(services, trajectory_id, starts_at=now).id


def type_and_be_killed(folder: Path, *, key: bytes, talk_id: uuid.UUID) -> list[tuple[float, int]]:
    """When which letter was typed, up to the kill."""
    with subprocess.Popen(
        [sys.executable, "-c", TYPIST, str(folder), key.hex(), str(talk_id)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    ) as typist:
        assert typist.stdout is not None
        lines: list[tuple[float, int]] = []
        while not lines or lines[-1][0] - lines[0][0] < TYPES_FOR:
            moment, count = typist.stdout.readline().split()
            lines.append((float(moment), int(count)))
        typist.kill()
        lines.append((time.monotonic(), lines[-1][1] + 1))
    assert typist.returncode == -9
    return lines
