"""Messages, made ready to be shown."""

from typing import Any

from bot.web.bubbles import Button, bubble, offers
from bot.web.rooms import Shown

BOT = {"id": 1, "is_bot": True}
POLL = {
    "id": "7",
    "question": "Which is <it>?",
    "options": [{"text": "this"}, {"text": "that"}],
    "is_closed": False,
    "type": "quiz",
    "allows_multiple_answers": False,
    "correct_option_ids": [1],
    "explanation": "because",
    "explanation_entities": [],
}


def shown(**content: Any) -> Shown:
    return Shown({"message_id": 5, "from": BOT} | content, 3, mine=False)


def keyboard(*rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"inline_keyboard": [*rows]}


def test_buttons_that_only_telegram_can_follow_are_left_out() -> None:
    tapped, linked = {"text": "tap", "callback_data": "e:nl:x"}, {"text": "read", "url": "https://example.org"}
    left_out = [
        {"text": "share", "url": "https://t.me/share/url?url=x"},
        {"text": "person", "url": "tg://user?id=1"},
        {"text": "inline", "switch_inline_query": ""},
    ]
    made = bubble(shown(text="x", reply_markup=keyboard([tapped, linked], left_out)))
    assert made.rows == ((Button("tap", data="e:nl:x"), Button("read", address="https://example.org")),)


def test_a_message_offers_what_stands_under_it_and_nothing_else() -> None:
    message = shown(text="x", reply_markup=keyboard([{"text": "tap", "callback_data": "e:nl:x"}])).message
    assert offers(message, "e:nl:x")
    assert not offers(message, "e:nl:y")
    assert not offers(shown(text="x").message, "e:nl:x")


def test_what_a_person_typed_is_shown_as_they_typed_it() -> None:
    message = {"message_id": 5, "from": {"is_bot": False}, "text": "<b>/help</b>", "entities": [{"type": "bold"}]}
    made = bubble(Shown(message, 1, mine=True))
    assert "<b>" not in made.words
    assert "&lt;b&gt;" in made.words


def test_a_picture_has_its_words_under_it_and_the_size_of_the_largest() -> None:
    sizes = [{"file_id": "s", "width": 9, "height": 16}, {"file_id": "l", "width": 90, "height": 160}]
    made = bubble(shown(photo=sizes, caption="told", caption_entities=[{"type": "bold", "offset": 0, "length": 4}]))
    assert made.picture is not None
    assert (made.picture.id, made.picture.width, made.picture.height) == ("l", 90, 160)
    assert made.words == "<strong>told</strong>"


def test_a_file_is_named() -> None:
    assert bubble(shown(document={"file_id": "f", "file_name": "handout.pdf"})).file == ("f", "handout.pdf")


def test_a_quiz_tells_what_is_right_only_after_the_vote() -> None:
    before, after = bubble(shown(poll=POLL)).ballot, bubble(shown(poll=POLL), [0]).ballot
    assert before is not None
    assert after is not None
    assert "&lt;it&gt;" in before.question
    assert [(option.chosen, option.right) for option in before.options] == [(False, False)] * 2
    assert not before.explanation
    assert [(option.chosen, option.right) for option in after.options] == [(True, False), (False, True)]
    assert after.explanation == "because"
