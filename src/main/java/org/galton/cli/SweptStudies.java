package org.galton.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.galton.job.RunWriter;
import org.galton.job.SweepStudy;
import org.galton.job.balance.BalanceJob;
import org.galton.job.balance.BalanceResult;
import org.galton.job.emergence.EmergenceJob;
import org.galton.job.emergence.EmergenceResult;
import org.galton.sweep.SweepSpec;

/** What a sweep of games or walks ends with, and how it is shown. */
final class SweptStudies implements SweepStudy {
  private final SparkSession session;
  private Optional<EmergenceResult> emergence = Optional.empty();
  private Optional<BalanceResult> balance = Optional.empty();

  SweptStudies(SparkSession session) {
    this.session = session;
  }

  @Override
  public void study(SweepSpec spec, RunWriter run) {
    emergence = new EmergenceJob(session).ofSweep(run);
    balance = new BalanceJob(session).ofSweep(spec, run);
  }

  void print(PrintWriter out) {
    emergence.ifPresent(found -> out.print("\n" + EmergenceText.ofSweep(found) + "\n"));
    balance.ifPresent(found -> out.print("\n" + BalanceText.of(found) + "\n"));
  }

  void addTo(ObjectNode root) {
    emergence.ifPresent(found -> root.set("emergence", EmergenceJson.of(found)));
    balance.ifPresent(found -> root.set("balance", BalanceJson.of(found, Optional.empty())));
  }
}
