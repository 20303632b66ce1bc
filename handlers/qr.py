"""Addresses as QR codes."""

from io import BytesIO

import segno

# In pixels: large enough for a projector, small enough to send.
_MODULE = 16


def qr_png(address: str) -> bytes:
    """Draw an address as a QR code that still reads when a sixth of it is hidden; give the PNG."""
    file = BytesIO()
    segno.make_qr(address, error="m").save(file, kind="png", scale=_MODULE, border=4)
    return file.getvalue()
