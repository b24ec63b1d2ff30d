"""The rules R1–R3 and R5–R13 as tables and properties; each test names its rule."""

import dataclasses
import json
import uuid
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wpl_desktop.domain.criteria import Strand, check_level_count, check_same_set
from wpl_desktop.domain.errors import DomainError
from wpl_desktop.domain.evaluation_report import ReportAgreed, reservations
from wpl_desktop.domain.evaluations import (
    NO_OPPORTUNITY,
    NOT_OBSERVED,
    NOT_YET_SCORED,
    Difference,
    Mark,
    MarkKind,
    Perspective,
    RoundKind,
    Source,
    asks_for_workplace_part,
    check_agreed,
    check_focus,
    check_mark,
    check_reveal,
    default_perspectives,
    default_round_kind,
    difference_of,
    gaps,
    in_round,
    is_scored,
    level_mark,
    levels_of,
    may_see,
    may_type_for_other,
    taking_part,
    under_reservation,
)

CONTENT = Path(__file__).resolve().parents[2] / "resources" / "content"
S, W, I = Perspective.STUDENT, Perspective.WORKPLACE, Perspective.INSTITUTE  # noqa: E741  (● ■ ▲)
STUDENT_PART, WORKPLACE_PART = Strand.STUDENT_PART, Strand.WORKPLACE_PART
CODES = [f"C{number}" for number in range(1, 10)]
EXPECTED = 3

NON_LEVELS = (NOT_YET_SCORED, NOT_OBSERVED, NO_OPPORTUNITY)
WRITTEN = {"-": NOT_OBSERVED, "x": NO_OPPORTUNITY, ".": NOT_YET_SCORED}

level_counts = st.integers(3, 5)
levels = st.integers(1, 5).map(level_mark)
non_levels = st.sampled_from(NON_LEVELS)
marks = st.one_of(levels, non_levels)
views = st.dictionaries(st.sampled_from(Perspective), marks)


def mark(written: str) -> Mark:
    """One cell as on paper: `3`, `-` not observed, `x` no opportunity, `.` nothing yet."""
    return WRITTEN.get(written) or level_mark(int(written))


def row(written: str) -> list[Mark]:
    """Several cells: `2 3 -`."""
    return [mark(cell) for cell in written.split()]


def code_of(refusal: pytest.ExceptionInfo[DomainError]) -> tuple[str, str]:
    return refusal.value.code, refusal.value.field


