#!/usr/bin/env python3
"""Runs Galton's decoder on this machine's PyTorch, of any version, without a JVM.

Compares its logits and greedy texts on a device with those of float32 on the CPU, for every model family and compute
type, with random weights made on the spot; then times it by shape, batch and length of prompt, beside the memory that
Galton expects it to take and the speed at which the device copies memory. Needs PyTorch only.

Prints tables in Markdown. Exit code: 0; 1 where logits or texts differ by more than the table allows; 2 where
something could not be read or run at all.

Examples:
  check_decoder.py --json figures.json
  check_decoder.py --device cpu --shapes 5m --batches 64 --prompts 32,512 --new-tokens 16
  check_decoder.py --checkpoint path/to/checkpoint --shapes none
"""

import argparse
import json
import pathlib
import platform
import statistics
import sys
import time

import torch
from torch_decoder import FIRST, TYPES, Decoder, Rollouts, Shape, Unusable
from torch_decoder import compile_decoder, read_config, read_safetensors

SOURCE = pathlib.Path(__file__).resolve().parents[2] / "src/main/resources/org/galton/model/llama/torch/decoder.py"
SEED = 1

# Largest difference of a logit, in standard deviations of all logits. Of small random models on a CPU rounding makes 1e-5
# in float32 and 0.05 to 0.2 in bfloat16; float16 is 8 times as fine. A window off by one token makes 0.3: float32 finds it.
ALLOWED = {"float32": 1e-3, "float16": 0.05, "bfloat16": 0.4}

# Small, but with all that a family has: heads in groups, windows shorter than the prompts, a head of its own width.
FAMILIES = {
    "llama": Shape("llama", 512, 128, 3, 8, 4, 32, 344, (0,) * 3),
    "mistral": Shape("mistral", 512, 128, 3, 8, 2, 32, 344, (24,) * 3),
    "qwen2": Shape("qwen2", 512, 128, 3, 8, 2, 32, 344, (0, 24, 24), True, 1e-6, 1e6),
    "qwen3": Shape("qwen3", 512, 128, 3, 8, 4, 48, 344, (0,) * 3, True, 1e-6, 1e6),
}

SHAPES = {
    "tiny": Shape("llama", 128, 32, 2, 4, 2, 8, 64, (0,) * 2),
    "5m": Shape("llama", 98, 256, 6, 8, 8, 32, 688, (0,) * 6, True),
    "0.5b": Shape("qwen2", 151_936, 896, 24, 14, 2, 64, 4864, (0,) * 24, True, 1e-6, 1e6),
    "8b": Shape("llama", 128_256, 4096, 32, 32, 8, 128, 14_336, (0,) * 32, False, 1e-5, 5e5),
}


def say(text):
    print(text, file=sys.stderr, flush=True)


def is_lacking(error):
    """Whether a device does not know an operation in a type."""
    return "not implemented for" in str(error)


def is_out_of_memory(error):
    return isinstance(error, MemoryError) or "out of memory" in str(error) or "can't allocate" in str(error)


def random_tensors(shape, device="cpu", dtype=torch.float32):
    """Gives random tensors by name: each product keeps the size of what it multiplies."""
    generator = torch.Generator(device=device).manual_seed(SEED)
    sizes = shape.tensors()

    def tensor(name):
        size = sizes[name]
        made = torch.empty(size, dtype=dtype, device=device)
        if len(size) == 1:
            made.normal_(0, 0.2, generator=generator)
            return made if name.endswith(".bias") else made.add_(1)
        return made.normal_(0, 1 if "embed_tokens" in name else size[1] ** -0.5, generator=generator)

    return tensor


