"""The words of growth, and the reasons for having none."""

from enum import IntEnum

from strongsuit.knowledge.terms import Term
from strongsuit.knowledge.words import gettext_noop


class GrowthWord(Term):
    BIG = "big", gettext_noop("Big growth")
    CONTINUES = "continues", gettext_noop("Continues to grow")
    NEEDS = "needs", gettext_noop("Needs more support to grow")


class NoWord(Term):
    """Why there is no growth word; each reason speaks about the school's work, none about the child."""

    INCOMPLETE = "incomplete", gettext_noop("The goal does not have all its numbers yet. The team adds them.")
    NOT_STARTED = "not_started", gettext_noop("Work on this goal has not started yet.")
    NO_DATA = "no_data", gettext_noop("The school has not measured enough yet. That is the school's to fix.")
    STALE = "stale", gettext_noop("The last measurement is too old to go by. The school measures again.")
    FEW_POINTS = "few_points", gettext_noop("There are too few measurements to say. The numbers so far are shown.")
    TOO_EARLY = "too_early", gettext_noop("It is too early to see growth with this measure.")
    BREAK_RECOVERY = "break_recovery", gettext_noop("School has just begun again after a break. We wait before we say.")


class Flag(Term):
    """What the team should also know; a flag never changes the word."""

    MAINTAIN = "maintain", gettext_noop("This goal keeps a level.")
    REACHED_EARLY = "reached_early", gettext_noop("Reached in the first half of the time. Choose the next goal.")
    SLIPPED = "slipped", gettext_noop("Reached, and lower now. Plan a step to keep it strong.")
    ALMOST_CONFIRMED = "almost_confirmed", gettext_noop("At the target now. More measurements confirm it.")
    REGRESSION = "regression", gettext_noop("Now behind the starting point. Ask first what changed around the student.")
    FOUR_BELOW = "four_below", gettext_noop("The last four points are all behind the aimline.")
    FOUR_ABOVE = "four_above", gettext_noop("The last four points are all ahead of the aimline.")
    SERVICE_GAP = "service_gap", gettext_noop("The school gave less than 70 percent of the planned support.")
    VARIABLE = "variable", gettext_noop("The points go up and down a lot. Look at where and when each was taken.")
    BREAK_RECOVERY = "break_recovery", gettext_noop("A long break ended not long ago.")
    GOAL_CHANGED = "goal_changed", gettext_noop("The goal was changed. Growth is counted from the new baseline.")
    TARGET_LOWERED = "target_lowered", gettext_noop("The target was lowered. Both targets are shown.")
    TARGET_RAISED = "target_raised", gettext_noop("The target was raised: the student outgrew it. Both are shown.")
    FEW_POINTS = "few_points", gettext_noop("Limited data: fewer than three measurements.")


class Pace(Term):
    """Speed toward the target date; a line of its own beside the word."""

    AHEAD = "ahead", gettext_noop("ahead of pace")
    ON_PACE = "on_pace", gettext_noop("on pace")
    BEHIND = "behind", gettext_noop("behind pace")


class Rule(IntEnum):
    """The nine tests in their order; the first that applies decides."""

    NO_POINTS = 1
    STALE = 2
    KEPT = 3
    REACHED = 4
    FEW_POINTS = 5
    TOO_EARLY = 6
    AT_TARGET = 7
    LITTLE = 8
    GROWING = 9
