"""The files to run the bot with: valid by their schemas, and true of this bot."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import kubernetes_validate
import pytest
import yaml
from compose_spec import PyCompose

from bot.metrics import Metrics
from bot.settings import Settings
from knowledge.outcomes import Outcome

ROOT = Path(__file__).parents[3]
DEPLOY = ROOT / "bot" / "deploy"
SETTINGS = {name.upper() for name in Settings.model_fields}


def told(name: str) -> str:
    return (DEPLOY / name).read_text(encoding="utf-8")


def documents() -> list[dict[str, Any]]:
    return list(yaml.safe_load_all(told("kubernetes.yml")))


@pytest.mark.parametrize("document", documents(), ids=lambda document: document["kind"])
def test_kubernetes_takes_each_manifest(document: dict[str, Any]) -> None:
    kubernetes_validate.validate(document, "1.30", strict=True)


def test_what_kubernetes_calls_by_name_is_there() -> None:
    by_kind = {document["kind"]: document for document in documents()}
    pod = by_kind["Deployment"]["spec"]["template"]
    [container] = pod["spec"]["containers"]
    assert by_kind["Service"]["spec"]["selector"].items() <= pod["metadata"]["labels"].items()
    assert {mount["name"] for mount in container["volumeMounts"]} == {
        volume["name"] for volume in pod["spec"]["volumes"]
    }
    assert container["securityContext"]["readOnlyRootFilesystem"] is True
    names = {variable["name"] for variable in container["env"]} | {*by_kind["Secret"]["stringData"]}
    assert names <= SETTINGS


def test_compose_is_of_its_form_and_speaks_of_settings_that_are_there() -> None:
    raw = yaml.safe_load(told("compose.yml"))
    assert {*PyCompose.from_yaml(told("compose.yml")).service_names()} == {*raw["services"]}
    bot = raw["services"]["bot"]
    assert {*bot["environment"]} <= SETTINGS
    assert bot["read_only"] is True
    assert bot["deploy"]["replicas"] == 2
    declared = {*raw["volumes"]}
    used = {mount.split(":")[0] for service in raw["services"].values() for mount in service.get("volumes", ())}
    assert declared == {name for name in used if not name.startswith(".")}


def test_the_unit_is_shut_in_and_starts_what_is_there() -> None:
    lines = told("nuancebot.service").splitlines()
    assert {"DynamicUser=yes", "ProtectSystem=strict", "NoNewPrivileges=yes", "CapabilityBoundingSet="} <= {*lines}
    assert any(line.endswith("/.venv/bin/nuancebot run") for line in lines)


def test_dashboard_and_alerts_speak_of_numbers_that_are_counted() -> None:
    metrics = Metrics()
    metrics.outcome(Outcome("answer", "en"))
    metrics.update("message", 0.1)
    metrics.call("sendMessage", "done")
    metrics.held_back("person")
    counted = {
        re.split(r"[{ ]", line)[0] for line in metrics.text("x").decode().splitlines() if not line.startswith("#")
    }
    asked = [target["expr"] for panel in json.loads(told("grafana.json"))["panels"] for target in panel["targets"]]
    rules = yaml.safe_load(told("alerts.yml"))["groups"][0]["rules"]
    asked += [rule["expr"] for rule in rules]
    named = {name for expression in asked for name in re.findall(r"\b(?:nuancebot|process)_\w+", expression)}
    assert named <= counted | {"process_resident_memory_bytes"}
    assert all(rule["annotations"]["what_to_do"] for rule in rules)


def test_the_image_is_built_of_files_that_are_there_and_runs_as_nobody() -> None:
    lines = (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines()
    copied = [
        word for line in lines if line.startswith("COPY ") and "--from" not in line for word in line.split()[1:-1]
    ]
    assert all((ROOT / name).exists() for name in copied)
    assert "USER 10001" in lines


def test_the_health_check_of_the_image_is_a_program(tmp_path: Path) -> None:
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    check = re.search(r"HEALTHCHECK .*? CMD (\[.*\])", text)
    assert check
    program = json.loads(check[1])[2]
    for address, code in (({}, 0), ({"NUANCEBOT_WEB_ADDRESS": "127.0.0.1:1"}, 1)):
        command = [sys.executable, "-c", program]
        done = subprocess.run(command, env=address, cwd=tmp_path, capture_output=True, check=False)  # noqa: S603
        assert done.returncode == code
