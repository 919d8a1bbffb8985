"""Ships' names that a cue does not stand beside: further down a list of ships, or behind another
ship; and words behind a cue that are a form's label and no name.
"""

import re

from matcher.lexicon.party_words import says_party
from matcher.mentions.cues import MOST_AROUND, MentionContext
from matcher.mentions.document import QUOTES
from matcher.mentions.ship_cues import says_ship, ship_cues

# Words of a label behind its cue: ``Vessels owned or chartered by the customer``.
_BEHIND_CUE = 6
_LABELLED = re.compile(
    r"(?:^|[\n.;|\t])([^\n.:;|\t]{3,60}):[ \u00a0]*"
    r"(?:[^\W_][^\n:;.|\t]{0,60}(?:[,;/]|[ \u00a0](?:and|und|et|y|e|en|i|и|та|ve))[ \u00a0]*)?$"
)
# What leads from the word for ships to the first that is named: ``the vessels, among them the``.
_LEADS = re.compile(
    r",?[ \u00a0](?:among (?:them|which|those)|amongst them|included|includes?|including|namely"
    r"|such as|darunter|nämlich|dont|parmi lesquels|notamment|entre ellos|incluidos?|tra cui"
    r"|waaronder|entre eles|w tym|в том числе|в числе которых)[ \u00a0]"
    r"(?:(?:the|die|der|das|den|la|le|les|el|los|il|lo|o|os|de|het)[ \u00a0])?[«„“\"]?$"
)
_PART_OF_A_SENTENCE = re.compile(r"[^\n.;|\t]{3,60}$")
# Characters by which a cell may stand aside of what is above it.
ASKEW = 2
_BEGINS_A_CELL = re.compile(r"(?:^|\|[ \u00a0]?|[ \u00a0]{3})$")
_RULED = re.compile(r"\n[|: +=-]{3,}$")
_CELL = re.compile(r"[^\W_](?:[^\s|]|[ \u00a0]{1,2}(?=[^\s|]))*")
_WORD_END = re.compile(r"(?<=\w)(?=\W|$)")
# ``…, and the``, ``…, danach die``; languages without articles name no ship so.
_NEXT = re.compile(
    r"(?<=[\w»”\"')])(?:,|;|,?[ \u00a0](?:and|und|et|y|e|en|og|och))[ \u00a0]"
    r"(?:(?:then|later|danach|dann|später|puis|ensuite|luego|después|poi|depois)[ \u00a0])?"
    r"(?:the|die|der|das|la|le|el|il|o|a|de|het)[ \u00a0][«„“\"]?$"
)
_LAST = re.compile(r"[^\W\d_][^\s]*$")
# ``"Star Sapphire" adlı gemi``: languages that say behind a name what is called so.
_CALLED_BEHIND = re.compile(
    rf"[{QUOTES}]?[ \u00a0](?:adlı|isimli|adındaki|ismindeki|nomli|nevű|nimeline|niminen|नामक)"
    r"((?:[ \u00a0][^\W\d_]+){1,2})"
)
# ``VESSEL / VOY. NO.``: what the form asks for, parted from the cue by a stroke.
_STROKE = re.compile(r"[^\W\d_]\.?[ \u00a0]?[/&][ \u00a0]?$")
_NUMBER = r"[ \u00a0]?(?:(?:nos?|nr|num|number|numéro|número|номер)(?!\w)|№|n[°º])"
_ASKS = re.compile(rf"\.?(?:{_NUMBER}|[ \u00a0]?:)", re.IGNORECASE)
_ASKS_ALONE = re.compile(rf"(?:\.{_NUMBER}|{_NUMBER}\.?[ \u00a0]?(?::|\n|$))", re.IGNORECASE)


def is_a_forms_label(place: MentionContext) -> bool:
    """Whether a word behind a cue says what else the field holds: ``Vessel / Voy. No.``."""
    written = place.text[place.start : place.end]
    if _ASKS_ALONE.match(place.text, place.end):
        return True
    before = place.text[max(0, place.start - 4) : place.start]
    if _STROKE.search(before) is None:
        return False
    return says_ship(written) or _ASKS.match(place.text, place.end) is not None


def is_called_a_ship(place: MentionContext) -> bool:
    """Whether the word right before a name, in quotation marks or not, says that it is a ship's:
    ``судно «Star Sapphire»``, ``Vessel: SILVER BAY``; or what is called so behind it does.
    """
    behind = _CALLED_BEHIND.match(place.text, place.end)
    if behind is not None and any(map(says_ship, behind[1].split())):
        return True
    before = place.text[max(0, place.start - 30) : place.start].rstrip(QUOTES + " \u00a0:")
    word = _LAST.search(before)
    return word is not None and says_ship(word[0]) and not says_party(word[0].lower())


def is_listed_under_ships(place: MentionContext) -> bool:
    """Whether the name stands behind a label or words that say ships follow, alone or behind
    others: ``Vessels owned or chartered: Vega, Neptun``, ``ships of the fleet, among them Vega``.
    """
    before = place.text[max(0, place.start - MOST_AROUND) : place.start]
    labelled = _LABELLED.search(before) if ":" in before else None
    leads = None if labelled else _LEADS.search(before)
    listed = _PART_OF_A_SENTENCE.search(before, 0, leads.start()) if leads else labelled
    if listed is None:
        return False
    said = listed[0] if leads else listed[1]
    return any(ship_cues().before.search(said[:end] + " ") for end in _ends(said))


def _ends(label: str) -> list[int]:
    """Where the last words of a label end."""
    return [end.start() for end in _WORD_END.finditer(label)][-_BEHIND_CUE:]


def stands_under_ships(place: MentionContext) -> bool:
    """Whether the cell right above the name, in a table laid out by spaces or strokes, says that
    ships are below it: ``OCEAN VESSEL / VOY. NO.`` and ``VEGA V.014E`` in the next line.
    """
    before = place.text[max(0, place.start - MOST_AROUND) : place.start]
    above, found, line = before.rpartition("\n")
    if not found or not _BEGINS_A_CELL.search(line):
        return False
    above = _RULED.sub("", above).rpartition("\n")[2]
    cells = [cell for cell in _CELL.finditer(above) if abs(cell.start() - len(line)) <= ASKEW]
    if not cells:
        return False
    # What is left of a line whose beginning is too far away stands somewhere else.
    whole = len(before) < MOST_AROUND or above != before[: len(above)]
    ends = _ends(cells[0][0])
    return whole and any(ship_cues().before.search(cells[0][0][:end] + " ") for end in ends)


def follows_another_ship(place: MentionContext) -> bool:
    """Whether the name is the next of two that a sentence has with articles: ``the tanker Vega
    sailed on Monday, the Neptun on Tuesday``.
    """
    return _NEXT.search(place.text, max(0, place.start - 40), place.start) is not None
