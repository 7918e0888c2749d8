"""What the room's server promises: exact votes, secrets that stay secret, and no way in for other sites."""

from __future__ import annotations

import asyncio
import json
import logging

import httpx
import pytest
import websockets

from game.room.events import Went
from game.room.setup import Manner
from tests.room.served import WORD, line, phone, remote, run, served


def to_vote(room):
    for step in ("scene", "vote"):
        room.hall.happen(Went(step))
    return room.hall.session.now.offered


# ---------------------------------------------------------------- coming in


def test_the_word_brings_a_phone_in_and_its_secret_brings_it_back(tmp_path):
    """Scan, and you are in; reload, and you are yourself."""

    async def steps(room):
        ann = await phone(room)
        again = await phone(room, secret=ann.secret, word="")
        return room.hall.session.people, ann.secret, again.view["own"]

    with served(tmp_path) as room:
        people, secret, own = run(steps(room))
    assert (1, True, True) == (len(people), own["known"], len(secret) >= 20)


def test_a_wrong_word_is_said_kindly_and_may_be_typed_again(tmp_path):
    """The word stands in front; typing it wrongly costs nothing."""

    async def steps(room):
        ann = await line(room)
        await ann.say({"is": "hello", "role": "phone", "secret": "", "word": "TEAS"})
        refused = await ann.hear("no")
        await ann.say({"is": "hello", "role": "phone", "secret": "", "word": " moka "})
        return refused, await ann.hear("welcome")

    with served(tmp_path) as room:
        refused, welcome = run(steps(room))
    assert ("word", True, "welcome") == (refused["ask"], "screen" in refused["why"], welcome["is"])


def test_a_phone_that_guesses_words_is_let_go(tmp_path):
    """Ten wrong words and a little more, then the line is closed."""

    async def steps(room):
        ann = await line(room)
        tries = 0
        try:
            while tries < 30:
                await ann.say({"is": "hello", "role": "phone", "secret": "", "word": "TEAS"})
                await ann.hear("no")
                tries += 1
        except websockets.ConnectionClosed:
            pass
        return tries

    with served(tmp_path) as room:
        assert 12 == run(steps(room))


# ---------------------------------------------------------------- votes


def test_a_vote_is_acknowledged_once_it_is_on_the_disk(tmp_path):
    """“Counted” means that a power cut could come now."""

    async def steps(room, choices):
        ann = await phone(room)
        answer = await ann.ask({"is": "vote", "moment": 0, "round": 1, "choice": choices[1]})
        return answer, room.hall.written, room.hall.number

    with served(tmp_path) as room:
        answer, written, number = run(steps(room, to_vote(room)))
    assert (True, number) == (answer["ok"], written)


def test_two_sockets_of_one_phone_are_one_vote_and_both_show_it(tmp_path):
    """A second tab is no second vote."""

    async def steps(room, choices):
        one = await phone(room)
        two = await phone(room, secret=one.secret)
        await one.ask({"is": "vote", "moment": 0, "round": 1, "choice": choices[0]})
        await two.hear("view")
        chose = two.view["own"]["chose"]
        await two.ask({"is": "vote", "moment": 0, "round": 1, "choice": choices[2]})
        return chose

    with served(tmp_path) as room:
        choices = to_vote(room)
        chose = run(steps(room, choices))
        ballots = room.hall.session.now.first.ballots
    assert (choices[0], [choices[2]]) == (chose, [ballot.choice for ballot in ballots.values()])


def test_a_closed_vote_takes_nothing_and_a_reload_changes_nothing(tmp_path):
    """Closed means closed."""

    async def steps(room, choices):
        ann = await phone(room)
        await ann.ask({"is": "vote", "moment": 0, "round": 1, "choice": choices[0]})
        room.hall.happen(Went("reveal"))
        late = await ann.ask({"is": "vote", "moment": 0, "round": 1, "choice": choices[1]})
        again = await phone(room, secret=ann.secret)
        return late, again.view["own"]["chose"]

    with served(tmp_path) as room:
        choices = to_vote(room)
        late, chose = run(steps(room, choices))
    assert (False, "That vote is over.", choices[0]) == (late["ok"], late["why"], chose)


