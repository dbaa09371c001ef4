"""Turn plain scalar functions into parts of compiled loops; keep compiled code where it cannot go stale."""

import functools
import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, ParamSpec, TypeVar

import llvmlite
import llvmlite.binding
import numba
import numpy as np
import platformdirs
from numba.core.caching import UserProvidedCacheLocator
from numba.core.compiler import Compiler
from numba.extending import overload, register_jitable

from sim.kernel.block import BLOCK
from sim.kernel.parts import PartOfOthers
from sim.kernel.step import STEPS

P = ParamSpec("P")
R = TypeVar("R")

_numba: Any = numba
_overload: Any = overload
_compiler: Any = Compiler
_locator: Any = UserProvidedCacheLocator
_pointer_kind: Any = numba.types.WrapperAddressProtocol
_settings: Any = numba.config

INTERPRETED: Final = bool(_settings.DISABLE_JIT)
"""True when NUMBA_DISABLE_JIT=1: everything runs as plain Python."""

RULES: Final[dict[str, Callable[..., Any]]] = {}
"""Every rule of the model by its name."""

_SOURCES: Final = Path(__file__).resolve().parent.parent
_COMPILED: Final = (
    "kernel/*.py",
    "rules/*.py",
    "engine/driver.py",
    "engine/layout.py",
    "engine/records.py",
    "engine/calendar.py",
    "engine/common.py",
    "engine/foreseeing.py",
    "engine/house.py",
    "engine/groups/*.py",
    "engine/loops/*.py",
    "population/partners.py",
    "schema/behaviour*.py",
)
"""Files whose text can change compiled code: the loops, what they call, and what lays out their arrays."""
_STRICT: Final = {"error_model": "numpy", "fastmath": False, "_nrt": False}
"""Strict arithmetic; arrays come from outside and are not counted, so compiled code can make none."""
_INLINED: Final = {**_STRICT, "forceinline": True, "pipeline_class": PartOfOthers}


class _ApartInMemory(_compiler):  # type: ignore[misc]
    """Numba's compiler, told that no two arrays among the arguments overlap: loops need no check of it."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.state.flags.noalias = True


class Wherever(_locator):  # type: ignore[misc]
    """Finds compiled code by a file's place in the package, wherever that is: a copy compiles nothing."""

    @classmethod
    def get_suitable_cache_subpath(cls, py_file: str) -> str:
        """Folder inside the cache for the code of a file."""
        file = Path(py_file).resolve()
        if file.is_relative_to(_SOURCES):
            return ".".join(file.relative_to(_SOURCES).parent.parts)
        return str(super().get_suitable_cache_subpath(py_file))


class Pointer(_pointer_kind):  # type: ignore[misc]
    """A function as an argument of compiled code; its address is looked up once, not at every call."""

    def __init__(self, compiled: Any) -> None:
        (found,) = compiled.overloads.values()
        self._compiled, self._type = compiled, found.signature
        self._address = found.library.get_pointer_to_function(found.fndesc.llvm_cfunc_wrapper_name)

    def __wrapper_address__(self) -> int:
        """Address of the function."""
        return int(self._address)

    def signature(self) -> Any:
        """Its numba signature."""
        return self._type


def rule(fn: Callable[P, R]) -> Callable[P, R]:
    """Register a scalar rule of the model; compiled loops inline it, Python callers run it as written.

    Raises
    ------
    ValueError
        If another rule already has this name.
    """
    name = fn.__name__
    if name in RULES:
        raise ValueError(f"two rules are called {name!r}: {RULES[name].__module__} and {fn.__module__}")
    RULES[name] = fn
    return inlined(fn)


def inlined(fn: Callable[P, R]) -> Callable[P, R]:
    """Let compiled loops inline a plain Python function; return the function itself."""
    marked: Callable[P, R] = register_jitable(**_INLINED)(fn)
    return marked


