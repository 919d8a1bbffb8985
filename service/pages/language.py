"""The language of a page: chosen by the person, else by their browser; each is one file.

    service/locales/de/LC_MESSAGES/desk.po     what people translate
    service/locales/de/LC_MESSAGES/desk.mo     the same for the program: tools/translations.py

English stands in the templates and in the code; ``mark`` says of a text in the code that it is
shown on a page.
"""

from contextvars import ContextVar
from functools import cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # The command line reads what is marked here, also where the extra ``service`` is not.
    from fastapi import Request
    from starlette.responses import Response

ENGLISH = "en"
COOKIE = "namewarden_language"
LOCALES = Path(__file__).parent.parent / "locales"
DOMAIN = "desk"
YEAR_SECONDS = 365 * 86_400
_current: ContextVar[str] = ContextVar("namewarden_language", default=ENGLISH)


def mark(text: str) -> str:
    """The text as it is: it is translated where it is shown."""
    return text


@cache
def languages(folder: Path = LOCALES) -> dict[str, NullTranslations]:
    """Every language that there is, by its code (``de``, ``pt-br``), English first."""
    found: dict[str, NullTranslations] = {ENGLISH: NullTranslations()}
    for path in sorted(folder.glob(f"*/LC_MESSAGES/{DOMAIN}.mo")):
        code = path.parent.parent.name.lower().replace("_", "-")
        with path.open("rb") as file:
            found[code] = GNUTranslations(file)
    return found


def language_names() -> dict[str, str]:
    """Every language by its code, each in its own words."""
    return {
        code: texts.pgettext("the name of this language", "English")
        for code, texts in languages().items()
    }


def language_of(request: "Request") -> str:
    """The language for whoever asks."""
    return chosen_language(request) or wanted(request.headers.get("accept-language", ""))


def chosen_language(request: "Request") -> str | None:
    """The language that somebody chose in this browser; None for none."""
    chosen = request.cookies.get(COOKIE, "").lower()
    return chosen if chosen in languages() else None


def remember(answer: "Response", code: str, *, secure: bool) -> None:
    """Keep a language in somebody's browser; one that we do not have (any more) is not kept."""
    if code in languages():
        answer.set_cookie(
            COOKIE,
            code,
            max_age=YEAR_SECONDS,
            httponly=True,
            samesite="lax",
            secure=secure,
            path="/",
        )


def wanted(header: str) -> str:
    """The best of our languages for an ``Accept-Language`` header (RFC 9110, 12.5.4)."""
    asked: list[tuple[float, str]] = []
    for part in header.lower().split(","):
        tag, _, weight = part.partition(";")
        try:
            quality = float(weight.strip().removeprefix("q=") or 1)
        except ValueError:
            continue
        asked.append((quality, tag.strip()))
    for quality, tag in sorted(asked, key=lambda one: -one[0]):
        for code in (tag, tag.partition("-")[0]):
            if quality > 0 and code in languages():
                return code
    return ENGLISH


def speak(language: str) -> None:
    """Make what is shown from here on, in this request, that language's."""
    _current.set(language)


def spoken() -> str:
    """The language that is spoken."""
    return _current.get()


def _texts() -> NullTranslations:
    return languages()[_current.get()]


def gettext(text: str) -> str:
    """A text in the language that is spoken."""
    # The empty text is the catalogue's own head.
    return _texts().gettext(text) if text else ""


def ngettext(one: str, many: str, count: int) -> str:
    """A text about a number of things."""
    return _texts().ngettext(one, many, count)


def pgettext(context: str, text: str) -> str:
    """A text that means different things in different places."""
    return _texts().pgettext(context, text)


def number(value: float) -> str:
    """A whole number with its thousands apart."""
    return f"{value:,}".replace(",", pgettext("between thousands", ","))


def decimal(value: float, form: str = ".2f") -> str:
    """A number with decimals: a score."""
    return f"{value:{form}}".replace(".", pgettext("before decimals", "."))


def signed(value: float) -> str:
    """What something adds or takes: ``+1.2``, ``−0.4``."""
    return decimal(value, "+.1f").replace("-", "−")


def country(code: str) -> str:
    """A country by its code."""
    # Imported here: the command line reads what is marked, and waits for no reader of lists.
    from lists.countries import country_name

    return pgettext("country", country_name(code))
