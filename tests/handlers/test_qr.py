"""QR codes: what is drawn is the address, large enough and with a quiet zone around it."""

from io import BytesIO

import segno
from PIL import Image

from handlers.qr import qr_png

ADDRESS = "https://t.me/nuance_offline_bot?start=k-BCDFGH"


def test_the_picture_shows_the_code_of_the_address() -> None:
    with Image.open(BytesIO(qr_png(ADDRESS))) as opened:
        image = opened.convert("L")
    matrix = segno.make_qr(ADDRESS, error="m").matrix
    module = image.width // (len(matrix) + 8)
    for y, row in enumerate(matrix):
        for x, dark in enumerate(row):
            pixel = image.getpixel(((x + 4) * module + module // 2, (y + 4) * module + module // 2))
            assert pixel == (0 if dark else 255)
    assert image.getpixel((module * 3, module * 3)) == 255
    assert min(image.size) >= 400
