"""The UK's lists as tables: the UK Sanctions List's CSV and ODS, and the OFSI list that ended.

A party has a row for each of its names, dates of birth and addresses, and they need not stand
together; so all rows are gathered before the first party is complete.
"""

import re
from collections.abc import Iterator, Sequence

from lists.csv_rows import check_width
from lists.gb_fcdo.record import ADDRESS_PARTS, NAME_PARTS, Record
from lists.gb_fcdo.spoken import labelled
from lists.source import ParseReport
from lists.written_dates import british_date
from records import ListFormatError

COLUMNS = {
    "name": "Name6",
    "nametype": "NameType",
    "aliastype": "NameType",
    "aliasstrength": "AliasStrength",
    "aliasquality": "AliasStrength",
    "namenonlatinscript": "NameNonLatinScript",
    "nonlatinscripttype": "NonLatinScriptType",
    "nonlatinscriptlanguage": "NonLatinScriptLanguage",
    "ofsigroupid": "OFSIGroupID",
    "groupid": "OFSIGroupID",
    "uniqueid": "UniqueID",
    "unreferencenumber": "UNReferenceNumber",
    "regimename": "RegimeName",
    "regime": "RegimeName",
    "individualentityship": "IndividualEntityShip",
    "designationtype": "IndividualEntityShip",
    "grouptype": "IndividualEntityShip",
    "type": "IndividualEntityShip",
    "datedesignated": "DateDesignated",
    "uksanctionslistdatedesignated": "DateDesignated",
    "listedon": "ListedOn",
    "lastupdated": "LastUpdated",
    "title": "Title",
    "titles": "Title",
    "addresspostalcode": "AddressPostalCode",
    "postzipcode": "AddressPostalCode",
    "addresscountry": "AddressCountry",
    "country": "AddressCountry",
    "phonenumber": "PhoneNumber",
    "website": "Website",
    "emailaddress": "EmailAddress",
    "dob": "DOB",
    "nationality": "Nationality",
    "nationalityies": "Nationality",
    "nationalidentifiernumber": "NationalIdentifierNumber",
    "nationalidentificationnumber": "NationalIdentifierNumber",
    "ninumber": "NationalIdentifierNumber",
    "nationalidentifieradditionalinformation": "NationalIdentifierAdditionalInformation",
    "nationalidentificationdetails": "NationalIdentifierAdditionalInformation",
    "passportnumber": "PassportNumber",
    "passportadditionalinformation": "PassportAdditionalInformation",
    "passportdetails": "PassportAdditionalInformation",
    "position": "Position",
    "gender": "Gender",
    "townofbirth": "TownOfBirth",
    "countryofbirth": "CountryOfBirth",
    "typeofentity": "TypeOfEntity",
    "subsidiaries": "Subsidiary",
    "parentcompany": "ParentCompany",
    "businessregistrationnumbers": "BusinessRegistrationNumber",
    "imonumber": "IMONumber",
    "currentowneroperators": "CurrentOwnerOperator",
    "previousowneroperators": "PreviousOwnerOperator",
    "currentbelievedflagofship": "CurrentBelievedFlagOfShip",
    "previousflags": "PreviousFlag",
    "typeofship": "TypeOfShip",
    "tonnageofship": "TonnageOfShip",
    "lengthofship": "LengthOfShip",
    "yearbuilt": "YearBuilt",
    "hullidentificationnumberhin": "HullIdentificationNumber",
    "designationsource": "DesignationSource",
    "sanctionsimposed": "SanctionsImposed",
    "otherinformation": "OtherInformation",
    "ukstatementofreasons": "UKStatementofReasons",
    **{f"name{n}": f"Name{n}" for n in range(1, 7)},
    **{f"addressline{n}": f"AddressLine{n}" for n in range(1, 7)},
    **{f"address{n}": f"AddressLine{n}" for n in range(1, 7)},
}
"""Headings, by their letters and digits, and the XML's words for them."""
DOCUMENTS = (
    ("PassportNumber", "PassportAdditionalInformation"),
    ("NationalIdentifierNumber", "NationalIdentifierAdditionalInformation"),
)
TOGETHER = {
    *NAME_PARTS, *ADDRESS_PARTS, "NameType", "AliasStrength", "NameNonLatinScript",
    "NonLatinScriptType", "NonLatinScriptLanguage", "OtherInformation", "TownOfBirth",
    *(label for pair in DOCUMENTS for label in pair),
}  # fmt: skip
"""What says something only with what stands beside it."""
# Rows among which the headings are looked for: the publishers put one or two above them.
PREAMBLE_ROWS = 3
FCDO = frozenset(("UniqueID", "RegimeName", "IndividualEntityShip", "Name6"))
OFSI = frozenset(("OFSIGroupID", "RegimeName", "IndividualEntityShip", "Name6"))
FIRST_TOKENS = {
    "UniqueID": re.compile(r"[A-Z]{3}\d{4}"),
    "UNReferenceNumber": re.compile(r"[A-Z]{2}[ie]\.\d{3}"),
    "IMONumber": re.compile(r"\d{7}"),
}
"""OFSI writes a remark behind some labelled numbers."""


