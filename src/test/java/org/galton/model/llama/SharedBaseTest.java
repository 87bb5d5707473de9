package org.galton.model.llama;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.galton.model.AdaptedModel;
import org.galton.model.Completion;
import org.galton.model.LanguageModel;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.llama.adapter.Adapter;
import org.galton.model.llama.adapter.RandomAdapter;
import org.galton.model.llama.torch.Torch;
import org.galton.model.llama.weights.LowRankBlock;
import org.galton.model.llama.weights.LowRankProduct;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many adapters need the memory of one base and of their factors. */
final class SharedBaseTest {
  private static final String BASE = "builtin:abacus@1547";
  private static final int RANK = 4;
  private static final String CONFIG =
      """
      {"peft_type": "LORA", "r": %d, "lora_alpha": 8, "target_modules": "all-linear"}
      """
          .formatted(RANK);

  private final Checkpoint base = Checkpoint.open(BASE);
  @TempDir private Path folder;

  @BeforeEach
  void writeTwoAdapters() throws IOException {
    for (int i = 1; i <= 2; i++) {
      RandomAdapter.of(base.config(), module -> RANK, i).write(folder(i), CONFIG);
    }
  }

  private Path folder(int number) {
    return folder.resolve("odd +adapter: name=%20 " + number);
  }

  private AdaptedModel model(int number) {
    return new AdaptedModel(BASE, folder(number).toString());
  }

  private Adapter adapter(int number) {
    return AdapterFolder.open(folder(number).toString(), base.config(), new Configuration(false));
  }

  @Test
  void whatAnAdapterAddsAreItsFactors() {
    Torch.start(1);
    try (LoadedCheckpoint loaded = new LoadedCheckpoint(base, Placement.CPU);
        LoadedCheckpoint first = loaded.with(adapter(1), "first", () -> {});
        LoadedCheckpoint second = loaded.with(adapter(2), "second", () -> {})) {
      long alone = bytes(List.of(loaded));
      long all = bytes(List.of(loaded, first, second));

      // Per layer and rank: A and B of queries, keys and values, of the output, of gate and up,
      // of down. B has the rows of the whole matrix that a projection lies in.
      long width = 128;
      long numbers =
          (3 * width + 256 * 3) + (width + width) + (2 * width + 576 * 2) + (288 + width);
      assertThat(all - alone).isEqualTo(2 * 4 * 4 * RANK * numbers);
      assertThat(alone).isEqualTo(4 * base.config().parameters());
    }
  }

  /** Of every array once. */
  private static long bytes(Collection<LoadedCheckpoint> loaded) {
    Set<NDArray> arrays = Collections.newSetFromMap(new IdentityHashMap<>());
    for (LoadedCheckpoint one : loaded) {
      arrays.addAll(one.weights().arrays());
      one.weights().lowRank().stream()
          .map(LowRankBlock::products)
          .flatMap(List::stream)
          .flatMap(Optional<LowRankProduct>::stream)
          .flatMap(product -> Stream.of(product.down(), product.up()))
          .forEach(arrays::add);
    }
    return arrays.stream().mapToLong(array -> 4 * array.size()).sum();
  }

  @Test
  void theBaseIsLoadedOnceAndStaysUntilTheLastAdapterIsClosed() {
    AtomicInteger loads = new AtomicInteger();
    String alone;
    try (LanguageModel plain = SharedCheckpoints.open(BASE, 2)) {
      alone = text(plain);
    }
    LanguageModel first = open(1, loads);
    LanguageModel second = open(2, loads);
    LanguageModel again = open(1, loads);
    String saidFirst = text(first);
    String saidSecond = text(second);
    first.close();

    assertThat(List.of(alone, saidFirst, saidSecond)).doesNotHaveDuplicates();
    assertThat(text(again)).isEqualTo(saidFirst);
    again.close();
    assertThat(text(second)).isEqualTo(saidSecond);
    assertThat(loads).as("with the first, for both").hasValue(1);
    assertThat(second.card().name()).isEqualTo(model(2).name());
    second.close();
    open(1, loads).close();
    assertThat(loads).as("anew, as nobody held it").hasValue(2);
  }

  private LanguageModel open(int number, AtomicInteger opened) {
    return SharedCheckpoints.open(
        model(number),
        Placement.CPU,
        2,
        () -> {
          opened.incrementAndGet();
          return base;
        },
        config -> adapter(number));
  }

  private static String text(LanguageModel model) {
    List<String> texts = new ArrayList<>();
    model.generate(
        Arrays.asList(new Request(0, "reach 24 with 4 7 8\n", 5)).iterator(),
        new Sampling(1, 0, 1, 0, 30, List.of()),
        outcome -> texts.add(((Completion) outcome).text()));
    return texts.get(0);
  }
}
