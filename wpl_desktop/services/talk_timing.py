"""Keeps how long a talk was at each line of its agenda, past the journal: it is no content and no step to undo."""

from __future__ import annotations

import json
import uuid
from datetime import datetime
from typing import Any, cast

from sqlalchemy.orm import Session

from wpl_desktop.domain.talk_timing import TalkTiming
from wpl_desktop.storage import kept


def kept_timing(session: Session, conversation_id: uuid.UUID) -> TalkTiming | None:
    """What was kept of a talk that is going on; None when nothing is."""
    data = kept.kept(session, _name(conversation_id))
    return None if data is None else _read(data)


def keep_timing(session: Session, conversation_id: uuid.UUID, timing: TalkTiming) -> None:
    """Keep the timing of a talk in the place of what was kept before."""
    values = {
        "seen_at": timing.seen_at.isoformat(),
        "running": timing.running,
        "at": timing.at,
        "seconds": {str(line): round(seconds, 1) for line, seconds in timing.seconds.items()},
    }
    kept.keep(session, _name(conversation_id), json.dumps(values).encode(), at=timing.seen_at)


def forget_timing(session: Session, conversation_id: uuid.UUID) -> None:
    """Let go of the timing of a talk that is over: how long each line took is nobody's business later."""
    kept.forget(session, _name(conversation_id))


def _read(data: bytes) -> TalkTiming:
    values = cast("dict[str, Any]", json.loads(data))
    return TalkTiming(
        seen_at=datetime.fromisoformat(values["seen_at"]),
        running=values["running"],
        at=values["at"],
        seconds={int(line): seconds for line, seconds in values["seconds"].items()},
    )


def _name(conversation_id: uuid.UUID) -> str:
    return f"{conversation_id}/timing"
