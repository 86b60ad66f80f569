"""The bars: what is measured against what. Each takes a Setting and gives Rows."""

import dataclasses
import os
import statistics
import time

import numpy
import scipy.sparse
import scipy.sparse.linalg

TOLERANCE = 1e-10

SIZES = {
    "full": {"huge": "P1e7", "large": "P1e6", "middle": "P1e5", "dense": "D9800", "inverse": "D4000", "csv": "P200000",
             "demands": 64, "industries": 200, "stressors": 50, "limits": ("P2000", 20), "more limits": ("P10000", 50)},
    "small": {"huge": "P300000", "large": "P1e5", "middle": "P20000", "dense": "D2000", "inverse": "D1000",
              "csv": "P20000", "demands": 16, "industries": 60, "stressors": 10, "limits": ("P1000", 20), "more limits": ("P2000", 50)},
    "smoke": {"huge": "P3000", "large": "P2000", "middle": "P1000", "dense": "D120", "inverse": "D80", "csv": "P500",
              "demands": 4, "industries": 40, "stressors": 3, "limits": ("P200", 5), "more limits": ("P300", 5)},
}


@dataclasses.dataclass
class Row:
    """A line of the table of results."""

    bar: str
    what: str
    wanted: str
    ratios: list
    note: str = ""

    def ratio(self):
        if not self.ratios:
            return "–"
        middle = statistics.median(self.ratios)
        return f"{middle:.3g} ({min(self.ratios):.3g}–{max(self.ratios):.3g})"

    def markdown(self):
        return f"| {self.bar} | {self.what} | {self.wanted} | {self.ratio()} | – |"


class Setting:
    """Sizes, rounds, and how to start the library."""

    def __init__(self, scale, rounds, warm, threads, limit, highs_limit, folder, start):
        self.sizes = SIZES[scale]
        self.name = {size: pretty(name) for size, name in self.sizes.items() if isinstance(name, str)}
        self.rounds = rounds
        self.warm = warm
        self.threads = threads
        self.limit = limit
        self.highs_limit = highs_limit
        self.folder = folder
        self.start = start

    def path(self, name):
        return os.path.join(self.folder, name)

    def take_turns(self, library, peers=None):
        """Runs all work in turn, round by round, and gives the seconds of each by name.

        The library's is run `warm` times before anything counts, a peer's once. When the time limit is reached no
        further round is begun; one round is always finished.
        """
        peers = peers or {}
        begin = time.perf_counter()
        for work in library.values():
            for _ in range(self.warm):
                work()
        for work in peers.values():
            work()
        seconds = {name: [] for name in (*peers, *library)}
        for count in range(self.rounds):
            if count > 0 and time.perf_counter() - begin > self.limit:
                print(f"  time limit: {count} of {self.rounds} rounds")
                break
            for name, work in (*peers.items(), *library.items()):
                seconds[name].append(work())
        for name, all_seconds in seconds.items():
            print(f"  {name}: {statistics.median(all_seconds):.4g} s ({min(all_seconds):.4g}–{max(all_seconds):.4g})")
        return seconds


def pretty(name):
    """P1e6 is P(10⁶, 50), as in the README."""
    if name.startswith("P"):
        exact = float(name[1:])
        power = round(numpy.log10(exact))
        count = f"10{'⁰¹²³⁴⁵⁶⁷⁸⁹'[power]}" if exact == 10.0**power else f"{exact:,.0f}"
        return f"P({count}, 50)"
    return f"D({float(name[1:]):,.0f})"


def ratios(above, below):
    return [a / b for a, b in zip(above, below)]


def clocked(work):
    def timed():
        begin = time.perf_counter()
        work()
        return time.perf_counter() - begin

    return timed


def said(library, *words):
    """The library's own time for a command; starting and answering are not in it."""
    return lambda: library(*words)["seconds"]


def economy(setting, library, size):
    """Generates the economy on the library's side and reads the very same arrays on this one."""
    made = library("generate", setting.sizes[size], 1)
    library("write", setting.folder)
    n = made["n"]
    a = scipy.sparse.csc_matrix(
        (
            numpy.fromfile(setting.path("value.f64"), "<f8"),
            numpy.fromfile(setting.path("row.i32"), "<i4"),
            numpy.fromfile(setting.path("start.i32"), "<i4"),
        ),
        shape=(n, n),
    )
    return a, numpy.fromfile(setting.path("demand.f64"), "<f8"), numpy.fromfile(setting.path("labour.f64"), "<f8")


