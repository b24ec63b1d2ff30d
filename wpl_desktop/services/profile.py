"""The profile itself: whose it is, under whose responsibility, in which words and language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from wpl_desktop.domain.errors import DomainError, WrongPassphrase, refused
from wpl_desktop.domain.people import Organisation, Person, clean_name, required_name, suggested_call_name
from wpl_desktop.domain.profile import Profile
from wpl_desktop.domain.trajectories import Role
from wpl_desktop.services import content
from wpl_desktop.storage import key_file, vault
from wpl_desktop.storage.database import Database


@dataclass(frozen=True, kw_only=True)
class ProfileValues:
    """What may be changed of a profile; texts as typed. `idle_minutes` is when the window locks itself."""

    owner_name: str
    role: Role
    workplace: str
    workplace_address: str
    controller: str
    privacy_contact: str
    purpose: str
    vocabulary: str
    language: str
    idle_minutes: int
    demo: bool

    @property
    def is_privacy_complete(self) -> bool:
        """Whether controller, contact and purpose are known; without them reports carry a warning (P01)."""
        return all((self.controller, self.privacy_contact, self.purpose))

    def words(self, language: str | None = None) -> Mapping[str, str]:
        """The role and place words of this profile in its own language or another."""
        return content.words(self.vocabulary, language or self.language)


class ProfileService:
    """Reads and changes the one row that says whose profile this is."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def values(self) -> ProfileValues:
        """The profile as it stands."""
        with self._database.reading() as session:
            profile, owner, workplace = profile_rows(session)
            return ProfileValues(
                owner_name=owner.name,
                role=profile.owner_role,
                workplace=workplace.name,
                workplace_address=workplace.address,
                controller=profile.controller,
                privacy_contact=profile.privacy_contact,
                purpose=profile.purpose,
                vocabulary=profile.vocabulary,
                language=profile.language,
                idle_minutes=profile.idle_minutes,
                demo=profile.demo,
            )

    def change(self, values: ProfileValues, *, origin: object = None) -> None:
        """Change the profile; the mark of a demo stays what it is. Raises `DomainError` for a missing name."""
        owner_name = required_name(values.owner_name, field="owner_name")
        workplace_name = required_name(values.workplace, field="workplace")
        # The label on the key file changes along: there is nothing to take back halfway.
        with self._database.transaction(origin=origin, undoable=False) as session:
            profile, owner, workplace = profile_rows(session)
            owner.name = owner_name
            owner.call_name = owner.call_name or suggested_call_name(owner_name)
            workplace.name = workplace_name
            workplace.address = clean_name(values.workplace_address)
            profile.owner_role = values.role
            profile.controller = clean_name(values.controller)
            profile.privacy_contact = clean_name(values.privacy_contact)
            profile.purpose = values.purpose.strip()
            profile.vocabulary = values.vocabulary
            profile.language = values.language
            profile.idle_minutes = values.idle_minutes
        label = key_file.label(self._database.folder)
        wanted = replace(label, owner=owner_name, place=workplace_name, language=values.language)
        if wanted != label:
            vault.relabel(self._database.folder, wanted)

    def check_present_passphrase(self, present: str) -> None:
        """Refuse anything but the passphrase that opens this profile now (field `present`); takes 0.2 s.

        Raises `DomainError` also for a demo, whose passphrase is published and stays what it is (P30).
        """
        self._unlocked(present)

    def change_passphrase(self, *, present: str, new: str) -> None:
        """Have `new` open this profile instead of `present`; takes 0.4 s, so not on the thread of the window.

        The recovery code stays valid, and so does `present` for back-ups made before. Raises `DomainError` for a
        wrong `present` and a short `new` (fields of these names), and `StorageFull`.
        """
        try:
            vault.check_passphrase(new)
        except DomainError as error:
            raise DomainError(error.code, "new", error.values) from error
        vault.change_passphrase(self._database.folder, key=self._unlocked(present), passphrase=new)

    def change_recovery_code(self, *, present: str, code: str) -> None:
        """Have `code` open this profile instead of the code of the recovery sheet up to now; takes 0.4 s.

        The old code stays valid for back-ups made before. Raises as `change_passphrase`.
        """
        vault.change_recovery_code(self._database.folder, key=self._unlocked(present), code=code)

    def _unlocked(self, present: str) -> bytes:
        folder = self._database.folder
        if key_file.label(folder).demo:
            raise refused("demo_passphrase_fixed")
        try:
            return vault.unlock(folder, passphrase=present)
        except WrongPassphrase as error:
            raise refused("wrong_passphrase", field="present") from error


def profile_rows(session: Session) -> tuple[Profile, Person, Organisation]:
    """The profile with its owner and workplace."""
    row = session.execute(
        select(Profile, Person, Organisation)
        .join(Person, Person.id == Profile.owner_id)
        .join(Organisation, Organisation.id == Profile.workplace_id)
    ).one()
    return row[0], row[1], row[2]
