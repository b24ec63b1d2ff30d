"""WPL Desktop: coaching and evaluating workplace learning, on paper and on a school laptop."""

__version__ = "0.1.0"