def residual(a, x, b):
    return numpy.abs(b - (x - a @ x)).sum() / numpy.abs(b).sum()


def require_residual(what, value, wanted=TOLERANCE):
    print(f"  relative residual of {what}, recomputed: {value:.2g}")
    if not value <= wanted:
        raise AssertionError(f"{what}: relative residual {value:.3g}, {wanted:.0e} wanted")


def fastest_operator(a):
    """I − A in the form with the fastest product, so that the peer has its best; conversions are not timed."""
    n = a.shape[0]
    candidates = {
        "I − A by columns": scipy.sparse.identity(n, format="csc") - a,
        "I − A by rows": (scipy.sparse.identity(n, format="csc") - a).tocsr(),
    }
    x = numpy.ones(n)
    seconds = {}
    for name, m in candidates.items():
        m @ x
        seconds[name] = min(clocked(lambda m=m: m @ x)() for _ in range(3))
        print(f"  scipy, one product with {name}: {seconds[name]:.3g} s")
    return candidates[min(seconds, key=seconds.get)]


def bicgstab(m, d, rtol):
    if "rtol" in scipy.sparse.linalg.bicgstab.__code__.co_varnames:
        return scipy.sparse.linalg.bicgstab(m, d, rtol=rtol, atol=0)[0]
    return scipy.sparse.linalg.bicgstab(m, d, tol=rtol, atol=0)[0]


def loosest(a, m, d):
    """SciPy stops by the 2-norm: the loosest tolerance of it that meets the wanted residual in the 1-norm."""
    for rtol in (3e-9, 1e-9, 3e-10, 1e-10, 3e-11, 1e-11, 1e-12, 1e-13):
        if residual(a, bicgstab(m, d, rtol), d) <= TOLERANCE:
            return rtol
    raise AssertionError("scipy's bicgstab did not reach the residual at any tolerance")


def p1(setting):
    """One plan against SciPy's BiCGSTAB, to the same residual."""
    with setting.start() as library:
        a, d, _ = economy(setting, library, "large")
        m = fastest_operator(a)
        rtol = loosest(a, m, d)
        print(f"  scipy's rtol for a 1-norm residual of {TOLERANCE:.0e}: {rtol:.0e}; its products run on one thread")
        require_residual("scipy", residual(a, bicgstab(m, d, rtol), d))
        x = setting.path("x.f64")
        for turn in ("first", "next"):
            print("  " + library("plan", turn, "NONE", TOLERANCE, x)["report"])
            require_residual(f"the library, {turn} plan", residual(a, numpy.fromfile(x, "<f8"), d))
        seconds = setting.take_turns(
            {
                "library, first plan": said(library, "plan", "first", "NONE", TOLERANCE),
                "library, next plan": said(library, "plan", "next", "NONE", TOLERANCE),
            },
            {"scipy": clocked(lambda: bicgstab(m, d, rtol))},
        )
    what = f"one plan, {setting.name['large']}: scipy's bicgstab / "
    return [
        Row("P1", what + f"{turn} plan, {state}", wanted, ratios(seconds["scipy"], seconds[f"library, {turn} plan"]))
        for turn, state, wanted in (("first", "from coefficients", "≥ 3, then 6"), ("next", "prepared", ""))
    ]


def p2(setting):
    """A plan with its certificate against one without."""
    rows = []
    with setting.start() as library:
        library("generate", setting.sizes["large"], 1)
        for turn in ("first", "next"):
            seconds = setting.take_turns(
                {
                    f"{turn} plan, {certification}": said(library, "plan", turn, certification, TOLERANCE)
                    for certification in ("NONE", "FIRST", "SHARP")
                }
            )
            for certification in ("SHARP", "FIRST"):
                rows.append(
                    Row(
                        "P2",
                        f"{turn} plan, {setting.name['large']}: {certification} bounds / none",
                        "≤ 2.2, then 1.5" if certification == "SHARP" else "",
                        ratios(seconds[f"{turn} plan, {certification}"], seconds[f"{turn} plan, NONE"]),
                    )
                )
        if not library("plan", "next", "SHARP", TOLERANCE)["certified"]:
            raise AssertionError("the plan has no certificate")
    return rows


