"""Settings: from defaults, file and environment, each checked before anything listens."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from records import UsageError
from service.settings import FILE_VARIABLE, PREFIX, ServiceSettings, read_settings

DOCS = Path(__file__).parents[2] / "docs" / "reference" / "service.md"


def written(folder: Path, text: str) -> dict[str, str]:
    path = folder / "service.toml"
    path.write_text(text, encoding="utf-8")
    return {FILE_VARIABLE: str(path)}


def test_without_anything_the_service_is_this_machines_own_and_asks_who_you_are() -> None:
    found = read_settings({})
    assert (found.host, found.authentication) == ("127.0.0.1", "required")


def test_the_environment_overrides_the_file_and_a_choice_both(tmp_path: Path) -> None:
    environment = written(
        tmp_path, "port = 1\nbody_limit = 5\nlog_names = true\npoll_seconds = 1\n"
    )
    environment |= {PREFIX + "PORT": "2", PREFIX + "BODY_LIMIT": "6"}
    found = read_settings(environment, port=3, host=None)
    assert (found.port, found.body_limit, found.log_names) == (3, 6, True)
    assert found.poll_seconds == 1.0


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("prot = 1", "unknown setting 'prot'"),
        ('port = "80"', "port is '80', int expected"),
        ("port = ", "cannot be read as TOML"),
        ('authentication = "maybe"', "'required' or 'none'"),
        ('host = "0.0.0.0"\nauthentication = "none"', "can be reached from outside"),
    ],
)
def test_a_wrong_setting_is_told_in_one_line(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(UsageError, match=says) as error:
        read_settings(written(tmp_path, text))
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("name", "value", "found"),
    [
        ("TRUSTED_PROXIES", "10.0.0.1, 10.0.0.2", ("10.0.0.1", "10.0.0.2")),
        ("LOG_NAMES", "no", False),
        ("SESSION_HOURS", "0.5", 0.5),
        ("MAX_AGE_DAYS", "3", 3),
        ("PUBLIC_URL", "https://desk.example", "https://desk.example"),
    ],
)
def test_every_type_can_come_from_the_environment(name: str, value: str, found: object) -> None:
    assert getattr(read_settings({PREFIX + name: value}), name.lower()) == found


@pytest.mark.parametrize(("name", "value"), [("PORT", "eighty"), ("LOG_NAMES", "perhaps")])
def test_a_wrong_value_of_the_environment_is_refused(name: str, value: str) -> None:
    with pytest.raises(UsageError, match=f"{PREFIX}{name}: '{value}'"):
        read_settings({PREFIX + name: value})


def test_every_setting_is_documented() -> None:
    text = DOCS.read_text(encoding="utf-8")
    rows = {
        line.split("|")[1].strip(): line for line in text.splitlines() if line.startswith("| `")
    }
    for each in fields(ServiceSettings):
        row = rows[f"`{each.name}`"]
        assert PREFIX + each.name.upper() in row
        assert each.metadata["meaning"] in row


def test_what_is_deployed_knows_only_variables_that_there_are() -> None:
    top = Path(__file__).parents[2]
    files = [*(top / "deploy").iterdir(), top / "docs" / "how-to" / "deploy.md"]
    named = set(re.findall(r"NAMEWARDEN_[A-Z_]+", "".join(each.read_text() for each in files)))
    settings = {PREFIX + each.name.upper() for each in fields(ServiceSettings)}
    assert named <= {*settings, FILE_VARIABLE, "NAMEWARDEN_HOME", "NAMEWARDEN_DATABASE"}
    assert PREFIX + "HOST" in named
