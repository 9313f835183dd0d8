"""Nothing on the room's screen is cut, covered or too small, at any size, in either language."""

from __future__ import annotations

from itertools import combinations, product

import pytest
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from facilitator.language import Language
from facilitator.model.kinds import Level, Method, Quadrant, StageState
from facilitator.model.scene import (
    Agenda,
    At,
    Bar,
    Body,
    Chart,
    Colour,
    Ideas,
    Item,
    Note,
    Numbered,
    Questions,
    Rated,
    Ratings,
    Results,
    RoomTimer,
    Scene,
    Side,
    Subject,
    Thanks,
    Vote,
    Wall,
    Words,
)
from ui.projector.composing import Composer
from ui.projector.ink import Picture, Said
from ui.projector.pen import measures
from ui.theme import load_theme

SIZES = [(1024, 768), (1920, 1080), (3840, 2160), (640, 1000), (320, 180)]
LONG = "Anticonstitutionnellement, l’administration répond aux lettres qu’on lui écrit. " * 4
WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 2
TEXTS = (LONG, WORD, "short", "漢字" * 60, "مرحبا بالعالم " * 20)
SUBJECT = Subject(LONG, "", "#1B6E8C")
MANY = tuple(Numbered(n, TEXTS[n % 5]) for n in range(1, 41))
BARS = tuple(Bar(n, n % 2 == 0, n, TEXTS[n % 5], 1234 - n, 1 - n / 40) for n in range(1, 30))

BODIES: dict[str, Body] = {
    "words": Words(At(14, 5), LONG, pause=True),
    "agenda": Agenda(tuple(Item(TEXTS[n % 5], At(9, n), StageState.RUNNING) for n in range(30))),
    "wall": Wall(SUBJECT, LONG, tuple(Side(q, 1234, TEXTS * 4) for q in Quadrant)),
    "empty wall": Wall(Subject(), "", tuple(Side(q, 0, ()) for q in Quadrant)),
    "ideas": Ideas(SUBJECT, tuple(Note(q, LONG) for q in Quadrant), MANY, 55),
    "no ideas": Ideas(SUBJECT, (), (), 0),
    "vote": Vote(LONG, Method.BALLOTS, False, 5, 2, (), MANY, 55),
    "colours": Vote(
        LONG,
        Method.WALL,
        False,
        5,
        None,
        tuple(Colour(WORD[:9] + str(n), LONG, "#C62828", 3) for n in range(3)),
        MANY,
        40,
    ),
    "rating": Vote(LONG, Method.RATING, True, 1, None, (), MANY[:3], 3),
    "results": Results(LONG, Method.WALL, (Chart("", "", "", BARS, 40),), 1234, 4321, 3),
    "charts": Results(
        "R", Method.WALL, tuple(Chart(LONG, LONG, "red", BARS[:4], 4) for _ in "ab"), None, 0
    ),
    "ratings": Ratings(
        LONG, tuple(Rated(n, n, TEXTS[n % 5], (n, 9, 0, 1, 2, 40)) for n in range(1, 20)), 20, 99
    ),
    "questions": Questions(TEXTS * 8, 40),
    "no questions": Questions((), 0),
    "thanks": Thanks(3),
}
TIMERS = (
    None,
    RoomTimer(12 * 3600 + 61, 0.5),
    RoomTimer(-75, 0.0, level=Level.OVER, of_stage=LONG),
    RoomTimer(9, 0.01, open_end=True, level=Level.WARN, paused=True, of_stage=WORD),
)


def said(picture: Picture) -> list[Said]:
    return [item for item in picture.items if isinstance(item, Said)]


def ink(item: Said) -> list[QRectF]:
    """Where the letters of each line stand, without the space between lines."""
    layout, slack = item.block.layout, item.block.font.pixelSize() * 0.3
    lines = (layout.lineAt(n).naturalTextRect() for n in range(layout.lineCount()))
    return [r.translated(item.rect.topLeft()).adjusted(0, slack, 0, -slack) for r in lines]


def covered(texts: list[Said]) -> list[tuple[str, str]]:
    """The pairs of texts that stand on each other."""
    found = []
    for one, other in combinations(texts, 2):
        if one.rect.intersects(other.rect):
            for a, b in product(ink(one), ink(other)):
                both = a.intersected(b)
                if min(both.width(), both.height()) > 1:
                    found.append((one.block.text[:40], other.block.text[:40]))
    return found


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("name", BODIES)
def test_every_text_has_its_place_and_all_pages_are_reached(
    qapp: QApplication, name: str, language: str
) -> None:
    composer = Composer(load_theme("dark"), Language(language))
    least = measures()["type"]["least"]
    for (width, height), timer in ((size, timer) for size in SIZES for timer in TIMERS):
        scene = Scene(LONG, LONG, LONG, timer, True, BODIES[name])
        size, whole = QSizeF(width, height), QRectF(-0.5, -0.5, width + 1, height + 1)
        unit = max(4.0, min(height / measures()["rows"], width / measures()["columns"]))
        pages = composer.picture(scene, size).pages
        for page in range(min(pages, 2)):
            picture = composer.picture(scene, size, page)
            assert picture.pages == pages
            texts, where = said(picture), (width, height, timer and timer.of_stage[:9], page)
            for item in texts:
                assert whole.contains(item.rect), (where, item.block.text[:40])
                assert item.block.width <= item.rect.width() + 1, (where, item.block.text[:40])
                assert item.block.font.pixelSize() >= round(least * unit)
            assert not covered(texts), (where, covered(texts)[:3])


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_letters_of_the_quadrants_are_whole(qapp: QApplication, language: str) -> None:
    words = Language(language)
    scene = Scene("W", "S", "", None, False, BODIES["empty wall"])
    texts = Composer(load_theme("light"), words).picture(scene, QSizeF(1024, 768)).texts
    assert {words(quadrant.letter) for quadrant in Quadrant} <= set(texts)


def test_the_whole_list_is_shown_over_its_pages(qapp: QApplication) -> None:
    composer, size = Composer(load_theme("light"), Language("en")), QSizeF(1024, 768)
    ideas = tuple(Numbered(n, f"idea number {n} " + "and more " * 12) for n in range(1, 60))
    body = Vote("Vote", Method.BALLOTS, False, 3, 1, (), ideas, len(ideas))
    scene = Scene("W", "Vote", "", None, False, body)
    pages = composer.picture(scene, size).pages
    shown = " ".join(t for p in range(pages) for t in composer.picture(scene, size, p).texts)
    assert all(f"idea number {n} " in shown for n in range(1, 60))
    assert pages > 1


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_every_view_can_be_painted_in_every_theme(qapp: QApplication, theme: str) -> None:
    composer = Composer(load_theme(theme), Language("en"))
    for body in BODIES.values():
        image = QImage(640, 360, QImage.Format.Format_RGB32)
        image.fill(0)
        painter = QPainter(image)
        scene = Scene("W", "S", "P", TIMERS[1], True, body)
        composer.picture(scene, QSizeF(640, 360)).paint(painter)
        painter.end()
        assert image.pixelColor(1, 1) == load_theme(theme).colour("surface")
