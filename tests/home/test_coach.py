"""strongsuit coach: JSON lines in, JSON lines out."""

import io
import json
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.core.management import call_command

ROOT = Path(__file__).parents[2]
# Kilobytes.
MOST_MEMORY = 60_000


def coach(monkeypatch, capsys, part, *lines):
    """What comes back, what is reported, and whether the end is an error."""
    given = b"\n".join(line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines)
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(given)))
    failed = False
    try:
        call_command("coach", part, "--jsonl")
    except SystemExit as end:
        failed = end.code == 1
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
        (b'{"id": 1e999, "text": "x"}', "line 3: the number 1e999 is too large\n"),
        (b'{"id": [-1.5e999], "text": "x"}', "line 3: the number -1.5e999 is too large\n"),
        (
            b'{"id": %s, "text": "x"}' % (b"7" * 5000),
            "line 3: a number of 5000 digits is too long; at most 300 are read\n",
        ),
        (b'{"id": "\\ud800", "text": "x"}', r"\ud800 is half of a sign, and the other half is missing"),
        (b'{"id": 3, "text": "x", "context": 0}', '"context" is one of'),
    ],
)
def test_a_line_that_says_nothing_is_reported_by_its_number_and_skipped(monkeypatch, capsys, bad, why):
    lines = {"id": 1, "text": "He is lazy."}, b"", bad, {"id": 4, "text": "He reads."}
    said, err, failed = coach(monkeypatch, capsys, "wording", *lines)
    assert ([one["id"] for one in said], [len(one["findings"]) for one in said]) == ([1, 4], [1, 0])
    assert err.startswith("line 3: ") and why in err and failed
    assert [line.partition(":")[0] for line in err.splitlines()] == ["line 3", "1 of the lines could not be read."]


@pytest.mark.parametrize("part", ["wording", "goals"])
def test_lines_are_read_without_django_and_in_little_memory(part):
    asked = (
        "import sys\nfrom strongsuit.command import main\nsys.argv[1:] = ['coach', sys.argv[1], '--jsonl']\n"
        "try: main()\nfinally: print(*(line.split()[1] for line in open('/proc/self/status') if 'VmHWM' in line), "
        "any(name.partition('.')[0] == 'django' for name in sys.modules), file=sys.stderr)"
    )
    given = b"\n".join(
        json.dumps({"id": number, "text": text}).encode()
        for number, text in enumerate(("He is lazy.", "The class walks on eggshells around her.", "He reads by June."))
    )
    done = subprocess.run(
        [sys.executable, "-c", asked, part], input=given, capture_output=True, cwd=ROOT, timeout=60, check=False
    )
    memory, django = done.stderr.decode().split()
    assert done.returncode == 0 and len(done.stdout.splitlines()) == 3
    assert django == "False" and int(memory) < MOST_MEMORY


@pytest.mark.parametrize("words", [("coach", "wording", "--jsonl"), ("coach", "review", "plan.txt"), ("help",)])
def test_a_reader_that_has_enough_ends_it_without_a_word(words, tmp_path):
    (tmp_path / "plan.txt").write_text("He is lazy.\n")
    done = subprocess.Popen(
        [sys.executable, "-m", "strongsuit", *words], cwd=tmp_path, env={"PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    # Nobody reads any more, as behind "| head -1".
    done.stdout.close()
    done.stdout = None
    _out, err = done.communicate(b'{"id": 1, "text": "He is lazy."}\n', timeout=60)
    assert (err, done.returncode) == (b"", 141)


def test_praise_is_no_deficit_wording(monkeypatch, capsys):
    (said,), _err, _failed = coach(monkeypatch, capsys, "wording", {"id": 1, "text": "Maya is a joy to have in class."})
    assert said["findings"] == []


def test_the_parts_of_a_goal_come_with_the_words_that_decide_them(monkeypatch, capsys):
    text = "By 6 June, given a checklist, Ines will circle the verb in 9 of 12 sentences (now 4 of 12)."
    (said,), _err, failed = coach(monkeypatch, capsys, "goals", {"id": 7, "text": text, "kind": "annual"})
    there = {name: text[slice(*span)] for name, span in said["spans"].items()}
    assert (said["id"], failed, said["measurable"]) == (7, False, True)
    condition, criterion = there["has_condition"], there["has_criterion"]
    assert there["has_timeframe"] == "By 6 June" and "checklist" in condition and "9 of 12" in criterion
    assert [said[f"has_{part}"] for part in ("behavior", "baseline", "measurement")] == [True, True, False]
    assert said["strength_woven"] is False and len(said["advice"]) == 2


def test_a_goal_for_after_school_is_asked_for_no_percent(monkeypatch, capsys):
    line = {"id": 1, "text": "After graduation, Sol will enroll in a baking program.", "kind": "postsecondary"}
    (said,), _err, _failed = coach(monkeypatch, capsys, "goals", line)
    assert (said["measurable"], said["advice"]) == (True, [])


def test_a_kind_that_is_none_is_refused(monkeypatch, capsys):
    assert coach(monkeypatch, capsys, "goals", {"id": 1, "text": "x", "kind": "weekly"})[2]
