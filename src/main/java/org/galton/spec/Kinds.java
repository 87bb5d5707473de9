package org.galton.spec;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * Galton's own kinds of something and, after them, those of the user's jars. {@link ServiceLoader}
 * finds these by the thread's context class loader, to which Spark adds the jars of {@code --jars},
 * on the driver and on executors.
 */
public record Kinds<K extends Kind>(List<K> all) {
  private static final String NAME = "[a-z][a-z0-9-]*";

  /**
   * @param what as in "two %s are called": {@code kinds of task}
   * @throws InvalidInput when a jar's kind cannot be used, or two have one name
   */
  @SuppressWarnings("unchecked") // the service is K without its type arguments
  public static <K extends Kind> Kinds<K> find(
      Class<? super K> service, String what, List<? extends K> own) {
    List<K> found;
    try {
      found = ServiceLoader.load(service).stream().map(provider -> (K) provider.get()).toList();
    } catch (ServiceConfigurationError | LinkageError e) {
      throw new InvalidInput(
          ("Cannot use the %s of a jar after --jars: %s; correct META-INF/services/%s in that jar or"
                  + " build it against this version of Galton, or leave it out")
              .formatted(what, e.getMessage(), service.getName()),
          e);
    }
    List<K> all = Stream.concat(own.stream(), found.stream()).toList();
    check(what, all);
    return new Kinds<>(all);
  }

  private static void check(String what, List<? extends Kind> all) {
    Map<String, Kind> byName = new HashMap<>();
    for (Kind kind : all) {
      String type = kind.getClass().getName();
      if (kind.name() == null || !kind.name().matches(NAME)) {
        throw new InvalidInput(
            "Cannot use %s: among the %s it is called '%s', expected lower-case letters, digits and -"
                .formatted(type, what, kind.name()));
      }
      Kind same = byName.put(kind.name(), kind);
      if (same != null) {
        throw new InvalidInput(
            "Two %s are called '%s': %s and %s; rename one, or leave its jar out"
                .formatted(what, kind.name(), same.getClass().getName(), type));
      }
    }
  }

  public Kinds {
    all = List.copyOf(all);
  }

  public List<String> names() {
    return all.stream().map(Kind::name).toList();
  }

  public Optional<K> named(String name) {
    return all.stream().filter(kind -> kind.name().equals(name)).findFirst();
  }
}
