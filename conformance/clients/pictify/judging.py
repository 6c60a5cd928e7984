"""What all clients need of refusals, pictures and batches."""

import contextlib
import re
import struct
import time
import urllib.parse

from pictify.models import PROBLEM, text
from pictify.telling import hold, same
from pictify.wire import Refused, Wrong, send

POLL_SECONDS, MOST_POLLS = 0.5, 120


def union(refused, status):
    """A refusal out of which every client reads what it looks for; contract, section 2.1."""
    same("the status", refused.status, status)
    body = PROBLEM(refused.body, "the problem")
    same("status", body["status"], status)
    same("instance", body["instance"], refused.answer.path)
    hold(body["detail"].strip() and body["title"].strip(), "detail or title is empty")
    hold(body["type"].startswith("https://docs.pictify.io/errors/"), "type is no page of the vendor's")
    same("error", body["error"], body["detail"])
    same("message", body["message"], body["detail"])
    hold(body.get("errors", True), "errors is empty instead of absent")
    if status in (429, 503):
        hold(re.fullmatch(r"\d+", refused.answer.headers.get("Retry-After", "")), "Retry-After is no whole number")
    return body


@contextlib.contextmanager
def refused(status):
    try:
        yield
    except Refused as refusal:
        union(refusal, status)
    else:
        raise Wrong(f"this was not refused with {status}")


MAGIC = {
    "png": rb"\x89PNG\r\n\x1a\n",
    "jpg": rb"\xff\xd8\xff",
    "jpeg": rb"\xff\xd8\xff",
    "webp": rb"RIFF....WEBP",
    "gif": rb"GIF8[79]a",
    "pdf": rb"%PDF-",
}


def picture(url, form, size=None):
    """Downloads as everybody may, and looks at the first bytes.

    size: width and height, of a PNG
    """
    hold(re.match(r"https?://[^/]+/", url), f"the url is not absolute: {url}")
    name = urllib.parse.urlsplit(url).path.rsplit("/", 1)[-1]
    endings = ("jpg", "jpeg") if form in ("jpg", "jpeg") else (form,)
    hold(name.rpartition(".")[2] in endings, f"the last segment of {url} does not end in .{form}")
    answer = send("GET", url, {})
    same("the download's status", answer.status, 200)
    hold("immutable" in answer.headers.get("Cache-Control", ""), "the picture may not be cached for ever")
    hold(re.match(MAGIC[form], answer.body, re.DOTALL), f"these are not the bytes of a {form}: {answer.body[:12]!r}")
    if size is not None:
        same("the size", struct.unpack(">II", answer.body[16:24]), size)


def instant(value, at):
    hold(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z", text(value, at)), f"{at} is no time in UTC: {value}")


def followed(ask):
    """Asks again until the batch has ended, as a client would; the last answer."""
    for _ in range(MOST_POLLS):
        results = ask()
        if results["status"] not in ("pending", "processing"):
            return results
        time.sleep(POLL_SECONDS)
    raise Wrong(f"the batch is still {results['status']} after {MOST_POLLS} polls")
