"""Shows deepyield's generators in lldb.

  command script import deepyield_lldb.py

      generators, shared_generators, yielders and consumers print their state, body and current
      element; `generators` lists the live ones

  settings set target.process.python-os-plugin-path deepyield_lldb.py

      before the program is run or its core file read: each suspended generator is one more thread,
      in `thread list`, `thread select`, `bt`, `frame select`, `frame variable`

The list and the threads are of generators that the program tracks: DEEPYIELD_DEBUG=track in its
environment, or deepyield::track_generators(). With GCC and Clang; on x86-64 and AArch64. Reads the
program's debug information, so the program needs -g.
"""
import re

import lldb

NAMESPACE = 'deepyield::v2::'
RING = 'deepyield_v2_live_generators'

# What lldb needs to know of each register: name, its number in DWARF, its part.
REGISTERS = {
    'x86_64': [('rbx', 3, None), ('rbp', 6, 'fp'), ('rsp', 7, 'sp'), ('r12', 12, None),
               ('r13', 13, None), ('r14', 14, None), ('r15', 15, None), ('rip', 16, 'pc')],
    'aarch64': [('x%d' % number, number, None) for number in range(19, 29)] +
               [('x0', 0, None), ('x29', 29, 'fp'), ('x30', 30, 'ra'), ('sp', 31, 'sp'),
                ('pc', 32, 'pc')],
}
# Of the body's side of engine::native: stack pointer, frame pointer, where it goes on, base pointer;
# then the register that holds the address of both sides.
NATIVE = {'x86_64': ('rsp', 'rbp', 'rip', 'rbx', 'r12'),
          'aarch64': ('sp', 'x29', 'pc', 'x19', 'x0')}
# What Boost.Context keeps, as its assembly's comments say: offsets from the address that it hands
# out, and the size of it all, behind which the stack pointer points.
FIBER = {
    'x86_64': ({'r12': 0x08, 'r13': 0x10, 'r14': 0x18, 'r15': 0x20, 'rbx': 0x28, 'rbp': 0x30,
                'rip': 0x38}, 0x40),
    'aarch64': (dict({'x%d' % number: 0x40 + 8 * (number - 19) for number in range(19, 30)},
                     x30=0x98, pc=0xa0), 0xb0),
}


def machine(target):
    name = target.triple.partition('-')[0].replace('arm64', 'aarch64')
    if name not in REGISTERS:
        raise ValueError('the frames of generators are not known on ' + name)
    return name


# jump_fcontext's `leaq -0x40(%rsp), %rsp`; older versions of Boost take 0x38.
WITH_STACK_PROTECTOR = b'\x48\x8d\x64\x24\xc0'


def stack_protector_bytes(target, process):
    """Newer versions of Boost.Context keep a word more in front of x86-64's registers."""
    found = target.FindSymbols('jump_fcontext')
    if not found.GetSize():
        return 0
    address = found.GetContextAtIndex(0).GetSymbol().GetStartAddress().GetLoadAddress(target)
    code = process.ReadMemory(address, 9, lldb.SBError()) or b''
    return 8 if WITH_STACK_PROTECTOR in code else 0


def member(value, *names):
    for name in names:
        value = one_member(value.GetNonSyntheticValue(), name)
    return value


def one_member(value, name):
    """lldb's own lookup finds the wrong one behind a second anonymous union."""
    for child in value:
        if child.GetName() == name:
            return child
    bases = value.GetType().GetNumberOfDirectBaseClasses()
    for at, child in enumerate(value):
        if at < bases or not child.GetName():
            found = one_member(child.GetNonSyntheticValue(), name)
            if found.IsValid():
                return found
    return lldb.SBValue()


def number(value):
    return value.GetValueAsUnsigned()


def word_at(process, address):
    error = lldb.SBError()
    word = process.ReadUnsignedFromMemory(address, 8, error)
    if error.Fail():
        raise ValueError(str(error))
    return word


