"""Runs the benchmarks that `./dev bench` has built, and writes what they measured into build/bench/: run.py [FILTER]

With FILTER, a regular expression for the names that Google Benchmark prints, only those are run, and only printed.
"""
import json
import os
import pathlib
import platform
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
RESULTS = ROOT / "build" / "bench"
LOGS = ROOT / "build" / "sample-logs" / "large"
COMPILERS = ["gcc", "clang"]
LIVE_COUNTS = [1, 1_000, 10_000, 100_000, 1_000_000]
LIVE_CONTENDERS = ["kernel", "native", "context", "coroutine2", "boost_coroutine2", "boost_fiber", "stackless"]


def program(compiler, name):
    return ROOT / "build" / f"bench-{compiler}" / "benchmarks" / name


def write(name, results):
    (RESULTS / name).write_text(json.dumps(results, indent=1) + "\n")


def output_of(*command):
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout


def run_benchmarks(compiler, *options):
    # Many short repetitions in random order, so that a disturbance of the machine neither hits a
    # single benchmark nor all of its repetitions.
    command = [program(compiler, "benchmarks"), "--benchmark_min_time=0.01", "--benchmark_enable_random_interleaving=true", *options]
    # If stderr is a terminal, the log pipeline has one more stage, for progress.
    errors = RESULTS / f"{compiler}.errors"
    with open(errors, "w") as stderr:
        status = subprocess.run(command, env={**os.environ, "DEEPYIELD_LOGS": str(LOGS)}, stderr=stderr).returncode
    if status != 0:
        sys.exit(f"{command[0]} failed:\n{errors.read_text()}")


def run_live_generators(compiler):
    results = []
    for contender in LIVE_CONTENDERS:
        for count in LIVE_COUNTS:
            runs = [json.loads(output_of(program(compiler, "live_generators"), contender, str(count))) for _ in range(1 if count > 100_000 and contender not in ("kernel", "native") else 3)]
            results.append(min(runs, key=lambda run: run["create_ns"]))
            print(results[-1], flush=True)
    write(f"live-{compiler}.json", results)


def run_languages():
    folder = ROOT / "benchmarks" / "languages"
    python = json.loads(output_of(sys.executable, folder / "workloads.py"))
    python.update(json.loads(output_of(sys.executable, folder / "log_pipeline.py", LOGS)))
    lua = json.loads(output_of("luajit", folder / "workloads.lua"))
    results = {
        "python": {"version": f"CPython {platform.python_version()}", "results": python},
        "luajit": {"version": output_of("luajit", "-v").split(" -- ")[0], "results": lua},
    }
    print(results, flush=True)
    write("languages.json", results)


def describe_machine():
    cpu = {}
    for line in output_of("lscpu").splitlines():
        key, _, value = line.partition(":")
        cpu[key.strip()] = value.strip()
    write("machine.json", {
        "processor": cpu.get("Model name", platform.processor()),
        "family": f"family {cpu.get('CPU family', '?')}, model {cpu.get('Model', '?')}",
        "cores": os.cpu_count(),
        "virtual": cpu.get("Hypervisor vendor", ""),
        "kernel": platform.release().split("-")[0],
        "system": platform.freedesktop_os_release()["PRETTY_NAME"],
        "memory_gib": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30),
    })


def main():
    RESULTS.mkdir(parents=True, exist_ok=True)
    if len(sys.argv) > 1:
        for compiler in COMPILERS:
            run_benchmarks(compiler, "--benchmark_repetitions=10", f"--benchmark_filter={sys.argv[1]}")
        return
    for compiler in COMPILERS:
        run_benchmarks(compiler, "--benchmark_repetitions=40", f"--benchmark_out={RESULTS / compiler}.json")
    for compiler in COMPILERS:
        run_live_generators(compiler)
    run_languages()
    describe_machine()


main()
