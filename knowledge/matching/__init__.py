"""Question to scored entries: signals that each see something else, and one model that weighs them."""