def test_nothing_that_a_phone_is_told_gives_the_votes_away_before_the_reveal(tmp_path):
    """The first vote is unseen, also for somebody who reads what comes over the air."""

    async def steps(room, choices):
        phones = [await phone(room) for _ in range(3)]
        for index, each in enumerate(phones):
            await each.ask({"is": "vote", "moment": 0, "round": 1, "choice": choices[index % 2]})
        late = await phone(room)
        return json.dumps(late.view)

    with served(tmp_path) as room:
        told = run(steps(room, to_vote(room)))
    assert ("counts" not in told, '"voted": 3' in told) == (True, True)


def test_a_room_that_starts_again_at_the_same_address_has_its_phones_and_their_votes(tmp_path):
    """A power cut costs nothing."""

    async def before(room, choices):
        ann = await phone(room)
        await ann.ask({"is": "vote", "moment": 0, "round": 1, "choice": choices[3]})
        lead = await remote(room)
        return ann.secret, lead.secret

    async def after(room, ann, lead):
        back = await phone(room, secret=ann, word="")
        paired = await line(room)
        await paired.say({"is": "hello", "role": "remote", "secret": lead})
        return back.view["own"], (await paired.hear("view"))["remote"]["step"]

    with served(tmp_path) as room:
        choices, port = to_vote(room), room.server.port
        secrets = run(before(room, choices))
    with served(tmp_path, port=port) as room:
        own, step = run(after(room, *secrets))
    assert (choices[3], "vote") == (own["chose"], step)


# ---------------------------------------------------------------- without a socket


def test_a_network_that_lets_no_socket_through_loses_nothing(tmp_path):
    """The same by asking again and again."""
    with served(tmp_path) as room, httpx.Client(base_url=room.origin, headers={"origin": room.origin}) as client:
        choices = to_vote(room)
        came = client.post("/turn", json={"role": "phone", "secret": "", "word": WORD, "seen": 0, "say": []}).json()
        secret = next(each["secret"] for each in came["messages"] if each["is"] == "welcome")
        said = {"is": "vote", "n": 4, "moment": 0, "round": 1, "choice": choices[0]}
        voted = client.post("/turn", json={"role": "phone", "secret": secret, "seen": came["rev"], "say": [said]}).json()
        quiet = client.post("/turn", json={"role": "phone", "secret": secret, "seen": voted["rev"], "say": []}).json()
        ballots = room.hall.session.now.first.ballots
    assert [{"is": "ack", "n": 4, "ok": True}] == [each for each in voted["messages"] if each["is"] == "ack"]
    assert (1, ["voted"]) == (len(ballots), [each["is"] for each in quiet["messages"]])


# ---------------------------------------------------------------- the remote


def test_the_remote_is_paired_by_a_number_that_the_laptop_types(tmp_path):
    """Nothing secret is ever on the projector."""

    async def steps(room):
        lead = await remote(room)
        await lead.ask({"is": "do", "what": "next"})
        await lead.seen("scene")
        return await lead.ask({"is": "do", "what": "go", "to": "vote"})

    with served(tmp_path) as room:
        assert run(steps(room))["ok"]
        assert "vote" == room.hall.session.step


def test_a_phone_cannot_command_and_an_unpaired_remote_sees_nothing(tmp_path):
    """Whoever opens the remote's page gets a number, and no votes."""

    async def steps(room):
        ann = await phone(room)
        tried = await ann.ask({"is": "do", "what": "next"})
        stranger = await line(room)
        await stranger.say({"is": "hello", "role": "remote", "secret": ann.secret})
        first = await stranger.hear("pairing", "view")
        await stranger.say({"is": "do", "n": 1, "what": "next"})
        await asyncio.sleep(0.3)
        return tried, first

    with served(tmp_path) as room:
        tried, first = run(steps(room))
        assert (False, "pairing", "lobby") == (tried["ok"], first["is"], room.hall.session.step)


