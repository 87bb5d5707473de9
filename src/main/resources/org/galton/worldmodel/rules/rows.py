# Marks in a row on a board; with DROPS a mark falls to the lowest free cell of its column.
ROWS = 3
COLUMNS = 3
LENGTH = 3
DROPS = False


def initial_state():
    return {"board": ["."] * (ROWS * COLUMNS), "player": 0, "rewards": [0, 0]}


def get_current_player(state):
    return state["player"]


def get_legal_actions(state):
    if state["player"] < 0:
        return []
    return [str(cell) for cell in range(COLUMNS if DROPS else ROWS * COLUMNS) if state["board"][cell] == "."]


def count(board, cell, down, right):
    row = cell // COLUMNS + down
    column = cell % COLUMNS + right
    found = 0
    while 0 <= row < ROWS and 0 <= column < COLUMNS:
        if board[row * COLUMNS + column] != board[cell]:
            break
        found += 1
        row += down
        column += right
    return found


def wins(board, cell):
    for down, right in [(0, 1), (1, 0), (1, 1), (1, -1)]:
        if 1 + count(board, cell, down, right) + count(board, cell, -down, -right) >= LENGTH:
            return True
    return False


def apply_action(state, action):
    board = state["board"][:]
    player = state["player"]
    cell = int(action)
    while DROPS and cell + COLUMNS < len(board) and board[cell + COLUMNS] == ".":
        cell += COLUMNS
    board[cell] = "X" if player == 0 else "O"
    if wins(board, cell):
        return {"board": board, "player": -2, "rewards": [1, -1] if player == 0 else [-1, 1]}
    if "." not in board:
        return {"board": board, "player": -2, "rewards": [0, 0]}
    return {"board": board, "player": 1 - player, "rewards": [0, 0]}


def get_observations(state):
    text = "".join(state["board"])
    return [text, text]


def get_rewards(state):
    return state["rewards"]
