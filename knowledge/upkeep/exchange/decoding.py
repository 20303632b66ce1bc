"""Text of files that other programs wrote."""

import codecs

from knowledge.upkeep.exchange.items import UnreadableFileError


def decoded(content: bytes) -> str:
    """Give the text of a file in UTF-8, or in UTF-16 with its mark.

    Raises:
        UnreadableFileError: it is in neither.
    """
    encoding = "utf-16" if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        msg = f"line {line} is not UTF-8: save the file as UTF-8 and import it again"
        raise UnreadableFileError(msg) from None
