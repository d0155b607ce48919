"""Pages about meetings: planning and recording for the team, answering and signing for the family."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from strongsuit.meetings import actions, forms, queries
from strongsuit.meetings.models import Meeting, Signature
from strongsuit.people.steps import stepped_up
from strongsuit.plans.queries import open_draft
from strongsuit.students.access import student_for
from strongsuit.web import clock
from strongsuit.web.inputs import whole
from strongsuit.web.refusals import Cannot, NotYours, Stale

FAMILY = {"guardian", "informed", "adult_self"}
NOTICE_DAYS = 5


def meetings(request, pk):
    """All meetings of a student, and a form to plan the next one."""
    student = student_for(request.user, pk, "meeting.read")
    if student.relation in FAMILY | {"self"}:
        raise NotYours
    form = forms.MeetingForm(initial={"kind": "annual", "minutes": 60, "version": 0})
    return render(request, "meetings/meetings.html", list_page(student, form))


def list_page(student, form):
    found = list(queries.meetings_of(student)[:50])
    return {
        "student": student,
        "planned": [m for m in found if m.state == Meeting.State.PLANNED],
        "past": [m for m in found if m.state != Meeting.State.PLANNED],
        "form": form,
        "may_write": "meeting.write" in student.abilities,
    }


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
            messages.success(request, _("The meeting is planned and everybody is on the list. Next: send the notice."))
            return redirect("meetings:meeting", pk=meeting.pk)
    return render(request, "meetings/meetings.html", list_page(student, form), status=422)


def values(form, *more):
    names = ("starts_at", "minutes", "place", "purpose", *more)
    return {name: form.cleaned_data[name] for name in names}


def meeting(request, pk):
    """One meeting: who is invited and what they answered; notice, changes, the record."""
    found = queries.meeting_for(request.user, pk)
    if found.student.relation in FAMILY | {"self"}:
        return redirect("meetings:family", pk=found.student_id)
    return render(request, "meetings/meeting.html", meeting_page(found))


def meeting_page(found, **filled):
    people = list(queries.invited(found))
    starts = timezone.localtime(found.starts_at)
    days = (clock.day(found.starts_at) - clock.today()).days
    return {
        "student": found.student,
        "meeting": found,
        "people": people,
        "draft": open_draft(found.student),
        "begun": found.starts_at <= clock.now(),
        "short_notice": found.notice_sent_on is None and days < NOTICE_DAYS,
        "notice_days": NOTICE_DAYS,
        "may_write": "meeting.write" in found.student.abilities,
        "move": forms.MeetingForm(
            initial={
                "kind": found.kind, "day": starts.date(), "time": starts.time(), "minutes": found.minutes,
                "place": found.place, "purpose": found.purpose, "version": found.version,
            }
        ),
        "held": forms.HeldForm(people=people, initial={"version": found.version, "agreed": "yes"}),
        **filled,
    }  # fmt: skip


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
    return render(request, "meetings/meeting.html", meeting_page(found, move=form, opened="move"), status=422)


def plain_deed(action, done):
    """A deed without a form: its version, its sentence, and back to the meeting."""

    @require_POST
    def view(request, pk):
        found = queries.meeting_for(request.user, pk, "meeting.write")
        try:
            action(by=request.user, meeting=found, version=whole(request.POST.get("version")))
        except Stale:
            messages.error(request, _("Somebody changed this meeting a moment ago. Look again, then repeat it."))
        except Cannot as problem:
            messages.error(request, str(problem))
        else:
            messages.success(request, done())
        return redirect("meetings:meeting", pk=found.pk)

    return view


notice = plain_deed(actions.send_notice, lambda: _("The notice is out. Everybody with an address here is told."))
call_off = plain_deed(actions.call_off, lambda: _("The meeting is called off."))


@require_POST
def record(request, pk):
    found = queries.meeting_for(request.user, pk, "meeting.write")
    form = forms.HeldForm(request.POST, people=queries.invited(found))
    if form.is_valid():
        try:
            actions.record_meeting(by=request.user, meeting=found, **form.cleaned_data)
        except Cannot as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, _("The meeting is recorded."))
            return redirect("meetings:meeting", pk=found.pk)
    return render(request, "meetings/meeting.html", meeting_page(found, held=form, opened="held"), status=422)


def family(request, pk):
    """The family's meetings: answer an invitation; read the plan and sign."""
    student = student_for(request.user, pk, "meeting.read")
    if student.relation not in FAMILY:
        raise NotYours
    return render(request, "meetings/family.html", family_page(request, student))


def family_page(request, student, **filled):
    planned = list(queries.meetings_of(student).filter(state=Meeting.State.PLANNED).order_by("starts_at"))
    invitations = [(found, queries.invitation_of(request.user, found)) for found in planned[:3]]
    plan = queries.adopted_plan(student)
    own = list(queries.signatures_of(plan).filter(account=request.user)) if plan else []
    refused = filled.pop("answer_form", None)
    return {
        "student": student,
        "invitations": [
            (found, invitation, refused if refused and refused.of == invitation.pk else answer_form(invitation))
            for found, invitation in invitations
            if invitation
        ],
        "past": list(queries.meetings_of(student).exclude(state=Meeting.State.PLANNED)[:10]),
        "plan": plan,
        "signatures": own,
        "may_sign": plan is not None and "meeting.sign" in student.abilities and not own,
        "form": forms.SignForm(initial={"sha256": plan.frozen.sha256}) if plan else None,
        **filled,
    }


def answer_form(invitation, posted=None):
    if invitation is None:
        return None
    initial = {"version": invitation.version, "answer": invitation.answer, "wish": invitation.wish}
    form = forms.AnswerForm(posted, initial=initial, auto_id=f"answer-{invitation.pk}-%s")
    form.of = invitation.pk
    return form


@require_POST
def answer(request, pk):
    found = queries.meeting_for(request.user, pk)
    invitation = queries.invitation_of(request.user, found)
    if invitation is None:
        raise NotYours
    invitation.student = found.student
    form = answer_form(invitation, request.POST)
    if form.is_valid():
        try:
            actions.answer_invitation(by=request.user, invitation=invitation, **form.cleaned_data)
        except Cannot as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, _("Thank you. The team sees your answer."))
            return redirect("meetings:family", pk=found.student_id)
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