def loop(fn: Callable[P, R]) -> Callable[P, R]:
    """Let a group of loops take in a loop over partners; return the function itself."""
    return inlined(fn)


def primitive(signature: Any) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Make a scalar function give the same bits inside compiled loops (inlined) and from Python (compiled).

    Parameters
    ----------
    signature
        Numba signature of the scalar form, such as ``float64(float64)``; arguments are converted to it.
    """

    def decorate(fn: Callable[P, R]) -> Callable[P, R]:
        return _wrapping_integers(fn) if INTERPRETED else _compiled_on_first_call(fn, signature)

    return decorate


def phase(signature: Any = None) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Compile a loop over partners: strict arithmetic, no interpreter lock, kept on disk.

    Parameters
    ----------
    signature
        Numba signature. With one, the loop is compiled where it is defined; without one, at its first call.
    """
    arguments = () if signature is None else (signature,)
    loop: Callable[[Callable[P, R]], Callable[P, R]]
    loop = _numba.njit(*arguments, cache=True, nogil=True, **_STRICT)
    return loop


def group(signature: Any) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Compile loops that run one after the other into one function, apart from all others; kept on disk.

    Its array arguments must not overlap in memory.

    Parameters
    ----------
    signature
        Numba signature; the group is compiled where it is defined.
    """
    compiled: Callable[[Callable[P, R]], Callable[P, R]]
    compiled = _numba.njit(signature, cache=True, nogil=True, pipeline_class=_ApartInMemory, **_STRICT)
    return compiled


def apart(fn: Callable[P, R]) -> Callable[P, R]:
    """Compile a loop as in a group, at its first call and not kept on disk: to time it or read its code."""
    compiled: Callable[P, R] = _numba.njit(nogil=True, pipeline_class=_ApartInMemory, **_STRICT)(fn)
    return compiled


def _compiled_on_first_call(fn: Callable[P, R], signature: Any) -> Callable[P, R]:
    @functools.cache
    def scalar() -> Callable[P, R]:
        return phase(signature)(fn)

    @functools.wraps(fn)
    def call(*args: P.args, **kwargs: P.kwargs) -> R:
        return scalar()(*args, **kwargs)

    _overload(call, jit_options=_INLINED, strict=False)(lambda *args: fn)
    return call


def _wrapping_integers(fn: Callable[P, R]) -> Callable[P, R]:
    @functools.wraps(fn)
    def call(*args: P.args, **kwargs: P.kwargs) -> R:
        with np.errstate(over="ignore"):
            return fn(*args, **kwargs)

    return call


def cache_directory() -> Path:
    """Directory of the compiled code that belongs to exactly these sources, libraries and this processor."""
    root = os.environ.get("PARTNERLAB_CACHE") or platformdirs.user_cache_path("partnerlab")
    return Path(root) / f"compiled-{_fingerprint()}"


def _fingerprint() -> str:
    digest = hashlib.sha256()
    for part in (*_surroundings(), *_source_texts()):
        digest.update(len(part).to_bytes(8, "little"))
        digest.update(part)
    return digest.hexdigest()[:20]


def _surroundings() -> list[bytes]:
    host = llvmlite.binding
    processor = host.get_host_cpu_name(), host.get_host_cpu_features().flatten()
    options = _settings.CPU_NAME, _settings.CPU_FEATURES, _settings.OPT, sorted(_INLINED.items())
    parts = numba.__version__, llvmlite.__version__, processor, options, BLOCK, STEPS
    return [str(part).encode() for part in parts]


def _source_texts() -> list[bytes]:
    files = {
        file.relative_to(_SOURCES).as_posix(): file for place in _COMPILED for file in _SOURCES.glob(place)
    }
    return [text for name in sorted(files) for text in (name.encode(), files[name].read_bytes())]


_settings.CACHE_DIR = str(cache_directory())
_settings.CACHE_LOCATOR_CLASSES = f"{__name__}.{Wherever.__name__},InTreeCacheLocator,UserWideCacheLocator"
