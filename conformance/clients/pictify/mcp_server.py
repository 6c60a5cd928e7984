"""The official MCP server 1.2.0; contract pictify.md, section 16.2."""

from pictify import left_out
from pictify.judging import followed, instant, picture, refused
from pictify.models import DEFINITION, GIF, TEMPLATE, TEMPLATES, WINDOW, integer, listed, mapping, model, number, text
from pictify.samples import BOX, MOVING, UNKNOWN, moving_template, own_template
from pictify.telling import hold, same, told
from pictify.wire import Api


class McpServer:
    """Its commands by their names. Those that only print what they get take any JSON object."""

    def __init__(self, base, key):
        headers = {"User-Agent": "@pictify/mcp-server/1.2.0", "Accept": "*/*"}
        self.api = Api(base, key, headers, typed=("GET", "POST", "PUT", "DELETE"))
        self.said = set()

    def command(self, name, method, path, body=None, reads=mapping):
        self.said.add(name)
        sent = None if body is None else {key: value for key, value in body.items() if value is not None}
        return reads(self.api.call(method, path, sent), name)


RENDERS = model(
    {
        "results": listed(model({"name": text, "layout": text, "width": integer, "height": integer, "url": text})),
        "totalRendered": integer,
    }
)
NAMED = model({"template": model({"uid": text, "name": text})})
MADE_GIF = model({"gif": model({"url": text, "uid": text, "animationLength": number})})
DOCUMENT = model({"url": text, "pageCount": integer})
BATCH = model({"batchId": text, "totalItems": integer, "status": text})

COMMANDS = set(
    "create_image create_canvas_image list_images get_image create_gif capture_gif list_gifs get_gif render_pdf"
    " render_multi_page_pdf list_pdf_presets list_templates get_template get_template_variables render_template"
    " create_template update_template delete_template batch_render get_batch_results cancel_batch list_experiments"
    " create_experiment get_experiment get_experiment_quota update_experiment delete_experiment start_experiment"
    " pause_experiment complete_experiment track_experiment_events".split()
)


