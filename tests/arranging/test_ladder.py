from msgspec import Struct

from slidegen.arranging.ladder import cheapest
from slidegen.theme import TypeStep
from slidegen.units import Length


class Draft(Struct):
    step: TypeStep
    cost: float


def step(size: float) -> TypeStep:
    return TypeStep((Length.points(size),), (), ())


STEPS = (step(24), step(20), step(18))


def test_the_cheapest_draft_is_taken_and_the_larger_of_equals() -> None:
    costs = dict(zip(STEPS, (5.0, 3.0, 3.0), strict=True))

    draft = cheapest(enumerate(STEPS), lambda _, step: Draft(step, costs[step]))

    assert draft == Draft(STEPS[1], 3.0)


def test_what_does_not_fit_is_passed_over() -> None:
    draft = cheapest(
        enumerate(STEPS), lambda least, step: None if least < 2 else Draft(step, least)
    )

    assert draft == Draft(STEPS[2], 2)
    assert cheapest(enumerate(STEPS), lambda *_: None) is None


def test_no_size_is_tried_that_could_please_no_more_than_one_before() -> None:
    tried = []

    def draft_at(least: float, step: TypeStep) -> Draft:
        tried.append(step)
        return Draft(step, least + 1)

    cheapest(enumerate(STEPS), draft_at)

    assert tried == [STEPS[0]]
