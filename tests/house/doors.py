"""Every address of the product and whom it is for. A route without a line here fails the build (AZ-01)."""

from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlencode
from uuid import UUID

from django.urls import URLPattern, get_resolver, reverse

from strongsuit.people.middleware import STUDENT_PATHS
from strongsuit.people.roles import POST_ABILITIES, STUDENT_ABILITIES
from tests.house.world import World

# Groups of relations, as the pages of one side use them.
FAMILY = {"guardian", "informed", "adult_self"}
OWN = {"self", "adult_self"}
SCHOOL = {
    "case_manager", "special_teacher", "provider", "general_teacher", "aide", "chair", "leader", "district", "reason",
}  # fmt: skip
# The posts of the people of the world: role, and whether it is for the whole district.
POSTS = {
    "case manager": ("teacher", False), "special teacher": ("teacher", False), "provider": ("provider", False),
    "general teacher": ("teacher", False), "aide": ("aide", False), "chair": ("chair", False),
    "leader": ("leader", False), "district": ("district", True), "reason": ("psychologist", False),
    "staff and parent": ("teacher", False), "former team member": ("teacher", False), "colleague": ("teacher", False),
    "stranger": ("teacher", False), "outsider": ("chair", True), "registrar": ("registrar", True),
}  # fmt: skip
STUDENTS = {"student", "other student"}
# Whose district a person's post is in, seen from the child.
ELSEWHERE = {"outsider"}
KEEPERS = {"own": "case manager", "school": "colleague", "elsewhere": "stranger"}
ONCE = str(UUID(int=11))

Rule = Callable[[str, str, str], bool]


def relations(world: World, person: str, child: str) -> set[str]:
    return set(world.held[person].get(child, ()))


@dataclass(frozen=True)
class Door:
    """What an address needs: abilities with the child's record, or a rule of its own."""

    # Names of things for the parts of the address, in its order.
    things: tuple[str, ...] = ()
    # All of these are needed to look, and these to send; None where the address has no such way.
    get: tuple[str, ...] | None = None
    post: tuple[str, ...] | None = None
    # Only for these relations, whatever their abilities.
    only: set[str] = field(default_factory=set)
    # "open" for everybody, "signed in", "nobody", "off" (not even a way to sign in), or one of the rules below.
    rule: str = ""
    data: dict[str, object] = field(default_factory=dict)
    args: tuple[str, ...] = ()
    query: dict[str, str] = field(default_factory=dict)
    # A word that stands between two parts of the address.
    kind: str = ""
    # Taking away what another plan holds leads back to the list without a word: the same answer as for what is gone.
    quiet: bool = False

    @property
    def methods(self) -> tuple[str, ...]:
        return tuple(m for m, needs in (("GET", self.get), ("POST", self.post)) if needs is not None)

    def needs(self, method: str) -> tuple[str, ...]:
        return (self.get if method == "GET" else self.post) or ()


ANY: tuple[str, ...] = ()


def read(*needs: str, things="student", only=(), **more) -> Door:
    return Door(things=tuple(things.split()), get=needs, only=set(only), **more)


def write(*needs: str, things="student", only=(), **more) -> Door:
    return Door(things=tuple(things.split()), post=needs, only=set(only), **more)


def both(*needs: str, things="student", only=(), **more) -> Door:
    return Door(things=tuple(things.split()), get=needs, post=needs, only=set(only), **more)


def edit(things="", method="post", **more) -> Door:
    """A deed in the editor of a draft: who may write in it, and whom a draft is open to at all."""
    needs = ("plan.write", "plan.draft")
    ways = {"get": needs} if method == "get" else {"get": needs, "post": needs} if method == "both" else {"post": needs}
    return Door(things=("draft", *things.split()), **ways, **more)


def own_page(things="", *, get=False, post=False, **more) -> Door:
    """A page of the student's own, which nobody else opens."""
    needs = ("page.own",)
    return Door(tuple(things.split()), needs if get else None, needs if post else None, rule="own", **more)


