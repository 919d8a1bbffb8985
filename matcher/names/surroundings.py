"""What stands around a party's name in a longer query: a town, a branch, an address, an addressee,
references; or other words, which may make another name of it.
"""

import re
from collections.abc import Iterator, Sequence, Set
from functools import cached_property

from matcher.lexicon.parts_of_the_world import WORLD
from matcher.lexicon.tables import Role
from matcher.names.apart import apart
from matcher.names.bank_codes import is_account, is_bank_code
from matcher.names.country_codes import is_code_behind
from matcher.names.parser import form_alone
from matcher.names.securities import security_in
from matcher.names.ship_prefixes import is_led_plainly, words_before
from matcher.names.surrounding_cues import cues, regions, remark_in, towns_in
from matcher.names.word import Name, Word

_WORD, _LEGAL, _PLACE = Role.WORD, Role.LEGAL, Role.PLACE

# What parts a name from what stands around it.
_SIGN = re.compile(r"[,;:|/\\()\[\]（）【】\n\r\t，；：、]|[-–—]{2,}|(?<=\s)[-–—](?=\s)|\.(?=\s|$)")
# *c/o*, *o/b/o*, *B/O*, *d/b/a*: letters with strokes between.
_BEHALF = re.compile(
    r"(?<!\w)(?:[cb]/o|o/b/o|[fd]/b/[oa]|i/f/o|f/o|t/a|[af]/k/a|a/c)(?!\w)", re.IGNORECASE
)
# Words beside *branch* that say which, and words of a street's name.
_BESIDE_A_BRANCH, _BESIDE_A_STREET = 2, 3
# A number with fewer digits right beside a name may be a part of it (*Plant 9*).
_REFERENCE = 4
_STREET_ENDINGS = ("strasse", "straße", "str", "straat", "gasse", "platz", "allee", "vej", "gatan")
# Letters of a word that ends like a street (*Ringstr*).
_SHORTEST_STREET = 6
# What stands further from a name than this says nothing of it; no name or address line is as long,
# and a cell of a megabyte is not looked at whole for each of the names in it.
FARTHEST = 200
_LITTLE = frozenset({Role.LEGAL, Role.STOP})
_NOTHING = _LITTLE | {Role.PLACE}
# Concepts of legal forms.
_Forms = set[str | None]


def is_parted(name: Name, place: int) -> bool:
    """Whether a sign stands between a word and the next."""
    between = name.text[name.words[place].end : name.words[place + 1].start]
    return _SIGN.search(between) is not None


def others(query: Name, stretch: range) -> tuple[int, ...]:
    """The words around a name that may make another name of it.

    Args:
        query: the name as it was asked.
        stretch: where the listed name stands among its words.

    Returns:
        Their places; empty where only legal forms, places, addresses, addressees and references
        stand around it.
    """
    return _Around(query, stretch).others()


def is_street(form: str) -> bool:
    """Whether a word is a street's name or begins or ends one (*Hauptstr*)."""
    long = len(form) >= _SHORTEST_STREET and form.endswith(_STREET_ENDINGS)
    return long or form in cues().street


def is_second_of_two(query: Name, stretch: range) -> bool:
    """Whether a word of its own adjoins a name that a form follows: *Tong Petrotech Corp.*"""
    words, place = query.words, stretch.start - 1
    if place < 0 or words[place].role is not _WORD or not words[place].form.isalpha():
        return False
    if _SIGN.search(query.text[words[place].end : words[place + 1].start]):
        return False
    return any(word.role is _LEGAL for word in words[stretch.stop :])


