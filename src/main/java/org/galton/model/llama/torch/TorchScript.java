package org.galton.model.llama.torch;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.galton.model.ComputeType;

/**
 * A TorchScript class without state, safe for many threads, compiled by the engine from its source.
 * One call runs all operations of a method natively: none crosses to Java and back, and each
 * intermediate result is freed after its last use. Calls record no gradients.
 */
public final class TorchScript implements AutoCloseable {
  // Protocol 2: an object of __torch__.Decoder whose only attribute, `training`, is false.
  private static final byte[] OBJECT =
      "\u0080\u0002c__torch__\nDecoder\n)\u0081}X\u0008\0\0\0training\u0089sb."
          .getBytes(StandardCharsets.ISO_8859_1);
  private static final byte[] NO_CONSTANTS = "\u0080\u0002).".getBytes(StandardCharsets.ISO_8859_1);

  private final Model model;

  private TorchScript(Model model) {
    this.model = model;
  }

  /** The class {@code Decoder} in a resource beside this class. */
  public static TorchScript load(NDManager manager, String resource) {
    Model model = Model.newInstance(resource, manager.getDevice(), "PyTorch");
    try (InputStream source = TorchScript.class.getResourceAsStream(resource)) {
      model.load(new ByteArrayInputStream(archive(source.readAllBytes())));
      return new TorchScript(model);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MalformedModelException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The file that PyTorch's {@code torch.jit.save} would write. */
  private static byte[] archive(byte[] source) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      store(zip, "data.pkl", OBJECT);
      store(zip, "code/__torch__.py", source);
      store(zip, "constants.pkl", NO_CONSTANTS);
      store(zip, "version", "3\n".getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry("decoder/" + name);
    CRC32 checksum = new CRC32();
    checksum.update(content);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(checksum.getValue());
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  /** Results belong to {@code owner}; the arguments stay the caller's. */
  public NDList run(NDManager owner, String method, IValue... arguments) {
    try (IValue result = call(method, arguments)) {
      return result.toNDList((PtNDManager) owner);
    }
  }

  /** The caller closes the result. */
  public IValue call(String method, IValue... arguments) {
    return IValueUtils.runMethod((PtSymbolBlock) model.getBlock(), method, arguments);
  }

  /** PyTorch's number for a type. */
  public static long code(ComputeType type) {
    return switch (type) {
      case FLOAT16 -> 5;
      case FLOAT32 -> 6;
      case BFLOAT16 -> 15;
      case INT8 -> 1;
    };
  }

  /** A copy in float32, also of bfloat16, which the engine's Java side does not have. */
  public static NDArray wide(TorchScript script, NDArray array) {
    try (IValue values = tensor(array)) {
      return script.run(array.getManager(), "wide", values).singletonOrThrow();
    }
  }

  public static IValue tensor(NDArray array) {
    return IValue.from((PtNDArray) array);
  }

  public static IValue tensors(List<NDArray> arrays) {
    return IValue.listFrom(arrays.toArray(PtNDArray[]::new));
  }

  @Override
  public void close() {
    model.close();
  }
}
