package org.galton.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.galton.job.RunWriter;
import org.galton.job.SweepStudy;
import org.galton.job.balance.BalanceJob;
import org.galton.job.balance.BalanceResult;
import org.galton.job.emergence.EmergenceJob;
import org.galton.job.emergence.EmergenceResult;
import org.galton.spec.InvalidInput;
import org.galton.sweep.SweepSpec;

/** What a sweep of games or walks ends with, and how it is shown. */
final class SweptStudies implements SweepStudy {
  private final SparkSession session;
  private final PrintWriter err;
  private Optional<EmergenceResult> emergence = Optional.empty();
  private Optional<BalanceResult> balance = Optional.empty();

  SweptStudies(SparkSession session, PrintWriter err) {
    this.session = session;
    this.err = err;
  }

  @Override
  public void study(SweepSpec spec, RunWriter run) {
    emergence = unlessRefused("games", () -> new EmergenceJob(session).ofSweep(run));
    balance = unlessRefused("walks", () -> new BalanceJob(session).ofSweep(spec, run));
  }

  /** What a study cannot measure is no reason to lose the figures of its sweep. */
  private <T> Optional<T> unlessRefused(String rollouts, Supplier<Optional<T>> study) {
    try {
      return study.get();
    } catch (InvalidInput e) {
      err.println("The " + rollouts + " of this sweep were not studied: " + e.getMessage());
      err.flush();
      return Optional.empty();
    }
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
