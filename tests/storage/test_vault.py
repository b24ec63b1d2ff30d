"""Whether the key file opens for whoever knows the secret, for nobody else, and survives anything (P18)."""

import json
import os
import subprocess
import sys
import time
import unicodedata
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from tests.factory import PASSPHRASE, RECOVERY_CODE, Pristine
from wpl_desktop.domain.errors import DomainError, NotAProfile, ProfileNewer, StorageFull, WrongPassphrase
from wpl_desktop.paths import KEY_FILE
from wpl_desktop.storage import key_file, vault

ROOT = Path(__file__).resolve().parents[2]
Change = Callable[[dict[str, Any]], object]


def label(**values: Any) -> key_file.ProfileLabel:
    defaults: dict[str, Any] = {
        "profile_id": uuid.uuid4().hex,
        "owner": "Griet Vanhaverbeke",
        "place": "De Vlinderboom",
        "language": "nl",
        "demo": False,
    }
    return key_file.ProfileLabel(**{**defaults, **values})


def made(folder: Path, *, passphrase: str = PASSPHRASE) -> bytes:
    """A new key file in a folder; gives the data key."""
    return vault.create(folder, passphrase=passphrase, recovery_code=RECOVERY_CODE, label=label())


def change_key_file(folder: Path, change: Change) -> None:
    file = folder / KEY_FILE
    values = json.loads(file.read_text(encoding="utf-8"))
    change(values)
    file.write_text(json.dumps(values), encoding="utf-8")


