"""Whether a back-up is whole, encrypted and verified, and putting one back is all or nothing (P12, P18)."""

import hashlib
import json
import resource
import shutil
import zipfile
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests import factory
from tests.factory import FixedClock, Pristine
from wpl_desktop.domain.errors import (
    BackupUnusable,
    EnvironmentTrouble,
    ProfileDamaged,
    ProfileInUse,
    ProfileNewer,
    StorageFull,
)
from wpl_desktop.paths import DATABASE_FILE, KEY_FILE
from wpl_desktop.services.bundle import Services
from wpl_desktop.storage import backups
from wpl_desktop.storage.backups import Backup, to_keep

Change = Callable[[dict[str, bytes]], None]
NOON = datetime(2026, 1, 22, 12)  # noqa: DTZ001  (a wall clock has no zone)


def names(services: Services) -> list[str]:
    return [row.name for row in services.student_list.names()]


def content(folder: Path) -> dict[str, bytes]:
    """What a profile holds; the lock is no content."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file() and file.suffix != ".lock"
    }


def members(file: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def pack(file: Path, entries: dict[str, bytes]) -> None:
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in entries.items():
            archive.writestr(name, data)


def sealed(entries: dict[str, bytes]) -> None:
    """Make the check sums fit again, as somebody who means harm would."""
    manifest = json.loads(entries[backups.MANIFEST])
    manifest["sha256"] = {
        name: hashlib.sha256(entries[name]).hexdigest() for name in (DATABASE_FILE, KEY_FILE)
    }
    entries[backups.MANIFEST] = json.dumps(manifest).encode()


@pytest.fixture
def backup(services: Services) -> Path:
    """A back-up with one student; the profile then gets a second one and is closed."""
    factory.add_student(services, name="Yasmine El Idrissi")
    file = services.back_up()
    factory.add_student(services, name="Zoë Van den Broeck")
    services.close()
    return file


@pytest.fixture
def folder(services: Services) -> Path:
    """The folder of the profile."""
    return services.folder


@pytest.fixture
def safety(data_dir: Path) -> Path:
    """Where the old profile goes."""
    return data_dir / "safety"


class TestMaking:
    """One file, verified before it counts."""

    def test_holds_everything_and_opens_with_the_same_key(
        self, services: Services, backup: Path, tmp_path: Path, pristine: Pristine
    ) -> None:
        assert set(members(backup)) == {backups.MANIFEST, DATABASE_FILE, KEY_FILE}
        layout = tmp_path / "elsewhere" / "profiles"
        backups.put_back(backup, folder=layout / services.folder.name, safety=tmp_path / "unused")
        again = pristine.open_in(tmp_path / "elsewhere")
        try:
            assert names(again) == ["Yasmine El Idrissi"]
            again.check()
        finally:
            again.close()

    def test_has_a_date_for_a_name_and_is_its_owners(self, backup: Path, services: Services) -> None:
        assert backup.name == "2026-01-22T153000.wplbackup"
        assert backup.stat().st_mode & 0o077 == 0
        assert services.last_backup_at() == datetime(2026, 1, 22, 15, 30)  # noqa: DTZ001

    def test_leaves_no_work_behind(self, backup: Path) -> None:
        assert [file.name for file in backup.parent.iterdir()] == [backup.name]

    def test_shows_no_name_but_the_owners(self, backup: Path) -> None:
        whole = backup.read_bytes()
        assert b"Griet Vanhaverbeke" in whole
        assert b"Yasmine" not in whole
        assert "Yasmine".encode("utf-16-le") not in whole

    def test_is_of_the_open_profile_with_its_newest_commit(self, services: Services) -> None:
        """What is still in the write-ahead log is in the copy."""
        factory.add_student(services)
        log = services.folder / f"{DATABASE_FILE}-wal"
        assert log.stat().st_size > 0
        file = services.back_up()
        assert len(members(file)[DATABASE_FILE]) >= (services.folder / DATABASE_FILE).stat().st_size

    def test_a_damaged_profile_is_not_backed_up_over_a_good_one(
        self, services: Services, pristine: Pristine, data_dir: Path, tmp_path: Path
    ) -> None:
        target = tmp_path / "copy.wplbackup"
        services.back_up(target)
        good = target.read_bytes()
        services.close()
        file = services.folder / DATABASE_FILE
        damaged = bytearray(file.read_bytes())
        damaged[len(damaged) - 2000] ^= 1
        file.write_bytes(bytes(damaged))
        again = pristine.open_in(data_dir)
        with pytest.raises(ProfileDamaged):
            again.back_up(target)
        again.close()
        assert target.read_bytes() == good
        assert [found.name for found in target.parent.iterdir() if found.name.startswith(".work")] == []

    def test_a_full_disk_leaves_no_half_file(self, services: Services, tmp_path: Path) -> None:
        target = tmp_path / "stick" / "copy.wplbackup"
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
        try:
            with pytest.raises(StorageFull):
                services.back_up(target)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        assert list(target.parent.iterdir()) == []
        assert services.back_up(target) == target

    def test_the_label_is_read_without_a_passphrase(self, backup: Path) -> None:
        label, made_at = backups.read_label(backup)
        assert backups.file_name(made_at) == backup.name
        assert (label.owner, label.place, label.demo) == (
            "Griet Vanhaverbeke",
            "Basisschool De Vlinderboom",
            False,
        )


def drop(name: str) -> Change:
    return lambda entries: entries.__delitem__(name)


def flip(name: str) -> Change:
    def change(entries: dict[str, bytes]) -> None:
        data = bytearray(entries[name])
        data[len(data) // 2] ^= 1
        entries[name] = bytes(data)

    return change


def manifest(**values: Any) -> Change:
    def change(entries: dict[str, bytes]) -> None:
        entries[backups.MANIFEST] = json.dumps({**json.loads(entries[backups.MANIFEST]), **values}).encode()

    return change


def key_file(**values: Any) -> Change:
    def change(entries: dict[str, bytes]) -> None:
        entries[KEY_FILE] = json.dumps({**json.loads(entries[KEY_FILE]), **values}).encode()
        sealed(entries)

    return change


def whole(name: str, data: bytes) -> Change:
    def change(entries: dict[str, bytes]) -> None:
        entries[name] = data
        if name != backups.MANIFEST:
            sealed(entries)

    return change


CORRUPT = {
    "no manifest": (drop(backups.MANIFEST), BackupUnusable),
    "no database": (drop(DATABASE_FILE), BackupUnusable),
    "no key file": (drop(KEY_FILE), BackupUnusable),
    "a flipped bit in the database": (flip(DATABASE_FILE), BackupUnusable),
    "a flipped bit in the key file": (flip(KEY_FILE), BackupUnusable),
    "a flipped bit in the manifest": (flip(backups.MANIFEST), BackupUnusable),
    "a manifest in pieces": (whole(backups.MANIFEST, b"{"), BackupUnusable),
    "a manifest that is a list": (whole(backups.MANIFEST, b"[]"), BackupUnusable),
    "a manifest nested without end": (whole(backups.MANIFEST, b"[" * 100_000), BackupUnusable),
    "another program": (manifest(program="other"), BackupUnusable),
    "a format in words": (manifest(format="one"), BackupUnusable),
    "a newer format": (manifest(format=2), ProfileNewer),
    "a newer revision": (manifest(revision="9999"), ProfileNewer),
    "no check sums": (manifest(sha256={}), BackupUnusable),
    "a key file of nothing": (whole(KEY_FILE, b"{}"), BackupUnusable),
    "a key file in pieces": (whole(KEY_FILE, b"{"), BackupUnusable),
    "a newer key file": (key_file(format=7), ProfileNewer),
    "an id that climbs": (key_file(profile_id="../../../evil"), BackupUnusable),
    "an id that is no id of ours": (key_file(profile_id=" " * 20 + "a" * 12), BackupUnusable),
}


class TestRefusing:
    """A back-up that is not whole replaces nothing."""

    @pytest.mark.parametrize(("change", "error"), CORRUPT.values(), ids=CORRUPT)
    def test_a_corrupt_one(
        self, backup: Path, folder: Path, safety: Path, change: Change, error: type[EnvironmentTrouble]
    ) -> None:
        entries = members(backup)
        change(entries)
        pack(backup, entries)
        before = content(folder)
        with pytest.raises(error):
            backups.read_label(backup)
        with pytest.raises(error):
            backups.put_back(backup, folder=folder, safety=safety)
        assert content(folder) == before
        assert not safety.exists()

    def test_the_same_one_unchanged_is_accepted(self, backup: Path, folder: Path, safety: Path) -> None:
        """The control: packing it again is not what is refused."""
        pack(backup, members(backup))
        assert backups.put_back(backup, folder=folder, safety=safety) == safety

    @pytest.mark.parametrize("part", [0.0, 0.1, 0.5, 0.9, 0.999])
    def test_one_that_was_cut_short(self, backup: Path, folder: Path, safety: Path, part: float) -> None:
        data = backup.read_bytes()
        backup.write_bytes(data[: int(len(data) * part)])
        before = content(folder)
        with pytest.raises(BackupUnusable):
            backups.put_back(backup, folder=folder, safety=safety)
        assert content(folder) == before

    def test_one_with_packed_noise(self, backup: Path, folder: Path, safety: Path) -> None:
        """An entry that says it is deflated but is not, and one that says it is encrypted."""
        with zipfile.ZipFile(backup) as archive:
            offsets = [info.header_offset for info in archive.infolist()]
        for field, value in ((8, b"\x08\x00"), (6, b"\x01\x00")):
            data = bytearray(backup.read_bytes())
            data[offsets[0] + field : offsets[0] + field + 2] = value
            central = data.rfind(b"PK\x01\x02", 0, data.rfind(b"PK\x05\x06"))
            while central >= 0:
                data[central + field + 2 : central + field + 4] = value
                central = data.rfind(b"PK\x01\x02", 0, central)
            hostile = backup.with_name("hostile.wplbackup")
            hostile.write_bytes(bytes(data))
            with pytest.raises(BackupUnusable):
                backups.put_back(hostile, folder=folder, safety=safety)
        assert folder.is_dir()

    def test_what_is_no_file(self, tmp_path: Path, folder: Path, safety: Path) -> None:
        for missing in (tmp_path / "nothing.wplbackup", tmp_path):
            with pytest.raises(BackupUnusable):
                backups.read_label(missing)
            with pytest.raises(BackupUnusable):
                backups.put_back(missing, folder=folder, safety=safety)

    def test_strangers_in_the_archive_reach_no_folder(
        self, backup: Path, folder: Path, safety: Path, tmp_path: Path
    ) -> None:
        entries = members(backup)
        pack(backup, {**entries, "../../evil.txt": b"evil", "/evil.txt": b"evil", "more/key.json": b"evil"})
        backups.put_back(backup, folder=folder, safety=safety)
        assert {file.name for file in folder.iterdir()} == {DATABASE_FILE, KEY_FILE}
        assert list(tmp_path.rglob("evil*")) == []
        assert not Path("/evil.txt").exists()


class TestPuttingBack:
    """All or nothing, with the old profile kept aside."""

    def test_swaps_and_keeps_what_was_there(
        self, backup: Path, folder: Path, safety: Path, pristine: Pristine, data_dir: Path
    ) -> None:
        before = content(folder)
        assert backups.put_back(backup, folder=folder, safety=safety) == safety
        assert content(safety) == before
        again = pristine.open_in(data_dir)
        try:
            assert names(again) == ["Yasmine El Idrissi"]
        finally:
            again.close()
        assert (folder / DATABASE_FILE).stat().st_mode & 0o077 == 0
        assert [found.name for found in folder.parent.iterdir()] == [folder.name]

    def test_needs_nothing_to_be_there(self, backup: Path, tmp_path: Path) -> None:
        target = tmp_path / "new" / "profiles" / "one"
        assert backups.put_back(backup, folder=target, safety=tmp_path / "unused") is None
        assert set(content(target)) == {DATABASE_FILE, KEY_FILE}
        assert not (tmp_path / "unused").exists()

    def test_refused_while_the_profile_is_open(
        self, backup: Path, folder: Path, safety: Path, pristine: Pristine, data_dir: Path
    ) -> None:
        again = pristine.open_in(data_dir)
        try:
            with pytest.raises(ProfileInUse):
                backups.put_back(backup, folder=folder, safety=safety)
            assert names(again) == ["Yasmine El Idrissi", "Zoë Van den Broeck"]
            factory.add_student(again)
        finally:
            again.close()
        assert not safety.exists()
        assert [found.name for found in folder.parent.iterdir()] == [folder.name]

    @pytest.mark.parametrize("step", ["moving the old one aside", "moving the new one in"])
    def test_a_step_that_fails_takes_everything_back(
        self, backup: Path, folder: Path, safety: Path, monkeypatch: pytest.MonkeyPatch, step: str
    ) -> None:
        before = content(folder)

        def fails(*_: object) -> None:
            raise OSError(28, "no space")

        with monkeypatch.context() as patched:
            if step == "moving the new one in":
                patched.setattr(Path, "replace", fails)
            else:
                patched.setattr(shutil, "move", fails)
            with pytest.raises(StorageFull):
                backups.put_back(backup, folder=folder, safety=safety)
        assert content(folder) == before
        assert not safety.exists()
        assert [found.name for found in folder.parent.iterdir()] == [folder.name]

    def test_a_second_time_within_a_second_keeps_both_old_ones(
        self, backup: Path, folder: Path, safety: Path
    ) -> None:
        first = content(folder)
        backups.put_back(backup, folder=folder, safety=safety)
        second = content(folder)
        other = backups.put_back(backup, folder=folder, safety=safety)
        assert other is not None
        assert other != safety
        assert (content(safety), content(other)) == (first, second)


def at(*moments: str) -> list[Backup]:
    """Back-ups made at `moments`, written day month hour, in 2026."""
    return [
        Backup(made_at=made_at, file=Path(moment))
        for moment in moments
        for made_at in [datetime.strptime(f"2026 {moment}", "%Y %d/%m %H")]  # noqa: DTZ007
    ]


class TestKeeping:
    """The newest of each of the last days and weeks that have one. 5 January 2026 is a Monday."""

    @pytest.mark.parametrize(
        ("made", "days", "weeks", "kept"),
        [
            ([], 2, 2, []),
            (["5/1 09"], 2, 2, ["5/1 09"]),
            (["5/1 09", "5/1 12", "5/1 17"], 2, 2, ["5/1 17"]),
            (["5/1 09", "6/1 09", "7/1 09"], 2, 1, ["7/1 09", "6/1 09"]),
            (["5/1 09", "6/1 09", "12/1 09", "13/1 09"], 1, 2, ["13/1 09", "6/1 09"]),
            (["5/1 09", "12/1 09", "19/1 09"], 1, 2, ["19/1 09", "12/1 09"]),
            (["5/1 09", "12/1 09", "19/1 09"], 1, 3, ["19/1 09", "12/1 09", "5/1 09"]),
            (["2/3 09", "5/1 09"], 2, 1, ["2/3 09", "5/1 09"]),
            (["4/1 23", "5/1 00"], 1, 2, ["5/1 00", "4/1 23"]),
            (["5/1 09", "6/1 09"], 0, 1, ["6/1 09"]),
            (["5/1 09", "6/1 09"], 1, 0, ["6/1 09"]),
        ],
    )
    def test_by_day_and_week(self, made: list[str], days: int, weeks: int, kept: list[str]) -> None:
        assert [str(backup.file) for backup in to_keep(at(*made), days=days, weeks=weeks)] == kept

    def test_days_and_weeks_are_those_that_have_one(self) -> None:
        """Somebody who was ill for a month keeps what there was before."""
        made = at(*(f"{day}/1 09" for day in range(5, 25)))
        assert len(to_keep(made)) == 14

    def test_the_order_in_which_they_come_does_not_matter(self) -> None:
        made = at("5/1 09", "5/1 17", "6/1 09", "12/1 09", "2/2 10")
        assert to_keep(made, days=2, weeks=3) == to_keep(made[::-1], days=2, weeks=3)

    def test_a_year_of_daily_back_ups_leaves_a_handful(
        self, services: Services, clock: FixedClock, data_dir: Path
    ) -> None:
        folder = data_dir / "year"
        folder.mkdir(parents=True)
        strangers = {"notes.txt", "photo.wplbackup", "2026-13-01T000000.wplbackup"}
        for stranger in strangers:
            (folder / stranger).write_text("not ours", encoding="utf-8")
        for day in range(365):
            (folder / backups.file_name(NOON + timedelta(days=day))).touch()
        backups.prune(folder)
        kept = backups.existing(folder)
        newest = NOON + timedelta(days=364)
        assert [backup.made_at for backup in kept[:14]] == [newest - timedelta(days=day) for day in range(14)]
        assert len(kept) == 14 + 12 - 3
        assert {file.name for file in folder.iterdir()} - {backup.file.name for backup in kept} == strangers

    def test_own_ones_are_pruned_and_others_left(
        self, services: Services, clock: FixedClock, tmp_path: Path
    ) -> None:
        first = services.back_up()
        elsewhere = services.back_up(tmp_path / "elsewhere.wplbackup")
        clock.pass_time(hours=1)
        second = services.back_up()
        assert not first.exists()
        assert second.exists()
        assert elsewhere.exists()
        assert services.last_backup_at() == clock.local()
