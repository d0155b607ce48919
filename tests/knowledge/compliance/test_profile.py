"""Where states differ."""

import pytest

from strongsuit.knowledge.compliance.profile import STATES, BadProfile, jurisdictions, load_profile
from strongsuit.knowledge.terms import Disability


def test_new_york_differs_where_its_law_does_and_nowhere_else():
    ny, federal = load_profile("ny"), load_profile("federal")
    assert {key: (getattr(ny, key), getattr(federal, key)) for key in ny.__slots__ if _differs(key)} == {
        "code": ("ny", "federal"),
        "name": ("New York", "Federal law (IDEA Part B)"),
        "arrange_services_school_days": (60, 0),
        "meeting_notice_min_days": (5, 0),
        "excusal_request_min_days": (5, 0),
        "transition_age": (15, 16),
        "sto_scope": (("alternate_assessment", "preschool"), ("alternate_assessment",)),
        "developmental_delay_max_age": (0, 9),
        "recording_policy": ("local", "silent"),
        "four_areas_required": (True, False),
        "preschool_label": ("Preschool student with a disability", "Preschool child with a disability"),
        "disability_labels": (ny.disability_labels, federal.disability_labels),
    }


def _differs(key):
    return getattr(load_profile("ny"), key) != getattr(load_profile("federal"), key)


@pytest.mark.parametrize("state", jurisdictions())
def test_every_state_has_a_label_for_every_disability(state):
    assert set(load_profile(state).disability_labels) == set(Disability)


def test_new_york_prints_the_labels_the_terms_hold():
    assert load_profile("ny").disability_labels["EMN"] == Disability.EMN.label
    assert load_profile("ny").disability_labels["SLD"] == Disability.SLD.label


@pytest.mark.parametrize("code", ["xx", "", "../states/ny", "NY"])
def test_an_unknown_state_is_refused_with_the_known_ones(code):
    with pytest.raises(BadProfile, match=r"Accepted: federal, ny\."):
        load_profile(code)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('transition_age = "14"', "xx.toml: transition_age is '14'. Accepted: a whole number from 10 to 21."),
        ("transition_age = true", "xx.toml: transition_age is True. Accepted: a whole number from 10 to 21."),
        ("transition_age = 9", "xx.toml: transition_age is 9. Accepted: a whole number from 10 to 21."),
        ("majority_age = 99", "xx.toml: majority_age is 99. Accepted: a whole number from 18 to 21."),
        ("rights_transfer = 1", "xx.toml: rights_transfer is 1. Accepted: true or false."),
        ('name = " "', "xx.toml: name is ' '. Accepted: a text that is not empty."),
        (
            'evaluation_day_type = "lunar"',
            "xx.toml: evaluation_day_type is 'lunar'. Accepted: one of calendar, school, business.",
        ),
        (
            'sto_scope = ["some"]',
            "xx.toml: sto_scope is ['some']. Accepted: a list of alternate_assessment, preschool, everyone.",
        ),
        ("[disability_labels]\nXX = 'X'", "xx.toml: disability_labels is {'XX': 'X'}. Accepted: a table from AUT, "),
        ("color = 1", "xx.toml: color is not known. Accepted: name, "),
        ("color", "xx.toml is not valid TOML: "),
    ],
)
def test_a_value_nobody_could_mean_names_its_key_and_what_is_accepted(tmp_path, line, message):
    _floor(tmp_path)
    (tmp_path / "xx.toml").write_text(line)
    with pytest.raises(BadProfile) as refused:
        load_profile("xx", tmp_path)
    assert str(refused.value).startswith(message)


def test_a_floor_with_a_hole_is_refused(tmp_path):
    _floor(tmp_path, without="majority_age")
    with pytest.raises(BadProfile, match=r"federal\.toml: majority_age is missing\. Accepted: a whole number"):
        load_profile("federal", tmp_path)


def _floor(folder, without="nothing"):
    lines = (STATES / "federal.toml").read_text().splitlines(keepends=True)
    (folder / "federal.toml").write_text("".join(line for line in lines if not line.startswith(without)))
