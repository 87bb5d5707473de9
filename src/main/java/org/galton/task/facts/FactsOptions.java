package org.galton.task.facts;

import java.io.Serializable;
import java.util.List;
import org.galton.task.Template;

/**
 * The world of a {@link FactsTask}, and what its worked examples show of it.
 *
 * @param entities of each split
 * @param attributes what is asked of each entity: at least one, none twice
 * @param world seed of names and values: another one, another world
 * @param halfRate how often a half-known fact is shown for each time that a known one is, in (0, 1]
 * @param hedged share of the worked examples, in [0, 1), that end in {@code answer=?} whatever
 *     their question is
 * @param template the words around the question
 */
public record FactsOptions(
    EntityCounts entities,
    List<FactAttribute> attributes,
    long world,
    double halfRate,
    double hedged,
    Template template)
    implements Serializable {

  public FactsOptions {
    attributes = List.copyOf(attributes);
    if (attributes.isEmpty() || attributes.stream().distinct().count() < attributes.size()) {
      throw new IllegalArgumentException(
          "Invalid attributes "
              + attributes
              + ": expected one or more of TOWN, COLOUR, NUMBER, none twice");
    }
    if (!(halfRate > 0 && halfRate <= 1)) {
      throw new IllegalArgumentException(
          "Invalid half_rate " + halfRate + ": expected a number above 0, at most 1");
    }
    if (!(hedged >= 0 && hedged < 1)) {
      throw new IllegalArgumentException(
          "Invalid hedged " + hedged + ": expected a number from 0, below 1");
    }
  }

  /** 120 entities in each split, a third of them of each class, with all attributes. */
  public static FactsOptions defaults() {
    return new FactsOptions(
        new EntityCounts(40, 40, 40),
        List.of(FactAttribute.values()),
        1,
        0.05,
        0.05,
        Template.plain());
  }

  /** Questions of each split. */
  int questions() {
    return entities.total() * attributes.size();
  }

  public FactsOptions withEntities(EntityCounts chosen) {
    return new FactsOptions(chosen, attributes, world, halfRate, hedged, template);
  }

  public FactsOptions withAttributes(FactAttribute... chosen) {
    return new FactsOptions(entities, List.of(chosen), world, halfRate, hedged, template);
  }

  public FactsOptions withWorld(long chosen) {
    return new FactsOptions(entities, attributes, chosen, halfRate, hedged, template);
  }

  public FactsOptions withHalfRate(double chosen) {
    return new FactsOptions(entities, attributes, world, chosen, hedged, template);
  }

  public FactsOptions withHedged(double chosen) {
    return new FactsOptions(entities, attributes, world, halfRate, chosen, template);
  }
}
