"""A plan with parts and nothing useful in them."""

from dataclasses import replace

from strongsuit.knowledge.shapes import EarlierPlan, FactorFacts
from strongsuit.knowledge.terms import Factor, Grade
from tests.knowledge.compliance.maya import DRAWS, GOAL, NEED, OCEANS, READING, SERVICE, STUDENT, TODAY, WORDS, plan


def bare_plan(*, text="", grade=Grade.G5, birth=STUDENT.birth_date, goals=None):
    need = replace(NEED, statement=text, impact=text, measure_text=text)
    level = replace(READING, strength_text=text, now_text=text, strength_ids=(), needs=(need,))
    empty = replace(GOAL, need_id=None, condition=text, behavior=text, criterion=text, baseline=None, unit=text)
    service = replace(SERVICE, name=text, times=None, minutes=None, location=None, starts_on=None, ends_on=None)
    return plan(
        student=replace(STUDENT, name=text, grade=grade, birth_date=birth, evaluated_on=None),
        meeting_held=False,
        starts_on=None,
        ends_on=None,
        strengths=(replace(DRAWS, words=text), replace(OCEANS, words=text)),
        words=(replace(WORDS, words=text),),
        sections=(),
        present_levels=(level,),
        goals=(replace(empty, schedule=None, measure=None, report_schedule=None),) if goals is None else goals,
        services=(service,),
        accommodations=(),
        factors=tuple(FactorFacts(factor, answer=True, text=text) for factor in Factor if factor != Factor.FORMATS),
        earlier=(EarlierPlan(TODAY, text, (text,)),),
        others_in_effect=1,
        changed_quotes=("w1",),
    )
