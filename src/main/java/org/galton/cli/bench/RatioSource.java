package org.galton.cli.bench;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.galton.bench.Ratio;

/** A benchmark whose result can be said in a few ratios, for {@code galton bench all}. */
interface RatioSource {
  /**
   * Runs the benchmark with the options that this command has been given.
   *
   * @param progress is told what is being done
   */
  List<Ratio> ratios(Consumer<String> progress) throws IOException, InterruptedException;
}
