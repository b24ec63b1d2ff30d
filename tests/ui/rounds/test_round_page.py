"""The page of a round: what now, one button that stands out, and never what stands in a sheet (R5, R9)."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests import factory
from tests.reveal import agree
from tests.ui.reading import clipped_in, nameless_in
from tests.ui.rounds.rounds import RoundOnScreen, filled_round, make_final, ready, words_of
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import Perspective, RoundKind, level_mark
from wpl_desktop.domain.people import Party
from wpl_desktop.domain.trajectories import TrajectoryState
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.evaluations import ReportTexts
from wpl_desktop.ui import joint_screen, theme
from wpl_desktop.ui.rounds.round_content import Step, StepState

STUDENT, WORKPLACE, INSTITUTE = Perspective


@pytest.fixture
def round_id(services: Services, trajectory_id: uuid.UUID) -> uuid.UUID:
    return factory.add_round(services, trajectory_id)


@pytest.fixture
def screen(qtbot: QtBot, services: Services) -> RoundOnScreen:
    return RoundOnScreen(qtbot, services)


@pytest.fixture
def joint() -> Iterator[None]:
    """Somebody looks along."""
    joint_screen.set_on(True)
    yield
    joint_screen.set_on(False)


def states(screen: RoundOnScreen) -> list[StepState]:
    return [screen.page.rows[step].content.state for step in Step]


def test_a_new_round_begins_with_the_own_sheet(screen: RoundOnScreen, round_id: uuid.UUID) -> None:
    page = screen.show(round_id).page
    assert page.title() == "Łukasz Wójcik"
    assert page.subtitle() == "Round 1, midterm"
    assert page.now.text() == "Now: fill in your sheet"
    assert states(screen) == [StepState.NOW, *[StepState.LATER] * 5]
    assert screen.primaries() == ["fill:own"]
    assert page.focusWidget() is screen.button("fill:own")

    QTest.keyClick(screen.button("fill:own"), Qt.Key.Key_Return)
    arguments = {"round_id": round_id, "perspective": WORKPLACE, "strand": Strand.STUDENT_PART}
    assert screen.asked == [("score_sheet", arguments)]


def test_progress_is_counted_and_levels_are_not_there(
    screen: RoundOnScreen, services: Services, round_id: uuid.UUID
) -> None:
    """R5, R9: how far, never what; of the student's view of the workplace not even how far."""
    factory.score_all(services, round_id, perspective=STUDENT, mark=level_mark(4), comment="geheim")
    conditions = Strand.WORKPLACE_PART
    factory.score_all(services, round_id, perspective=STUDENT, strand=conditions, mark=level_mark(1))
    page = screen.show(round_id).page
    said = words_of(page)
    assert said.count("9 of 9") == 1
    assert "not yet" in said
    assert "geheim" not in said
    for label in ("Strong", "Achieved", "Missing", "Sterk", "Ontbreekt"):
        assert label not in said


def test_before_the_own_sheet_is_ready_it_says_not_blind_beforehand(
    screen: RoundOnScreen, services: Services, round_id: uuid.UUID
) -> None:
    screen.show(round_id)
    assert "gets the words “not blind”" in words_of(screen.page)
    typing = screen.button("paper:institute")
    assert "“not blind”" in typing.accessibleDescription()

    ready(services, round_id, WORKPLACE)
    screen.page.refresh()
    assert "not blind" not in words_of(screen.page)


def test_the_laptop_is_given_to_the_first_who_is_missing(
    screen: RoundOnScreen, services: Services, round_id: uuid.UUID
) -> None:
    ready(services, round_id, WORKPLACE)
    screen.show(round_id)
    assert screen.page.now.text() == "Now: wait for student (Łukasz) and institute (Nadège)"
    assert screen.primaries() == ["hand:student"]
    screen.button("hand:student").click()
    assert screen.handed == [(round_id, STUDENT)]
    assert screen.asked == []


