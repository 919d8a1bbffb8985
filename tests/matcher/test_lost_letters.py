"""Names whose letters a machine lost on the way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.listed_companies import is_hit

from matcher.names.lost_letters import as_written, may_have_lost_letters
from matcher.names.parser import analyse
from matcher.names.term_weights import Language
from matcher.names.variants import asked_variants, every_variant
from records import Kind


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("Zarvik PortfÃ¶y YÃ¶netimi A.Åž.", "Zarvik Portföy Yönetimi A.Ş."),
        ("Movimiento Zarvik de LiberaciÃ³n Ã‘andÃº", "Movimiento Zarvik de Liberación Ñandú"),
        ("ÐžÐžÐž ÐœÐ¾Ñ\x81Ñ‚Ð¾Ñ‚ÐºÐ¾Ñ€Ð²Ð°", "OOO Mostotkorva"),
        ("ÎÎÎ Ìîñòîòêîðâà", "OOO Mostotkorva"),
        ("Zarvik Portf?y Y?netimi Anonim ?irketi", "Zarvik Portföy Yönetimi A.Ş."),
        ("La Polic?a Nacional Zarvik", "La Policía Nacional Zarvik"),
        ("Zarvik G\ufffdda \ufffdn\ufffdaat", "Zarvik Gıda İnşaat"),
    ],
)
def test_a_name_is_read_as_it_was_written(asked: str, listed: str, language: Language) -> None:
    assert is_hit(asked, listed, Kind.ORGANIZATION, language)


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("Zarvik D?nya Holding", "Zarvik Banya Holding"),
        ("Bank? Zarvik", "Banka Melz"),
        ("Ba?? Holding", "Bank Holding"),
    ],
)
def test_a_lost_letter_is_not_any_letter(asked: str, listed: str, language: Language) -> None:
    assert not is_hit(asked, listed, Kind.ORGANIZATION, language)


@pytest.mark.parametrize(
    "text", ["São Paulo", "Société Générale", "AÇÃO", "Who?", "Zarvik ?", "Åß", "Curaçao É À"]
)
def test_what_is_written_as_it_was_stays(text: str) -> None:
    assert not as_written(text)


PARTS = ("Portf?y", "?irketi", "ArmÃ©", "ÎÎÎ", "São", "Â", "\x81", "?", "\ufffd", "Zarvik", "ÐžÐž")


@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=6), st.sampled_from(["", " "]))
def test_the_quick_look_misses_nothing(parts: list[str], sign: str) -> None:
    text = sign.join(parts)
    name = analyse(text)
    assert not as_written(text) or may_have_lost_letters(text)
    assert set(asked_variants(name)) == set(every_variant(name))
