"""Countries and languages, as publishers write them."""

import pytest

from lists.countries import country_code
from lists.language_names import language_code, three_letter_code
from lists.us_ofac.country_names import country_named


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Congo (Democratic Republic)", "cd"),
        ("Congo, Democratic Republic of the", "cd"),
        ("The Gambia", "gm"),
        ("Guinea Bissau", "gw"),
        ("Bosnia-Herzegovina", "ba"),
        ("Occupied Palestinian Territories", "ps"),
        ("Former USSR Currently Ukraine", "ua"),
        ("Moldovan SSR (now Republic of Moldova)", "md"),
        ("Iraq (previous address)", "iq"),
        ("Kenya (at time of listing)", "ke"),
        ("Syrian Arab Republic as of September 2015", "sy"),
        ("Democratic People\u2019s Republic of Korea", "kp"),
        ("Mali;", "ml"),
        ("Iran (Islamic Republic of)", "ir"),
        ("Georgia (USA)", None),
        ("Ruritania (previous address)", None),
        ("", None),
    ],
)
def test_a_country_is_known_by_what_publishers_write(written: str, code: str | None) -> None:
    assert country_code(written) == code


def test_a_region_of_ofac_belongs_to_its_country() -> None:
    assert country_named("Region: West Bank") == "ps"


@pytest.mark.parametrize(
    ("name", "three", "code"),
    [
        ("Polish", "POL", "pl"),
        ("Czech", "CES", "cs"),
        ("Croatian", "HRV", "hr"),
        ("Lao", "LAO", "lo"),
        ("Khmer", "KHM", "km"),
        ("Romanian", "RON", "ro"),
        ("Kirghiz", "KIR", "ky"),
    ],
)
def test_a_language_is_known_by_its_name_and_by_three_letters(
    name: str, three: str, code: str
) -> None:
    assert language_code(name) == three_letter_code(three) == code
