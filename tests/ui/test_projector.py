"""The screen for the room: it follows the keys of the facilitator, and shows nothing private."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QImage, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from facilitator.exchange.templates import sample
from facilitator.model import ideas, swot, votes
from facilitator.model.kinds import Method, Quadrant, StageKind
from facilitator.model.records import (
    Ballot,
    Endorsement,
    Entry,
    Facts,
    Finding,
    Idea,
    Insight,
    Mark,
    Participant,
    Principle,
    Question,
    RatingSheet,
    Record,
    Response,
    Round,
    Stage,
    Table,
    WallCount,
)
from facilitator.model.scene import Agenda, Results, Scene, Vote, Wall
from facilitator.model.staging import Focus, Now, scene_of
from facilitator.model.workshop import Workshop
from facilitator.resources import RESOURCES
from tests.ui.conftest import Clock, OpenWindow, go_to
from tests.ui.hands import Hands
from ui import scenes
from ui.projector.window import ProjectorWindow
from ui.showing import Showing
from ui.window import Window

SECRET, DOTS = "Top Secret", 7_919


def shown(window: Window) -> ProjectorWindow:
    room = window.projection.window
    assert room is not None
    return room


def showing(window: Window) -> Showing:
    return window.projection.showing


def settle(window: Window, qtbot: QtBot) -> None:
    """Let the scene be made that was asked for."""
    qtbot.waitUntil(lambda: not window.projection._soon.isActive())


def texts(window: Window) -> str:
    """Every text that stands anywhere in the window for the room."""
    room = shown(window)
    found = [*room.picture.texts]
    for widget in (room, *room.findChildren(QWidget)):
        found += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
        found += [widget.windowTitle(), widget.statusTip(), widget.whatsThis()]
        found += [widget.text()] if isinstance(widget, QLabel) else []
    return "\n".join(found)


def pixels(window: Window) -> QImage:
    return shown(window).grab().toImage()


# Follows, and keeps out of the way


def test_f12_shows_the_room_what_is_typed_and_typing_goes_on(
    sample_window: OpenWindow, qtbot: QtBot
) -> None:
    window = sample_window("plan", kind=StageKind.SWOT)
    hands = Hands(window)
    typing = hands.focus
    hands.press("F12")
    room = shown(window)
    assert room.isVisible()
    assert showing(window) is Showing.SCENES
    assert window.isActiveWindow()
    assert hands.focus is typing
    hands.enter("Nobody answers the phone")
    settle(window, qtbot)
    assert "Nobody answers the phone" in texts(window)
    second = hands.workshop.all(Principle)[1]
    hands.press("Alt+Right")
    settle(window, qtbot)
    assert second.name in texts(window)
    assert "Nobody answers the phone" not in texts(window)
    go_to(window, StageKind.EVALUATION)
    settle(window, qtbot)
    assert "Thank you!" in texts(window)
    hands.press("F12")
    assert not room.isVisible()
    assert showing(window) is Showing.NOTHING


def test_f11_makes_it_black_and_nothing_is_left_in_it(
    sample_window: OpenWindow, qtbot: QtBot
) -> None:
    window = sample_window("sample", kind=StageKind.SWOT)
    hands = Hands(window)
    hands.press("F11")
    assert showing(window) is Showing.NOTHING
    hands.press("F12")
    before = texts(window)
    hands.press("F11")
    assert showing(window) is Showing.BLACK
    assert shown(window).picture.texts == ()
    image = pixels(window)
    black = QImage(image.size(), image.format())
    black.fill(0xFF000000)
    assert image == black
    hands.enter("typed in the dark")
    settle(window, qtbot)
    assert pixels(window) == black
    hands.press("F11")
    assert "typed in the dark" in texts(window)
    assert "Strengths" in before


def test_the_header_says_what_the_facilitator_cannot_see(sample_window: OpenWindow) -> None:
    window = sample_window("sample")
    hands = Hands(window)
    button = window.header._projector
    for keys, said in (("F12", "on"), ("F11", "black"), ("F11", "on")):
        hands.press(keys)
        assert button.text() == f"Projector {said}"
        assert button.accessibleName() == button.text()
    hands.press("F12")
    assert button.accessibleName() == "Projector"


def test_beside_the_agenda_the_room_goes_on_seeing_the_stage(
    sample_window: OpenWindow, qtbot: QtBot
) -> None:
    window = sample_window("sample", kind=StageKind.SWOT)
    hands = Hands(window)
    hands.press("F12", "Alt+Right")
    settle(window, qtbot)
    before = shown(window).scene
    hands.press("Ctrl+F3")
    settle(window, qtbot)
    assert shown(window).scene == before
    hands.press("Shift+F12")
    settle(window, qtbot)
    assert isinstance(shown(window).scene.body, Agenda)
    go_to(window, StageKind.SWOT)
    settle(window, qtbot)
    assert isinstance(shown(window).scene.body, Wall)


def test_the_wall_of_one_table_or_of_all(sample_window: OpenWindow, qtbot: QtBot) -> None:
    window = sample_window("sample", kind=StageKind.SWOT)
    hands = Hands(window)
    hands.press("F12")
    of_all = shown(window).scene.body
    hands.press("Shift+F11")
    settle(window, qtbot)
    of_one = shown(window).scene.body
    assert isinstance(of_all, Wall)
    assert isinstance(of_one, Wall)
    assert of_one.table == hands.workshop.all(Table)[0].name
    assert sum(s.count for s in of_one.sides) < sum(s.count for s in of_all.sides)


def test_nothing_is_made_while_it_is_hidden_and_a_burst_makes_one_scene(
    sample_window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Focus] = []

    def counted(workshop: Workshop, stage: str | None, focus: Focus, now: Now) -> Scene:
        made.append(focus)
        return scene_of(workshop, stage, focus, now)

    monkeypatch.setattr(scenes, "scene_of", counted)
    window = sample_window("plan", kind=StageKind.SWOT)
    hands = Hands(window)
    target = swot.Target(Quadrant.THREAT, hands.principle(), None, None)

    def burst() -> None:
        for n in range(20):
            window._session.do(swot.add_entries, target, [f"note {n}"])
        QApplication.processEvents()

    burst()
    assert not made
    hands.press("F12")
    settle(window, qtbot)
    made.clear()
    burst()
    settle(window, qtbot)
    assert len(made) == 1
    hands.press("F12")
    made.clear()
    burst()
    qtbot.wait(60)
    assert not made


def test_the_clock_of_the_room_goes_on_second_by_second(
    sample_window: OpenWindow, qtbot: QtBot, clock: Clock
) -> None:
    window = sample_window("plan", kind=StageKind.INTRODUCTION)
    hands = Hands(window)
    hands.press("F5", "F12")
    minutes = hands.workshop.all(Stage)[0].planned_minutes
    assert f"{minutes}:00" in texts(window)
    clock.forward(3)
    window.running.tick()
    assert f"{(minutes or 0) - 3}:00" in texts(window)
    clock.forward(minutes or 0)
    window.running.tick()
    assert "+3:00" in texts(window)
    assert "over time" in texts(window)


# Screens


def test_with_a_second_screen_it_fills_that_one(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "tests.ui.two_screens", str(tmp_path)],
        cwd=RESOURCES.parent,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    said = json.loads(ran.stdout)
    assert said["laptop"] == "laptop"
    assert said["screen"] == "projector"
    assert said["geometry"] == [1280, 0, 1920, 1080]
    assert said["full"]
    assert said["typing goes on"]
    assert said["texts"]
    assert said["opens again by itself"] == "scenes"
    assert said["what was black stays so"] == "black"


def test_a_screen_that_goes_takes_the_picture_with_it_and_brings_it_back(
    sample_window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = sample_window("sample")
    hands, screens = Hands(window), window.projection.screens
    attached = [QGuiApplication.primaryScreen()]
    monkeypatch.setattr(screens, "second", lambda _: attached[0] if attached else None)
    hands.press("F12")
    assert shown(window).isFullScreen()
    gone = attached.pop()
    screens.changed.emit()
    assert not shown(window).isVisible()
    assert showing(window) is Showing.NO_SCREEN
    assert window.isActiveWindow()
    attached.append(gone)
    screens.changed.emit()
    assert showing(window) is Showing.SCENES
    hands.press("F12")
    attached.clear()
    hands.press("F12")
    assert shown(window).isVisible()
    assert not shown(window).isFullScreen()


def test_it_takes_no_keys_and_closes_with_the_workshop(
    sample_window: OpenWindow, qtbot: QtBot
) -> None:
    window = sample_window("sample")
    hands = Hands(window)
    hands.press("F12")
    room = shown(window)
    for key in ("Esc", "Return", "Ctrl+Z", "Space"):
        QTest.keySequence(room, QKeySequence(key))
        assert room.isVisible()
    room.close()
    assert showing(window) is Showing.NOTHING
    hands.press("F12")
    assert room.isVisible()
    with qtbot.waitSignal(room.destroyed):
        window.close()


# Nothing private


def planted(records: Iterable[Record]) -> list[Record]:
    """A workshop with secrets in every private place, and votes with totals that stand out."""
    workshop = Workshop(records)
    facts = replace(workshop.facts, facilitator=SECRET, contact=SECRET, venue=SECRET)
    idea, principle = workshop.all(Idea)[0], workshop.all(Principle)[0].id
    voting = next(s for s in workshop.all(Stage) if s.kind is StageKind.PRIORITIZATION)
    others = [
        Stage(f"{kind}", kind, f"A {kind}", private_notes=SECRET, position=99.0)
        for kind in (StageKind.BREAK, StageKind.PRESENTATION)
    ]
    kept: list[Record] = [facts]
    for record in records:
        match record:
            case Facts():
                continue
            case Stage():
                kept.append(replace(record, private_notes=SECRET, notes=SECRET))
            case Participant():
                kept.append(replace(record, name=SECRET, organization=SECRET))
            case Question():
                kept.append(replace(record, asker=SECRET, answer=SECRET))
            case Finding() | Insight():
                kept.append(replace(record, text=SECRET))
            case _:
                kept.append(record)
    numbers = workshop.next_number(Entry)
    return [
        *kept,
        *others,
        Entry("e", numbers, Quadrant.THREAT, SECRET, principle, legible=False),
        Endorsement("s", idea.id, DOTS, SECRET),
        *(
            Round(f"{m}", f"By {m}", m, stage=voting.id, dots=DOTS, position=-1.0 - place)
            for place, m in enumerate(Method)
        ),
        Ballot("b", 1, f"{Method.BALLOTS}", (Mark(idea.id, DOTS - 1),)),
        Ballot("x", 2, f"{Method.BALLOTS}", spoiled=SECRET),
        WallCount("w", f"{Method.WALL}", idea.id, DOTS - 1),
        RatingSheet("r", f"{Method.RATING}", idea.id, agreement=DOTS - 1, comments=(SECRET,)),
    ]


def test_no_secret_ever_stands_in_the_window_for_the_room(
    sample_window: OpenWindow, qtbot: QtBot
) -> None:
    window = sample_window(tuple(planted(sample())), kind=StageKind.SWOT)
    hands = Hands(window)
    hands.press("F12")
    kinds = set()
    for stage in hands.workshop.all(Stage):
        window.rail.go(stage.id)
        for _ in range(4 if stage.kind is StageKind.PRIORITIZATION else 1):
            settle(window, qtbot)
            assert SECRET not in texts(window), stage
            assert str(DOTS - 1) not in texts(window).replace(",", ""), stage
            assert shown(window).scene.stage == stage.title
            hands.press("Ctrl+R")
        kinds.add(stage.kind)
    assert kinds == set(StageKind)


def test_not_a_pixel_depends_on_what_is_private(
    sample_window: OpenWindow, qtbot: QtBot, clock: Clock
) -> None:
    bare = planted(sample())
    other = [
        replace(r, marks=(Mark(r.marks[0].idea, 2),))
        if isinstance(r, Ballot) and r.id == "b"
        else r
        for r in bare
        if not isinstance(r, Endorsement | WallCount | RatingSheet | Finding | Response | Insight)
    ]
    cleared = [replace(r, private_notes="", notes="") if isinstance(r, Stage) else r for r in other]
    images = []
    for records in (bare, cleared):
        window = sample_window(tuple(records), kind=StageKind.SWOT)
        Hands(window).press("F12")
        shown(window).resize(QSize(800, 450))
        taken = []
        for stage in Workshop(records).all(Stage):
            window.rail.go(stage.id)
            settle(window, qtbot)
            taken.append(pixels(window))
        images.append(taken)
        window.close()
    assert len(images[0]) >= len(StageKind)
    assert images[0] == images[1]


def test_totals_come_to_the_room_with_closing_and_revealing(
    sample_window: OpenWindow, qtbot: QtBot
) -> None:
    window = sample_window("sample", kind=StageKind.PRIORITIZATION)
    hands = Hands(window)
    session, round_ = window._session, hands.workshop.all(Round)[0]
    hands.press("F12")
    if round_.revealed:
        session.do(votes.hide_totals, round_.id)
    settle(window, qtbot)
    assert isinstance(shown(window).scene.body, Vote)
    session.do(votes.reveal_totals, round_.id)
    settle(window, qtbot)
    body = shown(window).scene.body
    assert isinstance(body, Results)
    assert "37 of 37 participants voted." in texts(window)
    assert "not a representative sample" in texts(window)
    session.undo()
    settle(window, qtbot)
    assert isinstance(shown(window).scene.body, Vote)


def test_the_notes_that_are_marked_become_the_question(
    sample_window: OpenWindow, qtbot: QtBot
) -> None:
    window = sample_window("sample", kind=StageKind.IDEATION)
    hands = Hands(window)
    hands.press("F12", "F3", "Space")
    settle(window, qtbot)
    assert "How might we use this opportunity?" in texts(window)
    first = next(e for e in hands.workshop.all(Entry) if e.quadrant is Quadrant.OPPORTUNITY)
    assert first.text in texts(window)
    session = window._session
    session.do(ideas.add_ideas, hands.principle(), [f"idea {n} " + "long " * 30 for n in range(30)])
    settle(window, qtbot)
    assert shown(window).picture.pages > 1
    assert "idea 29" in texts(window)
    shown(window)._turn()
    assert "idea 29" not in texts(window)
