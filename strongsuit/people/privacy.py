"""The personal data of accounts, posts and sign-ins."""

from strongsuit.audit.privacy import Erase, Kept

SIGN_IN = "to let people in and keep others out"
STAFF = "the person; the district office"

KEPT = (
    Kept(
        model="people.Account",
        fields=(
            "email",
            "name",
            "kind",
            "language",
            "display",
            "password",
            "stamp",
            "reset_mark",
            "last_login",
            "is_active",
            "created_at",
        ),  # fmt: skip
        whose="staff, families, students",
        purpose=SIGN_IN,
        basis="34 CFR 99.31(a)(1)(ii): reasonable methods to see that only those with a reason get in",
        audience="the person; the district office sees name and e-mail of staff",
        keep_for="until the last post, family or student record that names it is gone",
        erase=Erase.DELETE,
    ),
    Kept(
        model="people.StaffPost",
        fields=("account", "school", "role", "title", "starts_on", "ends_on"),
        whose="staff",
        purpose="to know who works here, and so who may have a reason to open a record",
        basis="34 CFR 99.31(a)(1)(i)",
        audience=STAFF,
        keep_for="as long as the trail in which the person acts",
        erase=Erase.DELETE,
    ),
    Kept(
        model="people.Session",
        fields=("session_key", "account", "agent", "started_at", "seen_at", "expire_date", "session_data"),
        whose="staff, families, students",
        purpose="to keep a sign-in open and show people where they are signed in",
        basis="34 CFR 99.31(a)(1)(ii)",
        audience=STAFF,
        keep_for="twelve hours at most",
        erase=Erase.DELETE,
    ),
    Kept(
        model="people.Invitation",
        fields=("account", "made_by", "made_at", "used_at"),
        whose="staff, families",
        purpose=SIGN_IN,
        basis="34 CFR 99.31(a)(1)(ii)",
        audience="the district office",
        keep_for="one year",
        erase=Erase.DELETE,
    ),
    Kept(
        model="mfa.Authenticator",
        fields=("user", "type", "data", "created_at", "last_used_at"),
        whose="staff, families",
        purpose="the second step of signing in; its secrets are stored encrypted",
        basis="34 CFR 99.31(a)(1)(ii)",
        audience="the person",
        keep_for="until the person removes it, or the account is gone",
        erase=Erase.DELETE,
    ),
    Kept(
        model="account.EmailAddress",
        fields=("user", "email", "verified", "primary"),
        whose="staff, families",
        purpose="to send a link for a new password",
        basis="34 CFR 99.31(a)(1)(ii)",
        audience=STAFF,
        keep_for="as long as the account",
        erase=Erase.DELETE,
    ),
    Kept(
        model="account.EmailConfirmation",
        fields=("email_address", "created", "sent", "key"),
        whose="nobody: people are invited, and do not sign up",
        purpose="a table of the sign-in library that stays empty here",
        basis="none is needed",
        audience="nobody",
        keep_for="not at all",
        erase=Erase.DELETE,
    ),
)
