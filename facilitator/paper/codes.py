"""Codes of printed sheets: made, shown, typed in again, and carried by a QR code.

A code is twelve characters of Crockford's base32: four that say which workshop, seven of the
sheet's own, one to check. The check is a weighted sum over GF(32) whose weights are different
powers of a primitive element, so it catches every single wrong character and every swap of two.
"""

from __future__ import annotations

import hashlib
import ipaddress
import re
import secrets
from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from facilitator.model.errors import DomainError

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 12
GROUP = 4
WORKSHOP_CHARACTERS = 4
OWN_BITS = 35
WORDS = "FACILITATOR SHEET"
"""What a scanner shows before the code where the organizer has no public address."""

LAST_PAGE = 31
"""Pages of one sheet are counted with one character."""

MOST_PLAIN, MOST_BYTES = 90, 62
"""What a QR code of version 4 holds at level M: in upper case, and with any other letter."""

LONGEST_SCANNED = 500
LONGEST_TYPED = 100

_VALUE = {character: value for value, character in enumerate(ALPHABET)}
_ALIKE = str.maketrans("OIL", "011")
_SEPARATORS = re.compile(r"[\s\-\u00ad\u2010-\u2015\u2212._]+")
_PLAIN = re.compile(r"[0-9A-Z $%*+\-./:]*")
_CODE = r"(?P<code>(?:[0-9A-HJKMNP-TV-Z]{4}-?){2}[0-9A-HJKMNP-TV-Z]{4})"
_SUFFIX = r"(?:-(?P<page>[1-9A-HJKMNP-TV-Z])(?P<layout>[0-9A-HJKMNP-TV-Z]{2})?)?"
_HOST = re.compile(r"[0-9a-z]([0-9a-z.\-]*[0-9a-z])?")
_UNFIT = re.compile(r"[\s\x00-\x1f\x7f<>\"{}|\\^`]")
_SCANNED = re.compile(rf"(?:^|[^0-9A-Za-z]){_CODE}{_SUFFIX}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Scanned:
    """What the QR code of a sheet says: its code, which page of it, and how it was laid out.

    `layout` is empty on sheets that nobody marks; see `facilitator.paper.geometry.fingerprint`.
    """

    code: str
    page: int = 1
    layout: str = ""


def _powers() -> tuple[int, ...]:
    powers, value = [], 1
    for _ in range(31):
        powers.append(value)
        value <<= 1
        if value & 32:
            value ^= 0b100101  # x^5 + x^2 + 1, primitive over GF(2)
    return tuple(powers)


_POWER = _powers()
_LOG = {value: exponent for exponent, value in enumerate(_POWER)}
_SUM = 1
"""What the weighted sum of a code is; not 0, so that a row of zeros is no code."""


def _weighted(value: int, place: int) -> int:
    return _POWER[(_LOG[value] + place) % 31] if value else 0


def _sum(characters: str) -> int:
    total = 0
    for place, character in enumerate(characters):
        total ^= _weighted(_VALUE[character], place)
    return total


def check_character(data: str) -> str:
    """The last character of a code, from the others in upper case."""
    rest = _sum(data) ^ _SUM
    return ALPHABET[_POWER[(_LOG[rest] - len(data)) % 31] if rest else 0]


def _spelled(number: int, length: int) -> str:
    return "".join(ALPHABET[number >> 5 * place & 31] for place in reversed(range(length)))


def workshop_part(workshop_id: str) -> str:
    """The characters with which every code of a workshop begins."""
    digest = hashlib.sha256(workshop_id.encode("utf-8")).digest()
    number = int.from_bytes(digest[:4], "big") >> (32 - 5 * WORKSHOP_CHARACTERS)
    return _spelled(number, WORKSHOP_CHARACTERS)


def is_of(code: str, workshop_id: str) -> bool:
    """Whether a code belongs to a sheet of this workshop (another's agrees once in a million)."""
    return code.startswith(workshop_part(workshop_id))


def new_code(workshop_id: str, taken: Collection[str]) -> str:
    """A code that is not among those taken."""
    while True:
        own = _spelled(secrets.randbits(OWN_BITS), OWN_BITS // 5)
        data = workshop_part(workshop_id) + own
        code = data + check_character(data)
        if code not in taken:
            return code


def show(code: str) -> str:
    """The code as people read it: 7K3M-Q9TX-2WBC."""
    return "-".join(code[at : at + GROUP] for at in range(0, len(code), GROUP))


def parse(text: str) -> str:
    """The code that a person typed: lower case, spaces, hyphens, O for 0 and I or L for 1 will do.

    Raises `DomainError` that says what is wrong with it.
    """
    if len(text) > LONGEST_TYPED:
        raise DomainError("That is too long for a sheet code: it has 12 letters and digits.")
    code = _SEPARATORS.sub("", text).upper().translate(_ALIKE)
    if not code:
        raise DomainError("Type the code that stands under the square on the sheet.")
    for character in code:
        if character not in _VALUE:
            raise DomainError(
                f"“{character}” is never part of a sheet code: look at the sheet again."
            )
    if len(code) != LENGTH:
        raise DomainError(
            f"A sheet code has {LENGTH} letters and digits, this one has {len(code)}."
        )
    if _sum(code) != _SUM:
        raise DomainError(
            f"{show(code)} is not a sheet code: a character is wrong or two are swapped."
        )
    return code


def payload(code: str, public_address: str, page: int = 1, layout: str = "") -> str:
    """What the QR code on a page says: the public address with the code, or readable words.

    Page 1 of a sheet that nobody marks carries the bare code; others end in the page and the
    layout. Raises `DomainError` where the address cannot be used.
    """
    if not 1 <= page <= LAST_PAGE:
        raise DomainError(f"A sheet has at most {LAST_PAGE} pages: shorten the texts on it.")
    suffix = f"-{ALPHABET[page]}{layout}" if layout or page > 1 else ""
    address = public_address.strip()
    if not address:
        return f"{WORDS} {show(code)}{suffix}"
    base = _base(address)
    longest = len(code) + len("-ZZZ")
    most = (MOST_PLAIN if _PLAIN.fullmatch(base) else MOST_BYTES) - longest
    if len(base) > most:
        raise DomainError(
            f"The public address is too long for the codes on the sheets: at most {most} letters"
            f" fit, or {MOST_PLAIN - longest} where its path has no small letters;"
            f" {address[:60]} needs {len(base)}."
        )
    return f"{base}{code}{suffix}"


def code_in(scanned: str) -> str | None:
    """The code in what a scanner read, or None where it is not of a sheet."""
    found = read_payload(scanned)
    return found.code if found else None


def read_payload(scanned: str) -> Scanned | None:
    """What the QR code of a sheet says, or None where the text is not of a sheet."""
    text = scanned.strip()
    if len(text) > LONGEST_SCANNED:
        return None
    found = _SCANNED.search(text)
    if found is None:
        return None
    code = found["code"].replace("-", "").upper()
    if _sum(code) != _SUM:
        return None
    page = _VALUE[found["page"].upper()] if found["page"] else 1
    return Scanned(code, page, (found["layout"] or "").upper())


def _base(address: str) -> str:
    """The address up to where the code goes: in upper case where that changes nothing."""
    try:
        parts = urlsplit(address)
        named, port = parts.hostname or "", parts.port
        host = named.encode("idna").decode("ascii")
    except ValueError:  # a UnicodeError is one
        host, port, parts = "", None, urlsplit("")
    bad = parts.scheme not in {"http", "https"} or parts.username is not None
    if bad or not _HOST.fullmatch(host) or _UNFIT.search(address):
        raise DomainError(
            "The public address is not a web address: write one such as https://example.org/w/."
        )
    if is_local_host(host):
        raise DomainError(
            f"{host} is an address inside this room: phones elsewhere cannot open it. "
            "Set the organizer's public address, or none."
        )
    rest = quote(f"{parts.path}", safe="!$&'()*+,/:;=@~%")
    rest += "".join(re.findall(r"[?#].*", address))
    return _joined(parts.scheme, f"{host}:{port}" if port else host, rest)


def _joined(scheme: str, host: str, rest: str) -> str:
    if "?" in rest or "#" in rest:
        if not rest.endswith(("=", "/", "?", "#")):
            raise DomainError(
                "The code of a sheet is put at the end of the public address: "
                "end it with “=” or “/”."
            )
    elif not rest.endswith("/"):
        rest += "/"
    base = f"{scheme}://{host}{rest}"
    return base.upper() if _PLAIN.fullmatch(rest) else base


def is_local(address: str) -> bool:
    """Whether a web address leads to this machine or this room only."""
    try:
        return is_local_host(urlsplit(address).hostname or "")
    except ValueError:
        return True


def is_local_host(host: str) -> bool:
    """Whether a host is this machine or one of this room's network."""
    if "." not in host or host.endswith((".localhost", ".local")):
        return True
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return False
