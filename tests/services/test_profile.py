"""Whether the passphrase and the recovery sheet of an open profile can be changed, and only by who knows (P18)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.factory import PASSPHRASE, RECOVERY_CODE, make_services
from wpl_desktop.domain.errors import DomainError
from wpl_desktop.paths import KEY_FILE, DataDir
from wpl_desktop.services import profiles
from wpl_desktop.services.bundle import Services
from wpl_desktop.storage import vault

NEW = "vier gele fietsen in de gang"
NEW_CODE = "2345-6789-ABCD-EFGH-JKMN-PQRS"


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """New keys are derived with the least memory: what is tested here does not depend on the cost."""
    monkeypatch.setattr(vault, "MEMORY_KIB", 64)
    monkeypatch.setattr(vault, "ITERATIONS", 1)


def key_file(services: Services) -> bytes:
    return (services.folder / KEY_FILE).read_bytes()


def test_a_new_passphrase_opens_instead_of_the_old_one(services: Services) -> None:
    services.profile.change_passphrase(present=PASSPHRASE, new=NEW)
    assert profiles.unlock(services.folder, passphrase=NEW) == services.key
    with pytest.raises(DomainError, match="wrong_passphrase"):
        profiles.unlock(services.folder, passphrase=PASSPHRASE)
    assert vault.unlock_with_recovery_code(services.folder, code=RECOVERY_CODE) == services.key


@pytest.mark.parametrize(
    ("present", "new", "code", "field"),
    [
        (PASSPHRASE + ".", NEW, "wrong_passphrase", "present"),
        ("", NEW, "wrong_passphrase", "present"),
        (RECOVERY_CODE, NEW, "wrong_passphrase", "present"),
        (PASSPHRASE, "te kort", "passphrase_short", "new"),
    ],
)
def test_a_refused_passphrase_changes_nothing(
    services: Services, present: str, new: str, code: str, field: str
) -> None:
    before = key_file(services)
    with pytest.raises(DomainError) as refusal:
        services.profile.change_passphrase(present=present, new=new)
    assert (refusal.value.code, refusal.value.field) == (code, field)
    assert key_file(services) == before


def test_a_new_code_opens_instead_of_the_old_one(services: Services) -> None:
    services.profile.check_present_passphrase(PASSPHRASE)
    services.profile.change_recovery_code(present=PASSPHRASE, code=NEW_CODE)
    key = profiles.unlock_with_recovery_code(services.folder, code=NEW_CODE, new_passphrase=NEW)
    assert key == services.key
    with pytest.raises(DomainError, match="wrong_recovery_code"):
        profiles.unlock_with_recovery_code(services.folder, code=RECOVERY_CODE, new_passphrase=NEW)


def test_a_new_code_needs_the_passphrase(services: Services) -> None:
    before = key_file(services)
    with pytest.raises(DomainError) as refusal:
        services.profile.check_present_passphrase(NEW)
    assert (refusal.value.code, refusal.value.field) == ("wrong_passphrase", "present")
    with pytest.raises(DomainError, match="wrong_passphrase"):
        services.profile.change_recovery_code(present=NEW, code=NEW_CODE)
    assert key_file(services) == before


def test_the_demo_keeps_its_published_passphrase(tmp_path: Path) -> None:
    """P30."""
    services = make_services(tmp_path, demo=True)
    before = key_file(services)
    try:
        with pytest.raises(DomainError, match="demo_passphrase_fixed"):
            services.profile.change_passphrase(present=PASSPHRASE, new=NEW)
        with pytest.raises(DomainError, match="demo_passphrase_fixed"):
            services.profile.change_recovery_code(present=PASSPHRASE, code=NEW_CODE)
        assert key_file(services) == before
    finally:
        services.close()


def test_a_backup_from_before_keeps_its_own_passphrase_and_code(services: Services, data_dir: Path) -> None:
    """What the page says of older back-ups is true."""
    file = services.back_up()
    services.profile.change_passphrase(present=PASSPHRASE, new=NEW)
    services.profile.change_recovery_code(present=NEW, code=NEW_CODE)
    key, clock = services.key, services.database.clock
    services.close()
    entry, _safety = profiles.put_back(data_dir, file, clock=clock)
    assert profiles.unlock(entry.folder, passphrase=PASSPHRASE) == key
    assert vault.unlock_with_recovery_code(entry.folder, code=RECOVERY_CODE) == key


def test_the_key_file_is_left_alone_when_its_label_stays(services: Services) -> None:
    before = (services.folder / KEY_FILE).stat()
    services.profile.change(
        replace(services.profile.values(), controller="Schoolbestuur Zuid", idle_minutes=5)
    )
    after = (services.folder / KEY_FILE).stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_the_data_folder_is_found_around_the_profile(services: Services, data_dir: Path) -> None:
    assert DataDir.around(services.folder) == DataDir(data_dir)


def test_a_backup_elsewhere_is_named_after_the_moment_and_nobody(services: Services) -> None:
    assert services.proposed_backup_name() == "2026-01-22T153000.wplbackup"
    assert services.backups_kept() == (14, 12)
