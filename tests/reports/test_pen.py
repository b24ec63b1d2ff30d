"""Drawing: what is written a second time in one document is written as the first time."""

from __future__ import annotations

import io

import pytest

from tests.reports.reading import pages_of
from wpl_desktop.reports.pen import DocumentInfo, Pen
from wpl_desktop.reports.style import BODY
from wpl_desktop.reports.text import Typesetter

INFO = DocumentInfo(title="", subject="", language="nl-BE")


@pytest.mark.parametrize(
    "text", ["(a) \\ b", "Łukasz Nguyễn", "Zoë " + "".join(map(chr, range(0x100, 0x17F)))]
)
def test_words_that_come_back_are_written_again(text: str) -> None:
    target = io.BytesIO()
    pen = Pen(target, INFO)
    line = Typesetter().line(text, BODY)
    for _ in range(2):
        for baseline in (20.0, 40.0):
            pen.text(20.0, baseline, line)
        pen.next_page()
    pen.save()
    pages = pages_of(target.getvalue())
    assert [page.split("\r\n") for page in pages] == [[text, text]] * 2


def test_the_same_words_in_another_size_are_other_words() -> None:
    target = io.BytesIO()
    pen = Pen(target, INFO)
    typesetter = Typesetter()
    for baseline, style in ((20.0, BODY), (40.0, BODY.sized(20.0)), (60.0, BODY.bold())):
        pen.text(20.0, baseline, typesetter.line("Zoë", style))
    pen.next_page()
    pen.save()
    assert pages_of(target.getvalue())[0].split() == ["Zoë"] * 3