DOORS: dict[str, Door] = {
    # web
    "web:help": Door(get=ANY, rule="open"),
    "web:display": Door(get=ANY, post=ANY, rule="open"),
    "web:reading_level": Door(post=ANY, rule="signed in", args=("family",)),
    "web:gallery": Door(get=ANY, rule="off"),
    "web:gallery-frame": Door(get=ANY, rule="off", args=("educator",)),
    # signing in and one's own account
    "account_login": Door(get=ANY, post=ANY, rule="open"),
    "account_logout": Door(get=ANY, post=ANY, rule="open"),
    "account_inactive": Door(get=ANY, rule="open"),
    "mfa_login_webauthn": Door(get=ANY, post=ANY, rule="open"),
    "mfa_authenticate": Door(get=ANY, post=ANY, rule="open"),
    "account_reset_password": Door(get=ANY, post=ANY, rule="open"),
    "account_reset_password_done": Door(get=ANY, rule="open"),
    "account_reset_password_from_key": Door(get=ANY, post=ANY, rule="open", args=("1", "set-password")),
    "account_reset_password_from_key_done": Door(get=ANY, rule="open"),
    "account_reauthenticate": Door(get=ANY, post=ANY, rule="signed in"),
    "mfa_reauthenticate": Door(get=ANY, post=ANY, rule="signed in"),
    "mfa_reauthenticate_webauthn": Door(get=ANY, post=ANY, rule="signed in"),
    "account_change_password": Door(get=ANY, post=ANY, rule="signed in"),
    "account_set_password": Door(get=ANY, post=ANY, rule="signed in"),
    "mfa_index": Door(get=ANY, rule="signed in"),
    "mfa_list_webauthn": Door(get=ANY, rule="signed in"),
    "mfa_add_webauthn": Door(get=ANY, post=ANY, rule="signed in"),
    "mfa_remove_webauthn": Door(get=ANY, post=ANY, rule="nobody", args=("1",)),
    "mfa_activate_totp": Door(get=ANY, post=ANY, rule="signed in"),
    "mfa_deactivate_totp": Door(get=ANY, post=ANY, rule="nobody"),
    "mfa_view_recovery_codes": Door(get=ANY, rule="nobody"),
    "mfa_generate_recovery_codes": Door(get=ANY, post=ANY, rule="signed in"),
    "people:link": Door(things=("invitation",), get=ANY, post=ANY, rule="open", args=("not-the-token",)),
    "people:language": Door(post=ANY, rule="open"),
    "people:demo": Door(things=("person",), post=ANY, rule="off"),
    "people:step": Door(get=ANY, rule="signed in"),
    "people:step_demo": Door(post=ANY, rule="nobody"),
    "people:step_link": Door(post=ANY, rule="signed in"),
    "people:go_on": Door(get=ANY, rule="signed in"),
    "people:account": Door(get=ANY, post=ANY, rule="signed in"),
    "people:secure": Door(get=ANY, rule="signed in"),
    "people:extend": Door(post=ANY, rule="signed in"),
    "people:end_sign_in": Door(post=ANY, rule="signed in", data={"key": "somebody else's"}),
    "people:end_every_sign_in": Door(post=ANY, rule="leaving"),
    # the office
    "people:people": Door(get=ANY, rule="office:district.people"),
    "people:invite": Door(get=ANY, post=ANY, rule="office:district.people"),
    "people:person": Door(things=("person",), get=ANY, rule="person:district.people"),
    "people:end_sign_ins": Door(things=("person",), post=ANY, rule="person:district.people"),
    "people:send_link": Door(things=("person",), post=ANY, rule="person:district.people"),
    "people:start_again": Door(things=("person",), post=ANY, rule="person:district.people"),
    "people:end_post": Door(things=("post",), post=ANY, rule="person:district.people", data={"version": 1}),
    "people:calendar": Door(get=ANY, post=ANY, rule="office:calendar.write"),
    "people:year": Door(things=("year",), get=ANY, post=ANY, rule="person:calendar.write"),
    "people:remove_year": Door(things=("year",), post=ANY, rule="here:calendar.write"),
    "people:add_part": Door(things=("year",), get=ANY, post=ANY, rule="person:calendar.write", args=("closures",)),
    "people:part": Door(things=("year", "closure"), get=ANY, post=ANY, rule="person:calendar.write", kind="closures"),
    "people:remove_part": Door(things=("year", "closure"), post=ANY, rule="person:calendar.write", kind="closures"),
    "interop:runs": Door(get=ANY, post=ANY, rule="whole:roster.import"),
    "interop:run": Door(things=("run",), get=ANY, rule="person:roster.import"),
    "interop:apply": Door(things=("run",), post=ANY, rule="person:roster.import"),
    "interop:refuse": Door(things=("run",), post=ANY, rule="person:roster.import"),
    "interop:report": Door(things=("run",), get=ANY, rule="person:roster.import"),
    # classes and their tablets: without the tablet's own cookie nobody is shown
    "students:class_sign_in": Door(get=ANY, post=ANY, rule="open"),
    "students:class_faces": Door(get=ANY, rule="open", args=("abc234",)),
    "students:class_secret": Door(things=("student",), get=ANY, post=ANY, rule="open", args=("abc234",)),
    "students:classes": Door(get=ANY, post=ANY, rule="teaching"),
    "students:class": Door(things=("group",), get=ANY, post=ANY, rule="keeper"),
    "students:class_seat_add": Door(things=("group",), post=ANY, rule="keeper", data={"student": "<student>"}),
    "students:class_seat_renew": Door(things=("group", "seat"), post=ANY, rule="keeper"),
    "students:class_seat_end": Door(things=("group", "seat"), post=ANY, rule="keeper"),
    "students:class_cards": Door(things=("group",), post=ANY, rule="keeper"),
    "students:class_device_add": Door(things=("group",), post=ANY, rule="keeper"),
    "students:class_device_end": Door(things=("group", "device"), post=ANY, rule="keeper"),
    # the record, the team, the family
    "students:find": Door(get=ANY, post=ANY, rule="office:record.reason"),
    "students:reason": Door(things=("student",), get=ANY, post=ANY, rule="reason"),
    "students:close_reason": Door(things=("opened",), post=ANY, rule="office:record.reason"),
    "students:record": read("student.read", only=SCHOOL),
    "students:edit": both("student.write"),
    "students:eligibility": both("eligibility.write"),
    "students:end_eligibility": both("eligibility.write"),
    "students:team": read("team.read", only=SCHOOL),
    "students:family_team": read("team.read", only=FAMILY),
    "students:add_member": both("team.write"),
    "students:case_manager": both("team.write"),
    "students:member": both("team.write", things="student member"),
    "students:end_member": write("team.write", things="student member", quiet=True),
    "students:add_guardian": both("contacts.write"),
    "students:guardian": both("contacts.write", things="student parent"),
    "students:invite_guardian": write("contacts.write", things="student parent"),
    "students:close_sign_in": write("contacts.write", things="student parent"),
    "students:remove_guardian": write("contacts.write", things="student parent", quiet=True),
    # strengths
    "strengths:voice": read("strengths.read", only=SCHOOL),
    "strengths:add": write("strengths.write"),
    "strengths:scribe": write("words.scribe"),
    "strengths:item": read("strengths.read", things="item"),
    "strengths:answer": write("strengths.write", things="item"),
    "strengths:evidence": write("strengths.write", things="item"),
    "strengths:shorten": write("words.scribe", things="words"),
    "strengths:mine": Door(get=("strengths.write",), rule="own"),
    "strengths:add_mine": Door(post=("strengths.write",), rule="own"),
    "strengths:my_item": read("strengths.read", things="item"),
    "strengths:my_answer": write("strengths.write", things="item"),
    "strengths:my_evidence": write("strengths.write", things="item"),
    "strengths:finder_school": read("strengths.write", only=SCHOOL),
    "strengths:finder_school_deck": both("strengths.write", only=SCHOOL, args=("SO",)),
    "strengths:finder_came": write("strengths.write", things="student call", only=SCHOOL),
    "strengths:finder_family": Door(("student",), ("strengths.write",), ("strengths.write",), FAMILY),
    "strengths:finder_family_deck": Door(
        ("student",), ("strengths.write",), ("strengths.write",), FAMILY, args=("SO",)
    ),
    "strengths:finder_print": read("strengths.write", only=FAMILY),
    "strengths:finder": Door(get=("strengths.write",), rule="own"),
    "strengths:atlas": Door(get=("strengths.write",), post=("strengths.write",), rule="own"),
    "strengths:favorites": Door(get=("strengths.write",), post=("strengths.write",), rule="own"),
    "strengths:finder_begin": Door(post=("strengths.write",), rule="own", data={"deck": "MK", "once": ONCE}),
    "strengths:answering": Door(get=("strengths.write",), post=("strengths.write",), rule="own"),
    "strengths:sitting": Door(things=("sitting",), get=("strengths.write",), rule="own"),
    "strengths:finder_cards": Door(things=("sitting",), get=("strengths.write",), rule="own"),
    "strengths:finder_answer": Door(things=("sitting",), post=("strengths.write",), rule="own"),
    "strengths:finder_undo": Door(things=("sitting",), post=("strengths.write",), rule="own", data={"once": ONCE}),
    "strengths:finder_words": Door(things=("sitting",), post=("strengths.write",), rule="own"),
    "strengths:finder_partner": Door(things=("sitting",), post=("strengths.write",), rule="own"),
    "strengths:finder_call": Door(things=("sitting",), post=("strengths.write",), rule="own", data={"once": ONCE}),
    "strengths:finder_tell": Door(things=("sitting",), post=("strengths.write",), rule="own"),
    "strengths:finder_stop": Door(things=("sitting",), post=("strengths.write",), rule="own"),
    "strengths:say": Door(post=("words.write",), rule="own"),
    "strengths:meant": Door(things=("paraphrase",), post=("words.write",), rule="own"),
    # Whoever said it once says it again; the others are led on.
    "strengths:still": write("strengths.write", things="item"),
    "strengths:my_still": write("strengths.write", things="item"),
    "strengths:media": read("strengths.read", things="media"),
    "strengths:my_media": read("strengths.read", things="media"),
    # Given at school: by the giver, and by those who keep order there.
    "strengths:withdraw": write("strengths.edit", things="media"),
    "strengths:my_withdraw": write("strengths.edit", things="media"),
    "strengths:picture": Door(get=("strengths.write",), post=("strengths.write",), rule="own", args=("RD1",)),
    "strengths:share": Door(things=("shown",), post=("strengths.write",), rule="giver"),
    "strengths:my_share": Door(things=("shown",), post=("strengths.write",), rule="giver"),
    "strengths:veto": Door(things=("story",), post=("words.write",), rule="own", data={"shown": "no"}),
    "strengths:family": Door(("student",), ("strengths.read",), ("strengths.write",), FAMILY),
    # plans
    "plans:plans": read("plan.read"),
    "plans:start": write("plan.write", data={"kind": "amendment"}),
    "plans:summary": both("summary.read"),
    "plans:family": read("plan.ask"),
    "plans:ask": write("plan.ask"),
    "voice:mine": Door(get=("voice.own",), rule="own"),
    "voice:tell": Door(post=("voice.own",), rule="own", data={"words": "I want quiet", "once": ONCE}),
    "voice:my_deed": Door(things=("voiced",), post=("voice.own",), rule="own", args=("withdraw",), data={"once": ONCE}),
    "voice:team": read("voice.page", only=SCHOOL),
    "voice:note": write("voice.note", only=SCHOOL),
    "voice:deed": write(
        "voice.read", "voice.note", things="voiced", only=SCHOOL, args=("flag",), data={"once": ONCE, "why": ""}
    ),
    "voice:family": read("voice.read", only=FAMILY),
    "voice:family_deed": write(
        "voice.read", "voice.withdraw", things="voiced", only=FAMILY, args=("withdraw",), data={"once": ONCE, "why": ""}
    ),
    "voice:family_note": write("voice.note", only=FAMILY),
    "plans:helps": Door(get=("rating.write",), rule="own"),
    "plans:rate": Door(
        things=("support",),
        get=("rating.write",),
        post=("rating.write",),
        rule="own",
        data={"asked": "know", "step": "2"},
    ),  # fmt: skip
    "plans:rating_back": Door(things=("support",), post=("rating.write",), rule="own", data={"given": 1}),
    "plans:rating_finish": Door(things=("support",), post=("rating.write",), rule="own"),
    "plans:rating_done": Door(things=("support",), get=("rating.write",), rule="own"),
    "plans:team_helps": read("rating.read", only=SCHOOL),
    "plans:team_view": write("rating.view", things="student support", only=SCHOOL),
    "plans:start_trial": write("rating.trial", only=SCHOOL),
    "plans:end_trial": write("rating.trial", things="student trial", only=SCHOOL),
    "plans:family_helps": read("rating.read", only=FAMILY),
    "plans:family_view": write("rating.view", things="student support", only=FAMILY),
    "plans:question": both("plan.share", things="question"),
    "plans:plan": read("plan.read", things="adopted"),
    "plans:edit": edit(method="get"),
    "plans:place": edit(method="both", args=("dates",)),
    "plans:ready": edit(method="get"),
    "plans:checks": edit(method="get"),
    "plans:coach": edit(),
    "plans:presence": edit(),
    "plans:settle": edit(),
    "plans:reason": edit(),
    "plans:compare": read("plan.draft", "plan.read", things="draft adopted"),
    "plans:adopt": both("plan.adopt", "plan.draft", things="draft"),
    "plans:adopted": read("plan.read", things="adopted"),
    "plans:move": write("plan.share", "plan.draft", things="draft", args=("share",)),
    "plans:add_level": edit(),
    "plans:remove_level": edit("level", quiet=True),
    "plans:strength": edit("level", data={"item": "<item>"}),
    "plans:add_need": edit("level"),
    "plans:need": edit("need"),
    "plans:remove_need": edit("need", quiet=True),
    "plans:factor": edit(args=("behavior",)),
    "plans:voice_missing": edit(),
    "plans:add_service": edit(),
    "plans:service": edit("service"),
    "plans:remove_service": edit("service", quiet=True),
    "plans:add_accommodation": edit(),
    "plans:accommodation": edit("accommodation"),
    "plans:remove_accommodation": edit("accommodation", quiet=True),
    "plans:add_goal": edit(),
    "plans:goal": edit("goal", method="both"),
    "plans:preview": edit("goal"),
    "plans:remove_goal": edit("goal", quiet=True),
    "plans:weave": edit("goal", data={"item": "<item>", "pattern": "W1"}),
    "plans:save_weave": edit("goal weave"),
    "plans:add_step": edit("goal"),
    "plans:step": edit("goal step"),
    "plans:remove_step": edit("goal step", quiet=True),
    # meetings
    "meetings:meetings": read("meeting.read", only=SCHOOL),
    "meetings:plan": write("meeting.write"),
    "meetings:meeting": read("meeting.invited", things="meeting"),
    "meetings:move": write("meeting.write", things="meeting"),
    "meetings:notice": write("meeting.write", things="meeting"),
    "meetings:call_off": write("meeting.write", things="meeting"),
    "meetings:gather": write("meeting.write", things="meeting"),
    "meetings:add": write("meeting.write", things="meeting"),
    "meetings:remove": write("meeting.write", things="meeting attendee", quiet=True),
    "meetings:decide": write("meeting.write", things="meeting"),
    "meetings:mine": Door(get=("preview.own",), post=("preview.own",), rule="own", data={"once": ONCE}),
    "meetings:seen": read("meeting.read", "plan.draft", "voice.read", things="meeting"),
    "meetings:record": write("meeting.write", things="meeting"),
    "meetings:answer": write("meeting.invited", things="meeting", rule="invited"),
    "meetings:family": read("meeting.read", only=FAMILY),
    "meetings:sign": write("meeting.sign", only=FAMILY),
    # progress
    "progress:progress": read("progress.read", only=SCHOOL),
    "progress:reports": read("report.read", only=SCHOOL),
    "progress:goal": read("progress.read", "plan.read", things="measured", only=SCHOOL),
    "progress:record": write("progress.record", "plan.read", things="measured", only=SCHOOL),
    "progress:aside": write("progress.record", "plan.read", things="point", only=SCHOOL),
    "progress:count": write("progress.record", "plan.read", things="point", rule="measurer"),
    "progress:undo": write("progress.record", "plan.read", things="point"),
    "progress:sheet": Door(get=ANY, rule="signed in"),
    "documents:review": Door(get=ANY, post=ANY, rule="signed in"),
    "progress:tap": write("progress.record", "plan.read", things="measured", only=SCHOOL),
    "progress:untap": write("progress.record", "plan.read", things="point", only=SCHOOL),
    "progress:report": read("report.read", things="sent"),
    "progress:preview": read("report.read", things="waiting", only=SCHOOL),
    "progress:send": write("report.send", things="waiting"),
    "progress:answer": write("report.read", "plan.ask", things="sent"),
    "progress:note": write("report.write", things="waiting measured"),
    "progress:minutes": write("report.write", things="waiting measured"),
    "progress:mine": Door(get=("growth.mine",), rule="own"),
    "progress:check_in": Door(things=("measured",), post=("growth.mine",), rule="own"),
    "progress:answer_weave": Door(
        things=("measured", "item"), post=("weave.answer",), rule="own", data={"yes": "yes", "once": ONCE}
    ),
    "progress:moments": Door(("student",), ("milestone.read",), ("milestone.write",), SCHOOL),
    "progress:send_moment": write("milestone.send", things="student moment"),
    "progress:my_moments": Door(get=("growth.mine",), rule="own"),
    "progress:answer_moment": Door(things=("moment",), post=("growth.mine",), rule="own"),
    "progress:family_moments": read("milestone.read", only=FAMILY),
    "progress:joy": write("milestone.joy", things="student sent_moment", data={"joy": "heart"}),
    "progress:family": read("progress.read", only=FAMILY),
    # documents
    "documents:documents": read("paper.print"),
    "documents:family": read("paper.print"),
    "documents:family_copy": read("plan.read", "paper.print", things="adopted"),
    "documents:ask": write("plan.read", "paper.print", things="adopted", data={"kind": "plan", "once": ONCE}),
    "documents:ask_report": write("report.read", "paper.print", things="sent", data={"once": ONCE}),
    "documents:copy": read("paper.print", "plan.read", things="ready"),
    "documents:take": read("paper.print", "plan.read", things="ready"),
    "documents:again": write("paper.print", "plan.read", things="failed"),
    # students' own pages
    "documents:own_page": own_page(get=True),
    "documents:own_step": own_page(get=True, post=True, args=("likes",)),
    "documents:own_arrange": own_page(post=True, args=("strengths",)),
    "documents:own_line": own_page("own_line", get=True, post=True),
    "documents:own_move": own_page("own_line", post=True),
    "documents:own_take_off": own_page("own_line", post=True),
    "documents:own_share": own_page(post=True),
    "documents:own_take_back": own_page(post=True),
    "documents:own_meant": own_page("in_short", post=True),
    "documents:own_show": own_page(get=True),
    "documents:own_shared": own_page("page_share", get=True),
    "documents:own_paper": own_page(get=True, args=("sheet",)),
    "documents:shared_page": read("page.read", only=SCHOOL),
    "documents:shared_paper": read("page.read", only=SCHOOL, args=("sheet",)),
    "documents:shorten_line": write("words.scribe", things="student shared_line", only=SCHOOL),
    "documents:family_page": read("page.read", only=FAMILY),
    "documents:family_paper": read("page.read", only=FAMILY, args=("sheet",)),
    "documents:own_cards": own_page(get=True),
    "documents:own_card": own_page("measured", post=True),
    "documents:own_cards_paper": own_page(get=True, args=("pocket",)),
    "documents:own_asks": own_page(get=True, post=True),
    "documents:own_ask": own_page("script", get=True, post=True),
    "documents:own_ask_away": own_page("script", post=True),
    "documents:own_ask_show": own_page("script", get=True),
    "documents:own_practice": own_page("script", get=True, post=True, data={"reply": "yes"}),
    "documents:own_ask_paper": own_page("script", get=True, args=("sheet",)),
    "documents:own_device": own_page("script", get=True),
    "documents:own_changes": own_page(get=True),
    "documents:own_changes_paper": own_page(get=True),
    "documents:own_day": own_page(get=True, post=True),
    "documents:own_day_line": Door(("own_day",), ("day.write",), ("day.write",), rule="own day"),
    "documents:own_day_paper": own_page(get=True),
    "documents:family_day": Door(("student",), ("page.read",), ("day.write",), FAMILY),
    "documents:family_day_line": Door(("student", "family_day"), ("day.write",), ("day.write",), rule="told day"),
    "documents:family_day_paper": read("page.read", only=FAMILY),
    "documents:support_card": read("summary.read"),
    "documents:support_paper": read("summary.read"),
    "documents:support_tap": write("summary.read", "support.given", things="student support", data={"given": "yes"}),
    # home
    "home:today": Door(get=ANY, rule="signed in"),
    "home:caseload": Door(get=ANY, rule="signed in"),
    "home:school": Door(things=("school",), get=ANY, rule="leads"),
    "home:thread": read("student.read"),
    "home:history": read("trail.read"),
    "home:me": Door(get=("growth.mine",), rule="tablet"),
    "home:family": Door(get=ANY, rule="signed in"),
    "home:child": read("report.read", only=FAMILY),
    "home:family_year": read("report.read", only=FAMILY),
    "home:record": read("trail.read"),
    "home:learning": Door(get=ANY, rule="working"),
    "home:lesson": Door(get=ANY, rule="working", args=("weave",)),
    "home:lesson_end": Door(get=ANY, rule="working", args=("weave",)),
    "home:task": Door(get=ANY, post=ANY, rule="working", args=("weave", "teo-start"), data={"answer": "Plain words"}),
    "home:family_learning": Door(get=ANY, rule="kin"),
    "home:family_lesson": Door(get=ANY, rule="kin", args=("choosing-a-role",)),
    "home:family_lesson_end": Door(get=ANY, rule="kin", args=("choosing-a-role",)),
    "home:family_task": Door(
        get=ANY, post=ANY, rule="kin", args=("a-milestone-at-home", "note"), data={"answer": "Plain words"}
    ),
    "home:spaces": Door(get=ANY, post=ANY, rule="signed in", data={"space": "<space>"}),
    "home:district": Door(get=ANY, rule="whole:district.overview"),
    "home:trail": Door(get=ANY, rule="whole:trail.district"),
    "home:health": Door(get=ANY, rule="open"),
    "home:ready": Door(get=ANY, rule="open"),
}


