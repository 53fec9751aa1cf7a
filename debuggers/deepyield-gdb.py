"""Shows deepyield's generators in gdb.

  info generators         the live ones, if the program tracks them: DEEPYIELD_DEBUG=track in its
                          environment, or deepyield::track_generators()
  generator N bt          the calls on the stack of generator N of that list
  generator N frame [M]   selects a frame of it, for `up`, `down`, `info locals`, `print`
  generator off           goes back to the thread's own frames; so does running the program

In place of N any expression will do that is a generator, a yielder, a consumer or an iterator of
one: `generator g bt`. That needs no tracking.

Works on processes and core files; with GCC and Clang; x86-64, AArch64 and RISC-V 64. Reads the
program's debug information, so the program needs -g.
"""
import re

import gdb
import gdb.printing
import gdb.unwinder

NAMESPACE = 'deepyield::v2::'
RING = 'deepyield_v2_live_generators'


OF_LIBRARY = (NAMESPACE, 'boost::context', 'boost::coroutines2', 'deepyield_native_',
              'make_fcontext', 'jump_fcontext', 'ontop_fcontext', 'std::__invoke', 'std::invoke')
FILE_OF_LIBRARY = re.compile(
    r'include[/\\](deepyield|boost[/\\](context|coroutine2))[/\\]|[/\\]deepyield(_\w+)?\.[ch]pp$')
OTHERS_FILE = re.compile(FILE_OF_LIBRARY.pattern + r'|[/\\]include[/\\]c\+\+[/\\]')

# --- what lies in memory ---

class Architecture:
    """Where an architecture's registers are saved while a body is suspended.

    fiber: the offsets from the address that Boost.Context keeps (its assembly's own comments), and
    by how much it is below the stack pointer that the body goes on with.
    """

    def __init__(self, stack_pointer, frame_pointer, program_counter, link, state, base, fiber,
                 fiber_size):
        self.stack_pointer = stack_pointer
        self.frame_pointer = frame_pointer
        self.program_counter = program_counter
        self.link = link  # holds the return address at a call
        self.state = state  # holds the switch_state's address
        self.base = base  # where engine::native keeps a base pointer
        self.fiber = fiber
        self.fiber_size = fiber_size


ARCHITECTURES = {
    'i386:x86-64': Architecture(
        'rsp', 'rbp', 'rip', None, 'r12', 'rbx',
        {'r12': 0x08, 'r13': 0x10, 'r14': 0x18, 'r15': 0x20, 'rbx': 0x28, 'rbp': 0x30, 'rip': 0x38},
        0x40),
    'aarch64': Architecture(
        'sp', 'x29', 'pc', 'x30', 'x0', 'x19',
        dict({'x%d' % n: 0x40 + 8 * (n - 19) for n in range(19, 30)}, x30=0x98, pc=0xa0),
        0xb0),
    'riscv:rv64': Architecture(
        'sp', 'fp', 'pc', 'ra', 'a0', 's1',
        dict({'s%d' % n: 0x60 + 8 * n for n in range(1, 12)}, fp=0x60, ra=0xc0, pc=0xc8),
        0xd0),
}


def architecture():
    name = gdb.selected_inferior().architecture().name()
    if name not in ARCHITECTURES:
        raise gdb.GdbError('deepyield: the frames of generators are not known on ' + name)
    return ARCHITECTURES[name]


def word_at(address):
    word = gdb.lookup_type('unsigned long').pointer()
    return int(gdb.Value(address).cast(word).dereference())


# jump_fcontext's `leaq -0x40(%rsp), %rsp`; older versions of Boost take 0x38.
WITH_STACK_PROTECTOR = b'\x48\x8d\x64\x24\xc0'


def stack_protector_bytes():
    """Newer versions of Boost.Context keep a word more in front of x86-64's registers."""
    address = address_of_symbol('jump_fcontext')
    code = bytes(gdb.selected_inferior().read_memory(address, 9)) if address else b''
    return 8 if WITH_STACK_PROTECTOR in code else 0


def block_of_function(pc):
    """The block of the function there, not of one that is inlined into it; None without debug
    information."""
    found, block = None, gdb.block_for_pc(pc)
    while block is not None:
        if block.function is not None:
            found = block
        block = block.superblock
    return found