def labels_of(row: Sequence[str]) -> list[str]:
    """The XML's words for the headings of a row; those that are not known, as they stand."""
    plain = (re.sub(r"[^a-z0-9]", "", heading.lower()) for heading in row)
    return [COLUMNS.get(word, text.strip()) for word, text in zip(plain, row, strict=True)]


def is_header(labels: Sequence[str]) -> bool:
    """Whether these are the headings of one of the UK's lists."""
    return set(labels) >= FCDO or set(labels) >= OFSI


def records(
    rows: Iterator[list[str]], report: ParseReport, *, ragged: bool = False
) -> Iterator[Record]:
    """Yield the record of each party, in the order in which they first appear.

    Args:
        rows: preamble, headings and the rest.
        report: gets the edition.
        ragged: whether rows may lack the empty cells at their end.

    Raises:
        ListFormatError: another table, a row of another width, or one without an id.
    """
    labels, before = _header(rows, report)
    key = "UniqueID" if "UniqueID" in labels else "OFSIGroupID"
    gathered: dict[str, Record] = {}
    newest = ""
    for number, row in enumerate(rows, before + 1):
        cells = row + [""] * (len(labels) - len(row) if ragged else 0)
        check_width(cells, labels, number)
        said = dict(zip(labels, cells, strict=True))
        reference = said[key].strip()
        if not reference:
            raise ListFormatError(f"row {number} has no {key}")
        newest = max(newest, british_date(said.get("DateDesignated", "")))
        _add(said, gathered.setdefault(reference, Record(reference)))
    report.edition = report.edition or newest or None
    yield from gathered.values()


def _header(rows: Iterator[list[str]], report: ParseReport) -> tuple[list[str], int]:
    """The headings, and the number of their row; a date above them is the edition."""
    for number in range(1, PREAMBLE_ROWS + 1):
        row = next(rows, [])
        labels = labels_of(row)
        if is_header(labels):
            return labels, number
        for cell in row:
            date = british_date(cell.rpartition(":")[2])
            report.edition = date or report.edition
    raise ListFormatError("it has none of the headings of the UK's lists in its first rows")


def _add(said: dict[str, str], record: Record) -> None:
    record.add_name(said, said.get("NameType", "Primary name"), said.get("AliasStrength", ""))
    record.add_original(
        said.get("NameNonLatinScript", ""),
        said.get("NonLatinScriptType", ""),
        said.get("NonLatinScriptLanguage", ""),
    )
    record.add_address(said)
    for number, details in DOCUMENTS:
        record.add_document(number, said.get(number, ""), said.get(details, ""))
    birth_place = (said.get("TownOfBirth", "").strip(), said.get("CountryOfBirth", "").strip())
    record.add("PlaceOfBirth", ", ".join(filter(None, birth_place)))
    for label, text in labelled(said.get("OtherInformation", "")):
        _add_labelled(label, text, record)
    for label, text in said.items():
        if label and label not in TOGETHER:
            record.add(label, text)


def _add_labelled(label: str, text: str, record: Record) -> None:
    token = FIRST_TOKENS.get(label)
    if token is not None and (found := token.match(text)):
        record.add(label, found[0])
        text, label = text[found.end() :].lstrip(" ."), ""
    record.add(label or "OtherInformation", text)
