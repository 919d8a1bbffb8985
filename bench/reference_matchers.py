"""What Namewarden is measured against: other ways to find a name among the listed ones.

``Trigrams`` is what is commonly taken where speed counts: names without legal forms as TF-IDF
vectors of letter trigrams, and the best products of sparse matrices, in C++ (sparse_dot_topn).
``BruteForce`` compares with every listed name (rapidfuzz, ``token_sort_ratio``).
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol

import numpy as np
from anyascii import anyascii
from rapidfuzz import process
from rapidfuzz.fuzz import token_sort_ratio
from sklearn.feature_extraction.text import TfidfVectorizer
from sparse_dot_topn import sp_matmul_topn

BLOCK = 4096
TOP = 20
_WORD = re.compile(r"[a-z0-9]+")
_LEGAL = re.compile(
    "ab|ag|ao|aps|as|asa|bv|co|company|corp|corporation|cv|doo|eood|fze|gmbh|inc|incorporated|jsc|"
    "kg|kk|kft|lda|limited|llc|llp|ltd|ltda|mchj|nv|oao|obshchestvo|ooo|otvetstvennostyu|"
    "ogranichennoy|oy|oyj|pao|pjsc|plc|pt|pte|pty|public|pvt|sa|sae|sal|sarl|sas|sdn|bhd|se|sl|spa|"
    "spk|srl|sro|tbk|tov|ug|uab|zao"
)


# Those of several words, as they are written in Latin letters most often.
_LEGAL_PHRASE = re.compile(
    r"\b(?:(?:(?:open|closed|public|private) )?joint[ -]stock company|"
    r"(?:public |private )?limited liability (?:company|partnership)|"
    r"(?:otkryto\w* |zakryto\w* |publichno\w* )?a[kc]\w*io\w* ob\w*o|"
    r"ob\w*o s ogra\w* otv\w*u|federal state (?:unitary|budgetary) enterprise|"
    r"(?:private|public) (?:joint[ -]stock )?company(?: limited)?|co\W{0,3}ltd)\b"
)


def plain(name: str) -> str:
    """A name in small Latin letters, without signs and legal forms."""
    words = _WORD.findall(_LEGAL_PHRASE.sub(" ", anyascii(name).lower()))
    return " ".join([word for word in words if not _LEGAL.fullmatch(word)] or words)


def _padded(name: str) -> str:
    """With spaces around, so that first and last letters make trigrams of their own."""
    return f" {plain(name)} "


class Reference(Protocol):
    """A way to find names."""

    def best(self, queries: Sequence[str]) -> list[list[tuple[int, float]]]:
        """For each name the numbers of listed names and their scores in [0, 1], best first."""
        ...


class Trigrams:
    """Products of TF-IDF vectors of letter trigrams."""

    def __init__(self, listed: Sequence[str], cut: float) -> None:
        self._vectors = TfidfVectorizer(analyzer="char", ngram_range=(3, 3), dtype=np.float32)
        self._listed = self._vectors.fit_transform(map(_padded, listed)).T.tocsr()
        self._cut = cut

    def best(self, queries: Sequence[str]) -> list[list[tuple[int, float]]]:
        """See ``Reference``; what is below the cut is left out."""
        found: list[list[tuple[int, float]]] = []
        for first in range(0, len(queries), BLOCK):
            block = self._vectors.transform(map(_padded, queries[first : first + BLOCK]))
            product = sp_matmul_topn(
                block, self._listed, top_n=TOP, threshold=self._cut, sort=True, n_threads=1
            )
            ends, names, scores = product.indptr, product.indices, product.data
            found += [
                list(zip(names[a:b].tolist(), scores[a:b].tolist(), strict=True))
                for a, b in pairwise(ends)
            ]
        return found


class BruteForce:
    """Every listed name, with its words sorted."""

    def __init__(self, listed: Sequence[str], cut: float) -> None:
        self._listed = [plain(name) for name in listed]
        self._cut = cut

    def best(self, queries: Sequence[str]) -> list[list[tuple[int, float]]]:
        """See ``Reference``."""
        return [
            [
                (number, score / 100)
                for _, score, number in process.extract(
                    plain(query),
                    self._listed,
                    scorer=token_sort_ratio,
                    limit=TOP,
                    score_cutoff=100 * self._cut,
                )
            ]
            for query in queries
        ]
