"""Components accept what they name, refuse the rest, and never let text become markup."""

from datetime import date

import pytest
from django import forms
from django.template import TemplateSyntaxError, engines

from strongsuit.web.templatetags.components import Unknown, drawn_icon

HOSTILE = '"><script>alert(1)</script>'


def drawn(source, **values):
    return engines["django"].from_string(source).render(values)


@pytest.mark.parametrize(
    "source",
    [
        '{% badge text="x" tone="red" %}',
        '{% button text="x" kind="huge" %}',
        '{% icon "unicorn" %}',
        '{% growth_word word="good" text="Good" %}',
        '{% alert tone="loud" %}x{% endalert %}',
        '{% card tone="loud" %}x{% endcard %}',
    ],
)
def test_a_value_outside_the_list_is_refused_with_the_list(source):
    with pytest.raises(Unknown, match="It takes one of:"):
        drawn(source)


@pytest.mark.parametrize("source", ['{% badge text="x" colour="red" %}', '{% button "x" %}', "{% stat value=1 %}"])
def test_an_unknown_or_missing_argument_is_refused(source):
    with pytest.raises(TemplateSyntaxError):
        drawn(source)


@pytest.mark.parametrize(("code", "name"), [("es", "español"), ("ht", "Kreyòl ayisyen"), ("xx", "xx")])
def test_a_passage_in_any_language_says_which(code, name):
    assert name in drawn("{% language_tag code=code %}", code=code)


HOLDING_TEXT = """
{% badge text=h %}
{% button text=h name=h value=h label=h %}
{% link_button text=h url=h %}
{% quote words=h by=h %}
{% card title=h eyebrow=h %}{{ h }}{% endcard %}
{% alert title=h %}{{ h }}{% endalert %}
{% page_header title=h lead=h %}{% endpage_header %}
{% stat value=h label=h note=h %}
{% person_line name=h role=h %}
{% conflict mine=h theirs=h theirs_by=h version=h %}
{% table caption=h columns=columns rows=rows %}
{% symbol_tile icon='book' text=h name=h value=h %}
{% copy_button target=h %}
{% growth_word word='big' text=h start=h now=h target=h on=h next_step=h support=h %}
{% disclosure summary=h %}{{ h }}{% enddisclosure %}
"""


@pytest.mark.parametrize("source", HOLDING_TEXT.strip().splitlines())
def test_text_stays_text(source):
    out = drawn(
        source,
        h=HOSTILE,
        columns=[HOSTILE],
        rows=[[{"text": HOSTILE, "url": HOSTILE}], [{"text": HOSTILE, "tone": "good"}]],
    )
    assert "<script>" not in out and "&lt;script&gt;" in out


def test_words_of_a_person_stay_letter_for_letter():
    assert "<p>i lik it<br>wen I draw</p>" in drawn("{% quote words=words by='Maya' %}", words="i lik it\nwen I draw")


def test_a_quote_in_another_language_says_which():
    out = drawn("{% quote words='Me gusta' language='es' on=on %}", on=date(2026, 11, 4))
    assert ('lang="es"' in out, "español" in out) == (True, True)


@pytest.mark.parametrize(
    ("name", "initials"),
    [("Ana Ruiz", "AR"), ("Li", "L"), ("María del Carmen Ortega", "MO"), ("", ""), ("(x) Bo", "B")],
)
def test_initials_are_the_first_and_the_last(name, initials):
    assert f">{initials}</span>" in drawn("{% avatar_initials name=name %}", name=name)


@pytest.mark.parametrize(
    ("days", "words"),
    [(5, "5 days"), (1, "1 day"), (0, "Today"), (-1, "1 day ago"), (-3, "3 days ago"), (200, "200 days")],
)
def test_a_countdown_says_how_long(days, words):
    assert f'<span class="countdown-number">{words}</span>' in drawn("{% countdown days=days label='x' %}", days=days)


@pytest.mark.parametrize(("done", "total", "percent"), [(0, 8, 0), (3, 8, 38), (8, 8, 100), (9, 8, 100), (0, 0, 0)])
def test_a_ring_shows_the_share(done, total, percent):
    assert f'stroke-dasharray="{percent} 100"' in drawn(
        "{% progress_ring done=done total=total label='x' %}", done=done, total=total
    )


def test_the_numbers_of_growth_are_never_left_out_when_zero():
    out = drawn("{% growth_word word='needs' text='x' start=0 now=0 target=5 points=0 %}")
    assert out.count("<dd>0</dd>") == 3


def test_the_part_of_the_school_comes_before_the_growth_word():
    out = drawn("{% growth_word word='needs' text='WORD' support='SUPPORT' %}")
    assert out.index("SUPPORT") < out.index("WORD")


def test_a_row_with_too_few_cells_is_a_fault():
    with pytest.raises(ValueError, match="shorter"):
        drawn("{% table caption='x' columns=columns rows=rows %}", columns=["a", "b"], rows=[["1"]])


class Form(forms.Form):
    name = forms.CharField(label="Name", help_text="As written.")
    kind = forms.ChoiceField(label="Kind", choices=[("a", "A"), ("b", "B")], widget=forms.RadioSelect)
    note = forms.CharField(label="Note", required=False, widget=forms.Textarea)
    sure = forms.BooleanField(label="Sure", required=False)
    token = forms.CharField(widget=forms.HiddenInput)


def test_a_field_is_named_described_and_its_error_stands_beside_it():
    out = drawn("{% field form.name %}", form=Form({"token": "1"}))
    assert '<label for="id_name">Name</label>' in out
    assert 'aria-describedby="id_name_help id_name_error"' in out and 'aria-invalid="true"' in out
    assert out.index("This field is required.") < out.index("<input")


def test_a_list_of_choices_is_a_group_with_a_name():
    out = drawn("{% field form.kind %}", form=Form())
    assert (out.count("<fieldset"), out.count("<legend"), '<label for="id_kind_1">' in out) == (1, 1, True)


def test_only_what_may_be_left_out_says_so():
    out = drawn("{% fields form %}", form=Form())
    assert out.count("(optional)") == 1


def test_the_summary_leads_to_each_field():
    out = drawn("{% fields form %}", form=Form({"token": ""}))
    assert ('href="#id_name"' in out, 'href="#id_kind_0"' in out, "Nothing was saved yet" in out) == (True, True, True)


def test_the_line_beside_save_leads_in_no_direction():
    assert "Choose which words to keep" in drawn("{% save_state %}")


def test_a_form_without_problems_has_no_summary():
    assert "error-summary" not in drawn("{% fields form %}", form=Form({"token": "1", "name": "x", "kind": "a"}))


def test_what_was_typed_is_still_there():
    assert 'value="&lt;b&gt;Maya"' in drawn("{% field form.name %}", form=Form({"name": "<b>Maya"}))


@pytest.mark.parametrize(("name", "turns"), [("forward", True), ("undo", True), ("check", False), ("growth", False)])
def test_what_points_along_the_line_turns_round_from_right_to_left(name, turns):
    assert ("icon-turns" in drawn_icon(name, "", "")) == turns
