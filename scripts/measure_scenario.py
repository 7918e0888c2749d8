"""Measures a scenario against the writing guide: `python scripts/measure_scenario.py scenarios/bakery`.

One line a finding; a line that begins with `!` lies outside what the guide asks. `--json` prints the same as data,
`--against FILE` looks for runs of six words that the scenario shares with a text.
"""

from __future__ import annotations

import argparse
import json
import re
import statistics
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from game.authoring import read, render
from game.story import exact
from game.story.analysis import BUDGET, Analysis, analyse
from game.story.cut import cut
from game.story.errors import StoryError
from game.story.model import Choice, Narration, Paragraph, Scenario, Scene, Script, Speech
from game.story.playthrough import State, offered, start, step
from game.story.score import score
from game.story.shape import shape_of
from game.story.states import Graph, explore
from game.story.vocabulary import PRINCIPLES
from game.story.walker import TooMany

TONE_CUES = ("!", "just", "honestly", "frankly", "by the way", "quick", "since we're here")
NOTE_BANNED = ("should", "always", "remember", "key takeaway", "authentic", "leverage", "!")
LECTURE = ("network", "networks", "networking", "relationship", "relationships", "mutual", "opportunity",
           "opportunities", "favour bank", "favor bank", "capital")  # fmt: skip
PLAYS = 400


@dataclass
class Report:
    """Findings in the order in which they were made."""

    name: str
    lines: list[tuple[bool, str, str]] = field(default_factory=list)
    data: dict[str, object] = field(default_factory=dict)

    def say(self, label: str, value: object, text: str = "", *, well: bool = True) -> None:
        self.lines.append((well, label, text or str(value)))
        self.data[label] = value

    def table(self) -> str:
        wide = max(len(label) for _, label, _ in self.lines)
        body = "\n".join(f"{' ' if well else '!'} {label:<{wide}}  {text}" for well, label, text in self.lines)
        return f"{self.name}\n{body}\n"


def words(text: str) -> int:
    return len(text.split())


def paragraphs(script: Script) -> list[Paragraph]:
    return [paragraph for part in script for paragraph in part.paragraphs]


def every_choice(scenario: Scenario) -> Iterator[tuple[Scene, Choice]]:
    for scene in scenario.scenes.values():
        for choice in scene.choices:
            yield scene, choice


def points(*amounts: tuple[tuple[str, int], ...]) -> int:
    return sum(amount for some in amounts for _, amount in some)


def at_once(choice: Choice, *, granted: bool) -> int:
    """Return what a choice posts at once, the cost of an ask left out, in points."""
    branch = (choice.ask.granted if granted else choice.ask.refused) if choice.ask else None
    return points(choice.capital, branch.capital if branch else ())


def in_all(choice: Choice, *, granted: bool) -> int:
    """Return what a choice posts in all, deferred entries with it, a promise taken as kept; in points."""
    branch = (choice.ask.granted if granted else choice.ask.refused) if choice.ask else None
    deferred = (*choice.later, *(branch.later if branch else ()))
    return at_once(choice, granted=granted) + sum(points(later.capital) for later in deferred)


# ---------------------------------------------------------------- plays


Pick = Callable[[State, list[Choice]], Choice]


def play(scenario: Scenario, pick: Pick) -> State | None:
    state = start(scenario)
    while not state.over:
        now = list(offered(state).values())
        if not now:
            return None
        state = step(state, pick(state, now).id)
    return state


def total_of(state: State) -> int:
    return sum(state.balances.values()) - sum(entry.amount for entry in state.ledger if entry.kind.value == "cost")


def you_share(choice: Choice) -> float:
    found = re.findall(r"[a-z']+", choice.text.lower())
    return sum(word.startswith("you") for word in found) / max(1, len(found))


def gives_at_once(state: State, choice: Choice) -> int:
    return at_once(choice, granted=choice.ask is not None and state.capital(choice.ask.of) >= choice.ask.cost)


BOTS: dict[str, Pick] = {
    "longest": lambda state, now: max(now, key=lambda choice: len(choice.text)),
    "shortest": lambda state, now: min(now, key=lambda choice: len(choice.text)),
    "first": lambda state, now: now[0],
    "last": lambda state, now: now[-1],
    "most-you": lambda state, now: max(now, key=you_share),
    "question": lambda state, now: next((choice for choice in now if "?" in choice.text), now[0]),
    "pouncer": lambda state, now: next((choice for choice in now if choice.breaks), now[0]),
    "flatterer": lambda state, now: max(now, key=lambda choice: gives_at_once(state, choice)),
}


