"""The demo profile: a school year of fictional people, moved to the present (P30)."""

from wpl_desktop.services.demo.making import demo_entry, make_demo, remove_demo, remove_demos

__all__ = ["demo_entry", "make_demo", "remove_demo", "remove_demos"]
