from __future__ import annotations

import io
import re
from pathlib import Path

from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po

from facilitator.resources import resource

ROOM = Path(__file__).resolve().parents[2] / "facilitator" / "report"
KEYWORDS = {"t": None, "language": None, "words": None, "plural": (1, 2)}
PO = resource("translations", "fr", "report.po")
MO = resource("translations", "fr", "report.mo")


def test_every_text_of_the_report_is_translated_and_nothing_else() -> None:
    with PO.open("rb") as file:
        catalogue = read_po(file, locale="fr")
    asked = {message for _, _, message, _, _ in extract_from_dir(ROOM, keywords=KEYWORDS)}
    assert len(asked) > 150
    ids = {message if isinstance(message, str) else message[0] for message in asked}
    assert ids == {
        message.id if isinstance(message.id, str) else message.id[0]
        for message in catalogue
        if message.id
    }
    for message in catalogue:
        given = [message.string] if isinstance(message.string, str) else message.string or [""]
        wanted = message.id if isinstance(message.id, str) else " ".join(message.id)
        assert all(given), message.id
        assert not message.fuzzy, message.id
        assert _fields(" ".join(given)) == _fields(wanted), message.id


def _fields(text: str) -> set[str]:
    return set(re.findall(r"{\w+}", text))


def test_the_compiled_catalogue_is_current() -> None:
    with PO.open("rb") as file:
        fresh = io.BytesIO()
        write_mo(fresh, read_po(file, locale="fr"))
    fresh.seek(0)
    with MO.open("rb") as file:
        stored = [(str(m.id), str(m.string)) for m in read_mo(file) if m.id]
    assert stored == [(str(m.id), str(m.string)) for m in read_mo(fresh) if m.id]
