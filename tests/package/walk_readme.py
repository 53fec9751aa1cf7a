"""Turns the page "Add it to a project" into a script that does what it says:

  python3 walk_readme.py README.md docs/how_to/add_to_a_project.md >walk.sh

The script runs in a folder with the sources in deepyield/ and as deepyield-VERSION.tar.gz. Comments
in the page name the steps: `needs`, `install` and `compile` are commands; `project` is a
CMakeLists.txt, and `instead` takes the place of its find_package line. Each way's program is that
of the README's first example, and must print what the README says.
"""
import re
import shlex
import sys

PROGRAM = '''\
#if __has_include("deepyield.hpp")
#include "deepyield.hpp"
#else
#include <deepyield/generator.hpp>
#endif
#include <iostream>

%s
int main() {
  %s
}
'''


def here(name, text):
    return f"cat >{name} <<'END_OF_FILE'\n{text}END_OF_FILE\n"


def built(number, project):
    folder = f'build-{number}'
    return (here('CMakeLists.txt', project) + f'cmake -S . -B {folder} >log 2>&1 || {{ cat log; exit 1; }}\n'
            f'cmake --build {folder} >log 2>&1 || {{ cat log; exit 1; }}\ncheck {folder}/my_program\n')


def main():
    readme = open(sys.argv[1], encoding='utf-8').read()
    declarations, statements = re.findall(r'<!-- snippet: \w+ -->\n```cpp\n(.*?)```', readme, re.S)[:2]
    declarations = re.sub(r'#include .*\n', '', declarations)
    loop, printed = re.match(r'(.*?;) +// prints (.*)', statements).groups()

    page = open(sys.argv[2], encoding='utf-8').read()
    steps = re.findall(r'<!-- step: (\w+) -->\n```\w+\n(.*?)```', page, re.S)
    if len(re.findall(r'^```\w', page, re.M)) != len(steps):
        sys.exit(f'{sys.argv[2]}: a block is not named as a step')

    print('set -eu')
    print(f'check() {{ [ "$("$1")" = "{printed} " ] || {{ echo "$1 printed: $("$1")"; exit 1; }}; }}')
    print(here('my_program.cpp', PROGRAM % (declarations, loop)))
    project = None
    for number, (kind, text) in enumerate(steps):
        print('echo', shlex.quote('step: ' + text.splitlines()[0]))
        if kind == 'project':
            project = text
            print(built(number, project))
        elif kind == 'instead':
            print(built(number, re.sub(r'find_package\(deepyield.*\n', lambda _: text, project)))
        elif kind == 'compile':
            print(f'rm -f my_program\n{text}check ./my_program')
        else:
            print(text)


main()
