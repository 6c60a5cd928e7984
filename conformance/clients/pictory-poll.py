#!/usr/bin/env python3
"""pictory-poll.py JOB_ID [SECONDS_BETWEEN_POLLS] [SECONDS_AT_MOST]

Waits for a job as scripts written for Pictory do: asks again while the status is "in-progress", and takes every other
status, and every "success": false, for the end.

PICTORY_API_BASE_URL  where the API begins, such as http://localhost:8080/pictoryapis
PICTORY_API_KEY       goes into Authorization as it is

Exit codes: 0 completed, 1 the server could not be asked, 2 called wrongly, 3 failed, 4 out of time.
"""

import json
import os
import sys
import time
import urllib.error
import urllib.request

COMPLETED, UNREACHABLE, USAGE, FAILED, LATE = 0, 1, 2, 3, 4


def poll(base, key, job):
    """The answer to one poll, whatever its status: a job that is not there is told of in the body."""
    request = urllib.request.Request(base.rstrip("/") + "/v1/jobs/" + job, headers={"Authorization": key})
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as refusal:
        with refusal:
            return json.load(refusal)


def wait(base, key, job, gap, at_most):
    deadline = time.monotonic() + at_most
    while True:
        answer = poll(base, key, job)
        data = answer.get("data") or {}
        if not answer.get("success", False):
            print("failed:", data.get("error_code"), data.get("error_message") or answer.get("message"))
            return FAILED
        if data.get("status") != "in-progress":
            print(data.get("status") + ":", json.dumps(data))
            return COMPLETED if data.get("status") == "completed" else FAILED
        if time.monotonic() + gap > deadline:
            print("still in progress after", at_most, "s")
            return LATE
        time.sleep(gap)


def main(words):
    base = os.environ.get("PICTORY_API_BASE_URL")
    key = os.environ.get("PICTORY_API_KEY")
    if not base or not key or not 1 <= len(words) <= 3:
        print(__doc__, file=sys.stderr)
        return USAGE
    gap = float(words[1]) if len(words) > 1 else 30.0
    at_most = float(words[2]) if len(words) > 2 else 1800.0
    try:
        return wait(base, key, words[0], gap, at_most)
    except (OSError, ValueError) as failure:
        print("the server could not be asked:", failure, file=sys.stderr)
        return UNREACHABLE


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
