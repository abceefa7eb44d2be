# Google's own client, which builds itself from the description that the service gives of itself.
import inspect
import json
import sys

from googleapiclient.discovery import build
from googleapiclient.errors import HttpError

root, key = sys.argv[1:3]
# Clients from 2.0 on bring descriptions along and have to be told to ask.
asking = {"static_discovery": False} if "static_discovery" in inspect.signature(build).parameters else {}
client = build(
    "commentanalyzer",
    "v1alpha1",
    developerKey=key,
    discoveryServiceUrl=root + "/$discovery/rest?version=v1alpha1",
    **asking,
)


def request(text):
    return client.comments().analyze(
        body={
            "comment": {"text": text},
            "requestedAttributes": {"TOXICITY": {}},
            "doNotStore": True,
        }
    )


answers = {}


def answered(name, answer, error):
    answers[name] = error.resp.status if error else answer["attributeScores"]["TOXICITY"]["summaryScore"]["value"]


batch = client.new_batch_http_request(callback=answered)
batch.add(request("You are a stupid idiot."), request_id="rude")
batch.add(request("Thanks, this cleared up a lot for me."), request_id="kind")
batch.add(request(""), request_id="empty")
batch.execute()

single = request("You are a stupid idiot.").execute()
try:
    request("").execute()
    refused = None
except HttpError as e:
    refused = e.resp.status
print(
    json.dumps(
        {
            "single": single["attributeScores"]["TOXICITY"]["summaryScore"]["value"],
            "batch": answers,
            "refused": refused,
        }
    )
)