def without_defaults(name):
    name = name.replace(NAMESPACE, 'deepyield::')
    return re.sub(r'(, void)?, deepyield::engine::\w+(?= ?>)', '', name)


def type_arguments(name):
    """The template arguments of the first type in `name`, with brackets matched."""
    depth, first, arguments = 0, 0, []
    for at, character in enumerate(name):
        if character in '<(':
            depth += 1
            if depth == 1:
                first = at + 1
        elif character in '>)' and name[at - 1:at] != '-':
            depth -= 1
        if depth == 1 and character == ',' or depth == 0 and character == '>':
            arguments.append(name[first:at].strip())
            first = at + 1
            if depth == 0:
                break
    return arguments


class Coroutine:
    """The control block of a body, and what can be told of it."""

    def __init__(self, block):
        self.block = block
        self.engine = member(block, 'engine_')
        self.engine_name = self.engine.GetTypeName().rpartition('::')[2]

    @classmethod
    def at(cls, target, address, engine_name):
        kind = target.FindFirstType(
            '%sdetail::control_block<%sengine::%s>' % (NAMESPACE, NAMESPACE, engine_name))
        where = lldb.SBAddress(address, target)
        return cls(target.CreateValueFromAddress('block', where, kind))

    @classmethod
    def of(cls, handle):
        """From a generator, consumer, shared_generator or yielder; None for an empty one."""
        handle = handle.GetNonSyntheticValue()
        if handle.GetType().IsReferenceType() or handle.GetType().IsPointerType():
            handle = handle.Dereference().GetNonSyntheticValue()
        name = handle.GetType().GetCanonicalType().GetName()
        if name.startswith(NAMESPACE + 'consumer<'):
            return cls.of(member(handle, 'body_'))
        if name.startswith(NAMESPACE + 'shared_generator<'):
            pointer = member(handle, 'shared_', '_M_ptr')
            pointer = pointer if pointer.IsValid() else member(handle, 'shared_', '__ptr_')
            return cls.of(pointer.Dereference()) if number(pointer) else None
        if name.startswith(NAMESPACE + 'generator<'):
            block = member(handle, 'block_')
            return cls(block.Dereference()) if number(block) else None
        while not name.startswith(NAMESPACE + 'detail::control_block<'):
            if handle.GetType().GetNumberOfDirectBaseClasses() == 0:
                raise ValueError('this is no generator, but ' + name)
            handle = handle.GetChildAtIndex(0)
            name = handle.GetType().GetCanonicalType().GetName()
        return cls(handle)

    def address(self):
        return self.block.GetLoadAddress()

    def target(self):
        return self.block.GetTarget()

    def process(self):
        return self.block.GetProcess()

    # --- its state ---

    def suspended(self):
        if self.engine_name == 'native':
            marked = number(member(self.engine, 'sides_', 'consumer', 'stack_pointer')) == 0
        else:
            marked = number(member(self.engine, 'suspended_', 'value_')) != 0
        return marked or number(member(self.block, 'is_set_aside_', 'value_')) != 0

    def other(self, name):
        address = number(member(self.block, 'delegation_', name, 'value_'))
        return Coroutine.at(self.target(), address, self.engine_name) if address else None

    def progress(self):
        return member(self.block, 'progress_', 'value_').GetValue()

    def delegates(self):
        return member(self.block, 'delegation_', 'phase_').GetValue() == 'waiting'

    def state(self):
        """As generator::state() says."""
        if self.progress() != 'started':
            return self.progress()
        root = self
        while root.other('outer_'):
            root = root.other('outer_')
        return 'suspended' if root.other('resumed_').suspended() else 'running'

    # --- its body and stack ---

    def body(self):
        enter = lldb.SBAddress(number(member(self.block, 'frame_', 'enter')), self.target())
        name = enter.GetFunction().GetName() or enter.GetSymbol().GetName() or ''
        arguments = type_arguments(name.partition('frame')[2])
        body = arguments[1] if len(arguments) > 1 else 'a body without debug information'
        if '>::pulling<' in body:  # a consumer's body
            body = type_arguments(body.rpartition('>::pulling')[2])[0]
        return without_defaults(body)

    def stack(self):
        """(lowest address, end)"""
        top = number(member(self.block, 'stack_', 'sp'))
        return top - number(member(self.block, 'stack_', 'size')), top

    def registers(self):
        """What the registers are when the body goes on; None while it runs or was never resumed."""
        if self.progress() != 'started' or not (self.suspended() or self.delegates()):
            return None
        name = machine(self.target())
        if self.engine_name == 'native':
            side = member(self.engine, 'sides_', 'body')
            stack_pointer, frame_pointer, program_counter, base, state = NATIVE[name]
            return {stack_pointer: number(member(side, 'stack_pointer')),
                    frame_pointer: number(member(side, 'frame_pointer')),
                    program_counter: number(member(side, 'resume_address')),
                    base: number(member(side, 'base_pointer')),
                    state: member(self.engine, 'sides_').GetLoadAddress()}
        if self.engine_name == 'context':
            fiber = member(self.engine, 'body_', 'fctx_')
        else:
            fiber = member(member(self.engine, 'body_', 'cb_').Dereference(), 'c', 'fctx_')
        offsets, size = FIBER[name]
        address = number(fiber) + stack_protector_bytes(self.target(), self.process())
        registers = {each: word_at(self.process(), address + offset)
                     for each, offset in offsets.items()}
        registers[NATIVE[name][0]] = address + size
        return registers


