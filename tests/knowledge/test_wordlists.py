"""The lists of words and expressions: how they are written, that each is asked for, and that none is missing."""

import re
from pathlib import Path

import pytest

from strongsuit.knowledge import wordlists
from strongsuit.knowledge.wordlists import WORDS, Expressions, any_of, phrases, words

KNOWLEDGE = WORDS.parents[1]
CODE = "\n".join(path.read_text(encoding="utf-8") for path in sorted(KNOWLEDGE.rglob("*.py")))
RULES = "\n".join(path.read_text(encoding="utf-8") for path in sorted((WORDS / "rules").glob("*.txt")))
FOLDERS = ("*.txt", "document/*", "goals/*")
FILES = sorted(str(path.relative_to(WORDS).with_suffix("")) for folder in FOLDERS for path in WORDS.glob(folder))
NAMED = [
    file
    for file in FILES
    if re.search(r"^[a-z_]+ =(?: .*)?$", (WORDS / f"{file}.txt").read_text("utf-8"), re.MULTILINE)
]
# Lists of names with what they stand for, read by ``rewordings``.
SAID_OTHERWISE = (
    "document/with_object", "fact_sources", "headings", "how_often", "irregular_verbs", "labels", "plainer",
    "skill_areas",
)  # fmt: skip
TOGETHER = [file for file in NAMED if file not in SAID_OTHERWISE]
LISTS = [f"{file}.{name}" for file in TOGETHER for name in wordlists._lists(file)]
EXPRESSIONS = [name for name in LISTS if name.startswith(("document/", "goals/"))]


@pytest.mark.parametrize("file", FILES)
def test_a_file_opens_with_what_it_is_for_and_names_each_word_once(file):
    lines = (WORDS / f"{file}.txt").read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("# ")
    entries = wordlists._lines(file)
    assert len(entries) == len(set(entries))
    if file not in TOGETHER:
        assert [line for line in entries if line != line.strip().lower()] == []


@pytest.mark.parametrize("name", LISTS)
def test_a_list_names_each_word_once(name):
    said = wordlists._said(name)
    assert len(said) == len(set(said))
    assert [word for word in said if not word or word != word.strip()] == []


def test_a_name_stands_for_one_list():
    for file in TOGETHER:
        names = [line.partition(" ")[0] for line in wordlists._lines(file)]
        assert len(names) == len(set(names)), file


def test_every_list_is_asked_for():
    """In the code by its name, which may be told apart from its file; or by another list of the same file or any."""
    texts = {file: (WORDS / f"{file}.txt").read_text(encoding="utf-8") for file in TOGETHER}
    asked = CODE + RULES + "\n".join(texts.values())
    unasked = [file for file in FILES if file not in TOGETHER and not re.search(rf"[\"'@{{]{file}\b", asked)]
    for name in LISTS:
        file, _dot, own = name.partition(".")
        if not re.search(rf'"(?:{name}|{own})"|{{{name}}}', asked) and f"{{{own}}}" not in texts[file]:
            unasked.append(name)
    assert unasked == []


ASKED = {
    name for call in re.findall(r"\b(?:words|phrases)\(([^()]*)\)", CODE) for name in re.findall(r'"([\w/.]+)"', call)
}


@pytest.mark.parametrize("name", sorted(ASKED))
def test_a_list_that_is_asked_for_is_there(name):
    assert words(name)


def test_lists_are_joined_and_phrases_are_told_by_their_words():
    assert words("pronouns.owners", "pronouns.several") == {"his", "her", "their", "they", "them"}
    assert ("out", "of", "seat") in phrases("complaining.out_of")


def test_an_expression_takes_in_other_lists_and_whole_files(tmp_path, monkeypatch):
    (tmp_path / "pets.txt").write_text("# Pets.\ncat\ncat fish\n")
    (tmp_path / "made_up.txt").write_text(
        "# Made up.\nmany = \\d+ / two\n\nkept =\n    # What is kept.\n    {many} {pets}\n    no {pets}\n"
    )
    monkeypatch.setattr(wordlists, "WORDS", Path(tmp_path))
    for cached in (wordlists._lists, wordlists.words):
        cached.cache_clear()
    said = Expressions("made_up")
    assert said["kept"].fullmatch("two cat fish")
    assert said["kept"].fullmatch("no cat")
    assert not said["kept"].fullmatch("three cat")
    assert not said["kept"].fullmatch("No Cat")
    assert Expressions("made_up", re.IGNORECASE)["kept"].fullmatch("No Cat")
    assert any_of("made_up.many") == r"\d+|two"
    for cached in (wordlists._lists, wordlists.words):
        cached.cache_clear()


@pytest.mark.parametrize("name", EXPRESSIONS)
def test_an_expression_can_be_looked_for(name):
    assert re.compile(any_of(name))
