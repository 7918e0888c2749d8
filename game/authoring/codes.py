"""Every code that an author may meet: what it finds, why that matters, an example and its mend.

`docs/diagnostics/` is made from this table by `scripts/diagnostics_pages.py`; a published code keeps its meaning.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of fault."""

    code: str
    name: str
    """Its name in a word or three with hyphens."""
    finds: str
    why: str
    example: str
    instead: str
    warning: bool = False
    """Whether the scenario can be played all the same."""


_TABLE = (
    # The file.
    Code("CF001", "unreadable-file", "The path leads to nothing that can be read: it does not exist, a link is broken, or the right to read is missing.", "Nothing can be played from it.", "coffee-first play bakry.yaml", "coffee-first play bakery.yaml"),
    Code("CF002", "not-a-file", "The path is a folder without scenario.yaml, or a pipe, a socket or a device.", "A scenario is a YAML file, or a folder that holds scenario.yaml.", "coffee-first check /dev/zero", "coffee-first check scenarios/bakery"),
    Code("CF003", "too-large", "The file has more than 4 MB.", "No scenario is that long; something else was opened, and reading it would take time and memory.", "a video", "a text of some 100 kB"),
    Code("CF004", "wrong-encoding", "The bytes of the file are not UTF-8.", "Letters such as é and — would come out as other letters.", "saved as UTF-16 or as Windows-1252", "saved as UTF-8 (most editors: Save with encoding)"),
    Code("CF005", "hidden-character", "An invisible control character, or one that changes the direction of writing, stands in the file.", "It could make a text look other than it is, here, on the screen and in a terminal.", "a NUL, or U+202E, pasted along with a text", "the same text without it"),
    Code("CF006", "not-yaml", "The file cannot be read as YAML, and no likelier cause was found.", "Nothing after this place can be trusted.", "[a, b]: c", "a: c"),
    Code("CF007", "too-deep", "More than 32 levels lie within each other.", "A scenario needs fewer than ten; usually brackets or dashes were typed too often.", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "one bracket"),
    Code("CF008", "too-many", "The file holds more keys, values or scenes than are read.", "The game promises to judge any file within two seconds and 200 MB.", "20,000 scenes in one file", "several scenarios"),
    Code("CF009", "yaml-shorthand", "An anchor, an alias, a tag or a merge of YAML.", "They make one text stand for another, which a reader does not see; and a sentence that begins with & * or ! is not meant so.", "say: &Co is a fine name", 'say: "&Co is a fine name"'),
    Code("CF010", "key-twice", "The same key stands twice in one place.", "Only one of the two could count, and nobody would know which.", "minutes: 5\nminutes: 6", "minutes: 6"),
    Code("CF011", "second-document", "A line `---` begins a second document.", "A file holds one scenario; what comes after would be ignored.", "title: One\n---\ntitle: Two", "two files"),
    Code("CF012", "empty-file", "There is nothing in the file, or only comments.", "There is nothing to play.", "# to be written", "coffee_first: 1\ntitle: The bench"),
    Code("CF013", "tab", "A line is indented with a tab.", "Tabs are of different widths in different editors, so it cannot be told to what the line belongs.", "→ place: bakery", "  place: bakery"),
    Code("CF014", "colon-in-a-sentence", "A text without quotation marks holds a colon or another sign that YAML reads as its own.", "Everything after it would be read as something else.", "summary: Note: she knows everyone", 'summary: "Note: she knows everyone"'),
    Code("CF015", "open-quotation-mark", "A quotation mark opens a text and is not closed.", "The text would run on to the next quotation mark, often many lines below.", 'advice: "You asked first.', 'advice: "You asked first."'),
    Code("CF016", "open-bracket", "A bracket or a brace opens and is not closed.", "What follows would belong to it.", "capital: {leslie: +5", "capital: {leslie: +5}"),
    Code("CF017", "indentation", "A line begins too far left or too far right to belong to those above it.", "Where a line begins says what it belongs to.", "- id: pounce\n   say: Hello", "- id: pounce\n  say: Hello"),
    Code("CF018", "first-sign", "A text without quotation marks begins with a sign that means something to YAML, such as @ * & ! % or a backtick.", "It would not be read as a text.", "advice: *Never* ask early", 'advice: "*Never* ask early"'),
    Code("CF019", "after-the-quotation", "A text goes on after its closing quotation mark, or a backslash in it means nothing.", "A text in quotation marks ends where they close.", 'say: "Hi," you say', 'say: "\\"Hi,\\" you say"'),
    Code("CF020", "no-colon", "A line that ought to be a key with its value has no colon, or no space after it.", "It is read as a part of the line above.", "minutes:5", "minutes: 5"),
    Code("CF099", "and-more", "More than a hundred faults were found; the rest is counted.", "One mistake often causes many.", "a file of another kind", "mend the first ones and check again"),
    # Keys and values.
    Code("CF100", "not-a-scenario", "The file is something other than a scenario.", "There is nothing to play in it.", "- milk\n- rolls", "coffee_first: 1\ntitle: The bakery"),
    Code("CF101", "version", "The file does not say on its first line that it is written in version 1 of the format, or names another.", "A later version may mean other things by the same words.", "title: The bench", "coffee_first: 1\ntitle: The bench"),
    Code("CF102", "missing-key", "Something that is needed was not written.", "The game could not show or decide something.", "ask: {of: leslie}", "ask: {of: leslie, cost: 12}"),
    Code("CF103", "unknown-key", "A key is not one of those that belong here.", "It would have no effect, and usually another was meant.", "honors: ongoing", "honours: ongoing"),
    Code("CF104", "wrong-kind", "A list, a text, or keys and values stand where another of these belongs.", "It cannot be read as what it ought to be.", "capital: +5", "capital: {leslie: +5}"),
    Code("CF105", "not-a-number", "Something other than a whole number stands where one belongs.", "Points and minutes are whole.", "capital: {leslie: 2.5}", "capital: {leslie: 3}"),
    Code("CF106", "id", "An id is made of other things than letters, digits and hyphens, is too long, or is a word with a meaning of its own.", "Ids are named in conditions and by other parts of the file.", "- id: yes", "- id: say-yes"),
    Code("CF107", "choice-id-twice", "Two choices have the same id.", "A saved play, a condition and a test name choices by their id.", "- id: wave\n- id: wave", "- id: wave\n- id: wave-again"),
    Code("CF108", "empty", "A key, a list, a script or a scene is empty.", "Probably something was forgotten.", "say:", 'say: "Sit down."'),
    Code("CF109", "one-of", "Two things that exclude each other are there, or neither of them.", "A choice is said or done; a scene goes on, offers choices or ends.", "say: Hello.\ndo: Wave.", "say: Hello."),
    Code("CF110", "out-of-range", "A number is too small or too large.", "Points lie between -1000 and 1000, costs above 0.", "cost: 0", "cost: 5"),
    Code("CF111", "not-one-of-the-words", "Only certain words may stand here.", "The game knows no other.", "tone: sad", "tone: cool"),
    Code("CF112", "zero-points", "An entry of zero points.", "It changes nothing, and is left out.", "capital: {leslie: 0}", "capital: {leslie: +1}", True),
    Code("CF113", "without-an-ask", "`granted` or `refused` stands with a choice that asks for nothing.", "It would never happen.", "granted: {script: Sure.}", "ask: {of: leslie, cost: 12}\ngranted: {script: Sure.}"),
    Code("CF114", "no-advice", "A choice has no `advice`.", "The columnist has nothing to say about it.", "- id: wave\n  do: Wave.", "- id: wave\n  do: Wave.\n  advice: A wave costs nothing.", True),
    Code("CF115", "no-letter", "A choice has no `letter`.", "The player's letter cannot tell of it.", "- id: wave\n  do: Wave.", "- id: wave\n  do: Wave.\n  letter: I waved", True),
    Code("CF116", "no-instead", "A choice breaks a principle and has no `instead`.", "The player learns what was wrong and not what would have been right.", "breaks: ongoing", 'breaks: ongoing\ninstead: "Leslie. Three years!"', True),
    Code("CF117", "ways-on", "In a list of ways on, the last has a condition, or one before it has none.", "There might be no way at all, or one that is never taken.", "next: [{when: leslie > 5, to: friends}]", "next: [{when: leslie > 5, to: friends}, {to: alone}]"),
    Code("CF118", "letter-without-i", "The `letter` of a choice does not begin with I.", "The player's letter is made of these clauses, and would not read as one.", "letter: She was asked for names", "letter: I asked her for names", True),
    # Names.
    Code("CF201", "unknown-scene", "A scene is named that does not exist.", "The play could not go on.", "next: smal-talk", "next: small-talk"),
    Code("CF202", "unknown-person", "Somebody is named who is not among the people.", "There is no account to post to.", "capital: {lesly: +5}", "capital: {leslie: +5}"),
    Code("CF203", "unknown-principle", "A principle is named that is none of the thirteen.", "It could not be counted.", "honours: kindness", "honours: not-about-you"),
    Code("CF204", "unknown-flag", "A condition asks for a flag that no choice sets.", "It would never be true.", "when: aksed", "when: asked"),
    Code("CF205", "unknown-choice", "A condition or a test names a choice that does not exist.", "It would never be true.", "when: chose.punce", "when: chose.pounce"),
    Code("CF206", "unknown-promise", "A promise is named that no choice gives.", "It cannot be kept.", "keeps: lettr", "keeps: letter"),
    Code("CF207", "no-account", "Points, an ask or a condition name somebody without `capital`.", "A mere voice holds no account.", "capital: {bela: +5}", "bela: {name: Béla, role: the baker, capital: 0}"),
    Code("CF208", "not-an-ask", "`granted.` or a test names a choice that asks for nothing.", "It is never granted.", "when: granted.wave", "when: chose.wave"),
    Code("CF209", "unknown-speaker", "A line is spoken by somebody who is not among the people, or by a name instead of an id.", "Nobody would know whose face to show.", "lesly (warm): Hello.", "leslie (warm): Hello."),
    # The way through.
    Code("CF301", "unreachable-scene", "No path leads to a scene.", "Nobody will ever see it.", "lost: {place: bakery, next: monday}", "next: lost (in another scene)", True),
    Code("CF302", "no-ending", "There is no ending, or none can be reached from the start.", "The play would never be over.", "next: the-bench", "ending: {title: Noon, letter: Nobody called, tone: cool}"),
    Code("CF303", "never-comes-to-light", "What a choice defers to a scene is lost: no path leads there from it.", "The bill would never come, and the mistake is free.", "later: {at: the-bench, …} (a scene that is over)", "later: {at: monday, …}"),
    Code("CF304", "may-not-come-to-light", "Some path goes past the scene to which something is deferred.", "Some players never see what their choice did. That may be meant.", "later: {at: e-friends, …}", "later: {at: monday, …}", True),
    Code("CF305", "endless", "Scenes lead to each other in a circle that nothing ends.", "A play could go on for ever. A condition does not prove that it ends; `once: true` does.", "- {id: again, do: Go back., next: the-hall}", "- {id: again, do: Go back., once: true, next: the-hall}"),
    Code("CF306", "no-way-out", "A scene in a circle may be left without a choice, because each of its choices has `once` or `when`.", "The play would be stuck.", "only choices with once: true", "one more: - {id: go-home, do: Find your coat., next: monday}"),
    Code("CF307", "hub-too-large", "A circle of scenes holds more than twelve choices with `once`.", "There would be too many orders in which to make them for the score to be exact.", "fifteen people in one room", "two rooms"),
    Code("CF308", "perhaps-no-choice", "Each choice of a scene has a condition, and all may fail at once.", "The play would be stuck there.", "- {id: a, when: leslie >= 20, …}\n- {id: b, when: leslie < 10, …}", "- {id: b, when: leslie < 20, …}", True),
    Code("CF309", "kept-too-early", "A choice keeps a promise that cannot have been given yet.", "It would have no effect.", "keeps: letter (before the choice that promises it)", "keeps: letter (after it)"),
    Code("CF310", "never-kept", "No choice keeps a promise.", "It is always broken, whatever the player does. That may be meant.", "promise: {id: letter, …} (and no `keeps: letter`)", "keeps: letter (in a later choice)", True),
    Code("CF320", "cut-moment", "A moment of the cut has no choices, or is a bridge as well.", "A room would have nothing to vote on.", "moments: [monday]", "moments: [the-bench]"),
    Code("CF321", "cut-unreached", "The cut never comes to one of its moments or bridges.", "It is not played.", "moments: [the-bench, the-hall]", "bridges: {monday: {next: the-hall}}", True),
    Code("CF322", "cut-hole", "The cut comes to a scene with choices that is neither a moment nor a bridge.", "It is not said whether to play it.", "moments: [the-bench] (which leads to the-hall)", "moments: [the-bench, the-hall]"),
    Code("CF323", "cut-without-ending", "The cut reaches no ending.", "A cut is a scenario that plays by itself.", "bridges: {monday: {next: monday}}", "bridges: {monday: {next: e-friends}}"),
    # Conditions and scripts.
    Code("CF401", "condition", "A condition cannot be read.", "It is not known when it ought to hold.", "when: leslie = 10 && not asked", "when: leslie == 10 and not asked"),
    Code("CF402", "condition-too-long", "A condition has more than 500 characters, 60 parts, twelve parentheses within each other, or a huge number.", "Nobody could check it by reading.", "when: a and b and c and …", "set: ready (in a choice)\nwhen: ready"),
    Code("CF403", "balance-or-flag", "A balance stands alone, or a flag is compared with a number.", "A balance is a number and a flag is true or false.", "when: leslie", "when: leslie >= 20"),
    Code("CF404", "names-nobody", "A comparison in which no balance is left.", "It is always true or always false.", "when: 10 >= 5", "when: leslie >= 5"),
    Code("CF410", "folded-script", "A script stands below `>`, or runs over several lines without `|`.", "Its lines would run together, and speech be lost in them.", "script: >", "script: |"),
    Code("CF411", "silent-line", "A line names who speaks and says nothing.", "The page would show an empty line.", "leslie (warm):", "leslie (warm): Sit down."),
    Code("CF412", "line-shape", "A line looks like speech and is not: a colon, a space or a parenthesis is missing.", "It would be read as narration.", "leslie (warm) Sit down.", "leslie (warm): Sit down."),
    Code("CF413", "unknown-face", "A word in parentheses is not among those that lead to a drawn face.", "The face stays as it was.", "leslie (warmm): Sit down.", "leslie (warm): Sit down.", True),
    Code("CF501", "drawing", "The id of a drawing is nearly that of one that exists.", "A stand-in is shown instead.", "place: school-gim", "place: school-gym", True),
)

CODES: dict[str, Code] = {code.code: code for code in _TABLE}
"""Every code by itself."""


def page(code: Code) -> str:
    """Return the page of a code as Markdown."""
    kind = "A warning: the scenario can be played all the same." if code.warning else "An error: the scenario cannot be played until it is mended."
    return (
        f"# {code.code} {code.name}\n\n{code.finds}\n\n{kind}\n\n**Why it matters.** {code.why}\n\n"
        f"Instead of\n\n```\n{code.example}\n```\n\nwrite\n\n```\n{code.instead}\n```\n"
    )


def contents() -> str:
    """Return the list of all pages as Markdown."""
    rows = "".join(f"| [{code.code}]({code.code}.md) | {code.name} | {code.finds} |\n" for code in CODES.values())
    return (
        "# What `coffee-first check` may say\n\nEach message begins with the file, the line and the column, "
        "and ends with what to do. Its code leads here.\n\n| code | name | what it finds |\n|---|---|---|\n" + rows
    )
