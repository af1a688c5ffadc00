"""Counts files by type into an SQLite database, with all processors."""

__version__ = "1.0.0"
