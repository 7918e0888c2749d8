"""How many phones a room bears, each figure beside a naive server's under the same load in the same run.

    uv run python benchmarks/room.py [--phones N] [--runs N] [join] [each] [frames] [mischief]

On this machine only: the server with its record on a real disk in one process, the phones in another. Prints what it
finds; the machine is shared, so read the ratios.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

VOTING_SECONDS = 1.6
"""Within which everybody taps: so that the last can be acknowledged within two."""
SETTLING_SECONDS = 1.0
"""Between the question and the first tap: nobody answers before they have read it."""
PATIENCE = 60.0


class Child:
    """A process that answers each line with a line of JSON."""

    def __init__(self, *arguments: object) -> None:
        self._process = subprocess.Popen(
            [sys.executable, *map(str, arguments)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
        )

    def heard(self) -> dict[str, Any]:
        """Return its next answer."""
        assert self._process.stdout is not None
        while True:
            line = self._process.stdout.readline()
            if line.startswith("{"):
                answer: dict[str, Any] = json.loads(line)
                return answer
            if not line:
                raise SystemExit(f"{self._process.args!r} has stopped")

    def asked(self, command: str) -> dict[str, Any]:
        """Ask it something, and return the answer."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{command}\n")
        self._process.stdin.flush()
        return self.heard()

    def close(self) -> None:
        """Have it stop; it is killed if it does not."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        try:
            self._process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


@contextmanager
def server(*arguments: object) -> Iterator[tuple[Child, int, int]]:
    """Yield a server, its port, and how many files it may open."""
    child = Child("benchmarks/room_servers.py", *arguments)
    try:
        first = child.heard()
        yield child, first["port"], first["files"]
    finally:
        child.close()


@contextmanager
def crowd(port: int, phones: int, seed: int = 1) -> Iterator[Any]:
    """Yield what asks so many phones to do something."""
    child = Child("benchmarks/room_clients.py", port, phones, seed)
    try:
        yield lambda do, **more: child.asked(json.dumps({"do": do, **more}))
    finally:
        child.close()


def at(share: float, times: Iterable[float]) -> float:
    """Return a quantile in milliseconds."""
    found = sorted(times)
    return 1000 * found[min(len(found) - 1, int(len(found) * share))] if found else float("nan")


def told(times: Sequence[float]) -> str:
    """Return the middle, the 99th of a hundred and the worst, in milliseconds."""
    return f"median {at(0.5, times):.1f} ms, p99 {at(0.99, times):.1f} ms, worst {at(1, times):.1f} ms"


def latencies(answer: dict[str, Any]) -> list[float]:
    """Return seconds from vote to acknowledgement; raises where a vote was not acknowledged."""
    votes = answer["votes"]
    lost = sum(acknowledged is None for _, _, acknowledged in votes)
    if lost:
        raise SystemExit(f"{lost} of {len(votes)} votes were not acknowledged")
    return [acknowledged - sent for _, sent, acknowledged in votes]


def naive(manner: str, phones: int) -> list[float]:
    """Return latencies of a naive server; see `room_servers.naive`."""
    with server("naive", manner) as (child, port, _), crowd(port, phones) as ask:
        ask("join")
        time.sleep(SETTLING_SECONDS)
        before = child.asked("report")["cpu"]
        answer = ask("vote", moment=0, turn=1, offered=["a", "b", "c", "d"], seconds=VOTING_SECONDS, patience=PATIENCE)
        times = latencies(answer)
        used = child.asked("report")["cpu"] - before
        print(f"naive, {WORDS[manner]}: {told(times)}; {used:.2f} s of a core")
        return times


WORDS = {"loop": "all told twice a second", "each": "all told at each vote"}


def join(phones: int) -> list[float]:
    """Measure joining, voting and tallies; return the latencies of votes."""
    with tempfile.TemporaryDirectory(prefix="coffee-first-") as folder, server("room", folder) as (child, port, files):
        phones = possible(phones, files)
        with crowd(port, phones) as ask:
            came = ask("join")
            print(f"{phones} phones join in {came['whole']:.1f} s (each {told(came['each'])})")
            answer, report = voted(child, ask)
            times = latencies(answer)
            whole = max(end for _, _, end in answer["votes"]) - min(sent for _, sent, _ in answer["votes"])
            print(f"room, on the disk: {told(times)}; all {report['cast']} within {whole:.2f} s; {report['cpu']:.2f} s of a core")
            print(f"tally in the window: {told(seen(answer, report))} after the tap")
            print(f"the disk: {len(report['writes'])} writes, {told(report['writes'])}")
        return times


def possible(phones: int, files: int) -> int:
    """Return how many of so many phones this machine can hold, and say so where it is fewer."""
    if phones + 50 <= files:
        return phones
    print(f"only {files} files may be open here: {files - 50} phones")
    return files - 50


def voted(child: Child, ask: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    """Have everybody vote in the first round; return what the phones and the window saw."""
    stand = child.asked("go scene vote")
    time.sleep(SETTLING_SECONDS)
    before = child.asked("report")["cpu"]
    answer = ask("vote", moment=0, turn=1, offered=stand["offered"], seconds=VOTING_SECONDS, patience=PATIENCE)
    report = child.asked("report")
    return answer, {**report, "cpu": report["cpu"] - before}


def seen(answer: dict[str, Any], report: dict[str, Any]) -> list[float]:
    """Return for each vote how many seconds after the tap the window counted it."""
    from game.room.identity import id_of

    return [report["seen"][id_of(secret)] - sent for secret, sent, _ in answer["votes"]]


def frames(phones: int) -> None:
    """Measure how late the frames of a 60 Hz loop begin that paints in the server's process, and what that costs votes."""
    with tempfile.TemporaryDirectory(prefix="coffee-first-") as folder, server("room", folder) as (child, port, files):
        phones = possible(phones, files)
        with crowd(port, phones) as ask:
            child.asked("paint")
            time.sleep(2)
            idle = child.asked("report")["late"]
            ask("join")
            joining = child.asked("report")["late"]
            answer, report = voted(child, ask)
        for name, late in (("nobody there", idle), ("joining", joining), ("voting", report["late"])):
            missed = sum(each > 1 / 60 for each in late)
            print(f"frames, {phones} phones, {name}: {told(late)} late, {missed} of {len(late)} by a frame or more")
        print(f"votes while it paints: {told(latencies(answer))}; in the window: {told(seen(answer, report))}")


