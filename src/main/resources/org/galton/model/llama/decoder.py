# The decoder of the Llama family in TorchScript: one call a step, one call a prompt or a training batch.
#
# weights: embedding, final norm, head, then nine tensors a block in the order in which the methods below number them;
# one that an architecture lacks is empty. shape: query heads, key heads, head width. windows: one a block, how many
# positions a token sees back, itself included; 0 for all. Sines are negated in their first half.
class Decoder(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool

  # An array of this shape and type on the device of `like`, not filled.
  def room(self: __torch__.Decoder, like: Tensor, shape: List[int], type: int) -> Tensor:
    return torch.empty(shape, dtype=type, layout=None, device=like.device)

  # Fills rows of an array, converted to its type; 0 if what it then holds is finite, else not a number.
  def fill(self: __torch__.Decoder, array: Tensor, row: int, values: Tensor) -> float:
    rows = torch.narrow(array, 0, row, torch.size(values, 0))
    torch.copy_(rows, values)
    return float(torch.sum(torch.mul(torch.to(rows, 6), 0.)))

  # Zeroed keys or values of every block: [slots, keyHeads, capacity, headWidth].
  def cache(self: __torch__.Decoder, weights: List[Tensor], windows: List[int], shape: List[int], slots: int, capacity: int) -> List[Tensor]:
    arrays = annotate(List[Tensor], [])
    for i in range(len(windows)):
      arrays = torch.append(arrays, torch.new_zeros(weights[0], [slots, shape[1], capacity, shape[2]]))
    return arrays

  # Copies a smaller cache of as many slots.
  def take_over(self: __torch__.Decoder, larger: List[Tensor], smaller: List[Tensor]) -> int:
    for i in range(len(larger)):
      torch.copy_(torch.narrow(larger[i], 2, 0, torch.size(smaller[i], 2)), smaller[i])
    return len(larger)

  # Copies a prompt's keys or values, [keyHeads, tokens, headWidth] a block, to the beginning of a slot.
  def copy_prompt(self: __torch__.Decoder, cache: List[Tensor], slot: int, prompt: List[Tensor]) -> int:
    for i in range(len(cache)):
      torch.copy_(torch.narrow(torch.select(cache[i], 0, slot), 1, 0, torch.size(prompt[i], 1)), prompt[i])
    return len(cache)

  # Makes a slot as new.
  def clear(self: __torch__.Decoder, cache: List[Tensor], slot: int) -> int:
    for i in range(len(cache)):
      torch.fill_(torch.select(cache[i], 0, slot), 0.)
    return len(cache)

  # The residual stream after the last block, [sequences, tokens, width], then the keys and then the values of every block,
  # [sequences, keyHeads, tokens, headWidth]. cosine, sine: [tokens, headWidth].
  def sequence(self: __torch__.Decoder, weights: List[Tensor], windows: List[int], shape: List[int], epsilon: float,
               ids: Tensor, cosine: Tensor, sine: Tensor) -> List[Tensor]:
    x = torch.embedding(weights[0], ids)
    tokens = torch.size(ids, 1)
    row = torch.unsqueeze(torch.arange(tokens, dtype=None, layout=None, device=ids.device), 1)
    cosine = torch.unsqueeze(torch.type_as(cosine, x), 1)
    sine = torch.unsqueeze(torch.type_as(sine, x), 1)
    keys = annotate(List[Tensor], [])
    values = annotate(List[Tensor], [])
    for i in range(len(windows)):
      block = torch.slice(weights, 3 + 9 * i, 12 + 9 * i, 1)
      query, key, value = self.project(x, block, cosine, sine, shape, epsilon)
      key = torch.contiguous(torch.transpose(key, 1, 2))
      value = torch.contiguous(torch.transpose(value, 1, 2))
      slides = torch.__and__(windows[i] > 0, windows[i] < tokens)
      mask = annotate(Optional[Tensor], None)
      if slides:
        mask = torch.type_as(self.hidden(row, torch.transpose(row, 0, 1), windows[i]), x)
      mixed = torch.scaled_dot_product_attention(torch.transpose(query, 1, 2), key, value, mask, 0., torch.__not__(slides), scale=None, enable_gqa=True)
      x = self.finish(x, torch.flatten(torch.transpose(mixed, 1, 2), 2, 3), block, epsilon)
      keys = torch.append(keys, key)
      values = torch.append(values, value)
    return torch.add(torch.add([x], keys), values)

  # Logits [..., vocabulary] in float32 of a residual stream.
  def logits(self: __torch__.Decoder, weights: List[Tensor], epsilon: float, x: Tensor) -> Tensor:
    return torch.to(torch.linear(self.norm(x, weights[1], epsilon), weights[2], None), 6)

  # Logits [slots, vocabulary] after one more token a slot.
  #
  # ids, positions, own: token, its position, and its row in the slot's own cache, [slots].
  # cosine, sine: [positions, headWidth], a row for every position.
  # keys, values: a block's own keys and values [slots, keyHeads, capacity, headWidth], written in place; the first `span` are read.
  # prompts: keys and values [keyHeads, tokens, headWidth] of every block of every prompt in the batch: prompt by prompt,
  # keys before values, block by block. members: which slots continue each prompt; an empty one means all.
  def step(self: __torch__.Decoder, weights: List[Tensor], windows: List[int], shape: List[int], epsilon: float,
           ids: Tensor, positions: Tensor, own: Tensor, cosine: Tensor, sine: Tensor, keys: List[Tensor], values: List[Tensor],
           span: int, prompts: List[Tensor], members: List[Tensor]) -> Tensor:
    x = torch.embedding(weights[0], ids)
    slots = torch.size(ids, 0)
    cosine = torch.unsqueeze(torch.type_as(torch.index_select(cosine, 0, positions), x), 1)
    sine = torch.unsqueeze(torch.type_as(torch.index_select(sine, 0, positions), x), 1)
    at = torch.unsqueeze(own, 1)
    columns = torch.unsqueeze(torch.arange(span, dtype=None, layout=None, device=ids.device), 0)
    capacity = torch.size(keys[0], 2)
    first = torch.arange(0, slots * shape[1] * capacity, capacity, dtype=None, layout=None, device=ids.device)
    rows = torch.flatten(torch.add(torch.view(first, [slots, -1]), at))
    masks = annotate(Dict[int, Tensor], {})
    for i in range(len(windows)):
      if torch.__not__(torch.__contains__(masks, windows[i])):
        masks[windows[i]] = torch.unsqueeze(torch.unsqueeze(self.hidden(at, columns, windows[i]), 1), 1)
    for i in range(len(windows)):
      block = torch.slice(weights, 3 + 9 * i, 12 + 9 * i, 1)
      query, key, value = self.project(x, block, cosine, sine, shape, epsilon)
      torch.index_put_(torch.view(keys[i], [-1, shape[2]]), annotate(List[Optional[Tensor]], [rows]), torch.flatten(key, 0, 1))
      torch.index_put_(torch.view(values[i], [-1, shape[2]]), annotate(List[Optional[Tensor]], [rows]), torch.flatten(value, 0, 1))
      mixed, total = self.attend_own(query, torch.narrow(keys[i], 2, 0, span), torch.narrow(values[i], 2, 0, span), masks[windows[i]])
      if len(members) > 0:
        mixed = self.attend_prompts(query, mixed, total, positions, windows, i, prompts, members)
      x = self.finish(x, torch.flatten(mixed, 1), block, epsilon)
    return self.logits(weights, epsilon, x)

  # Token, log-probability and entropy of every slot, [3, slots]. The first is drawn by inverting the cumulative distribution
  # at a uniform number; the others are of the distribution before temperature and filters.
  def draw(self: __torch__.Decoder, logits: Tensor, uniforms: Tensor, temperature: float, top_k: int, top_p: float, min_p: float) -> Tensor:
    logprobs = torch.log_softmax(logits, 1)
    probabilities = torch.exp(logprobs)
    entropies = torch.neg(torch.sum(torch.mul(probabilities, logprobs), [1], True))
    if temperature == 0.:
      tokens = torch.argmax(logits, 1, True)
    else:
      if temperature != 1.:
        probabilities = torch.softmax(torch.div(logits, temperature), 1)
      if torch.__and__(torch.__and__(top_k == 0, top_p >= 1.), min_p <= 0.):
        tokens = self.invert(probabilities, uniforms)
      else:
        tokens = self.filtered(probabilities, uniforms, top_k, top_p, min_p)
    chosen = torch.gather(logprobs, 1, tokens)
    return torch.transpose(torch.cat([torch.to(tokens, 6), chosen, entropies], 1), 0, 1)

  # Draws among the likeliest tokens. Only as many are sorted as can be needed, which for a wide vocabulary are few.
  def filtered(self: __torch__.Decoder, probabilities: Tensor, uniforms: Tensor, top_k: int, top_p: float, min_p: float) -> Tensor:
    width = torch.size(probabilities, 1)
    if top_k > 0:
      most = ops.prim.min(top_k, width)
    else:
      most = ops.prim.min(256, width)
    likeliest, order = torch.topk(probabilities, most, 1)
    kept = self.kept(likeliest, top_p, min_p, top_k)
    if torch.__and__(top_k == 0, most < width):
      if bool(torch.any(torch.gt(torch.select(kept, 1, -1), 0.))):
        likeliest, order = torch.sort(probabilities, 1, True)
        kept = self.kept(likeliest, top_p, min_p, top_k)
    return torch.gather(order, 1, self.invert(torch.mul(likeliest, kept), uniforms))

  # 1 for the entries that top-p and min-p keep of masses sorted from the largest, else 0; the first is always kept.
  def kept(self: __torch__.Decoder, sorted: Tensor, top_p: float, min_p: float, top_k: int) -> Tensor:
    kept = torch.ones_like(sorted)
    if top_p < 1.:
      # The mass that top-p shares out: of the top-k, if there is one, and of everything otherwise.
      whole = torch.ones_like(torch.narrow(sorted, 1, 0, 1))
      if top_k > 0:
        whole = torch.sum(sorted, [1], True)
      before = torch.sub(torch.cumsum(sorted, 1), sorted)
      kept = torch.mul(kept, torch.to(torch.lt(before, torch.mul(whole, top_p)), 6))
    if min_p > 0.:
      least = torch.mul(torch.narrow(sorted, 1, 0, 1), min_p)
      kept = torch.mul(kept, torch.to(torch.ge(sorted, least), 6))
    torch.fill_(torch.select(kept, 1, 0), 1.)
    return kept

  # Index [slots, 1] of the first entry whose cumulative mass exceeds the given share of the whole.
  def invert(self: __torch__.Decoder, mass: Tensor, share: Tensor) -> Tensor:
    cumulative = torch.cumsum(mass, 1)
    last = torch.sub(torch.size(mass, 1), 1)
    goal = torch.mul(torch.narrow(cumulative, 1, last, 1), share)
    return torch.clamp(torch.sum(torch.le(cumulative, goal), [1], True), None, last)

  def norm(self: __torch__.Decoder, x: Tensor, weight: Tensor, epsilon: float) -> Tensor:
    wide = torch.to(x, 6)
    scale = torch.rsqrt(torch.add(torch.mean(torch.square(wide), [-1], True), epsilon))
    return torch.mul(torch.type_as(torch.mul(wide, scale), x), weight)

  def given(self: __torch__.Decoder, weight: Tensor) -> Optional[Tensor]:
    found = annotate(Optional[Tensor], None)
    if torch.numel(weight) > 0:
      found = annotate(Optional[Tensor], weight)
    return found

  def rotate(self: __torch__.Decoder, heads: Tensor, cosine: Tensor, sine: Tensor) -> Tensor:
    swapped = torch.roll(heads, [torch.floordiv(torch.size(heads, -1), 2)], [-1])
    return torch.addcmul(torch.mul(heads, cosine), swapped, sine)

  # [..., width] to rotated queries and keys, and values: [..., heads, headWidth].
  def project(self: __torch__.Decoder, x: Tensor, block: List[Tensor], cosine: Tensor, sine: Tensor, shape: List[int],
              epsilon: float) -> Tuple[Tensor, Tensor, Tensor]:
    flat = torch.linear(self.norm(x, block[0], epsilon), block[1], self.given(block[2]))
    heads = torch.unflatten(flat, -1, [-1, shape[2]])
    turned, value = torch.split_with_sizes(heads, [shape[0] + shape[1], shape[1]], -2)
    if torch.numel(block[3]) > 0:
      query, key = torch.split_with_sizes(turned, [shape[0], shape[1]], -2)
      turned = torch.cat([self.norm(query, block[3], epsilon), self.norm(key, block[4], epsilon)], -2)
    query, key = torch.split_with_sizes(self.rotate(turned, cosine, sine), [shape[0], shape[1]], -2)
    return (query, key, value)

  # A block after its attention: output projection and gated hidden layer, each added to the stream.
  def finish(self: __torch__.Decoder, x: Tensor, mixed: Tensor, block: List[Tensor], epsilon: float) -> Tensor:
    x = torch.add(x, torch.linear(mixed, block[5], None))
    gate, up = torch.chunk(torch.linear(self.norm(x, block[6], epsilon), block[7], None), 2, -1)
    return torch.add(x, torch.linear(torch.mul(torch.silu(gate), up), block[8], None))

  # Summand of the scores of queries at positions `from` and keys at `to`: nothing where seen, else a large negative number.
  def hidden(self: __torch__.Decoder, from_: Tensor, to_: Tensor, window: int) -> Tensor:
    unseen = torch.gt(to_, from_)
    if window > 0:
      unseen = torch.logical_or(unseen, torch.le(to_, torch.sub(from_, window)))
    return torch.mul(torch.to(unseen, 6), -30000.)

  # Queries [slots, heads, headWidth] over each slot's own keys and values: the mixed values, [slots, heads, headWidth],
  # and the logarithm of the sum of the scores' exponentials, [slots, heads, 1].
  def attend_own(self: __torch__.Decoder, query: Tensor, keys: Tensor, values: Tensor, mask: Tensor) -> Tuple[Tensor, Tensor]:
    slots = torch.size(query, 0)
    heads = torch.size(query, 1)
    groups = torch.size(keys, 1)
    width = torch.size(query, 2)
    scaled = torch.view(torch.mul(query, width ** -0.5), [slots * groups, -1, width])
    scores = torch.bmm(scaled, torch.transpose(torch.flatten(keys, 0, 1), 1, 2))
    masked = torch.add(torch.view(torch.to(scores, 6), [slots, groups, -1, torch.size(keys, 2)]), mask)
    most = torch.amax(masked, [-1], True)
    # Powers of two: the natural exponential is slow where it underflows, as it does at every unseen key.
    powers = torch.exp2(torch.mul(torch.sub(masked, most), 1.4426950408889634))
    sum = torch.sum(powers, [-1], True)
    total = torch.add(most, torch.log(sum))
    weights = torch.flatten(torch.type_as(torch.div(powers, sum), values), 0, 1)
    mixed = torch.bmm(weights, torch.flatten(values, 0, 1))
    return (torch.view(mixed, [slots, heads, width]), torch.view(total, [slots, heads, 1]))

  # Merges each slot's own part of attention with the part over its prompt, whose keys and values its slots share.
  def attend_prompts(self: __torch__.Decoder, query: Tensor, mixed: Tensor, total: Tensor, positions: Tensor, windows: List[int],
                     i: int, prompts: List[Tensor], members: List[Tensor]) -> Tensor:
    for p in range(len(members)):
      keys = prompts[2 * len(windows) * p + i]
      values = prompts[2 * len(windows) * p + len(windows) + i]
      if torch.numel(members[p]) == 0:
        shared, shared_total = self.attend_shared(query, keys, values, positions, windows[i])
        mixed = torch.lerp(mixed, shared, torch.type_as(torch.sigmoid(torch.sub(shared_total, total)), mixed))
      else:
        m = members[p]
        shared, shared_total = self.attend_shared(torch.index_select(query, 0, m), keys, values, torch.index_select(positions, 0, m), windows[i])
        apart = torch.index_select(mixed, 0, m)
        share = torch.sigmoid(torch.sub(shared_total, torch.index_select(total, 0, m)))
        torch.index_copy_(mixed, 0, m, torch.lerp(apart, shared, torch.type_as(share, mixed)))
    return mixed

  # Queries [rows, heads, headWidth] over one prompt's keys and values, [keyHeads, tokens, headWidth]; as attend_own.
  def attend_shared(self: __torch__.Decoder, query: Tensor, keys: Tensor, values: Tensor, positions: Tensor, window: int) -> Tuple[Tensor, Tensor]:
    rows = torch.size(query, 0)
    heads = torch.size(query, 1)
    groups = torch.size(keys, 0)
    width = torch.size(query, 2)
    mask = annotate(Optional[Tensor], None)
    if window > 0:
      columns = torch.arange(torch.size(keys, 1), dtype=None, layout=None, device=query.device)
      hidden = self.hidden(torch.unsqueeze(positions, 1), torch.unsqueeze(columns, 0), window)
      mask = torch.type_as(torch.view(torch.repeat_interleave(hidden, torch.floordiv(heads, groups), 0), [1, 1, -1, torch.size(keys, 1)]), query)
    grouped = torch.reshape(torch.transpose(torch.view(query, [rows, groups, -1, width]), 0, 1), [1, groups, -1, width])
    # The fused kernel of the CPU pays where the scores would not fit into its caches.
    if torch.__or__(ops.prim.is_cuda(query), torch.size(keys, 1) < 128):
      scores = torch.to(torch.matmul(torch.mul(grouped, width ** -0.5), torch.transpose(keys, 1, 2)), 6)
      if mask is not None:
        scores = torch.add(scores, mask)
      total = torch.logsumexp(scores, [-1], True)
      mixed = torch.matmul(torch.type_as(torch.exp(torch.sub(scores, total)), values), values)
    else:
      mixed, total = torch._scaled_dot_product_flash_attention_for_cpu(grouped, torch.unsqueeze(keys, 0), torch.unsqueeze(values, 0), 0., False, attn_mask=mask, scale=None)
    mixed = torch.reshape(torch.transpose(torch.view(mixed, [groups, rows, -1, width]), 0, 1), [rows, heads, width])
    total = torch.reshape(torch.transpose(torch.view(total, [groups, rows, -1]), 0, 1), [rows, heads, 1])
    return (mixed, total)
