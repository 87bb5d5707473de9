package org.galton.spec;

import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.Yaml;

/** Writes a spec back as YAML, in the order of its keys. */
public final class SpecText {
  private SpecText() {}

  /**
   * @param values texts, numbers, flags, lists and maps of them
   */
  public static String of(Map<String, ?> values) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(FlowStyle.BLOCK);
    options.setSplitLines(false);
    // A list that appears twice is written twice: an alias in a stored spec would only puzzle its
    // reader.
    options.setDereferenceAliases(true);
    return new Yaml(options).dump(values);
  }
}
