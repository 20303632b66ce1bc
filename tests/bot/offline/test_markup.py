"""Telegram's HTML, read and refused."""

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.offline.markup import parse_html, utf16_length
from bot.offline.refusals import RefusedError

# Everything that Python can hold, lone surrogates too.
ANY_TEXT = st.text(st.characters(exclude_categories=()))

TAGS = [
    ("<b>{}</b>", "bold"),
    ("<STRONG>{}</STRONG>", "bold"),
    ("<i>{}</i>", "italic"),
    ("<em>{}</em>", "italic"),
    ("<u>{}</u>", "underline"),
    ("<ins>{}</ins>", "underline"),
    ("<s>{}</s>", "strikethrough"),
    ("<strike>{}</strike>", "strikethrough"),
    ("<del>{}</del>", "strikethrough"),
    ("<tg-spoiler>{}</tg-spoiler>", "spoiler"),
    ('<span class="tg-spoiler">{}</span>', "spoiler"),
    ('<a href="https://example.org">{}</a>', "text_link"),
    ('<tg-emoji emoji-id="5368324170671202286">{}</tg-emoji>', "custom_emoji"),
    ("<code>{}</code>", "code"),
    ("<pre>{}</pre>", "pre"),
    ("<blockquote>{}</blockquote>", "blockquote"),
    ("<blockquote expandable>{}</blockquote>", "expandable_blockquote"),
]
UNSUPPORTED = [
    "<p>x</p>",
    "<br>",
    "<h1>x</h1>",
    "<script>x</script>",
    "<img src='x'>",
    "<!-- x -->",
    "<?x?>",
    "<é>x</é>",
]
UNBALANCED = ["<b>x", "x</b>", "x</ b>", "x</3>", "<b>x</i>", "<b><i>x</b></i>", "<b>x</b></b>", "<b>x</>", "<u>x</u"]
WRONG_ATTRIBUTES = [
    "<b class='x'>x</b>",
    "<a>x</a>",
    "<a href='https://x.org' id='1'>x</a>",
    "<blockquote cite='x'>x</blockquote>",
]
LOOSE = ["1 < 2", "<", "a<", "<3", "R&D", "&", "a & b", "&nbsp;", "&copy;", "&amp", "&#;", "&#x;", "&#xZZ;"]


@pytest.mark.parametrize(("html", "kind"), TAGS)
def test_every_supported_tag_gives_its_entity(html: str, kind: str) -> None:
    parsed = parse_html("😀" + html.format("社会 &lt;x&gt;") + "!")
    assert parsed.text == "😀社会 <x>!"
    [entity] = parsed.entities
    assert (entity["type"], entity["offset"], entity["length"]) == (kind, 2, 6)


@given(ANY_TEXT)
def test_escaped_text_comes_back_as_it_was(text: str) -> None:
    parsed = parse_html(escape(text))
    assert parsed.text == text
    assert parsed.entities == []


@given(st.lists(st.tuples(st.text(), st.text(min_size=1)), max_size=8))
def test_offsets_count_units_of_utf_16(parts: list[tuple[str, str]]) -> None:
    parsed = parse_html("".join(f"{escape(plain)}<b>{escape(bold)}</b>" for plain, bold in parts))
    units = parsed.text.encode("utf-16-le")
    spans = [units[2 * mark["offset"] :][: 2 * mark["length"]].decode("utf-16-le") for mark in parsed.entities]
    assert spans == [bold for _, bold in parts]


@given(ANY_TEXT | st.text("<>&;/abi#x1= \"'!-?"))
def test_whatever_comes_is_read_or_refused(html: str) -> None:
    reason = ""
    try:
        parse_html(html)
    except RefusedError as refused:
        reason = refused.description
    assert reason.startswith("Bad Request: can't parse entities: ") or not reason


@pytest.mark.parametrize("html", [*UNSUPPORTED, *UNBALANCED, *WRONG_ATTRIBUTES, *LOOSE])
def test_what_telegram_can_not_parse_is_refused(html: str) -> None:
    with pytest.raises(RefusedError, match="can't parse entities"):
        parse_html(html)


@pytest.mark.parametrize(
    "html",
    [
        "<span>x</span>",
        '<span class="x">x</span>',
        "<tg-emoji>x</tg-emoji>",
        '<tg-emoji emoji-id="x">x</tg-emoji>',
        "x <b",
        "x <b class",
        "x</b",
        "x</>",
        "<b/>x",
    ],
)
def test_what_telegram_refuses_besides_is_refused(html: str) -> None:
    with pytest.raises(RefusedError):
        parse_html(html)


def test_an_endless_character_number_is_refused() -> None:
    with pytest.raises(RefusedError):
        parse_html(f"&#{'1' * 5000};")


def test_tags_nest_and_an_empty_one_leaves_nothing() -> None:
    parsed = parse_html('<b>a<i>b<a href="https://x.org/?a=1&amp;b=2">c</a></i></b><u></u>')
    assert parsed.text == "abc"
    assert sorted((mark["type"], mark["offset"], mark["length"]) for mark in parsed.entities) == [
        ("bold", 0, 3),
        ("italic", 1, 2),
        ("text_link", 2, 1),
    ]
    assert [mark["url"] for mark in parsed.entities if "url" in mark] == ["https://x.org/?a=1&b=2"]


@pytest.mark.parametrize("kind", ["blockquote", "blockquote expandable"])
def test_a_quotation_in_a_quotation_is_refused(kind: str) -> None:
    with pytest.raises(RefusedError, match="a quotation stands in a quotation"):
        parse_html(f"<{kind}>a<b><blockquote>b</blockquote></b></blockquote>")


def test_entities_come_in_the_order_of_the_text_and_the_outer_one_first() -> None:
    parsed = parse_html("<blockquote expandable><b>a</b> b</blockquote><i><u>c</u></i>")
    assert [mark["type"] for mark in parsed.entities] == ["expandable_blockquote", "bold", "italic", "underline"]


@pytest.mark.parametrize(
    ("html", "text"), [("&lt;&gt;&amp;&quot;", '<>&"'), ("&#39;&#x1F600;", "'😀"), ("a > b", "a > b")]
)
def test_the_four_names_and_all_numbers_are_characters(html: str, text: str) -> None:
    assert parse_html(html).text == text


@pytest.mark.parametrize(
    ("text", "units"), [("", 0), ("é", 1), ("社会", 2), ("😀", 2), ("👨\u200d👩", 5), ("\ud83d", 1)]
)
def test_length_is_counted_in_units_of_utf_16(text: str, units: int) -> None:
    assert utf16_length(text) == units
