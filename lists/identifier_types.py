"""Our words for kinds of identifiers, one table for each publisher's.

One word for one kind of number on every list, so that a number can be looked up on all of them.
What is not in a table keeps the publisher's word in lower case.
"""

from collections.abc import Mapping

OFAC_DOCUMENTS: Mapping[str, str] = {
    "Passport": "passport",
    "Diplomatic Passport": "passport",
    "British National Overseas Passport": "passport",
    "Stateless Person Passport": "passport",
    "Travel Document Number": "travel_document",
    "SSN": "ssn",
    "Cedula No.": "national_id",
    "D.N.I.": "national_id",
    "C.U.R.P.": "national_id",
    "C.U.I.": "national_id",
    "C.I.N.": "national_id",
    "N.I.E.": "national_id",
    "National ID No.": "national_id",
    "National Foreign ID Number": "national_id",
    "Bosnian Personal ID No.": "national_id",
    "Kenyan ID No.": "national_id",
    "Moroccan Personal ID No.": "national_id",
    "Personal ID Card": "national_id",
    "Turkish Identification Number": "national_id",
    "CNP (Personal Numerical Code)": "national_id",
    "Numero de Identidad": "national_id",
    "Tarjeta de Identidad": "national_id",
    "Tazkira National ID Card": "national_id",
    "Citizen's Card Number": "national_id",
    "UAE Identification": "national_id",
    "Credencial electoral": "electoral_id",
    "Electoral Registry No.": "electoral_id",
    "I.F.E.": "electoral_id",
    "Driver's License No.": "drivers_licence",
    "R.F.C.": "tax",
    "RFC": "tax",
    "NIT #": "tax",
    "US FEIN": "tax",
    "RUC #": "tax",
    "RIF #": "tax",
    "C.I.F.": "tax",
    "C.U.I.T.": "tax",
    "N.I.F.": "tax",
    "RTN": "tax",
    "V.A.T. Number": "vat",
    "Tax ID No.": "tax",
    "Fiscal Code": "tax",
    "Italian Fiscal Code": "tax",
    "Romanian Tax Registration": "tax",
    "Paraguayan tax identification number": "tax",
    "Numero Unico de Identificacao Tributaria (NUIT)": "tax",
    "Business Registration Document #": "registration",
    "Business Registration Number": "registration",
    "Business Number": "registration",
    "Registration ID": "registration",
    "Registration Number": "registration",
    "Registration Certificate Number (Dubai)": "registration",
    "Public Registration Number": "registration",
    "Registered Charity No.": "registration",
    "C.R. No.": "registration",
    "Romanian C.R.": "registration",
    "Commercial Registry Number": "registration",
    "Certificate of Incorporation Number": "registration",
    "UK Company Number": "registration",
    "Company Number": "registration",
    "Enterprise Number": "registration",
    "Branch Unit Number": "registration",
    "Legal Entity Number": "registration",
    "Chamber of Commerce Number": "registration",
    "Dubai Chamber of Commerce Membership No.": "registration",
    "Istanbul Chamber of Comm. No.": "registration",
    "Matricula Mercantil No": "registration",
    "Folio Mercantil No.": "registration",
    "Organization Code": "registration",
    "Central Registration System Number": "registration",
    "Economic Register Number (CBLS)": "registration",
    "Unified Social Credit Code (USCC)": "uscc",
    "United Social Credit Code Certificate (USCCC)": "uscc",
    "Russian State Individual Business Registration Number Pattern (OGRNIP)": "registration",
    "Global Intermediary Identification Number": "giin",
    "Vessel Registration Identification": "vessel_registration",
    "MMSI": "mmsi",
    "Aircraft Serial Identification": "aircraft_serial",
    "Trade License No.": "licence",
    "Tourism License No.": "licence",
    "License": "licence",
}
"""OFAC's IDRegDocType. "Legal Entity Number" is a national register's number, not an LEI."""

OFAC_FEATURES: Mapping[str, str] = {
    "SWIFT/BIC": "bic",
    "BIK (RU)": "bik",
    "UN/LOCODE": "unlocode",
    "MICEX Code": "ticker",
    "Equity Ticker": "ticker",
    "ISIN": "isin",
    "D-U-N-S Number": "duns",
    "LEI": "lei",
    "Legal Entity Identifier": "lei",
    "Vessel Call Sign": "call_sign",
    "Other Vessel Call Sign": "call_sign",
    "Aircraft Construction Number (also called L/N or S/N or F/N)": "aircraft_serial",
    "Aircraft Manufacturer's Serial Number (MSN)": "aircraft_serial",
    "Aircraft Mode S Transponder Code": "mode_s",
    "Aircraft Tail Number": "tail_number",
    "Previous Aircraft Tail Number": "tail_number",
}
"""OFAC's FeatureTypes that are identifiers; digital currency addresses beside these."""

EU_IDENTIFICATIONS: Mapping[str, str] = {
    "passport": "passport",
    "diplomaticpassport": "passport",
    "traveldocument": "travel_document",
    "id": "national_id",
    "ssn": "ssn",
    "electoral": "electoral_id",
    "driverlicense": "drivers_licence",
    "fiscalcode": "tax",
    "regnumber": "registration",
    "imo": "imo",
    "swiftbic": "bic",
}
"""identificationTypeCode of the EU's list."""

UN_DOCUMENTS: Mapping[str, str] = {
    "passport": "passport",
    "numéro de passeport": "passport",
    "número de pasaporte": "passport",
    "national identification number": "national_id",
    "national identification card": "national_id",
    "national identity card number": "national_id",
    "diplomatic passport": "passport",
    "driver's permit": "drivers_licence",
    "italian fiscal code": "tax",
    "united states social security number": "ssn",
}
"""TYPE_OF_DOCUMENT of the UN's list, and of TYPE_OF_DOCUMENT2 what stands there alone."""

UK_REGISTRATIONS: Mapping[str, str] = {
    "inn": "tax",
    "russian tax id": "tax",
    "tax id": "tax",
    "tax identification number": "tax",
    "tax number": "tax",
    "tin": "tax",
    "vat": "vat",
    "kpp": "kpp",
    "okpo": "okpo",
    "bik": "bik",
    "swift": "bic",
    "swift/bic": "bic",
    "lei": "lei",
}
"""Labels in the UK's ``Business registration number (s)``, in lower case and without dots; what
stands behind any other is a registration number."""

SECO_DOCUMENTS: Mapping[str, str] = {
    "passport": "passport",
    "diplomatic-passport": "passport",
    "travel-document": "travel_document",
    "id-card": "national_id",
    "driving-license": "drivers_licence",
    "driving-permit": "drivers_licence",
    "residence-permit": "residence_permit",
    "resident-permit": "residence_permit",
}
"""document-type of Switzerland's list."""

TYPES: frozenset[str] = frozenset(
    word
    for table in (
        OFAC_DOCUMENTS,
        OFAC_FEATURES,
        EU_IDENTIFICATIONS,
        UN_DOCUMENTS,
        UK_REGISTRATIONS,
        SECO_DOCUMENTS,
    )
    for word in table.values()
)
"""All our words."""