def live_coroutines(target):
    ring = target.FindSymbols(RING)
    kind = target.FindFirstType(NAMESPACE + 'detail::registry_entry')
    if not ring.GetSize() or not kind.IsValid():
        raise ValueError('this program has no generators with debug information: compile with -g')
    first = ring.GetContextAtIndex(0).GetSymbol().GetStartAddress()
    entry = target.CreateValueFromAddress('ring', first, kind)
    end = first.GetLoadAddress(target)
    while True:
        address = number(member(entry, 'next'))
        if address in (end, 0):
            return
        entry = target.CreateValueFromAddress('entry', lldb.SBAddress(address, target), kind)
        engine = member(entry, 'engine').GetSummary().strip('"')
        yield Coroutine.at(target, number(member(entry, 'block')), engine)


class OperatingSystemPlugIn:
    """Each suspended generator of the registry is one more thread to lldb: its registers are those
    that its body goes on with. https://lldb.llvm.org/use/python-reference.html"""

    def __init__(self, process):
        self.process = process
        self.registers = {}  # by thread number: the block's address

    def get_thread_info(self):
        self.registers = {}
        threads = []
        for coroutine in live_coroutines(self.process.GetTarget()):
            registers = coroutine.registers()
            if registers:
                self.registers[coroutine.address()] = registers
                threads.append({'tid': coroutine.address(), 'name': coroutine.body(),
                                'queue': 'generators', 'state': 'stopped', 'stop_reason': 'none'})
        return threads

    def get_register_info(self):
        registers = []
        for at, (name, dwarf, part) in enumerate(REGISTERS[machine(self.process.GetTarget())]):
            register = {'name': name, 'bitsize': 64, 'offset': 8 * at, 'encoding': 'uint',
                        'format': 'hex', 'set': 0, 'gcc': dwarf, 'dwarf': dwarf}
            if part:
                register['generic'] = part
            registers.append(register)
        return {'sets': ['general'], 'registers': registers}

    def get_register_data(self, tid):
        names = [name for name, _, _ in REGISTERS[machine(self.process.GetTarget())]]
        return b''.join(self.registers[tid].get(name, 0).to_bytes(8, 'little') for name in names)


