"""The page that says what is kept of whom, made from what the folders declare."""

from itertools import groupby

from strongsuit.audit.privacy import Kept, declared

INTRODUCTION = """# What Strongsuit keeps of people

Made from the `privacy.py` of each folder; a test fails when a column is missing here. Columns that only hold rows
together (numbers, versions, the district) are left out.

**When its time is over** says what a district does with a row once nobody needs it (34 CFR 300.624). This version
erases nothing by itself: the family is told first, and a person decides.
"""
HEAD = """| table | columns | whose | what for | on what ground | who reads it | how long | when its time is over |
| --- | --- | --- | --- | --- | --- | --- | --- |"""


def data_page() -> str:
    parts = [INTRODUCTION]
    for folder, kept in groupby(declared(), key=folder_of):
        parts.append(f"## {folder}\n\n{HEAD}\n" + "\n".join(map(line, kept)) + "\n")
    return "\n".join(parts)


def folder_of(kept: Kept) -> str:
    """The tables of the sign-in library belong to people."""
    label = kept.model.partition(".")[0]
    return {"account": "people", "mfa": "people"}.get(label, label)


def line(kept: Kept) -> str:
    columns = ", ".join(f"`{name}`" for name in kept.fields)
    told = (kept.whose, kept.purpose, kept.basis, kept.audience, kept.keep_for, str(kept.erase))
    return f"| `{kept.model}` | {columns} | {' | '.join(told)} |"
