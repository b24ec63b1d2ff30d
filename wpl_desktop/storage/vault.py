"""The lock on a profile: a random data key, wrapped under the passphrase and again under the recovery code (P18)."""

from __future__ import annotations

import base64
import errno
import json
import os
import secrets
import threading
import unicodedata
from pathlib import Path
from typing import Any

from wpl_desktop.domain.errors import NotAProfile, StorageFull, WrongPassphrase, refused
from wpl_desktop.paths import KEY_FILE
from wpl_desktop.storage import key_file
from wpl_desktop.storage.key_file import SHORTEST_PASSPHRASE, ProfileLabel

KEY_BYTES = 32
SALT_BYTES = 16
NONCE_BYTES = 12

MEMORY_KIB = 64 * 1024
ITERATIONS = 3
LANES = 4
#: Crockford's alphabet: no I, L, O and U, so that a code survives handwriting.
RECOVERY_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
RECOVERY_GROUPS = 6
RECOVERY_GROUP_LENGTH = 4
_LOOKS_LIKE = str.maketrans({"I": "1", "L": "1", "O": "0", "U": "V"})

#: Held from reading the key file to replacing it: a worker wraps a key while the window changes the label.
_rewriting = threading.Lock()


def new_recovery_code() -> str:
    """A code of 6 × 4 characters (120 bits) for the recovery sheet, groups joined by hyphens."""
    return "-".join(
        "".join(secrets.choice(RECOVERY_ALPHABET) for _ in range(RECOVERY_GROUP_LENGTH))
        for _ in range(RECOVERY_GROUPS)
    )


def normal_recovery_code(typed: str) -> str:
    """A typed code without blanks and hyphens, in capitals, with look-alikes read as what is meant."""
    return "".join(character for character in typed.upper() if character.isalnum()).translate(_LOOKS_LIKE)


def check_passphrase(passphrase: str) -> None:
    """Refuse a passphrase that is too short to keep anything (`passphrase_short`)."""
    if len(passphrase.strip()) < SHORTEST_PASSPHRASE:
        raise refused("passphrase_short", field="passphrase", fewest=SHORTEST_PASSPHRASE)


def create(folder: Path, *, passphrase: str, recovery_code: str, label: ProfileLabel) -> bytes:
    """Write a new key file into `folder` and give its random data key (32 bytes)."""
    key = secrets.token_bytes(KEY_BYTES)
    _write(
        folder,
        {
            "format": key_file.FORMAT,
            "program": key_file.PROGRAM,
            **_label_values(label),
            "slots": [
                _wrap(
                    key, secret=_passphrase_bytes(passphrase), kind="passphrase", profile_id=label.profile_id
                ),
                _wrap(
                    key, secret=_recovery_bytes(recovery_code), kind="recovery", profile_id=label.profile_id
                ),
            ],
        },
    )
    return key


def unlock(folder: Path, *, passphrase: str) -> bytes:
    """The data key (32 bytes). Raises `WrongPassphrase`, `NotAProfile` or `ProfileNewer`; changes nothing."""
    return _unwrap(key_file.read(folder), secret=_passphrase_bytes(passphrase), kind="passphrase")


def unlock_with_recovery_code(folder: Path, *, code: str) -> bytes:
    """The data key (32 bytes) by the code of the recovery sheet; raises as `unlock`."""
    try:
        return _unwrap(key_file.read(folder), secret=_recovery_bytes(code), kind="recovery")
    except WrongPassphrase as error:
        raise refused("wrong_recovery_code", field="recovery_code") from error


def change_passphrase(folder: Path, *, key: bytes, passphrase: str) -> None:
    """Wrap the same data key under a new passphrase; the recovery code stays."""
    check_passphrase(passphrase)
    _replace_slot(folder, key=key, secret=_passphrase_bytes(passphrase), kind="passphrase")


def change_recovery_code(folder: Path, *, key: bytes, code: str) -> None:
    """Wrap the same data key under a new recovery code, after which the old one opens nothing; the passphrase stays.

    Raises `wrong_recovery_code` for a code of another length than `new_recovery_code` gives.
    """
    if len(normal_recovery_code(code)) != RECOVERY_GROUPS * RECOVERY_GROUP_LENGTH:
        raise refused("wrong_recovery_code", field="recovery_code")
    _replace_slot(folder, key=key, secret=_recovery_bytes(code), kind="recovery")


