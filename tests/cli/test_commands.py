"""Each command once, from end to end, as a user runs it."""

import shutil
from pathlib import Path

from program import SAMPLES, Program

from store import Home
from store.catalogue import Catalogue
from store.check import Check

pytest_plugins = ["program_fixtures"]

WUHAN = {"us_ofac_sdn:46633", "eu_fsf:4880"}


def test_match_names_the_company_on_both_lists(run: Program) -> None:
    ran = run("match", "Wuhan Gaoxin Technology", "Blue Lantern Logistics")
    assert ran.status == 3
    listed, innocent = ran.answers
    assert {hit["entity_id"] for hit in listed["hits"]} == WUHAN
    assert innocent["decision"] == "no_match"
    assert {item["list"] for item in innocent["screened_against"]} == {"eu_fsf", "us_ofac_sdn"}
    assert ran.err == ""


def test_match_without_a_hit_ends_with_0(run: Program) -> None:
    assert run("match", "Blue Lantern Logistics").status == 0


def test_match_reads_a_file_and_answers_line_by_line(run: Program, tmp_path: Path) -> None:
    (tmp_path / "names.txt").write_bytes("\ufeffMahan Air\r\n\r\nШахед\u2028X\r\n".encode())
    ran = run("match", "--file", "names.txt", "--format", "jsonl")
    assert [answer["query"] for answer in ran.answers] == ["Mahan Air", "", "Шахед\u2028X"]
    assert ran.answers[1]["decision"] == "not_screened"


def test_match_keeps_to_lists_kinds_and_limit(run: Program) -> None:
    ran = run("match", "Mahan Air", "--lists", "eu_fsf")
    assert {hit["list"] for hit in ran.answers[0]["hits"]} == {"eu_fsf"}
    ran = run("match", "Mahan Air", "--kind", "vessel,person")
    assert ran.answers[0]["hits"] == []
    ran = run("match", "Mahan Air", "--threshold", "0", "--limit", "1")
    assert len(ran.answers[0]["hits"]) == 1


def test_compare_scores_two_names_and_says_why(run: Program) -> None:
    ran = run("compare", "Wuhan Gaoxin Technology", "武汉高芯科技有限公司")
    assert ran.status == 3
    (answer,) = ran.answers
    assert answer["score"] > 0.8
    assert {item["how"] for item in answer["evidence"]} >= {"transliteration", "translation"}
    assert answer["reason"]


def test_compare_reads_pairs_from_a_file(run: Program, tmp_path: Path) -> None:
    (tmp_path / "pairs.csv").write_text('id,right,left\n1,"A, B",X\n2,Mahan Air,Mahan Air\n')
    ran = run("compare", "--file", "pairs.csv")
    assert [(a["left"], a["right"]) for a in ran.answers] == [("X", "A, B"), ("Mahan Air",) * 2]
    assert [a["decision"] == "no_match" for a in ran.answers] == [True, False]


def test_screen_marks_the_name_where_it_stands(run: Program, tmp_path: Path) -> None:
    text = "Ünter\r\nwe met Wuhan Gaoxin Technology’s men\r\n"
    (tmp_path / "a.txt").write_bytes(text.encode())
    ran = run("screen", "a.txt")
    (answer,) = ran.answers
    assert ran.status == 3
    assert answer["document"] == "a.txt"
    assert {hit["entity_id"] for hit in answer["hits"]} == WUHAN
    for hit in answer["hits"]:
        assert text[hit["start"] : hit["end"]] == hit["text"]
        assert "Gaoxin" in hit["text"]


