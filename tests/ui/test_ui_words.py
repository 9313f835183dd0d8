"""The French of the screen: whole, compiled, set as French is, and never cut."""

from __future__ import annotations

import ast
import io
import re
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QAbstractButton, QDialog, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from facilitator.exchange.errors import ExchangeError
from facilitator.exchange.templates import template_names
from facilitator.language import Language
from facilitator.model import course, ideas
from facilitator.model.act_names import ACT_NAMES
from facilitator.model.errors import SaidError
from facilitator.model.kind_names import KIND_NAMES
from facilitator.model.kinds import Method, Quadrant, StageKind
from facilitator.model.limits import TEXT_LETTERS
from facilitator.model.records import Idea, Principle, Stage
from facilitator.resources import RESOURCES, resource
from facilitator.storage import errors as storage_errors
from facilitator.storage import file as storage
from tests.ui.conftest import BEGIN, OpenWindow
from ui.actions import ACTIONS, MENUS, keys_of
from ui.app import Application
from ui.dialogs.keys import KeysDialog
from ui.dialogs.printing import KINDS, PAPERS
from ui.pages import BESIDE, THEMES
from ui.preferences import Preferences
from ui.stages.votes.page import VotesPage
from ui.stages.votes.results import RATING_TITLES
from ui.stages.votes.typed import ANSWERS
from ui.start import TEMPLATES
from ui.widgets.chooser import Chooser
from ui.widgets.hints import KeyHints
from ui.widgets.labels import OneLine
from ui.window import Window

SOURCE = RESOURCES.parent
Id = str | tuple[str, str]


def catalogue(room: str = "ui") -> Catalog:
    with resource("translations", "fr", f"{room}.po").open("rb") as file:
        return read_po(file, locale="fr")