def test_paper_and_typing_for_somebody_are_in_a_menu(screen: RoundOnScreen, round_id: uuid.UUID) -> None:
    screen.show(round_id)
    menu = screen.button("paper:institute").findChild(QMenu)
    assert menu is not None
    lines = menu.actions()
    assert [line.text() for line in lines] == ["Type over the paper of Nadège", "Type in for Nadège"]
    for line in lines:
        line.trigger()
    about = {"round_id": round_id, "perspective": INSTITUTE}
    assert screen.asked == [
        ("paper_sheet", about),
        ("score_sheet", {**about, "strand": Strand.STUDENT_PART}),
    ]


def test_how_a_sheet_came_in_is_said_in_words(
    screen: RoundOnScreen, services: Services, round_id: uuid.UUID
) -> None:
    factory.score_all(services, round_id, perspective=INSTITUTE)
    assert "typed in by Griet, not blind" in words_of(screen.show(round_id).page)


def test_when_all_are_ready_the_next_step_is_side_by_side(
    screen: RoundOnScreen, services: Services, trajectory_id: uuid.UUID
) -> None:
    round_id = filled_round(services, trajectory_id)
    screen.show(round_id)
    assert screen.page.now.text() == "Now: put the sheets side by side"
    assert states(screen)[:2] == [StepState.DONE, StepState.NOW]
    assert screen.primaries() == ["reveal"]
    screen.button("reveal").click()
    assert screen.asked == [("reveal_dialog", {"round_id": round_id})]


def test_the_sheets_fold_away_and_come_back(
    screen: RoundOnScreen, services: Services, trajectory_id: uuid.UUID
) -> None:
    round_id = filled_round(services, trajectory_id)
    screen.show(round_id)
    assert "look:workplace" not in screen.usable()
    screen.button("show_sheets").setFocus()
    screen.button("show_sheets").click()
    # Whoever else is ready has given the sheet out of hand, and nobody looks into it before the reveal (R5).
    assert {"look:workplace", "look:student"} & screen.usable() == {"look:workplace"}
    assert screen.page.focusWidget() is screen.button("show_sheets")
    screen.button("show_sheets").click()
    assert "look:workplace" not in screen.usable()


def test_after_the_reveal_it_says_why_and_who_was_late(
    screen: RoundOnScreen, services: Services, round_id: uuid.UUID
) -> None:
    ready(services, round_id, WORKPLACE, STUDENT)
    services.rounds.reveal(round_id, reason="Nadège is ziek")
    agree(services, round_id, "C1", mark=level_mark(3))
    screen.show(round_id)
    row = screen.page.rows[Step.SIDE_BY_SIDE]
    assert row.summary.text() == "On 22 Jan 2026"
    expected = "Before everybody was ready: Nadège is ziek\nNot ready then: institute (Nadège)."
    assert row.note.text() == expected
    assert "1 of 9 discussed" in screen.page.rows[Step.TOGETHER].summary.text()
    assert screen.primaries() == ["together:student_part"]
    # Who is late can still fill in, and the others' sheets may be looked at.
    assert {"hand:institute", "look:student"} <= screen.usable()
    screen.button("together:workplace_part").click()
    asked = {"round_id": round_id, "strand": Strand.WORKPLACE_PART}
    assert screen.asked == [("side_by_side", asked)]


def test_texts_come_after_the_talk_and_final_after_the_texts(
    screen: RoundOnScreen, services: Services, trajectory_id: uuid.UUID
) -> None:
    round_id = filled_round(services, trajectory_id)
    services.rounds.reveal(round_id)
    _agree_on_everything(services, round_id)
    screen.show(round_id)
    assert screen.primaries() == ["texts"]
    services.evaluations.save_report_texts(
        round_id, ReportTexts(strong="a", grown="b", next_step="c", no_response=True)
    )
    screen.page.refresh()
    assert screen.page.rows[Step.REPORT].summary.text() == "3 of 3 texts written, no response of the student"
    assert screen.primaries() == ["finalise"]
    screen.button("finalise").click()
    assert screen.asked == [("finalise_dialog", {"round_id": round_id})]


