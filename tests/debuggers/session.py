"""session.py SESSION --debugger COMMAND --program PROGRAM --script SCRIPT [--emulator COMMAND...]

Runs a session of a debugger, which loads the script by itself. What it prints must match the
session's lines `#> REGEX`, in their order; @text@ in them stands for the number of that line of
program.cpp which has the text. `go` in a session runs the program, and `try COMMAND` is a command
that may fail; `frame-of NAME` selects the frame of a function.
With a line `#core`, the session looks at the core file of the program's end. Exits with 77 where
the system writes none.
"""
import argparse
import atexit
import os
import pathlib
import re
import resource
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent


def line_with(text):
    for number, line in enumerate((HERE / 'program.cpp').read_text().splitlines(), 1):
        if text in line:
            return str(number)
    sys.exit(f'no line of program.cpp has: {text}')


def expectations(session):
    for line in session.splitlines():
        if line.startswith('#> '):
            yield re.sub('@(.*?)@', lambda text: line_with(text.group(1)), line[3:])


PRELUDE = """\
set width 0
set confirm off
python
class Try(gdb.Command):
    def __init__(self):
        super().__init__('try', gdb.COMMAND_USER)
    def invoke(self, argument, from_tty):
        try:
            gdb.execute(argument)
        except gdb.error as error:
            print(error)
Try()
class FrameOf(gdb.Command):
    def __init__(self):
        super().__init__('frame-of', gdb.COMMAND_USER)
    def invoke(self, argument, from_tty):
        frame = gdb.newest_frame()
        while not (frame.name() or '').removesuffix('()').endswith(argument):
            frame = frame.older()
        frame.select()
FrameOf()
end
"""


def core_of(command):
    """The path of the core file that the command leaves."""
    for old in pathlib.Path().glob('core*'):
        old.unlink()
    resource.setrlimit(resource.RLIMIT_CORE,
                       (resource.getrlimit(resource.RLIMIT_CORE)[1],) * 2)
    subprocess.run(command, check=False)
    found = list(pathlib.Path().glob('core*'))
    if not found:
        print('This system leaves no core file here.')
        sys.exit(77)
    return str(found[0])


def gdb_command(options, arguments, core):
    """gdb on the program; with an emulator, on its stub, at a socket in this folder."""
    go = 'run'
    more = ''
    if options.emulator:
        socket = pathlib.Path(options.session.stem + '.socket')
        socket.unlink(missing_ok=True)
        emulated = subprocess.Popen([*options.emulator, '-g', socket, options.program, *arguments],
                                    stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        atexit.register(emulated.kill)
        while not socket.exists():
            if emulated.poll() is not None:
                sys.exit('the emulator has ended')
        go = 'continue'
        more = f'target remote {socket}\n'
    prelude = pathlib.Path(options.session.stem + '.prelude')
    prelude.write_text(PRELUDE + f'set args {" ".join(arguments)}\n{more}define go\n{go}\nend\n')
    safe = 'add-auto-load-safe-path ' + str(pathlib.Path(options.script).parent)
    return [options.debugger, '-nx', '-batch', '-iex', safe, options.program, *core,
            '-x', prelude, '-x', options.session]


def lldb_command(options, arguments):
    command = [options.debugger, '--no-lldbinit', '--batch']
    for each in ('command script import ' + options.script,
                 'settings set target.process.python-os-plugin-path ' + options.script,
                 'command alias go process launch -- ' + ' '.join(arguments)):
        command += ['-o', each]
    return command + ['-s', options.session, options.program]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('session', type=pathlib.Path)
    for option in ('debugger', 'program', 'script'):
        parser.add_argument('--' + option, required=True)
    parser.add_argument('--emulator', nargs='+')
    options = parser.parse_args()

    session = options.session.read_text()
    arguments = re.search('^#arguments: (.*)$', session, re.MULTILINE)
    arguments = arguments.group(1).split() if arguments else []
    os.environ['DEEPYIELD_DEBUG'] = 'track'
    core = [core_of([options.program, *arguments])] if '\n#core\n' in session else []

    if options.session.suffix == '.lldb':
        command = lldb_command(options, arguments)
    else:
        command = gdb_command(options, arguments, core)
    printed = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                             stdin=subprocess.DEVNULL, text=True, errors='replace').stdout
    print(printed)
    for path in core:
        pathlib.Path(path).unlink()

    at = 0
    for regex in expectations(session):
        found = re.compile(regex).search(printed, at)
        if not found:
            sys.exit(f'Not printed, or not in this place: {regex}')
        at = found.end()


if __name__ == '__main__':
    main()
