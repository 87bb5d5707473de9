package org.galton.report;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BalanceSectionTest {
  private static final BalanceRows ROWS = SampleBalance.rows();
  private static final BalanceSection SECTION = BalanceSection.of(ROWS);

  @Test
  void writes() throws IOException {
    Files.writeString(Path.of("/tmp/report-c8.html"), page());
    Files.writeString(
        Path.of("/tmp/report-c8-sweep.html"), ReportWriterTest.page(withBalance(ROWS)));
  }

  static SweepReport withBalance(BalanceRows rows) {
    SweepReport usual = SampleSweep.usual().report();
    return new SweepReport(
        usual.run(),
        usual.prompts(),
        usual.metrics(),
        usual.promptStatistics(),
        usual.books(),
        usual.comparisons(),
        usual.scaling(),
        usual.emergence(),
        rows,
        usual.examples());
  }

  static String page() throws IOException {
    StringWriter page = new StringWriter();
    new ReportWriter().write(new BalanceReport(SampleBalance.run(), ROWS), page);
    return page.toString();
  }
}
