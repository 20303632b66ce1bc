"""Names of test cases whose parameters are too long or too odd to be names."""


def short(value: object) -> str:
    """Name a parameter by how it begins."""
    return ascii(value)[:24]
