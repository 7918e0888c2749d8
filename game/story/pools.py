"""The columnist's small change: openings, joiners, questions and next steps, from which a seed picks.

Written for this game, in her voice: dry, kind, concrete; about the deed and never about the person.
"""

from __future__ import annotations

from game.story.vocabulary import Tone

SECOND = ("Then", "After that", "A little later", "The next time it counted,")
LAST = ("In the end", "Last of all", "When it came to it,", "At the very last")

QUESTIONS = {
    Tone.WARM: (
        "Was that luck, or did I do it?",
        "What was it that I did right, so that I can do it again?",
        "Is it always this simple, looking back?",
        "Whom do I thank first?",
    ),
    Tone.MIXED: (
        "Did I win something there, or lose it?",
        "Where did it turn?",
        "Was it worth what it cost?",
        "What do I do with what is left?",
    ),
    Tone.COOL: (
        "Where did I lose them?",
        "Everybody was so polite. What did I miss?",
        "Is there a way back from here?",
        "What was it that I could not see from where I stood?",
    ),
}

RECEIVE = {
    Tone.WARM: (
        "I read your letter twice, the second time for pleasure.",
        "Letters like yours are why I still open my own mail.",
        "Your letter came with the rolls this morning, and I let the rolls go cold.",
    ),
    Tone.MIXED: (
        "I went through your letter with a pencil, and for most of it I kept the pencil in the air.",
        "Yours is the kind of letter that is truer than the one who wrote it knows.",
        "There are two stories in your letter, and you told me both, which is more than most people do.",
    ),
    Tone.COOL: (
        "That is an honest letter, and it cannot have been easy to post.",
        "I have been where you are standing, in worse shoes, so pull up a chair.",
        "You put the hard part in, where others would have left a gap. Thank you.",
    ),
}

BREAK_OPENINGS = (
    "Let me put my finger on the place.",
    "There is a line in your book with a coffee ring around it.",
    "One page of yours I read aloud to the cat.",
)

DEAR_OPENINGS = (
    "One line in your book is dearer than the rest.",
    "The bill has your handwriting on it.",
)
"""Only of a break that cost something."""

NO_BILL = (
    "Nobody has sent you a bill for it. That is luck, and luck does not keep.",
    "It cost you nothing that shows in the book. The book is not the only one who reads.",
)

BILL_IN_THE_MAIL = (
    "The bill for it was still in the mail when your story ended.",
    "It looked free, and the story ended before the mail came.",
)

INSTEAD = (
    "“{instead}” would have cost you nothing.",
    "Try it this way, out loud, while nobody is listening: “{instead}”",
    "There was another sentence on the table: “{instead}”",
)

HONOUR_OPENINGS = (
    "Now the other column.",
    "And look at what you put in.",
    "There is a better entry than that one.",
)

AFTERWARDS = ("Then you did the scarcer thing.", "And then you picked up the pencil again.")
"""Only of a deed that came after the break."""

TEMPTED = (
    "The dearest line in your book is one that is not in it.",
    "What I like best is something that you left alone.",
    "I looked for the bill, and there is none. I did find where it would have come from.",
)

UNSAID = ("You had this on your tongue, and kept it there: “{said}”", "One sentence stayed where it was: “{said}”")
UNDONE = ("Nothing kept you from it: {done}", "It lay open to you all the same: {done}")
UNTAKEN = ("One way lay open, and you walked past it: “{done}”", "There was this, and you let it lie: “{done}”")
PRICED = ("It would have cost you {loss}.", "The price on it was {loss}.")

PROMISE_OPEN = (
    "{name} is still holding a promise of yours.",
    "There is a promise out with {name}, and it has not come home.",
)
PROMISE_KEPT = (
    "The promise to {name} you kept, which is how a name gets its weight.",
    "You gave {name} your word, and then you gave it again by doing it.",
)

KIND_WISH = (
    "There was nothing wrong with the wish. People have wanted far worse, and written in with less.",
    "What you wanted was fair, and so was wanting it soon. It is only the order of things that went astray.",
    "I do not mind a hungry heart. It was the knocking that was loud, and never the hunger.",
)

