"""What a scanner sends, and what it would write down about an answer (WEB-07).

It is our own and knows the addresses and forms, so it misses none; it replaces no scanner that others made."""

import re

from tests.house.headers import missing
from tests.house.pages import Page

# By what each would show itself, were it to work.
PROBES = {
    "script": "\"'><zqx zqy=1>",
    "template": "{{ 12345|add:64200000 }}{% now 'Y' %}${12345+64200000}",
    "database": "zqz' UNION SELECT name, 'zqw'||'zqw' FROM people_account--",
    "header": "x\r\nZqx-Header: 1\r\n\r\n<zqx>",
    "path": "../../../../../../etc/passwd",
    "shell": "$(expr 12345 + 64200000);`id`|id",
    "away": "//zqx.example/",
    "document": "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
    "object": "__proto__[zqx]=1&constructor.prototype.zqx=1",
}
WORKED = re.compile(r"<zqx|64212345|zqwzqw|root:[x*]:0|uid=\d+\(|\(most recent call last\)|SQLSTATE|near \"zqz")
SPOKEN = {
    "HTTP_USER_AGENT": PROBES["script"], "HTTP_REFERER": f"http://testserver/{PROBES['script']}",
    "HTTP_ACCEPT_LANGUAGE": PROBES["path"], "HTTP_X_FORWARDED_FOR": PROBES["database"],
    "HTTP_COOKIE": "display=<zqx>; messages=<zqx>; kept=<zqx>; known-device=<zqx>; class-device=<zqx>",
    "HTTP_X_REQUEST_ID": "<zqx>", "HTTP_HX_REQUEST": "<zqx>", "HTTP_HX_CURRENT_URL": "<zqx>",
}  # fmt: skip


def faults(answer):
    """What a scanner would write down about one answer."""
    found = [f"status {answer}"] if answer.status >= 500 else []
    found += [f"a probe worked: {hit[0]}" for hit in WORKED.finditer(answer.text)]
    found += [f"a header of its own: {name}" for name in answer.headers if name.lower().startswith("zqx")]
    found += ["leads away"] if "zqx.example" in answer.url.partition("?")[0] else []
    found += [f"without {name}" for name in missing(answer)]
    found += ["may be stored"] if "no-store" not in answer.headers.get("Cache-Control", "") else []
    found += [
        f"a loose cookie: {name}"
        for name, cookie in answer.cookies.items()
        if not cookie["samesite"] or (name != "kept" and name != "display" and cookie.value and not cookie["httponly"])
    ]
    if answer.headers.get("Content-Type", "").startswith("text/html") and answer.body:
        page = Page(answer.text)
        strange = [*page.inline, *page.elsewhere, *(one for one in page.tags | page.attributes if one[:2] == "zq")]
        found += [f"foreign: {one}" for one in strange]
    return found


def listed(wrong):
    return "\n".join(sorted(set(wrong))[:30])
