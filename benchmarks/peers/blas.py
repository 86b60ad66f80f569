"""Which BLAS NumPy runs on: name, kernel and threads. To be called after NumPy is loaded."""

import ctypes
import re


def description():
    try:
        import threadpoolctl

        found = [
            f"{pool.get('internal_api')} {pool.get('version')}, kernel {pool.get('architecture', '?')}, "
            f"{pool.get('num_threads')} threads"
            for pool in threadpoolctl.threadpool_info()
            if pool.get("user_api") == "blas"
        ]
        if found:
            return "; ".join(found)
    except ImportError:
        pass
    paths = _loaded()
    # Modules that link to it answer for it as well, so each answer is told once.
    kernels = sorted(set(filter(None, map(_openblas, paths))))
    return "; ".join(kernels) or f"not OpenBLAS, or one that does not tell: {', '.join(paths) or 'nothing loaded'}"


def _loaded():
    with open("/proc/self/maps", encoding="utf-8") as maps:
        paths = {line.split(maxsplit=5)[5].strip() for line in maps if len(line.split()) > 5}
    return sorted(path for path in paths if re.search(r"blas", path.rsplit("/", 1)[-1]) and ".so" in path)


def _openblas(path):
    library = ctypes.CDLL(path)
    for prefix in ("", "scipy_"):
        for suffix in ("", "64_", "_64"):
            try:
                kernel = getattr(library, f"{prefix}openblas_get_corename{suffix}")
                threads = getattr(library, f"{prefix}openblas_get_num_threads{suffix}")
            except AttributeError:
                continue
            kernel.restype = ctypes.c_char_p
            return f"OpenBLAS, kernel {kernel().decode()}, {threads()} threads"
    return None
