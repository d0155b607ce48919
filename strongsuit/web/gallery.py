"""The page that shows every component in every state, with invented people."""

from datetime import date, timedelta
from decimal import Decimal

from django import forms
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.http import require_GET

from strongsuit.knowledge.graph import Phase, progress_graph
from strongsuit.knowledge.shapes import GoalFacts, Point
from strongsuit.web import display, icons
from strongsuit.web.links import Link
from strongsuit.web.thread import Node, Thread

SPACES = ("student", "family", "educator", "district", "entrance")
SCHEMES = (
    ("Light", "?theme=light"),
    ("Dark", "?theme=dark"),
    ("High contrast", "?theme=light&contrast=high"),
    ("High contrast, dark", "?theme=dark&contrast=high"),
    ("Right to left", "?language=ar"),
    ("Largest letters", "?size=4&spacing=wide"),
    ("OpenDyslexic", "?font=opendyslexic"),
)
START = date(2026, 9, 8)


class GivenForm(forms.Form):
    """A photo, recording or file, as one that was refused."""

    medium = forms.FileField(label="A photo, a recording or a PDF", help_text="Up to 12 MB.", required=False)

    def clean_medium(self):
        raise forms.ValidationError("This photo is 40 MB. Up to 12 MB fits. Try a smaller one; your words are kept.")