def generators(debugger, command, result, internal):
    """Lists the live generators."""
    del command, internal
    target = debugger.GetSelectedTarget()
    try:
        found = list(live_coroutines(target))
    except ValueError as error:
        result.SetError('deepyield: %s' % error)
        return
    if not found:
        result.AppendMessage('No generators: none is tracked: run the program with '
                             'DEEPYIELD_DEBUG=track in its environment, or call '
                             'deepyield::track_generators() early in main.')
        return
    result.AppendMessage('Num  Address         State      Stack    Body')
    for at, coroutine in enumerate(found, 1):
        state = 'delegates' if coroutine.delegates() else coroutine.state()
        registers = coroutine.registers()
        lowest, end = coroutine.stack()
        name = NATIVE[machine(target)][0]
        use = '%d of ' % (end - registers[name]) if registers else ''
        line = line_of_yield(coroutine, registers)
        result.AppendMessage('%-4d %#x  %-9s  %s%d  %s%s%s' % (
            at, coroutine.address(), state, use, end - lowest, coroutine.body(),
            ', at ' + line if line else '', '' if registers else running_on(coroutine)))


def line_of_yield(coroutine, registers):
    """The user's line that the body goes on in, where the library's calls are inlined into it."""
    if not registers:
        return None
    name = NATIVE[machine(coroutine.target())][2]
    block = lldb.SBAddress(registers[name], coroutine.target()).GetBlock()
    while block.IsValid():
        file = block.GetInlinedCallSiteFile()
        if not block.IsInlined() or file.IsValid() and \
                not re.search(r'include[/\\]deepyield[/\\]', file.fullpath or ''):
            break
        block = block.GetParent()
        while block.IsValid() and not block.IsInlined() and block.GetParent().IsValid():
            block = block.GetParent()
    if block.IsValid() and block.IsInlined():
        return '%s:%d' % (block.GetInlinedCallSiteFile().basename,
                          block.GetInlinedCallSiteLine())
    return None


def running_on(coroutine):
    lowest, end = coroutine.stack()
    for thread in coroutine.process():
        pointer = thread.GetFrameAtIndex(0).GetSP()
        if lowest - 8192 <= pointer < end:  # the guard counts
            overflow = ', STACK OVERFLOW' if pointer < lowest else ''
            return ', on thread %d%s' % (thread.GetIndexID(), overflow)
    return ''


def summary(value, internal):
    del internal
    try:
        coroutine = Coroutine.of(value)
    except ValueError:
        return ''
    if coroutine is None:
        return 'closed, without a body'
    delegating = ' in yield.from' if coroutine.delegates() else ''
    return '%s%s, body %s%s' % (coroutine.state(), delegating, coroutine.body(),
                                element_of(value, coroutine))


def element_of(value, coroutine):
    """The current element, as far as iterators know it."""
    address = number(member(coroutine.block, 'current_'))
    kind = value.GetType().GetCanonicalType().GetDereferencedType() \
        if value.GetType().IsReferenceType() else value.GetType().GetCanonicalType()
    if not address or 'consumer<' in kind.GetName():
        return ''
    kind = kind.GetTemplateArgumentType(0).GetDereferencedType() \
        if kind.GetTemplateArgumentType(0).IsReferenceType() else kind.GetTemplateArgumentType(0)
    element = value.GetTarget().CreateValueFromAddress(
        'element', lldb.SBAddress(address, value.GetTarget()), kind)
    shown = element.GetValue() or element.GetSummary() or str(element).partition(' = ')[2]
    return ', element = ' + re.sub(r'\s+', ' ', shown)


def __lldb_init_module(debugger, internal):
    del internal
    debugger.HandleCommand('command script add --overwrite -f %s.generators generators' % __name__)
    types = '^deepyield::(v2::)?(generator|shared_generator|consumer|yielder)<.+>$'
    debugger.HandleCommand('type summary add -x "%s" -F %s.summary --category deepyield'
                           % (types, __name__))
    debugger.HandleCommand('type category enable deepyield')
