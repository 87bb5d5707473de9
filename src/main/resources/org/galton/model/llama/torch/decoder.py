# The decoder of the Llama family in TorchScript: one call a step, one call a prompt.
#
# weights: embedding, final norm, head, then 17 tensors a block in the order in which the methods below number them;
# one that is not there is empty. The last eight are low-rank factors, two for each of the four matrices. shape: query
# heads, key heads, head width. windows: one a block, how many positions a token sees back, itself included; 0 for all.
# Sines are negated in their first half. 0 is uint8, 1 int8, 4 int64, 6 float32.
#
# A matrix is plain, or packed by `pack`. Scales of int8 matrices come after all blocks: four a block, then those of the head.
class Decoder(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool

  # An array of this shape and type on the device of `like`, not filled.
  def room(self, like: Tensor, shape: List[int], type: int) -> Tensor:
    return torch.empty(shape, dtype=type, layout=None, device=like.device)

  # Zeros of the shape and on the device of `like`.
  def zeros(self, like: Tensor, type: int) -> Tensor:
    return torch.zeros_like(like, dtype=type)

  # The first numbers of a file, mapped into memory: what is read of them is read from the system's cache of the file.
  def mapped(self, file: str, numbers: int, type: int) -> Tensor:
    return torch.from_file(file, False, numbers, dtype=type, layout=None, device=None)

  # Numbers of a mapped file as an array of this shape.
  def piece(self, mapped: Tensor, first: int, shape: List[int], like: Tensor) -> Tensor:
    count = 1
    for size in shape:
      count = count * size
    return mapped.narrow(0, first, count).view(shape).to(like.device)

  def wide(self, values: Tensor) -> Tensor:
    return values.to(6, False, True)

  # Fills rows of an array, converted to its type; 0 if what it then holds is finite, else not a number.
  def fill(self, array: Tensor, row: int, values: Tensor) -> float:
    rows = array.narrow(0, row, values.size(0)).copy_(values)
    return float(rows.amax()) * 0. + float(rows.amin()) * 0.

  # Fills a part of a matrix in float32 with scaled values, as `fill` does.
  def fill_scaled(self, array: Tensor, row: int, column: int, scale: float, values: Tensor) -> float:
    part = array.narrow(0, row, values.size(0)).narrow(1, column, values.size(1)).copy_(values.to(6) * scale)
    return float((part * 0.).sum())

  # A matrix in the layout in which the CPU's products read it fastest.
  def pack(self, matrix: Tensor, rows: int) -> Tensor:
    return ops.mkldnn._reorder_linear_weight(matrix, rows)

  # The same in int8, and the scales of its rows, [rows]: the largest of a row is 127.
  def pack8(self, matrix: Tensor, rows: int) -> Tuple[Tensor, Tensor]:
    scales = (matrix.amax([1], False).to(6).maximum(matrix.amin([1], False).to(6).neg()) / 127.).clamp(1e-30, None)
    whole = torch.empty(matrix.size(), dtype=1, layout=None, device=matrix.device)
    first = 0
    while first < matrix.size(0):
      count = ops.prim.min(4096, matrix.size(0) - first)
      wide = matrix.narrow(0, first, count).to(6) / scales.narrow(0, first, count).unsqueeze(1)
      _ = whole.narrow(0, first, count).copy_(wide.round())
      first = first + count
    return (ops.onednn.qlinear_prepack(whole, [rows, matrix.size(1)]), scales)

  # Zeroed keys or values of every block: [slots, keyHeads, capacity, headWidth].
  def cache(self, weights: List[Tensor], windows: List[int], shape: List[int], slots: int, capacity: int) -> List[Tensor]:
    arrays = annotate(List[Tensor], [])
    for i in range(len(windows)):
      arrays.append(weights[0].new_zeros([slots, shape[1], capacity, shape[2]]))
    return arrays

  # Copies a smaller cache of as many slots.
  def take_over(self, larger: List[Tensor], smaller: List[Tensor]) -> int:
    for i in range(len(larger)):
      larger[i].narrow(2, 0, smaller[i].size(2)).copy_(smaller[i])
    return len(larger)

  # Keys, then values, of some rows of a slot: [2 blocks, keyHeads, count, headWidth], a copy.
  def rows(self, keys: List[Tensor], values: List[Tensor], slot: int, first: int, count: int) -> Tensor:
    parts = annotate(List[Tensor], [])
    for i in range(len(keys)):
      parts.append(keys[i].select(0, slot).narrow(1, first, count))
    for i in range(len(values)):
      parts.append(values[i].select(0, slot).narrow(1, first, count))
    return torch.stack(parts, 0)

  # Writes such rows, one piece after another, into a slot.
  def put_rows(self, keys: List[Tensor], values: List[Tensor], slot: int, first: int, pieces: List[Tensor]) -> int:
    row = first
    for p in range(len(pieces)):
      count = pieces[p].size(2)
      for i in range(len(keys)):
        keys[i].select(0, slot).narrow(1, row, count).copy_(pieces[p].select(0, i))
        values[i].select(0, slot).narrow(1, row, count).copy_(pieces[p].select(0, len(keys) + i))
      row = row + count
    return row

  # Makes a slot as new.
  def clear(self, cache: List[Tensor], slot: int) -> int:
    for i in range(len(cache)):
      cache[i].select(0, slot).fill_(0.)
    return len(cache)

  # The residual stream after the last block, [sequences, tokens, width], then the keys and then the values of every
  # block, [sequences, keyHeads, tokens, headWidth]. cosine, sine: [tokens, headWidth].
  def sequence(self, weights: List[Tensor], windows: List[int], shape: List[int], epsilon: float,
               ids: Tensor, cosine: Tensor, sine: Tensor) -> List[Tensor]:
    x = torch.embedding(weights[0], ids)
    tokens = ids.size(1)
    row = self.count(tokens, ids).unsqueeze(1)
    cosine = cosine.type_as(x).unsqueeze(1)
    sine = sine.type_as(x).unsqueeze(1)
    keys = annotate(List[Tensor], [])
    values = annotate(List[Tensor], [])
    for i in range(len(windows)):
      block = self.block(weights, i, len(windows))
      query, key, value = self.project(x, block, cosine, sine, shape, epsilon)
      keys.append(key.transpose(1, 2).contiguous())
      values.append(value.transpose(1, 2).contiguous())
      mask = annotate(Optional[Tensor], None)
      slides = windows[i] > 0 and windows[i] < tokens
      if slides:
        mask = self.hidden(row, row.transpose(0, 1), windows[i]).type_as(x)
      mixed = torch.scaled_dot_product_attention(query.transpose(1, 2), keys[i], values[i], mask, 0., not slides,
                                                 scale=None, enable_gqa=True)
      x = self.finish(x, mixed.transpose(1, 2).flatten(2, 3), block, epsilon)
    return [x] + keys + values

  # The residual stream of a sequence before the first block and after every block, [1 + blocks, tokens, width]; after
  # block `noised`, from 1, and before all that follows, a multiple of the noise is added: `magnitude` times the Euclidean
  # norm of each token's state over the square root of the width. noised 0 adds none. ids: [tokens].
  def layers(self, weights: List[Tensor], windows: List[int], shape: List[int], epsilon: float,
             ids: Tensor, cosine: Tensor, sine: Tensor, noised: int, magnitude: float, noise: Tensor) -> Tensor:
    x = torch.embedding(weights[0], ids).unsqueeze(0)
    tokens = ids.size(0)
    row = self.count(tokens, ids).unsqueeze(1)
    cosine = cosine.type_as(x).unsqueeze(1)
    sine = sine.type_as(x).unsqueeze(1)
    states = [x]
    for i in range(len(windows)):
      block = self.block(weights, i, len(windows))
      query, key, value = self.project(x, block, cosine, sine, shape, epsilon)
      mask = annotate(Optional[Tensor], None)
      slides = windows[i] > 0 and windows[i] < tokens
      if slides:
        mask = self.hidden(row, row.transpose(0, 1), windows[i]).type_as(x)
      mixed = torch.scaled_dot_product_attention(query.transpose(1, 2), key.transpose(1, 2), value.transpose(1, 2), mask, 0.,
                                                 not slides, scale=None, enable_gqa=True)
      x = self.finish(x, mixed.transpose(1, 2).flatten(2, 3), block, epsilon)
      if i + 1 == noised:
        wide = x.to(6)
        scale = wide.square().sum([-1], True).sqrt() * (magnitude * x.size(-1) ** -0.5)
        x = (wide + scale * noise).type_as(x)
      states.append(x)
    return torch.cat(states, 0)

  # Log-probabilities of all tokens in float32, of any part of a residual stream.
  def lens(self, weights: List[Tensor], epsilon: float, x: Tensor) -> Tensor:
    return torch.log_softmax(self.logits(weights, epsilon, x), -1)

  # Cosines [rows, tokens asked for] between states [rows, width] and the embeddings of tokens.
  def cosines(self, weights: List[Tensor], x: Tensor, tokens: Tensor) -> Tensor:
    embeddings = torch.embedding(weights[0], tokens).to(6)
    states = x.to(6)
    each = embeddings.square().sum([-1], True).sqrt().clamp(1e-12, None)
    own = states.square().sum([-1], True).sqrt().clamp(1e-12, None)
    return torch.matmul(states / own, (embeddings / each).transpose(0, 1))

  # Room for keys, then values, of every block: [2 blocks, keyHeads, tokens, headWidth].
  def sequence_rows(self, weights: List[Tensor], windows: List[int], shape: List[int], tokens: int) -> Tensor:
    return weights[0].new_zeros([2 * len(windows), shape[1], tokens, shape[2]])

  # Some tokens of such rows, a copy.
  def part(self, rows: Tensor, first: int, count: int) -> Tensor:
    return rows.narrow(2, first, count).clone()

  # Fills such rows with pieces, one behind another.
  def put_parts(self, rows: Tensor, first: int, pieces: List[Tensor]) -> int:
    row = first
    for p in range(len(pieces)):
      rows.narrow(2, row, pieces[p].size(2)).copy_(pieces[p])
      row = row + pieces[p].size(2)
    return row

  # Such rows block by block, without a copy.
  def by_block(self, rows: Tensor) -> List[Tensor]:
    return torch.unbind(rows, 0)

  # Fills the rows of some tokens of a sequence, the first of which stands at `first`; those before it are there.
  # ids: [tokens]. cosine, sine: [tokens, headWidth].
  def extend(self, weights: List[Tensor], windows: List[int], shape: List[int], epsilon: float,
             ids: Tensor, cosine: Tensor, sine: Tensor, rows: Tensor, first: int) -> int:
    x = torch.embedding(weights[0], ids).unsqueeze(0)
    count = ids.size(0)
    end = first + count
    cosine = cosine.type_as(x).unsqueeze(1)
    sine = sine.type_as(x).unsqueeze(1)
    then = self.count(end, ids).unsqueeze(0)
    now = then.transpose(0, 1).narrow(0, first, count)
    masks = annotate(Dict[int, Tensor], {})
    for i in range(len(windows)):
      block = self.block(weights, i, len(windows))
      query, key, value = self.project(x, block, cosine, sine, shape, epsilon)
      keys = rows.select(0, i)
      values = rows.select(0, len(windows) + i)
      keys.narrow(1, first, count).copy_(key.squeeze(0).transpose(0, 1))
      values.narrow(1, first, count).copy_(value.squeeze(0).transpose(0, 1))
      # What comes out of the last block is nobody's key or value.
      if i + 1 < len(windows):
        mask = annotate(Optional[Tensor], None)
        slides = windows[i] > 0 and windows[i] < end
        if slides or first > 0:
          if not windows[i] in masks:
            masks[windows[i]] = self.hidden(now, then, windows[i]).type_as(x)
          mask = masks[windows[i]]
        mixed = torch.scaled_dot_product_attention(query.transpose(1, 2), keys.narrow(1, 0, end).unsqueeze(0),
                                                   values.narrow(1, 0, end).unsqueeze(0), mask, 0., mask is None,
                                                   scale=None, enable_gqa=True)
        x = self.finish(x, mixed.transpose(1, 2).flatten(2, 3), block, epsilon)
    return end

  # Logits [..., vocabulary] in float32 of a residual stream. The product is in the type of the head.
  def logits(self, weights: List[Tensor], epsilon: float, x: Tensor) -> Tensor:
    normed = self.norm(x, weights[1], epsilon)
    if weights[2].dtype == 1:
      return self.product8(normed, weights[2], weights[-1])
    return self.times(normed.to(weights[2].dtype), weights[2], None).to(6)

  # The tensors of a block, and where matrices are in int8 their scales behind them.
  def block(self, weights: List[Tensor], i: int, blocks: int) -> List[Tensor]:
    own = weights[3 + 17 * i:20 + 17 * i]
    scales = 3 + 17 * blocks + 4 * i
    if scales < len(weights):
      return own + weights[scales:scales + 4]
    return own

  # x times a matrix, plain or packed.
  def times(self, x: Tensor, matrix: Tensor, bias: Optional[Tensor]) -> Tensor:
    if matrix.is_mkldnn:
      return ops.mkldnn._linear_pointwise(x, matrix, bias, "none", annotate(List[Optional[number]], []), "")
    return torch.linear(x, matrix, bias)

  # x times a matrix in int8, in float32. A row of x is rounded to whole numbers up to 127 in steps of its own; sums of
  # products of whole numbers are exact, so that a row does not depend on its neighbours.
  def product8(self, x: Tensor, matrix: Tensor, scales: Tensor) -> Tensor:
    rows = x.to(6).flatten(0, -2)
    step = rows.abs().amax([-1], True).clamp(1e-30, None) / 127.
    whole = (rows / step).round().add(128.).to(0)
    y = ops.onednn.qlinear_pointwise(whole, 1., 128, matrix, scales, torch.zeros_like(scales, dtype=4), None, 1., 0, 6,
                                     "none", annotate(List[Optional[number]], []), "")
    return (y * step).view(x.size()[:-1] + [-1])

  # Logits [slots, vocabulary] after one more token of each of the first slots, as many as there are ids.
  #
  # ids, positions, own: token, its position, and its row in the slot's own cache, [slots].
  # cosine, sine: [positions, headWidth], a row for every position.
  # keys, values: a block's own keys and values [slots, keyHeads, capacity, headWidth], written in place; `span` are read.
  # prompts: keys and values [keyHeads, tokens, headWidth] of every block of every prompt in the batch: prompt by prompt,
  # keys before values, block by block. members: which slots continue each prompt; an empty one means all.
  def step(self, weights: List[Tensor], windows: List[int], shape: List[int], epsilon: float,
           ids: Tensor, positions: Tensor, own: Tensor, cosine: Tensor, sine: Tensor,
           keys: List[Tensor], values: List[Tensor], span: int, prompts: List[Tensor], members: List[Tensor]) -> Tensor:
    x = torch.embedding(weights[0], ids)
    cosine = cosine.index_select(0, positions).type_as(x).unsqueeze(1)
    sine = sine.index_select(0, positions).type_as(x).unsqueeze(1)
    at = own.unsqueeze(1)
    first = self.count(ids.size(0) * shape[1], ids) * keys[0].size(2)
    rows = (first.view([ids.size(0), shape[1]]) + at).flatten()
    columns = self.count(span, ids).unsqueeze(0)
    masks = annotate(Dict[int, Tensor], {})
    for i in range(len(windows)):
      if not windows[i] in masks:
        masks[windows[i]] = self.hidden(at, columns, windows[i]).unsqueeze(1).unsqueeze(1)
    for i in range(len(windows)):
      block = self.block(weights, i, len(windows))
      query, key, value = self.project(x, block, cosine, sine, shape, epsilon)
      self.write(keys[i], rows, key)
      self.write(values[i], rows, value)
      seen = keys[i].narrow(0, 0, ids.size(0)).narrow(2, 0, span)
      mixed, total = self.attend_own(query, seen, values[i].narrow(0, 0, ids.size(0)).narrow(2, 0, span), masks[windows[i]])
      if len(members) > 0:
        mixed = self.attend_prompts(query, mixed, total, positions, windows, i, prompts, members)
      x = self.finish(x, mixed.flatten(1), block, epsilon)
    return self.logits(weights, epsilon, x)

  # Token, log-probability, entropy and again log-probability of every slot, [4, slots]. The token is drawn by inverting the
  # cumulative distribution at a uniform number; the next two are of the distribution before temperature and filters, the
  # last is of that which was drawn from. At temperature 0 nothing is drawn, and both are the same.
  # On a CPU a few slots at a time: for what takes more than 32 MiB its allocator asks the system for new pages each time,
  # which for 64 slots of a vocabulary of 150,000 took twice as long as the rest of the step.
  def draw(self, logits: Tensor, uniforms: Tensor, temperature: float, top_k: int, top_p: float, min_p: float) -> Tensor:
    slots = logits.size(0)
    some = ops.prim.max(1, 2097152 // logits.size(1))
    if logits.is_cuda or slots <= some:
      return self.draw_some(logits, uniforms, temperature, top_k, top_p, min_p)
    drawn = annotate(List[Tensor], [])
    for part in range((slots + some - 1) // some):
      count = ops.prim.min(some, slots - part * some)
      drawn.append(self.draw_some(logits.narrow(0, part * some, count), uniforms.narrow(0, part * some, count), temperature,
                                  top_k, top_p, min_p))
    return torch.cat(drawn, 1)

  def draw_some(self, logits: Tensor, uniforms: Tensor, temperature: float, top_k: int, top_p: float,
                min_p: float) -> Tensor:
    logprobs = torch.log_softmax(logits, 1)
    probabilities = logprobs.exp()
    entropies = (probabilities * logprobs).sum([1], True).neg()
    if temperature == 0.:
      tokens = logits.argmax(1, True)
      behaviour = logprobs.gather(1, tokens)
    else:
      tempered = logprobs
      if temperature != 1.:
        tempered = torch.log_softmax(logits / temperature, 1)
        probabilities = torch.softmax(logits / temperature, 1)
      if top_k == 0 and top_p >= 1. and min_p <= 0.:
        tokens = self.invert(probabilities, uniforms)
        behaviour = tempered.gather(1, tokens)
      else:
        tokens, share = self.filtered(probabilities, uniforms, top_k, top_p, min_p)
        behaviour = share.log()
    return torch.cat([tokens.to(6), logprobs.gather(1, tokens), entropies, behaviour], 1).transpose(0, 1)

  # Of every slot the logarithms of the probabilities of its likeliest tokens, and as many ids, [slots, 2 * most].
  def likeliest(self, logits: Tensor, most: int) -> Tensor:
    logprobs, ids = torch.topk(torch.log_softmax(logits, 1), most, 1)
    return torch.cat([logprobs, ids.to(6)], 1)

  # Of every row the logarithm of the probability of a token, then those of the likeliest tokens, and as many ids,
  # [rows, 1 + 2 * most]. tokens: [rows, 1].
  def read(self, logits: Tensor, tokens: Tensor, most: int) -> Tensor:
    logprobs = torch.log_softmax(logits, 1)
    likeliest, ids = torch.topk(logprobs, most, 1)
    return torch.cat([logprobs.gather(1, tokens), likeliest, ids.to(6)], 1)

  # Draws among the likeliest tokens; with each its share of their mass. Only as many are sorted as can be needed, which
  # for a wide vocabulary are few.
  def filtered(self, probabilities: Tensor, uniforms: Tensor, top_k: int, top_p: float, min_p: float) -> Tuple[Tensor, Tensor]:
    most = probabilities.size(1)
    if top_k > 0:
      most = ops.prim.min(top_k, most)
    else:
      most = ops.prim.min(256, most)
    likeliest, order = torch.topk(probabilities, most, 1)
    kept = self.kept(likeliest, top_k, top_p, min_p)
    if top_k == 0 and most < probabilities.size(1):
      if bool(kept.select(1, -1).any()):
        likeliest, order = torch.sort(probabilities, 1, True)
        kept = self.kept(likeliest, top_k, top_p, min_p)
    mass = likeliest * kept
    place = self.invert(mass, uniforms)
    return order.gather(1, place), mass.gather(1, place) / mass.sum([1], True)

  # 1 for the entries that top-p and min-p keep of masses sorted from the largest, else 0; the first is always kept.
  # Top-p is a share of the mass of the top-k where there is one, else of everything.
  def kept(self, sorted: Tensor, top_k: int, top_p: float, min_p: float) -> Tensor:
    kept = torch.ones_like(sorted)
    if top_p < 1.:
      whole = torch.ones_like(sorted.narrow(1, 0, 1))
      if top_k > 0:
        whole = sorted.sum([1], True)
      kept = kept * (sorted.cumsum(1) - sorted < whole * top_p).to(6)
    if min_p > 0.:
      kept = kept * (sorted >= sorted.narrow(1, 0, 1) * min_p).to(6)
    kept.select(1, 0).fill_(1.)
    return kept

  # Index [slots, 1] of the first entry whose cumulative mass exceeds the given share of the whole.
  def invert(self, mass: Tensor, share: Tensor) -> Tensor:
    cumulative = mass.cumsum(1)
    last = mass.size(1) - 1
    goal = cumulative.narrow(1, last, 1) * share
    return (cumulative <= goal).sum([1], True).clamp(None, last)

  # 0, 1, ... on the device of `like`.
  def count(self, to: int, like: Tensor) -> Tensor:
    return torch.arange(to, dtype=None, layout=None, device=like.device)

  def norm(self, x: Tensor, weight: Tensor, epsilon: float) -> Tensor:
    wide = x.to(6)
    scale = torch.rsqrt(wide.square().mean([-1], True) + epsilon)
    return (wide * scale).type_as(x) * weight

  def given(self, weight: Tensor) -> Optional[Tensor]:
    found = annotate(Optional[Tensor], None)
    if weight.numel() > 0:
      found = annotate(Optional[Tensor], weight)
    return found

  # x times a matrix of a block, and beside it the low-rank part that begins at `low`, where there is one. Its factors are in
  # float32 whatever the type of the matrix: they are small, and rounding x A' would cost what rounding the matrix does.
  def product(self, x: Tensor, block: List[Tensor], matrix: int, bias: Optional[Tensor], low: int) -> Tensor:
    if len(block) > 17:
      exact = self.product8(x, block[matrix], block[17 + (low - 9) // 2])
      if bias is not None:
        exact = exact + bias
      y = exact.type_as(x)
    else:
      y = self.times(x, block[matrix], bias)
    if block[low].numel() > 0:
      y = (y.to(6) + torch.linear(torch.linear(x.to(6), block[low], None), block[low + 1], None)).type_as(x)
    return y

  def rotate(self, heads: Tensor, cosine: Tensor, sine: Tensor) -> Tensor:
    return torch.addcmul(heads * cosine, heads.roll([heads.size(-1) // 2], [-1]), sine)

  # [..., width] to rotated queries and keys, and values: [..., heads, headWidth].
  def project(self, x: Tensor, block: List[Tensor], cosine: Tensor, sine: Tensor, shape: List[int],
              epsilon: float) -> Tuple[Tensor, Tensor, Tensor]:
    flat = self.product(self.norm(x, block[0], epsilon), block, 1, self.given(block[2]), 9)
    heads = flat.unflatten(-1, [-1, shape[2]])
    turned, value = heads.split_with_sizes([shape[0] + shape[1], shape[1]], -2)
    if block[3].numel() > 0:
      query, key = turned.split_with_sizes([shape[0], shape[1]], -2)
      turned = torch.cat([self.norm(query, block[3], epsilon), self.norm(key, block[4], epsilon)], -2)
    query, key = self.rotate(turned, cosine, sine).split_with_sizes([shape[0], shape[1]], -2)
    return (query, key, value)

  # A block after its attention: output projection and gated hidden layer, each added to the stream.
  def finish(self, x: Tensor, mixed: Tensor, block: List[Tensor], epsilon: float) -> Tensor:
    x = x + self.product(mixed, block, 5, None, 11)
    gate, up = self.product(self.norm(x, block[6], epsilon), block, 7, None, 13).chunk(2, -1)
    return x + self.product(torch.silu(gate) * up, block, 8, None, 15)

  # Writes one row a slot and head into a block's keys or values.
  def write(self, cache: Tensor, rows: Tensor, heads: Tensor) -> Tensor:
    return cache.view([-1, cache.size(3)]).index_put_(annotate(List[Optional[Tensor]], [rows]), heads.flatten(0, 1))

  # Summand of the scores of queries at positions `now` and keys at `then`: nothing where seen, else far below all scores.
  def hidden(self, now: Tensor, then: Tensor, window: int) -> Tensor:
    unseen = then > now
    if window > 0:
      unseen = unseen.logical_or(then <= now - window)
    return unseen.to(6) * -30000.

  # Queries [slots, heads, headWidth] over each slot's own keys and values: the mixed values, [slots, heads, headWidth],
  # and the logarithm of the sum of the scores' exponentials, [slots, heads, 1].
  def attend_own(self, query: Tensor, keys: Tensor, values: Tensor, mask: Tensor) -> Tuple[Tensor, Tensor]:
    slots = query.size(0)
    heads = query.size(1)
    width = query.size(2)
    scaled = (query * width ** -0.5).view([slots * keys.size(1), -1, width])
    scores = torch.bmm(scaled, keys.flatten(0, 1).transpose(1, 2))
    masked = scores.to(6).view([slots, keys.size(1), -1, keys.size(2)]) + mask
    most = masked.amax([-1], True)
    # Powers of two: the natural exponential is slow where it underflows, as it does at every unseen key.
    powers = torch.exp2((masked - most) * 1.4426950408889634)
    # As a product: it adds the terms of a row in an order that does not depend on how many zeros stand behind them.
    sum = torch.matmul(powers, torch.ones_like(powers.view([-1, powers.size(-1)]).select(0, 0)).unsqueeze(1))
    mixed = torch.bmm((powers / sum).type_as(values).flatten(0, 1), values.flatten(0, 1))
    return (mixed.view([slots, heads, width]), (most + sum.log()).view([slots, heads, 1]))

  # Merges each slot's own part of attention with the part over its prompt, whose keys and values its slots share.
  def attend_prompts(self, query: Tensor, mixed: Tensor, total: Tensor, positions: Tensor, windows: List[int], i: int,
                     prompts: List[Tensor], members: List[Tensor]) -> Tensor:
    for p in range(len(members)):
      keys = prompts[2 * len(windows) * p + i]
      values = prompts[2 * len(windows) * p + len(windows) + i]
      m = members[p]
      if m.numel() == 0:
        shared, shared_total = self.attend_shared(query, keys, values, positions, windows[i])
        mixed = mixed.lerp(shared, (shared_total - total).sigmoid().type_as(mixed))
      else:
        shared, shared_total = self.attend_shared(query.index_select(0, m), keys, values, positions.index_select(0, m),
                                                  windows[i])
        share = (shared_total - total.index_select(0, m)).sigmoid().type_as(mixed)
        mixed.index_copy_(0, m, mixed.index_select(0, m).lerp(shared, share))
    return mixed

  # Queries [rows, heads, headWidth] over one prompt's keys and values, [keyHeads, tokens, headWidth]; as attend_own.
  def attend_shared(self, query: Tensor, keys: Tensor, values: Tensor, positions: Tensor,
                    window: int) -> Tuple[Tensor, Tensor]:
    rows = query.size(0)
    heads = query.size(1)
    width = query.size(2)
    groups = keys.size(0)
    tokens = keys.size(1)
    mask = annotate(Optional[Tensor], None)
    if window > 0:
      hidden = self.hidden(positions.unsqueeze(1), self.count(tokens, keys).unsqueeze(0), window)
      mask = hidden.repeat_interleave(heads // groups, 0).view([1, 1, -1, tokens]).type_as(query)
    grouped = query.view([rows, groups, -1, width]).transpose(0, 1).reshape([1, groups, -1, width])
    # The fused kernel of the CPU pays where the scores would not fit into its caches.
    if keys.is_cuda or tokens < 128:
      scores = torch.matmul(grouped * width ** -0.5, keys.transpose(1, 2)).to(6)
      if mask is not None:
        scores = scores + mask
      total = scores.logsumexp([-1], True)
      mixed = torch.matmul((scores - total).exp().type_as(values), values)
    else:
      mixed, total = torch._scaled_dot_product_flash_attention_for_cpu(
          grouped, keys.unsqueeze(0), values.unsqueeze(0), 0., False, attn_mask=mask, scale=None)
    mixed = mixed.view([groups, rows, -1, width]).transpose(0, 1).reshape([rows, heads, width])
    total = total.view([groups, rows, -1]).transpose(0, 1).reshape([rows, heads, 1])
    return (mixed, total)
