"""Other languages: each catalogue is sound, and what families and students can open is whole in it."""

import tomllib
from pathlib import Path

import pytest
from django.conf import settings

from tests.amounts import patient
from tests.house import catalogues
from tests.house.browser import Browser
from tests.house.crawl import walk
from tests.house.spoken import missing_in

AGREED = tomllib.loads((Path(__file__).parent / "agreed.toml").read_text(encoding="utf-8"))
SPOKEN = [language for language in catalogues.LANGUAGES if catalogues.path_of(language, "mo").exists()]
WALKERS = ("guardian", "student", *(("grown student", "informed", "other family") if patient() else ()))


def filled(language):
    return [message for message in catalogues.entries(language) if catalogues.translated(message)]


def test_a_language_is_offered_as_soon_as_its_words_are_there():
    assert dict(settings.LANGUAGES).keys() == {"en", *SPOKEN} and "es" in SPOKEN


@pytest.mark.parametrize("language", SPOKEN)
def test_what_is_put_into_a_sentence_and_its_marks_are_the_same_in_every_language(language):
    wrong = [
        (original, translation)
        for message in filled(language)
        for original, translation in catalogues.forms(message)[-1:]
        for held in (catalogues.PLACE, catalogues.TAG)
        if sorted(set(held.findall(original))) != sorted(set(held.findall(translation)))
    ]
    assert wrong == []


@pytest.mark.parametrize("language", SPOKEN)
def test_what_is_read_at_run_time_is_what_the_catalogue_says(language):
    assert catalogues.path_of(language, "mo").read_bytes() == catalogues.compiled(language), (
        "run bin/messages --compile"
    )


@pytest.mark.parametrize(
    ("language", "english"), [(one, each) for one in AGREED if one in SPOKEN for each in AGREED[one]]
)
def test_the_words_of_the_field_have_one_name(language, english):
    said = {message.string for message in catalogues.entries(language) if message.id == english}
    assert said == {AGREED[language][english]}


def sent(form):
    """A form as it stands, empty, and with something in every field."""
    hidden = {name for name in form.fields if form.kinds.get(name) == "hidden"}
    empty = {name: values if name in hidden else [""] for name, values in form.fields.items()}
    some_words = {
        name: values if name in hidden or any(values) else ["12" if form.kinds.get(name) == "number" else "Some words."]
        for name, values in form.fields.items()
    }
    return form.fields, empty, some_words | {name: options[:1] for name, options in form.options.items() if options}


@pytest.mark.django_db
@pytest.mark.parametrize("who", WALKERS)
@pytest.mark.parametrize("language", SPOKEN)
def test_what_families_and_students_open_and_are_answered_is_whole_in_their_language(world, language, who):
    person = world.people[who]
    person.language = language
    person.save(update_fields=["language"])
    browser = Browser(person)
    with missing_in(language) as heard:
        steps = walk(world, who, browser)
        for step in steps:
            for form in step.page.forms if step.page else ():
                for fields in sent(form) if form.method == "post" else ():
                    browser.post(form.action or step.path, fields)
    ours = {each for message in catalogues.entries(language) for each in catalogues.forms(message)[0][:1]}
    assert len(steps) > 20 and sorted(heard & ours) == []
