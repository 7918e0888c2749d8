"""Smells: what makes a scenario a worse exercise, though it plays. One rule a file, its docstring its documentation.

    found = smells(scenario, analysis, tried(scenario, analysis))
    parted = sorted_out(found, scenario.allow)

Thresholds and reasons stand in each rule. A rule is a module with `check(subject) -> Iterator[Finding]`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from game.studio.smells.finding import Finding, Smell, Sorted

if TYPE_CHECKING:
    from game.authoring.codes import Code
    from game.story.analysis import Analysis
    from game.story.model import Scenario
    from game.studio.strategies import Tried

RULES = (
    "careless_strategy", "random_median", "choice_length", "unlike_length", "best_is_longest", "best_is_shortest",
    "best_in_one_place", "best_is_only_question", "best_is_most_you", "unlike_tone", "number_of_choices",
    "one_sane_choice", "no_temptation", "twin_choices", "free_break", "hurts_at_once", "no_mistake_that_works",
    "no_delay", "unmentioned_bill", "no_late_gift", "unpressed_principle", "few_principles", "never_granted",
    "few_asks", "ask_without_closing", "number_of_endings", "ending_share", "needs_an_ask", "no_way_back",
    "long_speech", "long_paragraph", "monologue", "long_script", "bare_moment", "silent_person", "long_moment",
    "wrong_minutes", "hard_to_read", "long_note", "lecturing_note", "lecture", "praise_of_the_person", "cut_length",
)  # fmt: skip
"""The rules' modules, in the order in which a report lists what they find: by code."""

SECTIONS = ("What it finds", "Why it matters", "Example", "Instead")
"""What a rule's docstring says, in this order, after a line with its code and its name."""
MARGIN = 16
"""The column in which the text of a section stands."""


def smells(
    scenario: Scenario, analysis: Analysis, tried: tuple[Tried, ...], *, seed: int = 0,
    stop: Callable[[], bool] = lambda: False,
) -> tuple[Smell, ...]:  # fmt: skip
    """Return all smells of a scenario, before what its author allows.

    Args:
        scenario: a checked one.
        analysis: of this scenario.
        tried: what the strategies came to in it.
        seed: of the plays at random by which reading times and the like are measured.
        stop: asked now and then; once it says True, what was found so far comes back.
    """
    from game.studio.smells.subject import Subject

    subject = Subject(scenario, analysis, tried, seed, stop)
    found: list[Smell] = []
    for rule in RULES:
        if stop():
            break
        module = _module(rule)
        code, name = _title(module)
        found += [Smell(code, name, each.where, each.message, each.help) for each in module.check(subject)]
    return tuple(found)


def sorted_out(found: Iterable[Smell], allow: Mapping[str, str]) -> Sorted:
    """Part smells by the author's `allow:`.

    Args:
        found: smells.
        allow: `CODE`, `name`, `CODE@place` or `name@place` → the author's reason. Of several the narrowest counts.
    """
    kept: list[Smell] = []
    aside: list[tuple[Smell, str]] = []
    used: set[str] = set()
    for smell in found:
        fitting = [key for key in smell.keys if key in allow]
        used.update(fitting)
        if fitting:
            aside.append((smell, allow[fitting[0]]))
        else:
            kept.append(smell)
    known = {name for code in codes().values() for name in (code.code, code.name)} if allow else set()
    unused = tuple(key for key in allow if key not in used and key.partition("@")[0] in known)
    return Sorted(tuple(kept), tuple(aside), unused)


def codes() -> dict[str, Code]:
    """Return every smell's code as an author may read it, from the rule's own docstring."""
    return {code.code: code for code in map(_code, RULES)}


def _module(rule: str) -> ModuleType:
    return import_module(f"game.studio.smells.{rule}")


def _title(module: ModuleType) -> tuple[str, str]:
    code, _, name = (module.__doc__ or "").partition("\n")[0].partition(" ")
    return code, name


def _code(rule: str) -> Code:
    from game.authoring.codes import Code

    module = _module(rule)
    told: dict[str, list[str]] = {}
    section = ""
    for line in (module.__doc__ or "").splitlines()[1:]:
        begun = next((title for title in SECTIONS if line.startswith(title)), None)
        section = begun or section
        told.setdefault(section, []).append((line[len(begun) :] if begun else line).rstrip())
    finds, why = (" ".join(" ".join(told[title]).split()) for title in SECTIONS[:2])
    example, instead = (_block(told[title]) for title in SECTIONS[2:])
    return Code(*_title(module), finds, why, example, instead, warning=True)


def _block(lines: list[str]) -> str:
    """Return lines of which the first stands beside its title, and the others in the same column."""
    return "\n".join([lines[0].strip(), *(line[MARGIN:] for line in lines[1:] if line.strip())])


__all__ = ["RULES", "Finding", "Smell", "Sorted", "codes", "smells", "sorted_out"]
