"""Invite somebody: gives a post and prints the one-time link."""

from argparse import ArgumentTypeError

from django.core.exceptions import ValidationError
from django.core.management import BaseCommand, CommandError
from django.core.validators import validate_email

from strongsuit.people import actions
from strongsuit.people.models import School
from strongsuit.people.roles import Role
from strongsuit.web.refusals import Cannot


def address(value):
    try:
        validate_email(value)
    except ValidationError as problem:
        raise ArgumentTypeError(f"{value!r} is not an e-mail address") from problem
    return value


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("email", type=address)
        parser.add_argument("--role", required=True, choices=[role.value for role in Role])
        parser.add_argument("--name", help="how the person is called; the e-mail address where it is not given")
        parser.add_argument("--school", help="name or code; without it the post is for the whole district")
        parser.add_argument("--district", help="name or code; needed where there are several, or none yet")
        parser.add_argument("--new-district", action="store_true", help="make the district; its name must be new")

    def handle(self, *, email, role, name, school, district, new_district, **options):
        try:
            where = actions.district_for(district, new=new_district)
            made = actions.invite(
                by="strongsuit invite",
                email=email,
                name=name or email,
                role=role,
                district=where,
                school=self.find_school(where, school) if school else None,
            )
        except Cannot as reason:
            raise CommandError(str(reason)) from reason
        self.stdout.write("A one-time link, good for seven days, is on its way by mail. It is also this:\n")
        self.stdout.write(actions.link_address(made))

    def find_school(self, district, wanted):
        named = [each for each in School.objects.filter(district=district) if wanted in {each.name, each.code}]
        if len(named) != 1:
            known = ", ".join(School.objects.filter(district=district).values_list("name", flat=True)) or "none yet"
            raise CommandError(f"There is no school {wanted!r} here. Known: {known}.")
        return named[0]