def routes(patterns=None, before=""):
    """(name, pattern) of every address of the product, spelled as Django does."""
    for entry in patterns if patterns is not None else get_resolver().url_patterns:
        if isinstance(entry, URLPattern):
            yield before + (entry.name or "without a name"), entry
        else:
            yield from routes(entry.url_patterns, before + (f"{entry.namespace}:" if entry.namespace else ""))


def address(world: World, name: str, child: str, other: str = "") -> str:
    """The address of a route about a child; ``other`` names whose part stands in a nested one."""
    door = DOORS[name]
    args: list[object] = []
    for place, thing in enumerate(door.things):
        args.append(world.thing(other if other and place else child, thing).pk)
    if door.kind:
        args.insert(1, door.kind)
    args = [*door.args, *args] if name.startswith("students:class_") and door.args else [*args, *door.args]
    found = reverse(name, args=args)
    return f"{found}?{urlencode(door.query)}" if door.query else found


def data(world: World, name: str, child: str, person: str) -> dict[str, object]:
    """What a form sends; words in angle brackets stand for the number of a thing."""
    named = {
        "<item>": world.thing(child, "item").pk,
        "<student>": world.thing(child, "student").pk,
        "<space>": "district" if person in ("district", "registrar") else "educator" if person in POSTS else "family",
    }
    return {key: named.get(str(value), value) for key, value in DOORS[name].data.items()}


