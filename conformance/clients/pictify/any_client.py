"""What holds for every client; contract pictify.md, sections 1.1 to 1.5."""

from pictify.judging import picture, refused
from pictify.models import mapping, text
from pictify.samples import own_template
from pictify.telling import same, told
from pictify.wire import Api


def tried(client, base, key, made):
    api = Api(base, key, {"User-Agent": "pictify-clients"}, typed=("POST", "PUT"))
    card = own_template(api, made)

    for path in ("/templates", "/image", "/gif", "/pdf", "/webhook-subscriptions", "/public/templates"):
        with told(client, f"list at {path} without a query"):
            mapping(api.call("GET", path), path)
    with told(client, "no body that is called JSON"):
        api.call("POST", f"/templates/{card}/render")
    with told(client, "no body that is called nothing"):
        Api(base, key, {}, typed=()).call("POST", f"/templates/{card}/render")
    with told(client, "unknown fields and parameters"):
        api.call("GET", "/templates?nonsense=1")
        api.call("POST", f"/templates/{card}/render?nonsense=1", {"nonsense": {"a": None}, "layout": None})
    with told(client, "no key"), refused(401):
        Api(base, None, {}, typed=()).call("GET", "/templates")
    with told(client, "the oldest spellings"):
        url = text(api.call("POST", f"/template/{card}/render", {"variables": {"name": "Ada"}})["image"]["url"], "url")
        picture(url, "png", (200, 100))
        same("uid", api.call("GET", f"/template/{card}")["template"]["uid"], card)
    for prefix in ("", "/v1", "/pictify", "/pictify/v1"):
        with told(client, f"below {prefix or '/'}"):
            other = Api(base + prefix + "/", key, {}, typed=("POST",))
            same("uid", other.call("GET", f"/templates/{card}")["template"]["uid"], card)
            picture(other.call("POST", "/image", {"html": "x", "width": 9, "height": 9})["url"], "png", (9, 9))
            with refused(404):
                other.call("GET", "/templates/a%2Fb")
            with refused(404):
                other.call("GET", "/templates/batch/a%2Fb/results")
