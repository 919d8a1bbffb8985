"""Assess: what the filter finds and what it misses, shown the way a supervisor tests it.

    records = draw(population(engine), size=5000, seed=1)
    trials = written(records, WAYS, seed=1, per_way=400)
    outcomes = screen_names(engine, trials, settings)

A sample of the listed names is written in documented ways, screened through the public path, and
counted. Nothing here looks into the matcher, and no table here is the matcher's: an instrument
that shared its tables would not see them break.
"""
