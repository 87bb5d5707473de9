package org.galton.reinforce.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.galton.reward.filter.DegenerateFilter;
import org.galton.reward.filter.DynamicSampling;
import org.galton.reward.filter.GroupFilter;
import org.galton.reward.filter.HopelessRetirement;
import org.galton.reward.filter.NoPositiveResampling;
import org.galton.reward.filter.OverlongFilter;
import org.galton.reward.filter.PromptRetirement;
import org.galton.reward.filter.ZeroVarianceFilter;
import org.galton.spec.Section;
import org.galton.spec.ValueType;

/** {@link FilterPlan} as specs write it: a list of names. */
final class FilterKeys {
  private static final List<GroupFilter> GROUPS =
      List.of(new ZeroVarianceFilter(), DynamicSampling.withDefaults());
  private static final List<PromptRetirement> RETIREMENTS =
      List.of(NoPositiveResampling.withDefaults(), HopelessRetirement.withDefaults());
  private static final OverlongFilter OVERLONG = new OverlongFilter();
  private static final DegenerateFilter DEGENERATE = new DegenerateFilter();

  private FilterKeys() {}

  /**
   * @param byTurns whether advantages compare turns of all prompts: then a prompt whose rollouts
   *     are alike teaches as well, and no filter is the default
   */
  static FilterPlan read(Section section, boolean byTurns) {
    List<String> words =
        Stream.of(
                GROUPS.stream().map(GroupFilter::name),
                RETIREMENTS.stream().map(PromptRetirement::name),
                Stream.of(OVERLONG.name(), DEGENERATE.name()))
            .flatMap(names -> names)
            .toList();
    List<String> chosen =
        section.list(
            "filters",
            ValueType.word(words),
            byTurns ? List.of() : List.of(new ZeroVarianceFilter().name()));
    return new FilterPlan(
        GROUPS.stream().filter(filter -> chosen.contains(filter.name())).toList(),
        RETIREMENTS.stream().filter(filter -> chosen.contains(filter.name())).toList(),
        chosen.contains(OVERLONG.name()) ? Optional.of(OVERLONG) : Optional.empty(),
        chosen.contains(DEGENERATE.name()) ? Optional.of(DEGENERATE) : Optional.empty());
  }

  static List<String> written(FilterPlan plan) {
    List<String> names = new ArrayList<>();
    plan.groups().forEach(filter -> names.add(filter.name()));
    plan.retirements().forEach(filter -> names.add(filter.name()));
    plan.overlong().ifPresent(filter -> names.add(filter.name()));
    plan.degenerate().ifPresent(filter -> names.add(filter.name()));
    return names;
  }
}
