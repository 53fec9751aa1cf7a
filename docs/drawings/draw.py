"""Draws the pictures of how_it_works.md: python3 docs/drawings/draw.py

Each has a light card of its own as background, so that it reads in light and dark pages alike.
"""
import pathlib
from xml.sax.saxutils import escape

HERE = pathlib.Path(__file__).resolve().parent

INK = '#1f2933'
CONSUMER = '#cfe3f7'
BODY = '#d6efd8'
LIBRARY = '#fbe5c0'
SYSTEM = '#f3d0d0'
FREE = '#ffffff'


class Drawing:
    def __init__(self, width, height, title):
        self.width, self.height, self.title = width, height, title
        self.parts = []

    def box(self, x, y, width, height, lines, fill=FREE, dashed=False):
        style = ' stroke-dasharray="5 4"' if dashed else ''
        self.parts.append(f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="3" '
                          f'fill="{fill}" stroke="{INK}"{style}/>')
        lines = [lines] if isinstance(lines, str) else lines
        first = y + height / 2 - 9 * (len(lines) - 1) + 5
        for at, line in enumerate(lines):
            self.text(x + width / 2, first + 18 * at, line, 'middle')

    def text(self, x, y, text, anchor='start', bold=False):
        weight = ' font-weight="bold"' if bold else ''
        self.parts.append(f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}"{weight}>'
                          f'{escape(text)}</text>')

    def arrow(self, *points, dashed=False):
        path = 'M ' + ' L '.join(f'{x} {y}' for x, y in points)
        style = ' stroke-dasharray="5 4"' if dashed else ''
        self.parts.append(f'<path d="{path}" fill="none" stroke="{INK}" stroke-width="1.5" '
                          f'marker-end="url(#head)"{style}/>')

    def write(self, name):
        head = (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width} {self.height}" '
                f'width="{self.width}" height="{self.height}" role="img" '
                f'font-family="sans-serif" font-size="14" fill="{INK}">\n'
                f'<title>{escape(self.title)}</title>\n'
                f'<defs><marker id="head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" '
                f'markerHeight="7" orient="auto-start-reverse"><path d="M 0 0 L 10 5 L 0 10 z" '
                f'fill="{INK}"/></marker></defs>\n'
                f'<rect width="{self.width}" height="{self.height}" rx="8" fill="#fbfbfa"/>\n')
        (HERE / name).write_text(head + '\n'.join(self.parts) + '\n</svg>\n')


def floors():
    d = Drawing(720, 290, 'The five floors of the library; each knows only those below')
    rows = [('4  ranges, itertools', 'read ranges and make new ones', BODY),
            ('3  generator', 'the types: generator, yielder, consumer', BODY),
            ('2  coroutine, stack', 'one control block a body; where stacks come from', LIBRARY),
            ('1  engine', 'the switch between two stacks', CONSUMER),
            ('0  errors, utility', 'exceptions; what C++14 lacks', FREE)]
    for at, (name, what, fill) in enumerate(rows):
        y = 15 + 52 * at
        d.box(15, y, 210, 44, name, fill)
        d.text(245, y + 27, what)
    d.write('floors.svg')


def stack():
    d = Drawing(720, 400, 'A body\'s stack, from its high end to its guard page')
    d.text(20, 30, 'high addresses')
    d.box(230, 40, 290, 62,
          ['frame: the body and what it', 'captured, its result, its allocator'], BODY)
    d.box(230, 102, 290, 44, 'control block: two saved sides, state', LIBRARY)
    d.box(230, 146, 290, 36, 'first frame: leads to the consumer', LIBRARY)
    d.box(230, 182, 290, 60, ['the body\'s calls:', 'operator(), walk, walk, yield'], BODY)
    d.box(230, 242, 290, 80, ['untouched: takes no memory'], FREE, dashed=True)
    d.box(230, 322, 290, 40, 'guard page: an overflow faults here', SYSTEM)
    d.text(20, 382, 'low addresses')
    d.box(20, 106, 100, 36, 'generator g', CONSUMER)
    d.arrow((120, 124), (228, 124))
    d.text(174, 116, 'one pointer', 'middle')
    d.text(540, 76, 'made with the generator')
    d.text(540, 218, 'grows and shrinks')
    d.text(540, 286, '1 MiB of addresses')
    d.write('stack.svg')


