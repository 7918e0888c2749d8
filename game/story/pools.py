"""The columnist's small change: openings, joiners, questions and next steps, from which a seed picks.

Written for this game, in her voice: dry, kind, concrete; about the deed and never about the person.
"""

from __future__ import annotations

from game.language import N_
from game.story.vocabulary import Tone

SECOND = ("Then", "After that", "A little later", "The next time it counted,")
LAST = ("In the end", "Last of all", "When it came to it,", "At the very last")

QUESTIONS = {
    Tone.WARM: (
        N_("Was that luck, or did I do it?"),
        N_("What was it that I did right, so that I can do it again?"),
        N_("Is it always this simple, looking back?"),
        N_("Whom do I thank first?"),
    ),
    Tone.MIXED: (
        N_("Did I win something there, or lose it?"),
        N_("Where did it turn?"),
        N_("Was it worth what it cost?"),
        N_("What do I do with what is left?"),
    ),
    Tone.COOL: (
        N_("Where did I lose them?"),
        N_("Everybody was so polite. What did I miss?"),
        N_("Is there a way back from here?"),
        N_("What was it that I could not see from where I stood?"),
    ),
}

RECEIVE = {
    Tone.WARM: (
        N_("I read your letter twice, the second time for pleasure."),
        N_("Letters like yours are why I still open my own mail."),
        N_("Your letter came with the rolls this morning, and I let the rolls go cold."),
    ),
    Tone.MIXED: (
        N_("I went through your letter with a pencil, and for most of it I kept the pencil in the air."),
        N_("Yours is the kind of letter that is truer than the one who wrote it knows."),
        N_("There are two stories in your letter, and you told me both, which is more than most people do."),
    ),
    Tone.COOL: (
        N_("That is an honest letter, and it cannot have been easy to post."),
        N_("I have been where you are standing, in worse shoes, so pull up a chair."),
        N_("You put the hard part in, where others would have left a gap. Thank you."),
    ),
}

BREAK_OPENINGS = (
    N_("Let me put my finger on the place."),
    N_("There is a line in your book with a coffee ring around it."),
    N_("One page of yours I read aloud to the cat."),
)

DEAR_OPENINGS = (
    N_("One line in your book is dearer than the rest."),
    N_("The bill has your handwriting on it."),
)
"""Only of a break that cost something."""

NO_BILL = (
    N_("Nobody has sent you a bill for it. That is luck, and luck does not keep."),
    N_("It cost you nothing that shows in the book. The book is not the only one who reads."),
)

BILL_IN_THE_MAIL = (
    N_("The bill for it was still in the mail when your story ended."),
    N_("It looked free, and the story ended before the mail came."),
)

INSTEAD = (
    # Translators: {instead} is what somebody might have said; it brings its own stop where it ends the message
    N_("“{instead}” would have cost you nothing."),
    # Translators: {instead} is what somebody might have said; it brings its own stop where it ends the message
    N_("Try it this way, out loud, while nobody is listening: “{instead}”"),
    # Translators: {instead} is what somebody might have said; it brings its own stop where it ends the message
    N_("There was another sentence on the table: “{instead}”"),
)

HONOUR_OPENINGS = (
    N_("Now the other column."),
    N_("And look at what you put in."),
    N_("There is a better entry than that one."),
)

AFTERWARDS = (N_("Then you did the scarcer thing."), N_("And then you picked up the pencil again."))
"""Only of a deed that came after the break."""

TEMPTED = (
    N_("The dearest line in your book is one that is not in it."),
    N_("What I like best is something that you left alone."),
    N_("I looked for the bill, and there is none. I did find where it would have come from."),
)

UNSAID = (
    # Translators: {said} is a choice that was offered and not taken, as it would have been spoken
    N_("You had this on your tongue, and kept it there: “{said}”"),
    # Translators: {said} is a choice that was offered and not taken, as it would have been spoken
    N_("One sentence stayed where it was: “{said}”"),
)
UNDONE = ("Nothing kept you from it: {done}", "It lay open to you all the same: {done}")
"""Before an imperative, in English; other languages quote what was not taken."""
UNTAKEN = (
    # Translators: {done} is a choice that was offered and not taken, a sentence as it stands in the list
    N_("One way lay open, and you walked past it: “{done}”"),
    # Translators: {done} is a choice that was offered and not taken, a sentence as it stands in the list
    N_("There was this, and you let it lie: “{done}”"),
)
PRICED = (
    # Translators: {loss} is a number of points in words, such as “six”
    N_("It would have cost you {loss}."),
    # Translators: {loss} is a number of points in words, such as “six”
    N_("The price on it was {loss}."),
)

