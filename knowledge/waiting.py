"""A question that found no answer, and the chat that wants to hear when there is one."""

from dataclasses import dataclass

from knowledge.languages import Language


@dataclass(frozen=True, slots=True)
class Wish:
    """`id` is random: who does not have the button that carries it can't guess it."""

    id: str
    chat_id: int
    language: Language
    text: str