def p3(setting):
    """The largest economy in a virtual machine of its own: peak memory of the process, and the time of each phase."""
    with setting.start(huge=True) as library:
        made = library("generate", setting.sizes["huge"], 1)
        print(f"  {made['entries']} coefficients, drawn in {made['seconds']:.1f} s; "
              f"peak then {gib(library('memory')['peakBytes'])}")
        for turn in ("first", "next"):
            plan = library("plan", turn, "SHARP", TOLERANCE)
            print(f"  {turn} certified plan: {plan['seconds']:.1f} s\n    {plan['report']}")
            if not plan["certified"] or not plan["residual"] <= TOLERANCE:
                raise AssertionError("the plan has no certificate, or misses the residual")
        memory = library("memory")
    note = f"peak {gib(memory['peakBytes'])}, of which the coefficients {gib(12 * made['entries'])}"
    print("  " + note)
    peak = (memory["peakBytes"] or 0) / 2**30
    return [Row("P3", f"certified plan, {setting.name['huge']}: peak memory in GiB", "≤ 14, then 9", [peak], note)]


def gib(count):
    return "unknown" if count is None else f"{count / 2**30:.2f} GiB"


def p4(setting):
    """How the time per coefficient grows with the economy; the three virtual machines take turns."""
    with setting.start() as middle, setting.start() as large, setting.start(huge=True) as huge:
        machines = {"middle": middle, "large": large, "huge": huge}
        each = {size: machine("generate", setting.sizes[size], 1)["entries"] for size, machine in machines.items()}
        works = {
            size: (lambda m=machine, size=size: m("plan", "first", "NONE", TOLERANCE)["seconds"] / each[size])
            for size, machine in machines.items()
        }
        seconds = setting.take_turns(works)
    return [
        Row(
            "P4",
            f"time per coefficient of a first plan: {setting.name[size]} / {setting.name['middle']}",
            "≤ 2, then 1.3" if size == "huge" else "",
            ratios(seconds[size], seconds["middle"]),
        )
        for size in ("large", "huge")
    ]


def p5(setting):
    """One pass over the coefficients against the read bandwidth of the same virtual machine."""
    shares = []
    with setting.start() as library:
        entries = library("generate", setting.sizes["large"], 1)["entries"]
        library("bandwidth")
        for _ in range(setting.rounds):
            bandwidth = library("bandwidth")
            one_pass = bandwidth["passSeconds"]
            shares.append(12 * entries / one_pass / bandwidth["bytesPerSecond"])
            print(f"  read bandwidth {bandwidth['bytesPerSecond'] / 1e9:.1f} GB/s, one pass {one_pass:.4f} s, "
                  f"{12 * entries / one_pass / 1e9:.1f} GB/s")
    return [Row("P5", f"{setting.name['large']}: bandwidth of one pass / read bandwidth", "≥ 0.5, then 0.8", shares)]


def p6(setting):
    """Many demands in one call against one at a time."""
    count = setting.sizes["demands"]
    with setting.start() as library:
        library("generate", setting.sizes["middle"], 1)
        seconds = setting.take_turns(
            {how: said(library, "demands", how, count, TOLERANCE) for how in ("single", "together")}
        )
    what = f"{count} demands, {setting.name['middle']}: one at a time / together"
    return [Row("P6", what, "≥ 4, then 8", ratios(seconds["single"], seconds["together"]))]


def dense_system(a):
    system = -a.toarray()
    system[numpy.diag_indices_from(system)] += 1
    return system


def p7(setting):
    """One plan of a dense economy against numpy.linalg.solve."""
    with setting.start() as library:
        a, d, _ = economy(setting, library, "dense")
        system = dense_system(a)
        x = setting.path("x.f64")
        library("plan", "first", "NONE", TOLERANCE, x)
        require_residual("the library", residual(a, numpy.fromfile(x, "<f8"), d))
        require_residual("numpy", residual(a, numpy.linalg.solve(system, d), d))
        seconds = setting.take_turns(
            {"library, first plan": said(library, "plan", "first", "NONE", TOLERANCE)},
            {"numpy": clocked(lambda: numpy.linalg.solve(system, d))},
        )
    what = f"one plan, {setting.name['dense']}: numpy.linalg.solve / first plan"
    return [Row("P7", what, "≥ 10, then 30", ratios(seconds["numpy"], seconds["library, first plan"]))]


