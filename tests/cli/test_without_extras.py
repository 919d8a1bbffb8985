"""Without extras the program does all that needs none, and says in a line what is missing."""

import shutil
from pathlib import Path

import pytest
from program import Program, Ran
from support.forked import CAN_FORK, forked

pytest_plugins = ["program_fixtures"]

OF_EXTRAS = (
    "argon2", "authlib", "fastapi", "httpx", "itsdangerous", "mcp", "mcp_types",
    "multipart", "pandas", "prometheus_client", "psycopg", "pyarrow", "pyspark",
    "python_multipart", "spacy", "starlette", "uvicorn",
)  # fmt: skip
OF_DEVELOPMENT = ("_pytest", "babel", "hypothesis", "mypy", "pytest", "ruff", "scipy", "selenium")
SITE = f"""
import sys

class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {set(OF_EXTRAS + OF_DEVELOPMENT)!r}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)

sys.meta_path.insert(0, Missing())
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> str:
    """With which a Python starts that can import nothing of the extras or of development."""
    folder = tmp_path_factory.mktemp("site")
    (folder / "sitecustomize.py").write_text(SITE, "utf-8")
    return f"{folder}:{Path(__file__).parents[2]}"


@pytest.fixture
def bare(sample_home: Path, tmp_path: Path) -> Program:
    """The program on a home that may be written, in a folder with customers."""
    shutil.copytree(sample_home, tmp_path / "home")
    (tmp_path / "crm.csv").write_text("id,name\nC-1,Mahan Air\n", "utf-8")
    # The first and last bytes of a Parquet file.
    (tmp_path / "crm.parquet").write_bytes(b"PAR1" + bytes(40) + b"PAR1")
    return Program(tmp_path / "home", tmp_path)


def ran(bare: Program, site: str, *arguments: str, **environment: str) -> Ran:
    """A run in a fork of a program that started so, where programs can be forked."""
    given = b"a long enough pass phrase\n"
    if not CAN_FORK:
        return bare(*arguments, stdin=given, PYTHONPATH=site, **environment)
    asked = {**bare.environment, **environment, "PYTHONPATH": site}
    status, out, err = forked(arguments, bare.folder, asked, stdin=given, site=site)
    return Ran(status, out.decode(), err.decode())


def test_a_start_of_its_own_does_as_the_forks_do(bare: Program, site: str) -> None:
    started = bare("batch", "crm.csv", "--output", "out.parquet", PYTHONPATH=site)
    assert started == ran(bare, site, "batch", "crm.csv", "--output", "out.parquet")
    assert bare("match", "Rosneft", PYTHONPATH=site).status == 3


@pytest.mark.parametrize(
    ("arguments", "extra"),
    [
        ("serve", "service"),
        ("access person ada", "service"),
        ("access key payments", "service"),
        ("mcp", "mcp"),
        ("batch crm.csv --output out.parquet", "parquet"),
        ("batch crm.parquet --output out.csv", "parquet"),
        ("monitor import crm.parquet", "parquet"),
        ("ownership import crm.parquet", "parquet"),
        ("batch crm.csv --engine spark --output out", "spark"),
    ],
)
def test_a_missing_extra_is_one_line_and_wrong_usage(
    bare: Program, site: str, arguments: str, extra: str
) -> None:
    done = ran(bare, site, *arguments.split())
    assert (done.status, done.out) == (2, ""), done.err
    *notices, line = done.err.splitlines()
    assert f"pip install 'namewarden[{extra}]'" in line
    assert all(notice.startswith("crm.csv: ") for notice in notices)
    assert not list(bare.folder.glob("out*"))


def test_a_database_without_its_driver_is_one_line_and_wrong_usage(
    bare: Program, site: str
) -> None:
    done = ran(bare, site, "lists", NAMEWARDEN_DATABASE="postgresql://x@127.0.0.1:9/x")
    assert done.status == 2
    (line,) = done.err.splitlines()
    assert "pip install 'namewarden[postgres]'" in line


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ("--help", 0),
        ("--version", 0),
        ("lists verify", 0),
        ("match Rosneft", 3),
        ("compare Rosneft Rosnefteprodukt", None),
        ("screen crm.csv --format html", 3),
        ("batch crm.csv --output out.xlsx --record", 3),
        ("monitor import crm.csv", 0),
        ("alerts", 0),
        ("audit export log.xlsx", 0),
        ("ownership list", 0),
        ("lists export", 0),
        ("assess --sample 3 --per-way 2 --ways verbatim --output report", None),
        ("tune --file crm.csv", None),
        ("access list", 0),
    ],
)  # fmt: skip
def test_everything_else_works(
    bare: Program, site: str, arguments: str, status: int | None
) -> None:
    done = ran(bare, site, *arguments.split())
    assert "Traceback" not in done.err
    assert "is not installed" not in done.err
    if status is not None:
        assert done.status == status, done.err
