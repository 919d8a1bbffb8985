"""What each particular adds to a score, in log odds.

Made from what ``bench/second_identifiers.py --fit`` gives on persons of two lists with one passport
number and on namesakes of one list (2026-08: same day +5.4, same year +0.6, other birth date -6.2,
same town of birth +1.8, other -1.1, other nationality -1.7), drawn in to about half: publishers
copy from each other, while customers' files have slips. What few pairs had (gender,
addresses) is set by hand beside the country's weight.
"""

SAME_DAY, SAME_MONTH, SAME_YEAR = 3.0, 2.0, 1.0
NEAR_BIRTH, OTHER_BIRTH = 0.0, -2.5
"""Of 602 pairs that differ two are one person; a name that scores .99 stays a hit all the same."""
SAME_NATIONALITY, OTHER_NATIONALITY = 0.5, -0.7
SAME_GENDER, OTHER_GENDER = 0.1, -1.5
SAME_TOWN, SAME_COUNTRY, OTHER_PLACE = 1.0, 0.3, -0.5
"""Of a place of birth. Publishers name a village where a passport names its district."""
SAME_ADDRESS_TOWN, OTHER_ADDRESS = 0.7, -0.2
"""Parties move, and have more addresses than a list knows."""

CONTRADICTION = -1.0
"""What takes off so much is for a person to look at, whatever the name."""
LEAST_NAME = 0.5
"""Below this the names are too far apart for any of it to make them a hit; a number would."""
