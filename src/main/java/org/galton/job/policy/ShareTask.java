package org.galton.job.policy;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.galton.job.draw.AssignedDevice;
import org.galton.spec.InvalidInput;

/** Does the work of a share. Runs on executors, any number of times for the same share. */
record ShareTask<I, O>(
    PolicyOrigin origin,
    Broadcast<VersionedWeights> weights,
    PolicyDevice device,
    ShareWork<I, O> work)
    implements Function<I, ShareAnswer<O>> {

  @Override
  public ShareAnswer<O> call(I share) {
    try {
      String assigned =
          device.isGpu() ? AssignedDevice.gpu(TaskContext.get(), device.use()) : device.name();
      return ProcessPolicies.ofProcess()
          .with(origin, assigned, weights.value(), policy -> done(policy, share, assigned));
    } catch (InvalidInput e) {
      return new ShareAnswer.Refused<>(e);
    }
  }

  private ShareAnswer<O> done(OpenPolicy policy, I share, String assigned) {
    OperatingSystemMXBean machine =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long began = System.nanoTime();
    long used = machine.getProcessCpuTime();
    O result = work.of(policy, share);
    return new ShareAnswer.Done<>(
        result,
        SparkEnv.get().executorId(),
        assigned,
        (System.nanoTime() - began) / 1e9,
        (machine.getProcessCpuTime() - used) / 1e9);
  }
}
