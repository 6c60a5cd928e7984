"""Markup and templates to try the clients with."""

BOX = "<div id='box' style='width:120px;height:60px;background:#06c;color:#fff'>{}</div>"
# As in the SDK's tests: without an end, so the GIF is one round.
MOVING = (
    "<style>@keyframes p{0%{opacity:.2}50%{opacity:1}100%{opacity:.2}}"
    "div{font-size:20px;padding:10px;background:#fff;animation:p 2s infinite}</style><div>gif test</div>"
)
UNKNOWN = "definitely-not-a-real-template-id-xyz"


def own_template(api, made):
    """With two variables, as the SDK's tests want one, and a second layout."""
    template = api.call(
        "POST",
        "/templates",
        {
            "name": "clients",
            "html": BOX.format("{{name}} {{company}}"),
            "width": 200,
            "height": 100,
            "layouts": {"square": {"html": BOX.format("{{name}}"), "width": 100, "height": 100, "name": "Square"}},
        },
    )["template"]["uid"]
    made.append(template)
    return template


def moving_template(api, made):
    body = {"name": "clients", "html": MOVING + "{{name}}", "width": 80, "height": 40}
    template = api.call("POST", "/templates", body)["template"]["uid"]
    made.append(template)
    return template
