"""What every test can ask for, and what no test may do."""

from __future__ import annotations

import gc
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parents[1]

# Keep the tests compiled, also where the environment says not to: to rewrite them again takes longer than to run many.
sys.dont_write_bytecode = False

settings.register_profile(
    "full", max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
settings.register_profile("quick", settings.get_profile("full"), max_examples=12)
settings.register_profile("thorough", max_examples=1000, deadline=None)


def pytest_configure(config: pytest.Config) -> None:
    """Try a few examples of each law in the fast lane; the slow lane runs every law again, in full."""
    is_quick = "not slow" in config.getoption("markexpr")
    settings.load_profile(os.environ.get("PSOH_HYPOTHESIS", "quick" if is_quick else "full"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write the golden files anew; read the diff before you commit",
    )


def pytest_collection_finish() -> None:
    """Leave what stays until the end, ten thousand tests, out of every search for garbage."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Tell whether golden files are to be written instead of compared."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session", autouse=True)
def _no_network() -> Iterator[None]:
    """Refuse every connection that leaves this process, except over a Unix socket."""
    connect = socket.socket.connect

    def refuse(*arguments: Any, **named: Any) -> NoReturn:
        raise AssertionError(f"a test tried to use the network: {arguments}")

    def connect_locally(self: socket.socket, address: Any) -> None:
        if self.family is not getattr(socket, "AF_UNIX", None):
            refuse(address)
        connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", connect_locally)
        patch.setattr(socket.socket, "connect_ex", refuse)
        patch.setattr(socket, "getaddrinfo", refuse)
        yield


@pytest.fixture(scope="session", autouse=True)
def _outside_a_ci() -> Iterator[None]:
    """Let psoh act as on a desk, also where a CI runs these tests: it says more there, and adds to a summary."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("CI", "GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
            patch.delenv(name, raising=False)
        yield


@pytest.fixture
def root() -> Path:
    """Give the folder of the checkout."""
    return ROOT


def shared_folder() -> Path | None:
    """Find the folder with the checkers and the reference material, which is not part of this repository."""
    folder = Path(os.environ.get("PSOH_SHARED") or ROOT.parent / "shared").resolve()
    return folder if folder.is_dir() else None


def missing(reason: str) -> NoReturn:
    """Skip with a reason; fail where PSOH_CONFORMANCE=required says that nothing may be missing."""
    if os.environ.get("PSOH_CONFORMANCE") == "required":
        pytest.fail(f"required, and missing: {reason}", pytrace=False)
    pytest.skip(reason)


@pytest.fixture
def shared() -> Path:
    """Give the folder with reference material, or skip."""
    folder = shared_folder()
    return folder if folder is not None else missing("no folder 'shared' beside the checkout (PSOH_SHARED)")


_JAVA = ("Java", ("JAVA_HOME",), ("java",))
_CHROMIUM = (
    "Chromium",
    ("CHROMIUM",),
    ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
)
_NEEDS = {
    "pdfua-check": (_JAVA,),
    "html-check": (_JAVA, ("npm, or VNU_JAR", ("VNU_JAR",), ("npm",))),
    "axe-check": (_CHROMIUM, ("npm, or AXE_CORE_JS", ("AXE_CORE_JS",), ("npm",))),
}


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Give the one browser of all tests: two at a time cannot be driven from one process."""
    program = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _CHROMIUM[2])), None)
    if program is None:
        missing("these tests need Chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-gpu", "--force-color-profile=srgb"]
        )
        yield browser
        browser.close()


Checker = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def conformance_tool() -> Callable[[str], Checker]:
    """Give a function that finds a checker by name; call what it returns with the checker's arguments.

    A finding is exit 1 and left to the test to judge. Exit 2, no verdict, always fails the test.
    """
    return _find_checker


def _find_checker(name: str) -> Checker:
    folder = shared_folder()
    tool = None if folder is None else folder / "tools" / name
    if tool is None or not tool.is_file():
        missing(f"the checker {name} is not here (PSOH_SHARED)")
    for need, variables, programs in _NEEDS.get(name, ()):
        if not any(os.environ.get(variable) for variable in variables) and not any(
            map(shutil.which, programs)
        ):
            missing(f"{name} needs {need}")

    def check(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [sys.executable, str(tool), *map(str, arguments)],
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=280,
            check=False,
        )
        if done.returncode not in {0, 1}:
            pytest.fail(f"{name} gave no verdict (exit {done.returncode}):\n{done.stderr}", pytrace=False)
        return done

    return check
