"""Running the day with keys: the rail, the clock of the stage, and the end of the day."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from facilitator.exchange.plan import plan_of
from facilitator.exchange.templates import sample
from facilitator.model.agenda import running_stage, state_of
from facilitator.model.kinds import StageState
from facilitator.model.records import Stage
from tests.ui.conftest import Clock, OpenWindow
from tests.ui.hands import Hands
from ui.stages.head import StageHead
from ui.stages.notes import NotesPage
from ui.stages.side import Side
from ui.widgets.rail import KEY_ROLE, NOTE_ROLE, STATE_ROLE, TONE_ROLE


class Day(Hands):
    """Somebody who runs the sample's agenda, which begins now: 20, 50, 35, 15, 20, 30, 10 min."""

    clock: Clock

    def forward(self, minutes: float) -> None:
        self.clock.forward(minutes)
        self.window.running.tick()

    @property
    def stages(self) -> tuple[Stage, ...]:
        return self.workshop.all(Stage)

    @property
    def head(self) -> StageHead:
        head = self.window._frame().head
        assert head is not None
        return head

    @property
    def side(self) -> Side:
        side = self.window._frame().side
        assert side is not None
        return side

    @property
    def shown(self) -> tuple[str, str, str]:
        """The figures of the clock, what stands beside them, the words of the level."""
        clock = self.head.clock
        return clock.time.text(), clock._gone.text(), clock.badge.text()

    @property
    def end(self) -> str:
        return self.window.rail.day_end.text()

    def row(self, place: int) -> tuple[str, str, str]:
        """A stage in the rail: icon, note, colour of the note."""
        model = self.window.rail.rail.model()
        keys = [model.index(row, 0).data(KEY_ROLE) for row in range(model.rowCount())]
        index = model.index(keys.index(self.stages[place].id), 0)
        return index.data(STATE_ROLE), index.data(NOTE_ROLE), index.data(TONE_ROLE)


@pytest.fixture
def day(sample_window: OpenWindow, clock: Clock) -> Day:
    day = Day(sample_window("plan"))
    day.clock = clock
    return day


def test_the_rail_shows_done_current_and_next(day: Day) -> None:
    assert day.row(0)[:2] == ("next", "next · planned 13:00–13:20")
    assert day.end == "ends 16:00 · on time"
    day.press("F6")
    assert day.row(0) == ("running", "20 min left", "")
    assert day.row(1)[0] == "next"
    day.forward(22)
    day.press("F6")
    assert day.row(0)[:2] == ("done", "was 13:00–13:22")
    assert day.row(1) == ("running", "50 min left", "")
    assert day.row(2)[0] == "next"
    assert day.end == "ends 16:02 · 2 min behind"


def test_the_clock_turns_amber_and_red_says_so_and_counts_overtime(day: Day) -> None:
    day.press("F6")
    assert day.shown == ("20:00", "0:00 of 20 min", "")
    day.forward(16)
    assert day.shown == ("4:00", "16:00 of 20 min", "Wrap up")
    assert day.row(0) == ("running", "4 min left", "warn")
    day.forward(3)
    assert day.shown == ("1:00", "19:00 of 20 min", "Nearly over")
    assert day.head.clock.time.property("level") == "over"
    day.forward(1)
    assert day.row(0) == ("running", "time is up", "over")
    day.forward(62.5)
    assert day.shown == ("+1:02:30", "1:22:30 of 20 min", "Overtime")
    assert day.row(0) == ("running", "+1 h 02 min over", "over")
    assert day.end == "ends 17:02 · 1 h 02 min behind"


def test_minutes_are_given_and_taken_and_undone_by_name(day: Day) -> None:
    day.press("F6")
    day.press("Ctrl+Shift+PgUp")
    assert day.shown == ("25:00", "0:00 of 20 + 5 min", "")
    assert day.end == "ends 16:05 · 5 min behind"
    assert day.undo_text() == "Undo: add 5 minutes"
    day.press("Ctrl+Shift+Down", "Ctrl+Shift+PgDown", "Ctrl+Shift+PgDown")
    assert day.shown[1] == "0:00 of 20 − 6 min"
    assert day.end == "ends 15:54 · 6 min ahead"
    day.press("Ctrl+Shift+Up")
    assert day.undo_text() == "Undo: add a minute"
    day.press(*["Ctrl+Z"] * 5)
    assert day.shown[1] == "0:00 of 20 min"


def test_a_pause_stands_still_and_is_not_hidden(day: Day) -> None:
    day.press("F6")
    day.forward(5)
    day.press("Shift+F5")
    day.forward(4)
    assert day.shown == ("15:00", "5:00 of 20 min", "Paused for 4:00")
    assert day.row(0)[:2] == ("paused", "paused · 15 min left")
    assert day.end == "ends 16:04 · 4 min behind"
    day.press("Shift+F5")
    day.forward(1)
    assert day.shown == ("14:00", "6:00 of 20 min", "")
    day.press("F5")
    assert day.head._times.text() == (
        "planned 13:00–13:20 · was 13:00–13:10 · took 6 min, paused 4 min"
    )


