"""Requests and answers, as bytes and as JSON."""

import json
import re
import urllib.error
import urllib.parse
import urllib.request

TIMEOUT = 60


class Wrong(Exception):
    """What a client could not have worked with."""


class Refused(Exception):
    """The server said no, in JSON."""

    def __init__(self, answer):
        super().__init__(answer.told())
        self.answer = answer
        self.status = answer.status
        self.body = answer.json()


class Answer:
    def __init__(self, path, status, headers, body):
        self.path, self.status, self.headers, self.body = path, status, headers, body

    def told(self):
        return f"{self.path} [{self.status} {self.body[:300].decode('utf-8', 'replace')}]"

    def json(self):
        """Whatever the content type says: no client looks at it."""
        try:
            return json.loads(self.body)
        except ValueError:
            raise Wrong("the body is no JSON: " + self.told()) from None


class Unfollowed(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}), Unfollowed)


def send(method, url, headers, body=None):
    """The answer, whatever its status."""
    request = urllib.request.Request(url, method=method, headers=headers, data=body)
    path = urllib.parse.urlsplit(url).path
    try:
        with OPENER.open(request, timeout=TIMEOUT) as answer:
            return Answer(path, answer.status, answer.headers, answer.read())
    except urllib.error.HTTPError as refusal:
        with refusal:
            return Answer(path, refusal.code, refusal.headers, refusal.read())


class Api:
    """One client's way of asking.

    headers: name to value, of every request
    typed: methods whose requests say that they are JSON, with a body or without
    """

    def __init__(self, base, key, headers, typed):
        self.base = base.rstrip("/")
        self.headers = dict(headers)
        if key is not None:
            self.headers["Authorization"] = "Bearer " + key
        self.typed = typed

    def call(self, method, path, body=None):
        """The JSON of a success; everything else is raised."""
        return self.answer(method, path, body).json()

    def answer(self, method, path, body=None):
        headers = dict(self.headers)
        if method in self.typed:
            headers["Content-Type"] = "application/json"
        sent = None if body is None else json.dumps(body).encode()
        if sent is None and method in ("POST", "PUT"):
            sent = b""
        answer = send(method, self.base + path, headers, sent)
        rates(answer)
        if not 200 <= answer.status < 300:
            raise Refused(answer)
        return answer


def rates(answer):
    for name in ("X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset"):
        if not re.fullmatch(r"\d+", answer.headers.get(name, "")):
            raise Wrong(f"{name} is not a number: " + answer.told())
