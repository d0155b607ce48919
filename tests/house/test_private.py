"""What a student or a family keeps to themselves is in no paper, no plan and no list of facts (R-23)."""

import io
from uuid import uuid4

import pypdf
import pytest

from strongsuit.documents.paper import Stamp, plan_paper, summary_paper
from strongsuit.knowledge.terms import ItemKind, Mode
from strongsuit.plans.facts import frozen_facts, plan_facts
from strongsuit.progress.at_work import at_work
from strongsuit.strengths import actions, media_actions
from strongsuit.strengths.facts import statuses_of, strengths_of
from strongsuit.strengths.media.sorts import Cleaned
from strongsuit.strengths.models import Audience, Evidence
from strongsuit.students.access import student_for
from strongsuit.web.ids import spell
from tests.cast import NOW, TODAY

SECRET = "QZSECRET"


@pytest.fixture
def kept(cast):
    """A secret in every place where the student, or the family, can keep one."""
    for by, choice in ((cast.maya_account, "a_lot"), (cast.rosa, "often")):
        own = {"by": by, "student": cast.maya}
        actions.tell_strength(
            **own, kind=ItemKind.ABILITY, words=f"{SECRET} item", skill_set=None, choice=choice, on=TODAY,
            once=uuid4(), private=True,
        )  # fmt: skip
        media = media_actions.add_media(
            **own, taken=Cleaned("photo", "image/webp", "webp", b"x"), audience=Audience.MINE, once=uuid4(),
            caption=f"{SECRET} caption", in_words=f"{SECRET} in words",
        )  # fmt: skip
        actions.show_evidence(
            by=by, item=cast.items["ear"], kind=Evidence.Kind.PHOTO, words=f"{SECRET} story", setting=f"{SECRET} place",
            on=TODAY, once=uuid4(), audience=Audience.MINE, media=media,
        )  # fmt: skip
    actions.say(
        by=cast.maya_account, student=cast.maya, prompt="What?", words=f"{SECRET} words", mode=Mode.TYPED, once=uuid4(),
        shared=False,
    )  # fmt: skip
    vetoed = actions.show_evidence(
        by=cast.rosa, item=cast.items["ear"], kind=Evidence.Kind.STORY, words=f"{SECRET} vetoed", setting="Home",
        on=TODAY, once=uuid4(),
    )  # fmt: skip
    Evidence.objects.filter(pk=vetoed.pk).update(vetoed_at=NOW)
    cast.items["ear"].student = cast.maya
    return cast


def test_no_list_of_facts_holds_it(kept):
    told = [strengths_of(kept.maya), statuses_of(kept.maya), plan_facts(kept.plan)]
    told += [frozen_facts(kept.plan, TODAY)]
    told += [at_work(student_for(kept.ruiz, kept.maya.pk), today=TODAY)]
    assert SECRET not in repr(told) and len(repr(told)) > 5000


def test_no_paper_holds_it(kept):
    facts = plan_facts(kept.plan)
    stamp = Stamp("Elena Ruiz", NOW, 1, "")
    for paper in (plan_paper(facts, stamp=stamp), summary_paper(facts, stamp=stamp, for_name="Elena Ruiz")):
        pages = pypdf.PdfReader(io.BytesIO(paper.bytes)).pages
        words = "".join(page.extract_text() for page in pages)
        assert "Maya" in words and SECRET not in words
        assert SECRET.encode() not in paper.bytes


PAGES = ("/students/{}/voice/", "/students/{}/", "/students/{}/team/", "/family/{}/", "/family/{}/view/",
         "/students/{}/said/", "/students/{}/progress/", "/students/{}/documents/")  # fmt: skip


@pytest.mark.parametrize("person", ["ruiz", "okafor", "silva", "nguyen", "chen", "brooks", "paul"])
def test_no_page_of_others_holds_it(kept, client, person):
    kept.sign_in(client, getattr(kept, person))
    opened = 0
    for page in PAGES:
        answer = client.get(page.format(spell(kept.maya.pk)))
        opened += answer.status_code == 200
        assert SECRET not in answer.content.decode(), page
    for item in kept.items.values():
        answer = client.get(f"/strengths/{spell(item.pk)}/")
        assert SECRET not in answer.content.decode()
    assert opened >= 1