def relabel(folder: Path, label: ProfileLabel) -> None:
    """Change what the unlock window shows; the wrapped keys stay."""
    with _rewriting:
        _write(folder, {**key_file.read(folder), **_label_values(label)})


def _replace_slot(folder: Path, *, key: bytes, secret: bytes, kind: str) -> None:
    """Put the data key under another secret of one kind; the slots of the other kind stay."""
    # The derivation takes its time on purpose; whoever else wants the file need not wait for it.
    slot = _wrap(key, secret=secret, kind=kind, profile_id=str(key_file.read(folder)["profile_id"]))
    with _rewriting:
        values = key_file.read(folder)
        others = [other for other in key_file.slots(values) if other["kind"] != kind]
        _write(folder, {**values, "slots": [*others, slot]})


def _label_values(profile_label: ProfileLabel) -> dict[str, Any]:
    return {
        "profile_id": profile_label.profile_id,
        "owner": profile_label.owner,
        "place": profile_label.place,
        "language": profile_label.language,
        "demo": profile_label.demo,
    }


def _passphrase_bytes(passphrase: str) -> bytes:
    # The same letters typed on another keyboard may arrive decomposed.
    return unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")


def _recovery_bytes(code: str) -> bytes:
    return normal_recovery_code(code).encode("utf-8", "surrogatepass")


def _derive(secret: bytes, slot: dict[str, Any]) -> bytes:
    # Labels are read before the first window is painted; what opens a lock is not needed for that.
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    derivation = Argon2id(
        salt=key_file.decoded(slot["salt"]),
        length=KEY_BYTES,
        iterations=slot["iterations"],
        lanes=slot["lanes"],
        memory_cost=slot["memory_kib"],
    )
    return derivation.derive(secret)


def _bound_to(profile_id: str, kind: str) -> bytes:
    """What a wrapped key is bound to, so that slots cannot be carried to another profile."""
    return f"{key_file.PROGRAM}/{key_file.FORMAT}/{profile_id}/{kind}".encode()


def _wrap(key: bytes, *, secret: bytes, kind: str, profile_id: str) -> dict[str, Any]:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    slot: dict[str, Any] = {
        "kind": kind,
        "kdf": "argon2id",
        "memory_kib": MEMORY_KIB,
        "iterations": ITERATIONS,
        "lanes": LANES,
        "salt": _encode(secrets.token_bytes(SALT_BYTES)),
        "nonce": _encode(secrets.token_bytes(NONCE_BYTES)),
    }
    wrapped = AESGCM(_derive(secret, slot)).encrypt(
        key_file.decoded(slot["nonce"]), key, _bound_to(profile_id, kind)
    )
    return {**slot, "wrapped": _encode(wrapped)}


def _unwrap(values: dict[str, Any], *, secret: bytes, kind: str) -> bytes:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    for slot in key_file.slots(values):
        if slot["kind"] == kind:
            try:
                return AESGCM(_derive(secret, slot)).decrypt(
                    key_file.decoded(slot["nonce"]),
                    key_file.decoded(slot["wrapped"]),
                    _bound_to(str(values["profile_id"]), kind),
                )
            except InvalidTag as error:
                raise WrongPassphrase from error
            except ValueError as error:
                raise NotAProfile(detail="slot") from error
    raise NotAProfile(detail=f"no {kind} slot")


def _encode(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _write(folder: Path, values: dict[str, Any]) -> None:
    """Replace the key file as a whole: a half-written one would lock everybody out. Raises `StorageFull`."""
    try:
        write_whole(folder / KEY_FILE, json.dumps(values, ensure_ascii=False, indent=1).encode("utf-8"))
    except OSError as error:
        raise StorageFull(detail=errno.errorcode.get(error.errno or 0, "OSError")) from error


def write_whole(target: Path, data: bytes) -> None:
    """Write a file so that it is there completely or not at all, readable by its owner only."""
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    temporary = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    try:
        descriptor = os.open(
            temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600
        )
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)
