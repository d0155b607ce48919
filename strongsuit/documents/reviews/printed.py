"""The review on a terminal: as wide as the window, with bold and a little color where one can see them."""

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from strongsuit.documents.reviews.shown import Finding, Goal, Place, Shown

WIDEST, NARROWEST = 96, 40
# Shown of each finding; the file has them all.
SHOWN = 3
STYLES = {"bold": "1", "soft": "2", "good": "32", "warm": "33", "alarm": "31", "calm": "36", "title": "1;36"}
# Each state has a sign of its own, so that no color is needed.
SIGNS = {"in": "✓", "beside": "◦", "missing": "✗", "strength": "♥", "deficit": "▒", "neither": "·"}
PLAIN_SIGNS = {"in": "+", "beside": "o", "missing": "-", "strength": "#", "deficit": "=", "neither": "."}
BARS = {"strength": "█", "neither": "·", "deficit": "▒"}


@dataclass(frozen=True)
class Terminal:
    width: int = 80
    color: bool = False
    # Whether it can show more than ASCII.
    signs: bool = True

    @property
    def across(self) -> int:
        return max(NARROWEST, min(self.width, WIDEST))

    def style(self, name: str, text: str) -> str:
        return f"\033[{STYLES[name]}m{text}\033[0m" if self.color and text else text

    def sign(self, name: str) -> str:
        return (SIGNS if self.signs else PLAIN_SIGNS)[name]

    def wrapped(self, text: str, indent: int = 2, first: str = "") -> Iterator[str]:
        lead = " " * indent
        yield from textwrap.wrap(
            " ".join(text.split()), self.across, initial_indent=first or lead, subsequent_indent=lead,
            break_long_words=True, break_on_hyphens=False,
        ) or [""]  # fmt: skip

    def heading(self, text: str) -> Iterator[str]:
        yield ""
        yield self.style("title", text)
        yield self.style("soft", ("─" if self.signs else "-") * min(len(text) + 2, self.across))


def printed(shown: Shown, terminal: Terminal) -> str:
    lines = [*_top(shown, terminal), *_glance(shown, terminal), *_strong(shown, terminal)]
    lines += [*_wording(shown, terminal), *_goals(shown, terminal), *_needs(shown, terminal)]
    lines += [*_hard(shown, terminal), *_read(shown, terminal), *_how(shown, terminal)]
    return safe("\n".join(lines), terminal) + "\n"


def safe(text: str, terminal: Terminal) -> str:
    """No sign of the file steers the terminal, and none is sent that it cannot show."""
    kept = "".join(sign for sign in text if sign == "\n" or sign.isprintable() or (sign == "\033" and terminal.color))
    return kept if terminal.signs else kept.encode("ascii", "replace").decode()


def _clean(text: str) -> str:
    """Words of the file, without the sign that begins a color."""
    return text.replace("\033", "")


def _top(shown: Shown, terminal: Terminal) -> Iterator[str]:
    line = ("═" if terminal.signs else "=") * terminal.across
    yield terminal.style("soft", line)
    yield terminal.style("bold", f"  {_clean(shown.review.name)}")
    yield terminal.style("soft", f"  {shown.size}")
    yield terminal.style("soft", line)
    for reason in (*shown.unread, *shown.missing):
        yield from terminal.wrapped(reason, 4, first="  ! ")


def _glance(shown: Shown, terminal: Terminal) -> Iterator[str]:
    yield from terminal.heading(_("At a glance"))
    if shown.statements:
        yield f"  {_bar(shown, terminal)}"
        for share in shown.shares:
            sign = BARS[share.tone] if terminal.signs else terminal.sign(share.tone)
            yield f"  {sign} {share.label:<10} {share.percent:>3}%   {share.of}"
        yield ""
    of = _("%(some)s of %(all)s")
    figures = []
    if shown.goals:
        all_of_them = {"some": shown.review.measurable, "all": len(shown.goals)}
        figures.append((_("Goals that can be measured"), of % all_of_them))
    if shown.to_weave:
        figures.append((_("Goals that use a strength"), of % {"some": shown.woven, "all": shown.to_weave}))
    figures.append((_("Wordings to look at"), str(shown.review.findings)))
    level, note = shown.reading
    figures.append((_("Reading level"), level))
    for label, figure in figures:
        yield f"  {label:<28} {terminal.style('bold', figure)}"
    yield from terminal.wrapped(note, 4)


def _bar(shown: Shown, terminal: Terminal) -> str:
    room = terminal.across - 4
    lengths = {share.tone: round(float(share.width) * room / 100) for share in shown.shares}
    bars = BARS if terminal.signs else {name: terminal.sign(name) for name in BARS}
    tones = {"strength": "good", "neither": "soft", "deficit": "warm"}
    return "".join(terminal.style(tones[name], bars[name] * many) for name, many in lengths.items())


def _strong(shown: Shown, terminal: Terminal) -> Iterator[str]:
    if not shown.statements:
        return
    yield from terminal.heading(_("Strengths this plan names"))
    for words in shown.strong:
        yield from terminal.wrapped(_clean(words), 4, first=f"  {terminal.sign('strength')} ")
    if not shown.strong:
        yield from terminal.wrapped(
            _(
                "We found no statement that says what the student does well or likes. Who sees the student at their "
                "best, and what do they see?"
            )
        )


