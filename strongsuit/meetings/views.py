"""Pages about meetings: planning and recording for the team, answering and signing for the family."""

from datetime import timedelta

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from strongsuit.knowledge.terms import PlanState
from strongsuit.meetings import actions, forms, queries
from strongsuit.meetings.attending import Unexplained, noticed, unexplained
from strongsuit.meetings.deciding import decided, decided_without_agreement, may_decide, planned_late
from strongsuit.meetings.inviting import left_out, missing_seats, staying
from strongsuit.meetings.models import Meeting, Signature
from strongsuit.meetings.queries_preview import unseen
from strongsuit.meetings.views_preview import READS_ALL
from strongsuit.people.steps import stepped_up
from strongsuit.plans.queries import current_plan, open_draft
from strongsuit.plans.rating_forms import HELPS
from strongsuit.plans.rating_queries import seen_differently
from strongsuit.students.access import student_for
from strongsuit.voice.queries import unanswered
from strongsuit.web import clock
from strongsuit.web.inputs import whole
from strongsuit.web.refusals import Cannot, NotYours, Stale

FAMILY = {"guardian", "informed", "adult_self"}
NOTICE_DAYS = 5
# The way to join stands on the family's page while a meeting is going on.
ONE_DAY = timedelta(days=1)
MOVED_ON = gettext_lazy("Somebody changed this meeting a moment ago. Look again, then repeat it.")


def meetings(request, pk):
    """All meetings of a student, and a form to plan the next one."""
    student = student_for(request.user, pk, "meeting.read")
    if student.relation in FAMILY | {"self"}:
        raise NotYours
    return render(request, "meetings/meetings.html", list_page(request, student))


def list_page(request, student, form=None):
    """``?held`` turns the form for a meeting to come into the one for a meeting that was held already."""
    found = list(queries.meetings_of(student)[:50])
    past = [m for m in found if m.state != Meeting.State.PLANNED]
    draft = open_draft(student)
    due = queries.review_due(student)
    was_held = "held" in (request.POST or request.GET)
    form = form or forms.MeetingForm(initial={"kind": likely_kind(student, draft), "minutes": 60, "version": 0})
    if was_held:
        form.fields["purpose"].label = _("What was talked about?")
    return {
        "student": student,
        "planned": [m for m in found if m.state == Meeting.State.PLANNED],
        "past": past,
        "draft": draft,
        "to_name": queries.meeting_to_name(draft, past),
        "now": clock.now(),
        "was_held": was_held,
        # Once the next plan was decided at its meeting, the review of this one is done.
        "review_due": None if draft is not None and draft.meeting_held else due,
        "today": clock.today(),
        "form": form,
        "may_write": "meeting.write" in student.abilities,
    }


def likely_kind(student, draft):
    if draft is not None:
        return draft.kind
    return Meeting.Kind.ANNUAL if queries.adopted_plan(student) else Meeting.Kind.INITIAL


@require_POST
def plan(request, pk):
    student = student_for(request.user, pk, "meeting.write")
    form = forms.MeetingForm(request.POST)
    if form.is_valid():
        try:
            meeting = actions.plan_meeting(by=request.user, student=student, **values(form, "kind"))
        except Cannot as problem:
            form.add_error("day", str(problem))
        else:
            messages.success(request, planned_words(meeting))
            return redirect("meetings:meeting", pk=meeting.pk)
    return render(request, "meetings/meetings.html", list_page(request, student, form), status=422)


def planned_words(meeting):
    if meeting.starts_at <= clock.now():
        return _("The meeting is entered. Next: record below who came and what was decided.")
    return _("The meeting is planned, and team and family are on the list. Next: send the notice.")


def values(form, *more):
    names = ("starts_at", "minutes", "place", "purpose", *more)
    return {name: form.cleaned_data[name] for name in names}


def meeting(request, pk):
    """One meeting: who is invited and what they answered; notice, changes, the record."""
    found = queries.meeting_to_attend(request.user, pk)
    if found.student.relation in FAMILY | {"self"}:
        return redirect("meetings:family", pk=found.student_id)
    return render(request, "meetings/meeting.html", meeting_page(request.user, found))