def no_question(luck: Random) -> Pick:
    def pick(state: State, now: list[Choice]) -> Choice:
        return luck.choice([choice for choice in now if not choice.ask] or now)

    return pick


# ---------------------------------------------------------------- what is measured


def measure(scenario: Scenario, name: str, against: str | None) -> Report:
    report = Report(name)
    shape = shape_of(scenario)
    graph: Graph | None
    try:
        graph = explore(shape, budget=BUDGET, stop=lambda: False)
        analysis = exact.figures(graph)
    except TooMany:
        analysis = analyse(scenario)
        graph = explore(shape_of(scenario, endings_alike=True), budget=BUDGET, stop=lambda: False) if analysis.exact else None
    luck = Random(1)
    plays = [state for _ in range(PLAYS) if (state := play(scenario, lambda state, now: luck.choice(now)))]
    granted = {choice: answered.granted > 0 for choice, answered in analysis.asks.items()}
    size_and_time(report, scenario, plays)
    choices_as_read(report, scenario, granted)
    scores(report, scenario, analysis, graph)
    ways_to_play(report, scenario, analysis, graph)
    damage(report, scenario, plays, granted)
    asks(report, scenario, analysis, granted)
    principles(report, scenario)
    lines(report, scenario)
    notes(report, scenario, against)
    if scenario.cut is not None:
        the_cut(report, scenario)
    return report


