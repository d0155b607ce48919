"""What a student reads about a goal: at most eight plain words at a time; it says what the team's sentence says."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from strongsuit.knowledge.growth import GrowthWord, NoWord, Pace
from strongsuit.knowledge.growth.report import STEP_BEHIND, STEP_BY_FLAG, STEP_BY_REASON, STEP_BY_WORD
from strongsuit.knowledge.growth.words import Flag
from strongsuit.knowledge.terms import Grade

Words = Mapping[str, str | Promise]

# They get the picture and a few words; the rest stands behind "See more".
YOUNGEST = {Grade.PK, Grade.K, Grade.G1, Grade.G2}
STEPS: Words = {
    STEP_BY_FLAG[Flag.SLIPPED]: _("You did it! We practice to keep it."),
    STEP_BY_FLAG[Flag.REACHED_EARLY]: _("Celebrate! Then we choose your next goal."),
    STEP_BY_FLAG[Flag.ALMOST_CONFIRMED]: _("You are there! We check once more."),
    STEP_BY_FLAG[Flag.REGRESSION]: _("Your team will ask what can help."),
    STEP_BY_WORD[GrowthWord.BIG]: _("Celebrate! Then we choose your next goal."),
    STEP_BY_WORD[GrowthWord.CONTINUES]: _("Keep going!"),
    STEP_BY_WORD[GrowthWord.NEEDS]: _("Your team will help you more."),
    STEP_BEHIND: _("Your team will help you get there."),
    STEP_BY_REASON[NoWord.INCOMPLETE]: _("Your team will finish this goal."),
    STEP_BY_REASON[NoWord.NOT_STARTED]: _("We start soon."),
    STEP_BY_REASON[NoWord.NO_DATA]: _("We will check soon."),
    STEP_BY_REASON[NoWord.STALE]: _("We will check again soon."),
    STEP_BY_REASON[NoWord.FEW_POINTS]: _("We will check a few more times."),
    STEP_BY_REASON[NoWord.TOO_EARLY]: _("Keep going! We look again later."),
    STEP_BY_REASON[NoWord.BREAK_RECOVERY]: _("We look again in a few weeks."),
}
REASONS: Words = {
    NoWord.INCOMPLETE.label: _("This goal is not ready yet."),
    NoWord.NOT_STARTED.label: _("This goal has not started yet."),
    NoWord.NO_DATA.label: _("The school has not checked enough yet."),
    NoWord.STALE.label: _("We last checked a while ago."),
    NoWord.FEW_POINTS.label: _("We checked only a few times."),
    NoWord.TOO_EARLY.label: _("It is too early to say."),
    NoWord.BREAK_RECOVERY.label: _("School has just begun again."),
}
# A pace is told only where it cheers.
PACES: Words = {Pace.AHEAD.label: _("sooner than planned"), Pace.ON_PACE.label: _("right on time")}
LESS_HELP = _("The school gave less help than planned.")


def own(words: Words, message: str) -> str:
    """The student's words for a message of a report, frozen long ago perhaps; nothing where there are none."""
    return str(words.get(message, ""))