def value_of(enumerator):
    """of_an_enum::value: the last part of what gdb prints of it."""
    return str(enumerator).rpartition('::')[2]


def type_argument(type_name, number):
    """The template argument of that number in a type's name, with brackets matched."""
    depth, first, arguments = 0, 0, []
    for at, character in enumerate(type_name):
        if character in '<(' and not type_name.startswith('operator', max(0, at - 8)):
            depth += 1
            if depth == 1:
                first = at + 1
        elif character in '>)' and type_name[at - 1:at] != '-':
            depth -= 1
        if depth == 1 and character == ',' or depth == 0 and character == '>':
            arguments.append(type_name[first:at].strip())
            first = at + 1
            if depth == 0:
                break
    return arguments[number] if number < len(arguments) else None


def without_defaults(name):
    """A type's name as its author writes it: without the namespace of the version, and default
    arguments."""
    name = name.replace(NAMESPACE, 'deepyield::')
    name = re.sub(r'(, void)?, deepyield::engine::\w+(?= ?>)', '', name)
    name = re.sub(r', std::allocator<[^<>]*> ?', '', name)
    string = r'std::(__cxx11::)?basic_string<char(, std::char_traits<char>)? ?>'
    return re.sub(string, 'std::string', name)


class Coroutine:
    """The control block of a body, and what can be told of it."""

    def __init__(self, block):
        self.block = block
        self.engine = block['engine_']
        self.engine_name = str(self.engine.type.strip_typedefs()).rpartition('::')[2]

    @classmethod
    def at(cls, address, engine_name):
        name = '%sdetail::control_block<%sengine::%s>' % (NAMESPACE, NAMESPACE, engine_name)
        pointer = gdb.lookup_type(name).pointer()
        return cls(gdb.Value(int(address)).cast(pointer).dereference())

    @classmethod
    def of(cls, value):
        """From a generator, a yielder, a consumer, a shared_generator, an iterator or a pointer or
        reference to one. None for a default-constructed one."""
        kind = value.type.strip_typedefs()
        while kind.code in (gdb.TYPE_CODE_PTR, gdb.TYPE_CODE_REF, gdb.TYPE_CODE_RVALUE_REF):
            if kind.code == gdb.TYPE_CODE_PTR and int(value) == 0:
                return None
            value = value.dereference() if kind.code == gdb.TYPE_CODE_PTR \
                else value.referenced_value()
            kind = value.type.strip_typedefs()
        name = str(kind.unqualified())
        if name.startswith(NAMESPACE + 'consumer<'):
            return cls.of(value['body_'])
        if name.startswith(NAMESPACE + 'shared_generator<'):
            shared = value['shared_']
            names = [field.name for field in shared.type.strip_typedefs().fields()]
            return cls.of(shared['__ptr_' if '__ptr_' in names else '_M_ptr'])
        if name.startswith(NAMESPACE + 'generator<'):
            return cls.of(value['block_'])
        if name.startswith(NAMESPACE + 'element_iterator<'):
            return cls.of(value['stream_'])
        if name.startswith(NAMESPACE + 'source<'):
            return cls.of(value['yield_'])
        while not name.startswith(NAMESPACE + 'detail::control_block<'):
            bases = [field for field in kind.fields() if field.is_base_class] \
                if kind.code == gdb.TYPE_CODE_STRUCT else []
            if not bases:
                raise gdb.GdbError('deepyield: this is no generator, but %s' % name)
            value = value.cast(bases[0].type)
            kind = value.type.strip_typedefs()
            name = str(kind.unqualified())
        return cls(value)

    def address(self):
        return int(self.block.address)

    # --- its state ---

    def is_marked_suspended(self):
        if self.engine_name == 'native':
            return int(self.engine['sides_']['consumer']['stack_pointer']) == 0
        return self.relaxed(self.engine['suspended_']) != 0

    @staticmethod
    def relaxed(atomic):
        """What a relaxed_atomic holds."""
        value = atomic['value_']
        return int(value) if value.type.strip_typedefs().code != gdb.TYPE_CODE_STRUCT \
            else int(value['_M_i'])

    def waits(self):
        return self.is_marked_suspended() or self.relaxed(self.block['is_set_aside_']) != 0

    def outer(self):
        address = self.relaxed(self.block['delegation_']['outer_'])
        return Coroutine.at(address, self.engine_name) if address else None

    def resumed(self):
        return Coroutine.at(self.relaxed(self.block['delegation_']['resumed_']), self.engine_name)

    def progress(self):
        return value_of(self.block['progress_']['value_'])

    def state(self):
        """As generator::state() says."""
        if self.progress() != 'started':
            return self.progress()
        root = self
        while root.outer():
            root = root.outer()
        return 'suspended' if root.resumed().waits() else 'running'

    def delegates(self):
        return value_of(self.block['delegation_']['phase_']) == 'waiting'

    def element(self):
        """The address of the current element, as far as iterators know it; 0 for none."""
        return int(self.block['current_'])

    # --- its body ---

    def enter(self):
        """The function at which the body's stack begins."""
        return int(self.block['frame_']['enter'])

    def body(self):
        """The name of the body's type."""
        return without_defaults(self.full_body())

    def full_body(self):
        function = block_of_function(self.enter())
        if function is None:
            return 'a body without debug information'
        body = type_argument(function.function.name.partition('frame')[2], 1) or '?'
        if '>::pulling<' in body:  # a consumer's body
            body = type_argument(body.rpartition('>::pulling')[2], 0) or body
        return body

    def body_line(self):
        """Where the body stands in the source, as file:line; of a lambda that no debug information
        leads to, the function around it. None where that is not known either."""
        body = self.full_body()
        at = re.search(r'lambda at ([^()]*):(\d+):\d+\)', body)  # Clang says it
        if at:
            return '%s:%s' % at.groups()
        found = self.line_inlined_in_enter(without_defaults(body))
        if found:
            return found
        around = re.split(r'::[<{]lambda', body)
        try:
            lines = gdb.decode_line(around[0] if len(around) > 1 else body + '::operator()')[1]
        except gdb.error:
            return None
        if not lines or not lines[0].symtab or OTHERS_FILE.search(lines[0].symtab.fullname()):
            return None
        return '%s:%d' % (lines[0].symtab.filename, lines[0].line)

    def line_inlined_in_enter(self, body):
        block = block_of_function(self.enter())
        if block is None:
            return None
        for entry in block.function.symtab.linetable() or []:
            if not block.start <= entry.pc < block.end:
                continue
            inner = gdb.block_for_pc(entry.pc)
            while inner is not None and inner.start != block.start:
                name = inner.function and inner.function.name
                # an instance of a template may be said to stand in a header that it uses
                if name and without_defaults(name).startswith(body + '::operator()') and \
                        not OTHERS_FILE.search(inner.function.symtab.fullname()):
                    return '%s:%d' % (inner.function.symtab.filename, inner.function.line)
                inner = inner.superblock
        return None

    # --- its stack ---

    def stack(self):
        """(lowest address, end)"""
        top = int(self.block['stack_']['sp'])
        return top - int(self.block['stack_']['size']), top

    def registers(self):
        """What the registers are when the body goes on; None while it runs or was never resumed."""
        if self.progress() != 'started' or not (self.waits() or self.delegates()):
            return None
        machine = architecture()
        if self.engine_name == 'native':
            side = self.engine['sides_']['body']
            registers = {machine.stack_pointer: int(side['stack_pointer']),
                         machine.frame_pointer: int(side['frame_pointer']),
                         machine.program_counter: int(side['resume_address']),
                         machine.state: int(self.engine['sides_'].address)}
            if int(side['base_pointer']):
                registers[machine.base] = int(side['base_pointer'])
            return registers
        if self.engine_name == 'context':
            fiber = self.engine['body_']['fctx_']
        else:
            fiber = self.engine['body_']['cb_'].dereference()['c']['fctx_']
        address = int(fiber) + stack_protector_bytes()
        registers = {name: word_at(address + offset) for name, offset in machine.fiber.items()}
        registers[machine.stack_pointer] = address + machine.fiber_size
        return registers

    def stack_use(self, running_at=None):
        """Bytes in use; None where nobody knows."""
        registers = self.registers()
        if registers:
            running_at = registers[architecture().stack_pointer]
        return self.stack()[1] - running_at if running_at else None