def calls(*places: str) -> Iterator[tuple[str, list[str]]]:
    """The name of everything that is called, with the texts written down as its arguments."""
    for path in chain.from_iterable(_sources(SOURCE / place) for place in places):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                values = [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
                yield name, [value for value in values if isinstance(value, str)]


def _sources(place: Path) -> list[Path]:
    return [place] if place.is_file() else list(place.rglob("*.py"))


def in_code() -> Iterator[Id]:
    for name, texts in calls("ui"):
        if name in {"words", "_words"} and texts:
            yield texts[0]
        elif name == "plural" and len(texts) == 2:
            yield texts[0], texts[1]


def in_tables() -> Iterator[Id]:
    yield from (*MENUS, *PAPERS.values(), *KINDS.values(), *RATING_TITLES)
    yield from (action.text for action in ACTIONS)
    yield from (text for page in BESIDE for text in (page.title, page.about))
    yield from (text for _, *texts in TEMPLATES for text in texts)
    yield from (short for short, _ in ANSWERS)
    yield from (quadrant.letter for quadrant in Quadrant)
    yield from ACT_NAMES.values()
    yield from KIND_NAMES.values()


def refused() -> Iterator[Id]:
    """What the model says where it refuses, and the things that it names there."""
    tables = ("tables_in", "separated", "spreadsheet", "people")
    read = [f"facilitator/exchange/{name}.py" for name in tables]
    disks = ("facilitator/storage", "facilitator/files.py")
    for name, texts in calls("facilitator/model", "facilitator/paper/planning.py", *read, *disks):
        if name in {
            *(said.__name__ for said in said_errors()),
            "Phrase",
            "_formed",
            "clean_text",
            "clean_text_or_none",
        }:
            yield from texts
    yield from (storage._CHANGED, storage._GONE, storage_errors._DAMAGED, "The text")
    yield from storage_errors._ENVIRONMENT.values()


def said_errors() -> Iterator[type[SaidError]]:
    """Every kind of error that the window may say; a slip in a JSON file is none of them."""
    kinds: list[type[SaidError]] = [SaidError]
    while kinds:
        kind = kinds.pop()
        kinds += kind.__subclasses__()
        if kind is not ExchangeError:
            yield kind


def forms(texts: str | Sequence[str] | None) -> tuple[str, ...]:
    """A text, or its singular and plural, as a tuple."""
    return (texts or "",) if isinstance(texts, str | None) else tuple(texts)


def test_every_text_has_its_french() -> None:
    known = catalogue()
    texts = {*in_code(), *in_tables(), *refused()}
    assert len(texts) > 400
    plain = {one for one in map(forms, texts) if len(one) == 1}
    in_two = {both for both in map(forms, texts) if len(both) == 2}
    stored = {forms(message.id) for message in known if message.id}
    assert plain | in_two == stored
    for message in known:
        assert all(forms(message.string)), message.id
        assert not message.fuzzy, message.id


def test_the_compiled_catalogue_is_the_written_one() -> None:
    compiled = io.BytesIO()
    write_mo(compiled, catalogue())
    assert resource("translations", "fr", "ui.mo").read_bytes() == compiled.getvalue()


def test_french_fills_in_what_english_does() -> None:
    for message in catalogue():
        wanted, given = " ".join(forms(message.id)), " ".join(forms(message.string))
        if message.id:
            assert set(re.findall(r"{\w+}", given)) == set(re.findall(r"{\w+}", wanted)), wanted


@pytest.mark.parametrize("room", ["paper", "report"])
def test_the_screen_says_what_the_paper_says(room: str) -> None:
    """The catalogues are read as one: a text that two rooms ask for has one French."""
    for message in catalogue(room):
        own = catalogue_ids().get(forms(message.id)[0]) if message.id else None
        assert own is None or own == forms(message.string), message.id


def catalogue_ids() -> dict[str, tuple[str, ...]]:
    return {forms(message.id)[0]: forms(message.string) for message in catalogue() if message.id}


SPACED = re.compile(r"(?<!\u00a0)(?:[;!?»]|:(?!\d|//))|«(?!\u00a0)")
"""A sign without its space; 13:30 and https:// need none."""


@pytest.mark.parametrize("room", ["ui", "report", "paper"])
def test_french_keeps_its_spaces(room: str) -> None:
    for message in catalogue(room):
        for text in forms(message.string) if message.id else ():
            assert not SPACED.search(text), text
            assert "'" not in text


# On the screen


def cut_texts(shown: QWidget) -> list[str]:
    """The texts that have less room than they need."""
    return [text for widget in shown.findChildren(QWidget) for text in _cut(widget)]


def _cut(widget: QWidget) -> Iterator[str]:
    if not widget.isVisible() or isinstance(widget, KeyHints | OneLine | Chooser):
        return  # they end in “…” where they must, and tell the whole beside
    if isinstance(widget, QLabel) and widget.wordWrap():
        if widget.heightForWidth(widget.width()) > widget.height():
            yield widget.text()
    elif isinstance(widget, QLabel | QAbstractButton) and (
        widget.width() < widget.sizeHint().width()
    ):
        yield widget.text()


def silent_hints(shown: QWidget) -> list[str]:
    """The lines of keys that say nothing, for want of room."""
    hints = [own for own in shown.findChildren(KeyHints) if own.isVisible()]
    return [own.text() for own in hints if _needed(own) > own.height()]


def _needed(hints: KeyHints) -> int:
    return QLabel.heightForWidth(hints, hints.width())


def settle(qtbot: QtBot) -> None:
    for _ in range(3):
        QCoreApplication.processEvents()


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("what", ["sample", "plan", *template_names()])
def test_no_text_is_cut(sample_window: OpenWindow, qtbot: QtBot, what: str, language: str) -> None:
    window = sample_window(what, language=language)
    for key in (*(stage.id for stage in window._session.workshop.all(Stage)), THEMES):
        window.rail.go(key)
        settle(qtbot)
        assert cut_texts(window) == []
        assert silent_hints(window) == []
        if key != THEMES:
            window.actions_.qt("stage_notes").trigger()  # beside the page
            settle(qtbot)
            assert cut_texts(window) == []
        assert (window.width(), window.height()) == (1280, 720)


@pytest.mark.parametrize("method", list(Method))
def test_no_text_of_a_vote_is_cut(sample_window: OpenWindow, qtbot: QtBot, method: Method) -> None:
    window = sample_window("plan", kind=StageKind.PRIORITIZATION, language="fr")
    page = window.page
    assert isinstance(page, VotesPage)
    session = window._session
    principle = session.workshop.all(Principle)[0].id
    session.do(ideas.add_ideas, principle, ["Parler clairement", "Écouter"])
    page._add_round(method)
    page.head.rounds.choose(page._rounds()[-1].id)
    assert page.desk is not None
    shown = []
    for typed in ("", "1", "1 2 3 1 1 1 8", "99 x", "1 1 1 1 1 1 1 1 1"):
        page.desk.entry.line.setText(typed)
        settle(qtbot)
        shown.append(page.desk.entry.hint())
        assert cut_texts(window) == []
    assert len(set(shown)) > 2
    page.desk.entry.clear()
    page.head.edit_rules()
    settle(qtbot)
    assert cut_texts(window) == []
    page._close_or_open()
    settle(qtbot)
    assert cut_texts(window) == []
    header = page.results.tree.header()
    for section in range(header.count()):
        assert header.sectionSize(section) >= header.sectionSizeHint(section)


def test_no_text_of_a_dialog_is_cut(sample_window: OpenWindow, qtbot: QtBot) -> None:
    window = sample_window(language="fr")
    window.printing.show_keys()
    keys = window.findChild(KeysDialog)
    assert keys is not None
    dialogs: list[QDialog] = [keys, window.printing.ask_for_handouts()]
    for dialog in (*dialogs, window.printing.ask_for_report()):
        settle(qtbot)
        assert cut_texts(dialog) == []
        assert dialog.width() <= 1280
        assert dialog.height() <= 720
        dialog.reject()


@pytest.fixture
def french(qtbot: QtBot) -> Iterator[Application]:
    application = Application(Preferences("light", language="fr"))
    yield application
    if application.shown is not None:
        application.shown.close()
    QCoreApplication.removeTranslator(application._translator)


def test_the_start_page(french: Application, qtbot: QtBot, tmp_path: Path) -> None:
    page = french.show_start()
    settle(qtbot)
    assert cut_texts(page) == []
    said = [label.text() for label in page.findChildren(QLabel)]
    assert "REPRENDRE" in said


def test_a_new_workshop_is_in_the_language_of_the_screen(
    french: Application, tmp_path: Path
) -> None:
    page = french.show_start()
    french._asking().new("short-swot")
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "a.workshop"))
    assert isinstance(french.shown, Window)
    facts = french.shown._session.workshop.facts
    assert (facts.title, facts.language) == ("Courte analyse FFOM", "fr")


