"""Evaluation reports to test with: two students of the demonstration, and changes to one of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any, cast

from wpl_desktop.domain.conversations import AgreementState
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluation_report import (
    EarlierRound,
    EvaluationReport,
    ReportAgreed,
    ReportAgreement,
    ReportCriterion,
    ReportGap,
    ReportPerson,
    ReportScore,
    ReportSheet,
    Signatory,
    Statement,
    StrandView,
    reservations,
)
from wpl_desktop.domain.evaluations import (
    NO_OPPORTUNITY,
    NOT_OBSERVED,
    NOT_YET_SCORED,
    Collected,
    Mark,
    Perspective,
    RoundKind,
    Source,
    difference_of,
    level_mark,
)
from wpl_desktop.domain.finalising import GapKind
from wpl_desktop.domain.people import Party
from wpl_desktop.domain.trajectories import Role
from wpl_desktop.domain.words import fill
from wpl_desktop.paths import resources

#: Per criterion and round: student, workplace, institute, agreed; first the student's part, then the workplace's.
#: 1–4 levels, - not observed, x no opportunity, d difference stands, . not yet scored.
HANH = """
C1 4222 33-3 3222 3333 3333 3333
C2 32-2 33-3 33-3 33-3 3333 33-3
C3 33-3 23-2 33-3 3333 43-3 3333
C4 422d 3333 3333 43-3 3333 4434
C5 44-4 44-4 4444 44-4 4444 44-4
C6 3x-x 2222 3222 3323 3333 3333
C7 3222 33-3 3323 33-3 3333 33-3
C8 3323 3333 3333 3333 4434 3333
C9 3222 23-2 2222 33-3 3323 33-3
"""
ZOE = """
C1 3333 22-2 2322 12-1
C2 22-2 23-2 1222 22-2
C3 33-3 33-3 22-2 23-2
C4 2222 1222 2222 1111
C5 33-3 33-3 22-2 33-3
C6 2222 2222 2111 2222
C7 2222 22-2 2222 1221
C8 3333 2333 212d 2222
C9 2222 22-2 1111 12-2
"""
_MARKS = {"-": NOT_OBSERVED, "x": NO_OPPORTUNITY, "d": NOT_YET_SCORED, ".": NOT_YET_SCORED}
_STRANDS = (Strand.STUDENT_PART, Strand.WORKPLACE_PART)


def content(name: str) -> dict[str, Any]:
    """One file of the shipped content."""
    return cast(dict[str, Any], json.loads((resources() / "content" / name).read_text(encoding="utf-8")))


def filled_in(text: Mapping[str, str], language: str) -> str:
    """A shipped text with the words of the first vocabulary."""
    return fill(text[language], content("vocabularies.json")["vocabularies"][0]["words"][language])


def mark(sign: str) -> Mark:
    """The mark that a sign of the tables above stands for."""
    return level_mark(int(sign)) if sign.isdigit() else _MARKS[sign]


def criteria(
    table: str, *, language: str, perspectives: tuple[Perspective, ...] = tuple(Perspective)
) -> tuple[ReportCriterion, ...]:
    """The nine criteria with the marks of a table; the last round in it is this round."""
    rows = [line.split() for line in table.strip().splitlines()]
    shipped = cast(list[dict[str, Any]], content("criteria.json")["criteria"])
    found: list[ReportCriterion] = []
    for text, (code, *cells) in zip(shipped, rows, strict=True):
        rounds = [
            dict(zip(_STRANDS, cells[start : start + 2], strict=True)) for start in range(0, len(cells), 2)
        ]
        views = {strand: _view(text, strand, rounds, language, perspectives) for strand in _STRANDS}
        hint = cast(dict[str, str] | None, text["reading_hint"]) or {}
        found.append(
            ReportCriterion(
                code=code,
                name=filled_in(text["name"], language),
                student_part=views[Strand.STUDENT_PART],
                workplace_part=views[Strand.WORKPLACE_PART],
                reading_hint=filled_in(hint, language) if hint else "",
            )
        )
    return tuple(found)


def _view(
    text: dict[str, Any],
    strand: Strand,
    rounds: list[dict[Strand, str]],
    language: str,
    perspectives: tuple[Perspective, ...],
) -> StrandView:
    *before, now = [each[strand] for each in rounds]
    marks = _by_perspective(now, perspectives)
    agreed = ReportAgreed(mark=mark(now[-1]), difference_stands=now[-1] == "d")
    workplace = rounds[-1][Strand.WORKPLACE_PART]
    reserved: frozenset[Perspective | None] = frozenset()
    if strand is Strand.STUDENT_PART:
        reserved = reservations(
            marks,
            agreed=agreed,
            workplace_part_agreed=mark(workplace[-1]),
            workplace_part_by=_by_perspective(workplace, perspectives),
            expected_level=3,
        )
    texts = {each["level"]: filled_in(each["text"], language) for each in text["level_texts"][strand.value]}
    return StrandView(
        scores={perspective: ReportScore(mark=given) for perspective, given in marks.items()},
        agreed=agreed,
        earlier=tuple(
            EarlierRound(
                number=number,
                marks=_by_perspective(signs, perspectives),
                agreed=ReportAgreed(mark=mark(signs[-1]), difference_stands=signs[-1] == "d"),
            )
            for number, signs in enumerate(before, start=1)
        ),
        difference=difference_of(marks.values()),
        under_reservation=reserved,
        level_text=texts.get(agreed.mark.level, ""),
    )


def _by_perspective(signs: str, perspectives: tuple[Perspective, ...]) -> Mapping[Perspective, Mark]:
    by_place = dict(zip(Perspective, signs[:-1], strict=True))
    return {perspective: mark(by_place[perspective]) for perspective in perspectives}


def scored(report: EvaluationReport, code: str, seen: Perspective, **values: Any) -> EvaluationReport:
    """The report with other values in one score of the student's part."""
    return _changed(
        report,
        code,
        lambda view: replace(view, scores={**view.scores, seen: replace(view.scores[seen], **values)}),
    )


