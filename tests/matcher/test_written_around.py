"""Names with what stands around them and a slip besides, remarks of payments, codes of banks and
countries, names that stand twice, securities, countries and their adjectives, misspelt numbers,
names joined with their trade.
"""

import pytest
from support.listed_companies import is_hit

from matcher.index.build import build
from matcher.names.bank_codes import is_bank_code
from matcher.names.bare_names import may_have_surroundings, without_surroundings
from matcher.names.field_lines import in_one_line
from matcher.names.parser import analyse
from matcher.names.securities import security_in
from matcher.names.surrounding_cues import remark_in
from matcher.names.term_weights import Language
from matcher.names.variants import asked_variants
from matcher.names.web_names import of_address
from matcher.search.finder import Finder
from matcher.search.match import Policy, match
from records import Entity, Kind, ListedName, NameKind


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        # A slip, and a town, a branch, an address, a reference.
        ("Zavrik Blintov Kazan", "Zavrik Blintof"),
        ("PJSC Mosottqorva Dubai", "PJSC Mostotqorva"),
        ("Zarvik Petrochemcal Company, Hamburg Branch", "Zarvik Petrochemical Company"),
        ("Zarvik Petrochemcal, 12 Sadovaya Street, Kazan", "Zarvik Petrochemical"),
        ("INV 20331 ZARVIK PETROCHEMCAL", "Zarvik Petrochemical"),
        ("Limited Liability Company U Q M Telecom Tashkent", "LLC UQM Telecom"),
        # What a payment is for.
        ("AO DQV final payment", "DQV"),
        ("LLC QZF advance payment", "QZF"),
        ("QZF invoice 4471", "QZF"),
        # How a bank says that it was paid.
        ("SEPA DD QZF LTD REF 88123", "QZF Ltd"),
        ("TRF TO QZF LTD INV 88123", "QZF Ltd"),
        # What a field cut or a hand joined, behind a reference or before a town.
        ("1/ZARVIKPETROCHEMICAL COMPANY", "Zarvik Petrochemical Company"),
        ("To the order of Zarvik Petrochem", "Zarvik Petrochemical Company"),
        ("FAO Zarvik Petrochem", "Zarvik Petrochemical Company"),
        ("INV 20331 Zarvik Petrochem", "Zarvik Petrochemical Company"),
        ("ZARVIKblintof, Kazan", "Zarvik Blintof"),
        ("Mostqorvo, Kazan", "Mostqorva"),
        # What a form, a message and a table call the field.
        ("Donneur d'ordre JSC QZF", "JSC QZF"),
        ("Customer name QZF LTD", "QZF Ltd"),
        ("Receiver Zarvik Petrochemcal", "Zarvik Petrochemical"),
        ("<Nm>QZF LTD", "QZF Ltd"),
        ("Name=QZF LTD;", "QZF Ltd"),
        ("undefined QZF LTD", "QZF Ltd"),
        # What a customer file says of it.
        ("JSC QZF KYC", "JSC QZF"),
        ("JSC QZF ISIN US3682872078", "JSC QZF"),
        ("QZF Ltd duplicate", "QZF"),
        ("Zarvik Petrochemcal contract No 12/3", "Zarvik Petrochemical"),
        ("Zarvik Petrochemcal salary March", "Zarvik Petrochemical"),
        # Which security of an issuer.
        ("JSC QZF SHS", "JSC QZF"),
        ("JSC QZF-Spon ADR", "JSC QZF"),
        ("QZF Ltd Class A", "QZF Ltd"),
        ("Zarvik Petrochemcal Common Stock", "Zarvik Petrochemical"),
        # Codes of countries, banks and accounts.
        ("Zarvik Blintov, IRN", "Zarvik Blintof"),
        ("ZARVIK BLINTOV IRN", "Zarvik Blintof"),
        ("Zarvik Blintov, RU", "Zarvik Blintof"),
        ("Zarvik Blintov Kazan RUS", "Zarvik Blintof"),
        ("HSBCHKHHHKH ZARVIK BLINTOV", "Zarvik Blintof"),
        ("Zarvik Blintov DEUTDEFF", "Zarvik Blintof"),
        ("DE89370400440532013000 Zarvik Blintov", "Zarvik Blintof"),
        ("/40702810900000012345 OOO Zarvikov", "OOO Zarwikov"),
        # What becomes of a party.
        ("Zarvik Blintov in liquidation", "Zarvik Blintof"),
        ("Zarvik Petrochemcal Ltd. v likvidaci", "Zarvik Petrochemical Ltd."),
        ("Zarvik Blintov tasfiye halinde", "Zarvik Blintof"),
        # A branch with little words.
        ("Zarvik Blintov sede secondaria di Milano", "Zarvik Blintof"),
        ("Zarvik Blintov Sucursal en Colombia", "Zarvik Blintof"),
        ("Representative Office of Zarvik Blintov", "Zarvik Blintof"),
        ("Nordwind GmbH c/o Zarvik Blintov", "Zarvik Blintof"),
        ("Zarvik Blintov now Nordwind GmbH", "Zarvik Blintof"),
        # The same name twice.
        ("Zarvik Blintov Zarvik Blintov", "Zarvik Blintof"),
        ("ZARVIK BLINTOV (Zarvik Blintov)", "Zarvik Blintof"),
        ("Zarvik Blintov Ltd, Zarvik Blintov", "Zarvik Blintof Ltd"),
        # A word that is said twice: in two languages, as a country and its adjective, by a slip.
        ("National Iranian Bank Melli", "Bank Melli Iran"),
        ("Bank Melli National Bank of Iran", "Bank Melli Iran"),
        ("Iranian Iran Tractor Company", "Iran Tractor Company"),
        ("Zarvik International International Group", "Zarvik International Group"),
        ("JSC Baltic Baltic Plant", "JSC Baltic Plant"),
        ("Zarvik Tankers Tankers FZE", "Zarvik Tankers FZE"),
        ("Rodina Group Group", "Rodina Group"),
        # A country and its adjective.
        ("National Tanker Company of Iran", "National Iranian Tanker Company"),
        ("Iranian Tractor Manufacturing Company", "Iran Tractor Manufacturing Company"),
        ("National Iran Copper Industries", "National Iranian Copper Industries Company"),
        ("Belarus Optical and Mechanical Union", "OJSC Belarusian Optical and Mechanical Union"),
        ("Fund for Care of Lebanon and Palestine", "Fund for Care of Lebanese and Palestinian"),
        # Numbers with a slip, as numerals.
        ("Frist Islamic Investment Bank", "First Islamic Investment Bank"),
        ("LLC Big Thre", "LLC Big Three"),
        ("Forth Armoured Division", "Fourth Armoured Division"),
        ("ONE QVISION Five", "ONE QVISION 5"),
        ("ZARVIK I", "Zarvik 1"),
        ("ZARVIK 10", "Zarvik X"),
        # Lines of a payment's field, which end inside words, too.
        ("1/ZARVIK PETROCHEM 1/ICAL COMPANY 2/12 SADOVAYA 3/RU/KAZAN", "Zarvik Petrochemical"),
        ("1/ZARVIK 1/PETROCHEMICAL", "Zarvik Petrochemical"),
        ("ZARVIK PETROCHEM//ICAL", "Zarvik Petrochemical"),
        ("?32ZARVIK PETROCHEM?33ICAL", "Zarvik Petrochemical"),
        # All there is of an address on the web.
        ("info@zarvikpetrochemical.com", "Zarvik Petrochemical"),
        ("https://www.zarvikpetrochemical.co.uk/", "Zarvik Petrochemical"),
        ("zarvik.blintov@gmail.com", "Zarvik Blintov"),
        # A name joined with its trade.
        ("Zarvikbank", "Bank Zarvik"),
        ("Bankzarvik", "Zarvik Bank"),
        ("Saderatbank", "Bank Saderat Iran"),
        ("Zarvikshipping LLC", "Shipping Zarvik LLC"),
    ],
)
def test_a_name_is_found_in_spite_of_what_is_written_around_it(
    asked: str, listed: str, language: Language
) -> None:
    assert is_hit(asked, listed, Kind.ORGANIZATION, language)


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        # A town before a legal form makes a company's whole name.
        ("Zarvik Blintov Hamburg GmbH", "Zarvik Blintof"),
        ("Bank of Kazan", "Bank of Moscow"),
        # Too short a beginning to be what a field left, and a word that a town's name ends.
        ("INV 20331 Zarvik Blin", "Zarvik Blintovski Quartzite"),
        ("Mostqorvo Kazan", "Mostqorva"),
        # What is no remark.
        ("AAB 3.5%21SEP2022", "AAB"),
        # Codes that are words of a name, and words that look like codes.
        ("ZARVIK BLINTOV CAN", "Zarvik Blintof"),
        ("Zarvik Blintov ARMS", "Zarvik Blintof"),
        ("PLATINUM ZARVIK BLINTOV", "Zarvik Blintof"),
        ("Zarvik PAK", "Pak Ud"),
        ("How Blintov, PAK", "PAK"),
        # A word that is said twice, of another country's party; two names that are one word.
        ("National Indian Bank Melli", "Bank Melli Iran"),
        ("Zarvik Zarvik", "Zarvik Blintof"),
        ("Blintov of Iran", "Iranian Zarvik Blintof"),
        # Words that stand twice in a name.
        ("Zarvik Zarvik Blintov Gold", "Zarvik Blintof Silver"),
        # An adjective alone is no company's name, and another country's is another.
        ("Argentine", "Argentina S.A."),
        ("Iraqi Tractor Manufacturing Company", "Iran Tractor Manufacturing Company"),
        # A provider's site is everybody's.
        ("qzarvi@gmail.com", "Blintov Gmail"),
        # Words that are words, and not numbers.
        ("Steven Islamic Bank", "Seventh Islamic Bank"),
        ("Tree Peaks Holding", "3 Peaks Holding"),
        ("ZARVIK I", "Zarvik 2"),
        # Joined words that are other names.
        ("Citigroup Inc.", "LLC CITI"),
        ("Bankfinancial Corp", "Corporate Finance Bank LLC"),
    ],
)
def test_what_is_written_around_a_name_makes_no_other_party_of_it(
    asked: str, listed: str, language: Language
) -> None:
    assert not is_hit(asked, listed, Kind.ORGANIZATION, language)


