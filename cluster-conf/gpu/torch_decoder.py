"""Galton's decoder on a plain PyTorch of any version: its TorchScript, weights, and a decode loop, without a JVM."""

import io
import json
import math
import pathlib
import struct
import zipfile
from dataclasses import dataclass

import torch

TYPES = {"float32": torch.float32, "bfloat16": torch.bfloat16, "float16": torch.float16}
STEP = 16  # The cache grows by, and reads span, multiples of this.
FIRST = 64  # Tokens a slot that the first cache has room for.

# What older versions lack, by the name that the source calls: the operator, an argument that tells that it is new
# enough, and a method of the same arguments in its place.
OPERATORS = {
    "torch.scaled_dot_product_attention": (
        "aten::scaled_dot_product_attention",
        "enable_gqa",
        "plain_attention",
        """
  def plain_attention(self, query: Tensor, key: Tensor, value: Tensor, mask: Optional[Tensor], dropout: float,
                      causal: bool, scale: Optional[float], enable_gqa: bool) -> Tensor:
    group = query.size(1) // key.size(1)
    wide = torch.repeat_interleave(key, group, 1)
    scores = torch.matmul(query * query.size(3) ** -0.5, wide.transpose(2, 3)).to(6)
    if causal:
      row = self.count(query.size(2), query).unsqueeze(1)
      scores = scores + self.hidden(row, row.transpose(0, 1), 0)
    if mask is not None:
      scores = scores + mask
    return torch.matmul(torch.softmax(scores, -1).type_as(value), torch.repeat_interleave(value, group, 1))
""",
    ),
    "torch._scaled_dot_product_flash_attention_for_cpu": (
        "aten::_scaled_dot_product_flash_attention_for_cpu",
        "attn_mask",
        "plain_flash_attention",
        """
  def plain_flash_attention(self, query: Tensor, key: Tensor, value: Tensor, dropout: float, causal: bool,
                            attn_mask: Optional[Tensor], scale: Optional[float]) -> Tuple[Tensor, Tensor]:
    scores = torch.matmul(query * query.size(3) ** -0.5, key.transpose(2, 3)).to(6)
    if attn_mask is not None:
      scores = scores + attn_mask
    total = scores.logsumexp([-1], True)
    return (torch.matmul((scores - total).exp().type_as(value), value), total)
""",
    ),
}

# Operators of the layouts that Galton gives weights on a CPU. This script leaves weights plain and calls none of them;
# where a version lacks one, the source needs something in its place to be read.
LAYOUTS = {
    "ops.mkldnn._reorder_linear_weight": ("mkldnn::_reorder_linear_weight", "matrix: Tensor, rows: int"),
    "ops.mkldnn._linear_pointwise": (
        "mkldnn::_linear_pointwise",
        "x: Tensor, matrix: Tensor, bias: Optional[Tensor], then: str, numbers: List[Optional[number]], how: str",
    ),
    "ops.onednn.qlinear_prepack": ("onednn::qlinear_prepack", "matrix: Tensor, shape: List[int]"),
    "ops.onednn.qlinear_pointwise": (
        "onednn::qlinear_pointwise",
        "x: Tensor, step: float, zero: int, matrix: Tensor, scales: Tensor, zeros: Tensor, bias: Optional[Tensor],"
        " outer: float, offset: int, type: int, then: str, numbers: List[Optional[number]], how: str",
    ),
}


class Unusable(Exception):
    """What cannot be read or run, why, and what to do."""


