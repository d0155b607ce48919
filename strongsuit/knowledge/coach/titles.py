"""The plain name of each category of findings, as a writer meets it."""

from strongsuit.knowledge.words import gettext_noop

TITLES = {
    "willful_refusal": gettext_noop("Not joining in, told as will"),
    "effort_blame": gettext_noop("Effort put in question"),
    "character_judgment": gettext_noop("A verdict on character"),
    "motive_attribution": gettext_noop("A guess at motives"),
    "absolute_inability": gettext_noop("Ability told as a closed door"),
    "failure_framing": gettext_noop("Told as failure"),
    "deficit_noun": gettext_noop("Told by what is missing"),
    "struggle_framing": gettext_noop("Difficulty without a level or support"),
    "level_label": gettext_noop("A level put on a person"),
    "norm_comparison": gettext_noop("Compared without a measure"),
    "outdated_or_pity": gettext_noop("An outdated or pitying word"),
    "identity_reduction": gettext_noop("A label in place of the person"),
    "vague_behavior_label": gettext_noop("Behavior nobody can picture"),
    "family_or_burden_blame": gettext_noop("Blame on the family, or a child told as a cost"),
    "low_expectation": gettext_noop("A ceiling on the future"),
    "absolute_exaggeration": gettext_noop("Always, never and the like"),
    "praise_without_example": gettext_noop("Praise without an example"),
}