def test_what_was_left_out_is_told_as_standing_around(language: Language) -> None:
    names = (ListedName(text="Zavrik Blintof", kind=NameKind.PRIMARY),)
    party = Entity(id="t:1", kind=Kind.ORGANIZATION, names=names)
    (hit,) = match("Zavrik Blintov Kazan", Finder(build([party], language)), Policy(0.8))
    assert [row.how for row in hit.evidence if row.query == "Kazan"] == ["around"]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Topaz Blintov Kazan Branch", "topaz blintov"),
        ("Bank of Kazan Istanbul", "bank of kazan"),
        ("Attn: Topaz Blintov", "topaz blintov"),
        ("Topaz Blintov final payment", "topaz blintov"),
        ("INV 20331 Topaz Blintov", "topaz blintov"),
        ("Topaz Blintov Iran Branch", "topaz blintov"),
        ("Topaz Blintov TUR", "topaz blintov"),
        ("Topazkrist, Kazan", "topazkrist"),
        ("To the order of Topaz Blintov", "topaz blintov"),
        ("FAO Topaz Blintov", "topaz blintov"),
        ("INTERN. TOPAZ BLINTOV GR.", None),
        ("Topaz Blintov Department", None),
        # Nothing is left out of what may be a whole name.
        ("N.R. Topaz Blintov", None),
        ("Topaz Blintov Inc. -,01", None),
        ("Topaz Kazan", None),
        ("Topazkrist Kazan", None),
        ("Topazkr, Kazan", None),
        ("To Topaz Blintov", None),
        ("Topaz Blintov Hamburg GmbH", None),
        ("University of Kazan", None),
        ("Topaz Blintov", None),
    ],
)
def test_only_what_is_no_part_of_a_name_is_left_out(text: str, left: str | None) -> None:
    found = without_surroundings(analyse(text))
    assert (None if found is None else " ".join(word.form for word in found.words)) == left
    assert found is None or may_have_surroundings(analyse(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Topaz invoice 4471", "topaz"),
        ("Topaz contract No 12/3", "topaz"),
        ("Topaz goods as per invoice", "topaz"),
        ("Topaz payroll", "topaz"),
        ("Arrow Payment", "arrow payment"),
        ("Topaz Goods", "topaz goods"),
        ("Topaz 5", "topaz 5"),
        ("Payment Systems Ltd", "payment systems ltd"),
    ],
)
def test_a_remark_ends_a_line_and_no_name(text: str, name: str) -> None:
    words = analyse(text).words
    assert " ".join(word.form for word in words[: remark_in(words)]) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("China Topaz Ltd H SHS", "china topaz ltd"),
        ("Topaz 144A Reg S", "topaz"),
        ("Topaz Ord HKD0.10", "topaz"),
        ("Topaz Vorzugsaktien", "topaz"),
        ("Topaz Series B Preferred Stock", "topaz"),
        ("Topaz 9 SHS", "topaz 9"),
        # Initials, trades and towns are names, and a line is not all security.
        ("V T B SHS", "v t b"),
        ("Rolling Stock", "rolling stock"),
        ("Common Stock Ltd", "common stock ltd"),
        ("Topaz B", "topaz b"),
        ("SHS", "shs"),
    ],
)
def test_which_security_it_is_ends_a_line_and_no_name(text: str, name: str) -> None:
    words = analyse(text).words
    assert " ".join(word.form for word in words[: security_in(words)]) == name


