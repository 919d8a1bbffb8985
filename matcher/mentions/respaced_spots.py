"""Places of a text that are a listed name once its spaces are put right."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from matcher.lexicon.folding import fold
from matcher.mentions.document import Text
from matcher.mentions.glued_names import glued_names
from matcher.mentions.respaced import respaced
from matcher.mentions.run_together import word_starts
from matcher.mentions.searcher import Searcher
from matcher.mentions.spots import Spot, Spotter
from matcher.mentions.torn_names import torn_names
from matcher.mentions.whole_spots import WholeSpotter
from matcher.mentions.windows import candidates
from matcher.mentions.work_budget import Work
from matcher.names.word import Name
from matcher.search.match import Policy


def respaced_spots(text: Text, finder: Searcher, policy: Policy, work: Work) -> Iterator[Spot]:
    """Find listed names in the stretches of a document where spaces are wrong.

    Args:
        text: the document.
        finder: the listed names.
        policy: which names, and from which score on.
        work: what it may cost; what is beyond is left, since the text itself was searched.

    Returns:
        Those that the text does not have as it stands.
    """
    names = finder.index.whole_names
    search = finder.search(policy.allowed)
    right = respaced(
        text.text,
        lambda letters: word_starts(letters, names),
        glued_names(text, finder.index),
        torn_names(text, search),
    )
    if not right.text:
        return
    mended = Text.of([right.text], search.words)
    spotter = Spotter(mended, finder, replace(work))
    places = candidates(mended, search, spotter.work)
    found, _ = spotter.spots(places, policy.threshold, by_short_form=False)
    whole, _ = WholeSpotter(mended, finder, policy, replace(work)).spots()
    for spot in (*found, *whole):
        span = right.span(spot.start, spot.end)
        if span is not None and _in_one_text(text, *span):
            written = right.text[spot.start : spot.end]
            if _has_a_letter_more(text.text[slice(*span)], written, finder.name(spot.name)):
                continue
            yield spot._replace(start=span[0], end=span[1], respaced=written)


def _has_a_letter_more(written: str, mended: str, name: Name) -> bool:
    """Whether a letter by itself was put before a word, and the list does not have the word that
    they make: ``X servers`` is not *Zservers*.
    """
    if " " in mended or not any(len(part) == 1 for part in written.split()):
        return False
    if not (mended.isascii() and name.text.isascii()):
        return False
    return fold(mended) not in fold(name.text)


def _in_one_text(text: Text, start: int, end: int) -> bool:
    first, last = np.searchsorted(text.starts, [start, end - 1], side="right")
    return bool(first == last)