def live_coroutines():
    """Those in the registry, in the order in which they were made."""
    try:
        ring = gdb.parse_and_eval('&' + RING)
        pointer = gdb.lookup_type(NAMESPACE + 'detail::registry_entry').pointer()
    except gdb.error as error:
        raise gdb.GdbError('deepyield: this program has no generators with debug information '
                           '(compile it with -g): %s' % error)
    ring = ring.cast(pointer)
    entry = ring['next']
    while int(entry) != int(ring) and int(entry) != 0:
        yield Coroutine.at(entry['block'], entry['engine'].string())
        entry = entry['next']


# --- frames ---

class SuspendedFrames(gdb.unwinder.Unwinder):
    """While it has registers, the thread's own innermost frame appears to be called by the body
    that they belong to. Nothing is written, so this works on core files too."""

    def __init__(self):
        super().__init__('deepyield')
        self.registers = None

    def show(self, registers):
        self.hide()
        self.thread = gdb.selected_thread().ptid
        self.innermost = int(gdb.newest_frame().read_register(architecture().stack_pointer))
        self.first_frame = address_of_symbol('deepyield_native_first_frame')
        self.registers = registers
        gdb.invalidate_cached_frames()

    def hide(self):
        if self.registers is not None:
            self.registers = None
            gdb.invalidate_cached_frames()

    def __call__(self, pending):
        if self.registers is None or gdb.selected_thread().ptid != self.thread:
            return None
        machine = architecture()
        stack_pointer = int(pending.read_register(machine.stack_pointer))
        # Any address will do that identifies the frame, if it is below that of its caller: gdb
        # takes stacks that grow upwards for corrupt.
        if stack_pointer == self.innermost:
            below_caller = self.registers[machine.stack_pointer] - 16
            return self.unwind(pending, below_caller, self.registers)
        # Nobody has called the first frame of a body without a consumer. gdb stops at address 0.
        program_counter = int(pending.read_register(machine.program_counter))
        if self.first_frame and -1 <= program_counter - self.first_frame < 32:
            nobody = {machine.program_counter: 0, machine.stack_pointer: stack_pointer,
                      machine.frame_pointer: 0}
            if machine.link:
                nobody[machine.link] = 0
            return self.unwind(pending, stack_pointer, nobody)
        return None

    @staticmethod
    def unwind(pending, identifying_address, registers):
        machine = architecture()
        word = gdb.lookup_type('unsigned long')
        frame = pending.create_unwind_info(FrameIdentity(
            gdb.Value(identifying_address).cast(word),
            pending.read_register(machine.program_counter)))
        for name, value in registers.items():
            kind = pending.read_register(name).type
            frame.add_saved_register(name, gdb.Value(value).cast(word).cast(kind))
        return frame

    def first(self):
        """The innermost frame of the body."""
        wanted = self.registers[architecture().stack_pointer]
        frame = gdb.newest_frame()
        while frame and int(frame.read_register(architecture().stack_pointer)) != wanted:
            frame = frame.older()
        if frame is None:
            raise gdb.GdbError('deepyield: gdb finds no frames there')
        return frame


