"""The bot's own sentences, a file per language."""
