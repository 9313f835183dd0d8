"""The state of a workshop in memory: every record, found by kind and id."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar, cast

from facilitator.model.change import Change
from facilitator.model.errors import DomainError
from facilitator.model.records import RECORD_TYPES, ActHeader, Facts, Record

R = TypeVar("R", bound=Record)


class Workshop:
    """All records of a workshop, by type and id.

    The records are frozen; the workshop itself moves on with `apply`. `frozen()` gives a copy
    that does not, for work on another thread.
    """

    __slots__ = ("_by_principle", "_highest", "_records")

    def __init__(
        self, records: Iterable[Record] = (), highest: dict[str, int] | None = None
    ) -> None:
        self._records: dict[type, dict[str, Any]] = {
            type_: {} for type_ in RECORD_TYPES if type_ is not ActHeader
        }
        self._highest: dict[str, int] = dict(highest or {})
        self._by_principle: dict[type, defaultdict[str | None, dict[str, Any]]] = {}
        for record in records:
            self._put(record)

    def frozen(self) -> Workshop:
        """A copy that later changes do not reach; cheap, as it shares the records."""
        copy = Workshop(highest=self._highest)
        copy._records = {type_: dict(records) for type_, records in self._records.items()}
        return copy

    @property
    def facts(self) -> Facts:
        """What the workshop is. Raises `DomainError` where there is none yet."""
        for facts in self._records[Facts].values():
            return cast(Facts, facts)
        raise DomainError("The workshop has no facts yet: give it a title first.")

    def all(self, type_: type[R]) -> tuple[R, ...]:
        """Every record of a type, in its own order: by position or number, then by id."""
        records = self._records[type_].values()
        return tuple(sorted(records, key=sort_key))

    def records(self) -> Iterator[Record]:
        """Every record, type by type."""
        for records in self._records.values():
            yield from records.values()

    def each(self, type_: type[R]) -> Iterable[R]:
        """Every record of a type, in no order: for looking through without sorting."""
        return cast("Iterable[R]", self._records[type_].values())

    def of_principle(self, type_: type[R], principle: str | None) -> Iterable[R]:
        """The records of a type that belong to a principle, or to none, in no order.

        They are gathered when first asked for, and kept change by change from then on.
        """
        if type_ not in self._by_principle:
            gathered = self._by_principle[type_] = defaultdict(dict)
            for id_, record in self._records[type_].items():
                gathered[record.principle][id_] = record
        return cast("Iterable[R]", self._by_principle[type_][principle].values())

    def find(self, type_: type[R], id_: str | None) -> R | None:
        """The record of that id, or None."""
        return cast("R | None", self._records[type_].get(id_)) if id_ is not None else None

    def get(self, type_: type[R], id_: str) -> R:
        """The record of that id. Raises `DomainError` where there is none."""
        record = self.find(type_, id_)
        if record is None:
            raise DomainError(
                "There is no such record in {kind} any more: {id}.", kind=type_.KIND, id=id_
            )
        return record

    def count(self, type_: type[Record]) -> int:
        """How many records of a type there are."""
        return len(self._records[type_])

    def next_number(self, type_: type[Record]) -> int:
        """The next number never given to a record of the type before."""
        return self._highest.get(type_.KIND, 0) + 1

    def next_position(self, type_: type[Record]) -> float:
        """A position after every record of the type."""
        positions = (record.position for record in self._records[type_].values())
        return max(positions, default=0.0) + 1.0

    def apply(self, changes: Iterable[Change]) -> None:
        """Carry out changes."""
        for change in changes:
            type_ = type(change.record)
            before = self._records[type_].get(change.id)
            if change.after is None:
                self._records[type_].pop(change.id, None)
            else:
                self._put(change.after)
            if type_ in self._by_principle:
                self._regroup(type_, before, change.after)

    def _regroup(self, type_: type[Record], before: Any, after: Any) -> None:
        gathered = self._by_principle[type_]
        if before is not None:
            del gathered[before.principle][before.id]
        if after is not None:
            gathered[after.principle][after.id] = after

    def _put(self, record: Record) -> None:
        self._records[type(record)][record.id] = record
        number = getattr(record, "number", None)
        if number is not None and number > self._highest.get(record.KIND, 0):
            self._highest[record.KIND] = number


def sort_key(record: Record) -> tuple[float, str]:
    """What records of one list are ordered by."""
    number: float = getattr(record, "number", 0)
    return (getattr(record, "position", number), record.id)