class FrameIdentity:
    def __init__(self, stack_pointer, program_counter):
        self.sp = stack_pointer
        self.pc = program_counter


def address_of_symbol(name):
    try:
        return int(gdb.parse_and_eval('(unsigned long)&' + name))
    except gdb.error:
        return None


def is_of_library(frame):
    """Whether a frame is the library's, Boost's or the assembly's own: nobody looks for these."""
    if (frame.name() or '').startswith(OF_LIBRARY) or frame.pc() == 0:
        return True
    file = frame.find_sal().symtab
    return bool(file and FILE_OF_LIBRARY.search(file.fullname()))


def users_frame(frame):
    """From this one outwards, the first that is not the library's. None where there is none."""
    while frame is not None and is_of_library(frame):
        frame = frame.older()
    return frame


def line_of(frame):
    where = frame.find_sal()
    return '%s:%d' % (where.symtab.filename, where.line) if where.symtab else '%#x' % frame.pc()


def auxiliary_vector():
    try:
        return gdb.execute('info auxv', to_string=True)
    except gdb.error:
        return ''


class Threads:
    """Where each thread's stack pointer is, and where it faulted."""

    def __init__(self):
        self.frames = []  # (thread, stack pointer)
        self.fault = None
        page = re.search(r'AT_PAGESZ .* (\d+)$', auxiliary_vector(), re.MULTILINE)
        # The pool's guard lies below what it hands out, and up to 2 KiB further down.
        self.reach = (int(page.group(1)) if page else 4096) + 2048
        selected = gdb.selected_thread()
        for thread in gdb.selected_inferior().threads():
            thread.switch()
            pointer = gdb.newest_frame().read_register(architecture().stack_pointer)
            self.frames.append((thread, int(pointer)))
        selected.switch()
        try:
            information = gdb.parse_and_eval('$_siginfo')
            if int(information['si_signo']) == 11:
                self.fault = int(information['_sifields']['_sigfault']['si_addr'])
        except gdb.error:
            pass

    def overflowed(self, coroutine):
        """Whether a thread stands or faulted below the stack, in its guard."""
        lowest, _ = coroutine.stack()
        addresses = [pointer for _, pointer in self.frames]
        if self.fault:
            addresses.append(self.fault)
        return any(lowest - self.reach <= address < lowest for address in addresses)

    def on(self, coroutine):
        """The thread whose innermost frame is on the coroutine's stack, or below it."""
        lowest, end = coroutine.stack()
        for thread, pointer in self.frames:
            if lowest - self.reach <= pointer < end:
                return thread, pointer
        return None, None


