"""The official Python SDK 1.1.0; contract pictify.md, section 16.1."""

import contextlib
import urllib.parse

from pictify import left_out
from pictify.judging import followed, instant, picture, union
from pictify.models import (
    BATCH,
    BATCH_RESULTS,
    GIF,
    IMAGE,
    RENDERS,
    TEMPLATE,
    TEMPLATES,
    listed,
    mapping,
    model,
    text,
)
from pictify.samples import BOX, MOVING, UNKNOWN, moving_template, own_template
from pictify.telling import hold, same, told
from pictify.wire import Api, Refused, Wrong

STATUSES = {"pending", "processing", "completed", "partial", "failed", "cancelled"}


class PythonError(Exception):
    """One of the SDK's exceptions, by its name.

    errors: what it shows of each field
    """

    def __init__(self, name, refused):
        super().__init__(f"{name}: {refused}")
        self.name, self.refused = name, refused
        body = refused.body
        hold(isinstance(body, dict), "the SDK cannot read a body that is no object")
        self.message = body.get("error") or body.get("message") or "An unexpected error occurred"
        self.errors = body.get("errors")
        self.retry_after = body.get("retry_after")


class PythonSdk:
    def __init__(self, base, key):
        headers = {"User-Agent": "pictify-python/1.0.0", "Accept": "*/*"}
        self.api = Api(base, key, headers, typed=("GET", "POST"))

    def request(self, method, path, body=None):
        sent = None if body is None else {name: value for name, value in body.items() if value is not None}
        try:
            return self.api.call(method, path, sent)
        except Refused as refusal:
            raise PythonError(self.exception(refusal), refusal) from None

    @staticmethod
    def exception(refusal):
        status = refusal.status
        if status == 429:
            return "QuotaExceededError" if refusal.body.get("code") == "quota_exceeded" else "RateLimitError"
        if status >= 500:
            return "ServerError"
        names = {401: "AuthenticationError", 402: "QuotaExceededError", 404: "TemplateNotFoundError"}
        return names.get(status, "RenderError")

    @staticmethod
    def quoted(name):
        return urllib.parse.quote(name, safe="")

    def render_html(self, html, css=None, width=None, height=None, selector=None, format=None):
        html = f"<style>{css}</style>{html}" if css else html
        body = {"html": html, "width": width, "height": height, "selector": selector}
        return IMAGE(self.request("POST", "/image", {**body, "fileExtension": format or "png"}), "image")

    def render_url(self, url, width=None, height=None, selector=None, format=None):
        body = {"url": url, "width": width, "height": height, "selector": selector}
        return IMAGE(self.request("POST", "/image", {**body, "fileExtension": format or "png"}), "image")

    def render(self, template, variables=None, format=None, **options):
        body = {"variables": variables or {}, "format": format or "png", "quality": None, **options}
        return RENDERS(self.request("POST", f"/templates/{self.quoted(template)}/render", body), "renders")

    def render_layouts(self, template, layouts, **options):
        return self.render(template, layouts=layouts, **options)

    def render_gif(self, html=None, url=None, template=None, variables=None, width=None, height=None, quality=None):
        body = {"width": width, "height": height, "quality": quality or "medium"}
        source = {"html": html, "url": url, "template": template, "variables": variables}
        answer = self.request("POST", "/gif", {**body, **source})
        return GIF(answer.get("gif", answer), "gif")

    def render_batch(self, template, sets, format=None, **options):
        body = {"variableSets": sets, "format": format or "png", **options}
        return BATCH(self.request("POST", f"/templates/{self.quoted(template)}/batch-render", body), "batch")

    def get_batch_results(self, batch):
        return BATCH_RESULTS(self.request("GET", f"/templates/batch/{self.quoted(batch)}/results"), "results")

    def get_template(self, name):
        answer = self.request("GET", f"/templates/{self.quoted(name)}")
        return TEMPLATE(answer.get("template", answer), "template")

    def list_templates(self, **query):
        words = "?" + urllib.parse.urlencode(query) if query else ""
        return TEMPLATES(self.request("GET", "/templates" + words), "templates")

    def create_template(self, html, name=None, width=None, height=None, definitions=None, output=None):
        body = {"html": html, "name": name, "width": width, "height": height}
        body = {**body, "variableDefinitions": definitions, "outputFormat": output}
        answer = self.request("POST", "/templates", body)
        return TEMPLATE(answer.get("template", answer), "template")

    def list_video_templates(self):
        answer = self.request("GET", "/video/templates")
        return listed(model({"uid": text}))(answer.get("templates") or [], "templates")


