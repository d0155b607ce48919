"""The same deed several times at the same moment, as on several connections."""

import threading

from django.db import connection


def at_once(number, deed):
    """Run ``deed`` in threads that start together; what each answered, or the fault it ended with."""
    answers, gate = [], threading.Barrier(number)

    def run():
        try:
            gate.wait()
            answers.append(deed())
        except Exception as fault:
            answers.append(fault)
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _number in range(number)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers
