"""Shapes of answers: each is a function of a value and of where it stands, and raises Wrong."""

from pictify.telling import hold


def text(value, at):
    hold(isinstance(value, str), f"{at} is no string: {value!r}")
    return value


def number(value, at):
    hold(isinstance(value, (int, float)) and not isinstance(value, bool), f"{at} is no number: {value!r}")
    return value


def integer(value, at):
    hold(number(value, at) == int(value), f"{at} is fractional: {value!r}")
    return int(value)


def boolean(value, at):
    hold(isinstance(value, bool), f"{at} is no boolean: {value!r}")
    return value


def anything(value, at):
    return value


def mapping(value, at):
    hold(isinstance(value, dict), f"{at} is no object: {value!r}")
    return value


def listed(of):
    """A list; null is none."""

    def read(value, at):
        hold(isinstance(value, list), f"{at} is no list: {value!r}")
        return [of(one, f"{at}[{index}]") for index, one in enumerate(value)]

    return read


def model(needed, optional=None):
    """An object. What is optional may be absent or null; what is unknown stays."""
    optional = optional or {}

    def read(value, at):
        mapping(value, at)
        for name, of in needed.items():
            hold(name in value, f"{at}.{name} is missing")
            of(value[name], f"{at}.{name}")
        for name, of in optional.items():
            if value.get(name) is not None:
                of(value[name], f"{at}.{name}")
        return value

    return read


IMAGE = model({"url": text}, {"id": text, "createdAt": text})
RENDERED = model(
    {},
    {
        "layout": text,
        "url": text,
        "width": integer,
        "height": integer,
        "format": text,
        "name": text,
        "id": text,
        "createdAt": text,
    },
)
RENDERS = model(
    {
        "results": listed(RENDERED),
        "errors": listed(model({}, {"layout": text, "error": text})),
        "totalLayouts": integer,
        "totalRendered": integer,
        "totalErrors": integer,
        "templateUid": text,
    }
)
GIF = model({"url": text}, {"uid": text, "width": integer, "height": integer, "animationLength": number})
DEFINITION = model({"name": text}, {"type": text, "defaultValue": anything, "description": text, "validation": mapping})
TEMPLATE = model(
    {"uid": text},
    {
        "name": text,
        "html": text,
        "width": integer,
        "height": integer,
        "engine": text,
        "outputFormat": text,
        "variables": listed(text),
        "variableDefinitions": listed(DEFINITION),
        "thumbnail": text,
        "createdAt": text,
        "updatedAt": text,
    },
)
PAGES = model(
    {
        "page": integer,
        "limit": integer,
        "total": integer,
        "totalPages": integer,
        "hasNext": boolean,
        "hasPrev": boolean,
    }
)
TEMPLATES = model({"templates": listed(TEMPLATE), "pagination": PAGES})
BATCH = model({"batchId": text}, {"status": text, "totalItems": integer, "message": text})
ITEM = model({}, {"index": integer, "success": boolean, "variables": listed(text), "error": text})
BATCH_RESULTS = model(
    {"batchId": text, "results": listed(ITEM), "errors": listed(ITEM)},
    {
        "status": text,
        "progress": number,
        "totalItems": integer,
        "completedItems": integer,
        "failedItems": integer,
        "createdAt": text,
        "startedAt": text,
        "completedAt": text,
    },
)
WINDOW = model({"total": integer, "limit": integer, "offset": integer, "hasMore": boolean})
PROBLEM = model(
    {
        "type": text,
        "title": text,
        "status": integer,
        "detail": text,
        "instance": text,
        "error": text,
        "message": text,
    },
    {"code": text, "errors": listed(model({"field": text, "message": text, "code": text})), "retry_after": integer},
)
