"""Writes deepyield as a few files that compile alone, with Boost's headers:

  python3 packaging/amalgamate.py FOLDER [--shims]

  deepyield.hpp                generators, consumers and all that belongs to them
  deepyield.cpp                the compiled part: add it to the program's sources
  deepyield_itertools.hpp      the adaptors
  deepyield_boost_engines.hpp  Boost's engines and pull_type: links with Boost.Context
  deepyield_range_v3.hpp       generators in range-v3's pipes

With --shims, FOLDER also gets include/deepyield/, a header for each of the tree's, which includes
one of these files: the tree's tests then compile against them unchanged.
"""
import argparse
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parent.parent
INCLUDE = ROOT / 'include/deepyield'

# Each file includes the ones above it that it is marked to need. It takes all headers that its
# public headers include, and that are in none of those.
FILES = {
    'deepyield.hpp': ([], ['ambient', 'consumer', 'generator', 'lazy_range', 'registry',
                           'shared_generator', 'stack', 'to', 'version', 'yielder']),
    'deepyield_itertools.hpp': (['deepyield.hpp'], ['itertools']),
    'deepyield_boost_engines.hpp': (['deepyield.hpp'], ['engine', 'coroutine2']),
    'deepyield_range_v3.hpp': (['deepyield.hpp', 'deepyield_itertools.hpp'], ['range_v3']),
}

# What CMake calls Linux. Android is another system.
LINUX = 'defined(__linux__) && !defined(__ANDROID__)'
WINDOWS = 'defined(_WIN32)'

OWN_INCLUDE = re.compile(r'\s*#\s*include (?:<deepyield/([\w/]+\.hpp)>|"([\w/]+\.hpp)")')

# The headers that CMake generates from templates; here the preprocessor makes CMake's choices.
DEFAULT_ENGINE = '''\
#if DEEPYIELD_HAS_NATIVE_ENGINE
#include <deepyield/engine/native.hpp>
#else
#include <deepyield/engine/context.hpp>
#endif

namespace deepyield {
inline namespace v2 {

#if DEEPYIELD_HAS_NATIVE_ENGINE
using default_engine = engine::native;
#else
using default_engine = engine::context;
#endif

}  // namespace v2
}  // namespace deepyield
'''


def version():
    return re.search(r' VERSION (\d+)\.(\d+)\.(\d+)', (ROOT / 'CMakeLists.txt').read_text())


def config():
    text = (ROOT / 'cmake/config.hpp.in').read_text()
    for part, number in zip(('MAJOR', 'MINOR', 'PATCH'), version().groups()):
        text = text.replace(f'@PROJECT_VERSION_{part}@', number)
    text = text.replace('#cmakedefine01 DEEPYIELD_SHARED', '#define DEEPYIELD_SHARED 0')
    return text.replace('#cmakedefine01 DEEPYIELD_HAS_NATIVE_ENGINE',
                        (ROOT / 'cmake/has_native_engine.hpp').read_text())


def header_text(name):
    """The text of <deepyield/name>, or of the header `name` beside the sources."""
    if name == 'config.hpp':
        return config()
    if name == 'engine/default_engine.hpp':
        return DEFAULT_ENGINE
    path = INCLUDE / name
    return (path if path.exists() else ROOT / 'src' / name).read_text()


def inlined(text, present):
    """The lines of `text`, with the library's own headers in place of their includes.

    `present` names the headers that stand further up; those that are added get into it. One that an
    #if may leave out does not: it is written again where it is included next, and its guard keeps
    out what is too much.
    """
    lines = []
    depth = 0
    for line in text.splitlines():
        if re.match(r'\s*#\s*if', line):
            depth += 1
        elif re.match(r'\s*#\s*endif', line):
            depth -= 1
        include = OWN_INCLUDE.match(line)
        if line.strip() == '#pragma once':
            continue
        if not include or 'see_the_error_above' in line:
            lines.append(line)
            continue
        name = include.group(1) or include.group(2)
        if name in present:
            continue
        seen = present if depth == 0 else set(present)
        seen.add(name)
        guard = 'DEEPYIELD_AMALGAMATED_' + re.sub(r'\W', '_', name).upper()
        lines += ['', f'// ---- {name}', f'#ifndef {guard}', f'#define {guard}', '']
        lines += inlined(header_text(name), seen)
        lines += ['', f'#endif  // {name}', '']
    return lines


def write(path, lines):
    number = '.'.join(version().groups())
    notice = [f'{path.name} of deepyield {number}. Made by amalgamate.py: change the sources.', '']
    notice += (ROOT / 'LICENSE').read_text().strip().splitlines()
    text = '\n'.join([f'// {line}'.rstrip() for line in notice] + lines) + '\n'
    path.write_text(re.sub(r'\n{3,}', '\n\n', text))


def compiled_part(present):
    """The sources in one, each under the condition under which CMake compiles it."""
    lines = ['#include "deepyield.hpp"', '']
    for path in sorted((ROOT / 'src').glob('*/*.cpp')):
        condition = None
        if path.stem.endswith('_linux'):
            condition = f'#if {LINUX}'
        elif path.stem.endswith('_windows'):
            condition = f'#if {WINDOWS}'
        elif path.stem.endswith('_none'):
            condition = f'#if !({LINUX})'
        elif path.stem.endswith('_boost'):
            condition = f'#if !({LINUX}) && !{WINDOWS}'
        elif path.stem == 'native':
            condition = '#if DEEPYIELD_HAS_NATIVE_ENGINE'
        lines += ['', f'// ---- {path.relative_to(ROOT)}'] + [condition] * bool(condition)
        lines += inlined(path.read_text(), set(present) if condition else present)
        lines += ['#endif'] * bool(condition)
    return lines


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('folder', type=pathlib.Path)
    parser.add_argument('--shims', action='store_true')
    arguments = parser.parse_args()
    folder = arguments.folder
    folder.mkdir(parents=True, exist_ok=True)

    headers_of = {}  # by the name of the file that holds them
    for file, (needed, public) in FILES.items():
        present = set().union(*(headers_of[other] for other in needed))
        lines = ['#pragma once', ''] + [f'#include "{other}"' for other in needed]
        lines += inlined(''.join(f'#include <deepyield/{name}.hpp>\n' for name in public), present)
        headers_of[file] = present
        write(folder / file, lines)
    write(folder / 'deepyield.cpp', compiled_part(set(headers_of['deepyield.hpp'])))

    if arguments.shims:
        names = [str(path.relative_to(INCLUDE)) for path in INCLUDE.rglob('*.hpp')]
        for name in names + ['config.hpp', 'engine/default_engine.hpp']:
            # What only an #if includes is in the file that includes it.
            holder = next((file for file in FILES if name in headers_of[file]), 'deepyield.hpp')
            shim = folder / 'include/deepyield' / name
            shim.parent.mkdir(parents=True, exist_ok=True)
            shim.write_text(f'#include "{"../" * (name.count("/") + 2)}{holder}"\n')


main()
