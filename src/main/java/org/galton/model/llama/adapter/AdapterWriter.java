package org.galton.model.llama.adapter;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.galton.model.llama.config.GaltonJson;
import org.galton.model.llama.config.WholeFolder;
import org.galton.model.llama.weights.Safetensors;

/** Writes an adapter's folder as PEFT's {@code save_pretrained} does, in float32. */
public final class AdapterWriter {
  private static final ObjectMapper JSON = new ObjectMapper();

  private AdapterWriter() {}

  /**
   * The folder appears whole or not at all; one that is there is replaced.
   *
   * @param galtonJson says where the factors come from
   */
  public static void write(
      Path folder, AdapterForm form, List<ModuleFactors> factors, byte[] galtonJson)
      throws IOException {
    WholeFolder.write(
        folder,
        temporary -> {
          Files.write(temporary.resolve(AdapterConfigJson.FILE), config(form));
          Files.write(temporary.resolve(GaltonJson.FILE), galtonJson);
          Safetensors.writeFloat32(
              factors.stream().flatMap(one -> Stream.of(one.down(), one.up())).toList(),
              temporary.resolve(Adapter.WEIGHTS));
        });
  }

  private static byte[] config(AdapterForm form) throws IOException {
    ObjectNode config = JSON.createObjectNode();
    config.putObject("alpha_pattern");
    config.put("base_model_name_or_path", form.base());
    config.put("bias", "none");
    config.put("fan_in_fan_out", false);
    config.put("inference_mode", true);
    config.put("init_lora_weights", true);
    config.putNull("layers_pattern");
    config.putNull("layers_to_transform");
    if (form.alpha() == Math.rint(form.alpha()) && form.alpha() < Long.MAX_VALUE) {
      config.put("lora_alpha", (long) form.alpha());
    } else {
      config.put("lora_alpha", form.alpha());
    }
    config.put("lora_dropout", 0.0);
    config.putNull("modules_to_save");
    config.put("peft_type", "LORA");
    config.put("r", form.rank());
    config.putObject("rank_pattern");
    config.set("target_modules", JSON.valueToTree(form.targets()));
    config.put("task_type", "CAUSAL_LM");
    config.put("use_dora", false);
    config.put("use_rslora", false);
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(config);
  }
}