def size_and_time(report: Report, scenario: Scenario, plays: list[State]) -> None:
    scenes = list(scenario.scenes.values())
    moments = sorted(len(state.moments) for state in plays)
    report.say("scenes", len(scenes), well=len(scenes) >= 18)
    report.say("moments", sum(1 for scene in scenes if scene.choices))
    report.say("choices", sum(len(scene.choices) for scene in scenes))
    report.say(
        "moments a play", moments[len(moments) // 2], f"{moments[0]} / {statistics.median(moments):g} / {moments[-1]}"
        " (least, median, most; 15-17 at most)", well=moments[-1] <= 17,
    )  # fmt: skip
    longest: dict[str, int] = {}
    lengths = []
    for state in plays:
        whole = 0
        told = [state.opening, *(moment.arrivals for moment in state.moments)]
        here = start(scenario)
        for arrivals, moment in zip(told, state.moments, strict=False):
            read_here = sum(words(each.text) for arrival in arrivals for each in arrival.paragraphs)
            read_here += sum(words(choice.text) for choice in offered(here).values())
            read_here += sum(words(each.text) for each in moment.reaction) + words(moment.choice.advice)
            here = step(here, moment.choice.id)
            longest[moment.scene] = max(longest.get(moment.scene, 0), read_here)
            whole += read_here
        lengths.append(whole + sum(words(each.text) for arrival in told[-1] for each in arrival.paragraphs))
    median = statistics.median(lengths)
    minutes = median / 200 + statistics.median(moments) * 12 / 60
    report.say("words a play", int(median), f"{median:.0f} (median)")
    report.say(
        "minutes", round(minutes, 1), f"{minutes:.1f} by the formula, {scenario.minutes} declared (12-16)",
        well=abs(scenario.minutes - minutes) <= 0.25 * minutes and minutes <= 17,
    )
    over = {scene: length for scene, length in longest.items() if length > 180}
    well = max(longest.values()) <= 240 and len(over) <= 3
    report.say("words a moment", longest, f"median {statistics.median(longest.values()):g}, most "
               f"{max(longest.values())}; over 180 (crux scenes only): {listing(over)}", well=well)  # fmt: skip


def choices_as_read(report: Report, scenario: Scenario, granted: dict[str, bool]) -> None:
    off = [f"{choice.id} {len(choice.text)}" for _, choice in every_choice(scenario) if not 25 <= len(choice.text) <= 120]
    report.say("choice lengths", off, f"outside 25-120 characters: {listing(off)}", well=not off)
    moments = [scene for scene in scenario.scenes.values() if len(scene.choices) > 1]
    ratios = {
        scene.id: round(max(sizes) / min(sizes), 2)
        for scene in moments
        if (sizes := [len(choice.text) for choice in scene.choices])
    }
    over = {scene: ratio for scene, ratio in ratios.items() if ratio > 1.35}
    report.say("length ratios", ratios, f"over 1.35 (1.6 is an error): {listing(over)}", well=not over)
    tells: Counter[str] = Counter()
    places: Counter[str] = Counter()
    running, most_running, before = 0, 0, ""
    defensible = tempting = 0
    for scene in moments:
        value = {choice.id: in_all(choice, granted=granted.get(choice.id, True)) for choice in scene.choices}
        best = max(scene.choices, key=lambda choice: value[choice.id])
        sizes = [len(choice.text) for choice in scene.choices]
        tells["longest"] += len(best.text) == max(sizes)
        tells["shortest"] += len(best.text) == min(sizes)
        questions = [choice.id for choice in scene.choices if "?" in choice.text]
        tells["only question"] += questions == [best.id]
        tells["most you"] += you_share(best) == max(map(you_share, scene.choices)) > 0
        at = scene.choices.index(best)
        place = "first" if at == 0 else "last" if at == len(scene.choices) - 1 else "middle"
        places[place] += 1
        running = running + 1 if place == before else 1
        most_running, before = max(running, most_running), place
        near = [c for c in scene.choices if not c.breaks and value[c.id] >= value[best.id] - 4]
        defensible += len(near) >= 2
        tempting += any(choice.breaks for choice in scene.choices)
    share = {tell: round(100 * tells[tell] / len(moments)) for tell in ("longest", "shortest", "only question", "most you")}
    for tell, limit in (("longest", 40), ("shortest", 40), ("only question", 30), ("most you", 60)):
        report.say(f"best is the {tell}", share[tell], f"{share[tell]} % (at most {limit})", well=share[tell] <= limit)
    spread = {place: round(100 * places[place] / len(moments)) for place in ("first", "middle", "last")}
    report.say("place of the best", spread, f"{listing(spread)} % (each 20-45), {most_running} running (at most 2)",
               well=all(20 <= part <= 45 for part in spread.values()) and most_running < 3)  # fmt: skip
    sizes_off = [f"{scene.id} {len(scene.choices)}" for scene in moments if len(scene.choices) not in {3, 4}]
    report.say("options", sizes_off, f"moments without 3 or 4: {listing(sizes_off)} (10 % at most)",
               well=len(sizes_off) <= 0.1 * len(moments))  # fmt: skip
    part = round(100 * defensible / len(moments))
    report.say("two defensible", part, f"{part} % of moments (at least 50)", well=part >= 50)
    part = round(100 * tempting / len(moments))
    report.say("some option breaks", part, f"{part} % of moments (at least 80)", well=part >= 80)


def scores(report: Report, scenario: Scenario, analysis: Analysis, graph: Graph | None) -> None:
    worst, best = analysis.worst.total, analysis.best.total
    known = f"{worst} to {best}, {'exact' if analysis.exact else 'not exact: too many states'}, {analysis.states} states"
    report.say("total", [worst, best], known, well=analysis.exact)
    report.data["best play"], report.data["worst play"] = analysis.best.choices, analysis.worst.choices

    def scored(total: float) -> int:
        return score(round(min(max(total, worst), best)), worst, best) or 0

    reached, quartiles = 0.0, {}
    for total, chance in analysis.distribution.items():
        for part in (0.25, 0.5, 0.75):
            if reached < part <= reached + chance + 1e-12:
                quartiles[part] = scored(total)
        reached += chance
    median = quartiles[0.5]
    report.say("random", [quartiles[0.25], median, quartiles[0.75]],
               f"quartiles {quartiles[0.25]} / {median} / {quartiles[0.75]} (median 35-55)", well=35 <= median <= 55)  # fmt: skip
    bots = {}
    for name, pick in BOTS.items():
        state = play(scenario, pick)
        bots[name] = scored(total_of(state)) if state else None
    luck = Random(2)
    without = [scored(total_of(state)) for _ in range(100) if (state := play(scenario, no_question(luck)))]
    bots["never-asks"] = round(statistics.median(without)) if without else None
    over = {name: value for name, value in bots.items() if value is None or value > 65}
    report.say("bots", bots, f"{listing(bots)} (each at most 65)", well=not over)
    if graph is None:
        return
    asking = {choice.id for _, choice in every_choice(scenario) if choice.ask}
    no_ask = exact.extreme(graph, max, allowed=lambda choice: choice not in asking)
    if no_ask:
        report.say("best without an ask", scored(no_ask.total), f"{scored(no_ask.total)} (at least 90)",
                   well=scored(no_ask.total) >= 90)  # fmt: skip
        report.data["best play without an ask"] = no_ask.choices
    after_first = {
        choice.id: scored(found.total)
        for choice in offered(start(scenario)).values()
        if (found := exact.extreme(graph, max, first=choice.id))
    }
    lowest = min(after_first.values())
    report.say("best after the first choice", after_first, f"{listing(after_first)} (the least 60-90)",
               well=60 <= lowest <= 90)  # fmt: skip


def ways_to_play(report: Report, scenario: Scenario, analysis: Analysis, graph: Graph | None) -> None:
    shares = {ending: round(100 * reached.probability, 1) for ending, reached in analysis.endings.items()}
    well = 5 <= len(shares) <= 7 and all(1 <= share <= 45 for share in shares.values())
    report.say("endings", shares, f"{listing(shares)} % at random (5-7, each 1-45)"
               f"{'' if analysis.endings_exact else ', from a sample'}", well=well)
    for ending, reached in analysis.endings.items():
        report.data[f"a way to {ending}"] = reached.choices
    missed = [scene for scene in scenario.scenes if scene not in analysis.scenes]
    never = [choice.id for _, choice in every_choice(scenario) if choice.id not in analysis.choices]
    if missed or never:
        report.say("never reached", [missed, never], f"scenes {listing(missed)}; choices {listing(never)}", well=False)
    for stuck in analysis.stuck:
        report.say(f"stuck in {stuck.scene}", stuck.choices, " ".join(stuck.choices), well=False)


def damage(report: Report, scenario: Scenario, plays: list[State], granted: dict[str, bool]) -> None:
    now = later = gifts = 0
    for _, choice in every_choice(scenario):
        branches = (choice.ask.granted, choice.ask.refused) if choice.ask else ()
        for amounts in (choice.capital, *(branch.capital for branch in branches)):
            now += sum(-amount for _, amount in amounts if amount < 0)
        for deferred in (*choice.later, *(each for branch in branches for each in branch.later)):
            later += sum(-amount for _, amount in deferred.capital if amount < 0)
            gifts += points(deferred.capital) > 0
        promises = (choice.promise, *(branch.promise for branch in branches))
        later += sum(-amount for given in promises if given for _, amount in given.broken if amount < 0)
    share = round(100 * later / max(1, now + later))
    report.say("damage deferred", share, f"{share} % of all negative points as written (40-65)", well=40 <= share <= 65)
    met = [entry for state in plays for entry in state.ledger if entry.amount < 0 and entry.kind.value != "cost"]
    late = sum(-entry.amount for entry in met if entry.kind.value in {"later", "broken"})
    in_play = round(100 * late / max(1, sum(-entry.amount for entry in met)))
    report.say("damage deferred in play", in_play, f"{in_play} % at random")
    report.say("deferred deposits", gifts, well=gifts >= 1)
    breaking = [choice for _, choice in every_choice(scenario) if choice.breaks]
    mild = [c.id for c in breaking if at_once(c, granted=granted.get(c.id, True)) >= -2 or granted.get(c.id)]
    share = round(100 * len(mild) / max(1, len(breaking)))
    report.say("tempting breaks", share, f"{share} % of {len(breaking)} lose 2 or less at once, or are granted "
               f"(at least 30); {len(breaking) - len(mild)} hurt at once", well=share >= 30)  # fmt: skip
    works = [c.id for c in breaking if at_once(c, granted=granted.get(c.id, True)) > 0
             and in_all(c, granted=granted.get(c.id, True)) < 0]  # fmt: skip
    report.say("mistakes that seem to work", works, f"{listing(works)} (at least 2)", well=len(works) >= 2)
    free = [c.id for c in breaking if in_all(c, granted=granted.get(c.id, False)) >= 0 and not c.promise
            and not (c.ask and in_all(c, granted=False) < 0)]  # fmt: skip
    report.say("breaks without a bill", free, listing(free), well=not free)
    unmentioned = sorted({
        f"{deferred.at} ({choice.id})"
        for _, choice in every_choice(scenario)
        for deferred in (*choice.later, *(each for branch in ((choice.ask.granted, choice.ask.refused) if choice.ask else ())
                                          for each in branch.later))
        if points(deferred.capital) < 0 and not any(part.when.__class__.__name__ != "All" or part.when.conditions
                                                    for part in scenario.scenes[deferred.at].script)
    })  # fmt: skip
    report.say("bills in scenes without a `when` part", unmentioned, listing(unmentioned), well=not unmentioned)


def asks(report: Report, scenario: Scenario, analysis: Analysis, granted: dict[str, bool]) -> None:
    grantable = [choice for choice, may in granted.items() if may]
    report.say("asks", len(granted), f"{len(granted)}, grantable {len(grantable)} (at least 2)", well=len(grantable) >= 2)
    for _, choice in every_choice(scenario):
        if not choice.ask:
            continue
        answered = analysis.asks[choice.id]
        branch = choice.ask.granted
        closing = sum(max(0, points(later.capital)) for later in branch.later) + max(0, points(branch.capital))
        part = round(100 * closing / choice.ask.cost)
        text = (f"cost {choice.ask.cost}, granted {100 * answered.granted:.1f} %, refused {100 * answered.refused:.1f} % "
                f"of random plays; automatic closing {part} % (25-50, or a choice)")  # fmt: skip
        meant = f"never-granted@{choice.id}" in scenario.allow
        report.say(f"ask {choice.id}", [answered.granted, answered.refused, part], text + (" (meant)" if meant else ""),
                   well=answered.granted > 0 or meant)  # fmt: skip


def principles(report: Report, scenario: Scenario) -> None:
    honoured = Counter(choice.honours for _, choice in every_choice(scenario) if choice.honours)
    broken = Counter(choice.breaks for _, choice in every_choice(scenario) if choice.breaks)
    used = [principle for principle in PRINCIPLES if honoured[principle] or broken[principle]]
    report.say("principles", len(used), f"{len(used)} (at least 8)", well=len(used) >= 8)
    table = {principle: [honoured[principle], broken[principle]] for principle in PRINCIPLES}
    report.say("honoured/broken", table, ", ".join(f"{name} {h}/{b}" for name, (h, b) in table.items()))


def lines(report: Report, scenario: Scenario) -> None:
    scripts = [(scene.id, scene.script) for scene in scenario.scenes.values()]
    for scene, choice in every_choice(scenario):
        branches = (choice.ask.granted, choice.ask.refused) if choice.ask else ()
        scripts += [(f"{scene.id}/{choice.id}", each) for each in (choice.script, *(b.script for b in branches)) if each]
    speeches = [(where, each) for where, script in scripts for each in paragraphs(script) if isinstance(each, Speech)]
    told = [(where, each) for where, script in scripts for each in paragraphs(script) if isinstance(each, Narration)]
    long = [f"{where} {len(each.text)}" for where, each in speeches if len(each.text) > 90]
    too_long = [where for where, each in speeches if len(each.text) > 120]
    report.say("speech over 90 characters", long, f"{len(long)}, over 120: {listing(too_long)}; {listing(long[:8])}",
               well=not too_long and len(long) <= 0.1 * max(1, len(speeches)))  # fmt: skip
    long = [f"{where} {words(each.text)}" for where, each in told if words(each.text) > 25]
    report.say("narration over 25 words", long, f"{len(long)}; {listing(long[:8])}", well=not long)
    over = [
        f"{scene.id} {length}"
        for scene in scenario.scenes.values()
        if scene.choices and (length := sum(words(each.text) for each in paragraphs(scene.script))) > 110
    ]
    report.say("script over 110 words", over, f"{listing(over)} (every `when` part counted; 3 crux scenes to 130)",
               well=len(over) <= 3)  # fmt: skip
    running = [where for where, script in scripts if _running(paragraphs(script)) > 3]
    report.say("over 3 speeches running", running, listing(running), well=not running)
    bare = [scene.id for scene in scenario.scenes.values()
            if scene.choices and not any(isinstance(each, Narration) for each in paragraphs(scene.script))]  # fmt: skip
    report.say("moments without narration", bare, listing(bare), well=not bare)
    spoken = Counter(each.person for _, each in speeches)
    quiet = {who: spoken[who] for who in scenario.people if spoken[who] < 3}
    report.say("people who speak under 3 times", quiet, listing(quiet), well=not quiet)
    lecture = [f"{where}: {word}" for where, each in speeches for word in LECTURE if has(each.text, word)]
    lecture += [f"{c.id}: {word}" for _, c in every_choice(scenario) if c.spoken for word in LECTURE if has(c.text, word)]
    report.say("lecturing words in speech", lecture, listing(lecture), well=not lecture)


def _running(said: Sequence[Paragraph]) -> int:
    most = count = 0
    before = ""
    for each in said:
        who = each.person if isinstance(each, Speech) else ""
        count = count + 1 if who and who == before else int(bool(who))
        most, before = max(most, count), who
    return most


def notes(report: Report, scenario: Scenario, against: str | None) -> None:
    choices = [choice for _, choice in every_choice(scenario)]
    rates = []
    for group in ([c for c in choices if c.breaks], [c for c in choices if c.honours]):
        rates.append(100 * sum(any(has(c.text, cue) for cue in TONE_CUES) for c in group) / max(1, len(group)))
    report.say("tone cues", rates, f"{rates[0]:.0f} % of breaking, {rates[1]:.0f} % of honouring (within 15)",
               well=abs(rates[0] - rates[1]) <= 15)  # fmt: skip
    banned = [f"{c.id}: {word}" for c in choices for word in NOTE_BANNED if has(c.advice, word)]
    report.say("banned words in notes", banned, listing(banned), well=not banned)
    long = [c.id for c in choices if words(c.advice) > 30 or len(re.findall(r"[.?!](?:\s|$)", c.advice)) > 2]
    report.say("notes over 30 words or 2 sentences", long, listing(long), well=not long)
    lacking = [c.id for c in choices if not c.advice or not re.match(r"I\b", c.letter) or (c.breaks and not c.instead)]
    report.say("lacking advice, letter or instead", lacking, listing(lacking), well=not lacking)
    script = " ".join(each.text for scene in scenario.scenes.values() for each in paragraphs(scene.script))
    script += " " + " ".join(c.text + " " + " ".join(each.text for each in paragraphs(c.script)) for c in choices)
    note = " ".join(c.advice for c in choices)
    for label, text, least in (("readability of scripts", script, 75), ("readability of notes", note, 65)):
        ease = reading_ease(text)
        report.say(label, round(ease), f"{ease:.0f} (at least {least})", well=ease >= least)
    if against is not None:
        pieces = [scenario.summary, script, note, *(c.instead + " " + c.letter for c in choices)]
        pieces += [scene.ending.letter for scene in scenario.scenes.values() if scene.ending]
        shared = sorted({run for piece in pieces for run in runs(piece)} & set(runs(against)))
        report.say("six words shared", shared, listing([" ".join(run) for run in shared]), well=not shared)


def the_cut(report: Report, scenario: Scenario) -> None:
    try:
        shorter = cut(scenario)
        analysis = analyse(shorter)
    except StoryError as error:
        report.say("cut", str(error), well=False)
        return
    moments = [scene.id for scene in shorter.scenes.values() if scene.choices]
    reached = {ending: round(100 * r.probability, 1) for ending, r in analysis.endings.items() if r.probability}
    report.say("cut", moments, f"{len(moments)} moments (about 7), total {analysis.worst.total} to {analysis.best.total}; "
               f"endings {listing(reached)} %", well=6 <= len(moments) <= 9 and not analysis.stuck)  # fmt: skip


def has(text: str, word: str) -> bool:
    if word == "!":
        return "!" in text
    return re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE) is not None


