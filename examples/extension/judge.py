"""A judge by command: the last word of a completion is the answer; capitals do not count.

It reads one JSON object a line from its standard input and answers each with one line. Whatever else
it has to say goes to standard error.
"""

import json
import sys

for line in sys.stdin:
    item = json.loads(line)
    words = item["completion"].split()
    answer = words[-1].casefold() if words else ""
    correct = answer != "" and answer == item["reference"].strip().casefold()
    print(json.dumps({"id": item["id"], "correct": correct, "answer": answer}), flush=True)
