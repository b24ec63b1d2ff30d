"""All tables of a profile, gathered in one metadata."""

from wpl_desktop.domain import conversations, criteria, evaluations, people, profile, trajectories
from wpl_desktop.domain.base import Base
from wpl_desktop.storage import journal, search

MODULES = (conversations, criteria, evaluations, people, profile, trajectories, journal, search)

metadata = Base.metadata
