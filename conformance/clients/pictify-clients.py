#!/usr/bin/env python3
"""pictify-clients.py BASE_URL KEY PAGE_URL

Drives a server that speaks Pictify's API with the requests that its clients put on the wire, and reads each answer as
strictly as they do: the Python SDK, the MCP server and the n8n node. Only their patience is left out: nothing is sent
twice. Prints a line for each call, "ok" or "NOT OK" with what was wrong; fails when any call did. What it makes, it
deletes.

BASE_URL  where the API begins, such as http://localhost:8080, without /v1
KEY       goes behind "Bearer"
PAGE_URL  of a page on which something moves, and which the server may contact

Needs Python 3.9 or later and nothing else.
"""

import contextlib
import sys

# The checkout stays as it is.
sys.dont_write_bytecode = True

from pictify import any_client, mcp_server, n8n_node, python_sdk
from pictify.telling import FAILED
from pictify.wire import Api, Refused, Wrong

USAGE = 2


def main(words):
    if len(words) != 3:
        print(__doc__, file=sys.stderr)
        return USAGE
    base, key, page = words
    made = []
    try:
        python_sdk.tried("Python", base, key, page, made)
        python_sdk.tried("Python /v1", base.rstrip("/") + "/v1/", key, page, made)
        mcp_server.tried("MCP", base, key, page, made)
        n8n_node.tried("n8n", base, key, made)
        any_client.tried("any", base, key, made)
    # Outside of what is told there are only templates being made.
    except (Wrong, Refused, OSError) as fatal:
        FAILED.append("templates")
        print("NOT OK  a template of our own could not be made:", fatal)
    finally:
        api = Api(base, key, {}, typed=())
        for template in made:
            with contextlib.suppress(Refused, Wrong, OSError):
                api.call("DELETE", "/templates/" + template)
    return 1 if FAILED else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
