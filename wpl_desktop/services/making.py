"""How a new profile is made: key file, empty database, shipped criteria and conversation types, first row."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from wpl_desktop.domain.clock import Clock
from wpl_desktop.domain.conversations import AgendaTemplateItem, ConversationType, Hat
from wpl_desktop.domain.errors import refused
from wpl_desktop.domain.people import (
    Organisation,
    OrganisationKind,
    Party,
    Person,
    clean_name,
    required_name,
    suggested_call_name,
    suggested_sort_name,
)
from wpl_desktop.domain.profile import Profile
from wpl_desktop.paths import DATABASE_FILE, is_profile
from wpl_desktop.services import content
from wpl_desktop.services.bundle import Services, open_services
from wpl_desktop.services.criteria_rows import install_criteria
from wpl_desktop.services.profile_entries import NewProfile
from wpl_desktop.storage import vault
from wpl_desktop.storage.database import trouble_with_file
from wpl_desktop.storage.key_file import ProfileLabel


def make_profile(
    folder: Path,
    new: NewProfile,
    *,
    passphrase: str,
    recovery_code: str,
    profile_id: str,
    clock: Clock,
    backups: Path,
) -> Services:
    """Make the profile in `folder` and open it; removes what was half made when anything fails."""
    owner = required_name(new.owner_name, field="owner_name")
    workplace = required_name(new.workplace, field="workplace")
    if not new.demo:
        vault.check_passphrase(passphrase)
        if not new.device_confirmed:
            raise refused("device_not_confirmed", field="device_confirmed")
    if is_profile(folder):
        raise refused("profile_exists")
    label = ProfileLabel(
        profile_id=profile_id, owner=owner, place=workplace, language=new.language, demo=new.demo
    )
    try:
        folder.mkdir(parents=True, mode=0o700)
    except OSError as error:
        # Whatever is in the way is not ours to remove.
        raise trouble_with_file(error) from error
    try:
        key = vault.create(folder, passphrase=passphrase, recovery_code=recovery_code, label=label)
        (folder / DATABASE_FILE).touch(mode=0o600)
        services = open_services(folder, key, clock=clock, backups=backups, fresh=True)
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise trouble_with_file(error) from error
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    try:
        with services.database.transaction(undoable=False) as session:
            install_criteria(session, content.shipped("criteria"))
            install_conversation_types(session, content.shipped("conversation_types"))
            _add_profile(session, new, owner=owner, workplace=workplace, clock=clock)
    except BaseException:
        services.close()
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return services


def _add_profile(session: Session, new: NewProfile, *, owner: str, workplace: str, clock: Clock) -> None:
    school = Organisation(
        kind=OrganisationKind.WORKPLACE, name=workplace, address=clean_name(new.workplace_address)
    )
    session.add(school)
    session.flush()
    person = Person(
        name=owner,
        call_name=suggested_call_name(owner),
        sort_name=suggested_sort_name(owner, netherlands=new.vocabulary == "education_nl"),
        party=Party.WORKPLACE,
        organisation_id=school.id,
    )
    session.add(person)
    session.flush()
    session.add(
        Profile(
            owner_id=person.id,
            owner_role=new.role,
            workplace_id=school.id,
            controller=clean_name(new.controller),
            privacy_contact=clean_name(new.privacy_contact),
            purpose=new.purpose.strip(),
            vocabulary=new.vocabulary,
            language=new.language,
            demo=new.demo,
            device_confirmed_at=clock.now() if new.device_confirmed else None,
        )
    )


def install_conversation_types(session: Session, data: Mapping[str, Any]) -> None:
    """Copy the conversation types (the shape of conversation_types.json) into the tables, where they are frozen."""
    for position, values in enumerate(data["types"], start=1):
        conversation_type = ConversationType(
            key=values["key"],
            edition=data["version"],
            position=position,
            name=values["name"],
            short_name=values["short_name"],
            minutes=values["minutes"],
            hat=Hat(values["hat"]),
            participants=values["participants"],
            occasion=values["when"],
            method=values["method"],
            preparation=values["preparation"],
            discreet=values["discreet"],
        )
        session.add(conversation_type)
        session.flush()
        session.add_all(
            AgendaTemplateItem(
                type_id=conversation_type.id,
                position=number,
                minutes=item["minutes"],
                title=item["title"],
                wellbeing=item.get("wellbeing", False),
            )
            for number, item in enumerate(values["agenda"], start=1)
        )
    session.flush()
