"""The services on the callback context."""

from handlers.context import Context, Services, provide
from tests.support.stage import Stage


def test_a_context_has_the_services_that_were_provided(small_stage: Stage, small_services: Services) -> None:
    assert Context(small_stage.application).services is small_services


def test_what_is_provided_last_is_used(small_stage: Stage, services: Services) -> None:
    provide(small_stage.application, services)
    assert Context(small_stage.application).services is services