@pytest.mark.parametrize("code", ["CHASUS33", "DEUTDEFF500", "SABRRUMM", "BKCHCNBJ"])
def test_a_banks_code_is_one_among_capitals(code: str) -> None:
    assert is_bank_code(code, f"{code} TOPAZ WORKS")


@pytest.mark.parametrize("word", ["PLATINUM", "INSIGHTS", "SPECTRA7", "QUORVANT"])
def test_a_word_in_capitals_is_a_banks_code_only_where_others_have_small_letters(word: str) -> None:
    assert not is_bank_code(word, f"{word} MICROSYSTEMS")
    assert is_bank_code(word, f"{word} Microsystems")


def test_a_country_at_the_end_is_no_adjective_and_hides_no_other_reading() -> None:
    def read(text: str) -> set[str]:
        found = asked_variants(analyse(text))
        return {" ".join(word.form for word in one.name.words) for one in found}

    assert not any("mexican" in one for one in read("Banco Santander México S.A."))
    assert "national bank iran" in read("Banco Nacional Iran")
    assert "iranian tractor company" in read("Iran Tractor Company")


@pytest.mark.parametrize("text", ["info@zarvik.com", "Zarvik Petrochemical.com", "v1.2", "zarvik."])
def test_short_sites_and_what_is_no_address_have_no_name_of_their_own(text: str) -> None:
    assert not [*of_address(text)]


@pytest.mark.parametrize("text", ["No. 21/4 Blintov", "https://zarvik.com", "Zarvik?"])
def test_signs_that_are_no_line_s_are_left(text: str) -> None:
    assert not [*in_one_line(text)]
