"""OpenSanctions' matching API, so that clients of yente can be pointed here.

Requests and answers have the shapes of yente 5 (https://www.opensanctions.org/docs/yente/): parties
as FollowTheMoney entities. Scores are ours. What yente's own algorithms can be told (weights,
topics, fuzzy) is accepted and has no effect, since nothing here depends on it.
"""
