"""What the papers of one conversation have in common: words, the head of the sheet, and tables of agreements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wpl_desktop.domain.conversations import AgreementOutcome, Hat
from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.domain.people import Party
from wpl_desktop.domain.talk_sheets import (
    Attendee,
    PaperHead,
    SheetAgreement,
    SheetBand,
    SheetEarlier,
    TalkFacts,
)
from wpl_desktop.domain.words import fill
from wpl_desktop.reports import marks, style
from wpl_desktop.reports.dates import language_tag, short_date, time_of_day
from wpl_desktop.reports.document import Cell, Document
from wpl_desktop.reports.evaluation_context import small_word
from wpl_desktop.reports.furniture import Furniture
from wpl_desktop.reports.page import Surface
from wpl_desktop.reports.pen import DocumentInfo
from wpl_desktop.reports.style import ACCENT, INK, LEFT, MUTED, RIGHT, RULE, WRITING, Face, TextStyle
from wpl_desktop.reports.talk_dates import weekday_and_date
from wpl_desktop.reports.text import Line, Span, clean, one_line
from wpl_desktop.texts import Translate, hat_name, party_name, role_name

#: Where the right half of the head of a sheet begins.
MIDDLE = 118.0
#: Of more students than this a band says how many they are.
_MOST_NAMES = 4
#: Room to write a line by hand.
WRITING_ROW = 8.4

_NAME = style.NAME.coloured(INK)
_HAT = TextStyle(9.5, 11.4, Face.BOLD, ACCENT)
_WHEN = TextStyle(10, 13.2, Face.BOLD)
_PERSON = TextStyle(9.5, 11.4)
_ROLE = TextStyle(8.2, 9.9, colour=MUTED)
_CELL = TextStyle(9, 11.8)
_WHAT_X = 71.0
_DUE_X = 155.0
#: Agreements of before say what became of them, too.
_EARLIER_DUE_X = 118.0
_OUTCOME_X = 136.4


@dataclass(frozen=True, kw_only=True)
class Wording:
    """The words that all papers of conversations share."""

    head: PaperHead
    translate: Translate

    @property
    def language(self) -> str:
        """The language of the sheet."""
        return self.head.language

    def words(self, template: str, **values: object) -> str:
        """A translated template with the role and place words of the installation filled in."""
        return fill(template, self.head.words, **values)

    def party(self, party: Party) -> str:
        """`Student`, `Werkplek`, `Opleiding`."""
        return party_name(party, self.translate, self.head.words)

    def role(self, attendee: Attendee) -> str:
        """In which role somebody takes part, as it stands behind a name."""
        if attendee.role is None:
            return small_word(self.party(attendee.party))
        return small_word(role_name(attendee.role, self.translate, self.head.words))

    def owner(self, agreement: SheetAgreement) -> str:
        """Whose agreement it is."""
        return one_line(agreement.owner) or self.party(agreement.party)

    def due(self, agreement: SheetAgreement) -> str:
        """By when; empty without a day."""
        return "" if agreement.due_on is None else short_date(agreement.due_on, self.language)

    def outcomes(self) -> dict[AgreementOutcome, str]:
        """What can have become of an agreement of before."""
        translate = self.translate
        return {
            AgreementOutcome.DONE: translate("TalkPaper", "done"),
            AgreementOutcome.GOES_ON: translate("TalkPaper", "goes on"),
            AgreementOutcome.DROPPED: translate("TalkPaper", "let go"),
        }

    def furniture(self, title: str, *, name: str) -> Furniture:
        """What stands on every page."""
        head, translate = self.head, self.translate

        def page(number: int, count: int) -> str:
            return translate("Report", "Page {number} of {count}").format(number=number, count=count)

        time = time_of_day(head.printed_at, head.language)
        return Furniture(
            title=title,
            name=one_line(name),
            right=translate("Report", "School year {year}").format(year=head.school_year),
            confidential=translate("Report", "Confidential"),
            number=one_line(head.document_number),
            demo=translate("Report", "DEMO · fictitious data") if head.demo else "",
            printed=f"{short_date(head.printed_at.date(), head.language)} {time}",
            page=page,
        )

    def info(self, title: str) -> DocumentInfo:
        """What the file says about itself: nobody's name."""
        return DocumentInfo(
            title=title,
            subject=one_line(self.head.document_number),
            language=language_tag(self.head.language),
        )


def whose_band(band: SheetBand, translate: Translate, words: Mapping[str, str]) -> str:
    """Whose a stretch of days is: a few names, or of how many; empty when it is everybody's."""
    if len(band.students) <= _MOST_NAMES:
        return ", ".join(one_line(name) for name in band.students)
    return fill(translate("TalkPaper", "{count} {students}"), words, count=len(band.students))


def voice_of(party: Party) -> Perspective:
    """The mark that belongs to a party."""
    return Perspective(party.value)


