package org.galton.sweep;

import org.galton.model.AdaptedModel;
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

  private static String canonical(String name) {
    return AdaptedModel.of(name).map(AdaptedModel::name).orElse(name);
  }

  /** Of {@code {base: …, adapter: …}}. */
  static String adapted(Section section) {
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
