package org.galton.reinforce.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.galton.spec.Section;
import org.galton.spec.ValueType;

/** {@link Placement} as specs write it: a word, or a mapping with the word and keys of its own. */
final class PlacementKeys {
  private static final String DRAWING = "drawing";
  private static final String LEARNER = "learner";
  private static final String DRIVER = "driver";
  private static final String EXECUTORS = "executors";
  private static final int MOST_SHARES = 65_536;
  private static final ValueType<WorkPlace> ALONE =
      new ValueType<>(
          "'driver', or a mapping such as {kind: executors, shares: 4}",
          new WorkPlace.Driver(),
          List.of(DRIVER),
          text -> text.equals(DRIVER) ? Optional.of(new WorkPlace.Driver()) : Optional.empty());

  private PlacementKeys() {}

  static Placement read(Section section) {
    WorkPlace drawing = place(section, DRAWING);
    WorkPlace learner = place(section, LEARNER);
    return new Placement(drawing, learner);
  }

  private static WorkPlace place(Section section, String key) {
    return section.valueOrSection(key, ALONE, PlacementKeys::place, Placement.onDriver().learner());
  }

  private static WorkPlace place(Section section) {
    String kind = section.value("kind", ValueType.word(List.of(DRIVER, EXECUTORS)));
    if (kind.equals(DRIVER)) {
      return section.build(WorkPlace.Driver::new);
    }
    int shares = section.value("shares", ValueType.integer(1, MOST_SHARES));
    WorkPlace.Device device =
        section.value("device", ValueType.constant(WorkPlace.Device.class), WorkPlace.Device.CPU);
    return section.build(() -> new WorkPlace.Executors(shares, device));
  }

  static void write(Placement placement, Map<String, Object> keys) {
    keys.put(DRAWING, written(placement.drawing()));
    keys.put(LEARNER, written(placement.learner()));
  }

  private static Object written(WorkPlace place) {
    if (!(place instanceof WorkPlace.Executors executors)) {
      return DRIVER;
    }
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("kind", EXECUTORS);
    keys.put("shares", executors.shares());
    keys.put("device", ValueType.written(executors.device()));
    return keys;
  }
}
