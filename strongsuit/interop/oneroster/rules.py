"""Every sentence a roster report can say, under a stable id; severity says what becomes of the row."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from strongsuit.knowledge.words import gettext_noop


class Severity(StrEnum):
    """``error``: the row is not taken. ``warning``: the row is taken, the value is not. ``notice``: good to know."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Rule:
    """``once``: said one time per column, with the number of rows it holds for."""

    severity: Severity
    message: str
    once: bool = False


def _error(message: str) -> Rule:
    return Rule(Severity.ERROR, message)


def _warning(message: str) -> Rule:
    return Rule(Severity.WARNING, message)


def _notice(message: str) -> Rule:
    return Rule(Severity.NOTICE, message)


def _style(message: str) -> Rule:
    return Rule(Severity.WARNING, message, once=True)


def _remark(message: str) -> Rule:
    return Rule(Severity.NOTICE, message, once=True)


RULES: dict[str, Rule] = {
    # The package cannot be opened at all.
    "oneroster.open.missing": _error(
        gettext_noop("There is no folder or file at this place. Check the path and try again.")
    ),
    "oneroster.open.no_file": _error(
        gettext_noop(
            "This is neither a file nor a folder, such as a device or a pipe. Give the zip file or folder itself."
        )
    ),
    "oneroster.open.empty": _error(
        gettext_noop("The package is empty. Choose the folder or zip file that holds the roster's CSV files.")
    ),
    "oneroster.open.not_zip": _error(
        gettext_noop(
            "This file is %(kind)s, not a zip file. Put the roster's CSV files, such as orgs.csv, users.csv and "
            "enrollments.csv, into one zip file."
        )
    ),
    "oneroster.open.json": _error(
        gettext_noop(
            "This is JSON, such as a roster's web service (REST) answers with. Rosters are read from CSV files. Ask "
            "the sending system for its CSV export with orgs.csv, users.csv and enrollments.csv."
        )
    ),
    "oneroster.open.damaged": _error(
        gettext_noop("The zip file is damaged and cannot be read to its end. Export it again, or send it again.")
    ),
    "oneroster.open.encrypted": _error(
        gettext_noop("The zip file is locked with a password. Export it again without one.")
    ),
    "oneroster.open.method": _error(
        gettext_noop("The zip file is packed in a way other than “deflate”. Make it again with a usual zip program.")
    ),
    "oneroster.open.entries": _error(
        gettext_noop("The package holds too many files (the limit is %(limit)d). Send only the roster's CSV files.")
    ),
    "oneroster.open.size": _error(
        gettext_noop("The package is too large (the limit is %(limit)d MB unpacked). Send it in smaller parts.")
    ),
    "oneroster.open.ratio": _error(
        gettext_noop("The package would grow far more than a roster does when unpacked, so it was not opened.")
    ),
    "oneroster.open.path": _error(
        gettext_noop("A file in the package has a name that leads outside it: “%(name)s”. Make the zip file again.")
    ),
    "oneroster.open.nested": _error(
        gettext_noop("The package holds another archive: “%(name)s”. Put the CSV files themselves into the zip file.")
    ),
    "oneroster.open.twice": _error(
        gettext_noop("The package holds the file “%(name)s” twice. Keep one of the two and send it again.")
    ),
    "oneroster.open.no_tables": _error(
        gettext_noop(
            "The package holds no roster file such as users.csv or orgs.csv. What lies in it: %(found)s. Choose the "
            "whole roster export."
        )
    ),
    # The set as a whole: nothing may be changed until a person has looked.
    "oneroster.set.file": _error(
        gettext_noop("The file %(name)s is missing from the package. A full roster needs it; export it again.")
    ),
    "oneroster.set.header": _error(
        gettext_noop("The file %(name)s has no column “%(column)s”, so it cannot be read. Export it with that column.")
    ),
    "oneroster.set.unread": _error(
        gettext_noop("The file %(name)s could not be read to its end. Nothing was taken; export it again.")
    ),
    # A file.
    "oneroster.file.unknown": _notice(gettext_noop("This file is not part of a roster and was left aside.")),
    "oneroster.file.unused": _notice(
        gettext_noop("This file is part of the format, but nothing in it is needed here. Rows: %(count)d.")
    ),
    "oneroster.file.folder": _notice(
        gettext_noop("The files lie in a folder inside the zip file. They were read all the same.")
    ),
    "oneroster.file.name": _warning(
        gettext_noop("The file's name is written differently in the format: %(expected)s. It was read all the same.")
    ),
    "oneroster.file.type": _error(
        gettext_noop("This is %(kind)s, not a CSV file. Export it as CSV and send the package again.")
    ),
    "oneroster.file.empty": _warning(
        gettext_noop("The file is empty, even without a header. Export it again if it should hold rows.")
    ),
    "oneroster.file.order": _warning(
        gettext_noop("The columns stand in another order than in the format. They were read by name.")
    ),
    "oneroster.file.encoding": _notice(
        gettext_noop("Some characters are not UTF-8 and were read as Windows-1252. Look at a few names with accents.")
    ),
    "oneroster.file.utf16": _notice(
        gettext_noop("The file is in UTF-16 and was read as such. UTF-8 is the format's own.")
    ),
    "oneroster.file.damaged": _error(
        gettext_noop("The file is damaged and breaks off. Nothing was taken; export it again.")
    ),
    "oneroster.file.undecodable": _error(
        gettext_noop("The file's characters cannot be read. Save it as CSV in UTF-8 and send it again.")
    ),
    "oneroster.file.delimiter": _warning(
        gettext_noop("The values are parted by %(delimiter)s instead of a comma. They were read that way.")
    ),
    # The manifest.
    "oneroster.manifest.missing": _notice(
        gettext_noop("There is no manifest.csv, so every file was read as a full list.")
    ),
    "oneroster.manifest.undeclared": _warning(
        gettext_noop("The manifest does not announce this file, so it was not read. Correct the manifest to use it.")
    ),
    "oneroster.manifest.absent": _warning(
        gettext_noop("The manifest says this file is absent, so it was not read. Correct the manifest to use it.")
    ),
    "oneroster.manifest.not_there": _error(
        gettext_noop("The manifest announces this file, but it is not in the package. Export it again.")
    ),
    "oneroster.manifest.mode": _warning(
        gettext_noop("The manifest should say absent, bulk or delta here. The file was read as a full list.")
    ),
    "oneroster.manifest.property": _notice(gettext_noop("The manifest holds a property that is not known here.")),
    "oneroster.manifest.version": _warning(
        gettext_noop("The manifest says version %(said)s, but the columns are those of %(found)s and were read so.")
    ),
    "oneroster.manifest.nothing": _notice(gettext_noop("The package holds only a manifest: it brings no changes.")),
    # The header.
    "oneroster.header.unknown": _notice(gettext_noop("This column is not known here. Its values were left aside.")),
    "oneroster.header.twice": _warning(gettext_noop("The header names this column twice. The first one was read.")),
    "oneroster.header.nameless": _notice(
        gettext_noop("A column has no name in the header. Its values were left aside.")
    ),
    "oneroster.header.case": _warning(
        gettext_noop("The column's name is written differently in the format: %(expected)s. It was read all the same.")
    ),
    "oneroster.header.other": _warning(
        gettext_noop("The column has the name that another version of the format uses. It was read all the same.")
    ),
    "oneroster.header.missing": _warning(
        gettext_noop("The format asks for the column “%(expected)s”. The file was read without it.")
    ),
    "oneroster.header.optional": _notice(
        gettext_noop("Columns that may be left empty are not there at all: %(names)s.")
    ),
    "oneroster.header.password": _notice(
        gettext_noop("This column holds passwords. They were dropped while reading and are kept nowhere.")
    ),
    # A row.
    "oneroster.row.nul": _error(
        gettext_noop("The row holds a character that no text may hold (NUL). Export the file again.")
    ),
    "oneroster.row.quote": _error(
        gettext_noop("A quotation mark opens in this row and is never closed. Close it, or double it inside a value.")
    ),
    "oneroster.row.length": _error(
        gettext_noop("The row is longer than any roster row. Look for a missing line break or quotation mark.")
    ),
    "oneroster.row.more": _error(
        gettext_noop("The row has more values than the header has columns. Put values with commas in quotation marks.")
    ),
    "oneroster.row.fewer": _style(
        gettext_noop("The row has fewer values than the header has columns; the rest counts as empty. Rows: %(count)d.")
    ),
    "oneroster.row.fewer_secret": _error(
        gettext_noop(
            "The row has fewer values than the header, and one may be a password. Export the file again in full."
        )
    ),
    "oneroster.row.blank": _error(
        gettext_noop("The row has no value here, and cannot be taken without one. Fill it in and import again.")
    ),
    "oneroster.row.value": _error(
        gettext_noop(
            "The value is not understood, and the row cannot be taken without it. Correct it and import again."
        )
    ),
    "oneroster.row.twice": _error(
        gettext_noop("The same id stands on line %(first)d already. That row was taken, this one was not.")
    ),
    "oneroster.row.again": _notice(
        gettext_noop("The same id comes again on line %(second)d. This first row was taken.")
    ),
    # A value.
    "oneroster.value.blank": _style(
        gettext_noop("The format asks for a value here. The rows were taken without it. Rows: %(count)d.")
    ),
    "oneroster.value.odd": _style(
        gettext_noop("Invisible control characters were taken out of the text. Rows: %(count)d.")
    ),
    "oneroster.value.long": _warning(
        gettext_noop("The text is longer than %(limit)d characters and was cut there. Shorten it in the source.")
    ),
    "oneroster.id.long": _error(
        gettext_noop("The id is longer than %(limit)d characters. Use the id that the format asks for.")
    ),
    "oneroster.value.number": _warning(
        gettext_noop("This looks like a social security number and was not taken. Use another id.")
    ),
    "oneroster.date.us": _style(
        gettext_noop("Dates are written month/day/year instead of YYYY-MM-DD and were read so. Rows: %(count)d.")
    ),
    "oneroster.date.time": _style(
        gettext_noop("Dates come with a time of day, or without hyphens. The date was taken. Rows: %(count)d.")
    ),
    "oneroster.date.unknown": _warning(gettext_noop("This is not a date of the calendar. Write it as YYYY-MM-DD.")),
    "oneroster.date.far": _warning(gettext_noop("This date lies too far away to be right. Check the year.")),
    "oneroster.date.birth": _warning(gettext_noop("A student cannot have this birth date. Correct it in the source.")),
    "oneroster.dates.order": _error(
        gettext_noop("The end comes before the beginning (%(begin)s). Correct the two dates.")
    ),
    "oneroster.instant.zone": _remark(
        gettext_noop("The time of the last change has no time zone and was read as UTC. Rows: %(count)d.")
    ),
    "oneroster.instant.unknown": _style(gettext_noop("The time of the last change cannot be read. Rows: %(count)d.")),
    "oneroster.word.case": _style(
        gettext_noop("The word is written differently in the format, by case or form. It was read. Rows: %(count)d.")
    ),
    "oneroster.word.unknown": _warning(gettext_noop("The format does not know this word here. Use one of: %(known)s.")),
    "oneroster.year.unknown": _warning(gettext_noop("This is not a year. Write it as YYYY.")),
    "oneroster.email.unknown": _warning(gettext_noop("This is not an e-mail address. Correct it in the source.")),
    "oneroster.ids.unknown": _style(
        gettext_noop("The ids of the person are not written as {type:id}. They were left aside. Rows: %(count)d.")
    ),
    "oneroster.grade.unknown": _warning(gettext_noop("This grade is not known here. Use PK, KG, 01 to 12 or UG.")),
    "oneroster.grade.near": _style(
        gettext_noop("The grade was read as the nearest one used here. Check these students. Rows: %(count)d.")
    ),
    "oneroster.grade.several": _style(
        gettext_noop("A student has more than one grade; the first was taken. Rows: %(count)d.")
    ),
    "oneroster.status.bulk": _style(
        gettext_noop(
            "A full list leaves the status empty. Rows with a status other than active were ended. Rows: %(count)d."
        )
    ),
    # What the records say about each other.
    "oneroster.ref.missing": _error(
        gettext_noop(
            "No record with this id is in %(file)s, so the row was not taken. Add the record, or correct the id."
        )
    ),
    "oneroster.ref.dropped": _warning(
        gettext_noop("No record with this id is in %(file)s. The row was taken without it.")
    ),
    "oneroster.ref.file": _style(
        gettext_noop("The package has no %(file)s, so these ids lead nowhere. The rows were taken. Rows: %(count)d.")
    ),
    "oneroster.ref.refused": _error(
        gettext_noop(
            "The record with this id was refused in %(file)s, so this row was not taken. Correct that one first."
        )
    ),
    "oneroster.parent.self": _warning(
        gettext_noop("The record names itself as its parent. It was taken without a parent.")
    ),
    "oneroster.parent.cycle": _warning(
        gettext_noop("The record is its own ancestor. It was taken without a parent; correct the chain.")
    ),
    "oneroster.user.role": _error(
        gettext_noop("The person has no role, so nobody can say what they are. Add a row in roles.csv.")
    ),
    "oneroster.user.staff_and_student": _warning(
        gettext_noop("The person is a student and also works here. Only the student was taken.")
    ),
    "oneroster.user.family": _notice(
        gettext_noop("The person works here and is also a family member. Both were taken.")
    ),
    "oneroster.student.school": _warning(
        gettext_noop("No school of this set is known for the student. Add one to the student's record.")
    ),
    "oneroster.student.flag": _notice(
        gettext_noop("The source marks this student (%(flag)s). This is a hint for the office, never a status.")
    ),
    "oneroster.flag.unused": _remark(gettext_noop("This mark is not needed here and was left aside. Rows: %(count)d.")),
    "oneroster.demographics.person": _remark(
        gettext_noop("Demographics of people who are not students are not needed and were left aside. Rows: %(count)d.")
    ),
    "oneroster.roles.primary": _notice(
        gettext_noop("The person has more than one primary role in one place. The first one counts.")
    ),
    "oneroster.enrollment.role": _error(
        gettext_noop(
            "The enrollment says student, but the person is not a student in this set. Correct one of the two."
        )
    ),
    "oneroster.enrollment.staff": _error(
        gettext_noop("The enrollment says %(role)s, but the person does not work here. Correct one of the two.")
    ),
    "oneroster.enrollment.other": _remark(
        gettext_noop("Enrollments of family members are not needed and were left aside. Rows: %(count)d.")
    ),
    "oneroster.enrollment.school": _remark(
        gettext_noop("The school of the enrollment is not that of the class. The class's was taken. Rows: %(count)d.")
    ),
    "oneroster.enrollment.ended_class": _style(
        gettext_noop("The class has ended, so its enrollments end with it. Rows: %(count)d.")
    ),
    "oneroster.relation.role": _style(
        gettext_noop("This person is named as family but has another role. No relation was taken. Rows: %(count)d.")
    ),
    "oneroster.relation.rights": _notice(
        gettext_noop("Relations were taken as contacts only. A roster never says who may decide; record that by hand.")
    ),
    # What the district's own records say to it.
    "oneroster.school.code": _error(
        gettext_noop("Another school here already has the code “%(code)s”. Give each school a code of its own.")
    ),
    "oneroster.student.birth_date": _notice(
        gettext_noop(
            "The student has no birth date, so no plan can take effect yet. Send it in demographics.csv, or let the"
            " case manager add it."
        )
    ),
    "oneroster.student.no_school": _error(
        gettext_noop("The student is at no school, so nobody could find them. Add a school to the student's record.")
    ),
    "oneroster.student.grade": _style(
        gettext_noop("The student has no grade and was taken as ungraded until the source sends one. Rows: %(count)d.")
    ),
    "oneroster.student.long_id": _error(
        gettext_noop("The student's local id is longer than %(limit)d characters. Shorten it in the source.")
    ),
    "oneroster.student.same_id": _error(
        gettext_noop("Another student has this local id already. Give each student an id of their own.")
    ),
    "oneroster.student.taken": _error(
        gettext_noop("Another row of this source already stands for this student. Remove one of the two.")
    ),
    "oneroster.student.other_person": _error(
        gettext_noop(
            "This id belongs to a student with another name, and no birth date shows that both are one person. Give a"
            " new student a new id, or correct the name on the student's page."
        )
    ),
    "oneroster.student.past": _remark(
        gettext_noop("The student's time at the school is over, so they were taken as having left. Rows: %(count)d.")
    ),
    "oneroster.staff.email": _style(
        gettext_noop("A colleague without an e-mail address cannot sign in and was left aside. Rows: %(count)d.")
    ),
    "oneroster.staff.closed": _error(
        gettext_noop("The account with this e-mail address is closed. Open it again first, or correct the address.")
    ),
    "oneroster.staff.other_email": _remark(
        gettext_noop("The source has another e-mail address now. A sign-in never moves by import. Rows: %(count)d.")
    ),
    "oneroster.staff.by_hand": _remark(
        gettext_noop("Posts that open many records are given by hand on the page People. Rows: %(count)d.")
    ),
    "oneroster.staff.place": _style(
        gettext_noop("The colleague works in a place that is no school here, so no post was made. Rows: %(count)d.")
    ),
    "oneroster.staff.past": _remark(
        gettext_noop("All posts of the colleague are over, so they were left aside. Rows: %(count)d.")
    ),
    "oneroster.family.kept": _remark(
        gettext_noop("A contact with rights or an account stays as it is; change it by hand. Rows: %(count)d.")
    ),
    "oneroster.teams.delta": _notice(
        gettext_noop("Changes alone do not say who teaches whom. Send a full list to bring the teams up to date.")
    ),
    # Questions: nothing is changed until a person says yes.
    "oneroster.ask.removals": _error(
        gettext_noop("%(ended)d of %(active)d students would be marked as having left. If that is right, accept it.")
    ),
    "oneroster.ask.errors": _error(
        gettext_noop("%(refused)d of %(rows)d rows cannot be taken. Look at the report. To go on without, accept it.")
    ),
    "oneroster.ask.unnamed": _error(
        gettext_noop(
            "This set names no system. If the one before came from another, its %(ended)d students are not gone: bring "
            "this in with a name instead (command: --source NAME). If not, accept it."
        )
    ),
    "oneroster.ask.students": _error(
        gettext_noop(
            "%(refused)d of the %(students)d students in this set cannot be taken and would be left out. The report "
            "says why. If the others should come in without them, accept it."
        )
    ),
    "oneroster.ask.places": _error(
        gettext_noop("None of the schools in this set is known here. If they are of this district, accept it.")
    ),
    "oneroster.ask.older": _error(
        gettext_noop("This set is older than the last one applied. If it should be applied all the same, accept it.")
    ),
    "oneroster.report.full": _notice(
        gettext_noop("There are more problems than this report shows (%(count)d in all). Correct these first.")
    ),
}

# Words of ours inside a sentence; every other word comes from the package and stays as it is.
_TRANSLATED = frozenset({"kind", "delimiter"})


def sentence(rule: str, words: Mapping[str, str | int], translate: Callable[[str], str]) -> str:
    """What the rule says, in the reader's language; a rule of an earlier program is named by its id."""
    if rule not in RULES:
        return rule
    said = {name: translate(str(word)) if name in _TRANSLATED else word for name, word in words.items()}
    return translate(RULES[rule].message) % said