@contextlib.contextmanager
def raised(name, status):
    """The SDK raises this, with words of the server's."""
    try:
        yield
    except PythonError as error:
        same("the exception", error.name, name)
        union(error.refused, status)
        same("its message", error.message, error.refused.body["detail"])
        if error.errors is not None:
            listed(mapping)(error.errors, "errors")
    else:
        raise Wrong(f"the SDK raised no {name}")


def tried(client, base, key, page, made):
    """As the SDK's own tests against the real server, method by method."""
    sdk = PythonSdk(base, key)

    with told(client, "render_html"):
        image = sdk.render_html("<div style='padding:40px'>Integration test</div>", width=600, height=300)
        hold(image["id"], "id is empty")
        instant(image["createdAt"], "createdAt")
        picture(image["url"], "png", (600, 300))
    with told(client, "render_html without a size"):
        picture(sdk.render_html(BOX.format("card"))["url"], "png", (1200, 630))
    with told(client, "render_html, an element with css"):
        image = sdk.render_html("<p id='p'></p>", css="#p{width:31px;height:17px;margin:0}", selector="#p")
        picture(image["url"], "png", (31, 17))
    for form in ("png", "jpg", "jpeg", "webp"):
        with told(client, f"render_html as {form}"):
            picture(sdk.render_html(BOX.format(form), width=120, height=60, format=form)["url"], form)
    with told(client, "render_url"):
        picture(sdk.render_url(page, width=80, height=60)["url"], "png", (80, 60))

    with told(client, "create_template"):
        template = sdk.create_template("<div>Hi {{firstName}}</div>", name="throwaway", width=400, height=150)
        made.append(template["uid"])
        hold(template["uid"], "uid is empty")
        hold("firstName" in template["variables"], "the variable is not among the names")
        hold("firstName" in [one["name"] for one in template["variableDefinitions"]], "the variable is not defined")
    with told(client, "create_template without a name, with definitions"):
        validation = {"required": True, "minLength": None}
        definitions = [{"name": "n", "type": "string", "defaultValue": 3, "validation": validation}]
        template = sdk.create_template("<p>{{n}} {{m}}</p>", definitions=definitions, output="pdf")
        made.append(template["uid"])
        hold(template["name"], "name is empty")
        same("the variables", sorted(one["name"] for one in template["variableDefinitions"]), ["m", "n"])
    with told(client, "create_template that does not compile"), raised("RenderError", 422):
        sdk.create_template("<p>{{ if a }}</p>", name="throwaway")

    card = own_template(sdk.api, made)
    values = {"name": "Ada", "company": "Analytical Engines"}
    with told(client, "get_template"):
        template = sdk.get_template(card)
        same("uid", template["uid"], card)
        instant(template["createdAt"], "createdAt")
        instant(template["updatedAt"], "updatedAt")
    for query in ({}, {"limit": 5}, {"page": 1, "limit": 1, "sort": "oldest", "output_format": "image"}):
        with told(client, f"list_templates {' '.join(query)}".strip()):
            words = {"outputFormat" if name == "output_format" else name: value for name, value in query.items()}
            listing = sdk.list_templates(**words)
            same("the limit", listing["pagination"]["limit"], query.get("limit", 12))
            hold(1 <= len(listing["templates"]) <= query.get("limit", 12), "there are too many, or none")
    with told(client, "render"):
        renders = sdk.render(card, variables=values, format="png")
        same("templateUid", renders["templateUid"], card)
        same("the totals", [renders[name] for name in ("totalLayouts", "totalRendered", "totalErrors")], [1, 1, 0])
        same("the layout", renders["results"][0]["layout"], "default")
        picture(renders["results"][0]["url"], "png", (200, 100))
        same("the url next time", sdk.render(card, variables=values)["results"][0]["url"], renders["results"][0]["url"])
    with told(client, "render with everything"):
        options = {"quality": 0.5, "width": 100, "height": 50, "layout": "square"}
        renders = sdk.render(card, variables={"name": None, "more": [1]}, format="jpg", **options)
        same("the format", renders["results"][0]["format"], "jpg")
        same("the layout", renders["results"][0]["layout"], "square")
        picture(renders["results"][0]["url"], "jpg")
    for form in ("jpeg", "webp", "pdf"):
        with told(client, f"render as {form}"):
            picture(sdk.render(card, format=form)["results"][0]["url"], form)
    with told(client, "render of an unknown layout"):
        same("the layout", sdk.render(card, layout="nowhere")["results"][0]["layout"], "default")
    with told(client, "render_layouts"):
        renders = sdk.render_layouts(card, ["default", "square", "definitely-not-a-real-layout"], variables=values)
        same("the layouts", [one["layout"] for one in renders["results"]], ["default", "square"])
        same("the errors", [one["layout"] for one in renders["errors"]], ["definitely-not-a-real-layout"])
        hold(renders["errors"][0]["error"], "the error says nothing")
        picture(renders["results"][1]["url"], "png", (100, 100))
    with told(client, "render_gif"):
        gif = sdk.render_gif(html=MOVING, width=400, height=200, quality="low")
        hold(gif["uid"], "uid is empty")
        same("the length in ms", gif["animationLength"], 2000)
        picture(gif["url"], "gif")
    with told(client, "render_gif of a page"):
        picture(sdk.render_gif(url=page, width=60, height=40)["url"], "gif")
    with told(client, "render_gif of a template"):
        picture(sdk.render_gif(template=moving_template(sdk.api, made), variables={"name": "Ada"})["url"], "gif")

    batches(client, sdk, card)

    with told(client, "list_video_templates"):
        sdk.list_video_templates()
    left_out.tried(client, sdk.api, left_out.LEFT_OUT_OF_SDK)
    with told(client, "a template that is not there"):
        for ask in (sdk.get_template, sdk.render, lambda name: sdk.render_gif(template=name)):
            with raised("TemplateNotFoundError", 404):
                ask(UNKNOWN)
    with told(client, "a template whose name has a slash"):
        for ask in (sdk.get_template, sdk.render):
            with raised("TemplateNotFoundError", 404):
                ask("a%2Fb")
            with raised("TemplateNotFoundError", 404):
                ask("a/b")
    with told(client, "a wrong key"):
        for wrong in ("wrong", "pk_live_0000000000", "0" * 64):
            with raised("AuthenticationError", 401):
                PythonSdk(base, wrong).list_templates()
    with told(client, "a picture that stands still as a GIF"), raised("RenderError", 422):
        sdk.render_gif(html="<p>still</p>", width=60, height=20)
    with told(client, "wrong fields"), raised("RenderError", 400):
        sdk.render_html("x", width=0, height=1.5)
    with told(client, "an inside address"), raised("RenderError", 422):
        sdk.render_url("http://169.254.169.254/")