def agreed(report: EvaluationReport, code: str, **values: Any) -> EvaluationReport:
    """The report with other values in what was agreed on one criterion's student's part."""
    return _changed(report, code, lambda view: replace(view, agreed=replace(view.agreed, **values)))


def agreed_earlier(report: EvaluationReport, code: str, number: int, **values: Any) -> EvaluationReport:
    """The report with other values in what was agreed in an earlier round."""
    return _changed(
        report,
        code,
        lambda view: replace(
            view,
            earlier=tuple(
                replace(each, agreed=replace(each.agreed, **values)) if each.number == number else each
                for each in view.earlier
            ),
        ),
    )


def _changed(report: EvaluationReport, code: str, change: Any) -> EvaluationReport:
    return replace(
        report,
        criteria=tuple(
            replace(each, student_part=change(each.student_part)) if each.code == code else each
            for each in report.criteria
        ),
    )


def workplace_evidence(report: EvaluationReport, code: str, seen: Perspective, text: str) -> EvaluationReport:
    """The report with a text beside one score of the workplace's part."""
    return replace(
        report,
        criteria=tuple(
            replace(
                each,
                workplace_part=replace(
                    each.workplace_part,
                    scores={
                        **each.workplace_part.scores,
                        seen: replace(each.workplace_part.scores[seen], evidence=text),
                    },
                ),
            )
            if each.code == code
            else each
            for each in report.criteria
        ),
    )


def _scale(language: str) -> dict[Strand, tuple[str, ...]]:
    levels = content("criteria.json")["levels"]
    return {strand: tuple(each["label"][language] for each in levels[strand.value]) for strand in _STRANDS}