def may(world: World, name: str, person: str, child: str, method: str) -> bool:
    """Whether the table lets this person through this door to this child's record."""
    door = DOORS[name]
    held = relations(world, person, child)
    if person in STUDENTS and not address(world, name, child).startswith(STUDENT_PATHS):
        return name in ("home:today", "account_login")
    if door.rule and not door.rule.startswith(("invited", "measurer")):
        return RULES[door.rule.partition(":")[0]](world, door, person, child, method)
    if door.only and not held & door.only:
        return False
    granted = any(all(relation in STUDENT_ABILITIES[a] for a in door.needs(method)) for relation in held)
    if door.rule == "measurer":
        # One's own measurement, or any for those who answer for the report.
        return granted and (person == KEEPERS.get(child) or bool(held & STUDENT_ABILITIES["report.write"]))
    return granted and (door.rule != "invited" or invited(person, held))


def invited(person, held) -> bool:
    """Team, chair, family with rights and student were asked to the meeting; a school's leader was not."""
    return "leader" not in held


def holds(person: str, ability: str) -> bool:
    return person in POSTS and POSTS[person][0] in POST_ABILITIES[ability]


def office(world, door, person, child, method):
    return holds(person, door.rule.partition(":")[2])


def whole(world, door, person, child, method):
    return holds(person, door.rule.partition(":")[2]) and POSTS[person][1]