def write_heading(
    document: Document, wording: Wording, talk: TalkFacts, *, title: str, planned_hours: str
) -> float:
    """Title and hat, then whose talk it is on the left and its day on the right; leaves `y` at the lowest baseline.

    Gives the baseline below the day, for what else is known of it.
    """
    kit, translate = document.type, wording.translate
    document.label(LEFT, 28.0, title, style.TITLE)
    x = LEFT
    if talk.hat is Hat.EVALUATE:
        _diamond(document, LEFT + 1.6, 32.9, half=1.6)
        x += 4.4
    said = [hat_name(talk.hat, translate), one_line(talk.type_name)]
    about = " · ".join(said)
    if talk.round_number is not None:
        about += ", " + translate("Report", "round {round}").format(round=talk.round_number)
    document.put(x, 34.0, kit.fitted(about, _HAT, RIGHT - x))
    name = kit.fitted(one_line(talk.student_name), _NAME, MIDDLE - LEFT - 4.0, smallest=9.0)
    document.put(LEFT, 43.2, name)
    document.y = 43.2
    second = one_line(talk.second_script)
    if second:
        left = LEFT + name.width_mm + 4.0
        line = kit.line(second, style.SECOND_SCRIPT)
        if left + line.width_mm > MIDDLE - 3.0:
            # A name in two scripts is never cut for want of room: the second goes below.
            document.y += 6.4
            left, line = LEFT, kit.fitted(second, style.SECOND_SCRIPT, MIDDLE - LEFT - 4.0)
        document.put(left, document.y, line)
    day = weekday_and_date(talk.starts_at.date(), wording.language)
    planned = kit.line(planned_hours, style.BODY)
    document.put_right(RIGHT, 43.2, planned)
    document.put(MIDDLE, 43.2, kit.fitted(day, _WHEN, RIGHT - MIDDLE - planned.width_mm - 3.0))
    room = MIDDLE - LEFT - 5.0
    facts = kit.wrap(_facts(wording, talk, talk.workplace_address), style.LABEL, room)
    if len(facts) > 1:
        facts = kit.wrap(_facts(wording, talk), style.LABEL, room)
    for step, line in zip((5.6, 4.0, 4.0), facts[:3], strict=False):
        document.y += step
        document.put(LEFT, document.y, line)
    return 48.8


def _diamond(surface: Surface, x: float, y: float, *, half: float) -> None:
    """The mark of what is done together, in the ink of the hat."""
    points = [(x - half, y), (x, y + half), (x + half, y), (x, y - half)]
    surface.ink(lambda pen: pen.polygon(points, fill=ACCENT))


def _facts(wording: Wording, talk: TalkFacts, address: str = "") -> str:
    """Programme and phase, class and workplace."""
    translate = wording.translate
    phase = "" if talk.phase is None else translate("Report", "phase {phase}").format(phase=talk.phase)
    programme = " ".join(filter(None, (one_line(talk.programme), phase)))
    workplace = ", ".join(filter(None, (one_line(talk.workplace), one_line(address))))
    return " · ".join(filter(None, (programme, one_line(talk.class_names), workplace)))


def write_people(
    document: Document, wording: Wording, people: Sequence[Attendee], *, label: str, ticked: bool | None
) -> None:
    """Who takes part, in two columns between two rules; `ticked` None gives no boxes to tick."""
    kit = document.type
    document.rule(document.y + 3.4)
    document.y += 3.4
    document.put(LEFT, document.y + 5.2, kit.fitted(label, style.LABEL, 15.0))
    for index in range(0, len(people), 2):
        document.need(6.1)
        for x, attendee in zip((41.5, MIDDLE), people[index : index + 2], strict=False):
            _person(document, wording, attendee, x=x, ticked=ticked)
        document.y += 6.1
    document.y += 2.6


def _person(
    document: Document, wording: Wording, attendee: Attendee, *, x: float, ticked: bool | None
) -> None:
    kit, baseline = document.type, document.y + 5.2
    right = RIGHT if x >= MIDDLE else MIDDLE - 3.0
    if ticked is not None:
        document.tick_box(x, baseline, ticked=ticked)
        x += 5.6
    marks.shape(document, voice_of(attendee.party), x + 1.0, baseline - 1.15, size=2.0, solid=True)
    x += 3.4
    name = kit.fitted(one_line(attendee.name), _PERSON, right - x - 2.0, smallest=7.0)
    document.put(x, baseline, name)
    x += name.width_mm + 2.0
    if right - x > 10.0:
        document.put(x, baseline, kit.fitted(wording.role(attendee), _ROLE, right - x))


def section(document: Document, title: str, *, note: str = "", keep: float) -> None:
    """A heading without a rule of its own; `keep` millimetres of what follows stay with it."""
    if not document.need(7.8 + keep) and not document.is_fresh:
        document.y += 1.8
    baseline = document.y + 4.6
    line = document.type.fitted(title, style.SECTION, RIGHT - LEFT)
    document.put(LEFT, baseline, line)
    x = LEFT + line.width_mm + 3.5
    if note and RIGHT - x > 15.0:
        document.put(x, baseline, document.type.fitted(note, style.SECTION_NOTE, RIGHT - x))
    document.y += 6.0


def agreements_height(document: Document, wording: Wording, agreements: Sequence[SheetAgreement]) -> float:
    """How high the rows of a table are, without its head."""
    return sum(_row_height(_cells(document, wording, one, to=_DUE_X)) for one in agreements)


