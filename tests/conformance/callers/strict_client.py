"""Calls AWS as botocore does, and checks every answer against botocore's model.

One JSON request a line on stdin, one JSON answer a line on stdout. botocore's parsers skip what they do not know, so that
unknown members are looked for in the raw body; types and required members are checked by botocore's own validator.
"""

import base64
import datetime
import io
import json
import sys
import xml.etree.ElementTree as ElementTree

import botocore
import botocore.parsers
import botocore.session
import botocore.validate
from botocore import xform_name
from botocore.config import Config
from botocore.exceptions import ClientError, WaiterError

session = botocore.session.Session()
clients = {}
bodies = {}
complaints = []


def client_of(request):
    key = (request["endpoint"], request["region"], request["service"])
    if key not in clients:
        client = session.create_client(
            request["service"],
            region_name=request["region"],
            endpoint_url=request["endpoint"],
            aws_access_key_id="emulator",
            aws_secret_access_key="emulator",
            config=Config(retries={"total_max_attempts": 1}, read_timeout=60, parameter_validation=True),
        )
        client.meta.events.register("before-parse.*.*", keep_body)
        # First, since handlers of botocore's own turn some texts into objects.
        client.meta.events.register_first("after-call.*.*", check_answer)
        clients[key] = client
    return clients[key]


def keep_body(operation_model, response_dict, **_):
    bodies[operation_model.name] = response_dict["body"]


def check_answer(model, http_response, parsed, **_):
    if http_response.status_code >= 300 or model.output_shape is None:
        return
    complaints.extend(violations(model, parsed, bodies[model.name], model.service_model.resolved_protocol))


def parse(request):
    """Reads an answer that nobody sent."""
    model = session.get_service_model(request["service"])
    operation = model.operation_model(request["operation"])
    body = base64.b64decode(request["body"])
    response = {
        "status_code": request["status"],
        "headers": request["headers"],
        "body": body,
        "context": {"operation_name": operation.name},
    }
    parsed = botocore.parsers.create_parser(request["protocol"]).parse(response, operation.output_shape)
    if request["status"] >= 300:
        return refusal_in(parsed)
    if operation.output_shape is not None:
        complaints.extend(violations(operation, parsed, body, request["protocol"]))
    return {"output": without_metadata(parsed)}


def without_metadata(parsed):
    return plain({key: value for key, value in parsed.items() if key != "ResponseMetadata"})


def violations(operation, parsed, body, protocol):
    output = {key: value for key, value in parsed.items() if key != "ResponseMetadata"}
    report = botocore.validate.ParamValidator().validate(output, operation.output_shape)
    if report.has_errors():
        yield from report.generate_report().split("\n")
    yield from unknown_members(operation.output_shape, body, protocol)


def plain(value):
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, datetime.datetime):
        utc = value.astimezone(datetime.timezone.utc)
        return utc.strftime("%Y-%m-%dT%H:%M:%S.") + f"{utc.microsecond // 1000:03d}Z"
    if isinstance(value, (bytes, bytearray)):
        return base64.b64encode(value).decode()
    return value


def unknown_in_value(shape, value, path):
    """Members of a JSON or CBOR body that the shape lacks."""
    if shape.type_name == "structure" and isinstance(value, dict):
        members = {member.serialization.get("name", name): member for name, member in shape.members.items()}
        for name, item in value.items():
            if name in members:
                yield from unknown_in_value(members[name], item, f"{path}.{name}")
            else:
                yield f"{path}.{name} is in no model"
    elif shape.type_name == "list" and isinstance(value, list):
        for item in value:
            yield from unknown_in_value(shape.member, item, f"{path}[]")
    elif shape.type_name == "map" and isinstance(value, dict):
        for item in value.values():
            yield from unknown_in_value(shape.value, item, f"{path}.*")


