"""drafter: past reports and a profile of figures become an official yearly report, and lint proves it."""

__version__ = "0.1.0"