# --- commands ---

frames = SuspendedFrames()


def find(argument):
    if argument.isdigit():
        number = int(argument)
        found = list(live_coroutines())
        if not 1 <= number <= len(found):
            raise gdb.GdbError('deepyield: there is no generator %d: %s' % (number, advice(found)))
        return found[number - 1]
    coroutine = Coroutine.of(gdb.parse_and_eval(argument))
    if coroutine is None:
        raise gdb.GdbError('deepyield: %s is a default-constructed or moved-from generator'
                           % argument)
    return coroutine


def advice(found):
    if found:
        return '`info generators` lists 1 to %d' % len(found)
    return ('none is tracked: run the program with DEEPYIELD_DEBUG=track in its environment, or '
            'call deepyield::track_generators() early in main')


class InfoGenerators(gdb.Command):
    """Lists the live generators: number, address, state, stack in use, body, and where it waits or
which thread runs it. The program must track them: DEEPYIELD_DEBUG=track, or
deepyield::track_generators()."""

    def __init__(self):
        super().__init__('info generators', gdb.COMMAND_STACK)

    def invoke(self, argument, from_tty):
        del argument, from_tty
        found = list(live_coroutines())
        if not found:
            print('No generators: ' + advice(found) + '.')
            return
        self.bodies = {}  # by the address of a body's first function
        self.lines = {}  # by the address at which a body goes on
        # the number of the one that each delegates to, by its address
        outers = [coroutine.outer() for coroutine in found]
        self.inners = {outer.address(): number for number, outer in enumerate(outers, 1) if outer}
        with SelectedFrame():
            threads = Threads()
            rows = [('Num', 'Address', 'State', 'Stack', 'Body')]
            for number, coroutine in enumerate(found, 1):
                rows.append((str(number), '%#x' % coroutine.address(),
                             *self.row(coroutine, threads)))
        widths = [max(map(len, column)) for column in zip(*[row[:4] for row in rows])]
        for row in rows:
            print('  '.join([text.ljust(width) for text, width in zip(row, widths)] + [row[4]]))

    def row(self, coroutine, threads):
        state = coroutine.state()
        thread, pointer = threads.on(coroutine)
        where = ''
        if threads.overflowed(coroutine):
            state = 'STACK OVERFLOW'
        if coroutine.delegates():
            state = 'delegates'
            inner = self.inners.get(coroutine.address())
            where = ', in yield.from' + (' of %d' % inner if inner else '')
        elif thread is not None:
            where = ', on thread %d' % thread.num
        elif state == 'running':
            where = ', which resumes another'
        use = coroutine.stack_use(pointer)
        at = self.line_of_yield(coroutine)
        if at:
            where += ', at ' + at
        size = coroutine.stack()[1] - coroutine.stack()[0]
        stack = '%d of %d' % (use, size) if use is not None else '%d' % size
        return state, stack, self.body(coroutine) + where

    def body(self, coroutine):
        """Its type, and where that stands in the source."""
        enter = coroutine.enter()
        if enter not in self.bodies:
            line = coroutine.body_line()
            self.bodies[enter] = coroutine.body() + (' (%s)' % line if line else '')
        return self.bodies[enter]

    def line_of_yield(self, coroutine):
        """The user's line at which it is suspended; None where there is none."""
        registers = coroutine.registers()
        if not registers:
            return None
        machine = architecture()
        address = registers[machine.program_counter]
        if address in self.lines:
            return self.lines[address]
        frames.show(registers)
        try:
            frame = users_frame(frames.first())
            line = frame and line_of(frame)
            # Where the library's calls are inlined into the user's, the address says the line.
            if frame and int(frame.read_register(machine.stack_pointer)) == \
                    registers[machine.stack_pointer]:
                self.lines[address] = line
            return line
        except gdb.error:
            return None
        finally:
            frames.hide()


