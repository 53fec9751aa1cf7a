"""Writes the figures of docs/performance.md, between its markers, its charts, and the figures that other pages quote, from what run.py left in build/bench/."""
import io
import json
import pathlib
import re
import statistics

import matplotlib

import quoted_figures

matplotlib.use("svg")
import matplotlib.pyplot as plot

ROOT = pathlib.Path(__file__).resolve().parent.parent
RESULTS = ROOT / "build" / "bench"
DOCUMENT = ROOT / "docs" / "performance.md"
CHARTS = ROOT / "docs" / "performance"

COMPILERS = {"gcc": "g++", "clang": "clang"}
CONTENDERS = {
    "native": "**deepyield**, `engine::native`",
    "context": "deepyield, `engine::context`",
    "coroutine2": "deepyield, `engine::coroutine2`",
    "boost_coroutine2": "Boost.Coroutine2",
    "boost_fiber": "Boost.Context `fiber`",
    "stackless": "C++20 stackless generator",
    "iterator": "iterator by hand",
    "callback": "callback, by function pointer",
    "inlined_callback": "callback, inlined",
    "one_throw": "one `throw` and `catch`",
    "kernel": "the kernel alone: a guard and a page each",
}
DEPTHS = [1, 10, 100, 10_000]
DELEGATIONS = [1, 10, 100, 1_000, 10_000]
LIVE_ROUNDS = [100, 1_000, 10_000]
STAGES = [1, 2, 3, 4, 6, 8]

USES = {
    "next": "`next()`",
    "range_for": "range-for",
    "algorithm": "an STL algorithm",
    "send": "`send(x)`",
    "shared": "`share()`",
    "push": "`consumer::push(x)`, taken by `next()`",
    "push_to_range_for": "`consumer::push(x)`, taken by range-for",
    "delegation": "`yield.from(generator)`",
    "delegation_to_range": "`yield.from(vector)`",
    "output_iterator": "`std::copy` to `yield.out()`",
    "two_generators": "a generator that reads another one: two elements",
    "try_yield": "`yield.try_yield(x)`",
    "guard": "`yield.guard(f)`",
    "ambient": "`ambient<T>::current()(x)`",
    "yield_in_catch": "a body that yields inside `catch`",
    "resume_in_catch": "a consumer that resumes inside `catch`",
    "100_stages": "a stage of a pipeline of 100",
}

# The project's goals: ours and theirs, each a workload and its contender; in words; the limit for
# each compiler.
GOALS = [
    ("use_next/native", "flat_ints/stackless", "flat loop, `next()`", "C++20 stackless generator", {"gcc": 1.1, "clang": 1.05}),
    ("flat_ints/native", "flat_ints/stackless", "flat loop, range-for", "C++20 stackless generator", {"gcc": 1.1, "clang": 1.05}),
    ("flat_ints/native", "flat_ints/boost_coroutine2", "flat loop", "Boost.Coroutine2", {"gcc": 0.1, "clang": 0.1}),
    ("tree_walk/native", "tree_walk/stackless", "tree walk", "C++20 stackless generator", {"gcc": 0.13, "clang": 0.17}),
    ("tree_walk/native", "tree_walk/callback", "tree walk", "callback, by function pointer", {"gcc": 2.0, "clang": 1.6}),
    ("tree_walk/native", "tree_walk/inlined_callback", "tree walk", "callback, inlined", {"gcc": 2.2, "clang": 2.6}),
    ("create_and_finish/native", "create_and_finish/stackless", "create, one element, finish", "C++20 stackless generator", {"gcc": 1.0, "clang": 1.0}),
    ("generator_a_node/native", "generator_a_node/stackless", "tree walk, a generator a node", "C++20 stackless generator", {"gcc": 1.2, "clang": 1.2}),
    ("delegation_10/native", "delegation_1/native", "`yield.from`, depth 10", "depth 1", {"gcc": 1.5, "clang": 1.5}),
    ("create_and_abandon/native", "create_and_abandon/one_throw", "create, one element, abandon", "one `throw` and `catch`", {"gcc": 1.15, "clang": 1.1}),
    ("live_rounds_1000/native", "live_rounds_100/native", "1,000 live, made and dropped again", "100 live", {"gcc": 3, "clang": 3}),
    ("live_rounds_10000/native", "live_rounds_100/native", "10,000 live, made and dropped again", "100 live", {"gcc": 3, "clang": 3}),
]
PIPELINE_GOAL = 1.2
LIVE_GOAL = 1.3  # to the kernel
LIVE_GOAL_BYTES = 4.5 * 1024


