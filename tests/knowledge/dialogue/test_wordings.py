"""The short messages of every language."""

from knowledge.dialogue.wordings import ACTS, LAST, read_wordings
from knowledge.languages import LANGUAGES

WORDINGS = read_wordings()
ENOUGH = 12


def test_every_language_has_every_act_in_many_wordings() -> None:
    assert set(WORDINGS) == set(LANGUAGES)
    assert all(len(set(known.acts[act])) >= ENOUGH for known in WORDINGS.values() for act in ACTS)


def test_no_wording_means_two_acts() -> None:
    for known in WORDINGS.values():
        meant: dict[tuple[str, ...], str] = {}
        for act in ACTS:
            for wording in known.acts[act]:
                assert meant.setdefault(known.core(wording), act) == act, wording


def test_no_question_that_looks_like_an_act_is_one() -> None:
    for known in WORDINGS.values():
        acts = {known.core(wording) for wordings in known.acts.values() for wording in wordings}
        assert not [question for question in known.questions if known.core(question) in acts]


def test_choices_are_written_out_and_few_of_them_learned() -> None:
    source = WORDINGS["en"].acts["source"]
    assert ("who", "believes", "that") in source
    assert ("who", "worked", "out", "this") in source
    assert set(WORDINGS["en"].learned["source"]) < set(source)


def test_a_core_has_no_fillers_unless_there_is_nothing_else() -> None:
    known = WORDINGS["nl"]
    assert known.core(["en", "waarom", "dan"]) == ("waarom",)
    assert known.core(["ja", "maar"]) == ("ja", "maar")


def test_ordinals_count_from_the_first_and_know_the_last() -> None:
    assert WORDINGS["nl"].ordinals[("de", "tweede")] == 1
    assert WORDINGS["en"].ordinals[("the", "last", "one")] == LAST
