"""Parts of the world, which are in the names of many groups' firms: *Europe* behind a name says
where it works.
"""

_NAMES = (
    "europe europa europ europeenne africa afrika afrique america americas amerika asia asie azia"
    " eurasia evraziya pacific baltic baltics balkan balkans nordic scandinavia iberia benelux"
    " caucasus cis emea apac gulf overseas worldwide adriatic"
)
WORLD = frozenset(_NAMES.split())