def within(world, door, person, child, method):
    """An office of the district in which the row is."""
    return office(world, door, person, child, method) and (child == "district") == (person in ELSEWHERE)


def here(world, door, person, child, method):
    """An office of any district: a row of another one is as good as gone already."""
    return office(world, door, person, child, method)


def asks(world, door, person, child, method):
    """Psychologists, chairs, leaders and the office of the student's district, never about one's own child."""
    return within(world, REASON, person, child, method)


def keeper(world, door, person, child, method):
    return KEEPERS.get(child) == person


def giver(world, door, person, child, method):
    """Whoever gave it, as long as they are something to the student."""
    return KEEPERS.get(child) == person and bool(relations(world, person, child))


def own(world, door, person, child, method):
    """One's own record, wherever the address stands; a part of somebody else's is not there."""
    held = relations(world, person, child if door.things else mine(world, person)) & OWN
    return any(relation in STUDENT_ABILITIES[a] for relation in held for a in door.needs(method))


def own_day(world, door, person, child, method):
    """What one told oneself, on whichever page it is changed."""
    held = relations(world, person, child)
    return bool(held & OWN) and world.people[person] == world.thing(child, "own_day").by


def told_day(world, door, person, child, method):
    """What one told as family."""
    allowed = relations(world, person, child) & STUDENT_ABILITIES["day.write"]
    return bool(allowed) and world.people[person] == world.thing(child, "family_day").by


def tablet(world, door, person, child, method):
    return person in STUDENTS


def mine(world, person) -> str:
    return next((child for child, held in world.held[person].items() if set(held) & OWN), "own")


def leads(world, door, person, child, method):
    return bool(relations(world, person, child) & {"chair", "leader", "district"})


def kin(world, door, person, child, method):
    """Anybody's family, and whoever holds their own rights."""
    return any(set(held) & FAMILY for held in world.held[person].values())


REASON = Door(rule="office:record.reason")
RULES = {
    "here": here,
    "reason": asks,
    "open": lambda *_: True,
    "nobody": lambda *_: False,
    "off": lambda *_: False,
    "leaving": lambda world, door, person, *_: person != "signed out",
    "signed in": lambda world, door, person, *_: person != "signed out",
    "office": office,
    "whole": whole,
    "person": within,
    "keeper": keeper,
    "giver": giver,
    "own": own,
    "tablet": tablet,
    "kin": kin,
    "own day": own_day,
    "told day": told_day,
    "leads": leads,
    "working": lambda world, door, person, *_: person in POSTS,
    "teaching": lambda world, door, person, *_: holds(person, "class.device"),
}
