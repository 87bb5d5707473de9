# Draws the other's hidden cards from those that were not seen.
ALL = ["1a", "1b", "2a", "2b", "3a", "3b", "4a", "4b", "5a", "5b", "6a", "6b"]


def cards(field):
    return [card for card in field.split(" ") if card != ""]


def resample_history(player, events, numbers):
    if events == []:
        return []
    final = events[-1][1].split("|")
    put = [card for card in cards(final[2]) if card != "?"]
    theirs = [put[i] for i in range(len(put)) if i % 2 != player]
    seen = put + cards(final[0])
    hidden = [card for card in ALL if card not in seen]
    for number in numbers:
        if hidden != []:
            theirs.append(hidden.pop(number % len(hidden)))
    history = []
    held = []
    played = 0
    dealt = 0
    on_table = 0
    for own, seen in events:
        fields = seen.split("|")
        hand = cards(fields[0])
        if own != "":
            history.append(own)
        elif len(cards(fields[2])) > on_table:
            history.append(theirs[played])
            played += 1
        elif len(hand) > len(held):
            history.append(hand[-1])
        else:
            history.append(theirs[dealt])
            dealt += 1
        held = hand
        on_table = len(cards(fields[2]))
    return history