class Exactness:
    """One model on the CPU in float32 and on a device in some type, both with weights that are rounded to that type."""

    def __init__(self, shape, tensors, type_name, script, device):
        dtype = TYPES[type_name]
        rounded = {name: tensors[name].to(dtype) for name in shape.tensors()}
        self.shape, self.type = shape, type_name
        self.plain = Decoder(script("cpu"), shape, torch.float32, "cpu", rounded.__getitem__)
        self.tried = Decoder(script(device), shape, dtype, device, rounded.__getitem__)

    def of_sequence(self, ids):
        """Largest difference after any token of a sequence fed at once, in deviations of the logits."""
        expected = self.plain.logits(ids)
        return float((self.tried.logits(ids).cpu() - expected).abs().max() / expected.std())

    def of_texts(self, prompts, owners, first, tokens):
        """Draws greedy texts step by step, then feeds each to the CPU at once and compares every token of it."""
        rollouts = Rollouts(self.tried, prompts, owners, first)
        texts, found = [[token] for token in first], []
        unused = torch.zeros([len(owners), 1], device=self.tried.device)
        for _ in range(tokens):
            found.append(rollouts.step())
            for text, token in zip(texts, rollouts.draw(found[-1], unused, 0.0)):
                text.append(token)
        found = torch.stack(found, 1).cpu()
        result = {"difference": 0.0, "texts": len(owners), "equal": 0, "near_ties": 0, "wrong": 0}
        for slot, owner in enumerate(owners):
            prompt, text = prompts[owner], texts[slot]
            expected = self.plain.logits(prompt + text[:-1])[len(prompt) :]
            deviation = float(expected.std())
            difference = float((found[slot] - expected).abs().max()) / deviation
            result["difference"] = max(result["difference"], difference)
            drawn = expected.gather(1, torch.tensor(text[1:]).unsqueeze(1)).squeeze(1)
            gap = float((expected.amax(1) - drawn).max()) / deviation
            # Each of two logits may be off by what is allowed.
            kind = "equal" if gap == 0 else "near_ties" if gap <= 2 * ALLOWED[self.type] else "wrong"
            result[kind] += 1
        return result

    def row(self, tokens):
        pick = torch.Generator().manual_seed(SEED)

        def ids(count):
            return torch.randint(0, self.shape.vocabulary, [count], generator=pick).tolist()

        sequence = self.of_sequence(ids(160))
        # One prompt of all slots; then short and long prompts, each of some slots.
        one = self.of_texts([ids(200)], [0] * 16, ids(16), tokens)
        many = self.of_texts([ids(n) for n in (1, 30, 127, 160)], [0, 1, 2, 3] * 4, ids(16), tokens)
        largest = max(sequence, one["difference"], many["difference"])
        right = largest <= ALLOWED[self.type] and one["wrong"] + many["wrong"] == 0
        return {
            "family": self.shape.family,
            "type": self.type,
            "difference_of_sequence": sequence,
            "difference_of_steps": max(one["difference"], many["difference"]),
            "allowed": ALLOWED[self.type],
            **{key: one[key] + many[key] for key in ("texts", "equal", "near_ties", "wrong")},
            "right": right,
        }


def exactness(models, types, script, device, tokens):
    """A row for every model and type; one that the device does not know has only a reason."""
    rows = []
    for name, (shape, tensors) in models.items():
        for type_name in types:
            say(f"comparing {name} in {type_name}")
            try:
                rows.append({"model": name, **Exactness(shape, tensors, type_name, script, device).row(tokens)})
            except RuntimeError as e:
                if not is_lacking(e):
                    raise
                reason = f"PyTorch {torch.__version__} has no {type_name} on {device}"
                rows.append({"model": name, "family": shape.family, "type": type_name, "not_run": reason})
    return rows


