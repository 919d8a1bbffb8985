"""Reasons that are given again and again, to choose from."""

REASONS = (
    "Another country of seat, and no tie to the listed one",
    "Another date or place of birth",
    "Another registration or tax number",
    "Another kind of party (person, company, vessel)",
    "Only common words agree; the telling part of the name is another",
    "Checked earlier with the same result; nothing has changed",
    "Same identifier as the listed party",
    "Same name, country and date of birth as the listed party",
)


def reason_of(template: str, said: str) -> str:
    """A chosen reason and what its author adds; a template that is none of ours is not taken."""
    chosen = template if template in REASONS else ""
    return ". ".join(part for part in (chosen, said.strip()) if part)
