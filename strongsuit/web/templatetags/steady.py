"""What stands on every page alike is drawn once in each language: ``{% steady %}...{% endsteady %}``."""

from django import template
from django.utils.translation import get_language

register = template.Library()


class Steady(template.Node):
    """Nothing inside may depend on who asks, or on what for: the first drawing is everybody's."""

    def __init__(self, nodelist):
        self.nodelist, self.drawn = nodelist, {}

    def render(self, context):
        language = get_language()
        if language not in self.drawn:
            # An empty context, so that nobody's words can get in.
            self.drawn[language] = self.nodelist.render(context.new({}))
        return self.drawn[language]


@register.tag
def steady(parser, token):
    nodelist = parser.parse(("endsteady",))
    parser.delete_first_token()
    return Steady(nodelist)