class Speed:
    """Times rollouts of one prompt with random weights."""

    def __init__(self, name, shape, type_name, script, device):
        self.name, self.shape, self.type, self.device = name, shape, type_name, torch.device(device)
        dtype = TYPES[type_name]
        self.size = torch.empty(0, dtype=dtype).element_size()
        self.script = script(device)
        self.decoder = None

    def load(self):
        dtype = TYPES[self.type]
        tensor = random_tensors(self.shape, self.device, dtype)
        self.decoder = Decoder(self.script, self.shape, dtype, self.device, tensor)

    def estimate(self, batch, prompt, new_tokens):
        """What Galton counts: weights, the prompt's keys and values, and 2 L K D bytes for each token of each slot."""
        capacity = FIRST
        while capacity < new_tokens:
            capacity *= 2
        rows = batch * capacity + prompt
        token = self.shape.layers * self.shape.key_value_bytes(self.size)
        return self.shape.parameters() * self.size + token * rows

    def temporary(self, batch, prompt):
        """What comes on top for a moment, roughly: float32 copies of logits, and on a GPU scores over the prompt."""
        logits = 5 * batch * self.shape.vocabulary * 4
        scores = 0 if self.device.type == "cpu" else batch * self.shape.heads * prompt * (4 + 4 + self.size)
        return max(logits, scores)

    def bytes_read(self, batch, prompt, new_tokens):
        """Weights in products once a step, own keys and values of every slot, the prompt's once for all slots."""
        own = sum(self.shape.seen(t + 1) for t in range(new_tokens))
        seen = sum(self.shape.seen(prompt + t + 1) for t in range(new_tokens))
        weights = new_tokens * self.shape.product_weights() * self.size
        return weights + self.shape.key_value_bytes(self.size) * (batch * own + seen - own)

    def draw(self, batch, prompt, new_tokens):
        """Seconds of all, and of the steps."""
        pick = torch.Generator().manual_seed(SEED)
        ids = torch.randint(0, self.shape.vocabulary, [prompt + 1], generator=pick).tolist()
        began = time.perf_counter()
        rollouts = Rollouts(self.decoder, [ids[:-1]], [0] * batch, ids[-1:] * batch)
        synchronize(self.device)
        steps_began = time.perf_counter()
        for _ in range(new_tokens):
            uniforms = torch.rand([batch, 1], generator=pick).to(self.device)
            rollouts.draw(rollouts.step(), uniforms, 1.0)
        ended = time.perf_counter()
        return ended - began, ended - steps_began

    def row(self, batch, prompt, new_tokens, rounds, copy):
        cell = {"shape": self.name, "type": self.type, "batch": batch, "prompt": prompt, "new_tokens": new_tokens}
        cell["estimate_bytes"] = self.estimate(batch, prompt, new_tokens)
        needed = cell["estimate_bytes"] + self.temporary(batch, prompt)
        available = free(self.device) + (held(self.decoder) if self.decoder else 0)
        if needed > available:
            return {**cell, "not_run": f"needs about {gib(needed)} GiB of memory, {gib(available)} GiB are free"}
        try:
            if self.decoder is None:
                self.load()
            before = held(self.decoder)
            self.draw(batch, prompt, min(4, new_tokens))
            peak = Peak(self.device)
            times = [self.draw(batch, prompt, new_tokens) for _ in range(rounds)]
            grown = peak.growth()
        except (RuntimeError, MemoryError) as e:
            if is_lacking(e):
                return {**cell, "not_run": f"PyTorch {torch.__version__} has no {self.type} on {self.device}"}
            if not is_out_of_memory(e):
                raise
            return {**cell, "not_run": "out of memory"}
        seconds, steps = (statistics.median(column) for column in zip(*times))
        read = self.bytes_read(batch, prompt, new_tokens) / steps
        cell.update(tokens_per_second=batch * new_tokens / seconds, seconds_per_step=steps / new_tokens)
        cell.update(bytes_per_second=read, share_of_copy=read / copy)
        if grown is not None:
            cell["peak_bytes"] = before + grown
        return cell


def held(decoder):
    """Bytes of the weights."""
    unique = {w.data_ptr(): w.numel() * w.element_size() for w in decoder.weights if w.numel()}
    return sum(unique.values())


def synchronize(device):
    if device.type == "cuda":
        torch.cuda.synchronize(device)


def free(device):
    """Bytes that may be taken on a device."""
    if device.type == "cuda":
        torch.cuda.empty_cache()
        return torch.cuda.mem_get_info(device)[0]
    return proc("meminfo", "MemAvailable:") or 0


def proc(file, key):
    """Bytes that Linux tells in /proc; nothing elsewhere."""
    try:
        for line in pathlib.Path("/proc", file).read_text().splitlines():
            if line.startswith(key):
                return 1024 * int(line.split()[1])
    except OSError:
        return None
    return None


class Peak:
    """How far memory grows from now on, where that is told."""

    def __init__(self, device):
        self.device = device
        if device.type == "cuda":
            torch.cuda.reset_peak_memory_stats(device)
            self.before = torch.cuda.memory_allocated(device)
        else:
            try:
                pathlib.Path("/proc/self/clear_refs").write_text("5")
                self.before = proc("self/status", "VmRSS:")
            except OSError:
                self.before = None

    def growth(self):
        if self.before is None:
            return None
        if self.device.type == "cuda":
            return torch.cuda.max_memory_allocated(self.device) - self.before
        return proc("self/status", "VmHWM:") - self.before


