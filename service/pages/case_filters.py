"""The filters of the queue of cases, as they stand in its address and go from page to page."""

from collections.abc import Sequence
from typing import Annotated, Self
from urllib.parse import parse_qsl, urlencode

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from records import CaseSort, CaseState
from store.cases import CaseFilter

FREE, MINE, NOBODY, EVERYBODY = "free", "mine", "nobody", "all"
Short = Annotated[str, Field(max_length=200)]


class QueueFilters(BaseModel):
    """What a person wants to see of the queue; what is not understood is the default."""

    model_config = ConfigDict(frozen=True)

    state: Short = CaseState.OPEN.value
    """A state, or ``all``."""
    list: Short = ""
    who: Short = FREE
    text: Short = ""
    sort: Short = CaseSort.SCORE.value
    start: Annotated[int, Field(ge=0, le=1 << 40)] = 0

    @classmethod
    def of(cls, query: str) -> Self:
        """Those of an address."""
        try:
            return cls.model_validate(dict(parse_qsl(query.partition("?")[2] or query)))
        except ValidationError:
            return cls()

    def chosen(self, person: str, teams: Sequence[str] = ()) -> CaseFilter:
        """As the database is asked, for somebody who looks at the queue, and their teams."""
        whose = (person, *teams)
        other = self.who not in (FREE, MINE, NOBODY, EVERYBODY)
        return CaseFilter(
            states=(CaseState(self.state),) if self.state in set(CaseState) else (),
            lists=(self.list,) if self.list else (),
            assignee="" if self.who == NOBODY else None,
            held_by=whose if self.who == MINE else (self.who,) if other else (),
            free_for=whose if self.who == FREE else None,
            text=self.text.strip() or None,
            sort=CaseSort(self.sort) if self.sort in set(CaseSort) else CaseSort.SCORE,
        )

    @property
    def is_other(self) -> bool:
        """Whether anything but the state and the page was chosen."""
        return bool(self.list or self.text or self.who != FREE or self.sort != CaseSort.SCORE.value)

    def but(self, **changes: str) -> str:
        """The address of the queue with some filters changed, from its beginning."""
        return self.model_copy(update={"start": 0, **changes}).address()

    def at(self, start: int) -> str:
        """The address of another page of it."""
        return self.model_copy(update={"start": start}).address()

    def address(self, path: str = "/cases", **more: str) -> str:
        """An address that carries the filters along."""
        default = type(self)()
        kept = {
            key: value for key, value in self.model_dump().items() if value != getattr(default, key)
        } | more
        return f"{path}?{urlencode(kept)}" if kept else path

    def case(self, case: str) -> str:
        """The address of a case that is reached by the queue."""
        return self.address(f"/cases/{case}")
