"""Papers of conversations to test with: minutes before and after, preparation, a week and a month."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from wpl_desktop.domain.conversations import AgreementOutcome, ConversationState, Hat
from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.domain.people import Party
from wpl_desktop.domain.school_year import PeriodKind
from wpl_desktop.domain.talk_sheets import (
    Attendee,
    MinutesSheet,
    MonthSheet,
    PaperHead,
    PreparationSheet,
    SheetAgreement,
    SheetBand,
    SheetDue,
    SheetEarlier,
    SheetItem,
    SheetTalk,
    Signer,
    TalkFacts,
    WeekSheet,
)
from wpl_desktop.domain.trajectories import Role
from wpl_desktop.services import content

STARTS_AT = datetime(2026, 1, 26, 15, 45)  # noqa: DTZ001  (a wall clock has no zone)
MONDAY = date(2026, 1, 26)

PEOPLE = (
    Attendee(name="Yasmine El Idrissi", party=Party.STUDENT),
    Attendee(name="Griet Vanhaverbeke", party=Party.WORKPLACE, role=Role.SCHOOL_MENTOR),
    Attendee(name="Joëlle Mbuyi-Ilunga", party=Party.WORKPLACE, role=Role.CLASS_MENTOR),
    Attendee(name="Nadège Okonkwo-Maes", party=Party.INSTITUTE, role=Role.INSTITUTE_SUPERVISOR),
)
AGREEMENT = SheetAgreement(
    party=Party.INSTITUTE,
    owner="Nadège Okonkwo-Maes",
    text="Opgaven leertaken zes weken vooraf bezorgen",
    due_on=date(2026, 2, 16),
)


def head(language: str = "en", **values: Any) -> PaperHead:
    """What stands around a sheet of the demo."""
    defaults: dict[str, Any] = {
        "language": language,
        "demo": True,
        "document_number": "V-2526-S1-0126",
        "file_stem": "minutes_2025-26_S1_2026-01-26",
        "printed_at": datetime(2026, 1, 26, 8, 10),  # noqa: DTZ001
        "school_year": "2025-26",
        "words": content.words("", language),
    }
    return PaperHead(**{**defaults, **values})


def facts(**values: Any) -> TalkFacts:
    """A trialogue of round 2."""
    defaults: dict[str, Any] = {
        "student_name": "Yasmine El Idrissi",
        "second_script": "ياسمين الإدريسي",
        "programme": "BaLO",
        "phase": 3,
        "class_names": "L5",
        "workplace": "Basisschool De Vlinderboom",
        "workplace_address": "Antwerpen",
        "institute": "Hogeschool Scheldestad",
        "type_name": "Tussentijds trialooggesprek",
        "hat": Hat.EVALUATE,
        "round_number": 2,
        "starts_at": STARTS_AT,
        "minutes": 60,
        "place": "",
    }
    return TalkFacts(**{**defaults, **values})


ITEMS = (
    SheetItem(minutes=5, title="Welkom, doel en rollen"),
    SheetItem(minutes=10, title="De student licht het eigen beeld toe"),
    SheetItem(minutes=20, title="Drie perspectieven naast elkaar, grootste verschillen eerst"),
    SheetItem(minutes=10, title="Wat heeft de student nodig van werkplek en opleiding?"),
    SheetItem(minutes=10, title="Leervragen bijstellen en afspraken"),
    SheetItem(minutes=5, title="Afronden: reactie student, gezien, volgende datum"),
)


def minutes_sheet(language: str = "en", **values: Any) -> MinutesSheet:
    """A trialogue before it is held."""
    defaults: dict[str, Any] = {
        "head": head(language),
        "talk": facts(),
        "state": ConversationState.PLANNED,
        "not_held_cause": None,
        "started_at": None,
        "ended_at": None,
        "people": PEOPLE,
        "items": ITEMS,
        "has_notes": True,
        "summary": "",
        "in_group": False,
        "earlier": (),
        "made": (),
        "next_at": None,
        "only_seen": False,
        "signers": (
            Signer(name="Yasmine El Idrissi", party=Party.STUDENT),
            Signer(name="Griet Vanhaverbeke", party=Party.WORKPLACE, role=Role.SCHOOL_MENTOR, made_it=True),
            Signer(name="Nadège Okonkwo-Maes", party=Party.INSTITUTE, role=Role.INSTITUTE_SUPERVISOR),
        ),
    }
    return MinutesSheet(**{**defaults, **values})


def held_sheet(language: str = "en", **values: Any) -> MinutesSheet:
    """The same trialogue afterwards, with notes and agreements."""
    items = (replace(ITEMS[0], note="Iedereen kende de bedoeling."), *ITEMS[1:])
    defaults: dict[str, Any] = {
        "state": ConversationState.HELD,
        "started_at": datetime(2026, 1, 26, 15, 50),  # noqa: DTZ001
        "ended_at": datetime(2026, 1, 26, 16, 55),  # noqa: DTZ001
        "items": items,
        "summary": "Aandeel opleiding bij C6 benoemd.",
        "earlier": (
            SheetEarlier(
                agreement=SheetAgreement(
                    party=Party.STUDENT,
                    owner="Yasmine El Idrissi",
                    text="Hoogstens twee uur voorbereiding per les",
                    due_on=date(2025, 12, 4),
                ),
                outcome=AgreementOutcome.DONE,
            ),
        ),
        "made": (AGREEMENT,),
        "next_at": datetime(2026, 3, 12, 15, 45),  # noqa: DTZ001
    }
    return minutes_sheet(language, **{**defaults, **values})


def preparation_sheet(language: str = "en", **values: Any) -> PreparationSheet:
    """A trialogue to prepare."""
    defaults: dict[str, Any] = {
        "head": head(language, document_number="P-2526-S1-0126"),
        "talk": facts(),
        "people": PEOPLE,
        "items": ITEMS,
        "preparation": "Alle drie vullen jullie apart in, ten minste drie werkdagen vooraf.",
        "agreements": (AGREEMENT,),
    }
    return PreparationSheet(**{**defaults, **values})


def talk(**values: Any) -> SheetTalk:
    """A trialogue in an agenda."""
    defaults: dict[str, Any] = {
        "starts_at": STARTS_AT,
        "minutes": 60,
        "students": ("Yasmine El Idrissi",),
        "name": "Tussentijds trialooggesprek",
        "short_name": "trialoog",
        "hat": Hat.EVALUATE,
        "place": "",
        "state": ConversationState.PLANNED,
        "people": ("Joëlle Mbuyi-Ilunga", "Nadège Okonkwo-Maes"),
        "round_number": 2,
        "ready": (
            (Perspective.STUDENT, True),
            (Perspective.WORKPLACE, False),
            (Perspective.INSTITUTE, True),
        ),
    }
    return SheetTalk(**{**defaults, **values})


def coaching(days: float, student: str, **values: Any) -> SheetTalk:
    """A coaching talk so many days after Monday."""
    defaults: dict[str, Any] = {
        "starts_at": STARTS_AT + timedelta(days=days),
        "minutes": 30,
        "students": (student,),
        "name": "Wekelijks coachingsgesprek",
        "short_name": "coaching",
        "hat": Hat.COACH,
        "people": (),
        "round_number": None,
        "ready": (),
    }
    return talk(**{**defaults, **values})


BANDS = (
    SheetBand(
        kind=PeriodKind.EXAMS,
        name="Examenperiode hogeschool",
        starts_on=date(2026, 1, 5),
        ends_on=date(2026, 1, 31),
    ),
    SheetBand(
        kind=PeriodKind.TRIALOGUES,
        name="Trialogen ronde 2",
        starts_on=MONDAY,
        ends_on=date(2026, 2, 5),
    ),
)


def week_sheet(language: str = "en", **values: Any) -> WeekSheet:
    """A week with two trialogues, a coaching talk that was not held, and a concern talk in the next."""
    defaults: dict[str, Any] = {
        "head": head(language, document_number="A-2026-W05"),
        "owner_name": "Griet Vanhaverbeke",
        "workplace": "Basisschool De Vlinderboom",
        "monday": MONDAY,
        "bands": BANDS,
        "talks": (
            talk(),
            talk(starts_at=STARTS_AT + timedelta(days=1), students=("Łukasz Wójcik",)),
            coaching(3, "Nguyễn Thị Hạnh"),
        ),
        "next_week": (coaching(10, "Zoë Van den Broeck", name="gesprek", short_name="gesprek"),),
        "due": (SheetDue(student="Yasmine", agreement=replace(AGREEMENT, due_on=MONDAY)),),
    }
    return WeekSheet(**{**defaults, **values})


def month_sheet(language: str = "en", **values: Any) -> MonthSheet:
    """A month with a few talks."""
    defaults: dict[str, Any] = {
        "head": head(language, document_number="A-2026-01"),
        "owner_name": "Griet Vanhaverbeke",
        "workplace": "Basisschool De Vlinderboom",
        "first": date(2026, 1, 1),
        "bands": (
            SheetBand(
                kind=PeriodKind.HOLIDAY,
                name="Kerstvakantie",
                starts_on=date(2025, 12, 22),
                ends_on=date(2026, 1, 4),
            ),
            *BANDS,
        ),
        "talks": (talk(students=("Yasmine",)), coaching(3, "Hạnh")),
    }
    return MonthSheet(**{**defaults, **values})