@pytest.fixture
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same key derivation with the least memory: what is tested here does not depend on the cost."""
    monkeypatch.setattr(vault, "MEMORY_KIB", 64)
    monkeypatch.setattr(vault, "ITERATIONS", 1)


def test_a_shipped_profile_pays_the_full_price(pristine: Pristine) -> None:
    slots = json.loads((pristine.folder / KEY_FILE).read_text(encoding="utf-8"))["slots"]
    assert [(slot["kind"], slot["kdf"]) for slot in slots] == [
        ("passphrase", "argon2id"),
        ("recovery", "argon2id"),
    ]
    assert {(slot["memory_kib"], slot["iterations"], slot["lanes"]) for slot in slots} == {(65536, 3, 4)}
    assert len({slot["salt"] for slot in slots} | {slot["nonce"] for slot in slots}) == 4
    assert vault.unlock(pristine.folder, passphrase=PASSPHRASE) == pristine.key


@pytest.mark.usefixtures("cheap")
class TestPassphrase:
    """What opens a key file and what does not."""

    @pytest.mark.parametrize(
        "passphrase",
        [
            "een zin om te oefenen",
            "  blanks at the ends count  ",
            "drieëndertig kippenéén",
            "كلمة المرور الطويلة",
            "🦋 vlinder onder de boom",
            "x" * 5000,
        ],
    )
    def test_the_right_one_opens(self, tmp_path: Path, passphrase: str) -> None:
        key = made(tmp_path, passphrase=passphrase)
        assert len(key) == 32
        assert vault.unlock(tmp_path, passphrase=passphrase) == key

    @pytest.mark.parametrize(
        "wrong",
        ["", "een zin om te oefene", "Een zin om te oefenen", " een zin om te oefenen", RECOVERY_CODE],
    )
    def test_a_wrong_one_is_refused_without_a_hint_and_changes_nothing(
        self, tmp_path: Path, wrong: str
    ) -> None:
        made(tmp_path)
        before = (tmp_path / KEY_FILE).read_bytes()
        with pytest.raises(WrongPassphrase) as refusal:
            vault.unlock(tmp_path, passphrase=wrong)
        assert (str(refusal.value), refusal.value.values) == ("wrong_passphrase", ())
        assert (tmp_path / KEY_FILE).read_bytes() == before

    def test_composed_and_decomposed_letters_are_the_same(self, tmp_path: Path) -> None:
        composed = unicodedata.normalize("NFC", "zoë zingt één lied")
        decomposed = unicodedata.normalize("NFD", composed)
        assert composed != decomposed
        key = made(tmp_path, passphrase=decomposed)
        assert vault.unlock(tmp_path, passphrase=composed) == key
        assert vault.unlock(tmp_path, passphrase=decomposed) == key

    def test_a_change_keeps_the_key_and_the_recovery_code(self, tmp_path: Path) -> None:
        key = made(tmp_path)
        vault.change_passphrase(tmp_path, key=key, passphrase="een heel andere zin")
        assert vault.unlock(tmp_path, passphrase="een heel andere zin") == key
        assert vault.unlock_with_recovery_code(tmp_path, code=RECOVERY_CODE) == key
        with pytest.raises(WrongPassphrase):
            vault.unlock(tmp_path, passphrase=PASSPHRASE)

    @pytest.mark.parametrize("short", ["", "elf tekens.", " " * 20, "  kort        "])
    def test_a_short_one_is_refused(self, tmp_path: Path, short: str) -> None:
        key = made(tmp_path)
        with pytest.raises(DomainError, match="passphrase_short"):
            vault.change_passphrase(tmp_path, key=key, passphrase=short)
        assert vault.unlock(tmp_path, passphrase=PASSPHRASE) == key

    def test_two_profiles_share_nothing(self, tmp_path: Path) -> None:
        assert made(tmp_path / "one") != made(tmp_path / "two")


@pytest.mark.usefixtures("cheap")
class TestRecoveryCode:
    """The code of the recovery sheet, as people type it."""

    @pytest.mark.parametrize(
        "typed",
        [
            "ABCD-EFGH-JKMN-PQRS-TVWX-YZ01",
            "abcd-efgh-jkmn-pqrs-tvwx-yz01",
            "ABCDEFGHJKMNPQRSTVWXYZ01",
            "  ABCD EFGH JKMN PQRS TVWX YZ01\n",
            "ABCD–EFGH–JKMN–PQRS–TVWX–YZ01",
            "ABCD-EFGH-JKMN-PQRS-TVWX-YZO1",
            "ABCD-EFGH-JKMN-PQRS-TVWX-YZ0I",
            "ABCD-EFGH-JKMN-PQRS-TVWX-YZol",
            "ABCD-EFGH-JKMN-PQRS-TUWX-YZ01",
        ],
    )
    def test_opens_however_it_is_written(self, tmp_path: Path, typed: str) -> None:
        assert made(tmp_path) == vault.unlock_with_recovery_code(tmp_path, code=typed)

    @pytest.mark.parametrize("wrong", ["", "ABCD", "ABCD-EFGH-JKMN-PQRS-TVWX-YZ02", PASSPHRASE])
    def test_a_wrong_one_is_refused(self, tmp_path: Path, wrong: str) -> None:
        made(tmp_path)
        with pytest.raises(DomainError) as refusal:
            vault.unlock_with_recovery_code(tmp_path, code=wrong)
        assert (refusal.value.code, refusal.value.field) == ("wrong_recovery_code", "recovery_code")

    def test_a_new_sheet_replaces_the_old_one_and_keeps_the_passphrase(self, tmp_path: Path) -> None:
        key = made(tmp_path)
        code = vault.new_recovery_code()
        vault.change_recovery_code(tmp_path, key=key, code=code)
        assert vault.unlock_with_recovery_code(tmp_path, code=code.lower()) == key
        assert vault.unlock(tmp_path, passphrase=PASSPHRASE) == key
        with pytest.raises(DomainError, match="wrong_recovery_code"):
            vault.unlock_with_recovery_code(tmp_path, code=RECOVERY_CODE)

    @pytest.mark.parametrize("code", ["", "ABCD-EFGH-JKMN-PQRS-TVWX-YZ0", f"{RECOVERY_CODE}-2345"])
    def test_a_new_one_of_another_length_is_refused(self, tmp_path: Path, code: str) -> None:
        key = made(tmp_path)
        before = (tmp_path / KEY_FILE).read_bytes()
        with pytest.raises(DomainError, match="wrong_recovery_code"):
            vault.change_recovery_code(tmp_path, key=key, code=code)
        assert (tmp_path / KEY_FILE).read_bytes() == before

    def test_a_new_one_is_long_readable_and_never_the_same(self) -> None:
        codes = {vault.new_recovery_code() for _ in range(50)}
        assert len(codes) == 50
        for code in codes:
            groups = code.split("-")
            assert [len(group) for group in groups] == [4] * 6
            assert set("".join(groups)) <= set(vault.RECOVERY_ALPHABET)
            assert vault.normal_recovery_code(code) == code.replace("-", "")


def first_slot(name: str, value: object) -> Change:
    return lambda values: values["slots"][0].__setitem__(name, value)


def without(name: str) -> Change:
    return lambda values: values["slots"][0].__delitem__(name)


BROKEN = {
    "another program": (lambda values: values.update(program="other"), NotAProfile),
    "no program": (lambda values: values.pop("program"), NotAProfile),
    "a format in words": (lambda values: values.update(format="1"), NotAProfile),
    "a newer format": (lambda values: values.update(format=2), ProfileNewer),
    "a newer format with unknown slots": (lambda values: values.update(format=9, slots={}), ProfileNewer),
    "no id": (lambda values: values.pop("profile_id"), NotAProfile),
    "an id that climbs": (lambda values: values.update(profile_id="../../evil"), NotAProfile),
    "an id with blanks": (lambda values: values.update(profile_id=" " * 20 + "a" * 12), NotAProfile),
    "an id in another style": (
        lambda values: values.update(profile_id=f"urn:uuid:{values['profile_id']}"),
        NotAProfile,
    ),
    "no slots": (lambda values: values.update(slots=[]), NotAProfile),
    "slots of another shape": (lambda values: values.update(slots={"passphrase": 1}), NotAProfile),
    "a slot of another shape": (lambda values: values.update(slots=["passphrase"]), NotAProfile),
    "a slot without a kind": (without("kind"), NotAProfile),
    "a slot without salt": (without("salt"), NotAProfile),
    "a slot without key": (without("wrapped"), NotAProfile),
    "salt that is no base64": (first_slot("salt", "é!"), NotAProfile),
    "salt that is a number": (first_slot("salt", 7), NotAProfile),
    "too little salt": (first_slot("salt", "AAAA"), NotAProfile),
    "an empty nonce": (first_slot("nonce", ""), NotAProfile),
    "another derivation": (first_slot("kdf", "scrypt"), NotAProfile),
    "too much memory": (first_slot("memory_kib", 1 << 30), NotAProfile),
    "too many rounds": (first_slot("iterations", 1_000_000), NotAProfile),
    "too many lanes": (first_slot("lanes", 4096), NotAProfile),
    "no memory": (first_slot("memory_kib", 0), NotAProfile),
    "negative rounds": (first_slot("iterations", -1), NotAProfile),
    "less memory than lanes need": (first_slot("memory_kib", 8), NotAProfile),
    "rounds in words": (first_slot("iterations", "3"), NotAProfile),
    "half a round": (first_slot("iterations", 1.5), NotAProfile),
    "a changed key": (
        lambda values: first_slot("wrapped", values["slots"][1]["wrapped"])(values),
        WrongPassphrase,
    ),
    "a key cut short": (first_slot("wrapped", "AAAA"), WrongPassphrase),
    "another profile's id": (lambda values: values.update(profile_id=uuid.uuid4().hex), WrongPassphrase),
    "the recovery slot only": (lambda values: values["slots"].pop(0), NotAProfile),
}


@pytest.mark.usefixtures("cheap")
class TestTampering:
    """A key file from elsewhere: refused in the right words, at once, and left alone."""

    @pytest.mark.parametrize(("change", "error"), BROKEN.values(), ids=BROKEN)
    def test_is_refused_quickly_and_left_alone(
        self, tmp_path: Path, change: Change, error: type[Exception]
    ) -> None:
        made(tmp_path)
        change_key_file(tmp_path, change)
        before = (tmp_path / KEY_FILE).read_bytes()
        started = time.perf_counter()
        with pytest.raises(error):
            vault.unlock(tmp_path, passphrase=PASSPHRASE)
        assert time.perf_counter() - started < 0.5
        assert (tmp_path / KEY_FILE).read_bytes() == before

    @pytest.mark.parametrize(
        "content",
        [b"", b"{", b"[]", b"null", b"\xff\xfe\x00", b"[" * 100_000, b'{"format": 1, "program": "wpl-desk'],
        ids=["empty", "half", "a list", "null", "no UTF-8", "nested", "cut short"],
    )
    def test_a_file_without_sense_is_no_profile(self, tmp_path: Path, content: bytes) -> None:
        (tmp_path / KEY_FILE).write_bytes(content)
        with pytest.raises(NotAProfile):
            key_file.label(tmp_path)

    def test_a_folder_without_key_file_is_no_profile(self, tmp_path: Path) -> None:
        with pytest.raises(NotAProfile):
            vault.unlock(tmp_path, passphrase=PASSPHRASE)

    def test_slots_do_not_move_to_another_profile(self, tmp_path: Path) -> None:
        made(tmp_path / "one")
        made(tmp_path / "two")
        foreign = json.loads((tmp_path / "one" / KEY_FILE).read_text(encoding="utf-8"))["slots"]
        change_key_file(tmp_path / "two", lambda values: values.update(slots=foreign))
        with pytest.raises(WrongPassphrase):
            vault.unlock(tmp_path / "two", passphrase=PASSPHRASE)

    def test_slots_do_not_change_their_kind(self, tmp_path: Path) -> None:
        made(tmp_path)
        change_key_file(
            tmp_path,
            lambda values: values.update(slots=[{**values["slots"][1], "kind": "passphrase"}]),
        )
        with pytest.raises(WrongPassphrase):
            vault.unlock(tmp_path, passphrase=RECOVERY_CODE.replace("-", ""))


@pytest.mark.usefixtures("cheap")
class TestWriting:
    """The key file is there completely or not at all."""

    def test_only_its_owner_may_read_it_and_it_shows_the_label_only(self, tmp_path: Path) -> None:
        key = made(tmp_path)
        file = tmp_path / KEY_FILE
        assert file.stat().st_mode & 0o777 == 0o600
        assert key.hex() not in file.read_text(encoding="utf-8")
        assert json.loads(file.read_text(encoding="utf-8")).keys() == {
            "format",
            "program",
            "profile_id",
            "owner",
            "place",
            "language",
            "demo",
            "slots",
        }

    def test_a_new_label_keeps_the_key(self, tmp_path: Path) -> None:
        key = made(tmp_path)
        old = key_file.label(tmp_path)
        vault.relabel(tmp_path, label(profile_id=old.profile_id, owner="Mehmet Yıldız", language="en"))
        assert (key_file.label(tmp_path).owner, key_file.label(tmp_path).language) == ("Mehmet Yıldız", "en")
        assert vault.unlock(tmp_path, passphrase=PASSPHRASE) == key

    def test_nothing_is_lost_when_a_key_and_a_label_are_written_at_the_same_time(
        self, tmp_path: Path
    ) -> None:
        """The window changes the label while a worker wraps a key."""
        key = made(tmp_path)
        old = key_file.label(tmp_path)
        phrases = [f"zin nummer {number} van tien" for number in range(10)]

        def change_all() -> None:
            for phrase in phrases:
                vault.change_passphrase(tmp_path, key=key, passphrase=phrase)
                assert vault.unlock(tmp_path, passphrase=phrase) == key

        with ThreadPoolExecutor(max_workers=1) as pool:
            changing = pool.submit(change_all)
            owners = 0
            while not changing.done():
                owners += 1
                vault.relabel(tmp_path, label(profile_id=old.profile_id, owner=f"Griet {owners}"))
                assert key_file.label(tmp_path).owner == f"Griet {owners}"
            changing.result()
        assert owners > 0
        assert vault.unlock(tmp_path, passphrase=phrases[-1]) == key

    def test_a_crash_between_writing_and_replacing_keeps_the_old_file(self, tmp_path: Path) -> None:
        key = made(tmp_path)
        before = (tmp_path / KEY_FILE).read_bytes()
        crash = (
            "import os, sys, pathlib\n"
            "from wpl_desktop.storage import vault\n"
            "pathlib.Path.replace = lambda *_: os._exit(9)\n"
            "vault.change_passphrase(pathlib.Path(sys.argv[1]), key=bytes(32), passphrase='een nieuwe lange zin')\n"
        )
        done = subprocess.run([sys.executable, "-c", crash, str(tmp_path)], cwd=ROOT, check=False)
        assert done.returncode == 9
        assert [file.name for file in tmp_path.iterdir() if file.suffix == ".part"] != []
        assert (tmp_path / KEY_FILE).read_bytes() == before
        assert vault.unlock(tmp_path, passphrase=PASSPHRASE) == key

    def test_an_error_while_replacing_leaves_the_old_file_and_no_rest(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        key = made(tmp_path)

        def full(descriptor: int) -> None:
            raise OSError(28, f"no space for {descriptor}")

        with monkeypatch.context() as patched:
            patched.setattr(os, "fsync", full)
            with pytest.raises(StorageFull):
                vault.change_passphrase(tmp_path, key=key, passphrase="een heel andere zin")
        assert [file.name for file in tmp_path.iterdir()] == [KEY_FILE]
        assert vault.unlock(tmp_path, passphrase=PASSPHRASE) == key