PROMISE_OPEN = (
    # Translators: {name} is a first name
    N_("{name} is still holding a promise of yours."),
    # Translators: {name} is a first name
    N_("There is a promise out with {name}, and it has not come home."),
)
PROMISE_KEPT = (
    # Translators: {name} is a first name
    N_("The promise to {name} you kept, which is how a name gets its weight."),
    # Translators: {name} is a first name
    N_("You gave {name} your word, and then you gave it again by doing it."),
)

KIND_WISH = (
    N_("There was nothing wrong with the wish. People have wanted far worse, and written in with less."),
    N_("What you wanted was fair, and so was wanting it soon. It is only the order of things that went astray."),
    N_("I do not mind a hungry heart. It was the knocking that was loud, and never the hunger."),
)

CLOSERS = {
    Tone.WARM: (N_("Keep the cup warm."), N_("Save me the chair by the window."), N_("I will bring the rolls.")),
    Tone.MIXED: (N_("The kettle is on."), N_("Write again when the cup is empty."), N_("The pot is half full, and I have checked.")),
    Tone.COOL: (N_("The door is on the latch."), N_("There is a second cup."), N_("The chair across from me is free.")),
}

NEXT_STEPS: dict[str, tuple[str, ...]] = {
    "time-and-place": (
        N_("This week, when you meet somebody by chance, leave it at that, and wave first."),
        N_("The next time you have a favour in your pocket and a face in front of you, let the face go by, and write on Thursday."),
        N_("This week, end one chance meeting a minute before you want to."),
    ),
    "reach-out-properly": (
        N_("This week, write one card to somebody who matters to you, with a stamp, and nothing to sign."),
        N_("Pick one person whom you would be sorry to lose, and ask them for twenty minutes, with a date in it."),
        N_("Before Friday, write three sentences to somebody whom you admire, and let the last one be about them."),
    ),
    "mutual-friend": (
        N_("This week, ask a friend who knows you both whether the door is a good one to knock at."),
        N_("Thank whoever introduced you to somebody, and tell them what came of it."),
        N_("Introduce two people to each other this week, and ask for nothing from either."),
    ),
    "mutual-benefit": (
        N_("Before your next request, write down what is in it for the other side. If the line stays empty, wait."),
        N_("This week, offer one thing that costs you an hour, to somebody who could use it."),
        N_("Find out one thing that somebody near you is short of. You need not mend it; find out."),
    ),
    "not-about-you": (
        N_("In your next conversation ask a second question about the first answer, and then a third."),
        N_("This week, come home from one meeting able to say what the other person is worried about."),
        N_("Let somebody else's news be the last word once this week. It will feel like a draught, and then like air."),
    ),
    "met-is-not-network": (
        N_("Take the last name that you meant to ask, and write beside it when you last did something for them."),
        N_("Count the people who would pick up the phone at ten at night. That is the list; the rest are faces."),
        N_("This week, move one face that you know one step nearer, and ask it for nothing."),
    ),
    "ongoing": (
        N_("This week, write to somebody while you need nothing at all."),
        N_("Look through what you have promised lately, and do the smallest of it before lunch."),
        N_("Put one name in your calendar for the first of every month, and let it be a short call."),
    ),
    "news-is-welcome": (
        N_("Tell somebody your news this week, in one sentence, and then ask for theirs."),
        N_("The next time you tell what you are up to, stop at the full stop."),
        N_("Share one piece of good news this week with nothing tied to its tail."),
    ),
    "newcomer-first": (
        N_("At the next gathering, find whoever still has a coat on, and show them a chair."),
        N_("This week, learn one new person's name, and give it to two others."),
        N_("The next time somebody new comes in, let them leave knowing three people, and none of them selling."),
    ),
    "own-it": (
        N_("This week, send the two sentences that you owe somebody. No weather in them, and no reasons."),
        N_("Pick the oldest unanswered letter that you have, and begin with the words “I never answered you.”"),
        N_("Say “that was my doing” once this week, to the person it was done to, and then stop."),
    ),
    "coffee-first": (
        N_("This week, ask one person for a coffee, and leave the folder at home."),
        N_("Write to somebody with whom you once shared a desk. Ask how they are, and mean the question."),
        N_("Suggest a coffee that is easy to turn down, and be glad either way."),
    ),
    "no-entitlement": (
        N_("Thank somebody for a no this week. It is the cheapest way of keeping a door."),
        N_("The next time an answer does not come, let a week go by before you decide what it means."),
        N_("Write down who owes you something, and then tear up the paper."),
    ),
    "key-to-your-future": (
        N_("This week, learn the name of somebody who holds a tray, a door or a telephone, and use it twice."),
        N_("Say good morning before you say what you want, every day until Sunday."),
        N_("Give the person nobody is talking to ten minutes of your next evening."),
    ),
}
"""One small act for real life, by the principle that needs it most."""
