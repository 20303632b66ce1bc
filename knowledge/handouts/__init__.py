"""Sheets to print and hand out: what is on one, in words already; PDF or HTML out; nothing here knows Telegram."""
