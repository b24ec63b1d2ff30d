"""All tables of a profile, gathered in one metadata."""

from wpl_desktop.domain import (
    conversations,
    criteria,
    evaluations,
    finalising,
    growth_plans,
    people,
    phrases,
    profile,
    school_year,
    series,
    suggestions,
    trajectories,
)
from wpl_desktop.domain.base import Base
from wpl_desktop.storage import journal, kept, search

MODULES = (
    conversations,
    criteria,
    evaluations,
    finalising,
    growth_plans,
    people,
    phrases,
    profile,
    school_year,
    series,
    suggestions,
    trajectories,
    journal,
    kept,
    search,
)

metadata = Base.metadata
