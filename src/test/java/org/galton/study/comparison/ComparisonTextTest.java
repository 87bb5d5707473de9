package org.galton.study.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.galton.job.comparison.Adjustment;
import org.galton.job.comparison.ComparisonJob;
import org.galton.job.comparison.ComparisonRequest;
import org.galton.job.comparison.ComparisonResult;
import org.galton.job.comparison.CountedRun;
import org.galton.job.comparison.Gate;
import org.galton.job.gate.LimitGate;
import org.galton.job.run.RunAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ComparisonTextTest {
  @TempDir private Path folder;

  private ComparisonResult compared() {
    new CountedRun(folder, "run-1")
        .cell("a", "sums", 2, 0, 0, 1, 0, 2)
        .cell("b", "sums", 2, 1, 2, 0, 2, 1)
        .cell("b", "sets", 2, 0, 1)
        .write();
    return new ComparisonJob(new Configuration())
        .run(
            new ComparisonRequest(
                RunAddress.parse(folder.toString()),
                Optional.empty(),
                List.of(),
                List.of(),
                5,
                Adjustment.HOCHBERG));
  }

  @Test
  void terminalShowsDifferencesWhatWasLeftOutAndWhatChanged() {
    // Prompts p1, p2, p3 change by .5, 0, 0: mean 1/6, standard error 1/6.
    assertThat(ComparisonText.of(compared()))
        .isEqualTo(
            """
            task  A  B  metric   of A   of B  B - A                 p     prompts
            ────  ─  ─  ──────  ─────  ─────  ────────────────────  ────  ───────
            sums  a  b  pass@1  0.500  0.667  +0.167 [-0.47, 0.69]  0.42        3
            sums  a  b  pass@2  0.667  0.667  +0.000 ± 0.561        –           3
            sums  a  b  mean@n  0.500  0.667  +0.167 [-0.47, 0.69]  0.42        3
            sums  a  b  maj@n   0.333  0.667  +0.333 [-0.72, 0.92]  0.42        3

            Few prompts (3): with fewer than 30 the intervals are rough, and those of small rates are often too narrow.
            sums, A = a, B = b: left out 1 only in A, 1 only in B
            Not compared, for want of one counterpart: b on sets (temperature=1 max_tokens=64)

            Changed most, sums, A = a, B = b:
             of A   of B  B - A   prompt
            ─────  ─────  ──────  ───────────
            0.500  1.000  +0.500  What is p1?
            """);
  }

  @Test
  void jsonNamesThingsAsTheTableDoes() {
    ComparisonResult result = compared();
    Gate gate = Gate.parse("pass@1 rises by more than 0.5", 0.95);

    ObjectNode json =
        ComparisonJson.of(
            result,
            gate.judge(result),
            List.of(result.cells().get(0).judge(LimitGate.parse("pass@1 above 0.25", 0.95))),
            Optional.of("a/table"));

    assertThat(json.at("/table").asText()).isEqualTo("a/table");
    assertThat(json.at("/pairs/0/baseline/model").asText()).isEqualTo("a");
    assertThat(json.at("/pairs/0/prompts_only_candidate").asInt()).isEqualTo(1);
    assertThat(json.at("/pairs/0/metrics/0/k").asInt()).isEqualTo(1);
    assertThat(json.at("/pairs/0/metrics/0/clusters").isNull()).isTrue();
    assertThat(json.at("/pairs/0/flips/0/candidate_rate").asDouble()).isEqualTo(1);
    assertThat(json.at("/not_compared/0/task").asText()).isEqualTo("sets");
    assertThat(json.at("/gates/0/missed").asBoolean()).isFalse();
    assertThat(json.at("/gates/0/gate").asText()).isEqualTo("pass@1 rises by more than 0.5");
    assertThat(json.at("/gates/1/gate").asText()).isEqualTo("pass@1 above 0.25");
    assertThat(json.at("/gates/1/of").asText()).isEqualTo("b on sums");
    assertThat(json.at("/gates/1/high").asDouble())
        .isGreaterThan(json.at("/gates/1/figure").asDouble());
  }
}
