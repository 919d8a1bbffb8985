"""The closest bound rules out names that are compared in vain, and none that would be a hit."""

from random import Random

import numpy as np

from matcher.comparison.model import model, score
from matcher.names.parser import analyse
from matcher.names.variants import NameVariant
from matcher.names.word import Name
from matcher.search.evidence import align_names
from matcher.search.finder import Finder
from matcher.search.full_bound import best_score
from matcher.search.joins_and_acronyms import join_and_acronym_matches
from matcher.search.query_batch import Block
from matcher.search.score_bound import needed
from matcher.search.tight_bound import may_reach

LOW, SOME = 0.2, 1200


def mixed(finder: Finder) -> list[Name]:
    """Words of two listed names each, in some of them twice, joined or with a letter less."""
    random, texts = Random(3), finder.index.name_texts
    found = []
    for _ in range(SOME):
        one, other = (texts[random.randrange(finder.index.name_count)].split() for _ in "ab")
        words = [*one[: random.randrange(1, 4)], *other[-random.randrange(1, 3) :]]
        place = random.randrange(len(words))
        if random.random() < 0.3:
            words[place] = words[place][:-1] or words[place]
        found.append(random.choice([" ", " ", " ", ""]).join([*words, *random.choices(words)]))
    return [name for name in map(analyse, found) if name.words]


def twice_misspelt(finder: Finder) -> list[Name]:
    """Listed names with two letters wrong in a long word."""
    found = []
    for number in range(min(SOME, finder.index.name_count)):
        words = finder.index.name_texts[number].split()
        long = [place for place, word in enumerate(words) if len(word) > 8 and word.isalpha()]
        if long:
            word = words[long[-1]]
            words[long[-1]] = word[:3] + "o" + word[4:6] + "a" + word[7:]
            found.append(analyse(" ".join(words)))
    return found[: SOME // 4]


def test_what_it_rules_out_would_score_less(finder: Finder) -> None:
    index, queries = finder.index, [*mixed(finder), *twice_misspelt(finder)]
    every = np.arange(index.name_count)
    ruled_out = 0
    for first in range(0, len(queries), 50):
        some = queries[first : first + 50]
        block = Block.of(some, finder.vocabulary)
        pairs = (np.arange(len(some))[:, None] * index.name_count + every).ravel()
        cuts = join_and_acronym_matches(block, index)
        for threshold in (LOW, model().threshold):
            least = np.full(len(pairs), needed(threshold))
            left = pairs[best_score(block, index, pairs, cuts) >= needed(threshold)]
            may = may_reach(block, index, left, cuts, least[: len(left)])
            ruled_out += int((~may).sum())
            for pair in left[~may].tolist():
                query, listed = divmod(pair, index.name_count)
                aligned = align_names(NameVariant(some[query]), listed, finder)
                value = score(aligned.found, index.name_kind(listed))
                by_letters = aligned.found.by_letters or some[query].bag == finder.name(listed).bag
                assert value < threshold or by_letters, (some[query].text, index.name_texts[listed])
    assert ruled_out >= 20
