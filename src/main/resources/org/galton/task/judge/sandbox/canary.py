"""Tries what a sandbox is to refuse, and prints a word for each thing that it did not. Reads the limits from standard input."""
import mmap
import os
import socket
import time

MOST_MEMORY, MOST_FOLDER, MOST_PROCESSES = map(int, input().split())


def succeeds(action):
    try:
        action()
    except (OSError, MemoryError):
        return False
    return True


def connect():
    with socket.socket() as outside:
        outside.settimeout(1)
        outside.connect(("192.0.2.1", 53))


def write(path):
    with open(path, "w") as file:
        file.write("x")


def fill(folder):
    """A limit on each file and on all of them: one of the two is to hold."""
    block = bytes(1 << 20)
    try:
        for number in range(MOST_FOLDER // (8 << 20) + 2):
            with open("%s/%d" % (folder, number), "wb") as file:
                for _ in range(8):
                    file.write(block)
    finally:
        for name in os.listdir(folder):
            os.remove(os.path.join(folder, name))


def processes():
    """How many children there can be."""
    children = []
    try:
        while len(children) < MOST_PROCESSES + 8:
            child = os.fork()
            if child == 0:
                time.sleep(30)
                os._exit(0)
            children.append(child)
    except OSError:
        pass
    for child in children:
        os.kill(child, 9)
        os.waitpid(child, 0)
    return len(children)


def status(name):
    with open("/proc/self/status") as lines:
        return next((line.split()[1] for line in lines if line.startswith(name + ":")), "")


FAULTS = {
    "network": lambda: succeeds(connect),
    "write": lambda: any(succeeds(lambda: write(path)) for path in ("/x", "/usr/x", "/dev/x", "/etc/x")),
    "files": lambda: any(os.path.exists(path) for path in ("/etc/passwd", "/home", "/root", "/var", "/sys")),
    "pids": lambda: sum(name.isdigit() for name in os.listdir("/proc")) > 3,
    "root": lambda: os.getuid() == 0 or int(status("CapEff"), 16) != 0,
    "filter": lambda: status("Seccomp") != "2" or succeeds(lambda: os.memfd_create("x")),
    # Of memory that nothing is written to only the limit takes note, not who weighs the program from outside.
    "memory": lambda: succeeds(lambda: mmap.mmap(-1, MOST_MEMORY, flags=mmap.MAP_PRIVATE)),
    "disk": lambda: any(succeeds(lambda: fill(path)) for path in ("/tmp", "/box", "/dev/shm")),
    "processes": lambda: processes() >= MOST_PROCESSES,
}

print(*(word for word, fails in FAULTS.items() if fails()))