class TestMarks:
    """R1 and R2: a level or one of three things that are no level."""

    @pytest.mark.parametrize("level_count", [3, 4, 5])
    def test_r1_levels_are_those_of_the_set(self, level_count: int) -> None:
        for strand in Strand:
            for level in range(1, level_count + 1):
                check_mark(level_mark(level), strand=strand, level_count=level_count)
            for level in (-1, 0, level_count + 1, 10):
                with pytest.raises(DomainError) as refusal:
                    check_mark(level_mark(level), strand=strand, level_count=level_count)
                assert code_of(refusal) == ("level_unknown", "mark")
                assert dict(refusal.value.values) == {"level": str(level), "most": str(level_count)}

    @pytest.mark.parametrize(
        ("written", "strand", "allowed"),
        [
            (".", STUDENT_PART, True),
            (".", WORKPLACE_PART, True),
            ("-", STUDENT_PART, True),
            ("-", WORKPLACE_PART, True),
            ("x", STUDENT_PART, True),
            ("x", WORKPLACE_PART, False),
        ],
    )
    def test_r1_no_opportunity_exists_on_the_students_part_only(
        self, written: str, strand: Strand, allowed: bool
    ) -> None:
        if allowed:
            check_mark(mark(written), strand=strand, level_count=4)
            return
        with pytest.raises(DomainError) as refusal:
            check_mark(mark(written), strand=strand, level_count=4)
        assert code_of(refusal) == ("no_opportunity_on_workplace_part", "mark")

    @pytest.mark.parametrize(
        ("kind", "level"),
        [(MarkKind.LEVEL, None), *((kind, 0) for kind in MarkKind if kind is not MarkKind.LEVEL)],
    )
    def test_r1_only_a_level_has_a_number(self, kind: MarkKind, level: int | None) -> None:
        with pytest.raises(ValueError, match="level"):
            Mark(kind, level)

    def test_r1_there_are_four_ways_to_know(self) -> None:
        assert {source.value for source in Source} == {
            "observed",
            "portfolio",
            "conversation",
            "told_by_others",
        }

    @pytest.mark.parametrize(
        ("written", "counted", "said"),
        [(".", [], False), ("-", [], True), ("x", [], True), ("1", [1], True), ("4", [4], True)],
    )
    def test_r2_what_is_no_level_is_never_a_number(
        self, written: str, counted: list[int], said: bool
    ) -> None:
        assert levels_of([mark(written)]) == counted
        assert is_scored(mark(written)) is said

    def test_r2_four_things_are_four_things(self) -> None:
        assert len({NOT_YET_SCORED, NOT_OBSERVED, NO_OPPORTUNITY, level_mark(1)}) == 4

    @pytest.mark.parametrize(
        ("written", "asks"), [(".", False), ("-", False), ("x", True), ("1", False), ("4", False)]
    )
    def test_r2_no_opportunity_asks_for_a_look_at_the_workplace(self, written: str, asks: bool) -> None:
        assert asks_for_workplace_part(mark(written)) is asks

    @given(st.lists(marks))
    def test_r2_levels_are_neither_lost_nor_made(self, given_marks: list[Mark]) -> None:
        assert levels_of(given_marks) == [one.level for one in given_marks if one.kind is MarkKind.LEVEL]

    @given(st.lists(marks), st.lists(non_levels), st.randoms())
    def test_r2_a_non_level_changes_no_rule_about_levels(
        self, given_marks: list[Mark], silent: list[Mark], random: Any
    ) -> None:
        mixed = [*given_marks, *silent]
        random.shuffle(mixed)
        assert sorted(levels_of(mixed)) == sorted(levels_of(given_marks))
        assert difference_of(mixed) == difference_of(given_marks)


class TestBlindFirst:
    """R5: one's own first, then both at once."""

    @pytest.mark.parametrize("revealed", [False, True])
    @pytest.mark.parametrize("ready", [set(), {S}, {W}, {S, W}, {S, W, I}], ids=len)
    def test_r5_who_sees_whom(self, ready: set[Perspective], revealed: bool) -> None:
        for viewer in Perspective:
            for seen in Perspective:
                expected = viewer is seen or (viewer in ready and revealed)
                assert may_see(viewer=viewer, seen=seen, ready=ready, revealed=revealed) is expected

    @pytest.mark.parametrize(
        ("part", "ready", "reason", "may"),
        [
            ({S, W, I}, {S, W, I}, "", True),
            ({S, W, I}, {S, W}, "", False),
            ({S, W, I}, {S, W}, "   ", False),
            ({S, W, I}, {S, W}, "de opleiding is ziek", True),
            ({S, W}, {S, W}, "", True),
            ({S, W}, {W}, "", False),
        ],
    )
    def test_r5_reveal_is_one_act(
        self, part: set[Perspective], ready: set[Perspective], reason: str, may: bool
    ) -> None:
        def reveal() -> None:
            check_reveal(
                own=W, taking_part=sorted(part, key=list(Perspective).index), ready=ready, reason=reason
            )

        if may:
            reveal()
            return
        with pytest.raises(DomainError) as caught:
            reveal()
        assert caught.value.code == "not_all_ready"
        assert dict(caught.value.values)["who"].split(",") == [
            one.value for one in Perspective if one in part - ready
        ]

    def test_r5_nobody_reveals_before_the_own_sheet_is_ready(self) -> None:
        with pytest.raises(DomainError) as caught:
            check_reveal(own=W, taking_part=[S, W], ready={S}, reason="de student wil het nu zien")
        assert caught.value.code == "own_not_ready"

    @pytest.mark.parametrize(
        ("typed", "ready", "blind"),
        [
            (W, set(), True),
            (S, set(), False),
            (S, {S}, False),
            (S, {W}, True),
            (I, {S}, False),
            (I, {W}, True),
        ],
    )
    def test_r5_on_paper(self, typed: Perspective, ready: set[Perspective], blind: bool) -> None:
        assert may_type_for_other(own=W, typed=typed, ready=ready) is blind


