"""What people say of owners: that one is a listed entity, or is not."""

from records import UsageError
from screening.catalogue.inventory import show
from store import ownership as kept
from store.home import Home
from store.ownership import OwnershipLink


def say_of_owner(
    home: Home, owner: str, entity_id: str, state: str, *, reason: str, author: str
) -> OwnershipLink:
    """Write down what a person says of an owner; it counts from the next answer on.

    Args:
        home: where it is kept.
        owner: its name, or its key in the data.
        entity_id: the listed entity.
        state: ``confirmed`` or ``rejected``.
        reason: somebody will read it next year.
        author: who says so.

    Raises:
        UsageError: there is no such owner or entity, or several owners of that name.
    """
    if not reason.strip():
        raise UsageError("a reason is needed. Nothing was changed")
    show(home, entity_id)
    found = {}
    for edition in kept.active(home):
        opened = kept.opened(home, edition)
        number = opened.with_key(owner)
        numbers = [number] if number is not None else opened.with_name_text(owner)
        for one in numbers:
            party = opened.party(one)
            found[(edition.source, party.key)] = party.name
    if not found:
        raise UsageError(f"no ownership data in use has {owner!r}. Nothing was changed")
    if len(found) > 1:
        shown = ", ".join(f"{key} ({source})" for source, key in list(found)[:5])
        raise UsageError(f"{len(found)} parties are called {owner!r}: {shown}. Give one's key")
    (((source, key), name),) = found.items()
    link = OwnershipLink(
        source=source,
        owner=key,
        name=name,
        entity_id=entity_id,
        state=state,
        reason=reason.strip(),
        author=author,
    )
    kept.add_link(home, link)
    return link