def batches(client, sdk, card):
    sets = [{"name": "A", "company": "X"}, {"name": "B", "company": "Y"}]
    with told(client, "render_batch and get_batch_results"):
        batch = sdk.render_batch(card, sets, format="png")
        same("totalItems", batch["totalItems"], 2)
        same("the first status", batch["status"], "pending")
        results = sdk.get_batch_results(batch["batchId"])
        same("batchId", results["batchId"], batch["batchId"])
        same("totalItems", results["totalItems"], 2)
        hold(results["status"] in STATUSES, f"the status is {results['status']}")
        results = followed(lambda: sdk.get_batch_results(batch["batchId"]))
        same("the last status", results["status"], "completed")
        same("the counts", [results["completedItems"], results["failedItems"], results["progress"]], [2, 0, 100])
        same("the errors", results["errors"], [])
        same("the items", sorted(one["index"] for one in results["results"]), [0, 1])
        for one in results["results"]:
            same("success", one["success"], True)
            same("the variables' names", sorted(one["variables"]), ["company", "name"])
            picture(one["url"], "png", (200, 100))
        instant(results["completedAt"], "completedAt")
    for options in ({"format": "jpeg", "layout": "square"}, {"format": "webp", "layouts": ["default", "square"]}):
        with told(client, f"render_batch as {options['format']}"):
            batch = sdk.render_batch(card, sets, quality=0.8, concurrency=2, **options)
            results = followed(lambda: sdk.get_batch_results(batch["batchId"]))
            same("the last status", results["status"], "completed")
            same("totalItems", results["totalItems"], 2)
            same("the items", {one["index"] for one in results["results"]}, {0, 1})
    with told(client, "render_batch of a template that is not there"), raised("TemplateNotFoundError", 404):
        sdk.render_batch(UNKNOWN, sets)
    with told(client, "render_batch of nothing"), raised("RenderError", 400):
        sdk.render_batch(card, [])
    with told(client, "get_batch_results of a batch that is not there"):
        for name in (UNKNOWN, "a/b", "a%2Fb"):
            with raised("TemplateNotFoundError", 404):
                sdk.get_batch_results(name)
