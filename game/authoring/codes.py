"""Every code that an author may meet: what it finds, why that matters, an example and its mend.

`docs/diagnostics/` is made from this table by `scripts/diagnostics_pages.py`; a published code keeps its meaning.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
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
    Code("CF021", "cut-by-a-number-sign", "A text without quotation marks is cut short by a # after a blank.", "What follows is a note to yourself, which nobody else sees; here it reads like a part of the text.", "say: Are you still at school #3?", 'say: "Are you still at school #3?"', True),
    Code("CF022", "curly-quotation-marks", "The whole of a text stands in curly quotation marks, as a word processor makes them.", "YAML does not know them: they are a part of the text and will be shown, and a colon or a # within them is not protected.", "say: “Sit down.”", 'say: "Sit down."', True),
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
    Code("CF119", "letter-with-a-full-stop", "The `letter` of a choice closes with a full stop.", "It is printed within a sentence of the player's letter, which has its own.", 'letter: "I asked about her daughter."', 'letter: "I asked about her daughter"', True),
    Code("CF120", "text-too-long", "A `label` has more than 24 characters, or a question of the `discussion` more than 160.", "It is shown on a projector, and would not fit or could not be read from the last row.", "label: Ask her for five people with check books", "label: Ask for five names"),
    Code("CF121", "three-questions", "The `discussion` holds fewer or more than three questions.", "A room looks back in three steps: what happened, so what, now what.", "discussion:\n  - What happened?", "discussion:\n  - What did you see her do with her hands?\n  - What had made it look free?\n  - To whom will you say it differently this week?"),
    Code("CF122", "language", "The `language` of a scenario is not written as the code of one.", "By the code the game knows which translations are wanted, and which voice reads it aloud.", "language: Spanish", "language: es"),
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
    Code("CF324", "cut-without-a-bill", "The cut plays a choice, and never comes to the scene in which its bill is due; or none of its choices keeps a promise that it lets a room give.", "In a room the mistake would be free, or everybody's word be broken.", "later: {at: monday, …} (and bridges lead past monday)", "bridges: {monday: {script: Priya has heard of it., next: friday}}", True),
    # Conditions and scripts.
    Code("CF401", "condition", "A condition cannot be read.", "It is not known when it ought to hold.", "when: leslie = 10 && not asked", "when: leslie == 10 and not asked"),
    Code("CF402", "condition-too-long", "A condition has more than 500 characters, 60 parts, twelve parentheses within each other, or a huge number.", "Nobody could check it by reading.", "when: a and b and c and …", "set: ready (in a choice)\nwhen: ready"),
    Code("CF403", "balance-or-flag", "A balance stands alone, or a flag is compared with a number.", "A balance is a number and a flag is true or false.", "when: leslie", "when: leslie >= 20"),
    Code("CF404", "names-nobody", "A comparison in which no balance is left.", "It is always true or always false.", "when: 10 >= 5", "when: leslie >= 5"),
    Code("CF410", "folded-script", "A script stands below `>`, or runs over several lines without `|`.", "Its lines would run together, and speech be lost in them.", "script: >", "script: |"),
    Code("CF411", "silent-line", "A line names who speaks and says nothing.", "The page would show an empty line.", "leslie (warm):", "leslie (warm): Sit down."),
    Code("CF412", "line-shape", "A line looks like speech and is not: a colon, a space or a parenthesis is missing.", "It would be read as narration.", "leslie (warm) Sit down.", "leslie (warm): Sit down."),
    Code("CF413", "unknown-face", "A word in parentheses is not among those that lead to a drawn face.", "The face stays as it was.", "leslie (warmm): Sit down.", "leslie (warm): Sit down.", True),
    # Contracts.
    Code("CF420", "sentence-in-expect", "A sentence stands under `expect`, where contracts belong: statements that a machine can check.", "Nothing tells you when it is no longer so.", "expect:\n  - There is a way back from the pounce.", "expect:\n  - score >= 60 after pounce possible", True),
    Code("CF421", "contract", "A contract under `expect` cannot be read.", "It is not checked, and `coffee-first test` counts it as failed.", "expect:\n  - e-friends after pounce", "expect:\n  - e-friends after pounce possible", True),
    Code("CF422", "contract-name", "A contract names something that this scenario does not have, or a way of playing that does not exist.", "It is not checked, and `coffee-first test` counts it as failed.", "expect:\n  - puncer < 40", "expect:\n  - pouncer < 40", True),
    Code("CF423", "contract-kind", "A contract claims something of a name that cannot be claimed of it: that a choice is granted which asks for nothing, or what comes after an ending.", "It is not checked, and `coffee-first test` counts it as failed.", "expect:\n  - grant wave possible", "expect:\n  - wave possible", True),
    Code("CF424", "contract-number", "The number in a contract is none that could be reached.", "It is not checked, and `coffee-first test` counts it as failed.", "expect:\n  - pouncer < 400", "expect:\n  - pouncer < 40", True),
    Code("CF425", "contract-ambiguous", "A contract names an id that is that of a scene and that of a choice.", "It could mean either.", "expect:\n  - monday reachable", "expect:\n  - scene monday reachable", True),
    # Allowances.
    Code("CF430", "unknown-allowance", "A key of `allow` names no warning and no smell, or a place that does not exist.", "It allows nothing.", "allow: {no-advise: It is meant so.}", "allow: {no-advice: It is meant so.}", True),
    Code("CF431", "error-not-allowed", "A key of `allow` names an error.", "A scenario with an error cannot be played, whatever is allowed.", "allow: {CF201: The scene comes later.}", "the scene", True),
    Code("CF432", "unused-allowance", "A key of `allow` names a warning that is not found, or not at that place.", "What was odd was mended, or stands elsewhere; a reader would look for it in vain.", "allow: {no-advice@wave: It is meant so.}", "(nothing)", True),
    Code("CF501", "drawing", "The id of a drawing is nearly that of one that exists.", "A stand-in is shown instead.", "place: school-gim", "place: school-gym", True),
    # Packs, and pictures that authors bring.
    Code("CF701", "not-a-pack", "A file named .coffee is no pack, or is damaged or not whole.", "Nothing in it can be trusted.", "a download that broke off", "the file once more, or `coffee-first pack my-scenario`"),
    Code("CF702", "pack-too-large", "A pack, or what it holds, has more than 50 MB or 500 files; or a file in it is more than a hundred times as large as it is packed.", "A pack must not fill a memory or a disk.", "a film among the pictures", "pictures of 1600 by 1800"),
    Code("CF703", "pack-name", "A file in a pack has a name that leads out of it, that hides something, or that some systems cannot have.", "A pack is read where it lies, and never writes; a name that wants out of it was made to do harm.", "../../start.bat", "pictures/renate.png"),
    Code("CF704", "pack-names-alike", "Two files in a pack have the same name, or names that differ only in capitals or accents.", "Some systems take them for one file, and nobody would know which is shown.", "pictures/Renate.png and pictures/renate.png", "pictures/renate.png"),
    Code("CF705", "pack-kind", "A pack holds something that is not of the kinds that belong into one.", "Only text, pictures and sounds are read; anything else was not put there by `coffee-first pack`.", "tools/setup.exe", "scenario.yaml, tests.yaml, pictures/, sounds/, translations/"),
    Code("CF706", "pack-entry", "A file in a pack is a link, is locked with a password, or is packed in an unusual way.", "It cannot be read, or would lead elsewhere.", "a zip file made with a password", "coffee-first pack my-scenario"),
    Code("CF707", "pack-damaged", "A file in a pack is damaged, is not as long as the pack says, or lies over another.", "What is read would not be what was written.", "a pack that was edited by hand", "coffee-first pack my-scenario"),
    Code("CF708", "pack-without-scenario", "No scenario.yaml is in the pack, or it lies in a folder there.", "There is nothing to play.", "my-scenario/scenario.yaml (in the zip file)", "scenario.yaml (in the zip file)"),
    Code("CF710", "picture-kind", "A picture is not PNG, WebP, JPEG or SVG, or not what its name says.", "A stand-in is shown instead.", "pictures/renate.heic", "pictures/renate.png", True),
    Code("CF711", "picture-too-large", "A picture has more than 8 MB, or more than 16 million points.", "A stand-in is shown instead.", "a photograph of 8000 by 6000 points", "1600 by 1800 for a person, 3840 by 2160 for a place", True),
    Code("CF712", "picture-damaged", "A picture is damaged, or not whole.", "A stand-in is shown instead.", "a copy that broke off", "the picture, copied once more", True),
    Code("CF713", "drawing-unfit", "An SVG drawing uses something that is not drawn here, refers to something outside itself, or would take long to draw.", "It would look other than you drew it, so a stand-in is shown instead.", "<text>Bakery</text>", "the letters turned into paths, or the drawing saved as PNG", True),
    Code("CF714", "picture-unused", "No person and no place of the scenario has the name of a picture.", "It is never shown, and makes the pack larger.", "pictures/lesley.png", "pictures/leslie.png", True),
    # Translations.
    Code("CF801", "translation-unreadable", "A catalogue in `translations` cannot be read.", "The scenario is shown as it was written, in the language of its author.", 'msgstr "¿Dana?', 'msgstr "¿Dana?"', True),
    Code("CF802", "translation-missing", "Lines of the scenario have no translation into a language, or have changed since they were translated.", "They are shown as they were written: two languages on one page.", 'msgstr ""', 'msgstr "¿Dana? ¿Dana Whitfield?"', True),
    Code("CF803", "translation-too-long", "The translation of a label has more than 24 characters, or that of a question more than 160.", "It is shown on a projector, and would not fit or could not be read from the last row.", 'msgstr "Preguntarle por el pingüino de Maya"', 'msgstr "Preguntar por Maya"', True),
    Code("CF804", "translation-of-another", "A file in `translations` is not named after a language.", "It is never shown.", "translations/spanish.po", "translations/es.po", True),
)

CODES: dict[str, Code] = {code.code: code for code in _TABLE}
"""Every code by itself."""


def found(written: str, table: Mapping[str, Code]) -> tuple[Code | None, str]:
    """Return the code that is meant by its number or its name, or None and one clause that says what might have been.

    Args:
        written: such as CF201, cf201 or unknown-scene.
        table: the codes that there are, each by itself.
    """
    from game.authoring.safe_text import shown
    from game.authoring.suggest import near

    names = {code.name: code for code in table.values()}
    plain = written.strip()
    known = table.get(plain.upper()) or names.get(plain.lower())
    if known is not None:
        return known, ""
    number = re.fullmatch(r"(?i:cf)?[- ]?(\d{1,4})", plain)
    meant = min(table, key=lambda code: abs(int(code[2:]) - int(number[1]))) if number else near(plain, names)
    mend = f"write {meant}" if meant else "`coffee-first explain` lists them"
    return None, f"{shown(plain)} is no code and no name of one: {mend}"


def kind(code: Code) -> str:
    """Return in a sentence what a code of its kind means for the scenario."""
    if code.code.startswith("CF6"):
        return "A smell, told by `coffee-first analyse`: the scenario plays, and may teach less than it could."
    if code.warning:
        return "A warning: the scenario can be played all the same."
    return "An error: the scenario cannot be played until it is mended."


def page(code: Code) -> str:
    """Return the page of a code as Markdown."""
    allowed = f"\nWhere it is meant, say so in the file, with your reason: `allow: {{{code.name}: why}}`, or `{code.name}@place` for one scene or choice.\n" if may_be_allowed(code) else ""
    return (
        f"# {code.code} {code.name}\n\n{code.finds}\n\n{kind(code)}\n\n**Why it matters.** {code.why}\n\n"
        f"Instead of\n\n```\n{code.example}\n```\n\nwrite\n\n```\n{code.instead}\n```\n{allowed}"
    )


def may_be_allowed(code: Code) -> bool:
    """Return whether `allow:` may switch a code off: a warning of `check` or a smell may be meant, an error never."""
    return code.warning and not code.code.startswith(("CF43", "CF7"))


def contents(codes: Iterable[Code]) -> str:
    """Return the list of all pages as Markdown."""
    rows = "".join(f"| [{code.code}]({code.code}.md) | {code.name} | {code.finds} |\n" for code in codes)
    return (
        "# What `coffee-first check` and `coffee-first analyse` may say\n\nEach message of `check` begins with the file, the line and the column, "
        "and ends with what to do. Its code leads here; `coffee-first explain CF201` prints the page. CF601 to CF699 are the smells that "
        "`analyse` tells of, CF701 and on what is said of a pack.\n\n| code | name | what it finds |\n|---|---|---|\n" + rows
    )
