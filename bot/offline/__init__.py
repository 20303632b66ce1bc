"""A Telegram that lives in the process, as strict as the real one; the terminal chat and the tests run on it."""
