"""The strongsuit command."""

import sys

import pytest

from strongsuit import __version__, command


def said(capsys, monkeypatch, *words):
    monkeypatch.setattr(sys, "argv", ["strongsuit", *words])
    command.main()
    return capsys.readouterr().out


@pytest.mark.parametrize("words", [(), ("help",), ("--help",), ("-h",)])
def test_without_a_command_it_lists_them_all(capsys, monkeypatch, words):
    listed = [line.split()[0] for line in said(capsys, monkeypatch, *words).splitlines() if line.startswith("  ")]
    assert listed == [name.replace("_", "-") for name in command.operations()]


def test_every_command_says_what_it_does_in_one_sentence():
    assert [name for name, words in command.operations().items() if not words.endswith(".") or len(words) > 100] == []


def test_the_everyday_commands_exist_and_come_first():
    assert list(command.operations())[: len(command.FIRST)] == command.FIRST


def test_a_hyphen_in_a_name_finds_the_command(capsys, monkeypatch):
    with pytest.raises(SystemExit) as end:
        said(capsys, monkeypatch, "import-roster", "--help")
    assert (end.value.code, "strongsuit import-roster" in capsys.readouterr().out) == (0, True)


def test_it_tells_its_version(capsys, monkeypatch):
    assert said(capsys, monkeypatch, "--version") == f"Strongsuit {__version__}\n"