def read(name):
    return json.loads((RESULTS / name).read_text())


def each_time(compiler):
    """{workload: {contender: nanoseconds each, of every repetition}}"""
    times = {}
    for run in read(f"{compiler}.json")["benchmarks"]:
        if run["run_type"] != "iteration" or "items_per_second" not in run:
            continue
        workload, contender = run["name"].split("/")[:2]
        times.setdefault(workload, {}).setdefault(contender, []).append(1e9 / run["items_per_second"])
    return times


def of_each(times, summary):
    return {compiler: {workload: {contender: summary(all_times) for contender, all_times in contenders.items()} for workload, contenders in workloads.items()}
            for compiler, workloads in times.items()}


def most_bytes_per_second(compiler):
    rates = {}
    for run in read(f"{compiler}.json")["benchmarks"]:
        if run["run_type"] == "iteration" and "bytes_per_second" in run:
            contender = run["name"].split("/")[1]
            rates[contender] = max(rates.get(contender, 0), run["bytes_per_second"])
    return rates


def number(value):
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def table(header, rows):
    lines = [header, ["---"] + ["--:"] * (len(header) - 1)] + rows
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def workload_table(times, workload):
    """Nanoseconds, and the ratio to ours, for each compiler."""
    rows = []
    for contender, words in CONTENDERS.items():
        row = [words]
        for compiler in COMPILERS:
            measured = times[compiler][workload]
            if contender not in measured:
                break
            row += [number(measured[contender]), number(measured[contender] / measured["native"]) + " ×"]
        else:
            rows.append(row)
    return table([""] + [cell for words in COMPILERS.values() for cell in (f"{words}, ns", "to ours")], rows)


def series_table(times, first_cell, workloads, suffixes):
    """A row for each contender, a column for each parameter: ns with g++ and clang, and their ratios to ours."""
    rows = []
    for contender, words in CONTENDERS.items():
        row = [words]
        for workload in workloads:
            cells = []
            for compiler in COMPILERS:
                measured = times[compiler][workload]
                if contender in measured:
                    cells.append(f"{number(measured[contender])} ({number(measured[contender] / measured['native'])} ×)")
            row.append(" / ".join(cells))
        if any(row[1:]):
            rows.append(row)
    return table([first_cell] + suffixes, rows)


def adaptor_table(times):
    """Nanoseconds for each element that is read, by the adaptor and by hand, and their ratio."""
    prefix = "adaptor_"
    rows = []
    for workload in sorted(w for w in times["gcc"] if w.startswith(prefix)):
        row = [f"`{workload[len(prefix):]}`" if workload != "adaptor_piped" else "`filter`, `map`, `islice`, piped"]
        for compiler in COMPILERS:
            measured = times[compiler][workload]
            row += [number(measured["native"]), number(measured["by_hand"]), f"{measured['native'] / measured['by_hand']:.2f}"]
        rows.append(row)
    return table([""] + [cell for words in COMPILERS.values() for cell in (f"{words}, ns", "by hand, ns", "to by hand")], rows)


def use_table(times):
    """Nanoseconds an element of each use, and the ratio to next()'s."""
    rows = []
    for use, words in USES.items():
        row = [words]
        for compiler in COMPILERS:
            each = times[compiler][f"use_{use}"]["native"]
            row += [number(each), number(each / times[compiler]["use_next"]["native"]) + " ×"]
        rows.append(row)
    return table([""] + [cell for words in COMPILERS.values() for cell in (f"{words}, ns", "to `next()`")], rows)


def round_table(times):
    rows = []
    for contender in ("native", "boost_coroutine2"):
        row = [CONTENDERS[contender]]
        for live in LIVE_ROUNDS:
            row.append(" / ".join(number(times[compiler][f"live_rounds_{live}"][contender]) for compiler in COMPILERS))
        rows.append(row)
    return table(["ns each, g++ / clang"] + [f"{live:,} live" for live in LIVE_ROUNDS], rows)


def line_table(times, medians):
    """Every line: the least and the median of its repetitions."""
    rows = []
    for workload in sorted(times["gcc"]):
        for contender in sorted(times["gcc"][workload]):
            row = [workload, contender]
            for compiler in COMPILERS:
                row += [number(all_of[compiler][workload][contender]) for all_of in (times, medians)]
            rows.append(row)
    return table(["workload", "contender"] + [cell for words in COMPILERS.values() for cell in (f"{words}, least", "median")], rows)


