"""What is typed in the first run; kept in memory only, until the last step makes the profile."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from wpl_desktop.services import content, profiles

if TYPE_CHECKING:
    from wpl_desktop.services.profiles import NewProfile

Choice = Literal["new", "demo", "restore"]


@dataclass
class Answers:
    """The answers as typed; `role` is the value of a `Role`.

    `purpose` is None as long as nobody changed the text that is proposed: another language proposes another.
    """

    language: str
    choice: Choice = "new"
    vocabulary: str = field(default_factory=lambda: content.vocabularies()[0].key)
    device_confirmed: bool = False
    passphrase: str = ""
    repeated: str = ""
    recovery_code: str = field(default_factory=profiles.new_recovery_code)
    typed_code: str = ""
    owner_name: str = ""
    role: str = "school_mentor"
    workplace: str = ""
    workplace_address: str = ""
    controller: str = ""
    privacy_contact: str = ""
    purpose: str | None = None

    def proposed_purpose(self) -> str:
        """The purpose that is filled in beforehand."""
        return content.text("default_purpose", self.language)

    def new_profile(self) -> NewProfile:
        """The answers as the service takes them."""
        # Roles are declared with the tables, which need SQLAlchemy (trap 6).
        from wpl_desktop.domain.trajectories import Role

        return profiles.NewProfile(
            owner_name=self.owner_name,
            role=Role(self.role),
            workplace=self.workplace,
            workplace_address=self.workplace_address,
            controller=self.controller,
            privacy_contact=self.privacy_contact,
            purpose=self.proposed_purpose() if self.purpose is None else self.purpose,
            vocabulary=self.vocabulary,
            language=self.language,
            device_confirmed=self.device_confirmed,
        )
