"""Results kept on disk under the digest of everything they depend on."""

import contextlib
import hashlib
import json
import os
import tempfile
import time
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import numpy as np
import platformdirs
from numpy.typing import NDArray

DEFAULT_CAP_BYTES: Final = 2_000_000_000
ABANDONED_SECONDS: Final = 3600.0

Arrays = Mapping[str, NDArray[Any]]


def digest(*parts: object) -> str:
    """SHA-256 of parts: arrays by type, shape and bytes, all else as canonical JSON.

    Raises
    ------
    TypeError : a part that is neither
    """
    total = hashlib.sha256()
    for part in parts:
        text = _canonical(part)
        total.update(len(text).to_bytes(8, "little"))
        total.update(text)
    return total.hexdigest()


def _canonical(part: object) -> bytes:
    if isinstance(part, np.ndarray):
        return f"{part.dtype.str}{part.shape}".encode() + np.ascontiguousarray(part).tobytes()
    return json.dumps(part, sort_keys=True, separators=(",", ":")).encode()


def cache_folder() -> Path:
    """Folder of kept results; the environment variable PARTNERLAB_CACHE moves it."""
    return Path(os.environ.get("PARTNERLAB_CACHE") or platformdirs.user_cache_path("partnerlab")) / "results"


@dataclass(frozen=True)
class Cache:
    """Arrays by digest, on disk, shared between processes.

    A file appears whole or not at all (written aside, then renamed), so that no lock is needed: two processes
    that compute the same digest write the same content. What was not read for longest goes first when the
    cap is passed.

    Attributes
    ----------
    folder : of the files
    cap_bytes : size of all files together
    """

    folder: Path = field(default_factory=cache_folder)
    cap_bytes: int = DEFAULT_CAP_BYTES

    def get(self, key: str) -> dict[str, NDArray[Any]] | None:
        """Arrays under a digest; None if they are not there or not readable."""
        path = self._path(key)
        try:
            content = path.read_bytes()
            os.utime(path)
            with np.load(BytesIO(content), allow_pickle=False) as archive:
                return {name: archive[name] for name in archive.files}
        except (OSError, ValueError, EOFError, zipfile.BadZipFile):
            return None

    def put(self, key: str, arrays: Arrays) -> None:
        """Keep arrays under a digest; a disk that is full or closed to us only costs the keeping."""
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            write_whole(self._path(key), _packed(arrays))
            self._trim()

    def _path(self, key: str) -> Path:
        return self.folder / f"{key}.npz"

    def _trim(self) -> None:
        kept = 0
        for path, used_at, size in sorted(self._files(), key=lambda entry: -entry[1]):
            is_abandoned = path.suffix == ".tmp" and used_at < time.time() - ABANDONED_SECONDS
            kept += size
            if is_abandoned or (kept > self.cap_bytes and path.suffix != ".tmp"):
                path.unlink(missing_ok=True)

    def _files(self) -> Iterator[tuple[Path, float, int]]:
        for path in self.folder.iterdir():
            with contextlib.suppress(FileNotFoundError):  # another process may have removed it
                status = path.stat()
                yield path, status.st_mtime, status.st_size


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that readers see it whole or not at all."""
    handle, aside = tempfile.mkstemp(dir=path.parent, suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        Path(aside).replace(path)
    except BaseException:
        Path(aside).unlink(missing_ok=True)
        raise


def _packed(arrays: Arrays) -> bytes:
    buffer = BytesIO()
    np.savez(buffer, allow_pickle=False, **dict(arrays))
    return buffer.getvalue()
