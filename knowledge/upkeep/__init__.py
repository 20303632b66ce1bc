"""What maintainers need: checking, beginning, counting and covering the content of a pack."""
