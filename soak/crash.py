"""Kills the server at random under writes, again and again: whatever it said is saved must be there, once and whole.

With --postgres the database is killed along with it; on SQLite both are one process.

Run: .venv/bin/python -m soak.crash --kills 1000 --forked [--postgres]
"""

import argparse
import contextlib
import http.client
import os
import random
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode
from uuid import uuid4

WRITERS = 2
HOUSE = Path(__file__).resolve().parents[1]
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


@dataclass
class Trial:
    """One database, one port, the writers' sessions, and what was acknowledged."""

    folder: Path
    port: int
    database: str
    cluster: "Cluster | None" = None
    cookie: str = ""
    goal: str = ""
    day: str = ""
    acknowledged: set[str] = field(default_factory=set)
    tried: set[str] = field(default_factory=set)
    answers: Counter = field(default_factory=Counter)
    stop: threading.Event = field(default_factory=threading.Event)

    @property
    def environment(self):
        return os.environ | {
            "STRONGSUIT_DATA": str(self.folder),
            "STRONGSUIT_DEMO": "yes",
            "STRONGSUIT_LOG_LEVEL": "ERROR",
            "DATABASE_URL": self.database,
            "DJANGO_SETTINGS_MODULE": "strongsuit.settings",
        }

    def run(self, *words):
        command = [sys.executable, "-m", "strongsuit", *words]
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(f"strongsuit {words[0]} failed:\n{done.stdout}{done.stderr}")
        return done.stdout


def serve(trial):
    command = [
        *(sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(trial.port)),
        *(
            "--workers",
            "1",
            "--blocking-threads",
            "4",
            "--no-ws",
            "--log-level",
            "critical",
            "strongsuit.wsgi:application",
        ),
    ]
    return subprocess.Popen(command, env=trial.environment, start_new_session=True, stderr=subprocess.DEVNULL)


def kill(server):
    with contextlib.suppress(ProcessLookupError):
        os.killpg(server.pid, signal.SIGKILL)
    server.wait()


class Cluster:
    """A PostgreSQL of our own, with the settings that people run, to be killed."""

    def __init__(self, folder):
        self.folder = folder
        self.url = f"postgres:/postgres?host={folder}"

    def start(self):
        done = subprocess.run([HOUSE / "bin" / "postgres", "start", self.folder, "-c fsync=on"], capture_output=True)
        return done.returncode == 0

    def kill(self):
        """Every process of it, the first one first, and up again."""
        first = int((self.folder / "cluster" / "postmaster.pid").read_text().split()[0])
        for process in [first, *children(first)]:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        for _try in range(40):
            if self.start():
                return
            time.sleep(0.25)
        raise SystemExit("PostgreSQL did not come back.")

    def stop(self):
        subprocess.run([HOUSE / "bin" / "postgres", "stop", self.folder], check=True)


def children(process):
    listed = subprocess.run(["ps", "-o", "pid=", "--ppid", str(process)], capture_output=True, text=True)
    return [int(found) for found in listed.stdout.split()]


def connected(trial, patience):
    return contextlib.closing(http.client.HTTPConnection("127.0.0.1", trial.port, timeout=patience))


def wait_until_open(trial, server):
    while server.poll() is None:
        with contextlib.suppress(OSError, http.client.HTTPException), connected(trial, 20) as link:
            link.request("GET", "/health/")
            if link.getresponse().status == 200:
                return
        time.sleep(0.05)
    raise SystemExit("The server did not start.")


def write(trial):
    """Post measurements as fast as answers come; note what was tried and what was acknowledged."""
    while not trial.stop.is_set():
        once = str(uuid4())
        trial.tried.add(once)
        try:
            with connected(trial, 5) as link:
                status = post_measurement(trial, link, once)
        except (OSError, http.client.HTTPException):
            time.sleep(0.02)
            continue
        trial.answers[status] += 1
        if status == 302:
            trial.acknowledged.add(once)


def post_measurement(trial, link, once):
    """The status of one answer; a page without a form has its own name."""
    headers = {"Cookie": trial.cookie}
    link.request("GET", trial.goal, headers=headers)
    page = link.getresponse().read().decode()
    token = TOKEN.search(page)
    if token is None:
        return "no form"
    body = urlencode({
        "csrfmiddlewaretoken": token[1], "once": once, "value": "50", "on": trial.day, "note": "", "setting": "",
    })  # fmt: skip
    headers |= {"Content-Type": "application/x-www-form-urlencoded", "Origin": f"http://127.0.0.1:{trial.port}"}
    link.request("POST", f"{trial.goal}points/", body=body, headers=headers)
    return link.getresponse().status


def prepare(trial):
    """A demo district, a sign-in of its case manager, and one goal to measure."""
    trial.run("migrate", "-v0")
    trial.run("collectstatic", "--noinput", "-v0")
    trial.run("demo", "--students", "60")
    found = trial.run("shell", "-v0", "-c", PREPARE).strip().splitlines()[-1].split()
    trial.cookie, trial.goal, trial.day = found[0].replace("|", "; "), found[1], found[2]