class SelectedFrame:
    """Comes back to the frame that was selected."""

    def __enter__(self):
        frames.hide()
        self.thread = gdb.selected_thread()
        self.level = gdb.selected_frame().level()

    def __exit__(self, *_):
        frames.hide()
        self.thread.switch()
        gdb.execute('frame level %d' % self.level, to_string=True)


class Generator(gdb.Command):
    """generator N bt: the calls on the stack of a generator, without the library's own.
generator N frame [M]: selects one of them, for `up`, `down`, `info locals`, `print`.
generator off: goes back to the thread's own frames.
N is a number of `info generators`, or an expression: a generator, yielder, consumer or iterator."""

    def __init__(self):
        super().__init__('generator', gdb.COMMAND_STACK)

    def invoke(self, argument, from_tty):
        del from_tty
        try:
            self.run(argument)
        except gdb.error as error:
            raise gdb.GdbError('deepyield: %s' % error)

    def run(self, argument):
        if argument.strip() == 'off':
            frames.hide()
            return
        match = re.fullmatch(r'\s*(.*\S)\s+(bt|backtrace|frame)(?:\s+(.*))?', argument)
        if not match:
            raise gdb.GdbError('usage: generator N bt | generator N frame [M] | generator off')
        which, action, rest = match.groups()
        coroutine = find(which)
        if action == 'frame':
            frames.hide()
            level = self.show(coroutine).level() + (int(rest) if rest else 0)
            gdb.execute('frame level %d' % level)
        else:
            with SelectedFrame():
                self.print_backtrace(coroutine, rest or '')

    def print_backtrace(self, coroutine, options):
        first = self.show(coroutine)
        hidden = set()
        frame = first
        while frame is not None:
            if is_of_library(frame):
                hidden.add(frame.level())
            frame = frame.older()
        shown = gdb.execute('backtrace ' + options, to_string=True)
        self.print_from(shown, first.level(), hidden)

    @staticmethod
    def show(coroutine):
        """Its innermost frame."""
        registers = coroutine.registers()
        if registers:
            frames.show(registers)
            return frames.first()
        if coroutine.state() != 'running':
            raise gdb.GdbError('deepyield: this generator has no frames, since it is %s (%s)' % (
                coroutine.state(), coroutine.body()))
        name = architecture().stack_pointer
        threads = Threads()
        lowest, end = coroutine.stack()
        for thread, _ in threads.frames:
            thread.switch()
            frame = gdb.newest_frame()
            while frame is not None:
                if lowest - threads.reach <= int(frame.read_register(name)) < end:
                    return frame
                frame = frame.older()
        raise gdb.GdbError('deepyield: no thread runs this generator')

    @staticmethod
    def print_from(shown, first, hidden):
        """The lines of a backtrace from the level `first` on, which gets number 0, less the hidden
        levels."""
        wanted = False
        for line in shown.splitlines():
            number = re.match(r'#(\d+)( +)', line)
            if number:
                level = int(number.group(1))
                wanted = level >= first and level not in hidden
                line = ('#%d' % (level - first)).ljust(len(number.group(0))) + line[number.end():]
            if wanted:
                print(line)


# --- printers ---

def description(coroutine):
    state = coroutine.state()
    if coroutine.delegates():
        state += ' in yield.from'
    return '%s, body %s' % (state, coroutine.body())


