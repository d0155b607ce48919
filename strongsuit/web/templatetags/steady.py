"""What stands on many pages alike is drawn once in each language: ``{% steady name=value %}...{% endsteady %}``."""

from django import template
from django.template.base import token_kwargs
from django.utils.translation import get_language

register = template.Library()

# Drawings that one place keeps; what is asked for most is soon drawn again.
MOST = 500


class Steady(template.Node):
    """Inside, only the named values are known, so that one drawing serves all who would see the same."""

    def __init__(self, nodelist, named):
        self.nodelist, self.named, self.drawn = nodelist, named, {}

    def render(self, context):
        values = {name: value.resolve(context) for name, value in self.named.items()}
        # True and 1 are drawn differently, although they are equal.
        key = (get_language(), *((type(value), value) for value in values.values()))
        drawn = self.drawn.get(key)
        if drawn is None:
            if len(self.drawn) >= MOST:
                self.drawn.clear()
            drawn = self.drawn[key] = self.nodelist.render(context.new(values))
        return drawn


@register.tag
def steady(parser, token):
    _name, *bits = token.split_contents()
    named = token_kwargs(bits, parser)
    if bits:
        raise template.TemplateSyntaxError("steady takes name=value pairs: {% steady name=value %}")
    nodelist = parser.parse(("endsteady",))
    parser.delete_first_token()
    return Steady(nodelist, named)
