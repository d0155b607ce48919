import json
import pytest
from tests.house.browser import Browser
from tests.house.crawl import walk
from tests.house.spoken import missing_in
pytestmark = pytest.mark.django_db
WALKERS=("guardian","student","grown student","informed","other family")

def sendings(form):
    yield form.fields
    yield {name: values if form.kinds.get(name)=="hidden" else [""] for name, values in form.fields.items()}
    yield {name: values if form.kinds.get(name)=="hidden" or any(values) else ["12" if form.kinds.get(name)=="number" else "Some words."] for name, values in form.fields.items()} | {name: options[:1] for name, options in form.options.items() if options}

@pytest.mark.parametrize("language", ["es"])
def test_x(world, language):
    heard_by = {}
    for name in WALKERS:
        person = world.people[name]
        person.language = language
        person.save(update_fields=["language"])
        browser = Browser(person)
        with missing_in(language) as heard:
            steps = walk(world, name, browser)
            print(name, len(steps), len(heard))
            for step in steps:
                for form in step.page.forms if step.page else ():
                    if form.method != "post": continue
                    for sent in sendings(form):
                        a = browser.post(form.action or step.path, sent)
                        if a.url.startswith("/"): pass
            print(name, len(heard))
        heard_by[name]=sorted(map(str,heard))
        print([ (s.route,s.answer.status) for s in steps][:400])
    json.dump(heard_by, open("/tmp/h11-heard.json","w"))