def copy_speed(device):
    """Bytes a second of copies, each byte read and written: the memory roof."""
    count = (1 << 30 if device.type == "cuda" else 1 << 26) // 4
    source = torch.ones(count, device=device)
    target = torch.empty_like(source)
    times = []
    for _ in range(8):
        synchronize(device)
        began = time.perf_counter()
        target.copy_(source)
        synchronize(device)
        times.append(time.perf_counter() - began)
    return 2 * 4 * count / statistics.median(times[2:])


def gib(count):
    return f"{count / 2**30:.2f}"


def markdown(head, rows):
    lines = ["| " + " | ".join(head) + " |", "| " + " | ".join("---" for _ in head) + " |"]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def exactness_table(rows):
    head = ["model", "type", "difference, at once", "step by step", "allowed", "texts equal", "near ties", "result"]
    lines = []
    for row in rows:
        if "not_run" in row:
            lines.append([row["model"], row["type"], "", "", "", "", "", "not run: " + row["not_run"]])
            continue
        lines.append(
            [
                row["model"],
                row["type"],
                f"{row['difference_of_sequence']:.1e}",
                f"{row['difference_of_steps']:.1e}",
                f"{row['allowed']:g}",
                f"{row['equal']} of {row['texts']}",
                str(row["near_ties"]),
                "right" if row["right"] else f"WRONG ({row['wrong']} texts)",
            ]
        )
    return markdown(head, lines)


def speed_table(rows):
    head = ["shape", "type", "prompt", "batch", "tokens/s", "ms/step", "GB/s read", "of the roof"]
    head += ["GiB expected", "GiB peak"]
    lines = []
    for row in rows:
        line = [row["shape"], row["type"], f"{row['prompt']:,}", f"{row['batch']:,}"]
        if "not_run" in row:
            line += ["not run: " + row["not_run"], "", "", "", gib(row["estimate_bytes"]), ""]
        else:
            line += [f"{row['tokens_per_second']:,.0f}", f"{1e3 * row['seconds_per_step']:.2f}"]
            line += [f"{row['bytes_per_second'] / 1e9:.1f}", f"{100 * row['share_of_copy']:.0f} %"]
            line += [gib(row["estimate_bytes"]), gib(row["peak_bytes"]) if "peak_bytes" in row else "unknown"]
        lines.append(line)
    return markdown(head, lines)


def names(known):
    """A list with commas of known names; none is an empty one."""

    def parse(text):
        chosen = [] if text == "none" else text.split(",")
        for name in chosen:
            if name not in known:
                raise argparse.ArgumentTypeError(f"'{name}'; expected some of {','.join(known)}, or none")
        return chosen

    return parse


def numbers(text):
    try:
        values = [int(value) for value in text.split(",")]
    except ValueError as e:
        raise argparse.ArgumentTypeError(f"'{text}'; expected whole numbers with commas") from e
    if min(values) < 0:
        raise argparse.ArgumentTypeError(f"'{text}'; expected no negative number")
    return values


def number(text):
    value = numbers(text)[0]
    if value < 1:
        raise argparse.ArgumentTypeError(f"'{text}'; expected 1 or more")
    return value


def arguments(words):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--device", default="cuda", help="cuda, cuda:N or cpu (default: %(default)s)")
    parser.add_argument("--source", default=SOURCE, help="Galton's decoder.py (default: the one of this checkout)")
    parser.add_argument("--families", type=names(FAMILIES), default=list(FAMILIES), help="to compare (default: all)")
    parser.add_argument("--types", type=names(TYPES), default=list(TYPES), help="to compare (default: all)")
    parser.add_argument("--checkpoint", action="append", help="compare this one, not random families; may be repeated")
    parser.add_argument("--tokens", type=numbers, help="ids to feed checkpoints: the JSON has the logits after each")
    parser.add_argument("--text-tokens", type=number, default=32, help="of a greedy text (default: %(default)s)")
    parser.add_argument("--shapes", type=names(SHAPES), default=["5m", "0.5b", "8b"], help="to time (default: 5m,0.5b,8b)")
    parser.add_argument("--speed-types", type=names(TYPES), default=["bfloat16"], help="to time (default: bfloat16)")
    parser.add_argument("--batches", type=numbers, default=[64, 256, 1024, 4096], help="default: 64,256,1024,4096")
    parser.add_argument("--prompts", type=numbers, default=[32, 512, 4096], help="tokens (default: 32,512,4096)")
    parser.add_argument("--new-tokens", type=number, default=64, help="of each rollout (default: %(default)s)")
    parser.add_argument("--rounds", type=number, default=3, help="of which the median counts (default: %(default)s)")
    parser.add_argument("--json", help="a file for all figures in base units")
    chosen = parser.parse_args(words)
    if chosen.tokens and not chosen.checkpoint:
        parser.error("--tokens needs --checkpoint")
    if min(chosen.batches) < 1 or min(chosen.prompts) < 1:
        parser.error("--batches and --prompts: expected 1 or more")
    return chosen


