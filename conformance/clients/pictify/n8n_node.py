"""The official n8n node 1.0.2; contract pictify.md, section 16.3."""

from pictify.judging import followed, picture, refused
from pictify.models import mapping
from pictify.samples import BOX, MOVING, moving_template, own_template
from pictify.telling import hold, same, told
from pictify.wire import Api


# By extension.
FORMATS = {"png": "png", "jpg": "jpeg", "jpeg": "jpeg", "webp": "webp"}


class N8n:
    def __init__(self, base, key):
        headers = {"User-Agent": "n8n-nodes-pictify/1.0.2", "Accept": "application/json"}
        self.api = Api(base, key, headers, typed=("POST",))

    def binary(self, answer, resource):
        """Downloads what the node would attach; the file's name must tell its format."""
        url = answer.get("url")
        if not isinstance(url, str):
            url = (answer.get("gif") or {}).get("url")
        if not isinstance(url, str):
            url = answer["results"][0]["url"]
        name = url.split("?")[0].split("/")[-1]
        hold("." in name, f"the file would be called pictify-render.{resource}")
        picture(url, name.rpartition(".")[2])
        return name.rpartition(".")[2]


def tried(client, base, key, made):
    node = N8n(base, key)
    card = own_template(node.api, made)

    with told(client, "credential test"):
        node.api.call("GET", "/templates")
    with told(client, "credential test of a wrong key"), refused(401):
        N8n(base, "wrong").api.call("GET", "/templates")
    for options in (
        {"format": "png"},
        {"format": "jpeg", "quality": 0.9, "width": 400, "height": 200},
        {"format": "webp", "layout": "square", "layouts": ["default", "square"]},
    ):
        with told(client, f"image from template: {' '.join(options)}"):
            answer = node.api.call("POST", f"/templates/{card}/render", {"variables": {"name": "Ada"}, **options})
            same("the format", FORMATS[node.binary(answer, "png")], FORMATS[options["format"]])
            same("the number", len(answer["results"]), len(options.get("layouts", [1])))
    with told(client, "image from HTML"):
        body = {"html": BOX.format("n8n"), "width": 130, "height": 70, "selector": "#box", "fileExtension": "jpg"}
        same("the format", FORMATS[node.binary(node.api.call("POST", "/image", body), "png")], "jpeg")
    for options in ({"format": "jpg", "quality": 0.9, "concurrency": 10}, {"format": "png", "layouts": ["square"]}):
        with told(client, f"batch: {' '.join(options)}"):
            body = {"variableSets": [{"name": "A"}, {"name": "B", "company": None}], **options}
            batch = node.api.call("POST", f"/templates/{card}/batch-render", body)
            results = followed(lambda: node.api.call("GET", f"/templates/batch/{batch['batchId']}/results"))
            same("the last status", results["status"], "completed")
            picture(results["results"][0]["url"], options["format"])
    with told(client, "GIF from HTML"):
        body = {"html": MOVING, "width": 80, "height": 40, "quality": "medium"}
        same("the format", node.binary(node.api.call("POST", "/gif", body), "gif"), "gif")
    with told(client, "GIF from template"):
        body = {"template": moving_template(node.api, made), "variables": {}, "quality": "high"}
        same("the format", node.binary(node.api.call("POST", "/gif", body), "gif"), "gif")
    for options in ({}, {"width": 300, "height": 150}):
        with told(client, f"PDF {' '.join(options)}".strip()):
            answer = node.api.call("POST", f"/templates/{card}/render", {"variables": {}, "format": "pdf", **options})
            same("the format", node.binary(answer, "pdf"), "pdf")
    with told(client, "template get"):
        same("uid", node.api.call("GET", f"/templates/{card}")["template"]["uid"], card)
    with told(client, "template list"):
        mapping(node.api.call("GET", "/templates"), "templates")