def p8(setting):
    """Multipliers of several stressors against the inverse and a product."""
    count = setting.sizes["stressors"]
    with setting.start() as library:
        a, _, _ = economy(setting, library, "dense")
        system = dense_system(a)
        command = ("multipliers", "first", count, TOLERANCE, setting.folder)
        library(*command)
        n = a.shape[0]
        stressors = numpy.fromfile(setting.path("stressors.f64"), "<f8").reshape(count, n)
        multipliers = numpy.fromfile(setting.path("multipliers.f64"), "<f8").reshape(count, n)
        worst = max(residual(a.T, multipliers[k], stressors[k]) for k in range(count))
        require_residual("the library, worst stressor", worst)
        seconds = setting.take_turns(
            {"library": said(library, *command)},
            {"numpy": clocked(lambda: stressors @ numpy.linalg.inv(system))},
        )
    what = (f"multipliers of {count} stressors, {setting.name['dense']}: "
            "numpy.linalg.inv and product / library, from coefficients")
    return [Row("P8", what, "≥ 3, then 10", ratios(seconds["numpy"], seconds["library"]))]


def p9(setting):
    """The Leontief inverse against numpy.linalg.inv, without and with the Vector API."""
    rows = []
    vector = ("--add-modules", "jdk.incubator.vector")
    for flags, name, wanted in (((), "no flags", "≤ 4, then 1"), (vector, "Vector API", "≤ 2, then 1")):
        with setting.start(flags) as library:
            a, _, _ = economy(setting, library, "inverse")
            system = dense_system(a)
            note = ""
            seconds = {"library": [], "numpy": []}
            if library("inverse")["available"]:
                seconds = setting.take_turns(
                    {"library": said(library, "inverse")},
                    {"numpy": clocked(lambda system=system: numpy.linalg.inv(system))},
                )
            else:
                note = "not available: LeontiefSystem has no inverse(SolveOptions) yet"
                print("  " + note)
        what = f"the inverse, {setting.name['inverse']}, {name}: library / numpy.linalg.inv"
        rows.append(Row("P9", what, wanted, ratios(seconds["library"], seconds["numpy"]), note))
    return rows


def p10(setting):
    """Reading a long-form CSV into A against pandas.read_csv of the same file."""
    try:
        import pandas
    except ImportError:
        print("  not available: there is no pandas in this interpreter")
        return [Row("P10", "long-form CSV: pandas.read_csv / reading into A", "≥ 2, then 5", [])]
    file = setting.path("a.csv")
    with setting.start() as library:
        entries = library("generate", setting.sizes["csv"], 1)["entries"]
        library("csv", "write", file)
        print(f"  {entries} coefficients, {os.path.getsize(file) / 1e6:.0f} MB, read from the page cache; "
              f"pandas {pandas.__version__}")
        if library("csv", "read", file)["entries"] != entries:
            raise AssertionError("the file does not hold the coefficients that were written")
        seconds = setting.take_turns(
            {"library": said(library, "csv", "read", file)}, {"pandas": clocked(lambda: pandas.read_csv(file))}
        )
    os.remove(file)
    what = f"long-form CSV of {entries:.1e} coefficients: pandas.read_csv / reading into A"
    return [Row("P10", what, "≥ 2, then 5", ratios(seconds["pandas"], seconds["library"]))]


def p11(setting):
    """Labour values against a plan, from the same stored matrix."""
    rows = []
    with setting.start() as library:
        a, _, labour = economy(setting, library, "large")
        y = setting.path("y.f64")
        library("labour", "first", "NONE", TOLERANCE, y)
        require_residual("labour values", residual(a.T, numpy.fromfile(y, "<f8"), labour))
        for turn, wanted in (("first", "≤ 1.5, then 1"), ("next", "")):
            works = {}
            for kind in ("plan", "labour"):
                works[f"{turn} {kind}"] = said(library, kind, turn, "NONE", TOLERANCE)
            seconds = setting.take_turns(works)
            what = f"{turn} labour values / {turn} plan, {setting.name['large']}"
            rows.append(Row("P11", what, wanted, ratios(seconds[f"{turn} labour"], seconds[f"{turn} plan"])))
    return rows


