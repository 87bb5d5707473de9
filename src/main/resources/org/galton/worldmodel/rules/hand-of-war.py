# War with hands of three cards: the higher card takes both and all on the table.
DECK = ["1a", "1b", "2a", "2b", "3a", "3b", "4a", "4b", "5a", "5b", "6a", "6b"]
HAND = 3


def initial_state():
    return {"hands": [[], []], "plays": [], "taken": [0, 0], "table": 0}


def get_current_player(state):
    if len(state["plays"]) % 2 == 1:
        return 1
    held = len(state["hands"][0]) + len(state["hands"][1])
    if held < 2 * HAND and held + len(state["plays"]) < len(DECK):
        return -1
    return -2 if held == 0 else 0


def get_legal_actions(state):
    player = get_current_player(state)
    if player == -2:
        return []
    if player == -1:
        out = state["hands"][0] + state["hands"][1] + state["plays"]
        return [card for card in DECK if card not in out]
    return state["hands"][player]


def apply_action(state, action):
    player = get_current_player(state)
    hands = [hand[:] for hand in state["hands"]]
    plays = state["plays"][:]
    taken = state["taken"][:]
    table = state["table"]
    if player == -1:
        hands[0 if len(hands[0]) <= len(hands[1]) else 1].append(action)
    else:
        hands[player].remove(action)
        plays.append(action)
        if player == 1:
            first = int(plays[-2][0])
            second = int(action[0])
            table += 2
            if first != second:
                taken[0 if first > second else 1] += table
                table = 0
    return {"hands": hands, "plays": plays, "taken": taken, "table": table}


def get_observations(state):
    seen = []
    for seat in range(2):
        plays = state["plays"][:]
        if seat == 1 and len(plays) % 2 == 1:
            plays[-1] = "?"
        taken = str(state["taken"][0]) + " " + str(state["taken"][1])
        fields = [" ".join(state["hands"][seat]), str(len(state["hands"][1 - seat])), " ".join(plays)]
        seen.append("|".join(fields + [taken, str(state["table"])]))
    return seen


def get_rewards(state):
    if get_current_player(state) != -2 or state["taken"][0] == state["taken"][1]:
        return [0, 0]
    return [1, -1] if state["taken"][0] > state["taken"][1] else [-1, 1]
