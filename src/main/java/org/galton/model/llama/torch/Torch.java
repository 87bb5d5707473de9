package org.galton.model.llama.torch;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import com.sun.jna.Function;
import org.galton.spec.InvalidInput;

/** The PyTorch engine of this process. */
public final class Torch {
  private static final String THREADS = "ai.djl.pytorch.num_threads";
  private static final String INTEROP_THREADS = "ai.djl.pytorch.num_interop_threads";

  // The C library's limit for what it learns from.
  private static final long KEPT_BYTES = 31L << 20;

  private Torch() {}

  /**
   * Starts the engine with this many threads inside one operation; the first call in a process
   * decides. Decode loops that run side by side want one each.
   */
  public static void start(int threads) {
    System.setProperty(THREADS, System.getProperty(THREADS, Integer.toString(threads)));
    System.setProperty(INTEROP_THREADS, System.getProperty(INTEROP_THREADS, "1"));
    // Nothing is fetched or reported over the network.
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    Engine.getEngine("PyTorch");
    // Freeing an array of this size teaches the C library to keep that much memory for the next
    // arrays, instead of handing every step's back to the kernel, which would clear it anew.
    try (NDManager manager = cpu()) {
      manager.zeros(new Shape(KEPT_BYTES / Float.BYTES));
    }
  }

  /**
   * Threads inside one operation from now on, of callers' threads that have not used the engine
   * yet.
   */
  public static void useThreads(int threads) {
    JniUtils.setNumThreads(threads);
  }

  /**
   * Hands memory of freed arrays back to the system, so that what the next ones take can be
   * measured. Does nothing where the C library is not GNU's.
   */
  public static void releaseFreedMemory() {
    try {
      Function.getFunction("c", "malloc_trim").invokeInt(new Object[] {0L});
    } catch (UnsatisfiedLinkError e) {
      // The freed memory stays, and a measurement is too low by it.
      return;
    }
  }

  /** A fresh owner of arrays on the CPU. */
  public static NDManager cpu() {
    return NDManager.newBaseManager(Device.cpu(), "PyTorch");
  }

  /**
   * A fresh owner of arrays on a device, {@code cpu} or {@code gpu:N}.
   *
   * @throws InvalidInput when the engine does not see that GPU
   */
  public static NDManager on(String device) {
    if (device.equals("cpu")) {
      return cpu();
    }
    Device wanted = Device.gpu(Integer.parseInt(device.substring(device.indexOf(':') + 1)));
    int found = Engine.getEngine("PyTorch").getGpuCount();
    if (wanted.getDeviceId() >= found) {
      throw new InvalidInput(
          ("Cannot decode on %s: the PyTorch engine sees %d GPUs; give it its CUDA libraries"
                  + " in place of those for the CPU, or set decoding.device to cpu")
              .formatted(device, found));
    }
    return NDManager.newBaseManager(wanted, "PyTorch");
  }
}