GAP = 1e-6
ROUGH_GAP = 1e-2

def posed(setting, library, name, resources):
    """The planning problem as HiGHS gets it: outputs and the deliveries that can vary, all sparse; its least deliveries."""
    library("pose", name, resources, "limited", 1)
    library("poseWrite", setting.folder)
    d = numpy.fromfile(setting.path("demand.f64"), "<f8")
    n = len(d)
    a = scipy.sparse.csc_matrix(
        (
            numpy.fromfile(setting.path("value.f64"), "<f8"),
            numpy.fromfile(setting.path("row.i32"), "<i4"),
            numpy.fromfile(setting.path("start.i32"), "<i4"),
        ),
        shape=(n, n),
    )
    varying = numpy.flatnonzero(d)
    deliveries = scipy.sparse.identity(n, format="csc")[:, varying]
    use = scipy.sparse.csc_matrix(numpy.fromfile(setting.path("resources.f64"), "<f8").reshape(resources, n))
    worth = numpy.fromfile(setting.path("worth.f64"), "<f8")[varying]
    limits = numpy.fromfile(setting.path("limits.f64"), "<f8")
    upper = numpy.concatenate([limits, 2 * d[varying]])
    lower = numpy.concatenate([numpy.zeros(n), 0.5 * d[varying]])
    return {
        "c": numpy.concatenate([numpy.zeros(n), -worth]),
        "A_eq": scipy.sparse.hstack([scipy.sparse.identity(n, format="csc") - a, -deliveries], format="csc"),
        "b_eq": numpy.zeros(n),
        "A_ub": scipy.sparse.hstack([use, scipy.sparse.csc_matrix((resources, len(varying)))], format="csc"),
        "b_ub": numpy.fromfile(setting.path("available.f64"), "<f8"),
        "bounds": numpy.column_stack([lower, upper]),
    }


def against_highs(bar, setting, size):
    """The best plan with its proof against HiGHS; where HiGHS does not finish, the ratio is what it is at least."""
    import scipy.optimize

    name, resources = setting.sizes[size]
    rows = []
    with setting.start() as library:
        problem = posed(setting, library, name, resources)
        found = library("best", "REDUCED_FORM", GAP)
        print(f"  {found['report']}\n  relative gap {found['gap']:.2g}, limits kept to {found['violation']:.2g}")
        if found["status"] != "OPTIMAL":
            raise AssertionError(f"the library's plan is {found['status']}, its gap {found['gap']:.2g}")
        ours = said(library, "best", "REDUCED_FORM", GAP)
        for method, pretty_name in (("highs-ds", "HiGHS dual simplex"), ("highs-ipm", "HiGHS interior point")):
            ended = {}

            def peer(method=method, ended=ended):
                ended["last"] = scipy.optimize.linprog(
                    **problem, method=method, options={"time_limit": setting.highs_limit, "presolve": True}
                )

            seconds = {"library": [], "peer": []}
            for _ in range(setting.warm):
                ours()
            begin = time.perf_counter()
            for count in range(setting.rounds):
                if count > 0 and time.perf_counter() - begin > setting.limit:
                    break
                seconds["peer"].append(clocked(peer)())
                seconds["library"].append(ours())
            finished = ended["last"].status == 0
            if finished:
                best = -ended["last"].fun
                if abs(best - found["objective"]) > 2 * GAP * abs(best):
                    raise AssertionError(f"{pretty_name} finds {best:.10g}, the library {found['objective']:.10g}")
            print(f"  {pretty_name}: {statistics.median(seconds['peer']):.4g} s{'' if finished else ', not finished'}; "
                  f"library {statistics.median(seconds['library']):.4g} s")
            what = f"best plan to a proven gap of 10⁻⁶, {pretty(name)}, {resources} resources, outputs limited: {pretty_name} / "
            rows.append(Row(bar, what + "library", "≥ 5", ratios(seconds["peer"], seconds["library"]),
                            "" if finished else f"not finished in {setting.highs_limit:.0f} s, so at least this"))
    return rows


def p12(setting):
    """The best plan under many binding limits against HiGHS, 2,000 products."""
    return against_highs("P12", setting, "limits")


def p13(setting):
    """The best plan under thousands of binding limits against HiGHS, 10,000 products."""
    return against_highs("P13", setting, "more limits")


