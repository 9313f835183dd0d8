"""Pictures of everything that the program shows, in every look: `python -m ui.album FOLDER`.

Each page, dialog and view of the room's screen, with a workshop that is over and with one that
has only begun; and `index.html`, to look through them all.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from facilitator.exchange.plan import plan_of
from facilitator.exchange.templates import sample
from facilitator.language import Language
from facilitator.model import course, votes
from facilitator.model.kinds import StageKind
from facilitator.model.records import Record, Round, Stage
from facilitator.model.staging import Focus, Now, scene_of
from ui.app import Application
from ui.clock import reading_at
from ui.pictures import without_noise
from ui.preferences import Preferences
from ui.projector.window import ProjectorWindow
from ui.session import Session
from ui.theme import Theme, load_theme
from ui.tour import dialogs, pages, settle
from ui.window import Window

BEGUN = datetime(2017, 10, 13, 17, 20, tzinfo=UTC)
NOW = BEGUN + timedelta(minutes=41)


@dataclass(frozen=True, slots=True)
class Look:
    """A theme, a language and a size of text under one name."""

    name: str
    theme: str = "light"
    language: str = "en"
    text: int = 100


LOOKS = (
    Look("light"),
    Look("dark", "dark"),
    Look("contrast", "contrast"),
    Look("fr", language="fr"),
    Look("200", text=200),
    Look("dark-fr-200", "dark", "fr", 200),
)


def make_album(folder: Path, looks: Iterable[Look] = LOOKS) -> dict[str, list[str]]:
    """Write every picture as a PNG; gives for each thing shown the names of its pictures."""
    made: dict[str, list[str]] = {}
    with TemporaryDirectory() as place, without_noise():
        _keep_settings_in(Path(place))
        application = Application(Preferences("light", language="en"))
        for look in looks:
            for name, picture in _pictures(application, look, Path(place)):
                file = f"{name}-{look.name}.png"
                picture.save(str(folder / file), "PNG", 90)
                made.setdefault(name, []).append(file)
    (folder / "index.html").write_text(_index(made), encoding="utf-8")
    return made


def _pictures(application: Application, look: Look, place: Path) -> Iterator[tuple[str, QPixmap]]:
    theme, words = load_theme(look.theme, look.text), Language(look.language)
    application.prefer(Preferences(look.theme, look.text, look.language))
    settle()
    yield from _taken(application.show_start(), "start")
    application.shown = None
    for what, records in (("", sample()), ("-plan", plan_of(sample()))):
        session = _begun(place / f"{look.name}{what}.workshop", records, words)
        window = Window(session, theme, words, partial(reading_at, NOW))
        window.show()
        if not what:
            yield from ((stop.name, stop.widget.grab()) for stop in dialogs(window, words))
        for stop in pages(window, session.workshop):
            window.activateWindow()  # another window was looked at before
            settle()
            yield f"{stop.name}{what}", window.grab()
            stage = session.workshop.find(Stage, stop.key)
            if stage is not None:
                focus = window.page.shown_to_room()
                room = _room(theme, words, session, stage.id, focus)
                yield from _taken(room, f"room-{stop.name}{what}")
        yield from _taken(_room(theme, words, session, None, Focus()), f"room-agenda{what}")
        for closed in (r for r in session.workshop.all(Round) if r.closed):
            session.do(votes.reveal_totals, closed.id)
            room = _room(theme, words, session, closed.stage, Focus(round=closed.id))
            yield from _taken(room, f"room-results{what}")
        _let_go(window)


def _begun(path: Path, records: tuple[Record, ...], words: Language) -> Session:
    """A workshop; where nothing is recorded yet, its SWOT has been going on for a while."""
    Session.create(path, records)
    session = Session.open(path, words)
    stages = session.workshop.all(Stage)
    if not any(stage.started_at for stage in stages):
        for stage in stages:
            session.do(course.start_stage, stage.id, BEGUN)
            if stage.kind is StageKind.SWOT:
                break
    return session


def _room(
    theme: Theme, words: Language, session: Session, stage: str | None, focus: Focus
) -> ProjectorWindow:
    window = ProjectorWindow(theme, words)
    window.resize(1280, 720)
    window.show_scene(scene_of(session.workshop, stage, focus.of_all_tables(), Now(NOW, NOW)))
    return window


def _taken(widget: QWidget, name: str) -> Iterator[tuple[str, QPixmap]]:
    widget.show()
    settle()
    yield name, widget.grab()
    _let_go(widget)


def _let_go(widget: QWidget) -> None:
    """What is alive would be dressed anew for the next look, which takes long."""
    widget.close()
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(widget, QEvent.Type.DeferredDelete)


def _keep_settings_in(folder: Path) -> None:
    """Pictures are of the program as it is at first, and change nothing of anybody's own."""
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
        QSettings.setPath(QSettings.Format.IniFormat, scope, str(folder))


def _index(made: dict[str, list[str]]) -> str:
    rows = "".join(
        f"<h2>{escape(name)}</h2><p>"
        + "".join(
            f'<a href="{file}"><img src="{file}" alt="{file}" title="{file}" loading="lazy"></a>'
            for file in files
        )
        for name, files in sorted(made.items())
    )
    style = (
        "body{font:16px sans-serif;margin:24px}img{width:400px;margin:4px;border:1px solid #999}"
    )
    head = f'<meta charset="utf-8"><title>Pictures</title><style>{style}</style>'
    return f"<!doctype html>{head}{rows}"


def main() -> None:
    """Write the album into the folder that is named; only the looks named after it, if any."""
    folder, *names = sys.argv[1:]
    Path(folder).mkdir(parents=True, exist_ok=True)
    make_album(Path(folder), [look for look in LOOKS if not names or look.name in names])


if __name__ == "__main__":
    main()
