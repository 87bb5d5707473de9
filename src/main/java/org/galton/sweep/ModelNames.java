package org.galton.sweep;

import java.util.LinkedHashMap;
import java.util.Map;
import org.galton.model.AdaptedModel;
import org.galton.model.engine.EngineSource;
import org.galton.spec.HomeFolder;
import org.galton.spec.Section;
import org.galton.spec.ValueType;

/** How a spec names a model: one text, or base and adapter by keys of their own. */
final class ModelNames {
  static final ValueType<String> TYPE = type();

  private ModelNames() {}

  private static ValueType<String> type() {
    ValueType<String> path = HomeFolder.path();
    return new ValueType<>(
            path.expected(),
            path.standIn(),
            path.words(),
            text -> path.parse().apply(text).map(ModelNames::canonical))
        .checked(ModelKinds::check);
  }

  private static String served(Section section) {
    String checkpoint = section.value("serve", ValueType.text());
    Map<String, String> keys = new LinkedHashMap<>();
    for (String key : EngineSource.keys()) {
      section.optional(key, ValueType.text()).ifPresent(value -> keys.put(key, value));
    }
    return section.build(
        () -> {
          String source = EngineSource.of(checkpoint, keys);
          ModelKinds.check(source);
          return source;
        });
  }

  private static String canonical(String name) {
    return AdaptedModel.of(name).map(AdaptedModel::name).orElse(name);
  }

  /** Of {@code {base: …, adapter: …}}, or of {@code {serve: …}} with the keys of an engine. */
  static String adapted(Section section) {
    if (section.has("serve")) {
      return served(section);
    }
    String base = section.value("base", ValueType.text());
    String adapter = section.value("adapter", ValueType.text());
    return section.build(
        () -> {
          AdaptedModel model = new AdaptedModel(base, adapter);
          ModelKinds.requireCheckpoint(model);
          return model.name();
        });
  }
}
