"""Making a round final: every gap with its reason, the response, names of others, and then it is done (R12)."""

from __future__ import annotations

import uuid
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests import factory
from tests.ui.reading import clipped_in, nameless_in
from tests.ui.rounds.rounds import asked_of, make_final, open_dialog, ready
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import Perspective, RoundKind
from wpl_desktop.domain.finalising import GapKind
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.evaluations import ReportTexts
from wpl_desktop.ui import joint_screen
from wpl_desktop.ui.rounds.finalise_dialog import FinaliseDialog, GapRow


@pytest.fixture
def round_id(services: Services, trajectory_id: uuid.UUID) -> uuid.UUID:
    """A round in which the workplace scored and is ready; everybody else is missing."""
    made = factory.add_round(services, trajectory_id)
    factory.score_all(services, made)
    ready(services, made, Perspective.WORKPLACE)
    return made


@pytest.fixture
def joint() -> Iterator[None]:
    """Somebody looks along."""
    joint_screen.set_on(True)
    yield
    joint_screen.set_on(False)


def ask(qtbot: QtBot, services: Services, round_id: uuid.UUID, *, window: QWidget) -> FinaliseDialog:
    return open_dialog(qtbot, FinaliseDialog(services, round_id=round_id, parent=window))


def row_of(dialog: FinaliseDialog, kind: GapKind, perspective: Perspective | None = None) -> GapRow:
    return next(row for row in dialog.rows if (row.gap.kind, row.gap.perspective) == (kind, perspective))


def is_final(services: Services, round_id: uuid.UUID) -> bool:
    return services.round_steps.view(round_id).final


def test_enter_and_escape_leave_the_draft_as_it_is(
    qtbot: QtBot, services: Services, round_id: uuid.UUID, window: QWidget
) -> None:
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        dialog = ask(qtbot, services, round_id, window=window)
        QTest.keyClick(dialog, key)
        assert not dialog.isVisible()
        assert not is_final(services, round_id)


def test_every_gap_without_a_reason_says_so_at_its_place(
    qtbot: QtBot, services: Services, round_id: uuid.UUID, window: QWidget
) -> None:
    dialog = ask(qtbot, services, round_id, window=window)
    late = row_of(dialog, GapKind.SHEET_NOT_READY, Perspective.INSTITUTE)
    assert late.field.label() == "The institute is not ready."
    late.reason.set_text("ziek")
    dialog.primary.click()
    assert dialog.isVisible()
    assert not is_final(services, round_id)
    assert late.field.error() is None
    others = [row for row in dialog.rows if row is not late]
    assert others
    assert {row.field.error() for row in others} == {"Write down the reason."}
    assert dialog.focusWidget() is others[0].reason


def test_one_reason_may_do_for_all_and_the_paper_is_kept(
    qtbot: QtBot, services: Services, round_id: uuid.UUID, window: QWidget
) -> None:
    dialog = ask(qtbot, services, round_id, window=window)
    dialog.same_reason.setChecked(True)
    dialog.primary.click()
    assert dialog.reason_field.error() == "Write down the reason."
    dialog.reason.set_text("de ronde was licht")
    dialog.primary.click()
    assert not dialog.isVisible()
    assert is_final(services, round_id)
    kept = services.finalising.document(
        round_id, language="en", render=lambda _report: pytest.fail("it was kept already")
    )
    assert kept.data.startswith(b"%PDF-")
    assert {gap.reason for gap in kept.report.gaps} == {"de ronde was licht"}
    assert services.round_steps.draft(round_id, "finalise") == ""


@pytest.mark.parametrize(
    ("kind", "perspective", "target"),
    [
        (GapKind.SHEET_NOT_READY, Perspective.STUDENT, "round"),
        (GapKind.NOT_SIDE_BY_SIDE, None, "reveal_dialog"),
        (GapKind.TEXT_MISSING, None, "report_texts"),
        (GapKind.NOT_SCORED, Perspective.WORKPLACE, "score_sheet"),
    ],
)
def test_each_gap_leads_to_where_it_is_mended(
    qtbot: QtBot,
    services: Services,
    round_id: uuid.UUID,
    window: QWidget,
    kind: GapKind,
    perspective: Perspective | None,
    target: str,
) -> None:
    dialog = ask(qtbot, services, round_id, window=window)
    asked = asked_of(dialog)
    row_of(dialog, kind, perspective).mend.click()
    assert not dialog.isVisible()
    expected: dict[str, object] = {"round_id": round_id}
    if target == "score_sheet":
        # The student's part is complete; the conditions are not.
        expected |= {"perspective": Perspective.WORKPLACE, "strand": Strand.WORKPLACE_PART}
    assert asked == [(target, expected)]


