"""Headings are known by whatever name states and vendors give them, and sentences are none."""

import pytest

from strongsuit.knowledge.coach.document.headings import heading, label


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("PRESENT LEVELS OF ACADEMIC ACHIEVEMENT AND FUNCTIONAL PERFORMANCE (PLAAFP)", "present"),
        ("Present Level of Performance", "present"),
        ("PLOP", "present"),
        ("3. PLEP:", "present"),
        ("Section C – Present Levels of Educational Performance", "present"),
        ("II. PRESENT LEVELS", "present"),
        ("Student’s Strengths", "strengths"),
        ("STUDENT STRENGTHS, PREFERENCES, INTERESTS:", "strengths"),
        ("Maya's Strengths and Interests", "strengths"),
        ("What is working", "strengths"),
        ("Parent/Guardian Concerns for Enhancing Education", "family"),
        ("CONCERNS OF THE PARENT(S)", "family"),
        ("STUDENT NEEDS CONSIDERING PARENT CONCERNS", "needs"),
        ("Areas of Need", "needs"),
        ("Disability-Related Needs", "needs"),
        ("How the student's disability affects progress in the general curriculum", "effect"),
        ("Effects of Disability", "effect"),
        (
            "What are the effects of the student's disability on the student's involvement and progress in the general "
            "education curriculum, or for a preschool child, in appropriate activities?",
            "effect",
        ),
        ("Measurable Annual Goals", "goals"),
        ("Goal #1", "goals"),
        ("Annual Goal 2:", "goals"),
        ("Short-Term Objectives/Benchmarks", "objectives"),
        ("Measurable Postsecondary Goals", "postsecondary"),
        ("Supplementary Aids & Services", "accommodations"),
        ("Accommodations/Modifications", "accommodations"),
        ("Program Modifications and Specially Designed Instruction (SDI)", "accommodations"),
        ("Special Education and Related Services", "services"),
        ("Service Delivery Grid", "services"),
        ("SDI", "services"),
        ("Specially Designed Instruction", "services"),
        ("SPECIALLY DESIGNED INSTRUCTION (SDI)", "services"),
        ("Participation in State and District-Wide Assessments", "testing"),
        ("Least Restrictive Environment (LRE)", "placement"),
        ("Prior Written Notice", "notice"),
        ("IEP Team Members and Signatures", "signatures"),
        ("Student Vision Statement", "voice"),
    ],
)
def test_a_heading_is_known_by_any_of_its_names(line, kind):
    found = heading(line)
    assert found and (found.kind, found.rest) == (kind, "")


@pytest.mark.parametrize(
    "line",
    [
        "Needs two reminders to pack up.",
        "Services were interrupted in March, and she kept reading.",
        "Maya reads to her brother.",
        "Goals are scored by the team he cheers for.",
        "strengths",
        "writing, and with a partner",
        "",
        "12345",
    ],
)
def test_a_sentence_is_no_heading(line):
    assert heading(line) is None


def test_text_runs_on_behind_a_heading():
    found = heading("Areas of need: Two-step problems - and time")
    assert found and (found.kind, found.rest) == ("needs", "Two-step problems - and time")


@pytest.mark.parametrize(
    ("box", "part"),
    [
        ("Criteria for Mastery", "criterion"),
        ("METHOD OF EVALUATION", "measurement"),
        ("Baseline Data:", "baseline"),
        ("Target Date", "timeframe"),
        ("Person(s) Responsible", "who"),
        ("Area of Need", "area"),
        ("Maya", ""),
    ],
)
def test_boxes_beside_a_goal_are_known(box, part):
    assert label(box) == part
