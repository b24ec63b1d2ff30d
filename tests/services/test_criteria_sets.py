"""Versions of the criteria: frozen once made, drafted, published, and several of them in one profile (R13)."""

import uuid
from typing import Any

import pytest

from tests import criteria, factory
from tests.reports.reading import written
from tests.statements import counted_statements
from wpl_desktop.domain.criteria import CriteriaSet, Strand
from wpl_desktop.domain.errors import DomainError
from wpl_desktop.domain.evaluations import Difference, Perspective, level_mark
from wpl_desktop.domain.trajectories import TrajectoryState
from wpl_desktop.services import content
from wpl_desktop.services.bundle import Services
from wpl_desktop.services.evaluations import ScoreValues
from wpl_desktop.services.side_by_side import AgreedValues


def only_set(services: Services) -> uuid.UUID:
    """The version that comes with the program."""
    (row,) = services.criteria_sets.sets()
    return row.id


def set_of(services: Services, trajectory_id: uuid.UUID) -> uuid.UUID | None:
    """The version that a trajectory has."""
    return services.trajectories.detail(trajectory_id).values.criteria_set


def close(services: Services, trajectory_id: uuid.UUID) -> None:
    """End a trajectory."""
    detail = services.trajectories.detail(trajectory_id)
    values = factory.student_values(state=TrajectoryState.CLOSED, criteria_set=detail.values.criteria_set)
    services.trajectories.change_student(detail, values)


class TestVersions:
    def test_the_shipped_set_is_the_one_for_new_students(self, services: Services) -> None:
        factory.add_student(services)
        close(services, factory.add_student(services))
        (row,) = services.criteria_sets.sets()
        assert (row.key, row.edition, row.level_count) == ("wpl-nine", "1.0", 4)
        assert (row.running, row.closed, row.is_default) == (1, 1, True)

    def test_its_content_is_the_file_it_came_from(self, services: Services) -> None:
        assert services.criteria_sets.content(only_set(services)) == content.shipped("criteria")

    def test_unknown_ones_are_not_found(self, services: Services) -> None:
        for ask in (
            services.criteria_sets.content, services.criteria_sets.draft, services.criteria_sets.set_default,
            services.criteria_sets.new_draft,
        ):  # fmt: skip
            with pytest.raises(DomainError, match="not_found"):
                ask(uuid.uuid4())

    def test_which_new_students_get_is_chosen_and_can_be_undone(self, services: Services) -> None:
        old = only_set(services)
        new = criteria.publish(services, criteria.with_levels(3))
        assert [row.id for row in services.criteria_sets.sets()] == [new, old]
        assert set_of(services, factory.add_student(services)) == old
        services.criteria_sets.set_default(new)
        assert set_of(services, factory.add_student(services)) == new
        assert services.trajectories.new_student_values().criteria_set == new
        services.history.undo()
        services.history.undo()
        assert [row.is_default for row in services.criteria_sets.sets()] == [False, True]

    def test_the_list_asks_the_database_as_much_for_many(self, services: Services) -> None:
        criteria.publish(services, criteria.with_levels(4))
        with counted_statements(services) as few:
            services.criteria_sets.sets()
        for count in (3, 5):
            criteria.publish(services, criteria.with_levels(count))
            factory.add_student(services)
        with counted_statements(services) as many:
            services.criteria_sets.sets()
        assert len(many) == len(few)


