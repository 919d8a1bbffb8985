"""Two names laid beside each other, and why their score is what it is."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from matcher.comparison.attribution import contributions
from matcher.comparison.by_letters import runs
from matcher.comparison.explain import explain, intercept, rows_of, sentence
from matcher.comparison.feature_table import LEAST_CONFLICT, in_conflict
from matcher.comparison.features import Features, Weighed, features
from matcher.comparison.model import OTHERS_AROUND, log_odds, model, odds_of
from matcher.comparison.native_links import believed
from matcher.comparison.persons import INITIAL
from matcher.names.initials import LEAST_INITIALS, agree_with_its_own, agreeing, disagree
from matcher.names.roles import is_patronymic
from matcher.names.variants import NameVariant
from matcher.names.word import Name
from matcher.search.cut_names import ends_in_a_name
from matcher.search.finder import Finder
from matcher.search.qualifiers import NOTHING, Circumstances
from records import Evidence, NameKind


class Aligned(NamedTuple):
    """Two names laid beside each other."""

    weighed: Sequence[Weighed]
    found: Features


def align_names(query: NameVariant, listed: int, finder: Finder) -> Aligned:
    """Compare a name with a listed one, by its number, word by word."""
    name = finder.name(listed)
    spelled = () if query.part and not query.bare else runs(query.name, name)
    person = bool(finder.index.names_of_persons[listed])
    if spelled and person and ends_in_a_name(query.name, name, spelled, finder):
        spelled = ()
    weighed = believed(finder.align_listed(query.name, listed, spelled), query.name, name, query)
    beside = query.beside, ()
    found = features(query.name, name, weighed, finder, beside=beside, spelled=spelled)
    if person and _has_other_initials(query.name, name, weighed):
        # They speak against the match as a name does.
        found = found._replace(query_extra=max(found.query_extra, LEAST_CONFLICT))
    return Aligned(weighed, found)


def _has_other_initials(query: Name, name: Name, weighed: Sequence[Weighed]) -> bool:
    met = {place for one in weighed for place in one.link.query}
    return disagree(query, name.words, met, _unmet(name, weighed))


def are_its_initials(query: NameVariant, listed: int, aligned: Aligned, finder: Finder) -> bool:
    """Whether the initials that a reading leaves out are those of a listed person's other names."""
    if not finder.index.names_of_persons[listed]:
        return False
    name = finder.name(listed)
    unmet = _unmet(name, aligned.weighed)
    met = agreeing(query.initials, name.words, unmet)
    return len(met) == len(query.initials) or agree_with_its_own(query.initials, name, unmet)


def are_all_its_names(query: NameVariant, listed: int, aligned: Aligned, finder: Finder) -> bool:
    """Whether a query is some of a listed person's names and, for all the rest of them, several
    initials: *Kerimov S.A.* is *Suleyman Abusaidovich Kerimov*. Of queries without any of the
    names, or with others beside them (*Rosneft Kerimov S.A.*), the score by itself says enough.
    """
    if len(query.initials) < LEAST_INITIALS:
        # The common case.
        return False
    name = finder.name(listed)
    unmet = _unmet(name, aligned.weighed)
    if agree_with_its_own(query.initials, name, unmet):
        return True
    agreed = agreeing(query.initials, name.words, unmet)
    if not len(query.initials) == len(unmet) == len(agreed):
        return False
    # The father's initial stands behind the given name's: *Я. А.* is not Aleksandr Yuryevich.
    fathers = [number for number, place in agreed.items() if is_patronymic(name.words[place].form)]
    return all(number == len(query.initials) - 1 for number in fathers)


def has_its_father(query: NameVariant, listed: int, aligned: Aligned, finder: Finder) -> bool:
    """Whether two initials are a listed person's given name's and patronymic's."""
    name = finder.name(listed)
    unmet = _unmet(name, aligned.weighed)
    return len(query.initials) > 1 and any(is_patronymic(name.words[one].form) for one in unmet)


def _unmet(name: Name, weighed: Sequence[Weighed]) -> set[int]:
    met = {place for one in weighed for place in one.link.name}
    return set(range(len(name.words))) - met


def _with_initials(
    query: NameVariant, name: Name, weighed: Sequence[Weighed], rows: Sequence[Evidence]
) -> tuple[Evidence, ...]:
    """The evidence, in which names that the query lacks are those that it has the initials of."""
    met = agreeing(query.initials, name.words, _unmet(name, weighed))
    initial_of = {
        name.text[name.words[place].start : name.words[place].end]: query.initials[number].upper()
        for number, place in met.items()
    }
    return tuple(
        replace(row, query=initial_of.pop(row.name), how="initial", score=INITIAL)
        if row.how == "missing" and row.name in initial_of
        else row
        for row in rows
    )


class Justified(NamedTuple):
    """Why a score is what it is."""

    evidence: tuple[Evidence, ...]
    intercept: float
    reason: str


def justify(
    query: NameVariant,
    listed: int,
    finder: Finder,
    value: float,
    around: Circumstances = NOTHING,
    aligned: Aligned | None = None,
    *,
    conflicts: bool = True,
) -> Justified:
    """The evidence for a hit and the sentence that sums it up.

    Args:
        query: what was compared.
        listed: the number of the listed name.
        finder: the listed names.
        value: the score.
        around: what stands beside the names.
        aligned: the two names beside each other; None where they were not yet.
        conflicts: whether other words spoke against a listed person.
    """
    name, facts = finder.name(listed), around.evidence()
    weighed, found = aligned or align_names(query, listed, finder)
    weights = dict(model().listed.weights)
    if conflicts and finder.index.names_of_persons[listed]:
        weights["no_conflict"] = model().person.weights["no_conflict"]
    if query.others:
        weights["nothing_around"] = OTHERS_AROUND
    rows = rows_of(query, name, weighed, finder)
    words = explain(rows, contributions(rows, found, weights))
    if query.initials:
        words = _with_initials(query, name, weighed, words)
    reason = sentence(words, name.text)
    if around.equal:
        words = tuple(replace(row, weight=0.0, contribution=0.0) for row in words)
        return Justified((*facts, *words), 0.0, reason)
    total = log_odds(found, kind_of(query, listed, finder), part=query.part)
    if "no_conflict" in weights and in_conflict(found):
        total -= weights["no_conflict"]
    total -= weights.get("nothing_around", 0.0)
    total += sum(row.contribution or 0.0 for row in facts)
    evidence = (*facts, *words)
    return Justified(evidence, intercept(odds_of(value, total), evidence), reason)


def kind_of(query: NameVariant, listed: int, finder: Finder) -> NameKind:
    """What a listed name counts as; what letters beside a name meet is as weak as a weak alias."""
    return NameKind.WEAK if query.letters else finder.index.name_kind(listed)