def test_wrong_numbers_are_counted(tmp_path):
    """Ten wrong numbers a minute, and not one more."""
    with served(tmp_path) as room:
        answers = [room.server.pair(f"{number:06d}") for number in range(12)]
    assert (10, 2) == (answers.count("No phone shows that number."), sum("Too many" in each for each in answers))


# ---------------------------------------------------------------- other sites, floods and nonsense


@pytest.mark.parametrize("origin", ["http://evil.example", "null", None])
def test_a_page_of_another_site_cannot_open_a_socket(tmp_path, origin):
    """Only this very address may."""

    async def steps(room):
        with pytest.raises(websockets.InvalidStatus):
            await websockets.connect(room.url, origin=origin)

    with served(tmp_path) as room:
        run(steps(room))


def test_a_name_that_is_not_ours_is_refused(tmp_path):
    """Another site's name that was pointed at this laptop gets no page."""
    with served(tmp_path) as room, httpx.Client(base_url=room.origin) as client:
        codes = {name: client.get("/health", headers={"host": name}).status_code for name in ("evil.example", "10.0.0.5:80", "localhost")}
        posted = client.post("/turn", json={}, headers={"origin": "http://evil.example"}).status_code
    assert ({"evil.example": 421, "10.0.0.5:80": 200, "localhost": 200}, 403) == (codes, posted)


def test_every_page_forbids_what_it_does_not_need(tmp_path):
    """No third party, no frame, no referrer, nothing kept."""
    with served(tmp_path) as room, httpx.Client(base_url=room.origin) as client:
        heads = [client.get(path).headers for path in ("/", "/j/MOKA", "/remote", "/pages/phone.js")]
    for head in heads:
        policy = head["content-security-policy"]
        assert ("default-src 'none'" in policy, "unsafe" in policy, "nosniff", "no-referrer", "no-store") == (
            True, False, head["x-content-type-options"], head["referrer-policy"], head["cache-control"],
        )  # fmt: skip


def test_no_path_leads_out_of_the_pages(tmp_path):
    """Only the files that belong to the pages are served."""
    with served(tmp_path) as room, httpx.Client(base_url=room.origin) as client:
        paths = ("/pages/../server/app.py", "/pages/%2e%2e%2fhall.py", "/pages/__init__.py", "/pages/phone.py", "/column")
        assert {404} == {client.get(path).status_code for path in paths}


def test_a_phone_may_say_a_hundred_things_a_minute_and_its_neighbour_is_not_held_to_account(tmp_path):
    """A hall shares one address; only who talks too much is asked to wait."""

    async def steps(room, choices):
        loud, quiet = await phone(room), await phone(room)
        answers = [await loud.ask({"is": "vote", "moment": 0, "round": 1, "choice": choices[n % 2]}) for n in range(101)]
        return answers, await quiet.ask({"is": "vote", "moment": 0, "round": 1, "choice": choices[0]})

    with served(tmp_path) as room:
        answers, neighbour = run(steps(room, to_vote(room)))
    assert ([True] * 100, "busy", True) == ([each.get("ok") for each in answers[:100]], answers[100]["is"], neighbour["ok"])


def test_malformed_messages_are_passed_over_and_a_long_one_ends_the_line(tmp_path):
    """Nonsense costs nobody else anything."""

    async def steps(room, choices):
        ann = await phone(room)
        for nonsense in ("", "{", "[]", "[" * 5000, '"x"', "null", b"\x00\xff", '{"is": 7}', '{"is":"vote","moment":"0"}'):
            await ann.say(nonsense)
        answer = await ann.ask({"is": "vote", "moment": 0, "round": 1, "choice": choices[0]})
        await ann.say("x" * 70_000)
        with pytest.raises(websockets.ConnectionClosed):
            await ann.hear("never", seconds=5)
        back = await phone(room, secret=ann.secret)
        return answer, back.view["own"]["chose"]

    with served(tmp_path) as room:
        choices = to_vote(room)
        answer, chose = run(steps(room, choices))
    assert (True, choices[0]) == (answer["ok"], chose)


