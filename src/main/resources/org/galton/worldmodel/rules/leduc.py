# Leduc poker: six cards, two rounds of betting by 2 and 4, at most two raises a round.
DECK = ["J1", "J2", "Q1", "Q2", "K1", "K2"]
RANKS = "JQK"


def initial_state():
    return {"cards": [], "rounds": [""], "chips": [1, 1], "folded": ""}


def get_current_player(state):
    if state["folded"] != "":
        return -2
    if len(state["cards"]) < 2:
        return -1
    actions = state["rounds"][-1]
    if len(actions) >= 2 and actions.endswith("c"):
        return -2 if len(state["rounds"]) == 2 else -1
    return len(actions) % 2


def get_legal_actions(state):
    player = get_current_player(state)
    if player == -2:
        return []
    if player == -1:
        return [card for card in DECK if card not in state["cards"]]
    actions = state["rounds"][-1]
    legal = ["call"]
    if actions.endswith("r"):
        legal.insert(0, "fold")
    if actions.count("r") < 2:
        legal.append("raise")
    return legal


def apply_action(state, action):
    player = get_current_player(state)
    cards = state["cards"][:]
    rounds = state["rounds"][:]
    chips = state["chips"][:]
    folded = state["folded"]
    if player == -1:
        cards.append(action)
        if len(cards) == 3:
            rounds.append("")
    else:
        rounds[-1] = rounds[-1] + action[0]
        if action == "call":
            chips[player] = chips[1 - player]
        elif action == "raise":
            chips[player] = chips[1 - player] + (2 if len(rounds) == 1 else 4)
        else:
            folded = str(player)
    return {"cards": cards, "rounds": rounds, "chips": chips, "folded": folded}


def get_observations(state):
    cards = state["cards"]
    shown = cards[2] if len(cards) > 2 else ""
    told = "/".join(state["rounds"])
    return [(cards[seat] if len(cards) > seat else "") + " " + shown + " " + told for seat in range(2)]


def strength(state, seat):
    card = state["cards"][seat][0]
    return 3 if card == state["cards"][2][0] else RANKS.find(card)


def get_rewards(state):
    if get_current_player(state) != -2:
        return [0, 0]
    if state["folded"] != "":
        winner = 1 - int(state["folded"])
    elif strength(state, 0) == strength(state, 1):
        return [0, 0]
    else:
        winner = 0 if strength(state, 0) > strength(state, 1) else 1
    won = state["chips"][1 - winner]
    return [won, -won] if winner == 0 else [-won, won]