def earlier_height(document: Document, wording: Wording, earlier: Sequence[SheetEarlier]) -> float:
    """How high the rows of the table of agreements of before are, without its head."""
    return sum(_row_height(_cells(document, wording, one.agreement, to=_EARLIER_DUE_X)) for one in earlier)


def write_agreements(
    document: Document, wording: Wording, agreements: Sequence[SheetAgreement], *, empty_rows: int = 0
) -> None:
    """Who does what by when, and below it `empty_rows` to write in."""

    def head() -> None:
        _table_head(document, wording)

    head()
    for agreement in agreements:
        cells = _cells(document, wording, agreement, to=_DUE_X)
        document.row(cells, height=_row_height(cells), after_break=head)
        document.rule(document.y)
    for _ in range(empty_rows):
        if document.need(WRITING_ROW):
            head()
        for x in (_WHAT_X - 2.0, _DUE_X - 2.0):
            _upright(document, x, document.y, document.y + WRITING_ROW)
        document.y += WRITING_ROW
        document.rule(document.y, colour=INK if not agreements else RULE)


def write_earlier(
    document: Document, wording: Wording, earlier: Sequence[SheetEarlier], *, is_open: bool
) -> None:
    """Agreements of before with what became of them: boxes to tick while `is_open`, else in a word."""

    def head() -> None:
        _table_head(
            document, wording, due_x=_EARLIER_DUE_X, last=wording.translate("TalkPaper", "What became of it")
        )

    head()
    for one in earlier:
        cells = _cells(document, wording, one.agreement, to=_EARLIER_DUE_X)
        height = _row_height(cells)
        if document.need(min(height, 120.0)):
            head()
        page = len(document.pages)
        cells.extend(_boxes(document, wording) if is_open else [_outcome(document, wording, one)])
        document.row(cells, height=height, after_break=head)
        if len(document.pages) == page:
            document.rule(document.y)


def _boxes(document: Document, wording: Wording) -> list[Cell]:
    """A box for each thing that can become of an agreement; gives the words behind them."""
    cells: list[Cell] = []
    x = _OUTCOME_X
    for word in wording.outcomes().values():
        document.tick_box(x, document.y + 4.9, ticked=False)
        x += 4.8
        line = document.type.fitted(word, style.SMALL_LABEL, RIGHT - x)
        cells.append(Cell(x, [(4.9, line)]))
        x += line.width_mm + 1.7
    return cells


def _outcome(document: Document, wording: Wording, earlier: SheetEarlier) -> Cell:
    """What a talk said of an agreement."""
    if earlier.outcome is None:
        word = wording.translate("TalkPaper", "not spoken of")
        return Cell(_OUTCOME_X, [(4.9, document.type.line(word, _CELL.coloured(MUTED)))])
    return Cell(_OUTCOME_X, [(4.9, document.type.line(wording.outcomes()[earlier.outcome], _CELL))])


def _table_head(document: Document, wording: Wording, *, due_x: float = _DUE_X, last: str = "") -> None:
    translate, baseline = wording.translate, document.y + 4.0
    document.label(LEFT, baseline, translate("Report", "Who"), style.COLUMN_HEAD)
    document.label(_WHAT_X, baseline, translate("Report", "What"), style.COLUMN_HEAD)
    document.label(due_x, baseline, translate("Report", "By"), style.COLUMN_HEAD)
    if last:
        document.label(_OUTCOME_X, baseline, last, style.COLUMN_HEAD)
    document.rule(document.y + 5.6, width=0.7, colour=INK)
    document.y += 5.6


def _cells(document: Document, wording: Wording, agreement: SheetAgreement, *, to: float) -> list[Cell]:
    kit = document.type
    text = kit.wrap(clean(agreement.text).strip(), _CELL, to - _WHAT_X - 4.0)
    return [
        Cell(LEFT).fill(kit.wrap(wording.owner(agreement), _CELL, _WHAT_X - LEFT - 4.0), _CELL, first=4.9),
        Cell(_WHAT_X).fill(text, _CELL, first=4.9),
        Cell(to).fill([kit.line(wording.due(agreement), _CELL)], _CELL, first=4.9),
    ]


def _row_height(cells: Sequence[Cell]) -> float:
    return max(cell.lowest for cell in cells) + 2.1


def _upright(surface: Surface, x: float, top: float, bottom: float) -> None:
    surface.ink(lambda pen: pen.stroke((x, top), (x, bottom), width=0.35, colour=RULE))


def writing_lines(document: Document, *, height: float, pitch: float = WRITING_ROW) -> None:
    """Lines to write on, in what is left of the page."""
    count = int(height / pitch)
    for index in range(1, count + 1):
        document.rule(document.y + index * pitch, colour=WRITING)
    document.y += count * pitch


def minutes_cell(document: Document, minutes: int, *, baseline: float) -> Cell:
    """The minutes of one line of an agenda, ending where the column of numbers ends."""
    line: Line = document.type.line([Span(str(minutes), Face.BOLD, ACCENT)], TextStyle(10, 12))
    return Cell(31.2 - line.width_mm, [(baseline, line)])
