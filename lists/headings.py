"""What columns of tables of parties are usually called, in several languages.

Words are lower case, with single spaces, without punctuation. Of two columns that could be the
same thing the one wins whose heading stands first here.
"""

import re
from collections.abc import Mapping
from functools import cache

NAME, ALIAS, COUNTRY, ID, KIND = "name", "alias", "country", "id", "kind"
FIRST, LAST = "first name", "last name"
IDENTIFIER = "identifier."

_HEADINGS: Mapping[str, str] = {
    NAME: "legal name|full name|company name|entity name|organisation name|organization name|"
    "customer name|client name|counterparty name|supplier name|vendor name|partner name|"
    "business name|registered name|account name|beneficiary name|vessel name|ship name|name|"
    "company|counterparty|customer|client|supplier|vendor|organisation|organization|beneficiary|"
    "vessel|party|party name|name 1|name1|account holder|names|companies|customers|clients|"
    "firmenname|firma|unternehmen|kundenname|kunde|lieferant|geschäftspartner|bezeichnung|"
    "nom complet|raison sociale|dénomination|denomination sociale|dénomination sociale|nom|client|"
    "société|fournisseur|entreprise|"
    "razón social|razon social|denominación social|nombre completo|nombre|cliente|empresa|"
    "proveedor|ragione sociale|denominazione|nome|nominativo|fornitore|azienda|"
    "razão social|razao social|nome completo|fornecedor|bedrijfsnaam|naam|klant|leverancier|"
    "nazwa firmy|nazwa|kontrahent|klient|unvan|ünvan|firma adı|müşteri adı|ad soyad|müşteri|"
    "наименование|полное наименование|название|организация|контрагент|клиент|поставщик|фио|"
    "найменування|назва|контрагент|名称|公司名称|企业名称|客户名称|客户|供应商|姓名|名稱|公司名稱|"
    "会社名|名称|氏名|取引先名|회사명|고객명|이름|상호|الاسم|اسم الشركة|اسم العميل|نام|نام شرکت",
    ALIAS: "alias|aliases|aka|a k a|also known as|other name|other names|alternative name|"
    "alternative names|trading name|trading as|trade name|dba|former name|former names|"
    "previous name|short name|local name|native name|name in local script|name 2|name2|"
    "alternativname|handelsname|früherer name|kurzname|nom commercial|autre nom|ancien nom|"
    "nombre comercial|otros nombres|nome commerciale|nome fantasia|handelsnaam|"
    "nazwa skrócona|ticari unvan|краткое наименование|сокращенное наименование|другое название|"
    "прежнее наименование|别名|曾用名|英文名称|別名|旧商号|별칭|اسم آخر|الاسم التجاري",
    COUNTRY: "country|country code|country name|country of incorporation|country of registration|"
    "country of residence|country of domicile|residence country|nationality|citizenship|"
    "jurisdiction|domicile|flag|flag state|iso country|address country|"
    "land|ländercode|länderkürzel|staat|staatsangehörigkeit|sitzland|pays|code pays|nationalité|"
    "país|pais|nacionalidad|nacionalidade|paese|nazione|nazionalità|kraj|ülke|uyruk|"
    "страна|гражданство|юрисдикция|країна|国家|国籍|注册国家|國家|国|국가|국적|البلد|الدولة|"
    "الجنسية|کشور",
    ID: "customer id|client id|counterparty id|account id|party id|customer number|customer no|"
    "client number|client no|account number|supplier id|supplier number|vendor id|vendor number|"
    "partner id|entity id|record id|external id|internal id|id|key|number|no|ref|reference|"
    "kundennummer|kundennr|kunden nr|kd nr|lieferantennummer|debitor|kreditor|nummer|nr|"
    "numéro client|numéro|identifiant|code client|número de cliente|número|código|codigo|"
    "codice cliente|codice|klantnummer|numer|müşteri no|код|номер|идентификатор|编号|客户编号|"
    "編號|顧客番号|取引先コード|번호|고객번호|الرقم|رقم العميل|شناسه",
    KIND: "kind|entity type|customer type|client type|party type|type of party|counterparty type|"
    "legal type|type|art|typ|kundentyp|rechtsform art|type de client|tipo|tipo de cliente|"
    "tipo cliente|tür|тип|тип клиента|类型|客户类型|種類|유형|النوع",
    FIRST: "first name|firstname|given name|given names|forename|vorname|prénom|prenom|nombres|"
    "imię|voornaam|имя|ad|اسم الأول",
    LAST: "last name|lastname|surname|family name|nachname|familienname|nom de famille|apellido|"
    "apellidos|cognome|sobrenome|achternaam|nazwisko|soyad|soyadı|фамилия|姓|اسم العائلة",
    IDENTIFIER + "lei": "lei|lei code|legal entity identifier",
    IDENTIFIER + "imo": "imo|imo number|imo no",
    IDENTIFIER + "mmsi": "mmsi",
    IDENTIFIER + "bic": "bic|swift|swift code|bic code|swift bic|bic swift",
    IDENTIFIER + "inn": "inn|инн",
    IDENTIFIER + "ogrn": "ogrn|огрн",
    IDENTIFIER + "uscc": "uscc|unified social credit code|统一社会信用代码",
    IDENTIFIER + "duns": "duns|duns number|d u n s",
    IDENTIFIER + "vat": "vat|vat number|vat no|vat id|ust id|ust idnr|ustid|numéro de tva|tva|"
    "partita iva|p iva|btw nummer",
    IDENTIFIER + "tax": "tax id|tax number|tax no|tin|taxpayer id|fiscal code|codice fiscale|"
    "steuernummer|nif|cif|nit|ruc|rfc|cnpj|nip|vergi no|vergi numarası|税号",
    IDENTIFIER + "registration": "registration number|registration no|company number|"
    "company registration number|reg no|register number|crn|handelsregisternummer|hrb|siren|"
    "siret|krs|kvk|kvk nummer|регистрационный номер|注册号|登記番号",
    IDENTIFIER + "passport": "passport|passport number|passport no|reisepass|passeport|pasaporte|"
    "паспорт|护照",
    IDENTIFIER + "national_id": "national id|national id number|identity card|id card|"
    "personalausweis|dni|cedula|pesel|身份证号",
}


def role_of(heading: str) -> tuple[str, int] | None:
    """What a heading usually means, and its rank among those of the same meaning, 0 first."""
    return _roles().get(plain(heading))


def plain(heading: str) -> str:
    """A heading as the words above are written: ``CompanyName`` is ``company name``."""
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", heading)
    return " ".join(re.sub(r"[\W_]+", " ", apart).split()).casefold()


@cache
def _roles() -> Mapping[str, tuple[str, int]]:
    roles: dict[str, tuple[str, int]] = {}
    for role, words in _HEADINGS.items():
        for rank, word in enumerate(words.split("|")):
            roles.setdefault(word.casefold(), (role, rank))
    return roles
