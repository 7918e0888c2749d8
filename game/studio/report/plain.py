"""A review as plain data: dicts, lists, texts and numbers, for `analyse --json`. The keys are a promise."""

from __future__ import annotations

from typing import Any

from game.story.figures import Extreme
from game.studio.report.hits import plain_line
from game.studio.review import Review, Unmet
from game.studio.smells.finding import Smell


def plain(review: Review) -> dict[str, Any]:
    """Return what was found; `docs/trainers/analyse.md` says what each key holds."""
    found = review.analysis
    return {
        "scenario": review.scenario.id,
        "title": review.scenario.title,
        "fingerprint": review.scenario.fingerprint,
        "exact": found.exact,
        "endings_exact": found.endings_exact,
        "stopped": review.stopped,
        "worst": _extreme(found.worst),
        "best": _extreme(found.best),
        "lowest": found.lowest,
        "highest": found.highest,
        "mean": found.mean,
        "median": review.median,
        "median_score": review.middling,
        "distribution": {str(total): share for total, share in found.distribution.items()},
        "error": found.error,
        "states": found.states,
        "endings": {
            name: {
                "probability": how.probability,
                "witness": None if how.choices is None else list(how.choices),
            }
            for name, how in found.endings.items()
        },
        "asks": {name: {"granted": each.granted, "refused": each.refused} for name, each in found.asks.items()},
        "stuck": [{"scene": each.scene, "witness": list(each.choices)} for each in found.stuck],
        "unreachable": _unmet(review.unreachable),
        "unseen": _unmet(review.unseen),
        "plays_tried": review.plays,
        "strategies": {
            each.strategy: {
                "score": each.score, "total": each.total, "ending": each.ending, "choices": list(each.choices),
                "says": each.says,
            }
            for each in review.tried
        },
        "smells": [_smell(smell) for smell in review.smells.kept],
        "set_aside": [{**_smell(smell), "reason": reason} for smell, reason in review.smells.set_aside],
        "unused_allow": list(review.smells.unused),
        "contracts": [
            {"text": each.text, "holds": each.holds, "why": each.why, "witness": list(each.witness)}
            for each in review.judged
        ],
        "seed": review.seed,
        "budget": review.budget,
    }  # fmt: skip


def _extreme(found: Extreme) -> dict[str, Any]:
    return {"total": found.total, "choices": list(found.choices)}


def _unmet(found: Unmet) -> dict[str, Any]:
    return {
        "scenes": list(found.scenes), "choices": list(found.choices), "lines": [plain_line(line) for line in found.lines],
    }


def _smell(smell: Smell) -> dict[str, Any]:
    return {"code": smell.code, "name": smell.name, "where": smell.where, "message": smell.message, "help": smell.help}
