package org.galton.job.sweep;

import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.galton.job.run.RunName;
import org.galton.job.run.RunWriter;
import org.galton.job.summary.Summary;
import org.galton.sweep.CellPlan;
import org.galton.sweep.SweepSpec;

/**
 * A sweep's run whose rollouts are drawn, judged and counted, and whose row does not yet say how it
 * ended: what studies look at.
 *
 * @param spec as the run resolved it
 * @param tables writes what a study leaves
 */
public record SweptRun(
    SparkSession spark,
    RunName name,
    SweepSpec spec,
    List<CellPlan> cells,
    Summary summary,
    RunWriter tables) {}