def runs(text: str) -> Iterator[tuple[str, ...]]:
    found = re.findall(r"[a-z0-9']+", text.lower().replace("’", "'"))
    return zip(*(found[at:] for at in range(6)), strict=False)


def reading_ease(text: str) -> float:
    """Return Flesch's reading ease: 206.835 - 1.015 words a sentence - 84.6 syllables a word."""
    found = re.findall(r"[a-z']+", text.lower())
    sentences = max(1, len(re.findall(r"[.?!]+(?:\s|$)", text)))
    return 206.835 - 1.015 * len(found) / sentences - 84.6 * sum(map(syllables, found)) / max(1, len(found))


def syllables(word: str) -> int:
    count = len(re.findall(r"[aeiouy]+", word))
    if re.search(r"[^aeiouyl]e$|[^aeiouydt]ed$|[^aeiouyscxzh]es$", word):
        count -= 1
    return max(1, count)


def listing(found: object) -> str:
    if isinstance(found, dict):
        return ", ".join(f"{name} {value}" for name, value in found.items()) or "none"
    return ", ".join(map(str, found)) or "none" if isinstance(found, list) else str(found)


def main() -> int:
    """Return 0 when each scenario could be read."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    options.add_argument("--json", action="store_true")
    options.add_argument("--against", type=Path, metavar="FILE")
    given = options.parse_args()
    against = given.against.read_text(encoding="utf-8") if given.against else None
    reports = []
    for path in given.paths:
        reading = read(path)
        if reading.scenario is None:
            print(render.terminal(reading), file=sys.stderr)
            return 1
        reports.append(measure(reading.scenario, str(path), against))
    if given.json:
        print(json.dumps({report.name: report.data for report in reports}, indent=1))
    else:
        print("\n".join(report.table() for report in reports))
    return 0


if __name__ == "__main__":
    sys.exit(main())
