"""The files of an empty pack."""
