# Bargaining: two players divide a pool of items of three types by offers in turn.
TOTAL = 10
TURNS = 10


def numbers(text):
    return [int(part) for part in text.split(",")]


def text(counts):
    return ",".join([str(count) for count in counts])


def pools():
    return [[a, b, c] for a in range(1, 6) for b in range(1, 6) for c in range(1, 6) if 5 <= a + b + c <= 7]


def worths(pool):
    found = []
    for a in range(TOTAL // pool[0] + 1):
        for b in range((TOTAL - a * pool[0]) // pool[1] + 1):
            left = TOTAL - a * pool[0] - b * pool[1]
            if left % pool[2] == 0:
                found.append([a, b, left // pool[2]])
    return found


def fit(first, second):
    both = False
    for kind in range(3):
        if first[kind] + second[kind] == 0:
            return False
        if first[kind] > 0 and second[kind] > 0:
            both = True
    return both


def initial_state():
    return {"pool": [], "worths": [], "offers": [], "agreed": 0}


def get_current_player(state):
    if len(state["worths"]) < 2:
        return -1
    if state["agreed"] == 1 or len(state["offers"]) == TURNS:
        return -2
    return len(state["offers"]) % 2


def get_legal_actions(state):
    player = get_current_player(state)
    pool = state["pool"]
    if player == -2:
        return []
    if player == -1:
        if pool == []:
            return [text(counts) for counts in pools()]
        if state["worths"] == []:
            return [text(counts) for counts in worths(pool)]
        return [text(counts) for counts in worths(pool) if fit(state["worths"][0], counts)]
    legal = [text([a, b, c]) for a in range(pool[0] + 1) for b in range(pool[1] + 1) for c in range(pool[2] + 1)]
    if state["offers"] != []:
        legal.append("agree")
    return legal


def apply_action(state, action):
    pool = state["pool"]
    drawn = state["worths"][:]
    offers = state["offers"][:]
    agreed = state["agreed"]
    if action == "agree":
        agreed = 1
    elif pool == []:
        pool = numbers(action)
    elif len(drawn) < 2:
        drawn.append(numbers(action))
    else:
        offers.append(numbers(action))
    return {"pool": pool, "worths": drawn, "offers": offers, "agreed": agreed}


def get_observations(state):
    seen = []
    for seat in range(2):
        own = text(state["worths"][seat]) if len(state["worths"]) > seat else ""
        last = text(state["offers"][-1]) if state["offers"] != [] else ""
        agreed = "agreed" if state["agreed"] == 1 else ""
        seen.append("|".join([text(state["pool"]), own, str(len(state["offers"])), last, agreed]))
    return seen


def get_rewards(state):
    if state["agreed"] == 0:
        return [0, 0]
    proposer = (len(state["offers"]) - 1) % 2
    kept = state["offers"][-1]
    own = 0
    other = 0
    for kind in range(3):
        own += state["worths"][proposer][kind] * kept[kind]
        other += state["worths"][1 - proposer][kind] * (state["pool"][kind] - kept[kind])
    return [own, other] if proposer == 0 else [other, own]