def test_a_request_that_is_too_long_is_refused_before_it_is_read(tmp_path):
    """64 KB a message."""
    with served(tmp_path) as room, httpx.Client(base_url=room.origin, headers={"origin": room.origin}) as client:
        assert 413 == client.post("/turn", content=b"x" * 70_000).status_code


def test_hostile_names_and_texts_come_out_as_harmless_text(tmp_path):
    """No override, no control, no half of a letter gets through, and the disk takes it all."""
    hostile = "<b>\u202eevil\u2066\x00\x1b[31m\ud800 & co"

    async def steps(room):
        ann = await phone(room)
        named = await ann.ask({"is": "name", "name": hostile, "table": 0})
        room.hall.happen(Went("scene"))
        room.hall.happen(Went("say"))
        typed = await ann.ask({"is": "type", "moment": 0, "text": hostile})
        return named, typed

    with served(tmp_path, manner=Manner(names=True, say_first=True)) as room:
        assert [True, True] == [each["ok"] for each in run(steps(room))]
        session = room.hall.session
        name = next(iter(session.people.values())).name
        text = next(iter(session.now.said.values())).text
    assert ("<b>evil[31m & co",) * 2 == (name, text)


def test_no_secret_is_written_to_a_log(tmp_path, caplog, capfd):
    """Not to the log, not to the terminal, not to the record."""

    async def steps(room):
        return [(await phone(room)).secret, (await remote(room)).secret]

    with caplog.at_level(logging.DEBUG), served(tmp_path) as room:
        secrets = run(steps(room))
        with httpx.Client(base_url=room.origin, headers={"origin": room.origin}) as client:
            client.post("/turn", json={"role": "phone", "secret": secrets[0], "say": []})
    out, err = capfd.readouterr()
    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    logged = " ".join(record.getMessage() for record in caplog.records if record.name.split(".")[0] not in ("websockets", "httpx", "httpcore"))
    assert [] == [secret for secret in secrets if secret in out + err + logged or secret.encode() in kept]


def test_a_closed_room_lets_nobody_in(tmp_path):
    """Closed means closed; who was there keeps the column."""

    async def steps(room):
        ann = await phone(room)
        for step in ("scene", "column", "discussion", "closed"):
            room.hall.happen(Went(step))
        late = await line(room)
        await late.say({"is": "hello", "role": "phone", "secret": "", "word": WORD})
        again = await phone(room, secret=ann.secret)
        return await late.hear("no"), again.view["common"]

    with served(tmp_path) as room:
        late, common = run(steps(room))
        with httpx.Client(base_url=room.origin) as client:
            paper = client.get("/column")
    assert ("This room is closed.", "closed", 200) == (late["why"], common["step"], paper.status_code)


# ---------------------------------------------------------------- who means no good


def test_who_asks_for_the_word_a_thousand_times_keeps_nobody_out(tmp_path):
    """Wrong words are not counted against those who have the right one."""
    with served(tmp_path) as room, httpx.Client(base_url=room.origin, headers={"origin": room.origin}) as client:
        for _ in range(700):
            client.post("/turn", json={"role": "phone", "secret": "", "word": "", "say": []})
        came = client.post("/turn", json={"role": "phone", "secret": "", "word": WORD, "say": []}).json()
    assert "welcome" in [each["is"] for each in came["messages"]]


def test_many_who_want_to_be_the_remote_do_not_keep_the_facilitator_from_it(tmp_path):
    """Her number still holds after a hundred strangers have asked for one."""

    async def steps(room):
        lead = await line(room)
        await lead.say({"is": "hello", "role": "remote", "secret": ""})
        code = (await lead.hear("pairing"))["code"]
        with httpx.Client(base_url=room.origin, headers={"origin": room.origin}) as client:
            for _ in range(100):
                client.post("/turn", json={"role": "remote", "secret": "", "say": []})
        return room.server.pair(code)

    with served(tmp_path) as room:
        assert "" == run(steps(room))


