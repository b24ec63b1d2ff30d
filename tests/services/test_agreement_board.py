"""The board of agreements: what stands together and in which order, and what it costs to ask."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from tests.factory import FixedClock, add_conversation, add_student
from tests.statements import counted_statements
from wpl_desktop.domain.conversations import Agreement, AgreementState
from wpl_desktop.domain.errors import DomainError
from wpl_desktop.domain.people import Party
from wpl_desktop.domain.trajectories import TrajectoryState
from wpl_desktop.services.agreement_board import Arrangement, BoardGroup, Due
from wpl_desktop.services.agreement_lines import AgreementLine
from wpl_desktop.services.agreements import AgreementValues
from wpl_desktop.services.bundle import Services

TODAY = date(2026, 1, 22)  # a Thursday
YESTERDAY = datetime(2026, 1, 21, 15, 45)  # noqa: DTZ001  (planned times are local)
HANH = "Nguyễn Thị Hạnh"


@pytest.fixture
def trajectory_id(services: Services) -> uuid.UUID:
    return add_student(services)


def agree(
    services: Services,
    trajectory_id: uuid.UUID,
    text: str,
    *,
    due_on: date | None = None,
    party: Party = Party.STUDENT,
    person: str = "",
    key: str = "coaching_conversation",
) -> uuid.UUID:
    """An agreement of a talk of yesterday that is still planned; gives its id."""
    row = add_conversation(services, trajectory_id, starts_at=YESTERDAY, key=key)
    people = services.conversations.participants(trajectory_id, hat=row.hat)
    person_id = next((one.person_id for one in people if one.name == person), None)
    values = AgreementValues(party=party, text=text, due_on=due_on, person_id=person_id)
    return services.talks.add_agreement(row.id, values)


def line_of(services: Services, agreement_id: uuid.UUID) -> AgreementLine:
    (line,) = services.agreement_board.lines([agreement_id])
    return line


def settle(services: Services, agreement_id: uuid.UUID, state: AgreementState = AgreementState.DONE) -> None:
    services.conversations.settle(line_of(services, agreement_id).row, state)


def texts(services: Services, groups: list[BoardGroup]) -> list[tuple[str, list[str]]]:
    """The head of each group and the words of its agreements."""

    def head(group: BoardGroup) -> str:
        if group.holder is None:
            return "" if group.due is None else group.due.value
        return "owner" if group.holder.is_owner else group.holder.name or group.holder.party.value

    return [
        (head(group), [line.row.text for line in services.agreement_board.lines(group.ids)])
        for group in groups
    ]


def test_by_date_what_lies_behind_comes_first_and_what_has_no_date_last(
    services: Services, trajectory_id: uuid.UUID
) -> None:
    days = {
        "none": None,
        "next monday": TODAY + timedelta(days=4),
        "sunday": TODAY + timedelta(days=3),
        "today": TODAY,
        "yesterday": TODAY - timedelta(days=1),
        "december": date(2025, 12, 1),
    }
    for text, due_on in days.items():
        agree(services, trajectory_id, text, due_on=due_on)
    assert texts(services, services.agreement_board.groups(Arrangement.BY_DATE)) == [
        ("before_today", ["december", "yesterday"]),
        ("this_week", ["today", "sunday"]),
        ("later", ["next monday"]),
        ("undated", ["none"]),
    ]


def test_by_person_a_colleague_has_those_of_several_students_together(
    services: Services, trajectory_id: uuid.UUID
) -> None:
    other = add_student(services, name=HANH)
    agree(services, trajectory_id, "own, Łukasz")
    agree(services, other, "own, Hạnh")
    for found, name in ((trajectory_id, "one"), (other, "two")):
        agree(services, found, f"Mehmet {name}", party=Party.WORKPLACE, person="Mehmet Yıldız")
    agree(services, other, "Nadège", party=Party.INSTITUTE, person="Nadège Okonkwo-Maes")
    agree(services, other, "the institute", party=Party.INSTITUTE)
    agree(services, trajectory_id, "the workplace", party=Party.WORKPLACE)
    agree(services, trajectory_id, "me", party=Party.WORKPLACE, person="Griet Vanhaverbeke")
    assert texts(services, services.agreement_board.groups(Arrangement.BY_PERSON)) == [
        ("owner", ["me"]),
        ("Mehmet Yıldız", ["Mehmet one", "Mehmet two"]),
        ("workplace", ["the workplace"]),
        ("Nadège Okonkwo-Maes", ["Nadège"]),
        ("institute", ["the institute"]),
        (HANH, ["own, Hạnh"]),
        ("Łukasz Wójcik", ["own, Łukasz"]),
    ]


def test_a_student_named_as_person_is_the_same_as_the_party(
    services: Services, trajectory_id: uuid.UUID
) -> None:
    first = agree(services, trajectory_id, "party")
    second = agree(services, trajectory_id, "person")
    student_id = line_of(services, first).student.student_id
    with services.database.transaction() as session:
        session.get_one(Agreement, second).person_id = student_id
    (group,) = services.agreement_board.groups(Arrangement.BY_PERSON)
    assert group.ids == (first, second)
    assert all(line.is_students for line in services.agreement_board.lines(group.ids))


def test_one_party_can_be_shown_alone(services: Services, trajectory_id: uuid.UUID) -> None:
    agree(services, trajectory_id, "student")
    agree(services, trajectory_id, "workplace", party=Party.WORKPLACE)
    groups = services.agreement_board.groups(Arrangement.BY_DATE, party=Party.WORKPLACE)
    assert texts(services, groups) == [("undated", ["workplace"])]


def test_what_is_settled_is_gone_but_for_what_is_kept_in_its_place(
    services: Services, trajectory_id: uuid.UUID
) -> None:
    kept = agree(services, trajectory_id, "kept", due_on=TODAY)
    gone = agree(services, trajectory_id, "gone", due_on=TODAY)
    settle(services, kept)
    settle(services, gone, AgreementState.DROPPED)
    board = services.agreement_board
    assert board.groups(Arrangement.BY_DATE) == []
    assert texts(services, board.groups(Arrangement.BY_DATE, keep=[kept])) == [("this_week", ["kept"])]


def test_settled_ones_come_after_the_others_the_newest_first(
    services: Services, trajectory_id: uuid.UUID, clock: FixedClock
) -> None:
    for text in ("first", "second"):
        settle(services, agree(services, trajectory_id, text))
        clock.pass_time(days=1)
    agree(services, trajectory_id, "open")
    board = services.agreement_board
    assert texts(services, board.groups(Arrangement.BY_DATE, settled=True)) == [
        ("undated", ["open"]),
        ("settled", ["second", "first"]),
    ]
    assert texts(services, board.groups(Arrangement.BY_PERSON, settled=True)) == [
        ("Łukasz Wójcik", ["open", "second", "first"])
    ]


def test_a_closed_trajectory_asks_nothing_any_more(services: Services, trajectory_id: uuid.UUID) -> None:
    agree(services, trajectory_id, "gone")
    assert services.agreement_board.has_any()
    detail = services.trajectories.detail(trajectory_id)
    services.trajectories.change_student(detail, replace(detail.values, state=TrajectoryState.CLOSED))
    assert services.agreement_board.groups(Arrangement.BY_DATE) == []
    assert services.agreement_board.search_texts() == {}
    assert not services.agreement_board.has_any()


def test_a_line_says_whose_it_is_and_from_which_talk_with_its_discreet_name(
    services: Services, trajectory_id: uuid.UUID
) -> None:
    line = line_of(
        services,
        agree(
            services,
            trajectory_id,
            "doen",
            party=Party.WORKPLACE,
            person="Griet Vanhaverbeke",
            key="concern_conversation",
        ),
    )
    assert line.is_own
    assert not line.is_students
    assert line.talk is not None
    assert (line.talk.name["nl"].lower(), line.talk.on) == ("gesprek", YESTERDAY.date())
    assert line.settled_on is None


def test_letters_find_words_student_and_whoever_is_asked(
    services: Services, trajectory_id: uuid.UUID
) -> None:
    key = agree(services, trajectory_id, "Élan tonen", party=Party.WORKPLACE, person="Mehmet Yıldız")
    found = services.agreement_board.search_texts()[key]
    for words in ("elan", "lukasz", "yildiz"):
        assert words in found
    settle(services, key)
    assert services.agreement_board.search_texts() == {}
    assert key in services.agreement_board.search_texts(settled=True)


def test_what_goes_on_is_open_until_another_day_in_one_step(
    services: Services, trajectory_id: uuid.UUID, clock: FixedClock
) -> None:
    key = agree(services, trajectory_id, "doen", due_on=TODAY)
    clock.pass_time(minutes=5)
    settle(services, key)
    clock.pass_time(minutes=5)
    services.agreement_board.go_on(line_of(services, key).row, due_on=date(2026, 2, 5))
    line = line_of(services, key)
    assert (line.row.state, line.row.due_on, line.settled_on) == (
        AgreementState.OPEN,
        date(2026, 2, 5),
        None,
    )
    services.history.undo()
    line = line_of(services, key)
    assert (line.row.state, line.row.due_on, line.settled_on) == (AgreementState.DONE, TODAY, TODAY)


def test_other_words_are_kept_and_the_state_stays_unless_it_is_opened_again(
    services: Services, trajectory_id: uuid.UUID
) -> None:
    key = agree(services, trajectory_id, "oud")
    settle(services, key)
    board = services.agreement_board
    values = AgreementValues(party=Party.STUDENT, text="  nieuw ", due_on=TODAY)
    board.change(line_of(services, key).row, values)
    line = line_of(services, key)
    assert (line.row.text, line.row.due_on, line.row.state) == ("nieuw", TODAY, AgreementState.DONE)
    board.change(line.row, values, reopen=True)
    assert line_of(services, key).row.state is AgreementState.OPEN


def test_an_agreement_without_words_or_changed_elsewhere_is_refused(
    services: Services, trajectory_id: uuid.UUID
) -> None:
    row = line_of(services, agree(services, trajectory_id, "oud")).row
    board = services.agreement_board
    with pytest.raises(DomainError) as refused:
        board.change(row, AgreementValues(party=Party.STUDENT, text="  "))
    assert (refused.value.code, refused.value.field) == ("agreement_missing", "agreements")
    services.conversations.settle(row, AgreementState.DONE)
    with pytest.raises(DomainError) as refused:
        board.go_on(row, due_on=None)
    assert refused.value.code == "changed_meanwhile"


def test_the_next_talk_is_the_first_planned_one_after_today(
    services: Services, trajectory_id: uuid.UUID
) -> None:
    board = services.agreement_board
    assert board.next_talk_on(trajectory_id) is None
    for days in (0, 5, 3):
        add_conversation(services, trajectory_id, starts_at=YESTERDAY + timedelta(days=1 + days))
    assert board.next_talk_on(trajectory_id) == TODAY + timedelta(days=3)


def test_more_agreements_cost_no_more_queries(services: Services, trajectory_id: uuid.UUID) -> None:
    def ask() -> int:
        with counted_statements(services) as statements:
            for arrangement in Arrangement:
                for group in services.agreement_board.groups(arrangement, settled=True)[:1]:
                    services.agreement_board.lines(group.ids)
            services.agreement_board.search_texts()
        return len(statements)

    agree(services, trajectory_id, "één", due_on=TODAY)
    few = ask()
    for name in ("Yasmine El Idrissi", HANH, "Zoë Van den Broeck"):
        other = add_student(services, name=name)
        for day in range(3):
            agree(services, other, f"dag {day}", due_on=TODAY, party=Party.WORKPLACE)
    assert len(services.agreement_board.groups(Arrangement.BY_DATE)[0].ids) == 10
    assert ask() == few
    assert {group.due for group in services.agreement_board.groups(Arrangement.BY_DATE)} == {Due.THIS_WEEK}
