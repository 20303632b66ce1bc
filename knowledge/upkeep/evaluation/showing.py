"""What the table and the picture have in common: texts of strangers made safe to look at, shares in words."""

# Longer texts are cut: what a question is about shows in its beginning.
LONGEST = 160


def shown(text: str, longest: int = LONGEST) -> str:
    """Give a text on one line, what can't be seen as its number, cut to `longest` characters."""
    flat = " ".join(text.split())
    cut = flat if len(flat) <= longest else flat[: longest - 1] + "…"
    return "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in cut)


def share(number: float | None) -> str:
    """Give a share (0 to 1) as it is read in tables: `.72`, `1.00`; a dash where there is none."""
    return "-" if number is None else f"{number:.2f}".removeprefix("0")
