"""A report from the desk to the family and back: notes that save themselves, minutes, what the team adds."""

from datetime import date
from uuid import uuid4

import pytest

from strongsuit.plans.models import Question, Service
from strongsuit.progress.actions import write_minutes
from strongsuit.progress.models import Delivery, ReportNote
from strongsuit.progress.reporting import span_of
from strongsuit.web.ids import spell
from tests.cast import TODAY
from tests.progress.conftest import measured


def autosaved(client, report, goal, **values):
    path = f"/reports/{spell(report.pk)}/goals/{spell(goal.pk)}/"
    typed = {"version": "0", "text": "", "next_step": ""} | values
    return client.post(path, typed, headers={"X-Autosave": "1"})


def test_notes_save_themselves_and_never_overwrite_silently(as_, cast, reading, report):
    client = as_(cast.ruiz)
    first = autosaved(client, report, reading, text="She reads to her sister.").json()
    assert first["version"] == 1 and first["saved"]
    again = autosaved(client, report, reading, version="1", text="She reads to her sister and to me.").json()
    assert again["version"] == 2
    answer = autosaved(as_(cast.silva), report, reading, version="1", text="Speaks up more.")
    assert answer.status_code == 409
    assert "Speaks up more." in answer.json()["html"] and "to her sister and to me" in answer.json()["html"]
    assert ReportNote.objects.get().text == "She reads to her sister and to me."
    wrong = autosaved(client, report, reading, version="2", text="x" * 4001)
    assert wrong.status_code == 422 and "text" in wrong.json()["errors"]


def test_the_way_of_a_report_from_the_desk_to_the_family_and_back(as_, cast, reading, report):
    for month, value in ((9, 80), (10, 84), (11, 82)):
        measured(reading, date(2026, month, 12), value, by=cast.ruiz)
    path = f"/reports/{spell(report.pk)}/"
    family = as_(cast.rosa)
    assert family.get(path).status_code == 404
    client = as_(cast.ruiz)
    client.post(f"{path}goals/{spell(reading.pk)}/", {"version": "0", "text": "Reads <b>at home</b>.", "next_step": ""})
    promised = client.get(path).context["cards"][0]["planned"]
    given = -(-promised * 62 // 100)
    client.post(f"{path}goals/{spell(reading.pk)}/minutes/", {"planned": "1", "given": given})
    desk = client.get(path).content.decode()
    assert "Continues to grow" in desk and "This report is late" in desk and "<select" not in desk
    preview = client.get(f"{path}preview/")
    assert client.post(f"{path}send/", {"expected": "0"}).status_code == 409
    assert client.post(f"{path}send/", {"expected": preview.context["expected"]}).status_code == 302
    page = as_(cast.rosa).get(path).content.decode()
    assert (
        page.index("What Maya is good at")
        < page.index("We gave 62% of the planned support.")
        < page.index("Continues to grow")
    )
    assert "Reads &lt;b&gt;at home&lt;/b&gt;." in page and f"{given} of {promised} planned minutes" in page
    assert "It was promised for" in page and "<svg" in page
    before = page[page.index("What Maya is good at") : page.index("Answer us")]
    measured(reading, TODAY, 5, by=cast.ruiz)
    family = as_(cast.rosa)
    again = family.get(path).content.decode()
    assert again[again.index("What Maya is good at") : again.index("Answer us")] == before
    assert family.post(f"{path}answer/", {"words": "", "once": str(uuid4())}).status_code == 422
    typed = {"words": "She reads to the dog.", "once": str(uuid4())}
    for _time in range(2):
        family.post(f"{path}answer/", typed)
    assert Question.objects.get().words.endswith("She reads to the dog.")
    assert as_(cast.paul).get(path).status_code == 200
    assert as_(cast.okafor).get(path).status_code == 200
    assert as_(cast.nguyen).get(path).status_code == 404


def test_the_team_is_asked_what_it_adds_where_support_is_needed(as_, cast, reading, report):
    for month, value in ((9, 49), (10, 48), (11, 50)):
        measured(reading, date(2026, month, 12), value, by=cast.ruiz)
    assert "what the school will add or change" in as_(cast.ruiz).get(f"/reports/{spell(report.pk)}/").content.decode()


@pytest.fixture
def silent(cast):
    """The service for reading does not say how often."""
    Service.objects.filter(links__goal=cast.goals[0]).update(times=None)


@pytest.mark.parametrize(
    "typed", [{"planned": "0", "given": "1"}, {"planned": "ten", "given": ""}, {"planned": "9" * 30, "given": "-1"}]
)
def test_wrong_minutes_come_back_as_typed(as_, cast, silent, reading, report, typed):
    answer = as_(cast.ruiz).post(f"/reports/{spell(report.pk)}/goals/{spell(reading.pk)}/minutes/", typed)
    assert answer.status_code == 422 and f'value="{typed["planned"]}"' in answer.content.decode()
    assert not Delivery.objects.exists()


def test_planned_minutes_are_typed_only_where_the_plan_does_not_say(as_, cast, silent, reading, report):
    path = f"/reports/{spell(report.pk)}/"
    desk = as_(cast.ruiz)
    first, second = desk.get(path).context["cards"]
    assert (first["planned"], "planned" in first["minutes"].fields) == (0, True)
    assert second["planned"] > 0 and "planned" not in second["minutes"].fields
    assert "do not say how many minutes" in desk.get(path).content.decode()
    desk.post(f"{path}goals/{spell(reading.pk)}/minutes/", {"planned": "300", "given": "200"})
    assert (Delivery.objects.get().planned_minutes, Delivery.objects.get().given_minutes) == (300, 200)


def test_a_planned_number_that_is_not_the_plans_is_pointed_out_until_it_is_saved_again(as_, cast, reading, report):
    span = span_of(report)
    write_minutes(by=cast.ruiz, goal=reading, first=span.first, last=span.last, planned=720, given=676)
    path, desk = f"/reports/{spell(report.pk)}/", as_(cast.ruiz)
    card = desk.get(path).context["cards"][0]
    assert card["planned"] > 720 and "was saved against 720 planned minutes" in desk.get(path).content.decode()
    desk.post(f"{path}goals/{spell(reading.pk)}/minutes/", {"given": "676"})
    page = desk.get(path).content.decode()
    assert f"676 of {card['planned']} planned minutes" in page and "was saved against" not in page