def test_a_line_that_does_not_heed_being_asked_to_wait_is_let_go(tmp_path):
    """A flood ends with a closed line, not with everybody waiting."""

    async def steps(room):
        loud = await phone(room)
        with pytest.raises(websockets.ConnectionClosed):
            for _ in range(1_000):
                await loud.say({"is": "ping"})
                await asyncio.sleep(0)
            await loud.hear("never", seconds=5)

    with served(tmp_path) as room:
        run(steps(room))


def test_a_phone_that_pings_and_never_reads_costs_no_memory(tmp_path):
    """Its line is let go once a quarter of a megabyte waits for it."""
    import socket as plain
    from contextlib import suppress

    key = "GET /ws HTTP/1.1\r\nHost: 127.0.0.1:{0}\r\nOrigin: http://127.0.0.1:{0}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n"
    with served(tmp_path) as room, plain.create_connection(("127.0.0.1", room.server.port), timeout=20) as raw:
        raw.sendall(key.format(room.server.port).encode())
        raw.recv(1_000)
        ping = (b"\x89\xfd" + b"\x00" * 4 + b"x" * 125) * 200
        sent = 0
        with suppress(ConnectionError, TimeoutError):
            while sent < 60_000_000:
                raw.sendall(ping)
                sent += len(ping)
        assert sent < 60_000_000


def test_who_sits_down_at_a_table_that_has_voted_learns_nothing_and_overturns_nothing(tmp_path):
    """A table's vote is its own before the reveal."""

    async def steps(room, choices):
        ann, ben = await phone(room), await phone(room)
        await ann.ask({"is": "name", "name": "", "table": 1})
        await ann.ask({"is": "vote", "moment": 0, "round": 1, "choice": choices[0]})
        sat = await ben.ask({"is": "name", "name": "", "table": 1})
        again = await phone(room, secret=ben.secret)
        return sat, again.view["own"]

    with served(tmp_path, manner=Manner(tables=3)) as room:
        sat, own = run(steps(room, to_vote(room)))
    assert (False, "") == (sat["ok"], own["chose"])


def test_what_was_read_is_what_is_shown(tmp_path):
    """A text that is exchanged between the look and the tap does not reach the wall."""

    async def steps(room):
        ann, lead = await phone(room), await remote(room)
        person = next(iter(room.hall.session.people))
        await ann.ask({"is": "type", "moment": 0, "text": "A kind text"})
        await ann.ask({"is": "type", "moment": 0, "text": "Unkind"})
        return await lead.ask({"is": "do", "what": "let", "person": person, "moment": 0, "show": True, "text": "A kind text"})

    with served(tmp_path, manner=Manner(say_first=True)) as room:
        for step in ("scene", "say"):
            room.hall.happen(Went(step))
        answer = run(steps(room))
        shown = [said.text for said in room.hall.session.now.said.values() if said.shown]
    assert (False, []) == (answer["ok"], shown)


def test_a_name_that_was_removed_does_not_come_back(tmp_path):
    """Taken away for good."""
    from game.room.events import Removed

    async def steps(room):
        ann = await phone(room)
        person = next(iter(room.hall.session.people))
        await ann.ask({"is": "name", "name": "Rude", "table": 0})
        room.hall.happen(Removed(person))
        await ann.ask({"is": "name", "name": "Rude again", "table": 0})
        return room.hall.session.people[person].name

    with served(tmp_path, manner=Manner(names=True)) as room:
        assert "" == run(steps(room))


def test_shut_doors_let_nobody_new_in_and_everybody_who_is_in_back(tmp_path):
    """One laptop cannot fill the room with people who are not there."""
    from game.room.events import Arranged

    async def steps(room):
        ann = await phone(room)
        room.hall.happen(Arranged("doors", False))
        late = await line(room)
        await late.say({"is": "hello", "role": "phone", "secret": "", "word": WORD})
        back = await phone(room, secret=ann.secret, word="")
        return await late.hear("no"), back.view["own"]["known"]

    with served(tmp_path) as room:
        refused, known = run(steps(room))
    assert ("doors are shut" in refused["why"], True) == (True, known)
