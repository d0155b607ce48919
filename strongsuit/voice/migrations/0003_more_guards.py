"""What else these tables refuse by themselves: a step in the student's name by another hand, a way past the meeting."""

from django.db import migrations

from strongsuit.audit.guards import Guard

ROUTE = (
    "COALESCE((SELECT route FROM voice_voicestep WHERE item_id = NEW.item_id AND step = 'routed' "
    "ORDER BY number DESC LIMIT 1), '')"
)
# 0 is no account: no row has it.
ACCOUNT = "COALESCE((SELECT account_id FROM students_student WHERE id = NEW.student_id), 0)"
SHARED = (
    "EXISTS (SELECT 1 FROM voice_voicestep WHERE item_id = NEW.item_id AND after NOT IN ('private', 'withdrawn'))"
)
DUE = (
    "COALESCE((SELECT due_on FROM voice_voicestep WHERE item_id = NEW.item_id AND due_on IS NOT NULL "
    "ORDER BY number DESC LIMIT 1), NEW.heard_on)"
)
HEARD = "(SELECT heard_on FROM voice_voiceitem WHERE id = NEW.item_id)"
STEP = "voice_voicestep"


def refuse(name: str, message: str, when: str) -> Guard:
    return Guard(f"{name}_{STEP}", STEP, ("INSERT",), f"{STEP}: {message}", when)


class Migration(migrations.Migration):
    dependencies = [("voice", "0002_guards"), ("students", "0002_guards")]

    operations = [
        refuse(
            "own_hand", "a step of the student is taken by the student",
            f"NEW.\"group\" = 'student' AND COALESCE(NEW.by_id, 0) <> {ACCOUNT}",
        ),
        refuse(
            "spoken_for", "a family takes back only for a child without an account",
            f"NEW.step = 'withdrawn' AND NEW.\"group\" = 'family' AND {ACCOUNT} <> 0",
        ),
        refuse(
            "talked_about", "what waits for a meeting is talked about first",
            f"NEW.step = 'decided' AND NEW.before = 'routed' AND {ROUTE} IN ('', 'agenda')",
        ),
        refuse(
            "stays_with_lead", "what was put off twice stays with the lead",
            f"NEW.step = 'routed' AND {ROUTE} = 'lead'",
        ),
        refuse(
            "brought_back", "only the student brings back what was taken back, and only what was shared",
            f"NEW.step = 'reopened' AND NEW.before = 'withdrawn' AND (NEW.\"group\" <> 'student' OR NOT {SHARED})",
        ),
        refuse(
            "into_confirmed", "what the student confirmed does not go into what nobody confirmed",
            "NEW.step = 'merged' AND NEW.before <> 'heard' AND "
            "(SELECT state FROM voice_voicestanding WHERE item_id = NEW.into_id) = 'heard'",
        ),
        Guard(
            "clock_voice_voicestanding", "voice_voicestanding", ("UPDATE",), "voice_voicestanding: the clock runs on",
            f"NEW.heard_on <> {HEARD} OR NEW.due_on <> {DUE}",
        ),
    ]  # fmt: skip