def verdict(ratio, limit, median=None):
    said = f"{ratio:.2f}" + (f", median {median:.2f}" if median else "")
    return f"{said} (≤ {limit}): " + ("reached" if ratio <= limit else "**not reached**")


def ratio_of(times, ours, theirs):
    (workload, contender), (other_workload, other) = ours.split("/"), theirs.split("/")
    return times[workload][contender] / times[other_workload][other]


def goal_table(times, medians, rates, live):
    rows = []
    for ours, theirs, words, against, limits in GOALS:
        cells = [words, against]
        for compiler in COMPILERS:
            cells.append(verdict(ratio_of(times[compiler], ours, theirs), limits[compiler], ratio_of(medians[compiler], ours, theirs)))
        rows.append(cells)
    rows.append(["log pipeline of the tour", "loop by hand"] + [verdict(rates[c]["one_loop"] / rates[c]["native"], PIPELINE_GOAL) for c in COMPILERS])
    million = {c: {run["contender"]: run for run in live[c] if run["count"] == 1_000_000} for c in COMPILERS}
    rows.append(["1,000,000 live, create and one element", CONTENDERS["kernel"]] +
                [verdict(million[c]["native"]["create_ns"] / million[c]["kernel"]["create_ns"], LIVE_GOAL) for c in COMPILERS])
    cells = ["1,000,000 live generators, guarded, bytes resident each", ""]
    for compiler in COMPILERS:
        ours = million[compiler]["native"]
        reached = not ours["failed"] and ours["resident_bytes"] <= LIVE_GOAL_BYTES
        cells.append(f"{ours['resident_bytes']:,.0f} (≤ {LIVE_GOAL_BYTES:,.0f}): " + ("reached" if reached else "**not reached**"))
    rows.append(cells)
    return table(["ours", "against"] + list(COMPILERS.values()), rows)


def live_table(live):
    rows = []
    for run in live["gcc"]:
        if run["count"] == 1:
            continue  # too few pages to tell them from the noise
        each = "failed after %s" % f"{run['made']:,}" if run["failed"] else f"{run['create_ns'] / 1000:,.2f}"
        rows.append([CONTENDERS[run["contender"]], f"{run['count']:,}", each, f"{run['destroy_ns'] / 1000:,.2f}", f"{run['resident_bytes']:,.0f}",
                     f"{run['page_table_bytes']:,.0f}"])
    return table(["", "live", "create + one element, µs each", "destroy, µs each", "resident bytes each", "page table bytes each"], rows)


def language_table(times, languages):
    workloads = ["flat_ints", "strings_by_reference", "tree_walk"] + [f"depth_{depth}" for depth in DEPTHS] + [f"pipeline_{stages}" for stages in (1, 2, 4, 8)]
    workloads += ["create_and_finish", "create_and_abandon"]
    rows = []
    for workload in workloads:
        ours = times["gcc"][workload]["native"]
        row = [workload.replace("_", " "), number(ours)]
        for language in languages.values():
            value = language["results"].get(workload)
            row.append(f"{number(value)} ({number(value / ours)} ×)" if value else "")
        rows.append(row)
    return table(["ns each", "deepyield, g++"] + [language["version"] for language in languages.values()], rows)


def log_table(rates, languages):
    megabytes = lambda rate: f"{rate / 1e6:,.0f} MB/s"
    rows = [["**deepyield**, five generators"] + [megabytes(rates[compiler]["native"]) for compiler in COMPILERS],
            ["one loop by hand"] + [megabytes(rates[compiler]["one_loop"]) for compiler in COMPILERS],
            ["time of the generators to that of the loop"] + [f"{rates[c]['one_loop'] / rates[c]['native']:.2f}" for c in COMPILERS],
            [languages["python"]["version"] + ", five generators", megabytes(languages["python"]["results"]["log_pipeline"]), ""]]
    return table([""] + list(COMPILERS.values()), rows)


