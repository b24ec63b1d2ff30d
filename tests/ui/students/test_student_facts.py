"""What the head of a student says about the trajectory."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from tests.factory import student_values
from wpl_desktop.ui.students.student_facts import period_text


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2025, 8, 28), date(2026, 6, 30), "28 Aug to 30 Jun 2026"),
        (date(2026, 2, 2), date(2026, 6, 30), "2 Feb to 30 Jun 2026"),
        # A whole year and more would look like a few days.
        (date(2026, 8, 27), date(2027, 8, 31), "27 Aug 2026 to 31 Aug 2027"),
        (date(2026, 8, 31), date(2027, 8, 31), "31 Aug 2026 to 31 Aug 2027"),
        (date(2024, 10, 1), date(2026, 6, 30), "1 Oct 2024 to 30 Jun 2026"),
    ],
)
def test_the_first_year_is_left_out_only_where_it_is_clear(
    qapp: QApplication, first: date, last: date, words: str
) -> None:
    del qapp
    assert period_text(student_values(starts_on=first, ends_on=last), short=True) == words
