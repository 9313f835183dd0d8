from __future__ import annotations

import time
from pathlib import Path
from typing import Literal

import pikepdf
import pytest

from facilitator.language import Language
from facilitator.model.workshop import Workshop
from facilitator.report.content import build_document
from facilitator.report.pdf import write_pdf
from facilitator.report.tree import Document, Heading, Quote
from tests.report.report_pages import (
    body_text,
    check_order,
    check_pages,
    check_properties,
    squashed,
)
from tests.report.report_workshops import (
    IDEAS,
    LONG_NOTE,
    LONG_WORD,
    NAMES,
    NOTES,
    empty,
    large,
    one_entry,
    sample,
    with_facts,
)


def written(
    workshop: Workshop,
    folder: Path,
    language: str = "en",
    paper: Literal["letter", "a4"] = "letter",
) -> tuple[Path, Document]:
    document = build_document(workshop, Language(language))
    out = folder / "report.pdf"
    assert write_pdf(document, out, paper) == ()
    return out, document


@pytest.mark.parametrize(("language", "paper"), [("en", "letter"), ("fr", "a4")])
def test_a_full_report_on_both_papers(
    tmp_path: Path, language: str, paper: Literal["letter", "a4"]
) -> None:
    out, document = written(sample(language=language), tmp_path, language, paper)
    assert check_pages(out) >= 8
    outline = check_properties(out, "Buses for the valley", language)
    titles = [block.text for block in document.blocks if isinstance(block, Heading)]
    assert outline == titles
    with pikepdf.open(out) as pdf:
        width = float(pdf.pages[0].mediabox[2])
        assert width == pytest.approx(612 if paper == "letter" else 595.28, abs=0.1)
        assert str(pdf.docinfo["/Author"]) == "Valley Transit"


def test_the_text_can_be_read_back_in_its_order(tmp_path: Path) -> None:
    out, _ = written(sample(), tmp_path)
    text = body_text(out)
    check_order(
        text,
        [
            "Buses for the valley",
            "37 people took part, from 6 sectors.",
            "A word of thanks",
            "A) Buses for the valley",
            "The process",
            "First paragraph <b>of</b> the description.",
            "Second & last paragraph.",
            "Find out what would bring people back to the bus.",
            "The council decides on the timetable in autumn.",
            "Participants",
            "N = 37",
            "Transfer payment agencies",
            "Introduction",
            "The mayor opened.",
            "1. SWOT analysis",
            "What are the strengths, weaknesses, opportunities + threats?",
            "2. Ideas + dots",
            "Participants wrote ideas.",
            "Then they voted with dots.",
            "How might we?",
            "3. Gallery walk",
            "Some questions included:",
            "When does the night bus come?",
            "Who pays?",
            "From the forms we learned that:",
            "People came to learn.",
            "19 of 37 responses, 51%",
            "B) Insights + ideas for the valley's buses",
            "A bus for everyone",
            "The day ends when the bus ends.",
            "rests on N2, N4",
            *[text for principle, text, _ in IDEAS if principle == "pr1"],
            "How this will be used",
            "C) Results, trail and records",
            "Appendix: all notes, verbatim",
        ],
    )
    for _, _, note, _ in NOTES[:4]:
        assert squashed(note) in text
    for hidden in (*NAMES, "SECRET PLAN"):
        assert squashed(hidden) not in text


def test_other_scripts_come_out_as_text(tmp_path: Path) -> None:
    out, _ = written(sample(), tmp_path)
    text = body_text(out)
    for _, _, note, language in NOTES:
        if language in {"zh", "iu", "fr"}:
            assert squashed(note) in text
        if language == "ar":
            assert set(squashed(note)) <= set(text)


def test_an_empty_workshop_is_one_good_page(tmp_path: Path) -> None:
    out, _ = written(empty(), tmp_path, paper="a4")
    assert check_pages(out) == 1
    assert squashed("Not recorded so far: the date") in body_text(out)


@pytest.mark.parametrize("text", ["The last bus leaves at six.", LONG_WORD, LONG_NOTE.strip()])
def test_one_entry_of_any_length(tmp_path: Path, text: str) -> None:
    assert len(LONG_WORD) == 300
    assert len(LONG_NOTE) > 3000
    out, _ = written(one_entry(text), tmp_path)
    check_pages(out)
    assert squashed(text) in body_text(out)


def test_long_texts_everywhere(tmp_path: Path) -> None:
    workshop = with_facts(
        sample(),
        title=LONG_WORD,
        description=(LONG_NOTE, LONG_WORD),
        insights_title=LONG_NOTE[:600],
        venue=LONG_WORD,
        objective=LONG_NOTE * 2,
    )
    out, _ = written(workshop, tmp_path, paper="a4")
    check_pages(out)
    assert body_text(out).count(squashed(LONG_NOTE)) >= 3


def test_two_thousand_notes_take_seconds_and_all_are_there(tmp_path: Path) -> None:
    began = time.perf_counter()
    out, document = written(large(), tmp_path)
    assert time.perf_counter() - began < 20
    assert check_pages(out, step=7) > 50
    text = body_text(out)
    quotes = [block.text for block in document.blocks if isinstance(block, Quote)]
    assert len(quotes) == 2000
    check_order(text, quotes)


def test_markup_is_never_read(tmp_path: Path) -> None:
    evil = '<img src="http://example.com/x.png"/><font size="90">A & B</font> &amp; <para>'
    out, _ = written(one_entry(evil), tmp_path)
    assert squashed(evil) in body_text(out)


def test_what_no_font_has_is_told_here_and_in_the_report(tmp_path: Path) -> None:
    document = build_document(one_entry("A smile 😀 and a letter \u0e81."), Language("en"))
    told = write_pdf(document, tmp_path / "r.pdf")
    assert told
    assert "[U+0E81]" in " ".join(told)
    text = body_text(tmp_path / "r.pdf")
    assert "[U+0E81]" in text
    assert squashed(told[0]) in text


def test_an_unknown_paper_is_refused(tmp_path: Path) -> None:
    document = build_document(empty(), Language("en"))
    with pytest.raises(ValueError, match="choose one of letter, a4"):
        write_pdf(document, tmp_path / "r.pdf", "a3")  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


def test_stopping_leaves_the_old_report(tmp_path: Path) -> None:
    out = tmp_path / "r.pdf"
    out.write_text("old")

    def stop(text: str, share: float) -> None:
        if share >= 0.5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_pdf(build_document(large(100, 10, 20), Language("en")), out, "letter", stop)
    assert out.read_text() == "old"
    assert list(tmp_path.iterdir()) == [out]


def test_progress_rises_to_one(tmp_path: Path) -> None:
    shares: list[float] = []
    document = build_document(large(300, 20, 30), Language("en"))
    write_pdf(document, tmp_path / "r.pdf", "letter", lambda _text, share: shares.append(share))
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)
