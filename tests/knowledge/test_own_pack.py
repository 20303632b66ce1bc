"""The pack that comes with the bot: as much of everything as was promised."""

from collections import Counter

import pytest

from knowledge.languages import LANGUAGES, Language
from knowledge.library import Library
from knowledge.text import words


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Language:
    """Each language in turn."""
    code: Language = request.param
    return code


def test_there_are_eighteen_distinctions_each_with_an_entry_that_leads_to_it(library: Library) -> None:
    assert len(library.distinctions) == 18
    first = {library.distinctions_of(entry)[0].id for entry in library.entries if library.distinctions_of(entry)}
    assert first == set(library.distinctions)


def test_there_are_sixty_quiz_questions_and_many_of_the_kinds_that_teach_distinctions(library: Library) -> None:
    kinds = Counter(question.kind for question in library.quiz.values())
    assert kinds.total() >= 60
    assert kinds["which-of-three"] + kinds["what-status"] >= 25
    assert min(kinds["which-of-three"], kinds["what-status"]) > 0


def test_a_quiz_question_fits_a_poll_as_telegram_counts(library: Library, language: Language) -> None:
    for question in library.quiz.values():
        text = question.texts[language]
        assert 1 <= utf16_units(text.question) <= 300
        assert 2 <= len(text.options) <= 10
        assert all(1 <= utf16_units(option) <= 100 for option in text.options)
        assert 1 <= utf16_units(text.explanation) <= 200
        assert text.explanation.count("\n") <= 2
        assert 0 <= question.correct < len(text.options)
        assert len({tuple(words(option)) for option in text.options}) == len(text.options)


def test_a_quiz_question_has_as_many_options_in_each_language(library: Library) -> None:
    for question in library.quiz.values():
        assert len({len(text.options) for text in question.texts.values()}) == 1, question.id


def test_no_quiz_question_is_asked_twice(library: Library, language: Language) -> None:
    asked = Counter(tuple(words(question.texts[language].question)) for question in library.quiz.values())
    assert [question for question, times in asked.items() if times > 1] == []


def test_a_class_has_two_questions_on_every_topic(library: Library, language: Language) -> None:
    assert [topic.id for topic in library.pack.topics if len(library.discussion.get(topic.id, ())) < 2] == []
    questions = [question.texts[language].question for topic in library.discussion.values() for question in topic]
    assert len(set(questions)) == len(questions)


def test_an_entry_is_asked_for_in_twenty_five_ways(library: Library, language: Language) -> None:
    few = [
        entry.id
        for entry in library.entries.values()
        if len({tuple(words(phrasing)) for phrasing in entry.texts[language].phrasings}) < 25
    ]
    assert few == []


def test_there_are_three_hundred_examples_of_what_is_not_ours(library: Library, language: Language) -> None:
    examples = library.not_ours[language]
    assert len({tuple(words(example)) for example in examples.all}) >= 300
    assert min(map(len, (examples.near, examples.far, examples.hostile))) > 0


def test_what_is_not_ours_is_no_phrasing_of_an_entry(library: Library, language: Language) -> None:
    ours = {
        tuple(words(phrasing)) for entry in library.entries.values() for phrasing in entry.texts[language].phrasings
    }
    assert [example for example in library.not_ours[language].all if tuple(words(example)) in ours] == []


def utf16_units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
