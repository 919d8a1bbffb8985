"""Words that other parties have, too, are no party's name by themselves."""

import pytest

from matcher.comparison.model import decide
from matcher.index.build import build
from matcher.names.term_weights import Language
from matcher.search.finder import Finder
from matcher.search.match import Policy, match
from records import Decision, Entity, Kind, ListedName, NameKind

PRIMARY, WEAK = NameKind.PRIMARY, NameKind.WEAK
LISTED = (
    ("Kestrel Infinity Limited", Kind.ORGANIZATION, PRIMARY),
    ("Ibex International DMCC", Kind.ORGANIZATION, PRIMARY),
    ("Qorvantis Trading DMCC", Kind.ORGANIZATION, PRIMARY),
    ("JSC DB Melzir", Kind.ORGANIZATION, PRIMARY),
    ("Iron Lantern Enterprises Limited", Kind.ORGANIZATION, PRIMARY),
    ("Umbra Trading", Kind.ORGANIZATION, PRIMARY),
    ("EP-QZM", Kind.AIRCRAFT, PRIMARY),
    ("PARAGON DAWN", Kind.VESSEL, PRIMARY),
    ("TAVRINO", Kind.VESSEL, PRIMARY),
    ("Zelbart", Kind.PERSON, WEAK),
    ("Norbeksan", Kind.ORGANIZATION, WEAK),
    ("陽光電子科技有限公司", Kind.ORGANIZATION, PRIMARY),
    ("Orvantek Trading FZE", Kind.ORGANIZATION, PRIMARY),
    ("Orvantek FZE", Kind.ORGANIZATION, PRIMARY),
    ("MILLING MACHINES LLC", Kind.ORGANIZATION, PRIMARY),
    ("Xinghua Co. Ltd.", Kind.ORGANIZATION, PRIMARY),
    ("Zanga S.A.S.", Kind.ORGANIZATION, PRIMARY),
    ("Fonko", Kind.ORGANIZATION, PRIMARY),
    ("Technopak Engineering", Kind.ORGANIZATION, PRIMARY),
    ("QING TAI", Kind.VESSEL, PRIMARY),
    ("Crozk", Kind.PERSON, WEAK),
    ("47", Kind.PERSON, WEAK),
    ("Xu Meibo", Kind.UNKNOWN, PRIMARY),
    ("Zhe Weibing", Kind.UNKNOWN, PRIMARY),
    ("First Lantern Co Ltd", Kind.ORGANIZATION, PRIMARY),
    ("SAD Import Export Company", Kind.ORGANIZATION, PRIMARY),
    ("Gavriltek GmbH", Kind.ORGANIZATION, PRIMARY),
)


@pytest.fixture(scope="module")
def own(language: Language) -> Finder:
    return Finder(build(list(map(entity, range(len(LISTED)))), language))


def entity(number: int) -> Entity:
    text, kind, name_kind = LISTED[number]
    names = (ListedName(text=text, kind=name_kind),)
    return Entity(id=f"custom:{number}", kind=kind, names=names)


def decision(query: str, own: Finder) -> Decision:
    best = max([hit.score for hit in match(query, own, Policy(threshold=0.0))], default=0.0)
    return decide(best)


@pytest.mark.parametrize(
    "query",
    [
        "Kestrel Limited",  # a word of its own more
        "Ibex Inc.",  # trade words more, and another form
        "Iron Lantern Inc",
        "Weibing Corp.",  # a surname more
        "Premier Lantern plc",  # *premier* is no number in English
    ],
)
def test_a_company_is_no_party_whose_name_has_more(query: str, own: Finder) -> None:
    assert decision(query, own) is Decision.NO_MATCH


@pytest.mark.parametrize(
    "query",
    [
        "Qorvantis GmbH",  # a word that no language has is a party's, whatever the form
        "Melzir JSC",  # *DB* is a design bureau
        "Ibex DMCC",  # its own form
        "Umbra GmbH",  # a party of which no form is known
        "Kestrel Infinity Inc.",
    ],
)
def test_a_party_called_by_less_than_its_name_is_found(query: str, own: Finder) -> None:
    assert decision(query, own) is not Decision.NO_MATCH


