"""What a report says, without a word on how it looks: the tree that every writer walks.

Text is plain: no writer may read markup in it. A span's `language` is a code such as "fr" where
it is not the document's own, else empty.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a paragraph is for."""

    BODY = "body"
    LEAD = "lead"
    PROMPT = "prompt"
    ASIDE = "aside"


class NoticeKind(StrEnum):
    """What a notice warns of."""

    ILLUSTRATIVE = "illustrative"
    LIMITS = "limits"
    OPEN = "open"


class Align(StrEnum):
    """How a column is aligned; numbers stand at the end."""

    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text."""

    text: str
    strong: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: level 1 is a part. `id` is unique; `colour` is the subject's own, as #RRGGBB.

    `number` is the stable number of what it names.
    """

    level: int
    text: str
    id: str
    colour: str = ""
    language: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of spans."""

    spans: tuple[Span, ...]
    role: Role = Role.BODY


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list: its text, asides about it (votes, sources), and items under it.

    `number` is the stable number of what it says, such as ID7; not its place in the list.
    """

    spans: tuple[Span, ...]
    asides: tuple[tuple[Span, ...], ...] = ()
    items: tuple[Item, ...] = ()
    number: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list without an order."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Numbered:
    """A list whose order means something."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table. `weight` says how much text it holds against its neighbours."""

    title: str
    align: Align = Align.START
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a header row; `total` is a last row that sums up."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Span, ...], ...]
    total: tuple[Span, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a chart: `shown` is its value in words."""

    label: Span
    value: float
    shown: str


@dataclass(frozen=True, slots=True)
class BarChart:
    """Horizontal bars in the order given; `alternative` says in words what they show."""

    caption: str
    bars: tuple[Bar, ...]
    alternative: str


@dataclass(frozen=True, slots=True)
class StackedBar:
    """A bar of parts: one count for each answer of its chart."""

    label: Span
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class StackedChart:
    """Bars cut into the answers that people gave, from one end of a scale to the other.

    `short` holds a letter or two for each answer.
    """

    caption: str
    answers: tuple[str, ...]
    short: tuple[str, ...]
    bars: tuple[StackedBar, ...]
    alternative: str


@dataclass(frozen=True, slots=True)
class Quote:
    """A note as it was written. `remark` says what the text cannot, such as its language."""

    number: str
    text: str
    language: str = ""
    legible: bool = True
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """A statement on limits that stands out."""

    kind: NoticeKind
    text: str


Block = Heading | Paragraph | Bullets | Numbered | Table | BarChart | StackedChart | Quote | Notice


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report. `kind` is what sort of document it is; `subject` the lines under its title.

    `author` and `date` are for the margin and the file's properties.
    """

    title: str
    language: str
    kind: str
    subject: tuple[str, ...]
    blocks: tuple[Block, ...]
    author: str = ""
    date: str = ""


def texts(document: Document) -> Iterator[str]:
    """Every text of a document, in reading order."""
    yield document.kind
    yield document.title
    yield from document.subject
    for block in document.blocks:
        yield from _of_block(block)


def _of_block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield from (block.number, block.text)
        case Notice():
            yield block.text
        case Paragraph(spans=spans):
            yield from (span.text for span in spans)
        case Bullets(items=items) | Numbered(items=items):
            for item in items:
                yield from _of_item(item)
        case Table():
            yield from _of_table(block)
        case BarChart() | StackedChart():
            yield from _of_chart(block)
        case Quote():
            yield from (block.number, block.text, block.remark)


def _of_item(item: Item) -> Iterator[str]:
    yield item.number
    yield from (span.text for span in item.spans)
    for aside in item.asides:
        yield from (span.text for span in aside)
    for child in item.items:
        yield from _of_item(child)


def _of_table(table: Table) -> Iterator[str]:
    yield table.caption
    yield from (column.title for column in table.columns)
    for row in (*table.rows, table.total):
        yield from (cell.text for cell in row)
    yield from table.notes


def _of_chart(chart: BarChart | StackedChart) -> Iterator[str]:
    yield chart.caption
    yield from (bar.label.text for bar in chart.bars)
    if isinstance(chart, StackedChart):
        yield from chart.answers
    else:
        yield from (bar.shown for bar in chart.bars)
