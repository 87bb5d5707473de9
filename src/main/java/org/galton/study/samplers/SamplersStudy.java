package org.galton.study.samplers;

import java.util.List;
import java.util.Optional;
import org.galton.job.run.RunTables;
import org.galton.job.sweep.SweptRun;
import org.galton.report.SweepSection;
import org.galton.study.Study;
import org.galton.study.SweepAnswer;
import org.galton.study.samplers.row.SamplerTables;
import org.galton.study.samplers.view.SamplersSection;
import org.galton.table.Table;

/** Which sampler finds most at equal cost. */
public final class SamplersStudy implements Study {
  @Override
  public Class<?> command() {
    return SamplersCommand.class;
  }

  @Override
  public List<Table<?>> tables() {
    return SamplerTables.ALL;
  }

  /** Where a sampling of the sweep has a sampler. */
  @Override
  public Optional<SweepAnswer> ofSweep(SweptRun run) {
    if (run.spec().samplings().stream().allMatch(wish -> wish.sampler().isEmpty())) {
      return Optional.empty();
    }
    SamplersJob.Result result =
        new SamplersJob(run.spark(), run.tables().output())
            .run(
                run.name().runId(),
                run.summary().books(),
                run.summary().metrics(),
                RunTables.pilot(run.summary().prompts()));
    if (result.rows().isEmpty()) {
      return Optional.empty();
    }
    result.write(run.tables());
    return Optional.of(
        new SweepAnswer("\n" + SamplersText.brief(result), name(), SamplersText.json(result)));
  }

  @Override
  public Optional<SweepSection> section(RunTables run) {
    return Optional.of(view(run));
  }

  static SamplersSection view(RunTables run) {
    return new SamplersSection(run.rows(SamplerTables.COSTS, row -> true));
  }
}