def p14(setting):
    """The best plan of a million products with 20 resources against one plan."""
    with setting.start() as library:
        library("pose", setting.sizes["large"], 20, "free", 1)
        found = library("best", "REDUCED_FORM", GAP)
        print(f"  {found['report']}\n  relative gap {found['gap']:.2g}, limits kept to {found['violation']:.2g}")
        if found["status"] != "OPTIMAL":
            raise AssertionError(f"the library's plan is {found['status']}, its gap {found['gap']:.2g}")
        seconds = setting.take_turns(
            {
                "best plan": said(library, "best", "REDUCED_FORM", GAP),
                "one plan": said(library, "bestPlan", TOLERANCE),
            }
        )
    what = f"best plan, {setting.name['large']}, 20 resources, no limits of outputs: best plan / one plan"
    return [Row("P14", what, "≤ 40", ratios(seconds["best plan"], seconds["one plan"]))]


def p15(setting):
    """The best plan with limits on all outputs, to a gap that takes minutes: time, iterations, gap."""
    with setting.start() as library:
        library("pose", setting.sizes["middle"], 20, "limited", 1)
        found = library("best", "INTERIOR_POINT", ROUGH_GAP)
    print(f"  {found['seconds']:.1f} s, {found['report']}")
    note = f"{found['iterations']} steps, limits overstepped by {found['violation']:.2g}, gap {found['gap']:.2g}, {found['status']}"
    print("  " + note)
    what = f"best plan, {setting.name['middle']}, 20 resources, outputs limited: seconds"
    return [Row("P15", what, "", [found["seconds"]], note)]


def programme_of_years(setting, library, industries):
    """The library's programme of five years as scipy.optimize.linprog takes it."""
    posed = library("years", "pose", industries, 1, setting.folder)
    print(f"  {posed['rows']} rows, {posed['columns']} columns, {posed['entries']} coefficients")
    matrix = scipy.sparse.csc_matrix(
        (
            numpy.fromfile(setting.path("value.f64"), "<f8"),
            numpy.fromfile(setting.path("row.i32"), "<i4"),
            numpy.fromfile(setting.path("start.i32"), "<i4"),
        ),
        shape=(posed["rows"], posed["columns"]),
    ).tocsr()
    objective, lower, upper = numpy.fromfile(setting.path("columns.f64"), "<f8").reshape(3, -1)
    least, most = numpy.fromfile(setting.path("rows.f64"), "<f8").reshape(2, -1)
    equal = least == most
    below, above = numpy.isfinite(most) & ~equal, numpy.isfinite(least) & ~equal
    return {
        "c": -objective,
        "A_ub": scipy.sparse.vstack([matrix[below], -matrix[above]]),
        "b_ub": numpy.concatenate([most[below], -least[above]]),
        "A_eq": matrix[equal],
        "b_eq": least[equal],
        "bounds": numpy.column_stack([lower, upper]),
    }


def p16(setting):
    """The best plan of five years against HiGHS on the same compact model."""
    import scipy.optimize

    industries = setting.sizes["industries"]
    rows = []
    with setting.start() as library:
        programme = programme_of_years(setting, library, industries)
        found = library("years", "plan")
        print(f"  {found['report']}\n  relative gap {found['gap']:.2g}")
        if found["status"] != "OPTIMAL":
            raise AssertionError(f"the library's plan is {found['status']}, its gap {found['gap']:.2g}")
        for method in ("highs-ds", "highs-ipm"):
            last = scipy.optimize.linprog(**programme, method=method)
            if abs(-last.fun - found["objective"]) > 1e-6 * abs(found["objective"]):
                raise AssertionError(f"{method} finds {-last.fun:.10g}, the library {found['objective']:.10g}")
            peer = clocked(lambda method=method: scipy.optimize.linprog(**programme, method=method))
            seconds = setting.take_turns({"library": said(library, "years", "plan")}, {method: peer})
            what = f"best plan of five years, {industries} industries, 20 kinds of capital: {method} / library"
            rows.append(Row("P16", what, "≥ 1", ratios(seconds[method], seconds["library"])))
    return rows


ALL = {
    bar.__name__.upper(): bar
    for bar in (p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11, p12, p13, p14, p15, p16)
}
