"""How scenes follow each other: what is never reached, never ends, or never comes to light.

Conditions are not weighed here: a way with a condition counts as a way. What depends on balances is the analysis's job.
"""

from __future__ import annotations

from functools import cached_property

from game.authoring.draft import Draft
from game.authoring.graph import Unavoidable, circles, goes_round, reached, reaches
from game.authoring.openness import may_all_fail
from game.authoring.suggest import listed
from game.story.condition import ALWAYS
from game.story.model import Choice, Scenario

MOST_ONCE = 12
"""How many `once` choices a hub may hold."""


def check(draft: Draft, scenario: Scenario) -> None:
    """Note what is wrong with the way through the scenes."""
    _Flow(draft, scenario).check()


def targets(choice: Choice, outcome: str = "") -> set[str]:
    """Return the scenes that a choice may lead to; of an ask those of one outcome, or of both."""
    ask = choice.ask
    if ask is None:
        return {way.to for way in choice.next}
    found = set()
    if outcome != "refused":
        found |= {way.to for way in ask.granted.next or choice.next}
    if outcome != "granted":
        found |= {way.to for way in ask.refused.next or choice.next}
    return found


class _Flow:
    def __init__(self, draft: Draft, scenario: Scenario) -> None:
        self.draft, self.scenario = draft, scenario
        self.scenes = list(scenario.scenes.values())
        self.number = number = {scene.id: index for index, scene in enumerate(self.scenes)}
        self.edges: list[list[int]] = []
        self.lasting: list[list[int]] = []
        """The edges that may be taken again and again: all but those of `once` choices."""
        for scene in self.scenes:
            again = [way.to for way in scene.next]
            once: list[str] = []
            for choice in scene.choices:
                to = again if not choice.once else once
                if choice.ask is None:
                    to += [way.to for way in choice.next]
                else:
                    to += targets(choice)
            lasting = [number[to] for to in dict.fromkeys(again)]
            self.lasting.append(lasting)
            self.edges.append([number[to] for to in dict.fromkeys(again + once)] if once else lasting)
        self.group, self.groups = circles(self.edges)
        self.ends = [index for index, scene in enumerate(self.scenes) if scene.ending is not None]

    @cached_property
    def bits(self) -> list[int]:
        """For each group the scenes that can be reached from it."""
        return reaches(self.edges, self.group, self.groups)

    def check(self) -> None:
        before = self.draft.faults.errors
        if self.ends:
            self._endless()
            self._hubs()
        self._unreached(circles=self.draft.faults.errors > before)
        self._stuck()
        if (self.draft.laters or self.draft.keeps or self.draft.promises) and not self.draft.faults.errors:
            self._deferred()
            self._kept()

    def _key(self, index: int) -> object:
        return self.draft.scene_keys[self.scenes[index].id]

    def _unreached(self, *, circles: bool) -> None:
        """Note scenes that no path leads to, and that nothing ends.

        Args:
            circles: whether a circle without an end was told; that no ending is reached may only follow from it.
        """
        seen = reached(self.edges, self.number[self.scenario.start])
        if not self.ends:
            self.draft.error("CF302", self.draft.scene_keys[self.scenario.start], "no scene of the scenario is an ending", "give the last scene `ending: {title: …, letter: …, tone: warm}` in place of its `next`")
            return
        if circles and not any(seen[end] for end in self.ends):
            return
        lost = [index for index in range(len(self.scenes)) if not seen[index]]
        led_to = {self.group[after] for index in lost for after in self.edges[index] if self.group[after] != self.group[index]}
        for index in lost:
            members = self.groups[self.group[index]]
            if self.group[index] in led_to or index != min(members):
                continue
            behind = sum(reached(self.edges, index)[other] for other in lost) - 1 if len(lost) < 200 else 0
            self.draft.warning(
                "CF301", self._key(index), f"no path leads to the scene '{self.scenes[index].id}'" + (f", nor to {behind} behind it" if behind else ""),
                "name it in a `next`, or delete it",
            )

    def _endless(self) -> None:
        groups = self.groups if all(a is b for a, b in zip(self.edges, self.lasting, strict=True)) else circles(self.lasting)[1]
        for members in groups:
            if not goes_round(self.lasting, members):
                continue
            names = [self.scenes[index].id for index in sorted(members)]
            where = f"'{names[0]}' leads back to itself" if len(names) == 1 else f"the scenes {listed(names, 5)} lead to each other"
            self.draft.error(
                "CF305", self._key(min(members)), f"{where} for ever: nothing ends the circle",
                "give each choice that leads back `once: true`, or lead it onward; a `when` proves nothing",
            )

    def _hubs(self) -> None:
        for members in self.groups:
            if not goes_round(self.edges, members):
                continue
            once = [c.id for index in members for c in self.scenes[index].choices if c.once]
            if len(once) > MOST_ONCE:
                self.draft.error("CF307", self._key(min(members)), f"the hub around '{self.scenes[min(members)].id}' has {len(once)} choices with `once`, and may have {MOST_ONCE}", "take some out, or make two hubs of it")
            for index in sorted(members):
                scene = self.scenes[index]
                if scene.choices and not any(c.when == ALWAYS and not c.once for c in scene.choices):
                    self.draft.error("CF306", self._key(index), f"the hub '{scene.id}' may be left without a choice: each has `once` or a `when`", "give it one choice with neither, that leads on")

    def _stuck(self) -> None:
        for index, scene in enumerate(self.scenes):
            if not scene.choices or any(c.when is ALWAYS for c in scene.choices):
                continue
            if goes_round(self.edges, self.groups[self.group[index]]):
                continue
            if may_all_fail(tuple(choice.when for choice in scene.choices)):
                self.draft.warning("CF308", self._key(index), f"each choice of '{scene.id}' has a `when`, and all may fail at once", "give it one choice without a `when`")

    def _deferred(self) -> None:
        unavoidable = Unavoidable(self.edges, self.group, self.groups, self.ends)
        choices = {choice.id: choice for scene in self.scenes for choice in scene.choices}
        known: dict[tuple[int, int], bool] = {}
        for _, name, outcome, node in self.draft.laters:
            choice = choices[name]
            at = self.number[node.value.strip()]
            nexts = (
                [self.number[choice.next[0].to]] if choice.ask is None and len(choice.next) == 1
                else [self.number[to] for to in targets(choice, outcome)]
            )
            past = False
            for to in nexts:
                key = (to, at)
                if key not in known:
                    known[key] = self._passes(unavoidable, to, at)
                past = past or not known[key]
            if not past:
                continue
            if not any(self.bits[self.group[to]] >> at & 1 for to in nexts):
                self.draft.error("CF303", node, f"what '{name}' defers to '{self.scenes[at].id}' never comes to light: no path leads there from it", "name a scene that comes after it")
                continue
            self.draft.warning("CF304", node, f"some path from '{name}' goes past '{self.scenes[at].id}', and then this never comes to light", "name a scene that every path reaches, if it always ought to")

    def _passes(self, unavoidable: Unavoidable, start: int, through: int) -> bool:
        if not unavoidable.passes(self.group[start], self.group[through]):
            return False
        if len(self.groups[self.group[through]]) == 1:
            return True
        past = reached(self.edges, start, without=through)
        return not any(past[end] for end in self.ends)

    def _kept(self) -> None:
        openers: dict[str, int] = {}
        for scene in self.scenes:
            for choice in scene.choices:
                given = [(choice.promise, "")]
                if choice.ask is not None:
                    given += [(choice.ask.granted.promise, "granted"), (choice.ask.refused.promise, "refused")]
                for promise, outcome in given:
                    if promise is not None:
                        for to in targets(choice, outcome):
                            openers[promise.id] = openers.get(promise.id, 0) | self.bits[self.group[self.number[to]]]
        kept = {node.value.strip() for _, node in self.draft.keeps}
        for never in sorted(openers.keys() - kept):
            self.draft.warning("CF310", self.draft.promise_keys[never], f"no choice keeps the promise '{never}', so it is always broken", f"add `keeps: {never}` to a later choice")
        home = {choice.id: scene.id for scene in self.scenes for choice in scene.choices}
        for name, node in self.draft.keeps:
            if not openers.get(node.value.strip(), 0) >> self.number[home[name]] & 1:
                self.draft.error("CF309", node, f"'{name}' keeps the promise '{node.value.strip()}', and no path from where it is given leads here", "keep it in a later scene, or give it in an earlier one")
