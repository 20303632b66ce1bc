"""Texts as every database can hold them."""


def storable(text: str) -> str:
    """Give a text with other characters for those that a database refuses: lone surrogates, and NUL."""
    return text.encode("utf-8", "replace").decode().replace("\0", "\N{REPLACEMENT CHARACTER}")
