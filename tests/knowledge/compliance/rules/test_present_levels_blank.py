"""V23: hits and near misses."""

from dataclasses import replace

import pytest

from strongsuit.knowledge.compliance.rules import present_levels_blank as rule
from strongsuit.knowledge.terms import SkillSet
from tests.knowledge.compliance.maya import CUTS, MOTOR, OCEANS, READING, SOCIAL, findings, places, plan, sections

SILENT = tuple(replace(level, strength_text=" ") for level in (READING, SOCIAL, MOTOR))


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, []),
        ({"present_levels": ()}, ["plan"]),
        ({"present_levels": SILENT}, []),
        ({"strengths": ()}, []),
        ({"present_levels": SILENT, "strengths": (OCEANS,)}, ["plan"]),
        ({"present_levels": SILENT, "strengths": (replace(CUTS, words="-"),)}, ["plan"]),
        ({"present_levels": (replace(READING, now_text="\n"), SOCIAL, MOTOR)}, ["level:reading"]),
        ({"sections": sections(effect=None)}, ["section:effect"]),
        ({"sections": sections(effect="---")}, ["section:effect"]),
    ],
)
def test_present_levels_say_strength_now_and_effect(changes, found):
    assert places(rule, plan(**changes)) == found


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"present_levels": (READING, MOTOR)}, ["level:social"]),
        ({"present_levels": (READING, SOCIAL)}, ["level:motor"]),
        ({"present_levels": (SOCIAL, MOTOR)}, ["level:reading"]),
        ({"sections": sections(management=None)}, ["section:management"]),
        ({"present_levels": (READING, MOTOR, replace(SOCIAL, skill_set=SkillSet.EMOTIONAL))}, []),
    ],
)
def test_new_york_asks_for_four_areas_and_federal_law_does_not(changes, found):
    assert places(rule, plan(**changes)) == found
    assert places(rule, plan(**changes), state="federal") == []


def test_management_needs_are_written_in_their_section_and_not_added_as_a_skill_set():
    found = findings(rule, plan(sections=sections(management=None)))
    assert [finding.next_step for finding in found] == [rule.NEXT_STEP_MANAGEMENT]
    assert "skill set" not in rule.NEXT_STEP_MANAGEMENT


def test_an_organization_level_speaks_for_management():
    levels = (READING, SOCIAL, MOTOR, replace(SOCIAL, skill_set=SkillSet.ORGANIZATION))
    assert places(rule, plan(sections=sections(management=None), present_levels=levels)) == []
