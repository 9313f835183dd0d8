"""Every action once, as data: menus, shortcuts and the shortcut sheet are all made from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenuBar, QWidget

from facilitator.language import Language


@dataclass(frozen=True, slots=True)
class Action:
    """One action: its id, its text, its keys (Qt's names), the menu in which it stands.

    Of the actions of one `group` one is chosen at any time.
    """

    id: str
    text: str
    keys: tuple[str, ...]
    menu: str
    group: str = ""


MENUS = ("File", "Edit", "View", "Go", "Stage", "Notes", "Vote", "Room", "Print", "Help")

ACTIONS = (
    Action("new", "New workshop…", ("Ctrl+N",), "File"),
    Action("open", "Open workshop…", ("Ctrl+O",), "File"),
    Action("sample", "Open a copy of the sample", (), "File"),
    Action("recover", "Recover a damaged workshop…", (), "File"),
    Action("close", "Close workshop", ("Ctrl+W",), "File"),
    Action("quit", "Quit", ("Ctrl+Q",), "File"),
    Action("undo", "Undo", ("Ctrl+Z",), "Edit"),
    Action("redo", "Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "Edit"),
    Action("add", "Add", ("Ins",), "Edit"),
    Action("restore", "Put back what was deleted", ("Ctrl+Shift+T",), "Edit"),
    Action("move_up", "Move up in the list", ("Alt+Up",), "Edit"),
    Action("move_down", "Move down in the list", ("Alt+Down",), "Edit"),
    Action("text_larger", "Larger text", ("Ctrl++", "Ctrl+="), "View"),
    Action("text_smaller", "Smaller text", ("Ctrl+-",), "View"),
    Action("text_normal", "Text of normal size", ("Ctrl+0",), "View"),
    Action("theme_system", "Colours of the system", (), "View", "theme"),
    Action("theme_light", "Light colours", (), "View", "theme"),
    Action("theme_dark", "Dark colours", (), "View", "theme"),
    Action("theme_contrast", "High contrast", (), "View", "theme"),
    Action("language_en", "English", (), "View", "language"),
    Action("language_fr", "Français", (), "View", "language"),
    Action("preferences", "Preferences…", ("Ctrl+,",), "View"),
    Action("palette", "Search or command…", ("Ctrl+K", "Ctrl+F"), "Go"),
    Action("mode_prepare", "Prepare", ("Ctrl+F1",), "Go"),
    Action("mode_run", "Run", ("Ctrl+F2",), "Go"),
    Action("mode_review", "Review", ("Ctrl+F3",), "Go"),
    Action("next_page", "Next page", ("Ctrl+PgDown",), "Go"),
    Action("previous_page", "Previous page", ("Ctrl+PgUp",), "Go"),
    Action("running", "To the running stage", ("F4",), "Go"),
    Action("entry", "To the entry line", ("Ctrl+E",), "Go"),
    Action("notes_list", "To the notes beside", ("F3",), "Go"),
    Action("next_principle", "Next principle", ("Alt+Right",), "Go"),
    Action("previous_principle", "Previous principle", ("Alt+Left",), "Go"),
    Action("next_table", "Next table, or sector", ("Ctrl+Down",), "Go"),
    Action("previous_table", "Previous table, or sector", ("Ctrl+Up",), "Go"),
    Action("start_finish", "Start or finish the stage", ("F5",), "Stage"),
    Action("start_next", "Finish, and start the next stage", ("F6",), "Stage"),
    Action("pause", "Pause the stage, or go on", ("Shift+F5",), "Stage"),
    Action("go_back", "Back to the stage before", ("Shift+F6",), "Stage"),
    Action("skip", "Skip the stage, or bring it back", ("Ctrl+F6",), "Stage"),
    Action("plus_1", "1 minute more", ("Ctrl+Shift+Up",), "Stage"),
    Action("minus_1", "1 minute less", ("Ctrl+Shift+Down",), "Stage"),
    Action("plus_5", "5 minutes more", ("Ctrl+Shift+PgUp",), "Stage"),
    Action("minus_5", "5 minutes less", ("Ctrl+Shift+PgDown",), "Stage"),
    Action("private_notes", "Show or hide what only you see", ("Shift+F7",), "Stage"),
    Action("stage_notes", "To the stage's notes", ("F7",), "Stage"),
    Action("quadrant_1", "Strengths", ("Ctrl+1",), "Notes"),
    Action("quadrant_2", "Weaknesses", ("Ctrl+2",), "Notes"),
    Action("quadrant_3", "Opportunities", ("Ctrl+3",), "Notes"),
    Action("quadrant_4", "Threats", ("Ctrl+4",), "Notes"),
    Action("move_1", "Move to strengths", ("Alt+1",), "Notes"),
    Action("move_2", "Move to weaknesses", ("Alt+2",), "Notes"),
    Action("move_3", "Move to opportunities", ("Alt+3",), "Notes"),
    Action("move_4", "Move to threats", ("Alt+4",), "Notes"),
    Action("elsewhere", "Move to another table or principle…", ("Ctrl+M",), "Notes"),
    Action("edit", "Edit", ("F2",), "Notes"),
    Action("delete", "Delete", ("Del",), "Notes"),
    Action("illegible", "Mark as illegible, or legible again", ("Ctrl+I",), "Notes"),
    Action("language", "Mark as in the other language", ("Ctrl+L",), "Notes"),
    Action("assign", "Put the chosen notes under the theme", ("Ctrl+T",), "Notes"),
    Action("answer", "Link the chosen notes to the idea", ("Ctrl+J",), "Notes"),
    Action("support", "Support the idea", ("Ctrl+B",), "Notes"),
    Action("withdraw", "Take back the last support", ("Ctrl+Shift+B",), "Notes"),
    Action("import_people", "Import people…", ("Ctrl+Shift+I",), "Edit"),
    Action("take_back", "Take back an arrival", ("Ctrl+Shift+A",), "Notes"),
    Action("spoil", "Record as spoiled, with this reason", ("F8",), "Vote"),
    Action("close_round", "Close the round, or open it again", ("F9",), "Vote"),
    Action("reveal", "Show the totals to the room, or hide them", ("Ctrl+F9",), "Vote"),
    Action("next_round", "Next round", ("Ctrl+R",), "Vote"),
    Action("revote", "New round on the tied ideas", ("Ctrl+Shift+R",), "Vote"),
    Action("voters", "To the number of voters", ("Ctrl+G",), "Vote"),
    Action("next_criterion", "Next dot colour", ("Ctrl+D",), "Vote"),
    Action("next_count", "To the next count: first, second, settling", ("Ctrl+Shift+C",), "Vote"),
    Action("alike", "To the ideas that look alike, and back", ("Ctrl+Shift+M",), "Vote"),
    Action("projector", "Show the room's screen, or hide it", ("F12",), "Room"),
    Action("blank", "Make the room's screen black, or not", ("F11",), "Room"),
    Action("room_agenda", "Show the room the agenda, or the stage", ("Shift+F12",), "Room"),
    Action("room_table", "Show the room one table's notes, or all", ("Shift+F11",), "Room"),
    Action("handouts", "Handouts…", ("Ctrl+P",), "Print"),
    Action("report", "Summary…", ("Ctrl+Shift+P",), "Print"),
    Action("shortcuts", "Keys", ("F1",), "Help"),
)

AT_START = ("new", "open", "sample", "recover", "quit")
"""What can be done where no workshop is open."""

PREFERRING = tuple(action.id for action in ACTIONS if action.menu == "View")
"""What changes how the program looks and reads."""

Handlers = Mapping[str, Callable[[], object]]


class Actions:
    """The actions as Qt's, in one menu bar; a page takes those that it knows."""

    def __init__(
        self, parent: QWidget, bar: QMenuBar, words: Language, menus: Sequence[str] = MENUS
    ) -> None:
        """Make the actions of these menus, and put each into its menu."""
        self._words = words
        self._actions: dict[str, QAction] = {}
        self._handlers: dict[str, Callable[[], object]] = {}
        shown = {name: bar.addMenu(words(name)) for name in menus}
        groups: dict[str, QActionGroup] = {}
        for action in ACTIONS:
            if action.menu not in shown:
                continue
            qt = QAction(words(action.text), parent)
            qt.setShortcuts([QKeySequence(keys) for keys in action.keys])
            qt.triggered.connect(lambda _=False, id_=action.id: self._run(id_))
            shown[action.menu].addAction(qt)
            self._actions[action.id] = qt
            if action.group:
                qt.setCheckable(True)
                groups.setdefault(action.group, QActionGroup(parent)).addAction(qt)

    def take(self, handlers: Handlers) -> None:
        """Enable exactly these actions."""
        self._handlers = dict(handlers)
        for id_, action in self._actions.items():
            action.setEnabled(id_ in handlers)

    def enable(self, id_: str, *, enabled: bool, text: str | None = None) -> None:
        """Enable or disable one action, with another text if one is given."""
        self._actions[id_].setEnabled(enabled and id_ in self._handlers)
        if text is not None:
            self._actions[id_].setText(text)

    def choose(self, ids: Iterable[str]) -> None:
        """Mark each of these as the chosen one of its group."""
        for id_ in ids:
            self._actions[id_].setChecked(True)

    def qt(self, id_: str) -> QAction:
        """The action as Qt's, for a tool button."""
        return self._actions[id_]

    def _run(self, id_: str) -> None:
        handler = self._handlers.get(id_)
        if handler is not None:
            handler()


def grouped() -> list[tuple[str, tuple[Action, ...]]]:
    """The actions that have keys, menu by menu: what a sheet of keys shows."""
    groups = [(menu, tuple(a for a in ACTIONS if a.menu == menu and a.keys)) for menu in MENUS]
    return [(menu, actions) for menu, actions in groups if actions]


def keys_of(id_: str) -> str:
    """The first keys of an action as the system writes them, or nothing."""
    action = next(action for action in ACTIONS if action.id == id_)
    if not action.keys:
        return ""
    return QKeySequence(action.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