def unknown_in_element(shape, element, path):
    """Elements of an XML body that the shape lacks."""
    if shape.type_name == "structure":
        members = {element_name(name, member): member for name, member in shape.members.items()}
        for child in element:
            name = child.tag.split("}")[-1]
            if name not in members:
                yield f"{path}.{name} is in no model"
                continue
            member = members[name]
            if member.type_name == "list" and member.serialization.get("flattened"):
                member = member.member
            yield from unknown_in_element(member, child, f"{path}.{name}")
    elif shape.type_name == "list":
        wanted = shape.member.serialization.get("name", "member")
        for child in element:
            name = child.tag.split("}")[-1]
            if name == wanted:
                yield from unknown_in_element(shape.member, child, f"{path}[]")
            else:
                yield f"{path}[] is called {name}, not {wanted}"


def element_name(name, member):
    if member.type_name == "list" and member.serialization.get("flattened"):
        return member.member.serialization.get("name", member.serialization.get("name", name))
    return member.serialization.get("name", name)


def unknown_members(shape, body, protocol):
    if not body:
        return
    if protocol == "json":
        yield from unknown_in_value(shape, json.loads(body), "$")
    elif protocol == "smithy-rpc-v2-cbor":
        parser = botocore.parsers.RpcV2CBORParser()
        yield from unknown_in_value(shape, parser.parse_data_item(io.BufferedReader(io.BytesIO(body))), "$")
    elif protocol == "query":
        root = ElementTree.fromstring(body)
        wrapper = shape.serialization.get("resultWrapper")
        for child in root:
            if child.tag.split("}")[-1] == wrapper:
                yield from unknown_in_element(shape, child, "$")
    elif protocol == "ec2":
        root = ElementTree.fromstring(body)
        for child in list(root):
            if child.tag.split("}")[-1] == "requestId":
                root.remove(child)
        yield from unknown_in_element(shape, root, "$")


def refusal_in(parsed):
    return {
        "error": {
            "code": parsed["Error"].get("Code", ""),
            "message": parsed["Error"].get("Message", ""),
            "status": parsed.get("ResponseMetadata", {}).get("HTTPStatusCode", 0),
        }
    }


def call(request):
    output = getattr(client_of(request), xform_name(request["operation"]))(**request["input"])
    return {"output": without_metadata(output)}


def wait(request):
    waiter = client_of(request).get_waiter(request["waiter"])
    try:
        waiter.wait(**request["input"], WaiterConfig={"Delay": 0.1, "MaxAttempts": 300})
    except WaiterError as error:
        complaints.append(str(error))
    return {"output": {}}


def paginate(request):
    client = client_of(request)
    name = xform_name(request["operation"])
    paginator = client.get_paginator(name)
    pages = paginator.paginate(**request["input"], PaginationConfig={"PageSize": request["pageSize"]})
    paged = plain(pages.build_full_result())
    whole = plain(paginator.paginate(**request["input"]).build_full_result())
    for expression in paginator.result_keys:
        in_pages, at_once = expression.search(paged) or [], expression.search(whole) or []
        if in_pages != at_once:
            complaints.append(f"{expression.expression}: {len(in_pages)} in pages, {len(at_once)} at once")
        elif len(in_pages) <= request["pageSize"]:
            complaints.append(f"{expression.expression}: {len(in_pages)} make no second page")
    return {"output": whole}


def version(_):
    return {"output": {"version": botocore.__version__}}


DEEDS = {"call": call, "wait": wait, "paginate": paginate, "parse": parse, "version": version}

for line in sys.stdin:
    request = json.loads(line)
    complaints.clear()
    try:
        answer = DEEDS[request["do"]](request)
    except ClientError as error:
        answer = refusal_in(error.response)
    except Exception as error:  # What botocore cannot send or read is what it has to say.
        complaints.append(f"{type(error).__name__}: {error}")
        answer = {"output": {}}
    print(json.dumps({"id": request["id"], "complaints": sorted(set(complaints)), **answer}), flush=True)