class TestAgreed:
    """R6: agreed, not computed."""

    @pytest.mark.parametrize(
        ("agreed", "given_row", "reason", "allowed"),
        [
            ("3", "2 3 3", "", True),
            ("2", "2 3 3", "", True),
            ("3", "2 4 4", "", True),
            (".", "2 3 4", "", True),
            ("-", "2 3 4", "", True),
            ("x", "3 x -", "", True),
            ("4", "2 3 3", "", False),
            ("1", "2 3 3", "", False),
            ("4", "2 3 3", "   ", False),
            ("4", "2 3 3", "nieuw bewijs op tafel", True),
            ("3", "- x .", "", False),
            ("3", "- x .", "samen bekeken", True),
            ("3", "3 - .", "", True),
        ],
    )
    def test_r6_lies_within_what_was_given_or_has_a_reason(
        self, agreed: str, given_row: str, reason: str, allowed: bool
    ) -> None:
        if allowed:
            check_agreed(mark(agreed), given=row(given_row), reason=reason)
            return
        with pytest.raises(DomainError) as refusal:
            check_agreed(mark(agreed), given=row(given_row), reason=reason)
        assert code_of(refusal) == ("agreed_outside_range", "reason")

    @given(st.lists(marks, min_size=1), st.data())
    def test_r6_what_somebody_gave_may_always_be_agreed(self, given_marks: list[Mark], data: Any) -> None:
        check_agreed(data.draw(st.sampled_from(given_marks)), given=given_marks, reason="")

    @given(marks, st.lists(marks), st.text(alphabet="abc", min_size=1))
    def test_r6_a_reason_lifts_the_range(self, agreed: Mark, given_marks: list[Mark], reason: str) -> None:
        check_agreed(agreed, given=given_marks, reason=reason)


class TestDifference:
    """R7: it orders the agenda and decides nothing."""

    @pytest.mark.parametrize(
        ("given_row", "label"),
        [
            ("3 3 3", Difference.UNANIMOUS),
            ("3 3", Difference.UNANIMOUS),
            ("3 - 3", Difference.UNANIMOUS),
            ("2 3 3", Difference.CLOSE),
            ("3 x 4", Difference.CLOSE),
            ("2 3 4", Difference.TALK_NEEDED),
            ("4 2 2", Difference.TALK_NEEDED),
            ("1 4", Difference.TALK_NEEDED),
            ("1 . 5", Difference.TALK_NEEDED),
            ("3 - -", None),
            ("3", None),
            ("- x .", None),
            ("", None),
        ],
    )
    def test_r7_labels(self, given_row: str, label: Difference | None) -> None:
        assert difference_of(row(given_row)) is label

    @given(st.lists(marks).flatmap(lambda some: st.tuples(st.just(some), st.permutations(some))))
    def test_r7_nobody_weighs_more_than_another(self, orders: tuple[list[Mark], list[Mark]]) -> None:
        assert difference_of(orders[0]) is difference_of(orders[1])

    @given(st.lists(levels, min_size=2), st.integers(0, 3))
    def test_r7_depends_on_the_distance_only(self, given_marks: list[Mark], shift: int) -> None:
        shifted = [level_mark(level + shift) for level in levels_of(given_marks)]
        assert difference_of(shifted) is difference_of(given_marks)

    @given(st.lists(levels, min_size=2), levels)
    def test_r7_one_more_voice_never_brings_them_closer(self, given_marks: list[Mark], more: Mark) -> None:
        order = list(Difference)
        before, after = difference_of(given_marks), difference_of([*given_marks, more])
        assert before is not None
        assert after is not None
        assert order.index(after) >= order.index(before)

    @given(st.lists(non_levels), st.lists(levels, max_size=1))
    def test_r7_no_label_with_fewer_than_two_levels(self, silent: list[Mark], one: list[Mark]) -> None:
        assert difference_of([*silent, *one]) is None