def test_an_aircraft_is_met_by_its_whole_mark(own: Finder) -> None:
    assert decision("QZM Limited", own) is Decision.NO_MATCH
    assert decision("QZM", own) is Decision.NO_MATCH
    assert decision("EPQZM", own) is not Decision.NO_MATCH


def test_a_company_is_no_ship_whose_name_has_more(own: Finder) -> None:
    assert decision("Paragon GmbH & Co. KG", own) is Decision.NO_MATCH
    assert decision("MV Paragon Dawn", own) is not Decision.NO_MATCH


def test_a_remark_in_brackets_takes_no_legal_form_away(own: Finder) -> None:
    assert decision("Tavrino (Cambodia) Garment Corp.", own) is Decision.NO_MATCH
    assert decision("Tavrino (Etelbor Shipping Corp.)", own) is not Decision.NO_MATCH


@pytest.mark.parametrize("query", ["Zelbart SE", "Lianchuang Electronic Tech Co."])
def test_a_company_s_form_or_another_chinese_sound_is_another_name(query: str, own: Finder) -> None:
    assert decision(query, own) is Decision.NO_MATCH


@pytest.mark.parametrize("query", ["Zelbart", "Zelbert", "Norbaksan", "Yangguang Electronic Tech"])
def test_the_same_word_its_slip_and_the_same_sound_are_found(query: str, own: Finder) -> None:
    assert decision(query, own) is not Decision.NO_MATCH


def test_the_second_name_of_a_company_with_another_form_is_not_its_name(own: Finder) -> None:
    assert decision("Hexal Orvantek Limited", own) is Decision.NO_MATCH
    assert decision("Makinor Milling Machines Inc.", own) is Decision.NO_MATCH
    assert decision("Orvantek Metals Limited", own) is not Decision.NO_MATCH
    assert decision("Hexal Orvantek FZE", own) is not Decision.NO_MATCH


def test_a_chinese_word_behind_its_province_is_another_company_s(own: Finder) -> None:
    assert decision("Shaanxi Xinghua Chemistry Co., Ltd.", own) is Decision.NO_MATCH
    assert decision("Xinghua Co. Ltd., Shaanxi", own) is not Decision.NO_MATCH


def test_a_legal_form_behind_a_comma_is_no_name(own: Finder) -> None:
    assert decision("Sporting Clube - Futebol, SAD", own) is Decision.NO_MATCH


def test_one_word_with_another_legal_form_is_for_a_person_to_look_at(own: Finder) -> None:
    assert decision("Gavriltek S.p.A.", own) is Decision.REVIEW
    assert decision("Gavriltek Co., Ltd.", own) is Decision.REVIEW
    assert decision("Gavriltek GmbH", own) is Decision.MATCH
    assert decision("Orvantek Trading GmbH", own) is Decision.REVIEW
    assert decision("Orvantek Trading FZE", own) is Decision.MATCH


@pytest.mark.parametrize(
    "query",
    [
        # A word that English has, be it seldom.
        "Zynga",
        # The beginning of many words, and another short word behind it.
        "Technofab Engineering",
        "Qingtai Securities",
        "Crozz",
        "Crozk Group",
        "Forty Seven",
        "Meibo",
    ],
)
def test_a_word_of_its_own_a_trade_and_a_short_nickname_are_no_slips(
    query: str, own: Finder
) -> None:
    assert decision(query, own) is Decision.NO_MATCH


@pytest.mark.parametrize(
    "query",
    [
        # No word of a language, and one with its trade.
        "Zangu",
        "Zynga S.A.S.",
        # Two spellings of one sound.
        "Funko",
        "Technopac Engineering",
        "Qingtai",
        "Crozk",
        "47",
        "Xumeibo",
        "Meibo Xu",
    ],
)
def test_slips_that_make_no_other_word_and_whole_names_are_found(query: str, own: Finder) -> None:
    assert decision(query, own) is not Decision.NO_MATCH
