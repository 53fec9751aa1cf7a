"""Copies figures of docs/performance/lines.md into the pages that quote them: quoted_figures.py [--check]

A quoted figure is a link with a title that names its line, and its compiler if it has one figure:

    [2.5 / 3.0](performance.md#an-element "flat_ints/native")
    [649 ns](performance.md#a-generators-life "create_and_abandon/native, g++")

With --check, changes nothing, and fails if a page says something else than the line.
"""
import decimal
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
LINES = ROOT / "docs" / "performance" / "lines.md"
QUOTED = re.compile(r'\[[^\]]*?(?P<unit> ns)?\](?P<target>\([^\s()]*performance\.md#[\w-]+ "(?P<line>\w+/\w+)(?:, (?P<compiler>g\+\+|clang))?"\))')


def lines():
    """{"flat_ints/native": {"g++": least, "clang": least}} in nanoseconds"""
    rows = re.findall(r"^\| (\w+) \| (\w+) \| ([\d.,]+) \| [\d.,]+ \| ([\d.,]+) \|", LINES.read_text(encoding="utf-8"), re.MULTILINE)
    return {f"{workload}/{contender}": {"g++": decimal.Decimal(gcc.replace(",", "")), "clang": decimal.Decimal(clang.replace(",", ""))}
            for workload, contender, gcc, clang in rows}


def rounded(nanoseconds):
    unit = decimal.Decimal("1" if nanoseconds >= 10 else "0.1")
    return f"{nanoseconds.quantize(unit, decimal.ROUND_HALF_UP):,}"


def main():
    measured = lines()
    wrong = []
    count = 0
    for page in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")), *sorted((ROOT / "docs" / "how_to").glob("*.md"))]:
        def quote(match):
            nonlocal count
            count += 1
            if match["line"] not in measured:
                raise SystemExit(f"{page}: {LINES} has no line {match['line']}")
            compilers = [match["compiler"]] if match["compiler"] else ["g++", "clang"]
            figures = " / ".join(rounded(measured[match["line"]][compiler]) for compiler in compilers)
            quoted = f"[{figures}{match['unit'] or ''}]{match['target']}"
            if quoted != match[0]:
                wrong.append(f"{page.relative_to(ROOT)}: {match[0]} should be [{figures}]")
            return quoted

        text = page.read_text(encoding="utf-8")
        new_text = QUOTED.sub(quote, text)
        if new_text != text and sys.argv[1:] != ["--check"]:
            page.write_text(new_text, encoding="utf-8")
    print(f"{count} figures quoted, {len(wrong)} of them not as measured", *wrong, sep="\n  ")
    return bool(wrong) and sys.argv[1:] == ["--check"]


if __name__ == "__main__":
    sys.exit(main())
