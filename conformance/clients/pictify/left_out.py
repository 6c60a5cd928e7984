"""Commands and methods for what the server does not have yet; contract pictify.md, sections 8, 13 and 14.

Each is asked for as its client asks, and answered with 501 in words. When one of them is built, its line goes, and it
is tried among the others of its client.
"""

from pictify.judging import refused
from pictify.telling import told

EXPERIMENT = {
    "name": "clients",
    "type": "ab_test",
    "slug": "clients-ab",
    "variants": [{"id": one, "name": one, "weight": 5000} for one in ("a", "b")],
}

# Of the MCP server: method, path and body by command.
LEFT_OUT = {
    "create_canvas_image": ("POST", "/image/canvas", {"fabricJSData": {"objects": []}, "fileExtension": "png"}),
    "list_experiments": ("GET", "/experiments/api?type=ab_test&status=draft&page=1&limit=20", None),
    "create_experiment": ("POST", "/experiments/api", EXPERIMENT),
    "get_experiment": ("GET", "/experiments/api/exp_1", None),
    "get_experiment_quota": ("GET", "/experiments/api/quota", None),
    "update_experiment": ("PUT", "/experiments/api/exp_1", {"name": "changed"}),
    "delete_experiment": ("DELETE", "/experiments/api/exp_1", None),
    "start_experiment": ("POST", "/experiments/api/exp_1/start", None),
    "pause_experiment": ("POST", "/experiments/api/exp_1/pause", None),
    "complete_experiment": ("POST", "/experiments/api/exp_1/complete", {"winnerVariantId": "a"}),
    "track_experiment_events": ("POST", "/s/events", {"event": "click", "experiment": "clients-ab"}),
}

# Of the Python SDK, by method.
LEFT_OUT_OF_SDK = {
    "get_video_template_variables": ("GET", "/video/templates/vid_1/variables", None),
    "render_video": ("POST", "/video/templates/vid_1/render", {"variables": {}, "format": "mp4"}),
    "generate_video_template": ("POST", "/video/templates/generate", {"prompt": "x", "width": 1080}),
    "create_video_template": ("POST", "/video/templates", {"name": "x", "kind": "tsx", "tsx": ""}),
}


def tried(client, api, lines):
    for name, (method, path, body) in lines.items():
        with told(client, f"{name}: not there yet"), refused(501):
            api.call(method, path, body)