PREPARE = """
from django.conf import settings
from django.test import Client
from strongsuit.people.models import Account
from strongsuit.students.models import TeamMember
from strongsuit.plans.models import Goal
from strongsuit.web import clock
from strongsuit.web.ids import spell
members = TeamMember.objects.filter(relation="case_manager", ends_on=None, student__plans__state="adopted")
member = members.select_related("account").first()
goal = Goal.objects.filter(plan__student=member.student_id, plan__state="adopted").first()
client = Client()
client.force_login(member.account, backend="allauth.account.auth_backends.AuthenticationBackend")
session = client.session
session["second_factor"] = True
session["demo"] = True
session.save()
client.get("/goals/" + spell(goal.pk) + "/", headers={"host": "127.0.0.1"})
cookies = "|".join(f"{name}={morsel.value}" for name, morsel in client.cookies.items())
print(cookies, f"/goals/{spell(goal.pk)}/", clock.today())
"""

COUNT = """
import sys
from collections import Counter
from django.db import connection
from strongsuit.audit.models import Entry
from strongsuit.progress.models import DataPoint
for point in DataPoint.objects.values_list("once", "pk"):
    print("point", point[0], Entry.objects.filter(target="progress.DataPoint", target_id=point[1]).count())
if connection.vendor == "sqlite":
    cursor = connection.cursor()
    print("integrity", cursor.execute("PRAGMA integrity_check").fetchone()[0])
    print("keys", len(cursor.execute("PRAGMA foreign_key_check").fetchall()))
"""


def kill_servers(trial, kills, chance):
    """The product's own web server, started and killed anew each time."""
    for _number in range(kills):
        server = serve(trial)
        wait_until_open(trial, server)
        time.sleep(chance.uniform(0.4, 1.6))
        if trial.cluster:
            trial.cluster.kill()
        kill(server)


def kill_lives(trial, kills, chance):
    """A server that forks: the same pages and the same database, and a new life in a moment, so that many fit in."""
    command = [sys.executable, "-m", "soak.forking", str(trial.port)]
    with subprocess.Popen(
        command,
        env=trial.environment,
        start_new_session=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as server:
        for _number in range(kills):
            life = int(server.stdout.readline())
            wait_until_open(trial, server)
            time.sleep(chance.uniform(0.05, 0.6))
            if trial.cluster:
                trial.cluster.kill()
            os.kill(life, signal.SIGKILL)
        kill(server)


@contextlib.contextmanager
def database(folder, postgres):
    """The address of an empty database, and the cluster behind it, if it has one."""
    if not postgres:
        yield f"sqlite:///{folder}/crash.sqlite3", None
        return
    cluster = Cluster(Path(tempfile.mkdtemp(prefix="strongsuit-cluster-")))
    if not cluster.start():
        raise SystemExit("PostgreSQL did not start.")
    try:
        yield cluster.url, cluster
    finally:
        cluster.stop()


def crash(kills, seed, *, forked=False, postgres=False):
    """How many were acknowledged, and the faults: each must be there once, with its line in the trail."""
    chance = random.Random(seed)
    with (
        tempfile.TemporaryDirectory(prefix="strongsuit-crash-") as folder,
        socket.socket() as probe,
        ExitStack() as under,
    ):
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
        probe.close()
        address, cluster = under.enter_context(database(folder, postgres))
        trial = Trial(Path(folder), port, address, cluster)
        prepare(trial)
        writers = [threading.Thread(target=write, args=[trial], daemon=True) for _number in range(WRITERS)]
        for writer in writers:
            writer.start()
        (kill_lives if forked else kill_servers)(trial, kills, chance)
        trial.stop.set()
        for writer in writers:
            writer.join()
        sys.stderr.write(f"answers: {dict(trial.answers)}\n")
        return len(trial.acknowledged), faults(trial)


def faults(trial):
    lines = trial.run("shell", "-v0", "-c", COUNT).splitlines()
    points = {line.split()[1]: int(line.split()[2]) for line in lines if line.startswith("point ")}
    found = [f"acknowledged and gone: {once}" for once in trial.acknowledged - points.keys()]
    found += [f"{points[once]} lines in the trail: {once}" for once in trial.tried & points.keys() if points[once] != 1]
    found += [line for line in lines if line.startswith("integrity ") and line != "integrity ok"]
    found += [line for line in lines if line.startswith("keys ") and line != "keys 0"]
    try:
        trial.run("audit", "verify")
    except RuntimeError as problem:
        found.append(str(problem))
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--forked", action="store_true", help="lives of one server that forks, ten times as fast")
    parser.add_argument("--postgres", action="store_true", help="on PostgreSQL, and kill it too")
    chosen = parser.parse_args()
    kept, found = crash(chosen.kills, chosen.seed, forked=chosen.forked, postgres=chosen.postgres)
    sys.stdout.write(f"{chosen.kills} kills, {kept} acknowledged measurements, {len(found)} faults\n")
    sys.stdout.write("".join(f"{fault}\n" for fault in found[:50]))
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