def calibration_text(times):
    """Tells a quiet machine from a loaded one, by how evenly it did the same work all along."""
    told = []
    for compiler, words in COMPILERS.items():
        additions = sorted(times[compiler]["calibration"]["addition"])
        least, median, most = additions[0], statistics.median(additions), additions[len(additions) * 9 // 10]
        state = "quiet" if median <= 1.05 * least and most <= 1.25 * least else "loaded"
        told.append(f"{words}: least {least:.3f} ns, median {median / least:.2f} ×, nine of ten within {most / least:.2f} × of it, so the machine was {state}")
    return "An addition that waits for the one before, measured among all others; " + "; ".join(told) + "."


def machine_text():
    machine = read("machine.json")
    contexts = {compiler: read(f"{compiler}.json")["context"] for compiler in COMPILERS}
    virtual = f", in a virtual machine ({machine['virtual']})" if machine["virtual"] else ""
    stackless = "; ".join(f"{COMPILERS[c]}: `{context['stackless']}`" for c, context in contexts.items())
    return (f"{machine['processor']} ({machine['family']}), {machine['cores']} cores, {machine['memory_gib']} GiB{virtual}; {machine['system']}, Linux {machine['kernel']}; "
            f"{contexts['gcc']['compiler']} and {contexts['clang']['compiler']}, both with `-O2`; Boost {contexts['gcc']['boost'].replace('_', '.')}. "
            f"The stackless generator is, for {stackless}.")


# A grey that is readable on light and dark pages.
TEXT = "#808080"
COLOURS = {"native": "#2a9d8f", "context": "#74c2b8", "coroutine2": "#a9d9d2", "boost_coroutine2": "#e76f51", "boost_fiber": "#f4a261",
           "stackless": "#6a7fdb", "iterator": "#999999", "callback": "#999999", "inlined_callback": "#999999", "one_throw": "#999999", "kernel": "#999999"}
plot.rcParams.update({"svg.fonttype": "none", "svg.hashsalt": "deepyield", "font.sans-serif": ["DejaVu Sans", "sans-serif"], "font.size": 9, "text.color": TEXT,
                      "axes.labelcolor": TEXT, "axes.edgecolor": TEXT, "xtick.color": TEXT, "ytick.color": TEXT, "axes.spines.top": False,
                      "axes.spines.right": False, "legend.frameon": False})


def plain(contender):
    return re.sub(r"[*`]", "", CONTENDERS[contender])


def save(figure, name):
    CHARTS.mkdir(parents=True, exist_ok=True)
    figure.tight_layout()
    chart = io.StringIO()
    figure.savefig(chart, format="svg", transparent=True, metadata={"Date": None})
    plot.close(figure)
    # Rounding to a hundredth of a point halves the file.
    (CHARTS / f"{name}.svg").write_text(re.sub(r"(\d\.\d\d)\d+", r"\1", re.sub(r"[ \t]+$", "", chart.getvalue(), flags=re.MULTILINE)))


def bars(times, name, workloads):
    """A panel for each workload, with the same rows; a bar for each contender and compiler, clang's paler."""
    contenders = [c for c in CONTENDERS if any(c in times["gcc"][workload] for workload, _ in workloads)]
    figure, panels = plot.subplots(1, len(workloads), figsize=(3 * len(workloads) + 1.6, 0.3 * len(contenders) + 0.9), sharey=True)
    for panel, (workload, title) in zip(panels, workloads):
        for place, contender in enumerate(contenders):
            for offset, compiler in ((-0.2, "gcc"), (0.2, "clang")):
                if contender in times[compiler][workload]:
                    value = times[compiler][workload][contender]
                    panel.barh(place + offset, value, 0.36, color=COLOURS[contender], alpha=1 if compiler == "gcc" else 0.6)
                    panel.text(value, place + offset, " " + number(value), va="center", fontsize=7)
        panel.set_title(title, fontsize=10)
        panel.set_xlabel("ns each; full g++, pale clang")
        panel.margins(x=0.18)
    panels[0].set_yticks(range(len(contenders)), [plain(c) for c in contenders])
    panels[0].invert_yaxis()
    save(figure, name)


def lines(times, name, prefix, parameters, label, contenders):
    figure, panels = plot.subplots(1, 2, figsize=(9, 3.2), sharey=True)
    for panel, (compiler, words) in zip(panels, COMPILERS.items()):
        for contender in contenders:
            values = [times[compiler][f"{prefix}_{parameter}"][contender] for parameter in parameters]
            panel.plot(range(len(parameters)), values, marker="o", markersize=4, color=COLOURS[contender], label=plain(contender))
        panel.set_xticks(range(len(parameters)), [f"{parameter:,}" for parameter in parameters])
        panel.set_yscale("log")
        panel.yaxis.set_major_formatter(matplotlib.ticker.FuncFormatter(lambda value, _: f"{value:g}"))
        panel.yaxis.set_minor_formatter(matplotlib.ticker.NullFormatter())
        panel.set_title(words, fontsize=10)
        panel.set_xlabel(label)
    panels[0].set_ylabel("ns an element")
    panels[1].legend(loc="center left", bbox_to_anchor=(1, 0.5))
    save(figure, name)


def live_chart(live):
    figure, panel = plot.subplots(figsize=(7.5, 3))
    runs = [run for run in live["gcc"] if run["count"] == 1_000_000 and not run["failed"]]
    for place, run in enumerate(runs):
        resident, tables = run["resident_bytes"] / 1024, run["page_table_bytes"] / 1024
        panel.barh(place, resident, 0.6, color=COLOURS[run["contender"]])
        panel.barh(place, tables, 0.6, left=resident, color=TEXT)
        panel.text(resident + tables, place, f" {resident:.2f} + {tables:.2f}", va="center", fontsize=8)
    panel.set_yticks(range(len(runs)), [plain(run["contender"]) for run in runs])
    panel.invert_yaxis()
    panel.margins(x=0.2)
    panel.set_xlabel("KiB each of 1,000,000 live generators: resident, and page tables (grey)")
    save(figure, "live_generators")


def fill(text, name, content):
    pattern = rf"(<!-- figures: {name} -->\n).*?(<!-- end of figures -->)"
    filled, count = re.subn(pattern, lambda match: f"{match[1]}{content}\n{match[2]}", text, flags=re.DOTALL)
    if count != 1:
        raise SystemExit(f"{DOCUMENT} has {count} places for the figures of {name}, not one")
    return filled


def main():
    every_time = {compiler: each_time(compiler) for compiler in COMPILERS}
    times = of_each(every_time, min)
    medians = of_each(every_time, statistics.median)
    rates = {compiler: most_bytes_per_second(compiler) for compiler in COMPILERS}
    live = {compiler: read(f"live-{compiler}.json") for compiler in COMPILERS}
    languages = read("languages.json")

    text = DOCUMENT.read_text()
    figures = {
        "goals": goal_table(times, medians, rates, live),
        "machine": machine_text(),
        "calibration": calibration_text(every_time),
        "uses": use_table(times),
        "live rounds": round_table(times),
        "depth": series_table(times, "g++ / clang", [f"depth_{depth}" for depth in DEPTHS], [f"depth {depth:,}" for depth in DEPTHS]),
        "delegation": series_table(times, "g++ / clang", [f"delegation_{depth}" for depth in DELEGATIONS], [f"depth {depth:,}" for depth in DELEGATIONS]),
        "pipeline": series_table(times, "g++ / clang", [f"pipeline_{stages}" for stages in STAGES], [f"{stages} stages" if stages > 1 else "1 stage" for stages in STAGES]),
        "out of line": series_table(times, "g++ / clang", ["flat_ints", "producer_out_of_line", "consumer_out_of_line", "both_out_of_line"],
                                    ["neither", "yield", "resume", "both"]),
        "live": live_table(live),
        "languages": language_table(times, languages),
        "adaptors": adaptor_table(times),
        "log pipeline": log_table(rates, languages),
    }
    for workload in ("flat_ints", "strings_by_reference", "tree_walk", "generator_a_node", "create_and_finish", "create_and_abandon"):
        figures[workload.replace("_", " ")] = workload_table(times, workload)
    for name, content in figures.items():
        text = fill(text, name, content)
    DOCUMENT.write_text(text)
    (CHARTS / "lines.md").write_text("# Every line of the benchmarks\n\nNanoseconds each: the least and the median of the repetitions of one run. "
                                     "[What they mean](../performance.md).\n\n" + line_table(times, medians) + "\n")
    quoted_figures.main()

    bars(times, "elements", [("flat_ints", "flat loop"), ("strings_by_reference", "strings by reference"), ("tree_walk", "tree walk")])
    bars(times, "lifetimes", [("create_and_finish", "create and finish"), ("create_and_abandon", "create and abandon")])
    contenders = ["native", "context", "boost_coroutine2", "boost_fiber", "stackless", "inlined_callback"]
    lines(times, "depth", "depth", DEPTHS, "nested calls, or delegations", contenders)
    lines(times, "pipeline", "pipeline", STAGES, "stages", contenders)
    live_chart(live)
    print(figures["goals"])
    print(figures["calibration"])


main()
