"""Drawing sheets as a PDF: what alike sheets share is drawn once, each copy's own over it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from facilitator.files import whole_file
from facilitator.language import Language
from facilitator.model.errors import DomainError
from facilitator.model.kinds import SheetKind
from facilitator.model.records import Sheet
from facilitator.model.workshop import Workshop
from facilitator.paper.codes import payload, show
from facilitator.paper.layout import Count, Layout, points
from facilitator.paper.sheets import layout_of
from facilitator.paper.strokes import (
    draw_body,
    draw_code,
    draw_count,
    draw_links,
    draw_readable,
)
from facilitator.paper.subject import Likeness, Purpose, likeness, purpose, subject_of

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

Progress = Callable[[str, float], None]


def draw_sheets(
    workshop: Workshop,
    sheets: Sequence[Sheet],
    language: Language,
    out: Path,
    progress: Progress,
) -> None:
    """Draw sheets into a PDF, which takes the place of `out` only when it is whole.

    Each sheet is in its own language and on its own paper; `language` is that of the document's
    title, its bookmarks and what is said of the progress.

    `progress` is called with what is being done and how much of it is, 0 to 1; what it raises
    stops the work. Raises `DomainError` where a sheet cannot be put on paper, and `OSError`
    where the file cannot be written.
    """
    if not sheets:
        raise DomainError("There is no sheet to draw.")
    with whole_file(out) as part:
        work = _Work(workshop, sheets, language, part)
        done = 0
        for pile in _piles(sheets):
            for group in work.groups(pile):
                said = language("Sheet {n} of {total}", n=done + 1, total=len(sheets))
                progress(said, done / len(sheets))
                work.draw(group)
                done += len(group)
        work.canvas.save()
        progress(language("Sheets drawn"), 1.0)


def _piles(sheets: Sequence[Sheet]) -> Iterator[list[Sheet]]:
    """Sheets that follow each other and are alike."""
    for _, pile in groupby(sheets, likeness):
        yield list(pile)


class _Work:
    """A PDF under way."""

    def __init__(
        self, workshop: Workshop, sheets: Sequence[Sheet], language: Language, part: Path
    ) -> None:
        self.workshop, self.language = workshop, language
        self.address = workshop.facts.public_address
        self.totals = _totals(workshop, sheets)
        self.layouts: dict[Likeness, tuple[str, Layout]] = {}
        self.outlined: set[object] = set()
        self.canvas = _canvas(workshop, language, part)

    def groups(self, pile: list[Sheet]) -> Iterator[list[Sheet]]:
        """The sheets of a pile that come from one layout: one each, or as many as are cut."""
        _, layout = self._laid_out(pile[0])
        for at in range(0, len(pile), layout.sheets):
            yield pile[at : at + layout.sheets]

    def _laid_out(self, sheet: Sheet) -> tuple[str, Layout]:
        """The layout of a sheet and the name of its forms, drawn into the PDF the first time."""
        alike = likeness(sheet)
        if alike not in self.layouts:
            layout = layout_of(self.workshop, sheet)
            name = f"sheet{len(self.layouts)}"
            for page in layout.pages:
                width, height = points(layout.paper.width), points(layout.paper.height)
                self.canvas.beginForm(f"{name}-{page.number}", 0, 0, width, height)
                draw_body(self.canvas, page, layout.paper)
                self.canvas.endForm()
            self.layouts[alike] = name, layout
        return self.layouts[alike]

    def draw(self, group: list[Sheet]) -> None:
        """Draw the pages of one sheet, or of those that are cut from one page."""
        name, layout = self._laid_out(group[0])
        canvas, paper = self.canvas, layout.paper
        self.outline(group[0])
        for page in layout.pages:
            canvas.setPageSize((points(paper.width), points(paper.height)))
            canvas.doForm(f"{name}-{page.number}")
            for sheet, code in zip(group, page.codes, strict=False):
                said = payload(sheet.code, self.address, page.number, page.layout)
                draw_code(canvas, said, code.rect, paper.height)
                draw_readable(canvas, show(sheet.code), code.text, paper.height)
            for count in page.counts:
                if count.sheet < len(group):
                    self._draw_count(group[count.sheet], count, paper.height)
            draw_links(canvas, page, paper.height)
            canvas.showPage()

    def _draw_count(self, sheet: Sheet, count: Count, height: float) -> None:
        total = self.totals[purpose(sheet)]
        text = count.of_many if total > 1 else count.of_one
        words = Language(sheet.language)
        said = text.format(number=words.number(sheet.copy), total=words.number(total))
        draw_count(self.canvas, said, count, height)

    def outline(self, sheet: Sheet) -> None:
        """Add a bookmark for the kind of a sheet, and one for what it is for."""
        words = self.language
        self._bookmark(sheet.kind, kind_name(sheet.kind, words), 0)
        subject = subject_of(self.workshop, sheet)
        round_ = subject.contest.round.title if subject.contest else ""
        named = (
            subject.principle.name if subject.principle else "",
            subject.table.name if subject.table else "",
            round_,
        )
        about = " · ".join(name for name in named if name)
        if about:
            self._bookmark(likeness(sheet), about, 1)

    def _bookmark(self, what: object, title: str, level: int) -> None:
        if what in self.outlined:
            return
        self.outlined.add(what)
        key = f"at{len(self.outlined)}"
        self.canvas.bookmarkPage(key)
        self.canvas.addOutlineEntry(title, key, level=level)


def kind_name(kind: SheetKind, words: Language) -> str:
    """Sheets of a kind, as people call them."""
    return {
        SheetKind.AGENDA: words("Agenda"),
        SheetKind.SWOT: words("SWOT sheets"),
        SheetKind.IDEA: words("Idea cards"),
        SheetKind.BALLOT: words("Ballots"),
        SheetKind.POSTER: words("Wall posters"),
    }[kind]


def _totals(workshop: Workshop, sheets: Sequence[Sheet]) -> dict[Purpose, int]:
    """The highest copy number for each purpose, registered or about to be."""
    totals: dict[Purpose, int] = {}
    for sheet in (*workshop.each(Sheet), *sheets):
        alike = purpose(sheet)
        totals[alike] = max(totals.get(alike, 0), sheet.copy)
    return totals


def _canvas(workshop: Workshop, language: Language, part: Path) -> Canvas:
    from reportlab.pdfgen.canvas import Canvas

    from facilitator.typeset.fonts import REGULAR, font

    font(REGULAR)
    first: Any = REGULAR  # the stubs say float; without it Helvetica is referred to, not embedded
    canvas = Canvas(str(part), lang=language.code, initialFontName=first, pageCompression=1)
    title = workshop.facts.title.strip() or language("Workshop")
    canvas.setTitle(language("{title}: handouts", title=title))
    canvas.setAuthor("")
    canvas.setSubject("")
    canvas.setCreator("Facilitator")
    canvas.setProducer("Facilitator")
    return canvas