class HandlePrinter:
    """A generator, shared_generator, yielder or consumer."""

    def __init__(self, value, name, element_type):
        self.value = value
        self.name = name
        self.element_type = element_type

    def to_string(self):
        coroutine = Coroutine.of(self.value)
        if coroutine is None:
            return self.name + ': closed, without a body'
        return '%s: %s' % (self.name, description(coroutine))

    def children(self):
        coroutine = Coroutine.of(self.value)
        element = coroutine.element() if coroutine else 0
        if element and self.element_type is not None:
            yield 'element', gdb.Value(element).cast(self.element_type.pointer()).dereference()


class IteratorPrinter:
    def __init__(self, value):
        self.element_type = value.type.strip_typedefs().template_argument(0)
        self.stream = value['stream_']

    def current(self):
        if int(self.stream) == 0:
            return None
        stream = self.stream.dereference()
        if str(stream.type.strip_typedefs()).startswith(NAMESPACE + 'lazy_range<'):
            return element_of_lazy_range(stream)
        try:
            address = Coroutine(stream).element()
        except gdb.error:
            return None
        pointer = plain(self.element_type).pointer()
        return gdb.Value(address).cast(pointer).dereference() if address else None

    def to_string(self):
        return 'iterator: at the end' if self.current() is None else 'iterator'

    def children(self):
        element = self.current()
        if element is not None:
            yield 'element', element


class LazyRangePrinter:
    def __init__(self, value):
        self.value = value

    def to_string(self):
        cursor = self.value.type.strip_typedefs().template_argument(0)
        name = without_defaults(str(cursor)).partition('<')[0].replace('deepyield::', '')
        name = name.replace('detail::', '').replace('_cursor', '')
        state = {'ready': 'suspended', 'ended': 'closed'}.get(
            value_of(self.value['phase_']), value_of(self.value['phase_']))
        return 'lazy_range: %s, %s' % (state, name)

    def children(self):
        element = element_of_lazy_range(self.value)
        if element is not None:
            yield 'element', element


def element_of_lazy_range(value):
    """None where there is none, or the cursor computes it only when it is read."""
    position = value['position_']
    names = [field.name for field in position.type.strip_typedefs().fields()]
    if 'element_' in names:
        return position['element_'].dereference() if int(position['element_']) else None
    if not position['stands_']:
        return None
    cursor = value['cursor_']['value_']
    for name in ('current_', 'element_', 'value_'):
        try:
            return inner_element(cursor[name])
        except gdb.error:
            continue
    return None


def inner_element(current):
    kind = current.type.strip_typedefs()
    if str(kind).startswith(NAMESPACE + 'detail::current_element<'):
        try:
            return current['value_']['value_']
        except gdb.error:
            return current['element_'].dereference()
    return current


def plain(kind):
    kind = kind.strip_typedefs()
    while kind.code in (gdb.TYPE_CODE_REF, gdb.TYPE_CODE_RVALUE_REF):
        kind = kind.target().strip_typedefs()
    return None if kind.code == gdb.TYPE_CODE_VOID else kind


class Guarded:
    """A printer that says what is missing, where gdb cannot read it, rather than fail."""

    def __init__(self, printer):
        self.printer = printer

    def to_string(self):
        try:
            return self.printer.to_string()
        except gdb.error as error:
            return '<%s>' % error

    def children(self):
        try:
            return list(self.printer.children())
        except gdb.error:
            return []


def printer_of(value):
    printer = unguarded_printer_of(value)
    return printer and Guarded(printer)


def unguarded_printer_of(value):
    kind = value.type.strip_typedefs().unqualified()
    if kind.code != gdb.TYPE_CODE_STRUCT or not (kind.name or '').startswith(NAMESPACE):
        return None
    name = kind.name[len(NAMESPACE):].partition('<')[0]
    if name in ('generator', 'shared_generator', 'yielder'):
        return HandlePrinter(value, name, plain(kind.template_argument(0)))
    if name == 'consumer':
        return HandlePrinter(value, name, None)
    if name == 'element_iterator':
        return IteratorPrinter(value)
    if name == 'lazy_range':
        return LazyRangePrinter(value)
    return None


printer_of.name = 'deepyield'


def register():
    gdb.pretty_printers[:] = [printer for printer in gdb.pretty_printers
                              if getattr(printer, 'name', '') != 'deepyield']
    gdb.pretty_printers.append(printer_of)
    gdb.unwinder.register_unwinder(None, frames, replace=True)
    gdb.events.cont.connect(lambda _: frames.hide())
    InfoGenerators()
    Generator()


register()
