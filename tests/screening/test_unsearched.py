"""What of a document was read and not searched is told, and the document is never clear."""

from matcher.mentions.find import Point, Searched
from records import Document, DocumentStatus, Passage
from screening.documents.unsearched import with_unsearched

PASSAGES = (
    Passage(text="Sold to A.", page=1),
    Passage(text="Sold to B.", start=11, place="Sheet1!B2"),
)


def document(reason: str | None = None) -> Document:
    status = DocumentStatus.PARTLY_SCREENED if reason else DocumentStatus.SCREENED
    return Document(
        path="a.txt",
        sha256="0" * 64,
        media_type="text/plain",
        status=status,
        reason=reason,
        passages=PASSAGES,
    )


def searched(stopped: Point | None = None, *too_long: Point) -> Searched:
    return Searched([[], []], stopped, too_long)


def test_a_document_that_was_searched_whole_stays_as_it_is() -> None:
    assert with_unsearched(document(), searched()) == document()
    assert with_unsearched(document("page 2 is a scan"), searched()).reason == "page 2 is a scan"


def test_where_the_search_stopped_is_told() -> None:
    told = with_unsearched(document(), searched(Point(1, 3)))
    assert told.status is DocumentStatus.PARTLY_SCREENED
    assert told.reason is not None
    assert "stopped at character 15 of 21 (Sheet1!B2): what follows" in told.reason


def test_runs_of_letters_are_told_beside_what_was_not_read() -> None:
    told = with_unsearched(document("page 2 is a scan"), searched(None, Point(0, 0), Point(1, 0)))
    assert told.reason == (
        "page 2 is a scan; 2 runs of more than 200 letters without a space not searched, "
        "the first at character 1 of 21 (page 1)"
    )
