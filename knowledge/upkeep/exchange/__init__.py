"""Entries out to other programs' files and back in: nothing is lost that a file can hold, and what it can't is told."""
