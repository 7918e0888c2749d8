"""The reply: what the dearest break cost and when that showed, what the best move brought, and one small act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.language import _
from game.story import pools
from game.story.column_figures import cost, gain, repair, worth_of
from game.story.column_words import Draw, first_sentence, imperative, number, sentence
from game.story.grammar import to_the_player, turns, with_words
from game.story.model import Choice, Later, Scenario
from game.story.playthrough import Moment, Playthrough, State, offered, replay, step
from game.story.vocabulary import PRINCIPLES, Tone

LONGEST = 150
"""Words of a reply; what can be spared is left out above it."""

QUOTED = 28
"""Words of a sentence that was left unsaid, at the most."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What the columnist answers."""

    salutation: str
    paragraphs: tuple[str, ...]
    quote: str
    """The sentence to print large: what might have been said, or the note on the best move; may be empty."""
    sign_off: str


@dataclass(frozen=True, slots=True)
class _Piece:
    words: str
    spare: int = 0
    """0 stays; of the others the highest goes first where the reply would be too long."""


def reply(state: State, tone: Tone, draw: Draw) -> Reply:
    """Return the reply to a play."""
    breaks = [moment for moment in state.moments if moment.choice.breaks]
    keeps = [moment for moment in state.moments if moment.choice.honours]
    broken = min(breaks, key=lambda moment: worth_of(state, moment.index), default=None)
    honoured = max(keeps, key=lambda moment: worth_of(state, moment.index), default=None)
    paragraphs = [[_Piece(draw(pools.RECEIVE[tone]))]]
    quote = ""
    if broken is not None:
        paragraphs.append(_on_the_break(state, broken, draw))
        quote = broken.choice.instead.strip()
    elif (temptation := _temptation(state)) is not None:
        paragraphs.append(_on_the_temptation(*temptation, state.scenario, draw))
    if honoured is not None:
        paragraphs.append(_on_the_deed(state, honoured, broken, draw))
        quote = quote or (first_sentence(honoured.choice.advice) if honoured.choice.advice.strip() else "")
    else:
        paragraphs.append([_Piece(draw(pools.KIND_WISH))])
    paragraphs.append([
        _Piece(_on_promises(state, draw), 5),
        _Piece(draw(pools.NEXT_STEPS[_weakest(state, breaks)])),
        _Piece(draw(pools.CLOSERS[tone]), 4),
    ])
    # Translators: the columnist greets whoever wrote; {name} may be a pen name such as “Counting”
    return Reply(_("Dear {name},", name=_addressed(state)), _fitted(paragraphs), quote, "C. F.")


def _fitted(paragraphs: Sequence[Sequence[_Piece]]) -> tuple[str, ...]:
    pieces = [piece for paragraph in paragraphs for piece in paragraph if piece.words]
    length = sum(len(piece.words.split()) for piece in pieces)
    left_out: set[int] = set()
    for piece in sorted((piece for piece in pieces if piece.spare), key=lambda piece: -piece.spare):
        if length <= LONGEST:
            break
        left_out.add(id(piece))
        length -= len(piece.words.split())
    texts = (
        " ".join(piece.words for piece in paragraph if piece.words and id(piece) not in left_out)
        for paragraph in paragraphs
    )
    return tuple(text for text in texts if text)


def _addressed(state: State) -> str:
    """Return whom the reply greets: of `Counting in Millbrook` the first word, of other signatures all."""
    you = state.scenario.you
    signed = you.signs_as.strip().rstrip(",.")
    if not turns(state.scenario):
        return signed or you.short
    words = signed.split()
    return words[0] if words and words[0].lower().endswith("ing") else signed or you.short


def _deed(choice: Choice, scenario: Scenario, spare: int) -> _Piece:
    """Return what was done, to be left out first where the note says it."""
    words = to_the_player(choice, scenario)
    note = choice.advice.strip()
    return _Piece(words, 8 if note.startswith(("You ", "Your ")) else spare)


def _on_the_break(state: State, moment: Moment, draw: Draw) -> list[_Piece]:
    choice, bill = moment.choice, cost(state, moment.index)
    pieces = [
        _Piece(draw((*pools.BREAK_OPENINGS, *(pools.DEAR_OPENINGS if bill else ()))), 6),
        _deed(choice, state.scenario, 2),
        _Piece(sentence(choice.advice)),
        _Piece(bill or _no_bill(state, moment, draw)),
    ]
    if choice.instead.strip():
        pieces.append(_Piece(with_words(draw.message(pools.INSTEAD), instead=choice.instead)))
    pieces.append(_Piece(PRINCIPLES[choice.breaks].sentence_shown if choice.breaks in PRINCIPLES else "", 7))
    return pieces


