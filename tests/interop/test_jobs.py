"""Packages that nobody answered go after two weeks; their reports stay."""

from datetime import timedelta

from django.core.files.storage import default_storage

from strongsuit.interop.jobs import forget_old_packages
from strongsuit.interop.models import ImportRun
from tests.cast import NOW


def test_an_old_package_goes_and_its_report_stays(bring, django_capture_on_commit_callbacks):
    run = bring(dry_run=True, keep=True)
    name, problems = run.package.name, run.problems.count()
    assert forget_old_packages(now=NOW + timedelta(days=14)) == 0
    with django_capture_on_commit_callbacks(execute=True):
        assert forget_old_packages(now=NOW + timedelta(days=15)) == 1
    assert default_storage.exists(name) is False
    assert ImportRun.objects.get().problems.count() == problems
    assert forget_old_packages(now=NOW + timedelta(days=15)) == 0