def meeting_page(viewer, found, opened="", **filled):
    people = list(queries.invited(found))
    starts = timezone.localtime(found.starts_at)
    days = (clock.day(found.starts_at) - clock.today()).days
    begun = found.starts_at <= clock.now()
    draft = open_draft(found.student)
    planned = found.state == Meeting.State.PLANNED
    may_write = "meeting.write" in found.student.abilities
    own = next((person for person in people if person.account_id == viewer.pk), None)
    may_remove = may_write and planned and not (begun and found.notice_sent_on)
    due = queries.review_due(found.student)
    deciding = may_decide(found, draft)
    return {
        "student": found.student,
        "meeting": found,
        "people": people,
        "draft": draft,
        "decided": decided(found, draft),
        "may_decide": deciding,
        "without_agreement": decided_without_agreement(found),
        "unnoticed": planned and begun and not noticed(found),
        "decide": decide_form(found, people) if deciding else None,
        "review_due": due if may_write and planned_late(found, draft, due) else None,
        "left_out": left_out(found) if may_write and planned else (),
        "begun": begun,
        "unanswered": unanswered(found.student, before=found.starts_at).count() if planned and may_write else 0,
        "unseen": unseen(found) if planned and found.student.abilities >= READS_ALL else None,
        "differing": differing(found) if planned else [],
        "missing": missing_seats(found, people) if planned else (),
        "short_notice": planned and not begun and found.notice_sent_on is None and days < NOTICE_DAYS,
        "notice_days": NOTICE_DAYS,
        "may_write": may_write,
        # Who was only asked to come reads of the time and the people.
        "may_read_record": "meeting.read" in found.student.abilities,
        "may_remove": may_remove,
        "staying": staying(found, people) if may_remove else (),
        "own": own,
        "answer": answer_form(own) if planned and not begun else None,
        "move": forms.MeetingForm(
            initial={
                "kind": found.kind, "day": starts.date(), "time": starts.time(), "minutes": found.minutes,
                "place": found.place, "purpose": found.purpose, "version": found.version,
            }
        ),
        "add": forms.AddForm(auto_id="add-%s"),
        "held": forms.HeldForm(people=people, initial={"version": found.version, "agreed": "yes"}),
        "move_open": opened == "move",
        "add_open": opened == "add",
        **filled,
    }  # fmt: skip


def differing(found):
    """The supports that student and adults see very differently: what each says of the help, in words."""
    words = dict(HELPS)
    return [
        (each, words[str(each.rating.help)], [(view.by_name, words[str(view.help)]) for view in each.apart])
        for each in seen_differently(found.student, clock.today())
    ]


@require_POST
def move(request, pk):
    found = queries.meeting_for(request.user, pk, "meeting.write")
    form = forms.MeetingForm(request.POST)
    form.fields["kind"].required = False
    if form.is_valid():
        try:
            actions.move_meeting(
                by=request.user, meeting=found, version=form.cleaned_data["version"] or 0, **values(form)
            )
        except Cannot as problem:
            form.add_error(None, str(problem))
        else:
            return redirect("meetings:meeting", pk=found.pk)
    return render(
        request, "meetings/meeting.html", meeting_page(request.user, found, move=form, opened="move"), status=422
    )


def plain_deed(action, done):
    """A deed without a form: its version, its sentence, and back to the meeting."""

    @require_POST
    def view(request, pk):
        found = queries.meeting_for(request.user, pk, "meeting.write")
        try:
            action(by=request.user, meeting=found, version=whole(request.POST.get("version")))
        except Stale:
            messages.error(request, MOVED_ON)
        except Cannot as problem:
            messages.error(request, str(problem))
        else:
            messages.success(request, done())
        return redirect("meetings:meeting", pk=found.pk)

    return view


notice = plain_deed(actions.send_notice, lambda: _("The notice is out. Everybody with an address here is told."))
call_off = plain_deed(actions.call_off, lambda: _("The meeting is called off."))


def decide_form(meeting, people, posted=None):
    """Asks only for what the record of this meeting still lacks."""
    form = forms.DecideForm(posted, initial={"version": meeting.version}, auto_id="decide-%s")
    words = {"family_tried": meeting.family_tried, "stayed_away": meeting.stayed_away}
    lacking = set(unexplained(meeting, people, **words, unheard_because="")) | (
        {"agreed"} if meeting.agreed is False else set()
    )
    for name in {"agreed", *words} - lacking:
        del form.fields[name]
    return form


@require_POST
def decide(request, pk):
    found = queries.meeting_for(request.user, pk, "meeting.write")
    form = decide_form(found, queries.invited(found), request.POST)
    if form.is_valid():
        try:
            actions.decide_draft(by=request.user, meeting=found, **form.cleaned_data)
        except Unexplained as problem:
            say_no(form, problem)
        except Cannot as problem:
            messages.error(request, MOVED_ON if isinstance(problem, Stale) else str(problem))
            return redirect("meetings:meeting", pk=found.pk)
        else:
            messages.success(request, _("The draft knows now that it was decided at this meeting."))
            return redirect("meetings:meeting", pk=found.pk)
    return render(request, "meetings/meeting.html", meeting_page(request.user, found, decide=form), status=422)


def say_no(form, problem):
    """Beside the field it is about, where there is one."""
    known = problem.problems if isinstance(problem, Unexplained) else {None: str(problem)}
    for name, words in known.items():
        form.add_error(name if name in form.fields else None, words)


