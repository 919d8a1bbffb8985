"""Files that end too early are never clear."""

import pytest
from place_names import Names
from places_ole import xls
from read_helpers import one

from documents import Sandbox
from documents.whole import cut_short
from records import DocumentStatus

pytest_plugins = ["read_fixtures"]

MT103 = (
    "{1:F01BANKBEBBAXXX0000000000}{2:I103BANKDEFFXXXXN}{4:\r\n:20:REF\r\n"
    ":32A:261130EUR100,\r\n:59:/456\r\nMAHAN AIR\r\n-}"
)
EDIFACT = "UNA:+.? 'UNB+UNOC:3+A+B+261130:0900+1'UNH+1+ORDERS'NAD+BY+++MAHAN AIR'UNZ+1+1'"
X12 = "ISA*00*          *00*  ~GS*PO~ST*850*0001~N1*BY*MAHAN AIR*92*1~GE*1*1~IEA*1*000000001~"
JSON = '{"payee": "Mahan {Air", "lines": [1, 2], "more": {"a": "b"}}'
ICS = "BEGIN:VCALENDAR\r\nSUMMARY:Mahan Air\r\nEND:VCALENDAR\r\n"
WHOLE = (MT103, MT103 + "\r\n$" + MT103, EDIFACT, X12, JSON, ICS, "[1] a note", "{curly} text")


@pytest.mark.parametrize("text", WHOLE)
def test_what_has_its_end_is_whole(text: str) -> None:
    assert cut_short(text) is None


@pytest.mark.parametrize("text", [MT103, MT103 + "\r\n" + MT103, EDIFACT, X12, JSON, ICS])
def test_what_is_cut_is_read_as_far_as_it_goes(text: str, sandbox: Sandbox) -> None:
    middle = text.upper().rindex("MAHAN") + 5
    document = one(text[:middle].encode(), sandbox)
    assert document.status is DocumentStatus.PARTLY_SCREENED
    assert "ends too early" in (document.reason or "")
    assert "mahan" in document.text.casefold()


def test_a_panic_of_the_reader_of_sheets_is_a_damaged_file(sandbox: Sandbox) -> None:
    whole = xls(Names())
    document = one(whole[: len(whole) // 512 * 512 - 497], sandbox)
    assert document.status is DocumentStatus.NOT_SCREENED
    assert "damaged" in (document.reason or "")
