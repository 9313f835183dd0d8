"""The workshop file that people can read and type: JSON, described by a schema.

What it looks like is in resources/schemas/workshop.schema.json; how records stand in it, in
`facilitator.exchange.layout`.
"""

from __future__ import annotations

from facilitator.exchange.consistency import check_consistency
from facilitator.exchange.errors import ExchangeError
from facilitator.exchange.reading import records_from_document
from facilitator.exchange.strict_json import parse
from facilitator.exchange.validation import validate
from facilitator.exchange.writing import json_from_workshop
from facilitator.model.records import Record

__all__ = ["ExchangeError", "json_from_workshop", "records_from_json"]


def records_from_json(data: bytes | str) -> tuple[Record, ...]:
    """The records of a workshop file, the facts first, each after those that it is nested in.

    Texts are kept as they were typed. Labels become fresh ids; UUIDs, numbers and everything else
    that an export holds are kept, so that exporting what was read gives the same bytes.

    Raises `ExchangeError` for anything else than a workshop, also a hostile one: at most 50 MB
    and 200,000 records are taken.
    """
    document = parse(data)
    validate(document)
    nodes, records = records_from_document(document)
    check_consistency(nodes, records)
    return records
