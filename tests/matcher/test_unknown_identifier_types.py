"""A number under a type that nobody knows is looked for under every type: a slip loses no hit."""

from matcher.identifiers.registry import Registers
from matcher.index.index import NameIndex


def test_a_type_that_nobody_knows_stands_for_any(index: NameIndex) -> None:
    registers: Registers = index.registers
    listed = next(one for entity in range(200) for one in registers.of(entity) if one.type == "imo")
    for kind in ("imo", "", "imoo", "IMO number"):
        assert [one.entity for one in registers.having(kind, listed.value, None)] == [listed.entity]
    assert registers.having("passport", listed.value, None) == []