class _Around:
    """The words outside a stretch of a query, in the segments that signs make of them."""

    def __init__(self, query: Name, stretch: range) -> None:
        self.query, self.stretch = query, stretch
        self.words, self.text = query.words, query.text
        near = self.near = range(
            max(0, stretch.start - FARTHEST), min(len(self.words), stretch.stop + FARTHEST)
        )
        self.outside = [i for i in near if i not in stretch]
        self.forms = {i: self.words[i].form for i in near}
        self.segment_of: dict[int, Sequence[int]] = {}
        for segment in self._segments():
            self.segment_of.update(dict.fromkeys(segment, segment))
        self.towns = self._towns()
        self._remark = min(remark_in(self.words), security_in(self.words))
        self._prefixed = words_before(query, stretch)
        if self._prefixed and is_led_plainly(query, stretch):
            self._prefixed = stretch.start
        self._marks: dict[int, tuple[list[int], list[int]]] = {}

    def others(self) -> tuple[int, ...]:
        """The places of the words that may make another name of it."""
        no_part = apart(self.query, self.stretch, self.near)
        return tuple(
            [one for one in self.outside if one not in no_part and not self.says_nothing(one)]
        )

    def says_nothing(self, place: int) -> bool:
        """Whether a word says nothing of which party is named."""
        word = self.words[place]
        written = self.text[word.start : word.end]
        if word.role in _NOTHING or place in self.towns or form_alone(written) is not None:
            return True
        if place >= self.stretch.stop and self._follows(place):
            return True
        ahead = place - self.stretch.start
        if ahead < 0 and self._is_labelled(place):
            return True
        if ahead < 0 and (ahead >= -self._prefixed or self._is_on_behalf(word)):
            return True
        if is_bank_code(written, self.text) or is_account(written):
            return True
        segment = self.segment_of[place]
        if self._is_number(place):
            return not self._touches(place) or self._is_reference(place, segment)
        known = cues()
        if word.form in known.branch or self._is_of_a_branch(place, segment):
            return True
        if self._is_addressed(place, segment):
            return True
        return self._is_address(place, segment)

    def _is_labelled(self, place: int) -> bool:
        """*Owner: …*, *Ultimate parent: …*: what a colon parts from what comes is no name."""
        last = self.segment_of[place][-1]
        return ":" in self.text[self.words[last].end : self.words[last + 1].start]

    def _is_on_behalf(self, word: Word) -> bool:
        """Whether a letter is one of *c/o* and the like, whose strokes part words."""
        return word.end - word.start == 1 and any(
            start <= word.start < end for start, end in self._behalf
        )

    @cached_property
    def _behalf(self) -> list[tuple[int, int]]:
        first, last = self.words[self.near.start].start, self.words[self.near[-1]].end
        return [one.span() for one in _BEHALF.finditer(self.text, first, last)]

    def towns_beside(self) -> set[int]:
        """The towns right beside the stretch, with no sign between."""
        beside = {self.stretch.start - 1, self.stretch.stop} & self.towns
        return {place for place in beside if self._touches(place)}

    def is_framed_by_places(self) -> bool:
        """Whether a place is right before the stretch, or between it and a legal form."""
        start, stop = self.stretch.start, self.stretch.stop
        led = start and (self._is_place(start - 1) or self.forms[start - 1] in regions())
        if led and not self._parted(start - 1):
            return True
        last = stop
        while last < len(self.words) and self._is_place(last) and not self._parted(last - 1):
            last += 1
        if not stop < last < len(self.words):
            return False
        return self.words[last].role is _LEGAL and not self._parted(last - 1)

    def _follows(self, place: int) -> bool:
        """Whether a word behind the name is of a remark or says which security, a part of the world
        or a country, by its code.
        """
        last = place - 1
        if self.words[place].form in WORLD or place >= self._remark:
            return True
        placed = last >= self.stretch.stop and (self._is_place(last) or self._is_number(last))
        return is_code_behind(self.text, self.words[last], self.words[place], placed=placed)

    def _is_place(self, place: int) -> bool:
        return self.words[place].role is _PLACE or place in self.towns

    def _is_number(self, place: int) -> bool:
        return any(map(str.isdigit, self.forms[place]))

    def _is_reference(self, place: int, segment: Sequence[int]) -> bool:
        digits = sum(map(str.isdigit, self.forms[place]))
        known = cues()
        streets, _ = self._marks_of(segment)
        before = self.forms.get(place - 1) in known.addressee
        return digits >= _REFERENCE or bool(streets) or before

    def _is_addressed(self, place: int, segment: Sequence[int]) -> bool:
        """*Attn: Sales, …*: the addressee is before the name, or in a part of its own."""
        known, before = cues().addressee, self.segment_of.get(segment[0] - 1, ())
        if before and all(self.forms[i] in known for i in before):
            segment = [*before, *segment]
        led = [i for i in segment if self.forms[i] in known]
        if not led or led[0] > place:
            return False
        # *Attn: Sales, …*; what adjoins the name is a part of one: *Attn: Total Gas Limited*.
        return place in led or not self._adjoins(segment)

    def _is_address(self, place: int, segment: Sequence[int]) -> bool:
        """*12 Sadovaya Street*, *Hauptstr. 7*; *Tower* alone right beside a name may be its."""
        streets, numbers = self._marks_of(segment)
        if not streets or not (numbers or not self._adjoins(segment)):
            return False
        if not self._adjoins(segment):
            return True
        marks = [*streets, *numbers]
        near = min(abs(place - mark) for mark in marks) <= _BESIDE_A_STREET
        return place in streets or (near and place > min(marks) - 1)

    def _marks_of(self, segment: Sequence[int]) -> tuple[list[int], list[int]]:
        """The streets and the numbers of a segment, looked for once."""
        if segment[0] not in self._marks:
            self._marks[segment[0]] = (
                [i for i in segment if self._is_street(i)],
                [i for i in segment if self._is_number(i)],
            )
        return self._marks[segment[0]]

    def _is_street(self, place: int) -> bool:
        return is_street(self.forms[place])

    def _is_of_a_branch(self, place: int, segment: Sequence[int]) -> bool:
        """*Kazan Branch*, *филиал в Казани*; in *Prime Office Property* it is a word of a name."""
        first, last = segment[0], segment[-1]
        behind = self.forms[last] in cues().branch and last - place <= _BESIDE_A_BRANCH
        before = self.forms[first] in cues().branch and place - first <= _BESIDE_A_BRANCH
        return behind or (before and last - first <= _BESIDE_A_BRANCH)

    def _touches(self, place: int) -> bool:
        """Whether a word stands right beside the name, with no sign between."""
        beside = place in (self.stretch.start - 1, self.stretch.stop)
        return beside and self._adjoins(self.segment_of[place])

    def _adjoins(self, segment: Sequence[int]) -> bool:
        """Whether no sign stands between a segment and the name."""
        start, stop = self.stretch.start, self.stretch.stop
        if segment[-1] == start - 1:
            return not self._parted(start - 1)
        return segment[0] == stop and not self._parted(stop - 1)

    def _parted(self, place: int) -> bool:
        """Whether a sign stands between a word and the next."""
        return is_parted(self.query, place)

    def _segments(self) -> Iterator[Sequence[int]]:
        found: list[int] = []
        for place in self.outside:
            if found and (place - 1 != found[-1] or self._parted(place - 1)):
                yield found
                found = []
            found.append(place)
        if found:
            yield found

    def _towns(self) -> frozenset[int]:
        before = [place for place in self.outside if place < self.stretch.start]
        return frozenset(
            side[place]
            for side in (before, self.outside[len(before) :])
            for place in towns_in([self.words[number] for number in side])
        )