class TestDrafts:
    def test_begins_as_the_version_it_is_made_from(self, services: Services) -> None:
        draft_id = services.criteria_sets.new_draft(only_set(services))
        draft = services.criteria_sets.draft(draft_id)
        assert draft.content == {**content.shipped("criteria"), "version": "1.1"}
        (row,) = services.criteria_sets.drafts()
        assert (row.id, row.edition, row.level_count) == (draft_id, "1.1", 4)

    def test_keeps_what_is_typed_also_unfinished_and_after_a_restart(
        self, pristine: factory.Pristine, services: Services, data_dir: Any
    ) -> None:
        draft_id = services.criteria_sets.new_draft(only_set(services))
        draft = services.criteria_sets.draft(draft_id)
        draft.content["criteria"][0]["name"]["nl"] = ""
        assert services.criteria_sets.save_draft(draft_id, draft.content, expected=1) == 2
        services.close()
        opened = pristine.open_in(data_dir)
        try:
            again = opened.criteria_sets.draft(draft_id)
            assert (again.revision, again.content) == (2, draft.content)
            assert opened.criteria_sets.problems(again.content)[0].path == ("criteria", 0, "name", "nl")
        finally:
            opened.close()

    def test_an_older_copy_overwrites_nothing(self, services: Services) -> None:
        draft_id = services.criteria_sets.new_draft(only_set(services))
        draft = services.criteria_sets.draft(draft_id)
        services.criteria_sets.save_draft(draft_id, draft.content, expected=1)
        older = {**draft.content, "name": {"nl": "Ouder", "en": "Older"}}
        with pytest.raises(DomainError, match="changed_meanwhile"):
            services.criteria_sets.save_draft(draft_id, older, expected=1)
        assert services.criteria_sets.draft(draft_id).content == draft.content

    def test_what_is_no_set_is_not_kept(self, services: Services) -> None:
        draft_id = services.criteria_sets.new_draft(only_set(services))
        with pytest.raises(DomainError, match="criteria_shape"):
            services.criteria_sets.save_draft(draft_id, {"criteria": []}, expected=1)
        assert services.criteria_sets.draft(draft_id).revision == 1

    def test_goes_for_good(self, services: Services) -> None:
        draft_id = services.criteria_sets.new_draft(only_set(services))
        services.criteria_sets.delete_draft(draft_id)
        assert services.criteria_sets.drafts() == []
        with pytest.raises(DomainError, match="not_found"):
            services.criteria_sets.draft(draft_id)

    def test_of_a_file_gets_another_edition_where_it_is_taken(self, services: Services) -> None:
        draft_id = services.criteria_sets.add_draft(criteria.shipped())
        assert services.criteria_sets.draft(draft_id).content["version"] == "1.1"
        other = services.criteria_sets.add_draft({**criteria.shipped(), "version": "2026"})
        assert services.criteria_sets.draft(other).content["version"] == "2026"

    def test_of_a_file_is_complete(self, services: Services) -> None:
        whole = criteria.shipped()
        whole["criteria"][0]["name"]["en"] = ""
        with pytest.raises(DomainError, match="criteria_incomplete"):
            services.criteria_sets.add_draft(whole)
        assert services.criteria_sets.drafts() == []


class TestPublishing:
    def test_makes_a_version_and_leaves_the_old_one(self, services: Services) -> None:
        old = only_set(services)
        draft_id = services.criteria_sets.new_draft(old)
        draft = services.criteria_sets.draft(draft_id)
        draft.content["criteria"][0]["name"]["nl"] = " Leren  van\nwat je doet "
        services.criteria_sets.save_draft(draft_id, draft.content, expected=1)
        new = services.criteria_sets.publish(draft_id, edition=" 2.0 ")
        made = services.criteria_sets.content(new)
        assert made["version"] == "2.0"
        assert made["criteria"][0]["name"]["nl"] == "Leren van wat je doet"
        assert services.criteria_sets.content(old) == content.shipped("criteria")
        assert services.criteria_sets.drafts() == []
        assert [row.is_default for row in services.criteria_sets.sets()] == [False, True]

    @pytest.mark.parametrize(
        ("edition", "code"),
        [("1.0", "criteria_edition_taken"), ("", "criteria_edition"), ("a/b", "criteria_edition")],
    )
    def test_needs_a_name_of_its_own(self, services: Services, edition: str, code: str) -> None:
        draft_id = services.criteria_sets.new_draft(only_set(services))
        with pytest.raises(DomainError, match=code) as caught:
            services.criteria_sets.publish(draft_id, edition=edition)
        assert caught.value.field == "edition"
        assert len(services.criteria_sets.sets()) == len(services.criteria_sets.drafts()) == 1

    def test_needs_everything_filled_in(self, services: Services) -> None:
        draft_id = services.criteria_sets.new_draft(only_set(services))
        draft = services.criteria_sets.draft(draft_id)
        draft.content["criteria"][8]["tips"][0]["text"]["en"] = " "
        services.criteria_sets.save_draft(draft_id, draft.content, expected=1)
        with pytest.raises(DomainError, match="criteria_incomplete"):
            services.criteria_sets.publish(draft_id, edition="2.0")
        assert len(services.criteria_sets.sets()) == 1

    def test_is_one_act_that_is_not_taken_back(self, services: Services) -> None:
        heard: list[frozenset[str]] = []
        services.subscribe(lambda notice: heard.append(notice.entities))
        new = criteria.publish(services, criteria.with_levels(5), for_new=True)
        assert len(heard) == 1
        assert heard[0] == {"Profile"}
        assert services.history.undo() is None
        assert (services.criteria_sets.sets()[0].id, services.criteria_sets.sets()[0].is_default) == (
            new,
            True,
        )

    def test_a_version_never_changes(self, services: Services) -> None:
        """R13: also one that nobody uses; the tables themselves refuse it."""
        new = criteria.publish(services, criteria.with_levels(5))
        with pytest.raises(RuntimeError), services.database.transaction() as session:
            session.get_one(CriteriaSet, new).edition = "9.9"