def tried(client, base, key, page, made):
    server = McpServer(base, key)
    card = own_template(server.api, made)
    usual = {"width": 1200, "height": 630, "fileExtension": "png"}
    image_id = gif_id = template = "none"
    batch = None

    with told(client, "create_image of html"):
        image = server.command("create_image", "POST", "/image", {**usual, "html": BOX.format("mcp")})
        picture(text(image["url"], "url"), "png", (1200, 630))
        image_id = text(image["id"], "id")
    with told(client, "create_image of a page"):
        body = {**usual, "width": 60, "height": 40, "url": page}
        picture(server.command("create_image", "POST", "/image", body)["url"], "png", (60, 40))
    with told(client, "create_image of a template, an element"):
        body = {**usual, "template": card, "variables": {"name": "Ada"}, "selector": "#box"}
        picture(server.command("create_image", "POST", "/image", body)["url"], "png")
    with told(client, "list_images"):
        images = server.command("list_images", "GET", "/image?limit=30&offset=0")
        listed(model({"url": text, "id": text, "createdAt": instant}))(images["images"], "images")
        WINDOW(images["pagination"], "pagination")
    with told(client, "get_image"):
        same("id", server.command("get_image", "GET", f"/image/{image_id}")["image"]["id"], image_id)

    with told(client, "create_gif"):
        body = {"width": 80, "height": 40, "html": MOVING}
        gif = server.command("create_gif", "POST", "/gif", body, MADE_GIF)["gif"]
        picture(gif["url"], "gif")
        gif_id = gif["uid"]
    with told(client, "create_gif of a template"):
        template = moving_template(server.api, made)
        body = {"width": 800, "height": 600, "template": template, "variables": {"name": "Ada"}}
        picture(server.command("create_gif", "POST", "/gif", body, MADE_GIF)["gif"]["url"], "gif")
    with told(client, "capture_gif"):
        body = {"url": page, "width": 60, "height": 40, "quality": "low", "frameDurationSeconds": 1}
        picture(server.command("capture_gif", "POST", "/gif/capture", body, MADE_GIF)["gif"]["url"], "gif")
    with told(client, "list_gifs"):
        gifs = server.command("list_gifs", "GET", "/gif?limit=30&offset=0")
        listed(GIF)(gifs["gifs"], "gifs")
        WINDOW(gifs["pagination"], "pagination")
    with told(client, "get_gif"):
        same("uid", server.command("get_gif", "GET", f"/gif/{gif_id}")["gif"]["uid"], gif_id)

    with told(client, "render_pdf"):
        body = {"templateUid": card, "variables": {"name": "Ada"}, "options": {"preset": "Letter", "title": "Clients"}}
        made_of = server.command("render_pdf", "POST", "/pdf/render", body, DOCUMENT)
        same("the preset", made_of["preset"], "Letter")
        same("the pages", made_of["pageCount"], 1)
        picture(made_of["url"], "pdf")
    with told(client, "render_pdf with nothing else"):
        made_of = server.command("render_pdf", "POST", "/pdf/render", {"templateUid": card}, DOCUMENT)
        text(made_of["preset"], "preset")
    with told(client, "render_multi_page_pdf"):
        body = {"templateUid": card, "variableSets": [{"name": "A"}, {"name": "B"}], "options": {"title": "Clients"}}
        made_of = server.command("render_multi_page_pdf", "POST", "/pdf/multi-page", body, DOCUMENT)
        same("the pages", made_of["pageCount"], 2)
        picture(made_of["url"], "pdf")
    with told(client, "list_pdf_presets"):
        presets = server.command("list_pdf_presets", "GET", "/pdf/presets")["presets"]
        hold({"A4", "Letter", "Legal", "A3", "A5", "Tabloid"} <= set(presets), f"presets are missing: {presets}")

    with told(client, "list_templates"):
        TEMPLATES(
            server.command("list_templates", "GET", "/templates?page=1&limit=12&sort=newest&outputFormat=all"),
            "templates",
        )
    with told(client, "get_template"):
        TEMPLATE(server.command("get_template", "GET", f"/templates/{card}")["template"], "template")
    with told(client, "get_template_variables"):
        variables = server.command("get_template_variables", "GET", f"/templates/{card}/variables")
        same("templateUid", variables["templateUid"], card)
        text(variables["templateName"], "templateName")
        listed(DEFINITION)(variables["variables"], "variables")
        same("the variables", [one["name"] for one in variables["variables"]], ["name", "company"])
    for words in ({"layouts": ["default", "square"]}, {"layout": "square"}, {"variables": {"name": "Ada"}}):
        with told(client, f"render_template with {' '.join(words)}"):
            body = {"format": "png", "quality": 0.9, **words}
            renders = server.command("render_template", "POST", f"/templates/{card}/render", body, RENDERS)
            same("totalRendered", renders["totalRendered"], len(renders["results"]))
            same("the number", renders["totalRendered"], len(words.get("layouts", [1])))
            picture(renders["results"][-1]["url"], "png")
    with told(client, "create_template"):
        body = {
            "name": "From MCP",
            "html": "<p>{{title}} {{body}}</p>",
            "width": 300,
            "height": 200,
            "type": "og-image",
            "category": "marketing",
            "tags": ["a", "b"],
            "variableDefinitions": [{"name": "title", "type": "text", "defaultValue": "T", "description": "d"}],
            "outputFormat": "image",
        }
        template = server.command("create_template", "POST", "/templates", body, NAMED)["template"]["uid"]
        made.append(template)
    with told(client, "update_template"):
        changed = server.command("update_template", "PUT", f"/templates/{template}", {"name": "Changed"}, NAMED)
        same("the name", changed["template"]["name"], "Changed")
        same("the width", changed["template"]["width"], 300)
    with told(client, "delete_template"):
        deleted = server.command("delete_template", "DELETE", f"/templates/{template}")
        same("deleted", deleted["deleted"], True)
        text(deleted["message"], "message")
        made.remove(template)
        with refused(404):
            server.api.call("DELETE", f"/templates/{template}")

    with told(client, "batch_render"):
        body = {"variableSets": [{"name": "A"}, {"name": "B"}], "format": "png", "quality": 0.9, "concurrency": 5}
        batch = server.command("batch_render", "POST", f"/templates/{card}/batch-render", body, BATCH)
        same("totalItems", batch["totalItems"], 2)
        text(batch["message"], "message")
    with told(client, "get_batch_results"):
        name = batch_id(batch)
        results = followed(lambda: server.command("get_batch_results", "GET", f"/templates/batch/{name}/results"))
        same("the last status", results["status"], "completed")
        picture(results["results"][0]["url"], "png", (200, 100))
    with told(client, "cancel_batch of one that has ended"), refused(409):
        server.command("cancel_batch", "POST", f"/templates/batch/{batch_id(batch)}/cancel")
    with told(client, "cancel_batch"):
        # So many that it cannot have ended before.
        sets = [{"name": str(index)} for index in range(100)]
        body = {"variableSets": sets, "format": "png", "quality": 0.9, "concurrency": 1, "layout": "square"}
        name = server.command("batch_render", "POST", f"/templates/{card}/batch-render", body, BATCH)["batchId"]
        for _ in range(2):
            cancelled = server.command("cancel_batch", "POST", f"/templates/batch/{name}/cancel")
            same("batchId", cancelled["batchId"], name)
            same("the status", cancelled["status"], "cancelled")
            text(cancelled["message"], "message")
        results = followed(lambda: server.command("get_batch_results", "GET", f"/templates/batch/{name}/results"))
        same("the last status", results["status"], "cancelled")
    with told(client, "cancel_batch of one that is not there"), refused(404):
        server.command("cancel_batch", "POST", f"/templates/batch/{UNKNOWN}/cancel")

    with told(client, "the key, tried by the hosted one"):
        mapping(server.api.call("GET", "/api/users/")["user"], "user")
        with refused(401):
            McpServer(base, "wrong").api.call("GET", "/api/users/")
    with told(client, "wrong fields"), refused(400):
        server.api.call("POST", "/image", {**usual, "html": "x", "width": "wide"})
    left_out.tried(client, server.api, left_out.LEFT_OUT)
    with told(client, "every command was given"):
        forgotten = COMMANDS - server.said - set(left_out.LEFT_OUT)
        hold(not forgotten, f"these were not: {sorted(forgotten)}")


def batch_id(batch):
    """Of a batch that could be made."""
    hold(isinstance(batch, dict), "there is no batch")
    return batch["batchId"]
