"""Pictures of what the base explains: content and words in, PNG out; nothing here knows Telegram."""