@require_POST
def record(request, pk):
    found = queries.meeting_for(request.user, pk, "meeting.write")
    form = forms.HeldForm(request.POST, people=queries.invited(found))
    if form.is_valid():
        try:
            found = actions.record_meeting(by=request.user, meeting=found, **form.cleaned_data)
        except Cannot as problem:
            say_no(form, problem)
        else:
            messages.success(request, recorded_words(found))
            return redirect("meetings:meeting", pk=found.pk)
    return render(request, "meetings/meeting.html", meeting_page(request.user, found, held=form), status=422)


def recorded_words(meeting):
    if decided(meeting, open_draft(meeting.student)):
        return _("The meeting is recorded, and the draft knows its day.")
    if meeting.agreed is False:
        return _("The meeting is recorded. The draft stays open until the plan is decided.")
    return _("The meeting is recorded.")


def family(request, pk):
    """The family's meetings: answer an invitation; read the plan and sign."""
    student = student_for(request.user, pk, "meeting.read")
    if student.relation not in FAMILY:
        raise NotYours
    return render(request, "meetings/family.html", family_page(request, student))


def family_page(request, student, **filled):
    coming = queries.meetings_of(student).filter(state=Meeting.State.PLANNED, starts_at__gt=clock.now() - ONE_DAY)
    planned = list(coming.order_by("starts_at"))
    invitations = [(found, queries.invitation_of(request.user, found)) for found in planned[:3]]
    plan = queries.adopted_plan(student)
    own = list(queries.signatures_of(plan).filter(account=request.user)) if plan else []
    refused = filled.pop("answer_form", None)
    return {
        "student": student,
        "planned": planned,
        "invitations": [
            (found, invitation, refused if refused and refused.of == invitation.pk else answer_form(invitation))
            for found, invitation in invitations
            if invitation
        ],
        "past": list(queries.meetings_of(student).exclude(state=Meeting.State.PLANNED)[:10]),
        "plan": plan,
        "may_ask": "plan.ask" in student.abilities and readable(student),
        "signatures": own,
        "may_sign": plan is not None and "meeting.sign" in student.abilities and not own,
        "form": forms.SignForm(initial={"sha256": plan.frozen.sha256}) if plan else None,
        **filled,
    }


def readable(student):
    """Whether the family's page of the plan shows one that can be asked about."""
    draft = open_draft(student)
    return current_plan(student, clock.today()) is not None or (draft is not None and draft.state == PlanState.PROPOSED)


def answer_form(invitation, posted=None):
    if invitation is None:
        return None
    initial = {"version": invitation.version, "answer": invitation.answer, "wish": invitation.wish}
    form = forms.AnswerForm(posted, initial=initial, auto_id=f"answer-{invitation.pk}-%s")
    form.of = invitation.pk
    return form


@require_POST
def answer(request, pk):
    """One's own invitation, answered by the family on their page and by the staff on the page of the meeting."""
    found = queries.meeting_to_attend(request.user, pk)
    invitation = queries.invitation_of(request.user, found)
    if invitation is None:
        raise NotYours
    invitation.student, invitation.meeting = found.student, found
    at_home = found.student.relation in FAMILY | {"self"}
    back = redirect("meetings:family", pk=found.student_id) if at_home else redirect("meetings:meeting", pk=found.pk)
    if found.state != Meeting.State.PLANNED:
        messages.error(request, _("This meeting is over or was called off. It needs no answer any more."))
        return back
    form = answer_form(invitation, request.POST)
    if form.is_valid():
        try:
            actions.answer_invitation(by=request.user, invitation=invitation, **form.cleaned_data)
        except Cannot as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, _("Thank you. The team sees your answer."))
            return back
    if not at_home:
        return render(request, "meetings/meeting.html", meeting_page(request.user, found, answer=form), status=422)
    return render(request, "meetings/family.html", family_page(request, found.student, answer_form=form), status=422)


def plan_to_sign(request, pk):
    student = student_for(request.user, pk, "meeting.sign", part="plan")
    plan = queries.adopted_plan(student)
    if student.relation not in FAMILY or plan is None:
        raise NotYours
    plan.student = student
    return student, plan


@require_POST
@stepped_up(plan_to_sign)
def sign(request, student, plan):
    """The family's signature under the plan in effect."""
    form = forms.SignForm(request.POST)
    if form.is_valid():
        found = form.cleaned_data | {"meaning": Signature.Meaning(form.cleaned_data["meaning"])}
        try:
            actions.sign_plan(by=request.user, plan=plan, **found)
        except Cannot as problem:
            form.add_error("understood", str(problem))
        else:
            messages.success(request, _("Your signature is kept with the plan. Thank you."))
            return redirect("meetings:family", pk=student.pk)
    return render(request, "meetings/family.html", family_page(request, student, form=form), status=422)
