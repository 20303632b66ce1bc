"""The typeface, and what it has no sign for."""

import pytest

from knowledge.drawing.fonts import UndrawableError, Weight, check_drawable, font
from knowledge.library import Library


@pytest.mark.parametrize("weight", Weight)
@pytest.mark.parametrize("text", ["éèëïöüçñ ÀÉÎ ij", "“quoted” ‘so’ – and — …", "€ · × ≥ 1,5 %", "a\nb\tc"])  # noqa: RUF001
def test_accents_and_quotation_marks_have_signs(weight: Weight, text: str) -> None:
    check_drawable(text, weight)


@pytest.mark.parametrize(("text", "code"), [("社", "793E"), ("ok 🙂", "1F642"), ("\ud83d", "D83D")])
def test_what_has_no_sign_is_said(text: str, code: str) -> None:
    with pytest.raises(UndrawableError, match=code):
        check_drawable(text, Weight.REGULAR)


def test_the_weights_differ() -> None:
    widths = [font(weight, 40).getlength("Nuance") for weight in Weight]
    assert widths == sorted(set(widths))


def test_everything_in_the_own_pack_can_be_drawn(library: Library) -> None:
    assert library.map
    for code in library.pack.languages:
        texts = [library.map.texts[code].model_dump_json()]
        texts += [node.texts[code].model_dump_json() for node in library.map.nodes.values()]
        texts += [link.texts[code] for link in library.map.links]
        texts += [card.texts[code].model_dump_json() for card in library.distinctions.values()]
        for weight in Weight:
            check_drawable("".join(texts), weight)