class TestSwitching:
    def test_is_refused_while_the_trajectory_runs(self, services: Services) -> None:
        """R13: a running trajectory keeps its version."""
        trajectory_id = factory.add_student(services)
        old = only_set(services)
        new = criteria.publish(services, criteria.with_levels(3), for_new=True)
        with pytest.raises(DomainError, match="criteria_set_fixed"):
            services.criteria_sets.switch(trajectory_id, new)
        detail = services.trajectories.detail(trajectory_id)
        with pytest.raises(DomainError, match="criteria_set_fixed") as caught:
            services.trajectories.change_student(detail, factory.student_values(criteria_set=new))
        assert caught.value.field == "criteria_set"
        assert set_of(services, trajectory_id) == old

    def test_is_refused_once_there_are_rounds(self, services: Services) -> None:
        """2.2: levels are never converted between sets."""
        trajectory_id = factory.add_student(services)
        factory.add_round(services, trajectory_id)
        close(services, trajectory_id)
        new = criteria.publish(services, criteria.with_levels(3))
        with pytest.raises(DomainError, match="criteria_set_scored"):
            services.criteria_sets.switch(trajectory_id, new)

    def test_is_possible_for_a_closed_trajectory_without_rounds(self, services: Services) -> None:
        trajectory_id = factory.add_student(services)
        close(services, trajectory_id)
        new = criteria.publish(services, criteria.with_levels(3))
        services.criteria_sets.switch(trajectory_id, new)
        assert set_of(services, trajectory_id) == new


