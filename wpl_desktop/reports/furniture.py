"""What stands on every page: header, footer, the tick for the punch, the marks of draft and demo data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from wpl_desktop.reports import style
from wpl_desktop.reports.page import Page
from wpl_desktop.reports.style import INK, LEFT, MUTED, RIGHT, WATERMARK, WHITE, WRITING, Face, TextStyle
from wpl_desktop.reports.text import Span


@dataclass(frozen=True, kw_only=True)
class Furniture:
    """What stands on every page; empty texts are left out. `page` words `number` of `count`."""

    title: str
    name: str
    right: str
    confidential: str
    number: str
    demo: str
    printed: str
    page: Callable[[int, int], str]
    draft: str = ""
    draft_note: str = ""
    code: str = ""


def under_text(page: Page, furniture: Furniture) -> None:
    """The draft's watermark, which lies under everything else."""
    if furniture.draft:
        mark = page.type.fitted(furniture.draft, TextStyle(96, 96, Face.BOLD, WATERMARK), 215.0)
        page.ink(lambda pen: pen.slanted_text(108.0, 169.0, mark, degrees=48))


def around_text(page: Page, furniture: Furniture, *, number: int, count: int) -> None:
    """Header, footer, draft tag and the tick that shows the middle for the punch."""
    _header(page, furniture)
    _footer(page, furniture, number=number, count=count)
    page.rule(148.5, x=4.5, to=8.5, colour=WRITING)
    if furniture.draft:
        _draft_tag(page, furniture, with_note=number == 1)


def _header(page: Page, furniture: Furniture) -> None:
    right = page.type.fitted(furniture.right, style.FURNITURE.coloured(MUTED), 92.0)
    title = page.type.fitted(furniture.title, style.FURNITURE.bold(), 65.0)
    page.put(LEFT, 14.2, title)
    page.put_right(RIGHT, 14.2, right)
    left = LEFT + title.width_mm + 2.5
    space = RIGHT - right.width_mm - 4.0 - left
    if furniture.name and space > 12.0:
        page.put(left, 14.2, page.type.fitted(furniture.name, style.FURNITURE, space))
    page.rule(17.0, width=0.5, colour=INK)


def _footer(page: Page, furniture: Furniture, *, number: int, count: int) -> None:
    page.rule(280.0)
    muted = style.FURNITURE.coloured(MUTED)
    x = LEFT + page.label(LEFT, 284.8, furniture.confidential, style.FURNITURE.bold()).width_mm + 2.5
    if furniture.number:
        line = page.type.fitted(furniture.number, muted, 62.0)
        page.put(x, 284.8, line)
        x += line.width_mm + 3.0
    if furniture.demo:
        tag = page.type.line(furniture.demo, style.DEMO_TAG)
        left = x
        page.ink(
            lambda pen: pen.box(
                left, 282.1, width=tag.width_mm + 3.0, height=3.7, border=MUTED, border_width=0.5, radius=0.6
            )
        )
        page.put(x + 1.5, 284.7, tag)
    if furniture.code:
        page.put(LEFT, 289.0, page.type.fitted(furniture.code, muted, RIGHT - LEFT))
    counted = page.type.line(furniture.page(number, count), style.FURNITURE.bold())
    page.put_right(RIGHT, 284.8, counted)
    page.put_right(RIGHT - counted.width_mm - 5.5, 284.8, page.type.line(furniture.printed, muted))


def _draft_tag(page: Page, furniture: Furniture, *, with_note: bool) -> None:
    tag = page.type.line([Span(furniture.draft, colour=WHITE)], TextStyle(10, 12, Face.BOLD))
    width = tag.width_mm + 6.0
    page.box(RIGHT - width, 22.6, width=width, height=7.0, fill=INK)
    page.put(RIGHT - width + 3.0, 27.6, tag)
    if with_note and furniture.draft_note:
        page.put_right(RIGHT, 33.4, page.type.line(furniture.draft_note, style.SMALL_LABEL))