def forms_of(name: Name) -> set[str | None]:
    """The concepts of a name's legal forms."""
    return {word.concept for word in name.words if word.role is _LEGAL}


class Surroundings:
    """What is around stretches of a query, worked out once."""

    def __init__(self, query: Name) -> None:
        self._query, self.forms = query, forms_of(query)
        self._around = dict[range, _Around]()
        self._others = dict[range, tuple[int, ...]]()
        self._beside = dict[range, tuple[_Forms, _Forms]]()

    def others(self, places: range) -> tuple[int, ...]:
        """The places of the words that may make another name of a stretch (``others``)."""
        if places not in self._others:
            self._others[places] = self._of(places).others()
        return self._others[places]

    def towns_beside(self, places: range) -> set[int]:
        """The places of words right beside a stretch that are towns, with no sign between: a
        surname behind given names, as often as not (*Gul Mohammad Popal*).
        """
        return self._of(places).towns_beside()

    def make_a_longer_name(self, places: range) -> bool:
        """Whether places make a longer name of a stretch: one right before it, or between it and a
        legal form (*Egypt Chemical Industries*, *Spark New Zealand Limited*), with no sign between.
        """
        return self._of(places).is_framed_by_places()

    def _of(self, places: range) -> _Around:
        if places not in self._around:
            self._around[places] = _Around(self._query, places)
        return self._around[places]

    def has_form(self, places: range, own: Set[str | None]) -> bool:
        """Whether a legal form that a listed name has stands right beside it, and no other there or
        before it (*K.S. Terminals Inc.*); one further behind is another party's.

        Args:
            places: where the name stands.
            own: the concepts of its forms.
        """
        if not own:
            return False
        if places not in self._beside:
            self._beside[places] = self._forms_beside(places)
        beside, before = self._beside[places]
        return bool(beside) and beside | before <= own

    def _forms_beside(self, places: range) -> tuple[_Forms, _Forms]:
        """The forms right beside a stretch, and those that the query has before it."""
        words, found = self._query.words, set[str | None]()
        if places.start:
            found.add(self._form_at(places.start - 1))
        for place in range(places.stop, len(words)):
            if (form := self._form_at(place)) is None:
                break
            found.add(form)
        found.discard(None)
        before = {word.concept for word in words[: places.start] if word.role is _LEGAL}
        return found, before

    def _form_at(self, place: int) -> str | None:
        word = self._query.words[place]
        return form_alone(self._query.text[word.start : word.end])
