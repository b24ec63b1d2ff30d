"""Profiles before and around opening: making, listing, unlocking, changing, backing up and putting back."""

import json
import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from tests import factory
from tests.factory import PASSPHRASE, RECOVERY_CODE, FixedClock, Pristine, new_profile
from wpl_desktop import paths
from wpl_desktop.domain.criteria import CriteriaSet, Criterion, Level, LevelText
from wpl_desktop.domain.errors import BackupUnusable, DomainError, NotAProfile, ProfileNewer, WrongPassphrase
from wpl_desktop.domain.profile import Profile
from wpl_desktop.domain.trajectories import Role
from wpl_desktop.paths import DATABASE_FILE, KEY_FILE
from wpl_desktop.services import content, making, profiles
from wpl_desktop.services.bundle import Services
from wpl_desktop.storage import key_file, vault


@pytest.fixture
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same key derivation with the least memory, where the cost is not what is tested."""
    monkeypatch.setattr(vault, "MEMORY_KIB", 64)
    monkeypatch.setattr(vault, "ITERATIONS", 1)


@pytest.mark.usefixtures("cheap")
class TestMaking:
    """A new profile."""

    def test_is_listed_and_opens_with_passphrase_and_code(self, tmp_path: Path) -> None:
        entry, services = factory.make_profile(tmp_path)
        services.close()
        assert (entry.owner, entry.place, entry.language, entry.demo, entry.trouble) == (
            "Griet Vanhaverbeke",
            "Basisschool De Vlinderboom",
            "nl",
            False,
            None,
        )
        assert profiles.profiles_in(tmp_path) == [entry]
        assert profiles.unlock(entry.folder, passphrase=PASSPHRASE) == services.key
        with pytest.raises(WrongPassphrase):
            profiles.unlock(entry.folder, passphrase="iets heel anders")

    def test_holds_the_shipped_criteria(self, tmp_path: Path) -> None:
        _, services = factory.make_profile(tmp_path)
        with services.database.reading() as session:
            counts = [
                session.scalars(select(func.count()).select_from(table)).one()
                for table in (CriteriaSet, Criterion, Level, LevelText)
            ]
        services.close()
        assert counts == [1, 9, 8, 72]

    @pytest.mark.parametrize(("confirmed", "moment"), [(True, FixedClock().now()), (False, None)])
    def test_p25_keeps_when_the_computer_was_confirmed(
        self, tmp_path: Path, confirmed: bool, moment: datetime | None
    ) -> None:
        _, services = factory.make_profile(tmp_path, device_confirmed=confirmed, demo=not confirmed)
        with services.database.reading() as session:
            assert session.scalars(select(Profile)).one().device_confirmed_at == moment
        services.close()

    @pytest.mark.parametrize(
        ("values", "code", "field"),
        [
            ({"owner_name": " "}, "name_missing", "owner_name"),
            ({"workplace": "\u202e"}, "name_missing", "workplace"),
            ({"device_confirmed": False}, "device_not_confirmed", "device_confirmed"),
        ],
    )
    def test_refusals_leave_nothing(
        self, tmp_path: Path, values: dict[str, Any], code: str, field: str
    ) -> None:
        with pytest.raises(DomainError) as refusal:
            factory.make_profile(tmp_path, **values)
        assert (refusal.value.code, refusal.value.field) == (code, field)
        assert list(tmp_path.rglob("*")) == []

    def test_a_short_passphrase_leaves_nothing(self, tmp_path: Path) -> None:
        with pytest.raises(DomainError, match="passphrase_short"):
            profiles.create_profile(
                tmp_path,
                new_profile(),
                passphrase="kort",
                recovery_code=RECOVERY_CODE,
                clock=FixedClock(),
            )
        assert list(tmp_path.rglob("*")) == []

    def test_an_error_half_way_removes_what_was_made(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def breaks(*_: object) -> None:
            raise RuntimeError("half-way")

        monkeypatch.setattr(making, "install_conversation_types", breaks)
        with pytest.raises(RuntimeError, match="half-way"):
            factory.make_profile(tmp_path)
        assert list((tmp_path / "profiles").iterdir()) == []

    @pytest.mark.parametrize("content_of_folder", [[DATABASE_FILE], [KEY_FILE], ["letter.txt"]])
    def test_a_folder_that_is_there_is_left_alone(self, tmp_path: Path, content_of_folder: list[str]) -> None:
        folder = tmp_path / "taken"
        folder.mkdir()
        for name in content_of_folder:
            (folder / name).write_text("somebody's", encoding="utf-8")
        with pytest.raises(Exception, match=r"EEXIST|profile_exists"):
            making.make_profile(
                folder,
                new_profile(),
                passphrase=PASSPHRASE,
                recovery_code=RECOVERY_CODE,
                profile_id="ab" * 16,
                clock=FixedClock(),
                backups=tmp_path / "backups",
            )
        assert sorted(file.name for file in folder.iterdir()) == content_of_folder

    def test_a_profile_is_not_made_twice_in_one_folder(self, pristine: Pristine, data_dir: Path) -> None:
        folder = pristine.copy_to(data_dir)
        with pytest.raises(DomainError, match="profile_exists"):
            making.make_profile(
                folder,
                new_profile(),
                passphrase=PASSPHRASE,
                recovery_code=RECOVERY_CODE,
                profile_id="ab" * 16,
                clock=FixedClock(),
                backups=data_dir / "backups",
            )
        pristine.open_in(data_dir).close()


class TestListing:
    """What the unlock window shows."""

    def test_nothing_in_a_new_folder(self, tmp_path: Path) -> None:
        assert profiles.profiles_in(tmp_path) == []
        assert list(tmp_path.iterdir()) == []

    def test_by_owner_and_with_what_is_in_the_way(self, pristine: Pristine, data_dir: Path) -> None:
        first = pristine.copy_to(data_dir)
        layout = paths.DataDir(data_dir)
        for name, owner in (("b", "adil Yılmaz"), ("c", "Zoë Maes")):
            folder = layout.profile(name)
            shutil.copytree(first, folder)
            label = key_file.label(folder)
            vault.relabel(folder, replace(label, owner=owner))
        layout.profile("newer").mkdir()
        newer = json.loads((first / KEY_FILE).read_text(encoding="utf-8")) | {"format": 99}
        (layout.profile("newer") / KEY_FILE).write_text(json.dumps(newer), encoding="utf-8")
        layout.profile("broken").mkdir()
        layout.profile(".work-123").mkdir()
        (layout.profiles / "letter.txt").write_text("not a profile", encoding="utf-8")
        entries = profiles.profiles_in(data_dir)
        assert [(entry.name, entry.owner, type(entry.trouble)) for entry in entries] == [
            ("broken", "", NotAProfile),
            ("newer", "", ProfileNewer),
            ("b", "adil Yılmaz", type(None)),
            (first.name, "Griet Vanhaverbeke", type(None)),
            ("c", "Zoë Maes", type(None)),
        ]


@pytest.mark.usefixtures("cheap")
class TestUnlocking:
    """Passphrases and codes."""

    def test_the_recovery_sheet_sets_a_new_passphrase(self, tmp_path: Path) -> None:
        entry, services = factory.make_profile(tmp_path)
        services.close()
        key = profiles.unlock_with_recovery_code(
            entry.folder, code=RECOVERY_CODE.lower(), new_passphrase="een nieuwe lange zin"
        )
        assert key == services.key == profiles.unlock(entry.folder, passphrase="een nieuwe lange zin")
        with pytest.raises(WrongPassphrase):
            profiles.unlock(entry.folder, passphrase=PASSPHRASE)

    @pytest.mark.parametrize(
        ("code", "passphrase", "refusal"),
        [
            ("ABCD", "een nieuwe lange zin", "wrong_recovery_code"),
            (RECOVERY_CODE, "kort", "passphrase_short"),
        ],
    )
    def test_a_refusal_keeps_the_old_passphrase(
        self, tmp_path: Path, code: str, passphrase: str, refusal: str
    ) -> None:
        entry, services = factory.make_profile(tmp_path)
        services.close()
        with pytest.raises(DomainError, match=refusal):
            profiles.unlock_with_recovery_code(entry.folder, code=code, new_passphrase=passphrase)
        assert profiles.unlock(entry.folder, passphrase=PASSPHRASE) == services.key

    @pytest.mark.parametrize(
        ("failures", "seconds"), [(0, 0), (1, 0), (2, 0), (3, 2), (4, 5), (5, 10), (6, 30), (7, 60), (99, 60)]
    )
    def test_the_wait_grows(self, failures: int, seconds: int) -> None:
        assert profiles.seconds_to_wait(failures) == seconds

    @pytest.mark.parametrize(
        ("typed", "same"),
        [
            (RECOVERY_CODE, True),
            (RECOVERY_CODE.lower().replace("-", " "), True),
            ("ABCD", False),
            ("", False),
        ],
    )
    def test_typing_the_code_back(self, typed: str, same: bool) -> None:
        assert profiles.is_same_code(typed, RECOVERY_CODE) is same
        assert not profiles.is_same_code(typed, profiles.new_recovery_code())

    @pytest.mark.parametrize(
        ("passphrase", "repeated", "code"),
        [
            (PASSPHRASE, PASSPHRASE, None),
            (PASSPHRASE, "een zin om te oefenen!", "passphrase_differs"),
            ("kort", "kort", "passphrase_short"),
        ],
    )
    def test_a_new_passphrase_is_typed_twice(self, passphrase: str, repeated: str, code: str | None) -> None:
        if code is None:
            profiles.check_passphrase(passphrase, repeated)
            return
        with pytest.raises(DomainError, match=code):
            profiles.check_passphrase(passphrase, repeated)


class TestProfile:
    """Whose it is and under whose responsibility (P01)."""

    def test_changes_are_kept_and_shown_at_the_lock(self, services: Services, data_dir: Path) -> None:
        values = services.profile.values()
        assert values.is_privacy_complete
        wanted = replace(
            values,
            owner_name="Mehmet Yıldız",
            role=Role.CLASS_MENTOR,
            workplace="Basisschool De Regenboog",
            language="en",
            vocabulary="care",
            idle_minutes=5,
            purpose="",
        )
        services.profile.change(wanted)
        assert services.profile.values() == wanted
        assert not services.profile.values().is_privacy_complete
        (entry,) = profiles.profiles_in(data_dir)
        assert (entry.owner, entry.place, entry.language) == (
            "Mehmet Yıldız",
            "Basisschool De Regenboog",
            "en",
        )
        assert profiles.unlock(entry.folder, passphrase=PASSPHRASE) == services.key

    @pytest.mark.parametrize("field", ["owner_name", "workplace"])
    def test_names_are_required(self, services: Services, field: str) -> None:
        before = services.profile.values()
        with pytest.raises(DomainError) as refusal:
            services.profile.change(replace(before, **{field: " "}))
        assert (refusal.value.code, refusal.value.field) == ("name_missing", field)
        assert services.profile.values() == before

    def test_the_mark_of_a_demo_stays(self, services: Services) -> None:
        """P30."""
        services.profile.change(replace(services.profile.values(), demo=True))
        assert not services.profile.values().demo

    @pytest.mark.parametrize("language", ["nl", "en"])
    def test_words_are_those_of_the_vocabulary(self, services: Services, language: str) -> None:
        assert services.profile.values().words(language) == content.words("education_be", language)
        assert content.words("unknown", language) == content.words("education_be", language)


class TestBackups:
    """Through the services, as window and command line do."""

    def test_a_round_trip(self, services: Services, data_dir: Path, pristine: Pristine) -> None:
        assert services.last_backup_at() is None
        factory.add_student(services)
        file = services.back_up()
        name = services.folder.name
        assert profiles.backups_of(data_dir, name) == [(services.last_backup_at(), file)]
        factory.add_student(services, name="Zoë Van den Broeck")
        services.close()
        entry = profiles.read_backup(file)
        assert (entry.name, entry.owner) == (name, "Griet Vanhaverbeke")
        assert entry.made_at == services.last_backup_at()
        restored, safety = profiles.put_back(data_dir, file, clock=FixedClock())
        assert restored.folder == services.folder
        assert safety == data_dir / "backups" / name / "before-restore-2026-01-22T153000"
        again = pristine.open_in(data_dir)
        assert [row.name for row in again.student_list.names()] == ["Łukasz Wójcik"]
        again.close()
        assert profiles.profiles_in(data_dir) == [restored]
        assert profiles.backups_of(data_dir, name) == [(services.last_backup_at(), file)]

    def test_what_is_no_back_up(self, data_dir: Path, tmp_path: Path) -> None:
        letter = tmp_path / "letter.wplbackup"
        letter.write_text("not a back-up", encoding="utf-8")
        with pytest.raises(BackupUnusable):
            profiles.read_backup(letter)
        with pytest.raises(BackupUnusable):
            profiles.put_back(data_dir, letter, clock=FixedClock())
        assert not data_dir.exists()
        assert profiles.backups_of(data_dir, "nobody") == []


def test_every_action_survives_closing(services: Services, pristine: Pristine, data_dir: Path) -> None:
    trajectory_id = factory.add_student(services)
    round_id = factory.add_round(services, trajectory_id)
    factory.score_all(services, round_id, comment="ziet het")
    before = services.reporting.evaluation_report(round_id, language="nl")
    services.close()
    again = pristine.open_in(data_dir)
    try:
        assert again.reporting.evaluation_report(round_id, language="nl") == before
        assert again.database.clock.now().tzinfo is UTC
    finally:
        again.close()


def test_the_key_is_never_written_out(services: Services) -> None:
    """A traceback or a log may show the bundle; the key must not be in it."""
    assert "key=" not in repr(services)
    assert repr(services.key) not in repr(services)
