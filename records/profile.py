"""A screening profile: what a channel or a segment of customers is screened for, in versions."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from records.entity import Kind

if TYPE_CHECKING:
    from records.finding import Settings


class LeftOut(StrEnum):
    """What a profile may leave out of a screening."""

    WEAK_NAMES = "weak_names"
    """Listed names of low quality; a party that has no others is looked for by them."""
    ALIASES = "aliases"
    """The other names of the party that is asked for; this and the following are fields of
    ``Query``."""
    KIND = "kind"
    COUNTRIES = "countries"
    IDENTIFIERS = "identifiers"
    BIRTH_DATES = "birth_dates"
    BIRTH_PLACES = "birth_places"
    NATIONALITIES = "nationalities"
    GENDER = "gender"
    ADDRESSES = "addresses"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileRules:
    """What a version of a profile says."""

    threshold: float | None = None
    """In [0, 1]; None for the one in force when it is asked."""
    lists: tuple[str, ...] | None = None
    """None for all that are loaded."""
    kinds: tuple[Kind, ...] | None = None
    """Kinds of listed parties; None for all, or what is usual for documents."""
    leaves_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One version of a profile; never changed once it is kept."""

    name: str
    version: int
    rules: ProfileRules
    reason: str
    author: str
    at: str
    approved_by: str | None = None
    """The second person, where two had to agree."""
    approved_at: str | None = None
    in_force: bool = True
    """Whether it is used when its name is asked for: the newest that nobody has to agree to."""
    waits: bool = False
    """Whether a second person has yet to agree."""

    @property
    def id(self) -> str:
        """How answers name it."""
        return f"{self.name}@{self.version}"


def in_words(asked: "Settings") -> str | None:
    """The profile of an answer and what it leaves out, in a sentence; None where none was asked
    for.
    """
    if asked.profile is None:
        return None
    name, _, version = asked.profile.partition("@")
    out = [each.value.replace("_", " ") for each in asked.leaves_out]
    said = [f"leaves out {', '.join(out)}"] if out else []
    if asked.lists is not None:
        said.append(f"looks on {', '.join(asked.lists)} alone")
    if asked.kinds is not None:
        said.append(f"looks for {', '.join(each.value for each in asked.kinds)} alone")
    return f"profile {name}, version {version}: {'; '.join(said) or 'leaves out nothing'}"
