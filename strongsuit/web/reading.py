"""How easy words for families and students are to read, said beside the box while they are written."""

from typing import ClassVar

from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.views.decorators.http import require_POST

from strongsuit.knowledge.reading_level import Target, read_level, target_of_grade
from strongsuit.knowledge.terms import Grade
from strongsuit.web.refusals import NotYours

MOST_READ = 20_000
# A word or two reads at no level.
FEWEST = 4
MOST_WORDS = 8


def level_of(text, target, names=()):
    """The level for a page; nothing for a few words, or where people write another language than the one it is for."""
    if not (get_language() or "en").startswith("en"):
        return None
    found = read_level(text[:MOST_READ], Target(target), names=names)
    return found if found.words >= FEWEST else None


def shown(level):
    """What the line beside the box needs."""
    if level is None:
        return {"level": None}
    longest = max((each.words for each in level.long_sentences), default=0)
    return {"level": level, "hard": level.each_hard_word[:MOST_WORDS], "longest": longest}


class ReadAtHome:
    """A form with texts that families or students read: ``easy`` names them, ``reader`` is who they are for."""

    easy: ClassVar[tuple[str, ...]] = ()
    reader: str = ""

    def for_student(self, student):
        """The student reads it too, in the words of their grade."""
        self.reader = target_of_grade(Grade(student.grade))
        return self

    def below(self, name):
        if name not in self.easy or not self.reader:
            return ""
        found = shown(level_of(self[name].value() or "", self.reader))
        asked = {"target": self.reader, "watch": self[name].html_name}
        return render_to_string("components/reading_level.html", found | asked)


@require_POST
def along(request, target):
    """Read what stands in the boxes right now; nothing is kept."""
    if target not in list(Target):
        raise NotYours
    texts = (words for name, words in request.POST.items() if name != "csrfmiddlewaretoken")
    return render(request, "components/_reading_level.html", shown(level_of("\n".join(texts), target)))