def mischief(phones: int) -> None:
    """Have a fifth drop and come back, with stale tabs, double taps and nonsense; compare what was acknowledged with the disk."""
    with tempfile.TemporaryDirectory(prefix="coffee-first-") as folder:
        with server("room", folder) as (child, port, _), crowd(port, phones, seed=2) as ask:
            ask("join")
            stand = child.asked("go scene vote")
            ask("vote", moment=0, turn=1, offered=stand["offered"], seconds=VOTING_SECONDS, patience=PATIENCE)
            stand = child.asked("go talk second")
            found = ask("mischief", moment=0, turn=2, offered=stand["offered"], seconds=2.0)
            stand = child.asked("report")
            said = ask("said")["phones"]
        wrong = found["wrong"] + compared(Path(folder), said)
    votes = sum(len(each["sent"]) for each in said.values())
    counted = sum(len(each["counted"]) for each in said.values())
    print(f"mischief: {votes} votes sent by {phones} phones, {counted} acknowledged, {stand['cast']} counted, one each; "
          f"{len(found['back'])} dropped and came back ({told(found['back'])}); {len(wrong)} faults")
    for fault in wrong[:10]:
        print(f"  {fault}")
    if wrong:
        raise SystemExit(1)


def compared(folder: Path, said: dict[str, Any]) -> list[str]:
    """Return what the record says otherwise than the phones were told; nothing where each vote is there once."""
    from game.records.rooms import Chronicle
    from game.room import chronicled
    from game.room.identity import id_of
    from tests.room.served import shipped

    chronicle = Chronicle(folder / "rooms.db")
    found = chronicled.left_open(chronicle, shipped(), at=chronicle.rooms("bakery")[-1].touched)
    assert found is not None
    written: dict[str, list[tuple[int, int, str]]] = {}
    for _, body in chronicle.events(found.id):
        if body["is"] == "Voted":
            written.setdefault(body["person"], []).append((body["moment"], body["round"], body["choice"]))
    chronicle.close()
    wrong = []
    rounds = {1: found.session.now.first, 2: found.session.now.second}
    for secret, each in said.items():
        person = id_of(secret)
        sent = {vote["n"]: (vote["moment"], vote["round"], vote["choice"]) for vote in each["sent"]}
        kept = written.get(person, [])
        # the same vote once more changes nothing, and is not written again
        counted = [vote for vote, _ in groupby(sent[n] for n in sorted(each["counted"]))]
        if not _within(counted, kept) or not _within(kept, [sent[n] for n in sorted(sent)]):
            wrong.append(f"{person}: acknowledged {counted}, written {kept}, sent {list(sent.values())}")
        for number, held in rounds.items():
            ballot = held.ballots.get(person) if held is not None else None
            last = [choice for _, turn, choice in kept if turn == number]
            if (ballot.choice if ballot is not None else None) != (last[-1] if last else None):
                wrong.append(f"{person}: round {number} counts {ballot}, the last written is {last[-1:]}")
    return wrong


def _within(part: Sequence[object], whole: Sequence[object]) -> bool:
    """Return whether a list is within another, in its order."""
    ahead = iter(whole)
    return all(each in ahead for each in part)


def main() -> None:
    """Run the figures that are named, or all of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("figures", nargs="*")
    parser.add_argument("--phones", type=int, default=1_000)
    parser.add_argument("--runs", type=int, default=3)
    wanted = parser.parse_args()
    figures = wanted.figures or ["join", "frames", "mischief"]
    if "join" in figures:
        ours, theirs = [], []
        for _ in range(wanted.runs):
            theirs.append(at(0.99, naive("loop", wanted.phones)))
            ours.append(at(0.99, join(wanted.phones)))
        print(f"p99 from vote to acknowledgement, median of {wanted.runs}: {middle(ours):.1f} ms, naive {middle(theirs):.1f} ms, "
              f"ratio {middle(ours) / middle(theirs):.2f}")
    if "each" in figures:
        naive("each", wanted.phones)
    if "frames" in figures:
        frames(wanted.phones)
    if "mischief" in figures:
        mischief(wanted.phones)


def middle(figures: Sequence[float]) -> float:
    """Return the median."""
    return sorted(figures)[len(figures) // 2]


if __name__ == "__main__":
    main()
