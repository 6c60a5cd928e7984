"""What was wrong, in a line for each call."""

import contextlib

from pictify.wire import Wrong


# Calls that went wrong.
FAILED = []


@contextlib.contextmanager
def told(client, call):
    try:
        yield
    # Whatever it is, the client would have stumbled over it.
    except Exception as wrong:
        FAILED.append(call)
        print(f"NOT OK  {client:<10} {call}: {type(wrong).__name__}: {wrong}", flush=True)
    else:
        print(f"ok      {client:<10} {call}", flush=True)


def hold(condition, otherwise):
    if not condition:
        raise Wrong(otherwise)


def same(what, actual, expected):
    hold(actual == expected, f"{what} is {actual!r}, not {expected!r}")
