"""The parts of results that are made without Telegram."""

import pytest

from handlers.articles import entry_article, nothing_article, read_result_id, topic_article
from handlers.phrasebook import Phrases
from knowledge.languages import Language
from knowledge.library import Library

BOT = "animal_bot"


def test_ids_are_short_unique_and_can_be_read_back(library: Library, phrases: Phrases, language: Language) -> None:
    articles = [entry_article(library, phrases, entry, language, BOT) for entry in library.entries.values()]
    ids = [article.id for article in articles]
    ids += [topic_article(library, phrases, topic, language, BOT).id for topic in library.pack.topics]
    ids.append(nothing_article(phrases, language, BOT).id)
    assert len({*ids}) == len(ids)
    assert all(len(each.encode()) <= 64 for each in ids)
    assert [read_result_id(each) for each in ids[: len(articles)]] == [(language, name) for name in library.entries]


@pytest.mark.parametrize("result_id", ["", "nl", "nl:", ":bees", "de:bees", "🙂:x"])
def test_an_id_of_another_form_is_none_of_ours(result_id: str) -> None:
    assert read_result_id(result_id) is None


def test_a_topic_lists_its_questions_as_links(small_library: Library, phrases: Phrases, language: Language) -> None:
    topic = small_library.pack.topics[0]
    content = topic_article(small_library, phrases, topic, language, BOT).to_dict()["input_message_content"]
    assert content["message_text"].count(f'<a href="https://t.me/{BOT}?start=bees-') == 2
    assert "&lt;&amp; m" in content["message_text"]
