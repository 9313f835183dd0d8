"""From stage to stage with F6."""

from __future__ import annotations

from facilitator.model.agenda import running_stage, state_of
from facilitator.model.kinds import StageState
from facilitator.model.records import Stage
from tests.ui.conftest import OpenWindow
from tests.ui.hands import Hands


def test_f6_goes_through_the_day_and_typing_goes_on(sample_window: OpenWindow) -> None:
    """The first F6 starts the stage that is already shown, the last one finishes the day."""
    hands = Hands(sample_window("short-swot"))
    stages = hands.workshop.all(Stage)
    for stage in stages:
        hands.press("F6")
        assert running_stage(hands.workshop) == hands.workshop.get(Stage, stage.id)
        assert hands.window.rail.current == stage.id
        assert hands.focus.hasFocus()
    hands.press("F6", "F6")
    assert {state_of(stage) for stage in hands.workshop.all(Stage)} == {StageState.DONE}
    assert hands.focus.hasFocus()


def test_f6_never_opens_a_finished_day_again(sample_window: OpenWindow) -> None:
    hands = Hands(sample_window("sample"))
    before = hands.workshop.all(Stage)
    hands.press("F6")
    assert hands.workshop.all(Stage) == before