class TestSeveralVersions:
    """A student on the old version and one on each of two others, in one profile."""

    @pytest.mark.parametrize("count", [3, 4, 5])
    def test_each_has_the_levels_and_texts_of_its_own(self, services: Services, count: int) -> None:
        sets = {n: criteria.publish(services, criteria.with_levels(n)) for n in (3, 4, 5)}
        students = {n: factory.add_student(services, criteria_set=sets[n]) for n in sets}
        old = factory.add_student(services)
        factory.add_round(services, old)
        round_id = factory.add_round(services, students[count])
        sheet = services.evaluations.sheet(
            round_id, perspective=Perspective.WORKPLACE, strand=Strand.WORKPLACE_PART
        )
        assert [label["nl"] for label in sheet.level_labels] == [
            f"Trap W{n}/{count}" for n in range(1, count + 1)
        ]
        texts = [text["nl"] for text in sheet.criteria[0].level_texts]
        assert texts == [f"Zo ziet C1 W{n}/{count} eruit." for n in range(1, count + 1)]
        for level, fits in ((count, True), (count + 1, False)):
            if fits:
                self._score(services, round_id, level)
            else:
                with pytest.raises(DomainError, match="level_unknown"):
                    self._score(services, round_id, level)

    def _score(self, services: Services, round_id: uuid.UUID, level: int) -> None:
        sheet = services.evaluations.sheet(
            round_id, perspective=Perspective.WORKPLACE, strand=Strand.STUDENT_PART
        )
        services.evaluations.save_score(
            round_id,
            ScoreValues(mark=level_mark(level)),
            perspective=Perspective.WORKPLACE,
            strand=Strand.STUDENT_PART,
            criterion_id=sheet.criteria[0].id,
        )

    @pytest.mark.parametrize("count", [3, 5])
    def test_a_whole_round_works(self, services: Services, count: int) -> None:
        """Open, score, reveal, side by side, agree, growth, search, and the report as a PDF."""
        other = factory.add_student(services, name="Yasmine El Idrissi")
        factory.add_round(services, other)
        criteria.publish(services, criteria.with_levels(count), for_new=True)
        trajectory_id = factory.add_student(services, name="Zoë Vermeersch")
        round_id = factory.add_round(services, trajectory_id)
        marks = {
            Perspective.STUDENT: level_mark(count),
            Perspective.WORKPLACE: level_mark(1),
            Perspective.INSTITUTE: level_mark(2),
        }
        for perspective in (Perspective.WORKPLACE, Perspective.STUDENT, Perspective.INSTITUTE):
            for strand in Strand:
                factory.score_all(
                    services, round_id, perspective=perspective, strand=strand, mark=marks[perspective],
                    comment=f"vlinder {perspective.value}",
                )  # fmt: skip
                services.evaluations.mark_ready(round_id, perspective=perspective, strand=strand)
        services.rounds.reveal(round_id)
        view = services.side_by_side.view(round_id, strand=Strand.STUDENT_PART)
        assert len(view.level_labels) == len(view.criteria[0].level_texts) == count
        assert view.criteria[0].difference is Difference.TALK_NEEDED
        services.side_by_side.save_agreed(
            round_id,
            strand=Strand.STUDENT_PART,
            criterion_id=view.criteria[0].id,
            values=AgreedValues(mark=level_mark(count)),
        )
        growth = services.growth.of_student(trajectory_id, strand=Strand.STUDENT_PART)
        assert [label["en"] for label in growth.level_labels] == [
            f"Step S{n}/{count}" for n in range(1, count + 1)
        ]
        assert growth.rounds[0].cells["C1"].agreed == level_mark(count)
        old = services.growth.of_student(other, strand=Strand.STUDENT_PART)
        assert [label["en"] for label in old.level_labels][3] == "Strong"
        assert any(group.hits for group in services.search.find("vlinder"))
        report = services.reporting.evaluation_report(round_id, language="nl")
        text = written(report)
        assert text.missing == ()
        assert "".join(f"Trap S{count}/{count}".split()) in text.letters()

    def test_one_criterion_without_questions_or_tips_is_enough(self, services: Services) -> None:
        whole = criteria.with_levels(3, criteria=1)
        for name in ("indicators", "questions", "tips"):
            whole["criteria"][0][name] = []
        criteria.publish(services, whole, for_new=True)
        round_id = factory.add_round(services, factory.add_student(services))
        factory.score_all(services, round_id)
        assert services.overview.tip_of_the_day() is None
        report = services.reporting.evaluation_report(round_id, language="nl")
        assert written(report).missing == ()

    def test_fifteen_criteria_stay_in_their_order(self, services: Services) -> None:
        whole = criteria.with_levels(3)
        while len(whole["criteria"]) < 15:
            extra = {**whole["criteria"][0], "key": f"extra_{len(whole['criteria'])}"}
            whole["criteria"].append({**extra, "code": f"C{len(whole['criteria']) + 1}"})
        criteria.publish(services, whole, for_new=True)
        round_id = factory.add_round(services, factory.add_student(services))
        sheet = services.evaluations.sheet(
            round_id, perspective=Perspective.WORKPLACE, strand=Strand.STUDENT_PART
        )
        assert [row.code for row in sheet.criteria] == [f"C{number}" for number in range(1, 16)]
        view = services.growth.of_student(sheet.trajectory_id, strand=Strand.STUDENT_PART)
        assert [code for code, _ in view.criteria] == [f"C{number}" for number in range(1, 16)]
