# Draws what the other's items may be worth to it; all else was seen.
WHOLE = 10


def counted(written):
    return [int(part) for part in written.split(",")]


def possible(pool, own):
    found = []
    for a in range(WHOLE // pool[0] + 1):
        for b in range((WHOLE - a * pool[0]) // pool[1] + 1):
            left = WHOLE - a * pool[0] - b * pool[1]
            if left % pool[2] == 0:
                other = [a, b, left // pool[2]]
                if min([own[i] + other[i] for i in range(3)]) > 0 and max([own[i] * other[i] for i in range(3)]) > 0:
                    found.append(",".join([str(worth) for worth in other]))
    return found


def resample_history(player, events, numbers):
    history = []
    for place, event in enumerate(events):
        own, seen = event
        fields = seen.split("|")
        if place == 0:
            history.append(fields[0])
        elif place == player + 1:
            history.append(fields[1])
        elif place == 2 - player:
            known = events[player + 1][1].split("|") if len(events) > player + 1 else fields
            choices = possible(counted(known[0]), counted(known[1]))
            history.append(choices[numbers[0] % len(choices)])
        elif fields[4] == "agreed":
            history.append("agree")
        else:
            history.append(fields[3])
    return history
