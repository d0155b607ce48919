"""The personal data of meetings, who came, and who signed."""

from strongsuit.audit.privacy import RECORD_YEARS, Kept

TEAM_AND_FAMILY = "the student's team, the school's leader and chair, the family, the adult student"

KEPT = (
    Kept(
        "meetings.Meeting",
        (
            "student", "plan", "kind", "state", "starts_at", "minutes", "place", "purpose", "notice_sent_on", "held_at",
            "agreed", "agreement_note", "family_tried", "stayed_away", "unheard_because", "left_out",
        ),
        "the student", "to invite in time, and to know who was missing and what was agreed",
        "34 CFR 300.321(e), 300.322, 300.324(a)", TEAM_AND_FAMILY, RECORD_YEARS,
    ),
    Kept(
        "meetings.Attendee",
        ("student", "meeting", "account", "name", "part", "answer", "wish", "came", "told_at"),
        "whoever was invited", "to show who took part, and to hear who cannot come", "34 CFR 300.321, 300.322(d)",
        f"{TEAM_AND_FAMILY}; a wish only those who invited", RECORD_YEARS,
    ),
    Kept(
        "meetings.Preview", ("student", "meeting", "seen", "apart", "by", "on", "at"), "the student",
        "so that nothing at a meeting surprises the student", "34 CFR 300.321(a)(7), (b)(1)", TEAM_AND_FAMILY,
        RECORD_YEARS,
    ),
    Kept(
        "meetings.Signature",
        ("student", "plan", "account", "name", "capacity", "meaning", "statement", "words", "signed_at"),
        "whoever signed", "proof of taking part, of consent, or of its refusal", "34 CFR 300.9, 300.300, 300.321",
        TEAM_AND_FAMILY, RECORD_YEARS,
    ),
)  # fmt: skip