def test_who_types_is_not_disturbed_by_minutes_and_pauses(day: Day) -> None:
    day.press("F6")
    day.type("Welcome")
    day.press("Ctrl+Shift+PgUp", "Shift+F5", "Shift+F5", "Ctrl+Shift+Down")
    day.type(" all")
    page = day.page(NotesPage)
    assert page.edit.toPlainText() == "Welcome all"
    assert page.edit.unsaved


def test_a_stage_is_skipped_and_taken_in_again(day: Day) -> None:
    day.press("Ctrl+PgDown", "Ctrl+F6")
    assert day.row(1)[:2] == ("skipped", "skipped")
    assert day.end == "ends 15:10 · 50 min ahead"
    day.press("Ctrl+F6")
    assert state_of(day.stages[1]) is StageState.PLANNED
    assert day.end == "ends 16:00 · on time"
    day.press("F5", "Ctrl+F6")
    assert "was started already" in day.window.banner.sentence


def test_back_to_the_stage_before_and_on_again(day: Day) -> None:
    day.press("F6")
    day.forward(20)
    day.press("F6")
    day.forward(10)
    day.press("Shift+F6")
    assert day.window.rail.current == day.stages[0].id
    assert day.row(0) == ("running", "time is up", "over")
    assert day.row(1)[:2] == ("paused", "next · set aside at 13:30")
    day.forward(3)
    day.press("F6")
    assert day.window.rail.current == day.stages[1].id
    assert day.shown[1] == "10:00 of 50 min"
    day.press("Shift+F6")
    before = day.stages
    day.press("Shift+F6")
    assert "No stage took place before" in day.window.banner.sentence
    assert day.stages == before
    day.press("Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert running_stage(day.workshop) == day.stages[1]
    assert day.stages[0].finished_at is not None


def test_one_hand_runs_the_day_from_any_page(day: Day) -> None:
    """Sorting in another mode, F6 goes on; F5 and the minutes are for the stage that runs."""
    day.press("F6", "Ctrl+F3", "Ctrl+Shift+PgUp", "Shift+F5")
    first = day.stages[0]
    assert (first.added_minutes, first.paused_at is None) == (5, False)
    day.press("F5")
    assert state_of(day.stages[0]) is StageState.DONE
    day.press("Ctrl+F3", "F6")
    assert running_stage(day.workshop) == day.stages[1]
    assert day.window.rail.current == day.stages[1].id


def test_f4_goes_to_what_runs_or_is_next(day: Day) -> None:
    day.press("F6", "Ctrl+F3", "F4")
    assert day.window.rail.current == day.stages[0].id
    day.press("F5", "Ctrl+F3", "F4")
    assert day.window.rail.current == day.stages[1].id


def test_the_mouse_does_what_the_keys_do_and_leaves_the_focus(day: Day) -> None:
    day.press("F6")
    for name, seen in (
        ("5 minutes more", "20 + 5 min"),
        ("5 minutes less", "20 min"),
        ("1 minute less", "20 − 1 min"),
        ("1 minute more", "20 min"),
    ):
        click(day, name)
        assert day.shown[1] == f"0:00 of {seen}"
    click(day, "Pause")
    assert day.stages[0].paused_at is not None
    assert day.focus is day.page(NotesPage).edit
    click(day, "Go on")
    click(day, "Finish stage  F5")
    assert state_of(day.stages[0]) is StageState.DONE


def click(day: Day, name: str) -> None:
    buttons = day.head.findChildren(QPushButton)
    shown = [b for b in buttons if b.isVisible() and name in {b.text(), b.accessibleName()}]
    QTest.mouseClick(shown[0], Qt.MouseButton.LeftButton)


def test_nothing_ticks_unless_something_runs(day: Day, sample_window: OpenWindow) -> None:
    timer = day.window.running._timer
    day.press("F6")
    assert timer.isActive()
    assert timer.interval() <= 1000
    day.press("F5")
    assert timer.interval() > 10_000
    past = sample_window("sample")
    assert not past.running._timer.isActive()
    assert past.rail.day_end.isHidden()


def test_a_tick_paints_and_writes_nothing(day: Day) -> None:
    day.press("F6")
    size = day.window._session.path.stat()
    acts = day.undo_text()
    for _ in range(5):
        day.forward(1)
    assert day.window._session.path.stat().st_mtime_ns == size.st_mtime_ns
    assert day.undo_text() == acts


def test_private_notes_stand_beside_and_stay_closed(sample_window: OpenWindow) -> None:
    records = plan_of(sample())
    day = Day(sample_window(records))
    assert "where the exits are" in day.side.private.text.toPlainText()
    assert day.side.isVisible()
    day.press("F6", "F6", "Ctrl+PgUp", "Shift+F7")
    assert day.side.isHidden()
    day.press("Ctrl+PgDown")
    assert day.side.isHidden()
    day.press("F7")
    assert day.side.isVisible()
    assert day.side.private.isHidden()
    assert day.focus is day.side.edit
    day.press("F7")
    assert day.side.isHidden()
    day.window.memory.flush()
    again = Day(sample_window(records))
    assert again.side.private.isHidden()
    again.press("Shift+F7")
    assert again.side.private.isVisible()
    QTest.mouseClick(again.side.private.close_, Qt.MouseButton.LeftButton)
    assert again.side.private.isHidden()
