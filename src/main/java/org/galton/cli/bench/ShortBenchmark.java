package org.galton.cli.bench;

import java.util.Arrays;
import java.util.List;

/**
 * A benchmark with settings that end in seconds, where its own defaults take minutes.
 *
 * @param command below {@code galton bench}, with its options
 */
record ShortBenchmark(String command) {
  /** In the order in which they run. The command of each is a {@link RatioSource}. */
  static final List<ShortBenchmark> ALL =
      List.of(
          new ShortBenchmark("decode --batch 64 --prompt-tokens 512 --new-tokens 16 --repeat 1"),
          new ShortBenchmark("prefixes --episodes 4 --turns 8 --questions 16 --repeat 1"),
          new ShortBenchmark("samplers --prompts 2 --repeat 1"),
          new ShortBenchmark("sweep --prompts 2 --rollouts 128 --slots 64 --repeat 1"),
          new ShortBenchmark("scale --prompts 1000"),
          new ShortBenchmark("starts --repeat 1"),
          new ShortBenchmark("stats --prompts 5000 --repeat 1"),
          new ShortBenchmark("leaderboard --rollouts 3000000 --repeat 1"),
          new ShortBenchmark("fit --series 1000"),
          new ShortBenchmark("math --answers 4000"),
          new ShortBenchmark("balance --states 20000 --neighbours 100"),
          new ShortBenchmark("emergence --groups 60 --surrogates 50"),
          new ShortBenchmark("allocate --prompts 100000"));

  /** Of the command. */
  String name() {
    return nameIn(command);
  }

  String[] options() {
    String[] words = command.split(" ", -1);
    return Arrays.copyOfRange(words, 1, words.length);
  }

  static String nameIn(String command) {
    return command.split(" ", -1)[0];
  }
}
