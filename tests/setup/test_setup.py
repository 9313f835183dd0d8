"""`.ci/setup` among stand-ins for the commands of a machine, so that nothing is installed."""

import os
import shutil
import stat
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="make is for Linux")

SETUP = Path(__file__).parents[2] / ".ci" / "setup"
TOOLS = (
    "cat",
    "dirname",
    "id",
    "mkdir",
    "mktemp",
    "rm",
    "sed",
    "sh",
    "sort",
    "touch",
    "tr",
    "uname",
)
PYTHON = """case "$*" in
    *_base_executable*) echo "$0" ;;
    *version_info*) echo 3.11 ;;
esac"""
LIBRARIES_LACK = (
    """[ -e installed ] || printf '\\tlibGL.so.1 => not found\\n\\tlibEGL.so.1 => not found\\n'"""
)


@dataclass
class Machine:
    """A folder of commands, all that the script finds; each leaves a line in a log."""

    checkout: Path
    commands: Path

    def has(self, name: str, does: str = "") -> None:
        command = self.commands / name
        log = self.checkout / "log"
        command.write_text(f'#!/bin/sh\necho "{name} $*" >>"{log}"\n{does}\n')
        command.chmod(command.stat().st_mode | stat.S_IXUSR)

    def set_up(self, *purpose: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [self.checkout / ".ci" / "setup", *purpose],
            env={"PATH": str(self.commands)},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    def ran(self, name: str) -> list[str]:
        lines = (self.checkout / "log").read_text().splitlines()
        return [line for line in lines if line.startswith(f"{name} ")]


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A machine with Python, uv, and all the libraries."""
    made = Machine(tmp_path / "checkout", tmp_path / "commands")
    (made.checkout / ".ci").mkdir(parents=True)
    made.commands.mkdir()
    shutil.copy(SETUP, made.checkout / ".ci" / "setup")
    for tool in TOOLS:
        path = shutil.which(tool)
        assert path is not None
        (made.commands / tool).symlink_to(path)
    made.has("python3", PYTHON)
    made.has("uv")
    made.has("ldd")
    made.has("apt-get")
    return made


def user(machine: Machine, number: int) -> None:
    (machine.commands / "id").unlink()
    machine.has("id", f"echo {number}")


def test_is_silent_where_all_is_there(machine: Machine) -> None:
    result = machine.set_up()

    assert (result.returncode, result.stderr) == (0, "")
    assert machine.ran("uv")[-1] == "uv sync --frozen --quiet"
    assert not machine.ran("apt-get")


@pytest.mark.parametrize("too_old", [False, True])
def test_names_the_python_it_needs(machine: Machine, too_old: bool) -> None:
    (machine.commands / "python3").unlink()
    if too_old:
        machine.has("python3", "exit 1")

    result = machine.set_up()

    assert result.returncode == 2
    assert len(result.stderr.splitlines()) == 1
    assert "Python 3.11 or newer" in result.stderr
    assert "apt-get install python3" in result.stderr


def test_brings_uv_into_a_folder_of_its_own(machine: Machine) -> None:
    (machine.commands / "uv").unlink()
    fetched = "mkdir -p .uv/bin; printf '#!/bin/sh\\n' >.uv/bin/uv; chmod +x .uv/bin/uv"
    machine.has("chmod", f'{shutil.which("chmod")} "$@"')
    machine.has("python3", PYTHON.replace("esac", f"    *--target*) {fetched} ;;\nesac"))

    result = machine.set_up()

    assert result.returncode == 0, result.stderr
    assert [line for line in machine.ran("python3") if "pip install" in line and ".uv" in line]
    assert (machine.checkout / ".uv" / ".gitignore").read_text() == "*\n"


def test_says_how_to_get_pip(machine: Machine) -> None:
    (machine.commands / "uv").unlink()
    machine.has("python3", PYTHON.replace("esac", "    *pip*) exit 1 ;;\nesac"))

    result = machine.set_up()

    assert result.returncode == 2
    assert result.stderr.splitlines()[-1].endswith("sudo apt-get install python3-pip")


def test_prints_one_line_to_run_for_who_is_not_root(machine: Machine) -> None:
    user(machine, 1000)
    machine.has("ldd", LIBRARIES_LACK)

    result = machine.set_up()

    assert result.returncode == 2
    lines = [line.strip() for line in result.stderr.splitlines() if "sudo" in line]
    assert len(lines) == 1
    assert lines[0].startswith("sudo apt-get update && sudo apt-get install -y")
    assert "libgl1" in lines[0]
    assert "libxcb" not in lines[0]
    assert not machine.ran("apt-get")


@pytest.mark.parametrize("purpose", ["window", "screenless"])
def test_installs_for_root_what_the_purpose_needs(machine: Machine, purpose: str) -> None:
    user(machine, 0)
    machine.has("ldd", LIBRARIES_LACK)
    machine.has("apt-get", '[ "$1" = update ] || touch installed')

    result = machine.set_up(purpose)

    assert result.returncode == 0, result.stderr
    update, install = machine.ran("apt-get")
    assert update == "apt-get update"
    assert "libegl1" in install
    assert ("libxcb-cursor0" in install) == (purpose == "window")


def test_shows_why_an_installation_failed(machine: Machine) -> None:
    user(machine, 0)
    machine.has("ldd", LIBRARIES_LACK)
    machine.has("apt-get", "echo the mirror is away; exit 100")

    result = machine.set_up()

    assert result.returncode == 2
    assert "the mirror is away" in result.stderr


def test_names_what_an_installation_did_not_bring(machine: Machine) -> None:
    user(machine, 0)
    machine.has("ldd", LIBRARIES_LACK)

    result = machine.set_up()

    assert result.returncode == 2
    assert {"libEGL.so.1", "libGL.so.1"} <= set(result.stderr.split())


def test_scripts_are_executable() -> None:
    for name in ("setup", "run", "minimal-root"):
        assert os.access(SETUP.parent / name, os.X_OK)