def reserved(own: Mark, *, agreed: Mark, by: Mapping[Perspective, Mark], expected: int = EXPECTED) -> bool:
    return under_reservation(own, workplace_part_agreed=agreed, workplace_part_by=by, expected_level=expected)


class TestReservation:
    """R8 and R9: a low level of the student where the workplace's own part is low."""

    @pytest.mark.parametrize(
        ("own", "agreed", "student", "workplace", "institute", "marked"),
        [
            ("2", "2", "3", "3", "-", True),
            ("1", "1", "1", "1", "1", True),
            ("2", "3", "1", "1", "1", False),
            ("2", "4", "1", "1", "1", False),
            ("3", "1", "1", "1", "1", False),
            ("4", "1", "1", "1", "1", False),
            ("-", "1", "1", "1", "1", False),
            ("x", "1", "1", "1", "1", False),
            (".", "1", "1", "1", "1", False),
            ("2", ".", "3", "2", "-", True),
            ("2", ".", "3", "-", "2", True),
            ("2", ".", "3", "3", "2", True),
            ("2", ".", "3", "3", "3", False),
            ("2", ".", "1", "3", "3", False),
            ("2", ".", "1", "-", "-", False),
            ("2", ".", "1", ".", ".", False),
            ("2", "-", "1", "2", "-", True),
            ("2", "-", "1", "-", "-", False),
        ],
    )
    def test_r8_as_written(
        self, own: str, agreed: str, student: str, workplace: str, institute: str, marked: bool
    ) -> None:
        by = {S: mark(student), W: mark(workplace), I: mark(institute)}
        assert reserved(mark(own), agreed=mark(agreed), by=by) is marked

    def test_r8_without_institute(self) -> None:
        assert reserved(mark("2"), agreed=NOT_YET_SCORED, by={S: mark("1"), W: mark("2")})
        assert not reserved(mark("2"), agreed=NOT_YET_SCORED, by={S: mark("1"), W: mark("3")})
        assert not reserved(mark("2"), agreed=NOT_YET_SCORED, by={})

    @pytest.mark.parametrize(("expected", "marked"), [(2, False), (3, True), (4, True)])
    def test_r8_low_is_what_lies_below_the_expected_level(self, expected: int, marked: bool) -> None:
        by = {W: mark("2")}
        assert reserved(mark("2"), agreed=NOT_YET_SCORED, by=by, expected=expected) is marked

    @given(marks, marks, views, marks, st.integers(2, 4))
    def test_r9_the_students_view_never_makes_a_difference(
        self, own: Mark, agreed: Mark, by: dict[Perspective, Mark], other: Mark, expected: int
    ) -> None:
        """A mark that came and went with the student's view would give a withheld view away."""
        without = {who: seen for who, seen in by.items() if who is not S}
        answers = {
            reserved(own, agreed=agreed, by=view, expected=expected)
            for view in (by, without, {**without, S: other}, {**without, S: NOT_OBSERVED})
        }
        assert len(answers) == 1

    @given(non_levels, marks, views)
    def test_r8_only_a_level_is_ever_marked(
        self, own: Mark, agreed: Mark, by: dict[Perspective, Mark]
    ) -> None:
        assert not reserved(own, agreed=agreed, by=by)

    @given(levels, levels, views, views)
    def test_r8_where_something_was_agreed_nothing_else_counts(
        self, own: Mark, agreed: Mark, by: dict[Perspective, Mark], other: dict[Perspective, Mark]
    ) -> None:
        assert reserved(own, agreed=agreed, by=by) is reserved(own, agreed=agreed, by=other)

    @given(levels, marks, views)
    def test_r8_a_better_workplace_never_brings_a_mark(
        self, own: Mark, agreed: Mark, by: dict[Perspective, Mark]
    ) -> None:
        def better(one: Mark) -> Mark:
            return one if one.level is None else level_mark(one.level + 1)

        improved = {who: better(one) for who, one in by.items()}
        if not reserved(own, agreed=agreed, by=by):
            assert not reserved(own, agreed=better(agreed), by=improved)

    def test_r8_changes_no_level(self) -> None:
        with pytest.raises(dataclasses.FrozenInstanceError):
            level_mark(2).level = 3  # type: ignore[misc]


