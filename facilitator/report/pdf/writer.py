"""Writing a report as PDF."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from reportlab.platypus import BaseDocTemplate, CondPageBreak, Frame, PageTemplate

from facilitator.files import whole_file
from facilitator.language import Language
from facilitator.report.pdf.blocks import flowables, title_block
from facilitator.report.pdf.rows import Rows
from facilitator.report.pdf.style import MARGIN, MARGINAL, Page, page
from facilitator.report.tree import Block, Document, Notice, NoticeKind, texts
from facilitator.typeset.fonts import REGULAR, font, replacements, unsettable
from facilitator.typeset.text import draw_line, measure

Progress = Callable[[str, float], None]
HEAD_ROOM = 26.0
FOOT_ROOM = 28.0
MOST_NAMED = 12


def write(document: Document, out: Path, paper: str, tell: Progress) -> tuple[str, ...]:
    """What `facilitator.report.pdf.write_pdf` promises."""
    size, words = page(paper), Language(document.language)
    font(REGULAR)
    unset = unsettable_sentences(document, words)
    tell(words("Setting the report"), 0.0)
    story = list(_story(document, size, unset, tell, words))
    tell(words("Writing the pages"), 0.5)
    with whole_file(out) as part:
        template = _Template(str(part), document, size, words)
        template.watch(len(story), lambda share: tell(words("Writing the pages"), share))
        template.build(story)
    tell(words("Done"), 1.0)
    return unset


def unsettable_sentences(document: Document, words: Language) -> tuple[str, ...]:
    """What no font here can set, and what stands in its place."""
    found: dict[str, str] = {}
    for text in texts(document):
        if not text.isascii():
            instead = replacements(text)
            found.update((char, instead[char]) for char in unsettable(text) if char not in found)
    found = {char: shown for char, shown in found.items() if shown.strip()}
    if not found:
        return ()
    shown = ", ".join(list(dict.fromkeys(found.values()))[:MOST_NAMED])
    if len(found) > MOST_NAMED:
        shown += " …"
    return (
        words.plural(
            "{n} character is not in the fonts of this program; in its place stands: {shown}",
            "{n} characters are not in the fonts of this program; in their place stand: {shown}",
            len(found),
            shown=shown,
        ),
    )


def _story(
    document: Document, size: Page, unset: tuple[str, ...], tell: Progress, words: Language
) -> Iterator[Any]:
    """The flowables; headings get a break before them where what follows would not fit."""
    yield from title_block(document, size)
    blocks: list[Block] = list(document.blocks)
    blocks += [Notice(NoticeKind.LIMITS, sentence) for sentence in unset]
    waiting: list[Rows] = []
    needed = wanted = 0.0
    for done, rows in flowables(blocks, size):
        if done % 200 == 0:
            tell(words("Setting the report"), 0.5 * done / len(blocks))
        waiting.append(rows)
        wanted = max(wanted, rows.manner.wanted)
        needed += rows.spaceBefore
        if rows.manner.leads:
            needed += rows.height + rows.spaceAfter
            continue
        yield CondPageBreak(min(max(needed + rows.least, wanted), size.height * 0.6))
        yield from waiting
        waiting, needed, wanted = [], 0.0, 0.0
    yield from waiting


class _Template(BaseDocTemplate):
    """Pages with a running head and a foot; the number of pages is filled in at the end."""

    def __init__(self, name: str, document: Document, size: Page, words: Language) -> None:
        super().__init__(
            name,
            pagesize=(size.width, size.height),
            title=document.title,
            author=document.author or None,
            subject=document.kind,
            creator="Facilitator",
            lang=words.locale.replace("_", "-"),
            displayDocTitle=1,
            initialFontName=REGULAR,
        )
        self.document, self.size, self.words = document, size, words
        first = _frame(size, 0.0)
        later = _frame(size, HEAD_ROOM)
        self.addPageTemplates(
            [
                PageTemplate("first", [first], onPage=self._foot, autoNextPageTemplate="later"),
                PageTemplate("later", [later], onPage=self._head_and_foot),
            ]
        )
        self._steps, self._step = 1, 0
        self._tell: Callable[[float], None] = _share_silent

    def watch(self, steps: int, tell: Callable[[float], None]) -> None:
        """Tell about progress: `steps` is the number of flowables."""
        self._steps, self._tell = max(1, steps), tell

    def afterFlowable(self, flowable: Any) -> None:  # noqa: ARG002, N802
        """Count on."""
        self._step += 1
        if self._step % 100 == 0:
            self._tell(0.5 + 0.5 * min(1.0, self._step / self._steps))

    def _head_and_foot(self, canvas: Any, template: Any) -> None:
        title = " ".join(self.document.title.split())
        line = _shortened(title, self.size.room)
        draw = MARGINAL
        canvas.saveState()
        canvas.setFillColor(draw.colour)
        draw_line(canvas, line, MARGIN, self.size.height - MARGIN - draw.baseline)
        canvas.restoreState()
        self._foot(canvas, template)

    def _foot(self, canvas: Any, template: Any) -> None:  # noqa: ARG002
        line = _shortened(self.document.date or self.document.kind, self.size.room * 0.6)
        canvas.saveState()
        canvas.setFillColor(MARGINAL.colour)
        draw_line(canvas, line, MARGIN, MARGIN + 3)
        canvas.doForm(f"foot{canvas.getPageNumber()}")
        canvas.restoreState()

    def _endBuild(self) -> None:  # noqa: N802
        """Fill in the number of pages, which is known only now."""
        canvas = self.canv
        pages = self.page
        for number in range(1, pages + 1):
            text = self.words(
                "Page {number} of {pages}",
                number=self.words.number(number),
                pages=self.words.number(pages),
            )
            line = measure(text).lines(MARGINAL.size, 1e6)[0]
            canvas.beginForm(f"foot{number}", 0, 0, self.size.width, self.size.height)
            canvas.setFillColor(MARGINAL.colour)
            x = self.size.width - MARGIN - line.width
            draw_line(canvas, line, x, MARGIN + 3)
            canvas.endForm()
        super()._endBuild()  # type: ignore[misc]


def _share_silent(share: float) -> None:
    """Tell nobody."""


def _frame(size: Page, head: float) -> Frame:
    return Frame(
        MARGIN,
        MARGIN + FOOT_ROOM,
        size.room,
        size.height - 2 * MARGIN - FOOT_ROOM - head,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )


def _shortened(text: str, width: float) -> Any:
    """One line of a text for the margin; where it is too long its end gives way to three dots."""
    line = measure(text).lines(MARGINAL.size, width)[0]
    if len(line.text) < len(" ".join(text.split())):
        line = measure(text).lines(MARGINAL.size, width - 14)[0]
        line = measure(line.text.rstrip(" ,.;:") + " …").lines(MARGINAL.size, 1e6)[0]
    return line
