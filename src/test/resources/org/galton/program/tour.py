"""doc"""
def fib(n: int) -> int:
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)

def primes(n):
    sieve = [True] * (n + 1)
    out = []
    for i in range(2, n + 1):
        if sieve[i]:
            out.append(i)
            for j in range(i * i, n + 1, i):
                sieve[j] = False
    return out

print(fib(15), primes(50))
d = {}
for w in "the cat the dog the end".split():
    d[w] = d.get(w, 0) + 1
print(d, sorted(d.items(), key=lambda kv: (-kv[1], kv[0])))
print([x * y for x in range(3) for y in range(3) if x != y], {k: v for k, v in zip("abc", [1, 2, 3])})
a, (b, c) = 1, (2, [3])
c += [4]
print(a, b, c, -7 // 2, -7 % 3, 2 ** 10, "a'b", 'x"y', "q\n", (1,), ())
print(any(x > 2 for x in [1, 2, 3]), all([]), max([3, 1], [2]), min("b", "a"), sum([[1], [2]], []))
m = [[0] * 3 for _ in range(2)]
m[1][2] += 5
print(m, m[-1][::-1], "hello"[1:-1], "hello"[::-2], 1 < 2 < 3, not 1 in [2], None is None)
s = 0
while True:
    s += 1
    if s == 5: continue
    if s > 10: break
print(s, "yes" if s else "no", "-".join(str(i) for i in range(4)), list(map(int, "1 2 3".split())))
del m[0]
print(m, list(reversed([1,2])), list(enumerate("ab", 1)))


def legal(board):
    return [i for i in range(9) if board[i] == " "]


LINES = [(0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)]


def winner(board):
    for a, b, c in LINES:
        if board[a] != " " and board[a] == board[b] == board[c]:
            return board[a]
    return None


def value(board, player, seen):
    key = "".join(board) + player
    if key in seen:
        return seen[key]
    won = winner(board)
    if won is not None:
        return 1 if won == "X" else -1
    moves = legal(board)
    if not moves:
        return 0
    best = None
    for move in moves:
        board[move] = player
        outcome = value(board, "O" if player == "X" else "X", seen)
        board[move] = " "
        if best is None or (outcome > best if player == "X" else outcome < best):
            best = outcome
    seen[key] = best
    return best


print(value(list("XO X     "), "O", {}), value(list("X   O   X"), "O", {}))


def greet(name, greeting="hello", times=2):
    """A text over
    two lines."""
    assert times > 0, "times"
    return (greeting + " " + name + "! ") * times


print(greet("you"), greet("me", times=1), greet(name="all", greeting="bye"))
word = "Hello, World"
print(word.lower(), word.upper(), word.find("World"), word.replace("l", "L"), word.count("o"))
print(word.split(", "), " a b ".strip(), "x,y,,z".split(","), "a\nb\n".splitlines(), word.startswith("He"))
print(repr("tab\t'quote'"), ["Aé", "\\"], {1: "a", (2, 3): [None, True]}, "é" < "z", "ab" * 3)
numbers = [5, 3, 8, 1]
numbers.sort(reverse=True)
numbers.insert(1, 7)
print(numbers, numbers.pop(), numbers.pop(0), numbers.index(5), numbers, sorted(numbers, key=lambda n: n % 4))
rest = numbers[2:]
print(rest, divmod(-7, 3), abs(-3), bool([]), int("-12"), str(3) + "4", len("né"), 5 in numbers, 9 not in numbers)
scores = {"a": 3, "b": 1}
scores["c"] = scores.pop("a")
scores.update({"b": 2})
del scores["b"]
print(scores, list(scores.keys()), list(scores.values()), scores.get("z"), scores.setdefault("y", []), "c" in scores)
total = 0
for index, (left, right) in enumerate(zip([1, 2, 3], [4, 5, 6])):
    if index == 1:
        continue
    total += left * right
print(total, [row[:] for row in [[1], [2]]], True + True, not 0, 0 or "x", 1 and [], -(2 ** 3), (1, 2) < (1, 3))