def test_keys_have_their_french_names(french: Application) -> None:
    assert (keys_of("delete"), keys_of("report")) == ("Suppr", "Ctrl+Maj+P")


def test_a_refusal_is_said_in_french(sample_window: OpenWindow) -> None:
    window = sample_window(language="fr")
    session = window._session
    idea = session.workshop.all(Idea)[0]
    session.do(ideas.edit_idea, idea.id, "x" * (TEXT_LETTERS + 1))
    most, n = (Language("fr").number(n) for n in (TEXT_LETTERS, TEXT_LETTERS + 1))
    assert window.banner.sentence == (
        f"L’idée\u00a0: {n} caractères, c’est trop\u00a0; "
        f"il en tient {most} au plus, divisez le texte."
    )
    stage = session.workshop.all(Stage)[0]
    session.do(course.finish_stage, stage.id, BEGIN)
    assert window.banner.sentence == (
        f"«\u00a0{stage.title}\u00a0» n’est pas en cours\u00a0: commencez d’abord cette étape."
    )


def test_undo_says_what_in_french(sample_window: OpenWindow) -> None:
    window: Window = sample_window(language="fr")
    principle = window._session.workshop.all(Principle)[0].id
    window._session.do(ideas.add_ideas, principle, ["Parler clairement", "Écouter"])
    assert window.actions_.qt("undo").text() == "Annuler\u00a0: ajout de 2 idées"
