"""Words of licences, invoices, letters and news that are a listed party's name, too, and mean
something else where they stand: a heading, an adjective, a part of another firm's name.
"""

import pytest
from support.marked_texts import searcher_of, words

from matcher.mentions.searcher import Searcher
from matcher.names.term_weights import Language
from records import Address, Kind

ASMARA = (Address(text="Asmara", country="er", city="Asmara"),)
LISTED = (
    (Kind.ORGANIZATION, "LLC SPC Microsystems"),
    (Kind.ORGANIZATION, "LIMITED LIABILITY COMPANY FATTURA"),
    (Kind.ORGANIZATION, "Additional Liability Company Belneftegaz"),
    (Kind.ORGANIZATION, "Derecttor Company Limited"),
    (Kind.ORGANIZATION, "JSC Kompel"),
    (Kind.UNKNOWN, "Larry Davis"),
    (Kind.ORGANIZATION, "Burren Co., Limited"),
    (Kind.ORGANIZATION, "Intercom Ltd."),
    (Kind.ORGANIZATION, "Federal State Unitary Enterprise Hydrographic Company"),
    (Kind.ORGANIZATION, "Petroquimico FZE"),
    (Kind.ORGANIZATION, "THE LIBYAN SOCIETY"),
    (Kind.VESSEL, "VOYAGER"),
    (Kind.VESSEL, "LPG OM"),
    (Kind.ORGANIZATION, "Aviana"),
    (Kind.ORGANIZATION, "Al-Safir Company"),
    (Kind.ORGANIZATION, "Zservers"),
    (Kind.ORGANIZATION, "Aksioma Limited Liability Company"),
    (Kind.ORGANIZATION, "Robert Qorvel Atomic Research Center"),
    (Kind.ORGANIZATION, "Griffon FZC"),
    (Kind.ORGANIZATION, "Star Sapphire Co. Ltd."),
    (Kind.UNKNOWN, "Ernesto Hernandez"),
    (Kind.UNKNOWN, "Ernesto Qorvelez"),
    (
        Kind.ORGANIZATION,
        "National Security Office (a.k.a. National Security Agency) of the Government of Eritrea",
    ),
)


@pytest.fixture(scope="module")
def parties(language: Language) -> Searcher:
    return searcher_of(LISTED, language, lambda _, name: ASMARA if "Eritrea" in name else ())


@pytest.mark.parametrize(
    "text",
    [
        # A part of another firm's name, which ends with its legal form.
        "Copyright (c) 1996-2003 Sun Microsystems, Inc. All rights reserved.",
        # A document's heading; a clause's.
        "Anzano (CO)\n\nFATTURA\nFattura n. 40575\nData: 1986-02-26",
        "9. Accepting Warranty or Additional Liability. While redistributing the Work",
        # Foreign words of Japanese.
        "設定ファイルをディレクトリに配置してください。",
        "ソースコードをコンパイルすることができます。",
        # Persons.
        "Copyright (C) 2015 Larry Davis\nLicense: BSD-2-clause",
        "The defendant, Ernesto Hernandez, was convicted.",
        "He worked at the National Security Agency in Maryland.",
        "Copyright David Burren et al.; 3-clause BSD",
        "и спускаются на землю.\n\t\t-- М.Сафир\nСемья",
        "-- Robert Qorvel\nHe was born in 1950.",
        # Words that a language has now and then.
        "Ils sont communément appelés Intercom.\nLe collège des Jésuites",
        "Yours sincerely,\nAngela Okonkwo\nHydrographic surveyor\n",
        "Surveyor, hydrographic\t\tEngineer, agricultural",
        "Carlos Mariani, do grupo petroquímico Mariani, disse que sim.",
        "Austria supports the Libyan people in its struggle for freedom.",
        "με την επίσκεψη της τρόικας στην Αβάνα.\nΗ επανέναρξη",
        "ПЕРВАЯ КОМПЬЮТЕРНАЯ АКСИОМА ЛЕО БЕЙЗЕРА\nЗакладывая что-то",
        # A kind of ship, and a ship of another kind.
        "met de bouw van een LPG-tanker van 57.000 m3 met een naam.",
        "spazio a bordo della nave spaziale Voyager, e poi",
        # Other firms, and no firm at all.
        "Griffon Corporation shall pay the amount.",
        "Su amor es la fuente de los poderes de Star Sapphire. Vive en el espacio.",
        # A letter beside a word.
        "whereas it is for X servers started with root privileges",
    ],
)
def test_ordinary_words_name_no_listed_party(text: str, parties: Searcher) -> None:
    assert words(text, parties) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("We paid Buyer Microsystems LLC in May.", "Microsystems LLC"),
        ("La società FATTURA vende macchine.", "FATTURA"),
        ("Additional Liability Company Belneftegaz", "Additional Liability Company Belneftegaz"),
        ("Oil of Belneftegaz was sold.", "Belneftegaz"),
        ("The beneficiary is Burren Co., Limited of Hong Kong.", "Burren Co., Limited"),
        ("The cable came from Burren in May.", "Burren"),
        ("The goods of Ernesto Qorvelez were seized.", "Ernesto Qorvelez"),
        ("Eritrea's National Security Agency said so.", "National Security Agency"),
        ("The phones are of Intercom Ltd. of Kyiv.", "Intercom Ltd"),
        ("The phones of the company Intercom are old.", "Intercom"),
        ("Maps of the Hydrographic Company are used.", "Hydrographic Company"),
        ("O grupo Petroquimico vendeu a fábrica.", "Petroquimico"),
        ("A member of the Libyan Society said so.", "the Libyan Society"),
        ("The tanker LPG Om left Basra.", "LPG Om"),
        ("La nave Voyager lasciò il porto.", "Voyager"),
        ("Οι πτήσεις της «Αβιάνα» σταμάτησαν.", "Αβιάνα"),
        ("Компания «Аль-Сафир» заплатила.", "Компания «Аль-Сафир"),
        ("The beneficiary is Griffon FZC of Dubai.", "Griffon FZC"),
        ("We paid the company Star Sapphire in May.", "Star Sapphire"),
        ("Invoice of Star Sapphire Co. Ltd. of May.", "Star Sapphire Co. Ltd"),
        ("Hosting by Zservers was paid.", "Zservers"),
        ("Товары ООО «Аксиома» пришли.", "ООО «Аксиома"),
        ("The Robert Qorvel Research Center was built in 1985.", "Robert Qorvel Research Center"),
    ],
)  # fmt: skip
def test_the_same_words_are_found_where_they_are_the_party(
    text: str, name: str, parties: Searcher
) -> None:
    assert words(text, parties) == [name]
