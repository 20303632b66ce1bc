"""Lessons on a pack: routes through its parts, questions in a row, a story in scenes."""