class ExampleForm(forms.Form):
    """One field of each kind."""

    name = forms.CharField(label="Name", help_text="As the family writes it.")
    words = forms.CharField(label="What does Maya do well here?", widget=forms.Textarea(attrs={"rows": 3}))
    minutes = forms.IntegerField(label="Minutes", min_value=5)
    on = forms.DateField(label="Date", widget=forms.DateInput(attrs={"type": "date"}), required=False)
    place = forms.ChoiceField(label="Where", choices=[("", "Choose"), ("class", "In class"), ("home", "At home")])
    who = forms.ChoiceField(label="Who says so", choices=[("s", "Maya"), ("f", "Her family")], widget=forms.RadioSelect)
    skills = forms.MultipleChoiceField(
        label="Helps with",
        choices=[("r", "Reading"), ("w", "Writing")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    feeling = forms.ChoiceField(
        label="Does this help?",
        choices=[("yes", "Yes"), ("some", "Sometimes"), ("no", "No")],
        widget=forms.RadioSelect,
        required=False,
    )
    sure = forms.BooleanField(label="I have read this with Maya", required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, initial=3, required=False)


def allowed():
    if not (settings.DEMO or settings.DEBUG):
        raise Http404


@login_not_required
@require_GET
def page(request):
    allowed()
    with translation.override(language(request)):
        return render(
            request, "web/gallery.html", specimens() | choice(request) | {"schemes": SCHEMES, "spaces": SPACES}
        )


@login_not_required
@require_GET
def frame(request, space):
    allowed()
    if space not in SPACES:
        raise Http404
    with translation.override(language(request)):
        context = specimens() | choice(request) | {"base": f"{space}.html", "frame": space} | surroundings(space)
        return render(request, "web/gallery_frame.html", context)


def language(request):
    return request.GET.get("language") if request.GET.get("language") in {"en", "ar"} else "en"


def choice(request):
    return {"display_choice": display.clean(request.GET.dict())}


def surroundings(space):
    """What the pages of a space find around them."""
    places = {
        "student": [("Home", "home"), ("My strengths", "strength"), ("My goals", "goal"), ("My meeting", "meeting")],
        "family": [("Maya", "home"), ("Meetings", "calendar"), ("Her record", "lock")],
        "educator": [("Today", ""), ("My students", ""), ("Data sheet", "")],
        "district": [("Overview", ""), ("Roster", ""), ("People", ""), ("Trail", "")],
        "entrance": [],
    }
    return {
        "nav": tuple(Link(label, "#main", icon, not at) for at, (label, icon) in enumerate(places[space])),
        "account_name": "" if space == "entrance" else "Maya Torres" if space == "student" else "Ana Ruiz",
        "account_links": (Link("My account", "#main", "settings"),),
        "sign_out_url": "" if space == "entrance" else "/gallery/",
        "session_extend_url": "" if space == "entrance" else "/gallery/",
        "session_idle_seconds": 1800,
        "demo_mode": True,
    }


def specimens():
    return {
        "icon_names": icons.NAMES,
        "form": ExampleForm(prefix="new"),
        "wrong": ExampleForm({"wrong-minutes": "2", "wrong-words": "Explains hard ideas by drawing."}, prefix="wrong"),
        "given": GivenForm(prefix="given"),
        "given_wrong": GivenForm({}, prefix="given-wrong"),
        "feelings": {"yes": "yes-face", "some": "sometimes", "no": "no-face"},
        "filters": FilterForm(prefix="bar"),
        "filters_again": FilterForm(prefix="form"),
        "nothing": [],
        "page_of_many": Paginator(range(60), 10).page(2),
        "crumbs": [{"label": "My students", "url": "#"}, {"label": "Maya Torres", "url": "#"}, {"label": "Plan"}],
        "tab_items": TABS,
        "step_names": ["Strengths", "Needs", "Goals", "Supports", "Read it together"],
        "columns": ["Student", "Growth", {"label": "Review due", "number": True}],
        "rows": ROWS,
        "pairs": [
            ("Case manager", "Ana Ruiz"),
            ("Plan in effect", "12 December 2025 to 11 December 2026"),
            ("Language at home", "Spanish"),
        ],
        "happened": HAPPENED,
        "shapes": [{"shape": shape, "label": label} for shape, label in SHAPES],
        "said_on": date(2026, 11, 4),
        "graph": progress_graph(GOAL, POINTS, today=date(2026, 12, 18), phases=PHASES),
        "empty_graph": progress_graph(GOAL, [], today=START),
        "whole": WHOLE,
        "broken": BROKEN,
        "crowded": crowded(),
    }


TABS = [
    {"label": "Thread", "url": "#", "current": True},
    {"label": "Voice", "url": "#"},
    {"label": "Plan", "url": "#", "count": 2},
    {"label": "Progress", "url": "#"},
]
ROWS = [
    [
        {"text": "Maya Torres", "url": "#", "note": "Grade 5"},
        {"text": "Continues to grow", "tone": "calm", "icon": "continues"},
        "12 Dec",
    ],
    [{"text": "Devon Price", "url": "#", "note": "Grade 8"}, {"text": "Needs more support", "tone": "warm"}, "3 Dec"],
]
HAPPENED = [
    {"when": "12 December 2025", "title": "The plan came into effect", "icon": "plan", "by": "Ana Ruiz", "url": "#"},
    {
        "when": "4 March 2026",
        "title": "Maya read a whole page aloud",
        "icon": "growth",
        "text": "She chose the page herself.",
    },
    {"when": "20 November 2026", "title": "Invitation sent", "icon": "mail", "by": "Ana Ruiz"},
]
SHAPES = [
    ("point", "Measurement"),
    ("hollow", "Does not count"),
    ("line", "Measurements joined"),
    ("dotted", "Aimline"),
    ("dashed", "Target"),
    ("band", "Level to keep"),
    ("break", "No school"),
    ("phase", "Something changed"),
]
PHASES = [Phase(date(2026, 11, 2), "Reads with a partner first")]


class FilterForm(forms.Form):
    school = forms.ChoiceField(
        label="School", choices=[("", "Every school"), ("1", "Maple Street School")], required=False
    )
    q = forms.CharField(label="Name", required=False)


GOAL = GoalFacts(
    id="1", need_id=None, skill_set=None, condition="", behavior="reads aloud", criterion="",
    baseline=Decimal(52), baseline_on=START, target=Decimal(90), target_on=date(2027, 6, 18), unit="words a minute",
    measure=None, measure_text="", schedule=None,
    report_schedule=None, responsible="",
)  # fmt: skip
POINTS = [
    Point(START + timedelta(days=7 * week), Decimal(value), invalid_because="Fire drill" if week == 6 else "")
    for week, value in enumerate([52, 54, 53, 57, 58, 56, 44, 61, 60, 64, 66, 65, 69, 71])
]

WHOLE = Thread(
    (
        Node("s1", "strength", "Explains hard ideas by drawing them", "Seen by Maya, her family and two teachers", "#"),
        Node("s2", "strength", "Knows every train line in the city", "Interest", "#"),
        Node("s3", "strength", "Works longest with one partner", "Preference", "#"),
        Node("n1", "need", "Plan a text before writing it", "Writing", "#"),
        Node("n2", "need", "Read aloud without losing the line", "Reading", "#"),
        Node("g1", "goal", "Writes three paragraphs from her own drawn plan", "From 1 to 3 paragraphs", "#"),
        Node("g2", "goal", "Reads 90 words a minute aloud", "From 52 to 90", "#"),
        Node("p1", "support", "Drawing pad beside every writing task", "Accommodation", "#"),
        Node("p2", "support", "Reading group, 3 times a week, 30 minutes", "Special education", "#"),
        Node("w1", "growth", "Big growth", "3 of 3 paragraphs", "#", state="big"),
        Node("w2", "growth", "Continues to grow", "71 of 90, on pace", "#", state="continues"),
    ),
    (
        ("s1", "n1"), ("s2", "n1"), ("s2", "n2"), ("s3", "n2"), ("n1", "g1"), ("n2", "g2"),
        ("g1", "p1"), ("g2", "p2"), ("p1", "w1"), ("p2", "w2"),
    ),
)  # fmt: skip

BROKEN = Thread(
    (
        Node("s1", "strength", "Explains hard ideas by drawing them", "Ability", "#"),
        Node(
            "s2", "strength", "Calms herself by humming", "Preference", "#",
            problem="Not used yet", mend_url="#", mend_label="Mend: use this strength",
        ),
        Node("n1", "need", "Plan a text before writing it", "Writing", "#"),
        Node(
            "n2", "need", "Ask for a break before it is too much", "Feelings and coping", "#",
            problem="No goal yet", lacks="goal", mend_url="#", mend_label="Mend: add a goal",
        ),
        Node("g1", "goal", "Writes three paragraphs from her own drawn plan", "From 1 to 3 paragraphs", "#"),
        Node(
            "g2", "goal", "Adds fractions on a number line", "From 2 to 8 of 10", "#",
            problem="Grows from no strength", lacks="strength", mend_url="#", mend_label="Mend: choose a strength",
        ),
        Node("n3", "need", "See fractions as amounts", "Math", "#"),
        Node("p1", "support", "Drawing pad beside every writing task", "Accommodation", "#"),
        Node("w1", "growth", "Continues to grow", "2 of 3 paragraphs", "#", state="continues"),
        Node(
            "w2", "growth", "No data yet", "", "#", state="none",
            problem="Not measured yet", mend_url="#", mend_label="Mend: record a point",
        ),
    ),
    (("s1", "n1"), ("n1", "g1"), ("g1", "p1"), ("p1", "w1"), ("n3", "g2"), ("g2", "w2")),
)  # fmt: skip


def crowded():
    """Many nodes and many shared lines, to see that the picture stays readable."""
    nodes, edges = [], []
    for number in range(6):
        for kind in ("strength", "need", "goal", "growth"):
            nodes.append(Node(f"{kind}{number}", kind, f"{kind.capitalize()} number {number + 1}", "", "#"))
        nodes += [Node(f"support{number}{part}", "support", f"Support {number + 1}{part}", "", "#") for part in "ab"]
        edges += [
            (f"strength{number}", f"need{number}"),
            (f"need{number}", f"goal{number}"),
            (f"goal{number}", f"growth{number}"),
        ]
        edges += [(f"goal{number}", f"support{number}{part}") for part in "ab"]
        edges += [(f"strength{number}", f"need{(number + 1) % 6}")]
    return Thread(tuple(nodes), tuple(edges))
