"""The French of printed sheets: whole, compiled, and set as French is."""

from __future__ import annotations

import ast
import io
import re
from collections.abc import Iterator

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from facilitator.paper import planning
from facilitator.resources import RESOURCES, resource

ROOM = RESOURCES.parent / "facilitator" / "paper"


def catalogue() -> Catalog:
    with resource("translations", "fr", "paper.po").open("rb") as file:
        return read_po(file, locale="fr")


def used() -> Iterator[str]:
    """Every text that the sheets ask a language for."""
    for path in ROOM.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args:
                called = node.func
                name = called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")
                if name in {"words", "language", "plural"} and isinstance(
                    node.args[0], ast.Constant
                ):
                    yield str(node.args[0].value)
    yield from (
        text for name, text in vars(planning).items() if name.isupper() and isinstance(text, str)
    )


def test_every_text_has_its_french() -> None:
    known = catalogue()
    texts = set(used())
    assert len(texts) > 40
    missing = [text for text in texts if text not in known or not known[text].string]
    assert not missing
    unused = {
        message.id if isinstance(message.id, str) else message.id[0] for message in known
    } - texts
    assert unused == {""}


def test_the_compiled_catalogue_is_the_written_one() -> None:
    compiled = io.BytesIO()
    write_mo(compiled, catalogue())
    assert resource("translations", "fr", "paper.mo").read_bytes() == compiled.getvalue()


def test_french_fills_in_what_english_does_and_keeps_its_spaces() -> None:
    for message in catalogue():
        if not message.id:
            continue
        ids = [message.id] if isinstance(message.id, str) else list(message.id)
        shown = message.string or ""
        texts = [shown] if isinstance(shown, str) else list(shown)
        for text in texts:
            assert set(re.findall(r"{\w+}", text)) <= set(re.findall(r"{\w+}", ids[-1]))
            assert not re.search(r"[^\u00a0][:;!?»]|«[^\u00a0]", text), text
            assert "'" not in text
