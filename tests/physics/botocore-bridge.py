"""Carries out AWS calls with botocore: one JSON request a line on stdin, one JSON answer a line on stdout.

Request: {"id", "endpoint", "region", "service", "operation", "parameters"}, the operation under the API's own name.
Answer: {"id", "output"} or {"id", "error": {"code", "message"}}, in the order in which the calls end.
"""

import json
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import botocore.session
from botocore import xform_name
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

session = botocore.session.Session()
session.set_credentials("physics", "physics")
clients = {}
making = threading.Lock()
writing = threading.Lock()


def client_for(service, endpoint, region):
    key = (service, endpoint, region)
    with making:
        if key not in clients:
            # A refusal is what the rules are about: nothing may be tried again in silence.
            config = Config(retries={"total_max_attempts": 1}, read_timeout=120)
            clients[key] = session.create_client(service, region_name=region, endpoint_url=endpoint, config=config)
        return clients[key]


def answer(request):
    try:
        client = client_for(request["service"], request["endpoint"], request["region"])
        output = getattr(client, xform_name(request["operation"]))(**request["parameters"])
        output.pop("ResponseMetadata", None)
        return {"id": request["id"], "output": output}
    except ClientError as error:
        refusal = error.response["Error"]
        return {"id": request["id"], "error": {"code": refusal["Code"], "message": refusal.get("Message", "")}}
    except (BotoCoreError, AttributeError) as error:
        return {"id": request["id"], "error": {"code": type(error).__name__, "message": str(error)}}


def carry_out(line):
    text = json.dumps(answer(json.loads(line)), default=str)
    with writing:
        print(text, flush=True)


with ThreadPoolExecutor(8) as pool:
    for line in sys.stdin:
        pool.submit(carry_out, line)
