"""Pages that are made from the code."""

import pytest
from django.core.management import CommandError, call_command

from strongsuit.audit.privacy import declared
from strongsuit.home.data_page import data_page
from strongsuit.knowledge.coach.line_names import SHORT


@pytest.mark.patient
def test_the_pages_are_written(settings, tmp_path, capsys):
    settings.BASE_DIR = tmp_path
    (tmp_path / "docs").mkdir()
    call_command("write_docs")
    written = sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*.*"))
    assert written == sorted(capsys.readouterr().out.split())
    assert [name for name in written if not name.startswith("docs/rules/coach/")] == [
        "docs/data.md", "docs/operate/bill-of-materials.json", "docs/operate/commands.md", "docs/rules/coach.md",
        "docs/rules/compliance.md", "docs/rules/finder.md",
    ]  # fmt: skip
    assert len(written) == 6 + len(SHORT)


def test_an_installed_package_has_no_docs_to_write(settings, tmp_path):
    settings.BASE_DIR = tmp_path
    with pytest.raises(CommandError, match="in a checkout"):
        call_command("write_docs")


def test_the_page_about_data_has_a_line_for_each_declaration():
    lines = [line for line in data_page().splitlines() if line.startswith("| `")]
    assert len(lines) == len(declared())
    assert all(line.count(" | ") == 7 for line in lines)
