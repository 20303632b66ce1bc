"""Runs it: settings, databases, sockets, and the wiring of the parts."""
