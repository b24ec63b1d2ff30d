"""Whose profile this is and under whose responsibility: owner, controller, purpose, words, device (P01, P25)."""

from __future__ import annotations

import uuid
from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from wpl_desktop.domain.base import Record
from wpl_desktop.domain.trajectories import Role

VOCABULARIES = ("education_be", "education_nl", "care")


class Profile(Record):
    """The one row that says whose profile this is.

    `controller` is the school board, `privacy_contact` its contact or DPO, `purpose` why data are kept (P01).
    `device_confirmed_at` is when the user confirmed that this computer may hold student data (P25).
    `criteria_set_id` is the version of the criteria that new trajectories get; None: the newest. `feedback_labels` are
    the owner's own words for the four G's of feedback; none: the usual ones. `reminder_minutes` is how long before a
    talk one is reminded of it; 0: never.
    """

    __tablename__ = "profile"

    owner_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("people.id"))
    owner_role: Mapped[Role]
    workplace_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("organisations.id"))
    controller: Mapped[str] = mapped_column(default="")
    privacy_contact: Mapped[str] = mapped_column(default="")
    purpose: Mapped[str] = mapped_column(default="")
    vocabulary: Mapped[str] = mapped_column(default=VOCABULARIES[0])
    language: Mapped[str] = mapped_column(default="nl")
    idle_minutes: Mapped[int] = mapped_column(default=10)
    demo: Mapped[bool] = mapped_column(default=False)
    device_confirmed_at: Mapped[datetime | None] = mapped_column(default=None)
    criteria_set_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("criteria_sets.id"), default=None)
    feedback_labels: Mapped[list[str]] = mapped_column(default_factory=list[str])
    reminder_minutes: Mapped[int] = mapped_column(default=15)
