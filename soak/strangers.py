"""Measures whether the time of a refused sign-in tells that an account exists: as many tries each way, in turn.

Run: .venv/bin/python -m soak.strangers --tries 500
"""

import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile

# The difference that would be seen by chance alone in one of a hundred runs.
RARE = 0.01
SHUFFLES = 2000


TRY = """
import random
import time
from django.core.cache import cache
from django.test import Client
from strongsuit.people.models import Account
Account.objects.create_user("known@family.example", "quiet rivers carry small boats", name="Known")
Account.objects.create_user("invited@family.example", None, name="Invited")
# The first ten warm up.
for number in range(-10, %d):
    for who in random.Random(number).sample(["known", "invited", "unknown"], 3):
        cache.clear()
        client = Client(headers={"host": "127.0.0.1"})
        sent = {"login": f"{who}@family.example", "password": f"wrong {number}"}
        began = time.perf_counter()
        status = client.post("/sign-in/", sent).status_code
        print("took", number, who, status, time.perf_counter() - began)
"""


def measure(folder, tries):
    """Seconds of each refused try, by what kind of account it was aimed at."""
    environment = os.environ | {
        "STRONGSUIT_DATA": folder,
        "STRONGSUIT_LOG_LEVEL": "ERROR",
        "DATABASE_URL": f"sqlite:///{folder}/strangers.sqlite3",
        "DJANGO_SETTINGS_MODULE": "strongsuit.settings",
    }
    found = {"known": [], "invited": [], "unknown": []}
    for words in (["migrate", "-v0"], ["collectstatic", "--noinput", "-v0"], ["shell", "-v0", "-c", TRY % tries]):
        command = [sys.executable, "-m", "strongsuit", *words]
        done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    for line in done.stdout.splitlines():
        _took, number, who, status, seconds = line.split()
        if status != "422":
            raise SystemExit(f"{who} was answered with {status}")
        if int(number) >= 0:
            found[who].append(float(seconds))
    return found


def by_chance(one, other):
    """How often a difference of medians as large as this one comes from shuffled tries."""
    chance, both = random.Random(1), [*one, *other]
    seen = abs(statistics.median(one) - statistics.median(other))
    larger = 0
    for _each in range(SHUFFLES):
        chance.shuffle(both)
        larger += abs(statistics.median(both[: len(one)]) - statistics.median(both[len(one) :])) >= seen
    return larger / SHUFFLES


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tries", type=int, default=500)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="strongsuit-strangers-") as folder:
        found = measure(folder, chosen.tries)
    told = []
    for who in ("known", "invited"):
        likely = by_chance(found[who], found["unknown"])
        medians = [statistics.median(found[each]) * 1000 for each in (who, "unknown")]
        sys.stdout.write(
            f"{who} {medians[0]:.2f} ms, unknown {medians[1]:.2f} ms; by chance in {likely:.0%} of cases\n"
        )
        told += [who] if likely < RARE else []
    sys.exit(1 if told else 0)


if __name__ == "__main__":
    main()