@dataclass(frozen=True)
class Shape:
    """A decoder, as in config.json. windows: tokens that a token of each layer sees, itself included; 0 for all."""

    family: str
    vocabulary: int
    width: int
    layers: int
    heads: int
    key_heads: int
    head_width: int
    hidden: int
    windows: tuple
    tied: bool = False
    epsilon: float = 1e-5
    theta: float = 10_000.0

    def tensors(self):
        """Shapes of a checkpoint's tensors by their published names."""
        queries, keys = self.heads * self.head_width, self.key_heads * self.head_width
        shapes = {"model.embed_tokens.weight": [self.vocabulary, self.width]}
        for layer in range(self.layers):
            at = f"model.layers.{layer}."
            shapes[at + "input_layernorm.weight"] = [self.width]
            for name, rows in ("q", queries), ("k", keys), ("v", keys):
                shapes[f"{at}self_attn.{name}_proj.weight"] = [rows, self.width]
                if self.family == "qwen2":
                    shapes[f"{at}self_attn.{name}_proj.bias"] = [rows]
            if self.family == "qwen3":
                shapes[at + "self_attn.q_norm.weight"] = [self.head_width]
                shapes[at + "self_attn.k_norm.weight"] = [self.head_width]
            shapes[at + "self_attn.o_proj.weight"] = [self.width, queries]
            shapes[at + "post_attention_layernorm.weight"] = [self.width]
            shapes[at + "mlp.gate_proj.weight"] = [self.hidden, self.width]
            shapes[at + "mlp.up_proj.weight"] = [self.hidden, self.width]
            shapes[at + "mlp.down_proj.weight"] = [self.width, self.hidden]
        shapes["model.norm.weight"] = [self.width]
        if not self.tied:
            shapes["lm_head.weight"] = [self.vocabulary, self.width]
        return shapes

    def parameters(self):
        return sum(math.prod(shape) for shape in self.tensors().values())

    def product_weights(self):
        """Numbers in the weights that a drawn token is multiplied by: all but embedding, norms and biases."""
        matrices = sum(math.prod(s) for n, s in self.tensors().items() if n.endswith("_proj.weight"))
        return matrices + self.vocabulary * self.width

    def seen(self, context):
        """Tokens that a token after context - 1 others sees, itself included, summed over layers."""
        return sum(min(window, context) if window else context for window in self.windows)

    def key_value_bytes(self, size):
        """Of one token in one layer."""
        return 2 * self.key_heads * self.head_width * size