class TestMarksOfReservation:
    """R8 in print: a criterion stands under reservation as a whole or not at all."""

    @pytest.mark.parametrize(
        ("own", "agreed", "stands", "marked"),
        [
            ("2 3 1", "2", False, {S, I, None}),
            ("2 3 1", "3", False, set()),
            ("2 3 1", ".", True, set()),
            ("2 3 1", "-", False, set()),
            ("2 3 1", "x", False, set()),
            ("2 3 1", ".", False, {S, I}),
            ("3 4 -", ".", False, set()),
            ("3 3 3", "2", False, {None}),
        ],
    )
    def test_r8_the_agreed_level_decides_else_any_voice(
        self, own: str, agreed: str, stands: bool, marked: set[Perspective | None]
    ) -> None:
        found = reservations(
            dict(zip(Perspective, row(own), strict=True)),
            agreed=ReportAgreed(mark=mark(agreed), difference_stands=stands),
            workplace_part_agreed=mark("2"),
            workplace_part_by={},
            expected_level=EXPECTED,
        )
        assert found == marked

    @given(views, marks, st.booleans(), marks, views)
    def test_r8_all_low_levels_or_none(
        self,
        own: dict[Perspective, Mark],
        agreed: Mark,
        stands: bool,
        workplace_part: Mark,
        by: dict[Perspective, Mark],
    ) -> None:
        everything: dict[Perspective | None, Mark] = {**own, None: agreed}
        found = reservations(
            own,
            agreed=ReportAgreed(mark=agreed, difference_stands=stands),
            workplace_part_agreed=workplace_part,
            workplace_part_by=by,
            expected_level=EXPECTED,
        )
        low = {who for who, one in everything.items() if one.level is not None and one.level < EXPECTED}
        assert found in (set(), low)


DEMO_MARKS = {
    "not_observed": NOT_OBSERVED,
    "no_opportunity": NO_OPPORTUNITY,
    "difference_stands": NOT_YET_SCORED,
}

#: 5.11, round by round; what is not named has none.
RESERVED_IN_DEMO = {
    ("S1", 1): "C6",
    ("S2", 1): "C2 C3 C5 C7 C8",
    ("S3", 1): "C9",
    ("S4", 1): "C2 C4 C6 C7 C9",
    ("S4", 2): "C1 C2 C3 C4 C6 C7 C9",
}


def demo_mark(value: int | str) -> Mark:
    return level_mark(value) if isinstance(value, int) else DEMO_MARKS[value]


@pytest.fixture(scope="module")
def demo() -> dict[tuple[str, int, str, str], dict[str, Any]]:
    """All scores of the demo by student, round, criterion and strand."""
    rows = json.loads((CONTENT / "demo.json").read_text(encoding="utf-8"))["scores"]
    return {(row["student"], row["round"], row["criterion"], row["strand"]): row for row in rows}


