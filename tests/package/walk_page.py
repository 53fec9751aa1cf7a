"""Turns pages into a script that does what a reader of them does: walk_page.py PAGE[:STEP,...]... >walk.sh

Files (blocks below `<!-- file: NAME -->`) are written, commands (blocks of sh) are run, in the
order of the page. With steps, only the commands below `<!-- step: STEP -->`. Those below `<!-- step:
skip -->` only show something, or need more than a bare system has.
"""
import re
import shlex
import sys

BLOCK = re.compile(r'^(?:<!-- (step|file|snippet): ([\w.]+)[^>]*-->\n)?```(\w+)\n(.*?)^```$', re.M | re.S)


def main():
    print('set -eu')
    for argument in sys.argv[1:]:
        page, _, steps = argument.partition(':')
        with open(page, encoding='utf-8') as file:
            blocks = BLOCK.findall(file.read())
        for kind, name, language, text in blocks:
            if kind == 'file' and not steps:
                print(f"cat >{name} <<'END_OF_FILE'\n{text}END_OF_FILE")
            elif language == 'sh' and name != 'skip' and (not steps or name in steps.split(',')):
                print('echo', shlex.quote(f'{page}: {text.splitlines()[0]}'))
                print(text)


main()
