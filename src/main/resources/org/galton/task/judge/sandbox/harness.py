"""Runs a program in the sandbox. Reads it and its tests from standard input, tells on descriptor 3 how they ended."""
import builtins
import os
import sys
import time


def main():
    # Kept here, since the program may put something else in their places.
    leave, write, read, new_module = os._exit, os.write, os.read, type(sys)
    translate, run, kind, text_of, numbered = compile, exec, type, str, enumerate
    cpu_time, read_file, times = time.process_time_ns, open, os.times

    def take(size):
        parts = []
        while size:
            part = read(0, min(size, 1 << 20))
            if not part:
                leave(97)
            parts.append(part)
            size -= len(part)
        return b"".join(parts)

    mode, start, nonce, *sizes = take(int(take(8))).decode().split()
    program, *tests = [take(int(size)).decode() for size in sizes]
    prepare(mode)
    if mode == "inputs":
        from json import dumps, loads
        inputs = loads(tests[1])
    write(3, ("start " + start + "\n").encode())

    def tell(word, text):
        with read_file("/proc/self/status") as status:
            peak = [line.split()[1] for line in status if line.startswith("VmHWM:")] or ["0"]
        spent = times()
        millis = cpu_time() // 1000000 + int(1000 * (spent[2] + spent[3]))
        line = "%s %s %d %s %s\n" % (word, nonce, millis, peak[0], text)
        write(3, line.encode("utf-8", "replace"))

    def fail(place, problem):
        try:
            text = " ".join(text_of(problem).split())[:200]
        except BaseException:
            text = ""
        tell("fail", "%d %s: %s" % (place, kind(problem).__name__, text))
        leave(1)

    name = "__main__" if mode == "stdin" else "solution"
    module = new_module(name)
    sys.modules[name] = module
    space = module.__dict__
    try:
        code = translate(program, "solution.py", "exec", dont_inherit=True)
        if mode in ("stdin", "call"):
            usual_names(code, space)
        run(code, space)
    except SystemExit as problem:
        if mode != "stdin":
            return fail(0, problem)
    except BaseException as problem:
        return fail(0, problem)

    if mode == "tests":
        for place, test in numbered(tests, 1):
            try:
                run(translate(test, "test.py", "exec", dont_inherit=True), space)
            except BaseException as problem:
                return fail(place, problem)
        tell("done", "")
        leave(0)
    elif mode == "inputs":
        results = []
        for place, given in numbered(inputs, 1):
            try:
                results.append(plain(space[tests[0]](*given), dumps))
            except BaseException as problem:
                return fail(place, problem)
        tell("done", dumps(results))
        leave(0)
    elif mode == "call":
        try:
            result = called(space, *tests)
        except BaseException as problem:
            return fail(1, problem)
        tell("done", result)
        leave(0)
    else:
        tell("done", "")


def prepare(mode):
    import site

    if sys.path and sys.path[0] == "":
        del sys.path[0]
    sys.path.extend(site.getsitepackages())
    builtins.exit = builtins.quit = sys.exit
    # Where memory runs out, the machine's choice falls on this process before any other.
    with open("/proc/self/oom_score_adj", "w") as score:
        score.write("1000")
    os.dup2(2, 3)
    null = os.open("/dev/null", os.O_RDWR)
    os.dup2(null, 2)
    if mode != "stdin":
        os.dup2(null, 0)
    os.close(null)


def called(space, entry, given):
    import json

    arguments = [json.loads(line) for line in given.split("\n") if line.strip()]
    function = getattr(space["Solution"](), entry) if "Solution" in space else space[entry]
    return json.dumps(function(*arguments))


def plain(value, dumps):
    """As JSON can hold it, so that values of different types differ and equal ones are in one order."""
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if isinstance(value, list):
        return [plain(one, dumps) for one in value]
    if isinstance(value, tuple):
        return {"tuple": [plain(one, dumps) for one in value]}
    if isinstance(value, (set, frozenset)):
        return {"set": sorted((plain(one, dumps) for one in value), key=dumps)}
    if isinstance(value, dict):
        return {"dict": sorted(([plain(k, dumps), plain(v, dumps)] for k, v in value.items()), key=dumps)}
    if isinstance(value, complex):
        return {"complex": [value.real, value.imag]}
    if isinstance(value, (bytes, bytearray)):
        return {"bytes": value.hex()}
    raise TypeError("values of the type %s are not compared" % type(value).__name__)


# What programs of contests use without importing it.
USUAL = {
    "bisect": "bisect bisect_left bisect_right insort insort_left insort_right",
    "collections": "ChainMap Counter OrderedDict UserDict defaultdict deque namedtuple",
    "copy": "copy deepcopy",
    "datetime": "date datetime time timedelta timezone",
    "decimal": "Decimal getcontext",
    "fractions": "Fraction",
    "functools": "cache cmp_to_key lru_cache partial reduce wraps",
    "heapq": "heapify heappop heappush heappushpop heapreplace merge nlargest nsmallest",
    "io": "BytesIO StringIO",
    "itertools": "accumulate chain combinations combinations_with_replacement compress count cycle dropwhile groupby"
    " islice pairwise permutations product repeat starmap takewhile tee zip_longest",
    "json": "",
    "math": "acos asin atan atan2 ceil comb cos degrees e exp fabs factorial floor fmod gcd hypot inf isclose isinf"
    " isnan isqrt lcm log log10 log2 nan perm pi prod radians sin sqrt tan trunc",
    "operator": "add and_ attrgetter eq floordiv ge gt itemgetter le lt mod mul ne neg or_ sub truediv xor",
    "os": "",
    "random": "choice randint random shuffle",
    "re": "",
    "statistics": "mean median mode pstdev stdev",
    "string": "ascii_letters ascii_lowercase ascii_uppercase digits punctuation",
    "sys": "argv maxsize setrecursionlimit stdin stdout",
    "time": "",
    "typing": "Any Callable Deque Dict FrozenSet Iterable Iterator List Optional Sequence Set Tuple TypeVar Union",
}


def usual_names(code, space):
    used, codes = set(), [code]
    while codes:
        one = codes.pop()
        used.update(one.co_names)
        codes.extend(inner for inner in one.co_consts if isinstance(inner, type(code)))
    for module, names in USUAL.items():
        for name in used.intersection(names.split()):
            space[name] = getattr(__import__(module), name)
    for module in used.intersection(USUAL):
        space[module] = __import__(module)


main()