def _no_bill(state: State, moment: Moment, draw: Draw) -> str:
    """Return what is to be said of a break that cost nothing up to the end."""
    if any(pending.moment == moment.index for pending in state.pending):
        return draw(pools.BILL_IN_THE_MAIL)
    return draw(pools.NO_BILL)


def _on_the_deed(state: State, moment: Moment, broken: Moment | None, draw: Draw) -> list[_Piece]:
    pieces = []
    owned, mended = repair(state, broken) if broken is not None else (-1, "")
    if broken is not None:
        after = pools.AFTERWARDS if moment.index > broken.index else ()
        pieces.append(_Piece(draw((*pools.HONOUR_OPENINGS, *after)), 6))
    yielded = gain(state, moment.index)
    if owned == moment.index and mended:  # one figure is enough
        yielded = ""
    return [
        *pieces, _deed(moment.choice, state.scenario, 3), _Piece(sentence(moment.choice.advice)), _Piece(yielded), _Piece(mended),
    ]


def _on_the_temptation(choice: Choice, loss: int, scenario: Scenario, draw: Draw) -> list[_Piece]:
    said = first_sentence(choice.text)
    if choice.spoken:
        words = with_words(draw.message(pools.UNSAID), said=_point(choice.text))
    elif turns(scenario) and imperative(said):
        words = draw.message(pools.UNDONE).format(done=said[0].lower() + said[1:])
    else:
        words = with_words(draw.message(pools.UNTAKEN), done=said)
    # the choice's own advice is written to somebody who made it
    lesson = PRINCIPLES[choice.breaks].sentence_shown if choice.breaks in PRINCIPLES else ""
    return [_Piece(draw(pools.TEMPTED)), _Piece(words), _Piece(draw(pools.PRICED, loss=number(-loss))), _Piece(lesson, 2)]


def _point(said: str) -> str:
    """Return what somebody would have said: all of it if it is short, else the sentence that it was leading up to."""
    rest = sentence(said)
    while len(rest.split()) > QUOTED and (further := rest[len(first_sentence(rest)) :].strip()):
        rest = further
    return rest


def _on_promises(state: State, draw: Draw) -> str:
    """Return a sentence on the first promise that is still open, or else on the last that was kept."""
    names = state.scenario.people
    for word in state.words.values():
        if word.kept_at is None:
            return draw(pools.PROMISE_OPEN, name=names[word.promise.to].short)
    kept = [word for word in state.words.values() if word.kept_at is not None]
    return draw(pools.PROMISE_KEPT, name=names[kept[-1].promise.to].short) if kept else ""


def _weakest(state: State, breaks: Sequence[Moment]) -> str:
    """Return the principle that needs practice most: the dearest one broken, else the one most often left out."""
    losses: dict[str, int] = {}
    for moment in breaks:
        principle = moment.choice.breaks or ""
        losses[principle] = losses.get(principle, 0) + min(-1, worth_of(state, moment.index))
    if losses:
        return min(losses, key=lambda principle: losses[principle])
    seen: dict[str, int] = {}
    for choice, made, _then in _offers(state):
        if choice.honours and choice.honours != "own-it":  # there was nothing to own
            seen[choice.honours] = seen.get(choice.honours, 0) - (choice.id != made.choice.id)
    return min(seen, key=lambda principle: seen[principle], default="ongoing")


def _temptation(state: State) -> tuple[Choice, int] | None:
    """Return the dearest choice that was offered and left alone, with what it would have cost."""
    worst: tuple[Choice, int] | None = None
    for choice, made, then in _offers(state):
        if choice.id != made.choice.id and choice.breaks:
            loss = _price(choice, then)
            if loss < 0 and (worst is None or loss < worst[1]):
                worst = choice, loss
    return worst


def _offers(state: State) -> list[tuple[Choice, Moment, State]]:
    """Return each choice that was offered, with the moment in which one was made, and the state before that."""
    found = []
    then = replay(Playthrough(state.scenario))
    for moment in state.moments:
        found += [(choice, moment, then) for choice in offered(then).values()]
        then = step(then, moment.choice.id)
    return found


def _price(choice: Choice, state: State) -> int:
    """Return what a choice would bring in a state, its deferred entries included, without the cost of an ask."""
    amounts = [amount for _, amount in choice.capital]
    laters: tuple[Later, ...] = choice.later
    if choice.ask is not None:
        branch = choice.ask.granted if state.capital(choice.ask.of) >= choice.ask.cost else choice.ask.refused
        amounts += [amount for _, amount in branch.capital]
        laters = (*laters, *branch.later)
    return sum(amounts) + sum(amount for later in laters for _, amount in later.capital)
