package org.galton.sweep;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Samplings told apart by the settings that they do not all share; those of one kind of sampler by
 * the settings that these do not share.
 */
public final class SamplingNames {
  private static final String SAMPLER = "sampler=";

  private SamplingNames() {}

  /**
   * @param samplings in words, as the tables have them: settings such as {@code top_p=0.9} with
   *     spaces between
   * @return each with its name; one that has no setting of its own, and a single one, whole
   */
  public static Map<String, String> of(Collection<String> samplings) {
    Set<String> distinct = new LinkedHashSet<>(samplings);
    Set<String> ofAll = shared(distinct);
    Map<String, Set<String>> ofSampler = new HashMap<>();
    distinct.stream()
        .filter(sampling -> !sampler(sampling).isEmpty())
        .collect(groupingBy(SamplingNames::sampler))
        .forEach(
            (sampler, alike) ->
                ofSampler.put(sampler, alike.size() > 1 ? shared(alike) : Set.of()));
    Map<String, String> names = new LinkedHashMap<>();
    for (String sampling : distinct) {
      String sampler = sampler(sampling);
      Set<String> alike = ofSampler.getOrDefault(sampler, Set.of());
      String own =
          settings(sampling).stream()
              .filter(setting -> !ofAll.contains(setting))
              .filter(setting -> !alike.contains(setting) || setting.equals(sampler))
              .collect(joining(" "));
      names.put(sampling, own.isEmpty() ? sampling : own);
    }
    return names;
  }

  private static Set<String> shared(Collection<String> samplings) {
    Set<String> shared = new LinkedHashSet<>();
    samplings.stream().findFirst().ifPresent(first -> shared.addAll(settings(first)));
    samplings.forEach(sampling -> shared.retainAll(settings(sampling)));
    return shared;
  }

  /** The setting that names its sampler; nothing of a plain one. */
  private static String sampler(String sampling) {
    return settings(sampling).stream()
        .filter(setting -> setting.startsWith(SAMPLER))
        .findFirst()
        .orElse("");
  }

  /**
   * Whether its rollouts are searches: their status {@code truncated} says that one was given up.
   */
  public static boolean isSearch(String sampling) {
    return !sampler(sampling).isEmpty();
  }

  private static List<String> settings(String sampling) {
    return Arrays.asList(sampling.split(" "));
  }
}
