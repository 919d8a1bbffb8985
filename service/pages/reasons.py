"""Reasons that are given again and again, to choose from."""

from service.pages.language import gettext, mark

REASONS = (
    mark("Another country of seat, and no tie to the listed one"),
    mark("Another date or place of birth"),
    mark("Another registration or tax number"),
    mark("Another kind of party (person, company, vessel)"),
    mark("Only common words agree; the telling part of the name is another"),
    mark("Checked earlier with the same result; nothing has changed"),
    mark("Same identifier as the listed party"),
    mark("Same name, country and date of birth as the listed party"),
)


def reason_of(template: str, said: str) -> str:
    """A chosen reason, in the language in which its author read it, and what they add; a template
    that is none of ours is not taken.
    """
    chosen = gettext(template) if template in REASONS else ""
    return ". ".join(part for part in (chosen, said.strip()) if part)
