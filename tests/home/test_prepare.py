"""What is true before the first page."""

import pytest
from django.conf import settings
from django.core.management import CommandError
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from strongsuit.home import prepare


@pytest.fixture
def static(settings, tmp_path):
    """A data folder, and one folder of static files with one file in it."""
    settings.DATA, settings.STATIC_ROOT = tmp_path / "data", tmp_path / "data" / "static"
    settings.STATICFILES_DIRS = [tmp_path / "here"]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    for folder in (settings.DATA, settings.STATICFILES_DIRS[0]):
        folder.mkdir()
    file = settings.STATICFILES_DIRS[0] / "words.css"
    file.write_text("old")
    return file


def served(name="words.css"):
    return (settings.STATIC_ROOT / name).read_text()


def test_static_files_are_gathered_again_when_one_has_changed(static):
    prepare.gather_static_files()
    assert served() == "old"
    static.write_text("newer")
    prepare.gather_static_files()
    assert served() == "newer"


def test_static_files_that_have_not_changed_are_left_alone(static):
    prepare.gather_static_files()
    (settings.STATIC_ROOT / "words.css").write_text("as it was left")
    prepare.gather_static_files()
    assert served() == "as it was left"


@pytest.mark.django_db
def test_tables_in_shape_need_nothing(django_assert_max_num_queries):
    with django_assert_max_num_queries(2):
        prepare.bring_tables_into_shape()


@pytest.mark.postgres
@pytest.mark.django_db
def test_a_database_server_is_migrated_by_its_operator():
    MigrationRecorder(connection).migration_qs.latest("pk").delete()
    with pytest.raises(CommandError, match="strongsuit migrate"):
        prepare.bring_tables_into_shape()


def test_demo_mode_refuses_a_database_with_a_real_district(cast, settings):
    settings.DEMO = True
    with pytest.raises(CommandError, match="holds a real district"):
        prepare.build_demo()