def read_config(folder):
    """The shape that config.json of a checkpoint tells."""
    path = pathlib.Path(folder) / "config.json"
    try:
        config = json.loads(path.read_text())
    except (OSError, ValueError) as e:
        raise Unusable(f"Cannot read {path}: {e}; give the folder of a checkpoint") from e
    family, heads, width = config["model_type"], config["num_attention_heads"], config["hidden_size"]
    layers = config["num_hidden_layers"]
    if family not in ("llama", "mistral", "qwen2", "qwen3"):
        raise Unusable(f"Cannot use {path}: model_type {family}; expected llama, mistral, qwen2 or qwen3")
    rope = config.get("rope_parameters") or config.get("rope_scaling") or {}
    if rope.get("rope_type", rope.get("type", "default")) != "default":
        raise Unusable(f"Cannot use {path}: its rotary frequencies are scaled; expected a checkpoint without that")
    window = config.get("sliding_window", 4096) or 0
    if "layer_types" in config:
        windows = tuple(window if kind == "sliding_attention" else 0 for kind in config["layer_types"])
    elif family == "mistral":
        windows = (window,) * layers
    elif config.get("use_sliding_window"):
        first = config.get("max_window_layers", 28)
        windows = tuple(window if layer >= first else 0 for layer in range(layers))
    else:
        windows = (0,) * layers
    unsaid = {"llama": heads, "mistral": 8}.get(family, 32)
    return Shape(
        family,
        config["vocab_size"],
        width,
        layers,
        heads,
        config.get("num_key_value_heads", unsaid),
        config.get("head_dim") or (128 if family == "qwen3" else width // heads),
        config["intermediate_size"],
        windows,
        config.get("tie_word_embeddings", False),
        config.get("rms_norm_eps", 1e-6),
        rope.get("rope_theta", config.get("rope_theta", 10_000.0)),
    )


def read_safetensors(folder):
    """Tensors by name of all files of a checkpoint: 8 bytes of a header's length, the header in JSON, the numbers."""
    stored = {"F32": torch.float32, "F16": torch.float16, "BF16": torch.bfloat16}
    files = sorted(pathlib.Path(folder).glob("*.safetensors"))
    if not files:
        raise Unusable(f"Cannot read {folder}: no file ends in .safetensors; give the folder of a checkpoint")
    tensors = {}
    for file in files:
        data = bytearray(file.read_bytes())
        try:
            (length,) = struct.unpack_from("<Q", data)
            header = json.loads(bytes(data[8 : 8 + length]))
            header.pop("__metadata__", None)
            for name, entry in header.items():
                begin, end = entry["data_offsets"]
                dtype = stored[entry["dtype"]]
                count = math.prod(entry["shape"])
                if (end - begin) != count * torch.empty(0, dtype=dtype).element_size():
                    raise ValueError(f"tensor {name} has {end - begin} bytes")
                flat = torch.frombuffer(data, dtype=dtype, count=count, offset=8 + length + begin)
                tensors[name] = flat.reshape(entry["shape"])
        except (struct.error, ValueError, KeyError) as e:
            raise Unusable(f"Cannot read {file}: {e!r}; expected float32, float16 or bfloat16; fetch it again") from e
    return tensors


def compile_decoder(path, device):
    """The class Decoder of the source, and the names of operators that this PyTorch lacks and that were replaced."""
    try:
        source = pathlib.Path(path).read_text()
    except OSError as e:
        raise Unusable(f"Cannot read {path}: {e.strerror}; name Galton's decoder.py by --source") from e
    replaced = []
    for call, (operator, argument, method, code) in OPERATORS.items():
        schemas = torch._C._jit_get_schemas_for_operator(operator)
        if not any(a.name == argument for schema in schemas for a in schema.arguments):
            source = source.replace(call + "(", f"self.{method}(").rstrip("\n") + "\n" + code
            replaced.append(call)
    for place, (call, (operator, arguments)) in enumerate(LAYOUTS.items()):
        if not torch._C._jit_get_schemas_for_operator(operator):
            first = arguments.split(":")[0]
            source = source.replace(call + "(", f"self.absent_{place}(").rstrip("\n") + (
                f"\n\n  def absent_{place}(self, {arguments}) -> Tensor:\n"
                f"    assert False, '{operator} is absent'\n    return {first}\n"
            )
    # The file that torch.jit.save would write: an object whose only attribute, training, is false.
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as out:
        out.writestr(
            "decoder/data.pkl", b"\x80\x02c__torch__\nDecoder\n)\x81}(X\x08\0\0\0training\x89ub."
        )
        out.writestr("decoder/code/__torch__.py", source)
        out.writestr("decoder/constants.pkl", b"\x80\x02).")
        out.writestr("decoder/version", "3\n")
    data.seek(0)
    return torch.jit.load(data, map_location=device), replaced


class Decoder:
    """The script over one model's weights on one device."""

    def __init__(self, script, shape, dtype, device, tensor):
        """tensor: gives a tensor by its published name, on any device and of any type."""
        self.script, self.shape, self.dtype, self.device = script, shape, dtype, torch.device(device)

        def placed(*names):
            parts = [tensor(name).to(device=device, dtype=dtype) for name in names]
            return parts[0] if len(parts) == 1 else torch.cat(parts)

        absent = torch.empty(0, dtype=dtype, device=device)
        embedding = placed("model.embed_tokens.weight")
        head = embedding if shape.tied else placed("lm_head.weight")
        weights = [embedding, placed("model.norm.weight"), head]
        for layer in range(shape.layers):
            at = f"model.layers.{layer}."
            attention = at + "self_attn."
            projections = [attention + part + "_proj" for part in "qkv"]
            biased, normed = shape.family == "qwen2", shape.family == "qwen3"
            weights += [
                placed(at + "input_layernorm.weight"),
                placed(*[name + ".weight" for name in projections]),
                placed(*[name + ".bias" for name in projections]) if biased else absent,
                placed(attention + "q_norm.weight") if normed else absent,
                placed(attention + "k_norm.weight") if normed else absent,
                placed(attention + "o_proj.weight"),
                placed(at + "post_attention_layernorm.weight"),
                placed(at + "mlp.gate_proj.weight", at + "mlp.up_proj.weight"),
                placed(at + "mlp.down_proj.weight"),
            ]
            weights += [absent] * 8  # No adapter.
        self.weights = weights
        self.model = (weights, list(shape.windows), [shape.heads, shape.key_heads, shape.head_width], shape.epsilon)
        self.rotary = ()

    def element_size(self):
        return self.weights[0].element_size()

    def rows(self, count):
        """Cosines and sines of the first positions, [count, headWidth], sines negated in the first half."""
        if not self.rotary or self.rotary[0].size(0) < count:
            half = torch.arange(0, self.shape.head_width, 2, dtype=torch.float64) / self.shape.head_width
            angles = torch.outer(torch.arange(2 * count, dtype=torch.float64), self.shape.theta**-half)
            cosine, sine = angles.cos(), angles.sin()
            self.rotary = (
                torch.cat([cosine, cosine], 1).float().to(self.device),
                torch.cat([-sine, sine], 1).float().to(self.device),
            )
        return self.rotary

    def sequence(self, ids):
        cosine, sine = self.rows(len(ids))
        at = torch.tensor([ids], device=self.device)
        return self.script.sequence(*self.model, at, cosine[: len(ids)], sine[: len(ids)])

    def logits(self, ids):
        """Logits [tokens, vocabulary] after every token of a sequence."""
        return self.script.logits(self.weights, self.shape.epsilon, self.sequence(ids)[0])[0]

    def prompt(self, ids):
        """Keys of every block, then values, [keyHeads, tokens, headWidth]."""
        return [array[0] for array in self.sequence(ids)[1:]]

    def cache(self, slots, tokens):
        capacity = (tokens + STEP - 1) // STEP * STEP
        _, windows, heads, _ = self.model
        return [self.script.cache(self.weights, windows, heads, slots, capacity) for _ in ("keys", "values")]


class Rollouts:
    """Slots that continue prompts, a token each a step, as Galton's decode loop draws them."""

    def __init__(self, decoder, prompts, owners, first):
        """prompts: token ids of each. owners: the prompt of each slot. first: the token that each slot begins with."""
        self.decoder = decoder
        self.lengths = [len(prompts[owner]) for owner in owners]
        self.tokens = list(first)
        self.row = 0
        self.shared = [array for ids in prompts for array in decoder.prompt(ids)]
        # An empty list of members means all slots.
        groups = [[i for i, owner in enumerate(owners) if owner == p] for p in range(len(prompts))]
        self.members = [
            torch.tensor(group if len(prompts) > 1 else [], dtype=torch.long, device=decoder.device) for group in groups
        ]
        self.keys, self.values = decoder.cache(len(owners), FIRST)

    def step(self):
        """Feeds the last token of every slot: logits [slots, vocabulary]."""
        decoder = self.decoder
        if self.row >= self.keys[0].size(2):
            larger = decoder.cache(len(self.tokens), 2 * self.keys[0].size(2))
            decoder.script.take_over(larger[0], self.keys)
            decoder.script.take_over(larger[1], self.values)
            self.keys, self.values = larger
        positions = [length + self.row for length in self.lengths]
        cosine, sine = decoder.rows(max(positions) + 1)
        span = (self.row + STEP) // STEP * STEP
        logits = decoder.script.step(
            *decoder.model,
            torch.tensor(self.tokens, device=decoder.device),
            torch.tensor(positions, device=decoder.device),
            torch.full([len(self.tokens)], self.row, dtype=torch.long, device=decoder.device),
            cosine,
            sine,
            self.keys,
            self.values,
            span,
            self.shared,
            self.members,
        )
        self.row += 1
        return logits

    def draw(self, logits, uniforms, temperature):
        """Draws the next token of every slot, reads it on the host as Galton does, and returns all tokens."""
        packed = self.decoder.script.draw(logits, uniforms, temperature, 0, 1.0, 0.0)
        self.tokens = packed[0].long().tolist()
        return self.tokens