def made(families):
    """Random models of these families by name."""
    models = {}
    for family in families:
        shape, tensor = FAMILIES[family], random_tensors(FAMILIES[family])
        models[family] = (shape, {name: tensor(name) for name in shape.tensors()})
    return models


def opened(folders):
    """Checkpoints by the names of their folders."""
    models = {}
    for folder in folders:
        shape, tensors = read_config(folder), read_safetensors(folder)
        for name, size in shape.tensors().items():
            if name not in tensors or list(tensors[name].shape) != size:
                raise Unusable(f"Cannot use {folder}: {name} is missing, or not of the shape {size} of config.json")
        models[pathlib.Path(folder).name] = (shape, tensors)
    return models


def run(chosen):
    device = torch.device(chosen.device)
    if device.type == "cuda" and not torch.cuda.is_available():
        raise Unusable(f"Cannot use {chosen.device}: PyTorch {torch.__version__} sees no GPU; give --device cpu")
    compiled = {}

    def script(where):
        if str(where) not in compiled:
            compiled[str(where)] = compile_decoder(chosen.source, where)
        return compiled[str(where)][0]

    script("cpu")
    replaced = compiled["cpu"][1]
    name = torch.cuda.get_device_name(device) if device.type == "cuda" else platform.machine()
    figures = {"torch": torch.__version__, "device": chosen.device, "name": name, "threads": torch.get_num_threads()}
    figures["replaced_operators"] = replaced
    print(f"PyTorch {torch.__version__}, {chosen.device} ({name}), {torch.get_num_threads()} threads on the CPU\n")
    if replaced:
        print(f"This PyTorch is older than the decoder: plain operations stand for {', '.join(replaced)}.\n")
    models = opened(chosen.checkpoint) if chosen.checkpoint else made(chosen.families)
    if chosen.tokens:
        figures["logits"] = {}
        for model, (shape, tensors) in models.items():
            decoder = Decoder(script(device), shape, TYPES[chosen.types[0]], device, tensors.__getitem__)
            figures["logits"][model] = decoder.logits(chosen.tokens).tolist()
    figures["exactness"] = exactness(models, chosen.types, script, device, chosen.text_tokens)
    print(exactness_table(figures["exactness"]))
    print("\nDifferences are the largest of any logit, in standard deviations of the logits.")
    figures["speed"] = []
    if chosen.shapes:
        figures["copy_bytes_per_second"] = copy_speed(device)
        for shape_name in chosen.shapes:
            for type_name in chosen.speed_types:
                speed = Speed(shape_name, SHAPES[shape_name], type_name, script, device)
                for prompt in chosen.prompts:
                    for batch in chosen.batches:
                        say(f"timing {shape_name} in {type_name}, prompt {prompt}, batch {batch}")
                        copy = figures["copy_bytes_per_second"]
                        row = speed.row(batch, prompt, chosen.new_tokens, chosen.rounds, copy)
                        figures["speed"].append(row)
        print("\n" + speed_table(figures["speed"]))
        print(f"\nThe roof: copies of {figures['copy_bytes_per_second'] / 1e9:.1f} GB/s, read and written.")
        print("Expected: weights, keys and values, as Galton counts them; results of operations come on top.")
    wrong = [row for row in figures["exactness"] if not row.get("right", True)]
    figures["right"] = not wrong
    if chosen.json:
        pathlib.Path(chosen.json).write_text(json.dumps(figures, indent=1) + "\n")
    if wrong:
        say(f"{len(wrong)} of {len(figures['exactness'])} comparisons differ by more than is allowed")
    return 1 if wrong else 0


def main():
    try:
        with torch.no_grad():
            sys.exit(run(arguments(sys.argv[1:])))
    except Unusable as e:
        say(str(e))
        sys.exit(2)


if __name__ == "__main__":
    main()
