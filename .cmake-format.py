# For cmake-lint, which `./dev lint` runs; nothing is formatted by it.
disabled_codes = [
    "C0103",  # wants upper-case names of variables; ours say by lower case that they are local
    "C0111",  # wants a docstring of each function
    "C0113",  # wants a COMMENT of each custom command
    "C0301",  # breaks no message; 100 columns are for the C++ sources
    "E1120",  # does not know foreach(... RANGE n)
]