_SENTENCES = {
    "nl": (
        "Voor gezien en besproken. Tekenen betekent niet dat ik het met alles eens ben.",
        "Opgemaakt en besproken.",
        "Voor kennisneming / deelgenomen aan het gesprek.",
        "Voor kennisneming, met schoolstempel.",
    ),
    "en": (
        "Seen and discussed. Signing does not mean I agree with everything.",
        "Drawn up and discussed.",
        "Noted / took part in the conversation.",
        "Noted, with school stamp.",
    ),
}
_STATUS = {
    "nl": "Dit verslag is een advies van de werkplek en een weergave van het trialooggesprek. "
    "De opleiding beslist over het resultaat.",
    "en": "This report is advice from the workplace and an account of the trialogue conversation. "
    "The programme decides on the result.",
}


def _blank(table: str, *, language: str, student: str) -> EvaluationReport:
    words = content("vocabularies.json")["vocabularies"][0]["words"][language]
    sentences = _SENTENCES[language]
    return EvaluationReport(
        language=language,
        kind=RoundKind.FINAL,
        draft=False,
        demo=True,
        document_number="E-2526-S3",
        file_stem="eindverslag_2025-26_S3_v1",
        edition=1,
        printed_at=datetime(2026, 6, 4, 16, 52),  # noqa: DTZ001  (printed times are local)
        school_year="2025-26",
        round_number=len(table.strip().splitlines()[0].split()) // 2,
        student_name=student,
        second_script="",
        student_number="",
        programme="Bachelor lager onderwijs",
        phase=3,
        workplace="Basisschool De Vlinderboom",
        workplace_address="Antwerpen",
        institute="Hogeschool Scheldestad",
        class_names="L3",
        people=(
            ReportPerson(role=Role.COACH, name="Griet Vanhaverbeke"),
            ReportPerson(role=Role.INSTITUTE_SUPERVISOR, name="Nadège Okonkwo-Maes"),
            ReportPerson(role=Role.ASSESSOR, name="Wim Goossens"),
        ),
        starts_on=date(2025, 8, 28),
        ends_on=date(2026, 8, 31),
        weekdays=(1, 2, 4),
        has_blocks=True,
        held_on=date(2026, 6, 4),
        conversation_starts_at=datetime(2026, 6, 4, 15, 45),  # noqa: DTZ001
        conversation_ends_at=datetime(2026, 6, 4, 16, 45),  # noqa: DTZ001
        criteria_edition="1.0",
        status_line=_STATUS[language],
        strong="",
        grown="",
        next_step="",
        advice="",
        student_response="",
        no_response=False,
        perspectives=tuple(Perspective),
        scale=_scale(language),
        expected_level=3,
        criteria=criteria(table, language=language),
        earlier_rounds=tuple(range(1, len(table.strip().splitlines()[0].split()) // 2)),
        sheets=(),
        include_conditions=True,
        agreements=(),
        signatories=(
            Signatory(party=Party.STUDENT, name=student, role=None, sentence=sentences[0]),
            Signatory(
                party=Party.WORKPLACE,
                name="Griet Vanhaverbeke",
                role=Role.SCHOOL_MENTOR,
                sentence=sentences[1],
            ),
            Signatory(
                party=Party.INSTITUTE,
                name="Nadège Okonkwo-Maes",
                role=Role.INSTITUTE_SUPERVISOR,
                sentence=sentences[2],
            ),
            Signatory(
                party=Party.WORKPLACE, name="Bénédicte D'Hondt", role=Role.HEAD_TEACHER, sentence=sentences[3]
            ),
        ),
        privacy_lines=(
            "Verwerkingsverantwoordelijke: het schoolbestuur van Basisschool De Vlinderboom (contact: directie).",
            "Doel: begeleiding en advies bij werkplekleren.",
            "Je kunt dit verslag inzien, feitelijke fouten laten verbeteren en je eigen kijk laten toevoegen.",
            "Dit verslag vervangt geen formulier van de opleiding.",
        ),
        privacy_complete=True,
        words=words,
    )


def final_report(language: str = "nl") -> EvaluationReport:
    """The final report of round 3: growth, a difference that stood, an opportunity that was missing."""
    report = replace(
        _blank(HANH, language=language, student="Nguyễn Thị Hạnh"),
        strong="Brengt energie en ideeën die blijven hangen bij leerlingen en team.",
        grown="De grootste groei zit in reflectie: van gevoel naar leerlingenwerk.",
        next_step="Afmaken blijft vragen om één project tegelijk.",
        advice="Positief advies aan de opleiding. Vervolg: aanvangsbegeleiding.",
        student_response="De spelkoffers waren groter dan afgesproken; dat wisten we samen.",
        agreements=(
            ReportAgreement(
                party=Party.INSTITUTE,
                owner="Nadège Okonkwo-Maes",
                text="Leertaak wiskunde bezorgen en toelichten",
                due_on=date(2025, 11, 7),
                state=AgreementState.DONE,
            ),
            ReportAgreement(
                party=Party.STUDENT,
                owner="Nguyễn Thị Hạnh",
                text="Nabespreking starten met leerlingenwerk",
                due_on=date(2026, 3, 20),
                state=AgreementState.DONE,
            ),
            ReportAgreement(
                party=Party.INSTITUTE,
                owner="",
                text="Resultaat bekendmaken",
                due_on=None,
                state=AgreementState.OPEN,
            ),
        ),
    )
    student, workplace, institute = Perspective
    for code, seen, text, source in (
        ("C1", workplace, "Nabespreking start bij leerlingenwerk.", Source.OBSERVED),
        ("C1", student, "Leervraag 1", Source.PORTFOLIO),
        ("C2", workplace, "", Source.OBSERVED),
        ("C3", workplace, "", Source.OBSERVED),
        ("C5", workplace, "Spelkoffers; werking op de speelplaats.", None),
        ("C6", institute, "Leertaak wiskunde: leerlijn, vier lessen, twee metingen", Source.PORTFOLIO),
        ("C8", institute, "", Source.CONVERSATION),
    ):
        report = scored(report, code, seen, evidence=text, source=source)
    report = scored(report, "C1", student, comment="Ik kijk nu eerst naar wat de leerlingen maakten.")
    report = scored(
        report,
        "C9",
        institute,
        comment="Twee leertaken op tijd, één project elf weken later; student ziet dit anders, zie reactie.",
    )
    report = agreed(
        report,
        "C9",
        reason="Afgesproken op 3. Het verschil van één niveau is besproken en staat in de reactie.",
    )
    report = agreed_earlier(
        report,
        "C4",
        1,
        positions="Student: ‘ik vraag veel.’ Mentor en opleiding: veel vragen, weinig zichtbaar gebruik.",
    )
    report = agreed_earlier(
        report, "C6", 1, reason="Leertaak nog niet ontvangen: geen kans gehad, geen niveau."
    )
    return workplace_evidence(report, "C4", workplace, "Van 3 naar 4: begeleiding door het team gedragen.")


def midterm_report(language: str = "nl") -> EvaluationReport:
    """A draft of round 2: reservations because of the workplace (R8), and a difference that stands (R6)."""
    report = replace(
        _blank(ZOE, language=language, student="Zoë Van den Broeck"),
        kind=RoundKind.MIDTERM,
        draft=True,
        document_number="T-2526-S4",
        file_stem="tussentijds_2025-26_S4_v1_ontwerp",
        programme="Flextraject, LIO (halve opdracht)",
        phase=None,
        class_names="L6 en zorg",
        held_on=date(2026, 2, 3),
        conversation_starts_at=datetime(2026, 2, 3, 15, 45),  # noqa: DTZ001
        conversation_ends_at=datetime(2026, 2, 3, 16, 45),  # noqa: DTZ001
        printed_at=datetime(2026, 2, 3, 16, 50),  # noqa: DTZ001
        strong="Lesgeven en contact met leerlingen zijn goed.",
        grown="Tegenover ronde 1 nog geen groei zichtbaar. Twee begeleidingsgesprekken gingen niet door.",
        next_step="Gesprek op 5 februari over een plan met hoogstens drie doelen, en steun van school en opleiding.",
        sheets=(
            ReportSheet(
                perspective=Perspective.STUDENT,
                collected=Collected.PAPER,
                collected_on=date(2026, 2, 2),
                blind=False,
            ),
            ReportSheet(
                perspective=Perspective.WORKPLACE,
                collected=Collected.OWN_SCREEN,
                collected_on=date(2026, 2, 2),
                blind=True,
            ),
        ),
    )
    student, workplace, _ = Perspective
    report = scored(
        report, "C9", workplace, comment="Zes van tien voorbereidingen na het afgesproken moment."
    )
    report = scored(report, "C9", student, comment="Ik bereid 's nachts voor wat overdag had moeten kunnen.")
    return agreed(
        report,
        "C8",
        positions="Student: meldde problemen aan collega's. Mentor: niet aan mentor of opleiding.",
        reason="Verschil blijft staan; opnieuw bekijken in ronde 3.",
    )


def settled_report(language: str = "nl") -> EvaluationReport:
    """A final report with a code: revealed early, sheets from paper, gaps with reasons, and what was said on screen."""
    report = final_report(language)
    student, workplace, institute, head = report.signatories
    return replace(
        report,
        code="ABCD-EFGH-JKLM-NPQR",
        revealed_on=date(2026, 6, 3),
        reveal_reason="De trajectbegeleider was ziek.",
        late=(Perspective.INSTITUTE,),
        sheets=(
            ReportSheet(
                perspective=Perspective.STUDENT,
                collected=Collected.PAPER,
                collected_on=date(2026, 6, 2),
                blind=True,
                written_by="Nguyễn Thị Hạnh",
                written_on=date(2026, 6, 1),
            ),
            ReportSheet(
                perspective=Perspective.WORKPLACE,
                collected=Collected.OWN_SCREEN,
                collected_on=date(2026, 6, 1),
                blind=True,
            ),
            ReportSheet(
                perspective=Perspective.INSTITUTE,
                collected=Collected.TYPED_FOR,
                collected_on=date(2026, 6, 3),
                blind=False,
            ),
        ),
        gaps=(
            ReportGap(
                kind=GapKind.SHEET_NOT_READY,
                perspective=Perspective.INSTITUTE,
                strand=Strand.STUDENT_PART,
                subjects=(),
                reason="Ziek in de week van het gesprek.",
            ),
            ReportGap(
                kind=GapKind.NOT_AGREED,
                perspective=None,
                strand=Strand.STUDENT_PART,
                subjects=("C3", "C7"),
                reason="De tijd was om; we spraken af dat het volgende gesprek hiermee begint.",
            ),
            ReportGap(
                kind=GapKind.NOT_SCORED,
                perspective=Perspective.WORKPLACE,
                strand=Strand.WORKPLACE_PART,
                subjects=("C9",),
                reason="Wordt nog met de directie bekeken.",
            ),
            ReportGap(
                kind=GapKind.TEXT_MISSING,
                perspective=None,
                strand=None,
                subjects=("grown", "next_step"),
                reason="Staat in het gespreksverslag.",
            ),
        ),
        signatories=(
            replace(
                student,
                statement=Statement(
                    name=student.name,
                    role="student",
                    place="Antwerpen",
                    said_at=datetime(2026, 6, 4, 16, 50),  # noqa: DTZ001
                ),
            ),
            workplace,
            replace(
                institute,
                statement=Statement(
                    name=institute.name,
                    role="trajectbegeleider",
                    place="",
                    said_at=datetime(2026, 6, 4, 16, 51),  # noqa: DTZ001
                    refused=True,
                    reason="Ik was er niet bij toen de niveaus werden afgesproken.",
                ),
            ),
            head,
        ),
    )
