"""What these tables refuse by themselves: another order of steps, a changed word, a removed line."""

from django.db import migrations

from strongsuit.audit.guards import Effect, Guard, append_only, same_district, same_student

# Every step as (state before, step, state after); the copy of knowledge/voice.py as it was when this was written.
FIRST = ("private", "heard", "confirmed")
MOVES = (
    *(("", "heard", state) for state in FIRST),
    ("private", "shared", "confirmed"),
    ("heard", "confirmed", "confirmed"),
    *((state, "routed", "routed") for state in ("confirmed", "routed", "discussed")),
    *((state, "discussed", "discussed") for state in ("routed", "discussed")),
    *((state, "decided", "decided") for state in ("routed", "discussed")),
    ("decided", "told", "told"),
    *((state, "reacted", "answered") for state in ("told", "answered")),
    *((state, "reopened", "confirmed") for state in ("told", "answered", "withdrawn")),
    *(
        (state, "withdrawn", "withdrawn")
        for state in ("private", "heard", "confirmed", "routed", "discussed", "decided")
    ),
    *((state, "merged", "merged") for state in ("heard", "confirmed", "routed", "discussed")),
    *(
        (state, step, state)
        for step in ("flagged", "unflagged")
        for state in ("private", "heard", "confirmed", "routed", "discussed", "decided", "told", "answered")
    ),
)
ORDER = ", ".join(f"'{before}>{step}>{after}'" for before, step, after in MOVES)
NEWEST = "(SELECT MAX(number) FROM voice_voicestep WHERE item_id = NEW.item_id)"
STATE = f"(SELECT after FROM voice_voicestep WHERE item_id = NEW.item_id AND number = {NEWEST})"
ROUTE = (
    "(SELECT route FROM voice_voicestep WHERE item_id = NEW.item_id AND step = 'routed' ORDER BY number DESC LIMIT 1)"
)
FLAG = (
    "(SELECT step FROM voice_voicestep WHERE item_id = NEW.item_id AND step IN ('flagged', 'unflagged') "
    "ORDER BY number DESC LIMIT 1)"
)
SAME = "(SELECT student_id FROM voice_voiceitem WHERE id = NEW.into_id)"


class Migration(migrations.Migration):
    dependencies = [("voice", "0001_tables"), ("students", "0002_guards")]

    operations = [
        append_only("voice_voiceitem"),
        append_only("voice_voicestep"),
        *same_district("voice_voiceitem"),
        *same_district("voice_voicestep"),
        *same_district("voice_voicestanding"),
        *same_student("voice_voicestep", item_id="voice_voiceitem", into_id="voice_voiceitem"),
        *same_student("voice_voicestanding", item_id="voice_voiceitem"),
        Guard(
            "numbered_voice_voicestep",
            "voice_voicestep",
            ("INSERT",),
            "voice_voicestep: steps follow one another",
            f"NEW.number <> COALESCE({NEWEST}, 0) + 1 OR NEW.before <> COALESCE({STATE}, '')",
        ),
        Guard(
            "ordered_voice_voicestep",
            "voice_voicestep",
            ("INSERT",),
            "voice_voicestep: this step does not follow that state",
            f"(NEW.before || '>' || NEW.step || '>' || NEW.after) NOT IN ({ORDER})",
        ),
        Guard(
            "once_later_voice_voicestep",
            "voice_voicestep",
            ("INSERT",),
            "voice_voicestep: later is said once",
            "NEW.step = 'decided' AND NEW.outcome = 'later' AND EXISTS "
            "(SELECT 1 FROM voice_voicestep WHERE item_id = NEW.item_id AND step = 'decided' AND outcome = 'later')",
        ),
        Guard(
            "itself_voice_voicestep",
            "voice_voicestep",
            ("INSERT",),
            "voice_voicestep: an item is not put together with itself or with one that is closed",
            "NEW.into_id IS NOT NULL AND (NEW.into_id = NEW.item_id OR "
            "(SELECT state FROM voice_voicestanding WHERE item_id = NEW.into_id) "
            "NOT IN ('heard', 'confirmed', 'routed', 'discussed'))",
        ),
        Guard(
            "told_voice_voicestanding",
            "voice_voicestanding",
            ("INSERT", "UPDATE"),
            "voice_voicestanding: it stands where the newest step left it",
            f"NEW.state <> COALESCE({STATE}, '') OR NEW.route <> COALESCE({ROUTE}, '') "
            f"OR NEW.safety <> (COALESCE({FLAG}, '') = 'flagged')",
        ),
        Guard("kept_voice_voicestanding", "voice_voicestanding", ("DELETE",), "voice_voicestanding stays"),
        Effect(
            "stands_voice_voicestep",
            "voice_voicestep",
            "INSERT",
            "INSERT INTO voice_voicestanding (id, district_id, student_id, item_id, state, route, safety, heard_on, "
            "due_on) SELECT NEW.item_id, NEW.district_id, NEW.student_id, NEW.item_id, NEW.after, NEW.route, "
            "(NEW.step = 'flagged'), NEW.\"on\", COALESCE(NEW.due_on, NEW.\"on\") WHERE NEW.number = 1",
        ),
        Effect(
            "moves_voice_voicestep",
            "voice_voicestep",
            "INSERT",
            f"UPDATE voice_voicestanding SET state = NEW.after, route = COALESCE({ROUTE}, ''), "
            f"safety = (COALESCE({FLAG}, '') = 'flagged'), due_on = COALESCE(NEW.due_on, due_on) "
            "WHERE item_id = NEW.item_id AND NEW.number > 1",
        ),
    ]
