"""Start WPL Desktop with ``python -m wpl_desktop``."""

from wpl_desktop.app import main

raise SystemExit(main())
