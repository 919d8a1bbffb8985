"""Numbers under hashes: many at once are found as each by itself."""

import numpy as np

from matcher.columnar.arrays import MANY, Lookup


def test_many_hashes_find_what_each_finds() -> None:
    random = np.random.default_rng(3)
    hashes = random.integers(0, 1 << 32, 500, dtype=np.uint32)
    # Some hashes have several numbers, some share all but their lowest bit.
    stored = np.concatenate([hashes, hashes[:50], hashes[50:100] ^ np.uint32(1)])
    lookup = Lookup.of(stored, np.arange(len(stored)))
    strangers = random.integers(0, 1 << 32, 3 * MANY, dtype=np.uint32)
    asked = np.concatenate([hashes, strangers, hashes[:100] ^ np.uint32(1)])
    places, found = lookup.find_each(asked)
    each = [(place, number) for place, h in enumerate(asked) for number in lookup.find([int(h)])]
    assert list(zip(places.tolist(), found.tolist(), strict=True)) == each
    assert len(each) >= 600
    # A name's or a block's words are neither few enough for a search each nor many.
    size = MANY // 10
    for first in range(0, len(asked), size):
        places, found = lookup.find_each(asked[first : first + size])
        some = [(at - first, number) for at, number in each if first <= at < first + size]
        assert list(zip(places.tolist(), found.tolist(), strict=True)) == some
