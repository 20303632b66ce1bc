"""What came of answers to quiz questions: how many were right, and what to read again."""

from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.library import Library
from knowledge.quizzes import QuizQuestion


@dataclass(frozen=True, slots=True)
class Score:
    """How many of the questions that were answered were right; `again` are distinctions and entries to look at."""

    right: int
    answered: int
    again: tuple[str, ...]


def score(library: Library, answers: Mapping[str, int]) -> Score:
    """Count the answers, by question, to questions that the pack still has."""
    known = [(library.quiz[name], option) for name, option in answers.items() if name in library.quiz]
    wrong = [(question, option) for question, option in known if option != question.correct]
    again = dict.fromkeys(mistake(library, question, option) for question, option in wrong)
    return Score(len(known) - len(wrong), len(known), tuple(again))


def mistake(library: Library, question: QuizQuestion, option: int) -> str:
    """Name what a wrong option mixes up: a distinction or an entry.

    What the pack says of the option, else the first distinction that concerns the question's entry, else that entry.
    """
    if question.mistakes and (named := question.mistakes[option]):
        return named
    cards = library.distinctions_of(question.entry)
    return cards[0].id if cards else question.entry
