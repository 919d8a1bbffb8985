"""Words of addresses that say what stands beside them: streets, regions."""

REGION_WORDS = frozenset(
    (
        "oblast", "oblasti", "obl", "region", "reg", "province", "prov", "oblastj", "oblastu",
        "gebiet", "область", "области", "обл", "областю", "регион", "регіон", "district", "raion",
        "rayon", "раион", "raioni",
    )
)  # fmt: skip
STREET_BEFORE = frozenset(
    (
        "boulevard", "bd", "blvd", "bld", "ulitsa", "ulica", "ul", "vulytsia", "vulica", "vul",
        "prospekt", "prospect", "pr", "prosp", "pereulok", "shosse", "shosee", "bulvar",
        "rue", "quai", "via", "viale", "corso", "piazza", "calle", "avenida", "plaza",
        "rua", "strada", "allee", "hotel", "restaurant", "cafe", "metro", "улица", "ул", "вулиця",
        "вул", "проспект", "пр", "просп", "переулок", "пер", "провулок", "шоссе", "шосе",
        "бульвар", "бул", "площадь", "площа", "набережная", "набережна", "наб", "проезд", "тупик",
        "тракт",
    )
)  # fmt: skip
"""Before a name they make a street, a square or a house of it."""
STREET_BEHIND = frozenset(
    (
        "street", "str", "st", "avenue", "ave", "av", "boulevard", "blvd", "road", "rd", "lane",
        "ln", "square", "sq", "drive", "highway", "hwy", "prospekt", "prospect", "shosse",
        "strasse", "allee", "platz", "weg", "gasse", "straat", "laan", "utca", "sokak", "sok",
        "cad", "caddesi", "hotel", "restaurant", "cafe", "metro", "station", "проспект", "шоссе",
        "бульвар",
    )
)  # fmt: skip
"""Likewise behind a name, where no other name follows: *Simferopol st. Kirova* is a town."""
OTHER_REGIONS = (
    # Ukraine
    "vinnyts", "vinnits", "volyn", "dnipropetrov", "dnepropetrov", "zhytomyr", "zhitomir",
    "zakarpat", "ivano", "kirovohrad", "kirovograd", "lviv", "lvov", "mykolaiv", "mykolayiv",
    "nikolaev", "nikolayev", "odes", "poltav", "rivne", "rivnens", "rovenska", "sumy", "sumska",
    "ternopil", "kharkiv", "kharkov", "khmelnyt", "cherkas", "chernihivs", "chernivets", "kyiv",
    "kiev", "вінниц", "винниц", "волин", "дніпропетр", "днепропетр", "житомир", "закарпат",
    "кіровоград", "кировоград", "львів", "львов", "миколаів", "николаев", "одес", "полтав",
    "рівнен", "ровенс", "сумськ", "сумск", "тернопіл", "тернопол", "харків", "харьков", "хмельни",
    "черкас", "черніг", "чернигов", "чернів", "киів", "киев",
    # Russia
    "rostov", "belgorod", "bryansk", "voronezh", "kursk", "lipetsk", "moscow", "moskva", "moskov",
    "petersburg", "peterburg", "leningrad", "murmansk", "kaliningrad", "novgorod", "pskov",
    "krasnodar", "stavropol", "volgograd", "astrakhan", "saratov", "samara", "penza", "ulyanovsk",
    "sverdlovsk", "chelyabinsk", "perm", "tyumen", "omsk", "tomsk", "novosibirsk", "kemerovo",
    "irkutsk", "amur", "khabarovsk", "primorsky", "sakhalin", "kirov oblast", "nizhny", "tula",
    "tver", "yaroslavl", "ivanovo", "vladimir", "ryazan", "tambov", "orenburg", "bashkort",
    "tatarstan", "kalug", "smolensk", "arkhangel", "vologda", "karel", "ростов", "белгород",
    "брянск", "воронеж", "курск", "липецк", "москв", "москов", "петербург", "ленинград", "мурманск",
    "калининград", "новгород", "псков", "краснодар", "ставропол", "волгоград", "астрахан",
    "саратов", "самар", "пенз", "ульяновск", "свердловск", "челябинск", "перм", "тюмен", "омск",
    "томск", "новосибирск", "кемеров", "иркутск", "амурск", "хабаровск", "приморск краи", "сахалин",
    "нижегород", "тульск", "тверск", "ярослав", "иванов", "владимир", "рязан", "тамбов", "оренбург",
    "башкорт", "татарстан", "калуж", "смоленск", "архангел", "вологод", "карел",
)  # fmt: skip
"""Beginnings of the names of the other regions of Ukraine and Russia. Towns called after them
(*Rostov*) are not in the regions under embargo either."""
