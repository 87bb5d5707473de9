# Draws the other's card from those that were not seen.
CARDS = ["J1", "J2", "Q1", "Q2", "K1", "K2"]
NAMES = {"f": "fold", "c": "call", "r": "raise"}


def resample_history(player, events, numbers):
    if events == []:
        return []
    shown = []
    for own, seen in events:
        for card in seen.split(" ")[:2]:
            if card != "" and card not in shown:
                shown.append(card)
    hidden = [card for card in CARDS if card not in shown]
    other = hidden[numbers[0] % len(hidden)]
    history = []
    opened = ""
    for place, event in enumerate(events):
        own, seen = event
        fields = seen.split(" ")
        if place < 2:
            history.append(fields[0] if place == player else other)
        elif own != "":
            history.append(own)
        elif fields[1] != opened:
            history.append(fields[1])
        else:
            history.append(NAMES[fields[2].replace("/", "")[-1]])
        opened = fields[1]
    return history
