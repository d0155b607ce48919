"""The federal seven-way value for race and ethnicity, from the marks a roster carries."""

HISPANIC = "HI7"
SEVERAL = "MU7"

CODES: dict[str, str] = {
    "american_indian": "AM7",
    "asian": "AS7",
    "black": "BL7",
    "pacific": "PI7",
    "white": "WH7",
}


def seven_way(races: frozenset[str], hispanic: bool, several: bool) -> str:
    """One code: Hispanic wins, then two or more races; empty where nothing is said."""
    if hispanic:
        return HISPANIC
    if several or len(races) > 1:
        return SEVERAL
    return CODES[next(iter(races))] if races else ""
