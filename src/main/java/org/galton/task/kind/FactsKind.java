package org.galton.task.kind;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.galton.spec.Section;
import org.galton.spec.ValueType;
import org.galton.task.TaskKind;
import org.galton.task.Template;
import org.galton.task.TextFiles;
import org.galton.task.facts.EntityCounts;
import org.galton.task.facts.FactAttribute;
import org.galton.task.facts.FactsOptions;
import org.galton.task.facts.FactsTask;

/** The keys of a {@link FactsTask}. */
public final class FactsKind implements TaskKind<FactsTask> {
  @Override
  public String name() {
    return FactsTask.NAME;
  }

  @Override
  public Class<FactsTask> type() {
    return FactsTask.class;
  }

  @Override
  public FactsTask read(Section section, String name, TextFiles files) {
    FactsOptions defaults = FactsOptions.defaults();
    EntityCounts entities = defaults.entities();
    ValueType<Integer> count = ValueType.integer(0, EntityCounts.MOST);
    int known = section.value("known", ValueType.integer(1, EntityCounts.MOST), entities.known());
    int halfKnown = section.value("half_known", count, entities.halfKnown());
    int unknown = section.value("unknown", count, entities.unknown());
    List<FactAttribute> attributes =
        section.list("attributes", ValueType.constant(FactAttribute.class), defaults.attributes());
    long world = section.value("world", ValueType.wholeNumber(), defaults.world());
    double halfRate = section.value("half_rate", ValueType.number(), defaults.halfRate());
    double hedged = section.value("hedged", ValueType.number(), defaults.hedged());
    String template = section.value("template", Template.TEXT, defaults.template().text());
    return section.build(
        () ->
            new FactsTask(
                name,
                new FactsOptions(
                    new EntityCounts(known, halfKnown, unknown),
                    attributes,
                    world,
                    halfRate,
                    hedged,
                    new Template(template))));
  }

  @Override
  public Map<String, Object> written(FactsTask task) {
    FactsOptions options = task.options();
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("known", options.entities().known());
    keys.put("half_known", options.entities().halfKnown());
    keys.put("unknown", options.entities().unknown());
    keys.put("attributes", options.attributes().stream().map(FactAttribute::key).toList());
    keys.put("world", options.world());
    keys.put("half_rate", options.halfRate());
    keys.put("hedged", options.hedged());
    keys.put("template", options.template().text());
    return keys;
  }
}
