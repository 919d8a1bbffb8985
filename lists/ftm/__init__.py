"""FollowTheMoney, the data model of OpenSanctions: read as a list, and written from ours."""

from lists.ftm.read import parse
from lists.ftm.write import entities, ftm_id

__all__ = ["entities", "ftm_id", "parse"]
