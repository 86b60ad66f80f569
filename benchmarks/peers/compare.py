#!/usr/bin/env python3
"""Runs the library and its peers in turn, on the same arrays, and prints the ratios that benchmarks/README.md holds.

    python3 benchmarks/peers/compare.py                    # all bars, full size: hours, and 16 GiB
    python3 benchmarks/peers/compare.py P1 P7              # some of them
    python3 benchmarks/peers/compare.py --scale smoke      # does everything run?
"""

import argparse
import datetime
import importlib.metadata
import os
import platform
import shlex
import signal
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bars", nargs="*", metavar="BAR", help="P1 to P16; all if none is named")
    parser.add_argument("--scale", choices=("full", "small", "smoke"), default="full")
    parser.add_argument("--rounds", type=int, default=5, help="counted rounds of every pair (default 5)")
    parser.add_argument("--warm", type=int, default=2, help="rounds that warm the virtual machine up (default 2)")
    parser.add_argument("--threads", type=int, default=os.cpu_count(), help="of both sides (default: all processors)")
    parser.add_argument("--limit", type=float, default=900, help="seconds after which a bar begins no further round")
    parser.add_argument("--highs-limit", type=float, default=200, help="seconds after which HiGHS is given up (default 200)")
    parser.add_argument("--java", default="java")
    parser.add_argument("--java-options", default="", help="for every virtual machine, such as --java-options=-Xmx8g")
    parser.add_argument("--huge-options", default="-Xmx13700m", help="for the largest economy, of P3 and P4")
    parser.add_argument("--jar", default=os.path.join(HERE, "..", "target", "benchmarks.jar"))
    parser.add_argument("--work", help="folder for the arrays, 1 GB at full size (default: a temporary one)")
    parser.add_argument("--output", help="file to which the rows of the table are appended")
    return parser.parse_args()


def prepare_environment(threads):
    """To be called before NumPy is loaded, which reads these once."""
    # A kernel fixed from outside, for an old OpenBLAS, slows a current one down; left alone it finds its own.
    if int(importlib.metadata.version("numpy").split(".")[0]) >= 2:
        os.environ.pop("OPENBLAS_CORETYPE", None)
        os.environ.pop("OPENBLAS_L2_SIZE", None)
    for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
        os.environ[name] = str(threads)


def processor():
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as lines:
            return next(line.split(":", 1)[1].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor()


def print_versions(options, library):
    import numpy
    import scipy

    import blas

    with library() as machine:
        versions = machine("versions")
    print(f"{datetime.date.today()}; {processor()}, {os.cpu_count()} processors, {options.threads} threads on both sides")
    print(f"{versions['java']}, heap {versions['heapBytes'] / 2**30:.1f} GiB; "
          f"Python {platform.python_version()}, numpy {numpy.__version__}, scipy {scipy.__version__}")
    print(f"BLAS: {blas.description()}", flush=True)


def run(bar, work, setting):
    """Rows of a bar; where it cannot be measured, one that says why."""
    from bars import Row
    from library import LibraryError

    begin = time.perf_counter()
    print(f"\n{bar}: {work.__doc__}", flush=True)
    try:
        rows, failed = work(setting), False
    except (AssertionError, LibraryError, MemoryError, ImportError) as problem:
        print(f"  FAILED: {problem}")
        rows, failed = [Row(bar, work.__doc__, "", [], str(problem))], True
    print(f"  ({time.perf_counter() - begin:.0f} s in all)", flush=True)
    return rows, failed


def main():
    options = arguments()
    # Ended from outside, the script still ends its virtual machines and removes its arrays.
    signal.signal(signal.SIGTERM, lambda *ignored: sys.exit(143))
    prepare_environment(options.threads)
    sys.path.insert(0, HERE)
    import bars
    from library import Library

    chosen = [name.upper() for name in options.bars] or list(bars.ALL)
    unknown = [name for name in chosen if name not in bars.ALL]
    if unknown:
        sys.exit(f"There is no bar {', '.join(unknown)}; there are {', '.join(bars.ALL)}.")

    def start(flags=(), huge=False):
        given = shlex.split(options.java_options) + (shlex.split(options.huge_options) if huge else [])
        return Library(options.java, options.jar, options.threads, [*given, *flags], options.limit)

    print_versions(options, start)
    table, failures = [], 0
    with tempfile.TemporaryDirectory(dir=options.work) as folder:
        setting = bars.Setting(
            options.scale, options.rounds, options.warm, options.threads, options.limit,
            options.highs_limit, folder, start)
        for name in chosen:
            rows, failed = run(name, bars.ALL[name], setting)
            table += rows
            failures += failed
    lines = [row.markdown() for row in table]
    print("\n| Bar | What | Wanted | Measured: median (min–max) | Limit now |\n|---|---|---|---|---|")
    print("\n".join(lines))
    if options.output:
        with open(options.output, "a", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