def test_the_report_of_the_final_form_waits_for_the_response(
    screen: RoundOnScreen, services: Services, trajectory_id: uuid.UUID
) -> None:
    round_id = filled_round(services, trajectory_id, kind=RoundKind.FINAL)
    services.rounds.reveal(round_id)
    _agree_on_everything(services, round_id)
    texts = ReportTexts(strong="a", grown="b", next_step="c", advice="d")
    services.evaluations.save_report_texts(round_id, texts)
    page = screen.show(round_id).page
    assert page.rows[Step.REPORT].summary.text() == "4 of 4 texts written, response of the student still open"
    assert page.rows[Step.REPORT].content.state is StepState.NOW
    assert page.now.text() == "Now: ask the student for a response"
    assert screen.primaries() == ["texts"]

    services.evaluations.save_report_texts(round_id, replace(texts, student_response="akkoord"))
    page.refresh()
    assert page.rows[Step.REPORT].content.state is StepState.DONE
    assert screen.primaries() == ["finalise"]


def test_a_final_round_is_read_printed_signed_or_opened_again(
    screen: RoundOnScreen, services: Services, trajectory_id: uuid.UUID
) -> None:
    round_id = filled_round(services, trajectory_id)
    make_final(services, round_id)
    services.finalising.sign(
        round_id,
        party=Party.INSTITUTE,
        name="Nadège",
        role="",
        place="",
        is_refused=True,
        reason="eerst intern",
    )
    screen.show(round_id)
    assert screen.primaries() == ["print"]
    assert not screen.usable() & {"fill:own", "hand:student", "finalise", "reveal", "preview"}
    assert screen.page.change_button.isHidden()
    said = words_of(screen.page)
    assert services.finalising.versions(round_id)[0].code in said
    assert "does not sign, 22 Jan 2026 15:30: eerst intern" in said
    assert said.count("not signed yet (with a pen on paper)") == 2
    for key in ("print:1", "reopen", "sign:student", "refuse:student", "signed:institute"):
        screen.button(key).click()
    about = {"round_id": round_id}
    assert screen.asked == [
        ("printing", {**about, "edition": 1}),
        ("reopen_dialog", about),
        ("signature_dialog", {**about, "party": Party.STUDENT}),
        ("signature_dialog", {**about, "party": Party.STUDENT, "refused": True}),
        ("signature_dialog", {**about, "party": Party.INSTITUTE}),
    ]


def test_earlier_versions_are_listed_with_why_they_were_opened(
    screen: RoundOnScreen, services: Services, trajectory_id: uuid.UUID
) -> None:
    round_id = filled_round(services, trajectory_id)
    make_final(services, round_id)
    services.finalising.reopen(round_id, reason="de opleiding vult aan")
    screen.show(round_id)
    assert "Version 1, 22 Jan 2026, reopened 22 Jan 2026: de opleiding vult aan" in words_of(screen.page)
    assert screen.page.rows[Step.FINAL].summary.text() == "Being changed into version 2."
    screen.button("print:1").click()
    assert screen.asked == [("printing", {"round_id": round_id, "edition": 1})]
    assert not screen.page.change_button.isHidden()


def test_a_trajectory_without_institute_has_two_voices(screen: RoundOnScreen, services: Services) -> None:
    round_id = factory.add_round(services, factory.add_student(services, institute=""))
    screen.show(round_id)
    assert "nstitute" not in words_of(screen.page)
    ready(services, round_id, WORKPLACE, STUDENT)
    screen.page.refresh()
    assert screen.primaries() == ["reveal"]


def test_a_round_far_ahead_says_when_it_opens_and_can_be_begun(
    screen: RoundOnScreen, services: Services, trajectory_id: uuid.UUID
) -> None:
    round_id = factory.add_round(services, trajectory_id, kind=RoundKind.FINAL, held_on=date(2026, 5, 21))
    screen.show(round_id)
    assert screen.page.now.text() == "This round opens on Thu 7 May. You can begin earlier."
    assert screen.primaries() == ["fill:own"]


def test_a_closed_trajectory_is_only_read(
    screen: RoundOnScreen, services: Services, trajectory_id: uuid.UUID, round_id: uuid.UUID
) -> None:
    detail = services.trajectories.detail(trajectory_id)
    services.trajectories.change_student(detail, replace(detail.values, state=TrajectoryState.CLOSED))
    screen.show(round_id)
    assert screen.primaries() == []
    assert screen.usable() <= {"show_sheets", "texts", "preview", "look:workplace"}
    assert screen.page.rows[Step.REPORT].buttons[0].text() == "Read the texts"