def switch():
    d = Drawing(720, 380, 'Two stacks and the control block between them')
    d.text(100, 28, 'the consumer\'s stack', 'middle', True)
    d.text(610, 28, 'the body\'s stack', 'middle', True)
    d.box(20, 40, 170, 40, 'main', CONSUMER)
    d.box(20, 80, 170, 56, ['for (int i : g)', 'resume, inlined'], CONSUMER)
    d.box(20, 136, 170, 60, 'free', FREE, dashed=True)
    d.box(530, 40, 170, 40, 'operator()', BODY)
    d.box(530, 80, 170, 40, 'walk', BODY)
    d.box(530, 120, 170, 56, ['yield(*n)', 'suspend, inlined'], BODY)
    d.box(530, 176, 170, 60, 'free', FREE, dashed=True)
    d.text(360, 28, 'control block', 'middle', True)
    names = ['body: stack pointer', 'body: frame pointer', 'body: where it goes on',
             'consumer: stack pointer', 'consumer: frame pointer', 'consumer: where it goes on']
    for at, name in enumerate(names):
        d.box(250, 40 + 30 * at, 220, 30, name, BODY if at < 3 else CONSUMER)
    d.arrow((250, 55), (228, 55), (228, 300), (510, 300), (510, 178), (528, 178))
    d.arrow((470, 145), (490, 145), (490, 270), (206, 270), (206, 138), (192, 138))
    d.text(20, 330, 'resume: store this side\'s three words, load the body\'s, jump')
    d.text(20, 352, 'yield: store the body\'s three words, load the consumer\'s, write 0 over its')
    d.text(20, 370, 'stack pointer (the mark "suspended"), jump')
    d.write('switch.svg')


def delegation():
    d = Drawing(720, 300, 'A chain of yield.from: the consumer resumes the innermost directly')
    d.box(20, 110, 130, 60, ['consumer', 'g.next()'], CONSUMER)
    for at, name in enumerate(['root', 'middle', 'innermost']):
        d.box(250 + 165 * at, 110, 120, 60, [name, 'yields' if at == 2 else 'waits'], BODY)
        if at:
            d.arrow((250 + 165 * at - 45, 140), (250 + 165 * at - 2, 140), dashed=True)
    d.text(395, 188, 'yield.from', 'middle')
    d.text(560, 188, 'yield.from', 'middle')
    d.arrow((85, 108), (85, 60), (640, 60), (640, 108))
    d.text(360, 50, 'a resume switches to the innermost, whose address the root keeps', 'middle')
    d.arrow((640, 172), (640, 220), (85, 220), (85, 172))
    d.text(360, 240, 'its yield switches straight back: the same cost at every depth', 'middle')
    d.text(360, 275, 'send, throw_in and close reach the innermost too (PEP 380)', 'middle')
    d.write('delegation.svg')


def pool():
    d = Drawing(720, 330, 'Slabs of stacks, a thread\'s cache, and the store')
    d.text(20, 30, 'a slab: one reservation of addresses for many stacks', bold=True)
    x = 20
    for _ in range(3):
        d.box(x, 42, 56, 46, 'guard', SYSTEM)
        d.box(x + 56, 42, 164, 46, 'stack, staggered top', BODY)
        x += 220
    d.box(20, 140, 200, 70, ['thread\'s cache', 'two lists of up to 32'], CONSUMER)
    d.box(270, 140, 200, 70, ['store', 'lists, up to a watermark'], LIBRARY)
    d.box(520, 140, 180, 70, ['system', 'MADV_DONTNEED'], SYSTEM)
    d.arrow((222, 165), (268, 165))
    d.arrow((268, 190), (222, 190))
    d.arrow((472, 165), (518, 165))
    d.text(245, 155, 'lists', 'middle')
    d.text(495, 155, 'pages', 'middle')
    d.text(20, 245, 'make: take the first of the list, about ten instructions')
    d.text(20, 267, 'end: put it back; its pages stay for the next one')
    d.text(20, 289, 'past 64 MiB kept: those that waited longest go back to the system, neighbours')
    d.text(20, 307, 'by one call; their guards stay')
    d.write('pool.svg')


def backtrace():
    d = Drawing(720, 360, 'A backtrace goes from a body into its consumer')
    d.text(170, 28, 'the body\'s stack', 'middle', True)
    for at, (name, fill) in enumerate([('pow', BODY), ('walk', BODY), ('walk', BODY),
                                       ('frame::enter', LIBRARY), ('first frame', LIBRARY)]):
        d.box(70, 40 + 44 * at, 200, 36, name, fill)
        if at:
            d.arrow((170, 76 + 44 * (at - 1)), (170, 82 + 44 * (at - 1)))
    d.text(560, 28, 'the consumer\'s stack', 'middle', True)
    for at, name in enumerate(['sum', 'main']):
        d.box(460, 216 + 44 * at, 200, 36, name, CONSUMER)
    d.arrow((560, 252), (560, 258))
    d.arrow((272, 234), (458, 234))
    d.text(365, 224, 'through the control block', 'middle')
    d.text(20, 322, 'Unwind tables: the first frame\'s caller is computed by a DWARF expression.')
    d.text(20, 344, 'Frame pointers: the saved side is itself a frame record.')
    d.write('backtrace.svg')


if __name__ == '__main__':
    for draw in (floors, stack, switch, delegation, pool, backtrace):
        draw()