def _wording(shown: Shown, terminal: Terminal) -> Iterator[str]:
    yield from terminal.heading(_("Wording"))
    if not shown.findings:
        good = _("No wording stood out. The needs are told without blame.")
        unread = _("We could not read the wording: the rules read English only.")
        yield from terminal.wrapped(good if shown.review.in_english else unread)
    for number, finding in enumerate(shown.findings):
        if number:
            yield ""
        yield from _finding(finding, terminal)


def _finding(finding: Finding, terminal: Terminal) -> Iterator[str]:
    yield f"  {terminal.style('bold', finding.title)}  {terminal.style(finding.tone, f'[{finding.badge}]')}"
    yield from terminal.wrapped(finding.why)
    places = [*finding.first, *finding.more]
    for place in places[:SHOWN]:
        yield from _place(place, terminal)
    left = len(places) - SHOWN
    if left > 0:
        yield "    " + ngettext("and %(many)s more place", "and %(many)s more places", left) % {"many": left}
    yield from terminal.wrapped(finding.ask, 4, first="  ? ")


def _place(place: Place, terminal: Terminal) -> Iterator[str]:
    found = place.found
    marked = (
        f"{found.before}»{found.mark}«{found.after}" if terminal.signs else f"{found.before}>{found.mark}<{found.after}"
    )
    for line in terminal.wrapped(_clean(marked), 6, first="    • " if terminal.signs else "    * "):
        yield line.replace("»", terminal.style("warm", "»")).replace("«", terminal.style("warm", "«"))
    yield f"      {terminal.style('soft', f'{place.where} ({found.advice.rule})')}"
    if place.reframes:
        lead = _("Try:")
        yield from terminal.wrapped(f"{lead} " + "  /  ".join(place.reframes), 6)


def _goals(shown: Shown, terminal: Terminal) -> Iterator[str]:
    yield from terminal.heading(_("Goals, part by part"))
    if not shown.goals:
        yield from terminal.wrapped(
            _("We found no goals. If the plan has some, their page may be a picture, or its heading is new to us.")
        )
    for number, goal in enumerate(shown.goals, 1):
        if number > 1:
            yield ""
        yield from _goal(number, goal, terminal)


def _goal(number: int, goal: Goal, terminal: Terminal) -> Iterator[str]:
    state, tone = (_("Can be measured"), "good") if goal.measurable else (_("Cannot be measured yet"), "warm")
    title = _("Goal %(number)s") % {"number": number}
    where = f"  {_clean(goal.where)}" if goal.where else ""
    yield f"  {terminal.style('bold', title)}{terminal.style('soft', where)}  {terminal.style(tone, f'[{state}]')}"
    yield from terminal.wrapped(_clean(goal.text))
    for part in goal.parts:
        words = f"{part.name}: {part.words}" if part.words else part.name
        beside = _(" (in a box beside it)") if part.state == "beside" else ""
        yield from terminal.wrapped(_clean(words) + beside, 6, first=f"    {terminal.sign(part.state)} ")
    if goal.objectives:
        yield "    " + ngettext("With %(many)s objective.", "With %(many)s objectives.", goal.objectives) % {
            "many": goal.objectives
        }


def _needs(shown: Shown, terminal: Terminal) -> Iterator[str]:
    if not shown.review.needs:
        return
    yield from terminal.heading(_("Needs without a goal"))
    for text, page, question in shown.needs:
        yield from terminal.wrapped(" ".join(filter(None, (_clean(text), page and f"({page})"))), 4, first="  ? ")
        yield from terminal.wrapped(question, 4)
    if not shown.needs and not shown.review.in_english:
        yield from terminal.wrapped(_("We could not read the wording: the rules read English only."))
    elif not shown.needs:
        many = shown.review.needs
        yield from terminal.wrapped(
            ngettext(
                "The one need we found is taken up by a goal or a support.",
                "All %(many)s needs we found are taken up by a goal or a support.",
                many,
            )
            % {"many": many}
        )


def _hard(shown: Shown, terminal: Terminal) -> Iterator[str]:
    if not shown.review.hardest:
        return
    yield from terminal.heading(_("Hard words"))
    yield from terminal.wrapped(_("A shorter word, or a few words that explain it, makes the plan easier to read:"))
    yield from terminal.wrapped(", ".join(map(_clean, shown.review.hardest)))


def _read(shown: Shown, terminal: Terminal) -> Iterator[str]:
    yield from terminal.heading(_("What we read"))
    if shown.review.student:
        yield from terminal.wrapped(_("We took %(name)s to be the student.") % {"name": shown.review.student})
    for name, many in shown.parts:
        yield f"  {name:<28} " + ngettext("%(many)s word", "%(many)s words", many) % {"many": many}


def _how(shown: Shown, terminal: Terminal) -> Iterator[str]:
    yield from terminal.heading(_("How this is counted"))
    for line in shown.explained:
        yield from terminal.wrapped(line, 4, first="  - ")
    yield ""
    yield from (terminal.style("soft", line) for line in terminal.wrapped(shown.nothing_kept))
