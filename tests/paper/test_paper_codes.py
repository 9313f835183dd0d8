from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.model.errors import DomainError
from facilitator.paper import codes
from facilitator.paper.codes import ALPHABET, check_character, code_in, parse, payload, show

WORKSHOP = "0190a0b0-0000-7000-8000-000000000000"
DATA = st.text(ALPHABET, min_size=11, max_size=11)
WHOLE = DATA.map(lambda data: data + check_character(data))


def is_right(code: str) -> bool:
    try:
        return parse(code) == code
    except DomainError:
        return False


def test_a_new_code_is_of_its_workshop_and_right() -> None:
    taken: set[str] = set()
    for _ in range(500):
        taken.add(codes.new_code(WORKSHOP, taken))
    assert len(taken) == 500
    assert all(is_right(code) and codes.is_of(code, WORKSHOP) for code in taken)
    assert not any(codes.is_of(code, "another") for code in taken)


def test_a_taken_code_is_not_given_again(monkeypatch: pytest.MonkeyPatch) -> None:
    bits = iter([7, 7, 8])
    monkeypatch.setattr("secrets.randbits", lambda _: next(bits))
    first = codes.new_code(WORKSHOP, ())
    assert codes.new_code(WORKSHOP, {first}) != first


def test_every_wrong_character_of_a_code_is_caught() -> None:
    for code in (codes.new_code(WORKSHOP, ()) for _ in range(20)):
        for place in range(12):
            for other in ALPHABET:
                wrong = code[:place] + other + code[place + 1 :]
                assert is_right(wrong) == (other == code[place])


def test_every_pair_of_neighbours_swapped_is_caught() -> None:
    """The sum is linear, so every pair at every place proves it for all codes."""
    for place in range(10):
        for one in ALPHABET:
            for two in ALPHABET:
                data = ("7K3MQ9TX2WB"[:place] + one + two + "7K3MQ9TX2WB"[place + 2 :])[:11]
                code = data + check_character(data)
                swapped = code[:place] + two + one + code[place + 2 :]
                assert is_right(swapped) == (one == two)
    for data in ("7K3MQ9TX2W" + last for last in ALPHABET):
        code = data + check_character(data)
        assert is_right(code[:10] + code[11] + code[10]) == (code[10] == code[11])


@given(WHOLE, st.data())
def test_a_wrong_character_or_a_swap_is_caught_in_any_code(code: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, 11))
    other = data.draw(st.sampled_from(ALPHABET))
    assert is_right(code[:place] + other + code[place + 1 :]) == (other == code[place])
    one, two = sorted(data.draw(st.sets(st.integers(0, 11), min_size=2, max_size=2)))
    swapped = code[:one] + code[two] + code[one + 1 : two] + code[one] + code[two + 1 :]
    assert is_right(swapped) == (code[one] == code[two])


@given(WHOLE)
def test_what_is_shown_can_be_typed(code: str) -> None:
    shown = show(code)
    assert [len(group) for group in shown.split("-")] == [4, 4, 4]
    assert parse(shown) == code
    assert parse(f"  {shown.lower()} ") == code
    assert parse(shown.replace("-", " – ")) == code
    assert parse(shown.replace("0", "o").replace("1", "l")) == code
    assert parse(shown.replace("0", "O").replace("1", "I")) == code


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "Type the code"),
        (" - ", "Type the code"),
        ("7K3M-Q9TX", "has 8"),
        ("7K3M-Q9TX-2WBCC", "has 13"),
        ("7K3M-Q9TX-2WUC", "“U”"),
        ("7K3M-Q9TX-2W🙂C", "🙂"),
        ("000000000000", "a character is wrong"),
        ("7" * 1000, "too long"),
    ],
)
def test_what_is_wrong_with_a_code_is_said(typed: str, says: str) -> None:
    with pytest.raises(DomainError, match=says):
        parse(typed)


@given(st.text(max_size=200))
def test_anything_may_be_typed_or_scanned(text: str) -> None:
    code_in(text)
    with contextlib.suppress(DomainError):
        assert len(parse(text)) == 12


CODE = "7K3MQ9TX2WB" + check_character("7K3MQ9TX2WB")


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("", f"FACILITATOR SHEET {show(CODE)}"),
        ("  ", f"FACILITATOR SHEET {show(CODE)}"),
        ("https://example.org", f"HTTPS://EXAMPLE.ORG/{CODE}"),
        ("http://Example.org:8080/", f"HTTP://EXAMPLE.ORG:8080/{CODE}"),
        ("https://example.org/W", f"HTTPS://EXAMPLE.ORG/W/{CODE}"),
        ("https://example.org/w/", f"https://example.org/w/{CODE}"),
        ("https://example.org/?s=", f"https://example.org/?s={CODE}"),
        ("https://exämple.org/", f"HTTPS://XN--EXMPLE-CUA.ORG/{CODE}"),
    ],
)
@pytest.mark.parametrize(
    ("page", "layout", "suffix"), [(1, "", ""), (2, "", "-2"), (1, "K7", "-1K7")]
)
def test_payloads_are_found_again(
    address: str, said: str, page: int, layout: str, suffix: str
) -> None:
    text = payload(CODE, address, page, layout)
    assert text == said + suffix
    assert address.strip() or len(text) <= 40
    assert codes.read_payload(text) == codes.Scanned(CODE, page, layout)
    assert codes.code_in(text.lower()) == CODE


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("example.org", "not a web address"),
        ("ftp://example.org/", "not a web address"),
        ("javascript:alert(1)", "not a web address"),
        ("https://me:secret@example.org/", "not a web address"),
        ("https://exa mple.org/", "not a web address"),
        ("https://[::1", "not a web address"),
        ("https://example.org:99999/", "not a web address"),
        ("https://example.org/\n", None),
        ("http://localhost:8000/", "inside this room"),
        ("http://127.0.0.1/", "inside this room"),
        ("http://192.168.1.7/", "inside this room"),
        ("http://laptop.local/", "inside this room"),
        ("http://laptop/", "inside this room"),
        ("https://example.org/?a=b", "end it with"),
        ("https://example.org/" + "w" * 60, "at most 46 letters"),
        ("https://" + "e" * 60 + ".example.org/", "at most 74 letters"),
    ],
)
def test_addresses_that_cannot_be_used_are_refused(address: str, says: str | None) -> None:
    if says is None:
        assert payload(CODE, address) == f"HTTPS://EXAMPLE.ORG/{CODE}"
        return
    with pytest.raises(DomainError, match=says):
        payload(CODE, address)


def test_the_longest_addresses_fit_a_small_code() -> None:
    from facilitator.typeset.qr import matrix

    for base in ("https://" + "e" * 32 + ".or/w/", "https://" + "e" * 61 + ".org/"):
        matrix(payload(CODE, base, 31, "ZZ"), max_version=4)
        with pytest.raises(DomainError, match="too long"):
            payload(CODE, base.replace("//e", "//ee"), 31, "ZZ")


def test_a_sheet_has_no_more_pages_than_can_be_counted() -> None:
    with pytest.raises(DomainError, match="at most 31 pages"):
        payload(CODE, "", 32)


@pytest.mark.parametrize(
    "scanned",
    [
        "",
        "7K3M",
        "https://example.org/",
        "WIFI:S:room;P:secret;;",
        f"X{CODE}",
        f"{CODE}X",
        CODE[:-1] + ("0" if CODE[-1] != "0" else "1"),
        "A" * 100_000,
        "-" * 400 + CODE + "!",
    ],
)
def test_other_codes_are_not_of_a_sheet(scanned: str) -> None:
    assert code_in(scanned) is None
