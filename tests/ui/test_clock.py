"""The clock of the day at its edges: this machine's clocks, and what is remembered of them."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from facilitator.model.records import Stage
from facilitator.model.timing import timing_of
from facilitator.steady import Reading
from tests.ui.conftest import BEGIN, Clock, OpenWindow
from tests.ui.hands import Hands
from ui import clock as edge
from ui.clock import SteadyClock, read_clocks
from ui.memory import Memory

START = Reading(BEGIN.timestamp(), 700.0, "first")


class Machine:
    """Its two clocks, as they are read."""

    def __init__(self) -> None:
        self.reading = START

    def __call__(self) -> Reading:
        return self.reading

    def later(self, seconds: float, *, changed: float = 0, boot: str = "first") -> None:
        wall, steady = self.reading.wall + seconds + changed, self.reading.steady + seconds
        self.reading = Reading(wall, steady, boot)


def after(seconds: float) -> datetime:
    return BEGIN + timedelta(seconds=seconds)


@pytest.fixture
def memory(qapp: QApplication) -> Memory:
    return Memory("workshop", QObject(qapp))


def test_this_machine_has_both_clocks() -> None:
    first, second = read_clocks(), read_clocks()
    assert first.boot == second.boot != ""
    assert 0 <= second.steady - first.steady < 5
    assert abs(first.wall - time.time()) < 5


def test_a_machine_that_names_no_start_is_trusted_for_this_run_only(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(edge, "BOOT", edge.BOOT / "none")
    edge._boot.cache_clear()
    boot = read_clocks().boot
    assert boot == read_clocks().boot
    edge._boot.cache_clear()
    assert read_clocks().boot != boot
    edge._boot.cache_clear()


def test_a_changed_clock_is_told_once_even_over_a_restart_of_the_program(memory: Memory) -> None:
    machine = Machine()
    clock = SteadyClock(memory, machine)
    machine.later(60, changed=3540)
    assert clock() == after(60)
    assert clock.wall() == after(3600)
    assert clock.news() == timedelta(minutes=59)
    assert clock.news() is None
    memory.flush()
    machine.later(60)
    again = SteadyClock(Memory("workshop", memory), machine)
    assert again() == after(120)
    assert again.news() is None
    again.settle()
    assert again() == after(120 + 3540)
    assert again.news() is None


def test_after_a_start_of_the_machine_time_is_that_of_the_wall(memory: Memory) -> None:
    machine = Machine()
    SteadyClock(memory, machine)
    machine.later(600, changed=7, boot="second")
    assert SteadyClock(memory, machine)() == after(607)


def test_the_clock_of_a_stage_goes_on_through_it_all(
    sample_window: OpenWindow, clock: Clock
) -> None:
    """Two hours forward while it runs, and an hour back while the program is closed."""
    hands = Hands(sample_window("plan"))
    hands.press("F6")
    clock.forward(10)
    clock.change(120)
    hands.window.running.tick()
    assert "put forward by 2 h 00 min" in hands.window.banner.sentence
    assert hands.window.rail.day_end.text() == "ends 18:00 · 2 h 00 min behind"
    again = hands.window
    again.memory.flush()
    clock.forward(5)
    clock.change(-60)
    told = SteadyClock(again.memory, clock.read)
    stage = hands.workshop.all(Stage)[0]
    assert timing_of(stage, told()).elapsed == 15 * 60
    assert told.news() == timedelta(minutes=-60)


def test_where_no_stage_runs_the_wall_is_right(sample_window: OpenWindow, clock: Clock) -> None:
    hands = Hands(sample_window("plan"))
    clock.change(-30)
    hands.window.running.tick()
    assert hands.window.banner.sentence == ""
    hands.press("F6")
    started = hands.workshop.all(Stage)[0].started_at
    assert started == (BEGIN - timedelta(minutes=30)).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
