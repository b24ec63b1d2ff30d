"""Files that are kept whole inside the encrypted database."""

from __future__ import annotations

import uuid

from sqlalchemy import select

from wpl_desktop.services.bundle import Services
from wpl_desktop.storage import kept
from wpl_desktop.storage.journal import journal_table


def test_the_last_one_under_a_name_is_kept_and_the_journal_does_not_hear(services: Services) -> None:
    now = services.clock.now()
    with services.database.transaction(undoable=False) as session:
        before = session.execute(select(journal_table.c.sequence)).all()
        kept.keep(session, "a/report/nl", b"first\x00\xff", at=now)
        kept.keep(session, "a/report/nl", b"second", at=now)
        kept.keep(session, "a/report/en", b"other", at=now)
    with services.database.reading() as session:
        assert kept.kept(session, "a/report/nl") == b"second"
        assert kept.kept(session, "a/report") is None
        assert kept.names(session, "a/") == ["a/report/en", "a/report/nl"]
        assert session.execute(select(journal_table.c.sequence)).all() == before


def test_signs_of_a_pattern_are_letters_in_a_prefix(services: Services) -> None:
    with services.database.transaction(undoable=False) as session:
        for name in ("a_b/1", "axb/2", "a%b/3"):
            kept.keep(session, name, b"", at=services.clock.now())
        assert kept.names(session, "a_b/") == ["a_b/1"]
        assert kept.names(session, "a%") == ["a%b/3"]


def test_what_is_forgotten_is_gone(services: Services) -> None:
    with services.database.transaction(undoable=False) as session:
        kept.keep(session, "a", b"something", at=services.clock.now())
        kept.forget(session, "a")
        kept.forget(session, "never there")
    with services.database.reading() as session:
        assert kept.kept(session, "a") is None


def test_everything_of_a_record_goes_at_once(services: Services) -> None:
    gone, stays = (uuid.UUID(int=number) for number in (1, 2))
    with services.database.transaction(undoable=False) as session:
        for name in (f"{gone}/report/nl", f"{gone}/draft/reveal", f"{stays}/report/nl", "criteria/1"):
            kept.keep(session, name, b"", at=services.clock.now())
        kept.forget_all_of(session, [gone, uuid.UUID(int=3)])
        assert kept.names(session, "") == [f"{stays}/report/nl", "criteria/1"]


def test_what_goes_wrong_keeps_nothing(services: Services) -> None:
    class StoppedError(Exception):
        """Something that goes wrong after keeping."""

    try:
        with services.database.transaction(undoable=False) as session:
            kept.keep(session, "a", b"half", at=services.clock.now())
            raise StoppedError
    except StoppedError:
        pass
    with services.database.reading() as session:
        assert kept.kept(session, "a") is None
