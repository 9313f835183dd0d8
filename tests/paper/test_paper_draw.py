from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from facilitator.language import Language
from facilitator.model.change import edited, removed
from facilitator.model.errors import DomainError
from facilitator.model.kinds import SheetKind
from facilitator.model.printing import register_sheets
from facilitator.model.records import Facts, Idea, Resource
from facilitator.paper.codes import read_payload
from facilitator.paper.draw import draw_sheets
from facilitator.paper.geometry import PAPERS, Bubble, Rect, fingerprint
from facilitator.paper.planning import plan_sheets
from facilitator.paper.sheets.agenda import linked
from tests.paper import paper_samples as samples
from tests.paper.paper_pages import codes_on, grey_pages, printed, text_of

WORDS = Language("en")


class StoppedError(Exception):
    pass


def test_a_stopped_print_leaves_the_old_file(tmp_path: Path) -> None:
    workshop = samples.usual()
    plan = plan_sheets(workshop, (), "letter", "en", samples.NOW)
    out = tmp_path / "sheets.pdf"
    out.write_bytes(b"old")

    def stop(_text: str, part: float) -> None:
        if part > 0.5:
            raise StoppedError

    with pytest.raises(StoppedError):
        draw_sheets(workshop, plan.sheets, WORDS, out, stop)
    assert out.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [out]


def test_progress_rises_from_nothing_to_all(tmp_path: Path) -> None:
    workshop, said = samples.usual(), []
    plan = plan_sheets(workshop, (), "letter", "en", samples.NOW)
    draw_sheets(workshop, plan.sheets, WORDS, tmp_path / "a.pdf", lambda t, f: said.append((t, f)))
    assert said[0] == (f"Sheet 1 of {len(plan.sheets)}", 0.0)
    assert said[-1][1] == 1.0
    assert [part for _, part in said] == sorted(part for _, part in said)


def test_no_sheets_are_no_file(tmp_path: Path) -> None:
    with pytest.raises(DomainError, match="no sheet"):
        draw_sheets(samples.usual(), (), WORDS, tmp_path / "a.pdf", lambda _t, _f: None)
    assert not list(tmp_path.iterdir())


def test_alike_sheets_share_their_body(tmp_path: Path) -> None:
    few = printed(samples.usual(people=2), tmp_path / "few.pdf", (SheetKind.BALLOT,))
    many = printed(samples.usual(people=102), tmp_path / "many.pdf", (SheetKind.BALLOT,))
    assert (many.path.stat().st_size - few.path.stat().st_size) / 100 < 3_000
    assert "Ballot 102 of 102" in text_of(many.path)[-1]


def test_later_copies_count_with_those_before(tmp_path: Path) -> None:
    workshop = samples.usual(people=2)
    first = plan_sheets(workshop, (SheetKind.BALLOT,), "letter", "en", samples.NOW)
    workshop.apply(register_sheets(first.sheets).changes)
    piece = printed(workshop, tmp_path / "more.pdf", (SheetKind.BALLOT,))
    assert ["Ballot 3 of 4" in text_of(piece.path)[0], "Ballot 4 of 4" in text_of(piece.path)[1]]


def test_idea_cards_of_a_last_page_may_be_fewer(tmp_path: Path) -> None:
    workshop = samples.usual()
    sheets = plan_sheets(workshop, (SheetKind.IDEA,), "letter", "en", samples.NOW).sheets[:3]
    out = tmp_path / "cards.pdf"
    draw_sheets(workshop, sheets, WORDS, out, lambda _t, _f: None)
    (page,) = grey_pages(out)
    assert len(codes_on(page)) == 3


def test_a_ballot_says_when_its_ideas_are_not_those_printed(tmp_path: Path) -> None:
    workshop = samples.usual(people=1)
    piece = printed(workshop, tmp_path / "before.pdf", (SheetKind.BALLOT,))
    scanned = read_payload(codes_on(grey_pages(piece.path)[0])[0])
    assert scanned is not None
    assert scanned.layout == piece.layout(piece.sheets[0]).pages[0].layout
    workshop.apply([removed(workshop.get(Idea, "i2"))])
    assert scanned.layout != piece.layout(piece.sheets[0]).pages[0].layout


def test_the_fingerprint_knows_places_and_meanings() -> None:
    rect = Rect(10.0, 20.0, 5.5, 5.5)
    known = {
        fingerprint([Bubble(*each)])
        for each in (
            ("a", None, 1, rect),
            ("b", None, 1, rect),
            ("a", "c", 1, rect),
            ("a", None, 2, rect),
            ("a", None, 1, Rect(10.2, 20.0, 5.5, 5.5)),
        )
    }
    assert len(known) == 5
    assert all(len(text) == 2 for text in known)


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("https://example.org/é", "https://example.org/%C3%A9"),
        ("http://localhost/a", ""),
        ("http://192.168.0.4:8000/", ""),
        ("file:///home/me/a.pdf", ""),
        ("C:\\Users\\me\\a.pdf", ""),
        ("javascript:alert(1)", ""),
        ("", ""),
    ],
)
def test_resources_link_to_where_phones_can_go(url: str, address: str) -> None:
    assert linked(url) == address


def test_resources_are_linked_and_captioned(tmp_path: Path) -> None:
    piece = printed(samples.usual(), tmp_path / "agenda.pdf", (SheetKind.AGENDA,))
    (said,) = text_of(piece.path)
    assert "Needs the internet" in said
    assert "Works without the internet" in said
    (layout,) = piece.layout(piece.sheets[0]).pages
    assert [link.address for link in layout.links] == [
        resource.url for resource in piece.workshop.all(Resource)
    ]
    assert "13:00–13:15" in said
    assert "15:55–16:05" in said


def test_the_pages_have_the_size_of_their_paper(tmp_path: Path) -> None:
    for paper in PAPERS.values():
        piece = printed(
            samples.usual(), tmp_path / f"{paper.name}.pdf", (SheetKind.POSTER,), paper.name
        )
        pdf = pdfium.PdfDocument(piece.path)
        assert {tuple(round(each * 25.4 / 72, 1) for each in page.get_size()) for page in pdf} == {
            (paper.width, paper.height)
        }
        pdf.close()


def test_a_date_that_is_none_is_printed_as_it_was_typed(tmp_path: Path) -> None:
    workshop = samples.usual()
    workshop.apply([edited(workshop.facts, date="in the fall", starts="")])
    piece = printed(workshop, tmp_path / "agenda.pdf", (SheetKind.AGENDA,))
    assert "in the fall · MaRS Centre" in text_of(piece.path)[0]
    assert workshop.all(Facts)


def test_planning_needs_nothing_that_draws() -> None:
    code = (
        "import sys, facilitator.paper.planning; print({'reportlab', 'qrcode'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
