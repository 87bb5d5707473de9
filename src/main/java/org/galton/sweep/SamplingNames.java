package org.galton.sweep;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Samplings told apart by the settings that they do not all share. */
public final class SamplingNames {
  private SamplingNames() {}

  /**
   * @param samplings in words, as the tables have them: settings such as {@code top_p=0.9} with
   *     spaces between
   * @return each with its name; one that has no setting of its own, and a single one, whole
   */
  public static Map<String, String> of(Collection<String> samplings) {
    Set<String> distinct = new LinkedHashSet<>(samplings);
    Set<String> shared = new LinkedHashSet<>();
    distinct.stream().findFirst().ifPresent(first -> shared.addAll(settings(first)));
    distinct.forEach(sampling -> shared.retainAll(settings(sampling)));
    Map<String, String> names = new LinkedHashMap<>();
    for (String sampling : distinct) {
      String own =
          String.join(
              " ",
              settings(sampling).stream().filter(setting -> !shared.contains(setting)).toList());
      names.put(sampling, own.isEmpty() ? sampling : own);
    }
    return names;
  }

  /**
   * Whether its rollouts are searches: their status {@code truncated} says that one was given up.
   */
  public static boolean isSearch(String sampling) {
    return settings(sampling).stream().anyMatch(setting -> setting.startsWith("sampler="));
  }

  private static List<String> settings(String sampling) {
    return Arrays.asList(sampling.split(" "));
  }
}
