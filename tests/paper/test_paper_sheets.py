from __future__ import annotations

from collections import Counter
from pathlib import Path

import cv2
import numpy as np
import pikepdf
import pytest

from facilitator.model.change import edited
from facilitator.model.kinds import SheetKind
from facilitator.model.records import Idea, Principle, Stage
from facilitator.paper.codes import code_in, payload, read_payload, show
from facilitator.paper.geometry import PAPERS, marker_cells
from facilitator.paper.layout import Symbol
from facilitator.paper.planning import plan_sheets
from facilitator.paper.sheets import lay_out
from facilitator.paper.subject import likeness, subject_of
from tests.paper import paper_samples as samples
from tests.paper.paper_pages import (
    Printed,
    codes_on,
    grey_pages,
    is_within_margins,
    overlaps,
    printed,
    printed_centre,
    text_of,
    to_pixels,
)

PIECES = [(paper, language) for paper in PAPERS for language in ("en", "fr")]


@pytest.fixture(scope="module", params=PIECES, ids="-".join)
def usual(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Printed:
    paper, language = request.param
    path = tmp_path_factory.mktemp("paper") / "sheets.pdf"
    return printed(samples.usual(people=2, principles=2), path, (), paper, language)


def expected_codes(piece: Printed) -> list[list[str]]:
    """What the codes on each page say, page by page, from the sheets that are registered."""
    address, at, pages = piece.workshop.facts.public_address, 0, []
    while at < len(piece.sheets):
        layout = piece.layout(piece.sheets[at])
        group = piece.sheets[at : at + layout.sheets]
        assert len({likeness(sheet) for sheet in group}) == 1
        for page in layout.pages:
            said = [
                payload(sheet.code, address, page.number, page.layout)
                for sheet, _ in zip(group, page.codes, strict=False)
            ]
            said += [e.payload for e in page.elements if isinstance(e, Symbol)]
            pages.append(sorted(said))
        at += len(group)
    return pages


def test_every_code_on_every_page_is_read_back(usual: Printed) -> None:
    pages = grey_pages(usual.path)
    read = [codes_on(page) for page in pages]
    assert read == expected_codes(usual)
    assert {code_in(text) for texts in read for text in texts} - {None} == {
        sheet.code for sheet in usual.sheets
    }
    assert all(is_within_margins(page) for page in pages)


def test_each_piece_that_comes_back_alone_has_a_code_in_letters(usual: Printed) -> None:
    said = " ".join(text_of(usual.path))
    assert all(show(sheet.code) in said for sheet in usual.sheets)
    assert "Secret Name" not in said
    assert Counter(sheet.kind for sheet in usual.sheets) == {
        SheetKind.AGENDA: 1,
        SheetKind.SWOT: 4,
        SheetKind.IDEA: 8,
        SheetKind.BALLOT: 2,
        SheetKind.POSTER: 2,
    }


def test_every_text_of_the_workshop_stands_on_its_sheet(usual: Printed) -> None:
    said = " ".join(text_of(usual.path))
    for idea in usual.workshop.all(Idea):
        assert idea.text in said
    for principle in usual.workshop.all(Principle):
        assert principle.name in said
        assert principle.statement in said
    for stage in usual.workshop.all(Stage):
        assert stage.title in said


def test_nothing_overlaps(usual: Printed) -> None:
    for sheet in {likeness(sheet): sheet for sheet in usual.sheets}.values():
        for page in usual.layout(sheet).pages:
            assert not overlaps(page)


def test_the_pdf_says_what_it_is_and_holds_no_picture(usual: Printed) -> None:
    with pikepdf.open(usual.path) as pdf:
        assert str(pdf.Root.Lang) == usual.words.code
        assert str(pdf.docinfo["/Title"]).startswith("Ontario Public Service renewal")
        assert {str(pdf.docinfo[key]) for key in ("/Creator", "/Producer")} == {"Facilitator"}
        assert not str(pdf.docinfo.get("/Author", ""))
        assert not any(
            isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"
            for each in pdf.objects
        )
        assert not any(
            isinstance(each, pikepdf.Dictionary) and each.get("/BaseFont") == "/Helvetica"
            for each in pdf.objects
        )
        with pdf.open_outline() as outline:
            assert len(outline.root) == 5
            assert [len(entry.children) for entry in outline.root] == [0, 4, 2, 1, 2]


def test_the_printed_bubbles_stand_where_the_geometry_says(usual: Printed) -> None:
    numbers, pages = [], grey_pages(usual.path)
    for number, texts in enumerate(expected_codes(usual)):
        found = read_payload(texts[0])
        if found is not None and found.layout:
            numbers.append(number)
    assert len(numbers) == 2
    ballot = next(sheet for sheet in usual.sheets if sheet.kind is SheetKind.BALLOT)
    (page,) = usual.layout(ballot).pages
    assert len(page.bubbles) == 3 * len(usual.workshop.all(Idea))
    homography = to_pixels(pages[numbers[0]], page)
    for bubble in page.bubbles:
        assert min(bubble.rect.width, bubble.rect.height) >= 5
        x, y = printed_centre(pages[numbers[0]], homography, bubble.rect)
        assert abs(x - bubble.rect.centre[0]) < 0.2
        assert abs(y - bubble.rect.centre[1]) < 0.2


def test_an_idea_that_is_merged_has_no_row_of_its_own() -> None:
    workshop = samples.usual()
    leader, other = (i for i in workshop.all(Idea)[:2])
    workshop.apply([edited(other, principle=leader.principle, merged_into=leader.id)])
    plan = plan_sheets(workshop, (SheetKind.BALLOT,), "letter", "en", samples.NOW, 1)
    layout = lay_out(subject_of(workshop, plan.sheets[0]))
    marked = {bubble.idea for page in layout.pages for bubble in page.bubbles}
    assert marked == {idea.id for idea in workshop.all(Idea)} - {other.id}


BALLOTS = {
    "two criteria": samples.usual(dots=5, criteria=("Interest", "Passion to work on it")),
    "many ideas": samples.usual(dots=12, ideas=36),
    "ten criteria": samples.usual(dots=4, stacking=1, ideas=7, criteria=tuple("ABCDEFGHIJ")),
    "forty dots": samples.usual(dots=40, ideas=3),
    "one dot": samples.usual(dots=1),
}


@pytest.mark.parametrize("name", BALLOTS)
def test_ballots_of_any_round_are_measured_and_read(name: str, tmp_path: Path) -> None:
    workshop = BALLOTS[name]
    piece = printed(workshop, tmp_path / "ballots.pdf", (SheetKind.BALLOT,))
    layout, pages = piece.layout(piece.sheets[0]), grey_pages(piece.path)
    assert len(pages) == len(layout.pages) * len(piece.sheets)
    seen = Counter(
        (bubble.idea, bubble.criterion) for page in layout.pages for bubble in page.bubbles
    )
    assert {idea for idea, _ in seen} == {idea.id for idea in workshop.all(Idea)}
    each = {"two criteria": 5, "many ideas": 12, "ten criteria": 1, "forty dots": 40, "one dot": 1}
    assert set(seen.values()) == {each[name]}
    for page, image in zip(layout.pages, pages, strict=False):
        assert not overlaps(page)
        assert is_within_margins(image)
        found = [read_payload(text) for text in codes_on(image)]
        assert [(f.code, f.page, f.layout) for f in found if f] == [
            (piece.sheets[0].code, page.number, page.layout)
        ]
        homography = to_pixels(image, page)
        for bubble in page.bubbles:
            x, y = printed_centre(image, homography, bubble.rect)
            assert abs(x - bubble.rect.centre[0]) < 0.2
            assert abs(y - bubble.rect.centre[1]) < 0.2


@pytest.mark.parametrize(("paper", "language"), [("letter", "en"), ("a3", "fr")])
def test_hostile_texts_stay_in_their_boxes(paper: str, language: str, tmp_path: Path) -> None:
    piece = printed(samples.hostile(), tmp_path / "hostile.pdf", (), paper, language)
    for sheet in {likeness(sheet): sheet for sheet in piece.sheets}.values():
        for page in piece.layout(sheet).pages:
            assert not overlaps(page)
    pages = grey_pages(piece.path)
    assert all(is_within_margins(page) for page in pages)
    assert [codes_on(page) for page in pages] == expected_codes(piece)
    said = " ".join(text_of(piece.path))
    assert "localhost" not in said
    assert "/home/me" not in said
    ballot = next(sheet for sheet in piece.sheets if sheet.kind is SheetKind.BALLOT)
    lines = "".join(
        line.text
        for page in piece.layout(ballot).pages
        for text in page.texts()
        for line in text.lines
    )
    assert lines.count("W") >= 5000
    assert samples.INUKTITUT in lines
    assert "<b>&amp;</b> {number} %s" in lines


@pytest.mark.parametrize("language", ["en", "fr"])
def test_an_empty_workshop_prints_what_it_can(language: str, tmp_path: Path) -> None:
    piece = printed(samples.empty(), tmp_path / "empty.pdf", (), "a4", language)
    assert {sheet.kind for sheet in piece.sheets} == {SheetKind.SWOT, SheetKind.IDEA}
    piece = printed(samples.empty(), tmp_path / "agenda.pdf", (SheetKind.AGENDA,), "a4", language)
    assert [codes_on(page) for page in grey_pages(piece.path)] == expected_codes(piece)


def test_a_public_address_is_in_every_code(tmp_path: Path) -> None:
    workshop = samples.usual(address="https://example.org/w/", principles=2)
    piece = printed(workshop, tmp_path / "sheets.pdf")
    read = [codes_on(page) for page in grey_pages(piece.path)]
    assert read == expected_codes(piece)
    assert all(any(text.startswith("https://example.org/w/") for text in texts) for texts in read)


def test_the_markers_are_those_of_the_dictionary() -> None:
    dictionary = cv2.aruco.getPredefinedDictionary(cv2.aruco.DICT_4X4_50)
    for marker in range(4):
        drawn = np.array(marker_cells(marker))
        assert (drawn == (dictionary.generateImageMarker(marker, 6) == 0)).all()
