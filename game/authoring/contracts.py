"""`expect:` → contracts: short statements that must hold of all plays. A sentence that is none stays a note.

best >= 60 · pouncer < 40 · every ending reachable · no play longer than 16 moments · e-friends in at least 5 % ·
score >= 60 after pounce possible · score >= 90 without asking possible · grant little-sign after pounce impossible
"""

from __future__ import annotations

from collections.abc import Iterable

from game.authoring.contract_text import ContractFault, Names, contract
from game.authoring.diagnostic import Severity
from game.authoring.draft import Draft
from game.authoring.marks import Map, Node, Refused, Scalar, Seq, YAMLError, tree
from game.story.contract import Contract
from game.story.model import Branch, Scenario


def names_in(scenario: Scenario) -> Names:
    """Return the ids of a scenario."""
    choices = [choice for scene in scenario.scenes.values() for choice in scene.choices]
    promises: set[str] = set()
    for choice in choices:
        branches = (choice.ask.granted, choice.ask.refused) if choice.ask else (Branch(),)
        promises.update(each.id for each in (choice.promise, *(branch.promise for branch in branches)) if each)
    return Names(
        endings=[scene.id for scene in scenario.scenes.values() if scene.ending],
        scenes=[scene.id for scene in scenario.scenes.values() if not scene.ending],
        choices=[choice.id for choice in choices], asks=[choice.id for choice in choices if choice.ask],
        promises=sorted(promises), people=list(scenario.people),
    )


def prose_mend(names: Names) -> str:
    """Return what may stand in `expect` instead of a sentence."""
    ending = next(iter(names.endings), "e-friends")
    return f"write it as a note (`# …`), or as a contract, such as: {ending} reachable, score >= 90 without asking possible, or pouncer < 40"


def expected(draft: Draft, node: Node | None) -> tuple[str, ...]:
    """Return the statements below `expect`; each that can be no contract gets a warning, for it plays all the same."""
    if node is None:
        return ()
    nodes = draft.seq(node, "`expect`", "write each statement below it: `- best >= 60`")
    written = tuple(draft.text(one, "`expect`") for one in nodes)
    names = _names_of(draft)
    for one, text in zip(nodes, written, strict=True):
        if not text or not isinstance(one, Scalar):
            continue
        try:
            if contract(text, names) is None:
                draft.warning("CF420", one, "a sentence stands under `expect`, and no check can tell whether it is so", prose_mend(names))
        except ContractFault as fault:
            edits = draft.rewritten(one, fault.better, safe=fault.sure, start=fault.start, end=fault.end)
            draft.faults.add(fault.code, Severity.WARNING, draft.within(one, fault.start, fault.end), fault.message, fault.mend, edits)
    return written


def _names_of(draft: Draft) -> Names:
    endings = [name for name, scene in draft.scenes.items() if scene.ending]
    return Names(
        endings, [name for name in draft.scene_keys if name not in endings], list(draft.choice_ids), sorted(draft.asks),
        sorted(draft.promises), list(draft.people),
    )


def lines_of_contracts(text: str) -> dict[str, int]:
    """Return at which line of a sound scenario's text each statement of `expect` stands, from 1."""
    try:
        root = tree(text).root
    except (Refused, YAMLError):
        return {}
    node = root.items.get("expect") if isinstance(root, Map) else None
    nodes = node.items if isinstance(node, Seq) else []
    return {one.value.strip(): one.start_mark.line + 1 for one in nodes if isinstance(one, Scalar)}


def contracts_of(scenario: Scenario) -> Iterable[tuple[str, Contract | ContractFault]]:
    """Yield each contract of a scenario as it was written, and what it claims or why it cannot be read; no sentences."""
    names = names_in(scenario)
    for text in scenario.expect:
        try:
            found = contract(text, names)
        except ContractFault as fault:
            yield text, fault
        else:
            if found is not None:
                yield text, found


__all__ = ["ContractFault", "Names", "contract", "contracts_of", "expected", "lines_of_contracts", "names_in", "prose_mend"]
