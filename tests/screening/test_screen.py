"""Documents against the lists: every passage, and offsets of the whole document."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from records import Decision, Document, DocumentStatus, FoundBy, Kind, Passage, Settings
from screening.documents.screen import screen
from screening.engine.engine import ENGINE, Engine
from store import Home

ASKED = Settings(threshold=0.8, kinds=(Kind.ORGANIZATION, Kind.VESSEL, Kind.AIRCRAFT))


@pytest.fixture(scope="module")
def engine(excerpts_home: Home, opened: Callable[..., Engine]) -> Engine:
    return opened(excerpts_home)


def document(
    *passages: Passage, status: DocumentStatus = DocumentStatus.SCREENED, reason: str | None = None
) -> Document:
    return Document(
        path="letter.txt",
        sha256="0" * 64,
        media_type="text/plain",
        status=status,
        reason=reason,
        passages=passages,
    )


def three_passages() -> list[Passage]:
    texts = (
        "Sold by Valerian Labs, Inc.",
        "Nothing here.",
        "武汉高芯科技有限公司 and Era-Media TOV",
    )
    places = ("Sheet1!A1", None, "footnote 3")
    passages, start = [], 0
    for number, (text, place) in enumerate(zip(texts, places, strict=True), start=1):
        passages.append(Passage(text=text, start=start, page=number, place=place))
        start += len(text) + 1
    return passages


def test_page_place_and_offsets_of_every_passage_are_passed_on(engine: Engine) -> None:
    passages = three_passages()
    answer = screen(engine, document(*passages), ASKED)
    spans = {(hit.span.text, hit.span.page, hit.span.place) for hit in answer.hits}
    assert spans == {
        ("Valerian Labs, Inc", 1, "Sheet1!A1"),
        ("武汉高芯科技有限公司", 3, "footnote 3"),
        ("Era-Media TOV", 3, "footnote 3"),
    }
    whole = "\n".join(passage.text for passage in passages)
    assert all(whole[h.span.start : h.span.end] == h.span.text for h in answer.hits)


def test_hits_stand_in_the_order_of_the_text(engine: Engine) -> None:
    answer = screen(engine, document(*three_passages()), ASKED)
    starts = [hit.span.start for hit in answer.hits]
    assert starts == sorted(starts)


def test_several_entities_may_share_one_span(engine: Engine) -> None:
    answer = screen(engine, document(Passage(text="by Wuhan Gaoxin technology")), ASKED)
    assert {hit.hit.entity_id for hit in answer.hits} == {"eu_fsf:4880", "us_ofac_sdn:46633"}
    assert {(hit.span.start, hit.span.end) for hit in answer.hits} == {(3, 26)}


def test_a_document_that_was_not_read_has_no_hits_and_says_so(engine: Engine) -> None:
    """Even if a reader left some text: what was not read is never told to be clear."""
    unread = document(
        Passage(text="Valerian Labs, Inc."), status=DocumentStatus.NOT_SCREENED, reason="locked"
    )
    answer = screen(engine, unread, ASKED)
    assert answer.hits == ()
    assert answer.document.status is DocumentStatus.NOT_SCREENED
    assert answer.document.reason == "locked"


def test_a_partly_read_document_keeps_its_status_and_its_hits(engine: Engine) -> None:
    partly = document(
        Passage(text="Valerian Labs, Inc."),
        status=DocumentStatus.PARTLY_SCREENED,
        reason="page 2 is a scan",
    )
    answer = screen(engine, partly, ASKED)
    assert len(answer.hits) == 1
    assert answer.document == partly


def test_an_empty_document_is_screened_and_clear(engine: Engine) -> None:
    for empty in (document(), document(Passage(text=""))):
        answer = screen(engine, empty, ASKED)
        assert answer.hits == ()
        assert answer.document.status is DocumentStatus.SCREENED


def test_a_short_form_found_by_a_full_mention_is_for_review(engine: Engine) -> None:
    text = "Club Indios Rojos de Juarez lost a match last Sunday. Nobody saw Club Juarez play."
    stricter = replace(ASKED, threshold=0.85)
    hits = screen(engine, document(Passage(text=text)), stricter).hits
    short = [hit.hit for hit in hits if "in full elsewhere" in hit.hit.reason]
    assert [hit.decision for hit in short] == [Decision.REVIEW]
    assert short[0].score < stricter.threshold
    assert hits[0].hit.decision is Decision.MATCH


def test_a_full_name_in_one_passage_licenses_short_forms_in_all(engine: Engine) -> None:
    passages = (
        Passage(text="Nobody saw Club Juarez play."),
        Passage(text="Club Indios Rojos de Juarez lost.", start=29),
    )
    hits = screen(engine, document(*passages), ASKED).hits
    assert [hit.span.text for hit in hits] == ["Club Juarez", "Club Indios Rojos de Juarez"]
    assert [hit.span.start for hit in hits] == [11, 29]
    alone = screen(engine, document(passages[0]), ASKED).hits
    assert alone == ()


def test_kinds_that_were_not_asked_for_are_not_found(engine: Engine) -> None:
    text = "A letter of Federico Hernandez Sanchez to the tanker Genava 12"
    found = screen(engine, document(Passage(text=text)), ASKED).hits
    assert {hit.hit.kind for hit in found} == {Kind.VESSEL}
    everybody = screen(engine, document(Passage(text=text)), Settings(threshold=0.8)).hits
    assert {hit.hit.kind for hit in everybody} == {Kind.VESSEL, Kind.PERSON}


def test_an_answer_says_what_it_was_made_with(engine: Engine) -> None:
    answer = screen(engine, document(), ASKED)
    assert answer.engine == ENGINE
    assert answer.settings == ASKED
    assert answer.screened_against == engine.screened_against


def test_a_short_name_in_a_party_field_needs_no_cue(engine: Engine) -> None:
    """In running text one common word is no name; as a shipper it is."""
    wherever = Passage(text="They met Gale there.", start=0)
    party = Passage(text="Gale\nBilbao", start=30, place="B2 (Shipper)")
    answer = screen(engine, document(wherever, party), ASKED)
    found = [(item.span.text, item.span.place, item.hit.entity_id) for item in answer.hits]
    assert found == [("Gale", "B2 (Shipper)", "us_ofac_sdn:55701")]


def test_a_line_of_a_text_that_says_shipper_is_a_party_field(engine: Engine) -> None:
    text = Passage(text="They met Gale there.\nShipper: Gale, Bilbao\nRemark: Gale")
    (found,) = screen(engine, document(text), ASKED).hits
    assert (found.span.text, found.span.start) == ("Gale", 30)
    assert found.found_by is FoundBy.PARTY_FIELD


def test_a_name_that_text_and_field_find_is_there_once(engine: Engine) -> None:
    party = Passage(text="Era-Media TOV", place="B2 (Supplier)")
    answer = screen(engine, document(party), ASKED)
    assert [item.hit.entity_id for item in answer.hits] == ["us_ofac_sdn:30863"]


def test_a_field_that_is_no_name_is_running_text(engine: Engine) -> None:
    place = Passage(text="Starla", place="beneficiary address (/Cdtr/AdrLine)")
    assert screen(engine, document(place), ASKED).hits == ()


def test_the_first_word_of_a_sentence_is_no_part_of_the_name_after_it(engine: Engine) -> None:
    text = "Ask Era-Media TOV first. Pay Banco VTB Africa SA then."
    answer = screen(engine, document(Passage(text=text)), ASKED)
    assert [item.span.text for item in answer.hits] == ["Era-Media TOV", "Banco VTB Africa SA"]


def test_persons_are_looked_for_in_party_fields_but_not_in_running_text(engine: Engine) -> None:
    name = "Federico Hernandez Sanchez"
    text = Passage(text=f"A letter of {name} came in.", start=0)
    fields = [
        Passage(text=name, start=100 + 50 * number, place=place)
        for number, place in enumerate(
            ("B2 (Beneficiary)", "ultimate debtor name (/UltmtDbtr/Nm)", "C3 (Name 1)")
        )
    ]
    answer = screen(engine, document(text, *fields), ASKED)
    assert [hit.span.place for hit in answer.hits] == [field.place for field in fields]
    assert {hit.hit.kind for hit in answer.hits} == {Kind.PERSON}


def test_who_asks_for_some_kinds_gets_no_others_in_party_fields(engine: Engine) -> None:
    field = Passage(text="Federico Hernandez Sanchez", place="B2 (Beneficiary)")
    ships = Settings(threshold=0.8, kinds=(Kind.VESSEL,))
    assert screen(engine, document(field), ships).hits == ()


def test_a_ships_name_in_a_column_of_ships_needs_no_cue_beside_it(engine: Engine) -> None:
    """Far below the heading ``Vessel`` a word is a ship."""
    fields = [
        Passage(text="STARLA", start=100 * number, place=place)
        for number, place in enumerate(
            ("C31 (Name of vessel)", "$.shipments[0].vesselName", "C31 (Vessel type)", "D4 (Cargo)")
        )
    ]
    answer = screen(engine, document(*fields), ASKED)
    assert [hit.span.place for hit in answer.hits] == [field.place for field in fields[:2]]
    organisations = replace(ASKED, kinds=(Kind.ORGANIZATION,))
    assert screen(engine, document(*fields), organisations).hits == ()
