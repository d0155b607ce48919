"""strongsuit coach: JSON lines in, JSON lines out."""

import io
import json
from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command


def coach(monkeypatch, capsys, part, *lines):
    """What comes back, what is reported, and whether the end is an error."""
    given = b"\n".join(line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines)
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(given)))
    failed = False
    try:
        call_command("coach", part, "--jsonl")
    except CommandError as fault:
        failed = fault.returncode == 1
    out = capsys.readouterr()
    return [json.loads(line) for line in out.out.splitlines()], out.err, failed


def test_findings_come_with_their_places_in_the_text(monkeypatch, capsys):
    text = "🦉 Mia flatly refuses the warm-up."
    (said,), err, failed = coach(monkeypatch, capsys, "wording", {"id": "a", "text": text, "context": "progress"})
    (found,) = said["findings"]
    assert (said["id"], err, failed) == ("a", "", False)
    assert text[found["start"] : found["end"]] == found["text"] == "flatly refuses"
    assert (found["category"], found["severity"], found["rule"]) == ("willful_refusal", 2, "refusal.refuse")
    assert found["why"] and 1 <= len(found["reframes"]) <= 3 and found["ask"].endswith("?")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("A lazy boy sat down.", "A ___ (seen in ___) boy sat down."),
        ("The quiet, manipulative girl sat down.", "The quiet, ___ (seen in ___) girl sat down."),
        ("Kofi is lazy.", "Kofi is in need of a first step for ___."),
    ],
)
def test_a_reframe_takes_the_place_of_the_marked_words_and_of_no_others(monkeypatch, capsys, text, left):
    (said,), _err, _failed = coach(monkeypatch, capsys, "wording", {"id": "a", "text": text})
    (found,) = said["findings"]
    assert text[: found["start"]] + found["reframes"][0] + text[found["end"] :] == left


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (b"nope", "not JSON"),
        (b'"a text"', 'an object with a "text" is expected'),
        (b'{"id": 2}', 'an object with a "text" is expected'),
        (b'{"id": 2, "text": 7}', 'an object with a "text" is expected'),
        (b'{"id": 2, "text": "x", "context": "poem"}', '"context" is one of'),
        (b"\xff\xfe", "not UTF-8"),
        (b"[" * 100_000, "not JSON"),
        (b'{"id": NaN, "text": "x"}', "NaN is no value"),
        (b'{"id": [-Infinity], "text": "x"}', "-Infinity is no value"),
        (b'{"id": 1e999, "text": "x"}', "not JSON compliant"),
        (b'{"id": "\\ud800", "text": "x"}', "surrogates not allowed"),
        (b'{"id": 3, "text": "x", "context": 0}', '"context" is one of'),
    ],
)
def test_a_line_that_says_nothing_is_reported_by_its_number_and_skipped(monkeypatch, capsys, bad, why):
    lines = {"id": 1, "text": "He is lazy."}, b"", bad, {"id": 4, "text": "He reads."}
    said, err, failed = coach(monkeypatch, capsys, "wording", *lines)
    assert ([one["id"] for one in said], [len(one["findings"]) for one in said]) == ([1, 4], [1, 0])
    assert err.startswith("line 3: ") and why in err and failed


def test_praise_is_no_deficit_wording(monkeypatch, capsys):
    (said,), _err, _failed = coach(monkeypatch, capsys, "wording", {"id": 1, "text": "Maya is a joy to have in class."})
    assert said["findings"] == []


def test_the_parts_of_a_goal_come_with_the_words_that_decide_them(monkeypatch, capsys):
    text = "By 6 June, given a checklist, Ines will circle the verb in 9 of 12 sentences (now 4 of 12)."
    (said,), _err, failed = coach(monkeypatch, capsys, "goals", {"id": 7, "text": text, "kind": "annual"})
    there = {name: text[slice(*span)] for name, span in said["spans"].items()}
    assert (said["id"], failed, said["measurable"]) == (7, False, True)
    assert there["timeframe"] == "By 6 June" and "checklist" in there["condition"] and "9 of 12" in there["criterion"]
    assert [said[f"has_{part}"] for part in ("behavior", "baseline", "measurement")] == [True, True, False]
    assert said["strength_woven"] is False and len(said["advice"]) == 2


def test_a_goal_for_after_school_is_asked_for_no_percent(monkeypatch, capsys):
    line = {"id": 1, "text": "After graduation, Sol will enroll in a baking program.", "kind": "postsecondary"}
    (said,), _err, _failed = coach(monkeypatch, capsys, "goals", line)
    assert (said["measurable"], said["advice"]) == (True, [])


def test_a_kind_that_is_none_is_refused(monkeypatch, capsys):
    assert coach(monkeypatch, capsys, "goals", {"id": 1, "text": "x", "kind": "weekly"})[2]