@pytest.mark.usefixtures("joint")
def test_on_the_joint_screen_nothing_of_a_sheet_opens_before_the_reveal(
    screen: RoundOnScreen, services: Services, round_id: uuid.UUID
) -> None:
    ready(services, round_id, WORKPLACE)
    screen.show(round_id)
    assert screen.page.joint
    assert not [
        key for key in screen.usable() if key.split(":")[0] in {"look", "fill", "hand", "paper", "for"}
    ]
    # Making final may name another student, and a code may be anybody's.
    assert "finalise" not in screen.usable()
    assert screen.page.code_button.isHidden()


def test_a_round_that_is_gone_says_so_and_leads_to_all_rounds(
    screen: RoundOnScreen, services: Services, round_id: uuid.UUID
) -> None:
    screen.show(round_id)
    services.removal.delete_round(round_id)
    screen.page.refresh()
    assert screen.page.gone.isVisible()
    screen.page.gone.button.click()
    assert screen.asked == [("evaluations", {})]
    assert screen.page.back_target == "evaluations"


def test_the_way_back_is_the_students_evaluations(
    screen: RoundOnScreen, trajectory_id: uuid.UUID, round_id: uuid.UUID
) -> None:
    page = screen.show(round_id).page
    assert page.back_target == "student"
    assert page.back_arguments == {"trajectory_id": trajectory_id, "tab": "evaluations"}
    assert page.place() == {"round_id": round_id}


def test_a_refresh_keeps_the_focus_where_it_was(
    screen: RoundOnScreen, services: Services, round_id: uuid.UUID
) -> None:
    screen.show(round_id)
    screen.button("texts").setFocus()
    ready(services, round_id, STUDENT)
    screen.page.refresh()
    assert screen.page.focusWidget() is screen.button("texts")
    # Its button is gone: the step that is now takes the focus.
    screen.button("hand:institute").setFocus()
    ready(services, round_id, WORKPLACE, INSTITUTE)
    screen.page.refresh()
    assert screen.page.focusWidget() is screen.button("reveal")


def test_tab_goes_in_reading_order(screen: RoundOnScreen, qapp: QApplication, round_id: uuid.UUID) -> None:
    page = screen.show(round_id).page
    page.activateWindow()
    qapp.processEvents()
    page.change_button.setFocus()
    places: list[tuple[int, int]] = []
    for _ in range(len(screen.usable()) + 1):
        focused = page.focusWidget()
        corner = focused.mapTo(page, focused.rect().topLeft())
        places.append((corner.y(), corner.x()))
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert all(first < second for first, second in pairwise(places)), places


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("size", [(1278, 684), (632, 336)])
def test_nothing_is_clipped_or_nameless(
    qtbot: QtBot, services: Services, trajectory_id: uuid.UUID, scale: float, size: tuple[int, int]
) -> None:
    application = theme.running_application()
    from tests.ui.conftest import RESOURCES

    theme.install(application, resources=RESOURCES, scheme="light", text_scale=scale)
    new = factory.add_round(services, trajectory_id, number=2)
    final = filled_round(services, trajectory_id)
    make_final(services, final)
    services.finalising.reopen(final, reason="de opleiding vult haar blad nog aan na het gesprek " * 3)
    for round_id in (new, final):
        page = RoundOnScreen(qtbot, services, size=size).show(round_id).page
        qtbot.wait(50)
        assert clipped_in(page) == []
        assert nameless_in(page) == []


def _agree_on_everything(services: Services, round_id: uuid.UUID) -> None:
    from wpl_desktop.services.side_by_side import AgreedValues

    for strand in Strand:
        sheet = services.evaluations.sheet(round_id, perspective=WORKPLACE, strand=strand)
        for criterion in sheet.criteria:
            services.side_by_side.save_agreed(
                round_id,
                strand=strand,
                criterion_id=criterion.id,
                values=AgreedValues(mark=level_mark(3)),
            )
