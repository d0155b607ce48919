"""The bundled fonts are the files their README names, and together they cover what schools write."""

import hashlib
import re

import pytest

from strongsuit.documents.glyphs import FONTS, families, shows

ROW = re.compile(
    r"^\| `(\S+\.ttf)` \| [^|]+ \| `([\w-]+)` \| (\d+\.\d+\.\d+) \| OFL-1\.1 \| `([0-9a-f]{64})` \|$", re.M
)
NAMED = {name: sha256 for name, _package, _version, sha256 in ROW.findall((FONTS / "README.md").read_text())}


def test_every_font_is_named_in_the_readme_and_every_named_font_is_there():
    assert set(NAMED) == {path.name for path in FONTS.glob("*.ttf")}


@pytest.mark.parametrize("name", sorted(NAMED))
def test_a_font_is_the_very_file_the_readme_names(name):
    assert hashlib.sha256((FONTS / name).read_bytes()).hexdigest() == NAMED[name]


def test_the_fonts_stay_small_enough_to_ship():
    assert sum(path.stat().st_size for path in FONTS.glob("*.ttf")) < 25 * 1024 * 1024


def test_the_licence_lies_beside_them():
    assert "SIL OPEN FONT LICENSE" in (FONTS / "OFL.txt").read_text()


@pytest.mark.parametrize(
    "words",
    [
        "¿Qué hace bien? ¡Mucho!",
        "Li konn rakonte istwa, byen pwòp",
        "Em kể chuyện rất giỏi, nghĩ ngợi kỹ",
        "Хорошо рассказывает, Ґанок",
        "她听完故事能从头讲到尾，說得很清楚",
        "이야기를 순서대로 말해요",
        "تحكي القصة بالترتيب",
        "وہ کہانی ترتیب سے سناتی ہے",
        "সে গল্পটি ঠিক ক্রমে বলে",
        "वह कहानी क्रम से सुनाती है",
        "היא מספרת את הסיפור לפי הסדר",
        "ਉਹ ਕਹਾਣੀ ਸੁਣਾਉਂਦੀ ਹੈ",
        "ታሪኩን በቅደም ተከተል ትናገራለች",
        "Opowiada po kolei, źdźbło, Përrallë",
        "ちから かたかな",
        "⠃⠗⠁⠊⠇⠇⠑ ½ ≥ → ✓ 👍🏽 👩‍👧",
    ],
)
def test_languages_of_the_schools_can_be_printed(words):
    assert [sign for sign in words if not shows(sign)] == []


def test_the_text_face_is_asked_first():
    assert families()[0] == "AtkinsonHyperlegibleNext"
    assert len(families()) == len({path.name.split("_")[0] for path in FONTS.glob("*.ttf")})