class TestDemo:
    """The rules on one mentor's whole year (5.8, 5.11)."""

    @pytest.mark.parametrize("student", ["S1", "S2", "S3", "S4"])
    @pytest.mark.parametrize("number", [1, 2, 3])
    def test_r8_reservations_are_those_of_the_dossier(
        self, demo: dict[tuple[str, int, str, str], dict[str, Any]], student: str, number: int
    ) -> None:
        """Whatever carries a mark in print, agreed or a single voice, is on a criterion of the list."""
        marked = {code: self._marked(demo, student, number, code) for code in CODES}
        found = [code for code in CODES if marked[code]]
        assert found == RESERVED_IN_DEMO.get((student, number), "").split()
        assert all(None in marked[code] for code in found)

    def test_r8_on_a_criterion_of_the_list_every_low_level_carries_the_mark(
        self, demo: dict[tuple[str, int, str, str], dict[str, Any]]
    ) -> None:
        for (student, number), codes in RESERVED_IN_DEMO.items():
            for code in codes.split():
                values = demo[student, number, code, "student_part"]
                everything = {**self._by(values), None: demo_mark(values["agreed"])}
                low = {
                    who for who, one in everything.items() if one.level is not None and one.level < EXPECTED
                }
                assert self._marked(demo, student, number, code) == low

    def test_r7_two_levels_apart(self, demo: dict[tuple[str, int, str, str], dict[str, Any]]) -> None:
        found = {
            key
            for key, values in demo.items()
            if difference_of(self._by(values).values()) is Difference.TALK_NEEDED
        }
        assert found == {
            ("S3", 1, "C1", "student_part"),
            ("S3", 1, "C4", "student_part"),
        }

    def test_r6_everything_agreed_lies_within_what_was_given(
        self, demo: dict[tuple[str, int, str, str], dict[str, Any]]
    ) -> None:
        for values in demo.values():
            check_agreed(demo_mark(values["agreed"]), given=self._by(values).values(), reason="")

    def test_r1_every_mark_may_stand_where_it_stands(
        self, demo: dict[tuple[str, int, str, str], dict[str, Any]]
    ) -> None:
        for (*_, strand), values in demo.items():
            for one in self._by(values).values():
                check_mark(one, strand=Strand(strand), level_count=4)

    def _marked(
        self, demo: dict[tuple[str, int, str, str], dict[str, Any]], student: str, number: int, code: str
    ) -> frozenset[Perspective | None]:
        own, workplace = (
            demo[student, number, code, strand.value] for strand in (STUDENT_PART, WORKPLACE_PART)
        )
        agreed = own["agreed"]
        return reservations(
            self._by(own),
            agreed=ReportAgreed(mark=demo_mark(agreed), difference_stands=agreed == "difference_stands"),
            workplace_part_agreed=demo_mark(workplace["agreed"]),
            workplace_part_by=self._by(workplace),
            expected_level=EXPECTED,
        )

    @staticmethod
    def _by(values: dict[str, Any]) -> dict[Perspective, Mark]:
        return {who: demo_mark(values[f"{who.value}_view"]) for who in Perspective}