CLOSERS = {
    Tone.WARM: ("Keep the cup warm.", "Save me the chair by the window.", "I will bring the rolls."),
    Tone.MIXED: ("The kettle is on.", "Write again when the cup is empty.", "The pot is half full, and I have checked."),
    Tone.COOL: ("The door is on the latch.", "There is a second cup.", "The chair across from me is free."),
}

NEXT_STEPS: dict[str, tuple[str, ...]] = {
    "time-and-place": (
        "This week, when you meet somebody by chance, leave it at that, and wave first.",
        "The next time you have a favour in your pocket and a face in front of you, let the face go by, and write on Thursday.",
        "This week, end one chance meeting a minute before you want to.",
    ),
    "reach-out-properly": (
        "This week, write one card to somebody who matters to you, with a stamp, and nothing to sign.",
        "Pick one person whom you would be sorry to lose, and ask them for twenty minutes, with a date in it.",
        "Before Friday, write three sentences to somebody whom you admire, and let the last one be about them.",
    ),
    "mutual-friend": (
        "This week, ask a friend who knows you both whether the door is a good one to knock at.",
        "Thank whoever introduced you to somebody, and tell them what came of it.",
        "Introduce two people to each other this week, and ask for nothing from either.",
    ),
    "mutual-benefit": (
        "Before your next request, write down what is in it for the other side. If the line stays empty, wait.",
        "This week, offer one thing that costs you an hour, to somebody who could use it.",
        "Find out one thing that somebody near you is short of. You need not mend it; find out.",
    ),
    "not-about-you": (
        "In your next conversation ask a second question about the first answer, and then a third.",
        "This week, come home from one meeting able to say what the other person is worried about.",
        "Let somebody else's news be the last word once this week. It will feel like a draught, and then like air.",
    ),
    "met-is-not-network": (
        "Take the last name that you meant to ask, and write beside it when you last did something for them.",
        "Count the people who would pick up the phone at ten at night. That is the list; the rest are faces.",
        "This week, move one face that you know one step nearer, and ask it for nothing.",
    ),
    "ongoing": (
        "This week, write to somebody while you need nothing at all.",
        "Look through what you have promised lately, and do the smallest of it before lunch.",
        "Put one name in your calendar for the first of every month, and let it be a short call.",
    ),
    "news-is-welcome": (
        "Tell somebody your news this week, in one sentence, and then ask for theirs.",
        "The next time you tell what you are up to, stop at the full stop.",
        "Share one piece of good news this week with nothing tied to its tail.",
    ),
    "newcomer-first": (
        "At the next gathering, find whoever still has a coat on, and show them a chair.",
        "This week, learn one new person's name, and give it to two others.",
        "The next time somebody new comes in, let them leave knowing three people, and none of them selling.",
    ),
    "own-it": (
        "This week, send the two sentences that you owe somebody. No weather in them, and no reasons.",
        "Pick the oldest unanswered letter that you have, and begin with the words “I never answered you.”",
        "Say “that was my doing” once this week, to the person it was done to, and then stop.",
    ),
    "coffee-first": (
        "This week, ask one person for a coffee, and leave the folder at home.",
        "Write to somebody with whom you once shared a desk. Ask how they are, and mean the question.",
        "Suggest a coffee that is easy to turn down, and be glad either way.",
    ),
    "no-entitlement": (
        "Thank somebody for a no this week. It is the cheapest way of keeping a door.",
        "The next time an answer does not come, let a week go by before you decide what it means.",
        "Write down who owes you something, and then tear up the paper.",
    ),
    "key-to-your-future": (
        "This week, learn the name of somebody who holds a tray, a door or a telephone, and use it twice.",
        "Say good morning before you say what you want, every day until Sunday.",
        "Give the person nobody is talking to ten minutes of your next evening.",
    ),
}
"""One small act for real life, by the principle that needs it most."""