def test_screen_reads_a_pipe_and_a_folder_in_any_encoding(run: Program, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    text = "Поставщик – АО «Микрон», Зеленоград. Договор подписан в Москве."
    (tmp_path / "in" / "cp1251.txt").write_bytes(text.encode("cp1251"))
    (tmp_path / "in" / "utf16.txt").write_bytes(text.encode("utf-16"))
    ran = run("screen", "in", "-", stdin=b"From Wuhan Gaoxin Technology.")
    names = [answer["document"] for answer in ran.answers]
    assert names == [str(Path("in/cp1251.txt")), str(Path("in/utf16.txt")), "-"]
    assert [bool(answer["hits"]) for answer in ran.answers] == [True, True, True]


def test_lists_shows_editions(run: Program) -> None:
    ran = run("lists")
    assert ran.status == 0
    assert {(item["list"], item["edition"], item["entities"]) for item in ran.answers} == {
        ("eu_fsf", "2026-08-22", 25),
        ("us_ofac_sdn", "2025-11-19", 27),
    }


def test_lists_marks_a_stale_list_for_people(run: Program, tmp_path: Path) -> None:
    home = Home(shutil.copytree(run.home, tmp_path / "home"))
    for loaded in Catalogue(home).active():
        of = Check(source=loaded.source, checked_at="2026-11-24T08:00:00Z", sha256="x", address="x")
        Catalogue(home).add_check(of)
    assert "STALE" in Program(home.path, tmp_path)("lists", "--format", "table").out


def test_show_gives_the_entry_and_its_edition(run: Program) -> None:
    ran = run("show", "us_ofac_sdn:46633")
    (entry,) = ran.answers
    assert ran.status == 0
    assert [name["text"] for name in entry["names"]] == [
        "Wuhan Global Sensor Technology Co., Ltd.",
        "武汉高芯科技有限公司",
    ]
    assert entry["snapshot"]["edition"] == "2025-11-19"


def test_update_refuses_an_excerpt_and_ends_with_1(run: Program, tmp_path: Path) -> None:
    source = SAMPLES / "us_ofac_sdn.xml"
    ran = run("update", "--from", str(source), NAMEWARDEN_HOME=str(tmp_path / "new"))
    assert ran.status == 1
    assert ran.answers[0]["status"] == "failed"
    assert "27 entities" in ran.err


def test_demo_finds_the_names_says_that_its_lists_are_old_and_ends_with_0(run: Program) -> None:
    ran = run("demo", NAMEWARDEN_HOME="/nonexistent")
    assert ran.status == 0
    assert "OLD SAMPLES" in ran.out
    assert "namewarden update" in ran.out
    assert "»Wuhan Gaoxin Technology«" in ran.out
    assert {name for name in ("us_ofac_sdn:46633", "eu_fsf:4880") if name in ran.out} == WUHAN
    invented = ("Teplodom", "Blue Lantern", "Alpenrhein", "Nordic Hull", "Brightwater")
    assert not [name for name in invented if f"»{name}" in ran.out]


def test_batch_screens_a_table_and_says_what_it_took_for_what(run: Program, tmp_path: Path) -> None:
    table = "Kunde;Land\nWuhan Gaoxin Technology;CN\nBlue Lantern Logistics;GB\n;GB\n"
    (tmp_path / "kunden.csv").write_bytes(table.encode("cp1252"))
    ran = run("batch", "kunden.csv", "--columns", "name=Kunde", "--workers", "2")
    assert ran.status == 3
    hits = [row for row in ran.answers if row["entity_id"]]
    assert {(row["row"], row["entity_id"]) for row in hits} == {(1, listed) for listed in WUHAN}
    assert [row["row"] for row in ran.answers if row["status"] == "not_screened"] == [3]
    assert "read as --columns name=Kunde,country=Land\n" in ran.err
    assert "3 rows: 1 with hits" in ran.err
    assert "1 NOT SCREENED" in ran.err


def test_batch_writes_a_file_and_prints_the_summary(run: Program, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("name\nBlue Lantern Logistics\n", encoding="utf-8")
    ran = run("batch", "t.csv", "--output", "out.csv", "--all", "--summary")
    assert ran.status == 0
    (summary,) = ran.answers
    assert (summary["rows"], summary["with_hits"], summary["output"]) == (1, 0, "out.csv")
    assert {item["list"] for item in summary["screened_against"]} == {"eu_fsf", "us_ofac_sdn"}
    assert len((tmp_path / "out.csv").read_text("utf-8").splitlines()) == 2
    assert run("batch", "t.csv", "--output", "out.csv", "--resume", "--all").status == 0


def test_batch_ends_with_1_when_a_row_was_not_screened_and_none_had_a_hit(
    run: Program, tmp_path: Path
) -> None:
    (tmp_path / "t.csv").write_text("name,x\nBlue Lantern Logistics\nAcme,1\n", "utf-8")
    assert run("batch", "t.csv").status == 1
    assert run("batch", "t.csv", "--columns", "name=firm").status == 2
    assert run("batch", "missing.csv").status == 1


def test_version_is_printed(run: Program) -> None:
    assert run("--version").out.startswith("namewarden 0.")


def test_answers_on_stale_lists_say_so_in_every_form_and_in_one_line(
    run: Program, stale_home: Path
) -> None:
    old = Program(stale_home, run.folder)
    name = ("match", "Blue Lantern Logistics", "--format")
    said = old(*name, "table").out.replace("\n", " ")
    assert "WARNING: 2 lists are stale" in said
    assert said.count("are stale") == 1
    assert old(*name, "csv").out.endswith("eu_fsf stale; us_ofac_sdn stale; un_sc missing,\n")
    ran = old(*name, "jsonl")
    assert [item["what"] for item in ran.answers[0]["warnings"]] == ["stale", "stale", "missing"]
    assert ran.err.count("are stale") == 1
    alone = old("match", "x", "--lists", "eu_fsf")
    assert "WARNING: eu_fsf is stale: its edition of" in alone.err


def test_max_age_refuses_an_old_list(run: Program, stale_home: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Mahan Air")
    old = Program(stale_home, run.folder)
    for command in (("match", "Mahan Air"), ("screen", "a.txt")):
        ran = old(*command, "--lists", "eu_fsf", "--max-age", "30")
        assert (ran.status, ran.out) == (1, "")
        assert "at most 30 are allowed by --max-age. Nothing was screened." in ran.err
        assert run(*command, "--max-age", "30").status == 3


def test_prune_keeps_what_is_in_use(run: Program) -> None:
    ran = run("lists", "prune", "--days", "0")
    assert ran.status == 0
    assert [(item["list"], item["kept"], item["reason"]) for item in ran.answers] == [
        ("eu_fsf", True, "in use"),
        ("us_ofac_sdn", True, "in use"),
    ]
    assert run("lists", "prune").status == 2


def test_a_list_that_never_came_is_missed_until_it_is_forgotten(
    run: Program, tmp_path: Path
) -> None:
    own = Program(shutil.copytree(run.home, tmp_path / "home"), tmp_path)
    (tmp_path / "page.xml").write_text("<html>")
    assert own("update", "un_sc", "--from", "page.xml").status == 1
    ran = own("match", "Blue Lantern Logistics", "--format", "csv")
    assert (ran.status, ran.out.endswith("un_sc missing,\n")) == (0, True)
    assert own("match", "x", "--max-age", "9999").status == 1
    assert "un_sc was asked for but is not loaded" in own("lists").err
    assert own("lists", "forget", "eu_fsf").status == 2
    assert own("lists", "forget", "un_sc").status == 0
    assert own("match", "x", "--max-age", "9999").err == ""