class TestRounds:
    """R12, 2.3: what a round is about and who takes part."""

    @pytest.mark.parametrize(
        ("focus", "kind", "chosen"),
        [
            ([], RoundKind.START, []),
            ([], RoundKind.FINAL, []),
            (["C2", "C9"], RoundKind.START, ["C2", "C9"]),
            (["C9", "C2"], RoundKind.START, ["C2", "C9"]),
            (["C1", "C1", "C2"], RoundKind.MIDTERM, ["C1", "C2"]),
            (["C1", "C2", "C3", "C4"], RoundKind.MIDTERM, ["C1", "C2", "C3", "C4"]),
        ],
    )
    def test_r12_two_to_four_or_all(self, focus: list[str], kind: RoundKind, chosen: list[str]) -> None:
        assert check_focus(focus, known=CODES, kind=kind) == chosen

    @pytest.mark.parametrize(
        ("focus", "kind", "code"),
        [
            (["C1"], RoundKind.START, "focus_count"),
            (CODES[:5], RoundKind.START, "focus_count"),
            (CODES, RoundKind.MIDTERM, "focus_count"),
            (["C1", "C10"], RoundKind.START, "focus_unknown"),
            (["c1", "C2"], RoundKind.START, "focus_unknown"),
            (["C1", "C2"], RoundKind.FINAL, "focus_in_final_round"),
        ],
    )
    def test_r12_refusals(self, focus: list[str], kind: RoundKind, code: str) -> None:
        with pytest.raises(DomainError) as refusal:
            check_focus(focus, known=CODES, kind=kind)
        assert code_of(refusal) == (code, "focus")

    @given(st.lists(st.sampled_from(CODES)))
    def test_r12_the_focus_is_what_is_scored(self, focus: list[str]) -> None:
        shown = in_round(CODES, focus=focus)
        assert shown == sorted(set(focus) or set(CODES))

    @given(st.dictionaries(st.sampled_from(CODES), marks))
    def test_r12_gaps_are_where_nothing_was_said(self, given_marks: dict[str, Mark]) -> None:
        open_codes = gaps(given_marks)
        assert open_codes == [code for code in given_marks if given_marks[code] == NOT_YET_SCORED]

    @pytest.mark.parametrize(("has_institute", "voices"), [(True, (S, W, I)), (False, (S, W))])
    def test_two_or_three_voices_in_their_fixed_order(
        self, has_institute: bool, voices: tuple[Perspective, ...]
    ) -> None:
        written = default_perspectives(has_institute=has_institute)
        assert taking_part(written) == voices
        assert taking_part(written[::-1]) == voices

    @pytest.mark.parametrize(
        ("number", "kind"),
        [(1, RoundKind.START), (2, RoundKind.MIDTERM), (3, RoundKind.FINAL), (4, RoundKind.FINAL)],
    )
    def test_three_rounds_a_year(self, number: int, kind: RoundKind) -> None:
        assert default_round_kind(number) is kind


class TestCriteria:
    """R11, R13 and the scale."""

    @pytest.mark.parametrize(
        ("same", "closed", "allowed"),
        [(True, False, True), (True, True, True), (False, True, True), (False, False, False)],
    )
    def test_r13_a_running_trajectory_keeps_its_set(self, same: bool, closed: bool, allowed: bool) -> None:
        own = uuid.uuid4()
        wanted = own if same else uuid.uuid4()
        if allowed:
            check_same_set(trajectory_set=own, wanted_set=wanted, closed=closed)
            return
        with pytest.raises(DomainError) as refusal:
            check_same_set(trajectory_set=own, wanted_set=wanted, closed=closed)
        assert code_of(refusal) == ("criteria_set_fixed", "criteria_set")

    @given(st.integers(-2, 12))
    def test_a_scale_has_three_to_five_levels(self, level_count: int) -> None:
        if 3 <= level_count <= 5:
            check_level_count(level_count)
            return
        with pytest.raises(DomainError, match="level_count"):
            check_level_count(level_count)

    def test_r11_practice_uncertainty_carries_its_reading_hint(self) -> None:
        criteria = json.loads((CONTENT / "criteria.json").read_text(encoding="utf-8"))["criteria"]
        hints = {criterion["code"]: criterion["reading_hint"] for criterion in criteria}
        assert [code for code, hint in hints.items() if hint] == ["C2"]
        assert all(hints["C2"][language] for language in ("nl", "en"))

    @given(level_counts, levels, st.sampled_from(Strand))
    def test_r1_a_level_is_refused_exactly_when_the_set_has_it_not(
        self, level_count: int, one: Mark, strand: Strand
    ) -> None:
        assert one.level is not None
        if one.level <= level_count:
            check_mark(one, strand=strand, level_count=level_count)
            return
        with pytest.raises(DomainError, match="level_unknown"):
            check_mark(one, strand=strand, level_count=level_count)
