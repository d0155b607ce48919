"""What a student said goes its way step by step; code and tables refuse every other order."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from strongsuit.audit.models import Entry
from strongsuit.knowledge.terms import Group
from strongsuit.knowledge.voice import OPEN, Outcome, Reaction, Route, Source, State, Step, after
from strongsuit.students.models import Student
from strongsuit.voice import actions, queries
from strongsuit.voice.models import VoiceItem, VoiceStanding, VoiceStep
from strongsuit.web.refusals import Cannot, NotYours
from tests.cast import TODAY

LATER = TODAY + timedelta(days=10)
WHY = "The team sees that quiet helps her think."


@pytest.fixture
def said(cast):
    return hear(cast)


def hear(cast, by=None, **values):
    found = {"words": "i wish i had a qiuet place", "source": Source.BUTTON, "once": uuid4()} | values
    item = actions.hear(by=by or cast.maya.account, student=cast.maya, **found)
    item.student = cast.maya
    return item


def state(item):
    return VoiceStanding.objects.get(item=item).state


def decide(by, item, **values):
    found = {"outcome": Outcome.YES, "why": WHY, "by_when": LATER, "owner": "Ms. Ruiz", "once": uuid4()} | values
    return actions.decide(by=by, item=item, **found)


def route(by, item, to=Route.AGENDA, **values):
    return actions.route(by=by, item=item, once=uuid4(), to=to, **values)


def test_the_whole_way(cast, said):
    assert (state(said), said.words) == (State.CONFIRMED, "i wish i had a qiuet place")
    route(cast.ruiz, said)
    actions.discuss(by=cast.ruiz, item=said, once=uuid4())
    decide(cast.ruiz, said)
    actions.tell(by=cast.ruiz, item=said, once=uuid4(), words="Yes. You get the corner by the window.")
    actions.react(by=cast.maya.account, item=said, once=uuid4(), reaction=Reaction.OK)
    voiced = queries.item_for(cast.maya.account, said.pk)
    assert voiced.state == State.ANSWERED
    assert [step.number for step in voiced.steps] == [1, 2, 3, 4, 5, 6]
    assert voiced.answer.told.startswith("Yes.")
    assert voiced.reaction.reaction == Reaction.OK
    assert Entry.objects.filter(target="voice.VoiceStep", student=cast.maya.pk).exclude(fingerprint="").count() == 6


def test_what_an_adult_heard_waits_for_the_students_yes(cast):
    item = hear(cast, by=cast.okafor, source=Source.HALLWAY)
    assert state(item) == State.HEARD
    with pytest.raises(Cannot):
        route(cast.ruiz, item)
    with pytest.raises(Cannot):
        actions.confirm(by=cast.okafor, item=item, once=uuid4(), why="yes")
    actions.confirm(by=cast.maya.account, item=item, once=uuid4())
    assert state(item) == State.CONFIRMED


def test_the_same_source_never_makes_two(cast):
    one = hear(cast, source=Source.RATING, source_key="rating:7")
    assert hear(cast, source=Source.RATING, source_key="rating:7").pk == one.pk
    once = uuid4()
    assert hear(cast, once=once).pk == hear(cast, once=once).pk


def test_private_words_are_the_students_alone_until_shared(cast):
    item = hear(cast, shared=False)
    with pytest.raises(NotYours):
        queries.item_for(cast.ruiz, item.pk)
    with pytest.raises(NotYours):
        route(cast.ruiz, item)
    actions.share(by=cast.maya.account, item=item, once=uuid4())
    assert queries.item_for(cast.ruiz, item.pk).state == State.CONFIRMED


def test_an_agenda_item_is_decided_after_it_was_talked_about(cast, said):
    route(cast.ruiz, said)
    with pytest.raises(Cannot):
        decide(cast.ruiz, said)
    actions.discuss(by=cast.ruiz, item=said, once=uuid4())
    decide(cast.ruiz, said)


def test_solving_at_once_needs_the_students_ok(cast, said):
    with pytest.raises(Cannot):
        route(cast.ruiz, said, Route.SOLVE_NOW)
    route(cast.ruiz, said, Route.SOLVE_NOW, agreed=True)
    decide(cast.ruiz, said)
    assert state(said) == State.DECIDED


@pytest.mark.parametrize("lacking", [{"why": "Because."}, {"owner": ""}, {"by_when": TODAY - timedelta(days=1)}])
def test_a_decision_says_who_why_and_by_when(cast, said, lacking):
    route(cast.ruiz, said, Route.SOLVE_NOW, agreed=True)
    with pytest.raises(Cannot):
        decide(cast.ruiz, said, **lacking)
    assert state(said) == State.ROUTED


def put_off(cast, item):
    route(cast.ruiz, item, Route.SOLVE_NOW, agreed=True)
    decide(cast.ruiz, item, outcome=Outcome.LATER)
    actions.tell(by=cast.ruiz, item=item, once=uuid4(), words="Later. We look again in ten days.")
    actions.reopen(by=cast.ruiz, item=item, once=uuid4(), why="The day has come to look again.")
    route(cast.ruiz, item, Route.SOLVE_NOW, agreed=True)


def test_later_is_said_once_and_then_the_lead_answers(cast, said):
    put_off(cast, said)
    decide(cast.ruiz, said, outcome=Outcome.LATER)
    standing = VoiceStanding.objects.get(item=said)
    assert (standing.state, standing.route) == (State.ROUTED, Route.LEAD)
    with pytest.raises(NotYours):
        decide(cast.ruiz, said)
    with pytest.raises(Cannot):
        decide(cast.chen, said, outcome=Outcome.LATER)
    decide(cast.chen, said, outcome=Outcome.NO)
    assert state(said) == State.DECIDED


def test_only_the_student_takes_it_back(cast, said):
    for person in (cast.ruiz, cast.okafor, cast.chen):
        with pytest.raises(NotYours):
            actions.withdraw(by=person, item=said, once=uuid4(), why=WHY)
    with pytest.raises(Cannot):
        actions.withdraw(by=cast.rosa, item=said, once=uuid4(), why=WHY)
    actions.withdraw(by=cast.maya.account, item=said, once=uuid4())
    assert state(said) == State.WITHDRAWN
    actions.reopen(by=cast.maya.account, item=said, once=uuid4())
    assert state(said) == State.CONFIRMED


def test_a_parent_takes_back_for_a_child_who_is_spoken_for_with_a_reason(cast, said):
    Student.objects.filter(pk=cast.maya.pk).update(account=None)
    said = VoiceItem.objects.get(pk=said.pk)
    with pytest.raises(Cannot):
        actions.withdraw(by=cast.rosa, item=said, once=uuid4())
    actions.withdraw(by=cast.rosa, item=said, once=uuid4(), why="She showed me she no longer wants it.")
    assert state(said) == State.WITHDRAWN


def test_somebody_writes_down_what_a_student_without_an_account_thinks_of_the_answer(cast, said):
    route(cast.ruiz, said, Route.SOLVE_NOW, agreed=True)
    decide(cast.ruiz, said, outcome=Outcome.NO)
    actions.tell(by=cast.ruiz, item=said, once=uuid4(), words="No, the room is taken.")
    ok = {"item": said, "reaction": Reaction.OK, "why": "She smiled and nodded at the card."}
    with pytest.raises(NotYours):
        actions.react(by=cast.ruiz, once=uuid4(), **ok)
    Student.objects.filter(pk=cast.maya.pk).update(account=None)
    ok["item"] = VoiceItem.objects.get(pk=said.pk)
    with pytest.raises(Cannot):
        actions.react(by=cast.ruiz, once=uuid4(), **ok | {"why": ""})
    actions.react(by=cast.ruiz, once=uuid4(), **ok)
    assert state(said) == State.ANSWERED


def test_what_was_private_stays_so_when_it_is_taken_back(cast):
    item = hear(cast, words="only mine", shared=False)
    actions.withdraw(by=cast.maya.account, item=item, once=uuid4())
    for person in (cast.ruiz, cast.rosa):
        with pytest.raises(NotYours):
            queries.item_for(person, item.pk)
    with pytest.raises(NotYours):
        actions.flag(by=cast.okafor, item=item, once=uuid4(), why="I saw it.")
    with pytest.raises(Cannot):
        actions.reopen(by=cast.maya.account, item=item, once=uuid4())
    assert queries.item_for(cast.maya.account, item.pk).item.words == "only mine"


def test_staff_never_bring_back_what_the_student_took_back(cast, said):
    actions.withdraw(by=cast.maya.account, item=said, once=uuid4())
    with pytest.raises(Cannot):
        actions.reopen(by=cast.ruiz, item=said, once=uuid4(), why="It matters to the team a lot.")
    with pytest.raises(DatabaseError):
        write(said, Step.REOPENED, "withdrawn", "confirmed", group=Group.SCHOOL)
    private = hear(cast, words="mine", shared=False)
    write(private, Step.WITHDRAWN, "private", "withdrawn")
    with pytest.raises(DatabaseError):
        write(private, Step.REOPENED, "withdrawn", "confirmed")


def test_what_was_put_off_twice_stays_with_the_lead(cast, said):
    write(said, Step.ROUTED, "confirmed", "routed", route=Route.LEAD)
    with pytest.raises(Cannot):
        route(cast.ruiz, said, Route.PERSON, owner="Mr. Okafor")
    with pytest.raises(NotYours):
        decide(cast.ruiz, said, outcome=Outcome.NO)
    with pytest.raises(DatabaseError):
        write(said, Step.ROUTED, "routed", "routed", route=Route.PERSON)
    decide(cast.chen, said, outcome=Outcome.NO)
    assert state(said) == State.DECIDED


def test_what_the_student_confirmed_does_not_go_into_what_nobody_confirmed(cast, said):
    noted = actions.hear(
        by=cast.okafor, student=cast.maya, words="quiet room", source=Source.HALLWAY, topic="lunch", once=uuid4()
    )
    with pytest.raises(Cannot):
        actions.merge(by=cast.ruiz, item=said, into=noted, once=uuid4())
    with pytest.raises(DatabaseError):
        write(said, Step.MERGED, "confirmed", "merged", into=noted, group=Group.SCHOOL)
    actions.merge(by=cast.ruiz, item=noted, into=said, once=uuid4())


def test_nobody_puts_a_row_in_its_place_or_moves_its_clock(cast, said):
    columns = ", ".join(f.column for f in VoiceItem._meta.concrete_fields)
    named = ", ".join("'x'" if f.column == "words" else f.column for f in VoiceItem._meta.concrete_fields)
    if connection.vendor == "sqlite":
        with pytest.raises(DatabaseError), transaction.atomic():
            raw(f"INSERT OR REPLACE INTO voice_voiceitem ({columns}) SELECT {named} FROM voice_voiceitem")
    for column in ("due_on", "heard_on"):
        with pytest.raises(DatabaseError), transaction.atomic():
            raw(f"UPDATE voice_voicestanding SET {column} = '2030-01-01'")
    assert VoiceItem.objects.get().words == said.words


def test_merging_keeps_both_texts_and_histories(cast, said):
    other = hear(cast, words="too loud at lunch")
    actions.merge(by=cast.ruiz, item=other, into=said, once=uuid4())
    assert {item.words for item in VoiceItem.objects.all()} == {"i wish i had a qiuet place", "too loud at lunch"}
    assert VoiceStep.objects.get(item=other, step=Step.MERGED).into == said
    with pytest.raises(Cannot):
        actions.merge(by=cast.ruiz, item=said, into=said, once=uuid4())
    with pytest.raises(Cannot):
        actions.merge(by=cast.ruiz, item=said, into=other, once=uuid4())


def test_ask_again_opens_it_anew_with_a_new_clock(cast, said):
    route(cast.ruiz, said, Route.SOLVE_NOW, agreed=True)
    decide(cast.ruiz, said, outcome=Outcome.NO)
    actions.tell(by=cast.ruiz, item=said, once=uuid4(), words="No, the room is taken.")
    actions.react(by=cast.maya.account, item=said, once=uuid4(), reaction=Reaction.ASK_AGAIN)
    assert state(said) == State.CONFIRMED
    assert [step.step for step in queries.item_for(cast.ruiz, said.pk).steps][-2:] == [Step.REACTED, Step.REOPENED]


def test_a_no_of_last_year_that_is_asked_again_says_that_it_is_one(cast, said):
    route(cast.ruiz, said, Route.SOLVE_NOW, agreed=True)
    decide(cast.ruiz, said, outcome=Outcome.NO)
    actions.tell(by=cast.ruiz, item=said, once=uuid4(), words="No, the room is taken.")
    this_year, next_year = TODAY - timedelta(days=90), TODAY + timedelta(days=1)
    assert queries.item_for(cast.ruiz, said.pk).source(next_year) == Source.BUTTON
    actions.reopen(by=cast.maya.account, item=said, once=uuid4())
    found = queries.item_for(cast.ruiz, said.pk)
    assert (found.source(this_year), found.source(next_year)) == (Source.BUTTON, Source.LAST_YEAR)


def test_a_matter_of_safety_is_read_by_two_and_is_on_no_agenda(cast, said):
    actions.flag(by=cast.okafor, item=said, once=uuid4(), why="She said somebody hurts her.")
    for person in (cast.okafor, cast.silva, cast.rosa):
        with pytest.raises(NotYours):
            queries.item_for(person, said.pk)
    assert queries.item_for(cast.ruiz, said.pk).standing.safety
    cast.maya.relation, cast.maya.abilities = "case_manager", frozenset({"voice.safety"})
    assert queries.for_agenda(cast.maya) == []
    actions.unflag(by=cast.ruiz, item=said, once=uuid4(), why="She told of a film that she saw.")
    assert not queries.item_for(cast.okafor, said.pk).standing.safety


@pytest.mark.parametrize("model", [VoiceItem, VoiceStep, VoiceStanding])
def test_no_way_removes_or_rewrites_it(cast, said, model):
    table = model._meta.db_table
    column = {"voice_voiceitem": "words", "voice_voicestep": "why", "voice_voicestanding": "state"}[table]
    for deed in (
        lambda: model.objects.all().delete(),
        lambda: model.objects.update(**{column: "told"}),
        lambda: raw(f"DELETE FROM {table}"),
        lambda: raw(f"UPDATE {table} SET {column} = 'told'"),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            deed()
    assert (model.objects.count(), state(said)) == (1, State.CONFIRMED)


def raw(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)


def write(item, step, before, state, **more):
    """A step as somebody would write it who goes past the actions."""
    number = more.pop("number", VoiceStep.objects.filter(item=item).count() + 1)
    found = {"why": "w", "by_when": LATER, "outcome": Outcome.YES, "route": Route.PERSON, "reaction": Reaction.OK}
    found["by_id"] = item.student.account_id if more.get("group", Group.STUDENT) == Group.STUDENT else None
    found |= {"told": "t", "group": Group.STUDENT, "by_name": "x", "on": TODAY, "at": item.heard_at, "once": uuid4()}
    with transaction.atomic():
        return VoiceStep.objects.create(
            district_id=item.district_id, student_id=item.student_id, item=item, number=number, step=step,
            before=before, after=state, **found | more,
        )  # fmt: skip


def test_the_tables_refuse_what_the_actions_would(cast, said):
    other = hear(cast, words="another")
    wrong = [
        (Step.DECIDED, "confirmed", "decided", {}),
        (Step.TOLD, "confirmed", "told", {}),
        (Step.ROUTED, "discussed", "routed", {}),
        (Step.ROUTED, "confirmed", "told", {}),
        (Step.ROUTED, "confirmed", "routed", {"number": 5}),
        (Step.ROUTED, "confirmed", "routed", {"number": 1}),
        (Step.ROUTED, "confirmed", "routed", {"route": ""}),
        (Step.WITHDRAWN, "confirmed", "withdrawn", {"group": Group.SCHOOL}),
        (Step.WITHDRAWN, "confirmed", "withdrawn", {"group": Group.FAMILY, "why": ""}),
        (Step.WITHDRAWN, "confirmed", "withdrawn", {"group": Group.FAMILY}),
        (Step.WITHDRAWN, "confirmed", "withdrawn", {"by_id": cast.ruiz.pk}),
        (Step.MERGED, "confirmed", "merged", {}),
        (Step.MERGED, "confirmed", "merged", {"into": said}),
    ]
    for step, before, state_, more in wrong:
        with pytest.raises(DatabaseError):
            write(said, step, before, state_, **more)
    write(said, Step.ROUTED, "confirmed", "routed", route=Route.AGENDA)
    with pytest.raises(DatabaseError):
        write(said, Step.DECIDED, "routed", "decided")
    write(said, Step.ROUTED, "routed", "routed")
    for lacking in ({"why": ""}, {"by_when": None}, {"outcome": ""}, {"by_name": ""}):
        with pytest.raises(DatabaseError):
            write(said, Step.DECIDED, "routed", "decided", **lacking)
    write(said, Step.DECIDED, "routed", "decided", outcome=Outcome.LATER)
    write(said, Step.TOLD, "decided", "told")
    write(said, Step.REOPENED, "told", "confirmed")
    write(said, Step.ROUTED, "confirmed", "routed")
    with pytest.raises(DatabaseError):
        write(said, Step.DECIDED, "routed", "decided", outcome=Outcome.LATER)
    with pytest.raises(DatabaseError):
        write(other, Step.MERGED, "confirmed", "merged", into=None)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.sampled_from([step for step in Step if step != Step.HEARD]), max_size=12))
def test_random_steps_go_where_the_table_says_and_nowhere_else(cast, steps):
    item, other = hear(cast, once=uuid4()), hear(cast, once=uuid4(), words="another")
    now, later_said = State.CONFIRMED, False
    for step in steps:
        expected = after(now, step)
        more = {"into": other} if step == Step.MERGED else {}
        if expected is None:
            with pytest.raises(DatabaseError):
                write(item, step, now, State.ROUTED, **more)
            continue
        if step == Step.DECIDED:
            more["outcome"] = Outcome.YES if later_said else Outcome.LATER
            later_said = True
        write(item, step, now, expected, **more)
        now = expected
        assert state(item) == now
    assert queries.waiting(cast.maya) >= (now in OPEN) + 1


def test_the_same_form_twice_is_one_step(cast, said):
    once = uuid4()
    for _time in range(2):
        actions.route(by=cast.ruiz, item=said, once=once, to=Route.AGENDA)
    assert VoiceStep.objects.filter(item=said, step=Step.ROUTED).count() == 1


def test_another_childs_item_is_not_there(cast, said):
    for person in (cast.stranger, cast.outsider, cast.admin):
        with pytest.raises(NotYours):
            queries.item_for(person, said.pk)
