"""OFAC's CSV sets when they are damaged, cut, of two editions, or odd in a way that was seen."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from support.ofac_files import SDN, parse_set

from lists import ParseReport
from records import Entity, Kind, ListFormatError, NameKind

FOLDER = Path(__file__).parent.parent / "data" / "us_ofac_sdn" / "csv"
NAMES = ("sdn.csv", "alt.csv", "add.csv", "sdn_comments.csv")
FILES = tuple((FOLDER / name).read_bytes() for name in NAMES)


def changed(number: int, content: bytes) -> tuple[list[Entity], ParseReport]:
    """The set with one file replaced."""
    files = [*FILES]
    files[number] = content
    return parse_set(SDN, files)


def refused(files: Sequence[bytes], message: str) -> None:
    with pytest.raises(ListFormatError, match=message):
        parse_set(SDN, files)


@pytest.mark.parametrize("number", [0, 1, 2])
def test_file_without_its_end_mark_is_cut_short(number: int) -> None:
    with pytest.raises(ListFormatError, match=f"{NAMES[number]}: cut short after row"):
        changed(number, FILES[number].removesuffix(b"\x1a"))


@pytest.mark.parametrize("number", [0, 1, 2])
@settings(max_examples=60)
@example(share=0.0234375)
@given(share=st.floats(0, 1, exclude_max=True))
def test_a_file_as_published_that_is_cut_anywhere_is_refused(number: int, share: float) -> None:
    content = FILES[number]
    with pytest.raises(ListFormatError):
        changed(number, content[: int(share * len(content))])


@pytest.mark.parametrize("number", range(4))
def test_a_file_of_no_bytes_is_refused(number: int) -> None:
    with pytest.raises(ListFormatError, match=f"{NAMES[number]}: empty"):
        changed(number, b"")


def test_a_converted_copy_without_end_mark_is_read_and_counted_as_odd() -> None:
    """Some copies have lost carriage returns and Ctrl-Z in one step."""
    entities, report = changed(1, FILES[1].replace(b"\r\n", b"\n").removesuffix(b"\x1a"))
    assert entities == parse_set(SDN, FILES)[0]
    assert list(report.oddities) == ["alt.csv without its end mark, so it may be cut short"]


@pytest.mark.parametrize("null", [b"-0- ", b"-0-", b"-0"])
def test_a_null_is_nothing_however_much_of_it_arrived(null: bytes) -> None:
    row = b'36,"AEROCARIBBEAN AIRLINES",' + b",".join([b"-0- "] * 9) + b"," + null
    content = row.replace(b"-0- ,-0- ", b'-0- ,"CUBA"', 1) + b"\r\n\x1a"
    (entity,), _ = parse_set(SDN, (content, b"\x1a", b"\x1a", b"\x1a"))
    assert (entity.programmes, entity.remarks, entity.notes) == (("CUBA",), (), ())
    assert entity.kind is Kind.ORGANIZATION


BROKEN = {
    "a column lost": FILES[0].replace(b',"CUBA",', b",", 1),
    "quotes that do not close": FILES[0].replace(b'CUBA"', b"CUBA", 1),
    "no number": FILES[0].replace(b"306,", b"x306,", 1),
    "binary": FILES[0].replace(b"CUBA", b"CU\x00A", 1),
    "something after the end": FILES[0] + b'\r\n1,"X"',
    "an endless line": FILES[0][:-1] + b"9" * 300_000,
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=list(BROKEN))
def test_a_damaged_file_is_refused_by_name(content: bytes) -> None:
    with pytest.raises(ListFormatError, match=r"^sdn\.csv: "):
        changed(0, content)


def test_files_of_different_editions_are_refused() -> None:
    # What the parties have lost stands in the other files still.
    rows = FILES[0].split(b"\r\n")
    refused([b"\r\n".join(rows[9:]), *FILES[1:]], "parties in alt.csv are not in sdn.csv")


def test_a_remark_without_its_rest_is_refused() -> None:
    """A file of comments has no end mark, so it can be cut at the end of a row."""
    rows = FILES[3].splitlines(keepends=True)
    other = b'36,"more"\r\n'
    for left in ([*rows[:0], other], [other, *rows[2:]]):
        refused([*FILES[:3], b"".join(left)], r"breaks off, and sdn_comments.csv lacks the rest")


def test_addresses_that_were_lost_are_missed() -> None:
    """Each party has a row among the addresses, be it an empty one."""
    rows = FILES[2].splitlines(keepends=True)
    half = [*rows[: len(rows) // 2], b"\x1a"]
    message = r"\d+ of \d+ parties have no row in add.csv"
    refused([FILES[0], FILES[1], b"".join(half), FILES[3]], message)


def test_an_orphan_alias_is_kept_and_counted() -> None:
    files = [*FILES]
    files[1] = FILES[1].removesuffix(b"\x1a") + b'99999,1,"aka","LOST NAME",-0- \r\n\x1a'
    entities, report = parse_set(SDN, files)
    orphan = entities[-1]
    assert (orphan.id, orphan.kind) == ("us_ofac_sdn:99999", Kind.UNKNOWN)
    assert [(n.text, n.kind) for n in orphan.names] == [("LOST NAME", NameKind.ALIAS)]
    assert report.oddities["alt.csv: of no party in sdn.csv"] == 1


def test_appended_consolidated_list_is_kept_and_counted() -> None:
    """Some copies have cons_prim.csv behind sdn.csv: ids begin again from below."""
    cons = (FOLDER.parent.parent / "us_ofac_cons" / "csv" / "cons_prim.csv").read_bytes()
    entities, report = changed(0, FILES[0].removesuffix(b"\x1a") + cons)
    assert len(entities) == 14 + 10
    assert report.oddities["entry out of order: another list was appended"] == 1


def test_unknown_type_and_alias_type_are_kept() -> None:
    entities, report = changed(0, FILES[0].replace(b'"vessel"', b'"submarine"'))
    vessel = next(e for e in entities if e.id == "us_ofac_sdn:4234")
    assert vessel.kind is Kind.UNKNOWN
    assert "submarine" in {note.text for note in vessel.notes}
    assert report.oddities["unknown kind of party: submarine"] == 2
    entities, _ = changed(1, FILES[1].replace(b'"aka","NATIONAL', b'"zka","NATIONAL'))
    assert entities[0].names[1].notes[0].text == "zka"


def test_letters_beyond_ascii_are_read_as_utf_8_else_as_windows_writes_them() -> None:
    for encoding, odd in (("utf-8", 0), ("windows-1252", 1)):
        content = FILES[0].replace(b"NACIONAL", "NACIÓNAL".encode(encoding))
        entities, report = changed(0, content)
        assert entities[0].caption == "BANCO NACIÓNAL DE CUBA"
        assert sum(report.oddities.values()) == odd


@settings(max_examples=80)
@given(
    number=st.integers(0, 3), at=st.floats(0, 1), lost=st.integers(0, 90), put=st.binary(max_size=3)
)
def test_a_damaged_set_is_read_or_refused_but_never_breaks_the_reader(
    number: int, at: float, lost: int, put: bytes
) -> None:
    start = int(at * len(FILES[number]))
    with suppress(ListFormatError):
        entities, _ = changed(number, FILES[number][:start] + put + FILES[number][start + lost :])
        assert all(entity.id for entity in entities)


def test_members_are_told_by_their_columns() -> None:
    assert SDN.file_set is not None
    assert [SDN.file_set.member(content) for content in FILES] == list(NAMES)
    assert SDN.file_set.member(b"name,country\r\nACME,us\r\n") is None
    assert SDN.file_set.member(b"<html>") is None
