"""What comes in about a student's team, family, record, and the reasons to open one; cleaned."""

from django import forms
from django.utils.translation import gettext_lazy as _

from strongsuit.knowledge.terms import Grade, ServiceType
from strongsuit.people.roles import Relation
from strongsuit.students.facts import classifications
from strongsuit.students.languages import language_choices
from strongsuit.students.models import PARTS, Guardian
from strongsuit.web import clock
from strongsuit.web.inputs import MOST_NUMBER, Choice, Day, Text, refuse_mere_word

FIRST_BIRTH = 1995
# What a guardian may do, as one choice: whoever decides may also see.
RIGHTS = {
    "decides": (_("May see the record and make decisions"), {"may_see_record": True, "may_decide": True}),
    "sees": (_("May see the record, but not decide"), {"may_see_record": True, "may_decide": False}),
    "none": (_("Neither: only a contact"), {"may_see_record": False, "may_decide": False}),
}


class VersionForm(forms.Form):
    """A form about a row that somebody else may have open as well."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=MOST_NUMBER)


def person_words(account):
    """A name with the posts that tell two people of one name apart."""
    posts = [f"{post.title or post.get_role_display()}, {post.school or post.district}" for post in account.posts_here]
    return f"{account.name} ({'; '.join(posts)})"


def parts_to_give(may_name_chair):
    """The parts on a team that can be added; the case manager is chosen in a step of its own."""
    left_out = {Relation.CASE_MANAGER} if may_name_chair else {Relation.CASE_MANAGER, Relation.CHAIR}
    return [part for part in PARTS if part not in left_out]


class PersonForm(forms.Form):
    """One colleague from the list that a search found."""

    account = forms.ChoiceField(
        label=_("Colleague"), widget=forms.RadioSelect, error_messages={"required": _("Choose a person from the list.")}
    )

    def __init__(self, *values, people=(), **named):
        super().__init__(*values, **named)
        self.people = {str(person.pk): person for person in people}
        self.fields["account"].choices = [(pk, person_words(person)) for pk, person in self.people.items()]

    def clean_account(self):
        return self.people[self.cleaned_data["account"]]


class CaseManagerForm(PersonForm):
    on = Day(label=_("From which day?"), required=True)


class MemberForm(PersonForm):
    relation = forms.ChoiceField(label=_("Part on the team"))
    service = Choice(ServiceType, label=_("Service"), help_text=_("Only for people who give a service."))
    starts_on = Day(label=_("First day"), required=True)
    ends_on = Day(label=_("Last day"), help_text=_("Leave it empty when the end is not known."))

    def __init__(self, *values, may_name_chair=False, **named):
        super().__init__(*values, **named)
        parts = [(str(part), PARTS[part]) for part in parts_to_give(may_name_chair)]
        self.fields["relation"].choices = [("", _("Choose…")), *parts]

    def clean_relation(self):
        return Relation(self.cleaned_data["relation"])

    def clean(self):
        super().clean()
        cleaned = self.cleaned_data
        if cleaned.get("relation") == Relation.PROVIDER and not cleaned.get("service") and "service" not in self.errors:
            self.add_error("service", _("Choose the service that this person gives."))
        return runs_forward(self, cleaned, "starts_on", "ends_on")


class PartForm(VersionForm):
    """The days and the service of somebody who is on the team."""

    service = Choice(ServiceType, label=_("Service"))
    starts_on = Day(label=_("First day"), required=True)
    ends_on = Day(label=_("Last day"), help_text=_("Leave it empty when the end is not known."))

    def __init__(self, *values, relation, **named):
        super().__init__(*values, **named)
        if relation == Relation.PROVIDER:
            self.fields["service"].required = True
        else:
            del self.fields["service"]

    def clean(self):
        super().clean()
        return runs_forward(self, self.cleaned_data, "starts_on", "ends_on")


def runs_forward(form, cleaned, first, last):
    if cleaned.get(first) and cleaned.get(last) and cleaned[last] < cleaned[first]:
        form.add_error(last, _("The last day comes before the first. Check both days."))
    return cleaned


class GuardianForm(VersionForm):
    name = Text(label=_("Name"), most=300, required=True)
    relationship = forms.ChoiceField(label=_("Who is this to the student?"), choices=Guardian.Relationship.choices)
    lives_with = forms.BooleanField(label=_("The student lives with this person"), required=False)
    language = forms.ChoiceField(label=_("Language for talking and for papers"))
    interpreter = forms.BooleanField(label=_("An interpreter is needed"), required=False)
    phone = Text(label=_("Phone"), most=40)
    email = forms.EmailField(
        label=_("E-mail"), max_length=254, required=False,
        error_messages={"invalid": _("Write the address as name@example.org.")},
    )  # fmt: skip
    address = Text(label=_("Address"), most=300)
    rights = forms.ChoiceField(
        label=_("What may this person do?"), choices=[(key, words) for key, (words, _values) in RIGHTS.items()],
        widget=forms.RadioSelect,
    )  # fmt: skip
    order = Text(
        label=_("Paper that gives or limits these rights"), most=200,
        help_text=_("Such as the court, the kind of order and its number. The paper itself stays in your files."),
    )  # fmt: skip
    rights_from = Day(label=_("Rights begin on"), help_text=_("Empty: they hold already."))
    rights_until = Day(label=_("Rights end after"), help_text=_("Empty: no end is known."))

    def __init__(self, *values, now="", **named):
        super().__init__(*values, **named)
        self.fields["language"].choices = language_choices(now)

    def clean(self):
        super().clean()
        cleaned = self.cleaned_data
        if "rights" in cleaned:
            cleaned.update(RIGHTS[cleaned["rights"]][1])
        return runs_forward(self, cleaned, "rights_from", "rights_until")


def rights_of(guardian):
    """The key of the choice that says what this guardian may do."""
    return "decides" if guardian.may_decide else "sees" if guardian.may_see_record else "none"


def not_to_come(form, *names):
    for name in names:
        if form.cleaned_data.get(name) and form.cleaned_data[name] > clock.today():
            form.add_error(name, _("This day is still to come. Check the year."))


class StudentForm(VersionForm):
    given_name = Text(label=_("Legal given name"), most=300, required=True)
    family_name = Text(label=_("Legal family name"), most=300)
    preferred_name = Text(
        label=_("Called"), most=300, help_text=_("The first name the student goes by, if it is another one.")
    )
    pronouns = Text(label=_("Pronouns"), most=40)
    birth_date = Day(label=_("Day of birth"), first=FIRST_BIRTH)
    grade = Choice(Grade, label=_("Grade"), required=True)
    language = forms.ChoiceField(label=_("Language at home"))
    english_learner = forms.BooleanField(label=_("Learns English as a new language"), required=False)
    alternate_assessment = forms.BooleanField(
        label=_("Takes the alternate assessment"), required=False,
        help_text=_("Goals then need short-term objectives."),
    )  # fmt: skip

    def __init__(self, *values, now="", **named):
        super().__init__(*values, **named)
        self.fields["language"].choices = language_choices(now)
        born = self.fields["birth_date"]
        born.required = self.initial.get("birth_date") is not None
        if not born.required:
            # Whoever does not know the day can still correct the rest.
            born.help_text = _("Not on file yet. Please add it if you know it: no plan can take effect without it.")

    def clean(self):
        super().clean()
        cleaned = self.cleaned_data
        not_to_come(self, "birth_date")
        return cleaned


class EligibilityForm(VersionForm):
    disability = forms.ChoiceField(label=_("Classification"))
    eligible_on = Day(label=_("Found eligible on"), required=True)
    evaluated_on = Day(
        label=_("Last full evaluation on"), required=True,
        help_text=_("The next one is due within three years of this day."),
    )  # fmt: skip
    evaluation_waived_on = Day(
        label=_("Agreed on that no new evaluation is needed"),
        help_text=_("Only where the family and the district agreed in writing. The three years count from this day."),
    )

    def __init__(self, *values, student, now="", **named):
        super().__init__(*values, **named)
        self.student = student
        labels = classifications(student.district.jurisdiction)
        if now and now not in labels:
            labels[now] = now
        self.fields["disability"].choices = [("", _("Choose…")), *((key, _(words)) for key, words in labels.items())]

    def clean(self):
        super().clean()
        cleaned = self.cleaned_data
        not_to_come(self, "eligible_on", "evaluated_on", "evaluation_waived_on")
        for name in ("eligible_on", "evaluated_on"):
            if cleaned.get(name) and self.student.birth_date and cleaned[name] < self.student.birth_date:
                self.add_error(name, _("This day comes before the day of birth. Check the year."))
        evaluated, waived = cleaned.get("evaluated_on"), cleaned.get("evaluation_waived_on")
        if evaluated and waived and waived < evaluated:
            self.add_error("evaluation_waived_on", _("This day comes before the last evaluation. Check both days."))
        return cleaned


class EndForm(VersionForm):
    ended_on = Day(label=_("Last day of eligibility"), required=True)

    def clean(self):
        super().clean()
        cleaned = self.cleaned_data
        not_to_come(self, "ended_on")
        return cleaned


class FindForm(forms.Form):
    """A student one knows of already: the number, or the whole name with the day of birth."""

    local_id = Text(label=_("Student number"), most=40)
    family_name = Text(label=_("Whole family name"), most=300)
    birth_date = Day(label=_("Day of birth"), first=FIRST_BIRTH)

    def clean(self):
        super().clean()
        cleaned = self.cleaned_data
        if not self.errors and not cleaned.get("local_id"):
            for name in ("family_name", "birth_date"):
                if not cleaned.get(name):
                    self.add_error(name, _("Give the student number, or the whole family name and the day of birth."))
                    break
        return cleaned


class ReasonForm(forms.Form):
    reason = Text(
        label=_("Why do you need this record?"), most=200, rows=3, required=True, validators=[refuse_mere_word],
        help_text=_("The family reads these words in the history of the record. Name no other child."),
    )  # fmt: skip