def test_reasons_survive_the_lock(
    qtbot: QtBot, services: Services, round_id: uuid.UUID, window: QWidget
) -> None:
    dialog = ask(qtbot, services, round_id, window=window)
    row_of(dialog, GapKind.TEXT_MISSING).reason.set_text("komt na het gesprek")
    assert dialog.flush()
    again = ask(qtbot, services, round_id, window=window)
    assert row_of(again, GapKind.TEXT_MISSING).reason.text() == "komt na het gesprek"
    assert row_of(again, GapKind.NOT_SIDE_BY_SIDE).reason.text() == ""


def test_the_final_form_needs_a_response_or_the_tick(
    qtbot: QtBot, services: Services, trajectory_id: uuid.UUID, window: QWidget
) -> None:
    round_id = factory.add_round(services, trajectory_id, kind=RoundKind.FINAL)
    services.evaluations.save_report_texts(round_id, ReportTexts(strong="vragen stellen"))
    dialog = ask(qtbot, services, round_id, window=window)
    dialog.same_reason.setChecked(True)
    dialog.reason.set_text("afgesproken")
    dialog.primary.click()
    assert "no response" in dialog.response_message.text()
    assert dialog.focusWidget() is dialog.no_response

    dialog.no_response.setChecked(True)
    # The tick is kept at once, and the other texts with it.
    texts = services.evaluations.report_texts(round_id)
    assert (texts.no_response, texts.strong) == (True, "vragen stellen")
    dialog.primary.click()
    assert is_final(services, round_id)


def test_a_response_is_shown_and_needs_no_tick(
    qtbot: QtBot, services: Services, round_id: uuid.UUID, window: QWidget
) -> None:
    services.evaluations.save_report_texts(round_id, ReportTexts(student_response="Ik herken me hierin."))
    dialog = ask(qtbot, services, round_id, window=window)
    assert dialog.no_response.isHidden()
    shown = [label.text() for label in dialog.findChildren(type(dialog.reason_field._label))]
    assert "Ik herken me hierin." in shown


def test_the_name_of_another_student_is_looked_at_first(
    qtbot: QtBot, services: Services, round_id: uuid.UUID, window: QWidget
) -> None:
    factory.add_student(services, name="Yasmine El Idrissi")
    services.evaluations.save_report_texts(
        round_id, ReportTexts(strong="Werkt samen met Yasmine El Idrissi.")
    )
    dialog = ask(qtbot, services, round_id, window=window)
    assert dialog.names_hint.text().startswith(
        "The name of another student stands in what is strong: Yasmine"
    )
    assert "\n" not in dialog.names_hint.text()
    dialog.same_reason.setChecked(True)
    dialog.reason.set_text("afgesproken")
    dialog.primary.click()
    assert "tick that you did" in dialog.names_message.text()
    assert not is_final(services, round_id)
    dialog.names_seen.setChecked(True)
    dialog.primary.click()
    assert is_final(services, round_id)


@pytest.mark.usefixtures("joint")
def test_who_looks_along_does_not_read_that_name(
    qtbot: QtBot, services: Services, round_id: uuid.UUID, window: QWidget
) -> None:
    factory.add_student(services, name="Yasmine El Idrissi")
    services.evaluations.save_report_texts(round_id, ReportTexts(grown="Net als Yasmine El Idrissi."))
    dialog = ask(qtbot, services, round_id, window=window)
    assert dialog.names_hint.text() == "The name of another student stands in what has grown."


def test_a_name_in_a_reason_is_asked_about_too(
    qtbot: QtBot, services: Services, round_id: uuid.UUID, window: QWidget
) -> None:
    factory.add_student(services, name="Yasmine El Idrissi")
    dialog = ask(qtbot, services, round_id, window=window)
    assert dialog.names_part.isHidden()
    dialog.same_reason.setChecked(True)
    dialog.reason.set_text("Yasmine El Idrissi had voorrang")
    dialog.primary.click()
    assert dialog.names_seen.isVisible()
    assert dialog.focusWidget() is dialog.names_seen


def test_what_is_final_already_is_not_made_final_again(
    qtbot: QtBot, services: Services, round_id: uuid.UUID, window: QWidget
) -> None:
    make_final(services, round_id)
    dialog = ask(qtbot, services, round_id, window=window)
    assert "final" in dialog.message()
    assert not dialog.primary.isEnabled()


def test_everything_fits_after_every_error(
    qtbot: QtBot, services: Services, round_id: uuid.UUID, window: QWidget
) -> None:
    dialog = ask(qtbot, services, round_id, window=window)
    dialog.primary.click()
    qtbot.wait(50)
    assert dialog.height() <= window.height()
    assert clipped_in(dialog) == []
    assert nameless_in(dialog) == []
